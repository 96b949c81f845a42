"""Words run together: ``leadersannounced``, ``forMocha``, ``mostcritical actionsthe world``.

Only a token that is no known word is looked at. It is cut into known words where that can be done (a capital letter may
start an unknown one), and each cut is judged by itself: how common both sides are, how readily they bind into longer
words, and by capitals. The document has a say as well: where some words have run together, others have, and in a text
without damage one odd word is more likely a word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.edits import Edit
from newsnorm.language import UNDETERMINED
from newsnorm.records import Diagnostic
from newsnorm.spacing.marks import UNSPACED_RE
from newsnorm.spacing.vocabulary import NAME, is_known_name, known_ends, load_vocabulary
from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsnorm.document import Document
    from newsnorm.records import Finding
    from newsnorm.spacing.vocabulary import Entry, Vocabulary

__all__ = ["Cut", "describe_cut", "find_cuts", "split_words"]

WORD_RE = re.compile(r"\w+")

# Tokens longer than this are no prose; shorter than this they hold no two words.
LONGEST = 50
SHORTEST = 3

# A part of a token is never longer than this.
LONGEST_PART = 26

# What each cut costs, and each bond, in the search for the likeliest cuts (the weights then judge what it finds).
CUT_COST = 3.0
BOND_COST = 0.8

# A word known only because it stands elsewhere in the document.
SEEN = -9.0
SEEN_SHORTEST = 3

# A capital letter shows where a word starts, so of the threshold only this share is asked there.
CAPITAL_SHARE = 0.92

# How sure a cut is where a name known whole ends, and a word that ends no others follows.
NAMED = 0.97
PREVIOUS_RE = re.compile(r"([^\W\d_]+)[ \N{NO-BREAK SPACE}]\Z")

# A text of so many words, of which so large a share is unknown, is not in the language it is taken for.
LONG = 200
FOREIGN = 0.35

# From this confidence on something looks wrong enough to be worth a warning.
SUSPICION = 0.5

# Gendered nouns: SchülerInnen, NutzerIn.
GENDERED_RE = re.compile(r"[^\W\d_]+[a-zäöüß]In(?:nen)?")

# Names that keep a capital after a particle: McDonald, MacArthur, DeVito, LaGuardia, FitzGerald, DiCaprio.
PARTICLE_RE = re.compile(r"(Ma?c|De|Di|Da|Du|La|Le|Van|Von|Fitz|San|St)[A-Z][a-z]+")


class Cut(NamedTuple):
    """A place where a token may be two words.

    Attributes:
        at: Where, in code points from the token's start.
        left: The part before it.
        right: The part after it.

    """

    at: int
    left: str
    right: str


def split_words(document: Document, damage: int, threshold: float) -> Iterator[Finding]:
    """Propose spaces between words run together, from `threshold` on; warn of what is less sure.

    Args:
        document: The text.
        damage: How many spaces are found to be lost elsewhere in it: the more, the likelier is one more.
        threshold: The least confidence of an edit, from 0 to 1.

    PASS: ``Xi Jinpingafter meeting`` → ``Xi Jinping after meeting``. FAIL: ``hereafter``, ``SchülerInnen``, ``iPhone``.

    """
    vocabulary = load_vocabulary(document.language)
    tokens = WORD_RE.findall(document.text)
    odd = vocabulary.unknown(tokens)
    if len(tokens) >= LONG and len(odd) > FOREIGN * len(set(tokens)):
        return  # another language than it seems: Scots is no damaged English
    unknown = [
        token
        for token in odd
        if SHORTEST <= len(token) <= LONGEST and "_" not in token and not token[0].isdigit()
        if not UNSPACED_RE.search(token)
    ]
    judged: dict[str, list[tuple[Cut, float]]] = {}
    for token in odd:
        cut = find_figure(token, vocabulary)
        if cut is not None:
            judged[token] = [(cut, FIGURE)]
    counts = Counter(tokens)
    scores: dict[str, tuple[tuple[Cut, float], ...]] = {}
    for token in unknown:
        found = _score_cuts(token, vocabulary, _parts_seen(token, counts), counts[token] > 1)
        if found:
            scores[token] = found
    evidence = {token: max(probability(score) for _, score in cuts) for token, cuts in scores.items()}
    total = damage + sum(p for p in evidence.values() if p >= SUSPICION)
    for token, cuts in scores.items():
        others = total - (evidence[token] if evidence[token] >= SUSPICION else 0.0)
        sure = [
            (cut, confidence_of(score, others, len(tokens), calibration(vocabulary.language, cut)))
            for cut, score in cuts
        ]
        if any(confidence >= SUSPICION for _, confidence in sure) or is_known_name(cuts[0][0].left):
            judged[token] = sure
    if judged:
        yield from _place(document, judged, threshold)


def _parts_seen(token: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the parts of `token` that stand in the document as words: all that a document has to say of its cuts."""
    size = len(token)
    return tuple(
        [
            token[start:end]
            for start in range(size - SEEN_SHORTEST + 1)
            for end in range(start + SEEN_SHORTEST, size + (start > 0))
            if token[start:end] in counts
        ]
    )


