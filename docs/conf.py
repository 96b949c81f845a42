"""How the documentation is built: ``sphinx-build -W docs build/docs``."""

import pkgutil
import re
from importlib import import_module

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

MANUAL_RE = re.compile(r"^% manual of (\S+)$", re.MULTILINE)


def write_manual(match: re.Match[str]) -> str:
    """Return the module docstrings of a stage: of its package, then of each module in it."""
    stage = import_module(match[1])
    parts = sorted(info.name for info in pkgutil.iter_modules(getattr(stage, "__path__", ())))
    names = [match[1], *(f"{match[1]}.{part}" for part in parts)]
    lines = [line for name in names for line in (f".. automodule:: {name}", "   :no-members:", "")]
    return "\n".join(["```{eval-rst}", *lines, "```"])


def read_page(app: Sphinx, page: str, source: list[str]) -> None:
    """Put the manuals in their places."""
    source[0] = MANUAL_RE.sub(write_manual, source[0])


def setup(app: Sphinx) -> None:
    """Have `read_page` called."""
    app.connect("source-read", read_page)
