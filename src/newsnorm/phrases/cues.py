"""Words that speak for furniture by themselves, of whatever kind: weak evidence.

>>> sorted(find_cues("Subscribe to us on Facebook"))
['newsletter', 'social', 'we']
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsnorm.phrases.table import read_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["find_cues", "find_cues_of"]

# A word, with the vowel signs of Indic scripts, which are no word characters; not with the dandas among them.
WORD_RE = re.compile(r"[^\W_][\w'’\u0900-\u0963\u0966-\u0dff-]*")
# What is fixed of a cue with an open ending has six or seven letters.
SHORTEST_STEM = 6
# How much of a line is read for cues.
CUE_LENGTH = 400


def find_cues(text: str) -> frozenset[str]:
    """Return the kinds whose words stand anywhere in `text`, a line."""
    return _find_cues(text[:CUE_LENGTH])


@lru_cache(maxsize=1024)  # the lines of a page, which are asked about again when others are gone
def _find_cues(text: str) -> frozenset[str]:
    return find_cues_of(WORD_RE.findall(text.casefold()))


def find_cues_of(words: Iterable[str]) -> frozenset[str]:
    """Return the kinds whose words are among `words`, which are in small letters.

    >>> sorted(find_cues_of({"facebook", "us", "follows"}))
    ['social', 'we']
    """
    cues, stems = _read_cues()
    found = [word for word in words if word in cues or word[:SHORTEST_STEM] in stems]
    kinds = (cues.get(word) or cues.get(word[:7] + "…") or cues.get(word[:6] + "…") for word in found)
    return frozenset(filter(None, kinds))


@cache
def _read_cues() -> tuple[dict[str, str], frozenset[str]]:
    """Return the cues by their word, in which an ellipsis stands for any ending; and how those with one begin."""
    cues = {phrase: kind for kind, _, phrase in read_phrases(cues=True)}
    return cues, frozenset(cue[:SHORTEST_STEM] for cue in cues if cue.endswith("…"))
