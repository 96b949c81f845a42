"""Words run together: ``leadersannounced``, ``forMocha``, ``mostcritical actionsthe world``.

Only a token that is no known word is looked at. It is cut into known words where that can be done
(`newsnorm.spacing.cutting`), each cut is judged by itself (`newsnorm.spacing.weighing`), and made where its token
stands (`newsnorm.spacing.placing`). The document has a say as well: its words may be parts, and where some words have
run together, others have.

News says the same words again and again: what a word could be is worked out once and remembered, and so is how its cuts
score; nearly all of a text is dismissed without being looked at anew.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.spacing.cutting import (
    LONGEST,
    SEEN,
    SEEN_SHORTEST,
    Cut,
    find_cuts,
    find_likeliest,
    find_stretches,
    is_english_name,
    may_be_cut,
)
from newsnorm.spacing.figures import find_figure
from newsnorm.spacing.letters import find_letter
from newsnorm.spacing.placing import Judgement, count_places, may_end_name, place_cuts
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.spacing.weighing import SUSPICION, Weighed, damage_score, lift, odds_of, probability, weigh_cut

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from newsnorm.document import Document
    from newsnorm.records import Finding
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["Acquaintance", "is_foreign", "judge_words", "split_words"]

# How sure a space between a function word and a figure is, or before a word of one letter: log odds.
FIGURE = 2.6

# A text of so many words, of which so large a share is unknown, is not in the language it is taken for.
LONG = 200
FOREIGN = 0.35

# How many words of a language are remembered, how many stretches of those that may be two, and how many scored cuts:
# some megabytes at most. A word of more stretches than the few that most have is looked through each time.
REMEMBERED = 1 << 15
REMEMBERED_STRETCHES = 1 << 16
FEW_STRETCHES = 40
REMEMBERED_CUTS = 1 << 13

# For so few words, all words of a document are sooner gone through each time than made a set of.
FEW_NOTABLE = 3

# From so many spaces on that are lost elsewhere in a document, what may be a name of English words may be two.
DAMAGED = 1.0

# What is left for rounding where a word is dismissed at a glance.
SLACK = 1e-6


class Suspect(NamedTuple):
    """A word that may be two.

    Attributes:
        figure: Where a figure or a word of one letter ran together with a word, if one did.
        damage: How damaged a document must be (see `damage_score`) for any cut of it to be likelier than not.

    """

    figure: Cut | None
    damage: float


# One that must be looked at more closely, whatever else its document says.
LIKELY = Suspect(None, -math.inf)

# What is remembered of a word that may be two: the suspect, and those stretches of it that may be parts for being words
# of the document, or `None` where they are too many to keep. While it has none of them, the suspect is no likelier.
Known = tuple[Suspect, "frozenset[str] | None"]
NOTHING: frozenset[str] = frozenset()

# The most damaged that a document is for being short, without any damage to be seen.
UNDAMAGED = damage_score(0, 0)


class Judged(NamedTuple):
    """The cuts of a suspect, as far as the document's damage doesn't matter.

    Attributes:
        cuts: The cuts, weighed.
        evidence: How likely the likeliest of them is, the document's damage aside.
        named: Whether a known name stands before the first, and after it a word that ends no others.
        foreign: Whether the suspect is a name of English words, unless others have run together too: it is no evidence.

    """

    cuts: tuple[Weighed, ...]
    evidence: float
    named: bool
    foreign: bool = False


def split_words(document: Document, damage: int, threshold: float) -> Sequence[Finding]:
    """Propose spaces between words run together, from `threshold` on; warn of what is less sure.

    Args:
        document: The text.
        damage: How many spaces are found to be lost elsewhere in it: the more, the likelier is one more.
        threshold: The least confidence of an edit, from 0 to 1.

    PASS: ``Xi Jinpingafter meeting`` → ``Xi Jinping after meeting``. FAIL: ``hereafter``, ``SchülerInnen``, ``iPhone``.

    """
    if not document.notable_words:  # in half of all news
        return ()
    known = _acquaintance(document.language)
    suspects = _find_suspects(document, known, damaged=damage > 0)
    if not suspects:  # nearly always
        return ()
    judged = {
        token: [Judgement(suspect.figure, FIGURE)] for token, suspect in suspects.items() if suspect.figure is not None
    }
    judged.update(_judge(document, known, suspects, damage))
    found = tuple(place_cuts(document, judged, threshold)) if judged else ()
    return () if found and is_foreign(document) else found


class Acquaintance:
    """What has been made of the words of a language so far: a memory, and a bounded one, of a pure function.

    Args:
        language: The language.
        most: How many of the words that may be two are remembered; then it begins anew.

    Attributes:
        common: Words that are one for certain, and so frequent that a document adds nothing to it by having them.

    >>> sorted(Acquaintance("en").find_suspects(set("The leadersannounced a plan in 2017by hand".split())))
    ['2017by', 'leadersannounced']

    """

    def __init__(self, language: str, most: int = REMEMBERED) -> None:
        self._vocabulary = load_vocabulary(language)
        self._most = most
        self.common = self._vocabulary.find_common(SEEN)
        self._suspects: dict[str, Known] = {}
        self._stretches = 0

    def may_be_two(self, word: str) -> bool:
        """Return whether `word` may be two in any document."""
        return word in self._suspects or self._remember(word) is not None

    def find_suspects(
        self, words: Collection[str], notable: AbstractSet[str] | None = None, *, damaged: bool = True
    ) -> dict[str, Suspect]:
        """Return those of `words` that may be two, if a document has just these.

        Args:
            words: The words of the document, each at least once; common ones may be left out. Best a set, unless
                `notable` are few: what is no set is gone through for each of them.
            notable: Those of them that `may_be_two`, and perhaps others; ``None`` for all.
            damaged: Whether spaces are known to be lost in it: else most suspects need other words that speak for them.

        """
        suspects = self._suspects
        found: dict[str, Suspect] = {}
        for word in words if notable is None else notable:
            known = suspects.get(word) or self._remember(word)
            if known is None:
                continue
            suspect, stretches = known
            if stretches is None:
                stretches = self._find_stretches(word)
            if stretches and (seen := stretches.intersection(words)):
                suspect = Suspect(None, _find_damage_if_seen(word, self._vocabulary, seen))
            if damaged or suspect.damage <= UNDAMAGED:
                found[word] = suspect
        return found

    def _remember(self, word: str) -> Known | None:
        """Look at `word` for the first time, or for the first time since so many others were looked at."""
        if len(word) > LONGEST:
            return None
        known = self._look_at(word)
        if known is None:
            return None
        if len(self._suspects) >= self._most or self._stretches > REMEMBERED_STRETCHES:
            self._suspects.clear()
            self._stretches = 0
        if known[1] is not None and len(known[1]) <= FEW_STRETCHES:
            self._suspects[word] = known
            self._stretches += len(known[1])
        else:
            self._suspects[word] = known[0], None
        return known

    def _look_at(self, word: str) -> Known | None:
        vocabulary = self._vocabulary
        if word in vocabulary.words or word.isdigit() or vocabulary.knows(word):
            return None
        figure = find_letter(word, vocabulary) or find_figure(word, vocabulary)
        if figure is not None:
            return Suspect(figure, -math.inf), NOTHING
        if not may_be_cut(word, vocabulary):
            return None
        damage = _find_damage(word, vocabulary, NOTHING)
        if damage == -math.inf:
            return LIKELY, NOTHING
        return Suspect(None, damage), self._find_stretches(word)

    def _find_stretches(self, word: str) -> frozenset[str]:
        return frozenset(find_stretches(word, self._vocabulary) - self.common)


_acquaintance = cache(Acquaintance)


def _find_damage(token: str, vocabulary: Vocabulary, seen: AbstractSet[str]) -> float:
    """Return how damaged a document with these parts of `token` must be for any cut of it to be likelier than not.

    Or a little less: it is a bound, for words that may be cut (see `newsnorm.spacing.cutting.may_be_cut`).

    Minus infinity where that must be looked at more closely, infinity where no cut can be found. Without a capital
    inside, all that a document's common words can change of the cuts is whether they stand there: so of the others
    alone it matters which are `seen`.
    """
    if not token[1:].islower():
        return -math.inf
    cuts = find_likeliest(token, (), vocabulary, seen)
    if not cuts:
        return math.inf
    lifted = [lift(cut, token, vocabulary, seen) for cut in cuts]
    if may_end_name(cuts[0], vocabulary) or max(weighed.score for weighed in lifted) > -SLACK:
        return -math.inf  # it would count as evidence for others
    return min(-(weighed.base + SLACK) / weighed.slope for weighed in lifted)


_find_damage_if_seen = lru_cache(maxsize=REMEMBERED_CUTS)(_find_damage)


def judge_words(language: str) -> Callable[[str], bool]:
    """Return what tells whether a word of `language` may be two."""
    return _acquaintance(language).may_be_two


def _find_suspects(document: Document, known: Acquaintance, *, damaged: bool) -> dict[str, Suspect]:
    notable = document.notable_words
    words = document.words.each if len(notable) <= FEW_NOTABLE else document.distinct_words
    return known.find_suspects(words, notable, damaged=damaged)


def _judge(
    document: Document, known: Acquaintance, suspects: Mapping[str, Suspect], damage: int
) -> dict[str, list[Judgement]]:
    """Return the cuts of those `suspects` that are likely enough, wherever they stand.

    Args:
        document: The text.
        known: What is known of the words of its language.
        suspects: Its words that may be two with so much damage.
        damage: How many spaces are found to be lost elsewhere in it.

    """
    size = document.words.total
    damaged = damage_score(damage, size)
    likely = {token for token, suspect in suspects.items() if suspect.damage <= damaged}
    scored = _score(document, likely)
    total = damage + math.fsum(judged.evidence for judged in scored.values() if judged.evidence >= SUSPICION)
    if total > damage:  # the more damage, the likelier are those as well that were dismissed
        damaged = damage_score(total, size)
        likely = {
            token
            for token, suspect in _find_suspects(document, known, damaged=True).items()
            if suspect.damage <= damaged
        }
        scored.update(_score(document, likely.difference(scored)))
    sure: dict[str, list[Judgement]] = {}
    for token, judged in scored.items():
        others = total - (judged.evidence if judged.evidence >= SUSPICION else 0.0)
        if judged.foreign and others < DAMAGED:
            continue
        damaged = damage_score(others, size)
        odds = [odds_of(weighed, damaged) for weighed in judged.cuts]
        if judged.named or probability(max(odds)) >= SUSPICION:
            sure[token] = [
                Judgement(weighed.cut, found, weighed.beside) for weighed, found in zip(judged.cuts, odds, strict=True)
            ]
    return sure


def _score(document: Document, tokens: Collection[str]) -> dict[str, Judged]:
    """Return how `tokens` are cut in `document`, those left out that are one word for all it says."""
    if not tokens:
        return {}
    vocabulary = load_vocabulary(document.language)
    counts = count_places(document.text, tokens)
    scored = {}
    for token in tokens:
        parts = _find_parts(token, document.distinct_words)
        judged = _score_cuts(token, vocabulary, parts, counts[token] > 1)
        if judged.cuts:
            scored[token] = judged
    return scored


def _find_parts(token: str, words: AbstractSet[str]) -> frozenset[str]:
    """Return those of `words` that are part of `token`, if they are long enough to be known by that."""
    size = len(token)
    if len(words) < 2 * size:
        return frozenset([word for word in words if word in token and SEEN_SHORTEST <= len(word) < size])
    return frozenset(
        [
            token[start:end]
            for start in range(size - SEEN_SHORTEST + 1)
            for end in range(start + SEEN_SHORTEST, size + (start > 0))
            if token[start:end] in words
        ]
    )


@lru_cache(maxsize=REMEMBERED_CUTS)
def _score_cuts(token: str, vocabulary: Vocabulary, seen: frozenset[str], repeated: bool) -> Judged:
    """Return the cuts of `token`, given which of its stretches are `seen` in the document as words."""
    cuts = find_cuts(token, vocabulary, seen)
    weighed = tuple([weigh_cut(cut, token, vocabulary, seen, repeated=repeated) for cut in cuts])
    if not weighed:
        return Judged((), 0.0, False)
    if is_english_name(token, vocabulary):
        return Judged(weighed, 0.0, named=False, foreign=True)
    return Judged(weighed, max(probability(cut.score) for cut in weighed), may_end_name(cuts[0], vocabulary))


def is_foreign(document: Document) -> bool:
    """Return whether the text is in another language than it seems: Scots is no damaged English."""
    if document.words.total < LONG:
        return False
    words = document.distinct_words
    return len(load_vocabulary(document.language).unknown(words)) > FOREIGN * len(words)
