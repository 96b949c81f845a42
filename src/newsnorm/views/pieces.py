"""The raw text and the clean one as one row of pieces: what was kept, and what became what.

Every view of the changes is drawn from these pieces, which the alignment gives exactly and in linear time: nothing is
compared, so nothing is guessed.

>>> import newsnorm
>>> article = newsnorm.normalize("A cafÃ© in town")
>>> [(piece.before, piece.after) for piece in cut_pieces(article)]
[('A caf', 'A caf'), ('Ã©', 'é'), (' in town', ' in town')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.records import Change
    from newsnorm.views.viewed import Edited

__all__ = ["Piece", "cut_pieces"]


class Piece(NamedTuple):
    """A stretch of the raw text and what it became.

    Attributes:
        before: What the raw text has; empty where something was inserted.
        after: What the clean text has; empty where something was taken out.
        start: Where `after` starts in the clean text, in code points.
        raw_start: Where `before` starts in the raw text.
        changes: Who changed it: the changes that touch the stretch, in order of place; none where it was copied.

    """

    before: str
    after: str
    start: int
    raw_start: int
    changes: tuple[Change, ...]

    @property
    def kept(self) -> bool:
        """Whether the stretch reads as before."""
        return self.before == self.after


def cut_pieces(article: Edited) -> Iterator[Piece]:
    """Yield the pieces of `article` in order; no two changed ones stand next to each other.

    All `before` joined are the raw text, all `after` joined the clean one.
    """
    changes = _Changes(article.changes)
    raw, text = article.raw, article.text
    start = raw_start = 0  # where the last copied run ended
    for run in article.alignment.runs:
        if not run.copied:
            continue
        if run.start > start or run.raw_start > raw_start:
            yield _changed(article, changes, (start, run.start), (raw_start, run.raw_start))
        yield Piece(raw[run.raw_start : run.raw_end], text[run.start : run.end], run.start, run.raw_start, ())
        start, raw_start = run.end, run.raw_end
    if start < len(text) or raw_start < len(raw):
        yield _changed(article, changes, (start, len(text)), (raw_start, len(raw)))


def _changed(article: Edited, changes: _Changes, span: tuple[int, int], raw_span: tuple[int, int]) -> Piece:
    before, after = article.raw[slice(*raw_span)], article.text[slice(*span)]
    return Piece(before, after, span[0], raw_span[0], changes.touching(*raw_span))


class _Changes:
    """The changes of an article, to be asked from left to right."""

    def __init__(self, changes: tuple[Change, ...]) -> None:
        self._left = sorted(changes, key=lambda change: (change.start, change.end), reverse=True)

    def touching(self, raw_start: int, raw_end: int) -> tuple[Change, ...]:
        found = []
        while self._left and self._left[-1].start <= raw_end:
            change = self._left.pop()
            if change.end >= raw_start:
                found.append(change)
        return tuple(found)
