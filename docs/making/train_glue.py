"""Fit the weights and trees by which cuts in words are judged: ``python docs/making/train_glue.py DAMAGED CLEAN …``.

DAMAGED is a file of JSON rows with ``text``, ``gold`` and ``site``: paragraphs that lost spaces at tags, and the same
as published; the other files have rows with ``text`` that nothing is wrong with, and perhaps ``site``. Fits on one half
of the sites and reports on the other; ``--all`` then fits on both. Needs numpy and scikit-learn.

``--judges glue`` (the default) fits what judges the languages whose table has names, ``--judges glue-nameless`` the
others, each of the paragraphs in those languages alone. ``--words fr=FILE`` adds rare words, one a line, that are one
word each; ``--skip FILE`` leaves out tokens of which nobody can tell whether they are two. What is in use was fitted to
real paragraphs, that of the nameless tables to paragraphs of manuals in French and Portuguese whose spaces were taken
out by ``docs/making/lose_spaces.py``; and both to words of spelling dictionaries and names that the tables lack, of the
other languages a quarter of them. For capitals in these, the weights of an earlier fit were kept by hand: the new ones
cut a name in a text without damage.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from newsnorm.document import Document
from newsnorm.spacing import cutting, neighbours, placing, trees, weighing
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "src/newsnorm/data"
HEADER = "# How much each feature of a cut speaks for it: feature TAB weight. Fitted by docs/making/train_glue.py.\n"
TREES_HEADER = """\
# Decision trees for cuts before a small letter: depth TAB feature TAB threshold, and below it what follows if the
# feature is at most that, then what follows if it is more; or depth TAB TAB what the answer is worth.
# Fitted by docs/making/train_glue.py.
"""
# A language with fewer cuts of a kind than this is calibrated with all the others.
FEWEST = 150
# What is added to the odds of cuts before a small letter, so that of the words of spelling dictionaries and of lists of
# names no more are cut than before their neighbours had a say; English had room, and has more now that its rare words
# are known.
SHIFTS = {"de": -0.5, "en": 0.5, "es": -0.2}
STRENGTH = 1.0
TREES = {
    "max_iter": 120, "learning_rate": 0.1, "max_leaf_nodes": 16, "min_samples_leaf": 15, "l2_regularization": 1.0,
    "early_stopping": False, "random_state": 0,
}  # fmt: skip


def gaps(text: str) -> set[int]:
    """Return the places of the spaces, counted in characters that are none."""
    found, n = set(), 0
    for character in text:
        if character.isspace():
            found.add(n)
        else:
            n += 1
    return found


def read_cuts(rows: list[dict[str, Any]], judges: str) -> list[dict[str, Any]]:
    """Return every cut of every unknown token in languages with these `judges`.

    Each with its features, whether it is right, and where it stands.
    """
    found = []
    for number, row in enumerate(rows):
        text = row["text"]
        vocabulary = load_vocabulary(Document(text).language)
        if vocabulary.judges != judges:
            continue
        lost = gaps(row["gold"]) - gaps(text) if "gold" in row else set()
        before, n = [], 0
        for character in text:
            before.append(n)
            n += not character.isspace()
        tokens = placing.WORD_RE.findall(text)
        counts = Counter(tokens)
        unknown = vocabulary.unknown(tokens)
        for match in placing.WORD_RE.finditer(text):
            token = match.group()
            if token not in unknown or not cutting.SHORTEST <= len(token) <= cutting.LONGEST:
                continue
            if not placing.stands_alone(text, match.start(), match.end()):
                continue
            for cut in cutting.find_cuts(token, vocabulary, counts):
                found += [
                    {
                        "features": weighing.describe_cut(cut, token, vocabulary, counts, repeated=counts[token] > 1),
                        "right": before[match.start() + cut.at] in lost,
                        "row": number, "token": token, "cut": cut, "size": len(tokens),
                        "site": row.get("site", f"clean-{number}"), "language": vocabulary.language,
                        "damaged": "gold" in row, "standing": True,
                        "beside": set(find_beside(cut, text, match.start(), match.end(), vocabulary)),
                    }
                ]  # fmt: skip
    return found


def find_beside(cut: cutting.Cut, text: str, start: int, end: int, vocabulary: Any) -> Iterator[str]:
    """Yield what the words beside the token at ``[start:end]`` say of its `cut`."""
    before = neighbours.word_before(text, start) if cut.at == len(cut.left) else ""
    last = cut.at + len(cut.right) == end - start
    yield from neighbours.describe_neighbours(cut, before, neighbours.word_after(text, end) if last else "", vocabulary)


def read_words(language: str, path: Path) -> list[dict[str, Any]]:
    """Return every cut of the words that are one word each, standing nowhere."""
    vocabulary = load_vocabulary(language)
    words = {word for word in path.read_text(encoding="utf-8").split("\n") if word and not vocabulary.knows(word)}
    return [
        {
            "features": weighing.describe_cut(cut, word, vocabulary, ()), "right": False, "row": word, "token": word,
            "cut": cut, "size": 0, "site": f"words-{word[:4]}", "language": language,
            "damaged": False, "standing": False, "beside": set(),
        }
        for word in sorted(words)
        for cut in cutting.find_cuts(word, vocabulary, ())
    ]  # fmt: skip


def matrix(cuts: list[dict[str, Any]], names: list[str]) -> Any:
    """Return the features as a matrix."""
    return np.array([[cut["features"].get(name, 0.0) for name in names] for cut in cuts])


def fit(x: Any, y: Any, strength: float) -> tuple[Any, float]:
    """Return the weights of the features, and the intercept."""
    scale = x.std(axis=0)
    scale[scale == 0] = 1.0
    model = LogisticRegression(max_iter=4000, C=strength).fit(x / scale, y)
    return model.coef_[0] / scale, float(model.intercept_[0])


def second(cuts: list[dict[str, Any]], scores: Any) -> Any:
    """Return the features of the second step: the score, and how damaged the rest of the text looks."""
    best: dict[tuple[bool, int | str], dict[str, float]] = {}
    for cut, score in zip(cuts, scores, strict=True):
        tokens = best.setdefault((cut["damaged"], cut["row"]), {})
        tokens[cut["token"]] = max(tokens.get(cut["token"], 0.0), weighing.probability(score))
    rows = []
    for cut, score in zip(cuts, scores, strict=True):
        tokens = best[cut["damaged"], cut["row"]]
        others = sum(p for token, p in tokens.items() if token != cut["token"] and p >= weighing.SUSPICION)
        rows.append((score, weighing.damage_score(others, cut["size"])))
    return np.array(rows)


def grow(x: Any, y: Any) -> Any:
    """Return the trees for features `x`."""
    return HistGradientBoostingClassifier(**TREES).fit(x, y)


def train(cuts: list[dict[str, Any]]) -> tuple[dict[str, float], list[str]]:
    """Return the weights and the trees' rows; what calibrates them learns from scores of cuts they have not seen."""
    y = np.array([cut["right"] for cut in cuts])
    sites = np.array([int(hashlib.sha256(cut["site"].encode()).hexdigest()[:8], 16) for cut in cuts])
    capital = np.array([cut["cut"].right[0].isupper() for cut in cuts])
    languages = np.array([cut["language"] for cut in cuts])
    honest = np.zeros(len(y))
    weights: dict[str, float] = {}
    rows: list[str] = []
    for kind in (True, False):
        own = np.flatnonzero(capital == kind)
        names = sorted({name for i in own for name in cuts[i]["features"]})
        x = matrix([cuts[i] for i in own], names)
        for known, held in GroupKFold(6).split(x, y[own], sites[own]):
            if kind:
                found, always = fit(x[known], y[own][known], STRENGTH)
                honest[own[held]] = x[held] @ found + always
            else:
                honest[own[held]] = grow(x[known], y[own][known]).decision_function(x[held])
        if kind:
            found, always = fit(x, y[own], STRENGTH)
            weights = dict(zip(names, found, strict=True)) | {"always": always}
        else:
            rows = list_trees(grow(x, y[own]), names)
    standing = np.array([cut["standing"] for cut in cuts])
    steps = second(cuts, honest)
    weighed, beside = weigh_neighbours(cuts, steps, y, languages, ~capital & standing)
    weights |= weighed
    for kind, chosen in (("capital", capital), ("small", ~capital)):
        chosen = chosen & standing
        groups = {kind: chosen} | {f"{k}:{kind}": chosen & (languages == k) for k in sorted(set(languages))}
        for group, own in groups.items():
            if group == kind or own.sum() >= FEWEST:
                x = np.column_stack([steps, beside]) if kind == "small" else steps
                final, weights[f"final-always:{group}"] = fit(x[own], y[own], 10.0)
                for name, weight in zip(("score", "damage", "beside"), final, strict=False):
                    weights[f"final-{name}:{group}"] = weight
                if kind == "small":
                    weights[f"final-always:{group}"] += SHIFTS.get(group.partition(":")[0], 0.0)
    return weights, rows


