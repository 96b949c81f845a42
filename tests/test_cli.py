"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsnorm
from newsnorm import cli

RAW = "cafÃ© noir\nThe ministers met in Geneva on Tuesday."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(RAW.encode("utf-8"))
    return path


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_the_clean_text_goes_to_standard_output(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main([str(article)]) == 0
    assert capfdbinary.readouterr() == ((newsnorm.clean(RAW) + "\n").encode("utf-8"), b"")
    assert article.read_text(encoding="utf-8") == RAW


def test_standard_input_is_read_without_files() -> None:
    command = [sys.executable, "-m", "newsnorm", "--encoding", "utf-8"]
    done = subprocess.run(command, input=RAW.encode("utf-8"), capture_output=True, check=True)
    assert done.stdout.decode("utf-8") == newsnorm.clean(RAW) + "\n"


def test_json_is_the_whole_article(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--json", str(article), str(article)]) == 0
    first, second = capfd.readouterr().out.splitlines()
    assert first == second
    assert newsnorm.Article.from_dict(json.loads(first)) == newsnorm.normalize(RAW)


def test_explain_says_where_which_rule_before_and_after(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--explain", str(article)]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    (change,) = newsnorm.normalize(RAW).changes
    assert line.startswith(f"{article}:1:4: encoding/{change.rule}: caf[Ã© → é] noir⏎The")


def test_explain_counts_lines_and_columns_from_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "second-line.txt"
    path.write_bytes(f"One.\n{RAW}".encode())
    assert cli.main(["--explain", str(path)]) == 0
    assert f"{path}:2:4: " in capfd.readouterr().out


def test_diff_is_plain_in_a_file_and_coloured_on_a_terminal(
    article: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["--diff", str(article)]) == 0
    plain = capfd.readouterr().out
    assert "-cafÃ© noir\n+café noir\n" in plain
    assert cli.RED not in plain
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(buffer, encoding="utf-8"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert cli.main(["--diff", str(article)]) == 0
    assert f"{cli.RED}-cafÃ© noir{cli.RESET}\n{cli.GREEN}+café noir{cli.RESET}" in buffer.getvalue().decode("utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    buffer.truncate(0)
    assert cli.main(["--diff", str(article)]) == 0
    assert cli.RED.encode() not in buffer.getvalue()


def test_an_unreadable_file_is_one_line_and_the_others_are_done(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "latin-1.txt"
    broken.write_bytes(b"caf\xe9")
    assert cli.main([str(tmp_path / "absent.txt"), str(broken), str(tmp_path), str(article)]) == 2
    out, err = capfd.readouterr()
    assert out == newsnorm.clean(RAW) + "\n"
    lines = err.splitlines()
    assert len(lines) == 3
    assert lines[0].endswith("absent.txt: No such file or directory")
    assert lines[1].endswith("not utf-8 text: byte 3 is 0xe9 (see --encoding)")
    assert lines[2].endswith("Is a directory")


def test_options_reach_the_pipeline(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--stages", "spacing,names", "--names", "off", "--language", "und", str(article)]) == 0
    assert capfd.readouterr().out == RAW + "\n"


@pytest.mark.parametrize("arguments", [["--stages", "spaces"], ["--names", "on"], ["--nonsense"]])
def test_a_bad_option_is_refused_with_the_valid_ones(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert "newsnorm" in capfd.readouterr().err


def test_an_unknown_encoding_is_said(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--encoding", "utf-9", str(article)]) == 2
    assert "no encoding is called 'utf-9'" in capfd.readouterr().err


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The ministers met in Geneva on Tuesday.\n" * 5000, encoding="utf-8")
    command = f"{sys.executable} -m newsnorm {path} {path} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, check=True)
    assert done.stderr == b""
