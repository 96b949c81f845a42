"""A full stop that a translation set before a quoted word, in the middle of a sentence: it is dropped.

The only rule of the stage that takes anything but white space.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document

__all__ = ["drop_stray_stops", "may_be_stray"]

# A word, a stop, a quotation of a few small words, and the word after it. Anchored on the stop.
STRAY_RE = re.compile(
    r'(?<![^\W_])([^\W\d_]{4,30})\. (?:"([^\W\d_][^".!?\n]{0,60})"|“([^\W\d_][^”.!?\n]{0,60})”) ([^\W\d_]+)'
)

# The quote after the stop, which is looked for first, and the word before it: with one letter too many, if it has them.
QUOTE_RES = {mark: re.compile(rf"{mark}(?<=\. {mark})") for mark in '"“'}
WORD_BEFORE_RE = re.compile(r"[^\W\d_]{1,31}\Z")

PREPOSITIONS = {
    "de": frozenset("auf aus bei für gegen in mit unter von zu zwischen".split()),
    "en": frozenset("about against among at between by for from in of on over to toward towards under with".split()),
    "es": frozenset("bajo con contra de en entre para por sobre".split()),
    "fr": frozenset("avec contre de dans en entre par pour sous sur".split()),
    "it": frozenset("con contro di fra in per su tra".split()),
    "pt": frozenset("com contra de em entre para por sobre".split()),
}


def may_be_stray(text: str) -> bool:
    """Return whether a stop stands before a quotation: else none is found to be dropped.

    >>> may_be_stray('He said. "Go"'), may_be_stray("He said. “Go”"), may_be_stray('He said, "Go."')
    (True, True, False)
    """
    if '"' in text and QUOTE_RES['"'].search(text):
        return True
    return "“" in text and QUOTE_RES["“"].search(text) is not None


def drop_stray_stops(document: Document) -> Iterator[Edit]:
    """Propose to drop a full stop that stands before a quoted word in the middle of a sentence.

    Seen where a translation set a stop before every quotation. The sentence must plainly go on: the quotation is a few
    words in small letters without a stop of its own, and a preposition in small letters follows it.

    PASS: ``a mediator. "impartial" between them`` → ``a mediator "impartial" between them``.
    FAIL: ``He left. "goodbye" he said``, ``approx. "ten" of them``.
    """
    text = document.text
    done = 0
    stops = [quote.start() - 2 for pattern in QUOTE_RES.values() for quote in pattern.finditer(text)]
    for stop in sorted(stops):
        word = WORD_BEFORE_RE.search(text, max(done, stop - 31), stop)
        match = STRAY_RE.match(text, word.start()) if word else None
        if match is None:
            continue
        done = match.end()
        prepositions = PREPOSITIONS.get(document.language, frozenset())
        vocabulary = load_vocabulary(document.language)
        small = match[1].islower() and (match[2] or match[3])[0].islower()
        if (
            small
            and match[4] in prepositions
            and match[1] in vocabulary.words
            and not document.protected.touches(*match.span())
        ):
            yield Edit(match.end(1), match.end(1) + 1, "", "drop-stray-stop", 0.9)
