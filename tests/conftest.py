"""What every test may use, and how deep the laws are checked.

``HYPOTHESIS_PROFILE=ci`` is for every change: the same examples each time. ``deep`` hunts at random and spends a
million examples over all laws::

    HYPOTHESIS_PROFILE=deep python -m pytest -m hypothesis tests --ignore tests/engines

``DEEP_EXAMPLES=125_000`` makes it an eighth of that: eight such runs, one after the other or side by side, are as good.
"""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# How many examples the deep profile spends in all.
DEEP_EXAMPLES = int(os.environ.get("DEEP_EXAMPLES", "1_000_000"))

# A profile changes depth only; every law runs in plain `pytest`. The machine may be slow: no deadline.
COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "database": None}
settings.register_profile("default", max_examples=60, **COMMON)
settings.register_profile("ci", max_examples=150, derandomize=True, **COMMON)
settings.register_profile("deep", print_blob=True, **COMMON)  # how many examples is known when all laws are collected
# Tests that run once for every mutant: a mutant dies of its first failure, however long that is.
settings.register_profile(
    "mutants", max_examples=25, derandomize=True, phases=(Phase.explicit, Phase.generate), **COMMON
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
settings.load_profile(PROFILE)

PASSING_RE = re.compile(r"(\d+) passing")
LAWS = pytest.StashKey[int]()  # how many were collected
SPENT = pytest.StashKey[list[int]]()  # the examples of each law that this process has run
CHECKED: list[int] = []  # and of each law that any process has run
STARTED = time.monotonic()


def pytest_configure() -> None:
    """Let interrupts reach what the tests start: where a script runs them in its background, they are ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Count the laws."""
    session.config.stash[LAWS] = sum(item.get_closest_marker("hypothesis") is not None for item in session.items)
    session.config.stash[SPENT] = []


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Give a law its share of a deep run, and of what the laws before it had no more examples for."""
    law: Any = getattr(item, "obj", None)
    if PROFILE != "deep" or item.get_closest_marker("hypothesis") is None:
        return
    if hasattr(law, "_hypothesis_internal_settings_applied"):  # it has its own
        return
    laws, spent = item.config.stash[LAWS], item.config.stash[SPENT]
    share = DEEP_EXAMPLES / laws
    spare = share * len(spent) - sum(spent)
    examples = max(1, round(share + spare / (laws - len(spent))))
    law._hypothesis_internal_use_settings = settings(max_examples=examples)  # once for each of its parameters


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Count the examples that a law was checked on."""
    told = getattr(item, "hypothesis_statistics", None)
    if told is not None:
        passed = sum(map(int, PASSING_RE.findall(told)))
        item.config.stash[SPENT].append(passed)
        item.user_properties.append(("examples", passed))  # reports come from all processes


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Gather what was counted."""
    if report.when == "teardown":
        CHECKED.extend(examples for name, examples in report.user_properties if name == "examples")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how deep the laws were checked."""
    if CHECKED:
        rate = sum(CHECKED) / (time.monotonic() - STARTED)
        terminalreporter.write_line(f"{len(CHECKED)} laws on {sum(CHECKED):,} examples, {rate:,.0f} a second")


def _shared(folder: str) -> Path:
    path = SHARED / folder
    if not path.is_dir():
        pytest.skip(f"the public-benchmark cases are not here: no folder {folder!r} beside the checkout's shared data")
    return path


@pytest.fixture(scope="session")
def shared_cases() -> Path:
    """Return the folder of real cases; tests that want it skip, visibly, where it is absent."""
    return _shared("cases")


@pytest.fixture(scope="session")
def shared_samples() -> Path:
    """Return the folder of the five real articles; tests that want it skip, visibly, where it is absent."""
    return _shared("samples")