def weigh_neighbours(
    cuts: list[dict[str, Any]], steps: Any, y: Any, languages: Any, own: Any
) -> tuple[dict[str, float], Any]:
    """Return the weights of what stands beside a token, learned from the `own` cuts, and their sum for each cut."""
    names = sorted({name for cut in cuts for name in cut["beside"]})
    x = np.array([[float(name in cut["beside"]) for name in names] for cut in cuts])
    spoken = np.column_stack([languages == language for language in sorted(set(languages))]).astype(float)
    found, _ = fit(np.column_stack([x, steps, spoken, spoken * steps[:, :1]])[own], y[own], 0.3)
    weights = found[: len(names)]
    return {f"beside:{name}": weight for name, weight in zip(names, weights, strict=True)}, x @ weights


def list_trees(model: Any, names: list[str]) -> list[str]:
    """Return the rows of the table of trees; the first is the constant that all begin with."""
    rows = [f"0\t\t{float(model._baseline_prediction[0, 0]):.4f}"]

    def walk(nodes: Any, at: int, depth: int) -> None:
        node = nodes[at]
        if node["is_leaf"]:
            rows.append(f"{depth}\t\t{float(node['value']):.4f}")
        else:
            rows.append(f"{depth}\t{names[node['feature_idx']]}\t{float(node['num_threshold']):.6g}")
            walk(nodes, node["left"], depth + 1)
            walk(nodes, node["right"], depth + 1)

    for (predictor,) in model._predictors:
        walk(predictor.nodes, 0, 0)
    return rows


