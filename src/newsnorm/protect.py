"""What no stage may edit: URLs, e-mail addresses, handles, tags, file names and code; and phrases that a user names.

>>> spans = Spans(find_addresses("Mail kiev@example.org or see https://example.org/kiev.Then go."))
>>> spans.touches(5, 9), spans.touches(58, 60)
(True, False)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

__all__ = ["Phrases", "Spans", "find_addresses"]

# Each pattern begins with the sign that gives the thing away, since the search for one character is quick; what stands
# before the sign is looked at where one is found.
URL_RES = tuple(
    re.compile(rf"{sign}[^\s<>\"“”«»]+", re.IGNORECASE)
    for sign in (r"://(?<=(?P<scheme>http)://)", r"://(?<=(?P<scheme>https)://)", r"\.(?<=(?P<scheme>www)\.)")
)
DOMAIN_RE = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
MAILBOX_CHARACTERS = frozenset("_.+-")
LONGEST_MAILBOX = 64

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
HANDLE_RE = re.compile(r"@(?<![\w@#]@)\w+")
TAG_RE = re.compile(r"#(?<![\w@#]#)(?!\d{1,4}\b)\w+")

WORD_RE = re.compile(r"\w+")

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

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of what is left of ``[start:end]`` without those of the set, in order; none is empty.

        >>> list(Spans([(2, 5), (9, 12)]).between(0, 10)), list(Spans([]).between(0, 10))
        ([(0, 2), (5, 9)], [(0, 10)])
        """
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            if start < self.starts[at]:
                yield start, self.starts[at]
            start = self.ends[at]
        if start < end:
            yield start, end


def _start_of_run(text: str, end: int, others: Container[str], longest: int) -> int:
    """Return where the run of letters, digits and `others` before `end` starts, or the last `longest` of it."""
    start = end
    while start and end - start < longest and (text[start - 1].isalnum() or text[start - 1] in others):
        start -= 1
    return start


def _start_of_name(text: str, end: int) -> int:
    """Return where the run of letters, digits, dots and hyphens before `end` starts: at its ``www``, if it has one.

    >>> _start_of_name("at example.org", 10), _start_of_name("atwww.example.org", 13)
    (3, 2)
    """
    start = _start_of_run(text, end, NAME_CHARACTERS, LONGEST_NAME)
    world_wide = WWW_RE.search(text, start, end)
    return world_wide.start() if world_wide else start


def _find_mailboxes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the e-mail addresses in `text`."""
    last = 0
    for match in DOMAIN_RE.finditer(text):
        start = _start_of_run(text, match.start(), MAILBOX_CHARACTERS, LONGEST_MAILBOX + 1)
        if last <= start < match.start() <= start + LONGEST_MAILBOX:
            last = match.end()
            yield start, last


def find_addresses(text: str, *, touched: bool = True) -> Iterator[tuple[int, int]]:
    """Yield the spans of the addresses, handles, tags, file names and code in `text`.

    Args:
        text: The text.
        touched: Whether a mark may touch a word in it: see `newsnorm.tokens.Words`.

    """
    if "://" in text or "www." in text or "WWW." in text:
        for pattern in URL_RES:
            for match in pattern.finditer(text):
                start, end = match.start("scheme"), match.end()
                yield start, start + len(text[start:end].rstrip(".,;:!?)'’"))
    if touched:
        yield from ((_start_of_name(text, m.start()), m.end()) for m in DOTTED_RE.finditer(text))
    if "@" in text:
        yield from _find_mailboxes(text)
        yield from (m.span() for m in HANDLE_RE.finditer(text))
    if "#" in text:
        yield from (m.span() for m in TAG_RE.finditer(text))


class Phrases(tuple[str, ...]):
    """Phrases that are left as they stand, each in just these letters, wherever it begins and ends with whole words.

    There may be very many: a text is searched only for those whose longest word it has.

    >>> phrases = Phrases(["FusionForge", 'Toys"R"Us'])
    >>> list(phrases.find('FusionForge, FusionForges', {"FusionForge", "FusionForges"}))
    [(0, 11)]
    """

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Phrases, (tuple(self),)  # without what is found out of them

    @cached_property
    def _by_word(self) -> Mapping[str, list[str]]:
        by_word: dict[str, list[str]] = {}
        for phrase in self:
            by_word.setdefault(max(WORD_RE.findall(phrase), key=len, default=""), []).append(phrase)
        return by_word

    def find(self, text: str, words: AbstractSet[str]) -> Iterator[tuple[int, int]]:
        """Yield the spans of the phrases in `text`, which has these `words`, in no order."""
        for word in self._by_word.keys() & {*words, ""}:
            for phrase in self._by_word[word]:
                start = text.find(phrase)
                while start >= 0:
                    end = start + len(phrase)
                    if not (_goes_on(text, start) or _goes_on(text, end)):
                        yield start, end
                    start = text.find(phrase, start + 1)


def _goes_on(text: str, at: int) -> bool:
    """Return whether a word goes on across the place `at`: what stands on either side of it is part of one."""
    if not 0 < at < len(text):
        return False
    return _is_of_word(text[at - 1]) and _is_of_word(text[at])


def _is_of_word(character: str) -> bool:
    """Return whether `character` is part of a word, as signs for vowels and accents are that stand by themselves."""
    return character.isalnum() or character == "_" or category(character)[0] == "M"
