"""Spaces that were lost, put back.

Extractors drop the white space at inline tags, so that words, marks and quotation marks run together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.marks import space_marks
from newsnorm.spacing.quotes import space_quotes
from newsnorm.spacing.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.options import Options
    from newsnorm.records import Finding

__all__ = ["propose"]


def propose(document: Document, options: Options) -> Iterator[Finding]:
    """Propose the spaces to put back, and warn of what looks lost and is not sure."""
    found: list[Finding] = [*space_quotes(document), *space_marks(document)]
    taken = {edit.start for edit in found if isinstance(edit, Edit)}
    damage = len(taken)
    found += split_words(document, damage, options.glue_threshold)
    seen: set[tuple[int, int]] = set()
    for finding in found:
        if isinstance(finding, Edit):
            if (finding.start, finding.end) in seen:
                continue
            seen.add((finding.start, finding.end))
        yield finding