def write(weights: dict[str, float], rows: list[str], judges: str) -> None:
    """Write the tables."""
    weighed = "".join(f"{name}\t{weight:.4f}\n" for name, weight in sorted(weights.items()))
    (DATA / f"{judges}-weights.tsv").write_text(HEADER + weighed, encoding="utf-8")
    (DATA / f"{judges}-trees.tsv").write_text(TREES_HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    weighing.load_weights.cache_clear()
    trees.load_forest.cache_clear()


def report(cuts: list[dict[str, Any]], judges: str, show: int = 0) -> None:
    """Print how many cuts are right and wrong at several thresholds, and the `show` worst mistakes."""
    scores = np.array([weighing.score_cut(cut["cut"], cut["features"], judges) for cut in cuts])
    found = weighing.load_weights(judges)
    sure = []
    for cut, (score, damage) in zip(cuts, second(cuts, scores), strict=True):
        group = weighing.calibration(cut["cut"], load_vocabulary(cut["language"]))
        a, b, c = (found[f"final-{name}:{group}"] for name in ("always", "score", "damage"))
        beside = sum(found.get(f"beside:{name}", 0.0) for name in cut["beside"])
        odds = a + b * score + c * damage
        sure.append(weighing.probability(odds + found.get(f"final-beside:{group}", 0.0) * beside))
    for camel in (False, True):
        own = [(c, p) for c, p in zip(cuts, sure, strict=True) if c["cut"].right[0].isupper() == camel]
        for threshold in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95):
            taken = [c for c, p in own if p >= threshold]
            right = sum(c["right"] for c in taken)
            wrong = sum(c["damaged"] and not c["right"] for c in taken)
            share = right / max(1, right + wrong)
            clean = sum(c["standing"] and not c["damaged"] for c in taken)
            words = sum(not c["standing"] for c in taken)
            say(f"camel={camel} {threshold}: {right} right, {wrong} wrong, {share:.4f}; clean {clean}, words {words}")
    wrongs = [(p, c) for c, p in zip(cuts, sure, strict=True) if not c["right"] and p > 0.6]
    wrongs.sort(key=lambda item: -item[0])
    for p, c in wrongs[:show]:
        say(f"{p:.2f} {c['language']} {c['token']}: {c['cut'].left}|{c['cut'].right}")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def half(cuts: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the cuts of one half of the sites, and of the other."""
    first = [cut for cut in cuts if hashlib.sha256(cut["site"].encode()).digest()[0] % 2 == 0]
    ids = {id(cut) for cut in first}
    return first, [cut for cut in cuts if id(cut) not in ids]


def main() -> None:
    """Fit, report, and fit again on everything if asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("damaged", type=Path)
    parser.add_argument("clean", type=Path, nargs="*")
    parser.add_argument("--judges", choices=("glue", "glue-nameless"), default="glue")
    parser.add_argument("--words", action="append", default=[], metavar="LANGUAGE=FILE")
    parser.add_argument("--skip", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    files = [arguments.damaged, *arguments.clean]
    rows = [json.loads(line) for path in files for line in path.open(encoding="utf-8")]
    cuts = read_cuts(rows, arguments.judges)
    for pair in arguments.words:
        language, _, name = pair.partition("=")
        cuts += read_words(language, Path(name))
    skipped = set(arguments.skip.read_text(encoding="utf-8").split()) if arguments.skip else set()
    cuts = [cut for cut in cuts if cut["token"] not in skipped]
    learned, judged = half(cuts)
    write(*train(learned), arguments.judges)
    report(judged, arguments.judges)
    if arguments.show:
        report(learned, arguments.judges, arguments.show)
    if arguments.all:
        write(*train(cuts), arguments.judges)


if __name__ == "__main__":
    main()
