"""The laws of `newsnorm.sections`: a structure is a view, and the same text always has the same one."""

from __future__ import annotations

import json
import re
import textwrap
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from time import process_time
from timeit import timeit
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.document import Document
from newsnorm.records import OUTSIDE_BODY, Structure
from newsnorm.sections import find_structure, layout
from newsnorm.sections.kinds import strip_bullet
from newsnorm.sections.render import escape_markdown, render_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

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
@example(["A title of an article about something", SHORT[0], "With information from The Paper", SHORT[0]])
def test_single_newlines_and_blank_lines_give_the_same_structure(lines: list[str]) -> None:
    """But where single newlines make lines look wrapped: two go on in lower case, below lines of about one length."""

    def shape(separator: str) -> list[tuple[str, str]]:
        return [(block.kind, block.text) for block in structure_of(separator.join(lines)).blocks]

    assert shape("\n\n") == shape("\n \n\n")
    assert shape("\n") == shape("\n\n") or layout._find_width(Document("\n".join(lines)).lines)


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
        (2, True, ["energy agreement", "Support for Putin, wanted by the ICC"]),
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


@given(TEXTS)
def test_markdown_gives_the_structure_back(text: str) -> None:
    """What a Markdown reader sees as headings, list items and paragraphs is what the structure says."""
    article = newsnorm.split_sections(text)
    shown = [part for part in re.split(r"\n\n+|\n(?=- )", article.to_markdown()) if part]
    titles = [block for block in article.blocks if block.kind == "title"]
    blocks = [block for block in article.blocks if block not in titles[1:]]
    headings = [block for block in blocks if block.kind in ("title", "heading")]
    assert sum(re.match("#{1,6} ", part) is not None for part in shown) == len(headings)
    assert sum(part.startswith("- ") for part in shown) == sum(block.kind == "list-item" for block in blocks)
    for block in blocks:
        if block.kind == "paragraph":
            unescaped = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape_markdown(block.text))
            assert unescaped.split() == block.text.split()


@given(st.text("#*_-+=>|1.) \n<&amp;[]`~\\a", max_size=30))
@example("# no heading")
@example("1. no item\n- nor this\n=== nor a rule")
@example("&amp; <b>*plain*</b>")
def test_escaped_text_has_no_markup(text: str) -> None:
    """With backslash escapes set aside, no line opens a heading, list, quote or rule, and no span is marked."""
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "·", escape_markdown(text))
    assert not re.search(r"[`*_\[\]<>~|]|&#?\w+;", bare)
    for line in bare.split("\n"):
        assert not re.match(r"\s*(?:[#+=-]|\d+[.)](?:\s|$))", line)


@given(TEXTS)
def test_html_is_well_formed_and_says_all_the_text(text: str) -> None:
    article = newsnorm.split_sections(text)
    rendered = article.to_html()
    parser = Reader()
    parser.feed(rendered)
    parser.close()
    assert parser.open == []
    repeated = [block for block in article.blocks if block.kind == "title"][1:]
    said = {"title": lambda _: article.title or "", "list-item": strip_bullet}
    shown = [said.get(block.kind, str)(block.text) for block in article.blocks if block not in repeated]
    assert "".join("".join(parser.said).split()) == "".join("".join(shown).split())


