"""Laws of `locate`: a quotation is found despite typography, and only where no other place could be meant."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.locate import find_quotation

ALPHABET = "ab Aé.,'’\"“”«-–—\n\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{HORIZONTAL ELLIPSIS}\N{LATIN SMALL LIGATURE FI}"
TEXTS = st.text(alphabet=ALPHABET, max_size=40) | st.text(max_size=40)

# A reader's slips, each one alone.
SLIPS = {
    "straight quotes": str.maketrans("“”‘’", "\"\"''"),
    "hyphens": str.maketrans("–—", "--"),
    "line breaks": str.maketrans(" ", "\n"),
    "capitals": str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
}
STORY = (
    "Harbour town reopens\n\n“We’ve waited – all of us – for this,” the mayor said.\nThe ferry runs again; "
    "a 12‑day strike is over. “We’ve waited” is also the name of a song…"
)


@given(TEXTS, st.data())
def test_a_unique_substring_is_found_exactly(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    assume(quote and text.find(quote) == text.rfind(quote))
    assume(find_quotation(quote, quote) is not None)
    assert find_quotation(quote, text) == (start, end)


@given(TEXTS, TEXTS)
def test_a_found_span_is_itself_the_quotation(quote: str, text: str) -> None:
    found = find_quotation(quote, text)
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
        assert find_quotation(quote, text[slice(*found)]) == (0, found[1] - found[0])


@given(TEXTS)
def test_what_stands_twice_is_ambiguous(text: str) -> None:
    assert find_quotation(text, f"{text}||{text}") is None


@pytest.mark.parametrize("slip", SLIPS)
@given(st.data())
def test_a_slip_of_typography_changes_nothing(slip: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(STORY) - 30))  # 30 characters are nowhere twice, by any reading
    end = data.draw(st.integers(start + 30, len(STORY)))
    quote = STORY[start:end]
    assume(quote.strip() == quote)
    assert find_quotation(quote.translate(SLIPS[slip]), STORY) == (start, end)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('"We\'ve waited - all of us - for this,"', "“We’ve waited – all of us – for this,”"),
        ("waited—all of us—for", "waited – all of us – for"),
        ("waited -- all", "waited – all"),
        ("said. The ferry", "said.\nThe ferry"),
        ("A 12-DAY STRIKE", "a 12‑day strike"),
        ("a song...", "a song…"),
        ("HARBOUR TOWN REOPENS \"we've", "Harbour town reopens\n\n“We’ve"),
    ],
)
def test_quotations_as_people_type_them(quote: str, found: str) -> None:
    span = find_quotation(quote, STORY)
    assert span is not None
    assert STORY[slice(*span)] == found


@pytest.mark.parametrize("quote", ["", " ", "\n", "We’ve waited", "the harbor town", "all of them", "a song..", "—"])
def test_absent_or_ambiguous_is_none(quote: str) -> None:
    assert find_quotation(quote, STORY) is None


def test_words_are_kept_apart() -> None:
    assert find_quotation("the rapist", "a therapist spoke") is None
    assert find_quotation("therapist", "the rapist fled") is None


def test_accents_are_letters() -> None:
    decomposed = "un cafe\N{COMBINING ACUTE ACCENT} noir"
    assert find_quotation("café noir", decomposed) == (3, 13)
    assert find_quotation("Cafe", decomposed) is None
    assert find_quotation("cafe noir", decomposed) is None


@pytest.mark.parametrize("unit", ["a", " ", "'", "-", "'-", "a ", "\N{COMBINING ACUTE ACCENT}", "\N{ZERO WIDTH SPACE}"])
def test_time_is_linear(unit: str) -> None:
    def measure(size: int) -> float:
        text = unit * size
        begin = time.process_time()
        find_quotation(f"{text}X{text}", text * 4)
        return time.process_time() - begin

    assert measure(80_000) < 40 * max(measure(10_000), 0.002)


def test_an_article_answers_in_raw() -> None:
    article = newsnorm.normalize(STORY)
    span = article.locate("the mayor said. The ferry runs")
    assert span is not None
    assert article.raw[slice(*span)] == "the mayor said.\nThe ferry runs"
    assert article.locate("nobody said this") is None


def test_a_quotation_of_the_clean_text_is_found_over_a_mended_place() -> None:
    raw = "Two words\x00 here, and a cafÃ© nearby."
    article = newsnorm.normalize(raw)
    start = article.text.find("here")
    quote = article.text[:start]
    assert article.locate(quote) == article.to_raw(0, start)


def test_only_text_can_be_located() -> None:
    with pytest.raises(TypeError, match="not bytes"):
        newsnorm.normalize("x").locate(b"x")  # type: ignore[arg-type]
