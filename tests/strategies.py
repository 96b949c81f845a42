"""Hypothesis strategies: texts of every kind that the laws are checked on."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["any_texts", "articles"]

# Any `str` at all: lone surrogates, NUL, private use and astral characters included.
any_texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)

WORDS = st.sampled_from(
    (
        "the of and said Kiev Kyiv kyiv Zelensky Zelenski Volodimir Odessa Texas talks war iPhone U.S. p.m. C.R.T. new "
        "era minister Germany’s 1.5 2017by forMocha end.Next https://example.org/kiev.Then @kiev #Kiev a.b@example.org "
        "5'10\" Путін сказал Київ 北京 สวัสดี المدينة «et» café cafÃ© &amp; … – — Xi Jinpingafter Siberia Force 2"
    ).split(" ")
)
GLUE = st.sampled_from(
    [" "] * 12 + ['"', ' "', '" ', "“", "” ", "”", ". ", ".", ", ", ",", "’", " (", ") ", "? ", "\N{NO-BREAK SPACE}"]
)
FURNITURE = st.sampled_from(
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


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.tuples(WORDS, GLUE), min_size=1, max_size=25))
    return "".join(word + glue for word, glue in words)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Return a damaged article: prose with glued quotes and names in variants, furniture, blank lines or none."""
    lines = draw(st.lists(st.one_of(sentences(), sentences(), FURNITURE), max_size=12))
    return draw(st.sampled_from(["\n\n", "\n", "\r\n"])).join(lines)
