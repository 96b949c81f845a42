"""English single quotation marks that touch a word: ``They said‘yes’and``, ``a 'green'label``, ``the others'view``.

Each is an apostrophe as well, so that pairing tells little. Here only a mark with a whole known word on either side is
asked what it does, and the plain marks before and after it answer: within a quotation it closes, before one that only
closes it opens, and after an ``s`` outside of any it is a plural's genitive.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.edits import Edit
from newsnorm.spacing.sides import find_line_start, last_word
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["GLUED_RES", "space_single_quotes"]

# A mark that touches a word on the wrong side: letters on both, or a comma or a colon before it. Anchored on the mark.
GLUED_RES = {
    "'": re.compile(r"'(?<=[^\W\d_]{2}')(?=[^\W\d_]{3})|'(?<=[,:]')(?=[^\W\d_]{2})"),
    "‘": re.compile(r"‘(?<=[^\W\d_]‘)(?=[^\W\d_]{2})|‘(?<=[,:]‘)(?=[^\W\d_]{2})"),
    "’": re.compile(r"’(?<=[^\W\d_]{2}’)(?=[^\W\d_]{3})"),
}
MARK_RES = {"'": re.compile(r"'"), "‘": re.compile("[‘’]"), "’": re.compile("[‘’]")}
WORD_AFTER_RE = re.compile(r"[^\W\d_]{1,30}")

# A quotation between single marks is no longer than this; a line with more of them is none of prose.
REACH = 300
MOST = 40

# What ends a sentence: a mark after it closes.
STOPS = frozenset(".!?…")

# What marks do: open or close plainly, or touch a word on both sides.
OPENS, CLOSES, TOUCHES = "opens", "closes", "touches"


class Single(NamedTuple):
    """A single mark: where it stands, and what it does."""

    at: int
    does: str


def space_single_quotes(document: Document) -> Iterator[Edit]:
    """Propose spaces at English single quotation marks, and after the genitive of a plural.

    PASS: ``They said‘yes’and left``, ``a 'green'label``, ``the question:'Do you``, ``the others'view``.
    FAIL: ``the ‘don’t know’ vote``, ``Sa‘ud’s``, ``o'clock``, ``Xi'an``, ``rock'n'roll``.
    """
    text = document.text
    for mark, pattern in GLUED_RES.items():
        if mark not in text:
            continue
        for match in pattern.finditer(text):
            if document.language != "en":
                return
            yield from _space(document, match.start(), mark)


def _space(document: Document, at: int, mark: str) -> Iterator[Edit]:
    """Yield the space at the mark at `at`, if it is plain which side it belongs to."""
    text = document.text
    vocabulary = load_vocabulary("en")
    does = None
    marks = list(_read_marks(text, at, mark, vocabulary))
    here = next((i for i, single in enumerate(marks) if single.at == at), -1)
    if here < 0 or len(marks) > MOST or document.protected.touches(at - 1, at + 2):
        return
    before = [single.does for single in marks[:here]]
    after = marks[here + 1].does if here + 1 < len(marks) else ""
    within = _is_open(before)
    if marks[here].does == OPENS:
        does = OPENS if after in {CLOSES, TOUCHES} else None
    elif within or text[at - 1] == "s":
        does = CLOSES if after != CLOSES else None
    elif mark == "'" and after == CLOSES:
        does = OPENS
    if does == OPENS:
        yield Edit(at, at, " ", "space-before-opening-quote", 0.9)
    elif does == CLOSES:
        yield Edit(at + 1, at + 1, " ", "space-after-closing-quote", 0.9)


def _is_open(before: list[str]) -> bool:
    """Return whether a quotation is open after marks that do this: what touches both sides may close, not open."""
    return bool(before) and before[-1] == OPENS


def _read_marks(text: str, at: int, mark: str, vocabulary: Vocabulary) -> Iterator[Single]:
    """Yield the single marks near `at` on its line, those left out that are apostrophes within a word."""
    start = find_line_start(text, at, REACH) or max(0, at - REACH)
    end = text.find("\n", at, at + REACH)
    for match in MARK_RES[mark].finditer(text, start, end if end >= 0 else min(len(text), at + REACH)):
        place = match.start()
        left, right = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
        if not left.isalnum() and right.isalnum() and left not in STOPS and match.group() != "’":
            yield Single(place, OPENS)
        elif not right.isalnum() and not left.isspace() and match.group() != "‘":
            yield Single(place, CLOSES)
        elif left.isalpha() and right.isalpha() and _parts_words(text, place, vocabulary):
            yield Single(place, OPENS if match.group() == "‘" else TOUCHES)


def _parts_words(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Return whether whole words stand on both sides of the mark at `at`: not in o'clock, Xi'an, he'sand."""
    before, match = last_word(text, at), WORD_AFTER_RE.match(text, at + 1)
    after = match.group() if match else ""
    if len(before) < 2 or len(after) < (2 if text[at] == "‘" else 3):
        return False
    if not (vocabulary.knows(before) and vocabulary.knows(after)) or after in ENDINGS:
        return False
    if before.istitle() and len(before) < 4 and before.lower() not in vocabulary.function_words:
        return False  # De'shawn
    return not any(after.startswith(ending) and vocabulary.knows(after[len(ending) :]) for ending in CONTRACTED)


# What an apostrophe sets off, and what may stand in its place in a word.
CONTRACTED = ("s", "t", "re", "ve", "ll")
ENDINGS = frozenset(("all", "ing", "ers", "est"))
