"""What is remembered of words, and what is skipped for speed, changes nothing: the laws of `newsnorm.spacing.words`."""

from __future__ import annotations

import math
import random
import re
import tracemalloc
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm import tokens
from newsnorm.document import Document
from newsnorm.spacing import placing, weighing, words
from newsnorm.spacing.cutting import (
    LONGEST,
    SEEN,
    SEEN_SHORTEST,
    SHORTEST,
    find_cuts,
    find_stretches,
    look_up,
    may_be_cut,
)
from newsnorm.spacing.figures import find_figure
from newsnorm.spacing.letters import find_letter
from newsnorm.spacing.vocabulary import BINDING, PRODUCTIVE, TABLED, Vocabulary, load_vocabulary
from newsnorm.spacing.words import Acquaintance, split_words
from newsnorm.testing import articles, damaged
from newsnorm.testing.picks import picks

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD_RE = re.compile(r"\w+")
LANGUAGES = st.sampled_from(["en", "de", "es", "fr", "pt", "pl", "und"])
PARTS = "the and for of leaders announced Kiev Jinping Haus iPhone aB Scots 2017 19 am by x_y É ß 日本".split()
# Words that run together, and some that are no words at all.
TOKENS = st.one_of(
    picks(PARTS, min_size=1, max_size=4).map("".join),
    st.text("abcdehnrstABÉß1_", min_size=1, max_size=12),
)
TEXTS = st.one_of(
    articles(),
    damaged("glued").map(lambda cut: cut.text),
    st.lists(st.one_of(TOKENS, st.sampled_from([*PARTS, "\n", ".", "\N{SOFT HYPHEN}"])), max_size=60).map(" ".join),
    st.lists(TOKENS, max_size=30).map("-".join),
)


