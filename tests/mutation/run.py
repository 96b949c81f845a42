"""Change the code on purpose, and see whether a test notices: ``python tests/mutation/run.py [TARGET …]``.

Needs mutmut (``pip install mutmut``), which makes the mutants and runs the tests that reach each of them. This program
gives it, target by target, a copy of the checkout to spoil, the tests that state what the target does, and the mutants
to try: all of them, or a random sample whose seed is fixed (``--sample 150``). It prints one row a target and writes
the survivors, as differences, to a file: ``--survivors FILE``.

A mutant counts as killed if a test fails or never ends. One that no test reaches counts as a survivor.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import tomllib

ROOT = Path(__file__).parent.parent.parent
SOURCE = "src/newsnorm"
COPIED = ("src", "tests", "conftest.py", "README.md", "CHANGELOG.md", "LICENSE")

# The modules of each target, and the tests that say what it does. What needs minutes, a browser or the network is no
# part of it: a mutant should die within a second.
PIPELINE = ("tests/test_cases.py", "tests/test_golden.py")
READING = ("code_pages.py", "tokens.py", "protect.py")
TARGETS = {
    "edits": (("edits.py",), ("tests/test_edits.py",)),
    "alignment": (("alignment.py",), ("tests/test_alignment.py",)),
    "encoding": (("encoding/*.py",), ("tests/test_encoding*.py", "tests/test_code_pages.py", *PIPELINE)),
    "names": (("names/*.py",), ("tests/test_names*.py", "tests/test_group_names.py", *PIPELINE)),
    "sections": (("sections/*.py",), ("tests/test_sections*.py", "tests/test_golden.py")),
    "boilerplate": (("boilerplate/[!t]*.py",), ("tests/test_boilerplate*.py", *PIPELINE)),  # all but the training
    "phrases": (
        ("phrases/*.py", "furniture.py"),
        ("tests/test_phrases.py", "tests/test_boilerplate*.py", "tests/test_comment_forms.py", *PIPELINE),
    ),
    "spacing": (("spacing/*.py",), ("tests/test_spacing*.py", *PIPELINE)),
    "reading": (READING, ("tests/test_code_pages.py", "tests/test_tokens.py", "tests/test_protect*.py")),
}

# What measures, rather than says what the code does, and what tries each of 35,000 names.
SLOW = "not time and not grow and not linear and not every_alias and not their_sources and not every_module"
UNESCAPED = (
    "disable_test_id_escaping_and_forfeit_all_rights_to_community_support"  # else names don't come back as they are
)
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"  # mutmut shows by it that it lives
KILLED, SURVIVED = "killed", "survived"
STATUS = {1: KILLED, 3: KILLED, 0: SURVIVED, 33: "unreached", 5: "unreached"}  # all else: ran out of time, or crashed


class Result(NamedTuple):
    """What became of the mutants of one target."""

    total: int
    outcomes: dict[str, str]
    differences: dict[str, str]

    def count(self, *statuses: str) -> int:
        return sum(outcome in statuses for outcome in self.outcomes.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all, if none is named")
    parser.add_argument("--only", help="mutants whose name matches this pattern, such as '*x_diff__*'")
    parser.add_argument("--sample", type=int, help="how many mutants of each target to try; all, if it isn't said")
    parser.add_argument("--seed", type=int, default=0, help="of the sample")
    parser.add_argument("--survivors", type=Path, help="the file that the survivors are written to")
    arguments = parser.parse_args()
    if unknown := set(arguments.targets) - set(TARGETS):
        parser.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    write = sys.stdout.write
    survivors = []
    write("| target | mutants | tried | killed | timed out | survived | unreached | caught | 95% interval |\n")
    write("|---|---:|---:|---:|---:|---:|---:|---:|---|\n")
    for target in arguments.targets or TARGETS:
        with tempfile.TemporaryDirectory(prefix=f"newsnorm-{target}-") as folder:
            result = try_target(target, Path(folder), arguments.sample, arguments.seed, arguments.only)
        tried, dead = len(result.outcomes), result.count(KILLED, "timed out")
        low, high = wilson(dead, tried)
        write(
            f"| {target} | {result.total} | {tried} | {result.count(KILLED)} | {result.count('timed out')} "
            f"| {result.count(SURVIVED)} | {result.count('unreached')} "
            f"| {dead / tried:.1%} | {low:.1%} to {high:.1%} |\n"
        )
        sys.stdout.flush()
        survivors += [f"# {target}: {result.outcomes[name]}\n{text}\n" for name, text in result.differences.items()]
        if arguments.survivors:
            arguments.survivors.write_text("\n".join(survivors), encoding="utf-8")


def try_target(target: str, folder: Path, sample: int | None, seed: int, only: str | None) -> Result:
    """Copy the checkout to `folder`, let mutmut loose on it and return what became of the mutants of `target`."""
    copy_checkout(target, folder)
    names = name_mutants(target, folder, only)
    total = len(names)
    if sample is not None and sample < total:
        names = sorted(random.Random(seed).sample(names, sample))
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= {"HYPOTHESIS_PROFILE": "mutants", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    environment["MUTATED"] = " ".join(sorted({name_package(module) for module in TARGETS[target][0]}))
    command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", "1"]
    done = subprocess.run([*command, *names], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if line and line[0] not in SPINNER]
        raise SystemExit("\n".join([f"{target}: mutmut gave up", *lines[-40:], *done.stderr.splitlines()[-5:]]))
    outcomes = {
        name: STATUS.get(code, "timed out") for name, code in read_outcomes(folder).items() if name in set(names)
    }
    alive = [name for name, outcome in outcomes.items() if outcome in (SURVIVED, "unreached")]
    return Result(total, outcomes, {name: show(name, folder, environment) for name in alive})


def name_package(module: str) -> str:
    """Return the package that a module's path, or the pattern of several, stands for.

    >>> name_package("names/*.py"), name_package("edits.py")
    ('newsnorm.names', 'newsnorm.edits')
    """
    return f"newsnorm.{module.partition('/')[0].removesuffix('.py')}"


def copy_checkout(target: str, folder: Path) -> None:
    """Copy what the tests need to `folder`, with a configuration for mutmut beside the project's own for pytest."""
    ignored = shutil.ignore_patterns("__pycache__", "mutants", ".hypothesis")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    modules, tests = TARGETS[target]
    sought = [*tests, *(f"{SOURCE}/{module}" for module in modules)]
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"{SOURCE}/{module}" for module in modules],
        "also_copy": ["conftest.py", "README.md", "CHANGELOG.md"],
        "pytest_add_cli_args": ["-p", "tests.mutation.fresh", "-k", SLOW, "-o", f"{UNESCAPED}=true"],
        "pytest_add_cli_args_test_selection": sorted(
            str(path.relative_to(ROOT)) for pattern in sought for path in ROOT.glob(pattern)
        ),
        "timeout_multiplier": 8.0,
        "timeout_constant": 1.0,
        "use_git_change_detection": False,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(project + "\n[tool.mutmut]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))


def name_mutants(target: str, folder: Path, only: str | None) -> list[str]:
    """Return the names of the mutants that mutmut will make, in order."""
    from fnmatch import fnmatch

    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    names = []
    for module in TARGETS[target][0]:
        for path in sorted((folder / SOURCE).glob(module)):
            relative = path.relative_to(folder)
            made = mutate_file_contents(str(relative), path.read_text(encoding="utf-8"))
            names += [get_mutant_name(relative, name) for name in made.mutant_names]
    return [name for name in names if only is None or fnmatch(name, only)]


def read_outcomes(folder: Path) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    for path in sorted((folder / "mutants").rglob("*.py.meta")):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def show(name: str, folder: Path, environment: dict[str, str]) -> str:
    """Return mutant `name` as a difference."""
    command = [str(Path(sys.executable).with_name("mutmut")), "show", name]
    shown = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout
    return "\n".join(line for line in shown.splitlines() if not line.startswith(("---", "+++")))


def wilson(dead: int, tried: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson's)."""
    z = 1.96
    share = dead / tried
    middle = (share + z * z / (2 * tried)) / (1 + z * z / tried)
    half = z * math.sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried)) / (1 + z * z / tried)
    return middle - half, middle + half


if __name__ == "__main__":
    main()
