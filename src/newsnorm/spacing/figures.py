"""Words and figures that ran together: ``2017by``, ``am19. Mai``, ``Frontal21und``, ``for$799``; not ``covid19``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.cutting import Cut
from newsnorm.spacing.sides import find_touched_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["find_figure", "may_touch", "space_currencies"]

# A figure and a word, and a name that may end in the figure: Frontal21, CO2.
FIGURE_WORD_RE = re.compile(r"([^\W\d_]{0,26})(\d{1,4})([^\W\d_]{2,26})")
NAME_RE = re.compile(r"[A-ZÄÖÜ](?:[A-ZÄÖÜ]{0,4}|[a-zäöüß]{2,15})\Z")
HUMP_RE = re.compile(r"[A-ZÄÖÜ]")
YEAR_RE = re.compile(r"(?:19|20)\d\d")
# A word and a figure, perhaps of an order or a measure.
WORD_FIGURE_RE = re.compile(
    r"([^\W\d_]{2,})(\d{1,4}(?:st|nd|rd|th|[KMGT]B|[kMG]?Hz|[kcm]?m|mg|kg|kW|MW|GW|W|V|mAh|er)?)",
)
# A word and a product with a figure.
WORD_PRODUCT_RE = re.compile(r"([^\W\d_]{4,40})\d{1,3}")
# A word and a constant of code, or a name of Python's own.
WORD_CONSTANT_RE = re.compile(
    r"([a-z]{2,20})([A-Z]{2,20}(?:_[A-Z]{2,20}){1,4}|__[a-z]{2,20}(?:_[a-z]{2,20}){0,2}__)",
)

CONSTANT_WORD_RE = re.compile(r"([A-Z]{2,20}(?:_[A-Z]{2,20}){1,4})([a-z]{2,20})")

# What stands right after a figure without a space: 1990er, 1990s, 1990-ie, 2000th.
FIGURE_ENDINGS = frozenset(("er", "ers", "es", "st", "nd", "rd", "th", "e", "en", "ern", "de", "os", "as", "an", "mal"))
# Words that tell how near a figure is, and are no function words.
NEARLY = {
    "de": frozenset("circa fast höchstens knapp mindestens rund ungefähr".split()),
    "en": frozenset("almost approximately nearly roughly".split()),
}
# How forms of verbs and adverbs end before a figure, with how other forms of the same word do: distributed5 million and
# distribute, currently59% and current, rellenar50 hectáreas and rellenado. A string1 is a name, and family4 as well.
VERB_FORMS = {
    "en": (("ed", ""), ("ed", "e"), ("ly", "")),
    "es": (("ar", "ado"), ("er", "ido"), ("ir", "ido")),
}
SHORTEST_VERB = 6
# How adjectives end that German makes of a figure: 20jährige, 14tägigen, 3fache, 2malig.
MADE_OF_FIGURE_RE = re.compile(r"(?:ig|fach|mal|weise)(?:e[mnrs]?)?\Z")
# How short a word may be that a figure can't end in, and one that is known, but no function word.
SHORTEST = 3
SHORTEST_KNOWN = 4
SHORTEST_AFTER_NAME = 6

# A sign between a letter and an amount, of two digits at least: ``echo$1`` is code. Anchored on the sign.
AMOUNT = r"(?=\d(?:\d|[.,]\d))"
CURRENCY_RES = {sign: re.compile(rf"{re.escape(sign)}(?<=[a-zß-öø-ÿ]{re.escape(sign)}){AMOUNT}") for sign in "$€£¥"}


def find_figure(token: str, vocabulary: Vocabulary) -> Cut | None:
    """Return where a word ran together with a figure or a constant of code in `token`.

    Not in ``covid19``, ``2000er``, ``16GB``, ``A4``.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> english, german = load_vocabulary("en"), load_vocabulary("de")
    >>> find_figure("2017by", english), find_figure("2017er", german)
    (Cut(at=4, left='2017', right='by'), None)
    >>> find_figure("2019stellten", german), find_figure("FIFA21through", english), find_figure("4players", english)
    (Cut(at=4, left='2019', right='stellten'), Cut(at=6, left='FIFA21', right='through'), None)
    >>> find_figure("150andBlack", english), find_figure("distributed5", english), find_figure("string1", english)
    (Cut(at=3, left='150', right='andBlack'), Cut(at=11, left='distributed', right='5'), None)
    >>> find_figure("21vorliegen", german), find_figure("20jährige", german), find_figure("3fach", german)
    (Cut(at=2, left='21', right='vorliegen'), None, None)
    >>> find_figure("am19", german), find_figure("the14th", english), find_figure("covid19", english)
    (Cut(at=2, left='am', right='19'), Cut(at=3, left='the', right='14th'), None)
    >>> find_figure("dasiPhone14", german), find_figure("OnePlus6", german)
    (Cut(at=3, left='das', right='iPhone14'), None)
    >>> find_figure("MAX_SIZEwas", english), find_figure("MAX_SIZEs", english)
    (Cut(at=8, left='MAX_SIZE', right='was'), None)
    >>> find_figure("theMAX_SIZE", english), find_figure("in__init__", english), find_figure("getMAX_SIZE", english)
    (Cut(at=3, left='the', right='MAX_SIZE'), Cut(at=2, left='in', right='__init__'), None)
    """
    if token.isalpha():
        return None
    match = FIGURE_WORD_RE.fullmatch(token)
    if match and _follows_figure(match[1], match[2], match[3], vocabulary):
        return Cut(match.end(2), match[1] + match[2], match[3])
    match = WORD_FIGURE_RE.fullmatch(token)
    if match and _precedes_figure(match[1], match[2], vocabulary):
        return Cut(match.end(1), match[1], match[2])
    match = WORD_PRODUCT_RE.fullmatch(token)
    product = _find_product(match[1], vocabulary) if match else 0
    if product:
        return Cut(product, token[:product], token[product:])
    for pattern, word in ((WORD_CONSTANT_RE, 1), (CONSTANT_WORD_RE, 2)):
        match = pattern.fullmatch(token)
        if match and match[word] in vocabulary.function_words and match[word] in vocabulary.parts:
            return Cut(match.end(1), match[1], match[2])
    return None


def _follows_figure(name: str, figure: str, word: str, vocabulary: Vocabulary) -> bool:
    """Return whether `word` is another than `figure`, in which a `name` may end: not the ``er`` of ``2000er``."""
    if word in FIGURE_ENDINGS or (name and name == name.lower()):
        return False
    year = not name and YEAR_RE.fullmatch(figure) is not None
    small = _first_small_word(word, vocabulary)
    if small:
        return year or len(small) >= SHORTEST
    if word.istitle():
        return year and len(word) >= SHORTEST and word.lower() in vocabulary.function_words
    if not word.islower() or word not in vocabulary.words:
        return False
    if not name and not year:
        verb = vocabulary.language == "de" and len(word) >= SHORTEST_VERB
        return verb and len(figure) > 1 and MADE_OF_FIGURE_RE.search(word) is None
    if not name:
        return len(word) >= SHORTEST_KNOWN
    return len(word) >= SHORTEST_AFTER_NAME and NAME_RE.search(name) is not None and (name.isupper() or len(figure) > 1)


def _first_small_word(word: str, vocabulary: Vocabulary) -> str:
    """Return the function word that `word` is, or begins with if a capital or another one follows: ``and|Black``.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> [_first_small_word(word, load_vocabulary("en")) for word in ("and", "andBlack", "beforeyou", "andiron")]
    ['and', 'and', 'before', '']
    """
    small = vocabulary.function_words
    if word in small:
        return word
    hump = HUMP_RE.search(word)
    if hump:
        return word[: hump.start()] if word[: hump.start()] in small else ""
    cuts = range(len(word) - SHORTEST, SHORTEST - 1, -1)
    return next((word[:at] for at in cuts if word[:at] in small and word[at:] in small), "")


def _precedes_figure(word: str, figure: str, vocabulary: Vocabulary) -> bool:
    """Return whether `word` is another than `figure`: not a name, as in ``Her2``."""
    lower = word.lower()
    if word != lower and not (word.istitle() and len(figure) > 1):
        return False
    if lower in vocabulary.function_words and lower in vocabulary.parts:
        return True
    return lower in NEARLY.get(vocabulary.language, ()) or (word == lower and _is_verb_form(word, vocabulary))


def _find_product(letters: str, vocabulary: Vocabulary) -> int:
    """Return where a name with capitals inside, as products have, begins in `letters`, after a word; 0 if none does."""
    for at in range(len(letters) - SHORTEST, 1, -1):
        if letters[at:] in vocabulary.trademarks:
            word = letters[:at]
            known = word.lower() in vocabulary.function_words or (word.islower() and word in vocabulary.words)
            return at if known else 0
    return 0


def _is_verb_form(word: str, vocabulary: Vocabulary) -> bool:
    """Return whether `word` is a form of a verb, or an adverb: nothing is named so and numbered."""
    if len(word) < SHORTEST_VERB or word not in vocabulary.words:
        return False
    forms = VERB_FORMS.get(vocabulary.language, ())
    return any(word.endswith(ending) and word[: -len(ending)] + other in vocabulary.words for ending, other in forms)


def may_touch(text: str) -> bool:
    """Return whether an amount of money may touch the word before it."""
    if "$" in text and CURRENCY_RES["$"].search(text):
        return True
    return not text.isascii() and any(sign in text and CURRENCY_RES[sign].search(text) for sign in "€£¥")


def space_currencies(document: Document) -> Iterator[Edit]:
    """Propose the space between a word in small letters and an amount of money.

    PASS: ``for$799`` → ``for $799``, ``than£2.5 million``. FAIL: ``US$50``, ``echo$1``, ``a_b$20``.
    """
    for at, word in find_touched_words(document, CURRENCY_RES):
        if word.islower():
            yield Edit(at, at, " ", "space-before-currency", 0.93)