@pytest.fixture(scope="module", autouse=True)
def _common_words_are_found_once() -> Iterator[None]:
    """Keep for all examples what takes the longest to gather and depends on nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Vocabulary, "find_common", cache(Vocabulary.find_common))
        yield


@cache
def common_words(language: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(load_vocabulary(language).find_common(SEEN)))


@given(st.lists(TEXTS, max_size=4), LANGUAGES)
def test_what_is_remembered_says_what_would_be_found_anew(texts: list[str], language: str) -> None:
    """find_suspects(words) is the same after any texts, with room for all words, for some and for none."""
    vocabulary = load_vocabulary(language)
    memories = [Acquaintance(language, most) for most in (0, 10, 10_000)]
    for text in texts:
        found = WORD_RE.findall(text)
        anew = {
            word: find_letter(word, vocabulary) or find_figure(word, vocabulary)
            for word in found
            if len(word) <= LONGEST and not word.isdigit() and not vocabulary.knows(word)
            if find_letter(word, vocabulary) or find_figure(word, vocabulary) or may_be_cut(word, vocabulary)
        }
        for memory in memories:
            suspects = memory.find_suspects(set(found))
            assert {word: suspect.figure for word, suspect in suspects.items()} == anew
            notable = set(filter(memory.may_be_two, found))
            assert notable == anew.keys()
            assert memory.find_suspects(set(found) - memory.common, notable) == suspects
            assert memory.common.isdisjoint(anew)


@given(st.lists(st.sets(TOKENS | st.text("etaoinshrd", min_size=1, max_size=40).map("{}the".format)), max_size=4))
def test_what_is_remembered_is_bounded(texts: list[set[str]]) -> None:
    """No more words are kept than are wanted, nor more stretches of them, however many are found."""
    few = words.REMEMBERED_STRETCHES
    words.REMEMBERED_STRETCHES = 30
    try:
        memory = Acquaintance("en", 10)
        for text in texts:
            memory.find_suspects(text)
            assert len(memory._suspects) <= 10
            stretches = sum(len(kept or ()) for _, kept in memory._suspects.values())
            assert stretches == memory._stretches <= words.REMEMBERED_STRETCHES + words.FEW_STRETCHES
    finally:
        words.REMEMBERED_STRETCHES = few


def test_a_text_of_unknown_words_takes_room_in_step_with_its_length() -> None:
    """What is made of each of them is forgotten."""
    draw = random.Random(5)
    text = " ".join(["".join(draw.choices("etaoinshrdlu", k=30)) + "the" for _ in range(600)])
    list(split_words(Document("leadersannounced", "en"), 0, 0.5))
    tracemalloc.start()
    try:
        list(split_words(Document(text, "en"), 0, 0.5))
        assert tracemalloc.get_traced_memory()[1] < 60 * len(text)
    finally:
        tracemalloc.stop()


@given(st.sampled_from(sorted(TABLED)), st.data())
def test_common_words_add_nothing_by_standing_in_the_document(language: str, data: st.DataObject) -> None:
    """look_up(word, {word}) == look_up(word, {}), and no part of a token is a word only because it is seen."""
    vocabulary = load_vocabulary(language)
    word = data.draw(common_words(language))
    assert look_up(word, vocabulary, {word}) == look_up(word, vocabulary, ())
    assert len(word) < SEEN_SHORTEST or word in vocabulary.parts or vocabulary.is_capitalized_part(word)


def test_the_odds_of_a_cut_grow_with_its_score() -> None:
    """What `lift` takes for granted."""
    tables = [weighing.load_weights(judges) for judges in ("glue", "glue-nameless")]
    rates = [weight for table in tables for name, weight in table.items() if name.startswith("final-score:")]
    assert rates
    assert min(rates) > 0


@given(text=TEXTS, language=LANGUAGES, damage=st.integers(0, 5))
@example(text="the leadersannounced a planand the leaders met forMocha by the planand", language="en", damage=0)
@example(text="Devonport totalled port and port, Devonport; Devonport modeller model", language="en", damage=0)
def test_nothing_is_lost_at_a_glance(text: str, language: str, damage: int) -> None:
    """split_words says the same if no word is dismissed before its document has been asked."""
    quick = list(split_words(Document(text, language), damage, 0.0))
    find_damage = words._find_damage
    words._find_damage = lambda token, vocabulary, seen: -math.inf
    words._acquaintance.cache_clear()
    try:
        assert list(split_words(Document(text, language), damage, 0.0)) == quick
    finally:
        words._find_damage = find_damage
        words._acquaintance.cache_clear()


@pytest.mark.parametrize("few", [0, 1000])
@given(text=TEXTS, language=LANGUAGES, damage=st.integers(0, 5))
@example(text="the leadersannounced a planand the leaders met forMocha by the planand", language="en", damage=3)
def test_findings_are_the_same_cold_and_warm(few: int, text: str, language: str, damage: int) -> None:
    """split_words says the same twice, with what it remembers thrown away, and however it counts and looks."""
    warm = list(split_words(Document(text, language), damage, 0.6))
    words._acquaintance.cache_clear()
    words._score_cuts.cache_clear()
    words._find_damage_if_seen.cache_clear()
    kept = placing.FEW, tokens.PIECE
    placing.FEW = few
    tokens.PIECE = few + 1
    try:
        cold = list(split_words(Document(text, language), damage, 0.6))
    finally:
        placing.FEW, tokens.PIECE = kept
    assert cold == warm


@given(TOKENS, LANGUAGES, st.sets(TOKENS))
def test_no_cut_is_found_in_what_can_not_be_cut(token: str, language: str, seen: set[str]) -> None:
    """find_cuts(t, seen) implies may_be_cut(t), whatever the document's other words are."""
    vocabulary = load_vocabulary(language)
    stretches = {token[i:j] for i in range(len(token)) for j in range(i + SEEN_SHORTEST, len(token) + 1)}
    if not SHORTEST <= len(token) <= LONGEST or "_" in token or token[0].isdigit() or "日" in token:
        assert not may_be_cut(token, vocabulary)
    elif find_cuts(token, vocabulary, seen) or find_cuts(token, vocabulary, stretches):
        assert may_be_cut(token, vocabulary)


@given(st.lists(TOKENS, min_size=1, max_size=5), st.lists(st.one_of(TOKENS, st.sampled_from(PARTS)), max_size=20))
def test_the_parts_of_a_token_are_its_stretches_that_stand_in_the_text(tokens: list[str], others: list[str]) -> None:
    text = " ".join(others + tokens)
    everything = Counter(WORD_RE.findall(text))
    counts = placing.count_places(text, set(tokens))
    for token in tokens:
        stretches = {token[i:j] for i in range(len(token)) for j in range(i + SEEN_SHORTEST, len(token) + 1)}
        model = {stretch for stretch in stretches if stretch != token and stretch in everything}
        assert words._find_parts(token, set(everything)) == words._find_parts(token, everything) == model
        assert counts[token] == everything[token]


@given(TOKENS, LANGUAGES, st.sets(TOKENS))
@example("photovoltaicpanels", "en", {"photovoltaic"})
@example("Coffsand", "en", {"ffs"})
def test_a_word_of_the_document_is_part_of_a_token_only_if_it_is_one_of_its_stretches(
    token: str, language: str, seen: set[str]
) -> None:
    """Without its stretches in the document, a token without a capital inside is cut as if it stood there alone."""
    vocabulary = load_vocabulary(language)
    if not token[1:].islower() or not may_be_cut(token, vocabulary):
        return
    stretches = find_stretches(token, vocabulary)
    parts = {token[i:j] for i in range(len(token)) for j in range(i + SEEN_SHORTEST, len(token) + 1)}
    assert find_cuts(token, vocabulary, (seen | parts) - stretches) == find_cuts(token, vocabulary, ())


