"""Data rows: the tables in ``newsnorm/data``, read as people review them.

A table is a UTF-8 file of tab-separated rows. Blank lines and lines that start with ``#`` are for the reader; every
other line is a row, and all rows of a table have the same number of fields.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["fault_of_name", "parse_rows", "read_bytes", "read_rows", "read_table"]

# What no name holds: controls and line breaks of any system, halves of surrogate pairs, what turns a text around, and
# specials that are taken out of every text.
UNFIT_RE = re.compile(
    "[\0-\x1f\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\ud800-\udfff"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
    "\N{INHIBIT SYMMETRIC SWAPPING}-\N{NOMINAL DIGIT SHAPES}\ufeff\ufff9-\uffff]"
)
# The longest names of all, of ministries and treaties, have about 150 code points.
LONGEST_NAME = 200


def read_table(name: str) -> str:
    """Return the package's own table `name`, as the file has it.

    Raises:
        FileNotFoundError: The package has no such table.

    """
    return read_bytes(name).decode("utf-8")


def read_bytes(name: str) -> bytes:
    """Return the bytes of the package's own table `name`, which are UTF-8.

    Read by the package's own loader, from a folder or an archive; `importlib.resources` takes longer to import than
    most tables to read.

    Raises:
        FileNotFoundError: The package has no such table.

    """
    loader = __spec__.loader
    assert loader is not None
    data: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), "data", name))  # type: ignore[attr-defined]
    return data


def read_rows(name: str, width: int) -> Iterator[list[str]]:
    """Yield the rows of the package's own table `name`, each of `width` fields.

    Raises:
        FileNotFoundError: The package has no such table.
        ValueError: A row has another number of fields; the message names the line.

    """
    return parse_rows(read_table(name), width, source=name)


def parse_rows(text: str, width: int, *, source: str) -> Iterator[list[str]]:
    r"""Yield the rows of `text`, a table called `source` in error messages, each of `width` fields.

    Raises:
        ValueError: A row has another number of fields; the message names the line.

    >>> list(parse_rows("# names\nKyiv\tKiev\n", 2, source="cities.tsv"))
    [['Kyiv', 'Kiev']]
    >>> list(parse_rows("Kyiv\n", 2, source="cities.tsv"))
    Traceback (most recent call last):
    ValueError: cities.tsv, line 1: 1 field where 2 are wanted: 'Kyiv'

    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != width:
            count = f"{len(fields)} field{'s' * (len(fields) != 1)}"
            raise ValueError(f"{source}, line {number}: {count} where {width} are wanted: {line!r}")
        yield fields


def fault_of_name(text: str) -> str | None:
    r"""Return what keeps `text`, a name or spelling that a user gives, from being one; ``None`` if nothing does.

    A name is only ever compared, letter for letter: nothing in it is a pattern, and so nothing can be a costly one.

    >>> fault_of_name("A.*(b+)+")
    >>> fault_of_name("Ky\riv")
    "holds '\\r'"
    """
    if len(text) > LONGEST_NAME:
        return f"has {len(text):,} code points, and no name has more than {LONGEST_NAME}"
    unfit = UNFIT_RE.search(text)
    return None if unfit is None else f"holds {unfit[0]!a}"
