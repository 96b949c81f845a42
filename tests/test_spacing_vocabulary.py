"""What is known of words, and the figures made of it: `newsnorm.spacing.vocabulary` and `newsnorm.spacing.weighing`."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.spacing.apostrophes import REACH, word_before
from newsnorm.spacing.cutting import Cut, is_english_name
from newsnorm.spacing.placing import may_end_name
from newsnorm.spacing.vocabulary import DICTIONARIES, NAME, TABLED, load_vocabulary
from newsnorm.spacing.weighing import damage_score, probability
from newsnorm.tables import read_table


@pytest.mark.parametrize("language", sorted(TABLED))
@pytest.mark.parametrize("frequency", [-6.0, -8.0, -9.0])
def test_common_words_are_those_that_are_frequent_enough(language: str, frequency: float) -> None:
    """find_common(f) == {w, and w as it begins a sentence: find(w).frequency >= f}."""
    vocabulary = load_vocabulary(language)
    frequent = {word for word in vocabulary.words if vocabulary.find(word).frequency >= frequency}
    capitalized = {word.capitalize() for word in frequent}
    capitalized = {word for word in capitalized if vocabulary.find(word).frequency >= frequency}
    assert frequent
    assert vocabulary.find_common(frequency) == frequent | capitalized


@given(st.sets(st.sampled_from("the The NATO nato 1990 ½ xyzzy iPhone iphone Kyiv Qqxx paris PARIS Das das".split())))
def test_unknown_tokens_are_those_that_are_no_words_and_no_figures(tokens: set[str]) -> None:
    for language in ("en", "de", "fr", "und"):
        vocabulary = load_vocabulary(language)
        unknown = {token for token in tokens if not vocabulary.knows(token) and not token.isdigit()}
        assert vocabulary.unknown(tokens) == unknown
        assert vocabulary.unknown(iter(tokens)) == unknown


def test_a_name_that_no_table_of_words_has_is_known_by_its_own_frequency() -> None:
    assert load_vocabulary("en").find("Zelenskyy") == (NAME, 0, 0, True)
    assert not load_vocabulary("en").find("zelenskyy").listed


@pytest.mark.parametrize(
    ("left", "right", "named"),
    [("Jinping", "after", True), ("Jinping", "ing", False), ("Jinping", "xyzzy", False), ("xyzzy", "after", False)],
)
def test_a_known_name_ends_before_a_word_that_ends_no_others(left: str, right: str, named: bool) -> None:
    assert may_end_name(Cut(len(left), left, right), load_vocabulary("en")) is named


@given(st.floats(-30, 30))
def test_a_probability_comes_from_its_odds(log_odds: float) -> None:
    """Its odds, p / (1 - p), are exp(log_odds)."""
    found = probability(log_odds)
    assert math.log(found) - math.log1p(-found) == pytest.approx(log_odds, abs=1e-2)


def test_no_odds_are_too_long() -> None:
    assert probability(-1e9) == probability(-31) == probability(-30) < probability(-29.9)
    assert probability(1e9) == probability(31) == probability(30) > probability(29.9)
    assert probability(30) < 1


def test_the_more_damage_and_the_fewer_words_the_more_is_a_document_damaged() -> None:
    assert damage_score(1, 100) > damage_score(0, 100) > damage_score(0, 1000)
    assert damage_score(0, 0) == pytest.approx(math.log(0.05 / 20))
    assert damage_score(1, 80) == pytest.approx(math.log(1.05 / 100))


@given(st.integers(0, 2 * REACH), st.sampled_from(["", "a ", "5", "_"]))
def test_the_word_before_a_place_is_its_letters_as_far_as_one_looks(size: int, before: str) -> None:
    text = before + "e" * size
    assert word_before(text + "é and so", len(text)) == "e" * min(size, REACH)


BRANDS = [row for row in read_table("brands.tsv").split("\n") if row and row[0] != "#"]


def test_brands_are_sorted_names_of_one_word_that_some_table_of_words_lacks() -> None:
    assert sorted(set(BRANDS)) == BRANDS
    assert all(brand.isalpha() and brand != brand.lower() for brand in BRANDS)
    assert len(BRANDS) > 1_000


@pytest.mark.parametrize(
    "sentence",
    [
        ("en", "Shares of {} rose on Tuesday."),
        ("de", "Die Aktie von {} stieg."),
        ("es", "Las acciones de {} subieron."),
    ],
)
def test_no_brand_is_cut(sentence: tuple[str, str]) -> None:
    language, frame = sentence
    texts = [frame.format(brand) for brand in BRANDS]
    assert [text for text in texts if newsnorm.repair_spacing(text, language=language) != text] == []


@pytest.mark.parametrize(
    ("token", "language", "one"),
    [
        ("SurveyMonkey", "de", True),
        ("easyJet", "es", True),
        ("easyJet", "en", False),  # where English words may have run together
        ("vonSurvey", "de", False),
        ("SurveyZeitung", "de", False),
        ("KanzlerinMerkel", "de", False),
        ("SurveyXqzzy", "de", False),
        ("Survey", "de", False),
        ("SurveyMonkey", "fr", True),
        ("SurveyMonkey", "pl", False),  # it has no table, and cuts little
    ],
)
def test_a_name_of_english_words_is_one_in_other_languages(token: str, language: str, one: bool) -> None:
    assert is_english_name(token, load_vocabulary(language)) is one


@pytest.mark.parametrize("language", sorted(DICTIONARIES))
def test_the_words_of_a_dictionary_are_sorted_and_in_no_other_table(language: str) -> None:
    vocabulary = load_vocabulary(language)
    words = list(vocabulary._dictionary)
    assert len(words) > 10_000
    assert words == sorted(set(words))
    assert all(word.isalpha() and word == word.lower() and len(word) > 3 for word in words)
    assert vocabulary.words.keys().isdisjoint(words)
    assert all(vocabulary.knows(word) and vocabulary.knows(word.capitalize()) for word in words[::97])


@pytest.mark.parametrize(
    ("language", "word", "known"),
    [
        ("en", "hectares", True),
        ("en", "unspectacularly", True),
        ("en", "abetter", False),
        ("en", "astatic", False),
        ("en", "towage", True),
        ("en", "grabthe", False),
        ("es", "acederaque", True),
        ("es", "deque", False),
        ("de", "Winterfester", True),
        ("de", "aberkennt", True),
        ("de", "undder", False),
    ],
)
def test_what_two_common_words_make_by_chance_is_no_word(language: str, word: str, known: bool) -> None:
    assert load_vocabulary(language).knows(word) == known


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        (
            "en",
            "They asked forthe plan and went tothe hall, and inthe paper {} was what he was.",
            "beleaguered",
        ),
        ("de", "Wir gingen inden Saal, und aufder Seite stand, dass es {} ist und in der Stadt bleibt.", "aberkennt"),
    ],
)
def test_a_rare_word_is_one_whatever_has_run_together(language: str, text: str, word: str) -> None:
    assert word in newsnorm.repair_spacing(text.format(word), language=language)


@pytest.mark.parametrize(
    "text",
    [
        "They said that the exporters|that make the payments were in the port on the day before.",
        "The engine|is so old that nobody in the town could say when it was built or by whom.",
        "They gave|at the end of the meeting a prize to the girl who had won the race.",
    ],
)
def test_a_rare_word_is_a_part_and_an_unknown_token_may_be_two(text: str) -> None:
    assert newsnorm.repair_spacing(text.replace("|", ""), language="en") == text.replace("|", " ")
