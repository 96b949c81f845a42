r"""Where the paragraphs are: blank lines, single newlines, or lines hard-wrapped by a mail or a PDF.

In most scraped text a line is a paragraph, whether blank lines stand between them or not, and both forms give the same
paragraphs here. Two kinds of damage are put together again, as a view; the text itself stays as it is:

- lines wrapped at a fixed width, told by lines that break off within a sentence, nearly all at one width;
- an orphan bullet or list number, alone on its line: it belongs to the line after it.

>>> from newsnorm.document import Document
>>> wrapped = "The committee met for a third time in\nspring and adjourned without a vote, as\ntwo members were ill."
>>> [paragraph.text == wrapped for paragraph in find_paragraphs(Document(wrapped))]
[True]
>>> [paragraph.text for paragraph in find_paragraphs(Document("One.\nTwo.\n\n•\nThree."))]
['One.', 'Two.', '•\nThree.']
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.document import Document, Line

__all__ = ["Paragraph", "find_paragraphs"]

# A bullet or a list number with nothing after it. A lone dash or asterisk is a rule between parts more often.
ORPHAN_BULLET_RE = re.compile(r"[•·▪◦‣●○■□►▶]|\(?(?:\d{1,2}|[A-Za-z])[.)]")

LONGEST_ORPHAN = 4

# The least and the most characters a wrapped line has: PDF columns wrap from 30, mails at 60 to 80, wide pages at 120.
NARROWEST, WIDEST = 28, 130

# How full a wrapped line is, with the word that did not fit: words longer than a sixth of the width are rare.
FULL = 0.84

# A wrapped text breaks nearly all its lines near the width; headings and list items break anywhere.
LEAST_BREAKS, LEAST_FULL = 2, 0.75

SENTENCE_END = tuple(".!?…:;。！？：؟۔।»”\"’')]")


class Paragraph(NamedTuple):
    """A paragraph's place in the text, and what it says there, line breaks within it included."""

    start: int
    end: int
    text: str


# A text may be nothing but lines: so paragraphs are made without a call of Python's own for each.
_make_paragraph = partial(tuple.__new__, Paragraph)


def find_paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs of `document`, in order. Only white space lies between them."""
    text, lines = document.text, document.lines
    width = _find_width(lines)
    spans: list[tuple[int, int]] = []
    before: Line | None = None  # the line just above, unless it is blank
    orphan = False
    for line in lines:
        if not line.text:
            before = None
            continue
        start, end, said = line
        if end - start != len(said):
            start = text.find(said, start)
            end = start + len(said)
        if orphan or (width and before is not None and _continues(before.text, said, width)):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        before = line
        orphan = len(said) <= LONGEST_ORPHAN and ORPHAN_BULLET_RE.fullmatch(said) is not None
    return [_make_paragraph((start, end, text[start:end])) for start, end in spans]


def _find_width(lines: Sequence[Line]) -> int:
    """Return the width at which the text is wrapped, or 0 where it is not.

    A line breaks off within a sentence if the next one goes on with it, in lower case.
    """
    breaks = [
        (lines[i].text, line.text)
        for i, line in enumerate(lines[1:])
        if line.text[:1].islower()  # first, since in hardly any text a line goes on in lower case
        and NARROWEST <= len(lines[i].text) <= WIDEST
        and not lines[i].text.endswith(SENTENCE_END)
    ]
    if len(breaks) < LEAST_BREAKS:
        return 0
    width = max(len(above) for above, _ in breaks)
    full = sum(_is_full(above, below, width) for above, below in breaks)
    return width if full >= LEAST_FULL * len(breaks) else 0


def _continues(above: str, below: str, width: int) -> bool:
    """Return whether the line `below` goes on with the paragraph of `above`, in a text wrapped at `width`."""
    return len(above) <= width + 2 and _is_full(above, below, width) and not ORPHAN_BULLET_RE.match(below)


def _is_full(above: str, below: str, width: int) -> bool:
    return len(above) + 1 + len(below.split(None, 1)[0]) >= FULL * width
