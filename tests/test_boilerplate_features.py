"""What the model of whole pages sees of a line, feature by feature."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from newsnorm.boilerplate import page
from newsnorm.boilerplate.features import line_features
from newsnorm.boilerplate.lines import ReadLine
from newsnorm.boilerplate.page import below_title, find_page_furniture, find_page_title, find_title

PARAGRAPH = "The harbour of Lindau will be closed for three weeks while divers repair the old sea wall, the mayor said."
LONG = f"{PARAGRAPH} " * 5


def read(*texts: str) -> list[ReadLine]:
    return [ReadLine(index, text.strip()) for index, text in enumerate(texts)]


def features_of(text: str) -> list[str]:
    return line_features(read(PARAGRAPH, text, PARAGRAPH), [0, 0, 0])[1]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("• an item of a list", "bullet"),
        ("And so it went on and on...", "mark trails page 1"),
        ("And so it went on and on.", "mark stop page 1"),
        (f"{LONG} | The Daily Example", "long bar"),
        (f"{LONG} https://example.org", "long link"),
        ("Updated on 21.03.2023", "date"),
        ("2 hours ago", "date"),
        ("READ MORE", "capitals"),
        ("and more", "starts lower"),
        ("3 more of them", "starts digit"),
        ("“And more of them", "starts quote"),
        ("Home | News", "bar"),
        ("Home › News", "separator"),
        ("© The Daily Example", "copyright"),
        ("(c) The Daily Example", "copyright"),
        ("Name *", "star"),
        ("write to us@example.org", "at"),
        ("News, Politics", "comma"),
        ("News (all)", "bracket"),
        ("News: all", "colon"),
        ("www.example.org", "link"),
    ],
)
def test_a_line_has_the_feature(text: str, seen: str) -> None:
    assert seen in features_of(text)
    assert seen not in features_of("Nothing much of note")


@pytest.mark.parametrize("text", ["3 of 5 won", "https:example", "an aside (a word) within", "mark * up * there"])
def test_a_line_that_only_looks_like_it_has_not(text: str) -> None:
    seen = set(features_of(text))
    assert seen.isdisjoint({"date", "bullet", "long link", "long bar", "capitals", "copyright", "bracket"})


def test_scripts_without_capitals_count_as_running_text_by_length() -> None:
    """Twelve characters take the room of 24 letters, and six of those count as a word."""
    assert "lower 3 words 2" in features_of("部長會議在日內瓦舉行談判")


def test_a_repeated_line_and_one_indented_otherwise_are_seen() -> None:
    short = [f"Entry number {number}" for number in range(8)]
    lines = read(PARAGRAPH * 2, *short, "Read more", "Read more")
    indents = [4, *[0] * 9, 8]
    found = line_features(lines, indents)
    assert [name for name in found[1] if name.startswith("indent")] == ["indent -1 label"]
    assert [name for name in found[10] if name.startswith("indent")] == ["indent 1 label"]
    assert "repeated 2 label" in found[9]
    assert not any(name.startswith("repeated") for name in found[1])
    assert not any(name.startswith("indent") for line in line_features(read(*short), [0] * 8) for name in line)


def test_the_title_is_the_headline_that_shares_the_article_s_words() -> None:
    lines = read(
        "Lindau | The Daily Example", "- the harbour is closed", "A harbour", "Lindau closes harbour", PARAGRAPH
    )
    assert find_title(lines, [4]) == {3}
    assert find_title(read("Wetter am See und mehr", PARAGRAPH), [1]) == set()


def test_what_is_above_the_title_is_kept_where_too_little_of_it_is_below() -> None:
    title = "Lindau closes its harbour for weeks"
    lines = read(f"{title} - The Daily Example", LONG, LONG, LONG, title, "A last word.")
    assert below_title(lines, [1, 2, 3, 5]) == [1, 2, 3, 5]
    lines = read(f"{title} - The Daily Example", LONG, title, LONG, LONG)
    assert below_title(lines, [1, 3, 4]) == [3, 4]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Lindau closes its harbour for weeks - The Daily Example", 2),
        ("Lindau closes its harbour for weeks", 2),
        ("Lindau closes its harbour for weeks, says mayor | The Daily Example", 0),  # a longer title
        ("The Daily Example | Lindau closes its harbour for weeks", 0),
    ],
)
def test_the_page_s_title_tells_where_the_article_s_own_stands(title: str, place: int) -> None:
    assert find_page_title(read(title, "Menu", "Lindau closes its harbour for weeks", PARAGRAPH)) == place


def test_teasers_above_the_title_are_not_the_article_where_as_much_stands_below() -> None:
    title = "Lindau closes its harbour for weeks"
    menu = ["Home", "News", "Log in", "Share", "Search", "Subscribe"]
    listed = [f"{text} It was the {number}th of its kind." for number, text in enumerate([PARAGRAPH] * 4, 4)]
    article = [f"{text} It was said {number} times." for number, text in enumerate([LONG] * 4, 4)]
    lines = read(f"{title} - The Daily Example", *menu, *listed, *menu * 3, title, *article, *menu)
    odds = [0.9 if line.text in listed else 0.0 for line in lines]
    place = next(place for place, line in enumerate(lines) if place and line.text == title)
    found_below = [0.9 if line.text in article else 0.0 for line in lines[place:]]
    with patch.object(page, "article_odds", side_effect=[odds, found_below]):
        gone = {found.position for found in find_page_furniture(lines, [0] * len(lines))}
    assert [line.text for position, line in enumerate(lines) if position not in gone] == [title, *article]


def test_a_page_without_an_article_is_left_alone() -> None:
    """Where nothing reads like an article, nothing is known of what would be left."""
    lines = read(*["Home", "News", "Log in", "Share", "Search"] * 6)
    assert find_page_furniture(lines, [0] * len(lines)) == []
