"""Listings of a page: teasers, threads of comments, menus and rows of labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.boilerplate.features import line_features
from newsnorm.boilerplate.lines import ReadLine, read_lines
from newsnorm.boilerplate.listings import find_cut_teasers, find_glued_teasers, find_listed, find_menus, find_thread
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
    lines = lines_of(PARAGRAPH, "Comments", *COMMENT, *COMMENT, "Read by many", PARAGRAPH)
    assert list(find_thread(lines)) == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "texts",
    [
        [PARAGRAPH, "Comments", PARAGRAPH, *COMMENT],  # one comment, or none, is no thread
        ["Comments", *COMMENT, *COMMENT],  # a title
        [PARAGRAPH, "Comments", *[PARAGRAPH] * 7, *COMMENT, *COMMENT],  # a link on top
        [PARAGRAPH, "What happened", *COMMENT, *COMMENT],
        [PARAGRAPH, "Comments", "It began on May 3, 2019.", "It ended on May 9, 2019.", "All was well in 2020."],
    ],
)
def test_what_is_no_thread(texts: list[str]) -> None:
    assert not find_thread(lines_of(*texts))


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
