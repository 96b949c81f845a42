"""What `newsnorm.spacing.marks` tells apart: a mark that lost its space, and one that never had any."""

from __future__ import annotations

import pytest

import newsnorm

# A bracket or a mark at "@" lacks a space there.
MENDED = [
    "The talks@(held in secret last week) went on.",
    "Prices rose@(2024) again in the town.",
    "The talks (held in May)@then came to an end.",
    "The report [1]@Then they left.",
    "The report [sic]@then they left.",
    "They waited…@Then they left the room.",
    "Did they leave?@Then they must have met.",
    "The report came in 2024.@Then they left.",
    "1.@Then they left the town.",
    "He said:@The talks began.",
    "The year was 2014:@The talks began.",
    "They met at the U.N.@Paris talks.",
    'He said "yes"@(and left the room).',
]
LEFT_ALONE = [
    "He called print(x=1) twice.",
    "The zqwrtx(held in secret last week) went on.",
    "The member(s) (held in May)s came.",
    "The word(s)then came.",
    "The talks ()then came.",
    "The talks (held -)then came.",
    "See example.org/page?Then they left.",
    "He ran foo.Bar(x) again.",
    "He ran foo.Bar_x again.",
    "Vitamin A:The talks began.",
    "He came to town .zip then he left.",
    "A tie of 2:1 was enough.",
    "It was 3.Oktober, and J.K.Rowling came.",
]


@pytest.mark.parametrize("text", MENDED)
def test_a_mark_gets_its_space_back(text: str) -> None:
    mended = text.replace("@", " ")
    assert newsnorm.repair_spacing(text.replace("@", ""), language="en") == mended
    assert newsnorm.repair_spacing(mended, language="en") == mended


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_mark_that_never_had_a_space_gets_none(text: str) -> None:
    assert newsnorm.repair_spacing(text, language="en") == text


@pytest.mark.parametrize(("text", "language"), [("Die Schüler:innen kamen.", "de"), ("Am 3.Oktober kamen sie.", "de")])
def test_other_languages_set_marks_within_words(text: str, language: str) -> None:
    assert newsnorm.repair_spacing(text, language=language) == text


def test_a_space_on_the_wrong_side_of_a_stop_moves() -> None:
    repair = newsnorm.repair_spacing
    assert repair("He came to town .Then he left.", language="en") == "He came to town. Then he left."
    assert repair("He came to town ,then he left.", language="en") == "He came to town, then he left."


def test_what_two_rules_want_is_done_once() -> None:
    """A quotation and a bracket may ask for the space between them both."""
    text = 'The mayor said "we wait"(and left the room).The talks went on.'
    mended = 'The mayor said "we wait" (and left the room). The talks went on.'
    article = newsnorm.normalize(text, stages=("spacing",), language="en")
    assert article.text == mended
    assert [(change.before, change.after) for change in article.changes] == [("", " ")] * 2
