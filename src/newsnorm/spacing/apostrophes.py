"""Apostrophes that are no quotation marks.

``Mahfouz’sChildren``: a genitive and a name. ``theb''prefix``: an empty string of a programming language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.singles import GLUED_RES
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["may_touch", "space_endings", "space_literals"]

# What English sets off by an apostrophe, before a letter; for each apostrophe, since a search that is anchored on one
# character is the quickest there is.
ENDING_RES = {
    "'": re.compile(r"'(?<=[^\W_]')(?:s|(?<=n')t|ll|re|ve)(?=[^\W\d_])"),
    "’": re.compile(r"’(?<=[^\W_]’)(?:s|(?<=n’)t|ll|re|ve)(?=[^\W\d_])"),
}

# Two straight quotes and no third.
LITERAL_RE = re.compile(r"'(?<!'')'(?!')")
# All that the rules for apostrophes look for, by what it is anchored on.
TOUCHING_RES = {
    "'": re.compile("|".join(pattern.pattern for pattern in (ENDING_RES["'"], LITERAL_RE, GLUED_RES["'"]))),
    "’": re.compile("|".join(pattern.pattern for pattern in (ENDING_RES["’"], GLUED_RES["’"]))),
    "‘": GLUED_RES["‘"],
}
# What says how a string of Python is read.
PREFIXES = frozenset(("b", "br", "f", "r", "rb", "u"))

# The letters right before a place, and right after it.
WORD_BEFORE_RE = re.compile(r"[^\W\d_]+\Z")
WORD_AFTER_RE = re.compile(r"[^\W\d_]+")
REACH = 30


def may_touch(text: str) -> bool:
    """Return whether an apostrophe may touch a word on the wrong side: else none of the rules for them finds anything.

    >>> may_touch("Don’t say ‘yes’ to the others’ plan"), may_touch("They said‘yes’and left")
    (False, True)
    """
    if "'" in text and TOUCHING_RES["'"].search(text):
        return True
    return not text.isascii() and any(mark in text and TOUCHING_RES[mark].search(text) for mark in "’‘")


def space_endings(document: Document) -> Iterator[Edit]:
    """Propose the space between an English genitive and a name, or a genitive or contraction and a known word.

    PASS: ``Mahfouz’sChildren`` → ``Mahfouz’s Children``; ``2016’sStar``, ``don'thave``, ``Ellen’sis``.
    FAIL: ``l'sO``, ``it'sit``, ``Xi'an``, ``Ra'shad``, ``l'survey``.
    """
    text = document.text
    for apostrophe, pattern in ENDING_RES.items():
        if apostrophe not in text:
            continue
        for match in pattern.finditer(text):
            at = match.end()
            if text[at].isupper():
                rule, found = "space-after-genitive", is_genitive(text, match.start(), at)
            else:
                rule, found = (
                    "space-after-contraction",
                    document.language == "en" and is_contraction(text, *match.span()),
                )
            if found and not document.protected.touches(match.start(), at + 1):
                yield Edit(at, at, " ", rule, 0.95)


def is_genitive(text: str, start: int, end: int) -> bool:
    """Return whether a genitive stands at ``[start:end]``, of a word or of a year, and a name follows."""
    before = text[max(0, start - 4) : start]
    whole = before[-2:].isalpha() or (len(before) == 4 and before.isdigit())
    return whole and text[end - 1] == "s" and text[end + 1 : end + 2].islower()


def is_contraction(text: str, start: int, end: int) -> bool:
    """Return whether an English word ends at ``[start:end]`` and a known one follows, if together they are none."""
    vocabulary = load_vocabulary("en")
    before, after = word_before(text, start), WORD_AFTER_RE.match(text, end, end + REACH)
    if after is None or len(after.group()) < 2:
        return False
    if len(before) < 4 and not (
        before.lower() in vocabulary.function_words if before.istitle() else vocabulary.knows(before)
    ):
        return False  # Ra'shad
    together = text[start + 1 : after.end()]
    return after.group() in vocabulary.function_words or (
        after.group() in vocabulary.words and not vocabulary.knows(together)
    )


def space_literals(document: Document) -> Iterator[Edit]:
    """Propose spaces around empty strings of code in prose.

    Two straight quotes between letters are such a string only in a text that shows one with a prefix, ``b''``.

    PASS: ``add theb''prefix`` → ``add the b'' prefix``. FAIL: ``they said''so``, ``5'10''``, ``''quoted'' words``.
    """
    text = document.text
    marks = [match.start() for match in LITERAL_RE.finditer(text)]
    if not marks or "``" in text:
        return
    vocabulary = load_vocabulary(document.language)
    words = [word_before(text, at) for at in marks]
    prefixes = [find_prefix(word, vocabulary) for word in words]
    if not any(prefixes):
        return
    for at, word, prefix in zip(marks, words, prefixes, strict=True):
        if document.protected.touches(at - 1, at + 3):
            continue
        if len(word) > len(prefix):
            yield Edit(at - len(prefix), at - len(prefix), " ", "space-around-literal", 0.9)
        if text[at + 2 : at + 3].isalpha():
            yield Edit(at + 2, at + 2, " ", "space-around-literal", 0.9)


def find_prefix(word: str, vocabulary: Vocabulary) -> str:
    """Return the prefix of a string at the end of `word`: all of it, or what a known word leaves of an unknown one.

    >>> english = load_vocabulary("en")
    >>> find_prefix("u", english), find_prefix("theb", english), find_prefix("tub", english)
    ('u', 'b', '')
    """
    if word.lower() in PREFIXES:
        return word
    if not vocabulary.knows(word):
        for size in (2, 1):
            if word[-size:] in PREFIXES and vocabulary.knows(word[:-size]):
                return word[-size:]
    return ""


def word_before(text: str, end: int) -> str:
    """Return the letters right before `end`.

    >>> word_before("of theb''", 7)
    'theb'
    """
    word = WORD_BEFORE_RE.search(text, max(0, end - REACH), end)
    return word.group() if word else ""
