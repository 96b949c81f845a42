"""How sure a cut is: by the words on both sides, how readily they bind, by capitals, and by the document's damage.

Weights and trees are fitted to paragraphs that lost spaces (``docs/making/train_glue.py``), those for languages whose
table has no names by themselves (`Vocabulary.judges`). A document has its say last: where some words have run together,
others have, and in a text without damage one odd word is more likely a word.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.language import UNDETERMINED
from newsnorm.spacing.cutting import SEEN_SHORTEST, Cut, look_up
from newsnorm.spacing.forms import is_prefixed
from newsnorm.spacing.neighbours import describe_neighbours
from newsnorm.spacing.trees import ask_forest, load_forest
from newsnorm.spacing.vocabulary import NAME
from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = [
    "SUSPICION",
    "Weighed",
    "calibration",
    "damage_score",
    "describe_cut",
    "lift",
    "load_weights",
    "odds_of",
    "probability",
    "score_cut",
    "weigh_cut",
    "weigh_neighbours",
]

# From this confidence on something looks wrong enough to be worth a warning.
SUSPICION = 0.5

# What counts against a cut after a small word that is a prefix as well, in log odds: only a damaged document makes up
# for it.
PREFIXED = 2.0


class Weighed(NamedTuple):
    """A cut and how much speaks for it.

    Attributes:
        cut: The cut.
        score: The log odds that it is right, the document's damage aside.
        base: The same, calibrated for its language and kind.
        slope: How much the document's damage counts.
        beside: How much the words beside its token count.

    """

    cut: Cut
    score: float
    base: float
    slope: float
    beside: float


def describe_cut(
    cut: Cut, token: str, vocabulary: Vocabulary, seen: Container[str], *, repeated: bool = False
) -> dict[str, float]:
    """Return the features that speak for or against `cut`, those that are not 0.

    Args:
        cut: A cut of `token`.
        token: A word that is not known.
        vocabulary: The words of its language.
        seen: The words of its document.
        repeated: Whether the token stands in its document more than once.

    """
    left, right = look_up(cut.left, vocabulary, seen), look_up(cut.right, vocabulary, seen)
    function_left = cut.left.lower() in vocabulary.function_words
    function_right = cut.right.lower() in vocabulary.function_words
    features: dict[str, float] = {
        "left-frequency": left.frequency,
        "right-frequency": right.frequency,
        "rarer-frequency": min(left.frequency, right.frequency),
        "letters": len(cut.left) + len(cut.right),
        "left-letters": min(len(cut.left), 8),
        "right-letters": min(len(cut.right), 8),
        "left-unlisted": not left.listed,
        "right-unlisted": not right.listed,
        "left-capital": not cut.left[0].islower(),
        "left-name": left.frequency == NAME,
        "left-acronym": len(cut.left) > 1 and cut.left.isupper(),
        "left-function-word": function_left,
        "right-function-word": function_right,
        "two-function-words": function_left and function_right,
        "seen-left": len(cut.left) > SEEN_SHORTEST and cut.left in seen,
        "seen-right": len(cut.right) > SEEN_SHORTEST and cut.right in seen,
        "repeated": repeated,
        f"language-{vocabulary.language if vocabulary.tabled else UNDETERMINED}": True,
        "several-cuts": len(cut.left) + len(cut.right) < len(token),
    }
    if vocabulary.nameless and not (cut.left[0].islower() or function_left or cut.left in vocabulary.words):
        features["left-common"] = cut.left.lower() in vocabulary.words  # and is hardly a name: Mari|elle
    if cut.right[0].isupper():
        small = cut.left[0].islower()
        proper = not small and cut.left in vocabulary.words, cut.right in vocabulary.words
        features |= {
            "frequencies": left.frequency * right.frequency,
            "left-frequency-squared": left.frequency**2,
            "right-frequency-squared": right.frequency**2,
            "right-acronym": cut.right.isupper(),
            f"left-proper-{vocabulary.language}": proper[0],
            f"right-proper-{vocabulary.language}": proper[1],
            f"both-proper-{vocabulary.language}": all(proper),
            "acronym-after-function-word": function_left and cut.right.isupper(),
            "after-small": small and len(cut.left) >= 4,
            "after-short": small and len(cut.left) < 4 and not function_left,
            "after-capital-function-word": not small and function_left,
        }
    else:
        closed = vocabulary.is_closed(cut.left, cut.right)
        features |= {
            "left-bond": left.left,
            "right-bond": 0 if closed else right.right,
            "compound": vocabulary.is_compound(token),
            "inflected": vocabulary.is_inflected(token, cut.at),
            "right-noun": cut.right.capitalize() in vocabulary.words and cut.right in vocabulary.words,
        }
    return {name: float(value) for name, value in features.items() if value}


# What a document may say of a cut into words that are no rarer for standing elsewhere in it.
FREE = frozenset(("repeated", "seen-left", "seen-right"))


def score_cut(cut: Cut, features: Mapping[str, float], judges: str) -> float:
    """Return the log odds that `cut`, which has these `features`, is right, the document's damage aside.

    What binds two small letters is a matter of several things at once, and asked of trees; of a capital the features
    are weighed one by one. Both are those of its vocabulary's `judges`.
    """
    if cut.right[0].islower():
        return ask_forest(load_forest(f"{judges}-trees.tsv"), features)
    weights = load_weights(judges)
    return weights["always"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def damage_score(others: float, tokens: int) -> float:
    """Return how damaged a document is: the log of the share of its `tokens` with `others` near them."""
    return math.log((others + 0.05) / (tokens + 20))


def calibration(cut: Cut, vocabulary: Vocabulary) -> str:
    """Return what sets the odds of `cut`: German makes words of words, and capitals tell more than small letters.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> [calibration(Cut(2, "im", "Haus"), load_vocabulary(language)) for language in ("de", "pl")]
    ['de:capital', 'capital']
    """
    kind = "capital" if cut.right[0].isupper() else "small"
    own = f"{vocabulary.language}:{kind}"
    return own if f"final-score:{own}" in load_weights(vocabulary.judges) else kind


def weigh_cut(cut: Cut, token: str, vocabulary: Vocabulary, seen: Container[str], *, repeated: bool) -> Weighed:
    """Return how much speaks for `cut`: its arguments are those of `describe_cut`."""
    score = score_cut(cut, describe_cut(cut, token, vocabulary, seen, repeated=repeated), vocabulary.judges)
    return _calibrate(cut, score, vocabulary)


def lift(cut: Cut, token: str, vocabulary: Vocabulary, seen: Container[str]) -> Weighed:
    """Return the most that can speak for `cut` if of its document's words that are not common just `seen` are parts.

    Only for cuts before a small letter. That its parts or its token stand in the document again may speak against it.
    """
    features = describe_cut(cut, token, vocabulary, seen)
    bound = ask_forest(load_forest(f"{vocabulary.judges}-trees.tsv"), features, FREE)
    return _calibrate(cut, bound, vocabulary)


def _calibrate(cut: Cut, score: float, vocabulary: Vocabulary) -> Weighed:
    weights = load_weights(vocabulary.judges)
    kind = calibration(cut, vocabulary)
    if is_prefixed(cut.left, cut.right, vocabulary):
        score -= PREFIXED
    base = weights[f"final-always:{kind}"] + weights[f"final-score:{kind}"] * score
    return Weighed(cut, score, base, weights[f"final-damage:{kind}"], weights.get(f"final-beside:{kind}", 0.0))


def odds_of(weighed: Weighed, damage: float) -> float:
    """Return the log odds that the cut is right in a document with this `damage_score`, wherever it stands there."""
    return weighed.base + weighed.slope * damage


def weigh_neighbours(cut: Cut, before: str, after: str, vocabulary: Vocabulary) -> float:
    """Return how much the words beside the token speak for `cut`: its arguments are those of `describe_neighbours`."""
    weights = load_weights(vocabulary.judges)
    return sum(weights.get(f"beside:{name}", 0.0) for name in describe_neighbours(cut, before, after, vocabulary))


def probability(log_odds: float) -> float:
    """Return the probability with these odds, without overflow."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


@cache
def load_weights(judges: str) -> dict[str, float]:
    """Return the weights of the features, by name, for a vocabulary with these `judges`: the same object every time."""
    return {name: float(weight) for name, weight in read_rows(f"{judges}-weights.tsv", 2)}
