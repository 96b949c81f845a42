"""The laws of `newsnorm.tokens`."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm import tokens
from newsnorm.testing import articles
from newsnorm.tokens import PAGES, Words, split_words

WORD_RE = re.compile(r"\w+")


@given(st.one_of(articles(), st.text(), st.text("aZ9_ .’“”é\xa0\x85\x1cŁжЖ\ud800ªⅣ", max_size=30)))
@example("\N{SUPERSCRIPT TWO}m\N{NO-BREAK SPACE}²_\x1f_")
def test_words_are_what_the_pattern_finds(text: str) -> None:
    r"""``split_words(t) == findall(r"\w+", t)``."""
    assert split_words(text) == WORD_RE.findall(text)


@pytest.mark.parametrize("page", ["ascii", *PAGES])
def test_each_character_of_a_code_page_is_read_as_the_pattern_reads_it(page: str) -> None:
    for character in bytes(range(256)).decode(page, "ignore"):
        text = f"a{character}b {character}"
        assert split_words(text) == WORD_RE.findall(text), f"{character!r} of {page}"


def test_each_character_of_any_script_is_read_as_the_pattern_reads_it() -> None:
    text = " ".join(f"a{chr(code)}b" for code in range(0x3000))
    assert split_words(text) == WORD_RE.findall(text)


@given(st.one_of(articles(), st.text(), st.text("ab ._\n日", max_size=60)), st.integers(1, 20))
def test_the_words_of_a_long_text_are_those_of_its_pieces(text: str, piece: int) -> None:
    """Words(t) goes through split_words(t), as often as one likes, wherever the text is cut."""
    kept = tokens.PIECE
    tokens.PIECE = piece
    try:
        words = Words(text)
        assert list(words) == list(words) == split_words(text)
        assert len(words) == len(split_words(text))
        assert all(word in words for word in split_words(text))
    finally:
        tokens.PIECE = kept
