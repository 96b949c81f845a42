"""What other stages ask the table: whether a word begins with a known name."""

from __future__ import annotations

from functools import lru_cache

from newsnorm.name_table.table import NameTable

__all__ = ["is_known_name", "known_prefix"]

SHORTEST_NAME = 4


@lru_cache(maxsize=8)
def _known_words(language: str) -> frozenset[str]:
    """Return the words that are a known name by themselves, or the surname of a known person."""
    view = NameTable.builtin().view(language)
    rows = list(view.spellings())
    people = {row.text.rpartition(" ")[2] for row in rows if row.id.startswith("person/")}
    return frozenset(people.union(row.text for row in rows))


def is_known_name(word: str, language: str = "en") -> bool:
    """Return whether `word` is a known name by itself, or the surname of a known person, in `language`.

    >>> is_known_name("Zelenskiy"), is_known_name("Kiev"), is_known_name("said")
    (True, True, False)
    """
    return len(word) >= SHORTEST_NAME and word in _known_words(language)


def known_prefix(word: str, language: str = "en") -> int:
    """Return how long the longest known name is that `word` begins with and goes on after, in code points; or 0.

    >>> known_prefix("Zelenskiysaid"), known_prefix("Zelenskiy"), known_prefix("Kievan"), known_prefix("said")
    (9, 8, 4, 0)
    """
    known = _known_words(language)
    return next((end for end in range(len(word) - 1, SHORTEST_NAME - 1, -1) if word[:end] in known), 0)
