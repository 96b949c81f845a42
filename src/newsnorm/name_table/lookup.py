"""What other stages ask the table: whether a word is part of a known name, and whether it ends one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsnorm.name_table.table import NameTable

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ends_known_name", "is_end_of_name", "is_part_of_name"]

SHORTEST_PART = 4


def is_part_of_name(word: str) -> bool:
    """Return whether a known name has `word` in it, as names are written: not the particles, no abbreviations.

    >>> is_part_of_name("Zelensky"), is_part_of_name("Volodymyr"), is_part_of_name("said"), is_part_of_name("al")
    (True, True, False, False)
    """
    return word in _parts()


def is_end_of_name(word: str) -> bool:
    """Return whether a known name ends in `word`, or is nothing else, under the same terms.

    >>> is_end_of_name("Zelensky"), is_end_of_name("Volodymyr"), is_end_of_name("Kyiv")
    (True, False, True)
    """
    return word in _last_parts()


def ends_known_name(before: str, word: str) -> bool:
    """Return whether a known name ends in these two words.

    >>> ends_known_name("Volodymyr", "Zelensky"), ends_known_name("Igor", "Zelensky")
    (True, False)
    """
    return (before, word) in _ends()


@cache
def _parts() -> frozenset[str]:
    return _written_as_names(" ".join(NameTable.builtin().spellings()).split())


@cache
def _last_parts() -> frozenset[str]:
    return _written_as_names(name.rpartition(" ")[2] for name in NameTable.builtin().spellings())


def _written_as_names(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        [word for word in words if len(word) >= SHORTEST_PART and word[0].isupper() and word[1:].islower()]
    )


@cache
def _ends() -> frozenset[tuple[str, str]]:
    names = [name.split() for name in NameTable.builtin().spellings()]
    return frozenset([(words[-2], words[-1]) for words in names if len(words) > 1])
