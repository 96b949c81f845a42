"""Trees that are asked all at once answer as trees that are gone through one by one."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.spacing.trees import LANE, Node, ask_forest, load_forest, parse_trees, plant_forest
from newsnorm.tables import read_rows

NAMES = ("bond", "letters", "noun")
THRESHOLDS = st.sampled_from([-1.5, 0.0, 0.5, 2.5])
VALUES = st.sampled_from([-2.0, -1.5, 0.0, 0.25, 0.5, 1.0, 2.5, 3.0])
ANSWERS = st.integers(-9999, 9999).map(lambda units: units / 10_000)
TREES = st.recursive(
    ANSWERS,
    lambda nodes: st.tuples(st.sampled_from(NAMES), THRESHOLDS, nodes, nodes),
    max_leaves=LANE - 4,
)


def answer(node: Node, features: dict[str, float]) -> float:
    """Go through a tree question by question: the obviously right way."""
    while isinstance(node, tuple):
        name, threshold, at_most, more = node
        node = at_most if features.get(name, 0.0) <= threshold else more
    return node


def highest(node: Node, features: dict[str, float], free: set[str]) -> float:
    """Return the highest answer that may be given, where the `free` features may be anything, each time anew."""
    if not isinstance(node, tuple):
        return node
    name, threshold, at_most, more = node
    if name in free:
        return max(highest(at_most, features, free), highest(more, features, free))
    return highest(at_most if features.get(name, 0.0) <= threshold else more, features, free)


FEATURES = st.dictionaries(st.sampled_from(NAMES), VALUES)


@given(st.lists(TREES, max_size=4), FEATURES)
def test_all_at_once_is_one_by_one(trees: list[Node], features: dict[str, float]) -> None:
    asked = ask_forest(plant_forest(trees), features, ())
    assert asked == pytest.approx(sum(answer(tree, features) for tree in trees), abs=1e-9)


@given(st.lists(TREES, max_size=3), FEATURES, st.sets(st.sampled_from(NAMES)))
def test_a_bound_is_the_highest_answer_of_each_tree_and_never_exceeded(
    trees: list[Node], features: dict[str, float], free: set[str]
) -> None:
    forest = plant_forest(trees)
    bound = ask_forest(forest, features, free)
    # What one question leaves open another may close: so the bound may be higher than going down each branch by itself.
    assert bound >= sum(highest(tree, features, free) for tree in trees) - 1e-9
    fixed = {name: value for name, value in features.items() if name not in free}
    for values in product([-2.0, 0.0, 0.3, 1.0, 9.0], repeat=len(free)):
        assert ask_forest(forest, fixed | dict(zip(sorted(free), values, strict=True)), ()) <= bound + 1e-9


@pytest.mark.parametrize("table", ["glue-trees.tsv", "glue-nameless-trees.tsv"])
def test_the_trees_of_the_package_are_asked_as_they_are_written(table: str) -> None:
    trees = parse_trees(read_rows(table, 3))
    assert len(trees) > 50
    for step in range(40):
        features = {
            name: float((step * 7 + place * 3) % 16 - 4)
            for place, name in enumerate(["right-bond", "letters", "left-frequency", "right-frequency", "language-de"])
        }
        one_by_one = sum(answer(tree, features) for tree in trees)
        assert ask_forest(load_forest(table), features) == pytest.approx(one_by_one, abs=1e-9)


@pytest.mark.parametrize(
    ("tree", "message"),
    [(0.00001, "more than four digits"), (("bond", 0.5, *[("bond", float(n), 0.1, 0.2) for n in range(2)]), None)],
)
def test_what_there_is_no_room_for_is_refused(tree: Node, message: str | None) -> None:
    if message is None:
        for depth in range(4):
            tree = ("letters", float(depth), tree, tree)
        message = "answers, more than"
    with pytest.raises(ValueError, match=message):
        plant_forest([tree])
