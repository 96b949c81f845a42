"""`NameTable`: entities and aliases, kept as the lines they came in until somebody asks.

Loading is what a short run pays for, so a table is read as lines and cut up only where a text has a hit. Tables and
views never change once made; two threads that make one at the same time make the same one.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from newsnorm.name_table.rows import parse_alias, parse_entity
from newsnorm.name_table.view import by_key_word, key_words, make_view, with_capitals
from newsnorm.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsnorm.name_table.rows import Alias, Entity
    from newsnorm.name_table.view import View

__all__ = ["NameTable"]


class NameTable:
    """Entities and their aliases. Immutable; equal when they hold the same lines.

    Args:
        entities: Lines of six tab-separated fields: id, kind, forms, short forms, blockers, flags.
        aliases: Lines of four: alias, languages, id, conditions.

    """

    def __init__(self, entities: tuple[str, ...], aliases: tuple[str, ...]) -> None:
        self._entities = entities
        self._aliases = aliases

    @staticmethod
    @cache
    def builtin() -> NameTable:
        """Return the table that comes with the package."""
        return NameTable(_read_lines("entities.tsv"), _read_lines("aliases.tsv"))

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
        return NameTable, (self._entities, self._aliases)

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
        return (line.partition("\t")[0] for line in self._aliases)

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field's own name
        """Return the entity of that id.

        Raises:
            KeyError: The table has none.

        """
        return parse_entity(self._lines[id])

    def knows(self, name: str) -> bool:
        """Return whether `name` is an id, a canonical form or an alias of the table."""
        forms = (spelling for entity in self.entities() for form in entity.forms.values() for spelling in form)
        return name in self._lines or name in self._rows or name in forms

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
        aliases = [line for line in self._aliases if line.partition("\t")[0] not in taken]
        entities = [_without(line, taken) for line in entities]
        return NameTable((*entities, *other._entities), (*aliases, *other._aliases))

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {line.partition("\t")[0]: line for line in self._entities}

    @cached_property
    def _rows(self) -> dict[str, str]:
        """The lines of each spelling, joined where it means different things in different languages."""
        spellings = [line.partition("\t")[0] for line in self._aliases]
        rows = dict(zip(spellings, self._aliases, strict=True))
        several: dict[str, list[str]] = {}
        if len(rows) < len(spellings):
            for spelling, line in zip(spellings, self._aliases, strict=True):
                if rows[spelling] is not line:
                    several.setdefault(spelling, []).append(line)
        rows.update(
            (spelling, "\n".join(dict.fromkeys((*lines, rows[spelling])))) for spelling, lines in several.items()
        )
        return rows

    @cached_property
    def _keys(self) -> dict[str, str]:
        return key_words(self._rows)

    @cached_property
    def _key_counts(self) -> Counter[str]:
        return Counter(self._keys.values())

    @cached_property
    def _spellings_of(self) -> dict[str, str]:
        return by_key_word(self._keys)

    @cached_property
    def _all_keys(self) -> frozenset[str]:
        return with_capitals(self._key_counts)


def _without(line: str, taken: set[str]) -> str:
    """Return an entity's line without the forms that are `taken`."""
    id_, kind, full, short, rest = line.split("\t", 4)
    kept = "|".join(pair for pair in full.split("|") if pair.partition("=")[2] not in taken)
    return "\t".join((id_, kind, kept, short, rest)) if kept != full else line


def _read_lines(name: str) -> tuple[str, ...]:
    text = read_table(name)
    lines = text.strip("\n").split("\n")
    while lines[0].startswith("#"):
        del lines[0]
    return tuple(lines)
