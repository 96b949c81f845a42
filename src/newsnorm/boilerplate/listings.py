r"""Listings of a page: teasers one after the other, and readers' comments, known by how they are built.

Their paragraphs read like an article's; so a model that goes by how a line reads needs to be told of them.

>>> from newsnorm.boilerplate.lines import read_lines
>>> from newsnorm.document import Document
>>> thread = "Comments (3)\nAnna on May 3, 2019 at 9:05\nWell done.\nTom on May 4, 2019 at 7:30\nNot at all.\n"
>>> lines = read_lines(Document(f"Talks failed.\n{thread}Jan on June 1, 2019 at 8:00\nThanks, all of you."))
>>> [(position, hint.kind) for position, hint in sorted(find_listed(lines).items())]
[(2, 'comments'), (3, 'comments'), (4, 'comments'), (5, 'comments'), (6, 'comments')]
"""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from newsnorm.boilerplate.lines import ENDS_CLAUSE, ENDS_SENTENCE, ENDS_STATEMENT
from newsnorm.phrases import Hint, is_row, read_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.boilerplate.lines import ReadLine

__all__ = [
    "DATE_RE",
    "MENU",
    "dates_comment",
    "find_cut_teasers",
    "find_glued_teasers",
    "find_listed",
    "find_menus",
    "find_repeated",
    "find_row",
    "find_thread",
]

MENU = Hint("navigation", certain=True, whole=False)
ROW = Hint("navigation", certain=False)
TEASER = Hint("related", certain=True, whole=False)
COMMENT = Hint("comments", certain=True, whole=False)

DATE_RE = re.compile(
    r"""
      \b(?:19|20)\d\d\b                         # a year
    | \b\d{1,2}[:.]\d\d\b                       # a time of day
    | \b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b       # a date in figures
    | \b\d{1,3}\ (?:min|hour|day|week|month)    # "2 hours ago"
    """,
    re.VERBOSE,
)

# How many lines make a menu.
LEAST_MENU = 9

# So many lines that stand so often on a page, one after the other, are a box that it prints between paragraphs.
LEAST_BLOCK = 3
LEAST_PRINTS = 3

# How many teasers make a list.
LEAST_TEASERS = 3

# A teaser with its headline glued to it: how long, and how the headline reads.
LONGEST_TEASER = 420
LONGEST_HEADLINE = 130
HEADLINE_WORDS = range(4, 21)
HEADLINE_CAPITALS = 0.6
GLUE_RE = re.compile(r"[a-zß-öø-ÿ?!)](?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]*[ '’])|[0-9](?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,}[ '’])")

# Teasers that are cut off end alike, no further apart than this, and the longest is no longer than so many times the
# shortest.
CUT_MARKS = ("…", "...", "…]", "...]")
FURTHEST = 4
LIKE_LENGTH = 1.6

# The first line of a comment, with its date, stands no further below the thread's heading than this; the thread goes
# on for as long as another stands no further below the last. Two dates may be the article's own and a table's.
LEAST_COMMENTS = 3
BUTTON_KINDS = frozenset({"share", "follow"})
LATEST_COMMENT = 6
LONGEST_COMMENT = 20
LONGEST_MARK = 90


def find_listed(lines: Sequence[ReadLine]) -> dict[int, Hint]:
    """Return which of `lines` that say nothing of themselves stand in a listing, and what they are."""
    listed = dict.fromkeys(find_glued_teasers(lines) | find_cut_teasers(lines), TEASER)
    listed.update(dict.fromkeys(find_thread(lines), COMMENT))
    return {position: hint for position, hint in listed.items() if lines[position].hint is None}


def find_menus(lines: Sequence[ReadLine]) -> list[int]:
    r"""Return the lines of menus: many short ones in a row, most of them very short, without marks or many figures.

    The last lines that are not so short are left: the article's title may stand there.

    >>> from newsnorm.boilerplate.lines import read_lines
    >>> from newsnorm.document import Document
    >>> menu = "\n".join(f"* {place} region" for place in "Alba Bern Chur Dole Eger Fulda Genoa Hof".split())
    >>> text = f"{menu}\nMore of the region\nFlood warning for all of the valleys\nThe rivers rise, the office said."
    >>> find_menus(read_lines(Document(text)))
    [0, 1, 2, 3, 4, 5, 6, 7, 8]
    """
    menus: list[int] = []
    run: list[int] = []
    for position, line in enumerate([*lines, None]):
        if line is not None and _may_be_in_menu(line):
            run.append(position)
            continue
        while run and lines[run[-1]].shape != "label":
            run.pop()
        if len(run) >= LEAST_MENU and 2 * sum(lines[i].shape == "label" for i in run) > len(run):
            menus += run
        run = []
    return menus


def _may_be_in_menu(line: ReadLine) -> bool:
    if line.shape not in ("label", "title") or line.mark in ENDS_SENTENCE or line.mark in ENDS_CLAUSE:
        return False
    return 4 * sum(map(str.isdigit, line.text)) < len(line.text) and not line.text[0].isdigit()


