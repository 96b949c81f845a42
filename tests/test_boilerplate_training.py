"""Training the model for whole pages, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsnorm.boilerplate import train
from newsnorm.boilerplate.model import parse_model

LINES = [
    f"The harbour of {town} will be closed for three weeks while divers repair the old sea wall, the mayor said."
    for town in ("Lindau", "Bregenz", "Konstanz", "Romanshorn")
]
MENU = [f"Entry number {number}" for number in range(40)]


def test_pages_are_mixed_with_articles_from_elsewhere_and_the_model_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, bodies = tmp_path / "pages.jsonl", tmp_path / "bodies.jsonl"
    rows = [{"text": "\n".join([*MENU, *lines, *MENU]), "body": "\n".join(lines)} for lines in (LINES, LINES[::-1])]
    pages.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    bodies.write_text(json.dumps({"lines": ["Another article stands here, of some length, and it ends."]}) + "\n")
    printed = []
    for _ in range(2):
        train.main([str(pages), "--bodies", str(bodies), "--mixed", "8", "--epochs", "1"])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert parse_model(line.split("\t") for line in printed[0].splitlines()).features
