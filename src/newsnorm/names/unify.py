"""Names that no table knows: one spelling within one text, its commonest.

A report that has `Serhiy Haidai` twice and `Sergei Gaiday` once is about one man. Only whole names that begin with a
known given name are compared (see `newsnorm.names.grouping`), and a bare surname follows only where one person of the
text bears it. Languages that inflect names are left alone: there, another spelling may be another case.

>>> from newsnorm.protect import Spans
>>> text = "Serhiy Haidai spoke. Gaiday went on. Later, Sergei Gaiday left; Serhiy Haidai stayed."
>>> [(text[edit.start:edit.end], edit.text) for edit in unify_names(text, "en", Spans([]))]
[('Sergei Gaiday', 'Serhiy Haidai'), ('Gaiday', 'Haidai')]
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.key_words import CAPITAL_WORD_RE
from newsnorm.names.given import find_given
from newsnorm.names.grouping import group_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.protect import Spans

__all__ = ["UNINFLECTED", "unify_names"]

UNINFLECTED = ("ca", "en", "es", "fr", "it", "nl", "pt")
"""The languages in which names keep their form in a sentence."""

_GAP_RE = re.compile(r"[ \N{NO-BREAK SPACE}]+")
_LETTERS_RE = re.compile(r"[^\W\d_]+")


def unify_names(text: str, language: str, taken: Spans) -> Iterator[Edit]:
    """Yield edits that give each person of `text` one spelling.

    Args:
        text: The text.
        language: Its language.
        taken: The spans of known names and of what nobody edits, which are none of these.

    """
    if language not in UNINFLECTED:
        return
    words = [match.span() for match in CAPITAL_WORD_RE.finditer(text) if not taken.touches(*match.span())]
    names = list(_whole_names(text, words))
    groups = group_names([text[start:end] for start, end in names])
    spelled = Counter(text[start:end] for start, end in names)
    commonest = {}
    for group in groups:
        best = max(group, key=lambda name: (spelled[name], -text.index(name)))
        commonest.update(dict.fromkeys(group, best))
    inside = set(chain.from_iterable(range(start, end) for start, end in names))
    surnames = _one_bearer(commonest)
    for start, end in [*names, *(span for span in words if span[0] not in inside)]:
        name = text[start:end]
        wanted = commonest.get(name) or surnames.get(name, name)
        if wanted != name:
            yield Edit(start, end, wanted, "unified-name", 0.8)


def _whole_names(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of a known given name and the one capitalised word that follows it."""
    for index, (start, end) in enumerate(words[:-1]):
        follows, stop = words[index + 1]
        third = index + 2 < len(words) and _GAP_RE.fullmatch(text, stop, words[index + 2][0])
        if third or not _GAP_RE.fullmatch(text, end, follows) or text[start:stop].isupper():
            continue
        letters = _LETTERS_RE.fullmatch(text, start, end) and _LETTERS_RE.fullmatch(text, follows, stop)
        whole = not _is_joined(text, start - 1) and not _is_joined(text, stop)
        if letters and whole and find_given(text[start:end]).names:
            yield start, stop


def _is_joined(text: str, at: int) -> bool:
    """Return whether the character at `at` makes the word beside it part of a longer one."""
    return 0 <= at < len(text) and (text[at] in "-_/@#&" or text[at].isalnum())


def _one_bearer(commonest: dict[str, str]) -> dict[str, str]:
    """Return what a bare surname becomes, for surnames that one person of the text alone bears."""
    bearers = defaultdict(set)
    for name, best in commonest.items():
        bearers[name.split()[-1]].add(best)
    return {surname: best.pop().split()[-1] for surname, best in bearers.items() if len(best) == 1}
