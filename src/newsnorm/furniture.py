r"""What furniture is called, and what a site's own furniture is: lines that recur across its articles.

>>> articles = [f"News of day {day}.\nRead our paper every day!" for day in range(4)]
>>> furniture = learn_furniture(articles)
>>> sorted(furniture.lines)
['Read our paper every day!']
>>> (learn_furniture(articles[:2]) | learn_furniture(articles[2:])) == furniture
True
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsnorm.tables import parse_rows

if TYPE_CHECKING:
    from os import PathLike

__all__ = ["FURNITURE_KINDS", "Furniture", "learn_furniture"]

FURNITURE_KINDS = (
    "advertisement",
    "comment-form",
    "comments",
    "cookie",
    "copyright",
    "follow",
    "furniture",
    "login",
    "navigation",
    "newsletter",
    "player",
    "read-more",
    "reading-time",
    "recurring",
    "related",
    "share",
    "tags",
)
"""The kinds of furniture, as `Removed.kind` names them; ``furniture`` is a line that only its place gives
away, ``recurring`` a line of a site's learned furniture."""

# A line that stands in so many articles of a site is no news.
LEAST_ARTICLES = 3
# More articles than that nobody has.
MOST_DIGITS = 15
# Longer lines are not counted: they would fill the memory, and hardly ever recur.
LONGEST_LINE = 1000

# Half a character: what holds one is damage, not furniture, and no file in UTF-8 can hold it.
SURROGATE_RE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Furniture:
    """In how many articles of a site each line stands.

    Attributes:
        counts: Lines with the number of articles they stand in, sorted.

    """

    counts: tuple[tuple[str, int], ...] = ()

    @cached_property
    def lines(self) -> frozenset[str]:
        """The lines that recur often enough to be furniture."""
        return frozenset(line for line, count in self.counts if count >= LEAST_ARTICLES)

    def __or__(self, other: Furniture) -> Furniture:
        """Return what both have learned, from different articles."""
        counts = Counter(dict(self.counts))
        counts.update(dict(other.counts))
        return Furniture(tuple(sorted(counts.items())))

    def save(self, path: str | PathLike[str], *, everything: bool = False) -> None:
        """Write a table to review: the number of articles and the line, commonest first.

        Args:
            path: The file to write.
            everything: Also write the lines that don't recur yet, for a later merge to be exact.

        """
        least = 1 if everything else LEAST_ARTICLES
        rows = sorted((-count, line) for line, count in self.counts if count >= least)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(f"{-count}\t{line}\n" for count, line in rows)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Furniture:
        """Return what `save` wrote, as it was edited since.

        Raises:
            ValueError: A row is not a number and a line; the message names the row.

        """
        with open(path, encoding="utf-8") as file:
            rows = list(parse_rows(file.read(), 2, source=str(path)))
        for count, line in rows:
            if not count.isdecimal() or len(count) > MOST_DIGITS:
                raise ValueError(f"{path}: {count!r} before {line!r} is not a number of articles")
        return cls(tuple(sorted((line, int(count)) for count, line in rows)))


def learn_furniture(texts: Iterable[str]) -> Furniture:
    """Return which lines recur across `texts`, articles of one site.

    The order of the texts doesn't matter, and parts learned apart can be put together: ``left | right``.

    Args:
        texts: Plain texts as the extractor left them, one an article.

    Raises:
        TypeError: One of `texts` is not a ``str``, or they are one ``str``.

    """
    if isinstance(texts, str):
        raise TypeError("texts: an iterable of str is wanted, not str")
    counts: Counter[str] = Counter()
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"a text must be a str, not {type(text).__name__}")
        counts.update({key for key in map(line_key, text.split("\n")) if _counts(key)})
    return Furniture(tuple(sorted(counts.items())))


def line_key(line: str) -> str:
    """Return what of `line` is compared: its words, one space between them."""
    return " ".join(line.split())


def _counts(key: str) -> bool:
    sound = 0 < len(key) <= LONGEST_LINE and not key.startswith("#") and SURROGATE_RE.search(key) is None
    return sound and any(map(str.isalnum, key))
