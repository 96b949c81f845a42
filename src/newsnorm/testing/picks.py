"""Lists drawn in one go: what a list is made of is picked letter by letter of one short text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["picks"]

T = TypeVar("T")

# The letter that stands for the first of the items: the one that Hypothesis holds to be the simplest.
FIRST = ord("0")


def picks(items: Sequence[T], *, min_size: int = 0, max_size: int) -> st.SearchStrategy[list[T]]:
    """Return lists of some of `items`, in any order and any number of times.

    As ``lists(sampled_from(items))``, whose every element costs Hypothesis two choices: a text is one, however long.

    Args:
        items: What to pick from, the simplest first: 256 at most, since of more letters Hypothesis prefers the first.
        min_size: The least number of picks.
        max_size: The greatest.

    """
    assert len(items) <= 256
    letters = st.text([chr(FIRST + number) for number in range(len(items))], min_size=min_size, max_size=max_size)
    return letters.map(lambda text: [items[ord(letter) - FIRST] for letter in text])
