"""Case files of our own writing: ``tests/cases/STAGE-KIND.jsonl``.

A row has a ``label``, a ``text``, what it should become in ``want`` and, where it matters, a ``language``; a negative
one may name the ``rule`` whose near-miss it is. Kinds:

- ``wild``: damage of a kind seen in real articles, reworded;
- ``synthetic``: damage made up to reach a corner;
- ``negative``: text that must not change; these rows have no ``want``;
- ``known-failures``: what should happen and does not yet; strict, so that mending one makes itself heard.

``STAGE`` is a stage's name, or ``pipeline`` for the whole of it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsnorm
from newsnorm.options import STAGE_NAMES

FOLDER = Path(__file__).parent / "cases"
KINDS = ("wild", "synthetic", "negative", "known-failures")


def read_cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        stage, _, kind = path.stem.partition("-")
        assert stage in (*STAGE_NAMES, "pipeline"), f"{path.name}: no stage of this name"
        assert kind in KINDS, f"{path.name}: no kind of this name"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert rows, f"{path.name} is empty"
        for row in rows:
            assert ("want" in row) is (kind != "negative"), f"{path.name}: {row['label']}"
            marks = [pytest.mark.xfail(strict=True)] if kind == "known-failures" else []
            stages = STAGE_NAMES if stage == "pipeline" else (stage,)
            want = row.get("want", row["text"])
            values = (stages, row["text"], want, row.get("language"))
            found.append(pytest.param(*values, id=f"{path.stem}: {row['label']}", marks=marks))
    return found


@pytest.mark.parametrize(("stages", "text", "want", "language"), read_cases())
def test_case(stages: tuple[str, ...], text: str, want: str, language: str | None) -> None:
    assert newsnorm.clean(text, stages=stages, language=language) == want


def test_there_are_cases_of_every_stage() -> None:
    assert {path.stem.partition("-")[0] for path in FOLDER.glob("*.jsonl")} >= set(STAGE_NAMES)
