"""The command line over corpora: ``newsnorm articles.jsonl --field body -o clean.jsonl``.

Records are JSON lines (plain, gzip, zstd) or Parquet, from files, patterns of files or standard input. Every other
field is kept. The exit status is 0 if all records were done, 1 if some were not, 2 if the job could not be done at all,
130 if it was interrupted; an interrupted job goes on with ``--resume``.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from typing import TYPE_CHECKING, Any

from newsnorm.adapters.details import DETAILS, check_details
from newsnorm.corpus import CorpusError, Failure, Job, run_job
from newsnorm.corpus.sources import STANDARD, STANDARD_OUTPUTS, STANDARD_PARQUET, expand_names, size_of
from newsnorm.options_cli import describe_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsnorm.options import Options

__all__ = ["add_arguments", "is_wanted", "run"]

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst", ".parquet")
# Each of these means records, whatever the files are called.
CORPUS_ARGUMENTS = ("field", "output", "into", "details", "prefix", "errors", "resume", "workers")
# How many failures are told one by one where no file takes them.
MOST_TOLD = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of corpora to `parser`."""
    group = parser.add_argument_group(
        "corpora", f"Files of records ({', '.join(SUFFIXES)}; any file or pipe with one of these arguments)."
    )
    group.add_argument("--field", metavar="NAME", help="the field that holds the text (default: text)")
    output = group.add_mutually_exclusive_group()
    output.add_argument("-o", "--output", metavar="FILE", help="JSON lines or .parquet; standard output by default")
    output.add_argument(
        "--parquet",
        dest="output",
        action="store_const",
        const=STANDARD_PARQUET,
        help="write Parquet to standard output",
    )
    group.add_argument("--into", metavar="NAME", help="put the clean text here and keep the raw one")
    group.add_argument(
        "--with",
        dest="details",
        type=_details,
        metavar="NAME,…",
        help=f"add these, of {', '.join(DETAILS)}",
    )
    group.add_argument("--prefix", metavar="TEXT", help="put this before the names that --with adds")
    group.add_argument("--errors", metavar="FILE", help="records that can't be done, with line and reason")
    group.add_argument("--resume", action="store_true", default=None, help="go on from where a run was interrupted")
    group.add_argument("--workers", type=_count, metavar="N", help="processes (default: 1)")
    group.add_argument("--quiet", action="store_true", help="no progress and no summary")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _details(text: str) -> tuple[str, ...]:
    try:
        return check_details(filter(None, text.split(",")))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def is_wanted(parsed: argparse.Namespace) -> bool:
    """Return whether the command line means records rather than plain texts."""
    return any(getattr(parsed, name) is not None for name in CORPUS_ARGUMENTS) or any(
        name.endswith(SUFFIXES) for name in parsed.files
    )


def run(parsed: argparse.Namespace, options: Options) -> int:
    """Do what the command line says and return the exit status."""
    job = Job(
        inputs=tuple(parsed.files) or (STANDARD,),
        output=parsed.output or STANDARD,
        text_field=parsed.field or "text",
        into=parsed.into,
        details=parsed.details or (),
        prefix=parsed.prefix or "",
        errors=parsed.errors,
        resume=bool(parsed.resume),
        workers=parsed.workers or 1,
        options=options,
    )
    begin = time.monotonic()
    try:
        with _progress(job, quiet=parsed.quiet) as on_progress:
            summary = run_job(job, on_failure=_teller(job), on_progress=on_progress)
    except CorpusError as error:
        _say(f"newsnorm: {error}")
        return 2
    except OSError as error:
        if job.output in STANDARD_OUTPUTS:
            raise  # `newsnorm.cli` knows what to do
        _say(f"newsnorm: {describe_error(error, job.output)}")
        return 2
    except KeyboardInterrupt:
        hint = "" if job.output in STANDARD_OUTPUTS else "; the same command with --resume goes on"
        _say(f"newsnorm: interrupted{hint}")
        return 130
    if not parsed.quiet:
        for line in summary.lines():
            _say(line)
        _say(f"{time.monotonic() - begin:.1f} s")
    return 1 if summary.failures else 0


def _teller(job: Job) -> Callable[[Failure], None]:
    """Return what tells of failures: the first few, where no file takes them."""
    told = 0

    def tell(failure: Failure) -> None:
        nonlocal told
        told += 1
        if job.errors is None and told <= MOST_TOLD:
            _say(f"newsnorm: {failure.source}:{failure.line}: {failure.reason}")
        if job.errors is None and told == MOST_TOLD + 1:
            _say("newsnorm: … and more; --errors FILE takes them all")

    return tell


@contextlib.contextmanager
def _progress(job: Job, *, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Give what shows the progress: a bar on a terminal, where the package ``tqdm`` is installed."""
    if quiet or not sys.stderr.isatty():
        yield lambda consumed, records: None
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield lambda consumed, records: None
        return
    total = sum(size_of(name) for name in expand_names(job.inputs)) or None
    with tqdm(total=total, unit="B", unit_scale=True, file=sys.stderr, leave=False) as bar:

        def show(consumed: int, records: int) -> None:
            bar.set_postfix_str(f"{records:,} records", refresh=False)
            bar.update(max(0, consumed - bar.n))

        yield show


def _say(line: Any) -> None:
    print(line, file=sys.stderr)
