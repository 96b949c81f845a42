"""The laws of `newsnorm.tokens`."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm import tokens
from newsnorm.code_pages import PAGES
from newsnorm.document import Document
from newsnorm.protect import Spans, find_addresses
from newsnorm.testing import articles
from newsnorm.tokens import split_words

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


MIXED = st.one_of(articles(), st.text(), st.text("aB5_ .,-–(\n日é", max_size=60))
TOUCHING_RE = re.compile(r"[.!?,;:…–—)\]](?=[^\W\d_]|\()|\w\(|[\sA-Z]-(?:[^\W\d_]|-)")


@given(MIXED, st.integers(1, 20))
@example("end.Next", 4)
@example("so -The", 3)
@example("a" * 60 + ".B", 5)
def test_what_is_told_of_words_is_what_patterns_find(text: str, piece: int) -> None:
    """find_words(t) counts and lists the words of t, and tells whether a mark touches one, wherever the text is cut."""
    words = WORD_RE.findall(text)
    found, page = Document(text).words, Document(text).encoded.page
    kept = tokens.PIECE
    tokens.PIECE = piece
    try:
        cut = Document(text).words
        assert cut.total == found.total == len(words)
        assert set(cut.each) == set(found.each) == set(words)
        assert set(words).issuperset(found.sample)
        touching = bool(TOUCHING_RE.search(text))
        assert cut.touched == found.touched == (touching or not page)
    finally:
        tokens.PIECE = kept


@pytest.mark.parametrize("page", ["ascii", *PAGES])
def test_each_pair_of_a_code_page_touches_as_the_pattern_says(page: str) -> None:
    characters = sorted(set(bytes(range(256)).decode(page, "ignore")))
    kinds = [characters[index] for index in range(0, len(characters), 7)] + list(
        "a5_.,(-)\n A" + "–…" * (page != "ascii")
    )
    for left in characters:
        for right in kinds:
            for text in (f"{left}{right}", f" {left}{right}a", f"{right}-{left}"):
                assert tokens._marks_touch(page, text.encode(page)) == bool(TOUCHING_RE.search(text)), ascii(text)


@given(MIXED)
def test_what_is_protected_does_not_depend_on_the_glance(text: str) -> None:
    quick, close = Spans(find_addresses(text, touched=Document(text).words.touched)), Spans(find_addresses(text))
    assert (quick.starts, quick.ends) == (close.starts, close.ends)
