"""Make the compiled names table from its reviewable sources: ``python -m newsnorm.romanization.build``.

Sources (``newsnorm/data/sources``) hold facts a person can check in a diff: a thing, its name in its own script, what
it is called in each language. What follows from them is generated here, never written by hand: how a native name is
spelled in Latin letters by one desk or another. The result is two sorted tables, ``entities.tsv`` and ``aliases.tsv``,
and two that list their key words and other words, ``keys.tsv`` and ``name_words.tsv``.

Harm is worse than a miss. An alias is dropped where it is another thing's canonical name, where two things of one rank
claim it, and where ``omissions.tsv`` gives a reason. It is kept under a condition where it is also a surname, or a
place in another country.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsnorm.key_words import find_key_word
from newsnorm.name_table import NameTable
from newsnorm.name_table.keys import compile_keys
from newsnorm.name_table.lookup import compile_name_words
from newsnorm.romanization.cyrillic import ukrainian
from newsnorm.romanization.generate import LARGE, SURNAME_RE, generate_person, generate_place
from newsnorm.romanization.russify import russify, with_yo
from newsnorm.romanization.sources import Row, read_gazetteer, read_pairs, read_things
from newsnorm.romanization.transcription import transcribe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["compile_tables", "main"]

DATA = Path(__file__).parent.parent / "data"
RANKS = {"city": 2, "settlement": 3, "village": 4}
# The flags of a row that the table has too.
TOLD = ("opening=", "slip", "word=")
# Where a part of a name ends.
PART_RE = re.compile(r"(?<=[ -])")
HEADER = "# Made from data/sources by `python -m newsnorm.romanization.build`; not to be edited.\n"


@dataclass(frozen=True, slots=True)
class Claim:
    """A thing's claim to an alias: the lower the rank, then the price, the stronger."""

    alias: str
    languages: tuple[str, ...]
    id: str
    conditions: tuple[str, ...]
    rank: int
    inhabitants: int
    price: float


def compile_tables() -> dict[str, str]:
    """Return the compiled tables, name to text."""
    rows = list(read_rows_of_all())
    entities = tuple(sorted(map(_entity, rows)))
    aliases = tuple(sorted(_settle(rows)))
    table = NameTable(entities, aliases)
    return {
        "entities.tsv": HEADER + "# id\tkind\tforms\tshort\tblockers\tflags\n" + _join(entities),
        "aliases.tsv": HEADER + "# key word\talias\tlanguages\tid\tconditions\n" + _join(aliases),
        "keys.tsv": HEADER + compile_keys(table),
        "name_words.tsv": HEADER + compile_name_words(table),
    }


