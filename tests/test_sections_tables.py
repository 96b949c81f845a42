"""The tables of the structure stage, as people review them."""

from __future__ import annotations

import unicodedata

import pytest

from newsnorm.sections.evidence import FEATURES
from newsnorm.sections.headings import SECOND_LOOK
from newsnorm.sections.kinds import NARROW
from newsnorm.sections.words import line_leads
from newsnorm.tables import read_rows

TABLES = (
    "section-agencies.tsv",
    "section-calendar.tsv",
    "section-leads.tsv",
    "section-places.tsv",
    "section-words.tsv",
)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_unique_and_composed(name: str) -> None:
    rows = list(read_rows(name, 3))
    assert rows
    assert rows == sorted(rows)
    assert len(rows) == len(set(map(tuple, rows)))
    for row in rows:
        assert all(field == unicodedata.normalize("NFC", field).strip() != "" for field in row), row


@pytest.mark.parametrize(("name", "separator"), [("section-calendar.tsv", " "), ("section-places.tsv", "|")])
def test_words_of_a_row_are_sorted_and_unique(name: str, separator: str) -> None:
    for _, key, words in read_rows(name, 3):
        listed = words.split(separator)
        assert listed == sorted(set(listed)), key


def test_words_of_dates_are_of_one_script_in_each_language() -> None:
    for language, _, words in read_rows("section-calendar.tsv", 3):
        letters = {character for character in words if unicodedata.category(character) in {"Ll", "Lo"}}
        assert len({unicodedata.name(letter).split()[0] for letter in letters}) == 1, language


def test_leads_are_in_lower_case_and_of_a_known_kind() -> None:
    for kind, _, lead in read_rows("section-leads.tsv", 3):
        assert lead == lead.lower() == lead.translate(NARROW)
        assert kind in {"byline", "caption", "credit", "stamp"}
    assert sum(map(len, line_leads().values())) == len(list(read_rows("section-leads.tsv", 3)))


def test_every_piece_of_evidence_has_one_weight_near_its_prior() -> None:
    rows = list(read_rows("heading-weights.tsv", 4))
    assert [row[0] for row in rows] == [*FEATURES, *SECOND_LOOK]
    for name, prior, weight, headings in rows:
        assert abs(float(weight) - float(prior)) < 2.5, name
        assert int(headings) >= 0
