r"""What was changed, as a unified diff: the form every reader, editor and ``patch`` knows.

>>> import newsnorm
>>> print(newsnorm.normalize("One line\nA cafÃ© in town\nThe last\n").diff(), end="")
--- raw
+++ clean
@@ -1,3 +1,3 @@ fix-mojibake
 One line
-A cafÃ© in town
+A café in town
 The last
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsnorm.views.pieces import cut_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.views.viewed import Edited

__all__ = ["unified_diff"]

NO_NEWLINE = "\\ No newline at end of file\n"


class _Row(NamedTuple):
    """A line of the difference: a sign (blank, minus or plus), the line with its line break, who changed it."""

    sign: str
    line: str
    rules: tuple[str, ...] = ()


def unified_diff(article: Edited, *, context: int = 1, before: str = "raw", after: str = "clean") -> str:
    """Return the lines of the raw text that changed and what they became, empty where nothing did.

    Each hunk names the rules that made it. Control characters stand as they are: it is a patch, and applying it to the
    raw text gives the clean one. Lines end at a line feed.

    Args:
        article: The article.
        context: How many unchanged lines to show around a change.
        before: What the raw text is called.
        after: What the clean one is called.

    """
    rows = list(_rows(article))
    hunks = "".join(_hunks(rows, context))
    return f"--- {before}\n+++ {after}\n{hunks}" if hunks else ""


def _rows(article: Edited) -> Iterator[_Row]:
    """Yield the lines of both texts, in order, where they were aligned."""
    before: list[str] = []
    after: list[str] = []
    rules: dict[str, None] = {}  # an ordered set
    for piece in cut_pieces(article):
        if not piece.kept:
            before.append(piece.before)
            after.append(piece.after)
            rules.update((change.rule, None) for change in piece.changes)
            continue
        head, newline, rest = piece.before.partition("\n")
        before.append(head + newline)
        after.append(head + newline)
        if newline:
            yield from _compare("".join(before), "".join(after), tuple(rules))
            *lines, tail = rest.split("\n")
            yield from (_Row(" ", line + "\n") for line in lines)
            before, after, rules = [tail], [tail], {}
    yield from _compare("".join(before), "".join(after), tuple(rules))


def _compare(before: str, after: str, rules: tuple[str, ...]) -> Iterator[_Row]:
    """Yield the lines of a stretch that changed somewhere; whole lines it shares at both ends are unchanged."""
    old, new = _lines(before), _lines(after)
    head, shortest = 0, min(len(old), len(new))
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    yield from (_Row(" ", line) for line in old[:head])
    yield from (_Row("-", line, rules) for line in old[head : len(old) - tail])
    yield from (_Row("+", line, rules) for line in new[head : len(new) - tail])
    yield from (_Row(" ", line) for line in old[len(old) - tail :])


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])


def _hunks(rows: list[_Row], context: int) -> Iterator[str]:
    """Yield the hunks, each a header and its lines."""
    old = new = 1  # the numbers of the next line, before and after
    begin = 0  # the first row not yet counted
    for start, end in _hunk_spans(rows, context):
        skipped = start - begin  # unchanged rows all of them
        old, new = old + skipped, new + skipped
        hunk = rows[start:end]
        old_count = sum(row.sign != "+" for row in hunk)
        new_count = sum(row.sign != "-" for row in hunk)
        rules = ", ".join(dict.fromkeys(rule for row in hunk for rule in row.rules))
        # An empty side counts from the line before it.
        yield f"@@ -{old - (not old_count)},{old_count} +{new - (not new_count)},{new_count} @@ {rules}\n"
        for row in hunk:
            yield row.sign + row.line if row.line.endswith("\n") else f"{row.sign}{row.line}\n{NO_NEWLINE}"
        old, new, begin = old + old_count, new + new_count, end


def _hunk_spans(rows: list[_Row], context: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of `rows` that hold a change and `context` rows around it; spans that touch are one."""
    start, end = 0, -1
    for index, row in enumerate(rows):
        if row.sign == " ":
            continue
        if end < 0 or index - context > end:
            if end >= 0:
                yield start, end
            start = max(0, index - context)
        end = min(len(rows), index + 1 + context)
    if end >= 0:
        yield start, end
