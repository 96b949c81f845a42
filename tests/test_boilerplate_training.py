"""Training the model for whole pages, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from newsnorm.boilerplate import train
from newsnorm.boilerplate.mixing import Source, cut_page, make_teasers, make_thread, mix_sources
from newsnorm.boilerplate.model import parse_model

LINES = [
    f"The harbour of {town} will be closed for three weeks while divers repair the old sea wall, the mayor said."
    for town in ("Lindau", "Bregenz", "Konstanz", "Romanshorn")
]
MENU = [f"Entry number {number}" for number in range(40)]


def test_pages_are_mixed_with_articles_from_elsewhere_and_the_model_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, bodies = tmp_path / "pages.jsonl", tmp_path / "bodies.jsonl"
    rows = [{"text": "\n".join([*MENU, *lines, *MENU]), "body": "\n".join(lines)} for lines in (LINES, LINES[::-1])]
    pages.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    bodies.write_text(json.dumps({"lines": ["Another article stands here, of some length, and it ends."]}) + "\n")
    printed = []
    for _ in range(2):
        train.main([str(pages), "--bodies", str(bodies), "--mixed", "8", "--epochs", "1"])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert parse_model(line.split("\t") for line in printed[0].splitlines()).features


BODIES = [LINES, ["The ferry was late. Nobody knew why, and nobody asked.", "It left on Monday."]]


def test_a_mixed_page_keeps_the_lines_of_an_article_and_no_others() -> None:
    """Whatever is put in or left out: what is kept is an article's, in order, and what stands around it is not."""
    sources = [
        cut_page("\n".join([*MENU, f"  {lines[0]}", "Share", *lines[1:], *MENU]), "\n".join(lines)) for lines in BODIES
    ]
    pages = [source for source in sources if source is not None]
    assert [page.kept for page in pages] == [[True, False, True, True, True], [True, False, True]]
    mixed = list(mix_sources(pages, BODIES, 60, Random(5)))
    assert len(mixed) == 120
    for page in mixed:
        said = [line.strip() for line, kept in zip(page.middle, page.kept, strict=True) if kept]
        assert said in BODIES
        assert page.middle[0].startswith("  ")
    heads = [[line for line in page.head if line not in MENU] for page in mixed]
    feet = [[line for line in page.foot if line not in MENU] for page in mixed]
    assert 20 < sum(map(bool, heads)) < 55  # teasers
    assert 30 < sum(map(bool, feet)) < 75  # teasers and comments
    assert 20 < sum(len(page.head) < len(MENU) for page in mixed) < 60  # thinned


def test_pages_are_mixed_within_their_layout_and_without_other_articles_if_there_are_none() -> None:
    one, other = (Source(layout, [layout] * 40, ["An article."], [True], [layout] * 40) for layout in "ab")
    mixed = list(mix_sources([one, other], [[], [" "]], 9, Random(1)))
    assert [page.layout for page in mixed] == ["a"] * 9 + ["b"] * 9
    assert all({*page.head, *page.foot} == {page.layout} for page in mixed)
    assert all((page.middle, page.kept) == (["An article."], [True]) for page in mixed)


def test_teasers_are_cut_to_about_one_length_and_comments_stand_under_a_head() -> None:
    long = [f"{line} {line} {line}" for line in LINES]
    for seed in range(40):
        teasers = make_teasers([long], Random(seed))
        cut = [line for line in teasers if line.startswith(long[0][:80])]
        assert not cut or max(map(len, cut)) - min(map(len, cut)) == 0
        assert all(len(line) < 450 for line in teasers)
        thread = make_thread([LINES], Random(seed))
        assert len(thread) >= 4
        assert thread[0] not in LINES
