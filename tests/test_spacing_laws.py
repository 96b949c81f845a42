"""The laws of the spacing stage."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm import spacing
from newsnorm.document import Document
from newsnorm.spacing import (
    apostrophes,
    brackets,
    elisions,
    figures,
    marks,
    pairing,
    quotes,
    separators,
    singles,
    stops,
)
from newsnorm.testing import Damaged, any_texts, articles, check_repair, check_spacing, damaged

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))

TEXTS = st.one_of(articles(), articles(), any_texts(), damaged("glued").map(lambda cut: cut.text))


def repair(text: str) -> newsnorm.Article:
    return newsnorm.normalize(text, stages=("spacing",))


def gaps(text: str) -> set[int]:
    """Return before which solid characters, counted from 0, white space stands."""
    found, n = set(), 0
    for character in text:
        if character.isspace():
            found.add(n)
        else:
            n += 1
    return found


@given(TEXTS)
def test_only_white_space_changes(text: str) -> None:
    """And stops that `drop-stray-stop` says it drops; no line ends elsewhere; addresses and code stay as they are."""
    check_spacing(text)


@given(TEXTS)
def test_mended_text_is_a_fixed_point(text: str) -> None:
    """repair(repair(x)) == repair(x), and says so without a change."""
    again = repair(repair(text).text)
    assert again.changes == ()


@given(damaged("glued"))
def test_only_gaps_that_were_taken_come_back(cut: Damaged) -> None:
    """gaps(damaged) <= gaps(repair(damaged)) <= gaps(gold), and the gold stays as it is."""
    mended = repair(cut.text).text
    assert gaps(cut.text) <= gaps(mended) <= gaps(cut.gold)
    check_repair(cut)


@given(damaged("glued"))
def test_clean_prose_is_left_alone(cut: Damaged) -> None:
    assert repair(cut.gold).changes == ()


QUOTED = st.text("ab 5.,:(\n'\"“”„‘’«»‚", max_size=40)


@given(st.one_of(QUOTED, TEXTS), st.sampled_from(["en", "de", "fr", "und"]))
@example('He said:\n"Yes"and left. «\xa0Oui »', "fr")
def test_no_quotation_mark_is_lost_at_a_glance(text: str, language: str) -> None:
    """Where a glance says that a text's quotation marks are sound, a close look finds nothing."""
    document = Document(text, language)
    glance = quotes._may_touch
    quick = list(quotes.space_quotes(document))
    quotes._may_touch = lambda text: True
    try:
        assert list(quotes.space_quotes(document)) == quick
    finally:
        quotes._may_touch = glance


RULES = (
    quotes.space_quotes,
    marks.space_marks,
    separators.space_bars,
    separators.space_dashes,
    separators.space_addresses,
    separators.space_questions,
    separators.space_tags,
    brackets.space_hidden_mail,
    figures.space_currencies,
    separators.space_lettered,
    brackets.space_bracketed_links,
    brackets.space_asides,
    apostrophes.space_endings,
    apostrophes.space_literals,
    singles.space_single_quotes,
    elisions.space_elisions,
    stops.drop_stray_stops,
)
WORDS = "the|The|view|others|CAIRO|Gunmen|A|U.S|b|they|1998|about us|so|Contact Us|Log Out/Change".split("|")
JOINTS = ". |.|, |,|$12 |£2.5 |– |— | -|- | —|— |'|' | '|’|’s|‘|\"| \"|. \"|“|” |(| (|)|.(|) |\n|/| • |''|'s".split("|")
TOUCHED = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([*JOINTS, "|"])), max_size=7).map(
    lambda pairs: "".join(word + joint for word, joint in pairs)
)


@given(st.one_of(TOUCHED, QUOTED, TEXTS), st.sampled_from(["en", "de", "es", "fr", "und"]))
@example("CAIRO -The talks", "en")
@example("CAIRO— The talks", "en")
@example('It named a mediator. "impartial" between them', "en")
@example("your account.(Log Out/Change)", "en")
@example("they said‘yes’and left the others'view", "en")
@example("sold for$799 and more than£2.5", "en")
@example("visitwww.example.org andhttps://example.org", "en")
@example("andhttps://localhost", "en")
@example("write to:jo@example.org,www.example.org", "en")
@example("tags like#Lindau and@lindau, by[email protected]or so, nach§5", "en")
@example("It was lost.(The view)", "en")
@example("el puerto?¿Por qué", "es")
@example("Il a dit alorsqu’il partait", "fr")
@example("Il a dit alorsqu’il partait", "en")
def test_a_rule_that_is_left_out_finds_nothing(text: str, language: str) -> None:
    document = Document(text, language)
    chosen = set(spacing._choose_rules(document))
    assert chosen <= set(RULES)
    assert not [finding for rule in RULES if rule not in chosen for finding in rule(document)]


@given(QUOTED)
def test_a_remembered_row_reads_as_a_new_one(text: str) -> None:
    """pair_quotes is the same with rows read anew, and by what the neighbours are, whatever letters of a case."""
    places = [at for at, mark in enumerate(text) if mark in quotes.DOUBLE]
    marks = pairing.pair_quotes(text, places, 0, len(text))
    other = text.replace("a", "z").replace("A", "Ö").replace("b", "ß").replace("5", "7")
    pairing._remember_row.cache_clear()
    assert pairing.pair_quotes(other, places, 0, len(text)) == marks


@cache
def sound_paragraphs() -> list[tuple[str, str]]:
    """Return the paragraphs of our own articles in twenty languages, as they come out, and their language."""
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in GOLDEN]
    return [
        (line, article["language"])
        for article in articles
        for line in article["text"].split("\n")
        if len(line.split()) > 7 and newsnorm.repair_spacing(line, language=article["language"]) == line
    ]


@st.composite
def lost_tags(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a sound paragraph, the same without the spaces at the edges of one to three tags in it, and its language.

    No two words in a row lose theirs: what three words that ran together were is a guess.
    """
    clean, language = draw(st.sampled_from(sound_paragraphs()))
    words = clean.split(" ")
    taken: set[int] = set()
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, len(words) - 1))
        taken |= {first, first + draw(st.integers(1, 6))}
    taken = {i for i in taken if i - 1 not in taken}
    damaged_text = "".join(("" if i in taken or not i else " ") + word for i, word in enumerate(words))
    return clean, damaged_text, language


def test_there_are_sound_paragraphs_of_many_languages() -> None:
    assert len(sound_paragraphs()) > 40
    assert len({language for _, language in sound_paragraphs()}) >= 12


@given(lost_tags())
def test_only_gaps_taken_at_tags_come_back(lost: tuple[str, str, str]) -> None:
    """gaps(damaged) <= gaps(repair(damaged)) <= gaps(clean), and nothing else has changed."""
    clean, damaged_text, language = lost
    mended = newsnorm.repair_spacing(damaged_text, language=language)
    assert mended.replace(" ", "") == clean.replace(" ", "")
    assert gaps(damaged_text) <= gaps(mended) <= gaps(clean)
