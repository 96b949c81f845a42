"""The learned model for whole pages: its laws, its table and its training."""

from __future__ import annotations

import json
import operator
from functools import reduce
from itertools import pairwise, product
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.boilerplate import page, train
from newsnorm.boilerplate.lines import read_lines
from newsnorm.boilerplate.model import (
    AFTER,
    ARTICLE,
    BEFORE,
    ISLAND,
    PARTS,
    STEPS,
    WEIGHTS,
    Model,
    add,
    article_odds,
    backward_scores,
    forward_scores,
    page_model,
    parse_model,
)
from newsnorm.boilerplate.page import above_ending, is_page
from newsnorm.document import Document
from newsnorm.tables import read_rows

ARTICLE_LINES = """\
The harbour of Lindau will be closed for three weeks while divers repair the old sea wall, the mayor said on Monday, \
adding that ferries would leave from the northern pier until then.
“We have waited too long already,” Anna Berg told reporters after a meeting of the council. “The wall has moved by a \
hand’s breadth since the storm, and nobody can say what the next one will do.”
Fishermen fear for the season, which begins in April. Their association has asked the state to pay for the weeks in \
which the boats can’t go out, and it expects an answer before the end of the month.
The repair will cost four million euros, more than twice what was planned. Half of the money comes from a fund that \
was set up after the flood of 2013 and has hardly been touched.""".split("\n")
MENU = "Home;News;Politics;Business;Sports;Opinion;Weather;Video;Subscribe;Log in;Newsletters;Search".split(";")
FOOT = (
    "Share on Facebook;Share on Twitter;Related Articles;Ferry runs aground off Lindau;Ten beaches for the autumn;"
    "Storm warning for the coast;Most Read;Council votes on new bridge;Leave a comment;Advertisement;About us;"
    "Contact us;Privacy Policy;Terms of Use;© 2021 The Daily Example. All rights reserved."
).split(";")
PAGE = "\n".join([*MENU, "", "Lindau closes its harbour", *ARTICLE_LINES, "", *FOOT])


def test_a_page_is_left_with_its_article_and_title() -> None:
    article = newsnorm.normalize(PAGE, stages=("boilerplate",))
    assert is_page(read_lines(Document(PAGE)))
    assert article.text.split("\n") == ["Lindau closes its harbour", *ARTICLE_LINES]
    assert {removed.kind for removed in article.removed} >= {"navigation", "share", "related", "copyright"}


def test_teasers_above_the_title_go_where_the_first_line_is_the_page_s_title() -> None:
    teaser = (
        "The council of Bregenz has put off its vote on the new bridge, which had divided the town for a whole year."
    )
    text = "\n".join(["Lindau closes its harbour | The Daily Example", *MENU, *[teaser] * 3, PAGE])
    article = newsnorm.normalize(text, stages=("boilerplate",))
    assert teaser not in article.text
    assert article.text.split("\n")[-len(ARTICLE_LINES) :] == ARTICLE_LINES


