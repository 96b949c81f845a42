"""Slips of the pen: names that are one letter apart, and whether that letter tells two people apart.

>>> is_slip("zelenski", "zelensi", shortest=6), is_slip("petrov", "petrova", shortest=6)
(True, False)
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from newsnorm.names.sounds import fold_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.names.person import PersonName

__all__ = ["MOST_COMPARED", "find_slips", "is_slip"]

MOST_COMPARED = 24
"""A key that more names share is nobody's slip, and comparing all of its pairs would take quadratic time."""

_VOWELS = frozenset("aeiouy")

# Last letters that tell two people apart: Petrov and Petrova, Daniel and Daniela.
_TELLING, _TELLING_GIVEN = "a", "aeo"

# Below these lengths of the sound key, one letter is too much of a name to be a slip.
_SHORTEST_SLIP = 6
_SHORTEST_GIVEN_SLIP = 5
_SHORTEST_JUMBLE = 7


def find_slips(read: list[PersonName]) -> Iterator[tuple[int, int]]:
    """Yield pairs that are one slip of the pen apart, in the surname or in an unknown given name."""
    surnames: dict[tuple[str, str], int] = {}
    givens: dict[tuple[str, str], int] = {}
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for index, name in enumerate(read):
        if name.given:
            bearers[name.surname].add(name.given)
            givens.setdefault((fold_part(name.plain), name.surname), index)
            # A slip may be one of the pen or one of the ear: letters and sounds are compared.
            for key in (name.surname, name.strict, name.written):
                surnames.setdefault((name.given, key), index)
    for (a, i), (b, j) in _near_pairs(surnames, _SHORTEST_SLIP):
        settled = len(bearers[read[i].surname]) > 1 and len(bearers[read[j].surname]) > 1
        kind = "other" if read[i].strict and read[j].strict else "slavic"
        if not settled and is_slip(a, b, shortest=_SHORTEST_SLIP, kind=kind):
            yield i, j
    shared = {(surname, given): i for (given, surname), i in givens.items() if len(bearers[surname]) > 1}
    for (_, i), (_, j) in _near_pairs(shared, _SHORTEST_GIVEN_SLIP):
        if _is_given_slip(read[i], read[j]):
            yield i, j
    yield from _jumbled(read, shared)


def _near_pairs(
    spellings: dict[tuple[str, str], int], shortest: int
) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Yield the spellings of one context that may be a slip apart, as ``((spelling, index), (spelling, index))``.

    `spellings` holds ``(context, spelling)`` and an index. What is a slip apart is equal up to one letter left out.
    """
    near: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for (context, spelling), index in spellings.items():
        if len(spelling) >= shortest - 1:
            for i in range(-1, len(spelling)):
                near[context, spelling[:i] + spelling[i + 1 :] if i >= 0 else spelling].append((spelling, index))
    for entries in near.values():
        if len(entries) <= MOST_COMPARED:
            yield from ((a, b) for a, b in combinations(entries, 2) if a[0] != b[0])


def _is_given_slip(a: PersonName, b: PersonName) -> bool:
    if (a.known and b.known) or (a.strict != b.strict and a.strict and b.strict):
        return False
    shortest = _SHORTEST_GIVEN_SLIP if a.known or b.known else _SHORTEST_SLIP
    if not (a.known or b.known) and len(a.surname) < _SHORTEST_SLIP:
        return False
    return is_slip(fold_part(a.plain), fold_part(b.plain), shortest=shortest, kind="given")


def _jumbled(read: list[PersonName], givens: dict[tuple[str, str], int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of one surname whose given names hold the same letters: Vlamidir, Vladimir."""
    seen: dict[tuple[str, str], int] = {}
    for (surname, given), index in givens.items():
        if len(given) >= _SHORTEST_JUMBLE:
            other = seen.setdefault((surname, given[0] + "".join(sorted(given[1:]))), index)
            if other != index and not (read[index].known and read[other].known):
                yield other, index


def is_slip(a: str, b: str, *, shortest: int, kind: str = "slavic") -> bool:
    """Return whether `a` and `b`, plain or folded, are one slip of the pen apart.

    A slip is a letter too many, two letters swapped, a vowel for a vowel or ``g`` for ``h``; in a given name, any
    letter for another. It is no slip where the letter tells two names apart: ``Petrov`` and ``Petrova``, ``Daniel`` and
    ``Daniela``; and in surnames that are not Slavic anywhere in their ending: ``Hansen`` and ``Hanson``, ``Robert`` and
    ``Roberts``, ``Healy`` and ``Healey``.

    Args:
        a: A name.
        b: Another.
        shortest: The least length of the longer one: in less, one letter is too much.
        kind: What they are: ``slavic`` or ``other`` surnames, or ``given`` names.

    >>> is_slip("zelenski", "zelensi", shortest=6), is_slip("gorpenko", "gorbenko", shortest=6)
    (True, False)
    >>> is_slip("hansen", "hanson", shortest=6, kind="other")
    False

    """
    if len(a) < len(b):
        a, b = b, a
    if len(a) < shortest or len(a) - len(b) > 1:
        return False
    start = next((i for i in range(len(b)) if a[i] != b[i]), len(b))
    if kind == "other" and start >= len(a) - 2:
        return False
    if len(a) > len(b):
        telling = _TELLING_GIVEN if kind == "given" else _TELLING
        return a[start + 1 :] == b[start:] and not (start == len(b) and a[-1] in telling)
    pair = a[start : start + 1] + b[start : start + 1]
    if pair and a[start + 1 :] == b[start + 1 :]:
        alike = kind == "given" or set(pair) <= _VOWELS or (start > 0 and set(pair) == {"g", "h"})
        return alike and start + 1 < len(a)
    swapped = a[start : start + 2] == b[start : start + 2][::-1]
    return len(pair) == 2 and swapped and a[start + 2 :] == b[start + 2 :]
