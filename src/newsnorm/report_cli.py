"""The command ``newsnorm report corpus.jsonl -o report.html``: what normalizing a corpus would change, as one page.

The corpus is only read. The page appears whole or not at all.
"""

from __future__ import annotations

import argparse
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

import newsnorm
from newsnorm.batch import normalize_many
from newsnorm.corpus import CorpusError
from newsnorm.corpus.files import check_output, whole_file
from newsnorm.corpus.report import Report, render_report
from newsnorm.corpus.sources import STANDARD, expand_names, read_chunks
from newsnorm.options_cli import add_options, describe_error, read_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsnorm.corpus import Chunk
    from newsnorm.options import Options

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Run the command with `arguments` and return its exit status."""
    parser = _parser()
    parsed = parser.parse_args(arguments)
    try:
        options = read_options(parsed)
        check_output(parsed.output, expand_names(parsed.files))
        report = _gather(parsed, options)
        page = render_report(report, title=parsed.title, fingerprint=newsnorm.fingerprint(options))
        with whole_file(Path(parsed.output)) as partial:
            partial.write_text(page, encoding="utf-8")
    except (CorpusError, OSError, ValueError) as error:
        print(f"newsnorm: {describe_error(error, parsed.output)}", file=sys.stderr)
        return 2
    return 1 if report.summary.failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsnorm report", description="Show on one page what normalizing a corpus changes. It is only read."
    )
    parser.add_argument(
        "files", nargs="*", default=[STANDARD], metavar="FILE", help="JSON lines or Parquet, or patterns"
    )
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the page to write")
    parser.add_argument("--field", default="text", metavar="NAME", help="the field that holds the text (default: text)")
    parser.add_argument("--title", default="What newsnorm changed", help="the page's title")
    parser.add_argument("--most", type=int, default=10, metavar="N", help="show so many of the most changed articles")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes (default: 1)")
    add_options(parser)
    return parser


def _gather(parsed: argparse.Namespace, options: Options) -> Report:
    report = Report(most=max(1, parsed.most))
    places: deque[str] = deque()  # of the texts that were handed out and have not come back yet

    def texts() -> Iterator[str]:
        for chunk in _chunks(parsed):
            report.summary.failures += len(chunk.failures)
            report.summary.records += len(chunk.failures)
            for text, line in zip(chunk.texts, chunk.lines, strict=True):
                if text is None:
                    report.summary.records += 1
                    report.summary.without_text += 1
                    continue
                places.append(f"{chunk.source}:{line}")
                yield text

    for result in normalize_many(texts(), workers=parsed.workers, options=options):
        place = places.popleft()
        if isinstance(result, Exception):
            report.summary.failures += 1
            report.summary.records += 1
        else:
            report.add(result, place)
    return report


def _chunks(parsed: argparse.Namespace) -> Iterator[Chunk]:
    for name in expand_names(parsed.files):
        yield from read_chunks(name, parsed.field, ())
