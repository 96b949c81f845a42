r"""Many texts at once: in order, in bounded memory, one bad record stopping nothing.

>>> for result in normalize_many(["The talks are on.", None, "R&amp;D"]):
...     print(result.text if not isinstance(result, Exception) else repr(result))
The talks are on.
TypeError('a text must be a str, not NoneType')
R&D

With ``workers=2`` and more, chunks of texts go to as many processes, under whatever start method `multiprocessing` has
been set to. Texts are taken from the iterable only as results are asked for, so that it may be endless. A worker that
dies (killed, or out of memory) is replaced; the texts it had are tried again one by one, and the one that kills its
worker every time becomes an error in its place.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from newsnorm.options import Options
from newsnorm.pipeline import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsnorm.article import Article

__all__ = ["normalize_many"]

# Seconds between two lines of progress.
PROGRESS_INTERVAL = 0.5


def normalize_many(
    texts: Iterable[str],
    *,
    workers: int | None = None,
    progress: bool = False,
    options: Options | None = None,
    **keywords: Any,
) -> Iterator[Article | Exception]:
    """Yield the article of each text, in order; for a text that fails, the exception it raised.

    Args:
        texts: The raw texts. May be endless: only a few chunks are ever read ahead.
        workers: How many processes to use. ``None`` and 1 work in this process.
        progress: Whether to report the count and the rate on standard error.
        options: What to do with each text.
        **keywords: The fields of `Options`, instead of `options`.

    Raises:
        TypeError: `texts` is one ``str``, or an argument is of the wrong type.
        ValueError: `workers` is less than 1, or an option is not one of the valid ones.
        RuntimeError: Workers die as soon as they start, whatever they are given to do.

    """
    if isinstance(texts, str):
        raise TypeError("texts: an iterable of texts is wanted, not one str")
    if workers is not None and (not isinstance(workers, int) or isinstance(workers, bool)):
        raise TypeError(f"workers: an int or None is wanted, not {type(workers).__name__}")
    if workers is not None and workers < 1:
        raise ValueError(f"workers: {workers} is less than 1")
    chosen = Options.from_keywords(options, keywords)
    source = iter(texts)
    results = (
        _normalize_here(source, chosen) if workers in (None, 1) else _normalize_there(source, chosen, workers or 1)
    )
    return _report(results) if progress else results


def _normalize_here(texts: Iterator[str], options: Options) -> Iterator[Article | Exception]:
    return (_normalize_one(text, options) for text in texts)


def _normalize_one(text: Any, options: Options) -> Article | Exception:
    try:
        return normalize(text, options=options)
    except Exception as error:  # whatever it is, it is this record's alone
        return error


def _normalize_there(texts: Iterator[str], options: Options, workers: int) -> Iterator[Article | Exception]:
    from newsnorm.workers import Workers  # what it takes to start processes takes long to import

    return Workers(workers, options).run(texts)


def _report(results: Iterator[Article | Exception]) -> Iterator[Article | Exception]:
    """Pass `results` on, and say on standard error how many there were."""
    started = shown = time.monotonic()
    count = failed = 0
    try:
        for result in results:
            count += 1
            failed += isinstance(result, Exception)
            now = time.monotonic()
            if now - shown >= PROGRESS_INTERVAL:
                shown = now
                sys.stderr.write(f"\r{count:,} articles, {count / (now - started):,.0f} a second")
                sys.stderr.flush()
            yield result
    finally:
        rate = count / max(time.monotonic() - started, 1e-9)
        sys.stderr.write(f"\r{count:,} articles, {rate:,.0f} a second, {failed:,} failed\n")
        sys.stderr.flush()
