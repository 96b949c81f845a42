r"""Labelled pages cut up, and put together anew: so a few dozen of them make many to learn from.

>>> source = cut_page("Home\nNews\nThe talks failed on Monday.\nAbout us", "The talks failed on Monday.")
>>> source.head, source.middle, source.kept, source.foot
(['Home', 'News'], ['The talks failed on Monday.'], [True], ['About us'])
"""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Source", "cut_page", "label_lines", "mix_sources"]

TOKEN_RE = re.compile(r"\w+")
GRAM = 4


class Source(NamedTuple):
    """A page cut up: the lines above the article, those from its first to its last with their labels, those below."""

    layout: str
    head: list[str]
    middle: list[str]
    kept: list[bool]
    foot: list[str]


def cut_page(text: str, body: str, layout: str = "") -> Source | None:
    """Return the page `text` cut up by its article's `body`; ``None`` where the article isn't in it."""
    lines = text.split("\n")
    kept = label_lines(lines, body)
    if True not in kept:
        return None
    first, end = kept.index(True), len(kept) - kept[::-1].index(True)
    return Source(layout, lines[:first], lines[first:end], kept[first:end], lines[end:])


def mix_sources(
    sources: Sequence[Source], bodies: Sequence[Sequence[str]], times: int, *, seed: int
) -> Iterator[Source]:
    """Yield pages that might have been: the head of one, the foot of another, and an article from anywhere.

    So the model can't learn a page by heart; a few dozen pages make many.
    """
    chance = Random(seed)
    for source in sources:
        mates = [mate for mate in sources if mate.layout == source.layout]
        for _ in range(times):
            foot = chance.choice(mates).foot if chance.random() < 0.7 else source.foot
            head, foot = _thin(source.head, chance), _thin(foot, chance)
            if bodies and chance.random() < 0.6:
                opening = source.middle[0]
                indent = opening[: len(opening) - len(opening.lstrip())]
                middle = [indent + line.strip() for line in chance.choice(bodies) if line.strip()]
                kept = [True] * len(middle)
            else:
                mate = chance.choice(mates)
                middle, kept = mate.middle, mate.kept
            yield Source(source.layout, head, list(middle), list(kept), foot)


def _thin(lines: list[str], chance: Random) -> list[str]:
    """Return `lines`, at times without a stretch of them."""
    if len(lines) > 30 and chance.random() < 0.4:
        start = chance.randrange(len(lines))
        return lines[:start] + lines[start + chance.randrange(len(lines) // 2) :]
    return lines


def label_lines(lines: Iterable[str], body: str) -> list[bool]:
    """Return which of `lines` stand in `body`: half of their words, four at a time; short lines as lines of their own.

    >>> label_lines(["Home", "The talks failed on Monday."], "The talks failed on Monday. Nobody won.")
    [False, True]
    """
    grams = set(_grams(TOKEN_RE.findall(body)))
    whole = {tuple(TOKEN_RE.findall(line)) for line in body.split("\n")}
    kept = []
    for line in lines:
        tokens = TOKEN_RE.findall(line)
        if len(tokens) < GRAM:
            kept.append(bool(tokens) and tuple(tokens) in whole)
        else:
            found = list(_grams(tokens))
            kept.append(2 * sum(gram in grams for gram in found) >= len(found))
    return kept


def _grams(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(tokens[i : i + GRAM]) for i in range(len(tokens) - GRAM + 1))
