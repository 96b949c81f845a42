"""Quality floors: what the scorer measured once must not fall unnoticed.

``FLOORS`` names figures of the scorer's report by path and the least, the most or the only value each may have.
Lowering one is a change of its own, with its reason in the commit message.
"""

from __future__ import annotations

import importlib
import sys
from functools import cache
from operator import eq, ge, le
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# (task, path in its report, bound, figure)
FLOORS: list[tuple[str, tuple[str, ...], str, float | str]] = [
    ("spacing", ("quote", "f1"), ">=", 0.975),
    ("spacing", ("sentence", "f1"), ">=", 0.97),
    ("spacing", ("camel", "f1"), ">=", 0.952),
    ("spacing", ("camel", "precision"), ">=", 0.985),
    ("spacing", ("word", "precision"), ">=", 0.983),
    ("spacing", ("word", "recall"), ">=", 0.62),
    ("spacing", ("harmed",), "<=", 0),
    ("harm", ("clean_news", "spaces touched per 100k"), "<=", 0.4),
    ("harm", ("clean_world", "spaces touched per 100k"), "<=", 0.4),
    ("harm", ("clean_news", "texts otherwise changed"), "<=", 0),
    ("harm", ("clean_world", "texts otherwise changed"), "<=", 0),
    ("people", ("precision",), ">=", 0.999),
    ("people", ("f1",), ">=", 0.985),
    ("spelling", ("place", "right"), ">=", 0.91),
    ("spelling", ("place left alone", "right"), ">=", 1.0),
    ("spelling", ("person", "right"), ">=", 1.0),
    ("harm", ("clean_news", "words renamed per 100k"), "<=", 0.0),
    ("harm", ("clean_world", "words renamed per 100k"), "<=", 0.0),
    ("sections", ("f1",), ">=", 0.929),
    ("sections", ("documents exactly right",), ">=", 0.83),
    ("boilerplate", ("inscriptis", "f1"), ">=", 0.980),
    ("boilerplate", ("html-text", "f1"), ">=", 0.974),
    ("boilerplate", ("trafilatura", "f1"), ">=", 0.967),
    ("boilerplate", ("rs_trafilatura", "f1"), ">=", 0.982),
    ("boilerplate", ("readability", "f1"), ">=", 0.95),
    ("boilerplate", ("readability_js", "f1"), ">=", 0.9585),
    ("boilerplate", ("newspaper", "f1"), ">=", 0.9595),
    ("boilerplate", ("goose3", "f1"), ">=", 0.8915),
    ("boilerplate", ("clean: share of characters lost",), "<=", 0.0005),
    ("commentbox", ("all", "box lines removed"), ">=", 0.984),
    ("commentbox", ("all", "article lines kept"), ">=", 0.999),
    ("commentbox_i18n", ("box lines removed",), ">=", 1.0),
    ("commentbox_i18n", ("article lines kept",), ">=", 0.999),
    ("harm", ("clean_news", "share lost as boilerplate"), "<=", 0.0),
    ("harm", ("clean_world", "share lost as boilerplate"), "<=", 0.0),
    ("encoding", ("in-the-wild",), "==", "32/32"),
    ("encoding", ("language-names",), "==", "12/12"),
    ("encoding", ("negative",), "==", "12/12"),
    ("encoding", ("synthetic",), "==", "16/16"),
]
COMPARE: dict[str, Callable[[Any, Any], bool]] = {">=": ge, "<=": le, "==": eq}


@cache
def report(cases: Path, task: str) -> dict[str, Any]:
    folder = str(cases.parent / "eval")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    scorer = importlib.import_module("score")
    result: dict[str, Any] = getattr(scorer, task)(importlib.import_module("newsnorm_adapter"), cases)
    return result


# The scorer, which is not ours, leaves it to the interpreter to close the case files.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("task", "path", "bound", "figure"), FLOORS, ids=lambda value: str(value))
def test_floor(shared_cases: Path, task: str, path: tuple[str, ...], bound: str, figure: float | str) -> None:
    found: Any = report(shared_cases, task)
    for key in path:
        found = found[key]
    assert COMPARE[bound](found, figure)
