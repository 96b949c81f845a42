"""Who bears a bare surname: the evidence of titles, of whole names, and of other bearers.

``Zelensky`` alone may be anybody of that name. What stands before it tells: this person's given name, in whatever
spelling; somebody else's; a title. One other bearer in a text, and no surname alone in it means anybody for sure.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.names.context import Surroundings
from newsnorm.names.cues import words_for
from newsnorm.names.given import find_given
from newsnorm.names.slips import is_slip
from newsnorm.names.sounds import fold_part, spell_plainly

if TYPE_CHECKING:
    from newsnorm.name_table import Entity
    from newsnorm.names.matcher import Hit

__all__ = ["Bearers", "Verdict"]

_SHORTEST_SLIP = 5

# What ends the name of a people, and stands before it: the Ukrainian Zelensky, but the poet Jan Zelensky.
_PEOPLES = ("an", "ish", "ese")
_ARTICLES = frozenset(("a", "an", "the"))


class Verdict(NamedTuple):
    """What a bare surname stands for.

    Attributes:
        start: Where the mention starts: before the surname, where the given name belongs to it.
        reason: Why it was left alone, ``""`` where that goes without saying, ``None`` if it is the person.
        whole: Whether the mention is the whole name.

    """

    start: int
    reason: str | None
    whole: bool = False


class Bearers:
    """The people whom the surnames in one text may belong to."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.around = surroundings

    def judge(self, hit: Hit, entity: Entity) -> Verdict:
        """Return what the surname `hit` stands for, if it may stand for `entity`."""
        word, start = self.around.word_before(hit.start)
        kind = self._what_precedes(word, start, entity)
        if kind == "own":
            return Verdict(start, None, whole=True)
        if kind == "other":
            return Verdict(hit.start, "another given name stands before it")
        if entity.id in self._shared:
            return Verdict(hit.start, "somebody else of that name is in the text")
        if kind == "unknown":
            return Verdict(hit.start, "")
        if entity.id in self.around.view.famous or kind in ("title", "initial"):
            return Verdict(hit.start, None)
        if self._first_whole.get(entity.id, hit.start) < hit.start:
            return Verdict(hit.start, None)
        return Verdict(hit.start, "")

    def _what_precedes(self, word: str, start: int, entity: Entity) -> str | None:
        """Return what `word` is before a surname of `entity`: its ``own`` given name, a ``title``, or nothing."""
        if not word or not word[:1].isupper():
            title = word.casefold().rstrip(".") in words_for(self.around.view.language, "title")
            return "title" if title else None
        own = self.around.view.form(entity.id).full.split()[0]
        if word.casefold().rstrip(".") in words_for(self.around.view.language, "title"):
            return "title"
        if _is_same_given(word, own):
            return "own"
        initial = len(word.rstrip(".")) == 1
        if initial and word[0] in _initials(own):
            return "initial"
        if initial or not find_given(word).names:  # a middle name or patronymic: Volodymyr O. Zelensky
            before, _ = self.around.word_before(start)
            if before[:1].isupper() and _is_same_given(before, own):
                return "initial"
        if initial or find_given(word).names:
            return "other"
        if self.around.view.line(word):  # In Kyiv Zelensky said
            return None
        neutral = self.around.starts_sentence(start) or word.isupper() or self.around.is_possessive(word)
        if neutral or "." in word:
            return None
        people = word.endswith(_PEOPLES) and self.around.word_before(start)[0].casefold() in _ARTICLES
        return None if people else "unknown"

    @cached_property
    def _shared(self) -> frozenset[str]:
        """The ids of people beside whom the text names another bearer of their surname."""
        found = set()
        bearers: dict[str, set[str]] = {}
        for hit in self.around.hits:
            (row,) = self.around.view.find(hit.spelling)
            if not row.id.startswith("person/"):
                continue
            if "bare" not in row.conditions:
                bearers.setdefault(self.around.view.form(row.id).short, set()).add(row.id)
                continue
            word, start = self.around.word_before(hit.start)
            if self._what_precedes(word, start, self.around.view.table.entity(row.id)) == "other":
                found.add(row.id)
        return frozenset(found.union(*(ids for ids in bearers.values() if len(ids) > 1)))

    @cached_property
    def _first_whole(self) -> dict[str, int]:
        """Where each person's whole name stands first."""
        found: dict[str, int] = {}
        for hit in self.around.hits:
            (row,) = self.around.view.find(hit.spelling)
            whole = "bare" not in row.conditions
            if not whole:
                entity = self.around.view.table.entity(row.id)
                word, start = self.around.word_before(hit.start)
                whole = self._what_precedes(word, start, entity) == "own"
            if whole:
                found.setdefault(row.id, hit.start)
        return found


def _initials(given: str) -> set[str]:
    """Return the letters that the given name may begin with in another spelling: O. and A. for Oleksandr."""
    return {given[0], *(name[0].upper() for name in find_given(given).names)}


def _is_same_given(word: str, own: str) -> bool:
    """Return whether `word` is a spelling of the given name `own`, or one slip away from it."""
    a, b = find_given(word).names, find_given(own).names
    if a or b:
        if a and b:
            return bool(a & b)
        return not a and is_slip(fold_part(word), fold_part(own), shortest=_SHORTEST_SLIP, kind="given")
    return spell_plainly(word) == spell_plainly(own) or fold_part(word) == fold_part(own)
