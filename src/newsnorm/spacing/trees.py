"""A row of small decision trees: each asks some features of a cut in turn and adds what its answer is worth.

A table has them as one reads them: a row for each question and each answer, with how deep it stands; below a question
comes first what follows if the feature is at most the threshold, then what follows if it is more.

They are asked all at once. Each answer of each tree is a bit of one long integer; for each feature, and each stretch
between two thresholds that its value may lie in, another integer has the bits of the answers that this leaves open. The
answers that all features leave open are those given, one in each tree.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import accumulate
from operator import getitem, or_
from struct import unpack
from typing import TYPE_CHECKING, NamedTuple, Union

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

__all__ = ["Forest", "Node", "ask_forest", "load_forest", "parse_trees", "plant_forest"]

# A question (which feature, the threshold, what follows) or an answer.
Node = Union[tuple[str, float, "Node", "Node"], float]  # noqa: UP007  (the other way round it would be evaluated)

# Room for the answers of one tree, in bits.
LANE = 16

# Answers have four digits: as integers, their sum is exact in any order.
UNIT = 10_000


class Forest(NamedTuple):
    """Trees, ready to be asked all at once.

    Attributes:
        features: The name of each feature, its thresholds, and which answers it leaves open below, between and above.
        answers: For each tree, what the highest of those answers is worth that are left open, in units.

    """

    features: tuple[tuple[str, list[float], list[int]], ...]
    answers: tuple[Answers, ...]


class Answers(dict[int, int]):
    """What the highest of some answers of a tree is worth, by their bits: worked out when it is first asked."""

    def __init__(self, worth: Sequence[int]) -> None:
        super().__init__()
        self._worth = worth

    def __missing__(self, bits: int) -> int:
        highest = self[bits] = max(worth for place, worth in enumerate(self._worth) if bits >> place & 1)
        return highest


def ask_forest(forest: Forest, features: Mapping[str, float], free: Collection[str] = ()) -> float:
    """Return the sum of the answers of all trees of `forest`; a feature that is not there is 0.

    Of the features named in `free` nothing is known: each tree gives the highest answer among those that the others
    leave open, and the sum is not exceeded, whatever they are.
    """
    size = len(forest.answers)
    left = (1 << LANE * size) - 1
    for name, thresholds, open_ in forest.features:
        if name not in free:
            left &= open_[bisect_left(thresholds, features.get(name, 0.0))]
    lanes = unpack(f"<{size}H", left.to_bytes(size * LANE // 8, "little"))
    return sum(map(getitem, forest.answers, lanes)) / UNIT


def plant_forest(trees: Sequence[Node]) -> Forest:
    """Return `trees`, ready to be asked.

    Raises:
        ValueError: A tree has more answers than there is room for, or an answer has more than four digits.

    """
    questions: dict[str, list[tuple[float, int, int]]] = {}  # by feature: the threshold, the answers on either side
    answers = []
    for number, tree in enumerate(trees):
        worth: list[int] = []
        _read_answers(tree, worth, questions, number * LANE)
        if len(worth) > LANE:
            raise ValueError(f"a tree has {len(worth)} answers, more than {LANE}")
        answers.append(Answers(worth))
    everything = (1 << LANE * len(trees)) - 1
    return Forest(tuple(_plant(name, asked, everything) for name, asked in questions.items()), tuple(answers))


def _plant(name: str, asked: list[tuple[float, int, int]], everything: int) -> tuple[str, list[float], list[int]]:
    """Return what one feature leaves open of `everything`, given what is `asked` of it."""
    closed_above: dict[float, int] = {}  # by threshold: what a value that is more closes,
    closed_below: dict[float, int] = {}  # and what one that isn't closes
    for threshold, at_most, more in asked:
        closed_above[threshold] = closed_above.get(threshold, 0) | at_most
        closed_below[threshold] = closed_below.get(threshold, 0) | more
    thresholds = sorted(closed_above)
    above = accumulate(map(closed_above.__getitem__, thresholds), or_, initial=0)
    below = [*accumulate(map(closed_below.__getitem__, reversed(thresholds)), or_, initial=0)]
    return name, thresholds, [everything & ~(low | high) for low, high in zip(above, reversed(below), strict=True)]


def _read_answers(node: Node, worth: list[int], questions: dict[str, list[tuple[float, int, int]]], first: int) -> int:
    """Add what `node` asks and answers to `worth` and `questions`; return the bits of its answers."""
    if not isinstance(node, tuple):
        units = round(node * UNIT)
        if abs(units / UNIT - node) > 1e-9:
            raise ValueError(f"the answer {node} has more than four digits")
        worth.append(units)
        return 1 << first + len(worth) - 1
    feature, threshold, *branches = node
    at_most, more = (_read_answers(branch, worth, questions, first) for branch in branches)
    questions.setdefault(feature, []).append((threshold, at_most, more))
    return at_most | more


def parse_trees(rows: Iterable[Sequence[str]]) -> tuple[Node, ...]:
    """Return the trees that `rows` of depth, feature and threshold hold; an answer's row has no feature.

    >>> parse_trees([["0", "bond", "2.5"], ["1", "", "0.5"], ["1", "", "-0.5"], ["0", "", "1"]])
    (('bond', 2.5, 0.5, -0.5), 1.0)
    """
    trees = []
    left = iter(rows)
    for depth, feature, number in left:
        assert depth == "0"
        trees.append(_parse_node(left, feature, number))
    return tuple(trees)


def _parse_node(rows: Iterator[Sequence[str]], feature: str, number: str) -> Node:
    if not feature:
        return float(number)
    at_most, more = (_parse_node(rows, *next(rows)[1:]) for _ in range(2))
    return (feature, float(number), at_most, more)


@cache
def load_forest(name: str) -> Forest:
    """Return the trees of the package's own table `name`: the same object every time."""
    return plant_forest(parse_trees(read_rows(name, 3)))
