r"""Whether any line of a text is a phrase of furniture: a glance at how its lines open.

Nearly all articles hold none, and reading each of their lines costs more than all else that furniture takes. A phrase
counts only where it opens a line, so its first words tell: where no phrase opens with them, there is none for certain.
Where one does, `find_phrase` is asked.

>>> holds_phrases(["Talks failed", "", "The ministers met on Tuesday.", "The latest came first."])
False
>>> holds_phrases(["Talks failed", "", "The ministers met on Tuesday.", "", "Related News"])
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.phrases import ON_SITE_WORDS, find_phrase, may_be_phrase
from newsnorm.phrases.book import ANY, read_openings, read_seconds
from newsnorm.phrases.lines import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["holds_phrases"]

# What a count may end in.
THOUSANDS = frozenset("KMk")
# What may stand around a word: no letters.
MARKS = ".,:;!?'’\"“”„«»()[]*•·|>-–—0123456789"

# How many beginnings of lines are remembered, and how long ones, in code points.
REMEMBERED = 1 << 12
LONGEST = 30

# The second words after a beginning of which the whole line must be asked: there are none that tell.
UNTOLD: frozenset[str] = frozenset()


def holds_phrases(lines: Iterable[str]) -> bool:
    """Return whether `find_phrase` finds something in one of `lines`."""
    for line in filter(None, lines):
        first, _, rest = line.partition(" ")
        seconds = _BEGINNINGS[first]
        if seconds is None:
            continue  # most lines
        if seconds:
            second = rest.partition(" ")[0]
            if not second.isalpha():
                second = second.strip(MARKS)
            if (second.isalpha() or not rest) and second.casefold() not in seconds:
                continue  # nearly all others
        elif line[0] in QUOTES and line.rstrip()[-1] not in QUOTES:
            continue  # somebody speaks, and more is said
        line = line.strip()
        if line and may_be_phrase(line) and find_phrase(line) is not None:
            return True
    return False


class _Beginnings(dict[str, "frozenset[str] | None"]):
    """For what a line begins with, up to a space: which words may come second where `find_phrase` finds something.

    ``None`` where it finds nothing whatever comes. A bounded memory of a pure function: lines begin much alike.
    """

    def __missing__(self, first: str) -> frozenset[str] | None:
        seconds = _find_seconds(first)
        if len(first) <= LONGEST:
            if len(self) >= REMEMBERED:
                self.clear()
            self[first] = seconds
        return seconds


_BEGINNINGS = _Beginnings()


def _find_seconds(first: str) -> frozenset[str] | None:
    bare = first.strip(MARKS)
    if first[:1] in QUOTES or not bare.isalpha() or bare in THOUSANDS:
        return UNTOLD
    word = bare.casefold()
    seconds = read_seconds(word) if word in read_openings() else UNTOLD
    if word in ON_SITE_WORDS:  # a teaser that names its site: "Also on Example.com"
        seconds |= ON_SITE_WORDS
    elif not seconds:
        return None
    return UNTOLD if ANY in seconds else seconds
