"""House styles: how one desk spells what others spell otherwise.

A style is named and dated in ``data/styles.tsv``. It only says where it departs from the canonical forms, or where it
is the one that they follow.

>>> style_forms("afp", "en")["person/volodymyr-zelenskyy"].short
'Zelensky'
"""

from __future__ import annotations

from functools import cache

from newsnorm.name_table.rows import Form
from newsnorm.tables import read_rows

__all__ = ["HOUSE_STYLES", "style_forms"]

HOUSE_STYLES = ("ap", "afp")
"""The house styles, the default first."""


@cache
def style_forms(style: str, language: str) -> dict[str, Form]:
    """Return how `style` spells things in `language`, by entity id, where it has its own way."""
    return {
        id_: Form(full, short)
        for name, _, code, id_, full, short in read_rows("styles.tsv", 6)
        if (name, code) == (style, language)
    }
