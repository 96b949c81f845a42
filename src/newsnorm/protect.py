"""What no stage may edit: URLs, e-mail addresses, handles, tags, file names and code.

>>> spans = find_protected("Mail kiev@example.org or see https://example.org/kiev.Then go.")
>>> spans.touches(5, 9), spans.touches(58, 60)
(True, False)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Spans", "find_protected"]

URL_RE = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
EMAIL_RE = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")

# What a dot joins: domains without a scheme, file names, calls of methods. Anchored on the dot; what stands before it
# is found by `_start_of_name`. A domain or an ending is written small: "end.It" is two sentences.
DOTTED_RE = re.compile(
    r"\.(?:(?:com|org|net|edu|gov|info|io|co|eu|tv)\b(?:[/?][^\s<>\"“”«»]*)?"  # example.com/page
    r"|(?:js|py|html?|php|pdf|jpe?g|png|gif|docx?|xlsx?|csv|json|xml|txt|zip|mp[34]|css)\b"  # report.pdf
    r"|\w{1,40}\()"  # path.join(
)
NAME_CHARACTERS = frozenset("._-")
LONGEST_NAME = 100

# A number after the sign is a number, not a tag: "reason #1:This".
HANDLE_RE = re.compile(r"(?<![\w@#])(?:@|#(?!\d{1,4}\b))\w+")


# Where a host's name begins for certain, whatever runs together with it.
WWW_RE = re.compile(r"www(?=\.|\Z)", re.IGNORECASE)


class Spans:
    """A set of spans of a text, quick to ask.

    >>> spans = Spans([(2, 5), (9, 12)])
    >>> spans.touches(5, 9), spans.touches(4, 9), spans.touches(3, 3), spans.touches(5, 5)
    (False, True, True, False)
    """

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            elif start < end:
                self.starts.append(start)
                self.ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Return whether ``[start:end]`` shares a character with a span or, being empty, lies strictly inside one."""
        if not self.ends:  # in most texts
            return False
        after = bisect_right(self.ends, start)
        return after < bisect_left(self.starts, max(end, start + (start == end)) if start < end else start)


def _start_of_name(text: str, end: int) -> int:
    """Return where the run of letters, digits, dots and hyphens before `end` starts: at its ``www``, if it has one.

    >>> _start_of_name("at example.org", 10), _start_of_name("atwww.example.org", 13)
    (3, 2)
    """
    start = end
    while start and end - start < LONGEST_NAME and (text[start - 1].isalnum() or text[start - 1] in NAME_CHARACTERS):
        start -= 1
    world_wide = WWW_RE.search(text, start, end)
    return world_wide.start() if world_wide else start


def find_protected(text: str, *, touched: bool = True) -> Spans:
    """Return the spans of `text` that no stage may edit in.

    Args:
        text: The text.
        touched: Whether a mark may touch a word in it: see `newsnorm.tokens.Words`.

    """
    found: list[tuple[int, int]] = []
    if "://" in text or "www." in text or "WWW." in text:
        found += ((m.start(), m.start() + len(m.group().rstrip(".,;:!?)'’"))) for m in URL_RE.finditer(text))
    if touched:
        found += ((_start_of_name(text, m.start()), m.end()) for m in DOTTED_RE.finditer(text))
    if "@" in text:
        found += (m.span() for m in EMAIL_RE.finditer(text))
    if "@" in text or "#" in text:
        found += (m.span() for m in HANDLE_RE.finditer(text))
    return Spans(found)
