"""The parts of an article that can be stored beside its text, in rows and columns, and their types.

>>> import newsnorm
>>> article = newsnorm.normalize("Talks went on in Geneva on Tuesday.", language="en")
>>> pick_details(article, ["language", "changes"])
{'language': 'en', 'changes': []}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsnorm.records import Block, Change, Dateline, Diagnostic, Mention, Removed, Section
from newsnorm.serialization import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsnorm.article import Article

__all__ = ["DETAILS", "check_details", "pick_details"]

DETAILS: dict[str, Any] = {
    "language": str,
    "title": str | None,
    "dateline": Dateline | None,
    "body": str,
    "blocks": tuple[Block, ...],
    "sections": tuple[Section, ...],
    "names": tuple[Mention, ...],
    "removed": tuple[Removed, ...],
    "changes": tuple[Change, ...],
    "warnings": tuple[Diagnostic, ...],
}
"""What can be stored, by the name of its property on `Article`, and of what type it is."""


def check_details(names: Iterable[str]) -> tuple[str, ...]:
    """Return `names` if all are details.

    Raises:
        ValueError: One is not; the message lists the valid ones.

    """
    checked = tuple(names)
    for name in checked:
        if name not in DETAILS:
            raise ValueError(f"{name!r} is not one of {', '.join(DETAILS)}")
    return checked


def pick_details(article: Article, names: Iterable[str]) -> dict[str, Any]:
    """Return the details `names` of `article` as JSON-ready data."""
    return {name: to_plain(getattr(article, name)) for name in names}
