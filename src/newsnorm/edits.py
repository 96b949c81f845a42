"""Edits: the one way in which text changes.

A stage never changes a text. It proposes edits, each saying "these characters become those, by this rule", and the
functions here check them, apply them and find them again between two texts.

>>> raw = 'a new era"declared Xi in Kiev'
>>> proposed = [Edit(25, 29, "Kyiv", "canonical-name"), Edit(10, 10, " ", "space-after-closing-quote")]
>>> edits = check_edits(raw, proposed)
>>> apply_edits(raw, edits)
'a new era" declared Xi in Kyiv'

Offsets are code points, half-open: ``text[edit.start:edit.end]`` is what the edit replaces.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Edit", "EditError", "apply_edits", "check_edits", "diff"]

# Beyond this many pairs of characters a difference is recorded as one block: `diff` must stay linear on hostile input.
MAX_DIFF_PAIRS = 250_000

_span = itemgetter(0, 1)


class Edit(NamedTuple):
    """A proposal: ``text[start:end]`` becomes `text`, by the rule named `rule`.

    Attributes:
        start: Where the replaced span starts, in code points.
        end: Where it ends, exclusive. Equal to `start` for an insertion.
        text: What stands there afterwards. Empty for a deletion.
        rule: The id of the rule that proposes it, in kebab-case.
        confidence: How sure the rule is, from 0 to 1.

    >>> Edit(3, 3, " ", "space-after-sentence")
    Edit(start=3, end=3, text=' ', rule='space-after-sentence', confidence=1.0)

    """

    start: int
    end: int
    text: str
    rule: str
    confidence: float = 1.0


class EditError(ValueError):
    """Edits that can't be applied: out of the text, or in each other's way. A bug in a rule, never in a text.

    Attributes:
        start: Where the trouble starts, in code points.
        end: Where it ends, exclusive.

    >>> check_edits("abc", [Edit(2, 9, "", "wild-rule")])
    Traceback (most recent call last):
    newsnorm.edits.EditError: rule 'wild-rule' edits [2:9], outside the text of 3 code points

    """

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end

    def __reduce__(self) -> tuple[type[EditError], tuple[str, int, int]]:
        return EditError, (self.args[0], self.start, self.end)


def check_edits(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return `edits` in order of place, ready to apply to `text`.

    Twins (the same replacement of the same span) collapse into the one proposed first, and edits that would change
    nothing are dropped.

    Raises:
        EditError: An edit lies outside the text, or two different edits overlap or insert at the same gap.

    >>> check_edits("ab", [Edit(1, 1, " ", "first-rule"), Edit(1, 1, " ", "second-rule"), Edit(0, 1, "a", "no-change")])
    (Edit(start=1, end=1, text=' ', rule='first-rule', confidence=1.0),)
    >>> check_edits("abcd", [Edit(0, 3, "x", "first-rule"), Edit(2, 4, "y", "second-rule")])
    Traceback (most recent call last):
    newsnorm.edits.EditError: rules 'first-rule' and 'second-rule' both edit [0:4]

    """
    length = len(text)
    checked: list[Edit] = []
    last_start = last_end = -1
    for edit in sorted(edits, key=_span):
        start, end, replacement, rule, _ = edit
        if not 0 <= start <= end <= length:
            raise EditError(
                f"rule {rule!r} edits [{start}:{end}], outside the text of {length} code points", start, end
            )
        if text[start:end] == replacement:
            continue
        if start < last_end or (start == last_start and end == last_end):
            last = checked[-1]
            if (start, end, replacement) == last[:3]:
                continue
            span = last_start, max(end, last_end)
            raise EditError(f"rules {last.rule!r} and {rule!r} both edit [{span[0]}:{span[1]}]", *span)
        checked.append(edit)
        last_start, last_end = start, end
    return tuple(checked)


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with checked `edits` applied, all at once: offsets are those of `text`.

    >>> apply_edits("end.Next", [Edit(4, 4, " ", "space-after-sentence")])
    'end. Next'
    """
    pieces: list[str] = []
    position = 0
    for start, end, replacement, _, _ in edits:
        pieces += (text[position:start], replacement)
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def diff(before: str, after: str, rule: str, *, offset: int = 0) -> Iterator[Edit]:
    """Yield edits that turn `before` into `after`, as small as is cheap to find, shifted by `offset` code points.

    For repairs that come as a whole new text. What the two share at both ends is never part of an edit; a middle too
    large to compare in linear time is one edit.

    >>> list(diff("cafÃ© noir", "café noir", "fix-encoding"))
    [Edit(start=3, end=5, text='é', rule='fix-encoding', confidence=1.0)]
    """
    shortest = min(len(before), len(after))
    head = _shared_prefix(before, after, shortest)
    tail = _shared_prefix(before[head:][::-1], after[head:][::-1], shortest - head)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if not old and not new:
        return
    if len(old) * len(new) > MAX_DIFF_PAIRS or set(old).isdisjoint(new):
        yield Edit(offset + head, offset + head + len(old), new, rule)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(offset + head + i1, offset + head + i2, new[j1:j2], rule)


def _shared_prefix(a: str, b: str, most: int) -> int:
    """Return how many leading code points `a` and `b` share, up to `most`, by halving (slices compare at C speed)."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
