"""Whole articles of our own writing with the kind of each block: ``tests/cases_sections/KIND.jsonl``.

A row has a ``label``, the ``language`` and its ``blocks``, each a kind and a text. Every article is read twice, with
blank lines between its blocks and with single newlines. Kinds of files are those of ``tests/cases``: ``wild``,
``negative`` (no headings) and ``known-failures`` (strict).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsnorm

FOLDER = Path(__file__).parent / "cases_sections"
KINDS = ("wild", "negative", "known-failures")


def read_cases() -> list[Any]:
    found = []
    for kind in KINDS:
        rows = [json.loads(line) for line in (FOLDER / f"{kind}.jsonl").read_text(encoding="utf-8").split("\n") if line]
        assert rows, f"{kind}.jsonl is empty"
        marks = [pytest.mark.xfail(strict=True)] if kind == "known-failures" else []
        for row in rows:
            has_headings = any(block[0] == "heading" for block in row["blocks"])
            assert not (kind == "negative" and has_headings), row["label"]
            found.append(pytest.param(row, id=f"{kind}: {row['label']}", marks=marks))
    return found


@pytest.mark.parametrize("row", read_cases())
@pytest.mark.parametrize("separator", ["\n\n", "\n"], ids=["blank lines", "single newlines"])
def test_case(row: dict[str, Any], separator: str) -> None:
    article = newsnorm.split_sections(separator.join(text for _, text in row["blocks"]))
    assert [[block.kind, block.text] for block in article.blocks] == row["blocks"]


def test_there_are_cases_in_many_languages_and_scripts() -> None:
    rows = [param.values[0] for param in read_cases()]
    assert len({row["language"] for row in rows}) >= 15
