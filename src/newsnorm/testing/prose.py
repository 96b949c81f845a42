"""Strategies for texts: any at all, news prose in many scripts, and articles as scrapers leave them."""

from __future__ import annotations

from functools import cache
from itertools import cycle, product

from hypothesis import strategies as st

from newsnorm.testing.picks import picks
from newsnorm.testing.scripts import SCRIPTS, Script

__all__ = [
    "SCRIPTS",
    "any_texts",
    "articles",
    "comment_boxes",
    "datelines",
    "fragments",
    "prose",
    "quotations",
    "sentences",
]

# What rules look at, right and wrong, side by side.
_WORDS = (
    "the of and said Kiev Kyiv kyiv Zelensky Zelenski Volodimir Odessa Texas talks war iPhone U.S. p.m. C.R.T. new era "
    "minister Germany’s 1.5 2017by forMocha end.Next https://example.org/kiev.Then @kiev #Kiev a.b@example.org 5'10\" "
    "Путін сказал Київ 北京 สวัสดี المدينة «et» café cafÃ© &amp; … – — Xi Jinpingafter Siberia Force 2"
).split(" ")
_MARKS = ['"', ' "', '" ', "“", "” ", "”", ". ", ".", ", ", ",", "’", " (", ") ", "? ", "\N{NO-BREAK SPACE}"]
_GLUE = [" "] * 12 + _MARKS
_LINES = st.sampled_from(
    [
        "Leave A Reply",
        "Please enter your comment!",
        "Please enter your name here",
        "Related News",
        "Share this:",
        "Sign up for our newsletter",
        "Advertisement",
        "Follow our Facebook page for the latest news.",
        "Your email address will not be published. Required fields are marked *",
        "Reporting by Anna Berg; Editing by Tom Hale",
        "By Anna Berg",
        "A joint statement",
        "‘Concern’ for Asia",
        "– Talks in Kyiv –",
        "MOSCOW, March 21 (AFP/APP): Talks went on.",
        "* one",
        "",
        " ",
    ]
)


def any_texts(*, max_size: int = 60) -> st.SearchStrategy[str]:
    """Return any ``str`` at all: lone surrogates, NUL, private use and astral characters included.

    Args:
        max_size: The most code points.

    """
    return st.text(st.characters(codec=None, exclude_categories=()), max_size=max_size)


def fragments() -> st.SearchStrategy[str]:
    """Return a line of words that rules look at, with marks and gaps between them, right and wrong."""
    return _FRAGMENTS


def _glue(picked: tuple[list[str], list[str]]) -> str:
    words, glue = picked
    return "".join(map(str.__add__, words, cycle(glue)))


_FRAGMENTS = st.tuples(picks(_WORDS, min_size=1, max_size=25), picks(_GLUE, min_size=6, max_size=25)).map(_glue)
_LANGUAGES = st.sampled_from(sorted(SCRIPTS))


def _language(language: str | None) -> st.SearchStrategy[str]:
    return _LANGUAGES if language is None else st.just(language)


@st.composite
def sentences(draw: st.DrawFn, language: str | None = None) -> str:
    """Return a sentence that nothing is wrong with.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    return draw(_sentence(draw(_language(language))))


@cache
def _sentence(language: str) -> st.SearchStrategy[str]:
    script = SCRIPTS[language]

    def write(words: list[str]) -> str:
        words[0] = words[0][0].upper() + words[0][1:]
        return script.space.join(words) + script.stop

    return picks(script.words, min_size=2, max_size=10).map(write)


@st.composite
def prose(draw: st.DrawFn, language: str | None = None) -> str:
    """Return some sound sentences of one language.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    return draw(_prose(draw(_language(language))))


@cache
def _prose(language: str) -> st.SearchStrategy[str]:
    return st.lists(_sentence(language), min_size=1, max_size=4).map(" ".join)


@st.composite
def quotations(draw: st.DrawFn, language: str | None = None) -> str:
    """Return a sentence with quotations: nested, of other marks, never closed, closed twice, glued to its speaker.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    script = SCRIPTS[draw(_language(language))]
    words, nested, marks = _quotation(script)
    said = draw(words)
    for gap, pair, other in draw(nested):
        said = f"{draw(words)}{gap}{pair[0]}{said}{pair[1]}{other}{draw(words)}"
    return f"{said}{draw(marks)}{script.stop}"


@cache
def _quotation(
    script: Script,
) -> tuple[st.SearchStrategy[str], st.SearchStrategy[list[tuple[str, str, str]]], st.SearchStrategy[str]]:
    """Return strategies for some words, for what stands around what is said, and for a mark that is one too many."""
    words = picks(script.words, min_size=1, max_size=4).map(script.space.join)
    gaps = [script.space, "", ", ", ",", "\N{NO-BREAK SPACE}"]
    pairs = [script.quotes[:2], script.quotes[2:], '""', "''"]
    nested = picks(list(product(gaps, pairs, gaps)), min_size=1, max_size=3)
    return words, nested, st.sampled_from([*script.quotes, '"', "'", ""])


@st.composite
def datelines(draw: st.DrawFn, language: str | None = None) -> str:
    """Return the first line of a report, its dateline in front: ``GENEVA, April 4 (Reuters) - Leaders announced …``.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    chosen = draw(_language(language))
    return SCRIPTS[chosen].dateline + draw(_sentence(chosen))


@st.composite
def comment_boxes(draw: st.DrawFn, language: str | None = None) -> str:
    """Return the lines of a form for comments, or some of them.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    box = SCRIPTS[draw(_language(language))].box
    return "\n".join(box[draw(st.integers(0, len(box) - 1)) :])


@st.composite
def articles(draw: st.DrawFn, language: str | None = None) -> str:
    """Return an article as a scraper leaves it: prose, glued quotes, names in variants, furniture, any line breaks.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for several, mixed.

    """
    return draw(_BREAKS).join(draw(_lines(language)))


_BREAKS = st.sampled_from(["\n\n", "\n", "\r\n"])


@cache
def _lines(language: str | None) -> st.SearchStrategy[list[str]]:
    one = st.one_of(prose(language), quotations(language), datelines(language), comment_boxes(language))
    return st.lists(st.one_of(fragments(), fragments(), _LINES, one), max_size=12)
