r"""Strategies for damage: sound text, and the same as extractors, encodings and desks leave it.

Damage is known piece by piece: what stands there, and what stood there before. So a repair can be judged without asking
how much of the damage it found: each piece of its output is either as it came or as it was.

>>> cut = Damaged("glued-quotes", "en", (('"We talked"', '"We talked"'), ("", " "), ("said Thomas.", "said Thomas.")))
>>> cut.text, cut.gold
('"We talked"said Thomas.', '"We talked" said Thomas.')
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import NamedTuple

from hypothesis import strategies as st

from newsnorm.name_table import NameTable
from newsnorm.testing.picks import picks
from newsnorm.testing.scripts import SCRIPTS

__all__ = ["DAMAGE_KINDS", "Damaged", "damaged", "damaged_encodings", "damaged_names"]


class Damaged(NamedTuple):
    """A damaged text that knows what it was.

    Attributes:
        kind: One of `DAMAGE_KINDS`.
        language: The text's language.
        pieces: What stands there and what stood there, from the first character to the last.

    """

    kind: str
    language: str
    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The damaged text."""
        return "".join(now for now, _ in self.pieces)

    @property
    def gold(self) -> str:
        """The text before the damage."""
        return "".join(before for _, before in self.pieces)

    @property
    def stage(self) -> str:
        """The stage that repairs such damage."""
        return _STAGES[self.kind]


_STAGES = {
    "mojibake": "encoding",
    "entities": "encoding",
    "invisible": "encoding",
    "comment-box": "boilerplate",
    "glued-quotes": "spacing",
    "glued-sentences": "spacing",
    "glued-links": "spacing",
    "glued": "spacing",
    "names": "names",
}

DAMAGE_KINDS = tuple(_STAGES)
"""The kinds of damage: text read in a wrong encoding, entities left over, characters that print nothing, a form for
comments below the text, spaces lost at quotation marks, after sentences, where a link began, and all of these, names in
variants."""

# Where spaces are lost to be put back: scripts that write them, and marks that are not written like a letter.
_SPACED = tuple(code for code, script in SCRIPTS.items() if script.space and script.stop)
# Letters that survive being read in the wrong encoding and back.
_GARBLED = [
    ("windows-1252", "de"),
    ("windows-1252", "fr"),
    ("latin-1", "de"),
    ("latin-1", "fr"),
    ("windows-1251", "uk"),
]


def damaged(kind: str | None = None) -> st.SearchStrategy[Damaged]:
    """Return texts with damage of one kind, which know what they were.

    Args:
        kind: One of `DAMAGE_KINDS`; ``None`` for any.

    Raises:
        ValueError: There is no such kind; the message lists them.

    """
    if kind is None:
        return st.one_of(*map(_of_kind, DAMAGE_KINDS))
    if kind not in DAMAGE_KINDS:
        raise ValueError(f"kind: {kind!r} is not one of {', '.join(map(repr, DAMAGE_KINDS))}")
    return _of_kind(kind)


@cache
def _of_kind(kind: str) -> st.SearchStrategy[Damaged]:
    makers = {"mojibake": _mojibake, "entities": _entities, "invisible": _invisible, "comment-box": _boxed}
    if kind == "names":
        return damaged_names()
    return makers[kind]() if kind in makers else _glued(kind)


# Which of up to twelve things in a row are damaged: one choice, and not one for each of them.
_WHICH = st.integers(0, 2**12 - 1)


@cache
def _some_words(language: str, least: int, most: int) -> st.SearchStrategy[list[str]]:
    return picks(SCRIPTS[language].words, min_size=least, max_size=most)


@st.composite
def _glued(draw: st.DrawFn, kind: str) -> Damaged:
    """Return sentences with a quotation each, and some of the spaces of one kind taken."""
    language = draw(st.sampled_from(_SPACED))
    script = SCRIPTS[language]
    marks, gap, count = draw(_LAYOUT)
    marks = marks or script.quotes[:2]
    pieces: list[tuple[str, str]] = []

    def space(of: str, lost: int) -> None:
        pieces.append(("" if lost and kind in (of, "glued") else " ", " "))

    def say(text: str) -> None:
        pieces.append((text, text))

    for number in range(count):
        which = draw(_WHICH)
        lost = [which >> place & 1 for place in range(12)]
        if number:
            space("glued-sentences", lost[0]) if gap == " " else say(gap)
        before, quoted, after = (draw(_some_words(language, 2, 6)) for _ in range(3))
        say(" ".join([before[0][0].upper() + before[0][1:], *before[1:]]))
        space("glued-quotes", lost[1])
        say(f"{marks[0]}{' '.join(quoted)}{marks[1]}")
        space("glued-quotes", lost[2])
        for index, word in enumerate(after):
            if index:
                space("glued-links", lost[2 + index])
            say(word)
        say(script.stop)
    return Damaged(kind, language, tuple(pieces))


# Quotation marks (of the language, or straight), what stands between sentences, and how many of these there are.
_LAYOUT = st.sampled_from(list(product(["", '""'], [" ", "\n\n"], [1, 2, 3, 4])))


@st.composite
def _mojibake(draw: st.DrawFn) -> Damaged:
    """Return words of which some were written as UTF-8 and read as something else."""
    table, language = draw(st.sampled_from(_GARBLED))
    which = draw(_WHICH)
    pieces: list[tuple[str, str]] = []
    for index, word in enumerate(draw(_some_words(language, 3, 12))):
        encoded = word.encode("utf-8")
        try:
            garbled = encoded.decode(table) if which >> index & 1 else word
        except UnicodeDecodeError:  # no such character there: this word is not read so
            garbled = word
        pieces += [(garbled, word), (" ", " ")]
    return Damaged("mojibake", language, tuple(pieces))


