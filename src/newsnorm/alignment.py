"""Alignment: where each character of a clean text came from.

An `Alignment` ties a clean text to the raw one by runs. A copied run maps character by character; every character of
a replacement maps to the whole raw span it replaced. It is immutable, and `Alignment.then` gives the alignment after
one more set of edits, so that any number of stages compose into one map from the last text to the first.

>>> from newsnorm.edits import Edit
>>> raw = 'in Kiev.Then'
>>> alignment = Alignment.identity(len(raw)).then([Edit(3, 7, "Kyiv", "canonical-name"), Edit(8, 8, " ", "space")])
>>> alignment.to_raw(3, 5)  # half of "Kyiv": a replacement belongs together
(3, 7)
>>> alignment.to_raw(9, 13)  # "Then"
(8, 12)
>>> alignment.from_raw(8, 12)
(9, 13)

In words: a copied character maps to exactly one raw character; every character of a replacement maps to the whole raw
span it replaced; an empty span maps to whatever vanished at that gap; an edit that touches an earlier replacement
joins it. Offsets are code points, half-open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsnorm.edits import Edit

__all__ = ["Alignment", "Run"]


class Run(NamedTuple):
    """A stretch of clean text and the raw span it came from.

    Attributes:
        start: Where the run starts in the clean text, in code points.
        end: Where it ends, exclusive; always after `start`.
        raw_start: Where its raw span starts.
        raw_end: Where its raw span ends; equal to `raw_start` for an insertion.
        copied: Whether the run maps character by character; if not, it maps as a whole.

    """

    start: int
    end: int
    raw_start: int
    raw_end: int
    copied: bool


# A hostile text has an edit every other character: so a run is made without a call of Python's own.
_make_run = partial(tuple.__new__, Run)

_START, _RAW_START, _RAW_END = itemgetter(0), itemgetter(2), itemgetter(3)


@dataclass(frozen=True, slots=True)
class Alignment:
    """An immutable map between a clean text and the raw text it was made from.

    Attributes:
        runs: The clean text, tiled in order without gap or overlap. Their raw spans are in order too and never
            overlap; what lies between two of them has vanished.
        length: How long the clean text is, in code points.
        raw_length: How long the raw text is, in code points.

    """

    runs: tuple[Run, ...]
    length: int
    raw_length: int

    @classmethod
    def identity(cls, length: int) -> Alignment:
        """Return the alignment of a text of `length` code points with itself.

        >>> Alignment.identity(5).to_raw(2, 4)
        (2, 4)
        """
        return cls((Run(0, length, 0, length, True),) if length else (), length, length)

    def then(self, edits: Sequence[Edit]) -> Alignment:
        """Return the alignment after checked `edits` to the clean text.

        >>> from newsnorm.edits import Edit
        >>> Alignment.identity(6).then([Edit(2, 4, "", "cut")]).to_raw(2, 2)
        (2, 4)
        """
        if not edits:
            return self
        if self == Alignment.identity(self.length):
            return self._first(edits)
        made: list[Run] = []
        index = position = length = 0  # the next run and clean offset to carry over; what is made so far
        for start, end, growth in self._blocks(edits):
            index, length = self._carry(made, index, position, start, length)
            size = end - start + growth
            if size:
                made.append(_make_run((length, length + size, *self.to_raw(start, end), False)))
                length += size
            position = end
        _, length = self._carry(made, index, position, self.length, length)
        return Alignment(tuple(made), length, self.raw_length)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span that the clean span ``[start:end]`` came from, in code points.

        An empty span maps to whatever vanished at that gap.

        Raises:
            ValueError: The span does not lie within the clean text.

        """
        _check_span(start, end, self.length, "clean")
        runs = self.runs
        if start == end:
            after = bisect_left(runs, start, key=_START)
            if after and runs[after - 1].end > start:  # strictly inside a run
                run = runs[after - 1]
                return _offset(run, start) if run.copied else (run.raw_start, run.raw_end)
            return (
                runs[after - 1].raw_end if after else 0,
                runs[after].raw_start if after < len(runs) else self.raw_length,
            )
        first = runs[bisect_right(runs, start, key=_START) - 1]
        last = runs[bisect_left(runs, end, key=_START) - 1]
        return (
            first.raw_start + (start - first.start) if first.copied else first.raw_start,
            last.raw_start + (end - last.start) if last.copied else last.raw_end,
        )

    def from_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the clean span that the raw span ``[start:end]`` became, in code points.

        A span that vanished maps to the gap it left, and an empty span to whatever was inserted there.

        Raises:
            ValueError: The span does not lie within the raw text.

        >>> from newsnorm.edits import Edit
        >>> alignment = Alignment.identity(6).then([Edit(2, 4, "", "cut")])
        >>> alignment.from_raw(2, 4), alignment.from_raw(3, 6)
        ((2, 2), (2, 4))

        """
        _check_span(start, end, self.raw_length, "raw")
        runs = self.runs
        # runs[low:high] are the runs that share a character with the span or, for an empty one, stand at or around it.
        if start < end:
            low, high = bisect_right(runs, start, key=_RAW_END), bisect_left(runs, end, key=_RAW_START)
        else:
            low, high = bisect_left(runs, start, key=_RAW_END), bisect_right(runs, start, key=_RAW_START)
            low += low < high and runs[low].raw_start < runs[low].raw_end == start
            high -= low < high and start == runs[high - 1].raw_start < runs[high - 1].raw_end
        if low >= high:
            gap = runs[low].start if low < len(runs) else self.length
            return gap, gap
        first, last = runs[low], runs[high - 1]
        return (
            first.start + max(0, start - first.raw_start) if first.copied else first.start,
            last.end - max(0, last.raw_end - end) if last.copied else last.end,
        )

    def _first(self, edits: Sequence[Edit]) -> Alignment:
        """Return what `then` does where nothing was edited yet: each edit is a block of its own."""
        made: list[Run] = []
        position = length = 0
        for start, end, text, _, _ in edits:
            if position < start:
                made.append(_make_run((length, length + start - position, position, start, True)))
                length += start - position
            if text:
                made.append(_make_run((length, length + len(text), start, end, False)))
                length += len(text)
            position = end
        if position < self.length:
            made.append(_make_run((length, length + self.length - position, position, self.length, True)))
            length += self.length - position
        return Alignment(tuple(made), length, self.raw_length)

    def _blocks(self, edits: Sequence[Edit]) -> Iterator[tuple[int, int, int]]:
        """Yield what `edits` replace as ``(start, end, growth)``, each widened to whole earlier replacements."""
        block_start, block_end, block_growth = -1, -1, 0
        for edit in edits:
            start, end = self._widen(edit.start, edit.end)
            growth = len(edit.text) - (edit.end - edit.start)
            if start < block_end:
                block_end, block_growth = max(block_end, end), block_growth + growth
                continue
            if block_start >= 0:
                yield block_start, block_end, block_growth
            block_start, block_end, block_growth = start, end, growth
        yield block_start, block_end, block_growth

    def _widen(self, start: int, end: int) -> tuple[int, int]:
        """Return the span widened to the whole of each replacement it touches (an empty span: it lies strictly in)."""
        runs = self.runs
        if start == end:
            index = bisect_left(runs, start, key=_START) - 1
            if index >= 0 and runs[index].end > start and not runs[index].copied:
                return runs[index].start, runs[index].end
            return start, end
        first = runs[bisect_right(runs, start, key=_START) - 1]
        last = runs[bisect_left(runs, end, key=_START) - 1]
        return start if first.copied else first.start, end if last.copied else last.end

    def _carry(self, made: list[Run], index: int, start: int, end: int, length: int) -> tuple[int, int]:
        """Append the runs of the clean span ``[start:end]`` to `made` and return where to go on.

        `index` is the first run that may reach beyond `start`; only copied runs are ever cut.
        """
        runs = self.runs
        while index < len(runs):
            run = runs[index]
            left, right = max(run.start, start), min(run.end, end)
            if left < right:
                cut = left - run.start
                raw_end = run.raw_start + cut + right - left if run.copied else run.raw_end
                made.append(_make_run((length, length + right - left, run.raw_start + cut, raw_end, run.copied)))
                length += right - left
            if run.end > end:
                break
            index += 1
        return index, length


def _offset(run: Run, position: int) -> tuple[int, int]:
    raw = run.raw_start + (position - run.start)
    return raw, raw


def _check_span(start: int, end: int, length: int, side: str) -> None:
    if not 0 <= start <= end <= length:
        raise ValueError(f"[{start}:{end}] is not a span of the {side} text, which has {length} code points")
