"""`Article`: the clean text, its structure, and an answer to "why did you change this?"."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from newsnorm.alignment import Alignment
from newsnorm.edits import apply_edits, check_edits
from newsnorm.records import (
    OUTSIDE_BODY,
    Block,
    Change,
    Dateline,
    Diagnostic,
    Mention,
    Removed,
    Section,
    Step,
    Structure,
)
from newsnorm.serialization import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Article"]


# What the methods are made of is imported where they are called: most callers want the text alone, and soon.
@dataclass(frozen=True)
class Article:
    """A normalized article, as `newsnorm.normalize` makes it.

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

    >>> import newsnorm
    >>> article = newsnorm.normalize("The cafÃ© reopened on Tuesday.", language="en")
    >>> article.text
    'The café reopened on Tuesday.'
    >>> [(change.stage, change.start, change.before, change.after) for change in article.changes]
    [('encoding', 7, 'Ã©', 'é')]

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
    alignment: Alignment = field(repr=False, compare=False)

    @classmethod
    def with_views(
        cls, views: Mapping[str, Callable[..., Any]], source: tuple[Any, ...], known: Mapping[str, Any]
    ) -> Article:
        """Return an article of the `known` fields whose other fields are worked out when they are first asked for.

        Args:
            views: For each field that may be missing, the pure function that works it out of the article and `source`.
            source: The other arguments of these functions.
            known: The other fields, and any of the views that are known already.

        """
        article = object.__new__(cls)
        article.__dict__.update(known, _views=views, _source=source)
        return article

    def known(self) -> dict[str, Any]:
        """Return the fields that can't be worked out of the others, but for `raw`."""
        views = self.__dict__.get("_views", {})
        return {part.name: self.__dict__[part.name] for part in fields(self) if part.name not in {"raw", *views}}

    def __getattr__(self, name: str) -> Any:
        """Work out a view, once: threads that ask at the same time all find the same."""
        views: Mapping[str, Callable[..., Any]] = self.__dict__.get("_views", {})
        if name not in views:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return self.__dict__.setdefault(name, views[name](self, *self.__dict__["_source"]))

    def __getstate__(self) -> dict[str, Any]:
        return {part.name: getattr(self, part.name) for part in fields(self)}

    @property
    def title(self) -> str | None:
        """The title, without the name of the site, or ``None``."""
        return self.structure.title

    @property
    def site(self) -> str | None:
        """The name of the site that stood after the title, or ``None``."""
        return self.structure.site

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
        """The headings and paragraphs, without title, dateline-only and byline lines, credits and captions."""
        return "\n\n".join(block.text for block in self.blocks if block.kind not in OUTSIDE_BODY)

    def restore(self, removed: Removed) -> Article:
        r"""Return the article with one piece of furniture back in its place, everything else as it was.

        Args:
            removed: One of `removed`.

        Raises:
            ValueError: It is none of them.

        >>> import newsnorm
        >>> article = newsnorm.normalize("The talks failed on Monday, aides said.\n\nRelated News", language="en")
        >>> article.restore(article.removed[0]).text == article.raw
        True

        """
        from newsnorm.document import Document
        from newsnorm.restoring import replay, without_removal
        from newsnorm.sections import find_structure

        steps = without_removal(self.raw, self.steps, removed)
        text, alignment, changes, left = replay(self.raw, steps)
        start, end = alignment.from_raw(removed.start, removed.end)
        names = tuple(
            name if name.end <= start else name._replace(start=name.start + end - start, end=name.end + end - start)
            for name in self.names
        )
        return Article.with_views(
            {"structure": lambda article, document: find_structure(document)},
            (Document(text, self.language),),
            {
                "raw": self.raw,
                "text": text,
                "language": self.language,
                "names": names,
                "warnings": self.warnings,
                "steps": steps,
                "changes": changes,
                "removed": left,
                "alignment": alignment,
            },
        )

    def to_markdown(self) -> str:
        """Return the article as Markdown: title, headings, paragraphs and lists, the text escaped."""
        from newsnorm.sections.render import render_markdown

        return render_markdown(self.structure)

    def to_html(self) -> str:
        """Return the article as an HTML fragment: title, sections, paragraphs and lists, the text escaped."""
        from newsnorm.sections.render import render_html

        return render_html(self.structure)

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
        from newsnorm.locate import locate_in_raw

        return locate_in_raw(quote, text=self.text, raw=self.raw, alignment=self.alignment)

    def diff(self, *, context: int = 1) -> str:
        """Return what changed as a unified diff from `raw` to `text`, with `context` unchanged lines around a change.

        Each hunk names the rules that made it; where nothing changed, the diff is empty.
        """
        from newsnorm.views import unified_diff

        return unified_diff(self, context=context)

    def _repr_html_(self) -> str:
        """Return a card for notebooks: the text with its changes marked, its sections, what was removed."""
        from newsnorm.views import article_card

        return article_card(self)

    def __rich__(self) -> Any:
        """Return what the package ``rich`` prints: the text in a panel, its changes coloured."""
        from newsnorm.views import article_panel

        return article_panel(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON-ready data: its fields, and those of its structure, by name; and its body.

        >>> import json, newsnorm
        >>> article = newsnorm.normalize("Talks went on in Geneva on Tuesday.", language="en")
        >>> data = json.loads(json.dumps(article.to_dict()))
        >>> data["text"], data["changes"]
        ('Talks went on in Geneva on Tuesday.', [])
        >>> Article.from_dict(data) == article
        True
        """
        plain = {name: to_plain(getattr(self, name)) for name in _STORED}
        structure = {part.name: to_plain(getattr(self.structure, part.name)) for part in fields(Structure)}
        return {**plain, **structure, "body": self.body}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Article:
        """Return the article that `to_dict` wrote.

        Raises:
            KeyError: A field is missing.
            TypeError: A field is of the wrong type.
            ValueError: The steps do not make the text of the raw text.

        """
        stored = {name: from_plain(kind, data[name]) for name, kind in _STORED.items()}
        structure = from_plain(Structure, {part.name: data[part.name] for part in fields(Structure)})
        text, alignment = stored["raw"], Alignment.identity(len(stored["raw"]))
        for step in stored["steps"]:
            edits = check_edits(text, step.edits)
            text, alignment = apply_edits(text, edits), alignment.then(edits)
        if text != stored["text"]:
            raise ValueError("the steps do not make the text of the raw text: the record was altered")
        return cls(**stored, structure=structure, alignment=alignment)


# What `to_dict` stores as it is; the alignment follows from the steps.
_STORED: dict[str, Any] = {
    "raw": str,
    "text": str,
    "language": str,
    "names": tuple[Mention, ...],
    "warnings": tuple[Diagnostic, ...],
    "steps": tuple[Step, ...],
    "changes": tuple[Change, ...],
    "removed": tuple[Removed, ...],
}
