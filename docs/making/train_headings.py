"""Find the weights of ``heading-weights.tsv``: a small logistic regression, the same on every run.

    python docs/making/train_headings.py CASES            cross-validate by site, and print
    python docs/making/train_headings.py CASES --write    train on everything, and write the table

CASES is the folder that holds ``sections.jsonl`` (lines of articles, with those their pages mark as headings) and
``clean_news.jsonl`` (news without headings but the title). Sites never stand on both sides of a split. Each weight is
drawn towards the prior that stands beside it in the table, which people set: a few dozen articles with headings are too
few to learn from alone.
"""

from __future__ import annotations

import json
import sys
import zlib
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsnorm.sections import structure
from newsnorm.sections.evidence import FEATURES
from newsnorm.sections.headings import SECOND_LOOK, find_candidates, likeness

TARGET = Path(__file__).parents[2] / "src" / "newsnorm" / "data" / "heading-weights.tsv"

# Cross-validation is repeated over these numbers of folds, since there are few sites with headings.
FOLDS = (5, 6, 7)
# How far a weight may go from its prior: the variance of a normal distribution around it.
VARIANCE = 1.0
# All headings of one article together weigh no more than this many.
MOST_OF_ONE = 6

HEADER = """\
# The weight of each piece of evidence for a line being a heading, in log-odds; what adds up to more than 0 is one.
# prior: what people would say, set by hand here. weight: fitted near it by docs/making/train_headings.py, which
# writes this file. headings: how many of the training headings show the evidence; with none, the prior has most say.
# The last rows are those of the second look, see newsnorm/sections/headings.py.
# evidence	prior	weight	headings
"""

Vector = NDArray[np.float64]


class Text(NamedTuple):
    """An article: its site, its candidates with their evidence, and which of them count as headings or not at all."""

    site: str
    candidates: list[tuple[int, frozenset[str]]]
    headings: set[int]
    ignored: set[int]


class Model(NamedTuple):
    """The weights of both looks."""

    first: Vector
    second: Vector


def main(cases: Path, *, write: bool) -> None:
    """Cross-validate, and write the table if asked to."""
    priors = read_priors()
    articles = [
        Text(row["site"], find(row["lines"]), set(row["headings"]), set(row["either"]) - set(row["headings"]))
        for row in read(cases, "sections")
    ]
    news = [Text("", find(row["text"].split("\n")), set(), set()) for row in read(cases, "clean_news")]
    total = sum((cross_validate(articles, news, priors, folds) for folds in FOLDS), np.zeros(5, int))
    report("cross-validated", describe(total))
    model = train(articles, news, priors)
    report("trained on all ", describe(score(articles, model)))
    report("invented in news", score(news, model)[1], "in", len(news), "articles")
    if write:
        write_table(priors, model, articles)


def report(*words: object) -> None:
    """Write a line to standard output."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def read(cases: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a case file."""
    return [json.loads(line) for line in (cases / f"{name}.jsonl").open(encoding="utf-8")]


