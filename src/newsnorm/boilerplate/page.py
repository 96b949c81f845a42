"""Furniture in the plain text of a whole page, where most lines are furniture: the learned model finds the article.

The article's title is kept with it, and so are bylines and credits: they are parts of it, if not of its body.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from newsnorm.boilerplate.evidence import Found, find_furniture
from newsnorm.boilerplate.features import line_features, short_share
from newsnorm.boilerplate.lines import ENDS_STATEMENT, PROSE_LENGTH
from newsnorm.boilerplate.listings import MENU, find_listed, find_menus, find_repeated
from newsnorm.boilerplate.model import article_odds, page_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.boilerplate.lines import ReadLine

__all__ = ["find_page_furniture", "is_page"]

# A text is a whole page's if it has so many lines, most of them short, and many that furniture is known by.
LEAST_LINES = 20
LEAST_SHORT = 0.5
LEAST_HINTS = 5
LEAST_KINDS = 3
# One with fewer lines than any whole page that was seen begins with so many of them at least: a menu.
FEW_LINES = 36
MENU_LINES = 8
LEAST_MENU = 3
# So many of them tell with fewer kinds.
MANY_HINTS = 20
FEW_KINDS = 2

# A page has furniture on top as well: a poem or a table with a footer below it has none in so much of its lines.
LATEST_HINT = 0.3
# Of its first lines at most one is a sentence that no phrase knows: an article between whose paragraphs boxes stand has
# more.
FIRST_LINES = 5
MOST_SENTENCES = 1

# A menu on top of a page has so many lines that no list of an article's does.
LONGEST_MENU = 40

# How sure a line of a listing or a menu is no part of the article.
LISTED_CONFIDENCE = 0.9

# A line is kept if it is the article's with this probability: low, since a lost paragraph is worse than a headline.
LEAST_ODDS = 0.4

# The model isn't trusted where all that it keeps is less than a paragraph, and than this share of the page's text: a
# notice on top was taken for the article.
LEAST_TEXT = 0.1

# How far above the article its title is looked for.
TITLE_REACH = 40
TITLE_WORDS = range(3, 31)
# A line that begins as the page's title does is the article's, if it is so long and so much of the article is below.
LEAST_TITLE = 20
LEAST_BELOW = 0.2
# What parts the article's title from its site's name.
TITLE_ENDS = frozenset("-|–—»·:<")
# What ends a page's article for certain: behind it are the readers' comments, or nothing. But a link to them may stand
# on top, and a notice as well: so the article must stand above it, nearly all of what is kept; or as much as this, in
# code points, and behind it a thread of comments, in which names, dates and votes stand between what is said.
THREAD_KINDS = frozenset({"comments", "comment-form"})
ENDING_KINDS = THREAD_KINDS | {"copyright"}
NEARLY_ALL = 0.8
LEAST_ABOVE = 400
LEAST_THREAD = 0.4
LETTERS_RE = re.compile(r"[^\W\d_]{4,}")
# The beginning of a byline or a credit.
CREDIT_RE = re.compile(
    r"""
      (?:By|Von|Par|Por|Di)\s+[^\W\d_a-z]          # "By Anna Berg"
    | (?:Additional\s[Rr]eporting|Reporting|Editing|Writing)\sby\s
    | With\s(?:information|reporting|files)\sfrom\s
    """,
    re.VERBOSE,
)
# Kinds whose phrase speaks for the lines under it.
HEADING_KINDS = frozenset({"related", "comments", "newsletter", "tags", "share", "follow", "login", "comment-form"})


def is_page(lines: Sequence[ReadLine]) -> bool:
    """Return whether `lines` are those of a whole page rather than of an article."""
    if len(lines) < LEAST_LINES:
        return False
    if opens_with_menu(lines):
        return True
    hints = [(position, line.hint.kind) for position, line in enumerate(lines) if line.hint is not None]
    if not hints or hints[0][0] >= LATEST_HINT * len(lines):
        return False
    if len(lines) < FEW_LINES and sum(line.hint is not None for line in lines[:MENU_LINES]) < LEAST_MENU:
        return False
    first = [line for line in lines[:FIRST_LINES] if line.hint is None]
    if sum(line.shape in ("sentence", "prose") or line.mark in ENDS_STATEMENT for line in first) > MOST_SENTENCES:
        return False
    kinds = [kind for _, kind in hints]
    least_kinds = FEW_KINDS if len(kinds) >= MANY_HINTS else LEAST_KINDS
    return len(kinds) >= LEAST_HINTS and len(set(kinds)) >= least_kinds and short_share(lines) >= LEAST_SHORT


def opens_with_menu(lines: Sequence[ReadLine]) -> bool:
    """Return whether so long a menu stands on top of `lines`, and text below it, that they are no article's."""
    menu = find_menus(lines[: LONGEST_MENU + 2])
    return len(menu) >= LONGEST_MENU and menu[0] < 2 and any(line.shape == "prose" for line in lines[LONGEST_MENU:])


