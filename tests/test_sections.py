"""The laws of `newsnorm.sections`: a structure is a view, and the same text always has the same one."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.article import OUTSIDE_BODY
from newsnorm.document import Document
from newsnorm.records import Structure
from newsnorm.sections import find_structure

PROSE = (
    "The council met on Tuesday and put off its vote, since two of the members had been called away to the coast.",
    "“We had hoped for an answer this week,” said the mayor, who has led the talks since they were opened in spring.",
    "Prices have risen for the fourth month in a row, and the shops along the river say that customers stay away.",
    "Das Gericht hat die Klage am Montag abgewiesen, weil die Frist nach Ansicht der Kammer schon verstrichen war.",
    "Министр сообщил, что переговоры продолжатся на следующей неделе, а решение будет принято не раньше осени.",
)
SHORT = (
    "energy agreement",
    "Gas, Internet",
    "– A visit to the coast –",
    "‘No alternative’",
    "3. The inquiry",
    "What happens next?",
    "“None at all.”",
    "He won.",
    "With information from The Paper",
    "By Jane Doe",
    "Photo: Jane Doe/AFP",
    "• a list item",
    "Key figures:",
    "A title of an article about something",
)

# Articles as lists of paragraphs: prose mostly, and short lines of every kind.
ARTICLES = st.lists(st.sampled_from(PROSE + PROSE + SHORT), max_size=12)
# Any text at all, rich in line breaks.
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from((*PROSE, *SHORT, "", " ", "\t•", "\r"))).map("\n".join)
)


def structure_of(text: str) -> Structure:
    return find_structure(Document(text, "und"))


@given(TEXTS)
@example(" A title \r\n\r\n\ttext that follows\x0b")
def test_blocks_tile_the_text_in_order_without_overlap(text: str) -> None:
    """Between the blocks lies white space only."""
    blocks = structure_of(text).blocks
    for block in blocks:
        assert block.text
        assert text[block.start : block.end] == block.text == block.text.strip()
    for left, right in pairwise(blocks):
        assert left.end <= right.start
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(text)]
    assert not "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip()


@given(TEXTS)
def test_sections_concatenate_to_the_body(text: str) -> None:
    """The body's blocks are those of the sections, each heading before its paragraphs."""
    structure = structure_of(text)
    gathered = [
        block
        for section in structure.sections
        for block in ((section.heading,) if section.heading else ()) + section.paragraphs
    ]
    assert gathered == [block for block in structure.blocks if block.kind not in OUTSIDE_BODY]
    assert all(section.heading is None or section.heading.kind == "heading" for section in structure.sections)
    assert all(section.heading is not None for section in structure.sections[1:])


@given(TEXTS)
def test_splitting_never_changes_the_text(text: str) -> None:
    article = newsnorm.split_sections(text)
    assert article.text == article.raw == text


@given(ARTICLES)
def test_single_newlines_and_blank_lines_give_the_same_structure(lines: list[str]) -> None:
    def shape(separator: str) -> list[tuple[str, str]]:
        return [(block.kind, block.text) for block in structure_of(separator.join(lines)).blocks]

    assert shape("\n") == shape("\n\n") == shape("\n \n\n")


@given(ARTICLES, st.sampled_from(PROSE), st.sampled_from(PROSE), st.sampled_from(("\n", "\n\n")))
def test_a_paragraph_at_the_end_never_changes_which_earlier_lines_are_headings(
    lines: list[str], last: str, added: str, separator: str
) -> None:
    def headings(texts: list[str]) -> list[tuple[int, str]]:
        blocks = structure_of(separator.join(texts)).blocks
        return [(block.start, block.text) for block in blocks if block.kind == "heading"]

    assert headings([*lines, last]) == headings([*lines, last, added])


@pytest.mark.parametrize(
    ("sample", "title", "headings"),
    [
        (
            1,
            False,
            [
                "Mediation in the war between Russia and Ukraine",
                "‘Concern’ for Asia",
                "Support for Putin sought by the ICC",
            ],
        ),
        (3, True, ["A joint statement", "Gas, Internet", "‘Unlimited possibilities’"]),
        (4, False, []),
        (5, False, ["– ‘Unlimited possibilities’ –", "– US ‘undermining’ global security –", "– Japan PM in Kyiv –"]),
    ],
)
def test_the_samples_have_the_shape_a_reader_sees(
    shared_samples, sample: int, title: bool, headings: list[str]
) -> None:  # type: ignore[no-untyped-def]
    raw = (shared_samples / f"article_{sample}.txt").read_text(encoding="utf-8")
    for article in (newsnorm.split_sections(raw), newsnorm.normalize(raw)):
        assert [s.heading.text for s in article.sections if s.heading] == headings
        assert (article.title is not None) is title
        assert article.title is None or article.title == re.split("\n", article.text)[0]
