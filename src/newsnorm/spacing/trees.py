"""A row of small decision trees: each asks some features of a cut in turn and adds what its answer is worth.

``glue-trees.tsv`` has them as one reads them: a row for each question and each answer, with how deep it stands; below a
question comes first what follows if the feature is at most the threshold, then what follows if it is more.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Union

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

__all__ = ["bound_by_trees", "parse_trees", "score_by_trees"]

# A question (which feature, the threshold, what follows) or an answer.
Node = Union[tuple[str, float, "Node", "Node"], float]  # noqa: UP007  (the other way round it would be evaluated)
# The same, with the feature's number for its name: hundreds of questions are asked of every cut.
Numbered = Union[tuple[int, float, "Numbered", "Numbered"], float]  # noqa: UP007


def score_by_trees(features: Mapping[str, float]) -> float:
    """Return the sum of the answers of all trees; a feature that is not there is 0."""
    return bound_by_trees(features, ())


def bound_by_trees(features: Mapping[str, float], free: Collection[str]) -> float:
    """Return a bound that `score_by_trees` does not exceed, whatever the features named in `free` are."""
    numbers, trees = _trees()
    values: list[float | None] = [None if name in free else features.get(name, 0.0) for name in numbers]
    total = 0.0
    for node in trees:
        total += _answer(node, values)
    return total


def _answer(node: Numbered, values: Sequence[float | None]) -> float:
    """Return the answer of a tree; the highest of all that it may be, where a feature has no value."""
    while isinstance(node, tuple):
        number, threshold, at_most, more = node
        value = values[number]
        if value is None:
            return max(_answer(at_most, values), _answer(more, values))
        node = at_most if value <= threshold else more
    return node


def parse_trees(rows: Iterator[list[str]]) -> tuple[Node, ...]:
    """Return the trees that `rows` of depth, feature and threshold hold; an answer's row has no feature.

    >>> parse_trees(iter([["0", "bond", "2.5"], ["1", "", "0.5"], ["1", "", "-0.5"], ["0", "", "1"]]))
    (('bond', 2.5, 0.5, -0.5), 1.0)
    """
    trees = []
    for depth, feature, number in rows:
        assert depth == "0"
        trees.append(_parse_node(rows, feature, number))
    return tuple(trees)


def _parse_node(rows: Iterator[list[str]], feature: str, number: str) -> Node:
    if not feature:
        return float(number)
    at_most, more = (_parse_node(rows, *next(rows)[1:]) for _ in range(2))
    return (feature, float(number), at_most, more)


@cache
def _trees() -> tuple[tuple[str, ...], tuple[Numbered, ...]]:
    """Return the names of the features, in order of their numbers, and the trees."""
    numbers: dict[str, int] = {}
    trees = parse_trees(read_rows("glue-trees.tsv", 3))
    numbered = tuple([_number(tree, numbers) for tree in trees])
    return tuple(numbers), numbered


def _number(node: Node, numbers: dict[str, int]) -> Numbered:
    if not isinstance(node, tuple):
        return node
    feature, threshold, at_most, more = node
    number = numbers.setdefault(feature, len(numbers))
    return (number, threshold, _number(at_most, numbers), _number(more, numbers))
