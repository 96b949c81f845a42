"""Which lines are headings: the evidence added up, then a second look at what is like the headings found.

>>> prose = "The statement of both sides names no date, and the talks go on in the capital until the end of the week."
>>> lines = [prose, "Gas, Internet", prose, "“None at all.”", prose, "‘No alternative’", prose]
>>> [lines[i] for i in find_headings(lines, [None] * len(lines))]
['Gas, Internet', '‘No alternative’']
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsnorm.sections.evidence import FEATURES, LETTER_RE, LONGEST_HEADING, NUMBERED_RE, count_words, observe
from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["find_candidates", "find_headings", "heading_level", "load_weights"]

MOST_WORDS = 22


@cache
def load_weights() -> dict[str, float]:
    """Return the weight of each piece of evidence, in log-odds."""
    weights = {name: float(weight) for name, weight, _ in read_rows("heading-weights.tsv", 3)}
    missing = set(FEATURES) ^ set(weights)
    if missing:
        raise ValueError(f"heading-weights.tsv and the evidence disagree on {', '.join(sorted(missing))}")
    return weights


def find_candidates(texts: Sequence[str], kinds: Sequence[str | None]) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the lines that may be headings, by index, with their evidence.

    A heading is short, has letters, is no other kind of line, and has something to stand over.
    """
    for i in range(len(texts) - 1):
        text = texts[i]
        if len(text) > LONGEST_HEADING or kinds[i] is not None:
            continue
        if LETTER_RE.search(text) is None or count_words(text) > MOST_WORDS:
            continue
        yield i, observe(text, above=texts[i - 1] if i else "", below=texts[i + 1])


def find_headings(texts: Sequence[str], kinds: Sequence[str | None]) -> list[int]:
    """Return the indices of the headings among `texts`, of which `kinds` are known to be something else."""
    weights = load_weights()
    return [i for i, found in find_candidates(texts, kinds) if sum(weights[name] for name in found) > 0]


def heading_level(text: str) -> int:
    """Return how deep a heading's number puts it: 1 for ``2.``, 2 for ``2.1``, 1 where it has none."""
    match = NUMBERED_RE.match(text)
    return match.group().strip(" .):").count(".") + 1 if match else 1
