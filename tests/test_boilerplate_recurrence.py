"""Stretches of records, judged by a model that looks at every pair of lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsnorm.boilerplate.lines import ReadLine
from newsnorm.boilerplate.recurrence import LEAST_TIMES, LONGEST_MARK, LONGEST_RECORD, MOST_WORDS, find_records
from newsnorm.phrases import to_key

THREAD = [
    "Anna on May 3 said:",
    "Tom on May 4 said:",
    "Reply",
    "2 hours ago",
    "Well done",
    "A long line. " * 9,
    "Jan",
    "12",
]


def read(texts: list[str]) -> list[ReadLine]:
    return [ReadLine(index, text) for index, text in enumerate(texts)]


def frames(line: ReadLine) -> set[str]:
    """Return what a template may have printed of `line`: its letters, and its words in lower case."""
    if line.size > LONGEST_MARK:
        return set()
    words = [word for word in line.text.split() if word[0].islower()]
    found = {"all " + to_key(line.text)} if to_key(line.text) else set()
    return found | ({"lower " + " ".join(words)} if 0 < len(words) <= MOST_WORDS else set())


@given(st.lists(st.sampled_from(THREAD), max_size=60))
def test_records_are_what_looking_at_all_pairs_finds(texts: list[str]) -> None:
    lines = read(texts)
    recurs, inside = [False] * len(lines), [0] * len(lines)
    for frame in {frame for line in lines for frame in frames(line)}:
        places = [position for position, line in enumerate(lines) if frame in frames(line)]
        for position in places:
            recurs[position] |= len(places) >= LEAST_TIMES
        stretches: list[list[int]] = []
        for position in places:
            if stretches and position - stretches[-1][-1] <= LONGEST_RECORD:
                stretches[-1].append(position)
            else:
                stretches.append([position])
        for stretch in stretches:
            if len(places) >= LEAST_TIMES and len(stretch) >= LEAST_TIMES:
                for position in range(stretch[0], stretch[-1] + 1):
                    inside[position] += 1
    assert find_records(lines) == (recurs, inside)


def test_paragraphs_between_headings_are_no_records() -> None:
    lines = read(["The bridge", "It fell at night, and nobody saw it.", "The river", "It rose by a metre in one day."])
    assert find_records(lines) == ([False] * 4, [0] * 4)


def test_no_lines_are_no_records() -> None:
    assert find_records([]) == ([], [])
