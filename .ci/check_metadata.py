"""Check what the installed newsnorm says of itself: run by the Python that it is installed for."""

from __future__ import annotations

import re
import sys
from importlib.metadata import metadata, requires
from pathlib import Path

import newsnorm

WANTED = ("Name", "Version", "Summary", "Requires-Python", "License-Expression", "License-File", "Keywords", "Author")

described = metadata("newsnorm")
for field in WANTED:
    assert described[field], f"no {field}"
assert described["Version"] == newsnorm.__version__
assert described["Description-Content-Type"] == "text/markdown"
assert "newsnorm.normalize(raw)" in str(described.get_payload()), "no README"  # type: ignore[attr-defined]
classifiers = described.get_all("Classifier") or []
assert {"Typing :: Typed", "Intended Audience :: Developers"} <= set(classifiers), classifiers
assert f"Programming Language :: Python :: 3.{sys.version_info[1]}" in classifiers, classifiers
named = requires("newsnorm") or []
assert {re.split(r"[^\w-]", name)[0] for name in named if "extra" not in name} == {"ftfy", "langdetect", "regex"}, named
for requirement in named:
    bound = requirement.partition(";")[0].strip()
    assert re.fullmatch(r"[\w.-]+(\[[\w,-]+\])?>=[\d.]+|newsnorm\[[\w,-]+\]", bound), (
        f"{requirement}: no lowest release"
    )
assert (Path(newsnorm.__file__).parent / "py.typed").is_file()
assert not list(Path(newsnorm.__file__).parent.rglob("test_*.py")), "tests are in the package"
print(f"{described['Name']} {described['Version']}: {len(WANTED)} fields, {len(classifiers)} classifiers")