def _join(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def read_rows_of_all() -> Iterator[Row]:
    """Yield every thing once: the hand-made rows, then what the gazetteer adds to them.

    Places whose names come out the same in Latin letters are one thing here: a reader can't tell them apart.
    """
    things, gazetteer = list(read_things()), list(read_gazetteer())
    attested = {place.native: place.attested for place in gazetteer}
    known = {native for row in things for native in row.native.get("uk", ())}
    taken = {row.forms.get("en") for row in things}
    for row in things:
        seen = tuple(spelling for native in row.native.get("uk", ()) for spelling in attested.get(native, ()))
        yield replace(row, native=row.native | {"Latn": seen}) if seen and row.kind == "place" else row
    places: dict[str, Row] = {}
    for place in gazetteer:
        name = ukrainian(place.native)
        if place.native in known or name in taken:
            continue
        row = places.setdefault(
            name,
            Row(f"place/ua-{_slug(name)}", "place", forms={"en": name}, source=place.source, rank=5),
        )
        russian = tuple(map(with_yo, place.russian or (russify(place.native),)))
        more = {"uk": (place.native,), "ru": russian, "Latn": place.attested}
        places[name] = replace(
            row,
            native={key: (*row.native.get(key, ()), *names) for key, names in more.items()},
            rank=min(row.rank, RANKS[place.rank]),
            inhabitants=max(row.inhabitants, place.inhabitants),
        )
    for row in places.values():
        # The German presses transcribe by a strict system what they write about: the larger cities.
        large = row.rank == RANKS["city"] and row.inhabitants >= LARGE
        german = {"de": transcribe(row.native["uk"][0], "uk", "de")} if large else {}
        yield replace(row, forms=german | row.forms)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def _entity(row: Row) -> str:
    forms = "|".join(f"{language}={form}" for language, form in sorted(row.forms.items()))
    short = "|".join(f"{language}={form}" for language, form in sorted(_short(row).items()))
    flags = ",".join(sorted(flag for flag in row.flags if flag.startswith(TOLD)))
    return "\t".join((row.id, row.kind, forms, short, row.blockers, flags))


def _short(row: Row) -> dict[str, str]:
    """Return a person's bare surname by language: the last word, unless the row says otherwise.

    What it says is the English one; in another language it is as much of the name, if no word: Ben-Gvir, Ben Gvir.
    """
    if row.kind != "person":
        return {}
    own = next((flag.partition("=")[2] for flag in row.flags if flag.startswith("short=")), "")
    if not own:
        return {language: form.split(" ")[-1] for language, form in row.forms.items() if " " in form}
    if own == "none":
        return {}
    size = len(PART_RE.split(own))
    return {
        language: "".join(PART_RE.split(form)[-size:])
        for language, form in row.forms.items()
        if f"word={language}" not in row.flags
    }


def _claims(row: Row) -> Iterator[Claim]:
    """Yield all that `row` claims: what it lists, at no price, and what follows from its native name.

    What stands in Latin letters is a variant only where the canonical form does, too: a Russian text that has ``Putin``
    in Latin letters means to.
    """
    everywhere = tuple(language for language, form in sorted(row.forms.items()) if _is_latin(form))
    for variant in row.variants:
        languages = variant.languages or everywhere
        yield Claim(variant.alias, languages, row.id, variant.conditions, row.rank, row.inhabitants, 0.0)
    if "listed" in row.flags:
        return
    for form in sorted(set(row.forms.values())):
        if row.native and form.isascii():  # what one language calls it, a scraped text of another may too
            needed: tuple[str, ...] = ("surname",) if row.rank and SURNAME_RE.fullmatch(form) else ()
            yield Claim(form, everywhere, row.id, needed, row.rank, row.inhabitants, 0.0)
    generated = generate_person(row, _short(row)) if row.kind == "person" else generate_place(row)
    for alias, price, conditions in generated:
        rank = row.rank + ("bare" in conditions)  # a bare surname gives way to a full name of anything
        yield Claim(alias, everywhere, row.id, conditions, rank, row.inhabitants, price)


def _is_latin(text: str) -> bool:
    return text[:1] < "\N{GREEK CAPITAL LETTER ALPHA}"


def _only_marks_differ(alias: str, form: str) -> bool:
    """Whether `alias` has marks that `form` does without: desks keep them or not, and an index folds them anyway."""
    return alias != form and not alias.isascii() and _bare(alias) == _bare(form)


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def _settle(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the alias table: each alias with the one thing it means in a language."""
    omitted, homonyms = read_pairs("omissions.tsv"), read_pairs("homonyms.tsv")
    canonical: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        for forms in (row.forms, _short(row)):
            for language, form in forms.items():
                canonical[language].setdefault(form, row.id)
    claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for row in rows:
        for claim in _claims(row):
            if claim.alias not in omitted:
                for language in claim.languages:
                    claims[claim.alias, language].append(claim)
    forms_of = {row.id: row.forms for row in rows}
    owned: dict[tuple[str, str, tuple[str, ...]], set[str]] = defaultdict(set)
    for (alias, language), rivals in claims.items():
        winner = _winner(rivals)
        if winner is None or _only_marks_differ(alias, forms_of[winner.id][language]):
            continue
        if alias not in canonical[language]:
            conditions = winner.conditions
            if alias in homonyms and winner.rank:
                conditions = (*conditions, f"elsewhere={homonyms[alias]}")
            owned[alias, winner.id, tuple(sorted(set(conditions)))].add(language)
    for (alias, id_, conditions), languages in owned.items():
        # Where it is the thing's own canonical form there is nothing to do, but a house style may prefer another.
        languages |= {language for language, form in forms_of[id_].items() if form == alias}
        scope = "*" if languages == set(forms_of[id_]) else ",".join(sorted(languages))
        yield "\t".join((find_key_word(alias), alias, scope, id_, ",".join(conditions)))


DOUBT = 0.3
"""Two things of one rank whose claims differ by less than this price: nobody gets the alias …"""
MUCH_LARGER = 5
"""… unless one has so many times the inhabitants of the other."""


def _winner(rivals: Iterable[Claim]) -> Claim | None:
    best: dict[str, Claim] = {}
    for claim in rivals:
        if claim.id not in best or (claim.rank, claim.price) < (best[claim.id].rank, best[claim.id].price):
            best[claim.id] = claim
    first, *others = sorted(best.values(), key=lambda claim: (claim.rank, claim.price, -claim.inhabitants, claim.id))
    if others and others[0].rank == first.rank and others[0].price - first.price < DOUBT:
        return first if first.inhabitants > MUCH_LARGER * others[0].inhabitants else None
    return first


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the compiled tables, or with ``--check`` only say whether they are up to date."""
    parser = argparse.ArgumentParser(prog="python -m newsnorm.romanization.build", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where a table is out of date")
    options = parser.parse_args(arguments)
    stale = 0
    for name, text in compile_tables().items():
        path = DATA / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale = 1
            if not options.check:
                path.write_text(text, encoding="utf-8", newline="\n")
    return stale if options.check else 0


if __name__ == "__main__":
    sys.exit(main())
