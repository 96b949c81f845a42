"""`NameTable` and `View`: entities and aliases, kept as the lines they came in until somebody asks.

Loading is what a short run pays for, so a table is read as lines and cut up only where a text has a hit. Tables and
views never change once made; two threads that make one at the same time make the same one.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.name_table.styles import style_forms
from newsnorm.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Alias", "Entity", "Form", "NameTable", "View"]

# The first word of a spelling that may begin with a capital: al-*Aksa*.
_LEAD_RE = re.compile(r"(?!\d)[^\W_](?<![a-z])\w*")


class Form(NamedTuple):
    """How one language spells an entity.

    Attributes:
        full: The whole name.
        short: A person's surname; the whole name for anything else.

    """

    full: str
    short: str


class Entity(NamedTuple):
    """A thing with a name.

    Attributes:
        id: Its id in the table, such as ``place/kyiv``.
        kind: ``place``, ``person``, ``organisation`` or ``other``.
        forms: Its canonical forms by language.
        before: Words that block a mention when they stand right before it, casefolded.
        after: Words that block a mention when they follow it, casefolded.
        flags: ``slip`` for a name so well known that a lower-case slip may be put right.

    """

    id: str
    kind: str
    forms: Mapping[str, Form]
    before: tuple[str, ...]
    after: tuple[str, ...]
    flags: frozenset[str]


class Alias(NamedTuple):
    """A spelling of an entity.

    Attributes:
        text: The spelling. A straight apostrophe stands for every kind of apostrophe.
        languages: Where it holds: ``*`` for every language in which the entity has a form, or codes with commas.
        id: The entity's id.
        conditions: What a mention needs besides: see ``docs/data.md``.

    """

    text: str
    languages: str
    id: str
    conditions: frozenset[str]


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
        return map(_parse_entity, self._entities)

    def aliases(self) -> Iterator[Alias]:
        """Yield every alias, in the order of the table."""
        return map(_parse_alias, self._aliases)

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field's own name
        """Return the entity of that id.

        Raises:
            KeyError: The table has none.

        """
        return _parse_entity(self._lines[id])

    def knows(self, name: str) -> bool:
        """Return whether `name` is an id, a canonical form or an alias of the table."""
        forms = (spelling for entity in self.entities() for form in entity.forms.values() for spelling in form)
        return name in self._lines or any(alias.text == name for alias in self.aliases()) or name in forms

    def view(self, language: str, style: str = "ap", prefer: tuple[tuple[str, str], ...] = ()) -> View:
        """Return what the table says in one language, in one house style, with the forms in `prefer` before all."""
        return _view(self, language, style, prefer)

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
        if len(rows) < len(spellings):
            seen: set[str] = set()
            for spelling, line in zip(spellings, self._aliases, strict=True):
                if spelling in seen and line != rows[spelling]:
                    rows[spelling] += f"\n{line}"
                elif spelling not in seen:
                    rows[spelling] = line
                    seen.add(spelling)
        return rows

    @cached_property
    def _longer(self) -> dict[str, list[str]]:
        return _by_first_word(self._rows)

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(self._rows).union(self._longer)


class View:
    """A table as the readers of one language see it.

    Attributes:
        table: The table.
        language: The language.
        slips: Spellings, casefolded, that may be put right where they stand in lower case, with the listed spelling:
            what a very well-known name is in this language, or in several.
        eminent: The forms of the very well-known, in any language.
        plurals: Plurals of the very well-known, with the listed spelling.
        starts: The words that a spelling may start with: all of them, and a few more.

    """

    def __init__(
        self, table: NameTable, language: str, forms: dict[str, Form], overruled: dict[str, Form] | None = None
    ) -> None:
        self.table = table
        self.language = language
        self._forms = forms
        # The canonical forms, then those that a style or a preference overrules; the aliases are the table's, and asked
        # one by one whether they hold in this language.
        self._own: dict[str, str] = {}
        for given in (forms, overruled or {}):
            for id_, form in given.items():
                self._own.setdefault(form.full, f"{form.full}\t*\t{id_}\t")
            for id_, (full, short) in given.items():
                if short != full:
                    self._own.setdefault(short, f"{short}\t*\t{id_}\tbare")
        self._longer = _by_first_word(self._own)
        self._grouped: dict[str, dict[str, tuple[str, ...]]] = {}
        self.slips: dict[str, str] = {}
        self.eminent: frozenset[str] = frozenset()
        self.plurals: dict[str, str] = {}
        self.starts: frozenset[str] = frozenset()
        if forms:
            self._add_eminent()
            # "the two Kievs": English alone makes a plural without touching the name.
            if language == "en":
                plurals = ((f"{spelling}s", spelling) for spelling in self.slips.values())
                self.plurals = {plural: spelling for plural, spelling in plurals if not self.line(plural)}
            self.starts = table._starts.union(self._own, self._longer, self.plurals)

    def _add_eminent(self) -> None:
        eminent: set[str] = set()
        for line in self.table._entities:
            if line.endswith("slip") and (entity := _parse_entity(line)).id in self._forms:
                counts = Counter(spelling for form in entity.forms.values() for spelling in set(form))
                eminent.update(counts)
                own = self._forms[entity.id]
                for spelling, count in counts.items():
                    row = self.line(spelling) if spelling.isalpha() and (count > 1 or spelling in own) else None
                    if row and row.split("\t")[2] == entity.id:
                        self.slips[spelling.casefold()] = spelling
        self.eminent = frozenset(eminent)

    def line(self, spelling: str) -> str | None:
        """Return the line of the table in which `spelling` stands as an alias or canonical form of this language."""
        if line := self._own.get(spelling):
            return line
        mark = f",{self.language},"
        for line in self.table._rows.get(spelling, "").splitlines():
            _, languages, id_, _ = line.split("\t")
            if id_ in self._forms and (languages == "*" or mark in f",{languages},"):
                return line
        return None

    def longer(self, first: str) -> dict[str, tuple[str, ...]]:
        """Return the spellings of more than one word whose first capitalised one is `first`.

        They are grouped by the two characters that come after it, the second as a capital, or by as many as there are:
        by ``""`` where it is the last, as in al-Aqsa. The longest of a group comes first. Some may be another
        language's: `line` tells.
        """
        if first not in self._grouped:
            groups: dict[str, list[str]] = {}
            for spelling in {*self._longer.get(first, ()), *self.table._longer.get(first, ())}:
                at = spelling.index(first) + len(first)
                groups.setdefault(spelling[at : at + 1] + spelling[at + 1 : at + 2].upper(), []).append(spelling)
            self._grouped[first] = {key: tuple(sorted(group, key=_longest_first)) for key, group in groups.items()}
        return self._grouped[first]

    def find(self, spelling: str) -> tuple[Alias, ...]:
        """Return the row of `spelling` as an alias or canonical form: one, or none."""
        line = self.line(spelling)
        return (_parse_alias(line),) if line is not None else ()

    def form(self, id: str) -> Form:  # noqa: A002 - the field's own name
        """Return how the view spells the entity of that id."""
        return self._forms[id]

    def spellings(self) -> Iterator[Alias]:
        """Yield every alias and canonical form of the view."""
        lines = (self.line(spelling) for spelling in dict.fromkeys((*self._own, *self.table._rows)))
        return (_parse_alias(line) for line in lines if line is not None)

    @cached_property
    def famous(self) -> frozenset[str]:
        """The ids of people whose surname alone means them, unless the text says otherwise."""
        return frozenset(line.split("\t")[2] for line in self.table._aliases if line.endswith("famous"))


@lru_cache(maxsize=64)
def _view(table: NameTable, language: str, style: str, prefer: tuple[tuple[str, str], ...]) -> View:
    forms = {}
    mark = f"{language}="
    for line in table._entities:
        if mark in line:
            id_, _, full, short, _ = line.split("\t", 4)
            if form := _pick(full, mark):
                forms[id_] = Form(form, _pick(short, mark) or form)
    canonical = dict(forms)
    forms.update((id_, form) for id_, form in style_forms(style, language).items() if id_ in forms)
    if prefer:
        plain = View(table, language, canonical)
        for name, wanted in prefer:
            ids = [name] if name in forms else [row.id for row in plain.find(name)]
            for id_ in ids:
                person = forms[id_].short != forms[id_].full
                forms[id_] = Form(wanted, wanted.split()[-1] if person else wanted)
    overruled = {id_: form for id_, form in canonical.items() if form != forms[id_]}
    return View(table, language, forms, overruled)


def _pick(forms: str, mark: str) -> str:
    """Return the form after `mark` in ``de=Kiew|en=Kyiv``."""
    for pair in forms.split("|"):
        if pair.startswith(mark):
            return pair[len(mark) :]
    return ""


@cache
def _parse_entity(line: str) -> Entity:
    id_, kind, full, short, blockers, flags = line.split("\t")
    shorts = dict(pair.split("=", 1) for pair in short.split("|") if pair)
    forms = {}
    for pair in full.split("|"):
        language, _, form = pair.partition("=")
        forms[language] = Form(form, shorts.get(language, form))
    words = [word.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in blockers.split(";") if word]
    before = tuple(word[1:] for word in words if word[0] == "<")
    after = tuple(word[1:] for word in words if word[0] == ">")
    return Entity(id_, kind, forms, before, after, frozenset(flags.split(",")) - {""})


def _by_first_word(spellings: Iterable[str]) -> dict[str, list[str]]:
    """Return those of `spellings` that are more than a word of letters by their first capitalised word."""
    found: dict[str, list[str]] = {}
    for spelling in spellings:
        if not spelling.isalpha():
            first = spelling.partition(" ")[0]
            if not first.isalpha() or not first[0].isupper():
                lead = _LEAD_RE.search(spelling)
                first = lead.group() if lead else ""
            if first in found:
                found[first].append(spelling)
            else:
                found[first] = [spelling]
    return found


def _longest_first(spelling: str) -> tuple[int, str]:
    return -len(spelling), spelling


def _parse_alias(line: str) -> Alias:
    text, languages, id_, conditions = line.split("\t")
    return Alias(text, languages, id_, frozenset(conditions.split(",")) - {""})


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
