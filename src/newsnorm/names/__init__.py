"""The names stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.names.grouping import group_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.options import Options
    from newsnorm.records import Finding, Mention

__all__ = ["find_mentions", "group_names", "propose"]


def propose(document: Document, options: Options) -> Iterator[Finding]:
    """Propose the edits of this stage."""
    yield from ()


def find_mentions(document: Document, options: Options) -> tuple[Mention, ...]:
    """Return the known names in `document`, in order."""
    return ()
