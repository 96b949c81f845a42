"""Many texts: in order, as one by one, whatever the worker, the start method and the accident."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsnorm
from newsnorm import normalize, normalize_many
from newsnorm.testing import any_texts, articles

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = [f"Report {n}: the café’s owner in Kiev said “so”.\n\nLeave A Reply\n" for n in range(140)]


@given(st.lists(st.one_of(any_texts(), articles()), max_size=5))
def test_many_are_as_one_by_one(texts: list[str]) -> None:
    """list(normalize_many(texts)) == [normalize(text) for text in texts]."""
    assert list(normalize_many(texts)) == [normalize(text) for text in texts]


def test_workers_give_the_same_in_the_same_order() -> None:
    assert list(normalize_many(iter(TEXTS), workers=2)) == [normalize(text) for text in TEXTS]


@pytest.mark.parametrize("workers", [None, 2])
def test_a_record_that_fails_is_a_value_in_its_place(workers: int | None) -> None:
    texts = ["one", None, b"two", "three", lambda: "four", "five"]
    results = list(normalize_many(texts, workers=workers))  # type: ignore[arg-type]
    assert [type(result).__name__ for result in results] == [
        "Article",
        "TypeError",
        "TypeError",
        "Article",
        "TypeError",
        "Article",
    ]
    assert "bytes" in str(results[2])


@pytest.mark.parametrize("workers", [None, 2])
def test_an_endless_source_is_read_only_a_little_ahead(workers: int | None) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "The talks went on. " * 200

    results = normalize_many(endless(), workers=workers)
    for _ in range(30):
        next(results)
    assert taken < 400
    results.close()  # type: ignore[attr-defined]


def test_options_reach_the_workers() -> None:
    texts = ["R&amp;D in Kiev"] * 3
    for workers in (1, 2):
        assert [
            a.text for a in normalize_many(texts, workers=workers, stages=()) if isinstance(a, newsnorm.Article)
        ] == texts


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"texts": "one text"}, TypeError),
        ({"texts": [], "workers": 0}, ValueError),
        ({"texts": [], "workers": "two"}, TypeError),
        ({"texts": [], "workers": True}, TypeError),
        ({"texts": [], "names": "sideways"}, ValueError),
        ({"texts": [], "colour": 1}, TypeError),
    ],
)
def test_bad_arguments_are_refused_at_the_door(arguments: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        normalize_many(**arguments)  # type: ignore[arg-type]


def test_progress_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(normalize_many(["one", None], progress=True))) == 2  # type: ignore[list-item]
    written = capsys.readouterr()
    assert not written.out
    assert "2 articles" in written.err
    assert "1 failed" in written.err


PROGRAM = """
    import multiprocessing, os, signal, sys, time
    import newsnorm, newsnorm.workers
    {setup}
    def main():
        multiprocessing.set_start_method("{method}")
        {body}
    if __name__ == "__main__":
        main()
"""


def run(tmp_path: object, method: str, body: str, setup: str = "") -> str:
    path = f"{tmp_path}/program.py"
    indent = "\n        "
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            textwrap.dedent(
                PROGRAM.format(
                    method=method,
                    body=indent.join(textwrap.dedent(body).strip().split("\n")),
                    setup="\n    ".join(textwrap.dedent(setup).strip().split("\n")),
                )
            )
        )
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_fork_and_spawn_both_work(tmp_path: object, method: str) -> None:
    body = """
        texts = ["The talks in Kiev went on.", "R&amp;D"] * 40
        found = list(newsnorm.normalize_many(texts, workers=2))
        print(found == [newsnorm.normalize(text) for text in texts])
    """
    assert run(tmp_path, method, body) == "True\n"


# A worker that dies of one text, as it would of running out of memory. The parent would not survive it either, so the
# patch looks at where it is.
DEADLY = """
    PARENT = os.getpid() if __name__ == "__main__" else 0
    whole = newsnorm.workers.normalize
    def deadly(text, **kw):
        if text == "deadly" and os.getpid() != PARENT:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(text, **kw)
    newsnorm.workers.normalize = deadly
"""


def test_a_dead_worker_is_noticed_and_replaced(tmp_path: object) -> None:
    body = """
        texts = [f"text {n}" for n in range(140)]
        texts[100] = "deadly"
        found = list(newsnorm.normalize_many(texts, workers=2))
        print([type(result).__name__ for result in found].index("BrokenProcessPool"), len(found))
        print(sum(isinstance(result, Exception) for result in found))
    """
    assert run(tmp_path, "fork", body, DEADLY) == "100 140\n1\n"


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_an_interrupt_ends_it_and_its_workers(tmp_path: object, method: str) -> None:
    program = textwrap.dedent(
        f"""
        import itertools, multiprocessing, newsnorm
        if __name__ == "__main__":
            multiprocessing.set_start_method("{method}")
            results = newsnorm.normalize_many(itertools.repeat("The talks went on. " * 50), workers=2)
            try:
                for n, _ in enumerate(results):
                    if n == 100:
                        print(*[child.pid for child in multiprocessing.active_children()], flush=True)
            except KeyboardInterrupt:
                results.close()
                print(len(multiprocessing.active_children()), flush=True)
        """
    )
    path = f"{tmp_path}/endless.py"
    with open(path, "w", encoding="utf-8") as file:
        file.write(program)
    process = subprocess.Popen(
        [sys.executable, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert process.stdout is not None
        workers = [int(pid) for pid in process.stdout.readline().split()]
        os.killpg(process.pid, signal.SIGINT)  # what a terminal sends: to the workers, too
        out, err = process.communicate(timeout=60)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # the workers have its pipes
        process.communicate()
    assert (out, err, process.returncode) == ("0\n", "", 0)
    assert len(workers) == 2
    deadline = time.monotonic() + 10
    while any(map(_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_alive, workers))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@settings(max_examples=5)
@given(st.permutations(range(6)))
def test_results_do_not_depend_on_the_order_of_the_batch(order: list[int]) -> None:
    texts = [TEXTS[0], "Der Minister sagte, dass die Regierung", "R&amp;D", "Путін у Києві", "", "Kiev Kiev"]
    assert list(normalize_many([texts[n] for n in order])) == [normalize(texts[n]) for n in order]
