"""Where grammar joins what look like two words: ``beizumessen``, ``arbeitendem``, ``Stolpersteine``, ``detenerlos``.

No table holds all the words of a language that makes new ones by rule; so its rules are asked before a token is cut at
a small letter. What they allow to be one word is left alone, however likely its parts are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.spacing.forms import english, french, german, portuguese, spanish

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["is_form", "is_prefixed"]


def is_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Return whether `left` and `right`, which begins with a small letter, can be one word by the rules of a language.

    Args:
        left: A part of a token.
        right: The next part of it.
        rest: All that follows the left part, the right one first.
        vocabulary: The words of its language.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> german, spanish = load_vocabulary("de"), load_vocabulary("es")
    >>> is_form("arbeiten", "dem", "dem", german), is_form("wegen", "dem", "dem", german)
    (True, False)
    >>> is_form("detener", "los", "los", spanish), is_form("los", "alimentos", "alimentos", spanish)
    (True, False)

    """
    allows = _RULES.get(vocabulary.language)
    return allows is not None and allows(left, right, rest, vocabulary)


def is_prefixed(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Return whether `left` is a small word that makes other words of words as readily: ``a|propia``, ``en|cadena``.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> is_prefixed("en", "cadena", load_vocabulary("es")), is_prefixed("los", "alimentos", load_vocabulary("es"))
    (True, False)
    """
    if not right[0].islower():
        return False
    if vocabulary.language == "de":
        return german.is_prefixed(left, right, vocabulary)
    return left in _PREFIXES.get(vocabulary.language, ()) and right not in vocabulary.function_words


_RULES: dict[str, Callable[[str, str, str, Vocabulary], bool]] = {
    "de": german.is_form,
    "en": english.is_form,
    "es": spanish.is_form,
    "fr": french.is_form,
    "pt": portuguese.is_form,
}
_PREFIXES = {"es": spanish.PREFIXES, "fr": french.PREFIXES, "pt": portuguese.PREFIXES}
