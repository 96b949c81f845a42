"""From hits to mentions: which thing a spelling means where it stands, and what it becomes there."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple, cast

from newsnorm.name_table import Entity, NameTable, View
from newsnorm.names.context import Surroundings
from newsnorm.names.matcher import Hit, find_hits
from newsnorm.names.people import Bearers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.options import Options

__all__ = ["Found", "LeftAlone", "find_changes", "find_names", "view_for"]


_GAP_RE = re.compile(r"\s+")


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


def find_names(document: Document, options: Options) -> list[Found | LeftAlone]:
    """Return the known names in `document`, in order, and what was left alone for a reason worth telling."""
    view = view_for(options, document.language)
    hits = find_hits(document.text, view)
    return list(_judge(document, view, hits)) if hits else []


def find_changes(document: Document, options: Options) -> list[Found | LeftAlone]:
    """Return what `find_names` does; or nothing where every name is as it should be, so that no edit can come of it."""
    view = view_for(options, document.language)
    hits = find_hits(document.text, view)
    return [] if all(_is_canonical(document.text, view, hit) for hit in hits) else list(_judge(document, view, hits))


def _is_canonical(text: str, view: View, hit: Hit) -> bool:
    """Return whether `hit` is the whole name of its entity as the view spells it, whatever stands around it."""
    spelling = hit.spelling
    line = view.line(spelling)
    if text[hit.start - 4 : hit.start].casefold() == "the ":  # in the Ukraine
        return False
    if line is None or not line.startswith(f"{spelling}\t*\t") or not line.endswith("\t"):
        return False
    surface = text[hit.start : hit.end]
    _, _, id_, _ = line.split("\t")
    return view.form(id_).full == spelling and surface == (spelling.upper() if hit.style == "capitals" else spelling)


def _judge(document: Document, view: View, hits: list[Hit]) -> Iterator[Found | LeftAlone]:
    surroundings = Surroundings(document.text, view, hits)
    bearers = Bearers(surroundings)
    for hit in hits:
        if document.protected.touches(hit.start, hit.end):
            continue
        (row,) = view.find(hit.spelling)
        entity = _entity(view, row.id)
        form = view.form(entity.id)
        if surroundings.is_part_of_something_else(hit, entity):
            continue
        start, text = hit.start, form.full
        if "bare" in row.conditions:
            verdict = bearers.judge(hit, entity)
            start, text, reason = verdict.start, form.full if verdict.whole else form.short, verdict.reason
        else:
            reason = surroundings.doubt(hit, entity, row.conditions)
            start = surroundings.needless_article(hit) if reason is None else start
        surface = document.text[start : hit.end]
        if hit.style == "capitals":
            text = _in_capitals(surface, text)
        elif text[0].islower() and surface[0].isupper() and surroundings.starts_sentence(start):
            text = text[0].upper() + text[1:]
        if " " in text and surface != text:
            text = _with_the_gaps_of(surface, text)
        if "\n" in surface and "\n" not in text:  # a line break is not ours to take out
            continue
        if reason is None and document.text[start : hit.end] != text and surroundings.is_spoken_of(hit, entity):
            continue
        if reason is None:
            yield Found(start, hit.end, text, entity, form.full)
        elif reason and document.text[start : hit.end] != text:
            yield LeftAlone(hit.start, hit.end, entity, reason)


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


@lru_cache(maxsize=4096)
def _entity(view: View, id_: str) -> Entity:
    return view.table.entity(id_)
