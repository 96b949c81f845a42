"""What stands on either side of a mark: the word before it, a sentence's start after it.

Shared by the rules for marks, brackets and dashes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = [
    "AFTER_NAME_DOT",
    "CLOSERS",
    "DASHES",
    "REACH",
    "SPACES",
    "UNSPACED_RE",
    "beside",
    "find_line_start",
    "find_touched_words",
    "first_word",
    "is_initial",
    "is_sentence_start",
    "last_word",
]

DASHES = frozenset("–—")
SPACES = frozenset(" \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")

# Words are looked for this far on either side: longer ones are no prose.
REACH = 40

# What stands after the dot of a name without being a sentence: Booking.Com, ASP.NET, Node.JS.
AFTER_NAME_DOT = frozenset(
    "com net org js io de uk eu tv fm ai py md ru ua fr it es pl info gov edu php html pdf jpg".split()
)

# What may stand between a word and the mark that ends its sentence.
CLOSERS = frozenset(".)]\"”“»’‘'%!?–—")

LETTERS_RE = re.compile(r"[^\W\d_]+")

# Scripts without spaces between words, or with particles bound to them.
UNSPACED_RE = re.compile(
    "[\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u0fff"  # Tibetan
    "\u1000-\u109f"  # Burmese
    "\u1100-\u11ff"  # Hangul letters
    "\u1780-\u17ff"  # Khmer
    "\u1980-\u19ff\u1a20-\u1aaf"  # Tai
    "\ua980-\ua9ff"  # Javanese
    "\u2e80-\ud7ff"  # ideographs, kana, Yi, Hangul
    "\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"  # the same, compatibility and rare
)


def beside(text: str, at: int, start: int, end: int) -> tuple[str, str]:
    """Return the characters before and after the one at `at`, for whom ``text[start:end]`` is all: a space at its ends.

    >>> beside("so ‘it’", 3, 3, 7), beside("so ‘it’", 6, 0, 7)
    ((' ', 'i'), ('t', ' '))
    """
    return text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "


def find_line_start(text: str, at: int, reach: int) -> int:
    r"""Return where the line at `at` starts, or 0 if that is further back than `reach`.

    >>> find_line_start("One.\nTwo.", 8, 4), find_line_start("One.\nTwo.", 8, 3)
    (5, 0)
    """
    return text.rfind("\n", max(0, at - reach), at) + 1


def last_word(text: str, end: int) -> str:
    """Return the word that ends at `end`, letters and digits; the empty string if none does.

    >>> last_word("so it ends.", 10), last_word("ends).", 5)
    ('ends', '')
    """
    space = text.rfind(" ", end - REACH if end > REACH else 0, end)
    if space >= 0:
        word = text[space + 1 : end]
        if word.isalnum():  # nearly always
            return word
    start = end
    while start and end - start < REACH and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def first_word(text: str, start: int) -> str:
    """Return the word that starts at `start`, letters alone; the empty string if none does.

    >>> first_word("end.Next one", 4), first_word("end.Next,", 4), first_word("end.5th", 4)
    ('Next', 'Next', '')
    """
    space = text.find(" ", start, start + REACH)
    if space >= 0:
        word = text[start:space]
        if word.isalpha():  # nearly always
            return word
    letters = LETTERS_RE.match(text, start, start + REACH)
    return letters.group() if letters else ""


def find_touched_words(document: Document, patterns: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[int, str]]:
    """Yield where one of `patterns`, listed by what each begins with, touches a known word, and that word.

    >>> from newsnorm.document import Document
    >>> list(find_touched_words(Document("sold for$5, xq$5", "en"), {"$": re.compile("[$](?=5)")}))
    [(8, 'for')]
    """
    text = document.text
    for sign, pattern in patterns.items():
        if sign not in text:
            continue
        for match in pattern.finditer(text):
            at = match.start()
            word = last_word(text, at)
            known = len(word) > 1 and word.isalpha() and load_vocabulary(document.language).knows(word)
            if known and not document.protected.touches(at - 1, at):
                yield at, word


def is_sentence_start(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether `after`, the word that touches the mark at `at`, may start a sentence."""
    if len(after) > 1:
        return _may_start(after, vocabulary)
    if not after.isupper():
        return False
    elided = text[at + 2 : at + 3] in {"'", "’"} and text[at + 3 : at + 4].isalpha()
    return after in vocabulary.one_letter or elided


@lru_cache(maxsize=1 << 12)  # sentences start with the same words again and again
def _may_start(word: str, vocabulary: Vocabulary) -> bool:
    if not word[0].isupper():
        return False
    lower = word.lower()
    if lower in vocabulary.function_words:
        return True
    if lower in AFTER_NAME_DOT:
        return False
    return not word[:2].isupper() or word in vocabulary.words


def is_initial(text: str, at: int, after: str) -> bool:
    """Return whether `after`, which touches the mark at `at`, is the initial of a name: ``Goals:K. Hupfer``."""
    return len(after) == 1 and after.isupper() and INITIAL_RE.match(text, at + 2) is not None


# What follows an initial: its stop, and the next initial or the name.
INITIAL_RE = re.compile(r"\. ?[^\W\d_]")
