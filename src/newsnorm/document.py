"""A text, and what several stages need to know of it.

Each property is worked out on first use and kept, so that no two stages do the same work. A document never changes:
an edited text is a new document.
"""

from __future__ import annotations

from functools import cached_property, partial
from itertools import accumulate, chain
from typing import NamedTuple

from newsnorm.language import detect_language
from newsnorm.protect import Spans, find_protected

__all__ = ["Document", "Line"]


class Line(NamedTuple):
    """A line of the text, without its line break.

    Attributes:
        start: Where the line starts in the text, in code points.
        end: Where it ends, exclusive: at its line break, or at the end of the text.
        text: What it says, without the white space around it. Empty for a blank line.

    """

    start: int
    end: int
    text: str


# A text may be nothing but line breaks: so the lines are made without a call of Python's own for each.
_make_line = partial(tuple.__new__, Line)


class Document:
    r"""A text and its lazily known properties.

    Args:
        text: The text.
        language: Its language as an ISO 639-1 code, ``"und"`` for universal rules only, or ``None`` to find out.

    >>> document = Document("A title\n\nThe report is out.")
    >>> [line.text for line in document.lines]
    ['A title', '', 'The report is out.']

    """

    def __init__(self, text: str, language: str | None = None) -> None:
        self.text = text
        self._language = language

    @cached_property
    def language(self) -> str:
        """The language of the text: the one given, or the one found."""
        return self._language or detect_language(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the text, blank ones included, in order."""
        texts = self.text.split("\n")
        ends = list(accumulate(map(len, texts), lambda end, length: end + 1 + length))
        starts = chain([0], (end + 1 for end in ends))
        return tuple(map(_make_line, zip(starts, ends, map(str.strip, texts), strict=False)))

    @cached_property
    def protected(self) -> Spans:
        """The spans that no stage may edit in: URLs, e-mail addresses, handles, tags, file names, code."""
        return find_protected(self.text)
