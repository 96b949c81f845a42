"""The command ``newsnorm furniture site.jsonl -o furniture.tsv``: the lines that recur across the articles of a site.

The table is for a person to review, and then for ``newsnorm … --furniture furniture.tsv``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsnorm.corpus import CorpusError
from newsnorm.corpus.files import check_output, whole_file
from newsnorm.corpus.sources import STANDARD, expand_names, read_chunks
from newsnorm.furniture import learn_furniture
from newsnorm.options_cli import describe_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Run the command with `arguments` and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="newsnorm furniture", description="Learn which lines recur across the articles of a site."
    )
    parser.add_argument("files", nargs="*", default=[STANDARD], metavar="FILE", help="JSON lines or Parquet")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the table to write")
    parser.add_argument("--field", default="text", metavar="NAME", help="the field that holds the text (default: text)")
    parser.add_argument("--all", action="store_true", help="also lines that don't recur, for a later merge to be exact")
    parsed = parser.parse_args(arguments)
    failures: list[int] = []
    output = Path(parsed.output)
    try:
        inputs = expand_names(parsed.files)
        check_output(parsed.output, inputs)
        furniture = learn_furniture(_texts(inputs, parsed.field, failures))
        with whole_file(output) as partial:
            furniture.save(partial, everything=parsed.all)
    except (CorpusError, OSError) as error:
        print(f"newsnorm: {describe_error(error, parsed.output)}", file=sys.stderr)
        return 2
    return 1 if any(failures) else 0


def _texts(inputs: Sequence[str], field: str, failures: list[int]) -> Iterator[str]:
    """Yield the texts of all records; the numbers of those that are none are added to `failures`."""
    for name in inputs:
        for chunk in read_chunks(name, field, ()):
            failures.append(len(chunk.failures))
            for failure in chunk.failures:
                print(f"newsnorm: {failure.source}:{failure.line}: {failure.reason}", file=sys.stderr)
            yield from (text for text in chunk.texts if text is not None)
