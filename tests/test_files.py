"""What the command line does to files: nothing is lost on a full disk, nothing goes through a link, nothing is left."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from newsnorm import cli
from newsnorm.corpus import run
from newsnorm.corpus.files import partial_path, state_path, whole_file
from newsnorm.ending import ending_orderly

# Each with something that no compression makes small.
RECORDS = [
    {"id": n, "text": f"The cafÃ© reopened on Tuesday, No. {n}.", "key": hashlib.sha256(b"%d" % n).hexdigest()}
    for n in range(600)
]
OLD = b'{"text": "an output of another day"}\n'
NEWSNORM = [sys.executable, "-m", "newsnorm"]
SUFFIXES = [".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"]


def need(suffix: str) -> None:
    """Skip what wants a package that is not here."""
    for part, module in ((".zst", "zstandard"), (".parquet", "pyarrow")):
        if part in suffix:
            pytest.importorskip(module)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "articles.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "out"
    path.mkdir()
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- a full disk


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["{text}"],
        ["--json", "{text}"],
        ["{corpus}"],
        ["{corpus}", "--parquet"],
        ["{corpus}", "--workers", "2"],
        ["names", "export"],
        ["names", "show", "Kiev"],
    ],
    ids=" ".join,
)
def test_a_full_standard_output_is_one_line_and_no_traceback(corpus: Path, arguments: list[str]) -> None:
    if "--parquet" in arguments:
        pytest.importorskip("pyarrow")
    before = corpus.read_bytes()
    text = corpus.with_name("article.txt")
    text.write_text("The cafÃ© reopened on Tuesday.", encoding="utf-8")
    command = [*NEWSNORM, *(argument.format(corpus=corpus, text=text) for argument in arguments)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, f"newsnorm: standard output: {os.strerror(errno.ENOSPC)}\n")
    assert corpus.read_bytes() == before


def limit_files() -> None:
    """Let no file of this process grow beyond a few pages: a disk that fills up, as the system tells it."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))


