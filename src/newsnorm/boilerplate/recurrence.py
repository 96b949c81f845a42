r"""Records: stretches of a page that a template has printed over and over, such as comments and teasers.

A template leaves the same words in each of its records ("said on … at …", "2 hours ago", "Reply"), names and figures
aside. So lines that say the same, or whose words in lower case are the same, mark a record each where they recur at
short distances; an article between its headings doesn't do that.

>>> from newsnorm.boilerplate.lines import read_lines
>>> from newsnorm.document import Document
>>> thread = "Anna on May 3 said:\nWell done.\nTom on May 4 said:\nNot at all.\nJan on June 1 said:\nThanks."
>>> find_records(read_lines(Document(thread)))
([True, False, True, False, True, False], [1, 1, 1, 1, 1, 0])
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from newsnorm.phrases import to_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsnorm.boilerplate.lines import ReadLine

__all__ = ["find_records"]

# Longer lines are text, and so are those with more words in lower case.
LONGEST_MARK = 90
MOST_WORDS = 8
# A template is seen so often, each time no further than this from the last.
LEAST_TIMES = 3
LONGEST_RECORD = 15


def find_records(lines: Sequence[ReadLine]) -> tuple[list[bool], list[int]]:
    """Return for each of `lines` whether it recurs, and in how many stretches of records it stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.size <= LONGEST_MARK:
            for frame in _frames(line.text):
                places[frame].append(position)
    recurs = [False] * len(lines)
    borders = [0] * (len(lines) + 1)
    for positions in places.values():
        if len(positions) < LEAST_TIMES:
            continue
        for position in positions:
            recurs[position] = True
        for start, end in _stretches(positions):
            borders[start] += 1
            borders[end + 1] -= 1
    return recurs, list(accumulate(borders))[:-1]


def _frames(text: str) -> Iterator[str]:
    """Yield what a template may have printed of `text`: all its words, and those in lower case."""
    key = to_key(text)
    if key:
        yield key
    words = [word for word in text.split() if word[0].islower()]
    if 0 < len(words) <= MOST_WORDS:
        yield f"… {' '.join(words)}"


def _stretches(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of those of `positions` that follow each other closely, if they are enough."""
    start = 0
    for index in range(1, len(positions) + 1):
        if index < len(positions) and positions[index] - positions[index - 1] <= LONGEST_RECORD:
            continue
        if index - start >= LEAST_TIMES:
            yield positions[start], positions[index - 1]
        start = index
