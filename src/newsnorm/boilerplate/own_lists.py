r"""The article's own lists: short lines that say what furniture says, or stand below it, and are none.

Results, tables, poems and menus are lines as short as an extractor's leftovers. What tells is how they stand together:
they are announced, or alike, or go on above what is furniture.

>>> from newsnorm.boilerplate.lines import read_lines
>>> from newsnorm.document import Document
>>> text = "Users can now:\nShare\nLike\nComment\nThat is what the makers said on Monday, at a show in Lindau."
>>> sorted(find_announced(read_lines(Document(text))))
[1, 2, 3]
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.boilerplate.lines import ReadLine

__all__ = ["begins_thread", "find_announced", "find_facts", "is_own_list", "is_refrain"]

# Very short lines below a heading that are more than this are no headlines.
MANY = 12
# So many short lines above a heading are a list, which may go on below it.
LIST_ABOVE = 3
# What all lines of a list may have in common, and headlines seldom have: figures, if not in front, and a mark in the
# same place. Headlines may be numbered, and have a colon within.
FORMS = [re.compile(form) for form in (r"(?<=\D)\d", r"[?？]\Z", r"\A[\"“„«‘「]", r"[)）]\Z")]
WEAK_FORMS = [re.compile(form) for form in (r"\A\d{1,2}[.):]?\s", r":\s|：")]
# So many lines below a heading, or so many above and below it, that have one of them in common are such a list.
LEAST_ALIKE = 4
LIST_BESIDE = 2
# A fact and what it is of, "Weight: 302 g"; how many such lines are a list, and how many of them no phrase may know.
FIELD_RE = re.compile(r"[^\W\d_][^:：]{0,30}(?::\s|：)\s*\S")
LONGEST_FIELD = 100
LEAST_FIELDS, LEAST_FACTS = 3, 2
LEAST_ANNOUNCED = 2
THREAD_KINDS = frozenset({"comments", "comment-form"})


def is_own_list(above: Sequence[ReadLine], below: Sequence[ReadLine]) -> bool:
    """Return whether the lines `below` a heading of furniture may be a list of the article's that it interrupts.

    Args:
        above: The lines right above the heading, those with phrases left out.
        below: The lines that it would take with it.

    """
    above = above[-LIST_ABOVE:]
    if len(above) == LIST_ABOVE and _are_short(above) and _are_labels(above) and _are_labels(below):
        return True
    if _are_labels(below) and (len(below) > MANY or _have_figures(below)):
        return True
    if len(below) >= LEAST_ALIKE and _share_a_form(below[:LEAST_ALIKE], FORMS):
        return True
    beside = [*above[-LIST_BESIDE:], *below[:LIST_BESIDE]]
    if len(beside) < 2 * LIST_BESIDE or not _are_short(beside):
        return False
    return len({line.text.partition(" ")[0] for line in beside}) == 1 or _share_a_form(beside, FORMS + WEAK_FORMS)


def is_refrain(lines: Sequence[ReadLine], position: int) -> bool:
    """Return whether the line at `position` stands between short ones that say nothing of furniture, as in a song."""
    beside = (*lines[position - 1 : position], *lines[position + 1 : position + 2])
    return all(line.hint is None and line.shape in ("label", "title") for line in beside)


def find_facts(lines: Sequence[ReadLine]) -> set[int]:
    """Return which of `lines` stand in a list of facts: there "Video: 4K" and "Tags: none" may be two of them."""
    facts: set[int] = set()
    if not any(line.hint is not None and line.hint.certain and _is_field(line) for line in lines):
        return facts  # nearly always
    for field, group in groupby(range(len(lines)), lambda position: _is_field(lines[position])):
        run = list(group)
        if field and len(run) >= LEAST_FIELDS and sum(lines[at].hint is None for at in run) >= LEAST_FACTS:
            facts.update(run)
    return facts


def find_announced(lines: Sequence[ReadLine]) -> set[int]:
    """Return which of `lines` are a list that a line of the article announces by a colon, whatever they say.

    Several short ones on end, and a paragraph of the article below them: "Users can now:", "Share", "Like", "Comment".
    Below a comment form or comments readers speak: "Anna on May 3 said:", "Well done", "Reply".
    """
    announced: set[int] = set()
    for short, group in groupby(range(len(lines)), lambda position: lines[position].shape in ("label", "title")):
        run = list(group)
        if any(begins_thread(lines[position]) for position in run):
            break
        if not short or run[-1] + 1 == len(lines) or lines[run[-1] + 1].hint is not None:
            continue
        starts = [at for at in (run[0] - 1, *run) if at >= 0 and _may_announce(lines[at])]
        if starts and run[-1] - starts[0] >= LEAST_ANNOUNCED:
            announced.update(range(starts[0] + 1, run[-1] + 1))
    return announced


def begins_thread(line: ReadLine) -> bool:
    """Return whether readers have their say from `line` on, for certain."""
    return line.hint is not None and line.hint.certain and line.hint.kind in THREAD_KINDS


def _may_announce(line: ReadLine) -> bool:
    """Return whether `line` says in more words than one that something follows."""
    if line.mark not in ":：" or line.hint is not None:
        return False
    return " " in line.text or line.shape not in ("label", "title")


def _is_field(line: ReadLine) -> bool:
    """Return whether `line` is a short label, a colon and something short, but no address."""
    return line.size <= LONGEST_FIELD and "http" not in line.text and FIELD_RE.match(line.text) is not None


def _are_short(lines: Sequence[ReadLine]) -> bool:
    """Return whether none of `lines` is a sentence or a paragraph."""
    return all(line.shape not in ("sentence", "prose") for line in lines)


def _are_labels(lines: Sequence[ReadLine]) -> bool:
    """Return whether at least half of `lines` are very short."""
    return 2 * sum(line.shape == "label" for line in lines) >= len(lines)


def _share_a_form(lines: Sequence[ReadLine], forms: Sequence[re.Pattern[str]]) -> bool:
    """Return whether all of `lines` have one of these forms."""
    return any(all(form.search(line.text) for line in lines) for form in forms)


def _have_figures(lines: Sequence[ReadLine]) -> bool:
    """Return whether there are several `lines`, and figures in at least half of them: not the numbers of headlines."""
    counted = (any(map(str.isdigit, line.text)) and any(map(str.isalpha, line.text)) for line in lines)
    return len(lines) > 1 and 2 * sum(counted) >= len(lines)
