"""The table of phrases, as its rows have it: see docs/adding-furniture.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["OPENINGS", "TABLE", "TABLE_WIDTH", "read_phrases"]

TABLE = "furniture_phrases.tsv"
TABLE_WIDTH = 5
OPENINGS = "furniture_openings.tsv"


def read_phrases(*, cues: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the match and the phrase of each row: of the words that are `cues`, or of all others."""
    return (
        (kind, match, phrase)
        for kind, match, _, phrase, _ in read_rows(TABLE, TABLE_WIDTH)
        if (match == "word") == cues
    )
