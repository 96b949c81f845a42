"""Strategies for texts: any at all, news prose in many scripts, and articles as scrapers leave them."""

from __future__ import annotations

from hypothesis import strategies as st

from newsnorm.testing.scripts import SCRIPTS

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
_WORDS = st.sampled_from(
    (
        "the of and said Kiev Kyiv kyiv Zelensky Zelenski Volodimir Odessa Texas talks war iPhone U.S. p.m. C.R.T. new "
        "era minister Germany’s 1.5 2017by forMocha end.Next https://example.org/kiev.Then @kiev #Kiev a.b@example.org "
        "5'10\" Путін сказал Київ 北京 สวัสดี المدينة «et» café cafÃ© &amp; … – — Xi Jinpingafter Siberia Force 2"
    ).split(" ")
)
_GLUE = st.sampled_from(
    [" "] * 12 + ['"', ' "', '" ', "“", "” ", "”", ". ", ".", ", ", ",", "’", " (", ") ", "? ", "\N{NO-BREAK SPACE}"]
)
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


@st.composite
def fragments(draw: st.DrawFn) -> str:
    """Return a line of words that rules look at, with marks and gaps between them, right and wrong."""
    words = draw(st.lists(st.tuples(_WORDS, _GLUE), min_size=1, max_size=25))
    return "".join(word + glue for word, glue in words)


def _language(language: str | None) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(SCRIPTS)) if language is None else st.just(language)


@st.composite
def sentences(draw: st.DrawFn, language: str | None = None) -> str:
    """Return a sentence that nothing is wrong with.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    script = SCRIPTS[draw(_language(language))]
    words = draw(st.lists(st.sampled_from(script.words), min_size=2, max_size=10))
    words[0] = words[0][0].upper() + words[0][1:]
    return script.space.join(words) + script.stop


@st.composite
def prose(draw: st.DrawFn, language: str | None = None) -> str:
    """Return some sound sentences of one language.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    chosen = draw(_language(language))
    return " ".join(draw(st.lists(sentences(chosen), min_size=1, max_size=4)))


@st.composite
def quotations(draw: st.DrawFn, language: str | None = None) -> str:
    """Return a sentence with quotations: nested, of other marks, never closed, closed twice, glued to its speaker.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    script = SCRIPTS[draw(_language(language))]
    words = st.lists(st.sampled_from(script.words), min_size=1, max_size=4).map(script.space.join)
    marks = st.sampled_from([*script.quotes, '"', "'", ""])
    gaps = st.sampled_from([script.space, "", ", ", ",", "\N{NO-BREAK SPACE}"])
    pairs = st.sampled_from([script.quotes[:2], script.quotes[2:], '""', "''"])
    said: str = draw(words)
    for pair in draw(st.lists(pairs, min_size=1, max_size=3)):
        said = f"{draw(words)}{draw(gaps)}{pair[0]}{said}{pair[1]}{draw(gaps)}{draw(words)}"
    return f"{said}{draw(marks)}{script.stop}"


@st.composite
def datelines(draw: st.DrawFn, language: str | None = None) -> str:
    """Return the first line of a report, its dateline in front: ``GENEVA, April 4 (Reuters) - Leaders announced …``.

    Args:
        draw: Hypothesis' own.
        language: One of `SCRIPTS`; ``None`` for any of them.

    """
    chosen = draw(_language(language))
    return SCRIPTS[chosen].dateline + draw(sentences(chosen))


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
    one = st.one_of(prose(language), quotations(language), datelines(language), comment_boxes(language))
    lines = draw(st.lists(st.one_of(fragments(), fragments(), _LINES, one), max_size=12))
    return draw(st.sampled_from(["\n\n", "\n", "\r\n"])).join(lines)
