"""What every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# A profile changes depth only; every law runs in plain `pytest`. The machine may be slow: no deadline.
COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "database": None}
settings.register_profile("default", max_examples=60, **COMMON)
settings.register_profile("ci", max_examples=150, derandomize=True, **COMMON)
settings.register_profile("deep", max_examples=20_000, **COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


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