# The words that no table has are mostly names, and the same names go through the news of a week.
@lru_cache(maxsize=8192)
def _score_cuts(
    token: str, vocabulary: Vocabulary, seen: tuple[str, ...], repeated: bool
) -> tuple[tuple[Cut, float], ...]:
    """Return the cuts of `token` with their scores, given which of its parts are `seen` in the document."""
    counts = {**dict.fromkeys(seen, 1), token: 1 + repeated}
    return tuple(
        (cut, score_cut(describe_cut(cut, token, vocabulary, counts))) for cut in find_cuts(token, vocabulary, counts)
    )


def _place(
    document: Document, judged: Mapping[str, Sequence[tuple[Cut, float]]], threshold: float
) -> Iterator[Finding]:
    """Yield the findings for each place where a judged token stands."""
    text, protected = document.text, document.protected
    for match in WORD_RE.finditer(text):
        token = match.group()
        if token not in judged or not stands_alone(text, match.start(), match.end()):
            continue
        if protected.touches(match.start(), match.end()):
            continue
        for cut, judgement in judged[token]:
            confidence = judgement
            if cut.at == len(cut.left) and ends_known_name(text, match.start(), cut, document.language):
                confidence = max(judgement, NAMED)
            at = match.start() + cut.at
            capital = cut.right[0].isupper()
            figure = cut.left[-1].isdigit() or cut.right[0].isdigit()
            if confidence >= (threshold * CAPITAL_SHARE if capital else threshold):
                rule = "split-at-capital" if capital else "split-at-figure" if figure else "split-words"
                yield Edit(at, at, " ", rule, round(confidence, 3))
            elif confidence >= SUSPICION:
                message = f"{token!r} may be {cut.left!r} and {cut.right!r} run together."
                yield Diagnostic("suspected-glue", message, match.start(), match.end())


def ends_known_name(text: str, start: int, cut: Cut, language: str) -> bool:
    """Return whether what stands before `start` and the left part of `cut` are a name known whole: Xi Jinping|after."""
    if not is_known_name(cut.left) or cut.right not in load_vocabulary(language).tails:
        return False
    previous = PREVIOUS_RE.search(text, max(0, start - LONGEST), start)
    return previous is not None and (previous[1], cut.left) in known_ends()


def find_figure(token: str, vocabulary: Vocabulary) -> Cut | None:
    """Return where a figure and a word ran together in `token`: not in ``covid19``, ``2000er``, ``16GB``, ``A4``.

    >>> find_figure("2017by", load_vocabulary("en")), find_figure("2017er", load_vocabulary("de"))
    (Cut(at=4, left='2017', right='by'), None)
    >>> find_figure("am19", load_vocabulary("de")), find_figure("covid19", load_vocabulary("en"))
    (Cut(at=2, left='am', right='19'), None)
    """
    match = YEAR_WORD_RE.fullmatch(token)
    if match and match[2] in vocabulary.function_words and match[2] not in FIGURE_ENDINGS:
        return Cut(4, match[1], match[2])
    match = WORD_FIGURE_RE.fullmatch(token)
    if match and match[1] in vocabulary.function_words and match[1] in vocabulary.parts:
        return Cut(len(match[1]), match[1], match[2])
    return None


# A year and a word; a word and a figure.
YEAR_WORD_RE = re.compile(r"((?:19|20)\d\d)([^\W\d_]{2,})")
WORD_FIGURE_RE = re.compile(r"([^\W\d_]{2,})(\d{1,4})")

# What stands right after a year without a space: 1990er, 1990s, 1990-ie, 2000th.
FIGURE_ENDINGS = frozenset(("er", "ers", "es", "st", "nd", "rd", "th", "e", "en", "ern", "de", "os", "as", "an"))

# How sure a space between a function word and a figure is.
FIGURE = 0.93


