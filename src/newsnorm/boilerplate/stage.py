"""The stage: which lines go, as edits of whole lines."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from newsnorm.boilerplate.evidence import Found, find_furniture
from newsnorm.boilerplate.forms import may_hold_fields
from newsnorm.boilerplate.lines import read_lines, says_something
from newsnorm.boilerplate.openings import holds_phrases
from newsnorm.edits import Edit
from newsnorm.furniture import line_key
from newsnorm.records import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsnorm.boilerplate.lines import ReadLine
    from newsnorm.document import Document, Line
    from newsnorm.options import Options
    from newsnorm.records import Finding

__all__ = ["propose"]

# How sure a line is furniture that recurs across a site's articles.
RECURRING = 0.95
NOTHING: frozenset[str] = frozenset()
# A feed's cut: "… [+2219 chars]". Seen in news interfaces that give only the beginning of an article.
TRUNCATED_RE = re.compile(r"(?:…|\.\.\.)\s?\[\+\d{1,9} chars?\]")


def propose(document: Document, options: Options) -> Iterable[Finding]:
    """Propose to remove the lines of `document` that are furniture."""
    removed = choose_lines(document, options)
    edits = remove_lines(document.lines, removed) if removed else ()
    return chain(warn_of_cuts(document.text), edits) if "[" in document.text else edits


def warn_of_cuts(text: str) -> Iterator[Diagnostic]:
    for match in TRUNCATED_RE.finditer(text):
        yield Diagnostic("truncated-text", "The text was cut by a feed.", *match.span())


def choose_lines(document: Document, options: Options) -> dict[int, Found]:
    """Return what to remove, by the line's index in its document: until nothing more would go."""
    known = NOTHING if options.furniture is None else options.furniture.lines
    if not known and not may_hold_fields(document.text) and not holds_phrases(document.text.split("\n")):
        return {}  # most articles: nothing is furniture for its looks alone
    from newsnorm.boilerplate.page import find_page_furniture, is_page  # its patterns take time to compile

    def find_known(lines: Sequence[ReadLine]) -> list[Found]:
        return [Found(i, "recurring", RECURRING) for i, line in enumerate(lines) if line_key(line.text) in known]

    def find_unknown(lines: Sequence[ReadLine]) -> list[Found]:
        return find_page_furniture(lines, line_indents(document, lines)) if is_page(lines) else find_furniture(lines)

    finders = [find_known, find_unknown] if known else [find_unknown]
    lines: Sequence[ReadLine] = read_lines(document)
    removed: dict[int, Found] = {}
    while True:
        found = next(filter(None, (_wanted(find(lines), options) for find in finders)), [])
        gone = {f.position for f in found}
        if not found or len(gone) == len(lines):
            return removed
        removed.update((lines[f.position].index, f) for f in found)
        lines = [line for position, line in enumerate(lines) if position not in gone]


def _wanted(found: Sequence[Found], options: Options) -> list[Found]:
    """Return those of `found` that are of a kind to be removed."""
    return [f for f in found if f.kind not in options.keep and (options.drop is None or f.kind in options.drop)]


def line_indents(document: Document, lines: Sequence[ReadLine]) -> list[int]:
    """Return how much white space stands before each of `lines`."""
    text = document.text
    indents = []
    for line in lines:
        start, end, _ = document.lines[line.index]
        indents.append(end - start - len(text[start:end].lstrip()))
    return indents


def remove_lines(lines: Sequence[Line], removed: Mapping[int, Found]) -> Iterator[Edit]:
    """Yield the edits that take out the lines in `removed`, each run of one kind as one edit.

    Blank lines and lone marks between removed lines go with them, and so does one of the two gaps around a run.
    """
    said = [index for index, line in enumerate(lines) if says_something(line)]
    last = len(lines) - 1
    position = 0
    while position < len(said):
        if said[position] not in removed:
            position += 1
            continue
        begin = position
        while position < len(said) and said[position] in removed:
            position += 1
        run = said[begin:position]
        tail = position == len(said)
        bounds = [*run, last + 1 if tail else _next_after(lines, run[0], run[-1] + 1)]
        if tail:
            # From the end of the last line kept, so that no line break is left hanging.
            bounds[0] = said[begin - 1] + 1 if begin else 0
        yield from _edits(lines, run, bounds, removed, tail and begin > 0)


def _next_after(lines: Sequence[Line], first: int, index: int) -> int:
    """Return where the text goes on after a run: past the blank lines, where one stands before the run too."""
    if first == 0 or not lines[first - 1].text:
        while index < len(lines) and not lines[index].text:
            index += 1
    return index


def _edits(
    lines: Sequence[Line], run: Sequence[int], bounds: Sequence[int], removed: Mapping[int, Found], tail: bool
) -> Iterator[Edit]:
    def offset(index: int) -> int:
        if tail:
            return lines[index - 1].end
        return lines[index].start if index < len(lines) else lines[-1].end

    begin = 0
    for position in range(1, len(run) + 1):
        kind = removed[run[begin]].kind
        if position < len(run) and removed[run[position]].kind == kind:
            continue
        confidence = min(removed[index].confidence for index in run[begin:position])
        yield Edit(offset(bounds[begin]), offset(bounds[position]), "", kind, confidence)
        begin = position