class Reader(HTMLParser):
    """Reads HTML, and minds that every element is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_a_title_said_twice_is_one_title() -> None:
    lines = [
        "Two towns build a bridge | The Daily Paper",
        "By Jane Doe",
        "TWO TOWNS BUILD A BRIDGE",
        PROSE[0],
        PROSE[1],
        PROSE[0],
    ]
    article = newsnorm.split_sections("\n".join(lines))
    assert (article.title, article.site) == ("Two towns build a bridge", "The Daily Paper")
    assert [block.kind for block in article.blocks] == ["title", "byline", "title", *["paragraph"] * 3]
    assert [article.text[b.start : b.end] for b in article.structure.repeats] == [lines[2], lines[5]]
    assert article.body == "\n\n".join(lines[3:])
    assert article.to_markdown().count("bridge") == 1


def test_numbers_tell_how_deep_a_heading_stands() -> None:
    lines = [PROSE[0], "1. The inquiry", PROSE[1], "1.1 What it found", PROSE[2], "2. The answer", PROSE[0]]
    sections = newsnorm.split_sections("\n\n".join(lines)).sections
    assert [(section.level, section.heading.text if section.heading else None) for section in sections] == [
        (0, None),
        (1, "1. The inquiry"),
        (2, "1.1 What it found"),
        (1, "2. The answer"),
    ]


def test_news_without_headings_gets_none_but_its_title(shared_cases: Path) -> None:
    """At most one heading is invented in 1,000 paragraphs of clean news, where nothing is one but the title line."""
    lines = (shared_cases / "clean_news.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    assert len(rows) > 2_000
    blocks = [block for row in rows for block in structure_of(row["text"]).blocks]
    assert 1_000 * sum(block.kind == "heading" for block in blocks) <= len(blocks)


HOSTILE = {
    "wrapped lines": "the committee met again for a third time in spring and\n",
    "headings": f"A short line\n\n{PROSE[0]}\n\n",
    "orphan bullets": "•\n",
    "separators of sites": " | a",
    "numbers": "1.1.1 A\n",
    "brackets": "(a",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_in_step_with_length(piece: str) -> None:
    """Eight times the text takes about eight times as long: far less than the 64 of a quadratic step."""

    def seconds(count: int) -> float:
        document = Document("A title of it all\n\n" + piece * count, "en")
        return min(timed(lambda: render_markdown(find_structure(document))) for _ in range(3))

    assert seconds(8_000) < 24 * seconds(1_000) + 0.02


def timed(work: Callable[[], object]) -> float:
    return timeit(work, timer=process_time, number=1)


def test_sample_4_ends_in_a_credit_that_is_in_the_text_and_not_in_the_body(shared_samples: Path) -> None:
    raw = (shared_samples / "article_4.txt").read_text(encoding="utf-8")
    for article in (newsnorm.split_sections(raw), newsnorm.normalize(raw)):
        last = article.blocks[-1]
        assert (last.kind, last.text) == ("credit", "With information from Derecha Diario")
        assert article.text.endswith(last.text)
        assert last.text not in article.body


def test_sample_5_opens_with_a_dateline(shared_samples: Path) -> None:
    raw = (shared_samples / "article_5.txt").read_text(encoding="utf-8")
    for article in (newsnorm.split_sections(raw), newsnorm.normalize(raw)):
        assert article.dateline is not None
        assert article.dateline[:4] == ("Moscow", "March 21", ("AFP", "APP"), 0)
        assert article.text[: article.dateline.end] == "Moscow, March 21 (AFP/APP):"


@given(st.lists(st.sampled_from(PROSE[:3]), min_size=4, max_size=8), st.integers(38, 60), st.booleans())
def test_lines_wrapped_at_a_width_are_one_paragraph(paragraphs: list[str], width: int, apart: bool) -> None:
    """Unwrapping by a view gives back the words of each paragraph, where blank lines stand between paragraphs."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in paragraphs)
    blocks = structure_of("A title of it all\n\n" + wrapped if apart else wrapped).blocks
    said = [" ".join(block.text.split()) for block in blocks if block.kind == "paragraph"]
    assert said == paragraphs


def test_a_bullet_alone_on_its_line_belongs_to_the_next() -> None:
    text = f"{PROSE[0]}\n\n•\n\nfirst point\n\n•\n\nsecond point\n\n{PROSE[1]}"
    items = [block for block in structure_of(text).blocks if block.kind == "list-item"]
    assert [block.text.split() for block in items] == [["•", "first", "point"], ["•", "second", "point"]]


KINDS = {
    "byline": [
        "By Jane Doe",
        "BY JANE DOE AND JOHN ROE",
        "By Jane Doe, Staff Writer",
        "Von Erika Muster",
        "By Reuters",
    ],
    "timestamp": ["Updated: 21 March 2023, 10:15 GMT", "Nov. 19, 2019 at 9:45 am", "Stand: 21.03.2023, 10:15 Uhr"],
    "credit": ["(Reporting by Jane Doe; Editing by John Roe)", "© Reuters", "Fuente: El Heraldo", "AFP"],
    "caption": [
        "Photo: Jane Doe/AFP",
        "The mayor on Tuesday. (Photo by Jane Doe/Getty Images)",
        "Фото: Вестник долины",
    ],
    "list-item": ["• a point", "▪ a point"],
}
PLAIN = [
    "By the numbers",
    "By Friday, all had left.",
    "Updated rules",
    "Source of the Nile",
    "Photo albums",
    "May 2021 was wet.",
]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in KINDS.items() for line in lines])
def test_kinds_are_told_by_how_a_line_opens_and_goes_on(kind: str, line: str) -> None:
    blocks = structure_of("\n\n".join(["Two towns build a bridge", line, *PROSE[:2]])).blocks
    assert [block.kind for block in blocks] == ["title", kind, "paragraph", "paragraph"]


@pytest.mark.parametrize("line", PLAIN)
def test_a_line_that_only_opens_like_a_kind_is_of_no_kind(line: str) -> None:
    blocks = structure_of("\n\n".join(["Two towns build a bridge", PROSE[0], line, PROSE[1]])).blocks
    assert blocks[2].kind in ("paragraph", "heading")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("@pressdesk ‹The palace reopens› gala night", None),
        ("This walk was paid for by its host and all views are mine #walks", None),
        ("#MeToo in the newsroom: a year on", "#MeToo in the newsroom: a year on"),
        ("Harbour's #1 pilot retires", "Harbour's #1 pilot retires"),
    ],
)
def test_somebodys_post_is_no_title(line: str, title: str | None) -> None:
    prose = "The harbour was closed to all ships on Monday night, and the pilots waited for the wind to turn."
    assert newsnorm.split_sections(f"{line}\n\n{prose}\n\n{prose} It did not.").title == title
