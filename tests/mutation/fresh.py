"""What a run of the tests over mutants needs: no memory of the run before, and no example run twice.

mutmut forks the process that has run the tests once already. What the code under test keeps between calls, such as a
table that it has read, was made by the code as it was: here it is forgotten, so that the mutant has to make its own.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_sessionstart() -> None:
    mutant = os.environ.get("MUTANT_UNDER_TEST", "")
    if mutant.startswith("newsnorm."):
        forget(mutant)


def pytest_runtest_setup() -> None:
    """Let each test make its own tables while mutmut notes which functions it reaches.

    Else only the first test that asks for a table would be run over the mutants of what makes it.
    """
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        for package in os.environ.get("MUTATED", "").split():
            forget(package)


def forget(mutated: str) -> None:
    """Forget what the package of `mutated`, a function or a module, has kept."""
    package = ".".join(mutated.split(".")[:2])  # newsnorm.names of newsnorm.names.matcher.x_find__mutmut_1
    packages = {package, "newsnorm.name_table"} if package == "newsnorm.names" else {package}  # whose views remember
    for name, module in list(sys.modules.items()):
        if ".".join(name.split(".")[:2]) in packages:
            for owner in (module, *(value for value in vars(module).values() if isinstance(value, type))):
                for key in list(vars(owner)):  # a class method shows what it keeps only when the class is asked for it
                    clear = getattr(getattr(owner, key, None), "cache_clear", None)
                    if clear is not None:
                        clear()


def pytest_make_parametrize_id(val: object) -> str | None:
    """Return a name for the test's value that can be given back to pytest: texts may hold anything."""
    if not isinstance(val, str):
        return None
    return f"{re.sub(r'[^a-zA-Z]+', '-', val[:30])}-{zlib.crc32(val.encode('utf-8', 'surrogatepass'))}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out the examples of the mutants: they say what the function itself says."""
    items[:] = [item for item in items if "__mutmut_" not in item.name]
