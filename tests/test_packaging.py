"""What a user installs: typed, silent, described in full, and with the dependencies it says."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import newsnorm
from newsnorm import testing

ROOT = Path(__file__).parent.parent
PROGRAMS = ROOT / "tests" / "typing"


def words(path: Path) -> set[str]:
    """Return the names and attributes that the program at `path` uses."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.attr for node in nodes if isinstance(node, ast.Attribute)
    }


@pytest.mark.parametrize(("program", "module"), [("user_api.py", newsnorm), ("user_laws.py", testing)])
def test_the_users_program_uses_every_public_name(program: str, module: ModuleType) -> None:
    """So that checking it with ``mypy --strict`` checks the whole API."""
    assert set(module.__all__) <= words(PROGRAMS / program)


def test_the_users_program_reads_all_of_an_article() -> None:
    public = {name for name in dir(newsnorm.Article) if not name.startswith("_")} - {"with_views", "known"}
    assert public <= words(PROGRAMS / "user_api.py")


@pytest.mark.parametrize("program", sorted(path.name for path in PROGRAMS.glob("*.py")))
def test_the_users_program_runs(program: str) -> None:
    done = subprocess.run([sys.executable, str(PROGRAMS / program)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_is_silent() -> None:
    command = [sys.executable, "-W", "error", "-X", "dev", "-c", "import newsnorm"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
