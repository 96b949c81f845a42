r"""The words of a text, quickly: what ``re.findall(r"\w+", text)`` gives, at a third of its cost.

A word is a run of letters, digits and underscores. What a western text is written in fits a code page of 256
characters; so its marks can be made into spaces by one table, and the text be cut at spaces, all at the speed of C.

>>> split_words("Talks in Kiev, said “Le Monde” at 5.30")
['Talks', 'in', 'Kiev', 'said', 'Le', 'Monde', 'at', '5', '30']
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["split_words"]

WORD_RE = re.compile(r"\w+")

# Tried in this order on a text that is not all ASCII: western, Cyrillic, central European. Their typographic quotes and
# dashes are what Latin-1 lacks.
PAGES = ("cp1252", "cp1251", "cp1250")


def split_words(text: str) -> list[str]:
    """Return the words of `text`, in order: runs of letters, digits and underscores."""
    if text.isascii():
        return text.encode("ascii").translate(_spacing("ascii")).decode("ascii").split()
    for page in PAGES:
        try:
            encoded = text.encode(page)
        except UnicodeEncodeError:
            continue
        return encoded.translate(_spacing(page)).decode(page).split()
    return WORD_RE.findall(text)


@cache
def _spacing(page: str) -> bytes:
    """Return the table that makes a space of every byte of code page `page` that is part of no word."""
    characters = bytes(range(256)).decode(page, "replace")
    return bytes(byte if WORD_RE.match(character) else 32 for byte, character in enumerate(characters))
