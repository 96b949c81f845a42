"""The reviewable sources of the names table, read as they stand in ``newsnorm/data/sources``.

``places.tsv``, ``people.tsv``, ``organisations.tsv`` and ``other.tsv`` have seven columns, one thing a row:

===========  =====================================================================================================
id           what stays when spellings change: ``kyiv``; the kind goes before it, ``place/kyiv``
native       the name in its own script, by language: ``uk:Київ|ru:Киев``; spellings are generated from it
forms        the canonical name, by reader's language: ``de=Kiew|en=Kyiv``
variants     other names and spellings: ``Kiew``, ``en,de:Kiev`` (only in these languages), ``Luck{surname}`` (under a
             condition)
blockers     ``>Rus`` (what follows) and ``<chicken`` (what precedes): there it is something else, with ``;`` between
flags        ``slip``, ``famous``, ``listed`` (generate nothing), ``short=Kim`` (a surname that is not the last word),
             ``word=ru`` (in lower case it is a word of Russian), ``opening=ru`` (one that may begin a sentence, too)
source       a name that ``licences.tsv`` explains
===========  =====================================================================================================

``ukraine.tsv`` is a gazetteer: native name, rank, inhabitants, Russian names, Latin spellings attested, source.
``homonyms.tsv`` says in which countries an alias is another place, ``omissions.tsv`` which aliases are left out and
why, ``licences.tsv`` what each source gave, under which licence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KINDS", "Gazetted", "Row", "Variant", "read_gazetteer", "read_pairs", "read_things"]

KINDS = {"places.tsv": "place", "people.tsv": "person", "organisations.tsv": "organisation", "other.tsv": "other"}

# "en,de:Kiev{surname,elsewhere=russia}": languages, a spelling, conditions.
VARIANT_RE = re.compile(r"(?:(?P<languages>[a-z]{2}(?:,[a-z]{2})*):)?(?P<alias>[^{}]+)(?:\{(?P<conditions>[^{}]*)\})?")


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling: in which languages (none: in all), and under which conditions."""

    alias: str
    languages: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Variant:
        """Return the variant that `text` spells out.

        Raises:
            ValueError: It is not of the form ``languages:alias{conditions}``.

        >>> Variant.parse("en,de:Makarov{surname}")
        Variant(alias='Makarov', languages=('en', 'de'), conditions=('surname',))

        """
        match = VARIANT_RE.fullmatch(text)
        if match is None:
            raise ValueError(f"not a variant: {text!r}")
        return cls(match["alias"], _listed(match["languages"]), _listed(match["conditions"]))


@dataclass(frozen=True, slots=True)
class Row:
    """One thing and all that its source says of it."""

    id: str
    kind: str
    native: dict[str, tuple[str, ...]] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    blockers: str = ""
    flags: frozenset[str] = frozenset()
    source: str = ""
    rank: int = 0
    inhabitants: int = 0


class Gazetted(NamedTuple):
    """A place of Ukraine: what the gazetteers say of it."""

    native: str
    rank: str
    inhabitants: int
    russian: tuple[str, ...]
    attested: tuple[str, ...]
    source: str


def read_things() -> Iterator[Row]:
    """Yield the rows of the hand-made sources."""
    for name, kind in KINDS.items():
        for id_, native, forms, variants, blockers, flags, source in read_rows(f"sources/{name}", 7):
            natives: dict[str, tuple[str, ...]] = {}
            for item in filter(None, native.split("|")):
                language, _, word = item.partition(":")
                natives[language] = (*natives.get(language, ()), word)
            yield Row(
                id=f"{kind}/{id_}",
                kind=kind,
                native=natives,
                forms=dict(_pair(item, "=") for item in forms.split("|")),
                variants=tuple(map(Variant.parse, filter(None, variants.split("|")))),
                blockers=blockers,
                flags=frozenset(filter(None, flags.split(","))),
                source=source,
            )


def read_gazetteer() -> Iterator[Gazetted]:
    """Yield the places of Ukraine."""
    for native, rank, inhabitants, russian, attested, source in read_rows("sources/ukraine.tsv", 6):
        yield Gazetted(native, rank, int(inhabitants), _listed(russian), _listed(attested), source)


def read_pairs(name: str) -> dict[str, str]:
    """Return a source of two columns: an alias, and what is to be known of it."""
    return dict(_two(row) for row in read_rows(f"sources/{name}", 2))


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def _two(row: list[str]) -> tuple[str, str]:
    return row[0], row[1]


def _pair(text: str, sign: str) -> tuple[str, str]:
    key, _, value = text.partition(sign)
    return key, value
