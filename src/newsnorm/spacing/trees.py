"""A row of small decision trees: each asks some features of a cut in turn and adds what its answer is worth.

``glue-trees.tsv`` has them as one reads them: a row for each question and each answer, with how deep it stands; below a
question comes first what follows if the feature is at most the threshold, then what follows if it is more.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Union

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

__all__ = ["bound_by_trees", "parse_trees", "score_by_trees"]

# A question (which feature, the threshold, what follows) or an answer.
Node = Union[tuple[str, float, "Node", "Node"], float]  # noqa: UP007  (the other way round it would be evaluated)


def score_by_trees(features: Mapping[str, float]) -> float:
    """Return the sum of the answers of all trees; a feature that is not there is 0."""
    total = 0.0
    for tree in _trees():
        node = tree
        while isinstance(node, tuple):
            node = node[2] if features.get(node[0], 0.0) <= node[1] else node[3]
        total += node
    return total


def bound_by_trees(features: Mapping[str, float], free: Collection[str]) -> float:
    """Return a bound that `score_by_trees` does not exceed, whatever the features named in `free` are."""
    return sum(_bound(tree, features, free) for tree in _trees())


def _bound(node: Node, features: Mapping[str, float], free: Collection[str]) -> float:
    while isinstance(node, tuple):
        if node[0] in free:
            return max(_bound(node[2], features, free), _bound(node[3], features, free))
        node = node[2] if features.get(node[0], 0.0) <= node[1] else node[3]
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
def _trees() -> tuple[Node, ...]:
    return parse_trees(read_rows("glue-trees.tsv", 3))
