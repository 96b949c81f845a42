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

import multiprocessing
import pickle
import signal
import sys
import time
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsnorm.options import Options
from newsnorm.pipeline import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from newsnorm.article import Article

__all__ = ["normalize_many"]

# A chunk is large enough that sending it costs little beside the work, and small enough that workers end together.
CHUNK_TEXTS = 64
CHUNK_LENGTH = 100_000

# Chunks under way for each worker: one at work, one waiting, so that no worker waits for the consumer.
CHUNKS_PER_WORKER = 2

# Seconds between two lines of progress.
PROGRESS_INTERVAL = 0.5

Chunk = list[Any]
Results = list[Any]


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
    results = _normalize_here(source, chosen) if workers in (None, 1) else _Workers(workers or 1, chosen).run(source)
    return _report(results) if progress else results


def _normalize_here(texts: Iterator[str], options: Options) -> Iterator[Article | Exception]:
    return (_normalize_one(text, options) for text in texts)


def _normalize_one(text: Any, options: Options) -> Article | Exception:
    try:
        return normalize(text, options=options)
    except Exception as error:  # whatever it is, it is this record's alone
        return error


@dataclass
class _Workers:
    """A pool of processes, and the chunks it has under way."""

    count: int
    options: Options

    def run(self, texts: Iterator[str]) -> Iterator[Article | Exception]:
        """Yield the results of `texts` in order."""
        pool = self._start()
        waiting: deque[tuple[Chunk, Future[Results]]] = deque()
        chunks = _chunk(texts)
        try:
            while True:
                while len(waiting) < self.count * CHUNKS_PER_WORKER and (chunk := next(chunks, None)) is not None:
                    waiting.append((chunk, _submit(pool, chunk, self.options)))
                if not waiting:
                    return
                chunk, future = waiting.popleft()
                try:
                    results = future.result()
                except BrokenProcessPool:
                    pool.shutdown(cancel_futures=True)
                    results = self._retry(chunk)
                    pool = self._start()
                    waiting = deque((later, _submit(pool, later, self.options)) for later, _ in waiting)
                yield from results
        finally:
            pool.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, multiprocessing.get_context(), initializer=_ignore_interrupt)

    def _retry(self, chunk: Chunk) -> Results:
        """Return the results of a chunk whose worker may have died of it, text by text."""
        results: Results = []
        pool = self._start()
        try:
            pool.submit(_normalize_chunk, [], self.options).result()
        except BrokenProcessPool as error:
            raise RuntimeError("workers die as soon as they start; is the program's main module guarded?") from error
        try:
            for text in chunk:
                try:
                    results += _submit(pool, [text], self.options).result()
                except BrokenProcessPool as error:  # noqa: PERF203 (the pool may die of any of them)
                    results.append(error)
                    pool.shutdown(cancel_futures=True)
                    pool = self._start()
        finally:
            pool.shutdown(cancel_futures=True)
        return results


def _submit(pool: ProcessPoolExecutor, chunk: Chunk, options: Options) -> Future[Results]:
    """Hand `chunk` to `pool`; one that is broken already says so in the future it returns."""
    try:
        return pool.submit(_normalize_chunk, chunk, options)
    except BrokenProcessPool as error:
        future: Future[Results] = Future()
        future.set_exception(error)
        return future


def _chunk(texts: Iterator[Any]) -> Iterator[Chunk]:
    """Yield the texts in chunks; what is no text becomes its error here, since it might not survive the journey."""
    chunk: Chunk = []
    length = 0
    for text in texts:
        sound = isinstance(text, str)
        chunk.append(text if sound else TypeError(f"a text must be a str, not {type(text).__name__}"))
        length += len(text) if sound else 0
        if len(chunk) >= CHUNK_TEXTS or length >= CHUNK_LENGTH:
            yield chunk
            chunk, length = [], 0
    if chunk:
        yield chunk


def _normalize_chunk(chunk: Chunk, options: Options) -> Results:
    """Normalize `chunk` in a worker. An exception that can't be sent home goes as what it says."""
    results = [text if isinstance(text, Exception) else _normalize_one(text, options) for text in chunk]
    return [_sendable(result) if isinstance(result, Exception) else result for result in results]


def _sendable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
