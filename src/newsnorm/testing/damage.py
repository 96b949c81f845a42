r"""Strategies for damage: sound text, and the same as extractors, encodings and desks leave it.

Damage is known piece by piece: what stands there, and what stood there before. So a repair can be judged without asking
how much of the damage it found: each piece of its output is either as it came or as it was.

>>> cut = Damaged("glued-quotes", "en", (('"We talked"', '"We talked"'), ("", " "), ("said Thomas.", "said Thomas.")))
>>> cut.text, cut.gold
('"We talked"said Thomas.', '"We talked" said Thomas.')
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from hypothesis import strategies as st

from newsnorm.name_table import NameTable
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
_GARBLED = {"windows-1252": ("de", "fr"), "latin-1": ("de", "fr"), "windows-1251": ("uk",)}


def damaged(kind: str | None = None) -> st.SearchStrategy[Damaged]:
    """Return texts with damage of one kind, which know what they were.

    Args:
        kind: One of `DAMAGE_KINDS`; ``None`` for any.

    Raises:
        ValueError: There is no such kind; the message lists them.

    """
    makers = {
        "mojibake": _mojibake(),
        "entities": _entities(),
        "invisible": _invisible(),
        "comment-box": _boxed(),
        **{kind: _glued(kind) for kind in ("glued-quotes", "glued-sentences", "glued-links", "glued")},
        "names": damaged_names(),
    }
    if kind is None:
        return st.one_of(*makers.values())
    if kind not in makers:
        raise ValueError(f"kind: {kind!r} is not one of {', '.join(map(repr, makers))}")
    return makers[kind]


@st.composite
def _glued(draw: st.DrawFn, kind: str) -> Damaged:
    """Return sentences with a quotation each, and some of the spaces of one kind taken."""
    language = draw(st.sampled_from(_SPACED))
    script = SCRIPTS[language]
    marks = draw(st.sampled_from([script.quotes[:2], '""']))
    words = st.lists(st.sampled_from(script.words), min_size=2, max_size=6)
    gap = draw(st.sampled_from([" ", "\n\n"]))
    pieces: list[tuple[str, str]] = []

    def space(of: str) -> None:
        taken = kind in (of, "glued") and draw(st.booleans())
        pieces.append(("" if taken else " ", " "))

    def say(text: str) -> None:
        pieces.append((text, text))

    for number in range(draw(st.integers(1, 4))):
        if number:
            space("glued-sentences") if gap == " " else say(gap)
        before, quoted, after = draw(words), draw(words), draw(words)
        say(" ".join([before[0][0].upper() + before[0][1:], *before[1:]]))
        space("glued-quotes")
        say(f"{marks[0]}{' '.join(quoted)}{marks[1]}")
        space("glued-quotes")
        for index, word in enumerate(after):
            if index:
                space("glued-links")
            say(word)
        say(script.stop)
    return Damaged(kind, language, tuple(pieces))


@st.composite
def _mojibake(draw: st.DrawFn) -> Damaged:
    """Return words of which some were written as UTF-8 and read as something else."""
    table = draw(st.sampled_from(sorted(_GARBLED)))
    language = draw(st.sampled_from(_GARBLED[table]))
    pieces: list[tuple[str, str]] = []
    for word in draw(st.lists(st.sampled_from(SCRIPTS[language].words), min_size=3, max_size=12)):
        encoded = word.encode("utf-8")
        try:
            garbled = encoded.decode(table) if draw(st.booleans()) else word
        except UnicodeDecodeError:  # no such character there: this word is not read so
            garbled = word
        pieces += [(garbled, word), (" ", " ")]
    return Damaged("mojibake", language, tuple(pieces))


@st.composite
def _entities(draw: st.DrawFn) -> Damaged:
    """Return words with signs between them, some of which are still written as HTML does."""
    entities = {"&amp;": "&", "&eacute;": "é", "&ndash;": "–", "&#8217;": "’", "&ouml;": "ö"}
    pieces: list[tuple[str, str]] = []
    for word in draw(st.lists(st.sampled_from(SCRIPTS["en"].words), min_size=2, max_size=9)):
        entity = draw(st.sampled_from(sorted(entities)))
        written = entity if draw(st.booleans()) else entities[entity]
        pieces += [(word, word), (" ", " "), (written, entities[entity]), (" ", " ")]
    return Damaged("entities", "en", tuple(pieces))


@st.composite
def _invisible(draw: st.DrawFn) -> Damaged:
    """Return words of any script, with characters in those of Latin, Greek and Cyrillic that do nothing there."""
    language = draw(st.sampled_from(sorted(SCRIPTS)))
    script = SCRIPTS[language]
    nothing = ["\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}"] if language in "de el en fr uk" else [""]
    pieces: list[tuple[str, str]] = []
    for word in draw(st.lists(st.sampled_from(script.words), min_size=2, max_size=9)):
        cut = draw(st.integers(1, max(1, len(word) - 1)))
        pieces += [(word[:cut], word[:cut])] + ([(draw(st.sampled_from(nothing)), "")] if cut < len(word) else [])
        pieces += [(word[cut:], word[cut:]), (script.space, script.space)]
    return Damaged("invisible", language, tuple(pieces))


@st.composite
def _boxed(draw: st.DrawFn) -> Damaged:
    """Return paragraphs with a form for comments below them."""
    language = draw(st.sampled_from(_SPACED))
    script = SCRIPTS[language]
    words = st.lists(st.sampled_from(script.words), min_size=14, max_size=24)
    paragraphs = [" ".join(draw(words)) + script.stop for _ in range(draw(st.integers(2, 4)))]
    pieces = [(text, text) for paragraph in paragraphs for text in (paragraph, "\n\n")][:-1]
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    pieces += [(gap + line, "") for line in script.box]
    return Damaged("comment-box", language, tuple(pieces))


@st.composite
def damaged_names(draw: st.DrawFn, language: str = "en", table: NameTable | None = None) -> Damaged:
    """Return sentences about known names, each spelled in one of the ways that the table knows.

    Args:
        draw: Hypothesis' own.
        language: Whose canonical forms are right.
        table: The table of names; ``None`` for the built-in one.

    """
    spellings = _spellings(table or NameTable.builtin(), language)
    words = SCRIPTS.get(language, SCRIPTS["en"]).words
    pieces: list[tuple[str, str]] = []
    for spelled, canonical in draw(st.lists(st.sampled_from(spellings), min_size=1, max_size=4)):
        before, after = (" ".join(draw(st.lists(st.sampled_from(words), min_size=2, max_size=4))) for _ in range(2))
        pieces += [(f"{before} ",) * 2, (spelled, canonical), (f" {after}. ",) * 2]
    return Damaged("names", language, tuple(pieces))


@cache
def _spellings(table: NameTable, language: str) -> tuple[tuple[str, str], ...]:
    """Return the spellings that mean a thing wherever they stand, with its canonical form."""
    view = table.view(language)
    return tuple((row.text, view.form(row.id).full) for row in view.spellings() if not row.conditions)


# What the rules of encoding look at, alone and side by side.
_SIGNS = st.sampled_from(
    list("ÂÃÄÅÐÑØÙàâãåéïœŒßžŸŠ€™“”‘’‚„†‡‰¢£¥§©®°±²³¼½×÷√≈∂╗█ВГРСвЂгўβΒΓ…–—·´ \N{NO-BREAK SPACE}\N{SOFT HYPHEN}�aZ.?,")
)
_STRAY = st.sampled_from(
    "&amp; &lt; &#8217; &#10; &#13; &eacute; &EACUTE; &nope; &#x1F600; & ; < \r \r\n \n \x85 \u2028 \x00 \x1a \x1b[31m "
    "\x1b \ufeff \ufffc \ud83d \ude00 \ud800 e\u0301 \u0301 \u1100 \u1161 ﬁ ﬅ ĳ \u200b \u200d \u202e Å \u0344 ".split(
        " "
    )
)


@st.composite
def _garbled(draw: st.DrawFn) -> str:
    """Return a little text, written as UTF-8 and read as something else, once or twice."""
    small = ["été", "à la", "Київ", "“so”", "…", "– ça", "naïve", "Ω", "東京", "😀", "ﬁn", "\N{NO-BREAK SPACE}"]
    text = draw(st.sampled_from(small))
    tables = ["latin-1", "windows-1252", "windows-1251", "windows-1250", "macroman", "cp437", "windows-1253"]
    table = draw(st.sampled_from(tables))
    for _ in range(draw(st.integers(1, 2))):
        text = text.encode("utf-8", "replace").decode(table, "replace")
    return text


@st.composite
def damaged_encodings(draw: st.DrawFn) -> str:
    """Return a text of a few words with mojibake, entities, controls, surrogates and line breaks of all kinds."""
    pieces = st.one_of(_SIGNS, _SIGNS, _garbled(), _STRAY, st.sampled_from(["word", " ", " the ", "\n", "Kyiv"]))
    return "".join(draw(st.lists(pieces, max_size=14)))
