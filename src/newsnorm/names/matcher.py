"""The matcher: where the spellings of a view stand in a text, by whole words.

Names begin with a capital, and capitals are rare: so only the words that begin with one are looked up, all at once, and
a spelling of several words by the one that says most (South *Ossetia*). Only a text that holds such a word is looked at
more closely. Lower-case slips of the best-known names are looked for besides.

>>> from newsnorm.name_table import NameTable
>>> view = NameTable.builtin().view("en")
>>> [(hit.spelling, hit.style) for hit in find_hits("KIEV’S mayor left kyiv and McKiev’s Kievan house", view)]
[('Kiev', 'capitals'), ('Kyiv', 'slip')]
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.key_words import CAPITAL_WORD_RE
from newsnorm.name_table import APOSTROPHES, FOLLOWING, LETTER_APOSTROPHES, fold_follower

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from newsnorm.name_table import View

__all__ = ["Hit", "find_hits"]

# What is shorter, in capitals, is an abbreviation.
_SHORTEST_IN_CAPITALS = 3

# In a longer text than this, in code points, a slip counts only beside another of the best-known names: a report on
# what happened in kyiv names Ukraine. It also saves looking for slips in most texts.
_SHORT = 400

# What may stand before a word, besides white space.
_MARKS = "\"“”„«‘'’[/–—-"


class Hit(NamedTuple):
    """A spelling of the view, found in a text.

    Attributes:
        start: Where it starts in the text, in code points.
        end: Where it ends, exclusive.
        spelling: The spelling as the view lists it.
        style: ``listed`` as it is, in ``capitals``, or a lower-case ``slip``.

    """

    start: int
    end: int
    spelling: str
    style: str


def find_hits(
    text: str, view: View, *, words: AbstractSet[str] | None = None, keys: frozenset[str] | None = None
) -> list[Hit]:
    """Return where spellings of `view` stand in `text`, in order: at each place the longest, none inside another.

    Args:
        text: The text.
        view: The spellings.
        words: The different words of the text, if they are known: see `newsnorm.tokens.find_words`.
        keys: Those of ``view.keys`` whose spellings are looked for, slips aside; ``None`` for all. Without a spelling
            that is left out, one inside of it may be a hit.

    """
    slips = bool(view.slips) if words is None else not view.slipped.isdisjoint(words)
    for mark in LETTER_APOSTROPHES:
        if mark in text:
            text = text.replace(mark, "'")
            words, slips = None, bool(view.slips)
    if words is None or not view.keys_stand_whole:
        words = frozenset(CAPITAL_WORD_RE.findall(text))
    found = (view.keys if keys is None else keys).intersection(words) - view.slipped
    slips = slips and (len(text) < _SHORT or not view.eminent.isdisjoint(words))
    if not found and not slips:
        return []
    hits = list(_find_listed(text, found, words, view)) if found else []
    if slips:
        hits += _find_slips(text, view)
    return _leftmost_longest(hits) if len(hits) > 1 else hits


def _leftmost_longest(hits: list[Hit]) -> list[Hit]:
    """Return those of `hits` that are left when at each place the longest is taken, in order."""
    hits.sort(key=lambda hit: (hit.start, -hit.end, hit.spelling))
    taken = []
    position = 0
    for hit in hits:
        if hit.start >= position:
            taken.append(hit)
            position = hit.end
    return taken


# Up to so many different words are looked for one by one, more in one pass.
_FEW = 12


class Lead(NamedTuple):
    """A word to look for, and the spellings that it may begin.

    Attributes:
        word: The word as the text has it, perhaps in capitals.
        first: The word as the spellings have it.
        groups: The spellings, by what follows the word: see `View.keyed`.
        tail: How many characters of the word are no part of the spelling: the one of a plural.

    """

    word: str
    first: str
    groups: dict[str, tuple[str, ...]]
    tail: int


def _leads(view: View, key: str) -> tuple[Lead, ...]:
    """Return what to look for in a text that holds `key`, one of the view's key words."""
    title = key.capitalize()
    singular = view.plurals.get(key) or view.plurals.get(title)
    plural = (Lead(key, singular, {"": (singular,)}, 1),) if singular else ()
    if listed := view.keyed(key):
        return tuple(Lead(first, first, groups, 0) for first, groups in listed.items()) + plural
    if len(key) < _SHORTEST_IN_CAPITALS:
        return plural
    return tuple(Lead(first.upper(), first, groups, 0) for first, groups in view.keyed(title).items()) + plural


