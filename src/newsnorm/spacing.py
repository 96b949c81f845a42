"""The spacing stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.options import Options
    from newsnorm.records import Finding

__all__ = ["propose"]


def propose(document: Document, options: Options) -> Iterator[Finding]:
    """Propose the edits of this stage."""
    yield from ()