def read_priors() -> dict[str, float]:
    """Return the priors that stand in the table."""
    rows = [line.split("\t") for line in TARGET.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    return {row[0]: float(row[1]) for row in rows}


def find(lines: list[str]) -> list[tuple[int, frozenset[str]]]:
    """Return the candidates of an article, as the library finds them."""
    texts = [line for line in lines if line.strip()]
    return list(find_candidates(texts, structure.classify_plain(texts), sentences=True))


def vectors(text: Text) -> Vector:
    """Return a row of ones and zeros for each candidate."""
    return np.array([[name in found for name in FEATURES] for _, found in text.candidates], float)


def second_vectors(text: Text, first: Vector) -> Vector:
    """Return what the second look weighs, a row for each candidate."""
    scores = vectors(text) @ first
    return np.array([(1, s, *near) for s, near in zip(scores, likeness(text.candidates, list(scores)), strict=True)])


def labels(text: Text) -> tuple[Vector, Vector]:
    """Return whether each candidate is a heading, and how much it counts."""
    weight = min(1.0, MOST_OF_ONE / max(1, len(text.headings)))
    wanted = np.array([i in text.headings for i, _ in text.candidates], float)
    counted = np.array([0.0 if i in text.ignored else 1.0 for i, _ in text.candidates])
    return wanted, counted * np.where(wanted > 0, weight, 1.0)


def fit(x: Vector, y: Vector, weight: Vector, prior: Vector, variance: float) -> Vector:
    """Return the weights that fit best, near `prior`: Newton's method on the penalised likelihood."""
    found = prior.copy()
    pull = np.full(len(prior), 1 / variance)
    pull[0] = 0.001  # the constant is free
    for _ in range(60):
        chance = 1 / (1 + np.exp(-(x @ found)))
        slope = x.T @ (weight * (chance - y)) + pull * (found - prior)
        curve = (x * (weight * chance * (1 - chance) + 1e-9)[:, None]).T @ x + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        found = found - step
        if abs(step).max() < 1e-6:
            break
    return found


def train_first(texts: list[Text], priors: dict[str, float]) -> Vector:
    """Return the weights of the first look."""
    kept = [text for text in texts if text.candidates]
    wanted, counted = zip(*map(labels, kept), strict=True)
    prior = np.array([priors[name] for name in FEATURES])
    rows = np.concatenate(list(map(vectors, kept)))
    return fit(rows, np.concatenate(wanted), np.concatenate(counted), prior, VARIANCE)


def train(articles: list[Text], news: list[Text], priors: dict[str, float], inner: int = 5) -> Model:
    """Return the weights of both looks; the second learns from first looks at sites the first did not learn from."""
    rows, wanted, counted = [], [], []
    for part in range(inner):
        rest = [text for text in articles if fold(text.site + "in", inner) != part]
        first = train_first(rest + news, priors)
        for text in articles:
            if text.candidates and fold(text.site + "in", inner) == part:
                rows.append(second_vectors(text, first))
                wanted.append(labels(text)[0])
                counted.append(labels(text)[1])
    first = train_first(articles + news, priors)
    for text in news:
        if text.candidates:
            rows.append(second_vectors(text, first))
            wanted.append(labels(text)[0])
            counted.append(labels(text)[1])
    prior = np.array([priors[name] for name in SECOND_LOOK])
    second = fit(np.concatenate(rows), np.concatenate(wanted), np.concatenate(counted), prior, 10 * VARIANCE)
    return Model(first, second)


def score(texts: list[Text], model: Model) -> NDArray[np.int_]:
    """Return right, invented and missed headings, articles exactly right, and articles."""
    total = np.zeros(5, int)
    for text in texts:
        got: set[int] = set()
        if text.candidates:
            sums = second_vectors(text, model.first) @ model.second
            got = {i for (i, _), s in zip(text.candidates, sums, strict=True) if s > 0} - text.ignored
        right, invented, missed = len(got & text.headings), len(got - text.headings), len(text.headings - got)
        total += np.array([right, invented, missed, not invented and not missed, 1])
    return total


def cross_validate(articles: list[Text], news: list[Text], priors: dict[str, float], folds: int) -> NDArray[np.int_]:
    """Return the score of each site by a model that has not seen it."""
    total = np.zeros(5, int)
    for part in range(folds):
        model = train([text for text in articles if fold(text.site, folds) != part], news, priors)
        total += score([text for text in articles if fold(text.site, folds) == part], model)
    return total


def fold(site: str, folds: int) -> int:
    """Return the fold of a site, the same on every run."""
    return zlib.crc32((site + "x").encode()) % folds


def describe(total: NDArray[np.int_]) -> str:
    """Return a score as people read it."""
    right, invented, missed, exact, articles = map(int, total)
    precision, recall = right / max(1, right + invented), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    spread = sqrt(f1 * (1 - f1) / max(1, right + missed))
    return f"F1 {f1:.3f} (±{spread:.3f}) P {precision:.3f} R {recall:.3f}, exactly right {exact / articles:.3f}"


def write_table(priors: dict[str, float], model: Model, articles: list[Text]) -> None:
    """Write the table: priors as they were, weights as found."""
    shown = dict.fromkeys(priors, 0)
    for text in articles:
        for i, found in text.candidates:
            if i in text.headings:
                for name in found:
                    shown[name] += 1
    rows = []
    for name, weight in zip((*FEATURES, *SECOND_LOOK), (*model.first, *model.second), strict=True):
        rows.append(f"{name}\t{priors[name]:g}\t{weight:.3f}\t{shown[name]}\n")
    TARGET.write_text(HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), write="--write" in sys.argv[2:])
