"""The matcher: where the spellings of a view stand in a text, by whole words.

Names begin with a capital, and capitals are rare: so only the words that begin with one are looked up, and only a text
that holds the first word of a spelling is looked at more closely. Lower-case slips of the best-known names are looked
for besides.

>>> from newsnorm.name_table import NameTable
>>> view = NameTable.builtin().view("en")
>>> [(hit.spelling, hit.style) for hit in find_hits("KIEV’S mayor left kyiv and McKiev’s Kievan house", view)]
[('Kiev', 'capitals'), ('Kyiv', 'slip')]
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from itertools import accumulate, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.name_table import View

__all__ = ["APOSTROPHES", "Hit", "find_hits"]

APOSTROPHES = "'’‘ʼʹ`´′＇"
_LETTER_APOSTROPHES = "ʼʹ"  # letters to Unicode, and to `\w`


def _capital_class() -> str:
    """Return a character class of all capital letters, as ranges."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1) if sys.maxunicode < 0x2000 else range(0x2000):
        if chr(code).isupper() or chr(code).istitle():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "[" + "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges) + "]"


_CAPITAL = _capital_class()
CAPITAL_WORD_RE = re.compile(_CAPITAL + r"\w*")
_PIECES_RE = re.compile(f"({CAPITAL_WORD_RE.pattern})")
CAPITALS_RE = re.compile(_CAPITAL * 2 + r"\w+")  # no name is shorter

# In a longer text than this, in code points, a slip counts only beside another of the best-known names: a report on
# what happened in kyiv names Ukraine. It also saves looking for slips in most texts.
_SHORT = 400

# What may stand before a word, besides white space.
_MARKS = "\"“”„«‘'’[/–—-"


class Hit(NamedTuple):
    """A spelling of the view, found in a text.

    Attributes:
        start: Where it starts in the text, in code points.
        end: Where it ends, exclusive.
        spelling: The spelling as the view lists it.
        style: ``listed`` as it is, in ``capitals``, or a lower-case ``slip``.

    """

    start: int
    end: int
    spelling: str
    style: str


def find_hits(text: str, view: View) -> list[Hit]:
    """Return where spellings of `view` stand in `text`, in order: at each place the longest, none inside another."""
    for mark in _LETTER_APOSTROPHES:
        if mark in text:
            text = text.replace(mark, "'")
    hits = []
    position = 0
    for start, first in sorted(_find_starts(text, view)):
        if start >= position and (hit := _match(text, start, first, view)) and hit.start >= position:
            hits.append(hit)
            position = hit.end
    return hits


def _find_starts(text: str, view: View) -> Iterator[tuple[int, str]]:
    """Yield where a spelling may start, and its first word as the view spells it."""
    pieces = _PIECES_RE.split(text)  # what is between, a word, what is between, a word ...
    words = pieces[1::2]
    starts = view.starts
    firsts = {word: word for word in starts.intersection(words)}
    for word in CAPITALS_RE.findall("\n".join(words)):
        if word.isupper() and (title := word.capitalize()) in starts:
            firsts.setdefault(word, title)
    if firsts:
        lengths = accumulate(map(len, pieces))
        yield from (
            (start, firsts[word])
            for start, word in zip(islice(lengths, 0, None, 2), words, strict=False)
            if word in firsts
        )
    if view.slips and (len(text) < _SHORT or not view.eminent.isdisjoint(words)):
        inner, opening = _slip_patterns(view)
        if first_word := opening.match(text):
            yield 0, view.slips[first_word.group()]
        yield from ((match.start() + 1, view.slips[match.group()[1:]]) for match in inner.finditer(text))


@lru_cache(maxsize=16)
def _slip_patterns(view: View) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of the lower-case slips: within a text, with the mark before them, and at its start.

    What stands before a word is asked first, and the words are a tree: both are what makes this quick.
    """
    words = _as_tree(sorted(view.slips)) + r"(?!\w)"
    return re.compile(rf"[ \n\t\N{{NO-BREAK SPACE}}({re.escape(_MARKS)}]{words}"), re.compile(words)


def _as_tree(words: list[str]) -> str:
    """Return a pattern of `words`, which are sorted, that reads each letter once: ``ki(?:ev|yiv)``."""
    if words == [""]:
        return ""
    branches = [
        re.escape(letter) + _as_tree([word[1:] for word in group])
        for letter, group in groupby((word for word in words if word), key=itemgetter(0))
    ]
    tree = f"(?:{'|'.join(branches)})" if len(branches) > 1 or "" in words else branches[0]
    return tree + "?" * ("" in words)


def _match(text: str, start: int, first: str, view: View) -> Hit | None:
    """Return the longest spelling whose first capitalised word `first` stands at `start`, between word boundaries."""
    if start and _is_word(text[start - 1]):
        return None
    best = None
    groups = view.longer(first)
    if groups:
        key = _what_follows(text, start + len(first))
        for spelling in (*groups.get(key, ()), *groups.get(key[:1], ()), *groups.get("", ())):
            begin = start - spelling.index(first)  # al-Aqsa is found by its Aqsa
            if begin < 0 or (best and begin >= best.start) or (begin and _is_word(text[begin - 1])):
                continue
            if (end := _end_of(text, begin, spelling)) and _is_boundary(text, end) and view.line(spelling):
                best = Hit(begin, end, spelling, _style(text[begin:end], spelling))
    if best:
        return best
    single = view.plurals.get(first, first)
    end = start + len(single)
    if _is_boundary(text, end + (single != first)) and view.line(single):
        return Hit(start, end, single, _style(text[start:end], single))
    return None


def _what_follows(text: str, at: int) -> str:
    """Return the mark and the letter at `at` as `View.longer` groups by them."""
    mark = text[at : at + 1]
    if mark in APOSTROPHES:
        mark = "'" if mark else ""
    elif mark.isspace():
        mark = " "
        while text[at + 1 : at + 2].isspace():
            at += 1
    return mark + text[at + 1 : at + 2].upper()


def _end_of(text: str, start: int, spelling: str) -> int:
    """Return where `spelling` ends if it stands at `start`, else 0.

    A space stands for white space with at most one line break, an apostrophe for any. Small words may have a capital,
    and the whole may be in capitals.
    """
    end = start + len(spelling)
    if text.startswith(spelling, start):
        return end
    capitals = text[start + 1 : start + 2].isupper()
    position = start
    for index, wanted in enumerate(spelling):
        found = text[position : position + 1]
        if found == wanted or (wanted == "'" and found and found in APOSTROPHES):
            position += 1
        elif wanted == " " and found.isspace():
            stop = position + 1
            while text[stop : stop + 1].isspace():
                stop += 1
            if text.count("\n", position, stop) > 1:
                return 0
            position = stop
        elif found == wanted.upper() and (capitals or spelling[index - 1] == " "):
            position += 1
        else:
            return 0
        if wanted == " ":
            while text[position : position + 1].isspace() and text[position] != "\n":
                position += 1
    return position


def _style(surface: str, spelling: str) -> str:
    if surface.isupper() and not spelling.isupper():
        return "capitals"
    return "slip" if surface == spelling.casefold() and surface != spelling else "listed"


def _is_boundary(text: str, end: int) -> bool:
    """Return whether a word ends at `end`: an apostrophe followed by more than ``s`` is part of it."""
    if end >= len(text) or not (_is_word(text[end]) or text[end] in APOSTROPHES):
        return True
    if _is_word(text[end]):
        return False
    after = text[end + 1 : end + 3]
    return not after[:1].isalpha() or (after[0] in "sS" and not after[1:].isalpha())


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
