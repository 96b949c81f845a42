"""The import arrows of the package point one way."""

from __future__ import annotations

import ast
from pathlib import Path

import newsnorm

PACKAGE = Path(newsnorm.__file__).parent

# Each layer may import from the layers above it in this list (and a package from within itself), never from below.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("code_pages", "edits", "key_words", "sorted_lines", "tables"),
    ("alignment", "furniture", "name_table", "phrases", "protect", "quiet_words", "tokens"),
    ("romanization",),
    ("locate", "records", "options", "language"),
    ("document", "restoring", "serialization"),
    ("encoding", "boilerplate", "spacing", "names", "sections"),
    ("views",),
    ("article",),
    ("pipeline",),
    ("workers",),
    ("batch", "fingerprint"),
    ("__init__",),
    ("adapters", "testing"),
    ("corpus",),
    ("ending", "options_cli"),
    ("names_cli", "corpus_cli", "furniture_cli", "report_cli"),
    ("cli",),
    ("__main__",),
)
LEVEL = {module: level for level, layer in enumerate(LAYERS) for module in layer}
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """Return which part of the package a module belongs to: its folder, or its own name at the top."""
    return path.parts[0] if len(path.parts) > 1 else path.stem


def imported_parts(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    parts = set()
    for head, *rest in (name.split(".") for name in found):
        if head == "newsnorm":
            parts.add(rest[0] if rest and rest[0] in LEVEL else "__init__")
    return parts


def test_every_module_has_its_layer() -> None:
    assert {part(path) for path in MODULES} == set(LEVEL)


def test_imports_point_one_way() -> None:
    for path in MODULES:
        own = part(path)
        for other in imported_parts(path) - {own}:
            assert LEVEL[other] < LEVEL[own], f"{path} imports {other}, which stands beside or above it"


def test_every_module_says_what_is_public() -> None:
    for path in MODULES:
        names = [
            target.id
            for node in ast.parse((PACKAGE / path).read_text(encoding="utf-8")).body
            if isinstance(node, (ast.Assign, ast.AnnAssign))
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        ]
        assert "__all__" in names, path
