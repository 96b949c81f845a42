"""The quick look at how a text's lines open says what reading each of them would."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.boilerplate import build, openings
from newsnorm.boilerplate.evidence import find_furniture
from newsnorm.boilerplate.lines import read_lines
from newsnorm.boilerplate.openings import holds_phrases
from newsnorm.boilerplate.page import is_page
from newsnorm.document import Document
from newsnorm.phrases import find_phrase
from newsnorm.phrases.book import ANY, phrase_book, read_openings
from newsnorm.phrases.table import OPENINGS, TABLE, TABLE_WIDTH
from newsnorm.tables import read_rows, read_table
from newsnorm.testing import any_texts, articles

PROSE = "The ministers met in Geneva on Tuesday, aides said."
PHRASES = [re.sub("…", "some words", row[3]) for row in read_rows(TABLE, TABLE_WIDTH) if row[1] != "word"]
# What may stand around a phrase, or within its letters' neighbourhood.
AROUND = st.sampled_from(
    ["", " ", "12 ", "* ", "» ", "<", "…", "_", "(", ") ", "\t", "\r", "\N{NO-BREAK SPACE}", "İ", "ŉ", "²", "É", "\x85"]
) | st.sampled_from(["“", "”\N{EM SPACE}", '"'])


def has_phrase(text: str) -> bool:
    """Say whether a line of `text` is a phrase, the long way."""
    return any(find_phrase(line.strip()) is not None for line in text.split("\n") if line.strip())


@pytest.mark.parametrize(
    "line",
    [
        "The talks failed",
        "Leave the room now",
        "• Leave the room now",
        "•Leave the room",
        "* Leave, the room",
        "“Leave the room”",
        "“Leave a reply” she said",
        "Leave (the room)",
        "LEAVE THE ROOM",
        "Leave",
        "• Leave",
        "Sign the pact",
        "5 Comments on it",
    ],
)
def test_a_line_that_opens_as_no_phrase_does_is_not_read(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    monkeypatch.setattr(openings, "find_phrase", refuse)
    assert not holds_phrases([line])
    assert not holds_phrases([PROSE, "", line, ""])


def test_every_phrase_is_found_with_any_words_where_it_is_open() -> None:
    rows = [row[3] for row in read_rows(TABLE, TABLE_WIDTH) if row[1] != "word"]
    # A name in a gap, and anything at the end.
    gaps_filled = [re.sub(r" ?…(?=,)| ?… ?(?=\w)", " Some Words ", row) for row in rows]
    filled = [re.sub(" … ?| ?… ", " some words ", row).strip() for row in gaps_filled]
    missed = [row for row, phrase in zip(rows, filled, strict=True) if find_phrase(phrase) is None]
    # Known: one in Lithuanian is longer than a label may be. Some end in a small word, and want a name.
    named = [row for row in missed if len(row) < 150]
    assert len(missed) - len(named) == 1
    assert len(named) == 54
    assert all(find_phrase(re.sub(" ?…", " “Some Words”", row)) is not None for row in named)


@st.composite
def pages(draw: st.DrawFn) -> str:
    pieces = st.one_of(st.sampled_from(PHRASES), st.sampled_from(PHRASES).map(str.upper), st.just(PROSE), articles())
    lines = draw(st.lists(st.tuples(AROUND, pieces, AROUND).map("".join), max_size=4))
    return "\n".join(line[draw(st.integers(0, 3)) :] for line in lines)


def test_the_list_of_openings_is_up_to_date_with_the_table_of_phrases() -> None:
    assert read_table(OPENINGS) == build.compile_openings()


def test_every_phrase_opens_as_the_list_says() -> None:
    openings = {first: set(seconds.split(" ")) for first, seconds in read_openings().items()}
    book = phrase_book()
    heads = [*book.lines, *(pattern.pieces[0] for patterns in book.patterns.values() for pattern in patterns)]
    assert len(heads) > 5000
    for head in heads:
        first, _, rest = head.partition(" ")
        assert openings[first] & {rest.partition(" ")[0], ANY}, head
    assert all(any(f"{head} ".startswith(f"{first} ") for head in heads) for first in list(openings)[::100])


def test_listing_writes_what_is_out_of_date_and_checking_only_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "DATA", tmp_path)
    assert build.main(["--check"]) == 1
    assert not (tmp_path / OPENINGS).exists()
    assert build.main([]) == 0
    assert (tmp_path / OPENINGS).read_bytes() == build.compile_openings().encode()
    assert build.main(["--check"]) == 0


@given(pages() | articles() | any_texts())
@example("“Leave a reply”\N{EM SPACE}")
def test_the_quick_look_says_what_reading_each_line_says(text: str) -> None:
    assert holds_phrases(text.split("\n")) == has_phrase(text)


@pytest.mark.parametrize("kind", sorted({row[0] for row in read_rows(TABLE, TABLE_WIDTH) if row[1] != "word"}))
def test_the_quick_look_passes_over_no_phrase(kind: str) -> None:
    known = [row[3] for row in read_rows(TABLE, TABLE_WIDTH) if row[0] == kind and row[1] != "word"]
    assert known
    for phrase in known:
        for line in (
            phrase,
            re.sub("…", "some 12 words", phrase),
            f"12 {phrase.upper()}",
            f"(1,2K) {phrase}",
            f"“{phrase}”",
        ):
            assert holds_phrases([PROSE, "", line, PROSE]) == (find_phrase(line) is not None)


@pytest.mark.parametrize("line", ["On Example.com: Ferry sinks", "&lt;span class=x", "<iframe >", "Also on a.org A"])
def test_the_quick_look_passes_over_no_line_that_is_known_by_its_form(line: str) -> None:
    assert find_phrase(line) is not None
    assert holds_phrases([PROSE, line])


@given(articles() | any_texts())
def test_without_a_phrase_nothing_is_furniture(text: str) -> None:
    """Which is why a text without any is not looked at further."""
    lines = read_lines(Document(text, "en"))
    for line in lines:
        line.hint = None
    assert not is_page(lines)
    assert not find_furniture(lines)
