"""The smallest honest description of a repair: which characters it concerns, and which kind of repair it is.

A repair that single rules explain is reported as theirs; all else is mojibake.

>>> list(explain("the cafÃ© here", "the café here", 0))
[Edit(start=7, end=9, text='é', rule='fix-mojibake', confidence=1.0)]
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

from newsnorm.edits import Edit, diff
from newsnorm.encoding.singles import MANY, TOGETHER, replace_entities, replace_singles, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["explain"]

# How far apart two texts may drift before the rest of them counts as one block: in words, to keep the search linear.
MAX_DRIFT = 24


def explain(old: str, new: str, offset: int) -> Iterator[Edit]:
    """Yield the edits that turn the line `old`, which stands at `offset`, into `new`.

    A word is what stands between spaces, which hardly any repair touches, and has the space after it.
    """
    if old == new:
        return
    olds, news = _split(old), _split(new)
    if len(olds) == len(news) and sum(map(str.__ne__, olds, news)) > MANY:
        yield from _explain_together(olds, news, offset)
        return
    for at, before, after in _changed_words(olds, news):
        yield from _explain_word(before, after, offset + at)


def _split(line: str) -> list[str]:
    """Return the words of `line`, each with the space after it: of two spaces, the second stands alone."""
    *words, last = line.split(" ")
    return [word + " " for word in words] + [last] * (last != "")


def _explain_word(old: str, new: str, offset: int) -> Iterator[Edit]:
    """Yield the edits that turn `old` into `new`, under the rules that account for them."""
    for replaced in (replace_entities(old), replace_singles(old)):
        if replaced.text == new:
            for edit in replaced.edits:
                yield edit._replace(start=offset + edit.start, end=offset + edit.end)
            return
    yield from diff(old, new, _rule_of(old, new), offset=offset)


def _rule_of(old: str, new: str) -> str:
    return "compose-characters" if unicodedata.normalize("NFC", old) == new else "fix-mojibake"


def _explain_together(olds: Sequence[str], news: Sequence[str], offset: int) -> Iterator[Edit]:
    """Yield one edit for so many words on end that differ, of as many words as there are of the others."""
    starts = [0, *accumulate(map(len, olds))]
    for first in range(0, len(olds), TOGETHER):
        old, new = "".join(olds[first : first + TOGETHER]), "".join(news[first : first + TOGETHER])
        if old != new:
            yield shorten(old, new, _rule_of(old, new), offset + starts[first])


def _changed_words(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield ``(offset, before, after)`` for the stretches of words in which `olds` and `news` differ.

    After a difference, the nearest word that the two share is where they meet again.
    """
    at = i = j = 0
    while i < len(olds) or j < len(news):
        if i < len(olds) and j < len(news) and olds[i] == news[j]:
            step, skip = 1, 1
        else:
            step, skip = (1, 1) if len(olds) - i == len(news) - j else _meet(olds, news, i, j)
            yield at, "".join(olds[i : i + step]), "".join(news[j : j + skip])
        at += sum(map(len, olds[i : i + step]))
        i, j = i + step, j + skip


def _meet(olds: Sequence[str], news: Sequence[str], i: int, j: int) -> tuple[int, int]:
    """Return how many words of each to pass over until both say the same; all of them if that is far away."""
    for drift in range(1, MAX_DRIFT):
        for step in range(drift + 1):
            a, b = i + step, j + drift - step
            if a < len(olds) and b < len(news) and olds[a] == news[b] != " ":
                return step, drift - step
    return len(olds) - i, len(news) - j
