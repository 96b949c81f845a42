"""Slips of the pen, against what they are by definition."""

from __future__ import annotations

from itertools import product

import pytest

from newsnorm.names.slips import is_slip

LETTERS = "aegto"
WORDS = ["".join(letters) for length in (3, 4) for letters in product(LETTERS, repeat=length)]
BASES = ("gata", "aget", "gato", "etag", "gag", "ate", "gege", "hate", "that", "tahg", "tah")


def is_slip_by_definition(a: str, b: str, shortest: int, kind: str) -> bool:
    long, short = sorted((a, b), key=len, reverse=True)
    if len(long) < shortest:
        return False
    first = next((i for i, (x, y) in enumerate(zip(long, short, strict=False)) if x != y), len(short))
    if kind == "other" and first >= len(long) - 2:  # in the ending of a surname that isn't Slavic
        return False
    if len(long) == len(short) + 1:
        left_out = any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
        return left_out and not (long[:-1] == short and long[-1] in ("aeo" if kind == "given" else "a"))
    differing = [i for i, (x, y) in enumerate(zip(long, short, strict=False)) if x != y]
    if len(long) != len(short) or not differing:
        return False
    if len(differing) == 1:
        pair = {long[first], short[first]}
        alike = kind == "given" or pair <= set("aeiouy") or (pair == {"g", "h"} and first > 0)
        return alike and first < len(long) - 1
    return (
        len(differing) == 2 and long[first : first + 2] == short[first + 1] + short[first] and differing[1] == first + 1
    )


@pytest.mark.parametrize("kind", ["slavic", "other", "given"])
@pytest.mark.parametrize("shortest", [3, 4, 5])
def test_a_slip_is_one_by_its_definition(kind: str, shortest: int) -> None:
    slips = {
        (a, b): is_slip(a, b, shortest=shortest, kind=kind)
        for a in BASES
        for b in (*WORDS, *BASES, a[:1] + "h" + a[2:], "h" + a[1:])
    }
    assert any(slips.values()) == (shortest < 5)
    assert slips == {(a, b): is_slip_by_definition(a, b, shortest, kind) for a, b in slips}
