"""The parts put together: paragraphs, their kinds, the title, the headings, and the sections they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.records import Block, Section, Structure
from newsnorm.sections.evidence import reads_like_prose
from newsnorm.sections.headings import find_headings
from newsnorm.sections.kinds import LONGEST, find_kind, is_list_item
from newsnorm.sections.layout import find_paragraphs
from newsnorm.sections.title import find_title, split_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.document import Document

__all__ = ["classify", "find_structure"]

# Kinds that stand outside the article's body, and so in none of its sections.
OUTSIDE_BODY = frozenset({"title", "dateline", "byline", "credit", "caption", "timestamp"})


def find_structure(document: Document) -> Structure:
    """Return the blocks, sections, title and dateline of `document`."""
    paragraphs = find_paragraphs(document)
    kinds = classify([paragraph.text for paragraph in paragraphs])
    blocks = tuple(
        Block(kind or "paragraph", text, start, end) for (start, end, text), kind in zip(paragraphs, kinds, strict=True)
    )
    title = next((split_site(block.text)[0] for block in blocks if block.kind == "title"), None)
    return Structure(blocks, _gather_sections(blocks), title)


def classify(texts: Sequence[str]) -> list[str | None]:
    """Return the kind of each of `texts`, the paragraphs of an article; ``None`` for a plain paragraph."""
    kinds = classify_plain(texts)
    for i in find_headings(texts, kinds):
        kinds[i] = "heading"
    return kinds


def classify_plain(texts: Sequence[str]) -> list[str | None]:
    """Return the kinds that need no headings known: the title, and lines that open like a byline, a credit, an item."""
    prose = next((i for i, text in enumerate(texts) if reads_like_prose(text)), len(texts))
    kinds: list[str | None] = []
    for i, text in enumerate(texts):
        kind = find_kind(text, in_head=i < prose) if len(text) <= LONGEST else None
        if kind is None and is_list_item(text, (texts[i - 1] if i else "", texts[i + 1] if i + 1 < len(texts) else "")):
            kind = "list-item"
        kinds.append(kind)
    title = find_title(texts, kinds, prose)
    if title is not None:
        kinds[title] = "title"
    return kinds


def _gather_sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    sections: list[Section] = []
    heading: Block | None = None
    body: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            if heading is not None or body:
                sections.append(Section(heading, tuple(body)))
            heading, body = block, []
        elif block.kind not in OUTSIDE_BODY:
            body.append(block)
    if heading is not None or body:
        sections.append(Section(heading, tuple(body)))
    return tuple(sections)
