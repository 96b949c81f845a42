"""What other stages ask the table: whether a word is part of a known name, and whether it ends one.

``data/name_words.tsv``, made with the table, lists these words: to work them out of 39,000 spellings takes longer than
a short run should wait.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from newsnorm.name_table.table import NameTable
from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["compile_name_words", "ends_known_name", "is_end_of_name", "is_part_of_name"]

SHORTEST_PART = 4
# How often the last two words of names are looked for one by one: to list them all takes as long as twenty times that.
FEW_ASKED = 8
WORDS_HEADER = "# ends a name, or doesn't\twords\n"


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
    return _ends().hold(before, word)


def compile_name_words(table: NameTable) -> str:
    r"""Return the text of the words of all names of `table`: those that may end one, and the others.

    >>> compile_name_words(NameTable((), ("Minh\tHo Chi Minh City\ten\tplace/saigon\t",))).split("\n")[1:]
    ['ends\tCity', 'goes on\tMinh', '']
    """
    names = [name.split() for name in table.spellings()]
    ends = _written_as_names(words[-1] for words in names if words)
    others = _written_as_names(word for words in names for word in words) - ends
    return f"{WORDS_HEADER}ends\t{' '.join(sorted(ends))}\ngoes on\t{' '.join(sorted(others))}\n"


def _written_as_names(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        [word for word in words if len(word) >= SHORTEST_PART and word[0].isupper() and word[1:].islower()]
    )


@cache
def _parts() -> frozenset[str]:
    return _last_parts().union(_read_words()["goes on"].split())


@cache
def _last_parts() -> frozenset[str]:
    return frozenset(_read_words()["ends"].split())


def _read_words() -> dict[str, str]:
    return dict(read_rows("name_words.tsv", 2))


class _Ends:
    """The last two words of all names: the table is searched for the first few, then they are listed."""

    def __init__(self) -> None:
        self._asked = 0

    def hold(self, before: str, word: str) -> bool:
        self._asked += 1
        if self._asked <= FEW_ASKED:
            return NameTable.builtin().ends_spelling(f"{before} {word}")
        return (before, word) in self._all

    @cached_property
    def _all(self) -> frozenset[tuple[str, str]]:
        names = [name.split() for name in NameTable.builtin().spellings()]
        return frozenset([(words[-2], words[-1]) for words in names if len(words) > 1])


@cache
def _ends() -> _Ends:
    return _Ends()
