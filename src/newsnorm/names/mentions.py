"""From hits to mentions: which thing a spelling means where it stands, and what it becomes there."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple, cast

from newsnorm.name_table import LETTER_APOSTROPHES, Entity, NameTable, View
from newsnorm.names.context import Surroundings
from newsnorm.names.cues import words_for
from newsnorm.names.matcher import Hit, find_hits
from newsnorm.names.people import Bearers
from newsnorm.names.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.options import Options

__all__ = ["Found", "LeftAlone", "find_changes", "find_names", "view_for", "words_that_may_change"]


_GAP_RE = re.compile(r"\s+")
_LONGEST_WORD = 48  # code points


class Found(NamedTuple):
    """A mention of a known thing.

    Attributes:
        start: Where it starts in the text, in code points.
        end: Where it ends, exclusive.
        form: What stands there when names are spelled one way.
        entity: The thing.
        canonical: Its whole name in the view.

    """

    start: int
    end: int
    form: str
    entity: Entity
    canonical: str


class LeftAlone(NamedTuple):
    """A spelling that would have been changed, had its surroundings not spoken against it."""

    start: int
    end: int
    entity: Entity
    reason: str


def view_for(options: Options, language: str) -> View:
    """Return the view of the chosen table in `language`."""
    table = options.name_table or NameTable.builtin()
    return table.view(language, options.house_style, cast("tuple[tuple[str, str], ...]", options.prefer))


def _view_and_movers(options: Options, language: str) -> tuple[View, frozenset[str]]:
    if options.name_table is None:
        return _builtin_view_and_movers(language, options.house_style, options.prefer)
    view = view_for(options, language)
    return view, view.remember(_movers)()


@lru_cache(maxsize=64)
def _builtin_view_and_movers(
    language: str, house_style: str, prefer: tuple[tuple[str, str], ...]
) -> tuple[View, frozenset[str]]:
    view = NameTable.builtin().view(language, house_style, prefer)
    return view, view.remember(_movers)()


def find_names(document: Document, options: Options) -> list[Found | LeftAlone]:
    """Return the known names in `document`, in order, and what was left alone for a reason worth telling."""
    view = view_for(options, document.language)
    hits = find_hits(document.text, view, words=document.distinct_words)
    return list(_judge(document, view, hits, hits)) if hits else []


def find_changes(document: Document, options: Options) -> list[Found | LeftAlone]:
    """Return those of `find_names` that are not as they should be, and no others: most texts have none."""
    view, movers = _view_and_movers(options, document.language)
    text = document.text
    if (  # most texts have no word that is looked for
        movers.isdisjoint(document.notable_words)
        and view.keys_stand_whole
        and (text.isascii() or not any(mark in text for mark in LETTER_APOSTROPHES))
    ):
        return []
    words = document.distinct_words
    hits = find_hits(text, view, words=words, keys=movers)
    if all(_is_settled(text, view, hit) for hit in hits):
        return []
    hits = find_hits(text, view, words=words)
    return list(_judge(document, view, hits, [hit for hit in hits if not _is_settled(text, view, hit)]))


def words_that_may_change(language: str, options: Options) -> frozenset[str]:
    """Return the words without one of which `find_changes` finds nothing in a text of `language`."""
    return _view_and_movers(options, language)[1]


def _movers(view: View) -> frozenset[str]:
    """Return the words of all that may have to change: slips, and but for the Ukraine, what no canonical form has."""
    needless = ((word.title(), word.upper()) for word in words_for(view.language, "no-article"))
    return view.movers.union(view.slipped, *needless)


def _is_settled(text: str, view: View, hit: Hit) -> bool:
    """Return whether `hit` is spelled as the view wants it, whatever stands around it."""
    spelling = hit.spelling
    line = view.line(spelling)
    if line is None or text[hit.start : hit.end] != (spelling.upper() if hit.style == "capitals" else spelling):
        return False
    _, _, _, id_, conditions = line.split("\t")
    form = view.form(id_)
    if not conditions:
        return form.full == spelling and spelling.casefold() not in words_for(view.language, "no-article")
    # Before a surname may stand a given name that is not as it should be.
    before = text[max(0, hit.start - _LONGEST_WORD) : hit.start].split()
    return conditions == "bare" and form.short == spelling and not (before and before[-1] != before[-1].casefold())


def _judge(document: Document, view: View, hits: list[Hit], judged: list[Hit]) -> Iterator[Found | LeftAlone]:
    """Yield what those of `hits` that are `judged` are where they stand."""
    surroundings = Surroundings(document.text, view, hits)
    bearers, places = Bearers(surroundings), Places(surroundings)
    last: Found | None = None  # held back: a surname may yet take it in for its given name
    for hit in judged:
        if document.addresses.touches(hit.start, hit.end):
            continue
        (row,) = view.find(hit.spelling)
        entity = view.remember(_entity)(row.id)
        form = view.form(entity.id)
        if surroundings.is_part_of_something_else(hit, entity):
            continue
        start, text = hit.start, form.full
        if "bare" in row.conditions:
            verdict = bearers.judge(hit, entity)
            start, text, reason = verdict.start, form.full if verdict.whole else form.short, verdict.reason
        else:
            reason = places.doubt(hit, entity, row.conditions)
            start = surroundings.needless_article(hit) if reason is None else start
        surface = document.text[start : hit.end]
        if hit.style == "capitals":
            text = _in_capitals(surface, text)
        elif text[0].islower() and surface[0].isupper() and surroundings.starts_sentence(start):
            text = text[0].upper() + text[1:]
        if hit.style == "listed" and hit.spelling == text and start == hit.start:
            text = surface  # the canonical form; a small word of it may have a capital
        elif " " in text and surface != text:
            text = _with_the_gaps_of(surface, text)
        if "\n" in surface and "\n" not in text:  # a line break is not ours to take out
            continue
        moves = document.text[start : hit.end] != text
        if moves and document.protected.touches(start, hit.end):
            continue
        if reason is None and moves and surroundings.is_spoken_of(hit, entity):
            continue
        if moves and _stands_there(document.text, start, hit.end, text):
            continue
        if reason is None:
            if surroundings.is_within_another(start, hit) or (last and last.start < start < last.end):
                continue
            if last and last.end <= start:
                yield last
            last = Found(start, hit.end, text, entity, form.full)
        elif reason and document.text[start : hit.end] != text:
            if last:
                yield last
            last = None
            yield LeftAlone(hit.start, hit.end, entity, reason)
    if last:
        yield last


def _stands_there(text: str, start: int, end: int, form: str) -> bool:
    """Return whether `form` stands around ``text[start:end]`` but for spaces: else it might grow for ever."""
    before, surface, after = form.partition(text[start:end])
    if not surface:
        return False
    around = text[max(0, start - 2 * len(before)) : start], text[end : end + 2 * len(after)]
    left, right, before, after = ("".join(part.split()) for part in (*around, before, after))
    return left.endswith(before) and right.startswith(after)


def _in_capitals(surface: str, form: str) -> str:
    """Return `form` in capitals: all of it, or the surname alone, as `surface` has it: Volodymyr ZELENSKY."""
    if surface.isupper():
        return form.upper()
    given, _, surname = form.rpartition(" ")
    return f"{given} {surname.upper()}".lstrip()


def _with_the_gaps_of(surface: str, form: str) -> str:
    """Return `form` with the white space of `surface` between its words, where they are as many."""
    gaps = _GAP_RE.findall(surface)
    words = form.split(" ")
    if len(gaps) != len(words) - 1 or all(gap == " " for gap in gaps):
        return form
    return "".join(chain.from_iterable(zip_longest(words, gaps, fillvalue="")))


def _entity(view: View, id_: str) -> Entity:
    return view.table.entity(id_)
