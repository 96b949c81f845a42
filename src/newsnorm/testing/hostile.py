"""Rows of one thing, as a page may consist of to hang its reader, and the law that time grows in step with length."""

from __future__ import annotations

import time
import timeit
from typing import TYPE_CHECKING

import newsnorm

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["HOSTILE", "check_growth"]

HOSTILE = (
    *"\"'“”‘’„«»()[]{}<>.,;:!?…-–—·*#@&/|_ \n\t\r\0é语ไаאب",
    *"\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}\ud800\udc00\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}",
    *"\N{NO-BREAK SPACE}\N{REPLACEMENT CHARACTER}",
    *'word|word |a |aB|Ab |"a|a"|a" |“a|a”B |Ã©|Ã |&amp;|&|&#1|1 111 |1.|1,|a@b.c |a@|www.|a.b|end.Next |U.S. '.split(
        "|"
    ),
    *("https://example.org/a?b=c ", "https://example.org/a", "a[email protected]b ", "\x1b["),
    *("Kiev ", "Kiev’s-", "Volodimir Zelenski ", "a\n\n", "\r\n", "A joint statement\n", "MOSCOW, March 21 (AFP): "),
    *("Leave A Reply\nPlease enter your comment!\n", "By Anna Berg\n", "* item\n", "The talks went on on Tuesday.\n"),
)
"""What long rows are made of: marks, invisible characters, and pieces that rules look at."""

# Four times the text may take this many times as long: linear is 4, quadratic 16.
GROWTH = 9.0
# Below this many seconds nothing is measured: it is quick enough.
QUICK = 0.02


def check_growth(
    unit: str,
    options: newsnorm.Options | None = None,
    *,
    work: Callable[[str], object] | None = None,
    size: int = 5_000,
) -> None:
    """Check that time grows in step with length on a row of `unit`.

    Time is measured only where there is enough of it, and only growth that no noise explains fails.

    Args:
        unit: What the row is made of; `HOSTILE` has some.
        options: What to do with the texts.
        work: What is done with a text; ``None`` for `newsnorm.normalize` with these options, structure and all.
        size: The length of the short row in code points; the long one is four times as long.

    Raises:
        AssertionError: Four times the text takes more than nine times as long.

    """
    done = work or (lambda text: newsnorm.normalize(text, options=options).structure)
    long = (unit * (4 * size // len(unit) + 1))[: 4 * size]
    start = time.process_time()
    done(long)
    if time.process_time() - start < QUICK:
        return
    slow, quick = _seconds(done, long), _seconds(done, long[:size])
    if slow > GROWTH * quick:
        raise AssertionError(f"a row of {unit!r} takes {slow / quick:.1f} times as long at 4 times the length")


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of `work` without the collector: its full rounds fall into the long runs only."""
    return min(timeit.repeat(lambda: work(text), timer=time.process_time, repeat=2, number=1))
