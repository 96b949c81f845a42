"""The laws of `newsnorm.edits`."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.edits import MAX_DIFF_PAIRS, Edit, EditError, apply_edits, check_edits, diff

TEXTS = st.text("abc \n", max_size=12)


@given(TEXTS, TEXTS, st.integers(0, 5))
def test_diff_then_apply_gives_the_second_text(before: str, after: str, offset: int) -> None:
    edits = check_edits("." * offset + before, diff(before, after, "any-rule", offset=offset))
    assert apply_edits("." * offset + before, edits) == "." * offset + after


def test_a_large_difference_is_one_edit() -> None:
    size = int(MAX_DIFF_PAIRS**0.5) + 1
    before, after = "[" + "ab" * size + "]", "[" + "ba" * size + "]"
    (edit,) = diff(before, after, "any-rule")
    assert apply_edits(before, [edit]) == after


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.text("xy", max_size=2)), max_size=6))
def test_checked_edits_are_sorted_disjoint_and_effective_or_refused(raw: list[tuple[int, int, str]]) -> None:
    text = "abcdefgh"
    proposed = [Edit(a, b, t, f"rule-{i}") for i, (a, b, t) in enumerate(raw)]
    try:
        checked = check_edits(text, proposed)
    except EditError as error:
        assert any(f"rule-{i}" in str(error) for i in range(len(raw)))
        return
    assert set(checked) <= set(proposed)
    for edit in proposed:
        assert text[edit.start : edit.end] == edit.text or any(edit[:3] == kept[:3] for kept in checked)
    for left, right in pairwise(checked):
        assert left.end <= right.start
        assert left[:2] != right[:2]


@given(st.permutations([Edit(0, 1, "x", "a"), Edit(1, 1, "y", "b"), Edit(1, 3, "", "c"), Edit(3, 3, "z", "d")]))
def test_the_order_of_proposals_does_not_matter(edits: list[Edit]) -> None:
    assert apply_edits("abcd", check_edits("abcd", edits)) == "xyzd"


def test_edit_errors_name_both_rules_and_pickle() -> None:
    with pytest.raises(EditError, match="'left-rule' and 'right-rule' both edit") as caught:
        check_edits("abcd", [Edit(1, 1, "x", "left-rule"), Edit(1, 1, "y", "right-rule")])
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.start, again.end) == (str(caught.value), 1, 1)


@given(st.permutations([Edit(0, 1, "x", "first-rule"), Edit(2, 3, "y", "a-rule"), Edit(2, 3, "y", "b-rule")]))
def test_of_twins_the_one_proposed_first_stays_and_all_others_are_kept(edits: list[Edit]) -> None:
    """Twins collapse, whatever their rules are called, and what follows them is looked at too."""
    twins = [edit for edit in edits if edit.start == 2]
    after = Edit(4, 5, "z", "last-rule")
    assert check_edits("abcdef", [*edits, after]) == (Edit(0, 1, "x", "first-rule"), twins[0], after)


@pytest.mark.parametrize("span", [(-1, 2), (2, 5), (3, 2)])
def test_an_edit_outside_the_text_is_refused_with_its_span(span: tuple[int, int]) -> None:
    with pytest.raises(EditError, match=r"^rule 'wild-rule' edits .* outside the text of 4 code points$") as caught:
        check_edits("abcd", [Edit(*span, "x", "wild-rule")])
    assert (caught.value.start, caught.value.end) == span


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_difference_spares_what_both_texts_share_at_their_ends(head: str, before: str, after: str, tail: str) -> None:
    """No edit touches the common head or tail, and each bears the rule's name."""
    before, after = f"{head}<{before}>{tail}", f"{head}[{after}]{tail}"
    edits = list(diff(before, after, "any-rule"))
    assert {edit.rule for edit in edits} == {"any-rule"}
    assert edits[0].start == len(head)
    assert edits[-1].end == len(before) - len(tail)


def test_a_difference_is_made_of_small_edits() -> None:
    """What stays between two changes is no part of either, at whatever offset, however often its letters occur."""
    assert list(diff("one two three", "one 2 three 4", "any-rule", offset=7)) == [
        Edit(11, 14, "2", "any-rule"),
        Edit(20, 20, " 4", "any-rule"),
    ]
    middle = "ab" * 150  # 300 letters of two kinds: too many to be looked up as rare ones
    edits = list(diff(f"<{middle}>", f"[{middle}]", "any-rule"))
    assert edits == [Edit(0, 1, "[", "any-rule"), Edit(301, 302, "]", "any-rule")]
