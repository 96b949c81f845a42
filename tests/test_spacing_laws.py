"""The laws of the spacing stage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.document import Document
from strategies import any_texts, articles, damaged_prose

TEXTS = st.one_of(articles(), articles(), any_texts, damaged_prose().map(lambda pair: pair[1]))


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
    """Solid characters stay the same, in order, but for stops that `drop-stray-stop` says it drops."""
    article = repair(text)
    dropped = sum(change.rule == "drop-stray-stop" for change in article.changes)
    solid, left = "".join(text.split()), "".join(article.text.split())
    if dropped:
        assert len(solid) - len(left) == dropped
        assert solid.replace(".", "") == left.replace(".", "")
    else:
        assert solid == left


@given(TEXTS)
def test_mended_text_is_a_fixed_point(text: str) -> None:
    """repair(repair(x)) == repair(x), and says so without a change."""
    again = repair(repair(text).text)
    assert again.changes == ()


@given(TEXTS)
def test_lines_never_merge(text: str) -> None:
    """Each line of the result is the repair's of one line: line breaks are neither added nor taken."""
    mended = repair(text).text
    assert mended.count("\n") == text.count("\n")
    for before, after in zip(text.split("\n"), mended.split("\n"), strict=True):
        assert "".join(before.split()).replace(".", "") == "".join(after.split()).replace(".", "")


@given(TEXTS)
def test_protected_spans_are_untouched(text: str) -> None:
    """No edit of the stage shares a character with an address, a handle, a tag or code."""
    article = repair(text)
    if article.steps:
        protected = Document(text).protected
        assert not any(protected.touches(edit.start, edit.end) for edit in article.steps[0].edits)


@given(damaged_prose())
def test_only_gaps_that_were_taken_come_back(pair: tuple[str, str]) -> None:
    """gaps(damaged) <= gaps(repair(damaged)) <= gaps(clean)."""
    clean, damaged = pair
    mended = repair(damaged).text
    assert gaps(damaged) <= gaps(mended) <= gaps(clean)


@given(damaged_prose())
def test_clean_prose_is_left_alone(pair: tuple[str, str]) -> None:
    clean, _ = pair
    assert repair(clean).changes == ()
