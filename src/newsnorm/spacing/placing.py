"""Where a token that ran together stands, and what is proposed there.

A cut is made wherever its token stands as a word by itself: not where it is a syllable between soft hyphens, or part of
an address or of code.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining

from newsnorm.edits import Edit
from newsnorm.name_table import ends_known_name, is_end_of_name
from newsnorm.records import Diagnostic
from newsnorm.spacing.neighbours import word_after, word_before
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.spacing.weighing import SUSPICION, probability, weigh_neighbours

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from newsnorm.document import Document
    from newsnorm.records import Finding
    from newsnorm.spacing.cutting import Cut
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["count_places", "may_end_name", "place_cuts", "stands_alone"]

# A capital letter shows where a word starts, so of the threshold only this share is asked there. From 0.92 down to 0.8,
# 38 of the 42 cuts that came with it were right, and no clean text was touched more often.
CAPITAL_SHARE = 0.8

# How sure a cut is where a name known whole ends, and a word that ends no others follows.
NAMED = 0.97

# What holds the pieces of one word together.
GRAFTS = frozenset("\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}*@#\\/=<>")

# A letter that somebody else has set: "[d]issolution", "(S)he".
LETTER_OPENERS = frozenset("[(")
LETTER_CLOSERS = frozenset("])")

# How much of a line is looked at on either side, in code points, and which share of its words in small letters is
# unknown where it is of another language; of fewer words that can't be told.
AROUND = 80
FEWEST_AROUND = 5
FOREIGN_AROUND = 0.4

# So few tokens are looked for one by one; more of them in one pass over all words.
FEW = 8
WORD_RE = re.compile(r"\w+")


class Judgement(NamedTuple):
    """What is thought of a cut, wherever its token stands.

    Attributes:
        cut: The cut.
        odds: The log odds that it is right.
        beside: How much the words beside its token count.

    """

    cut: Cut
    odds: float
    beside: float = 0.0


def place_cuts(document: Document, judged: Mapping[str, Sequence[Judgement]], threshold: float) -> Iterator[Finding]:
    """Yield the findings for each place where a judged token stands.

    PASS: ``leadersannounced`` → ``leaders announced``, wherever it is a word. FAIL: ``example.org/leadersannounced``.

    Args:
        document: The text.
        judged: What is thought of the cuts of each token.
        threshold: The least confidence of an edit; what is less sure and likelier than not is a warning.

    """
    row = _Row(document, judged)
    row.cut_all(threshold)
    for place in row.places:
        for judgement in judged[place.token]:
            cut, at = judgement.cut, place.start + judgement.cut.at
            if cut.at in place.made:
                capital = cut.right[0].isupper()
                figure = cut.left[-1].isdigit() or cut.right[0].isdigit()
                rule = "split-at-capital" if capital else "split-at-figure" if figure else "split-words"
                yield Edit(at, at, " ", rule, round(place.made[cut.at], 3))
            elif row.confidence(place, judgement) >= SUSPICION:
                message = f"{place.token!r} may be {cut.left!r} and {cut.right!r} run together."
                yield Diagnostic("suspected-glue", message, place.start, place.end)


class _Place(NamedTuple):
    """A place where a judged token stands, with the confidence of the cuts that are made there."""

    number: int
    start: int
    end: int
    token: str
    made: dict[int, float]


class _Row:
    """The places in a text where judged tokens stand, one after the other."""

    def __init__(self, document: Document, judged: Mapping[str, Sequence[Judgement]]) -> None:
        self._text = document.text
        self._vocabulary = load_vocabulary(document.language)
        self._judged = judged
        self.places: list[_Place] = []
        for start, token in _find_places(self._text, judged):
            end = start + len(token)
            if not stands_alone(self._text, start, end) or document.protected.touches(start, end):
                continue
            if not _is_among_foreign(self._text, start, end, self._vocabulary, judged):
                self.places.append(_Place(len(self.places), start, end, token, {}))

    def cut_all(self, threshold: float) -> None:
        """Make every cut that is sure enough, given those that are made beside it.

        One cut may lead to the next along the row, either way: so it is gone through to and fro until nothing changes,
        which is soon, however long it is.
        """
        places = self.places
        while self._cut(places, threshold):
            places = places[::-1]

    def _cut(self, places: Sequence[_Place], threshold: float) -> bool:
        """Go through `places` once; return whether a cut was made."""
        more = False
        for place in places:
            for judgement in self._judged[place.token]:
                cut = judgement.cut
                if cut.at not in place.made:
                    confidence = self.confidence(place, judgement)
                    if confidence >= (threshold * CAPITAL_SHARE if cut.right[0].isupper() else threshold):
                        place.made[cut.at] = confidence
                        more = True
        return more

    def confidence(self, place: _Place, judgement: Judgement) -> float:
        """Return how sure a cut is at a place, given the cuts that are made beside it."""
        cut, vocabulary = judgement.cut, self._vocabulary
        named = cut.left[0].isupper() and cut.right[0].isupper() and cut.left.lower() not in vocabulary.function_words
        if named and self._is_host(place.end):
            return 0.0  # KnowledgeCamp.ch, but beiAmazon.de
        before = self._word_before(place) if cut.at == len(cut.left) else ""
        odds = judgement.odds
        if judgement.beside:
            after = self._word_after(place) if cut.at + len(cut.right) == len(place.token) else ""
            odds += judgement.beside * weigh_neighbours(cut, before, after, vocabulary)
        confidence = probability(odds)
        if before and may_end_name(cut, vocabulary) and ends_known_name(before, cut.left):
            return max(confidence, NAMED)
        return confidence

    def _is_host(self, end: int) -> bool:
        return self._text[end : end + 1] == "." and self._text[end + 1 : end + 2].islower()

    def _word_before(self, place: _Place) -> str:
        """Return the word before a place, or what has been cut off the token there."""
        if place.number:
            other = self.places[place.number - 1]
            if other.made and other.end == place.start - 1:
                return other.token[max(other.made) :]
        return word_before(self._text, place.start)

    def _word_after(self, place: _Place) -> str:
        if place.number + 1 < len(self.places):
            other = self.places[place.number + 1]
            if other.made and other.start == place.end + 1:
                return other.token[: min(other.made)]
        return word_after(self._text, place.end)


def _is_among_foreign(text: str, start: int, end: int, vocabulary: Vocabulary, damaged: Collection[str]) -> bool:
    """Return whether the words around ``[start:end]``, on its line, are of another language: a title, a quotation.

    Those that have run together themselves don't count.
    """
    if not vocabulary.tabled:
        return False
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2].split()[1:]
    after = text[end : end + AROUND].partition("\n")[0].split()[:-1]
    words = [
        word
        for word in WORD_RE.findall(" ".join([*before, *after]))
        if word.isalpha() and word.islower() and len(word) > 1
    ]
    unknown = sum(word not in damaged and not vocabulary.knows(word) for word in words)
    return len(words) >= FEWEST_AROUND and unknown > FOREIGN_AROUND * len(words)


def _find_places(text: str, tokens: Collection[str]) -> list[tuple[int, str]]:
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


def count_places(text: str, tokens: Collection[str]) -> Mapping[str, int]:
    """Return in how many places each of `tokens` stands in `text` as a word.

    >>> count_places("an iPhone, iPhones and an iPhone", ["iPhone"])["iPhone"]
    2
    """
    return Counter(token for _, token in _find_places(text, tokens))


def _continues_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def may_end_name(cut: Cut, vocabulary: Vocabulary) -> bool:
    """Return whether `cut` may stand at the end of a known name: after a word of one, before a word that ends none."""
    return is_end_of_name(cut.left) and vocabulary.is_tail(cut.right)


def stands_alone(text: str, start: int, end: int) -> bool:
    r"""Return whether the token at ``[start:end]`` is a whole word: no syllable between soft hyphens, no part of code.

    >>> stands_alone("Me\N{SOFT HYPHEN}thode", 0, 2), stands_alone("a method, too", 2, 8)
    (False, True)
    >>> stands_alone("“[d]issolution of", 4, 13), stands_alone("(old)houses", 5, 11)
    (False, True)
    >>> stands_alone("enque\N{COMBINING CIRCUMFLEX ACCENT}te", 0, 5)
    False
    """
    if start > 2 and text[start - 1] in LETTER_CLOSERS and text[start - 3] in LETTER_OPENERS:
        return False
    return not (_grafts(text[start - 1 : start]) or _grafts(text[end : end + 1]))


def _grafts(character: str) -> bool:
    return character in GRAFTS or (not character.isascii() and combining(character) > 0)
