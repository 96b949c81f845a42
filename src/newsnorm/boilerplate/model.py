"""The learned model: which lines of a whole page are the article.

A page is read as a sequence of four parts, one after the other: what stands before the article, the article, islands of
furniture within it, and what stands after it. Each line gives evidence by its features, each step from part to part has
its price, and the forward-backward algorithm adds up all ways to read the page: so a line between paragraphs is judged
with them. It is a linear-chain conditional random field; `newsnorm.boilerplate.train` learns its weights.
"""

from __future__ import annotations

from functools import cache
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "AFTER",
    "ARTICLE",
    "BEFORE",
    "ISLAND",
    "LISTED",
    "LISTED_WEIGHT",
    "PARTS",
    "STEPS",
    "WEIGHTS",
    "Model",
    "add",
    "article_odds",
    "backward_scores",
    "forward_scores",
    "page_model",
    "parse_model",
]

WEIGHTS = "line_weights.tsv"

PARTS = ("before", "article", "island", "after")
BEFORE, ARTICLE, ISLAND, AFTER = range(4)
# From which part to which a page can go on, staying included. It ends in the article or after it.
STEPS = (
    (BEFORE, BEFORE),
    (BEFORE, ARTICLE),
    (ARTICLE, ARTICLE),
    (ARTICLE, ISLAND),
    (ISLAND, ISLAND),
    (ISLAND, ARTICLE),
    (ARTICLE, AFTER),
    (AFTER, AFTER),
)


# The feature of a line that stands in a listing for certain, and what it weighs against the article: enough to have the
# article looked for elsewhere. It is not learned, for listings are rare and known by other evidence.
LISTED = "listed"
LISTED_WEIGHT = 8.0

# The log of nothing, near enough.
NEVER = -1e30

# A line's evidence for each kind of furniture, and the scores of the four parts.
Evidence = tuple[float, float, float]
PartScores = tuple[float, float, float, float]


class Model(NamedTuple):
    """Weights: of each feature for each part (the article's own is the zero), and of each of `STEPS`."""

    features: dict[str, tuple[float, float, float]]
    steps: tuple[float, ...]


@cache
def page_model() -> Model:
    """Return the package's own model, read once."""
    return parse_model(read_rows(WEIGHTS, 4))


def parse_model(rows: Iterable[Sequence[str]]) -> Model:
    """Return the model that the rows of a table of weights spell out: a name, and what it weighs.

    A row ``step before article`` holds the price of that step in its first figure; every other row holds a feature's
    weights for the parts before the article, within it and after it.
    """
    features: dict[str, tuple[float, float, float]] = {}
    steps = {f"step {PARTS[a]} {PARTS[b]}": 0.0 for a, b in STEPS}
    for name, before, island, after in rows:
        if name in steps:
            steps[name] = float(before)
        else:
            features[name] = (float(before), float(island), float(after))
    return Model(features, tuple(steps.values()))


def article_odds(model: Model, features: Sequence[Sequence[str]]) -> list[float]:
    """Return how likely each line is the article's, given the features of all lines, one page holding one article."""
    scores = [_score(model, names) for names in features]
    forward = forward_scores(model.steps, scores)
    backward = backward_scores(model.steps, scores)
    whole = add(forward[-1][ARTICLE], forward[-1][AFTER])
    return [exp(min(0.0, a[ARTICLE] + b[ARTICLE] - whole)) for a, b in zip(forward, backward, strict=True)]


def forward_scores(steps: Sequence[float], scores: Sequence[Evidence]) -> list[PartScores]:
    """Return for each line and part the log of the weight of all ways to read the page up to there."""
    stay_before, enter, stay, leave, stay_island, back, finish, stay_after = steps
    a, b, c, d = scores[0][0], 0.0, NEVER, NEVER
    forward = [(a, b, c, d)]
    for before, island, after in scores[1:]:
        a, b, c, d = (
            a + stay_before + before,
            add(add(a + enter, b + stay), c + back),
            add(b + leave, c + stay_island) + island,
            add(b + finish, d + stay_after) + after,
        )
        forward.append((a, b, c, d))
    return forward


def backward_scores(steps: Sequence[float], scores: Sequence[Evidence]) -> list[PartScores]:
    """Return for each line and part the log of the weight of all ways to read the page from there on."""
    stay_before, enter, stay, leave, stay_island, back, finish, stay_after = steps
    a, b, c, d = NEVER, 0.0, NEVER, 0.0
    backward = [(a, b, c, d)]
    for before, island, after in reversed(scores[1:]):
        a, b, c, d = (
            add(a + before + stay_before, b + enter),
            add(add(b + stay, c + island + leave), d + after + finish),
            add(b + back, c + island + stay_island),
            d + after + stay_after,
        )
        backward.append((a, b, c, d))
    return backward[::-1]


def _score(model: Model, names: Sequence[str]) -> tuple[float, float, float]:
    before = island = after = 0.0
    for name in names:
        weights = model.features.get(name)
        if weights is not None:
            before += weights[0]
            island += weights[1]
            after += weights[2]
    return before, island, after


def add(a: float, b: float) -> float:
    """Return log(exp(a) + exp(b))."""
    if a < b:
        a, b = b, a
    return a + log(1.0 + exp(b - a)) if b - a > -40.0 else a
