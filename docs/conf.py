"""How the documentation is built: ``sphinx-build -W docs build/docs``."""

import json
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from sphinx.application import Sphinx

import newsnorm

project = "newsnorm"
author = "newsnorm maintainers"
copyright = author  # noqa: A001 (Sphinx's name)
version = release = newsnorm.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The docstrings write names of code in single backticks.
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}
# The frameworks' bases are not needed to describe the adapters.
autodoc_mock_imports = ["datatrove", "haystack", "langchain_core", "llama_index", "pyarrow", "sklearn", "spacy"]
napoleon_google_docstring = True
napoleon_use_ivar = True

html_theme = "furo"
html_title = "newsnorm"

CASES = Path(__file__).parent.parent / "tests" / "cases"
MANUAL_RE = re.compile(r"^% manual of newsnorm\.(\S+)$", re.MULTILINE)
# So many samples of each kind, and none longer than so many code points.
SAMPLES, LONGEST = 12, 240


def write_manual(match: re.Match[str]) -> str:
    """Return a stage's page: the docstrings of its package and modules, and samples from its tested cases."""
    stage = match[1]
    package = import_module(f"newsnorm.{stage}")
    page = [document(package.__name__)]
    for part in sorted(info.name for info in pkgutil.iter_modules(getattr(package, "__path__", ()))):
        page += [f"## {part.replace('_', ' ').capitalize()}", document(f"{package.__name__}.{part}")]
    for kind, heading in (("wild", "PASS: what is repaired"), ("negative", "FAIL: what is left alone")):
        samples = [sample(case) for case in read_cases(stage, kind)][:SAMPLES]
        page += [f"## {heading}", *samples] if samples else []
    return "\n\n".join(page)


def document(module: str) -> str:
    return f"```{{eval-rst}}\n.. automodule:: {module}\n   :no-members:\n```"


def read_cases(stage: str, kind: str) -> Iterator[dict[str, str]]:
    """Yield the cases of a stage that fit on a page; all of them are tested."""
    path = CASES / f"{stage}-{kind}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        case = json.loads(line)
        shown = {key: value.replace("\n", "⏎") for key, value in case.items()}
        if len(shown["text"]) <= LONGEST and all("`" not in value and value.isprintable() for value in shown.values()):
            yield shown


def sample(case: dict[str, str]) -> str:
    before, after = case["text"], case.get("want")
    shown = f"`` {before} ``" if after is None else f"`` {before} ``\\\n→ `` {after} ``"
    return f"{case['label']}\n: {shown}"


def read_page(app: Sphinx, page: str, source: list[str]) -> None:
    """Put the manuals in their places."""
    source[0] = MANUAL_RE.sub(write_manual, source[0])


def setup(app: Sphinx) -> None:
    """Have `read_page` called."""
    app.connect("source-read", read_page)
