"""English: the adverbs of place with a preposition, and learned stems before other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["is_form"]

_SHORTEST_STEM = 4

_PLACES = frozenset(("here", "there", "where"))
_AFTER_PLACES = frozenset(
    "about after at by for from in into of on through to under unto upon with within".split()
)  # fmt: skip


def is_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Return whether the parts may be one word: `newsnorm.spacing.forms.is_form` says of what."""
    if left.endswith("o") and len(left) > _SHORTEST_STEM and not vocabulary.knows(left):
        return True  # Anarcho|syndicalist
    return left.lower() in _PLACES and right in _AFTER_PLACES
