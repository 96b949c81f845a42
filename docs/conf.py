"""How the documentation is built: ``sphinx-build -W docs build/docs``."""

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
