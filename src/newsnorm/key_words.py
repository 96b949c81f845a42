"""Key words: the word of a name by which a text is searched for it.

Most words of a text are in no name, and most that are in one (South, New, David) say little. The key word is the one
that says most: where a text does not hold it, the name is not there.
"""

from __future__ import annotations

import re

__all__ = ["CAPITAL_WORD_RE", "find_key_word", "stands_whole", "with_capitals"]

_SHORTEST_KEY = 4

# Words for what a name is the name of, and others that begin sentences and headlines: they say nothing of which.
_GENERIC = frozenset(
    "Bank City Coast Division East Eastern Europe Force Front Island Islands Live Most Network North Northern"
    " Nuclear Plant Power Region Republic River South Southern State States Strait Straits West Western".split()
)


def _capital_class() -> str:
    """Return a character class of all capital letters, as ranges."""
    ranges: list[list[int]] = []
    for code in range(0x2000):
        if chr(code).isupper() or chr(code).istitle():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "[" + "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges) + "]"


CAPITAL_WORD_RE = re.compile(_capital_class() + r"\w*")
"""A word from its first capital on."""


def find_key_word(spelling: str) -> str:
    """Return a word of `spelling` that a text must hold, or hold in capitals, where it holds the spelling.

    It is the last long one that begins with a capital and says more than what kind of thing it is: South *Ossetia*,
    *Dnipro* River, Vladimir *Putin*. A spelling without a capital has none, and isn't found.

    >>> [find_key_word(name) for name in ("Kiev", "Dnipro River", "al-Aqsa", "Sea of Azov", "Zelens'kyi", "To Lam")]
    ['Kiev', 'Dnipro', 'Aqsa', 'Azov', 'Zelens', 'Lam']
    """
    word = spelling.rpartition(" ")[2]
    telling = word == spelling or (len(word) >= _SHORTEST_KEY and word not in _GENERIC)
    if telling and word.isalpha() and word[0].isupper():
        return word
    words: list[str] = CAPITAL_WORD_RE.findall(spelling)
    words = [word for word in words if word not in _GENERIC] or words
    long = [word for word in words if len(word) >= _SHORTEST_KEY]
    return (long or sorted(words, key=len) or [""])[-1]


def stands_whole(line: str) -> bool:
    r"""Return whether the key word of an alias's `line`, if it has one, is a whole word of its spelling.

    >>> stands_whole("Aqsa\tal-Aqsa\t*"), stands_whole("Swatini\teSwatini\t*")
    (True, False)
    """
    key, spelling, _ = line.split("\t", 2)
    at = spelling.rindex(key) if key else 0
    return not at or not (spelling[at - 1].isalnum() or spelling[at - 1] == "_")


def with_capitals(words: frozenset[str]) -> frozenset[str]:
    """Return `words`, and the same in capitals.

    >>> sorted(with_capitals(frozenset(["Kiev", "Lviv"])))
    ['KIEV', 'Kiev', 'LVIV', 'Lviv']
    >>> with_capitals(frozenset())
    frozenset()
    """
    return words.union("\n".join(words).upper().split())
