"""What the words beside a token say of its cuts: `newsnorm.spacing.neighbours`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.document import Document
from newsnorm.edits import Edit
from newsnorm.spacing import placing
from newsnorm.spacing.cutting import Cut
from newsnorm.spacing.neighbours import describe_neighbours, word_after, word_before
from newsnorm.spacing.placing import Judgement
from newsnorm.spacing.vocabulary import TABLED, load_vocabulary
from newsnorm.spacing.weighing import load_weights, probability
from newsnorm.tables import read_rows

# Log odds that are enough for a cut.
THRESHOLD = 2.5
WORDS = "the of in population Kyiv with a leaders Xqzzy is and der im que les dans".split()


def describe(left: str, right: str, before: str = "", after: str = "", language: str = "en") -> set[str]:
    return set(describe_neighbours(Cut(len(left), left, right), before, after, load_vocabulary(language)))


@pytest.mark.parametrize(
    ("left", "right", "before", "after", "said"),
    [
        ("population", "in", "large", "the", {"preposition-before-determiner"}),
        ("population", "in", "large", "Kyiv", {"before-capital", "preposition-before-capital"}),
        ("population", "is", "large", "Kyiv", {"before-capital", "small-before-capital"}),
        ("population", "in", "large", "", {"small-at-end"}),
        ("with", "the", "came", "leaders", {"determiner-before-word"}),
        ("with", "the", "came", "of", {"determiner-before-small"}),
        ("the", "leaders", "with", "said", {"after-small", "small-after-small", "determiner-after-preposition"}),
        ("old", "leaders", "the", "said", {"after-small", "word-after-determiner"}),
        ("leaders", "announced", "Kyiv", "", {"after-capital"}),
        ("leaders", "announced", "", "", set()),
    ],
)
def test_each_feature_says_what_stands_where(left: str, right: str, before: str, after: str, said: set[str]) -> None:
    assert describe(left, right, before, after) == said


@given(*[st.sampled_from(WORDS)] * 2, *[st.sampled_from(["", *WORDS])] * 2, st.sampled_from(sorted(TABLED)))
def test_whatever_is_said_has_a_weight(left: str, right: str, before: str, after: str, language: str) -> None:
    weights = load_weights(load_vocabulary(language).judges)
    assert {f"beside:{name}" for name in describe(left, right, before, after, language)} <= weights.keys()


def test_every_language_with_a_table_has_its_small_words_by_class() -> None:
    rows = list(read_rows("word_classes.tsv", 3))
    assert {(row[0], row[1]) for row in rows} == {
        (language, name) for language in TABLED for name in ("determiner", "preposition")
    }
    for language, _, words in rows:
        assert len(words.split()) == len(set(words.split()))
        known = load_vocabulary(language)
        assert not [word for word in words.split() if not known.knows(word)]


@pytest.mark.parametrize(
    ("text", "at", "before", "after"),
    [
        ("a large populationin the valley", 8, "large", ""),
        ("a large, populationin", 9, "", ""),
        ("large\npopulationin", 6, "", ""),
        ("large\N{NO-BREAK SPACE}populationin", 6, "large", ""),
        ("in 2017 populationin", 8, "", ""),
        ("populationin the valley", 12, "", "the"),
        ("populationin, the valley", 12, "", ""),
    ],
)
def test_a_word_beside_a_place_has_just_a_space_between(text: str, at: int, before: str, after: str) -> None:
    assert (word_before(text, at), word_after(text, at)) == (before, after)


@given(
    st.lists(st.lists(st.sampled_from([*WORDS, "announced", "crowds", "after"]), min_size=1, max_size=3), max_size=9),
    st.sampled_from(["en", "de", "fr"]),
)
def test_what_is_cut_beside_a_token_leaves_nothing_for_a_second_time(tokens: list[list[str]], language: str) -> None:
    """repair(repair(x)) == repair(x)."""
    text = " ".join(map("".join, tokens))
    once = newsnorm.repair_spacing(text, language=language)
    assert newsnorm.repair_spacing(once, language=language) == once


@pytest.mark.parametrize("row", ["thein " * 200 + "the town.", "He was " + "thein " * 200 + "towns."])
def test_a_cut_may_lead_to_the_next_along_a_row_however_long_it_is(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each cut leads to the one before it: gone through in one direction alone, the row would take a turn for each."""
    weight = load_weights("glue")["beside:preposition-before-determiner"]
    unsure = Judgement(Cut(3, "the", "in"), THRESHOLD - weight / 2, beside=1.0)
    turns = []
    through = placing._Row._cut
    monkeypatch.setattr(placing._Row, "_cut", lambda *given: turns.append(given) or through(*given))
    found = list(placing.place_cuts(Document(row, "en"), {"thein": [unsure]}, probability(THRESHOLD)))
    made = [finding for finding in found if isinstance(finding, Edit)]
    assert len(made) == (200 if "the town" in row else 0)
    assert len(turns) == (3 if made else 1)
