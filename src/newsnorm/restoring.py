"""The record of an article: what its steps come to, and the same as if a removal had never been proposed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.alignment import Alignment
from newsnorm.edits import Edit, apply_edits
from newsnorm.records import Change, Removed, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Account", "replay", "without_removal"]


class Account(NamedTuple):
    """What a record of steps makes of a raw text, and the same in terms of the raw text."""

    text: str
    alignment: Alignment
    changes: tuple[Change, ...]
    removed: tuple[Removed, ...]


def replay(raw: str, steps: Sequence[Step]) -> Account:
    """Return what `steps` make of `raw`."""
    text, alignment = raw, Alignment.identity(len(raw))
    changes: list[Change] = []
    removed: list[Removed] = []
    for number, (stage, edits) in enumerate(steps):
        made = [
            _make_change(
                (
                    stage,
                    rule,
                    *(alignment.to_raw(start, end) if number else (start, end)),  # the first edits the raw text
                    text[start:end],
                    after,
                    confidence,
                )
            )
            for start, end, after, rule, confidence in edits
        ]
        changes += made
        if stage == "boilerplate":
            for _, rule, start, end, _, _, confidence in made:
                removed.append(Removed(rule, raw[start:end], start, end, confidence))
        text, alignment = apply_edits(text, edits), alignment.then(edits)
    return Account(text, alignment, tuple(changes), tuple(sorted(removed, key=lambda gone: gone.start)))


# A hostile text has an edit every other character: so a change is made without a call of Python's own.
_make_change = partial(tuple.__new__, Change)


def without_removal(raw: str, steps: Sequence[Step], removed: Removed) -> tuple[Step, ...]:
    r"""Return `steps` without the edit that took out `removed`, later edits moved to where their text now stands.

    A later edit across the place where the lines come back is dropped: it was made for a text without them.

    Raises:
        ValueError: No step took it out.

    >>> steps = (Step("boilerplate", (Edit(5, 11, "", "share"),)), Step("spacing", (Edit(5, 5, ".", "stop"),)))
    >>> without_removal("Talks\nShare", steps, Removed("share", "\nShare", 5, 11, 1.0))
    (Step(stage='spacing', edits=(Edit(start=5, end=5, text='.', rule='stop', confidence=1.0),)),)

    """
    alignment = Alignment.identity(len(raw))
    for index, (stage, edits) in enumerate(steps):
        for edit in edits:
            if stage == "boilerplate" and edit.rule == removed.kind:
                span = alignment.to_raw(edit.start, edit.end)
                if span == (removed.start, removed.end):
                    return _without(steps, index, edit)
        alignment = alignment.then(edits)
    raise ValueError(f"nothing of kind {removed.kind!r} was removed at [{removed.start}:{removed.end}]")


def _without(steps: Sequence[Step], index: int, edit: Edit) -> tuple[Step, ...]:
    size = edit.end - edit.start
    kept = [Step(steps[index].stage, tuple(other for other in steps[index].edits if other != edit))]
    place = edit.start + _growth(kept[0].edits, edit.start)
    for stage, edits in steps[index + 1 :]:
        moved = []
        for other in edits:
            if other.end <= place and (other.start < place or other.start == other.end):
                moved.append(other)
            elif other.start >= place:
                moved.append(other._replace(start=other.start + size, end=other.end + size))
        kept.append(Step(stage, tuple(moved)))
        place += _growth(moved, place)
    return (*steps[:index], *(step for step in kept if step.edits))


def _growth(edits: Sequence[Edit], place: int) -> int:
    """Return how much longer the text before `place` gets."""
    return sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= place)
