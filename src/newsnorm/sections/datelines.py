"""Datelines: where and when a report was filed, and by which agencies, in the forms the agencies use.

>>> find_dateline("MOSCOW, March 21 (AFP/APP): The leaders hailed a new era.")
Dateline(place='MOSCOW', date='March 21', agencies=('AFP', 'APP'), start=0, end=27)
>>> find_dateline("SALT LAKE CITY — The river rose.").place, find_dateline("NEW DELHI: The house rose.").place
('SALT LAKE CITY', 'NEW DELHI')
>>> find_dateline("NEW YORK and CHICAGO (Dec. 22, 2013) — Snow fell.")[:2]
('NEW YORK and CHICAGO', 'Dec. 22, 2013')
>>> find_dateline("МОСКВА, 21 мар — РИА Новости. Переговоры завершены.")[:3]
('МОСКВА', '21 мар', ('РИА Новости',))

A place alone is not enough, nor is a dash or a colon: places and speakers' names look the same. One of these must hold:
an agency we know, a date, a place we know, or a place in capitals before a dash. What a sentence says stays a sentence:

>>> sentences = "Paris – a city of lights – sleeps.", "JANE DOE: Hello.", "NATO — which met — left."
>>> [find_dateline(sentence) for sentence in sentences]
[None, None, None]

An agency before all else needs no place, and what follows it is none unless it is closed as a place is:

>>> find_dateline("(Reuters) - France will open the bridge.")[:3]
(None, None, ('Reuters',))
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsnorm.records import Dateline
from newsnorm.sections.words import (
    BETWEEN_AGENCIES_RE,
    agency_names,
    folded_agency_names,
    list_words,
    month_words,
    place_names,
    weekday_words,
)

__all__ = ["find_dateline", "is_dateline_alone"]

# No dateline is longer; what closes it is looked for no further.
LONGEST_DATELINE = 120

# "WASHINGTON, D.C., United States and NEW YORK" has six words.
MOST_PLACE_WORDS = 9

# Shorter capitals are acronyms more often than places: they need to be places we know.
SHORTEST_CAPITALS = 4

# A month's name with a stop after it is an abbreviation up to this length.
LONGEST_ABBREVIATION = 4

# One of these stands in every dateline: a cheap way to be done with most paragraphs.
# One class, and then what must follow some of it: that is searched for in a third of the time.
SIGN_RE = re.compile(r"[—–:()/\[\]【］日／.-](?:(?<![.-])|(?<=-)(?:[-\s]|\Z)|(?<=\.)\s\d)")

# Vowel signs of Indic scripts are no letters to `re`.
INDIC = "\u0900-\u0963\u0966-\u0dff"
PLACE_WORD_RE = re.compile(rf"[^\W\d_](?:[\w{INDIC}'’.-]*[\w{INDIC}'’.])?")
BETWEEN_PLACES_RE = re.compile(r",\s|\s?/\s?|\s(?:and|und|et|y|e|и|та|&)\s|\s")

# A day and a month in either order, with a weekday and a year or without; or figures.
WORD, DAY, YEAR = r"(?:(?!\d)[\w\u05f3-\u0dff]){2,30}", r"\d{1,2}", r"(?:19|20)\d\d"
DATE_RE = re.compile(
    rf"""
    (?:(?P<weekday>{WORD})[.,]?\s)?
    (?:
        {DAY}(?:st|nd|rd|th|er|º|°)?\.?\s(?:de\s|di\s)?(?P<month>{WORD})\.?            # 21. März, 21 de marzo
      | (?P<month2>{WORD})\.?\s{DAY}(?:st|nd|rd|th|\sd\.)?                             # March 21, Dec. 22, kovo 21 d.
      | {YEAR}\.\s(?P<month3>{WORD})\s{DAY}\.(?:,\s(?P<weekday2>{WORD}))?              # 2023. március 21., kedd
      | {DAY}[./-]{DAY}[./-](?:\d\d)?\d\d | \d\d\d\d-\d\d-\d\d | {DAY}\.{DAY}\.(?!\d)
      | (?:{DAY}月)?{DAY}日
    )
    (?:,?\s(?:de\s)?{YEAR}(?:\s(?:г|року|р)\.?)?)?
    """,
    re.VERBOSE,
)

PLACES_RE = re.compile(r",\s|\s?/\s?|\s(?:and|und|et|y|e|и|та|&)\s")

SKIP_RE = re.compile(r"[\s,.]*")
BRACKET_RE = re.compile(r"\(([^()]{2,60})\)|\[([^\[\]]{2,60})\]|/([^/\s][^/]{1,40})/")

# A site on the web that stands where an agency does: "KOMPAS.com".
SITE = r"\w[\w-]{2,30}\.(?i:co\.id|com|co|id|info|net|news|org|ru|tv|ua)"
SITE_RE = re.compile(rf"{SITE}\Z")
LEADING_SITE_RE = re.compile(rf"({SITE}),\s")

# What a dateline in the forms of Chinese, Japanese and Korean may open with, besides the agency's name.
CJK_BRACKETS = frozenset("【[［(（〔")

# What closes a dateline: a dash, a colon, or a stop with a dash.
CLOSING_RE = re.compile(r"\s?(?:\.?[–—]|\.?--|\.?-(?=\s|\Z)|\.-|:|//)\s*|\Z")


class _Reading(NamedTuple):
    """What a paragraph opens with, read as a dateline.

    Attributes:
        place: The place, as it stands there.
        led: Whether an agency stands before it.
        end: Where the place, the date and the agencies end.
        date: The date, or ``None``.
        agencies: The agencies we know.
        other: Whether something we do not know stands in brackets.

    """

    place: str
    led: bool
    end: int
    date: str | None
    agencies: tuple[str, ...]
    other: bool


def find_dateline(text: str, *, start: int = 0, first: bool = True) -> Dateline | None:
    """Return the dateline that `text` opens with, or ``None``.

    Args:
        text: A paragraph.
        start: Where the paragraph starts in the article, in code points; the dateline's span counts from there.
        first: Whether it is the article's first paragraph; later ones need an agency or a date.

    """
    opening = text[:LONGEST_DATELINE]
    if SIGN_RE.search(opening) is None:
        return None
    if (opening[0] in CJK_BRACKETS or "一" <= opening[0] <= "鿿") and not opening.isascii():
        from newsnorm.sections.cjk_datelines import find_cjk_dateline  # its patterns take 7 ms to compile

        if found := find_cjk_dateline(opening, start):
            return found
    if reading := _read(opening):
        closing = CLOSING_RE.match(opening, reading.end)
        end = closing.end() if closing else reading.end
        if _is_sure(reading, opening, closed=reading.end < end < len(text), first=first):
            return Dateline(reading.place, reading.date, reading.agencies, start, start + len(opening[:end].rstrip()))
    return _find_agencies_alone(opening, start, first=first)


def is_dateline_alone(text: str) -> bool:
    """Return whether the line `text` is a dateline and nothing else."""
    if len(text) > LONGEST_DATELINE:
        return False
    found = find_dateline(text)
    return found is not None and not text[found.end :].strip(" .")


def _find_agencies_alone(text: str, start: int, *, first: bool) -> Dateline | None:
    """Return the agencies in brackets that a report opens with, "(Reuters) - Apple said", "(CNN)The ministers"."""
    agencies, end = _agencies_at(text, 0)
    if not agencies:
        return None
    closing = CLOSING_RE.match(text, end)
    after = closing.end() if closing else end
    if after == len(text) or (after == end and not (first and text[end:].lstrip()[:1].isupper())):
        return None
    return Dateline(None, None, agencies, start, start + len(text[:after].rstrip()))


def _read(text: str) -> _Reading | None:
    """Read a place, and then a date and agencies in any order, each at most once."""
    begin, agencies = 0, _agencies_at(text, 0)
    if agencies[0]:  # "(ANSA) - ROMA, 21 MAR -"
        closing = CLOSING_RE.match(text, agencies[1]) or SKIP_RE.match(text, agencies[1])
        begin = closing.end() if closing else 0
    elif site := LEADING_SITE_RE.match(text):  # "TEMPO.CO, Jakarta -"
        begin, agencies = site.end(), ((site[1],), site.end())
    end = _read_place(text, begin)
    if not end:
        return None
    place, date, known, other = text[begin:end], None, agencies[0], False
    while True:
        at = _skip(text, end)
        if date is None and (stop := _read_date(text, at)):
            date, end = text[at:stop], stop
            continue
        if (bracket := BRACKET_RE.match(text, at)) and not known and not other:
            inside = _inside(bracket)
            known, dated = _read_bracket(inside)
            date, other, end = date or dated, not known and dated is None, bracket.end()
            continue
        if not known and (name := _agency_at(text, at)):
            known, end = (name,), at + len(name)
            continue
        return _Reading(_bare_place(place), begin > 0, end, _bare_date(date), known, other)


def _skip(text: str, position: int) -> int:
    """Return where the next part of a dateline may start: after spaces, commas, stops, or the dash before an agency."""
    skipped = SKIP_RE.match(text, position)
    at = skipped.end() if skipped else position
    closing = CLOSING_RE.match(text, position)
    after = closing.end() if closing else at
    if after > at and (_agency_at(text, after) or _agencies_at(text, after)[0]):
        return after
    return at


def _read_place(text: str, position: int) -> int:
    """Return where the words end that may name places, 0 where none do."""
    end = 0
    for _ in range(MOST_PLACE_WORDS):
        word = PLACE_WORD_RE.match(text, position)
        if word is None or _opens_date(word.group(), text, word.end()) or (end and _is_agency(word.group())):
            break
        if not word.group()[0].islower():
            end = word.end()
        elif not end or word.group() not in list_words("particle"):
            break
        between = BETWEEN_PLACES_RE.match(text, word.end())
        if between is None:
            break
        position = between.end()
    return end


def _opens_date(word: str, text: str, end: int) -> bool:
    """Return whether a word opens the date rather than naming a place: a month before a figure, a weekday."""
    lower = word.lower().rstrip(".")
    if lower in month_words():
        return re.match(r"\.?,?\s?\d", text[end : end + 4]) is not None
    return len(word) > 3 and lower in weekday_words()


def _read_date(text: str, position: int) -> int:
    """Return where the date ends that starts at `position`, or 0."""
    found = DATE_RE.match(text, position)
    if found is None:
        return 0
    month = found["month"] or found["month2"] or found["month3"]
    if month is not None and month.lower() not in month_words():
        return 0
    weekday = found["weekday"] or found["weekday2"]
    if weekday is not None and weekday.lower() not in weekday_words():
        return 0
    return found.end()


def _inside(bracket: re.Match[str]) -> str:
    return next(part for part in bracket.groups() if part is not None).strip()


def _read_bracket(inside: str) -> tuple[tuple[str, ...], str | None]:
    """Return the agencies and the date that stand in a bracket."""
    if _read_date(inside, 0) == len(inside):
        return (), inside
    parts = [part.strip() for part in BETWEEN_AGENCIES_RE.split(inside) if part.strip()]
    known = tuple(part for part in parts if part in agency_names() or part.lower() in folded_agency_names())
    return known, next((part for part in parts if _read_date(part, 0) == len(part)), None)


def _agencies_at(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """Return the agencies in the bracket at `position`, and where it ends."""
    bracket = BRACKET_RE.match(text, position)
    return (_read_bracket(_inside(bracket))[0], bracket.end()) if bracket else ((), position)


def _agency_at(text: str, position: int) -> str | None:
    """Return the agency named at `position` and closed there, by a stop, a dash or a colon."""
    found = _closed_agency_re().match(text, position)
    return found.group() if found else None


def _is_agency(word: str) -> bool:
    return word in agency_names() or SITE_RE.match(word) is not None


@cache
def _closed_agency_re() -> re.Pattern[str]:
    """Return a pattern of all agencies, the longest name first, with what may close a dateline after it."""
    names = sorted(agency_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))}|{SITE})(?=\.(?:\s|-|\Z)|\s?[–—:]|\s?--|\s-(?:\s|\Z))")


def _is_sure(reading: _Reading, text: str, *, closed: bool, first: bool) -> bool:
    """Return whether all this is a dateline, and not the start of a sentence."""
    places = [place for place in PLACES_RE.split(reading.place) if place]
    if places[0].upper() in list_words("not-place"):
        return False
    known = any(place in place_names() for place in places)
    capitals = places[0].isupper() and len(places[0]) >= SHORTEST_CAPITALS
    after = text[reading.end :]
    rest = after.lstrip(" .,:/–—-\N{NO-BREAK SPACE}")
    if reading.led:
        dashed = after.lstrip()[:1] in "–—-"
        return (closed or not rest) and not rest[:1].islower() and bool(known or capitals or reading.date or dashed)
    if any(map(SITE_RE.match, reading.agencies)):  # "On KOMPAS.com: the bridges"
        return (closed or not rest) and (known or capitals)
    if reading.agencies:
        return bool(closed or not rest or known or capitals or reading.date)
    if reading.date is not None:
        apart = text.startswith((",", "."), text.find(reading.place) + len(reading.place))
        return (closed or not rest) and (known or capitals or apart or reading.other)
    if not rest:
        return first and known and bool(after)
    if not first or not closed or rest[0].islower() or (reading.other and not (known or capitals)):
        return False
    return known or (capitals and after.lstrip()[0] in "–—-")


def _bare_place(place: str) -> str:
    """Return a place without the stop that parts it from the date, which is no abbreviation's."""
    last = PLACES_RE.split(place)[-1]
    return place if last in place_names() or last.count(".") > 1 else place.rstrip(".")


def _bare_date(date: str | None) -> str | None:
    """Return a date without a stop that no abbreviation needs."""
    if date is None or not date.endswith("."):
        return date
    return date if len(date.rstrip(".").split()[-1]) <= LONGEST_ABBREVIATION else date.rstrip(".")
