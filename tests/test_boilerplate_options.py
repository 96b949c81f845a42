"""Choosing what goes, learning a site's furniture, and putting furniture back."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm import FURNITURE_KINDS, Furniture, learn_furniture
from newsnorm.restoring import replay
from newsnorm.testing import articles

PROSE = "The ministers met in Geneva on Tuesday and agreed to meet again before the end of the month, aides said."
TEXT = f"{PROSE}\n\nShare this article\n\nRelated News\n\nOil prices rise again"
SOME_LINES = st.lists(st.sampled_from(["Our paper, every day", "Geneva talks", PROSE, "  Our paper,  every day ", ""]))
SITES = st.lists(SOME_LINES.map("\n".join), max_size=8)


def strip(text: str, **options: object) -> newsnorm.Article:
    return newsnorm.normalize(text, stages=("boilerplate",), **options)


def test_kept_kinds_stay() -> None:
    assert strip(TEXT, keep=["related"]).text == f"{PROSE}\n\nRelated News\n\nOil prices rise again"
    assert strip(TEXT, keep=FURNITURE_KINDS).text == TEXT


def test_only_dropped_kinds_go() -> None:
    assert strip(TEXT, drop=("related",)).text == f"{PROSE}\n\nShare this article"
    assert strip(TEXT, drop=()).text == TEXT


@pytest.mark.parametrize("name", ["keep", "drop"])
def test_an_unknown_kind_is_refused_with_the_valid_ones(name: str) -> None:
    with pytest.raises(ValueError, match=r"'shares' is not one of .*'share'"):
        newsnorm.Options(**{name: ("shares",)})
    with pytest.raises(TypeError, match="not str"):
        newsnorm.Options(**{name: "share"})


def test_a_line_that_no_file_can_hold_is_not_learned(tmp_path: Path) -> None:
    learned = learn_furniture(["Our paper, every day\nHalf a \ud83d smile", "Our paper, every day"] * 2)
    learned.save(tmp_path / "site.tsv", everything=True)
    assert Furniture.load(tmp_path / "site.tsv") == learned
    assert learned.lines == {"Our paper, every day"}


def test_every_kind_removed_is_a_kind_that_can_be_chosen() -> None:
    from newsnorm.phrases.table import TABLE, TABLE_WIDTH
    from newsnorm.tables import read_rows

    said = {row[0] for row in read_rows(TABLE, TABLE_WIDTH) if row[1] != "word"}
    assert said - {"comment-field"} <= set(FURNITURE_KINDS)
    assert list(FURNITURE_KINDS) == sorted(FURNITURE_KINDS)


@given(SITES, SITES)
def test_learning_parts_and_merging_is_learning_the_whole(left: list[str], right: list[str]) -> None:
    assert learn_furniture(left) | learn_furniture(right) == learn_furniture(left + right)
    assert learn_furniture(left) | learn_furniture(right) == learn_furniture(right) | learn_furniture(left)


@given(SITES)
def test_what_was_learned_goes_wherever_it_stands(texts: list[str]) -> None:
    furniture = learn_furniture(texts)
    for text in texts:
        left = {" ".join(line.split()) for line in strip(text, furniture=furniture).text.split("\n")}
        said = {" ".join(line.split()) for line in text.split("\n")} - {""}
        assert said <= furniture.lines or not left & furniture.lines


def test_a_learned_site_can_be_reviewed_saved_and_sent(tmp_path: Path) -> None:
    furniture = learn_furniture([f"{PROSE} {n}\nOur paper, every day\nPage {n // 2}" for n in range(5)])
    assert furniture.lines == {"Our paper, every day"}
    furniture.save(tmp_path / "site.tsv")
    assert (tmp_path / "site.tsv").read_text(encoding="utf-8") == "5\tOur paper, every day\n"
    assert Furniture.load(tmp_path / "site.tsv").lines == furniture.lines
    furniture.save(tmp_path / "all.tsv", everything=True)
    assert Furniture.load(tmp_path / "all.tsv") == pickle.loads(pickle.dumps(furniture)) == furniture
    article = strip(f"{PROSE}\nOur paper, every day", furniture=furniture)
    assert (article.text, article.removed[0].kind) == (PROSE, "recurring")


def test_a_site_s_own_lines_that_are_kept_hide_no_others() -> None:
    furniture = learn_furniture([f"{PROSE} {n}\nOur paper, every day" for n in range(5)])
    article = strip(f"{PROSE}\nOur paper, every day\nLeave a Reply", furniture=furniture, keep={"recurring"})
    assert article.text == f"{PROSE}\nOur paper, every day"


def test_a_file_that_is_no_furniture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.tsv").write_text("many\tOur paper\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'many' before 'Our paper' is not a number"):
        Furniture.load(tmp_path / "site.tsv")


@pytest.mark.parametrize("texts", ["one text", [b"bytes"]])
def test_learning_wants_texts(texts: list[str]) -> None:
    with pytest.raises(TypeError, match="str"):
        learn_furniture(texts)


@given(articles())
def test_restoring_everything_gives_the_input(text: str) -> None:
    article = strip(text)
    while article.removed:
        article = article.restore(article.removed[0])
    assert (article.text, article.steps, article.changes) == (text, (), ())


def place_of(chosen: newsnorm.Removed, article: newsnorm.Article, restored: newsnorm.Article) -> tuple[int, int]:
    """Return where in `restored` the lines stand that `article` is without.

    In the raw text, what was removed has all line breaks that were repaired as one, though only some went with it.
    """
    [gone] = {
        change.before
        for change in article.changes
        if (change.stage, *change[2:4]) == ("boilerplate", chosen.start, chosen.end)
    }
    first, last = restored.from_raw(chosen.start, chosen.end)
    [start] = {start for start in range(first, last - len(gone) + 1) if restored.text.startswith(gone, start)}
    return start, start + len(gone)


def test_lines_whose_break_was_repaired_with_the_next_are_put_back() -> None:
    form = "Kommentar schreiben\nIhre E-Mail-Adresse wird nicht veröffentlicht."
    article = newsnorm.normalize(f"{PROSE}\r\n{form}\r\n\r\n{PROSE}", language="en")
    assert article.text == f"{PROSE}\n\n{PROSE}"
    restored = article.restore(article.removed[0])
    assert restored.text == f"{PROSE}\n{form}\n\n{PROSE}"
    assert place_of(article.removed[0], article, restored) == (len(PROSE) + 1, len(PROSE) + 1 + len(form) + 1)


@given(articles(), st.data())
def test_restoring_one_puts_its_lines_back_and_leaves_the_rest_as_it_was(text: str, data: st.DataObject) -> None:
    article = newsnorm.normalize(text, language="en")
    if not article.removed:
        return
    chosen = data.draw(st.sampled_from(article.removed))
    restored = article.restore(chosen)
    start, end = place_of(chosen, article, restored)
    assert article.text == restored.text[:start] + restored.text[end:]
    assert restored.removed == tuple(removed for removed in article.removed if removed != chosen)
    again = replay(text, restored.steps)
    assert (again.text, again.changes) == (restored.text, restored.changes)
    for name in restored.names:
        assert (
            restored.text[name.start : name.end]
            == article.text[name.start - (end - start) * (name.start >= end) :][: name.end - name.start]
        )


def test_what_was_never_removed_cannot_be_restored() -> None:
    article = strip(TEXT)
    with pytest.raises(ValueError, match="nothing of kind 'share' was removed at"):
        article.restore(article.removed[0]._replace(start=1))
