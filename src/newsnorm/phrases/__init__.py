"""What a line says: phrases of furniture, by kind, in many languages.

A phrase counts when it is the whole line, or when the line starts with it; never for standing inside a sentence.

- `newsnorm.phrases.table` has the rows, `newsnorm.phrases.book` makes them ready to ask.
- `newsnorm.phrases.patterns` reads lines by phrases with words left open.
- `newsnorm.phrases.cues` finds words that are weak evidence wherever they stand.

>>> find_phrase("Leave a Reply")
Hint(kind='comment-form', certain=True, whole=True)
>>> find_phrase("Sign up for our newsletter to get the day's news.").kind
'newsletter'
>>> find_phrase("“Leave a reply,” the voicemail said.")
>>> find_phrase("Few economists subscribe to that view.")
>>> find_phrase("Designed by Norman Foster").kind
'copyright'
>>> find_phrase("Designed by Norman Foster, the tower took four years to build.")
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsnorm.phrases.book import opens_phrase, phrase_book
from newsnorm.phrases.cues import find_cues, find_cues_of
from newsnorm.phrases.lines import is_quoted, to_key
from newsnorm.phrases.patterns import Hint, match_pattern

__all__ = [
    "ON_SITE_WORDS",
    "Hint",
    "find_cues",
    "find_cues_of",
    "find_phrase",
    "is_row",
    "may_be_phrase",
    "read_row",
    "to_key",
]

# The first two words of a line, or its only one.
OPENING_RE = re.compile(r"\A(?:[\W_]*\d[\d.,]*[KMk]\b)?[\W\d_]*([^\W\d_]+)(?:[\W\d_]+([^\W\d_]+))?")

# A teaser that names its site: "On Example.com: Ferry runs aground", "Also on example.com …".
ON_SITE_RE = re.compile(
    r"(?:(?:Also|More|Read\smore)\s)?(?:[Oo]n|[Aa]t|[Ff]rom)\s[A-Za-z0-9-]{2,40}\.(?:com|net|org)\b\s?[:A-Z]"
)
ON_SITE_WORDS = frozenset(("also", "at", "from", "more", "on", "read"))

# A form's field has no figures; a row of a table that begins with the word does: "City 13 2 23".
FIELD = "comment-field"
DIGIT_RE = re.compile(r"\d")

# The number of a part of the article, "2.15. Print", not of comments, "1.2K Comments".
OUTLINE_RE = re.compile(r"\d{1,2}\.\d{1,2}[.)]?\s")
# A line of leftover markup: "<span class=…", escaped or not.
MARKUP_RE = re.compile(r"(?:&lt;|<)/?(?:span|div|iframe|script|style|img)[\s>&]")

# Longer lines are sentences: a phrase may only start them.
LONGEST_LABEL = 160
# What is often said at length. A teaser is not: behind a long one, its site has glued the article's next paragraph.
LONG_KINDS = frozenset(("comment-form", "comments", "cookie", "copyright", "follow", "login", "newsletter"))
# Nor is a long paragraph furniture for its first words.
LONGEST_START = 420
# What a long line opens with stands among its first characters, if it has letters.
LATEST_WORD = 40
# A row of labels is so long at most, in code points, and each label, in words.
LONGEST_ROW = 120
LONGEST_PIECE = 6


def find_phrase(text: str) -> Hint | None:
    """Return what the line `text` says it is, or ``None``."""
    return _find_label(text) if len(text) <= LONGEST_LABEL else _find_phrase(text)


def may_be_phrase(text: str) -> bool:
    """Return whether the line `text` opens as something does that `find_phrase` finds.

    >>> may_be_phrase("“Leave the room,” she said"), may_be_phrase("Leave the room"), may_be_phrase("12 Comments")
    (False, False, True)
    """
    if text.startswith(("<", "&")):
        return True
    opening = None if len(text) > LONGEST_START or is_quoted(text) else OPENING_RE.match(text)
    if opening is None:
        return False
    first, second = opening.groups("")
    return opens_phrase(first, second) or first.casefold() in ON_SITE_WORDS


def _find_phrase(text: str) -> Hint | None:
    if text[:1] in "<&" and MARKUP_RE.match(text):
        return Hint("furniture", True, False)
    if len(text) > LONGEST_START or is_quoted(text) or (text[:1].isdigit() and OUTLINE_RE.match(text)):
        return None
    opening = OPENING_RE.match(text)
    if opening is None:
        return None
    label = len(text) <= LONGEST_LABEL
    first, second = opening.groups("")
    if label and first.casefold() in ON_SITE_WORDS and ON_SITE_RE.match(text):
        return Hint("related", True, False)
    if not opens_phrase(first, second):  # most lines of a text
        return None
    book = phrase_book()
    key = to_key(text)
    if label and (hint := book.lines.get(key)) is not None:
        return None if hint.kind == FIELD and not hint.certain and DIGIT_RE.search(text) else hint
    if not label and opening.start(1) >= LATEST_WORD:
        return None
    for pattern in book.patterns.get(key.partition(" ")[0], ()):
        found = match_pattern(pattern, key, text) if label or pattern.hint.kind in LONG_KINDS else None
        if found is not None:
            return found
    return None


# Labels are asked about at a glance, when the page is read, and on the next page.
_find_label = lru_cache(maxsize=1024)(_find_phrase)


def is_row(text: str) -> bool:
    """Return whether the line `text` is nothing but labels, one after the other: a menu, a row of buttons.

    Weak evidence, for the learned model only: an article's heading may be two words that are labels.

    >>> is_row("Terms of Service | Privacy Notice"), is_row("Subscribe Sign in"), is_row("Privacy is not dead")
    (True, True, False)
    """
    return len(read_row(text)) > 1


@lru_cache(maxsize=1024)  # as above: a page's lines are asked about when threads are looked for, and when it is read
def read_row(text: str) -> tuple[Hint, ...]:
    """Return what each label of the line `text` says, nothing unless labels are all that it is.

    >>> [hint.kind for hint in read_row("Comments Leave a Reply")]
    ['comments', 'comment-form']
    """
    if len(text) > LONGEST_ROW:
        return ()
    lines = phrase_book().lines
    words = to_key(text).split()
    found: list[Hint] = []
    start = 0
    while start < len(words):
        ends = range(min(len(words), start + LONGEST_PIECE), start, -1)
        end = next((end for end in ends if " ".join(words[start:end]) in lines), 0)
        if not end:
            return ()
        found.append(lines[" ".join(words[start:end])])
        start = end
    return tuple(found)
