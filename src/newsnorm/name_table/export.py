r"""The table for others: synonyms for a search index, and a look at one name.

An index that knows the synonyms finds both spellings and leaves the texts alone.

>>> [line[:18] for line in export_synonyms("en", kinds=("person",)) if "Volodymyr Zelens" in line]
['Volodymyr Zelensky']
>>> [entry.id for entry in show_name("Kiev")]
['place/kyiv']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsnorm.name_table.table import NameTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

__all__ = ["SYNONYM_FORMATS", "NameEntry", "export_synonyms", "show_name"]

SYNONYM_FORMATS = ("solr", "elasticsearch")
"""The formats of `export_synonyms`: lines of a Solr synonyms file, or the JSON of Elasticsearch's synonyms API."""

KINDS = ("place", "person", "organisation", "other")


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What the table holds of one thing.

    Attributes:
        id: Its id.
        kind: ``place``, ``person``, ``organisation`` or ``other``.
        forms: Its canonical form by language.
        aliases: Its other spellings, sorted, with the conditions each needs.
        blockers: Words beside which it is something else: ``<chicken`` before it, ``>Texas`` after it.

    """

    id: str
    kind: str
    forms: Mapping[str, str]
    aliases: tuple[tuple[str, tuple[str, ...]], ...]
    blockers: tuple[str, ...]


def show_name(name: str, *, table: NameTable | None = None) -> tuple[NameEntry, ...]:
    """Return the entries that `name` is an id, a canonical form or an alias of, in any language.

    Args:
        name: The name, as it is spelled in the table but for case.
        table: The table to look in; ``None`` for the built-in one.

    """
    table = table or NameTable.builtin()
    wanted = name.casefold()
    aliases: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    hit = set()
    for alias in table.aliases():
        aliases.setdefault(alias.id, []).append((alias.text, tuple(sorted(alias.conditions))))
        if alias.text.casefold() == wanted:
            hit.add(alias.id)
    found = []
    for entity in table.entities():
        spellings = {spelling.casefold() for form in entity.forms.values() for spelling in form}
        if entity.id in hit or wanted in spellings or wanted == entity.id:
            forms = {language: form.full for language, form in sorted(entity.forms.items())}
            blockers = (*(f"<{word}" for word in entity.before), *(f">{word}" for word in entity.after))
            others = tuple(sorted(set(aliases.get(entity.id, ()))))
            found.append(NameEntry(entity.id, entity.kind, forms, others, blockers))
    return tuple(found)


def export_synonyms(
    language: str = "en",
    *,
    format: str = "solr",  # noqa: A002 - the word for it
    kinds: Collection[str] = KINDS,
    table: NameTable | None = None,
) -> Iterator[str]:
    """Yield the lines of a synonyms file: for each thing, its canonical form in `language` and its other spellings.

    Spellings that mean the thing only beside some evidence (bare surnames, towns spelled like surnames) are left out:
    an index has no context.

    Args:
        language: Whose canonical forms come first, and whose aliases are listed.
        format: ``"solr"`` for lines of equivalent synonyms, which Elasticsearch reads too; ``"elasticsearch"`` for the
            JSON of its synonyms API.
        kinds: Which kinds of things.
        table: The table; ``None`` for the built-in one.

    Raises:
        ValueError: The format or a kind is not one of the valid ones; the message lists them.

    """
    for value, valid in ((format, SYNONYM_FORMATS), *((kind, KINDS) for kind in kinds)):
        if value not in valid:
            raise ValueError(f"{value!r} is not one of {', '.join(map(repr, valid))}")
    return _export(table or NameTable.builtin(), language, format, frozenset(kinds))


def _export(table: NameTable, language: str, format: str, kinds: frozenset[str]) -> Iterator[str]:  # noqa: A002
    view = table.view(language)
    spellings: dict[str, tuple[str, set[str]]] = {}
    for alias in view.spellings():
        if not alias.conditions and alias.id.partition("/")[0] in kinds:
            spellings.setdefault(view.form(alias.id).full, (alias.id, set()))[1].add(alias.text)
    sets = [
        (id_, ", ".join(map(_escape, [canonical, *sorted(found - {canonical})])))
        for canonical, (id_, found) in sorted(spellings.items())
        if found - {canonical}
    ]
    if format == "solr":
        yield from (line for _, line in sets)
        return
    from json import dumps  # few export, and all import

    yield '{"synonyms_set": ['
    for i, (id_, line) in enumerate(sets):
        yield dumps({"id": id_, "synonyms": line}, ensure_ascii=False) + ("," if i < len(sets) - 1 else "")
    yield "]}"


def _escape(name: str) -> str:
    r"""Return `name` with what separates synonyms escaped.

    >>> _escape("Odesa, Odessa")
    'Odesa\\, Odessa'
    """
    return name.replace("\\", "\\\\").replace(",", "\\,").replace("=>", "\\=>")
