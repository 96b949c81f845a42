"""The table of phrases, as its rows have it: see docs/adding-furniture.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.tables import parse_rows, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["OPENINGS", "TABLE", "TABLE_WIDTH", "read_phrases"]

TABLE = "furniture_phrases.tsv"
TABLE_WIDTH = 5
OPENINGS = "furniture_openings.tsv"

# The second field of a cue's row.
WORD = "\tword\t"


def read_phrases(*, cues: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the match and the phrase of each row: of the words that are `cues`, or of all others.

    Lines are told apart before they are parsed, so that each is parsed once: there are thousands.
    """
    lines = (line for line in read_table(TABLE).split("\n") if (WORD in line) == cues)
    rows = parse_rows("\n".join(lines), TABLE_WIDTH, source=TABLE)
    return ((kind, match, phrase) for kind, match, _, phrase, _ in rows)