def _entities() -> st.SearchStrategy[Damaged]:
    """Return words with signs between them, some of which are still written as HTML does."""
    entities = {"&amp;": "&", "&eacute;": "é", "&ndash;": "–", "&#8217;": "’", "&ouml;": "ö"}
    written = [(sign, sign) for sign in entities.values()] + list(entities.items())
    pairs = [((word, word), pair) for pair in written for word in SCRIPTS["en"].words]

    def join(picked: list[tuple[tuple[str, str], tuple[str, str]]]) -> Damaged:
        gap = (" ", " ")
        return Damaged("entities", "en", tuple(piece for word, sign in picked for piece in (word, gap, sign, gap)))

    return picks(pairs, min_size=2, max_size=9).map(join)


@st.composite
def _invisible(draw: st.DrawFn) -> Damaged:
    """Return words of any script, with characters in those of Latin, Greek and Cyrillic that do nothing there."""
    language = draw(st.sampled_from(sorted(SCRIPTS)))
    gap = SCRIPTS[language].space
    pieces: list[tuple[str, str]] = []
    for head, nothing, tail in draw(_cut_words(language)):
        pieces += [(head, head)] + ([(nothing, "")] if tail else []) + [(tail, tail), (gap, gap)]
    return Damaged("invisible", language, tuple(pieces))


@cache
def _cut_words(language: str) -> st.SearchStrategy[list[tuple[str, str, str]]]:
    """Return a language's words, each cut in two somewhere, and what prints nothing between the two."""
    nothing = ["\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}"] if language in "de el en fr uk" else [""]
    words = SCRIPTS[language].words
    cuts = [(word[:cut], mark, word[cut:]) for word in words for cut in range(1, max(2, len(word))) for mark in nothing]
    return st.lists(st.sampled_from(cuts), min_size=2, max_size=9)


@st.composite
def _boxed(draw: st.DrawFn) -> Damaged:
    """Return paragraphs with a form for comments below them."""
    language, count, gap = draw(_BOXES)
    script = SCRIPTS[language]
    paragraphs = [" ".join(draw(_some_words(language, 14, 24))) + script.stop for _ in range(count)]
    pieces = [(text, text) for paragraph in paragraphs for text in (paragraph, "\n\n")][:-1]
    pieces += [(gap + line, "") for line in script.box]
    return Damaged("comment-box", language, tuple(pieces))


# The language, how many paragraphs there are, and what stands between the lines of the form.
_BOXES = st.sampled_from(list(product(_SPACED, [2, 3, 4], ["\n", "\n\n"])))


@st.composite
def damaged_names(draw: st.DrawFn, language: str = "en", table: NameTable | None = None) -> Damaged:
    """Return sentences about known names, each spelled in one of the ways that the table knows.

    Args:
        draw: Hypothesis' own.
        language: Whose canonical forms are right.
        table: The table of names; ``None`` for the built-in one.

    """
    words = _some_words(language if language in SCRIPTS else "en", 2, 4)
    pieces: list[tuple[str, str]] = []
    for spelled, canonical in draw(_spellings(table or NameTable.builtin(), language)):
        before, after = (" ".join(draw(words)) for _ in range(2))
        pieces += [(f"{before} ",) * 2, (spelled, canonical), (f" {after}. ",) * 2]
    return Damaged("names", language, tuple(pieces))


@cache
def _spellings(table: NameTable, language: str) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Return some of the spellings that mean a thing wherever they stand, with its canonical form."""
    view = table.view(language)
    spellings = [(row.text, view.form(row.id).full) for row in view.spellings() if not row.conditions]
    return st.lists(st.sampled_from(spellings), min_size=1, max_size=4)


# What the rules of encoding look at, alone and side by side.
_SIGNS = list(
    "ÂÃÄÅÐÑØÙàâãåéïœŒßžŸŠ€™“”‘’‚„†‡‰¢£¥§©®°±²³¼½×÷√≈∂╗█ВГРСвЂгўβΒΓ…–—·´ \N{NO-BREAK SPACE}\N{SOFT HYPHEN}�aZ.?,"
)
_STRAY = (
    "&amp; &lt; &#8217; &#10; &#13; &eacute; &EACUTE; &nope; &#x1F600; & ; < \r \r\n \n \x85 \u2028 \x00 \x1a \x1b[31m "
    "\x1b \ufeff \ufffc \ud83d \ude00 \ud800 e\u0301 \u0301 \u1100 \u1161 ﬁ ﬅ ĳ \u200b \u200d \u202e Å \u0344 "
).split(" ")
_SOUND = ["été", "à la", "Київ", "“so”", "…", "– ça", "naïve", "Ω", "東京", "😀", "ﬁn", "\N{NO-BREAK SPACE}"]
_TABLES = ["latin-1", "windows-1252", "windows-1251", "windows-1250", "macroman", "cp437", "windows-1253"]


def _garble(text: str, table: str) -> str:
    """Return what is read in a text that was written as UTF-8."""
    return text.encode("utf-8", "replace").decode(table, "replace")


_ONCE = [_garble(text, table) for text in _SOUND for table in _TABLES]
_TWICE = [_garble(_garble(text, table), table) for text in _SOUND for table in _TABLES]
_PIECES = st.lists(
    st.one_of(*map(st.sampled_from, [_SIGNS, _SIGNS, _ONCE + _TWICE, _STRAY, ["word", " ", " the ", "\n", "Kyiv"]])),
    max_size=14,
).map("".join)


def damaged_encodings() -> st.SearchStrategy[str]:
    """Return a text of a few words with mojibake, entities, controls, surrogates and line breaks of all kinds."""
    return _PIECES
