"""The five real articles, through the library and through the command line, and our own through the whole of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import newsnorm
from newsnorm.cli import main

# What each article must hold afterwards, what must be gone, its title (None: none), its headings and what is removed.
WANTED: dict[int, dict[str, Any]] = {
    1: {
        "holds": [
            "Xi Jinping after meeting in Moscow",
            "the West and Kyiv are ready",
            "President Volodymyr Zelenskyy instead",
            "known as Power of Siberia 2",
        ],
        "title": False,
        "headings": [
            "Mediation in the war between Russia and Ukraine",
            "‘Concern’ for Asia",
            "Support for Putin sought by the ICC",
        ],
        "warnings": ["unclosed-quote"],
    },
    2: {
        "holds": [
            'entering a new era" declared',
            'on his part" declared',
            'in any way" White House',
            'mediator "impartial" between Moscow and Kyiv',
            "President Volodymyr Zelenskyy, for his part",
            "Zelenskyy announced that he",
            "known as Power of Siberia 2",
        ],
        "title": True,
        "headings": ["energy agreement", "Support for Putin, wanted by the ICC"],
        "removed": ["Related News", "Leave A Reply", "Please enter your comment!", "Please enter your name here"],
    },
    3: {
        "holds": [],
        "title": True,
        "headings": ["A joint statement", "Gas, Internet", "‘Unlimited possibilities’"],
        "changes": 0,
    },
    4: {
        "holds": ["speak with Zelenskyy.", "\nWith information from Derecha Diario"],
        "title": False,
        "headings": [],
    },
    5: {
        "holds": ["President Volodymyr Zelenskyy said Kyiv", "Zelenskyy confirmed on Tuesday", "– Japan PM in Kyiv –"],
        "headings": ["‘Unlimited possibilities’", "US ‘undermining’ global security", "Japan PM in Kyiv"],
        "removed": ["Follow the PNI Facebook page for the latest news and updates."],
    },
}


@pytest.fixture(scope="module", params=sorted(WANTED))
def sample(request: pytest.FixtureRequest, shared_samples: Path) -> tuple[int, Path, newsnorm.Article]:
    path = shared_samples / f"article_{request.param}.txt"
    return request.param, path, newsnorm.normalize(path.read_bytes().decode("utf-8"))


Sample = tuple[int, Path, newsnorm.Article]


def test_the_text_comes_out_as_wanted(sample: Sample) -> None:
    number, _, article = sample
    for phrase in WANTED[number]["holds"]:
        assert phrase in article.text
    assert not re.search(r"kyiv|Kiev|Zelenski\b|Zelensky\b|Volodimir|Force 2", article.text)
    assert article.language == "en"
    if "changes" in WANTED[number]:
        assert article.text == article.raw
        assert article.changes == ()


def test_exactly_the_furniture_is_removed(sample: Sample) -> None:
    number, _, article = sample
    removed = [line for piece in article.removed for line in piece.text.split("\n") if line.strip()]
    assert removed == WANTED[number].get("removed", [])


def test_the_structure_is_found(sample: Sample) -> None:
    number, _, article = sample
    wanted = WANTED[number]
    if "title" in wanted:
        assert (article.title is not None) is wanted["title"]
        if wanted["title"]:
            assert article.title == article.text.split("\n")[0]
    headings = [section.heading.text.strip("– ") for section in article.sections if section.heading]
    assert headings == wanted["headings"]
    if number == 4:
        credit = "With information from Derecha Diario"
        assert [block.text for block in article.blocks if block.kind == "credit"] == [credit]
        assert credit not in article.body
    if number == 5:
        assert article.dateline is not None
        assert article.dateline[:3] == ("Moscow", "March 21", ("AFP", "APP"))
        assert all(s.heading.text.startswith("– ") for s in article.sections if s.heading)


def test_warnings_stand_where_they_belong(sample: Sample) -> None:
    number, _, article = sample
    assert [warning.kind for warning in article.warnings] == WANTED[number].get("warnings", [])
    for warning in article.warnings:
        assert article.raw[warning.start] in '“‘"'


def test_the_text_is_a_fixed_point(sample: Sample) -> None:
    again = newsnorm.normalize(sample[2].text)
    assert again.text == sample[2].text
    assert again.changes == ()


def test_every_word_maps_to_raw_and_back(sample: Sample) -> None:
    """An untouched word is the same word in raw; a touched one lies within the raw span of a change."""
    article = sample[2]
    for word in re.finditer(r"\w+", article.text):
        start, end = article.to_raw(*word.span())
        back = article.from_raw(start, end)
        assert back[0] <= word.start() < word.end() <= back[1]
        if article.raw[start:end] != word.group():
            assert any(c.start <= start and end <= c.end for c in article.changes if c.stage == "names"), word


def test_every_change_names_its_rule(sample: Sample) -> None:
    article = sample[2]
    for change in article.changes:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", change.rule)
        assert change.stage in newsnorm.STAGE_NAMES
        assert change.before == article.raw[change.start : change.end]


def test_the_command_line_says_the_same(sample: Sample, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    _, path, article = sample
    assert main([str(path)]) == 0
    assert capfdbinary.readouterr().out.decode("utf-8") == article.text + "\n"
