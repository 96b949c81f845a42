"""Results kept to the last figure: what fitted weights, thresholds and sound keys make of lines of our own.

``tests/kept`` holds the lines (``NAME.txt``) and what each comes to (``NAME.out``). A model is fitted again on purpose
only, and then, with the reason, which stands in the first line of what is kept::

    python tests/test_boilerplate_kept.py --because "The weights were learned on more pages."
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KEPT = Path(__file__).parent / "kept"
# How much of a difference a failure shows, in lines.
MOST_SHOWN = 40


def read(name: str) -> str:
    return (KEPT / name).read_bytes().decode("utf-8")


def read_parts(name: str) -> list[list[str]]:
    """Return the parts of what stands in file `name`, each the list of its lines."""
    return [part.strip("\n").split("\n") for part in read(name).split("=====")]


def compare(name: str, rows: Iterable[str]) -> None:
    """Fail, with the difference, where `rows` are not those that are kept as `name`, or where those were edited."""
    made = list(rows)
    head, *kept = read(f"{name}.out").rstrip("\n").split("\n")
    if made != kept:
        lines = difflib.unified_diff(kept, made, "kept", "now", lineterm="", n=0)
        pytest.fail("\n".join([f"{name} has changed: see tests/keeping.py", *list(lines)[:MOST_SHOWN]]), pytrace=False)
    assert head.split(" ", 2)[1] == _digest(kept), "changed by hand: see tests/keeping.py"


def keep(tables: dict[str, Callable[[], Iterable[str]]]) -> None:
    """Write anew those tables that have changed, for the reason that the command line gives."""
    parser = argparse.ArgumentParser(description="Write what is kept anew.")
    parser.add_argument("--because", required=True, help="why it changes")
    because = " ".join(parser.parse_args().because.split())
    for name, make in tables.items():
        rows = list(make())
        if (KEPT / f"{name}.out").exists() and read(f"{name}.out").rstrip("\n").split("\n")[1:] == rows:
            continue
        text = "\n".join([f"# {_digest(rows)} {because}", *rows, ""])
        (KEPT / f"{name}.out").write_bytes(text.encode("utf-8"))


def _digest(rows: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(rows).encode("utf-8")).hexdigest()[:16]
