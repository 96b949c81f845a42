r"""The words of a text, and whether its marks touch them, read at the speed of C.

A word is a run of letters, digits and underscores: what ``re.findall(r"\w+", text)`` gives, at a third of its cost.
What a western text is written in fits a code page of 256 characters; so its marks can be made into spaces by one table,
and the text be cut at spaces.

>>> split_words("Talks in Kiev, said “Le Monde” at 5.30")
['Talks', 'in', 'Kiev', 'said', 'Le', 'Monde', 'at', '5', '30']
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.code_pages import LONGEST, characters, encode, find_pairs, mask, tabulate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsnorm.code_pages import Encoded

__all__ = ["Words", "find_words", "split_words"]

WORD_RE = re.compile(r"\w+")

# The words of a text take ten times its room. So those of a longer text than this, in code points, are found in pieces
# of about this length.
PIECE = 1 << 14
BREAK_RE = re.compile(r"\W")

# How many words are enough to tell a language by.
SAMPLE = 80


class Words(NamedTuple):
    """The words of a text: runs of letters, digits and underscores.

    Attributes:
        total: How many there are.
        each: Each of them at least once.
        sample: Some of them, from all parts of the text: up to `SAMPLE`, or one of each of its pieces.
        touched: Whether a mark may touch one of them on the wrong side, as in ``end.Next``, ``so(and`` or ``-The``:
            see `_marks_touch`. Where it is false, none does.

    """

    total: int
    each: Collection[str]
    sample: list[str]
    touched: bool


_make_words = partial(tuple.__new__, Words)  # without a call of Python's own


def find_words(text: str, encoded: Encoded) -> Words:
    """Return the words of `text`.

    Args:
        text: The text.
        encoded: The text in its code page, see `newsnorm.code_pages.encode`.

    >>> words = find_words("To Kiev, and to Kiev.", encode("To Kiev, and to Kiev."))
    >>> words.total, sorted(set(words.each)), words.touched
    (5, ['Kiev', 'To', 'and', 'to'], False)

    """
    page, whole, _ = encoded
    if len(text) <= PIECE:
        words = _split(text, page, whole)
        total = len(words)
        return _make_words((total, words, words[:: 1 + total // SAMPLE], _marks_touch(page, whole)))
    total = 0
    distinct: set[str] = set()
    sample: list[str] = []
    touched = False
    for start, end in _cut(text):
        piece = whole[start : end + 2]  # what stands side by side may stand on either side of a cut
        touched = touched or _marks_touch(page, piece)
        words = _split(text[start:end], page, piece[: end - start])
        total += len(words)
        distinct.update(words)
        sample += words[:: 1 + len(text) // PIECE * len(words) // SAMPLE]
    return Words(total, distinct, sample, touched)


def split_words(text: str) -> list[str]:
    """Return the words of `text`, in order, as a list."""
    return _split(text, *encode(text)[:2])


def _split(text: str, page: str, whole: bytes) -> list[str]:
    return whole.translate(_spacing(page)).decode(page).split() if page else WORD_RE.findall(text)


@cache
def _spacing(page: str) -> bytes:
    """Return the table that makes a space of every byte of code page `page` that is part of no word."""
    return bytes(byte if WORD_RE.match(character) else 32 for byte, character in enumerate(characters(page)))


# Marks after which a space belongs, if a letter follows.
MARKS = frozenset(".!?,;:…–—)]")
LETTER_RE = re.compile(r"[^\W\d_]")

# The kinds of pairs that `_sides` tells: a mark and a letter, or a bracket; and a word and a bracket.
TOUCHING = mask(0, 1)
# A space or a capital and a hyphen, if a letter or another hyphen comes next.
HYPHENED = mask(2)


def _marks_touch(page: str, whole: bytes) -> bool:
    """Return whether a mark may touch a word on the wrong side, anywhere in a text that is `whole` in `page`."""
    if not page or len(whole) > LONGEST:
        return True
    pairs = find_pairs(whole, _tabulate_sides(page))
    if not pairs:
        return False
    return bool(pairs & TOUCHING or pairs & (pairs >> 9) & HYPHENED)  # a byte on, and a kind on


@cache
def _tabulate_sides(page: str) -> bytes:
    return tabulate(page, _sides)


def _sides(character: str) -> tuple[Sequence[bool], Sequence[bool]]:
    """Return which kinds of pairs `character` may begin and end."""
    letter, hyphen = LETTER_RE.match(character) is not None, character == "-"
    space_or_capital = character.isspace() or "A" <= character <= "Z"
    begins = (character in MARKS, WORD_RE.match(character) is not None, space_or_capital, hyphen)
    return begins, (letter or character == "(", character == "(", hyphen, letter or hyphen)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of pieces of `text`, each cut after a character that is part of no word."""
    start = 0
    while start < len(text):
        gap = BREAK_RE.search(text, start + PIECE)
        end = gap.end() if gap else len(text)
        yield start, end
        start = end
