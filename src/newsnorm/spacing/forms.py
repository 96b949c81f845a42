"""Where grammar joins what look like two words: ``beizumessen``, ``arbeitendem``, ``Stolpersteine``, ``detenerlos``.

No table holds all the words of a language that makes new ones by rule; so its rules are asked before a token is cut at
a small letter. What they allow to be one word is left alone, however likely its parts are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
    if left not in _PREFIXES.get(vocabulary.language, ()) or not right[0].islower():
        return False
    if vocabulary.language == "de":
        return not _DETERMINER_RE.fullmatch(right)
    return right not in vocabulary.function_words


_PREFIXES = {
    "de": frozenset("acht also als da eben ebenso erst her hie im in jeder kein nahe ob so teil wohl".split()),
    "es": frozenset("a al bien con contra de en entre es para por se sobre su".split()),
}


# German: separable verbs, participles, numbers, nouns made of nouns.

_SEPARABLE = frozenset(
    "ab an auf aus bei dabei dafür dagegen daher dahin daneben daran darauf daraus darin darum darunter darüber"
    " davon davor dazu dazwischen drauflos durch ein einher empor entgegen entlang fehl fest fort frei gegenüber"
    " gleich heim her herauf heraus herein herum herunter hervor herüber hierher hin hinab hinauf hinaus hinein"
    " hinten hinter hinunter hinweg hinüber hoch los mit nach nahe neben nieder statt teil um unter vor voran"
    " voraus vorbei vorüber weg weiter wider wieder wohl zu zurecht zurück zusammen zuvor zwischen über überein".split()
)
# What stands before a verb and is no word.
_INSEPARABLE = ("ent", "ver", "zer")
# What ends as an infinitive does and is none.
_NO_VERBS = frozenset("außen gegen hinten innen neben oben unten wegen zugunsten zwischen".split())
# What stands before a noun and is no part of any word, in all its cases.
_DETERMINER_RE = re.compile(
    r"(?:dein|dies|eur|euer|ihr|jed|jen|kein|mein|sein|solch|unser|unsr|welch)(?:e[mnrs]?)?(?<!euer)(?<!ihr)(?<!sein)"
)
_BOUND_RE = re.compile(
    r"(?:artig|fähig|förmig|haltig|jährig|köpfig|seitig|sprachig|stellig|stündig|tägig)(?:e[mnrs]?)?|istisch(?:e[mnrs]?)?"
    r"|sierung(?:en|s)?|tung(?:en|s)?"
)
_PARTICIPLE_RE = re.compile(r"de(?:[mnrs]|r(?:e[mnrs]?)|nen|ren|s)?")
_UNITS = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_NUMBER_RE = re.compile(
    rf"(?:(?:{_UNITS})und(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)\w{{0,4}}"
    rf"|(?:{_UNITS}|zehn|elf|zwölf)(?:ein)?(?:halb|viertel)(?:mal|fach|jährig|stündig)?\w{{0,2}})\Z",
    re.IGNORECASE,
)
# A noun so long, in letters, that ends a token and begins before the cut, is what the token is made of.
_SHORTEST_NOUN = 5


def _is_german_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    words, small = vocabulary.words, vocabulary.function_words
    lower = left.lower()
    infinitive = left.endswith(("en", "ern", "eln")) and lower not in small and lower not in _NO_VERBS
    if infinitive and _PARTICIPLE_RE.fullmatch(right):
        return left[0].islower() or (lower in words and left not in words)  # arbeiten|dem, but Frauen|der, Angaben|der
    if lower in _SEPARABLE and (right not in small or (rest.startswith("zu") and rest.endswith("n"))):
        return not _DETERMINER_RE.fullmatch(right)  # bei|trat, statt|zufinden, but auf|meiner
    if _NUMBER_RE.search(left + rest):
        return True
    if _BOUND_RE.fullmatch(rest):
        return True  # russisch|sprachig, separat|istischen
    if f"{lower}{right}".startswith("nichtsdesto"):
        return True  # nichts|desto|weniger
    if right == "ist" and any(left.capitalize() + ending in words for ending in ("isten", "ismus")):
        return True  # Dschihad|ist
    if rest == "nach" and left.endswith("stei"):
        return True  # Neckarstei|nach
    if right == "ein" and left.endswith("l") and left not in words:
        return True  # Vögl|ein
    if left.islower() and left not in words and left not in small:
        return True  # a noun without its capital is part of an adjective, gender|theoretisch; verschlimm|erst
    if left not in words and lower not in words:
        if lower.endswith(_INSEPARABLE):
            return True  # Selbstver|gewisserung
        joined = left + right
        for start in range(max(3, len(left) - 6), len(left)):
            noun = joined[start:].capitalize()
            if len(noun) >= _SHORTEST_NOUN and noun in words and noun.lower() not in small:
                return True  # Stolper|steine, not Stolperst|eine
    return False


# Spanish: pronouns after an infinitive or a gerund, and endings of verbs that are words by themselves.

_HOSTS = ("ar", "er", "ir", "ár", "ér", "ír", "ando", "endo", "ándo", "éndo")
_CLITICS = frozenset("la las le les lo los me nos os se te".split())


def _is_spanish_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
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


# English: the adverbs of place with a preposition, and learned stems before other words.

_SHORTEST_STEM = 4

_PLACES = frozenset(("here", "there", "where"))
_AFTER_PLACES = frozenset(
    "about after at by for from in into of on through to under unto upon with within".split()
)  # fmt: skip


def _is_english_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    if left.endswith("o") and len(left) > _SHORTEST_STEM and not vocabulary.knows(left):
        return True  # Anarcho|syndicalist
    return left.lower() in _PLACES and right in _AFTER_PLACES


_RULES: dict[str, Callable[[str, str, str, Vocabulary], bool]] = {
    "de": _is_german_form,
    "en": _is_english_form,
    "es": _is_spanish_form,
}
