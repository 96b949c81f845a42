"""The fingerprint says what the output depends on: the same for the same, another for anything else."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

import newsnorm
from newsnorm.name_table import NameTable, parse_name_table

OWN = parse_name_table("Port Verne\tplace\ten\tVerneport\n", source="own.tsv")


def test_it_is_the_same_in_every_process() -> None:
    code = "import newsnorm; print(newsnorm.fingerprint(house_style='afp', prefer={'Kyiv': 'Kiev'}))"
    here = newsnorm.fingerprint(house_style="afp", prefer={"Kyiv": "Kiev"})
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
        assert done.stdout.decode().strip() == here


def test_every_choice_shows() -> None:
    choices: list[dict[str, object]] = [
        {},
        {"stages": ("spacing",)},
        {"language": "en"},
        {"names": "annotate"},
        {"house_style": "afp"},
        {"prefer": {"Kyiv": "Kiev"}},
        {"name_table": OWN},
        {"name_table": NameTable.builtin().extended(OWN)},
        {"unify_unknown": True},
        {"protect": ["FusionForge"]},
    ]
    assert len({newsnorm.fingerprint(**choice) for choice in choices}) == len(choices)


def test_equal_options_have_one_fingerprint() -> None:
    options = newsnorm.Options(name_table=OWN, stages=("names", "encoding"))
    assert newsnorm.fingerprint(options) == newsnorm.fingerprint(pickle.loads(pickle.dumps(options)))
    assert newsnorm.fingerprint(options) == newsnorm.fingerprint(name_table=OWN, stages=["encoding", "names"])


def test_a_bad_option_is_refused() -> None:
    with pytest.raises(ValueError, match="house_style"):
        newsnorm.fingerprint(house_style="chicago")