def find_repeated(lines: Sequence[ReadLine]) -> set[int]:
    r"""Return the lines of boxes that a page prints again and again, without a paragraph in them.

    >>> from newsnorm.boilerplate.lines import read_lines
    >>> from newsnorm.document import Document
    >>> box = "Most Popular\nHarbour closed\nThe storm in pictures"
    >>> sorted(find_repeated(read_lines(Document("\n".join([box, "They met.", box, "They left.", box])))))
    [0, 1, 2, 4, 5, 6, 8, 9, 10]
    """
    blocks: dict[tuple[str, ...], list[int]] = {}
    texts = [line.text for line in lines]
    for position in range(len(lines) - LEAST_BLOCK + 1):
        blocks.setdefault(tuple(texts[position : position + LEAST_BLOCK]), []).append(position)
    repeated: set[int] = set()
    for positions in blocks.values():
        block = range(positions[0], positions[0] + LEAST_BLOCK)
        if len(positions) >= LEAST_PRINTS and all(lines[position].shape != "prose" for position in block):
            repeated.update(position + i for position in positions for i in range(LEAST_BLOCK))
    return repeated


def find_row(line: ReadLine) -> Hint | None:
    """Return what `line` says it is, if it is a row of labels."""
    return ROW if is_row(line.text) else None


def find_glued_teasers(lines: Sequence[ReadLine]) -> set[int]:
    r"""Return the lines of lists of teasers, each a headline with its teaser glued to it.

    A paragraph may hold a name like "MacBook Pro" by chance; several in a row that begin like this are a list.

    >>> from newsnorm.boilerplate.lines import read_lines
    >>> from newsnorm.document import Document
    >>> teaser = "The Best Bakeries In LindauA look at where to find the best bread in town, by our readers' votes."
    >>> sorted(find_glued_teasers(read_lines(Document(f"Talks failed.\n{teaser}\n{teaser}\n{teaser}"))))
    [1, 2, 3]
    """
    teasers: set[int] = set()
    run: list[int] = []
    for position, line in enumerate(lines):
        if line.hint is not None or not _is_glued_teaser(line):
            run = []
            continue
        run.append(position)
        if len(run) >= LEAST_TEASERS:
            teasers.update(run[-LEAST_TEASERS:])
    return teasers


def _is_glued_teaser(line: ReadLine) -> bool:
    """Return whether `line` begins with a headline in capitals that runs into the next word."""
    text = line.text
    if line.size > LONGEST_TEASER or text.islower():
        return False
    for glue in GLUE_RE.finditer(text, 0, LONGEST_HEADLINE):
        words = text[: glue.end()].split()
        if len(words) in HEADLINE_WORDS and sum(map(_is_capital, words)) >= HEADLINE_CAPITALS * len(words):
            return True
    return False


def _is_capital(word: str) -> bool:
    return not word[0].islower()


def find_cut_teasers(lines: Sequence[ReadLine]) -> set[int]:
    r"""Return the lines of lists of teasers that are all cut off at about the same length.

    >>> from newsnorm.boilerplate.lines import read_lines
    >>> from newsnorm.document import Document
    >>> teasers = ["The harbour of Lindau is closed after a storm on", "The ferries to Bregenz stand still for the"]
    >>> text = "\n".join(f"{teaser}..." for teaser in [*teasers, *teasers])
    >>> sorted(find_cut_teasers(read_lines(Document(f"Talks failed.\n{text}"))))
    [1, 2, 3, 4]
    """
    teasers: set[int] = set()
    run: list[int] = []
    shortest = longest = 0
    for position, line in enumerate(lines):
        if line.hint is not None or line.shape in ("label", "title"):
            continue
        if not line.text.endswith(CUT_MARKS):
            run = []
            continue
        shortest, longest = min(shortest, line.size), max(longest, line.size)
        if not run or position - run[-1] > FURTHEST or longest > LIKE_LENGTH * shortest:
            run = []
            shortest = longest = line.size
        run.append(position)
        if len(run) >= LEAST_TEASERS:
            teasers.update(run[-LEAST_TEASERS:])
    return teasers


def find_thread(lines: Sequence[ReadLine]) -> range:
    """Return which of `lines` are readers' comments below their heading, from the first to the last that has a date.

    A heading alone may be a link on top of the page, or a heading of the article: below a thread's stands soon a line
    with a date that recurs with others.
    """
    headings = [i for i, line in enumerate(lines) if i and _heads_thread(line) and not _is_button(lines, i)]
    if not headings:
        return range(0)
    dated = [i for i, line in enumerate(lines) if dates_comment(line)]
    for heading in headings:
        first = last = bisect(dated, heading)
        if first == len(dated) or dated[first] - heading > LATEST_COMMENT:
            continue
        while last + 1 < len(dated) and dated[last + 1] - dated[last] <= LONGEST_COMMENT:
            last += 1
        if last - first + 1 >= LEAST_COMMENTS:
            return range(heading + 1, dated[last] + 1)
    return range(0)


def _heads_thread(line: ReadLine) -> bool:
    """Return whether `line` says that comments follow, or is a row of labels the first of which says so."""
    if line.hint is not None:
        return line.hint.kind == "comments" and line.hint.whole
    row = read_row(line.text) if line.shape in ("label", "title") else ()
    return bool(row) and row[0].kind == "comments"


def _is_button(lines: Sequence[ReadLine], position: int) -> bool:
    """Return whether the line at `position` stands in a row of buttons: ``Comment``, ``Tweet``."""
    beside = (lines[place].hint for place in (position - 1, position + 1) if place < len(lines))
    return any(hint is not None and hint.kind in BUTTON_KINDS for hint in beside)


def dates_comment(line: ReadLine) -> bool:
    """Return whether `line` has a date and is no sentence."""
    return line.size <= LONGEST_MARK and line.mark not in ENDS_STATEMENT and DATE_RE.search(line.text) is not None
