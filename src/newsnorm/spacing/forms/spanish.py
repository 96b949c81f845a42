"""Spanish: pronouns after an infinitive or a gerund, and endings of verbs that are words by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["PREFIXES", "is_form"]

PREFIXES = frozenset("a al bien con contra de en entre es para por se sobre su".split())
_HOSTS = ("ar", "er", "ir", "ár", "ér", "ír", "ando", "endo", "ándo", "éndo")
_CLITICS = frozenset("la las le les lo los me nos os se te".split())


def is_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Return whether the parts may be one word: `newsnorm.spacing.forms.is_form` says of what."""
    words = vocabulary.words
    if right in _CLITICS and left.endswith(_HOSTS):
        return True
    if right in {"en", "an", "es", "as"} and any(left + ending in words for ending in ("ar", "er", "ir")):
        return True  # salud|en, of saludar
    if right in {"en", "es", "eis"} and any(left[:-1] + ending in words for ending in ("r", "ban", "ron")):
        return True  # formas|en, of formar
    if right == "seis" and left.endswith(("a", "ie")):
        return True  # forma|seis
    verb = left.endswith(("a", "e")) and any(left[:-1] + ending in words for ending in ("ar", "er", "ir"))
    if right in _CLITICS and verb and left not in vocabulary.function_words:
        return True  # instale|los, of instalar
    return right in {"al", "ales"} and left.endswith(("ion", "ment", "menta"))
