"""The words that no stage has anything to say of: nearly all of a text, passed over at one look each.

News says the same words again and again, and whether a stage has something to say of a word in itself, as of a name or
of two words run together, does not depend on the text. So each word is judged once, and those that nobody wants are
held in one set: what a word costs here is how far apart in memory the answers lie. The common ones, which most words of
a text are, are in a small set of their own.

>>> quiet = QuietWords([WordJudge(str.istitle), WordJudge(str.isdigit, frozenset(["the", "in", "May"]))])
>>> sorted(quiet.leave_out_common("May talks in the Kyiv house in 2017".split()))
['2017', 'Kyiv', 'May', 'house', 'talks']
>>> sorted(quiet.find_notable({"2017", "Kyiv", "May", "house", "talks"}))
['2017', 'Kyiv', 'May']
"""

from __future__ import annotations

from itertools import chain, filterfalse
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

__all__ = ["QuietWords", "WordJudge"]

# How many words are remembered: some megabytes at most. Then it begins anew.
REMEMBERED = 1 << 15
# What is longer, in code points, is not: it need not come again, and may take any room.
LONGEST = 60


class WordJudge(NamedTuple):
    """What a stage says of words, whatever text they stand in.

    Attributes:
        has_say: Whether it has something to say of a word: a pure function.
        common: Words that are frequent in texts and that it has nothing to say of.

    """

    has_say: Callable[[str], bool]
    common: frozenset[str] = frozenset()


class QuietWords:
    """A bounded memory of what `judges` say of words; texts read at the same time get the same answers.

    Args:
        judges: Those that are asked.
        most: How many words are remembered, the common ones aside.

    """

    def __init__(self, judges: Iterable[WordJudge], most: int = REMEMBERED) -> None:
        self._judges = tuple(judges)
        self._most = most
        self._common = frozenset(filterfalse(self._is_notable, chain(*(judge.common for judge in self._judges))))
        self._quiet: set[str] = set()
        self._notable: set[str] = set()

    def leave_out_common(self, words: Iterable[str]) -> AbstractSet[str]:
        """Return the different ones of `words` but for the common ones that nobody has anything to say of."""
        return set(filterfalse(self._common.__contains__, words))

    def find_notable(self, words: AbstractSet[str]) -> AbstractSet[str]:
        """Return those of `words` of which somebody has something to say."""
        notable = words - self._quiet
        if notable <= self._notable:  # none is new
            return notable
        return {word for word in notable if word in self._notable or self._remember(word)}

    def _is_notable(self, word: str) -> bool:
        return any(judge.has_say(word) for judge in self._judges)

    def _remember(self, word: str) -> bool:
        notable = self._is_notable(word)
        if len(word) > LONGEST:
            return notable
        if len(self._quiet) + len(self._notable) >= self._most:
            self._quiet, self._notable = set(), set()
        (self._notable if notable else self._quiet).add(word)
        return notable
