r"""Texts as bytes: a western text mostly fits a code page of 256 characters, and is then read at the speed of C.

One table makes of each byte what is wanted to know of its character. Where that is which kinds of pairs a character may
begin and end, a bit for each, one long integer tells for a whole text what stands side by side in it.

>>> sides = tabulate("ascii", lambda character: ([character == "."], [character.isalpha()]))
>>> find_pairs(b"The end.Next", sides) > 0, find_pairs(b"The end. Next", sides) > 0
(True, False)
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["LONGEST", "NO_PAGE", "PAGES", "PLAIN", "Encoded", "characters", "encode", "find_pairs", "mask", "tabulate"]

# Tried in this order on a text that is not all ASCII: western, Cyrillic, central European. Their typographic quotes and
# dashes are what Latin-1 lacks. A text that fits one of them has no letter that Unicode would compose.
PAGES = ("cp1252", "cp1251", "cp1250")

PLAIN = b" ,.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""What nearly all of a western text is, in any code page."""

LONGEST = 1 << 15
"""The most bytes that are looked at as one integer."""

# How many kinds of pairs are told apart. The other bits of a byte say which of them it ends.
KINDS = 4


def mask(*kinds: int) -> int:
    """Return an integer with the bits of these kinds of pairs set in each byte."""
    return int.from_bytes(bytes([sum(1 << kind for kind in kinds)]) * LONGEST, "little")


BEGINS = mask(*range(KINDS))


class Encoded(NamedTuple):
    """A text in a code page.

    Attributes:
        page: The code page that the text fits; empty if it fits none, and so is all else then.
        whole: The text in it.
        marks: What is left of that without `PLAIN` characters: several stages look there for one of few others.

    """

    page: str
    whole: bytes
    marks: bytes


NO_PAGE = Encoded("", b"", b"")
"""A text that fits no code page."""

_make_encoded = partial(tuple.__new__, Encoded)  # without a call of Python's own


def encode(text: str) -> Encoded:
    r"""Return `text` in the code page that it fits.

    >>> encode("Ab!"), encode("„Ab“")
    (Encoded(page='ascii', whole=b'Ab!', marks=b'!'), Encoded(page='cp1252', whole=b'\x84Ab\x93', marks=b'\x84\x93'))
    >>> encode("日本")
    Encoded(page='', whole=b'', marks=b'')
    """
    if text.isascii():
        whole = text.encode("ascii")
        return _make_encoded(("ascii", whole, whole.translate(None, PLAIN)))
    for page in PAGES:
        try:
            whole = text.encode(page)
        except UnicodeEncodeError:
            continue
        return _make_encoded((page, whole, whole.translate(None, PLAIN)))
    return NO_PAGE


def find_pairs(encoded: bytes, sides: bytes) -> int:
    """Return which kinds of pairs stand in a text: bit `k` of byte `i` is set where one of kind `k` begins at `i`.

    Shifted by a byte and by `KINDS`, what a character ends lies over what the one before it begins.

    Args:
        encoded: The text in its code page, `LONGEST` bytes at most.
        sides: The table of `tabulate` for that page.

    """
    whole = int.from_bytes(encoded.translate(sides), "little")
    return whole & (whole >> 8 + KINDS) & BEGINS


def tabulate(page: str, sides: Callable[[str], tuple[Sequence[bool], Sequence[bool]]]) -> bytes:
    """Return the table of which kinds of pairs each character of code page `page` may begin and end.

    Args:
        page: The code page.
        sides: Whether a character begins a pair of each kind, `KINDS` of them at most; and whether it ends one.

    """
    table = bytearray()
    for character in characters(page):
        begins, ends = sides(character)
        table.append(
            sum(begun << kind for kind, begun in enumerate(begins))
            | sum(ended << KINDS + kind for kind, ended in enumerate(ends))
        )
    return bytes(table)


def characters(page: str) -> str:
    """Return the 256 characters of code page `page`; what it has none for is U+FFFD."""
    return bytes(range(256)).decode(page, "replace")
