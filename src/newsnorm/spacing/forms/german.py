"""German: separable verbs, participles, numbers, nouns made of nouns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["PREFIXES", "is_form", "is_prefixed"]

PREFIXES = frozenset("acht also als da eben ebenso erst her hie im in jeder kein nahe ob so teil wohl".split())
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
# What ends no word, but the first part of one.
_LINKED = ("heits", "ions", "keits", "schafts", "täts", "ungs")
_PARTICIPLE_RE = re.compile(r"de(?:[mnrs]|r(?:e[mnrs]?)|nen|ren|s)?")
_UNITS = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_NUMBER_RE = re.compile(
    rf"(?:(?:{_UNITS})und(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)\w{{0,4}}"
    rf"|(?:{_UNITS}|zehn|elf|zwölf)(?:ein)?(?:halb|viertel)(?:mal|fach|jährig|stündig)?\w{{0,2}})\Z",
    re.IGNORECASE,
)
# A noun so long, in letters, that ends a token and begins before the cut, is what the token is made of.
_SHORTEST_NOUN = 5


def is_form(left: str, right: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Return whether the parts may be one word: `newsnorm.spacing.forms.is_form` says of what."""
    words, small = vocabulary.words, vocabulary.function_words
    lower = left.lower()
    infinitive = left.endswith(("en", "ern", "eln")) and lower not in small and lower not in _NO_VERBS
    if infinitive and _PARTICIPLE_RE.fullmatch(right):
        return left[0].islower() or (lower in words and left not in words)  # arbeiten|dem, but Frauen|der, Angaben|der
    if lower in _SEPARABLE and (right not in small or (rest.startswith("zu") and rest.endswith("n"))):
        return not _DETERMINER_RE.fullmatch(right)  # bei|trat, statt|zufinden, but auf|meiner
    if _NUMBER_RE.search(left + rest):
        return True
    if left.endswith(_LINKED) or (right.capitalize() in words and right not in words and right not in small):
        return True  # Beugungs|muster; a noun in small letters is part of a word
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


def is_prefixed(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Return whether `left` may begin a word that goes on with `right`: no determiner ends one."""
    return left in PREFIXES and not _DETERMINER_RE.fullmatch(right)
