"""Which lines are headings: the evidence added up, then a second look at what is like the headings found.

The first look weighs each line by itself (see `evidence`). The second adds how many other likely headings the text
has, and how many of them are set the same way: the same end mark, numbering, dashes or quotes. So a text's headings
vouch for each other, and a short line all alone needs more to speak for it. A line that the first look finds unlikely
vouches for none: prose added to a text never changes what the lines before it are.

>>> prose = "The statement of both sides names no date, and the talks go on in the capital until the end of the week."
>>> lines = [prose, "Gas, Internet", prose, "“None at all.”", prose, "‘No alternative’", prose]
>>> [lines[i] for i in find_headings(lines, [None] * len(lines))]
['Gas, Internet', '‘No alternative’']
"""

from __future__ import annotations

import re
from functools import cache
from math import exp, fsum
from typing import TYPE_CHECKING

from newsnorm.sections.evidence import (
    FEATURES,
    LETTER_RE,
    LONGEST_HEADING,
    NUMBERED_RE,
    count_words,
    is_sentence,
    observe,
)
from newsnorm.sections.words import is_furniture
from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["SECOND_LOOK", "find_candidates", "find_headings", "find_rows", "heading_level", "likeness", "load_weights"]

MOST_WORDS = 22

# What the rows of a list may have in common: figures, a colon within, the mark that ends them, or a number before them.
NUMBERED = rf"\A(?:{NUMBERED_RE.pattern})"
ROW_FORMS = [re.compile(form) for form in (r"(?<=\D)\d", r":\s|：", r"[?？]\Z", r"[)）]\Z", NUMBERED)]
# How long each is at most, in code points, and how many there are at least.
LONGEST_ROW = 60
LEAST_ROWS = 3

# What the second look weighs: a constant, the first look's sum, and the likely headings set alike and otherwise.
SECOND_LOOK = ("second-look", "first-look", "set-alike", "set-otherwise")

# How a heading is set. Headings of one text share this.
SETTING = frozenset(
    {
        "ends-stop",
        "ends-question",
        "ends-exclamation",
        "ends-colon",
        "ends-open",
        "numbered",
        "between-dashes",
        "between-single-quotes",
        "between-double-quotes",
    }
)

# Lines that end like this are vouched for by their own kind only.
SELDOM_HEADINGS = frozenset({"ends-stop", "ends-colon", "ends-open", "words-15-up"})

# What the first look gives less than this chance vouches for no other line.
LEAST_LIKELY = 0.1

# How soon more headings make no difference: one sure one is worth 0.86 of any number.
SATURATION = 2.0


@cache
def load_weights() -> dict[str, float]:
    """Return the weight of each piece of evidence, in log-odds."""
    weights = {name: float(weight) for name, _, weight, _ in read_rows("heading-weights.tsv", 4)}
    if disagreed := {*FEATURES, *SECOND_LOOK} ^ set(weights):
        raise ValueError(f"heading-weights.tsv and the evidence disagree on {', '.join(sorted(disagreed))}")
    return weights


def find_candidates(
    texts: Sequence[str], kinds: Sequence[str | None], *, sentences: bool = False
) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the lines that may be headings, by index, with their evidence.

    A heading is short, has letters, is no other kind of line nor a row of a list, and has something to stand over. A
    byline or a caption between a heading and its text is looked past.

    Args:
        texts: The paragraphs of an article.
        kinds: What each is known to be, ``None`` for what may be prose or a heading.
        sentences: Whether to yield sentences of some length too. They never add up to a heading, and are left out to
            save time; the weights are learned with them.

    """
    body = [i for i, kind in enumerate(kinds) if kind is None or kind in ("title", "list-item")]
    rows = find_rows([texts[i] for i in body])
    listed = False
    for at, i in enumerate(body[:-1]):
        text = texts[i]
        above = texts[body[at - 1]] if at else ""
        listed = above.endswith((":", "：")) or (listed and len(above) <= 100)
        if len(text) > LONGEST_HEADING or kinds[i] is not None or (not sentences and is_sentence(text)):
            continue
        if at in rows:
            continue
        if LETTER_RE.search(text) is None or count_words(text) > MOST_WORDS or is_furniture(text):
            continue
        yield i, observe(text, above=above, below=texts[body[at + 1]], listed=listed)


def find_rows(texts: Sequence[str]) -> set[int]:
    """Return which of `texts` are rows of a list: several short ones on end that all have one of `ROW_FORMS`.

    >>> sorted(find_rows(["Results", "Anna Berg 30:15", "Tom Hale 30:40", "Eva Strand 31:02", "The race was late."]))
    [1, 2, 3]
    """
    rows: set[int] = set()
    for form in ROW_FORMS:
        run: list[int] = []
        for at, text in enumerate((*texts, "")):
            if len(text) <= LONGEST_ROW and form.search(text):
                run.append(at)
                continue
            if len(run) >= LEAST_ROWS:
                rows.update(run)
            run = []
    return rows


def find_headings(texts: Sequence[str], kinds: Sequence[str | None]) -> list[int]:
    """Return the indices of the headings among `texts`, of which `kinds` are known to be something else."""
    weights = load_weights()
    candidates = list(find_candidates(texts, kinds))
    if not candidates:
        return []
    first = [fsum(map(weights.__getitem__, found)) for _, found in candidates]  # the same in any order of a set
    constant, own, alike, otherwise = (weights[name] for name in SECOND_LOOK)
    return [
        i
        for (i, _), score, (same, other) in zip(candidates, first, likeness(candidates, first), strict=True)
        if constant + own * score + alike * same + otherwise * other > 0
    ]


def likeness(candidates: Sequence[tuple[int, frozenset[str]]], scores: Sequence[float]) -> list[tuple[float, float]]:
    """Return for each of `candidates` how many others vouch for it: those set alike, and those set otherwise.

    Both go from 0 for none towards 1 for many, by the chances that follow from the first look's `scores`.
    """
    settings = [found & (SETTING | SELDOM_HEADINGS) for _, found in candidates]
    chances = [1 / (1 + exp(-score)) if score > -30 else 0.0 for score in scores]
    chances = [chance if chance >= LEAST_LIKELY else 0.0 for chance in chances]
    total = sum(chances)
    sums: dict[frozenset[str], float] = {}
    for setting, chance in zip(settings, chances, strict=True):
        sums[setting] = sums.get(setting, 0.0) + chance
    vouched = []
    for setting, chance in zip(settings, chances, strict=True):
        other = 0.0 if setting & SELDOM_HEADINGS else total - sums[setting]
        same = sums[setting] - chance
        vouched.append((1 - exp(-SATURATION * max(0.0, same)), 1 - exp(-SATURATION * max(0.0, other))))
    return vouched


def heading_level(text: str) -> int:
    """Return how deep a heading's number puts it: 1 for ``2.``, 2 for ``2.1``, 1 where it has none."""
    match = NUMBERED_RE.match(text)
    return match.group().strip(" .):").count(".") + 1 if match else 1