def find_page_furniture(lines: Sequence[ReadLine], indents: Sequence[int]) -> list[Found]:
    """Return which of the `lines` of a page are furniture; `indents` says how many spaces stand before each.

    Boxes that are printed again and again between its paragraphs are set aside first: so the article is in one piece.
    """
    repeated = find_repeated(lines)
    read = [position for position in range(len(lines)) if position not in repeated]
    if not repeated or len(read) < LEAST_LINES:
        return _find_around_article(lines, indents)
    found = _find_around_article([lines[place] for place in read], [indents[place] for place in read])
    found = [Found(read[position], kind, confidence) for position, kind, confidence in found]
    return sorted(found + [Found(position, "related", LISTED_CONFIDENCE) for position in repeated])


def _find_around_article(lines: Sequence[ReadLine], indents: Sequence[int]) -> list[Found]:
    odds = article_odds(page_model(), line_features(lines, indents))
    kept = _keep(odds)
    if not kept:
        return []
    title = find_page_title(lines)
    if title and _measure(lines, [place for place in kept if place > title]) < LEAST_BELOW * _measure(lines, kept):
        again = [0.0] * title + article_odds(page_model(), line_features(lines[title:], indents[title:]))
        below = _keep(again)
        if _measure(lines, below) >= _measure(lines, kept):  # what stands above were teasers
            odds, kept = again, below
    if not keeps_enough(lines, kept):
        return find_plain_furniture(lines)
    kept = above_ending(lines, below_title(lines, kept))
    spared = set(kept) | find_title(lines, kept)
    spared |= {i for i in range(max(0, kept[0] - 12), min(len(lines), kept[-1] + 4)) if CREDIT_RE.match(lines[i].text)}
    found = []
    kind, since = "furniture", 0
    for position, line in enumerate(lines):
        if position in spared:
            kind = "furniture"
            continue
        since += 1
        if line.hint is not None:
            kind, since = "comment-form" if line.hint.kind == "comment-field" else line.hint.kind, 0
        elif since > 12 or kind not in HEADING_KINDS:
            kind = "furniture"
        found.append(Found(position, kind, round(1 - odds[position], 3)))
    return found


def _keep(odds: Sequence[float]) -> list[int]:
    return [position for position, likely in enumerate(odds) if likely >= LEAST_ODDS]


def find_page_title(lines: Sequence[ReadLine]) -> int:
    r"""Return where the article's title stands on its page, as the page's first line tells it; 0 if it does nowhere.

    A page is called as its article is, and then, behind a dash or a bar, as its site.

    >>> from newsnorm.boilerplate.lines import read_lines
    >>> from newsnorm.document import Document
    >>> text = "The old harbour is closed - The Herald\nMenu\nThe old harbour is closed\nDivers came."
    >>> find_page_title(read_lines(Document(text)))
    2
    """
    page_title = lines[0].text
    for position, line in enumerate(lines):
        if position and line.size >= LEAST_TITLE and page_title.startswith(line.text):
            rest = page_title[len(line.text) :].strip()
            if not rest or rest[0] in TITLE_ENDS:
                return position
    return 0


def _measure(lines: Sequence[ReadLine], places: Sequence[int]) -> int:
    return sum(lines[place].size for place in places)


