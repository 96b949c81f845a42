"""The documentation builds without a warning, and its commands do what it says; its Python runs as doctests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import newsnorm

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ARTICLES = (
    '{"id": 1, "body": "The cafÃ© reopened on Tuesday."}\n{"id": 2, "body": null}\n'
    '{"id": 3, "body"\n{"id": 4, "body": "Nothing is wrong with this one."}\n'
)
CONSOLE_RE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    for name in ("sphinx", "furo", "myst_parser"):
        pytest.importorskip(name)
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        str(DOCS),
        str(tmp_path / "site"),
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONWARNINGS": ""}
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    assert {"index.html", "recipes.html", "corpora.html", "indexing.html", "stages/3-spacing.html"} <= pages

    library = (tmp_path / "site" / "api.html").read_text(encoding="utf-8")
    for name in (name for name in newsnorm.__all__ if callable(getattr(newsnorm, name))):
        assert f">{name}<" in library, name


def sessions() -> list[tuple[str, str]]:
    """Return the command lines of `docs/corpora.md` and what they print."""
    text = "".join(CONSOLE_RE.findall((DOCS / "corpora.md").read_text(encoding="utf-8")))
    found = [entry.partition("\n")[::2] for entry in re.split(r"^\$ ", text, flags=re.MULTILINE) if entry]
    assert found
    return found


def test_the_commands_do_what_the_page_says(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "articles.jsonl").write_text(ARTICLES, encoding="utf-8")
    command = tmp_path / "bin" / "newsnorm"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsnorm "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(Path(newsnorm.__file__).parents[1])}
    for line, printed in sessions():
        done = subprocess.run(line, shell=True, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert done.stdout.decode("utf-8") == printed, (line, done.stderr)
