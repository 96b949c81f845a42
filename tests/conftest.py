"""What every test may use, and how deep the laws are checked.

``HYPOTHESIS_PROFILE=ci`` is for every change and checks all laws in about two minutes; ``deep`` spends a million
examples on them::

    HYPOTHESIS_PROFILE=deep python -m pytest -m hypothesis tests

``DEEP_EXAMPLES=100000`` makes it a tenth of that, or as many as there is time for.
"""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

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
settings.register_profile("deep", max_examples=DEEP_EXAMPLES // 100, **COMMON)  # there are a hundred laws and more
# Tests that run once for every mutant: a mutant dies of its first failure, however long that is.
settings.register_profile(
    "mutants", max_examples=25, derandomize=True, phases=(Phase.explicit, Phase.generate), **COMMON
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

PASSING_RE = re.compile(r"(\d+) passing")
CHECKED = pytest.StashKey[list[int]]()
STARTED = time.monotonic()


def pytest_configure() -> None:
    """Let interrupts reach what the tests start: where a script runs them in its background, they are ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Count the examples that a law was checked on."""
    told = getattr(item, "hypothesis_statistics", None)
    if told is not None:
        item.config.stash.setdefault(CHECKED, []).append(sum(map(int, PASSING_RE.findall(told))))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how deep the laws were checked."""
    checked = config.stash.get(CHECKED, [])
    if checked:
        rate = sum(checked) / (time.monotonic() - STARTED)
        terminalreporter.write_line(f"{len(checked)} laws on {sum(checked):,} examples, {rate:,.0f} a second")


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