def test_the_article_is_not_lost_for_a_line_that_the_model_takes_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the model would keep next to nothing of the text, only what gives itself away goes."""
    notice = "By going on you agree to what we do with it."
    text = f"{notice}\n{PAGE}"
    monkeypatch.setattr(page, "article_odds", lambda model, features: [1.0] + [0.0] * (len(features) - 1))
    article = newsnorm.normalize(text, stages=("boilerplate",))
    assert [line for line in article.text.split("\n") if line in ARTICLE_LINES] == ARTICLE_LINES
    assert "Share on Facebook" not in article.text


@given(
    st.lists(st.floats(-9, 9), min_size=8, max_size=8),
    st.lists(st.tuples(*[st.floats(-50, 50)] * 3), min_size=1, max_size=6),
)
def test_wherever_a_page_is_cut_its_ways_add_up_to_the_same(
    steps: list[float], scores: list[tuple[float, float, float]]
) -> None:
    """Σ forward · backward over the parts, at each line = the weight of all ways."""
    forward, backward = forward_scores(steps, scores), backward_scores(steps, scores)
    whole = reduce(add, (forward[-1][ARTICLE], forward[-1][AFTER]))
    for ahead, behind in zip(forward, backward, strict=True):
        assert reduce(add, map(operator.add, ahead, behind)) == pytest.approx(whole)


@pytest.mark.parametrize("a", [-300.0, -40.5, -1.0, 0.0, 39.5, 300.0])
@pytest.mark.parametrize("b", [-301.0, -41.0, -1.0, 0.5, 300.0])
def test_logs_are_added_as_what_they_are_logs_of(a: float, b: float) -> None:
    assert add(a, b) == pytest.approx(log(exp(a) + exp(b)), rel=1e-14, abs=1e-14)


@pytest.mark.parametrize(
    ("lines", "page_like"),
    [
        (["Home", "Share", "Log in"] * 2 + ["x"] * 14, True),
        (["Home", "Share", "Log in"] * 2 + ["x"] * 13, False),  # 19 lines
        (["Home", "Share", "Log in", "Home", "Home"] + ["x"] * 15, True),
        (["Home", "Share", "Log in", "Home"] + ["x"] * 16, False),  # four that furniture is known by
        (["Home", "Share"] * 9 + ["Home"] + ["x"] * 14, False),  # of two kinds
        (["Home", "Share"] * 10 + ["x"] * 14, True),  # but so many
        (["Home", "News"] * 20 + ["x"] * 14, False),  # of one kind
        (["Home", "Share", "Log in"] * 2 + ["x"] * 4 + ["x" * 200] * 10, True),
        (["Home", "Share", "Log in"] * 2 + ["x"] * 4 + ["x" * 200] * 11, False),  # most lines are long
        (["x"] * 5 + ["Home", "Share", "Log in"] * 5, True),
        (["x"] * 6 + ["Home", "Share", "Log in"] * 4 + ["x"] * 2, False),  # a list with a footer
        (["x", "It is. ", "Home", "Share", "Log in"] * 4, True),
        (["Home", "Share"] + ["x"] * 6 + ["Home", "Share", "Log in"] * 9, False),  # few lines, and no menu on top
        (["Home", "Share"] + ["x"] * 6 + ["Home", "Share", "Log in"] * 10, True),
        (["x", "It is. ", "It was.", "Share", "Log in", "Home"] * 4, False),  # an article with boxes
    ],
)
def test_a_page_has_many_lines_most_of_them_short_and_furniture_of_three_kinds(
    lines: list[str], page_like: bool
) -> None:
    assert is_page(read_lines(Document("\n".join(lines)))) == page_like


@pytest.mark.parametrize("line", ["the gulls are late", "1 Anna Berg 30:15", "Rovers 14 4 48", "Anna Berg, 31, cook"])
def test_a_list_with_a_footer_below_it_is_no_page_that_it_is_lost_from(line: str) -> None:
    lines = [line] * 12
    footer = ["Share on Facebook", "Leave a comment", "Name *", "Email *", "Post Comment", "About us", "Privacy Policy"]
    assert (
        newsnorm.normalize("\n".join(["The harbour", *lines, *footer]), language="en").text.split("\n")[1:13] == lines
    )


def test_a_page_keeps_enough_of_its_text() -> None:
    lines = read_lines(Document(PAGE))
    prose = [position for position, line in enumerate(lines) if line.text in ARTICLE_LINES]
    assert page.keeps_enough(lines, prose)
    assert page.keeps_enough(lines, prose[:1])
    assert not page.keeps_enough(lines, [0, 1])


THREAD = "Anna;Today at 9:05;They never say what they agreed on, and nobody asks them twice.;12 likes".split(";") * 12


def test_what_readers_say_is_not_the_article_however_long_it_is() -> None:
    """Nor is it lost to a link to the comments above it, or to a table of short lines after such a link."""
    text = [*MENU, "Lindau closes its harbour", *ARTICLE_LINES]
    lines = read_lines(Document("\n".join([*text, "All comments", *THREAD, *FOOT])))
    start = len(MENU) + 1
    end = start + len(ARTICLE_LINES)
    article = list(range(start, end))
    assert above_ending(lines, [*article, *range(end + 3, end + 40)]) == article
    linked = read_lines(Document("\n".join([*MENU, "All comments", *ARTICLE_LINES, *THREAD])))
    assert above_ending(linked, article) == article
    assert above_ending(linked, [0, *article]) == [0, *article]


def test_what_ends_an_article_is_told_only_where_it_is_certain() -> None:
    text = [*MENU, "Lindau closes its harbour", *ARTICLE_LINES]
    lines = read_lines(Document("\n".join([*text, "Comments", *THREAD])))
    start = len(MENU) + 1
    kept = [*range(start, len(lines))]
    assert above_ending(lines, kept) == kept


@given(lines=st.lists(st.sampled_from([*ARTICLE_LINES, *FOOT, *THREAD]), min_size=1, max_size=30), data=st.data())
def test_an_ending_takes_no_more_than_the_end(lines: list[str], data: st.DataObject) -> None:
    """above_ending(lines, kept) keeps the beginning of kept."""
    read = read_lines(Document("\n".join(lines)))
    kept = sorted(data.draw(st.sets(st.sampled_from(range(len(read))), min_size=1)))
    left = above_ending(read, kept)
    assert left
    assert left == kept[: len(left)]


def test_a_page_is_known_by_a_long_menu_on_top() -> None:
    menu = [f"Rubrik {letter}{other}" for letter in "abcdefg" for other in "uvwxyz"]
    assert is_page(read_lines(Document("\n".join([*menu, *ARTICLE_LINES]))))
    assert not is_page(read_lines(Document("\n".join([*menu[:30], *ARTICLE_LINES]))))
    assert not is_page(read_lines(Document("\n".join([*ARTICLE_LINES, *menu]))))
    assert not is_page(read_lines(Document("\n".join(menu))))


def test_where_the_model_finds_no_article_menus_and_listings_go_all_the_same() -> None:
    cut = [f"{line[:90]}..." for line in ARTICLE_LINES[:3]]
    lines = read_lines(Document("\n".join([*MENU, ARTICLE_LINES[3], "1 Lindau 5:3", "2 Bregenz 4:3", *cut])))
    gone = {lines[found.position].text for found in page.find_plain_furniture(lines)}
    assert gone == {*MENU, *cut}


def test_an_article_is_no_page() -> None:
    assert not is_page(read_lines(Document("\n".join(ARTICLE_LINES * 9))))
    assert not is_page(read_lines(Document("\n".join(["Monday", "Tuesday", "Wednesday"] * 20))))


def test_weights_are_sorted_and_complete() -> None:
    rows = list(read_rows(WEIGHTS, 4))
    assert rows == sorted(rows)
    assert len({row[0] for row in rows}) == len(rows) > 300
    assert {f"step {PARTS[a]} {PARTS[b]}" for a, b in STEPS} <= {row[0] for row in rows}


# Which of a feature's three weights is whose; the article has none.
WEIGHT_OF = {BEFORE: 0, ISLAND: 1, AFTER: 2}
FEATURES = st.lists(st.lists(st.sampled_from(["a", "b", "c", "unknown"]), max_size=3), min_size=1, max_size=5)
FIGURES = st.floats(-3, 3)
MODELS = st.builds(
    Model,
    st.fixed_dictionaries({name: st.tuples(FIGURES, FIGURES, FIGURES) for name in "abc"}),
    st.tuples(*[FIGURES] * len(STEPS)),
)


@given(MODELS, FEATURES)
def test_odds_are_the_sum_over_all_ways_to_read_the_page(model: Model, features: list[list[str]]) -> None:
    """The forward-backward algorithm agrees with trying every sequence of parts."""
    steps = dict(zip(STEPS, model.steps, strict=True))
    ways: dict[tuple[int, ...], float] = {}
    for way in product(range(4), repeat=len(features)):
        if way[0] not in (BEFORE, ARTICLE) or way[-1] not in (ARTICLE, AFTER):
            continue
        if any(step not in steps for step in pairwise(way)):
            continue
        score = sum(steps[step] for step in pairwise(way))
        for part, names in zip(way, features, strict=True):
            if part != ARTICLE:
                score += sum(model.features[name][WEIGHT_OF[part]] for name in names if name != "unknown")
        ways[way] = exp(score)
    whole = sum(ways.values())
    want = [sum(weight for way, weight in ways.items() if way[i] == ARTICLE) / whole for i in range(len(features))]
    assert article_odds(model, features) == pytest.approx(want, abs=1e-6)


def test_training_is_deterministic_and_learns_the_page(tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    rows = [
        {"text": PAGE.replace("Lindau", name), "body": "\n".join(ARTICLE_LINES).replace("Lindau", name)}
        for name in "ABC"
    ]
    pages.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for name in ("one.tsv", "two.tsv"):
        train.main([str(pages), "-o", str(tmp_path / name), "--mixed", "1"])
    assert (tmp_path / "one.tsv").read_bytes() == (tmp_path / "two.tsv").read_bytes()
    model = parse_model(line.split("\t") for line in (tmp_path / "one.tsv").read_text(encoding="utf-8").splitlines())
    learned = train.read_page(rows[0]["text"], rows[0]["body"])
    assert learned is not None
    odds = article_odds(model, learned.features)
    assert [likely > 0.5 for likely in odds] == [part == ARTICLE for part in learned.parts]


def test_a_page_without_its_article_teaches_nothing() -> None:
    assert train.read_page(PAGE, "Something else altogether was printed there.") is None


def test_the_package_s_model_knows_every_part() -> None:
    model = page_model()
    assert len(model.steps) == len(STEPS)
    assert all(len(weights) == 3 for weights in model.features.values())
