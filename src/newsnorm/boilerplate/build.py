"""List how phrases of furniture open, from the table of them: ``python -m newsnorm.boilerplate.build``.

``furniture_phrases.tsv`` is what people read and change. ``furniture_openings.tsv`` follows from it: the first word of
each phrase and the words that may come second, which is all that is asked about most texts.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsnorm.phrases.book import list_openings
from newsnorm.phrases.table import OPENINGS, TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["compile_openings", "main"]

DATA = Path(__file__).parent.parent / "data"
HEADER = f"""\
# Made from {TABLE} by `python -m newsnorm.boilerplate.build`; not to be edited.
# first word\tsecond words: "…" for any, nothing before the first space for none

"""


def compile_openings() -> str:
    """Return the text of the table."""
    return HEADER + "".join(f"{row}\n" for row in list_openings())


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table, or with ``--check`` only say whether it is up to date."""
    parser = argparse.ArgumentParser(prog="python -m newsnorm.boilerplate.build", description=main.__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 where the table is out of date"
    )
    options = parser.parse_args(arguments)
    path, text = DATA / OPENINGS, compile_openings()
    stale = not path.exists() or path.read_text(encoding="utf-8") != text
    if stale and not options.check:
        path.write_text(text, encoding="utf-8", newline="\n")
    return int(stale and options.check)


if __name__ == "__main__":
    sys.exit(main())
