"""Learn the weights of the model for whole pages from labelled ones: ``python -m newsnorm.boilerplate.train PAGES``.

PAGES is a file of JSON lines, each with a page's plain text as ``text`` and its article as ``body`` (a line whose
words, four at a time, mostly stand in the body is the article's). A row's ``layout``, if it has one, names the tool
that made the text. Options: ``-o FILE`` for the weights (else standard output), ``--epochs N``, ``--mixed N`` to make N
more pages of each, ``--bodies FILE`` with articles to put in them (JSON lines, their ``lines`` a list), and
``--rounds N`` to train N times on other mixtures and take the mean.

Training is plain Python, and deterministic: the same files give the same weights. The weights that lines share across
the three kinds of furniture are learned fast and what tells the kinds apart slowly, so that a few dozen pages are
enough; AdaGrad sets the pace of each weight.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from newsnorm.boilerplate.features import line_features
from newsnorm.boilerplate.lines import read_lines
from newsnorm.boilerplate.mixing import Source, cut_page, mix_sources
from newsnorm.boilerplate.model import (
    AFTER,
    ARTICLE,
    BEFORE,
    ISLAND,
    LISTED,
    LISTED_WEIGHT,
    PARTS,
    STEPS,
    Model,
    add,
    backward_scores,
    forward_scores,
)
from newsnorm.boilerplate.stage import line_indents
from newsnorm.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Page", "make_page", "read_page", "train", "write_model"]

# A feature is learned if it was seen on so many lines.
LEAST_SEEN = 8
EPOCHS = 8
# The model is the mean of those after this many last epochs: steadier than the last alone.
STEADY = 3
RATE = 0.3
# What tells the kinds of furniture apart moves this much slower than what they share.
APART = 0.15
SHRINK = 2e-4
SEED = 1


class Page(NamedTuple):
    """A labelled page: the features of each line, and the part of the page it belongs to."""

    features: list[list[str]]
    parts: list[int]


def read_page(text: str, body: str) -> Page | None:
    """Return the page `text` labelled by its article's `body`; ``None`` where the article isn't in it."""
    source = cut_page(text, body)
    return None if source is None else make_page(source)


def make_page(source: Source) -> Page:
    """Return the labelled page that the lines of `source` make up, one after the other."""
    _, head, middle, kept, foot = source
    document = Document("\n".join([*head, *middle, *foot]))
    lines = read_lines(document)
    labels = [False] * len(head) + kept + [False] * len(foot)
    return Page(line_features(lines, line_indents(document, lines)), find_parts([labels[line.index] for line in lines]))


def find_parts(kept: Sequence[bool]) -> list[int]:
    """Return the part of the page each line belongs to, given which are the article's.

    >>> [PARTS[part] for part in find_parts([False, True, False, True, False])]
    ['before', 'article', 'island', 'article', 'after']
    """
    first = kept.index(True)
    last = len(kept) - 1 - kept[::-1].index(True)
    return [BEFORE if i < first else AFTER if i > last else ARTICLE if keep else ISLAND for i, keep in enumerate(kept)]


def train(pages: Sequence[Page], *, epochs: int = EPOCHS, seed: int = SEED) -> Model:
    """Return the model that reads `pages` best.

    Args:
        pages: Labelled pages.
        epochs: How often to go through them.
        seed: What decides the order.

    """
    seen = Counter(name for page in pages for names in page.features for name in names)
    learner = _Learner(name for name in sorted(seen) if seen[name] >= LEAST_SEEN)
    order = list(range(len(pages)))
    shuffle = Random(seed)
    models = []
    for epoch in range(epochs):
        shuffle.shuffle(order)
        for index in order:
            learner.learn(pages[index], RATE / (1 + epoch / 2))
        models.append(learner.model())
    return average(models[-STEADY:])


def average(models: Sequence[Model]) -> Model:
    """Return the mean of `models`: steadier than one alone."""
    count = len(models)
    sums: dict[str, list[float]] = {}
    for model in models:
        for name, weights in model.features.items():
            total = sums.setdefault(name, [0.0, 0.0, 0.0])
            for i, weight in enumerate(weights):
                total[i] += weight / count
    features = {name: (before, island, after) for name, (before, island, after) in sorted(sums.items())}
    return Model(
        features, tuple(sum(prices) / count for prices in zip(*(model.steps for model in models), strict=True))
    )


class _Learner:
    """Weights on their way: for each feature what furniture shares, and what sets each kind apart."""

    def __init__(self, names: Iterable[str]) -> None:
        self.weights = {name: [0.0] * 4 for name in names} | {LISTED: [LISTED_WEIGHT, 0.0, 0.0, 0.0]}
        self.paces = {name: [1.0] * 4 for name in self.weights if name != LISTED}
        self.steps = [0.0] * len(STEPS)
        self.step_paces = [1.0] * len(STEPS)

    def model(self) -> Model:
        features = {
            name: (shared + before, shared + island, shared + after)
            for name, (shared, before, island, after) in self.weights.items()
        }
        return Model(features, tuple(self.steps))

    def learn(self, page: Page, rate: float) -> None:
        """Move the weights towards reading `page` as it is labelled."""
        scores = [self._score(names) for names in page.features]
        forward = forward_scores(self.steps, scores)
        backward = backward_scores(self.steps, scores)
        whole = add(forward[-1][ARTICLE], forward[-1][AFTER])
        gradients: dict[str, list[float]] = {}
        for names, part, ahead, behind in zip(page.features, page.parts, forward, backward, strict=True):
            pull = [(part == p) - exp(min(0.0, ahead[p] + behind[p] - whole)) for p in (BEFORE, ISLAND, AFTER)]
            shared = sum(pull)
            for name in names:
                gradient = gradients.get(name)
                if gradient is None:
                    if name not in self.paces:
                        continue
                    gradient = gradients[name] = [0.0] * 4
                gradient[0] += shared
                gradient[1] += pull[0]
                gradient[2] += pull[1]
                gradient[3] += pull[2]
        scale = 1.0 / sqrt(len(scores))
        for name, gradient in gradients.items():
            weights, paces = self.weights[name], self.paces[name]
            for i, slower in enumerate((1.0, APART, APART, APART)):
                g = gradient[i] * scale - SHRINK * weights[i]
                paces[i] += g * g
                weights[i] += rate * slower * g / sqrt(paces[i])
        taken = Counter(pairwise(page.parts))
        for i, (a, b) in enumerate(STEPS):
            expected = 0.0
            for t in range(1, len(scores)):
                emission = 0.0 if b == ARTICLE else scores[t][b if b == BEFORE else b - 1]
                expected += exp(min(0.0, forward[t - 1][a] + self.steps[i] + emission + backward[t][b] - whole))
            g = (taken[a, b] - expected) * scale
            self.step_paces[i] += g * g
            self.steps[i] += rate * g / sqrt(self.step_paces[i])

    def _score(self, names: Sequence[str]) -> tuple[float, float, float]:
        shared = before = island = after = 0.0
        for name in names:
            weights = self.weights.get(name)
            if weights is not None:
                shared += weights[0]
                before += weights[1]
                island += weights[2]
                after += weights[3]
        return shared + before, shared + island, shared + after


def write_model(model: Model) -> Iterator[str]:
    """Yield the rows of the table that `parse_model` reads, sorted, without what weighs nothing."""
    rows = {name: weights for name, weights in model.features.items() if max(map(abs, weights)) >= 0.005} | {
        f"step {PARTS[a]} {PARTS[b]}": (price, 0.0, 0.0) for (a, b), price in zip(STEPS, model.steps, strict=True)
    }
    for name in sorted(rows):
        yield "\t".join([name, *(f"{weight:.2f}" for weight in rows[name])])


def _read_rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(prog="python -m newsnorm.boilerplate.train", description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--mixed", type=int, default=0)
    parser.add_argument("--bodies", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args(arguments)
    cut = (cut_page(row["text"], row["body"], row.get("layout", "")) for row in _read_rows(options.pages))
    sources = [source for source in cut if source is not None]
    bodies = [row["lines"] for row in _read_rows(options.bodies)] if options.bodies else []
    pages = [make_page(source) for source in sources]
    models = []
    for seed in range(SEED, SEED + options.rounds):
        mixed = [make_page(source) for source in mix_sources(sources, bodies, options.mixed, seed=seed)]
        models.append(train(pages + mixed, epochs=options.epochs, seed=seed))
    text = "".join(f"{row}\n" for row in write_model(average(models)))
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
