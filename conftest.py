"""Which documentation runs where: a module or page about an optional package is checked where that is installed."""

from __future__ import annotations

from importlib.util import find_spec

# What a file's examples import beyond the core; where one is missing the file is left out, and the header says so.
NEEDS = {
    "docs/checking.md": ("hypothesis",),
    "docs/recipes.md": ("pyarrow",),
    "src/newsnorm/adapters/arrow.py": ("pyarrow",),
    "src/newsnorm/adapters/datatrove.py": ("datatrove",),
    "src/newsnorm/adapters/haystack.py": ("haystack",),
    "src/newsnorm/adapters/langchain.py": ("langchain_core",),
    "src/newsnorm/adapters/llama_index.py": ("llama_index",),
    "src/newsnorm/adapters/scikit_learn.py": ("sklearn",),
    "src/newsnorm/adapters/spacy.py": ("spacy",),
}
MISSING = {path: [name for name in names if find_spec(name) is None] for path, names in NEEDS.items()}

collect_ignore = [path for path, missing in MISSING.items() if missing]
# Programs, not modules: they do their work when they are imported. Tests of their own run them.
collect_ignore_glob = [
    "docs/recipes/*.py",
    "docs/making/*.py",
    "docs/conf.py",
    "tests/fuzz/*.py",
    "tests/mutation/*.py",
]


def pytest_report_header() -> list[str]:
    """Say what is left out."""
    return [f"not collected: {path} (no {', '.join(missing)})" for path, missing in MISSING.items() if missing]
