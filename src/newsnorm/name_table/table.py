"""`NameTable`: entities and aliases, kept as the lines they came in until somebody asks.

Loading is what a short run pays for, so a table is kept as it is read and cut up only where a text has a hit; the key
words of the built-in one come with it. Tables and views never change once made; two threads that make one at the same
time make the same one.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from newsnorm.key_words import find_key_word, stands_whole, with_capitals
from newsnorm.name_table.rows import parse_alias, parse_entity
from newsnorm.name_table.view import make_view
from newsnorm.sorted_lines import SortedLines
from newsnorm.tables import read_bytes, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsnorm.name_table.rows import Alias, Entity
    from newsnorm.name_table.view import View

__all__ = ["NameTable", "read_builtin"]


class NameTable:
    """Entities and their aliases. Immutable; equal when they hold the same lines.

    Args:
        entities: Lines of six tab-separated fields: id, kind, forms, short forms, blockers, flags.
        aliases: Lines of five: key word, alias, languages, id, conditions; sorted.
        keys: The key words by language, as `newsnorm.name_table.keys` lists them; "" to have them worked out.

    """

    def __init__(self, entities: tuple[str, ...], aliases: SortedLines | tuple[str, ...], *, keys: str = "") -> None:
        self._entities = entities
        self._aliases = aliases if isinstance(aliases, SortedLines) else SortedLines.of(aliases)
        self._listed_keys = keys

    @staticmethod
    @cache
    def builtin() -> NameTable:
        """Return the table that comes with the package."""
        return read_builtin()

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, NameTable)
        return same and (self._entities, self._aliases) == (other._entities, other._aliases)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self._entities, self._aliases))

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        if self is NameTable.builtin():
            return NameTable.builtin, ()
        return NameTable, (self._entities, tuple(self._aliases))

    def __repr__(self) -> str:
        return f"<NameTable: {len(self._entities)} entities, {len(self._aliases)} aliases>"

    def entities(self) -> Iterator[Entity]:
        """Yield every entity, in the order of the table."""
        return map(parse_entity, self._entities)

    def aliases(self) -> Iterator[Alias]:
        """Yield every alias, in the order of the table."""
        return map(parse_alias, self._aliases)

    def spellings(self) -> Iterator[str]:
        """Yield the spelling of every alias, in the order of the table."""
        return (line.split("\t", 2)[1] for line in self._aliases)

    def ends_spelling(self, words: str) -> bool:
        """Return whether the spelling of an alias is `words`, or ends in these whole words."""
        return any(self._aliases.hold(f"{before}{words}\t") for before in ("\t", " "))

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field's own name
        """Return the entity of that id.

        Raises:
            KeyError: The table has none.

        """
        return parse_entity(self._lines[id])

    def knows(self, name: str) -> bool:
        """Return whether `name` is an id, a canonical form or an alias of the table."""
        forms = (spelling for entity in self.entities() for form in entity.forms.values() for spelling in form)
        return name in self._lines or bool(self.lines_of(name)) or name in forms

    def view(self, language: str, style: str = "ap", prefer: tuple[tuple[str, str], ...] = ()) -> View:
        """Return what the table says in one language, in one house style, with the forms in `prefer` before all."""
        return self._make_view(language, style, prefer)

    @cached_property
    def _make_view(self) -> Callable[[str, str, tuple[tuple[str, str], ...]], View]:
        """`make_view` of this table, which keeps the last views: they go when the table does."""
        return lru_cache(maxsize=64)(partial(make_view, self))

    def extended(self, other: NameTable) -> NameTable:
        """Return this table with `other` added, whose spellings win where both have one."""
        taken = {alias.text for alias in other.aliases()}
        taken |= {spelling for entity in other.entities() for form in entity.forms.values() for spelling in form}
        replaced = {line.partition("\t")[0] for line in other._entities}
        entities = [line for line in self._entities if line.partition("\t")[0] not in replaced]
        aliases = [line for line in self._aliases if line.split("\t", 2)[1] not in taken]
        entities = [_without(line, taken) for line in entities]
        return NameTable((*entities, *other._entities), SortedLines.of(sorted((*aliases, *other._aliases))))

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {line.partition("\t")[0]: line for line in self._entities}

    @cached_property
    def keys(self) -> frozenset[str]:
        """The key words of all aliases."""
        return frozenset([line.partition("\t")[0] for line in self._aliases]) - {""}

    @cached_property
    def keys_and_capitals(self) -> frozenset[str]:
        """The key words of all aliases, and the same in capitals."""
        return with_capitals(self.keys)

    @cached_property
    def keys_stand_whole(self) -> bool:
        """Whether each key word is a whole word of its spelling, as all of the built-in table are: not in eSwatini."""
        return bool(self._listed_keys) or all(map(stands_whole, self._aliases))

    def lines_of(self, spelling: str) -> tuple[str, ...]:
        """Return the lines of `spelling`, one for each thing that it means."""
        return self._aliases.starting_with(f"{find_key_word(spelling)}\t{spelling}\t")

    def lines_of_key(self, key: str) -> tuple[str, ...]:
        """Return the lines of all spellings that `key` is the key word of."""
        return self._aliases.starting_with(f"{key}\t")


def read_builtin() -> NameTable:
    """Read the table that comes with the package anew: `NameTable.builtin` returns the same one every time."""
    entities = tuple(line for line in read_table("entities.tsv").split("\n") if line and line[0] != "#")
    aliases, start = read_bytes("aliases.tsv"), -1
    while aliases.startswith(b"#", start + 1):
        start = aliases.index(b"\n", start + 1)
    return NameTable(entities, SortedLines(aliases, start), keys=read_table("keys.tsv"))


def _without(line: str, taken: set[str]) -> str:
    """Return an entity's line without the forms that are `taken`."""
    id_, kind, full, short, rest = line.split("\t", 4)
    kept = "|".join(pair for pair in full.split("|") if pair.partition("=")[2] not in taken)
    return "\t".join((id_, kind, kept, short, rest)) if kept != full else line
