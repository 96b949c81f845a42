"""French words before an apostrophe: ``alorsqu’il``, ``volontéd’exercer``, ``examenl’affaire``.

A word that has lost its last vowel is one of a few: ``l``, ``d``, ``qu`` and their like. What else stands right before
an apostrophe and a vowel ends in one of those, with a known word before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.spacing.words import is_foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document

__all__ = ["space_elisions"]

# What a vowel or a mute h comes after, the longest first; and what ends in one of them and is one word.
ELIDED = ("qu", "c", "d", "j", "l", "m", "n", "s", "t")
WHOLE = frozenset("aujourd entr grand jourd jusqu lorsqu presqu prud puisqu quelqu quoiqu".split())

# Anchored on the apostrophe. So long, in letters, is a word at most, and so long a word or a name at least that may
# stand before what is elided: Mas’ud is one name.
ELISION_RE = re.compile(r"[’'](?<=\w\w[’'])(?=[aeiouyhàâæéèêëîïôœùû])", re.IGNORECASE)
WORD_RE = re.compile(r"[^\W\d_]{4,30}\Z")
REACH = 31
SHORTEST = 3
SHORTEST_NAME = 4


def space_elisions(document: Document) -> Iterator[Edit]:
    """Propose the space before an elided word that ran together with the one before it.

    PASS: ``alorsqu’il`` → ``alors qu’il``. FAIL: ``aujourd’hui``, ``jusqu’à``, ``Mas’ud``, ``Qur’an``.
    """
    found = list(_find_elisions(document)) if document.language == "fr" else []
    if found and not is_foreign(document):  # Walloon is no damaged French
        yield from found


def _find_elisions(document: Document) -> Iterator[Edit]:
    text = document.text
    for found in ELISION_RE.finditer(text):
        end = found.start()
        before = WORD_RE.search(text, max(0, end - REACH), end)
        if before is None or document.protected.touches(before.start(), end):
            continue
        at = _find_elided(before.group(), document.language)
        if at and (before.start() == 0 or not text[before.start() - 1].isalnum()):
            yield Edit(before.start() + at, before.start() + at, " ", "space-before-elision", 0.96)


def _find_elided(token: str, language: str) -> int:
    """Return where the elided word begins that `token` ends in, 0 where it ends in none or is one word.

    >>> _find_elided("alorsqu", "fr"), _find_elided("jusqu", "fr"), _find_elided("Parisl", "fr")
    (5, 0, 5)
    """
    vocabulary = load_vocabulary(language)
    lower = token.lower()
    if lower in WHOLE or vocabulary.knows(token) or vocabulary.is_english(token):
        return 0
    for elided in ELIDED:
        left = token.removesuffix(elided)
        if left != token:
            known = vocabulary.knows(left) if left[0].islower() else vocabulary.find(left).listed
            long = len(left) >= (SHORTEST if left[0].islower() else SHORTEST_NAME)
            return len(left) if known and long else 0
    return 0
