"""What single lines are told to be, and what is seen of them."""

from __future__ import annotations

import pytest

import newsnorm
from newsnorm.sections.evidence import observe
from newsnorm.sections.kinds import find_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Jane Doe", "byline"),
        ("By John F. Kennedy", "byline"),
        ("By Jane Doe and John Roe, Staff Writers", "byline"),
        ("By Jane Doe?", None),  # a question
        ("By Jane Doe Smith.", None),  # a sentence
        (f"By Jane Doe and {'Mary Major, ' * 14}", None),  # too long for names
        (f"By {'x' * 300}", None),
        ("Bye, bye", None),  # no word of its own
        ("10:15 21.03.2023", "timestamp"),
        ("1 2 3 4 5 2023-03-21", "timestamp"),
        ("10 12 14 16 18 20:15 points", None),
    ],
)
def test_above_the_article_a_line_is_a_byline_or_a_date(line: str, kind: str | None) -> None:
    assert find_kind(line, in_head=True) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photography is dead", None),
        ("Photo:", None),  # of nothing
        ("(Reporting by Jane Doe; editing by John Roe)", "credit"),
        ("(Reporting by Jane Doe; editing by John Roe", None),  # never closed
        ("© The Daily Example", "credit"),
        ("A boat (Photo: Jane Doe)", "caption"),
        ("(Photo: AFP)", "credit"),
        ("A boat at sea (screenshot)", None),
        ("Something nice (handout / somewhere)", None),
    ],
)
def test_below_it_a_line_is_a_credit_or_a_caption(line: str, kind: str | None) -> None:
    assert find_kind(line) == kind


PARAGRAPH = "The council met on Tuesday and put off its vote, since two of the members had been called away. " * 2


@pytest.mark.parametrize(
    ("line", "above", "below", "seen", "unseen"),
    [
        ("(a thing in brackets)", "", "", "bracketed", "ends-bracket"),
        ("Energy (gas)", "", "", "ends-bracket", "counter"),
        ("Comments (5)", "", "", "counter", "ends-bracket"),
        ("Gas, Internet ...", "", "", "ends-open", "ends-stop"),
        ("123 45", "", "", "figures", "starts-lower"),
        ("- -", "", "", "words-2-5", "between-dashes"),
        ("- Energy -", "", "", "between-dashes", "ends-open"),
        ("Energy", "Three things:", "1. The first of them", "above-colon", "above-short"),
        ("Energy", f"{PARAGRAPH}:", "1. The first of them", "below-first", "above-colon"),
        ("Energy", f"{PARAGRAPH}:", PARAGRAPH, "below-prose", "above-colon"),
        ("Energy", PARAGRAPH, PARAGRAPH, "above-prose", "above-short"),
    ],
)
def test_what_is_seen_of_a_short_line(line: str, above: str, below: str, seen: str, unseen: str) -> None:
    found = observe(line, above=above, below=below)
    assert seen in found
    assert unseen not in found


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("MARINA del REY, Calif., March 21 (AP) – ", "MARINA del REY, Calif.", "March 21"),
        ("MOSCOW (AFP), Tuesday, March 21 – ", "MOSCOW", "Tuesday, March 21"),
        ("MOSCOW (AFP), Nosuchday, March 21 – ", "MOSCOW", None),
        (f"{' '.join(['PARIS'] * 12)} (AFP) – ", None, None),  # no dateline names so many
    ],
)
def test_what_a_dateline_says(opening: str, place: str | None, date: str | None) -> None:
    dateline = newsnorm.split_sections(f"{opening}The talks went on in the town.\n\n{PARAGRAPH}").dateline
    assert (dateline and dateline.place, dateline and dateline.date) == (place, date)
