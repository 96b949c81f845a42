"""Listings of a page: teasers, threads of comments, menus and rows of labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.boilerplate.features import line_features
from newsnorm.boilerplate.lines import ReadLine, read_lines
from newsnorm.boilerplate.listings import (
    find_cut_teasers,
    find_glued_teasers,
    find_listed,
    find_menus,
    find_repeated,
    find_thread,
)
from newsnorm.boilerplate.model import LISTED
from newsnorm.document import Document

PARAGRAPH = (
    "The harbour of Lindau will be closed for three weeks while divers repair the old sea wall, the mayor said on "
    "Monday, adding that ferries would leave from the northern pier until then."
)
GLUED = "Council Votes On A New Bridge For LindauThe bridge will cost more than was planned, members said."
CUT = "Council votes on a new bridge that will cost more than was planned, members of all parties..."
COMMENT = ["Anna", "May 3, 2019 at 9:05", "They never say what they agreed on, and nobody asks them twice."]
MENU = "Home;News;Politics;Business;Sports;Opinion;Weather;Video;Subscribe;Log in;Newsletters;Search".split(";")


def lines_of(*texts: str) -> list[ReadLine]:
    return read_lines(Document("\n".join(texts)))


def test_three_glued_teasers_in_a_row_are_a_list() -> None:
    assert find_glued_teasers(lines_of(PARAGRAPH, GLUED, GLUED, GLUED, PARAGRAPH)) == {1, 2, 3}
    assert find_glued_teasers(lines_of(GLUED, GLUED, PARAGRAPH, GLUED)) == set()


@pytest.mark.parametrize(
    ("headline", "glued"),
    [
        ("Council To Mail Applications To 250,000The state will send them out on Monday, members said.", True),
        ("Council Buys Nine New Screens At 60Hz And Two Faster Ones For The Main Hall", False),
        ("Council Buys A 256GB Card For Each Of Its Nine Cameras On The Old Sea Wall", False),
    ],
)
def test_a_headline_may_end_in_a_figure_and_a_figure_has_its_unit(headline: str, glued: bool) -> None:
    assert bool(find_glued_teasers(lines_of(headline, headline, headline))) == glued


def test_teasers_cut_off_at_one_length_are_a_list_with_their_titles_between_them() -> None:
    listed = ["A new bridge", CUT, "A new pier", CUT.replace("bridge", "pier"), "A new wall", CUT[:70] + "…"]
    assert find_cut_teasers(lines_of(PARAGRAPH, *listed)) == {2, 4, 6}
    assert find_cut_teasers(lines_of(PARAGRAPH, *listed[:4])) == set()


def test_a_paragraph_that_trails_off_is_no_teaser() -> None:
    """Nor are three of them, if another stands between them or they are of all lengths."""
    assert find_cut_teasers(lines_of(CUT, PARAGRAPH, CUT, PARAGRAPH, CUT)) == set()
    assert find_cut_teasers(lines_of(f"{PARAGRAPH[:50]}...", f"{PARAGRAPH}..", f"{PARAGRAPH[:50]}...")) == set()


def test_a_thread_goes_from_its_heading_to_its_last_date() -> None:
    lines = lines_of(PARAGRAPH, "Comments", *COMMENT, *COMMENT, *COMMENT, "Read by many", PARAGRAPH)
    assert list(find_thread(lines)) == [2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize(
    "texts",
    [
        [PARAGRAPH, "Comments", PARAGRAPH, *COMMENT],  # one comment, or none, is no thread
        [
            PARAGRAPH,
            "Comments",
            "May 3, 2019",
            *[PARAGRAPH] * 7,
            "Launched:",
            "1/2/2004",
        ],  # nor is an article with two dates
        ["Comments", *COMMENT, *COMMENT, *COMMENT],  # a title
        [PARAGRAPH, "Comments", *[PARAGRAPH] * 7, *COMMENT, *COMMENT, *COMMENT],  # a link on top
        [PARAGRAPH, "What happened", *COMMENT, *COMMENT, *COMMENT],
        [PARAGRAPH, "Comments", "It began on May 3, 2019.", "It ended on May 9, 2019.", "All was well in 2020."],
    ],
)
def test_what_is_no_thread(texts: list[str]) -> None:
    assert not find_thread(lines_of(*texts))


BOX = ["Most Popular", "Harbour closed for the winter", "The storm in pictures"]


def test_a_box_that_is_printed_again_and_again_is_found_wherever_it_stands() -> None:
    lines = lines_of(*BOX, PARAGRAPH, *BOX, "They left.", *BOX, "Harbour closed for the winter")
    assert sorted(find_repeated(lines)) == [0, 1, 2, 4, 5, 6, 8, 9, 10]


@pytest.mark.parametrize(
    "texts",
    [
        [*BOX, PARAGRAPH, *BOX, PARAGRAPH],  # twice may be a menu for each screen
        [*BOX[:2], PARAGRAPH, *BOX[:2], PARAGRAPH, *BOX[:2], PARAGRAPH],
        [BOX[0], PARAGRAPH, BOX[1]] * 3,  # what is printed with it may be the article's
    ],
)
def test_what_is_no_box(texts: list[str]) -> None:
    assert not find_repeated(lines_of(*texts))


def test_an_article_around_such_boxes_is_found_in_one_piece() -> None:
    said = [f"{PARAGRAPH} It was the {number}th time, they said." for number in range(4, 12)]
    article = [line for at, paragraph in enumerate(said) for line in (paragraph, *BOX)[: 4 if at % 2 else 1]]
    page = [*MENU, "Log in", "Subscribe", *article, "Most read", "Share", *MENU, "Privacy Policy"]
    body = newsnorm.normalize("\n".join(page)).body
    assert all(paragraph in body for paragraph in said)
    assert BOX[0] not in body


def test_a_row_of_labels_may_head_a_thread() -> None:
    lines = lines_of(PARAGRAPH, "Comments Leave a Reply", *COMMENT, *COMMENT, *COMMENT, PARAGRAPH)
    assert list(find_thread(lines)) == [2, 3, 4, 5, 6, 7, 8, 9]


def test_a_link_to_the_comments_on_top_hides_no_thread() -> None:
    lines = lines_of("Talks failed", "Comments", *[PARAGRAPH] * 8, "Comments", *COMMENT, *COMMENT, *COMMENT)
    assert list(find_thread(lines)) == [11, 12, 13, 14, 15, 16, 17, 18]


@pytest.mark.parametrize("row", [["Comments", "Tweet"], ["Tweet", "Comments"]])
def test_a_button_heads_no_thread(row: list[str]) -> None:
    assert not find_thread(lines_of(PARAGRAPH, *row, *COMMENT, *COMMENT, *COMMENT, PARAGRAPH))


def test_a_menu_ends_before_a_title() -> None:
    title = "Lindau closes its old harbour"
    assert find_menus(lines_of(*MENU, title, PARAGRAPH, *MENU[:8], PARAGRAPH)) == list(range(len(MENU)))


@pytest.mark.parametrize(
    "text",
    [
        "{n} of them",
        "They met here {n}.",
        "{n}{n}{n}{n} · 1",
        "What became of the {n} old walls of the harbour",
    ],
)
def test_other_lists_are_no_menus(text: str) -> None:
    assert find_menus(lines_of(*[text.format(n=number) for number in range(20)])) == []


@given(
    texts=st.lists(
        st.sampled_from(
            [PARAGRAPH, GLUED, CUT, *COMMENT, *MENU, "Comments", "Leave a Reply", f"{CUT[:60]}…", "1 of 3"]
        ),
        min_size=1,
        max_size=30,
    )
)
def test_listed_lines_say_nothing_of_themselves_and_are_barred_from_the_article(texts: list[str]) -> None:
    """find_listed(lines) has only lines without a phrase, and just these have the feature that bars them."""
    lines = lines_of(*texts)
    listed = find_listed(lines)
    assert all(lines[position].hint is None for position in listed)
    features = line_features(lines, [0] * len(lines))
    assert {position for position, names in enumerate(features) if LISTED in names} == set(listed)
    assert set(find_menus(lines)) <= {i for i, line in enumerate(lines) if line.shape in ("label", "title")}


def test_a_row_of_labels_reads_like_a_label() -> None:
    features = line_features(lines_of(PARAGRAPH, "Terms of Service Privacy Notice", PARAGRAPH), [0, 0, 0])
    assert "says navigation False" in features[1]
    assert not any(name.startswith("says") for name in features[0])


def test_a_page_is_left_with_its_short_article_where_teasers_and_comments_are_longer() -> None:
    """What a model that goes by how lines read would take for the article."""
    foot = "Share on Facebook;Most Read;Advertisement;About us;Contact us;Privacy Policy;Terms of Use".split(";")
    text = "\n".join([*MENU, *[GLUED] * 5, "Lindau closes its harbour", PARAGRAPH, "Comments", *COMMENT * 9, *foot])
    assert newsnorm.strip_boilerplate(text).split("\n") == ["Lindau closes its harbour", PARAGRAPH]
