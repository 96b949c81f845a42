r"""How a line reads: what the evidence is weighed on.

>>> from newsnorm.document import Document
>>> [line.shape for line in read_lines(Document("Related News\n\nThe ministers met on Tuesday."))]
['label', 'title']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.phrases import Hint, find_phrase

if TYPE_CHECKING:
    from newsnorm.document import Document, Line

__all__ = ["ENDS_SENTENCE", "ENDS_STATEMENT", "ReadLine", "read_lines", "says_something", "sentence_end"]

# What may stand after the mark that ends a sentence.
CLOSERS = "\"”’')»』」）]*"
ENDS_SENTENCE = frozenset(".。।!！?？؟…۔።။៕")
# A headline may ask or exclaim; what ends in a full stop is text.
ENDS_STATEMENT = ENDS_SENTENCE - frozenset("?？؟!！…")
ENDS_CLAUSE = frozenset(":：,;，；、،")

# A paragraph has this many code points; a wide script needs fewer.
PROSE_LENGTH = 140
SENTENCE_LENGTH = 40
LONG_LENGTH = 90
LABEL_LENGTH = 25
WIDE_FROM = "\u0e00"
WIDE_RE = re.compile(f"[^\0-{chr(ord(WIDE_FROM) - 1)}]")  # the rest: quicker to compile


ALNUM_RE = re.compile(r"[^\W_]")


class ReadLine:
    """A line and how it reads.

    Attributes:
        index: Which line of the document it is.
        text: What it says, stripped.
        size: Its length in code points, wide scripts counted as what they would take in letters.
        mark: The mark at its end, closing quotes and brackets aside.
        shape: ``prose`` (a paragraph), ``sentence``, ``long`` (no sentence, yet not short), ``title`` or ``label``.
        hint: What its wording says it is, or ``None``.

    """

    __slots__ = ("hint", "index", "mark", "shape", "size", "text")

    def __init__(self, index: int, text: str) -> None:
        self.index = index
        self.text = text
        self.size = len(text)
        if not text.isascii():
            self.size += len(WIDE_RE.findall(text, 0, 400))
        self.mark = sentence_end(text)
        self.shape = "label" if self.size < LABEL_LENGTH else self._find_shape()
        self.hint: Hint | None = find_phrase(text)

    def _find_shape(self) -> str:
        if self.size < SENTENCE_LENGTH:
            return "title"
        ended = self.mark in ENDS_SENTENCE
        if self.size >= PROSE_LENGTH and (ended or self.mark in ENDS_CLAUSE):
            return "prose"
        if ended:
            return "sentence"
        return "long" if self.size >= LONG_LENGTH else "title"


def read_lines(document: Document) -> list[ReadLine]:
    """Return how the lines of `document` read, those without a letter or digit left out."""
    return [
        ReadLine(index, line.text) for index, line in enumerate(document.lines) if line.text and says_something(line)
    ]


def says_something(line: Line) -> bool:
    """Return whether `line` has a letter or a digit."""
    text = line.text
    return text[:1].isalnum() or text[-1:].isalnum() or ALNUM_RE.search(text) is not None


def sentence_end(text: str) -> str:
    """Return the last mark of `text` that isn't a closing quote or bracket.

    >>> sentence_end("“We met.”"), sentence_end("Related News")
    ('.', 's')
    """
    return text.rstrip(CLOSERS)[-1:] or text[-1:]
