"""French: feminine and plural endings that are words by themselves, suffixes, and what makes words of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.spacing.forms.stems import is_stem, may_be_plural

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["PREFIXES", "is_form"]

PREFIXES = frozenset("a bas bien contre de des du en entre haut mal ne non par pour sans sous sur Par Pour Sur".split())
# What is no word by itself, or makes more words than it is one.
_STEMS = frozenset(
    "anti archi auto bi bio co cyber des dis dé déci extra hecto hyper in info inter intra kilo macro maxi micro"
    " mini mono multi méga méta nano néo outre poly post pro pré re rétro ré semi socio sub super sur trans tri"
    " télé ultra uni vice".split()
)
_SHORTEST_STEM = 4
# What surnames begin with, and how long is what follows: Laguerre, Lafontaine, Delarue, but Le|gouvernement.
_SURNAMES = frozenset(("De", "Des", "Du", "La", "Le", "Les"))
_LONGEST_SURNAME = 8
_ENDING_RE = re.compile(r"[bcdfglmnprstv]?e?ments?|euses?|uses?|t?iques?|ations?|ateurs?|istes?|ismes?")


def is_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Return whether the parts may be one word: `newsnorm.spacing.forms.is_form` says of what."""
    if right == "sa" and may_be_plural(left, right, vocabulary):
        return True
    if _is_stem(left, right, vocabulary) or (left in _SURNAMES and len(rest) <= _LONGEST_SURNAME):
        return True  # photo|réaliste, La|guerre
    if right in {"le", "les", "me", "mes", "ne", "se", "ses", "te", "tes"} and left[-1] == right[0]:
        return True  # gaussien|ne, contextuel|les
    small = left.lower() in vocabulary.function_words
    if right in {"ai", "as", "es", "eux"} and not small:
        return True  # décimal|es, brouillard|eux
    return _ENDING_RE.fullmatch(right) is not None and not small


def _is_stem(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Return whether `left` makes words of words; few words end in o, and nearly all are stems: photo|réaliste."""
    learned = left.endswith("o") and len(left) >= _SHORTEST_STEM and right not in vocabulary.function_words
    return learned or is_stem(left, right, _STEMS, vocabulary)
