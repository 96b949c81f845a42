"""French and Portuguese alike: stems and prefixes before other words, and a plural's s that may begin the next word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["is_stem", "may_be_plural"]


def is_stem(left: str, right: str, stems: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Return whether `left` is one of the `stems` that make words of words: sub|menu, but sub|des.

    Args:
        left: A part of a token.
        right: The next part of it.
        stems: What is no word by itself, or makes more words than it is one.
        vocabulary: The words of its language.

    """
    return left.lower() in stems and right not in vocabulary.function_words


def may_be_plural(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Return whether the s at the start of `right` is as likely the end of `left`: outil|sa, but outils|a as well."""
    rest = right[1:]
    known = rest in vocabulary.function_words or rest in vocabulary.one_letter
    return right[0] == "s" and known and f"{left.lower()}s" in vocabulary.words
