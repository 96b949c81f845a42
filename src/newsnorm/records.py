"""The plain records that stages, the article and its users exchange.

All offsets are code points, half-open. Which text they count in stands on each field: the clean text of the article,
or the raw text that came in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from newsnorm.edits import Edit

__all__ = [
    "OUTSIDE_BODY",
    "Block",
    "Change",
    "Dateline",
    "Diagnostic",
    "Finding",
    "Mention",
    "Removed",
    "Section",
    "Step",
    "Structure",
]


class Diagnostic(NamedTuple):
    """Something that looked wrong and was left alone.

    Attributes:
        kind: What it is, in kebab-case: ``unclosed-quote``, ``truncated-text``, ``lossy-mojibake``, ``suspected-glue``.
        message: What a person should know of it, as one sentence.
        start: Where it starts: in the text a stage saw, and in the raw text once it stands in an article.
        end: Where it ends, exclusive.

    """

    kind: str
    message: str
    start: int
    end: int


Finding = Edit | Diagnostic
"""What a stage reports: an edit it proposes, or a diagnostic of what it leaves alone."""


class Step(NamedTuple):
    """One stage's edits to the text as it then stood. Replaying an article's steps on its raw text gives its text.

    Attributes:
        stage: The stage's name.
        edits: What it changed, sorted and disjoint; offsets count in the text before this step.

    """

    stage: str
    edits: tuple[Edit, ...]


class Block(NamedTuple):
    """A stretch of the clean text of one kind.

    Attributes:
        kind: ``title``, ``dateline``, ``byline``, ``heading``, ``paragraph``, ``list-item``, ``caption``, ``credit`` …
        text: ``article.text[start:end]``.
        start: Where it starts in the clean text.
        end: Where it ends, exclusive.
        level: How deep a heading stands, from 1, where its number tells (``2.1`` is 2); 0 for all other blocks.

    """

    kind: str
    text: str
    start: int
    end: int
    level: int = 0


OUTSIDE_BODY = frozenset({"title", "dateline", "byline", "credit", "caption", "timestamp"})
"""The kinds of blocks that stand in an article's text and not in its body."""


class Section(NamedTuple):
    """A heading and the paragraphs under it.

    Attributes:
        heading: The heading's block; ``None`` for the lead, which stands before the first heading.
        paragraphs: The blocks of the section's body, in order.

    """

    heading: Block | None
    paragraphs: tuple[Block, ...]

    @property
    def level(self) -> int:
        """How deep the section stands: its heading's level, and 0 for the lead."""
        return self.heading.level if self.heading else 0


class Dateline(NamedTuple):
    """Where and when a report was filed, and by whom: ``MOSCOW, March 21 (AFP/APP):``.

    Attributes:
        place: The place as it is spelled there, or ``None``.
        date: The date as it is written there, or ``None``.
        agencies: The news agencies named, in order.
        start: Where the dateline starts in the clean text.
        end: Where it ends, with its closing mark, exclusive.

    """

    place: str | None
    date: str | None
    agencies: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Structure:
    """The shape of an article: a view of its text, never an edit.

    Attributes:
        blocks: What the text consists of, in order.
        sections: The same body, by heading.
        title: The title line without its site suffix, or ``None``.
        dateline: Where and when the report was filed, or ``None``.
        site: The name of the site that stood after the title, or ``None``.
        repeats: The blocks that say again, letter for letter, what a block before them said: the title above the text,
            a paragraph twice. They stand in `blocks` too.

    """

    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    title: str | None = None
    dateline: Dateline | None = None
    site: str | None = None
    repeats: tuple[Block, ...] = ()


class Mention(NamedTuple):
    """A known name in the text.

    Attributes:
        surface: The name as the raw text spells it.
        canonical: The name as the reader's language and house style spell it.
        kind: ``place``, ``person``, ``organisation`` or ``other``.
        id: The entity's id in the names table.
        start: Where the mention starts in the clean text.
        end: Where it ends, exclusive.

    """

    surface: str
    canonical: str
    kind: str
    id: str
    start: int
    end: int


class Removed(NamedTuple):
    """Furniture taken out of the article.

    Attributes:
        kind: What it was: ``comment-form``, ``comments``, ``related``, ``share``, ``newsletter`` …
        text: The lines as the raw text has them, and all line breaks beside them that were repaired as one with theirs.
        start: Where it starts in the raw text.
        end: Where it ends, exclusive.
        confidence: How sure the evidence is, from 0 to 1.

    """

    kind: str
    text: str
    start: int
    end: int
    confidence: float


class Change(NamedTuple):
    """One thing that was changed, in terms of the raw text.

    Attributes:
        stage: The stage that changed it.
        rule: The id of the rule.
        start: Where the changed span starts in the raw text.
        end: Where it ends, exclusive.
        before: What stood there before this change: the raw span itself, unless an earlier stage had touched it.
        after: What stands there now.
        confidence: How sure the rule is, from 0 to 1.

    """

    stage: str
    rule: str
    start: int
    end: int
    before: str
    after: str
    confidence: float
