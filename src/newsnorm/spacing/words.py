"""Words run together: ``leadersannounced``, ``forMocha``, ``mostcritical actionsthe world``.

Only a token that is no known word is looked at. It is cut into known words where that can be done
(`newsnorm.spacing.cutting`), and each cut is judged by itself (`newsnorm.spacing.weighing`). The document has a say as
well: its words may be parts, and where some words have run together, others have.

News says the same words again and again: what a word could be is worked out once and remembered, and so is how its cuts
score; nearly all of a text is dismissed without being looked at anew.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from itertools import filterfalse
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.edits import Edit
from newsnorm.records import Diagnostic
from newsnorm.spacing.cutting import LONGEST, SEEN, SEEN_SHORTEST, Cut, find_cuts, find_figure, may_be_cut
from newsnorm.spacing.vocabulary import is_known_name, known_ends, load_vocabulary
from newsnorm.spacing.weighing import SUSPICION, Weighed, confidence_of, damage_score, lift, probability, weigh_cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from newsnorm.document import Document
    from newsnorm.records import Finding
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["Acquaintance", "split_words"]

# A capital letter shows where a word starts, so of the threshold only this share is asked there.
CAPITAL_SHARE = 0.92

# How sure a cut is where a name known whole ends, and a word that ends no others follows.
NAMED = 0.97
PREVIOUS_RE = re.compile(r"([^\W\d_]+)[ \N{NO-BREAK SPACE}]\Z")

# How sure a space between a function word and a figure is.
FIGURE = 0.93

# A text of so many words, of which so large a share is unknown, is not in the language it is taken for.
LONG = 200
FOREIGN = 0.35

# What holds the pieces of one word together.
GRAFTS = frozenset("\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}*@#\\/=<>")

# How many words of a language are remembered, and how many scored cuts: some megabytes at most.
REMEMBERED = 1 << 15
REMEMBERED_CUTS = 1 << 13

# What is left for rounding where a word is dismissed at a glance.
SLACK = 1e-6

# So few tokens are looked for one by one; more of them in one pass over all words.
FEW = 8
FEW_WORDS = 30
WORD_RE = re.compile(r"\w+")


class Suspect(NamedTuple):
    """A word that may be two.

    Attributes:
        figure: Where a figure ran together with a word, if one did.
        cuttable: Whether it may be two words, for all that is known without its document.
        ceiling: How likely its likeliest cut can be in a document that knows no rare part of it, as log odds calibrated
            but for the document's damage; infinite where that must be looked at more closely.
        slope: How much the document's damage counts.

    """

    figure: Cut | None
    cuttable: bool
    ceiling: float
    slope: float


class Judged(NamedTuple):
    """The cuts of a suspect, as far as the document's damage doesn't matter.

    Attributes:
        cuts: The cuts, weighed.
        evidence: How likely the likeliest of them is, the document's damage aside.
        named: Whether a known name stands before the first, and after it a word that ends no others.

    """

    cuts: tuple[Weighed, ...]
    evidence: float
    named: bool


def split_words(document: Document, damage: int, threshold: float) -> Iterator[Finding]:
    """Propose spaces between words run together, from `threshold` on; warn of what is less sure.

    Args:
        document: The text.
        damage: How many spaces are found to be lost elsewhere in it: the more, the likelier is one more.
        threshold: The least confidence of an edit, from 0 to 1.

    PASS: ``Xi Jinpingafter meeting`` → ``Xi Jinping after meeting``. FAIL: ``hereafter``, ``SchülerInnen``, ``iPhone``.

    """
    suspects = _find_suspects(document, damage)
    if not suspects:
        return
    confident = {token: [(suspect.figure, FIGURE)] for token, suspect in suspects.items() if suspect.figure is not None}
    confident.update(_judge(document, suspects, damage))
    if confident and not _is_foreign(document):
        yield from _place(document, confident, threshold)


def _find_suspects(document: Document, damage: int) -> dict[str, Suspect]:
    """Return the words of `document` that may be two; none, if it is plain at a glance that all of them are one."""
    words = document.words
    known = _acquaintance(document.language)
    rare = list(filterfalse(known.common.__contains__, words))
    suspects = known.find_suspects(rare)
    if not suspects:
        return suspects
    damaged = damage_score(damage, len(words))
    hopeless = all(suspect.ceiling + suspect.slope * damaged < 0 for suspect in suspects.values())
    return {} if hopeless and not _have_parts(suspects, rare) else suspects


def _have_parts(suspects: Collection[str], rare: Iterable[str]) -> bool:
    """Return whether any `rare` word of a document is part of one of the `suspects`."""
    joined = " ".join(suspects)
    return any(
        len(word) >= SEEN_SHORTEST and (word not in suspects or joined.count(word) > 1)
        for word in filter(joined.__contains__, rare)
    )


class Acquaintance:
    """What has been made of the words of a language so far: a memory, and a bounded one, of a pure function.

    Nearly all words of a text are common or have been met before, and nearly all of those are one word for certain.
    They are held in sets that nothing else stands in, since what a word costs here is how far apart in memory the
    answers lie.

    Args:
        language: The language.
        most: How many words are remembered; then it begins anew.

    Attributes:
        common: Words that are one for certain, and so frequent that a document adds nothing to it by having them.

    >>> list(Acquaintance("en").find_suspects("The leadersannounced a plan in 2017by hand".split()))
    ['leadersannounced', '2017by']

    """

    def __init__(self, language: str, most: int = REMEMBERED) -> None:
        self._vocabulary = load_vocabulary(language)
        self._most = most
        self._single: set[str] = set()
        self._suspects: dict[str, Suspect] = {}
        self.common = self._vocabulary.find_common(SEEN)

    def find_suspects(self, words: Iterable[str]) -> dict[str, Suspect]:
        """Return those of `words` that may be two."""
        single, suspects = self._single, self._suspects
        found: dict[str, Suspect] = {}
        for word in filterfalse(single.__contains__, words):
            if len(word) > LONGEST:
                continue
            suspect = suspects.get(word) or self._look_at(word)
            if suspect is None:
                single.add(word)
            else:
                found[word] = suspects[word] = suspect
        if len(single) + len(suspects) > self._most:
            self._single, self._suspects = set(), {}
        return found

    def _look_at(self, word: str) -> Suspect | None:
        vocabulary = self._vocabulary
        if word in vocabulary.words or word.isdigit() or vocabulary.knows(word):
            return None
        figure = find_figure(word, vocabulary)
        if may_be_cut(word, vocabulary):
            return Suspect(figure, True, *_find_ceiling(word, vocabulary, figure))
        return Suspect(figure, False, math.inf, 0.0) if figure is not None else None


_acquaintance = cache(Acquaintance)


def _find_ceiling(token: str, vocabulary: Vocabulary, figure: Cut | None) -> tuple[float, float]:
    """Return the ceiling and the slope of a suspect.

    Without a capital inside, all that a document's common words can change of the cuts is whether they stand there.
    """
    if figure is not None or not token[1:].islower():
        return math.inf, 0.0
    judged = _score_cuts(token, vocabulary, frozenset(), False)
    if not judged.cuts:
        return -math.inf, 0.0
    lifted = [lift(weighed, vocabulary.language) for weighed in judged.cuts]
    if judged.named or max(weighed.score for weighed in lifted) > -SLACK:
        return math.inf, 0.0  # it would count as evidence for others
    return max(weighed.base for weighed in lifted) + SLACK, lifted[0].slope


def _judge(document: Document, suspects: Mapping[str, Suspect], damage: int) -> dict[str, list[tuple[Cut, float]]]:
    """Return the cuts of those `suspects` that are worth a closer look, each with its confidence."""
    vocabulary = load_vocabulary(document.language)
    counts = _count_words(document, suspects)
    scored: dict[str, Judged] = {}
    for token, suspect in suspects.items():
        if suspect.cuttable:
            judged = _score_cuts(token, vocabulary, _find_parts(token, counts), counts[token] > 1)
            if judged.cuts:
                scored[token] = judged
    total = damage + math.fsum(judged.evidence for judged in scored.values() if judged.evidence >= SUSPICION)
    sure: dict[str, list[tuple[Cut, float]]] = {}
    for token, judged in scored.items():
        others = total - (judged.evidence if judged.evidence >= SUSPICION else 0.0)
        damaged = damage_score(others, len(document.words))
        confidences = [confidence_of(weighed, damaged) for weighed in judged.cuts]
        if judged.named or max(confidences) >= SUSPICION:
            sure[token] = [
                (weighed.cut, confidence) for weighed, confidence in zip(judged.cuts, confidences, strict=True)
            ]
    return sure


def _count_words(document: Document, tokens: Collection[str]) -> Counter[str]:
    """Return how often each word of `document` stands there, at least of those that are part of one of `tokens`."""
    if len(tokens) > FEW:
        return Counter(document.words)
    return Counter(filter(" ".join(tokens).__contains__, document.words))


def _find_parts(token: str, counts: Mapping[str, int]) -> frozenset[str]:
    """Return the words in `counts` that are part of `token`, if they are long enough to be known by that."""
    if len(counts) <= FEW_WORDS:
        return frozenset([word for word in counts if word in token and len(word) >= SEEN_SHORTEST and word != token])
    size = len(token)
    return frozenset(
        [
            token[start:end]
            for start in range(size - SEEN_SHORTEST + 1)
            for end in range(start + SEEN_SHORTEST, size + (start > 0))
            if token[start:end] in counts
        ]
    )


@lru_cache(maxsize=REMEMBERED_CUTS)
def _score_cuts(token: str, vocabulary: Vocabulary, seen: frozenset[str], repeated: bool) -> Judged:
    """Return the cuts of `token`, given which of its stretches are `seen` in the document as words."""
    cuts = find_cuts(token, vocabulary, seen)
    weighed = tuple([weigh_cut(cut, token, vocabulary, seen, repeated=repeated) for cut in cuts])
    if not weighed:
        return Judged((), 0.0, False)
    return Judged(weighed, max(probability(cut.score) for cut in weighed), _may_end_name(cuts[0], vocabulary))


def _is_foreign(document: Document) -> bool:
    """Return whether the text is in another language than it seems: Scots is no damaged English."""
    words = document.words
    if len(words) < LONG:
        return False
    distinct = set(words)
    return len(load_vocabulary(document.language).unknown(distinct)) > FOREIGN * len(distinct)


def _place(
    document: Document, judged: Mapping[str, Sequence[tuple[Cut, float]]], threshold: float
) -> Iterator[Finding]:
    """Yield the findings for each place where a judged token stands."""
    text, protected = document.text, document.protected
    for start, token in _find_places(text, judged):
        end = start + len(token)
        if not stands_alone(text, start, end) or protected.touches(start, end):
            continue
        for cut, judgement in judged[token]:
            confidence = judgement
            if cut.at == len(cut.left) and ends_known_name(text, start, cut, document.language):
                confidence = max(judgement, NAMED)
            at = start + cut.at
            capital = cut.right[0].isupper()
            figure = cut.left[-1].isdigit() or cut.right[0].isdigit()
            if confidence >= (threshold * CAPITAL_SHARE if capital else threshold):
                rule = "split-at-capital" if capital else "split-at-figure" if figure else "split-words"
                yield Edit(at, at, " ", rule, round(confidence, 3))
            elif confidence >= SUSPICION:
                message = f"{token!r} may be {cut.left!r} and {cut.right!r} run together."
                yield Diagnostic("suspected-glue", message, start, end)


def _find_places(text: str, tokens: Mapping[str, object]) -> list[tuple[int, str]]:
    """Return where each of `tokens` stands in `text` as a word, in order."""
    if len(tokens) > FEW:
        return [(found.start(), found.group()) for found in WORD_RE.finditer(text) if found.group() in tokens]
    places: list[tuple[int, str]] = []
    for token in tokens:
        start = text.find(token)
        while start >= 0:
            end = start + len(token)
            if not (_continues_word(text[start - 1 : start]) or _continues_word(text[end : end + 1])):
                places.append((start, token))
            start = text.find(token, end)
    return sorted(places)


def _continues_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def ends_known_name(text: str, start: int, cut: Cut, language: str) -> bool:
    """Return whether what stands before `start` and the left part of `cut` are a name known whole: Xi Jinping|after."""
    if not _may_end_name(cut, load_vocabulary(language)):
        return False
    previous = PREVIOUS_RE.search(text, max(0, start - LONGEST), start)
    return previous is not None and (previous[1], cut.left) in known_ends()


def _may_end_name(cut: Cut, vocabulary: Vocabulary) -> bool:
    return is_known_name(cut.left) and cut.right in vocabulary.tails


def stands_alone(text: str, start: int, end: int) -> bool:
    r"""Return whether the token at ``[start:end]`` is a whole word: no syllable between soft hyphens, no part of code.

    >>> stands_alone("Me\N{SOFT HYPHEN}thode", 0, 2), stands_alone("a method, too", 2, 8)
    (False, True)
    """
    return text[start - 1 : start] not in GRAFTS and text[end : end + 1] not in GRAFTS