def stands_alone(text: str, start: int, end: int) -> bool:
    r"""Return whether the token at ``[start:end]`` is a whole word: no syllable between soft hyphens, no part of code.

    >>> stands_alone("Me\N{SOFT HYPHEN}thode", 0, 2), stands_alone("a method, too", 2, 8)
    (False, True)
    """
    return text[start - 1 : start] not in GRAFTS and text[end : end + 1] not in GRAFTS


# What holds the pieces of one word together.
GRAFTS = frozenset("\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}*@#\\/=<>")


def find_cuts(token: str, vocabulary: Vocabulary, counts: Mapping[str, int]) -> tuple[Cut, ...]:
    """Return where `token` falls into words most likely; nowhere, if it can't be all words.

    >>> find_cuts("actionsthe", load_vocabulary("en"), {})
    (Cut(at=7, left='actions', right='the'),)
    >>> [cut.at for cut in find_cuts("andWindowsthrough", load_vocabulary("en"), {})]
    [3, 10]
    """
    name = PARTICLE_RE.fullmatch(token)
    if GENDERED_RE.fullmatch(token) or (name and name[1].lower() not in vocabulary.function_words):
        return ()
    size = len(token)
    camel = [i for i in range(1, size) if token[i].isupper() and token[i - 1].islower()]
    if not vocabulary.tabled or not token.isalpha():
        return _find_evident_cuts(token, camel, vocabulary, counts)
    if not camel and vocabulary.tails.isdisjoint(token[at:] for at in range(1, size - 1)):
        return ()
    humps = {0, *camel}
    parts = vocabulary.parts
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ()), *([None] * size)]
    for start in range(size - 1):
        so_far = best[start]
        if so_far is None:
            continue
        hump = start in humps
        for end in range(start + 1, min(size, start + LONGEST_PART) + 1):
            part = token[start:end]
            if part not in parts and (part not in counts or len(part) < SEEN_SHORTEST):
                if not hump or (len(part) < 2 and not (start and end == size)):
                    continue
                if not vocabulary.is_capitalized_part(part) and not _may_be_a_name(part, end in humps, end == size):
                    continue
            if len(part) == size or (end < size and token[end].isupper() and token[end - 1].isupper()):
                continue
            value = so_far[0] + _worth(part, start, end, token, look_up(part, vocabulary, counts))
            reached = best[end]
            if reached is None or value > reached[0]:
                best[end] = (value, (*so_far[1], end))
    final = best[size]
    if final is None:
        return ()
    edges = (0, *final[1])
    return tuple(Cut(b, token[a:b], token[b:c]) for a, b, c in zip(edges, edges[1:], edges[2:], strict=False))


def _find_evident_cuts(
    token: str, camel: Sequence[int], vocabulary: Vocabulary, counts: Mapping[str, int]
) -> tuple[Cut, ...]:
    """Return the capitals of `token` before which a word stands that is known without a word table.

    A capital alone is no evidence: Zulu writes ``isiZulu``, Irish ``hÉireann``, and any language ``iPhone``.
    """
    if len(camel) != 1:
        return ()
    left, right = token[: camel[0]], token[camel[0] :]
    known = left.lower() in vocabulary.function_words or (len(left) >= SEEN_SHORTEST and counts.get(left))
    known = known or (vocabulary.tabled and left in vocabulary.parts)
    if not left.isalpha():
        return ()
    seen = len(right) > SEEN_SHORTEST and counts.get(right) and len(left) > SEEN_SHORTEST
    return (Cut(camel[0], left, right),) if len(left) > 1 and (known or seen) else ()


def _worth(part: str, start: int, end: int, token: str, entry: Entry) -> float:
    """Return how much `part`, which is ``token[start:end]``, is worth as one of its words."""
    value = entry.frequency - CUT_COST
    if start and token[start].islower():
        value -= BOND_COST * entry.right
    if end < len(token) and token[end].islower():
        value -= BOND_COST * entry.left
    return value


def _may_be_a_name(part: str, ends_hump: bool, last: bool) -> bool:
    """Return whether an unlisted `part` at a hump can stand in a cut: only capitals tell where it starts and ends."""
    if not (part[1:].islower() or part.isupper()):
        return False
    return part[0].isupper() or (ends_hump and not last)


def look_up(part: str, vocabulary: Vocabulary, counts: Mapping[str, int]) -> Entry:
    """Return what is known of `part`, the document's own words included."""
    entry = vocabulary.find(part)
    if len(part) >= SEEN_SHORTEST and entry.frequency < SEEN and counts.get(part):
        return entry._replace(frequency=SEEN, listed=True)
    return entry


