"""Words of one letter that ran together with the word before them: ``beforeI``, ``cochey``, ``useda``.

A single letter is weak evidence, so the word before it must be known and the whole must not be, and of the letters that
end many words hardly any counts: of a million forms of Spanish words five in small letters are a known word and a y.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.spacing.cutting import Cut
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["find_letter"]

# The words of one letter that may be cut off, and whether only where no known word ends so.
LETTERS = {"en": {"I": False, "a": True}, "es": {"y": False}, "fr": {"a": True}}
# What English words end in before an "a" that are hardly the beginning of a word in another language.
ENDINGS = ("ed", "ing", "s")
SHORTEST = {"I": 1, "a": 4, "y": 4}


def find_letter(token: str, vocabulary: Vocabulary) -> Cut | None:
    """Return where a word of one letter ran together with the one before it in `token`, a word that is not known.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> find_letter("beforeI", load_vocabulary("en")), find_letter("qqxyzI", load_vocabulary("en"))
    (Cut(at=6, left='before', right='I'), None)
    >>> find_letter("febreroy", load_vocabulary("es")), find_letter("delivery", load_vocabulary("es"))
    (Cut(at=7, left='febrero', right='y'), None)
    >>> find_letter("useda", load_vocabulary("en")), find_letter("dramata", load_vocabulary("en"))
    (Cut(at=4, left='used', right='a'), None)
    """
    left, letter = token[:-1], token[-1]
    alike = LETTERS.get(vocabulary.language, {}).get(letter)
    if alike is None or not left.islower() or left not in vocabulary.words or len(left) < SHORTEST[letter]:
        return None
    if vocabulary.language == "en" and letter == "a" and not left.endswith(ENDINGS):
        return None  # carpeta, idioma, tableta
    if (alike and vocabulary.ends_alike(left, letter)) or load_vocabulary("en").knows(token):
        return None  # valley
    return Cut(len(left), left, letter)
