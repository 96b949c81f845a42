"""The laws of `newsnorm.alignment`, against a model that keeps the raw span of every single character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.alignment import Alignment
from newsnorm.edits import Edit, apply_edits, check_edits


class NaiveAlignment:
    """One raw span and one block number for each character: obviously right, and slow."""

    def __init__(self, spans: list[tuple[int, int]], blocks: list[int | None], raw_length: int) -> None:
        self.spans, self.blocks, self.raw_length = spans, blocks, raw_length

    @classmethod
    def identity(cls, length: int) -> NaiveAlignment:
        return cls([(i, i + 1) for i in range(length)], [None] * length, length)

    def then(self, edits: tuple[Edit, ...]) -> NaiveAlignment:
        # Characters that end up in one block carry the same label; None is a copied character.
        labels = list(self.blocks)
        inserted: dict[int, list[tuple[int, int, int]]] = {}
        fresh = 1 + max([b for b in labels if b is not None], default=-1)
        for edit in edits:
            touched = {labels[i] for i in range(edit.start, edit.end)} - {None}
            if edit.start == edit.end and 0 < edit.start < len(labels) and labels[edit.start - 1] == labels[edit.start]:
                touched = {labels[edit.start]} - {None}
            # An earlier edit of this pass may have put an insertion into a block that this one touches too.
            labels = [fresh if label in touched else label for label in labels]
            for entries in inserted.values():
                entries[:] = [(fresh if label in touched else label, *rest) for label, *rest in entries]
            labels[edit.start : edit.end] = [fresh] * (edit.end - edit.start)
            inserted.setdefault(edit.start, []).append((fresh, len(edit.text), edit.end))
            fresh += 1
        deleted = {i for edit in edits for i in range(edit.start, edit.end)}
        new_labels: list[int | None] = []
        new_spans: list[tuple[int, int] | None] = []
        hulls: dict[int, list[tuple[int, int]]] = {}
        for i in range(len(labels) + 1):
            for label, size, end in inserted.get(i, ()):
                if i == end and label not in set(labels):
                    hulls.setdefault(label, []).append(self.to_raw(i, i))
                new_labels += [label] * size
                new_spans += [None] * size
            if i < len(labels):
                if labels[i] is not None:
                    hulls.setdefault(labels[i], []).append(self.spans[i])
                if i not in deleted:
                    new_labels.append(labels[i])
                    new_spans.append(self.spans[i] if labels[i] is None else None)
        hull = {label: (min(a for a, _ in spans), max(b for _, b in spans)) for label, spans in hulls.items()}
        spans = [hull[label] if span is None else span for label, span in zip(new_labels, new_spans, strict=True)]
        return NaiveAlignment(spans, new_labels, self.raw_length)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.spans[start][0], self.spans[end - 1][1]
        inside = 0 < start < len(self.spans) and self.blocks[start - 1] is not None
        if inside and self.blocks[start - 1] == self.blocks[start]:
            return self.spans[start]
        return (
            self.spans[start - 1][1] if start else 0,
            self.spans[start][0] if start < len(self.spans) else self.raw_length,
        )

    def from_raw(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            hit = [i for i, (a, b) in enumerate(self.spans) if max(a, start) < min(b, end) or start < a == b < end]
        else:
            hit = [i for i, (a, b) in enumerate(self.spans) if a == b == start or (a < start < b)]
        if hit:
            return hit[0], hit[-1] + 1
        gap = sum(b <= start for _, b in self.spans)
        return gap, gap


@st.composite
def edit_sets(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10)))
    proposed: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        edit = Edit(start, end, draw(st.text("xyz ", max_size=3)), "any-rule")
        if not proposed or (start >= proposed[-1].end and (start, end) != proposed[-1][:2]):
            proposed.append(edit)
    return check_edits(text, proposed)


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, str, Alignment, NaiveAlignment]:
    raw = text = draw(st.text("ab\n", max_size=14))
    alignment, naive = Alignment.identity(len(raw)), NaiveAlignment.identity(len(raw))
    for _ in range(draw(st.integers(0, 4))):
        edits = draw(edit_sets(text))
        text, alignment, naive = apply_edits(text, edits), alignment.then(edits), naive.then(edits)
    return raw, text, alignment, naive


def spans(length: int) -> list[tuple[int, int]]:
    return [(a, b) for a in range(length + 1) for b in range(a, length + 1)]


@given(histories())
def test_to_raw_agrees_with_the_naive_model(history: tuple[str, str, Alignment, NaiveAlignment]) -> None:
    raw, text, alignment, naive = history
    assert (alignment.length, alignment.raw_length) == (len(text), len(raw))
    for start, end in spans(len(text)):
        assert alignment.to_raw(start, end) == naive.to_raw(start, end)


@given(histories())
def test_from_raw_agrees_with_the_naive_model(history: tuple[str, str, Alignment, NaiveAlignment]) -> None:
    raw, _, alignment, naive = history
    for start, end in spans(len(raw)):
        assert alignment.from_raw(start, end) == naive.from_raw(start, end)


@given(histories())
def test_maps_are_monotone_and_containing_spans_map_to_containing_spans(
    history: tuple[str, str, Alignment, NaiveAlignment],
) -> None:
    """to_raw(a, b) lies within to_raw(c, d) for c <= a < b <= d, and a later span never maps to an earlier one."""
    _, text, alignment, _ = history
    mapped = {span: alignment.to_raw(*span) for span in spans(len(text)) if span[0] < span[1]}
    for (a, b), (x, y) in mapped.items():
        for (c, d), (u, v) in mapped.items():
            if c <= a and b <= d:
                assert u <= x
                assert y <= v
            if a <= c and b <= d:
                assert x <= u
                assert y <= v


@given(histories())
def test_copied_runs_stand_in_the_raw_text_letter_for_letter(
    history: tuple[str, str, Alignment, NaiveAlignment],
) -> None:
    raw, text, alignment, _ = history
    assert [run.start for run in alignment.runs] == [0, *(run.end for run in alignment.runs)][: len(alignment.runs)]
    for run in alignment.runs:
        assert run.start < run.end
        if run.copied:
            assert text[run.start : run.end] == raw[run.raw_start : run.raw_end]


@pytest.mark.parametrize("span", [(-1, 0), (0, 4), (2, 1)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    alignment = Alignment.identity(3)
    for direction, side in ((alignment.to_raw, "clean"), (alignment.from_raw, "raw")):
        with pytest.raises(ValueError, match=f"is not a span of the {side} text, which has 3 code points"):
            direction(*span)


def test_an_insertion_into_the_first_replacement_joins_it() -> None:
    """``Kiev`` became ``Kyiv`` at the very start, and something stands within it now: it is one block still."""
    alignment = Alignment.identity(9).then([Edit(0, 4, "Kyiv", "a-rule")]).then([Edit(2, 2, "-", "b-rule")])
    assert [alignment.to_raw(i, i + 1) for i in range(6)] == [(0, 4)] * 5 + [(4, 5)]
    assert [run.copied for run in alignment.runs] == [False, True]
