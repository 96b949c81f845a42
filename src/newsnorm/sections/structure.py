"""The parts put together: paragraphs, their kinds, the title, the headings, and the sections they open."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from newsnorm.records import OUTSIDE_BODY, Block, Dateline, Section, Structure
from newsnorm.sections.authors import is_author_note
from newsnorm.sections.captions import LONGEST_CAPTION
from newsnorm.sections.datelines import find_dateline, is_dateline_alone
from newsnorm.sections.evidence import reads_like_prose
from newsnorm.sections.headings import find_headings, heading_level
from newsnorm.sections.kinds import find_kind, is_caption_lead, is_list_item
from newsnorm.sections.layout import find_paragraphs
from newsnorm.sections.title import find_title, repeats_title, split_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.document import Document

__all__ = ["classify", "find_structure"]

# A summary or two may stand before the paragraph with the dateline.
LAST_DATELINE = 3

# A note on the author has an article above it.
LEAST_ABOVE_NOTE = 3

# A credit or a caption may stand on two lines: what it is, and whose or what. So many code points each, at most.
LONGEST_LEAD = 32
LONGEST_SOURCE = 60

# Blocks are as many as lines: so they are made without a call of Python's own for each.
_make_block = partial(tuple.__new__, Block)


def find_structure(document: Document) -> Structure:
    """Return the blocks, sections, title and dateline of `document`."""
    paragraphs = find_paragraphs(document)
    kinds = classify([paragraph.text for paragraph in paragraphs])
    blocks = tuple(
        [
            _make_block((kind or "paragraph", text, start, end, heading_level(text) if kind == "heading" else 0))
            for (start, end, text), kind in zip(paragraphs, kinds, strict=True)
        ]
    )
    title, site = next((split_site(block.text) for block in blocks if block.kind == "title"), (None, None))
    return Structure(blocks, _gather_sections(blocks), title, _find_dateline(blocks), site, _find_repeats(blocks))


def _find_dateline(blocks: Sequence[Block]) -> Dateline | None:
    """Return the dateline, which opens the article's first paragraph, or one soon after it."""
    body = [block for block in blocks if block.kind in ("paragraph", "dateline")]
    for number, block in enumerate(body[:LAST_DATELINE]):
        if found := find_dateline(block.text, start=block.start, first=number == 0):
            return found
    return None


def _find_repeats(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks that say again what one before them said: a second title, and any block word for word."""
    seen: set[str] = set()
    titled = False
    repeats = []
    for block in blocks:
        is_title = block.kind == "title"
        if titled if is_title else block.text in seen:
            repeats.append(block)
        titled = titled or is_title
        seen.add(block.text)
    return tuple(repeats)


def classify(texts: Sequence[str]) -> list[str | None]:
    """Return the kind of each of `texts`, the paragraphs of an article; ``None`` for a plain paragraph."""
    kinds = classify_plain(texts)
    for i in find_headings(texts, kinds):
        kinds[i] = "heading"
    article = [text for text, kind in zip(texts, kinds, strict=True) if kind != "byline"]
    if len(article) > LEAST_ABOVE_NOTE and kinds[-1] is None and is_author_note(texts[-1], article[:-1]):
        kinds[-1] = "credit"
    return kinds


def classify_plain(texts: Sequence[str]) -> list[str | None]:
    """Return the kinds that need no headings known: the title, and lines that open like a byline, a credit, an item."""
    prose = next((i for i, text in enumerate(texts) if reads_like_prose(text)), len(texts))
    kinds: list[str | None] = []
    for i, text in enumerate(texts):
        kind = find_kind(text, in_head=i < prose) if len(text) <= LONGEST_CAPTION else None
        if kind is None and i < prose and is_dateline_alone(text):
            kind = "dateline"
        if (
            kind is None
            and not text[0].isalnum()
            and is_list_item(text, (texts[i - 1] if i else "", texts[i + 1] if i + 1 < len(texts) else ""))
        ):
            kind = "list-item"
        kinds.append(kind)
    for i, (text, below) in enumerate(pairwise(texts)):
        if kinds[i] is None and (kind := _find_kind_of_two(text, below)):
            kinds[i] = kinds[i + 1] = kind
    title = find_title(texts, kinds, prose)
    if title is not None:
        kinds[title] = "title"
        again = next((i for i in range(title + 1, len(texts)) if kinds[i] in (None, "list-item")), None)
        if again is not None and repeats_title(texts[title], texts[again]):
            kinds[again] = "title"
    return kinds


def _find_kind_of_two(text: str, below: str) -> str | None:
    """Return the kind of a line and the one below it, if one says what the other is: "Source:", "Image caption"."""
    if len(text) > LONGEST_LEAD or len(below) > LONGEST_CAPTION:
        return None
    if is_caption_lead(text):
        wanted = "caption"
    elif text[-1] in ":：" and len(below) <= LONGEST_SOURCE:
        wanted = "credit"
    else:
        return None
    return wanted if find_kind(f"{text} {below}") == wanted else None


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
