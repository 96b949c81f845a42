"""What goes wrong in a corpus, and what its report shows of everything there is."""

from __future__ import annotations

import decimal
import errno
import json
from pathlib import Path
from typing import Any

import pytest

import newsnorm
from newsnorm import cli, corpus_cli, report_cli
from newsnorm.corpus.chunks import dump_json
from newsnorm.corpus.report import MOST_ROWS, Report, render_report
from newsnorm.workers import CHUNK_TEXTS

RICH = (
    "The mayor of Kiev met reporters on Tuesday.\n\n"
    "The talks, he said, would “go on for as long as it takes, and nobody has asked for a pause.\n\n"
    "Share this article\n\nRelated News\n\nOil prices rise again"
)


def test_what_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Nothing."}\n', encoding="utf-8")
    arguments = [str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "b.jsonl")]

    def fill(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(corpus_cli, "run_job", fill)
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err == f"newsnorm: {tmp_path / 'b.jsonl'}: No space left on device\n"


def test_a_parquet_file_without_the_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path, output = tmp_path / "a.parquet", str(tmp_path / "b.parquet")
    pq.write_table(pa.table({"body": ["a"], "n": [1], "clean": ["b"]}), path)
    for arguments, message in (
        ([], "no column 'text'; the columns are body, n, clean"),
        (["--field", "n"], "the column 'n' holds int64, not strings"),
        (["--field", "body", "--into", "clean"], "there is a column 'clean' already"),
    ):
        assert cli.main([str(path), "-o", output, *arguments]) == 2
        assert message in capsys.readouterr().err


def test_numbers_that_json_lacks_are_written_as_text() -> None:
    assert dump_json([decimal.Decimal("1.10")]) == '["1.10"]'


def test_the_report_shows_an_example_of_everything() -> None:
    article = newsnorm.normalize(RICH, language="en")
    report = Report()
    report.add(article, "a.jsonl:1")
    report.add(article, "a.jsonl:2")
    page = render_report(report, title="All", fingerprint="none")
    assert {change.stage for change in article.changes} == {"boilerplate", "names"}
    assert article.warnings
    assert "<del>Kiev</del><ins>Kyiv</ins>" in page
    assert "Share this article⏎</del>" in page
    assert "<mark>" in page
    for examples in report.examples.values():
        assert len(set(examples)) == len(examples)  # the same example is shown once


def test_the_report_folds_up_what_is_too_much_to_read() -> None:
    report = Report()
    for number in range(MOST_ROWS + 2):
        report.names[f"Name {number}", "place"][f"Nom {number}"] += 1
    page = render_report(report, title="Many", fingerprint="none")
    assert "<summary>2 more</summary>" in page


def test_a_text_that_breaks_the_library_is_counted_in_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_one(texts: Any, **_: object) -> Any:
        for text in texts:
            yield ValueError("broken") if "bad" in text else newsnorm.normalize(text)

    monkeypatch.setattr(report_cli, "normalize_many", break_one)
    path, output = tmp_path / "a.jsonl", tmp_path / "r.html"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in ("bad", "good")), encoding="utf-8")
    assert cli.main(["report", str(path), "-o", str(output)]) == 1
    assert output.exists()


def test_progress_is_shown_now_and_then(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("newsnorm.batch.PROGRESS_INTERVAL", 0)
    assert len(list(newsnorm.normalize_many(["One.", "Two."], progress=True))) == 2
    told = capsys.readouterr().err
    assert "\r1 articles" in told
    assert told.endswith("0 failed\n")


def test_a_chunk_may_end_with_the_texts() -> None:
    texts = ["One sentence."] * CHUNK_TEXTS
    assert [article.text for article in newsnorm.normalize_many(texts, workers=2)] == texts
