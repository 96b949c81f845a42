"""Which quotation mark opens and which closes: all marks of one kind in a paragraph are read at once.

No mark tells its role by itself: ``"`` does both, ``“`` opens in English and closes in German, ``»`` the other way
round in French. Each reading of the whole row costs what convention and neighbours say against it; the cheapest is
taken, and each mark says how much dearer the best reading is that gives it another role.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.spacing.sides import beside

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CLOSE", "OPEN", "OTHER", "Mark", "pair_quotes"]

OPEN, CLOSE, OTHER = 0, 1, 2
IMPOSSIBLE = 99.0

# What a mark costs in a role by convention, before its neighbours are asked: (open, close).
# “ opens in English and closes in German, Czech …; » opens in Danish and in German books.
CONVENTION = {
    '"': (0.0, 0.0),
    "“": (0.0, 6.0),
    "”": (6.0, 0.0),
    "„": (0.0, IMPOSSIBLE),
    "«": (0.0, 6.0),
    "»": (6.0, 0.0),
    "‹": (0.0, 4.0),
    "›": (4.0, 0.0),
    "‚": (0.0, IMPOSSIBLE),
    "‘": (0.0, 6.0),
}
LOW_OPENING = {"“": (4.0, 0.0), "”": (4.0, 0.0), "‘": (4.0, 0.0)}

# Costs of the whole row: a closing mark that nothing opened, an opening one that nothing closed, one within its like.
UNOPENED = 5.0
UNCLOSED = 4.0
NESTED = 5.0
INCHES = 1.5
NO_QUOTE = 18.0
# What it costs to close between a colon or a bracket and a letter: erklärt:"Ich; (“No.
BETWEEN = 4.0
# What it costs to open between the end of a clause and a small letter: in May,"he said.
ON = 5.0


# Marks by family, and the characters beside a mark by what they stand beside as a rule.
ANGLES = frozenset("«»‹›")
RIGHT_ANGLES = frozenset("»›")
WIDE_ANGLES = frozenset("«»")
INTRODUCING = frozenset("([{:")
ENDING = frozenset(",.!?")
AFTER_WORDS = frozenset(".,;!?…)]}%")
BEFORE_WORDS = frozenset("([{-–—/'’‘‚„“¿¡")


class Mark(NamedTuple):
    """A quotation mark with its likeliest role.

    Attributes:
        at: Where it stands, in code points.
        role: `OPEN`, `CLOSE` or `OTHER` (inches, ditto).
        margin: How much dearer the best reading with another role is.
        partner: The place of the mark it pairs with, -1 if there is none.

    """

    at: int
    role: int
    margin: float
    partner: int


class Reading(NamedTuple):
    """What a mark is in the cheapest reading of its row: the fields of `Mark`, the partner by its place in the row."""

    role: int
    margin: float
    partner: int


def pair_quotes(text: str, places: Sequence[int], start: int, end: int) -> list[Mark]:
    """Return the marks at `places`, all of one family in the paragraph ``[start:end]``, with their roles.

    >>> text = 'a "new era"declared the 5" man'
    >>> [mark.role for mark in pair_quotes(text, [2, 10, 25], 0, len(text))]
    [0, 1, 2]
    """
    row = "".join([_look_around(text, at, start, end) for at in places])
    readings = _remember_row(row) if len(places) <= SHORT_ROW else _read_row(row)
    return [
        Mark(at, role, margin, places[partner] if partner >= 0 else -1)
        for at, (role, margin, partner) in zip(places, readings, strict=True)
    ]


def _look_around(text: str, at: int, start: int, end: int) -> str:
    """Return the mark at `at` between its neighbours, as far as they matter: any small letter will do for another."""
    before, after = beside(text, at, start, end)
    return f"{_simplify(before)}{text[at]}{_simplify(after)}"


def _simplify(character: str) -> str:
    if character.isalnum():
        return "0" if character.isdigit() else "a" if character.islower() else "A"
    return " " if character.isspace() else character


def _read_row(row: str) -> tuple[Reading, ...]:
    """Return the cheapest reading of a `row` of marks, each between its two neighbours."""
    marks = list(zip(row[::3], row[1::3], row[2::3], strict=True))
    low = "„" in row[1::3] or "‚" in row[1::3]
    reversed_angles = _are_reversed(marks)
    costs = [_role_costs(*mark, low=low, reversed_angles=reversed_angles) for mark in marks]
    # depth 0: nothing open; 1: a quotation open; 2: one within it
    forward = [[0.0, IMPOSSIBLE, IMPOSSIBLE]]
    for cost in costs:
        forward.append(_step(forward[-1], cost))
    backward = [[0.0, UNCLOSED, 2 * UNCLOSED]]
    for cost in reversed(costs):
        backward.append(_step_back(backward[-1], cost))
    backward.reverse()
    readings: list[Reading] = []
    opened: list[int] = []
    for i, cost in enumerate(costs):
        totals = [
            min(forward[i][a] + price + backward[i + 1][b] for a, b, price in MOVES[role]) + cost[role]
            for role in (OPEN, CLOSE, OTHER)
        ]
        role = min((OPEN, CLOSE, OTHER), key=totals.__getitem__)
        margin = min(total for other, total in enumerate(totals) if other != role) - totals[role]
        readings.append(Reading(role, margin, -1))
        if role == OPEN:
            opened.append(i)
        elif role == CLOSE and opened:
            first = opened.pop()
            readings[first] = readings[first]._replace(partner=i)
            readings[i] = readings[i]._replace(partner=first)
    return tuple(readings)


# Rows are much alike: those of so few marks are remembered.
SHORT_ROW = 8
_remember_row = lru_cache(maxsize=4096)(_read_row)


# Which depth a role leads to from which, and at what price: (from, to, price).
MOVES: tuple[tuple[tuple[int, int, float], ...], ...] = (
    ((0, 1, 0.0), (1, 2, NESTED), (2, 2, 2 * NESTED)),
    ((1, 0, 0.0), (2, 1, 0.0), (0, 0, UNOPENED)),
    ((0, 0, 0.0), (1, 1, 0.0), (2, 2, 0.0)),
)


def _step(state: Sequence[float], cost: Sequence[float]) -> list[float]:
    reached = [IMPOSSIBLE * 100] * 3
    for role, moves in enumerate(MOVES):
        for a, b, price in moves:
            reached[b] = min(reached[b], state[a] + price + cost[role])
    return reached


def _step_back(state: Sequence[float], cost: Sequence[float]) -> list[float]:
    reached = [IMPOSSIBLE * 100] * 3
    for role, moves in enumerate(MOVES):
        for a, b, price in moves:
            reached[a] = min(reached[a], state[b] + price + cost[role])
    return reached


def _are_reversed(marks: Sequence[tuple[str, str, str]]) -> bool:
    """Return whether angle quotes point inwards here, as in German books and in Danish: »so«."""
    inwards = outwards = 0
    for before, mark, after in marks:
        if mark not in ANGLES:
            continue
        # A mark that is set off on the inside, as in French, tells nothing after a colon: "(AME) :« Il", "» (16)".
        opens = (before.isspace() or before == "(") and after.isalnum()
        closes = not before.isspace() and before != ":" and not after.isalnum()
        if mark in RIGHT_ANGLES:
            inwards += opens
            outwards += closes
        else:
            inwards += closes
            outwards += opens
    return inwards > outwards


def _role_costs(before: str, mark: str, after: str, *, low: bool, reversed_angles: bool) -> tuple[float, float, float]:
    """Return what `mark` costs in each role, by convention and by its neighbours."""
    opening, closing = CONVENTION[mark]
    if low and mark in LOW_OPENING:
        opening, closing = LOW_OPENING[mark]
    if reversed_angles and mark in ANGLES:
        opening, closing = closing, opening
    wide = mark in WIDE_ANGLES
    opening += OPEN_BEFORE[_kind(before)] + OPEN_AFTER[_kind(after)] * (0.2 if wide and after.isspace() else 1)
    closing += CLOSE_BEFORE[_kind(before)] * (0.2 if wide and before.isspace() else 1) + CLOSE_AFTER[_kind(after)]
    if before in INTRODUCING and after.isalnum():
        closing += BETWEEN
    if before in ENDING and after.islower():
        opening += ON
    other = NO_QUOTE
    if mark in '"”“' and before.isdigit():
        other = INCHES if mark != "“" else 6.0
    elif before.isspace() and after.isspace() and mark == '"':
        other = 5.0
    return opening, closing, other


def _kind(character: str) -> int:
    """Return what a neighbour is: 0 space, 1 letter or digit, 2 ends, 3 opens or joins, 4 another mark, 5 a colon."""
    if character.isspace():
        return 0
    if character.isalnum():
        return 1
    if character == ":":
        return 5
    if character in AFTER_WORDS:
        return 2
    if character in BEFORE_WORDS:
        return 3
    return 4


# Costs by neighbour:     space, letter, ends, opens, another, colon
OPEN_BEFORE = (0.0, 3.0, 2.0, 0.0, 1.0, 1.0)
OPEN_AFTER = (5.0, 0.0, 3.0, 0.5, 0.5, 3.0)
CLOSE_BEFORE = (5.0, 0.0, 0.0, 2.0, 0.5, 2.0)
CLOSE_AFTER = (0.0, 3.0, 0.0, 1.0, 0.5, 0.0)
