"""House styles: how one desk spells what others spell otherwise, and when it began to.

A style is named and dated in ``data/styles.tsv``. It only says where it departs from the canonical forms, or where it
is the one that they follow. A style at a date, ``ap@2019-01-31``, is the style as it was in force that day: archives
are searched in the spelling of their time.

>>> style_forms("afp", "en")["person/volodymyr-zelenskyy"].short
'Zelensky'
>>> style_forms("ap@2019-01-31", "en")["place/kyiv"].full, style_forms("ap@2019-08-14", "en")["place/kyiv"].full
('Kiev', 'Kyiv')
"""

from __future__ import annotations

from functools import lru_cache

from newsnorm.name_table.rows import Form
from newsnorm.tables import read_rows

__all__ = ["HOUSE_STYLES", "check_style", "style_forms"]

HOUSE_STYLES = ("ap", "afp", "bbc", "economist", "ft", "guardian", "nyt", "reuters", "telegraph", "wsj")
"""The house styles, the default first."""


def check_style(style: str) -> None:
    """Check that `style` is a house style, or one at a date.

    Raises:
        ValueError: It is neither; the message lists the styles, or says what a date looks like.

    >>> check_style("guardian@2019-02-13")
    >>> check_style("guardian@lately")
    Traceback (most recent call last):
    ValueError: house_style: 'lately' is not a date: guardian@2019-01-31 is how one looks

    """
    name, at, day = style.partition("@")
    if name not in HOUSE_STYLES:
        raise ValueError(f"house_style: {name!r} is not one of {', '.join(map(repr, HOUSE_STYLES))}")
    if at and not _is_date(day):
        raise ValueError(f"house_style: {day!r} is not a date: {name}@2019-01-31 is how one looks")


def _is_date(text: str) -> bool:
    from datetime import date  # hardly anyone asks for a style of the past

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@lru_cache(maxsize=64)
def style_forms(style: str, language: str) -> dict[str, Form]:
    """Return how `style` spells things in `language`, by entity id, where it has its own way."""
    wanted, _, day = style.partition("@")
    rows = sorted(read_rows("styles.tsv", 7), key=lambda row: row[1])  # of one thing, what came last wins
    return {
        id_: Form(full, short)
        for name, since, code, id_, full, short, _ in rows
        if (name, code) == (wanted, language) and (not day or since <= day)
    }
