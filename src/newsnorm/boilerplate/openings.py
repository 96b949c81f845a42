r"""Whether any line of a text can be a phrase of furniture: one search for how its lines open.

Nearly all articles hold none, and reading each of their lines costs more than all else that furniture takes. A phrase
counts only where it opens a line, so the first two words of each line tell: where no phrase opens with such a pair,
there is none for certain. Where one does, `find_phrase` is asked.

>>> holds_phrases("Talks failed\n\nThe ministers met on Tuesday.\nThe latest came first.")
False
>>> holds_phrases("Talks failed\n\nThe ministers met on Tuesday.\n\nRelated News")
True
"""

from __future__ import annotations

import re

from newsnorm.boilerplate.phrases import ANY, MARKUP_RE, ON_SITE_WORDS, find_phrase, phrase_book

__all__ = ["holds_phrases", "may_hold_phrases"]

# The first two words of a line, behind its line break; only letters count, as in the key of a phrase. Where there is
# but one word, the second is empty.
ASCII_OPENING_RE = re.compile(r"\n[^a-zA-Z\n]*([a-zA-Z]+)(?:[^a-zA-Z\n]+([a-zA-Z]+))?")
OPENING_RE = re.compile(
    r"""
    \n [^\w\n]* (?: [\d_] (?: [^\w\n] | [\d_] )* )?
    ([^\W\d_]+)
    (?: (?: [^\w\n] | [\d_] )+ ([^\W\d_]+) )?
    """,
    re.VERBOSE,
)

# What stands somewhere in a text with a line that `ON_SITE_RE` matches.
SITE_ENDS = (".com", ".net", ".org")


def holds_phrases(text: str) -> bool:
    """Return whether `find_phrase` finds something in a line of `text`."""
    return may_hold_phrases(text) and any(map(find_phrase, filter(None, map(str.strip, text.split("\n")))))


def may_hold_phrases(text: str) -> bool:
    """Return whether a line of `text` opens as a phrase does: if not, `find_phrase` finds nothing in any."""
    if ("<" in text or "&" in text) and MARKUP_RE.search(text):
        return True
    opening = ASCII_OPENING_RE if text.isascii() else OPENING_RE
    openings = phrase_book().openings.get
    sites = any(end in text for end in SITE_ENDS)
    for first, second in opening.findall("\n" + text):
        word = first.casefold()
        seconds = openings(word)
        if seconds is not None and (second.casefold() in seconds or ANY in seconds):
            return True
        if sites and word in ON_SITE_WORDS:
            return True
    return False
