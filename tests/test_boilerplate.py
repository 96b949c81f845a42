"""The laws of the boilerplate stage, and of its table of phrases."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.boilerplate.evidence import best_runs
from newsnorm.edits import Edit, apply_edits
from newsnorm.phrases import find_phrase, to_key
from newsnorm.phrases.table import TABLE, TABLE_WIDTH
from newsnorm.tables import read_rows
from newsnorm.testing import any_texts, articles

PROSE = "The ministers met in Geneva on Tuesday and agreed to meet again before the end of the month, aides said."


def strip(text: str) -> newsnorm.Article:
    return newsnorm.normalize(text, stages=("boilerplate",))


def is_subsequence(some: list[str], of: list[str]) -> bool:
    rest = iter(of)
    return all(line in rest for line in some)


@given(articles() | any_texts())
def test_the_lines_left_are_a_subsequence_of_the_lines_that_came(text: str) -> None:
    assert is_subsequence(strip(text).text.split("\n"), text.split("\n"))


@given(articles() | any_texts())
def test_removing_twice_removes_nothing_more(text: str) -> None:
    once = strip(text).text
    assert strip(once).text == once


@given(articles() | any_texts())
def test_putting_everything_back_gives_the_input(text: str) -> None:
    article = strip(text)
    for step in reversed(article.steps):
        text_then = text if step is article.steps[0] else None
        assert text_then is None or apply_edits(text_then, step.edits) == article.text or len(article.steps) > 1
    pieces, position = [], 0
    for removed in article.removed:
        kept = article.from_raw(position, removed.start) if position < removed.start else (0, 0)
        pieces += [article.text[kept[0] : kept[1]], removed.text]
        position = removed.end
    kept = article.from_raw(position, len(text)) if position < len(text) else (0, 0)
    assert "".join([*pieces, article.text[kept[0] : kept[1]]]) == text


@given(st.lists(st.sampled_from([-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, float("-inf")]), max_size=14))
def test_the_best_runs_are_disjoint_and_none_is_worse_than_a_part_of_it(weights: list[float]) -> None:
    runs = sorted(best_runs(weights))
    for start, end, total in runs:
        assert total == pytest.approx(sum(weights[start:end]))
        parts = [sum(weights[a:b]) for a in range(start, end) for b in range(a + 1, end + 1)]
        assert total >= max(parts) - 1e-9
    for (_, left_end, _), (right_start, _, _) in pairwise(runs):
        assert left_end <= right_start
    best = max((sum(weights[a:b]) for a in range(len(weights)) for b in range(a + 1, len(weights) + 1)), default=0.0)
    assert best <= 0 or max(total for *_, total in runs) == pytest.approx(best)


@given(st.lists(st.sampled_from(["Share", "Related News", "Name *", PROSE, "", "Read more: Oil", "– –"]), max_size=9))
def test_a_paragraph_without_evidence_is_never_removed(lines: list[str]) -> None:
    assert strip("\n".join(lines)).text.split("\n").count(PROSE) == lines.count(PROSE)


def test_phrases_are_sorted_unique_composed_and_sourced() -> None:
    rows = list(read_rows(TABLE, TABLE_WIDTH))
    assert len(rows) > 5000
    assert rows == sorted(rows)
    assert len({tuple(row[:4]) for row in rows}) == len(rows)
    for kind, match, language, phrase, source in rows:
        assert kind == kind.strip().lower()
        assert match in ("line", "label", "start", "word")
        assert 2 <= len(language) <= 3
        assert source
        assert unicodedata.is_normalized("NFC", phrase)
        assert match == "word" or to_key(phrase.partition("…")[0]), phrase
    text = files("newsnorm").joinpath("data", TABLE).read_text(encoding="utf-8")
    assert text.startswith("#")


def test_comment_forms_are_known_in_more_than_forty_languages() -> None:
    languages = {row[2] for row in read_rows(TABLE, TABLE_WIDTH) if row[0] == "comment-form" and row[1] == "line"}
    assert len(languages) >= 60


@pytest.mark.parametrize("phrase", [row[3] for row in read_rows(TABLE, TABLE_WIDTH) if row[1] == "line"][::97])
def test_a_phrase_alone_on_its_line_is_found(phrase: str) -> None:
    assert find_phrase(phrase.replace("…", "some words")) is not None or "…" in phrase


def test_a_feed_s_cut_is_a_warning_and_stays() -> None:
    text = f"{PROSE} The next round … [+2219 chars]"
    article = strip(text)
    assert article.text == text
    assert [(w.kind, text[w.start : w.end]) for w in article.warnings] == [("truncated-text", "… [+2219 chars]")]


def test_samples(shared_samples: object) -> None:
    from pathlib import Path

    assert isinstance(shared_samples, Path)
    said = {}
    for number in range(1, 6):
        raw = (shared_samples / f"article_{number}.txt").read_text(encoding="utf-8")
        gone = [line for removed in strip(raw).removed for line in removed.text.split("\n") if line.strip()]
        said[number] = gone
    assert said[1] == said[3] == said[4] == []
    assert [line.partition(" ")[0] for line in said[2]] == ["Related", "Leave", "Please", "Please"]
    assert [line.partition(" ")[0] for line in said[5]] == ["Follow"]


TEASER = "The Best {} In LindauA look at where to find the best of them in town, by our readers' votes of this summer."


def test_a_list_of_teasers_with_their_headlines_glued_to_them_goes() -> None:
    teasers = [TEASER.format(thing) for thing in ("Bakeries", "Beaches", "Bookshops")]
    article = strip("\n".join([PROSE, "Related News", *teasers]))
    assert article.text == PROSE
    assert {removed.kind for removed in article.removed} == {"related"}


def test_two_paragraphs_that_begin_with_a_name_in_two_capitals_stay() -> None:
    text = "\n".join([PROSE, *[TEASER.format(thing) for thing in ("Bakeries", "Beaches")], PROSE])
    assert strip(text).text == text


def test_edits_are_whole_lines() -> None:
    text = f"{PROSE}\n\nShare this article\n\nRelated News\n\nOil prices rise again\n"
    (step,) = strip(text).steps
    assert step.edits == (
        Edit(step.edits[0].start, step.edits[0].end, "", "share", step.edits[0].confidence),
        Edit(step.edits[1].start, step.edits[1].end, "", "related", step.edits[1].confidence),
    )
    assert strip(text).text == PROSE


def test_a_row_of_keywords_goes_with_its_label() -> None:
    said = "The harbour of Lindau will be closed for three weeks while divers repair the old sea wall, the mayor said."
    tags = "Tags\nharbour, Lindau harbour, sea wall, divers and their work"
    assert newsnorm.strip_boilerplate(f"{said}\n{said}\n{tags}") == f"{said}\n{said}"
    table = "Tags\nA shop sells them, red and blue, for dogs."
    assert newsnorm.strip_boilerplate(f"{said}\n{table}") == f"{said}\n{table}"
