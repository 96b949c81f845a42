"""What the words beside a token say of its cuts: ``the populationin the valley``, ``came undertwo roofs``.

A preposition stands before a determiner or a name, and hardly ever ends a sentence; a small word seldom follows
another. Each such thing is a feature with its weight, fitted with what calibrates a cut
(``docs/making/train_glue.py``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.spacing.cutting import Cut
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["describe_neighbours", "word_after", "word_before"]

# A word beside a place, and how far one looks, in code points.
BEFORE_RE = re.compile(r"([^\W\d_]+)[ \N{NO-BREAK SPACE}]\Z")
AFTER_RE = re.compile(r"[ \N{NO-BREAK SPACE}]([^\W\d_]+)")
REACH = 50


def word_before(text: str, start: int) -> str:
    """Return the word that stands before `start` with a space between, "" if none does.

    >>> word_before("a large populationin", 8), word_before("large, populationin", 7)
    ('large', '')
    """
    found = BEFORE_RE.search(text, max(0, start - REACH), start)
    return found[1] if found else ""


def word_after(text: str, end: int) -> str:
    """Return the word that stands after `end` with a space between, "" if none does.

    >>> word_after("populationin the valley", 12), word_after("populationin", 12)
    ('the', '')
    """
    found = AFTER_RE.match(text, end, end + REACH)
    return found[1] if found else ""


def describe_neighbours(cut: Cut, before: str, after: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield what speaks for or against `cut` in the words beside its token.

    Args:
        cut: A cut.
        before: The word right before the left part, "" where a mark stands there or a line begins.
        after: The word right after the right part, "" where a mark stands there or a line ends.
        vocabulary: The words of the language.

    >>> from newsnorm.spacing.cutting import Cut
    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> english = load_vocabulary("en")
    >>> list(describe_neighbours(Cut(10, "population", "in"), "large", "the", english))
    ['preposition-before-determiner']
    >>> list(describe_neighbours(Cut(4, "with", "in"), "the", "", english))
    ['after-small', 'small-after-small', 'small-after-determiner', 'small-at-end']

    """
    small = vocabulary.function_words
    left, right = cut.left.lower(), cut.right.lower()
    previous, following = before.lower(), after.lower()
    determiners, prepositions = (_read_class(vocabulary.language, name) for name in ("determiner", "preposition"))
    if previous in small:
        yield "after-small"
        if left in small:
            yield "small-after-small"
        if previous in determiners:
            yield "small-after-determiner" if left in small else "word-after-determiner"
        elif previous in prepositions and left in determiners:
            yield "determiner-after-preposition"
    elif before[:1].isupper():
        yield "after-capital"
    if after[:1].isupper():
        yield "before-capital"
        if right in prepositions:
            yield "preposition-before-capital"
        elif right in small:
            yield "small-before-capital"
    elif right in small and not after:
        yield "small-at-end"
    elif right in determiners:
        yield "determiner-before-small" if following in small else "determiner-before-word"
    elif right in prepositions and following in determiners:
        yield "preposition-before-determiner"


@cache
def _read_class(language: str, name: str) -> frozenset[str]:
    rows = read_rows("word_classes.tsv", 3)
    return frozenset(word for row in rows if row[:2] == [language, name] for word in row[2].split())
