"""Texts to measure on, all written by us: news as a wire sends it, and articles as a scraper finds them."""

from __future__ import annotations

import random

__all__ = ["news", "one_article", "web"]

SENTENCES = (
    "The minister said on Tuesday that the two countries would go on talking, although no date had been set.",
    "Officials in Geneva declined to say whether the proposal had been discussed at the meeting of the council.",
    "About 1,400 people had left the town by the evening, according to figures that the province released.",
    "The bank expects growth of 2.5 per cent next year, half a point less than it had forecast in the spring.",
    "Nobody was hurt, but the bridge will stay closed until engineers have looked at all of its cables.",
    "Her party, which holds 34 of the 120 seats, has called for a vote before the end of the month.",
    "The company, based in Rotterdam, did not answer questions about the size of the order.",
    "Rain is expected in the north, and farmers have been told to bring in what is left of the harvest.",
    "A spokesman for the court said the hearing would be held in private at the request of both sides.",
    "It was the third such case this year, and the first in which the state had to pay.",
    "The talks in Kiev broke up late on Friday without an agreement, an aide to the president said.",
    "Prices rose in March for the fifth month in a row, driven by the cost of electricity and of bread.",
    "The museum in Vienna will lend eleven of the paintings, three of which have never travelled before.",
    "Two of the climbers were found alive on Sunday near the hut where they had spent the night.",
)
QUOTED = (
    "“We have nothing to hide,” she told reporters. “Ask whoever was there.”",
    "The mayor called it “a long overdue step” – and a costly one.",
    "“It’s not the end of the road,” said the coach, whose team hasn’t won since May.",
    "Critics speak of a ‘paper tiger’; the government’s own adviser said he wouldn’t go that far.",
)
MENU = ("Home", "News", "Politics", "Business", "Sport", "Weather", "Sign in", "Subscribe", "Search")
TAIL = (
    "Related News",
    "Share this:",
    "Leave A Reply",
    "Please enter your comment!",
    "Please enter your name here",
    "Sign up for our newsletter",
    "© 2024 The Daily Example. All rights reserved.",
)
TITLES = (
    "Talks go on without a date",
    "Bridge stays closed",
    "Growth forecast cut again",
    "Museum lends its paintings",
)


def news(count: int, seed: int = 1) -> list[str]:
    """Return `count` reports of some 800 code points, plain ASCII: a headline and one to three paragraphs."""
    draw = random.Random(seed)
    return [
        "\n".join([draw.choice(TITLES), *(" ".join(draw.choices(SENTENCES, k=4)) for _ in range(draw.randint(1, 3)))])
        for _ in range(count)
    ]


def web(count: int, seed: int = 2) -> list[str]:
    """Return `count` articles of some 4,000 code points with typographic quotes; two of three have furniture left."""
    draw = random.Random(seed)
    return [_page(draw, number) for number in range(count)]


def one_article(length: int, seed: int = 3) -> str:
    """Return one article of `length` code points."""
    draw = random.Random(seed)
    pages: list[str] = []
    size = 0
    while size < length:
        pages.append(_prose(draw, 8))
        size += len(pages[-1]) + 2
    return "\n\n".join(pages)[:length]


def _prose(draw: random.Random, paragraphs: int) -> str:
    return "\n\n".join(" ".join([*draw.choices(SENTENCES, k=4), draw.choice(QUOTED)]) for _ in range(paragraphs))


def _page(draw: random.Random, number: int) -> str:
    lines = [draw.choice(TITLES), "By Anna Berg", _prose(draw, draw.randint(4, 10))]
    if number % 3:
        lines = [*draw.sample(MENU, 4), *lines, *draw.sample(TAIL, 4)]
    return "\n\n".join(lines)
