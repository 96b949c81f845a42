r"""What stands under a heading of furniture: how many lines it takes with it, and what each of them weighs.

A heading reaches as far down as lines go that its list or its box may hold, phrases aside: these speak for themselves.

>>> from newsnorm.boilerplate.lines import read_lines
>>> from newsnorm.document import Document
>>> headlines = "Oil prices rise once again\nRain is expected all over the north"
>>> lines = read_lines(Document(f"The talks failed on Monday, aides said.\nRelated News\n{headlines}"))
>>> Under(lines).count(1, "related", past_article=True)
2
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from newsnorm.boilerplate.lines import ENDS_STATEMENT
from newsnorm.boilerplate.own_lists import is_own_list
from newsnorm.phrases.lines import QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.boilerplate.lines import ReadLine

__all__ = ["FAR", "Under", "are_keywords", "weigh_under"]

# What a line weighs under a heading of furniture, by the heading's kind and the line's shape.
WEIGHTS = {
    "related": {"label": 0.15, "title": 0.15, "long": 0.1},
    "newsletter": {"label": 0.1, "title": 0.1, "long": 0.1, "sentence": -0.5},
    "tags": {"label": 0.15, "title": -0.3},
    "login": {"label": 0.1, "title": 0.1, "sentence": -0.5},
}
# What any line weighs under a heading of readers' comments.
COMMENTS = "comments"
READERS = 0.1
# What a row of keywords weighs under "Tags", how many it has at least, and how many words each.
TAG = 0.15
LEAST_KEYWORDS = 3
KEYWORD_WORDS = range(1, 8)
# How many lines a heading reaches, unless the text ends there. A box holds fewer, and ends in more that is known.
REACH = 12
BOXES = frozenset({"newsletter", "login"})
BOX_ENDS = frozenset({"newsletter", "login", "cookie", "copyright"})
BOX_REACH = 4
LONGEST_IN_BOX = 90
# The headlines of a text that ends in them are as many as this, at most.
FAR = 100


class Under:
    """How far down the headings of a text reach; to be asked of one after the other, from above.

    Args:
        lines: The lines of the text.

    """

    def __init__(self, lines: Sequence[ReadLine]) -> None:
        self._lines = lines
        self._named = [position for position, line in enumerate(lines) if line.hint is not None]
        # Those without a phrase, and how many of them stand before each line.
        self._unnamed = [line for line in lines if line.hint is None]
        self._before = [0, *accumulate(line.hint is None for line in lines)]
        # Down to where no line ends the reach, by the kind of heading: no line is asked about twice.
        self._clear: dict[str, int] = {}

    def count(self, position: int, heading: str, *, past_article: bool) -> int:
        """Return how many lines without a phrase the heading at `position`, of that kind, takes with it.

        None where they may be a list of the article's; all headlines that end the text, `past_article`; all comments.
        """
        if heading not in WEIGHTS and heading != COMMENTS:
            return 0
        end = min(position + FAR, len(self._lines))
        closed = False
        if heading in BOXES:
            next_named = bisect_right(self._named, position)
            if next_named < len(self._named) and self._named[next_named] < end:
                end = self._named[next_named]
                closed = self._closes_box(end)
        stop = self._find_stop(heading, position + 1, end)
        below = self._find_unnamed(position + 1, stop)
        if not below and heading != COMMENTS:
            return 0
        if is_own_list(self._find_unnamed(max(1, position - REACH), position), below):
            return 0
        if heading in BOXES:
            return len(below) if closed and stop == end and len(below) <= BOX_REACH else 0
        if heading == COMMENTS:
            return len(self._lines)
        return len(below) if past_article and stop == end else min(len(below), REACH)

    def _closes_box(self, position: int) -> bool:
        hint = self._lines[position].hint
        return hint is not None and (hint.kind in BOX_ENDS or not hint.certain)

    def _find_stop(self, heading: str, start: int, end: int) -> int:
        """Return the first place from `start` on whose line can't be under the heading, `end` where there is none."""
        clear = max(start, self._clear.get(heading, 0))
        while clear < end and (self._lines[clear].hint or weigh_under(self._lines[clear], heading) is not None):
            clear += 1
        self._clear[heading] = clear
        return min(clear, end)

    def _find_unnamed(self, start: int, end: int) -> Sequence[ReadLine]:
        return self._unnamed[self._before[start] : self._before[end]]


def weigh_under(line: ReadLine, heading: str) -> float | None:
    """Return what `line`, which has no phrase, weighs under a heading of that kind; ``None`` where it isn't its."""
    if heading == COMMENTS:
        return READERS
    if heading == "tags" and are_keywords(line):
        return TAG
    if heading == "related" and line.mark in ENDS_STATEMENT:
        return None
    if heading in BOXES and (line.size > LONGEST_IN_BOX or line.text[0] in QUOTES):
        return None
    return WEIGHTS.get(heading, {}).get(line.shape)


def are_keywords(line: ReadLine) -> bool:
    """Return whether `line` is a row of keywords, with commas between them and no stop at the end."""
    keywords = line.text.split(",")
    if len(keywords) < LEAST_KEYWORDS or line.mark in ENDS_STATEMENT or line.hint is not None:
        return False
    return all(len(keyword.split()) in KEYWORD_WORDS for keyword in keywords)