def describe_cut(cut: Cut, token: str, vocabulary: Vocabulary, counts: Mapping[str, int]) -> dict[str, float]:
    """Return the features of `cut` that speak for or against it."""
    left, right = look_up(cut.left, vocabulary, counts), look_up(cut.right, vocabulary, counts)
    camel = cut.right[0].isupper()
    small = cut.left[0].islower()
    function_left = cut.left.lower() in vocabulary.function_words
    function_right = cut.right.lower() in vocabulary.function_words
    bond_left, bond_right = (0.0, 0.0) if camel else (left.left, right.right)
    features: dict[str, float] = {
        "always": 1,
        "left-frequency": left.frequency,
        "right-frequency": right.frequency,
        "rarer-frequency": min(left.frequency, right.frequency),
        "letters": len(cut.left) + len(cut.right),
        "left-bond": bond_left,
        "right-bond": bond_right,
        "left-bond-of-common": bond_left * left.frequency,
        "left-bond-squared": bond_left**2,
        "right-bond-squared": bond_right**2,
        "frequencies": left.frequency * right.frequency,
        "left-frequency-squared": left.frequency**2,
        "right-frequency-squared": right.frequency**2,
        "bond-of-small": 0.0 if cut.left[0].isupper() else bond_left,
        "right-bond-of-common": bond_right * right.frequency,
        "both-bonds": bond_left * bond_right,
        "left-letters": min(len(cut.left), 8),
        "right-letters": min(len(cut.right), 8),
        "left-unlisted": not left.listed,
        "right-unlisted": not right.listed,
        "left-capital": not small,
        "left-name": left.frequency == NAME,
        "left-acronym": len(cut.left) > 1 and cut.left.isupper(),
        "right-acronym": cut.right.isupper(),
        "left-function-word": function_left,
        "right-function-word": function_right,
        "two-function-words": function_left and function_right,
        "camel": camel,
        "camel-after-small": camel and small and len(cut.left) >= 4,
        "camel-after-short": camel and small and len(cut.left) < 4 and not function_left,
        "camel-after-capital": camel and not small,
        "camel-after-capital-function-word": camel and not small and function_left,
        "camel-before-function-word": camel and function_right,
        "tabled": vocabulary.tabled,
        "seen-left": len(cut.left) > 3 and bool(counts.get(cut.left)),
        "seen-right": len(cut.right) > 3 and bool(counts.get(cut.right)),
        "repeated": counts.get(token, 0) > 1,
        "compound": not camel and vocabulary.is_compound(token),
        "inflected": not camel and vocabulary.is_inflected(token, cut.at),
        "right-noun": not camel and cut.right.capitalize() in vocabulary.words and cut.right in vocabulary.words,
        "right-bond-after-capital": 0.0 if small else bond_right,
        f"language-{vocabulary.language if vocabulary.tabled else UNDETERMINED}": True,
        f"left-bond-{vocabulary.language}": bond_left if vocabulary.tabled else 0.0,
        f"right-bond-{vocabulary.language}": bond_right if vocabulary.tabled else 0.0,
        "several-cuts": len(cut.left) + len(cut.right) < len(token),
    }
    # Two models in one table: what binds two small letters says nothing of a capital.
    kind = "capital" if camel else "small"
    return {f"{kind}:{name}": float(value) for name, value in features.items() if value}


def score_cut(features: Mapping[str, float]) -> float:
    """Return the log odds that a cut with these `features` is right, the document's damage aside."""
    weights = _weights()
    return weights["always"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def damage_score(others: float, tokens: int) -> float:
    """Return how damaged a document is: the log of the share of its `tokens` with `others` near them."""
    return math.log((others + 0.05) / (tokens + 20))


def calibration(language: str, cut: Cut) -> str:
    """Return what sets the odds of `cut`: German makes words of words, and capitals tell more than small letters.

    >>> calibration("de", Cut(2, "im", "Haus")), calibration("fr", Cut(2, "au", "revoir"))
    ('de:capital', 'small')
    """
    kind = "capital" if cut.right[0].isupper() else "small"
    return f"{language}:{kind}" if f"final-score:{language}:{kind}" in _weights() else kind


def confidence_of(score: float, others: float, tokens: int, calibrated: str) -> float:
    """Return the probability that a cut of `score` is right in a document with `others` lost spaces among `tokens`."""
    weights = _weights()
    return probability(
        weights[f"final-always:{calibrated}"]
        + weights[f"final-score:{calibrated}"] * score
        + weights[f"final-damage:{calibrated}"] * damage_score(others, tokens)
    )


def probability(log_odds: float) -> float:
    """Return the probability with these odds, without overflow."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_rows("glue-weights.tsv", 2)}
