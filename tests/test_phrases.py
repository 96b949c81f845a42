"""Phrases of furniture, and the sentences of articles that begin as they do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.furniture import MOST_DIGITS, Furniture, learn_furniture
from newsnorm.phrases import find_cues, find_phrase, patterns, to_key
from newsnorm.phrases.book import phrase_book
from newsnorm.phrases.patterns import Hint, make_pattern, match_pattern
from newsnorm.phrases.table import read_phrases

SENTENCES = (
    "2.15. Print",
    "For more than a year nobody could visit the island.",
    "For more than ten years he would go to the harbour.",
    "Go to school for more, he told his sons.",
    "Find out what happened on Facebook when the minister resigned.",
    "Like many others on Facebook, she was angry about the vote.",
    "Like thousands of women on Twitter, Anna Berg told her story.",
    "Follow the debate on xenophobia and nobody will be surprised.",
    "Follow the money, and on Facebook they find another account.",
    "You can follow the money on the blockchain, she said.",
    "Listen to the liver, she says in a new book on long lives.",
    "Get the vaccine approved, ministers told regulators on Monday.",
    "Get rid of ballots that are delivered late, the senator said.",
    "Get more children into school, the mayor says",
    "Support for independent journalism fell last year, a survey found.",
    "Join the army, and there will be a newsletter from home.",
    "Want to be in your inbox less? Experts would turn it off.",
    "Reproduction of the paintings was prohibited by the court in 1994.",
    "Copyright reform failed, and all rights reserved by states remain.",
    "Copyright law is at the heart of the dispute.",
    "Delivered late, the boats sank in the harbour.",
    "Log in to the machine and create a folder for your pages.",
    "Follow what happened on Twitter that night and you will see.",
    "Receive nothing in your inbox for a week, and you feel better.",
    "Something went wrong on the night of March 4, the inquiry found.",
    "To see more women in parliament, quotas are needed, she said.",
    "Video by a neighbour shows the fire.",
    "More from less. How farms save water",
    "Hier liest niemand den Newsletter, sagte der Bürgermeister.",
    "Jetzt soll ein Newsletter die Bürger informieren, sagte sie.",
    "Folgen Sie dem Geld auf die Inseln, sagte der Richter.",
    "Siga o dinheiro no caso, disse o juiz.",
)

FURNITURE = {
    "1.2K Comments": "comments",
    "(15k) Followers": "follow",
    "For more on the harbour, click here": "related",
    "For more news, visit example.org": "related",
    "Find more Lindau stories": "related",
    "More from: “Letters of a harbour master who never left”": "related",
    "Follow Anna Berg on Twitter": "follow",
    "Suivez l'Écho d'Aujourd'hui sur Facebook": "follow",
    "Subscribe to 9to5Lindau on YouTube": "follow",
    "Follow the Lindau Today Facebook page for what is new in town and what is not.": "follow",
    "Like The Herald on Facebook": "follow",
    "Connect with us on Facebook": "follow",
    "Download the free Herald app": "follow",
    "Get the Herald app for your phone and never miss a story again.": "follow",
    "Write to Anna Berg at berg@example.org": "follow",
    "Get personalised newsletters": "newsletter",
    "Get our weekly Lindau Inc. newsletter": "newsletter",
    "Receive the latest local updates in your inbox": "newsletter",
    "Subscribe to our newsletter to get the day's news, every morning, for free.": "newsletter",
    "Subscribe now and read all that is new in your town, every day.": "newsletter",
    "Jetzt den kostenlosen Newsletter abonnieren": "newsletter",
    "Read more about the harbour": "related",
    "Read the full transcript of his interview": "read-more",
    "If you click a link and buy something, we may earn a commission.": "copyright",
    "Copyright 2019 The Herald": "copyright",
    "© Copyright 2018 Lindau Today, LLC, a subsidiary of Harbour Media, LLC.": "copyright",
    "Designed by Norman Foster.": "copyright",
    "Video by Anna Berg": "player",
    "Something went wrong. Please try again later.": "player",
    "Dein Kommentar wird nach der Prüfung freigeschaltet": "comment-form",
    "3 thoughts on the harbour's future": "comments",
}


# What says "us" in its own language.
OURS = (
    "Підписуйтесь на нас у Фейсбуці",
    "Подписывайтесь на наш канал в Telegram",
    "Síguenos en nuestras redes",
    "Abonniere unseren Kanal",
    "Ikuti kami di Google News",
    "Assine nossa newsletter",
    "View our pictures of the lake",
)


@pytest.mark.parametrize("line", OURS)
def test_who_speaks_of_us_is_the_site(line: str) -> None:
    hint = find_phrase(line)
    assert hint is not None
    assert hint.certain


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_begins_as_a_phrase_does_is_none(sentence: str) -> None:
    assert find_phrase(sentence) is None
    said = "The talks failed on Monday, aides said, and nobody knows when the envoys will meet again."
    assert newsnorm.strip_boilerplate(f"{said}\n\n{sentence}\n\n{said}") == f"{said}\n\n{sentence}\n\n{said}"


@pytest.mark.parametrize("line", FURNITURE)
def test_a_phrase_is_found_with_what_belongs_to_it(line: str) -> None:
    hint = find_phrase(line)
    assert hint is not None
    assert hint.kind == FURNITURE[line]


HEADINGS = (
    "Something went wrong at the count",
    "Become a member of a club",
    "Sign up for credit monitoring",
    "Get the best of both worlds",
    "Never miss a vote",
    "Stay on top of debt",
    "Find out what happened on Facebook",
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_that_begins_as_a_phrase_does_needs_company_to_go(heading: str) -> None:
    hint = find_phrase(heading)
    assert hint is not None
    assert not hint.certain
    said = "The talks failed on Monday, aides said, and nobody knows when the envoys will meet again."
    assert newsnorm.strip_boilerplate(f"{said}\n\n{heading}\n\n{said}") == f"{said}\n\n{heading}\n\n{said}"
    assert (
        newsnorm.strip_boilerplate(f"{said}\n\n{said}\n\n{heading}\nSign up\nShare on Facebook") == f"{said}\n\n{said}"
    )


def test_nine_words_and_a_full_stop_are_a_sentence() -> None:
    assert find_phrase("Designed by Norman Foster and five of his pupils") is not None
    assert find_phrase("Designed by Norman Foster, Ann and five others.") is not None
    assert find_phrase("Designed by Norman Foster, it has stood there since.") is None


@given(st.lists(st.sampled_from(["and", "harbour", "Lindau", "newsletters", "s", "only", "on"]), max_size=8))
def test_pieces_are_whole_words_in_order(words: list[str]) -> None:
    """Where a phrase with gaps is found, its pieces stand in the line as words, or as several of what they name."""
    line = " ".join(["Connect with", *words])
    for pattern in phrase_book().patterns["connect"]:
        key = to_key(line)
        spans = patterns._find_pieces(pattern, key)
        for (start, end), piece in zip(spans, pattern.pieces, strict=bool(spans)):
            assert key[start:end] in (piece, f"{piece}s")
            assert f" {key} "[start] == f" {key} "[end + 1] == " "
        assert bool(spans) == ("on" in words)


def test_what_a_table_of_furniture_lacks_is_told(tmp_path: Path) -> None:
    path = tmp_path / "furniture.tsv"
    path.write_text("many\tRead our paper\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"furniture\.tsv.*'many'"):
        Furniture.load(path)
    path.write_text("one column\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"furniture\.tsv"):
        Furniture.load(path)
    path.write_text(f"{'9' * MOST_DIGITS}\tRead our paper\n", encoding="utf-8")
    assert Furniture.load(path).lines == {"Read our paper"}
    with pytest.raises(TypeError, match="not int"):
        learn_furniture([5])  # type: ignore[list-item]


FOLLOW = Hint("follow", certain=True)


@pytest.mark.parametrize(
    ("phrase", "key", "spans"),
    [
        ("Like … on Facebook …", "like us on facebook", [(0, 4), (8, 19)]),
        ("Get … newsletter …", "get all newsletters now", [(0, 3), (8, 19)]),
        ("Get … newsletter …", "get all newsletters", [(0, 3), (8, 19)]),
        ("Get … newsletter …", "get all newsletterssome", []),
        ("Get … newsletter …", "get all newsletterson newsletter", [(0, 3), (22, 32)]),
        ("Get … app …", "get apparel and the app", [(0, 3), (20, 23)]),
        ("Get … the … the …", "get the one the other", [(0, 3), (4, 7), (12, 15)]),
        ("Get … the … the …", "get the one", []),
        ("Get … done", "get it done and be done", [(0, 3), (19, 23)]),
        ("Get … done", "get it done now", []),
        ("Get … done", "getting it done", []),
        ("Get …", "get", [(0, 3)]),
    ],
)
def test_where_the_pieces_of_a_phrase_stand(phrase: str, key: str, spans: list[tuple[int, int]]) -> None:
    pattern = make_pattern(phrase, FOLLOW, begins=False)
    assert patterns._find_pieces(pattern, key) == spans


@pytest.mark.parametrize(
    ("phrase", "line", "certain"),
    [
        ("Follow … on Facebook …", "Follow us on Facebook", True),
        ("Follow … on Facebook …", "Follow Lindau on Facebook, the harbour's friends and all who like the lake.", True),
        ("Follow … on Facebook …", "Follow the old and the new harbour of Lindau on Facebook", False),
        ("Follow … on Facebook …", "Follow the old and the new harbour of the town on Facebook", None),
        ("Follow … on Facebook …", "Follow the debate on Facebook", False),
        ("Follow … on Facebook …", "Follow the debate on Facebook and in the papers of the whole country.", None),
        ("Follow … on Facebook …", "Follow the debate on Facebook and in the newsletter of the whole country.", True),
        ("Follow … around …", "Follow the road around", False),
        ("Follow … around …", "Follow the old road around", None),
        ("Follow … around …", "Follow the road, around", False),
        ("Follow … around …", "Follow the, road around", None),
        ("Watch our harbour …", "Watch our harbour grow from year to year and see what comes of it.", True),
        ("Watch the harbour …", "Watch the harbour grow from year to year and see what comes of it.", None),
        ("Watch the harbour …", "Watch the harbour grow", True),
        ("Stay near the lake …", "Stay near the lake all summer", False),
        ("Stay near the lake …", "Stay near the lake at berg@example.org", True),
        ("Stay near the old lake …", "Stay near the old lake all summer long and never be sorry for it.", True),
    ],
)
def test_the_fewer_words_are_fixed_the_more_is_asked_of_the_rest(phrase: str, line: str, certain: bool | None) -> None:
    found = match_pattern(make_pattern(phrase, FOLLOW, begins=True), to_key(line), line)
    assert (found and found.certain) is certain


def test_lines_that_a_table_could_not_hold_are_not_learned() -> None:
    articles = [f"#{day}\n# Read our paper!\n\nRead our paper!\nÀ lire: la météo" for day in range(4)]
    assert learn_furniture(articles).lines == {"Read our paper!", "À lire: la météo"}
    with pytest.raises(TypeError, match=r"^texts: an iterable of str is wanted, not str$"):
        learn_furniture("Read our paper!")


def test_every_cue_is_found() -> None:
    """Whatever its script: one of Hindi was not, for its vowel signs."""
    rows = [(kind, phrase) for kind, _, phrase in read_phrases(cues=True)]
    assert len(rows) > 300
    assert [row for row in rows if row[0] not in find_cues(f"So {row[1].replace('…', 's')}।")] == []
