"""The processes behind `newsnorm.normalize_many`: a pool, the chunks it has under way, and what becomes of accidents.

What travels is small: a text there; back, what `normalize` made of it but for the text that was sent and the views,
which are worked out where they are asked for.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsnorm.pipeline import assemble_article, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.article import Article
    from newsnorm.options import Options

__all__ = ["Workers"]

# A chunk is large enough that sending it costs little beside the work, and small enough that workers end together.
CHUNK_TEXTS = 64
CHUNK_LENGTH = 100_000

# Chunks under way for each worker: one at work, one waiting, so that no worker waits for the consumer.
CHUNKS_PER_WORKER = 2

Chunk = list[Any]
Results = list[Any]


@dataclass
class Workers:
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
                for text, result in zip(chunk, results, strict=True):
                    yield result if isinstance(result, Exception) else assemble_article(text, self.options, result)
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
    """Normalize `chunk` in a worker; what comes back of each text is its error, or what to assemble its article of."""
    return [text if isinstance(text, Exception) else _normalize_one(text, options) for text in chunk]


def _normalize_one(text: str, options: Options) -> dict[str, Any] | Exception:
    try:
        return normalize(text, options=options).known()
    except Exception as error:  # whatever it is, it is this record's alone
        return _sendable(error)


def _sendable(error: Exception) -> Exception:
    """Return `error`, or what it says if it can't be sent home itself."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which then ends its workers; and end at once when it says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
