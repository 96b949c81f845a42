"""A Ukrainian and a Russian name side by side: where they meet, and the spellings that mix them.

>>> align("сміла", "смела")
(0.3, ((0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)))
"""

from __future__ import annotations

from functools import cache

from newsnorm.romanization.lattice import Slot, cheapest, merge
from newsnorm.romanization.letters import read_pieces

__all__ = ["align", "mix"]

# Letters that stand for each other in the Ukrainian and the Russian form of one name, at the price of doubt.
SAME_LETTERS = {
    **dict.fromkeys(("іи", "иы", "єе", "їи", "ео", "ґг", "ии", "еэ"), 0.05),
    **dict.fromkeys(
        ("іе", "іо", "іё", "еи", "ое", "оё", "её", "ие", "ыи", "ао", "оа", "їе", "іы", "яе", "'ь", "'ъ"), 0.3
    ),
    **dict.fromkeys(
        ("цч", "чц", "ця", "кг", "гк", "жш", "уо", "ея", "аи", "иа", "уи", "йи", "щш", "ау", "ву", "ув"), 0.7
    ),
}
SILENT = frozenset("ь'ъй")


@cache
def align(ukrainian_name: str, russian_name: str) -> tuple[float, tuple[tuple[int, int], ...]]:
    """Lay two names side by side: return the price of doubt, and the pairs of boundaries that the two share."""
    rows, columns = len(ukrainian_name), len(russian_name)
    price = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i or j:
                price[i][j] = min(cost for cost, _, _ in _steps(price, ukrainian_name, russian_name, i, j))
    path = [(rows, columns)]
    i, j = rows, columns
    while i or j:
        _, i, j = min(_steps(price, ukrainian_name, russian_name, i, j))
        path.append((i, j))
    return round(price[rows][columns], 3), tuple(reversed(path))


def _steps(price: list[list[float]], a: str, b: str, i: int, j: int) -> list[tuple[float, int, int]]:
    """Return the ways to reach cell (i, j), each with its price and the cell it comes from."""
    ways: list[tuple[float, int, int]] = []
    if i and j:
        doubt = 0.0 if a[i - 1] == b[j - 1] else SAME_LETTERS.get(a[i - 1] + b[j - 1], 1.5)
        ways.append((price[i - 1][j - 1] + doubt, i - 1, j - 1))
    if i:
        ways.append((price[i - 1][j] + (0.2 if a[i - 1] in SILENT else 1.0), i - 1, j))
    if j:
        ways.append((price[i][j - 1] + (0.2 if b[j - 1] in SILENT else 1.0), i, j - 1))
    return ways


MIXING = 0.4
"""What it costs to write one slot of a Ukrainian name the Russian way."""


def mix(native: str, russian_name: str) -> list[Slot]:
    """Return the slots of both forms side by side; where their pieces don't meet, longer stretches are one slot."""
    ours, theirs = read_pieces(native, "uk"), read_pieces(russian_name, "ru")
    _, path = align("".join(piece for piece, _ in ours), "".join(piece for piece, _ in theirs))
    our_ends, their_ends = _ends(ours), _ends(theirs)
    slots: list[Slot] = []
    a = b = 0
    for i, j in path[1:]:
        if i in our_ends and j in their_ends and (our_ends[i] > a or their_ends[j] > b):
            left = cheapest([slot for _, slot in ours[a : our_ends[i]]], most=12, limit=4)
            right = cheapest([slot for _, slot in theirs[b : their_ends[j]]], most=12, limit=4)
            slots.append(
                merge(tuple(left.items()), tuple((s, price + MIXING * (s not in left)) for s, price in right.items()))
            )
            a, b = our_ends[i], their_ends[j]
    return slots


def _ends(pieces: list[tuple[str, Slot]]) -> dict[int, int]:
    """Return the offsets at which pieces end, each with how many pieces end there or before."""
    ends: dict[int, int] = {0: 0}
    offset = 0
    for count, (piece, _) in enumerate(pieces, start=1):
        offset += len(piece)
        ends[offset] = count
    return ends