@pytest.mark.parametrize("old", [None, OLD], ids=["no old output", "an old output"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_disk_that_fills_up_loses_nothing(corpus: Path, folder: Path, suffix: str, old: bytes | None) -> None:
    need(suffix)
    before, output = corpus.read_bytes(), folder / f"clean{suffix}"
    if old:
        output.write_bytes(old)
    command = [*NEWSNORM, str(corpus), "-o", str(output), "--with", "changes", "--stages", "encoding", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit_files)
    assert done.returncode == 2
    assert done.stderr.startswith(f"newsnorm: {folder}")
    assert done.stderr.count("\n") == 1
    assert corpus.read_bytes() == before
    assert names(folder) == ([output.name] if old else [])
    assert old is None or output.read_bytes() == old


@pytest.mark.parametrize("command", ["report", "furniture"])
def test_a_disk_that_fills_up_leaves_the_old_page_and_the_old_table(corpus: Path, folder: Path, command: str) -> None:
    output = folder / "output"
    output.write_bytes(OLD)
    arguments = [*NEWSNORM, command, str(corpus), "-o", str(output), *(["--all"] if command == "furniture" else [])]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, preexec_fn=limit_files)
    assert done.returncode == 2
    assert done.stderr.startswith(f"newsnorm: {output}")
    assert done.stderr.count("\n") == 1
    assert names(folder) == ["output"]
    assert output.read_bytes() == OLD


def test_a_full_disk_after_a_checkpoint_leaves_what_to_go_on_from(
    corpus: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = folder / "clean.jsonl"
    output.write_bytes(OLD)
    monkeypatch.setattr(run, "CHECKPOINT_RECORDS", 200)
    write, written = run._write, []

    def filling(*arguments: Any) -> Any:
        written.append(1)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(*arguments)

    monkeypatch.setattr(run, "_write", filling)
    arguments = [str(corpus), "-o", str(output), "--quiet", "--stages", "encoding"]
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err == f"newsnorm: {output}: {os.strerror(errno.ENOSPC)}\n"
    assert output.read_bytes() == OLD
    assert names(folder) == ["clean.jsonl", "clean.jsonl.partial", "clean.jsonl.state"]
    assert cli.main([*arguments, "--resume"]) == 0
    assert names(folder) == ["clean.jsonl"]
    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == list(range(600))


@pytest.mark.parametrize(
    "state", ["", "{", "[]", '{"run": 1}', '{"run": 1, "position": 0, "errors": 0, "summary": []}']
)
def test_a_damaged_state_is_said(corpus: Path, folder: Path, state: str, capsys: pytest.CaptureFixture[str]) -> None:
    output = folder / "clean.jsonl"
    state_path(output).write_text(state, encoding="utf-8")
    assert cli.main([str(corpus), "-o", str(output), "--resume"]) == 2
    assert "clean.jsonl.state: can't be read; run without --resume" in capsys.readouterr().err


# --- signals


def heed(number: signal.Signals) -> None:
    """Undo, in a child, that its parent ignores a signal: who started the tests is nothing to what they test."""
    signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("arguments", ["-o out/clean.jsonl", "-o out/clean.parquet", "--parquet"])
def test_a_signal_to_end_leaves_no_temporary_file(
    tmp_path: Path, folder: Path, number: signal.Signals, arguments: str
) -> None:
    if "parquet" in arguments:
        pytest.importorskip("pyarrow")
    (tmp_path / "scratch").mkdir()
    command = [*NEWSNORM, "--field", "text", *arguments.split()]
    environment = {**os.environ, "TMPDIR": str(tmp_path / "scratch")}
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        preexec_fn=lambda: heed(number),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdin
        process.stdin.write("".join(json.dumps(record) + "\n" for record in RECORDS).encode())
        process.stdin.flush()  # and stay open: the command waits for more
        deadline = time.monotonic() + 20
        while not any(names(folder) + names(tmp_path / "scratch")) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.1)
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == (130 if number == signal.SIGINT else 128 + number), err
    assert b"Traceback" not in err
    assert out == b""
    assert names(folder) == names(tmp_path / "scratch") == []


CARELESS = """
import signal, sys
from newsnorm import cli, corpus_cli

class Careless:
    def __del__(self):
        signal.raise_signal(signal.Signals[sys.argv[1]])  # what it raises is ignored in here

def wait(parsed, options):
    Careless()
    sys.stdin.read()
    return 0

corpus_cli.run = wait
sys.exit(cli.main(["--field", "text"]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_not_lost_where_exceptions_are_ignored(number: signal.Signals) -> None:
    command = [sys.executable, "-c", CARELESS, number.name]
    process = subprocess.Popen(
        command,
        preexec_fn=lambda: heed(number),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        status = process.wait(timeout=20)  # its input stays open: only the signal ends it
    finally:
        process.kill()
        _, err = process.communicate()
    assert status == (130 if number == signal.SIGINT else 128 + number)
    assert b"ignored" not in err


INTERRUPTED = """
import sys
from newsnorm import cli, corpus_cli

def wait(parsed, options):
    exec("import signal; signal.raise_signal(signal.SIGINT)")  # as in a dataclass that is being made

corpus_cli.run = wait
sys.exit(cli.main(["--field", "text"]))
"""


def test_an_interrupt_in_code_compiled_from_a_string_ends_with_the_same_status(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(INTERRUPTED, encoding="utf-8")
    command = [sys.executable, "-m", "interrupted"]
    done = subprocess.run(
        command, cwd=tmp_path, preexec_fn=lambda: heed(signal.SIGINT), capture_output=True, check=False, timeout=20
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr == b"newsnorm: interrupted\n"


@pytest.mark.parametrize("order", [KeyboardInterrupt(), SystemExit(128 + signal.SIGTERM)])
def test_a_signal_that_is_lost_twice_comes_once_and_never_late(order: BaseException) -> None:
    class Careless:
        def __del__(self) -> None:
            raise order

    def lose_and_wait() -> None:
        with ending_orderly():
            for _ in range(2):
                Careless()
            time.sleep(20)

    with pytest.raises(type(order)):
        lose_and_wait()
    time.sleep(0.2)  # another would end the tests
    with ending_orderly():
        Careless()
    time.sleep(0.2)


def test_other_ignored_exceptions_are_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: told.append(lost.exc_value))

    class Careless:
        def __init__(self, error: BaseException) -> None:
            self._error = error

        def __del__(self) -> None:
            raise self._error

    errors = [ValueError("mine"), SystemExit(3)]
    with ending_orderly():
        for error in errors:
            Careless(error)
    assert told == errors


def test_a_library_that_calls_the_command_keeps_its_signals(corpus: Path, folder: Path) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)]
    assert cli.main([str(corpus), "-o", str(folder / "a.jsonl"), "--quiet", "--stages", ""]) == 0
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)] == before


# --- links


@pytest.mark.parametrize("command", [[], ["report"], ["furniture"]], ids=["corpus", "report", "furniture"])
@pytest.mark.parametrize("target", ["there", "not there"])
def test_an_output_that_is_a_link_is_refused(
    corpus: Path, folder: Path, tmp_path: Path, command: list[str], target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere, link = tmp_path / "elsewhere", folder / "link.jsonl"
    if target == "there":
        elsewhere.write_bytes(OLD)
    link.symlink_to(elsewhere)
    assert cli.main([*command, str(corpus), "-o", str(link)]) == 2
    assert "is a link" in capsys.readouterr().err
    assert link.is_symlink()
    assert elsewhere.exists() is (target == "there")
    assert target == "not there" or elsewhere.read_bytes() == OLD


def test_errors_do_not_go_through_a_link(corpus: Path, folder: Path, tmp_path: Path) -> None:
    (folder / "errors").symlink_to(tmp_path / "elsewhere")
    assert cli.main([str(corpus), "-o", str(folder / "a.jsonl"), "--errors", str(folder / "errors")]) == 2
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("helper", ["partial", "state", "state.partial", "whole"])
@pytest.mark.parametrize("kind", ["file", "folder", "missing"])
def test_a_link_where_a_helper_grows_is_not_followed(
    corpus: Path, folder: Path, tmp_path: Path, suffix: str, helper: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who can write into the folder can't have another file written over, or a folder emptied."""
    need(suffix)
    monkeypatch.setattr(run, "CHECKPOINT_RECORDS", 200)
    elsewhere, output = tmp_path / "elsewhere", folder / f"clean{suffix}"
    if kind == "folder":
        elsewhere.mkdir()
        (elsewhere / "kept").write_bytes(OLD)
    elif kind == "file":
        elsewhere.write_bytes(OLD)
    (folder / f"{output.name}.{helper}").symlink_to(elsewhere)
    assert cli.main([str(corpus), "-o", str(output), "--quiet", "--stages", ""]) == 0
    assert output.is_file()
    assert not output.is_symlink()
    if kind == "folder":
        assert names(elsewhere) == ["kept"]
    else:
        assert elsewhere.exists() is (kind == "file")
        assert kind == "missing" or elsewhere.read_bytes() == OLD


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_resumed_run_does_not_go_through_a_link(
    corpus: Path, folder: Path, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    need(suffix)
    monkeypatch.setattr(run, "CHECKPOINT_RECORDS", 200)
    output = folder / f"clean{suffix}"

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "_count", interrupt)
    with monkeypatch.context() as patch:
        counted: list[int] = []
        patch.setattr(run, "_count", lambda *_: interrupt() if counted else counted.append(1))
        assert cli.main([str(corpus), "-o", str(output), "--quiet", "--stages", ""]) == 130
    assert state_path(output).exists()
    moved = tmp_path / "moved"
    partial_path(output).rename(moved)
    partial_path(output).symlink_to(moved)
    assert cli.main([str(corpus), "-o", str(output), "--quiet", "--stages", "", "--resume"]) == 2
    assert "is a link" in capsys.readouterr().err
    assert moved.exists()


# --- what stands in the way


@pytest.mark.parametrize("name", ["/dev/null", "."])
def test_an_output_that_is_no_file_is_refused(corpus: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(corpus), "-o", name]) == 2
    assert "is there and no file" in capsys.readouterr().err
    assert not Path(f"{name}.partial").exists()


@pytest.mark.parametrize("helper", ["partial", "state", "whole"])
def test_an_input_where_a_helper_would_grow_is_kept(
    folder: Path, helper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder / f"clean.jsonl.{helper}"
    source.write_bytes(OLD)
    assert cli.main([str(source), "--field", "text", "-o", str(folder / "clean.jsonl")]) == 2
    assert "would grow" in capsys.readouterr().err
    assert source.read_bytes() == OLD
    assert names(folder) == [source.name]


def test_a_block_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(OLD)
    with pytest.raises(TypeError), whole_file(path) as partial:
        partial.write_bytes("half")  # type: ignore[arg-type]
    assert names(tmp_path) == ["page"]
    assert path.read_bytes() == OLD
