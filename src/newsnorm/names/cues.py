"""Cues: the words around a name that tell what it is, by language, and how they are looked for.

>>> "president" in words_for("en", "title"), words_for("en", "country", "ukraine")[0], words_for("sw", "title")
(True, 'ukraine', ())
"""

from __future__ import annotations

from functools import cache

from newsnorm.tables import read_rows

__all__ = ["REACH", "ends_with_words", "starts_with_words", "words_for"]

REACH = 48
"""How far a cue may stand from a name, in code points."""


@cache
def words_for(language: str, role: str, of: str = "-") -> tuple[str, ...]:
    """Return the context words of `role` in `language`, casefolded; without their own, a language has none."""
    return tuple(
        word
        for code, name, words, whose in read_rows("context.tsv", 4)
        if (code, name, whose) == (language, role, of)
        for word in words.split(",")
    )


def ends_with_words(text: str, words: tuple[str, ...]) -> bool:
    """Return whether `text` ends in one of `words`, as whole words."""
    if not text.endswith(words):  # nearly always
        return False
    return any(text.endswith(w) and not text[-len(w) - 1 : -len(w)].isalnum() for w in words)


def starts_with_words(text: str, words: tuple[str, ...]) -> bool:
    """Return whether `text` starts with one of `words`, as whole words."""
    if not text.startswith(words):  # nearly always
        return False
    return any(text.startswith(w) and not text[len(w) : len(w) + 1].isalnum() for w in words)
