"""Print the lowest releases that ``pyproject.toml`` allows, for pip: ``python .ci/lowest.py test corpus``.

Args: the extras wanted beside the dependencies themselves; extras of our own that they name are followed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def read_list(name: str) -> list[str]:
    """Return the strings of the list called `name`, of the one table that has it."""
    found = re.search(
        rf"^{re.escape(name)} = \[(.*?)\]$", PROJECT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found, f"{PROJECT}: no list {name!r}"
    return re.findall(r'"([^"]+)"', re.sub(r"^ *#.*$", "", found[1], flags=re.MULTILINE))


def lowest(names: list[str]) -> set[str]:
    """Return the pinned requirements of the lists called `names`."""
    pins: set[str] = set()
    for requirement in (requirement for name in names for requirement in read_list(name)):
        if own := re.fullmatch(r"newsnorm\[(.*)\]", requirement):
            pins |= lowest(own[1].split(","))
        else:
            assert re.fullmatch(r"[\w.\[\]-]+>=[\d.]+", requirement), f"{requirement}: no lowest release"
            pins.add(requirement.replace(">=", "=="))
    return pins


if __name__ == "__main__":
    print("\n".join(sorted(lowest(["dependencies", *sys.argv[1:]]))))
