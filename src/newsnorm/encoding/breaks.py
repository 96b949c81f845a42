r"""Line breaks of other systems: those of Windows and of the old Macintosh, and Unicode's two separators.

They are repaired by themselves, before all else: no break is ever part of mojibake, and where one line ends must not
decide how the next is read.

>>> find_breaks("One.\r\n\r\nTwo.")
[Edit(start=4, end=8, text='\n\n', rule='normalize-newline', confidence=1.0)]
"""

from __future__ import annotations

import re

from newsnorm.edits import Edit

__all__ = ["find_breaks", "level_breaks"]

BREAK_RE = re.compile(r"\r\n?|[\u2028\u2029]")
# A whole run, so that a page of nothing else is one edit.
BREAKS_RE = re.compile(r"(?:\r\n?|[\u2028\u2029])+")


def find_breaks(text: str) -> list[Edit]:
    """Return the edits that make newlines of the other breaks of `text`; those of blank lines go with the first."""
    if not any(mark in text for mark in "\r\u2028\u2029"):
        return []  # nearly all texts, told much sooner than by a pattern
    return [
        Edit(*found.span(), BREAK_RE.sub("\n", found.group()), "normalize-newline")
        for found in BREAKS_RE.finditer(text)
    ]


def level_breaks(text: str) -> str:
    r"""Return `text` with a newline for each character of its breaks: whatever else it holds stays where it is.

    >>> level_breaks("One.\r\nTwo.")
    'One.\n\nTwo.'
    """
    return text.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
