"""The laws of `newsnorm.code_pages`, and of what is told by it at a glance."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.code_pages import KINDS, PAGES, PLAIN, characters, encode, find_pairs, tabulate
from newsnorm.encoding import SOFT_HYPHEN, gate
from newsnorm.encoding.invisible import ANY_RE
from newsnorm.testing import articles

PAGE_TEXTS = st.sampled_from(["ascii", *PAGES]).flatmap(
    lambda page: st.text(sorted(set(bytes(range(256)).decode(page, "ignore"))), max_size=30)
)
# What the repairs of ftfy look at, among letters.
SUSPICIOUS = st.text("aA &;#1éÉâÂÃ€™“”œŒÐÞÎÙ√ž¤¨ВГвђЂж„’\N{NO-BREAK SPACE}\x07\x85\n<", max_size=24)


@given(st.one_of(PAGE_TEXTS, st.text()))
def test_a_text_is_its_bytes(text: str) -> None:
    """encode(t) gives t back, a byte for each character; and only what fits no page is left alone."""
    page, whole, marks = encode(text)
    if page:
        assert (whole.decode(page), len(whole)) == (text, len(text))
        assert marks == bytes(byte for byte in whole if byte not in PLAIN)
    else:
        assert whole == marks == b""
        for other in PAGES:
            with pytest.raises(UnicodeEncodeError):
                text.encode(other)


@given(
    st.text("ab.-Z", max_size=20),
    st.lists(
        st.tuples(st.sets(st.sampled_from("ab.-Z")), st.sets(st.sampled_from("ab.-Z"))), min_size=1, max_size=KINDS
    ),
)
def test_pairs_are_found_where_they_stand(text: str, kinds: list[tuple[set[str], set[str]]]) -> None:
    """Bit k of byte i is set where a character that begins a pair of kind k stands before one that ends it."""
    sides = tabulate("ascii", lambda c: ([c in begins for begins, _ in kinds], [c in ends for _, ends in kinds]))
    pairs = find_pairs(text.encode("ascii"), sides)
    model = sum(
        1 << 8 * i + k
        for i in range(len(text) - 1)
        for k, (begins, ends) in enumerate(kinds)
        if text[i] in begins and text[i + 1] in ends
    )
    assert pairs == model


@pytest.mark.parametrize("page", ["ascii", *PAGES])
def test_no_letter_of_a_code_page_is_composed(page: str) -> None:
    """What lets the gate leave out that question: all characters stand for themselves, and none combines."""
    for character in characters(page):
        assert unicodedata.is_normalized("NFC", character)
        assert unicodedata.combining(character) == 0
        assert not any(
            unicodedata.normalize("NFC", f"{other}{character}") != f"{other}{character}" for other in "aAeEuи"
        )


@pytest.mark.parametrize("page", ["ascii", *PAGES])
def test_code_pages_have_one_invisible_character_alone(page: str) -> None:
    """What lets the encoding stage leave out that search."""
    found = [character for character in characters(page) if ANY_RE.match(character)]
    assert [ord(character.encode(page)) for character in found] == [SOFT_HYPHEN] * (page != "ascii")


@given(st.one_of(SUSPICIOUS, PAGE_TEXTS, articles()), st.integers(2, 40))
@example("\nÂ ", 2)
@example("\N{LATIN SMALL LETTER O WITH DIAERESIS}\N{COPYRIGHT SIGN}", 2)
def test_a_sound_text_holds_no_suspects(text: str, longest: int) -> None:
    """Where a glance says that no line may need repair, a close look finds none, wherever the text is cut for it."""
    encoded = encode(text)
    kept = gate.LONGEST
    gate.LONGEST = longest
    try:
        assert list(gate.find_suspects(text, encoded)) == list(gate.find_suspects(text))
    finally:
        gate.LONGEST = kept


@given(st.lists(st.one_of(SUSPICIOUS.map(lambda text: text.replace("\n", "")), st.just("e\u0301 sound")), max_size=5))
def test_the_suspects_of_a_text_are_those_of_its_lines(lines: list[str]) -> None:
    """find_suspects(t) yields the span of each line that is suspect by itself, in order, and no other."""
    text = "".join(f"{line}\n" for line in lines)
    starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
    model = [
        (start, start + len(line) + 1)
        for start, line in zip(starts, lines, strict=True)
        if list(gate.find_suspects(f"{line}\n"))
    ]
    assert list(gate.find_suspects(text)) == list(gate.find_suspects(text, encode(text))) == model
