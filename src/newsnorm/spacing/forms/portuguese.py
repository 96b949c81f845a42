"""Portuguese: participles and endings that are words by themselves, suffixes, and what makes words of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.spacing.forms.stems import is_stem, may_be_plural

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["PREFIXES", "is_form"]

PREFIXES = frozenset("a ante antes com contra de em entre mal para por sem sobre".split())
# What is no word by itself, or makes more words than it is one.
_STEMS = frozenset(
    "aero agro anti arqui auto bi bio cardio ciber co des eco eletro etno euro extra foto geo hidro hiper homo hyper in"
    " info inter intra logo macro maxi mega meta micro mini mono moto multi nano narco neo neuro petro poli pré pro"
    " pseudo psico pós quimio radio re retro rádio semi sobre socio sub super tecno tele termo trans tri ultra uni vice"
    " vídeo".split()
)
_ENDING_RE = re.compile(r"mente|aç(?:ão|ões)|a?dor(?:a|as|es)?|istas?|ismos?|idades?")


def is_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Return whether the parts may be one word: `newsnorm.spacing.forms.is_form` says of what."""
    if may_be_plural(left, right, vocabulary) or is_stem(left, right, _STEMS, vocabulary):
        return True
    if right in {"da", "das", "do", "dos"} and f"{left.lower()}r" in vocabulary.words:
        return True  # seleciona|das, of selecionar
    if right == "os" and left.endswith("iam"):
        return True  # poderiam|os
    if right in {"as", "es", "os"} and left[-1] not in "aeiouáéíóúâêôãõàlmnrsz":
        return True  # Serif|as: no word ends so
    return _ENDING_RE.fullmatch(right) is not None and left.lower() not in vocabulary.function_words
