r"""The words of a text, and whether its marks touch them, read at the speed of C.

A word is a run of letters, digits and underscores: what ``re.findall(r"\w+", text)`` gives, at a third of its cost.
What a western text is written in fits a code page of 256 characters; so its marks can be made into spaces by one table,
and the text be cut at spaces.

>>> split_words("Talks in Kiev, said “Le Monde” at 5.30")
['Talks', 'in', 'Kiev', 'said', 'Le', 'Monde', 'at', '5', '30']
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Words", "find_words", "split_words"]

WORD_RE = re.compile(r"\w+")

# Tried in this order on a text that is not all ASCII: western, Cyrillic, central European. Their typographic quotes and
# dashes are what Latin-1 lacks.
PAGES = ("cp1252", "cp1251", "cp1250")

# The words of a text take ten times its room. So those of a longer text than this, in code points, are found in pieces
# of about this length.
PIECE = 1 << 14

# How many words are enough to tell a language by.
SAMPLE = 80
BREAK_RE = re.compile(r"\W")


class Words(NamedTuple):
    """The words of a text: runs of letters, digits and underscores.

    Attributes:
        total: How many there are.
        distinct: Each of them once.
        sample: Some of them, from all parts of the text: up to `SAMPLE`, or one of each of its pieces.
        touched: Whether a mark may touch one of them on the wrong side, as in ``end.Next``, ``so(and`` or ``-The``:
            see `_marks_touch`. Where it is false, none does.

    """

    total: int
    distinct: frozenset[str] | set[str]
    sample: list[str]
    touched: bool


def find_words(text: str) -> Words:
    """Return the words of `text`.

    >>> words = find_words("To Kiev, and to Kiev.")
    >>> words.total, sorted(words.distinct), words.touched
    (5, ['Kiev', 'To', 'and', 'to'], False)
    """
    if len(text) <= PIECE:
        page, encoded = _encode(text)
        words = _split(text, page, encoded)
        return Words(len(words), set(words), words[:: 1 + len(words) // SAMPLE], _marks_touch(page, encoded))
    total = 0
    distinct: set[str] = set()
    sample: list[str] = []
    touched = False
    for start, end in _cut(text):
        page, encoded = _encode(text[start : end + 2])  # what stands side by side may stand on either side of a cut
        touched = touched or _marks_touch(page, encoded)
        words = _split(text[start:end], page, encoded[: end - start])
        total += len(words)
        distinct.update(words)
        sample += words[:: 1 + len(text) // PIECE * len(words) // SAMPLE]
    return Words(total, distinct, sample, touched)


def split_words(text: str) -> list[str]:
    """Return the words of `text`, in order, as a list."""
    return _split(text, *_encode(text))


def _encode(text: str) -> tuple[str, bytes]:
    """Return the code page that `text` fits, and the text in it; ``("", b"")`` if it fits none."""
    if text.isascii():
        return "ascii", text.encode("ascii")
    for page in PAGES:
        with suppress(UnicodeEncodeError):
            return page, text.encode(page)
    return "", b""


def _split(text: str, page: str, encoded: bytes) -> list[str]:
    return encoded.translate(_spacing(page)).decode(page).split() if page else WORD_RE.findall(text)


@cache
def _spacing(page: str) -> bytes:
    """Return the table that makes a space of every byte of code page `page` that is part of no word."""
    return bytes(byte if WORD_RE.match(character) else 32 for byte, character in enumerate(_characters(page)))


def _characters(page: str) -> str:
    return bytes(range(256)).decode(page, "replace")


# Marks after which a space belongs, if a letter follows.
MARKS = frozenset(".!?,;:…–—)]")
LETTER_RE = re.compile(r"[^\W\d_]")

# What stands side by side: four kinds of pairs, each with a bit for its left character and one for its right one.
# A mark and a letter, or two brackets; a word and a bracket; a space or a capital and a hyphen; a hyphen and what it
# belongs to.
PAIRS = 4
LONGEST = 2 * PIECE
ALONE = int.from_bytes(bytes([0b0011]) * LONGEST, "little")  # such pairs are enough by themselves,
FIRST = int.from_bytes(bytes([0b0100]) * LONGEST, "little")  # such a one only before the one that is left


def _marks_touch(page: str, encoded: bytes) -> bool:
    """Return whether a mark may touch a word on the wrong side, anywhere in a text that is `encoded` in `page`.

    Each character becomes a byte of one long integer, with a bit for each kind of pair that it may begin, and one for
    each that it may end. Shifted by a byte and by `PAIRS`, what a character ends lies over what the one before begins.
    """
    if not page or len(encoded) > LONGEST:
        return True
    sides = int.from_bytes(encoded.translate(_sides(page)), "little")
    pairs = sides & (sides >> 8 + PAIRS)
    return bool(pairs & ALONE or pairs & (pairs >> 9) & FIRST)


@cache
def _sides(page: str) -> bytes:
    """Return the table of what kinds of pairs each byte of code page `page` may begin and end."""
    sides = bytearray()
    for character in _characters(page):
        letter = LETTER_RE.match(character) is not None
        space_or_capital = character.isspace() or "A" <= character <= "Z"
        begins = (character in MARKS, WORD_RE.match(character) is not None, space_or_capital, character == "-")
        ends = (letter or character == "(", character == "(", character == "-", letter or character == "-")
        sides.append(sum(1 << bit for bit, true in enumerate((*begins, *ends)) if true))
    return bytes(sides)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of pieces of `text`, each cut after a character that is part of no word."""
    start = 0
    while start < len(text):
        gap = BREAK_RE.search(text, start + PIECE)
        end = gap.end() if gap else len(text)
        yield start, end
        start = end
