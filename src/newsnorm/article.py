"""`Article`: the clean text, its structure, and an answer to "why did you change this?"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsnorm.alignment import Alignment
from newsnorm.edits import Edit
from newsnorm.locate import locate_in_raw
from newsnorm.records import Block, Change, Dateline, Diagnostic, Mention, Removed, Section, Step, Structure

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Article"]

# Kinds of blocks that stand in `Article.text` but not in `Article.body`.
OUTSIDE_BODY = frozenset({"title", "dateline", "byline", "credit", "caption", "timestamp"})


@dataclass(frozen=True)
class Article:
    """A normalized article. Made by `newsnorm.normalize`.

    Attributes:
        raw: Exactly what came in.
        text: The clean article.
        language: Its language as an ISO 639-1 code, ``"und"`` where it can't be told.
        structure: Its blocks, sections, title and dateline.
        names: The known names in it, in order.
        warnings: What looked wrong and was left alone; spans count in `raw`.
        steps: Every stage's edits, in order. Replaying them on `raw` gives `text`.
        changes: The same edits in terms of `raw`.
        removed: The furniture taken out, in terms of `raw`.
        alignment: Where each character of `text` came from.

    """

    raw: str
    text: str
    language: str
    structure: Structure = field(repr=False)
    names: tuple[Mention, ...] = field(repr=False)
    warnings: tuple[Diagnostic, ...] = field(repr=False)
    steps: tuple[Step, ...] = field(repr=False)
    changes: tuple[Change, ...] = field(repr=False)
    removed: tuple[Removed, ...] = field(repr=False)
    alignment: Alignment = field(repr=False)

    @property
    def title(self) -> str | None:
        """The title, without the name of the site, or ``None``."""
        return self.structure.title

    @property
    def dateline(self) -> Dateline | None:
        """Where and when the report was filed, or ``None``."""
        return self.structure.dateline

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the text consists of, in order."""
        return self.structure.blocks

    @property
    def sections(self) -> tuple[Section, ...]:
        """The body by heading; the lead, which has none, comes first."""
        return self.structure.sections

    @property
    def body(self) -> str:
        """Headings and paragraphs: the text without title, dateline-only and byline lines, credits and captions."""
        return "\n\n".join(block.text for block in self.blocks if block.kind not in OUTSIDE_BODY)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of `raw` that ``text[start:end]`` came from, in code points.

        Raises:
            ValueError: The span does not lie within `text`.

        """
        return self.alignment.to_raw(start, end)

    def from_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of `text` that ``raw[start:end]`` became, in code points.

        Raises:
            ValueError: The span does not lie within `raw`.

        """
        return self.alignment.from_raw(start, end)

    def locate(self, quote: str) -> tuple[int, int] | None:
        """Return the span of `raw` that holds `quote`, despite typography, line breaks and case.

        ``None`` where it is absent or stands there more than once.

        Raises:
            TypeError: `quote` is not a ``str``.

        """
        return locate_in_raw(quote, text=self.text, raw=self.raw, alignment=self.alignment)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON-ready data; `from_dict` turns it back."""
        raise NotImplementedError

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Article:
        """Return the article that `to_dict` wrote."""
        raise NotImplementedError


def replay(raw: str, steps: Iterable[Step]) -> str:
    """Return what `steps` make of `raw`."""
    from newsnorm.edits import apply_edits

    for step in steps:
        raw = apply_edits(raw, step.edits)
    return raw


_ = Edit