def find_plain_furniture(lines: Sequence[ReadLine]) -> list[Found]:
    """Return which of `lines` are furniture where the model finds no article: menus, listings, what says so itself."""
    listed = dict.fromkeys(find_menus(lines), MENU) | find_listed(lines)
    found = {found.position: found for found in find_furniture(lines)}
    for position, hint in listed.items():
        found.setdefault(position, Found(position, hint.kind, LISTED_CONFIDENCE))
    return [found[position] for position in sorted(found)]


def keeps_enough(lines: Sequence[ReadLine], kept: Sequence[int]) -> bool:
    """Return whether the lines at `kept` may be the article: as much as a paragraph, or not too little of the text."""
    sizes = [0 if line.hint is not None and line.hint.certain else line.size for line in lines]
    text = sum(size for size, line in zip(sizes, lines, strict=True) if line.shape in ("sentence", "prose"))
    return sum(sizes[position] for position in kept) >= min(PROSE_LENGTH, LEAST_TEXT * text)


def below_title(lines: Sequence[ReadLine], kept: list[int]) -> list[int]:
    """Return those of `kept` that stand below the article's title, where the page's first line tells which it is.

    Paragraphs above it are teasers of other articles; the text right below it is the article's opening.
    """
    page_title = lines[0].text
    total = sum(lines[position].size for position in kept)
    for position in range(kept[-1], 0, -1):
        line = lines[position]
        if line.size >= LEAST_TITLE and page_title.startswith(line.text):
            below = [place for place in kept if place > position]
            if sum(lines[place].size for place in below) >= LEAST_BELOW * total:
                opening = range(position + 1, min(below[0], position + TITLE_REACH))
                return [place for place in opening if _reads_like_text(lines[place])] + below
    return kept


def _reads_like_text(line: ReadLine) -> bool:
    return line.shape in ("sentence", "prose") and line.hint is None


def above_ending(lines: Sequence[ReadLine], kept: list[int]) -> list[int]:
    r"""Return those of `kept` that stand above what ends the article for certain: a thread's heading, a licence.

    >>> from newsnorm.boilerplate.lines import read_lines
    >>> from newsnorm.document import Document
    >>> said = "The ministers met on Tuesday, and nobody said what they had agreed on.\n" * 8
    >>> thread = "Ann\nToday at 9:05\nThey never do say what they have agreed on, do they?\n" * 9
    >>> lines = read_lines(Document(f"{said}All comments\n{thread}"))
    >>> above_ending(lines, [*range(8), *range(11, len(lines))])
    [0, 1, 2, 3, 4, 5, 6, 7]
    """
    sizes = [0] * len(lines)
    for position in kept:
        sizes[position] = lines[position].size
    above = [0, *accumulate(sizes)]
    short = [0, *accumulate(line.shape in ("label", "title") for line in lines)]
    last = kept[-1]
    for position in range(kept[0] + 1, last):
        hint = lines[position].hint
        if hint is None or hint.kind not in ENDING_KINDS or not (hint.certain and hint.whole):
            continue
        thread = hint.kind in THREAD_KINDS and short[last + 1] - short[position] >= LEAST_THREAD * (last + 1 - position)
        if above[position] >= NEARLY_ALL * above[-1] or (thread and above[position] >= LEAST_ABOVE):
            return [place for place in kept if place < position]
    return kept


def find_title(lines: Sequence[ReadLine], kept: Sequence[int]) -> set[int]:
    """Return the place of the article's title, above its lines `kept`: the headline that shares most words with it."""
    start = kept[0]
    words = {word for i in kept for word in LETTERS_RE.findall(lines[i].text.casefold())}
    page_title = lines[0].text
    best, best_share = -1, 0.5
    for position in range(start - 1, max(-1, start - 1 - TITLE_REACH), -1):
        line = lines[position]
        if line.hint is not None or line.shape == "prose" or len(line.text.split()) not in TITLE_WORDS:
            continue
        if not line.text[1:2].strip():
            continue  # an item of a list, behind its bullet
        own = LETTERS_RE.findall(line.text.casefold())
        if len(own) < 2:
            continue
        share = sum(word in words for word in own) / len(own)
        if position and page_title.startswith(line.text):
            share += 1
        if share > best_share:
            best, best_share = position, share
    return {best} if best >= 0 else set()
