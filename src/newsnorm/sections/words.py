"""The word lists of this package, read once and only when wanted.

>>> "март" in month_words(), "tuesday" in weekday_words(), "AFP" in agency_names()
(True, True, True)
"""

from __future__ import annotations

import re
from functools import cache

from newsnorm.phrases import find_phrase
from newsnorm.tables import read_rows

__all__ = [
    "BETWEEN_AGENCIES_RE",
    "WORD_RE",
    "agency_names",
    "folded_agency_names",
    "is_furniture",
    "line_leads",
    "list_words",
    "month_words",
    "opening_word",
    "place_names",
    "weekday_words",
]

WORD_RE = re.compile(r"[^\s,.:;|/()\[\]<>·•@]+")
"""What stands between spaces and marks."""

OPENING_RE = re.compile(r"[^\s:,/]*")

BETWEEN_AGENCIES_RE = re.compile(r"[/,;|]|\s-\s|\s(?:and|und|et|y|e|en|og|och)\s")
"""What stands between the names of agencies, but for white space."""


@cache
def month_words() -> frozenset[str]:
    """Return the names of months and their abbreviations, lower case, in all languages."""
    return _calendar("month")


@cache
def weekday_words() -> frozenset[str]:
    """Return the names of weekdays and their abbreviations, lower case, in all languages."""
    return _calendar("weekday")


@cache
def agency_names() -> frozenset[str]:
    """Return the names of news and picture agencies, spelled as they are in use."""
    return frozenset(name for name, _, _ in read_rows("section-agencies.tsv", 3))


@cache
def list_words(use: str) -> frozenset[str]:
    """Return the words of one list of ``section-words.tsv``, of all languages together."""
    rows = read_rows("section-words.tsv", 3)
    return frozenset(word for kind, _, words in rows if kind == use for word in words.split())


@cache
def folded_agency_names() -> frozenset[str]:
    """Return the same names in lower case, for where the brackets around already say that this is an agency."""
    return frozenset(map(str.lower, agency_names()))


def is_furniture(text: str) -> bool:
    """Return whether a line says what only a page's furniture says, which no section is headed by.

    The phrases are those furniture is taken out by; here they matter where it was left in.

    >>> is_furniture("Leave a Reply"), is_furniture("Related: Ferry adrift"), is_furniture("Comments on the draft")
    (True, True, False)
    """
    hint = find_phrase(text)
    return hint is not None and hint.certain


@cache
def line_leads() -> dict[str, list[tuple[str, str]]]:
    """Return ``(lead, kind)`` pairs by the lead's `opening_word`, the longest lead first."""
    leads: dict[str, list[tuple[str, str]]] = {}
    for kind, _, lead in read_rows("section-leads.tsv", 3):
        leads.setdefault(opening_word(lead), []).append((lead, kind))
    for pairs in leads.values():
        pairs.sort(key=lambda pair: (-len(pair[0]), pair))
    return leads


def opening_word(text: str) -> str:
    """Return what `text` opens with, up to a space, a colon, a comma or a slash, in lower case.

    >>> opening_word("Author: Jane Doe"), opening_word("文/王小明")
    ('author', '文')
    """
    found = OPENING_RE.match(text)
    return found.group().lower() if found else ""


@cache
def place_names() -> frozenset[str]:
    """Return the names of places that reports are filed from, in several languages; also in capitals."""
    names = {name for _, _, row in read_rows("section-places.tsv", 3) for name in row.split("|")}
    return frozenset(names | {name.upper() for name in names})


def _calendar(wanted: str) -> frozenset[str]:
    rows = read_rows("section-calendar.tsv", 3)
    return frozenset(word for _, kind, words in rows if kind == wanted for word in words.split())
