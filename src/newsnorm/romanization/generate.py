"""What follows from a native name: the spellings of places and people that the alias table holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.romanization.cyrillic import spellings_of_person, spellings_of_place, spellings_of_russian
from newsnorm.romanization.latin import respell
from newsnorm.romanization.scripts import LANGUAGES, spellings
from newsnorm.romanization.transcription import SYSTEMS, transcribe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.romanization.sources import Row

__all__ = ["LARGE", "SURNAME_RE", "generate_person", "generate_place"]

Generated = tuple[str, float, tuple[str, ...]]

# How many spellings of a name are kept, and how rare a habit may be, by rank: what stands in the news most, a city, a
# settlement, a village.
MOST_PLACE = {0: 48, 2: 34, 3: 27, 4: 4}
LIMIT_PLACE = {0: 2.5, 2: 2.5, 3: 2.5, 4: 1.4}
LIMIT = 2.5
MOST_PERSON, MOST_BARE, LIMIT_RUSSIAN = 36, 16, 2.0
MOST_OTHER, LIMIT_OTHER = 12, 1.2
ATTESTED = 1.5  # the price of a spelling that a gazetteer has seen
TRANSCRIBED = 1.2  # the price of what another language's press writes
LARGE = 30_000  # inhabitants: what the presses of other languages write about, and transcribe by a strict system

# What a row may say of a name that stands in Latin letters: how desks vary it.
RESPELLED = frozenset({"arabic", "persian", "hebrew", "chinese", "korean"})

# The fewest letters of a generated alias, by rank: a short one is some other word too often (Bela, Terni, Sari).
SHORTEST = {0: 4, 2: 4, 3: 5, 4: 6}
SHORTEST_ATTESTED = 6

# One word that ends as East Slavic surnames do: Makarov, Romanof, Khmelnitsky, Lebedin, Borisenko, Galich, Gorniak.
SURNAME_RE = re.compile(r"\w+(?:[oe]v|[oe]ff?|[iy]n|sk(?:iy|yi|y|i|ii|yy|yj)|dze|enko|uk|[iy]ch|iak|yak)")


def generate_place(row: Row) -> Iterator[Generated]:
    """Yield the spellings of a place that has a name in a script that is read letter by letter."""
    found = dict(_by_letter(row))
    most, limit = MOST_PLACE[row.rank], LIMIT_PLACE[row.rank]
    russian = row.native.get("ru", ())
    for native in row.native.get("uk", ()):
        found |= spellings_of_place(native, russian, most=most, limit=limit)
    if "uk" not in row.native:
        for native in russian:
            found |= spellings_of_russian(native, most=MOST_OTHER, limit=LIMIT_OTHER)
    if not row.rank or (row.rank == 2 and row.inhabitants >= LARGE):
        for spelling in _transcribed(row):
            found.setdefault(spelling, TRANSCRIBED)
    for spelling in row.native.get("Latn", ()):
        if len(spelling) >= SHORTEST_ATTESTED:
            found.setdefault(spelling, ATTESTED)
    for alias, price in found.items():
        if not alias.endswith("'") and len(alias) >= SHORTEST[row.rank]:
            yield alias, price, ("surname",) if SURNAME_RE.fullmatch(alias) else ()
            if alias.endswith(" oblast"):
                yield alias.replace(" oblast", " Oblast"), price, ()


def _by_letter(row: Row) -> Iterator[tuple[str, float]]:
    """Yield the spellings of a name in one of the other scripts that are read letter by letter."""
    for language in LANGUAGES:
        for native in row.native.get(language, ()):
            yield from spellings(native, language, most=MOST_OTHER, limit=LIMIT_OTHER).items()


def _transcribed(row: Row) -> Iterator[str]:
    """Yield what the presses of other languages make of the native names."""
    for language in ("uk", "ru"):
        for native in row.native.get(language, ()):
            yield from (transcribe(native, language, system) for system in SYSTEMS)


def generate_person(row: Row, short: dict[str, str]) -> Iterator[Generated]:
    """Yield a person's spellings: in full, and the bare surname on condition."""
    full = dict(_full_names(row))
    for alias, price in full.items():
        yield alias, price, ()
    if not short:
        return
    bare = ("bare", "famous") if "famous" in row.flags else ("bare",)
    surnames: dict[str, float] = {}
    for alias, price in full.items():
        surname = alias.rpartition(" ")[2]
        surnames[surname] = min(price, surnames.get(surname, price))
    for surname, price in sorted(surnames.items(), key=lambda item: (item[1], item[0]))[:MOST_BARE]:
        if len(surname) > 3 and surname[0].isupper():
            yield surname, price, bare


def _full_names(row: Row) -> Iterator[tuple[str, float]]:
    """Yield the spellings of a person's full name: from the native one, or from the Latin one where that says more."""
    russian = row.native.get("ru", ())
    for native in row.native.get("uk", ()):
        yield from spellings_of_person(native, russian, most=MOST_PERSON, limit=LIMIT).items()
    if "uk" not in row.native:
        for native in russian:
            yield from spellings_of_russian(native, most=MOST_PERSON, limit=LIMIT_RUSSIAN).items()
    for spelling in _transcribed(row):
        yield spelling, TRANSCRIBED
    yield from _by_letter(row)
    for flag in sorted(row.flags & RESPELLED):
        yield from respell(row.forms["en"], flag, most=MOST_PERSON).items()
