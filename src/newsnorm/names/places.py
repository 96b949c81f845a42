"""Which place a spelling means: another country's town of that name, somebody's surname, or the one of the table.

What stands beside it tells (a preposition of place, a region, its country), and what country the text is about.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsnorm.key_words import CAPITAL_WORD_RE
from newsnorm.names.cues import REACH, ends_with_words, starts_with_words, words_for
from newsnorm.names.given import find_given

if TYPE_CHECKING:
    from newsnorm.name_table import Entity
    from newsnorm.names.context import Surroundings
    from newsnorm.names.matcher import Hit

__all__ = ["Places"]

# Settlements of a gazetteer are many, and any of them may be somebody's surname or a word of another language.
_SETTLEMENTS = "place/ua-"
_SHORTEST_SETTLEMENT, _SHORTEST_AT_START = 5, 7
_HOME = "ukraine"
_NOT_THERE = "nothing says that the text is about a place, or about its country"


class Places:
    """The places that the spellings in one text may mean."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.around = surroundings
        self.text = surroundings.text
        self.view = surroundings.view
        self._named: dict[str, bool] = {}

    def doubt(self, hit: Hit, entity: Entity, conditions: frozenset[str]) -> str | None:
        """Return why `hit` may not be the entity, ``""`` where that goes without saying, ``None`` if it is."""
        word, at = self.around.word_before(hit.start)
        if entity.kind == "place" and word[:1].isupper() and not self.around.is_possessive(word):
            known = find_given(word).names if not self._is_known_place(word) else frozenset()
            if known and not (
                self.around.starts_sentence(at) and word.casefold() in words_for(self.view.language, "place")
            ):
                return "another given name before it makes it a surname"
        if "surname" in conditions and not self._is_placed(hit):
            return "the same word is a surname, and nothing says that a place is meant"
        if entity.id.startswith(_SETTLEMENTS) and "slip" not in entity.flags and not self._is_set_there(hit):
            return "" if self.text[hit.start : hit.end] == self.view.form(entity.id).full else _NOT_THERE
        if entity.kind == "place" and self._is_namesake(hit, entity):
            return "the text tells of a place of that name in another country"
        for condition in conditions:
            if condition.startswith("elsewhere=") and self._is_elsewhere(hit, condition.partition("=")[2].split("+")):
                return "there is a place of that name in a country that the text names"
        return None

    def _is_known_place(self, word: str) -> bool:
        """Return whether `word` is a place's name, or begins with one and a hyphen, as no given name does: Kiev-in."""
        parts = (word, word.partition("-")[0])
        return any(row.id.startswith("place/") for part in parts for row in self.view.find(part))

    def _is_placed(self, hit: Hit) -> bool:
        """Return whether what stands beside `hit` says that it is a place: a preposition, a region, its country."""
        language = self.view.language
        before = self.text[max(0, hit.start - REACH) : hit.start].casefold().rstrip(" \n\N{NO-BREAK SPACE}")
        after = self.text[hit.end : hit.end + REACH].casefold()
        return (
            ends_with_words(before, words_for(language, "place"))
            or starts_with_words(after.lstrip(), words_for(language, "place-after"))
            or (after[:2] == ", " and starts_with_words(after[2:], words_for(language, "country", _HOME)))
            or self._is_listed(hit)
        )

    def _is_listed(self, hit: Hit) -> bool:
        """Return whether `hit` is one of three places on end: Kharkov, Chernigov and Odessa; not Kiev and Makarov.

        Somebody may be named after a place, so the last two of a list tell nothing by themselves.
        """
        before, after = self.around.neighbours(hit)
        if before is None or not self._is_plain_place(before):
            return False
        joint = self._joint(before, hit)
        if joint == ",":
            return after is not None and self._is_plain_place(after) and self._joint(hit, after) is not None
        first, _ = self.around.neighbours(before)
        return (
            joint == "and" and first is not None and self._is_plain_place(first) and self._joint(first, before) == ","
        )

    def _joint(self, hit: Hit, other: Hit) -> str | None:
        """Return what joins two hits in a list: a comma or a word for *and*; ``None`` for anything else."""
        gap = self.text[hit.end : other.start].strip()
        if gap == ",":
            return ","
        return "and" if gap.lstrip(", ") in words_for(self.view.language, "and") else None

    def _is_plain_place(self, hit: Hit) -> bool:
        """Return whether `hit` is a known place's name, and neither a settlement's nor anybody's surname."""
        (row,) = self.view.find(hit.spelling)
        settlement = row.id.startswith(_SETTLEMENTS)
        return row.id.startswith("place/") and not settlement and "surname" not in row.conditions

    def _is_set_there(self, hit: Hit) -> bool:
        """Return whether a settlement is meant: by what stands beside it, or in a text that names its country.

        There, a short name may still be a word: Bar, Reni; the more so where every word has a capital.
        """
        shortest = _SHORTEST_AT_START if self.around.starts_sentence(hit.start) else _SHORTEST_SETTLEMENT
        return self._is_placed(hit) or (hit.end - hit.start >= shortest and self._names_country(_HOME))

    def _is_elsewhere(self, hit: Hit, countries: list[str]) -> bool:
        """Return whether the text names one of `countries`, and nothing beside `hit` says Ukraine all the same."""
        named = [country for country in countries if self._names_country(country)]
        return bool(named) and not self._is_at_home(hit)

    def _is_namesake(self, hit: Hit, entity: Entity) -> bool:
        """Return whether the text says of the place that it is in another country, before or anywhere.

        A text that names Ukraine may speak of both: there the first mention tells.
        """
        told_first = self._told_abroad.get(entity.id)
        if told_first is None or self._is_at_home(hit):
            return False
        return told_first or not self._names_country(_HOME)

    @cached_property
    def _told_abroad(self) -> dict[str, bool]:
        """The places, by id, that some mention says to be in another country; and whether their first mention does."""
        first: dict[str, bool] = {}
        abroad: dict[str, bool] = {}
        for hit in self.around.hits:
            (row,) = self.view.find(hit.spelling)
            told = self.around.is_in_region(hit)
            first.setdefault(row.id, told)
            if told:
                abroad[row.id] = first[row.id]
        return abroad

    def _is_at_home(self, hit: Hit) -> bool:
        """Return whether what stands right after `hit` says that it is in Ukraine."""
        after = self.text[hit.end : hit.end + REACH].casefold()
        return after.lstrip(" ,(").startswith(_HOME) or "oblast" in after

    def _names_country(self, country: str) -> bool:
        """Return whether the text names `country`, in any of the words that the language has for it and its people."""
        if country not in self._named:
            listed = words_for(self.view.language, "country", country)
            stem = self._form_of(f"place/{country}", country).casefold()[:-1]
            words = self._capital_words
            self._named[country] = (
                not words.isdisjoint(listed) if listed else any(word.startswith(stem) for word in words)
            )
        return self._named[country]

    def _form_of(self, id_: str, default: str) -> str:
        try:
            return self.view.form(id_).full
        except KeyError:
            return default

    @cached_property
    def _capital_words(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in CAPITAL_WORD_RE.findall(self.text))
