"""Spanish: pronouns after an infinitive or a gerund, and endings of verbs that are words by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["PREFIXES", "is_form"]

PREFIXES = frozenset("a al bien con contra de en entre es para por se sobre su".split())
_HOSTS = ("ar", "er", "ir", "ár", "ér", "ír", "ando", "endo", "ándo", "éndo")
# How a verb ends in the past that is wished for, after what may be a noun; how it ends else, after its vowel.
_PAST_ENDINGS = frozenset(("en", "es", "eis"))
_VERB_ENDINGS = ("r", "ban", "ron", "n", "ndo", "do", "mos")
# What is written with two, where a word begins with an r.
_DOUBLING = frozenset(
    "anti auto bi contra co extra infra micro mini multi pre semi sobre super tele ultra vice".split()
)
_CLITICS = frozenset("la las le les lo los me nos os se te".split())


def is_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Return whether the parts may be one word: `newsnorm.spacing.forms.is_form` says of what."""
    words = vocabulary.words
    if right in _CLITICS and left.endswith(_HOSTS):
        return True
    if right in {"en", "an", "es", "as"} and any(left + ending in words for ending in ("ar", "er", "ir")):
        return True  # salud|en, of saludar
    if right in _PAST_ENDINGS:
        unknown = left.islower() and left not in words  # what a small word and a noun make, abalanzas|en
        if unknown or any(left[:-1] + ending in words for ending in _VERB_ENDINGS):
            return True  # formas|en, of formar
    if right == "ese" and left.endswith(("ción", "sión", "tión", "xión")):
        return True  # condición|ese, of condicionar: the noun would have an esa
    if left.endswith("r") and right.startswith("r") and left[:-1].lower() in _DOUBLING:
        return True  # Prer|requisitos
    if right == "seis" and left.endswith(("a", "ie")):
        return True  # forma|seis
    verb = left.endswith(("a", "e")) and any(left[:-1] + ending in words for ending in ("ar", "er", "ir"))
    if right in _CLITICS and verb and left not in vocabulary.function_words:
        return True  # instale|los, of instalar
    return right in {"al", "ales"} and left.endswith(("ion", "ment", "menta"))
