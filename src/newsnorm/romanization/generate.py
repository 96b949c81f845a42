"""What follows from a native name: the spellings of places and people that the alias table holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.romanization.cyrillic import spellings_of_person, spellings_of_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.romanization.sources import Row

__all__ = ["generate_person", "generate_place"]

Generated = tuple[str, float, tuple[str, ...]]

# How many spellings of a name are kept, and how rare a habit may be.
MOST, LIMIT = 40, 2.5
MOST_PERSON = 60
MOST_VILLAGE, LIMIT_VILLAGE = 16, 1.6

# The fewest letters of a generated alias, by rank: a short one is some other word too often (Bela, Terni, Sari).
SHORTEST = {0: 4, 2: 4, 3: 5, 4: 6}

# One word that ends as East Slavic surnames do: Makarov, Romanof, Khmelnitsky, Lebedin, Borisenko, Galich, Gorniak.
SURNAME_RE = re.compile(r"\w+(?:[oe]v|[oe]ff?|[iy]n|sk(?:iy|yi|y|i|ii|yy|iy)|enko|uk|[iy]ch|iak|yak)")


def generate_place(row: Row) -> Iterator[Generated]:
    """Yield the spellings of a place that has a Cyrillic name."""
    small = row.rank > 3
    most, limit = (MOST_VILLAGE, LIMIT_VILLAGE) if small else (MOST, LIMIT)
    for native in row.native.get("uk", ()):
        for alias, price in spellings_of_place(native, row.native.get("ru", ()), most=most, limit=limit).items():
            if not alias.endswith("'") and len(alias) >= SHORTEST[row.rank]:
                yield alias, price, ("surname",) if SURNAME_RE.fullmatch(alias) else ()
                if alias.endswith(" oblast"):
                    yield alias.replace(" oblast", " Oblast"), price, ()


def generate_person(row: Row, short: dict[str, str]) -> Iterator[Generated]:
    """Yield a person's spellings: in full, and the bare surname on condition."""
    bare = ("bare", "famous") if "famous" in row.flags else ("bare",)
    for native in row.native.get("uk", ()):
        russian = row.native.get("ru", ())
        for alias, price in spellings_of_person(native, russian, most=MOST_PERSON, limit=LIMIT).items():
            yield alias, price, ()
        if short:
            surnames = tuple(name.split(" ")[-1] for name in russian)
            for alias, price in spellings_of_place(
                native.split(" ")[-1], surnames, most=MOST_VILLAGE, limit=LIMIT
            ).items():
                if len(alias) > 3:
                    yield alias, price, bare
