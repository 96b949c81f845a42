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

from functools import lru_cache
from typing import TYPE_CHECKING

from newsnorm.phrases import ON_SITE_WORDS, find_phrase
from newsnorm.phrases.book import ANY, read_openings, read_seconds
from newsnorm.phrases.lines import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["holds_phrases"]

# What a count may end in.
THOUSANDS = frozenset("KMk")
# What may stand around a word: no letters.
MARKS = ".,:;!?'’\"“”„«»()[]*•·|>-–—0123456789"


# Many lines begin with the same words: so many of them are remembered, of at most so many code points.
REMEMBERED = 1 << 12
LONGEST = 40


def holds_phrases(lines: Iterable[str]) -> bool:
    """Return whether `find_phrase` finds something in one of `lines`."""
    for line in lines:
        if not line:
            continue
        at = line.find(" ")
        first = line if at < 0 else line[:at]
        if 0 < len(first) < LONGEST and not _may_open(first):
            continue  # half of all lines
        if _may_begin(line) and find_phrase(line.strip()) is not None:
            return True
    return False


@lru_cache(maxsize=REMEMBERED)
def _may_open(first: str) -> bool:
    """Return whether a phrase may open with what a line has before its first space."""
    word = first.casefold()
    return not first.isalpha() or word in read_openings() or word in ON_SITE_WORDS


def _may_begin(line: str) -> bool:
    """Return whether the first words of `line` may begin a phrase."""
    words = line.split(None, 1)
    if not words:
        return False
    first = words[0]
    if not first.isalpha():
        if first[0] in QUOTES and line.rstrip()[-1] not in QUOTES:
            return False  # somebody speaks, and more is said
        bare = first.strip(MARKS)
        counted = bare in THOUSANDS and any(map(str.isdigit, first))
        if (not bare or counted) and len(words) > 1:  # a bullet, or "1.2K shares"
            words = words[1].split(None, 1)
            bare = words[0].strip(MARKS)
        first = bare
    if not first.isalpha():
        return True
    word = first.casefold()
    seconds = read_openings().get(word)
    if seconds is None or ANY in seconds or word in ON_SITE_WORDS:
        return seconds is not None or word in ON_SITE_WORDS
    second = words[1].split(None, 1)[0].strip(MARKS) if len(words) > 1 else ""
    return second.casefold() in read_seconds(word) or not (second.isalpha() or len(words) == 1)
