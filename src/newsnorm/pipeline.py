"""The pipeline: which stages run, in which order, and how their findings become an `Article`.

Stages propose, this module has the engine check, apply, compose and record. It goes through the stages in order, again
and again, until all of them have seen the text as it stands and none has anything left to propose: so the result is a
fixed point, and ``normalize(normalize(x).text)`` changes nothing more.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from importlib import import_module
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from newsnorm.alignment import Alignment
from newsnorm.article import Article
from newsnorm.document import Document
from newsnorm.edits import apply_edits, check_edits
from newsnorm.options import STAGE_NAMES, Options
from newsnorm.quiet_words import QuietWords
from newsnorm.records import Change, Diagnostic, Finding, Mention, Removed, Step, Structure
from newsnorm.restoring import Account, replay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

    from newsnorm.protect import Phrases

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

    def __call__(self, document: Document, options: Options) -> Iterable[Finding]: ...


@cache
def _load_stage(name: str) -> ModuleType:
    return import_module(f"newsnorm.{name}")


@cache
def load_stages(names: tuple[str, ...]) -> tuple[tuple[str, Propose], ...]:
    """Return the stages of these `names`, in the order they run in: each is the module of its name.

    Imported when a text first wants them: their patterns take time to compile.
    """
    return tuple((name, _load_stage(name).propose) for name in STAGE_NAMES if name in names)


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
    if not isinstance(raw, str):
        raise _not_a_text(raw)
    document, steps, told = _settle(raw, chosen)
    warnings = tuple(sorted(_warn_of_raw(told, len(raw), steps), key=_BY_PLACE)) if told else ()
    known = {"raw": raw, "text": document.text, "warnings": warnings, "steps": tuple(steps)}
    return Article.with_views(_VIEWS, (chosen, document.known_language), known)


_BY_PLACE = attrgetter("start", "end", "kind")


def assemble_article(raw: str, options: Options, known: Mapping[str, Any]) -> Article:
    """Return the article of `raw` from what is `known` of it; its views are worked out when they are first asked for.

    Args:
        raw: The text that came in.
        options: What was done with it.
        known: All fields of the article but `raw` and the views.

    """
    return Article.with_views(_VIEWS, (options, None), {"raw": raw, **known})


def _find_account(article: Article, options: Options, language: str | None) -> Account:
    return replay(article.raw, article.steps)


def _find_alignment(article: Article, options: Options, language: str | None) -> Alignment:
    return cast("Account", article._account).alignment


def _find_changes(article: Article, options: Options, language: str | None) -> tuple[Change, ...]:
    return cast("Account", article._account).changes


def _find_removed(article: Article, options: Options, language: str | None) -> tuple[Removed, ...]:
    return cast("Account", article._account).removed


def _find_language(article: Article, options: Options, language: str | None) -> str:
    return language or _document(article.text, options).language


def _find_structure(article: Article, options: Options, language: str | None) -> Structure:
    from newsnorm import sections  # only an article that is asked for its structure needs to know how to find it

    return sections.find_structure(_document(article.text, options, article.language))


def _find_mentions(article: Article, options: Options, language: str | None) -> tuple[Mention, ...]:
    if options.names == "off" or "names" not in options.stages:
        return ()
    from newsnorm import names  # as for the structure above

    found = names.find_mentions(_document(article.text, options, article.language), options)
    raw, to_raw = article.raw, article.alignment.to_raw
    return tuple(mention._replace(surface=_slice(raw, to_raw(mention.start, mention.end))) for mention in found)


# The parts of an article that are worked out when they are asked for; three of them come of one account.
_VIEWS: dict[str, Callable[[Article, Options, str | None], Any]] = {
    "_account": _find_account,
    "alignment": _find_alignment,
    "changes": _find_changes,
    "removed": _find_removed,
    "language": _find_language,
    "structure": _find_structure,
    "names": _find_mentions,
}


def clean(raw: str, *, options: Options | None = None, **keywords: Any) -> str:
    """Return the clean text of `raw`: ``normalize(raw, …).text``."""
    chosen = Options.from_keywords(options, keywords)
    if not isinstance(raw, str):
        raise _not_a_text(raw)
    return _settle(raw, chosen)[0].text


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


class _Told(NamedTuple):
    """What a stage last warned of.

    Attributes:
        warnings: The warnings, in terms of the text that it saw.
        after: How many steps had led to that text.

    """

    warnings: list[Diagnostic]
    after: int


def _settle(raw: str, options: Options) -> tuple[Document, list[Step], list[_Told]]:
    """Run the chosen stages on `raw` until all have seen the text as it stands and proposed nothing.

    Return that text, the steps that lead to it, and what is to be warned of.
    """
    document = _document(raw, options)
    steps: list[Step] = []
    told: dict[str, _Told] = {}
    stages = load_stages(options.stages)
    unseen = len(stages)  # how many stages have not seen the text as it stands
    for name, propose in stages * MAX_ROUNDS:
        proposed = propose(document, options)
        if told:
            told.pop(name, None)
        if proposed and (findings := list(proposed)):  # hardly ever
            edits = [found for found in findings if not isinstance(found, Diagnostic)]
            if len(edits) < len(findings):
                told[name] = _Told([found for found in findings if isinstance(found, Diagnostic)], len(steps))
            if edits and (checked := check_edits(document.text, edits)):
                steps.append(Step(name, checked))
                document = _document(apply_edits(document.text, checked), options)
                unseen = len(stages)
                continue
        unseen -= 1
        if not unseen:
            break
    return document, steps, list(told.values())


def _document(text: str, options: Options, language: str | None = None) -> Document:
    quiet_words = None  # a table of one's own is asked about all words
    if options.name_table is None:
        quiet_words = partial(_quiet_words, options.stages, options.names, options.house_style, options.prefer)
    return Document(text, language or options.language, cast("Phrases", options.protect), quiet_words)


@lru_cache(maxsize=64)
def _quiet_words(
    stages: tuple[str, ...], names: str, house_style: str, prefer: tuple[tuple[str, str], ...], language: str
) -> QuietWords:
    """Return the memory of words that none of `stages` has anything to say of in `language`, with these options."""
    options = Options(stages=stages, names=names, house_style=house_style, prefer=prefer)
    judging = [stage for stage in map(_load_stage, stages) if hasattr(stage, "judge_words")]
    return QuietWords(stage.judge_words(language, options) for stage in judging)


def _warn_of_raw(told: list[_Told], length: int, steps: list[Step]) -> Iterator[Diagnostic]:
    """Yield the warnings `told` in terms of the raw text, which has that `length`."""
    if not steps:
        yield from chain.from_iterable(warnings for warnings, _ in told)
        return
    alignment, aligned = Alignment.identity(length), 0
    for warnings, after in sorted(told, key=attrgetter("after")):
        for _, edits in steps[aligned:after]:
            alignment = alignment.then(edits)
        aligned = after
        for warning in warnings:
            start, end = alignment.to_raw(warning.start, warning.end) if after else (warning.start, warning.end)
            yield warning._replace(start=start, end=end)


def _slice(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _not_a_text(text: object) -> TypeError:
    return TypeError(f"a text must be a str, not {type(text).__name__}")
