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


def holds_phrases(lines: Iterable[str]) -> bool:
    """Return whether `find_phrase` finds something in one of `lines`."""
    openings = read_openings().get
    for line in lines:
        words = line.split(None, 1)
        if not words:
            continue
        first = words[0]
        if not first.isalpha():
            if first[0] in QUOTES and line.rstrip()[-1] not in QUOTES:
                continue  # somebody speaks, and more is said
            bare = first.strip(MARKS)
            counted = bare in THOUSANDS and any(map(str.isdigit, first))
            if (not bare or counted) and len(words) > 1:  # a bullet, or "1.2K shares"
                words = words[1].split(None, 1)
                bare = words[0].strip(MARKS)
            first = bare
        if first.isalpha():
            word = first.casefold()
            seconds = openings(word)
            if seconds is None:
                if word not in ON_SITE_WORDS:
                    continue  # nearly all lines
            elif ANY not in seconds and word not in ON_SITE_WORDS:
                second = words[1].split(None, 1)[0].strip(MARKS) if len(words) > 1 else ""
                if second.casefold() not in read_seconds(word) and (second.isalpha() or len(words) == 1):
                    continue
        if find_phrase(line.strip()) is not None:
            return True
    return False
