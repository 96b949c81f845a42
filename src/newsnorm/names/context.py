"""What stands around a spelling: whether it is a name there at all, and the one that it looks like.

Left alone: part of an identifier (``Europe/Kiev``), of another name (`chicken Kiev`, `Odessa, Texas`: the blockers of
the table), of a compound that the table does not know; and a name that is spoken of as a name (`Kyiv (formerly Kiev)`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsnorm.key_words import CAPITAL_WORD_RE
from newsnorm.language import function_words
from newsnorm.name_table import APOSTROPHES
from newsnorm.names.cues import REACH, ends_with_words, starts_with_words, words_for

if TYPE_CHECKING:
    from newsnorm.name_table import Entity, View
    from newsnorm.names.matcher import Hit

__all__ = ["Surroundings"]

_WORD_BEFORE_RE = re.compile(r"([^\W\d_][\w'’.\-]*)([ \t\N{NO-BREAK SPACE}]+)\Z")
_WORD_AFTER_RE = re.compile(r"(?:['’]s)?[ \n\N{NO-BREAK SPACE}-]{1,40}([^\W\d_]{1,60})")
# What the mail calls the states of America, two capitals each: Odessa, MO.
_STATE_RE = re.compile(
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b"
)
_HYPHENED_RE = re.compile(r"([^\W\d_]+)-\Z")
_SENTENCE_END_RE = re.compile(r"[.!?…:;\"“”„«»‘(\[–—\n][\"“”„«»‘’)\] \t]*\Z")
_WORD_RE = re.compile(r"[^\W_](?:[\w.]*\w)?")
_OPENING = '"“”„«»‘‚‹('
_CLOSING = '"“”»«’›)'
_FOLD_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

_BEFORE_NAME, _AFTER_NAME = " -\n\"“”„«»'", " -,\n\"“”„«»'("  # what may stand between a name and its blocker

_BRACKETS = frozenset("()[]/=")
_PREFIXES = frozenset({"anti", "ex", "non", "post", "pre", "pro"})  # pro-Kiev
_ELIDING = ("ca", "fr", "it", "oc")  # languages whose articles lose their vowel: l’Ukraine

# First parts of time-zone ids.
_ZONES = frozenset({"Europe", "Asia", "America", "Africa", "Australia", "Atlantic", "Pacific", "Indian", "Antarctica"})


@cache
def _whole_regions() -> tuple[str, ...]:
    return tuple(region for region in words_for("en", "region") if len(region) > 2 and "." not in region)


class Surroundings:
    """The words around the hits of one text.

    Attributes:
        text: The text.
        view: The view its hits are of.
        hits: The hits.

    """

    def __init__(self, text: str, view: View, hits: list[Hit]) -> None:
        self.text = text
        self.view = view
        self.hits = hits
        self._order = {hit.start: index for index, hit in enumerate(hits)}
        self._lower_line = (0, 0, False)
        self._word_before = (-1, "", -1)

    def word_before(self, start: int) -> tuple[str, int]:
        """Return the word that stands before `start` in the same line, and where it starts; or ``("", start)``."""
        if self._word_before[0] != start:  # several rules ask of one place
            low = max(0, start - REACH)
            match = _WORD_BEFORE_RE.search(self.text[low:start])
            self._word_before = (start, match.group(1), low + match.start()) if match else (start, "", start)
        return self._word_before[1:]

    def is_within_another(self, start: int, hit: Hit) -> bool:
        """Return whether a mention of `hit` from `start` on, before it, would cut a longer name in two."""
        before = self._order[hit.start] - 1
        return start < hit.start and before >= 0 and self.hits[before].start < start < self.hits[before].end

    def starts_sentence(self, start: int) -> bool:
        """Return whether a sentence, a line or a quotation starts at `start`."""
        before = self.text[max(0, start - 4) : start]
        return not before.strip() or _SENTENCE_END_RE.search(before) is not None

    def is_part_of_something_else(self, hit: Hit, entity: Entity) -> bool:
        """Return whether `hit` stands within an identifier or another name."""
        text = self.text
        before, after = text[max(0, hit.start - 1) : hit.start], text[hit.end : hit.end + 2]
        if before and before in "/\\@#$=&~" and not self._is_slash_between_names(hit.start - 1):
            return True
        if after and after[0] in "/\\=~" and not self._is_slash_between_names(hit.end):
            return True
        # kyiv-Kiev/Minsk: a path, as it is written; with a capital put to it, it would be a list of names.
        if after[:1] == "-" and text[hit.start].islower() and "/" in self._run_from(hit.end):
            return True
        # kiev.ua; but the next sentence may follow closely, as in Kiev.Then.
        if len(after) == 2 and after[0] in ".:@" and (after[1].isalnum() and not after[1].isupper()):
            return True
        if after[:1] == "-" and after[1:].isdigit():  # a model: Kiev-4
            return True
        if before and before in APOSTROPHES and not self._is_elision(hit.start):
            return True
        if hit.style == "slip" and self._is_all_lower(hit.start):
            return True
        if f"opening={self.view.language}" in entity.flags and self.starts_sentence(hit.start):
            return True
        if entity.kind == "place" and self._is_anothers(hit):
            return True
        return self._is_blocked(hit, entity) or self._is_in_unknown_compound(hit, entity)

    def is_in_region(self, hit: Hit) -> bool:
        """Return whether a state or a province of another country stands after `hit`: Odessa, Texas; Odessa, MO."""
        if not self.text.startswith(", ", hit.end):
            return False
        after = self.text[hit.end + 2 : hit.end + REACH]
        if self.view.language != "en":  # the states have much the same names in most languages; they are not shortened
            return starts_with_words(after.casefold(), _whole_regions())
        if starts_with_words(after.casefold(), words_for("en", "region")):
            return True
        return hit.style != "capitals" and _STATE_RE.match(after) is not None

    def neighbours(self, hit: Hit) -> tuple[Hit | None, Hit | None]:
        """Return the hits before and after `hit`."""
        at = self._order[hit.start]
        return self.hits[at - 1] if at else None, self.hits[at + 1] if at + 1 < len(self.hits) else None

    def is_spoken_of(self, hit: Hit, entity: Entity) -> bool:
        """Return whether the spelling is spoken of, not the thing: ``formerly Kiev``, ``the spelling “Kiev”``."""
        if entity.kind not in ("place", "person"):
            return False
        text = self.text
        before = text[max(0, hit.start - REACH) : hit.start].casefold()
        after = text[hit.end : hit.end + REACH].casefold()
        quoted = before[-1:] in tuple("\"“”„«»‘‚‹'") and after[:1] in tuple("\"“”»«’›'") and before[-1:] != ""
        if quoted and not after[1:2].isalpha():
            return True
        bare_before = before.rstrip(_OPENING + " \n\t'")
        bare_after = after.lstrip(_CLOSING + " ,'")
        language = self.view.language
        if ends_with_words(bare_before, words_for(language, "as-name")):
            return True
        if starts_with_words(bare_after, words_for(language, "as-name-after")):
            return True
        return entity.kind == "place" and self._has_twin(hit, entity)

    def _has_twin(self, hit: Hit, entity: Entity) -> bool:
        """Return whether another spelling of the entity stands by, and what is between them speaks of names."""
        index = self._order[hit.start]
        for other in self.hits[max(0, index - 1) : index] + self.hits[index + 1 : index + 2]:
            if (
                other.spelling.casefold() == hit.spelling.casefold()
                or self.view.find(other.spelling)[0].id != entity.id
            ):
                continue
            between = self.text[min(hit.end, other.end) : max(hit.start, other.start)].casefold()
            if len(between) <= REACH and "\n\n" not in between:
                words = _WORD_RE.findall(between)
                if any(word in words for word in words_for(self.view.language, "renaming")):
                    return True
                if not words and _BRACKETS.intersection(between):  # Kyiv (Kiev), Kiev/Kyiv
                    return True
        return False

    def needless_article(self, hit: Hit) -> int:
        """Return where a needless article before `hit` starts, as in ``in the Ukraine``; else where `hit` does.

        In ``the Ukraine war`` it belongs to the war: only a mark, a function word or the end may follow. A capital
        within a sentence, ``in The Ukraine``, makes it part of the name.
        """
        language = self.view.language
        if hit.spelling.casefold() not in words_for(language, "no-article"):
            return hit.start
        article, start = self.word_before(hit.start)
        if article.casefold() not in words_for(language, "article"):
            return hit.start
        follows = _WORD_AFTER_RE.match(self.text, hit.end)
        own = article[0].isupper() and not self.starts_sentence(start)
        free = follows is None or follows.group(1) in function_words(language)
        return start if free or (own and follows and follows.group(1).islower()) else hit.start

    def is_possessive(self, word: str) -> bool:
        """Return whether `word` ends in a possessive: Ukraine’s."""
        return word[-2:-1] in tuple(APOSTROPHES) or word[-1:] in tuple(APOSTROPHES)

    def _is_slash_between_names(self, at: int) -> bool:
        """Return whether the ``/`` at `at` lists two names, as in a dateline, and is no part of a path or a zone."""
        if self.text[at] != "/":
            return False
        match = re.search(r"[\w/.\\-]*\Z", self.text[max(0, at - REACH) : at])
        left = match.group() if match else ""
        path = "/" in left or "\\" in left or "/" in self._run_from(at + 1)
        return not path and left[:1].isupper() and self.text[at + 1 : at + 2].isupper() and left not in _ZONES

    def _run_from(self, start: int) -> str:
        """Return the letters, digits and marks of paths that stand together from `start` on."""
        run = re.match(r"[\w/.\\-]*", self.text[start : start + REACH])
        return run.group() if run else ""

    def _is_elision(self, start: int) -> bool:
        """Return whether the apostrophe before `start` opens a quotation or follows an elided article: l’Ukraine."""
        before = self.text[max(0, start - 7) : start - 1]  # no elided word is longer
        letters = re.search(r"[^\W\d_]*\Z", before)
        elided = letters.group() if letters else ""
        return not elided or self.view.language in _ELIDING

    def _is_all_lower(self, start: int) -> bool:
        """Return whether the line at `start` is written without capitals altogether."""
        low, high, lower = self._lower_line  # the line asked about last: a long one is looked through once
        if not low <= start < high:
            low = self.text.rfind("\n", 0, start) + 1
            high = self.text.find("\n", start)
            high = high if high >= 0 else len(self.text)
            lower = self.text[low:high].islower()
            self._lower_line = low, high, lower
        return lower

    def _is_blocked(self, hit: Hit, entity: Entity) -> bool:
        if entity.before:
            before = self.text[max(0, hit.start - REACH) : hit.start].casefold().translate(_FOLD_APOSTROPHES)
            if ends_with_words(before.rstrip(_BEFORE_NAME), entity.before):
                return True
        if entity.after:
            after = self.text[hit.end : hit.end + REACH].casefold().translate(_FOLD_APOSTROPHES)
            after = after.removeprefix("'s")
            return starts_with_words(after.lstrip(_AFTER_NAME), entity.after)
        return False

    def _is_anothers(self, hit: Hit) -> bool:
        """Return whether a place's spelling is somebody's surname, a ship or a song, or a town in another country."""
        language = self.view.language
        if self.is_in_region(hit):
            return True
        after = self.text[hit.end : hit.end + REACH].casefold()
        if after[:1] == "-" and starts_with_words(after[1:], words_for(language, "part")):
            return True
        word = self.word_before(hit.start)[0].casefold()
        return word.rstrip(".") in words_for(language, "mister") or word in words_for(language, "called")

    def _is_in_unknown_compound(self, hit: Hit, entity: Entity) -> bool:
        """Return whether a hyphen joins `hit` to another name that the table does not know: Makarov-Wells."""
        text, eminent = self.text, "slip" in entity.flags
        if eminent and entity.kind != "place":
            return False
        follows = CAPITAL_WORD_RE.match(text, hit.end + 1) if text[hit.end : hit.end + 1] == "-" else None
        if follows and not eminent and not self.view.starts_with(follows.group()):
            return True
        if text[hit.start - 1 : hit.start] != "-":
            return False
        before = _HYPHENED_RE.search(text[max(0, hit.start - REACH) : hit.start])
        return before is not None and before.group(1)[:1].isupper() and self._is_plain_name(before.group(1))

    def _is_plain_name(self, word: str) -> bool:
        return not self.view.starts_with(word) and word.casefold() not in _PREFIXES
