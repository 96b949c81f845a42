"""Which lines of an article's text give themselves away as furniture, and as what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalize
from newsnorm.boilerplate.evidence import find_furniture
from newsnorm.boilerplate.lines import ReadLine, read_lines
from newsnorm.boilerplate.own_lists import is_own_list
from newsnorm.boilerplate.under import Under, weigh_under
from newsnorm.document import Document
from newsnorm.phrases.table import TABLE, TABLE_WIDTH
from newsnorm.tables import read_rows

TEXT = "The harbour of Lindau will be closed for three weeks while divers repair the old sea wall, the mayor said."
HEADLINE = "Ferry runs aground off Lindau"
WORDS = "Council Ferry Storm Mayor Harbour Divers Fire Whale Museum Train School Bridge Market Police".split()
HEADLINES = [f"{word} seen again by many people" for word in WORDS]
EVENTS = [
    f"{day}: tour of the harbour at {hour} o'clock"
    for day, hour in (("May 3", 8), ("May 4", 9), ("June 1", 11), ("July 9", 12))
]
BULLETS = ["* Milk", "* two eggs", "* The rest of it"]
RESULTS = ["1 Anna Berg 30:15", "2 Tom Hale 30:40", "3 Eva Strand 31:02", "4 Jon Rees 31:20", "5 Ida Park 32:11"]
INVITATION = (
    "Subscribe to our newsletter to get the best stories of the day, every day, in your inbox, for free, at six in the "
    "morning, and no spam."
)


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ([TEXT, "Related News", HEADLINE, f"{HEADLINE} 2"], "- related related related"),
        ([TEXT, "Related News", f"{HEADLINE}.", TEXT], "- related - -"),  # a sentence is no headline
        ([TEXT, "Related News", *HEADLINES[:12], TEXT], f"- {'related ' * 13}-"),
        ([TEXT, "Related News", *HEADLINES, TEXT], f"- {'related ' * 13}- - -"),
        ([TEXT, "More:", HEADLINE], "- related related"),
        ([TEXT, "Read more", HEADLINE, f"{HEADLINE} 2", TEXT], "- read-more related related -"),
        ([TEXT, "Newsletter", "Sign up for our newsletter", "Your email"], "- newsletter newsletter comment-form"),
        ([TEXT, INVITATION, TEXT], "- newsletter -"),
        ([TEXT, "Follow us on Twitter", TEXT], "- follow -"),
        ([TEXT, TEXT, "Leave a comment", "Name *", "Email *", TEXT], "- - comment-form comment-form share -"),
        # What might be a heading of the article.
        (["Comments", TEXT], "- -"),
        (["Share", TEXT], "- -"),
        ([TEXT, "Share", TEXT], "- - -"),
        ([TEXT, "Name", TEXT], "- - -"),
        ([TEXT, "Name *", TEXT], "- - -"),
        ([TEXT, "Tags", "Lindau", "Harbour", TEXT], "- - - - -"),
        ([TEXT, "Comments", TEXT, "Share", TEXT], "- - - - -"),
        # A list of the article's that goes on below a heading; and headlines, which don't.
        ([TEXT, *RESULTS[:3], "Related News", *RESULTS, TEXT], "- - - - related - - - - - -"),
        ([TEXT, TEXT, *RESULTS[:3], "Sign up for our newsletter", *RESULTS], "- - - - - newsletter - - - - -"),
        ([TEXT, "Related News", *RESULTS * 3, TEXT], f"- related {'- ' * 16}"),
        ([TEXT, HEADLINE, HEADLINE, HEADLINE, "Related News", HEADLINE, TEXT], "- - - - related related -"),
        ([TEXT, "Related News", *HEADLINES], f"- {'related ' * 15}"),
        ([TEXT, "Most read", "1", HEADLINE, "2", "Oil prices rise again"], "- related related related related related"),
        ([TEXT, "Related News", "500 g flour", "2 eggs", "salt", TEXT], "- related - - - -"),
        (
            [TEXT, "Related News", "Oil prices rise again", "Ten facts of the talks", TEXT],
            "- related related related -",
        ),
        # Lines that are alike, below a heading or on either side of it.
        ([TEXT, "Related News", *EVENTS, TEXT], "- related - - - - -"),
        ([TEXT, "Related News", *EVENTS[:3], TEXT], "- related related related related -"),
        ([TEXT, *EVENTS[:2], "Related News", *EVENTS[2:], TEXT], "- - - related - - -"),
        ([TEXT, "Best film of all: A", "Best song: B", "More:", "Best boat: C", "Best crew: D"], "- - - related - -"),
        (
            [TEXT, "1. The ferry song", "2. Home again", "More:", "3. Nobody", "4. The hill", TEXT],
            "- - - related - - -",
        ),
        ([TEXT, *HEADLINES[:2], "Related News", *HEADLINES[2:4], TEXT], "- - - related related related -"),
        # A box is what stands between its heading and another line of its own.
        ([TEXT, "Sign up for our newsletter", "All of it", "Your email"], "- newsletter newsletter comment-form"),
        ([TEXT, "Sign up for our newsletter", "All of it, at six", TEXT], "- newsletter - -"),
        ([TEXT, "Sign up for our newsletter", *RESULTS, "Your email", TEXT], "- newsletter - - - - - - -"),
        # Bullets and footnotes' marks are no fields of a form.
        ([TEXT, *BULLETS], "- - - -"),
        ([TEXT, *BULLETS, "Share"], "- - - - share"),
        ([TEXT, *BULLETS, "Leave a comment", "Name *"], "- - - - comment-form comment-form"),
        ([TEXT, "You need:", *BULLETS, "Name *", "Email *"], "- - - - - comment-form share"),
        ([TEXT, "Milk*", "Eggs *", "Salt**", "Leave a comment", "Name *"], "- - - - comment-form comment-form"),
        ([TEXT, "* Name", "* Email", "* Telefon"], "- comment-form share comment-form"),
        # Readers' comments, and what may be a heading of the article.
        ([TEXT, TEXT, "Reader comments", TEXT, HEADLINE], "- - comments comments comments"),
        ([TEXT, TEXT, "Newest first", TEXT, TEXT], "- - comments - -"),
        ([TEXT, TEXT, "Newest first", TEXT, "Reply", TEXT], "- - comments comments comments comments"),
        ([TEXT, TEXT, "Newest first", "Anna, May 3, 2021 at 10:15", TEXT], "- - comments comments comments"),
        ([TEXT, TEXT, "No comments", TEXT], "- - comments -"),
        ([TEXT, TEXT, "Keine Kommentare", TEXT], "- - comments -"),
        # A list that is announced, whatever it says.
        ([TEXT, "Users can now:", "Share", "Like", "Comment", TEXT], "- - - - - -"),
        ([f"{TEXT[:-1]}:", "Log in", "Tap the menu", "Print", TEXT], "- - - - -"),
        ([TEXT, "Users can now", "Share", "Like", "Comment", TEXT], "- - share comments comments -"),
        ([TEXT, "Users can now:", "Share", "Like", "Comment"], "- - share comments comments"),
        (
            [TEXT, TEXT, "All comments", "Anna said:", "Well", "Reply", TEXT],
            "- - comments comment-form comment-form comments comments",
        ),
        # What stands between two boxes is the article's, but for what readers write.
        (
            [TEXT, "Follow us on Twitter", "A long way home", "Read more: Ferry fares", TEXT],
            "- follow follow read-more -",
        ),
        (
            [TEXT, "Follow us on Twitter", "The way", "The sea", "Read more: Ferry fares", TEXT],
            "- follow - - read-more -",
        ),
        ([TEXT, "Follow us on Twitter", "Nobody was hurt.", "Read more: Ferry fares", TEXT], "- follow - read-more -"),
        (
            [TEXT, "Leave a comment", "It's yours", "No more", "Post Comment"],
            "- comment-form comment-form comment-form comment-form",
        ),
        ([TEXT, "Sign up for our newsletter", "“Two at six,” he said.", "Your email"], "- newsletter - -"),
        (
            [TEXT, "Sign up for our newsletter", "The old crane", "Share on Facebook", TEXT],
            "- newsletter newsletter share -",
        ),
        # A refrain.
        ([TEXT, "row me", "home", "oh row", "home", "row on"], "- - - - - -"),
        ([TEXT, "Home", TEXT, "Home", TEXT], "- navigation - navigation -"),
        # A row of a table that begins as a field does.
        ([TEXT, "City 13 2 23", "Town 12 2 24", "City 11 2 25", "Share"], "- - - - share"),
        # A list of facts; and what only looks like one.
        ([TEXT, "Weight: 302 g", "Video: Ultra HD", "Price: £999", TEXT], "- - - - -"),
        ([TEXT, "重量：302克", "Video：4K", "价格：999元", TEXT], "- - - - -"),
        ([TEXT, "Weight: 302 g", "Price: £999", "Tags: none", TEXT], "- - - - -"),
        ([TEXT, "Weight: 302 g", "Price: £999", "Tags: none"], "- - - tags"),
        ([TEXT, "Weight: 302 g", "Tags: none", "Video: Ultra HD", TEXT], "- - tags related -"),
        ([TEXT, "Weight: 302 g", "Video: Ultra HD", TEXT], "- - related -"),
        ([TEXT, "Weight: 302 g", f"Price: {TEXT}", "Video: Ultra HD", TEXT], "- - - related -"),
        ([TEXT, "Weight: 302 g", "Price: £999", "Video: https://example.org/4k", TEXT], "- - - related -"),
    ],
)
def test_furniture_is_found_line_by_line(lines: list[str], kinds: str) -> None:
    found = {one.position: one for one in find_furniture(read_lines(Document("\n".join(lines))))}
    assert [found[i].kind if i in found else "-" for i in range(len(lines))] == kinds.split()
    for one in found.values():
        assert 0.7 < one.confidence < 1
        assert one.confidence == round(one.confidence, 3)


PHRASES = [row[3] for row in read_rows(TABLE, TABLE_WIDTH) if row[1] != "word" and "…" not in row[3]]
FORMS = {
    "figures": "{} {} in {number}",
    "colon": "{}: {} {}",
    "quotation": "“{} {} {}” – {}",
    "question": "{} {} {}?",
    "numbers": "{place}. {} {} {}",
    "brackets": "{} {} ({})",
    "labels": "{} {}",
    "bullets": "* {} {} {}",
}


@st.composite
def lists(draw: st.DrawFn) -> list[str]:
    """Return lines of one form."""
    form = draw(st.sampled_from(list(FORMS.values())))
    words = st.lists(
        st.sampled_from("harbour ferry wall crane boat gull tide mast song rope".split()), min_size=4, max_size=4
    )
    lines = enumerate(draw(st.lists(st.tuples(words, st.integers(2, 99)), min_size=6, max_size=14)), 1)
    return [form.format(*found, place=place, number=number).capitalize() for place, (found, number) in lines]


@given(lists(), st.sampled_from(PHRASES), st.data())
def test_furniture_in_the_midst_of_a_list_takes_none_of_it(lines: list[str], phrase: str, data: st.DataObject) -> None:
    """Whatever it is, three lines of the list above it and two below."""
    at = data.draw(st.integers(3, len(lines) - 2))
    text = "\n".join(
        ["Of the harbour", TEXT, *lines[:at], phrase, *lines[at:], *data.draw(st.sampled_from([[], [TEXT]]))]
    )
    kept = normalize(text, language="en", stages=("boilerplate",)).text.split("\n")
    assert [line for line in kept if line in lines] == lines


STANDING = [
    TEXT,
    HEADLINE,
    "Lindau",
    "Lindau, Harbour, Ferry",
    "“We wait”",
    "Related News",
    "Newsletter",
    "Log in",
    "Tags",
    "3 comments",
    "Share on Facebook",
    "Cookie policy",
    f"{HEADLINE}.",
    *RESULTS,
]


def count_plainly(lines: list[ReadLine], position: int, heading: str, past_article: bool) -> int:
    """Return what `Under.count` does, one line after the other."""
    below: list[ReadLine] = []
    closed = False
    for line in lines[position + 1 : position + 100]:
        if line.hint is None and weigh_under(line, heading) is None:
            past_article = False
            break
        if line.hint is None:
            below.append(line)
        elif heading in ("newsletter", "login"):
            closed = line.hint.kind in ("newsletter", "login", "cookie", "copyright") or not line.hint.certain
            break
    if is_own_list([line for line in lines[max(1, position - 12) : position] if line.hint is None], below):
        return 0
    if heading in ("newsletter", "login"):
        return len(below) if closed and len(below) <= 4 else 0
    return len(lines) if heading == "comments" else len(below) if past_article else min(len(below), 12)


@given(st.lists(st.sampled_from(STANDING), min_size=2, max_size=40), st.data())
def test_a_heading_reaches_as_far_as_line_by_line(texts: list[str], data: st.DataObject) -> None:
    lines = read_lines(Document("\n".join(texts * data.draw(st.sampled_from([1, 1, 1, 12])))))
    under = Under(lines)
    for position, line in enumerate(lines):
        if line.hint is not None and position:
            heading = data.draw(st.sampled_from(["related", "newsletter", "tags", "login", "comments", "share"]))
            past = data.draw(st.booleans())
            assert under.count(position, heading, past_article=past) == count_plainly(lines, position, heading, past)


def test_what_company_adds_makes_it_surer() -> None:
    def confidence(*lines: str) -> float:
        return find_furniture(read_lines(Document("\n".join([TEXT, *lines]))))[0].confidence

    alone, two = confidence("Related News"), confidence("Related News", HEADLINE)
    assert alone == 0.865  # 1 - exp(-3 / 1.5)
    assert two == 0.878  # 1 - exp(-3.15 / 1.5)
