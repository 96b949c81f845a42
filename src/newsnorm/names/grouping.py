"""`group_names`: the spellings of one person together.

Names are compared part by part, by sound (see `newsnorm.names.sounds`) and by what the table of given names knows.
Five kinds of evidence join two names, the surest first:

1. The same given name and the same surname by sound: ``Serhiy Haidai``, ``Sergei Gaiday``; also surname first.
2. The same given name, and a slip in the surname that nobody else in the list bears; or the same surname, and a slip
   in a given name that no table knows: ``Volodymyr Zelenksiy``, ``Voldymyr Zelensky``.
3. A word of the report glued to a part: ``Volodymyr Zelenskiysaid``.
4. The same given name and the same consonants in Arabic or Hebrew letters and in Latin ones, where one person alone has
   them: ``بشار الأسد``, ``Bashar al-Assad``.
5. Less than the whole name, where one person alone fits: ``V. Zelensky``, ``Zelensky``, ``Sasha Petrenko``.

What looks alike but is evidence against stays apart: two known given names, two initials, two middle names; `John` is
not `Jon`. Every step finds its pairs by looking up keys, so that the time grows in step with the number of names.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, product
from typing import TYPE_CHECKING

from newsnorm.names.given import find_given
from newsnorm.names.person import PersonName, read_name, split_name
from newsnorm.names.skeletons import SCRIPTS, fold_skeleton, script_of
from newsnorm.names.slips import MOST_COMPARED, find_slips
from newsnorm.names.sounds import fold_part

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

__all__ = ["group_names"]

# Words that a lost space glues to a name in a report, and endings that make another word of it.
_GLUE_BEFORE = ("video", "photo", "president", "minister", "mr", "that", "by", "when", "after", "ukraine", "russia")
_GLUE_AFTER = ("said", "says", "told", "after", "and", "who", "has", "was", "on", "in", "to", "at", "with", "video")
_ENDINGS = ("an", "ian", "ism", "ist", "ite", "ing")
_SHORTEST_STEM = 5


def group_names(names: Iterable[str]) -> list[set[str]]:
    """Return `names` with the spellings of one person together, in order of their first names in `names`.

    Args:
        names: Names of people as texts spell them, in any order of parts, in Latin, Cyrillic, Greek, Arabic or Hebrew
            letters.

    >>> names = ["Serhiy Haidai", "Sergei Gaiday", "Igor Zelensky", "Vladimir Zelensky", "Володимир Зеленський"]
    >>> [sorted(group) for group in group_names(names)]
    [['Sergei Gaiday', 'Serhiy Haidai'], ['Igor Zelensky'], ['Vladimir Zelensky', 'Володимир Зеленський']]
    >>> [sorted(group) for group in group_names(["John Smith", "Jon Smith", "J. Doe", "Jane Doe", "Doe"])]
    [['John Smith'], ['Jon Smith'], ['Doe', 'J. Doe', 'Jane Doe']]

    """
    texts = list(dict.fromkeys(names))
    read = [read_name(text) for text in texts]
    groups = _Groups(len(read))
    for evidence in (_same_names, find_slips, _glued):
        for a, b in evidence(read):
            groups.join(a, b)
    # What says less joins a group only when it fits no other: a name without vowels, then less than a whole name.
    for index, fitting in _unvowelled(read, groups):
        if len(fitting) == 1:
            groups.join(fitting.pop(), index)
    for index, fitting in _partial_names(read, groups):
        if len(fitting) == 1:
            groups.join(fitting.pop(), index)
    found: dict[int, set[str]] = {}
    for index, text in enumerate(texts):
        found.setdefault(groups.find(index), set()).add(text)
    return list(found.values())


class _Groups:
    """Disjoint sets of indices: joined in pairs, found by their root."""

    def __init__(self, size: int) -> None:
        self.roots = list(range(size))

    def find(self, index: int) -> int:
        roots = self.roots
        while roots[index] != index:
            roots[index] = index = roots[roots[index]]
        return index

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        self.roots[max(a, b)] = min(a, b)


def _same_names(read: list[PersonName]) -> Iterator[tuple[int, int]]:
    """Yield pairs with the same given name and surname by sound, in either order, and no two middle names."""
    same: defaultdict[Hashable, list[int]] = defaultdict(list)
    swapped: defaultdict[Hashable, list[int]] = defaultdict(list)
    closed: defaultdict[Hashable, list[int]] = defaultdict(list)
    strictly: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, name in enumerate(read):
        if name.given:
            same[name.given, name.surname].append(index)
            closed[name.closed].append(index)
            if name.strict:  # Haniyeh, Haniya
                strictly[name.given, name.strict].append(index)
            if not name.known and not name.middle and min(len(name.given), len(name.surname)) > 3:
                swapped[frozenset((name.given, name.strict or name.surname))].append(index)
    for indices in same.values():
        # Where h is not g, Robert Hunter and Robert Gunter are two; where it may be, it decides nothing between them.
        by_strict: defaultdict[str, list[int]] = defaultdict(list)
        for index in indices:
            by_strict[read[index].strict].append(index)
        alike = len(by_strict) == 2 and "" in by_strict
        for group in [indices] if alike else by_strict.values():
            yield from _with_one_middle(read, group)
    for indices in strictly.values():
        yield from _with_one_middle(read, indices)
    for indices in (*swapped.values(), *closed.values()):
        yield from pairwise(indices)


def _with_one_middle(read: list[PersonName], indices: list[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of `indices` that can be one person's: two different middle names are two people's."""
    by_middle: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in indices:
        by_middle[read[index].middle].append(index)
    for group in by_middle.values():
        yield from pairwise(group)
    without = by_middle.pop((), [])
    if by_middle:
        # A middle name and its initial are one: Joseph Robinette Biden, Joseph R. Biden.
        longest = max(by_middle, key=lambda middle: (sum(map(len, middle)), middle))
        if all(middle == longest or _abbreviates(middle, longest) for middle in by_middle):
            for group in (without, *by_middle.values()):
                yield from ((by_middle[longest][0], index) for index in group[:1])


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    same_length = len(short) == len(full)
    return same_length and all(b == a or (len(a) == 1 and b[0] == a) for a, b in zip(short, full, strict=True))