@given(st.sets(TOKENS, min_size=1, max_size=12), TEXTS)
@example({"a", "ab", "b"}, "ab a b abab a_b éa aé a")
def test_a_token_is_found_where_it_stands_as_a_word(tokens: set[str], text: str) -> None:
    whole = [token for token in tokens if WORD_RE.fullmatch(token)]
    model = [(found.start(), found.group()) for found in WORD_RE.finditer(text) if found.group() in whole]
    assert placing._find_places(text, dict.fromkeys(whole)) == model


@pytest.mark.parametrize("language", [*sorted(TABLED), "pl"])
def test_tails_are_the_parts_that_end_few_words(language: str) -> None:
    """Asked one by one, they are what the whole table gives."""
    vocabulary = load_vocabulary(language)
    tails = {part for part in vocabulary.parts if len(part) > 1 and vocabulary.words.get(part, "")[3:] < BINDING}
    tails.update(vocabulary.one_letter_tails)
    known = {*vocabulary.words, *vocabulary.function_words, *vocabulary.trademarks, *vocabulary.one_letter, "Kyiv"}
    assert set(filter(vocabulary.is_tail, known)) == tails


LONG_ENGLISH = " ".join(
    f"The mayor said on day {day} that the old harbour would stay open for all." for day in range(20)
)
GLUED = " The leadersannounced it at the market, and the crowdswere large."
MADE_UP = " ".join(
    f"Thon braw kirrin{letter} wis aye the glaikit o{letter}wert in the muckle hoose."
    for letter in "abcdefghijklmnopqrst"
)


def test_a_long_text_is_mended_if_its_words_are_known_and_left_alone_if_many_are_not() -> None:
    """Scots is no damaged English."""
    assert len(LONG_ENGLISH.split()) > words.LONG < len(MADE_UP.split())
    assert "leaders announced" in newsnorm.repair_spacing(LONG_ENGLISH + GLUED, language="en")
    assert newsnorm.repair_spacing(MADE_UP + GLUED, language="en") == MADE_UP + GLUED


@pytest.mark.parametrize(
    ("language", "damaged", "mended"),
    [
        (
            "en",
            "The populationin the valley fell, and theirtrains ran late for a shortageas usual, heannounced.",
            "The population in the valley fell, and their trains ran late for a shortage as usual, he announced.",
        ),
        (
            "es",
            "Los fondos obtenidosen la venta cubren muchas horasde trabajo, dijo elministro en febreroy se fue.",
            "Los fondos obtenidos en la venta cubren muchas horas de trabajo, dijo el ministro en febrero y se fue.",
        ),
        (
            "de",
            "Die Wahl der Regierungin der Hauptstadt war lang, sagteder Sprecher, undsie wurde gelobt.",
            "Die Wahl der Regierung in der Hauptstadt war lang, sagte der Sprecher, und sie wurde gelobt.",
        ),
    ],
)
def test_small_words_that_end_many_others_are_cut_off_where_no_word_ends_so(
    language: str, damaged: str, mended: str
) -> None:
    assert newsnorm.repair_spacing(damaged, language=language) == mended


@pytest.mark.parametrize("language", sorted(TABLED))
def test_no_known_word_is_closed_before_its_own_end(language: str) -> None:
    """is_closed(left, right) only where no known word ends so: not even left + right."""
    vocabulary = load_vocabulary(language)
    binding = [right for right in sorted(vocabulary.function_words) if vocabulary.words.get(right, "")[3:] >= BINDING]
    ends = [right for right in binding if right not in PRODUCTIVE.get(language, ())]
    assert ends
    for word in sorted(vocabulary.words)[::20]:
        for right in ends:
            if word.endswith(right):
                assert vocabulary.ends_alike(word.removesuffix(right), right)
                assert not vocabulary.is_closed(word.removesuffix(right), right)


@pytest.mark.parametrize(
    ("language", "token"),
    [
        ("en", "carpeta"),
        ("en", "taxa"),
        ("en", "XYZI"),
        ("es", "valley"),
        ("es", "Cruzy"),
        ("fr", "partita"),
        ("de", "sagteI"),
    ],
)
def test_a_letter_alone_is_no_word_for_that(language: str, token: str) -> None:
    assert find_letter(token, load_vocabulary(language)) is None
