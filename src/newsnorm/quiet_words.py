"""The words that no stage has anything to say of: nearly all of a text, passed over at one look each.

News says the same words again and again, and whether a stage has something to say of a word in itself, as of a name or
of two words run together, does not depend on the text. So each word is judged once, and those that nobody wants are
held in one set: what a word costs here is how far apart in memory the answers lie.

>>> quiet = QuietWords([str.istitle, str.isdigit])
>>> sorted(quiet.leave_out(["the", "talks", "in", "Kyiv", "in", "2017"]))
['2017', 'Kyiv']
"""

from __future__ import annotations

from operator import length_hint
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from collections.abc import Set as AbstractSet

__all__ = ["QuietWords"]

# How many words are remembered: some megabytes at most. Then it begins anew.
REMEMBERED = 1 << 15
# What is longer, in code points, is not: it need not come again, and may take any room.
LONGEST = 60


class QuietWords:
    """A bounded memory of what pure functions say of words; texts read at the same time get the same answers.

    Args:
        judges: The functions: each says whether its stage has something to say of a word, whatever text it stands in.
        most: How many words are remembered.

    """

    def __init__(self, judges: Iterable[Callable[[str], bool]], most: int = REMEMBERED) -> None:
        self._judges = tuple(judges)
        self._most = most
        self._quiet: set[str] = set()
        self._notable: set[str] = set()

    def leave_out(self, words: Collection[str]) -> AbstractSet[str]:
        """Return those of `words` that are notable: that one of the judges has something to say of."""
        quiet, remembered = self._quiet, self._notable
        others = words - quiet if isinstance(words, set) else _find_others(words, quiet)
        if not others or remembered.issuperset(others):  # none is new
            return set(others)
        return {word for word in others if word in remembered or self._remember(word)}

    def _remember(self, word: str) -> bool:
        notable = any(judge(word) for judge in self._judges)
        if len(word) > LONGEST:
            return notable
        if len(self._quiet) + len(self._notable) >= self._most:
            self._quiet, self._notable = set(), set()
        (self._notable if notable else self._quiet).add(word)
        return notable


def _find_others(words: Collection[str], known: set[str]) -> list[str]:
    """Return those of `words` that are not `known`, in order.

    Most are: and a set that is asked whether it holds all of them looks at one after the other without a call for each,
    up to the first that it does not hold. How many are left then says which that was.
    """
    if not (STOPS_SHORT and isinstance(words, list)):
        return [word for word in words if word not in known]
    others: list[str] = []
    rest = iter(words)
    while not known.issuperset(rest):
        others.append(words[~length_hint(rest)])
    return others


def _stops_short() -> bool:
    """Return whether `issuperset` reads no further than it must: so it does from Python 3.11 on, but need not."""
    rest = iter(["first", "second"])
    return not set[str]().issuperset(rest) and length_hint(rest) == 1


STOPS_SHORT = _stops_short()