def _find_listed(text: str, found: frozenset[str], words: AbstractSet[str], view: View) -> Iterator[Hit]:
    """Yield where spellings stand that have one of `found` for their key word.

    `words` are all words of the text, or all that have a capital.
    """
    leads: dict[str, list[Lead]] = {}
    leads_of = view.remember(_leads)
    for key in found:
        for lead in leads_of(key):
            if lead.word != key and lead.word not in words:  # the key word stands there, the first word may
                continue
            leads.setdefault(lead.word, []).append(lead)
    if len(leads) > _FEW:
        for match in CAPITAL_WORD_RE.finditer(text):
            if match.group() in leads:
                yield from _match(text, match.start(), leads[match.group()])
        return
    for word, those in leads.items():
        at = text.find(word)
        while at >= 0:
            yield from _match(text, at, those)
            at = text.find(word, at + len(word))


def _match(text: str, at: int, leads: list[Lead]) -> Iterator[Hit]:
    """Yield hits of the spellings that one of `leads`, whose word stands at `at`, begins: whole words only."""
    for _, first, groups, tail in leads:
        for key in ("",) if "" in groups and len(groups) == 1 else _keys(text, at + len(first)):
            for spelling in groups.get(key, ()):
                start = at - spelling.index(first)  # al-Aqsa is found by its Aqsa
                if start < 0 or (start and _is_word(text[start - 1])):
                    continue
                end = _end_of(text, start, spelling)
                if end and _is_boundary(text, end + tail):
                    yield Hit(start, end, spelling, _style(text[start:end], spelling))
                    break  # the others are shorter


def _slip_patterns(view: View) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of the lower-case slips: within a text, with the mark before them, and at its start.

    What stands before a word is asked first, and the words are a tree: both are what makes this quick.
    """
    words = _as_tree(sorted(view.slips)) + r"(?!\w)"
    return re.compile(rf"[ \n\t\N{{NO-BREAK SPACE}}({re.escape(_MARKS)}]{words}"), re.compile(words)


def _as_tree(words: list[str]) -> str:
    """Return a pattern of `words`, which are sorted, that reads each letter once: ``ki(?:ev|yiv)``."""
    if words == [""]:
        return ""
    branches = [
        re.escape(letter) + _as_tree([word[1:] for word in group])
        for letter, group in groupby((word for word in words if word), key=itemgetter(0))
    ]
    tree = f"(?:{'|'.join(branches)})" if len(branches) > 1 or "" in words else branches[0]
    return tree + "?" * ("" in words)


def _find_slips(text: str, view: View) -> list[Hit]:
    """Return the lower-case slips in `text`."""
    inner, opening = view.remember(_slip_patterns)()
    spans = [(match.start() + 1, match.end()) for match in inner.finditer(text)]
    if first_word := opening.match(text):
        spans.append(first_word.span())
    hits = (Hit(start, end, view.slips[text[start:end]], "slip") for start, end in spans if _is_boundary(text, end))
    return [hit for hit in hits if view.line(hit.spelling)]


def _keys(text: str, at: int) -> Iterable[str]:
    """Return what stands at `at` as `View.keyed` groups by it, longest first."""
    if text[at : at + 1].isspace():  # one space stands for any white space
        while text[at + 1 : at + 2].isspace():
            at += 1
    after = fold_follower(text[at : at + FOLLOWING])
    return dict.fromkeys((after, after[:2], after[:1], ""))


def _end_of(text: str, start: int, spelling: str) -> int:
    """Return where `spelling` ends if it stands at `start`, else 0.

    A space stands for white space with at most one line break, an apostrophe for any. Small words may have a capital,
    and the whole may be in capitals.
    """
    if text.startswith(spelling, start):
        return start + len(spelling)
    capitals = text[start + 1 : start + 2].isupper()
    position = start
    for index, wanted in enumerate(spelling):
        found = text[position : position + 1]
        if found == wanted or (wanted == "'" and found and found in APOSTROPHES):
            position += 1
        elif wanted == " " and found.isspace():
            stop = position + 1
            while text[stop : stop + 1].isspace():
                stop += 1
            if text.count("\n", position, stop) > 1:
                return 0
            position = stop
        elif found == wanted.upper() and (capitals or spelling[index - 1] == " "):
            position += 1
        else:
            return 0
        if wanted == " ":
            while text[position : position + 1].isspace() and text[position] != "\n":
                position += 1
    return position


def _style(surface: str, spelling: str) -> str:
    if surface == spelling:
        return "listed"
    if surface.isupper() and not spelling.isupper():
        return "capitals"
    return "slip" if surface == spelling.casefold() else "listed"


def _is_boundary(text: str, end: int) -> bool:
    """Return whether a word ends at `end`: an apostrophe followed by more than ``s`` is part of it."""
    if end >= len(text) or not (_is_word(text[end]) or text[end] in APOSTROPHES):
        return True
    if _is_word(text[end]):
        return False
    after = text[end + 1 : end + 3]
    return not after[:1].isalpha() or (after[0] in "sS" and not after[1:].isalpha())


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
