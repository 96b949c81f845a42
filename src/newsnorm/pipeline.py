"""The pipeline: which stages run, in which order, and how their findings become an `Article`.

Stages propose, this module has the engine check, apply, compose and record. It goes through the stages in order, again
and again, until all of them have seen the text as it stands and none has anything left to propose: so the result is a
fixed point, and ``normalize(normalize(x).text)`` changes nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

from newsnorm.alignment import Alignment
from newsnorm.article import Article
from newsnorm.document import Document
from newsnorm.edits import apply_edits, check_edits
from newsnorm.options import STAGE_NAMES, Options
from newsnorm.records import Change, Diagnostic, Finding, Mention, Removed, Step, Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsnorm.edits import Edit

__all__ = [
    "assemble_article",
    "clean",
    "fix_encoding",
    "load_stages",
    "normalize",
    "normalize_names",
    "repair_spacing",
    "split_sections",
    "strip_boilerplate",
]


class Propose(Protocol):
    """A stage: a pure function from a document to what it finds there."""

    def __call__(self, document: Document, options: Options) -> Iterator[Finding]: ...


@cache
def load_stages(names: tuple[str, ...]) -> tuple[tuple[str, Propose], ...]:
    """Return the stages of these `names`, in the order they run in: each is the module of its name.

    Imported when a text first wants them: their patterns take time to compile.
    """
    return tuple((name, import_module(f"newsnorm.{name}").propose) for name in STAGE_NAMES if name in names)


# Stages settle after one round with edits and one without; what has not settled by now is left as it stands.
MAX_ROUNDS = 8


def normalize(raw: str, *, options: Options | None = None, **keywords: Any) -> Article:
    """Return the clean, structured article that `raw` holds.

    Args:
        raw: The plain text of a scraped article.
        options: What to do with it.
        **keywords: The fields of `Options`, instead of `options`.

    Raises:
        TypeError: `raw` is not a ``str``, or an option is of the wrong type.
        ValueError: An option is not one of the valid ones.

    """
    chosen = Options.from_keywords(options, keywords)
    settled = _settle(_check_text(raw), chosen)
    known: dict[str, Any] = {
        "text": settled.document.text,
        "warnings": tuple(sorted(settled.warnings, key=_BY_PLACE)) if settled.warnings else (),
        "steps": tuple(settled.steps),
        "changes": tuple(settled.changes),
        "removed": tuple(sorted(settled.removed, key=_START)) if settled.removed else (),
    }
    if settled.alignment is not None:
        known["alignment"] = settled.alignment
    return assemble_article(raw, chosen, known, settled.document)


_START = attrgetter("start")
_BY_PLACE = attrgetter("start", "end", "kind")


def assemble_article(raw: str, options: Options, known: dict[str, Any], document: Document | None = None) -> Article:
    """Return the article of `raw` from what is `known` of it; its views are worked out when they are first asked for.

    Args:
        raw: The text that came in.
        options: What was done with it.
        known: All fields of the article but `raw` and the views.
        document: The clean text, where its properties are known already.

    """
    known["raw"] = raw
    return Article.with_views(_VIEWS, (document or Document(known["text"], options.language), options), known)


def _find_alignment(article: Article, document: Document, options: Options) -> Alignment:
    alignment = Alignment.identity(len(article.raw))
    for step in article.steps:
        alignment = alignment.then(step.edits)
    return alignment


def _find_language(article: Article, document: Document, options: Options) -> str:
    return document.language


def _find_structure(article: Article, document: Document, options: Options) -> Structure:
    from newsnorm import sections  # only an article that is asked for its structure needs to know how to find it

    return sections.find_structure(document)


def _find_mentions(article: Article, document: Document, options: Options) -> tuple[Mention, ...]:
    if options.names == "off" or "names" not in options.stages:
        return ()
    from newsnorm import names  # as for the structure above

    found = names.find_mentions(document, options)
    raw, to_raw = article.raw, article.alignment.to_raw
    return tuple(mention._replace(surface=_slice(raw, to_raw(mention.start, mention.end))) for mention in found)


# The parts of an article that are worked out of its document and options when they are asked for.
_VIEWS: dict[str, Callable[[Article, Document, Options], Any]] = {
    "alignment": _find_alignment,
    "language": _find_language,
    "structure": _find_structure,
    "names": _find_mentions,
}


def clean(raw: str, *, options: Options | None = None, **keywords: Any) -> str:
    """Return the clean text of `raw`: ``normalize(raw, …).text``."""
    return _settle(_check_text(raw), Options.from_keywords(options, keywords)).document.text


def fix_encoding(text: str) -> str:
    """Return `text` with its encoding repaired, quotes and widths left as they are."""
    return clean(text, stages=("encoding",))


def strip_boilerplate(text: str, *, language: str | None = None) -> str:
    """Return `text` without comment forms and other furniture. Only whole lines ever go."""
    return clean(text, stages=("boilerplate",), language=language)


def repair_spacing(text: str, *, language: str | None = None) -> str:
    """Return `text` with the spaces that were lost put back. Nothing but white space changes."""
    return clean(text, stages=("spacing",), language=language)


def normalize_names(text: str, *, language: str | None = None) -> str:
    """Return `text` with known names spelled one way, the way of its language."""
    return clean(text, stages=("names",), language=language)


def split_sections(text: str) -> Article:
    """Return the structure of `text`, which itself stays as it is."""
    return normalize(text, stages=())


@dataclass(slots=True)
class _Settled:
    """What the stages leave behind once none has anything left to propose.

    Attributes:
        document: The text as it stands.
        alignment: Where it came from; ``None`` while no stage has changed anything.

    """

    document: Document
    alignment: Alignment | None
    steps: list[Step]
    changes: list[Change]
    removed: list[Removed]
    warnings: list[Diagnostic]


def _settle(raw: str, options: Options) -> _Settled:
    """Run the chosen stages on `raw` until all have seen the text as it stands and proposed nothing."""
    settled = _Settled(Document(raw, options.language), None, [], [], [], [])
    stages = load_stages(options.stages)
    warnings: dict[str, list[Diagnostic]] = {}
    quiet = 0
    for name, propose in stages * MAX_ROUNDS:
        document, alignment = settled.document, settled.alignment
        findings = list(propose(document, options))
        edits: tuple[Edit, ...] = ()
        if findings:
            edits = check_edits(document.text, [found for found in findings if not isinstance(found, Diagnostic)])
            told = [found for found in findings if isinstance(found, Diagnostic)]
            warnings[name] = told if alignment is None else [_warn_of_raw(warning, alignment) for warning in told]
        elif name in warnings:
            del warnings[name]
        if edits:
            _record(settled, name, edits, raw)
            settled.document = Document(apply_edits(document.text, edits), options.language)
            settled.alignment = (alignment or Alignment.identity(len(raw))).then(edits)
            settled.steps.append(Step(name, edits))
        quiet = 0 if edits else quiet + 1
        if quiet == len(stages):
            break
    settled.document.forget()
    if warnings:
        settled.warnings = [warning for found in warnings.values() for warning in found]
    return settled


def _warn_of_raw(warning: Diagnostic, alignment: Alignment) -> Diagnostic:
    """Return `warning` in terms of the raw text."""
    start, end = alignment.to_raw(warning.start, warning.end)
    return warning._replace(start=start, end=end)


def _record(settled: _Settled, stage: str, edits: tuple[Any, ...], raw: str) -> None:
    """Note what `edits` do to the text as it stands, in terms of `raw`."""
    text, alignment = settled.document.text, settled.alignment
    changes = [
        _make_change(
            (
                stage,
                rule,
                *(alignment.to_raw(start, end) if alignment else (start, end)),
                text[start:end],
                after,
                sure,
            )
        )
        for start, end, after, rule, sure in edits
    ]
    settled.changes += changes
    if stage == "boilerplate":
        settled.removed += [
            Removed(change.rule, raw[change.start : change.end], change.start, change.end, change.confidence)
            for change in changes
        ]


# A hostile text has an edit every other character: so a change is made without a call of Python's own.
_make_change = partial(tuple.__new__, Change)


def _slice(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _check_text(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"a text must be a str, not {type(text).__name__}")
    return text
