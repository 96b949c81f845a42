"""Where a token that ran together stands, and what is proposed there.

A cut is made wherever its token stands as a word by itself: not where it is a syllable between soft hyphens, or part of
an address or of code.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import combining

from newsnorm.edits import Edit
from newsnorm.name_table import ends_known_name, is_end_of_name
from newsnorm.records import Diagnostic
from newsnorm.spacing.cutting import LONGEST, Cut
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.spacing.weighing import SUSPICION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from newsnorm.document import Document
    from newsnorm.records import Finding
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["count_places", "may_end_name", "place_cuts", "stands_alone"]

# A capital letter shows where a word starts, so of the threshold only this share is asked there. From 0.92 down to 0.8,
# 38 of the 42 cuts that came with it were right, and no clean text was touched more often.
CAPITAL_SHARE = 0.8

# How sure a cut is where a name known whole ends, and a word that ends no others follows.
NAMED = 0.97
PREVIOUS_RE = re.compile(r"([^\W\d_]+)[ \N{NO-BREAK SPACE}]\Z")

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


def place_cuts(
    document: Document, judged: Mapping[str, Sequence[tuple[Cut, float]]], threshold: float
) -> Iterator[Finding]:
    """Yield the findings for each place where a judged token stands.

    PASS: ``leadersannounced`` → ``leaders announced``, wherever it is a word. FAIL: ``example.org/leadersannounced``.

    Args:
        document: The text.
        judged: The cuts of each token, with their confidence.
        threshold: The least confidence of an edit; what is less sure and likelier than not is a warning.

    """
    text = document.text
    vocabulary = load_vocabulary(document.language)
    cut_off, tail = 0, ""  # where the last token that was cut ended, and what was cut off it
    for start, token in _find_places(text, judged):
        end = start + len(token)
        if not stands_alone(text, start, end) or document.protected.touches(start, end):
            continue
        if _is_among_foreign(text, start, end, vocabulary, judged):
            continue
        hosts = text[end : end + 1] == "." and text[end + 1 : end + 2].islower()
        for cut, judgement in judged[token]:
            if (
                hosts
                and cut.left[0].isupper()
                and cut.right[0].isupper()
                and cut.left.lower() not in vocabulary.function_words
            ):
                continue  # KnowledgeCamp.ch, but beiAmazon.de
            confidence = judgement
            before = tail if cut_off == start - 1 else ""
            if cut.at == len(cut.left) and _ends_known_name(text, start, cut, document.language, before):
                confidence = max(judgement, NAMED)
            at = start + cut.at
            capital = cut.right[0].isupper()
            figure = cut.left[-1].isdigit() or cut.right[0].isdigit()
            if confidence >= (threshold * CAPITAL_SHARE if capital else threshold):
                rule = "split-at-capital" if capital else "split-at-figure" if figure else "split-words"
                yield Edit(at, at, " ", rule, round(confidence, 3))
                cut_off, tail = end, cut.right
            elif confidence >= SUSPICION:
                message = f"{token!r} may be {cut.left!r} and {cut.right!r} run together."
                yield Diagnostic("suspected-glue", message, start, end)


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


def _ends_known_name(text: str, start: int, cut: Cut, language: str, before: str) -> bool:
    """Return whether what stands before `start` and the left part of `cut` are a name known whole: Xi Jinping|after.

    What stands there is the word `before` if the token right before has just been cut: so a row of them is cut at once.
    """
    if not may_end_name(cut, load_vocabulary(language)):
        return False
    previous = PREVIOUS_RE.search(text, max(0, start - LONGEST), start)
    return previous is not None and ends_known_name(before or previous[1], cut.left)


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
