"""Encoding: repair mojibake and stray characters, leave quotes and widths as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.edits import diff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.options import Options
    from newsnorm.records import Finding

__all__ = ["propose"]


def propose(document: Document, options: Options) -> Iterator[Finding]:
    """Propose the edits that repair the encoding of `document`."""
    import ftfy

    config = ftfy.TextFixerConfig(explain=False, uncurl_quotes=False)
    yield from diff(document.text, ftfy.fix_text(document.text, config), "fix-encoding")