def _glued(read: list[PersonName]) -> Iterator[tuple[int, int]]:
    """Yield pairs that differ by a word of the report, glued to the given name or the surname."""
    whole: dict[tuple[str, str], int] = {}
    for index, name in enumerate(read):
        if name.given:
            whole.setdefault((name.given, name.surname), index)
    for index, name in enumerate(read):
        if name.given:
            for key in _without_glue(name):
                if key in whole:
                    yield whole[key], index


def _without_glue(name: PersonName) -> Iterator[tuple[str, str]]:
    """Yield what `name` may have been before words were glued to it: a given name and a surname."""
    givens = [name.given]
    if not name.known:
        for word in _GLUE_BEFORE:
            if name.plain.startswith(word):
                givens += sorted(find_given(name.plain[len(word) :]).names)
    surnames = [name.surname]
    surnames += (
        fold_part(name.written[: -len(word)])
        for word in (*_GLUE_AFTER, *_ENDINGS)
        if name.written.endswith(word) and len(name.written) >= _SHORTEST_STEM + len(word)
    )
    if len(givens) + len(surnames) > 2:
        yield from product(givens, surnames)


def _unvowelled(read: list[PersonName], groups: _Groups) -> Iterator[tuple[int, set[int]]]:
    """Yield each name in a script without vowels, with the groups of Latin names that have its consonants."""
    scripts = [script_of(name.text) if name.given else "" for name in read]
    for script in SCRIPTS:
        if script not in scripts:
            continue
        bearers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        for index, name in enumerate(read):
            if name.given and not scripts[index] and (key := _consonants(name, script)):
                bearers[key].add(groups.find(index))
        for index, name in enumerate(read):
            if scripts[index] == script and (key := _consonants(name, script)):
                yield index, set(bearers.get(key, ()))


def _consonants(name: PersonName, script: str) -> tuple[str, str] | None:
    """Return what `name` has in `script`: its given name, and the consonants of the rest, where they say enough."""
    first, *rest = (fold_skeleton(part, script) for part in split_name(name.text)[1])
    others = "".join(rest)
    enough = len(others) >= 2 if name.known else len(first) >= 2 and len(others) >= 3
    return (name.given if name.known else f"?{first}", others) if enough else None


def _partial_names(read: list[PersonName], groups: _Groups) -> Iterator[tuple[int, set[int]]]:
    """Yield each name that is less than a whole one, with the groups of whole names that it fits."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    longer: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    partial: list[int] = []
    for index, name in enumerate(read):
        if not name.given or len(name.plain) == 1 or name.candidates:
            partial.append(index)
        else:
            bearers[name.surname].append(index)
            for middle in name.middle:
                if not find_given(middle).names:
                    longer[middle, name.surname].add(groups.find(index))
                    longer[name.given, middle].add(groups.find(index))
    roots = {surname: {groups.find(index) for index in indices} for surname, indices in bearers.items()}
    for index in partial:
        name = read[index]
        if not name.given:
            yield index, set(roots.get(name.surname, ()))
        elif len(roots.get(name.surname, ())) <= MOST_COMPARED:
            yield index, {groups.find(other) for other in bearers.get(name.surname, ()) if _fits(name, read[other])}
    for index, name in enumerate(read):
        if name.given and not name.middle and (name.given, name.surname) in longer:
            yield index, {groups.find(root) for root in longer[name.given, name.surname]}


def _fits(short: PersonName, whole: PersonName) -> bool:
    """Return whether the initial or short form that `short` begins with may stand for the given name of `whole`."""
    if short.candidates:
        return whole.given in short.candidates
    return short.plain in (whole.plain[0], whole.given[0])
