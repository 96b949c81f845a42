"""Given names: which spellings are one name, and which are two.

>>> find_given("Volodymyr") == find_given("Wladimir") == find_given("Уладзімір")
True
>>> find_given("John").names, find_given("Jon").names, find_given("Johm").names
(frozenset({'john'}), frozenset({'jonathan'}), frozenset())
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsnorm.names.sounds import fold_part
from newsnorm.tables import read_rows

__all__ = ["Given", "find_given"]


class Given(NamedTuple):
    """What the table of given names says of a spelling.

    Attributes:
        names: The names it may stand for: none for an unknown one, several for a short form such as ``Sasha``.
        slavic: Whether its spellings follow a Cyrillic original.

    """

    names: frozenset[str]
    slavic: bool


UNKNOWN = Given(frozenset(), False)


@lru_cache(maxsize=16_384)
def find_given(part: str) -> Given:
    """Return the names that `part` stands for as a given name: as a whole name before all, then as a short form."""
    slavic, other, short = _givens()
    strict = fold_part(part, slavic=False)
    return other.get(strict) or slavic.get(fold_part(part)) or short.get(strict) or UNKNOWN


@cache
def _givens() -> tuple[dict[str, Given], ...]:
    """Return the table by sound key: Slavic forms, others, short forms."""
    found: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for name, *columns, _ in read_rows("given_names.tsv", 5):
        for i, forms in enumerate(columns):
            for form in forms.replace("-", "").split():
                found[i].setdefault(fold_part(form, slavic=i == 0), set()).add(name)
    return tuple(
        {key: Given(frozenset(names), i == 0) for key, names in table.items()} for i, table in enumerate(found)
    )
