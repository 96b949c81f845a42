"""Running a job: chunks in, their texts normalized, chunks out, with a state on disk to go on from."""

from __future__ import annotations

import os
from collections import deque
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newsnorm.adapters.details import DETAILS, check_details, pick_details
from newsnorm.batch import normalize_many
from newsnorm.corpus.chunks import Chunk, CorpusError, Failure, dump_json
from newsnorm.corpus.files import check_output, same_file
from newsnorm.corpus.outputs import open_output
from newsnorm.corpus.sources import STANDARD, STANDARD_OUTPUTS, expand_names, read_chunks, size_of
from newsnorm.corpus.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsnorm.corpus.job import Job
    from newsnorm.corpus.outputs import Output
    from newsnorm.corpus.summary import Summary

__all__ = ["run_job"]

# How many records may have to be done again after a run was interrupted.
CHECKPOINT_RECORDS = 2_000


def run_job(
    job: Job,
    *,
    on_failure: Callable[[Failure], None] = lambda failure: None,
    on_progress: Callable[[int, int], None] = lambda consumed, records: None,
) -> Summary:
    """Do `job` and return what was done. The output appears when all is done, or not at all.

    Args:
        job: What to do.
        on_failure: Called for each record that could not be done.
        on_progress: Called now and then with how many bytes of the inputs and how many records are done.

    Raises:
        CorpusError: The job can't be done as it is; no output has appeared.
        ValueError: A detail is not one of the valid ones.

    """
    check_details(job.details)
    inputs = expand_names(job.inputs)
    _check_names(job, inputs)
    state = State.load(job, inputs) if job.resume else State.new(job, inputs)
    with closing(open_output(job.output, _kinds(job), state.position)) as output:
        try:
            with _open_errors(job.errors, state.errors) as errors:
                since = 0
                for chunk, articles in _normalize_chunks(_skip(_read(job, inputs), state.summary.records), job):
                    failures = _write(job, output, chunk, articles)
                    for failure in failures:
                        errors.write((dump_json(failure._asdict()) + "\n").encode("utf-8"))
                        on_failure(failure)
                    _count(state.summary, chunk, failures, articles)
                    since += chunk.seen
                    if since >= CHECKPOINT_RECORDS:
                        since = 0
                        state.save(output.checkpoint(), errors)
                    on_progress(chunk.consumed, state.summary.records)
            output.finish()
        except BaseException:
            if not state.position:  # no checkpoint yet, so that nothing can go on from here
                output.discard()
                state.forget()
            raise
    state.forget()
    return state.summary


def _write(job: Job, output: Output, chunk: Chunk, articles: list[Any]) -> list[Failure]:
    """Write what could be done of `chunk` and return what could not."""
    good = [place for place, article in enumerate(articles) if not isinstance(article, Exception)]
    kept = chunk if len(good) == len(articles) else chunk.keep(good)
    output.write(kept, _added(job, [articles[place] for place in good]))
    return chunk.failures + [
        Failure(chunk.source, chunk.lines[place], f"{type(article).__name__}: {article}", chunk.record(place))
        for place, article in enumerate(articles)
        if isinstance(article, Exception)
    ]


def _check_names(job: Job, inputs: Sequence[str]) -> None:
    """Refuse to write over what is read, or one thing over another."""
    written = [name for name in (job.output, job.errors) if name not in (None, *STANDARD_OUTPUTS)]
    for name in written:
        check_output(name, inputs)
    if len(written) == 2 and same_file(*map(Path, written)):
        raise CorpusError(f"{job.errors}: is the output and the file of errors at once")
    if job.resume and (job.output in STANDARD_OUTPUTS or STANDARD in inputs):
        raise CorpusError("a run over standard input or output can't be resumed")
    for field in (job.text_field, job.into):
        if field in job.added:
            raise CorpusError(f"the field {field!r} would be written twice: choose other names by --into or --prefix")


def _read(job: Job, inputs: Sequence[str]) -> Iterator[Chunk]:
    taken = [*job.added, *([job.into] if job.into not in (None, job.text_field) else [])]
    before = 0
    for name in inputs:
        for chunk in read_chunks(name, job.text_field, taken):
            yield replace(chunk, consumed=before + chunk.consumed)
        before += size_of(name)


def _skip(chunks: Iterator[Chunk], records: int) -> Iterator[Chunk]:
    """Yield `chunks` without their first `records`, which are whole chunks: checkpoints stand between chunks."""
    while records > 0:
        records -= next(chunks).seen
    return chunks


def _normalize_chunks(chunks: Iterator[Chunk], job: Job) -> Iterator[tuple[Chunk, list[Any]]]:
    """Yield each chunk with what became of its texts: an article, an exception, or ``None`` for a null."""
    waiting: deque[Chunk] = deque()

    def texts() -> Iterator[str]:
        for chunk in chunks:
            waiting.append(chunk)
            yield from (text for text in chunk.texts if text is not None)

    results: Any = normalize_many(texts(), workers=job.workers, options=job.options)
    with closing(results):
        ahead = list(islice(results, 1))  # asking for a result is what brings in chunks
        while waiting:
            chunk = waiting.popleft()
            articles = [None if text is None else ahead.pop() if ahead else next(results) for text in chunk.texts]
            if not ahead and not waiting:
                ahead = list(islice(results, 1))
            yield chunk, articles


def _added(job: Job, articles: Sequence[Any]) -> dict[str, list[Any]]:
    """Return the values of all fields that are written, one an article."""
    details = [pick_details(article, job.details) if article else dict.fromkeys(job.details) for article in articles]
    texts = [article and article.text for article in articles]
    return {job.into or job.text_field: texts} | {name: [d[kind] for d in details] for name, kind in job.added.items()}


def _kinds(job: Job) -> dict[str, Any]:
    """Return the Arrow types of the fields that are added, if Arrow is wanted."""
    if not job.output.endswith(".parquet"):
        return {}
    try:
        from newsnorm.adapters.arrow import details_type

        types = details_type(DETAILS)
    except ImportError:
        return {}  # the output will say what is missing
    return {name: types.field(kind).type for name, kind in job.added.items()}


def _count(summary: Summary, chunk: Chunk, failures: Sequence[Failure], articles: Sequence[Any]) -> None:
    summary.records += chunk.seen
    summary.failures += len(failures)
    for article in articles:
        if article is None:
            summary.without_text += 1
        elif not isinstance(article, Exception):
            summary.add(article)


def _open_errors(name: str | None, position: int) -> IO[bytes]:
    file = open(os.devnull if name is None else name, "r+b" if position else "wb")  # noqa: SIM115 -- `run_job` closes it
    if name is not None:
        file.truncate(position)
        file.seek(position)
    return file
