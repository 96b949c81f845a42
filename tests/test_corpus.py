"""Laws of the command line over corpora: each record once, in order, its other fields as they were; all or nothing."""

from __future__ import annotations

import datetime
import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm import cli
from newsnorm.corpus import CorpusError, Job, run, run_job, sources
from newsnorm.corpus.chunks import dump_json
from newsnorm.testing import any_texts

TEXTS = [
    "The cafÃ© reopened on Tuesday.\n\nShare this article\n",
    'It is a "new era"declared the minister in Kiev.',
    "Nothing is wrong with this one.",
    "Une journÃ©e Ã  Paris\nLeave A Reply\nPlease enter your comment!",
]


def make_records(count: int, field: str = "body") -> list[dict[str, Any]]:
    return [
        {"id": i, field: f"{TEXTS[i % 4]} No. {i}", "meta": {"tags": ["a", None], "score": i / 3}} for i in range(count)
    ]


def write_lines(path: Path, records: list[Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def read_lines(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".zst":
        zstandard = pytest.importorskip("zstandard")
        data = zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return [json.loads(line) for line in data.decode("utf-8").split("\n") if line]


def expected(records: list[dict[str, Any]], field: str = "body") -> list[dict[str, Any]]:
    return [{**record, field: newsnorm.clean(record[field])} for record in records]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "articles.jsonl", make_records(10))


def test_every_other_field_is_kept(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "clean.jsonl"
    assert cli.main([str(corpus), "--field", "body", "-o", str(output)]) == 0
    assert read_lines(output) == expected(make_records(10))
    assert [list(row) for row in read_lines(output)] == [list(row) for row in make_records(10)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.jsonl", "clean.jsonl"]


def test_options_reach_the_texts(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "clean.jsonl"
    assert cli.main([str(corpus), "--field", "body", "-o", str(output), "--stages", "", "--quiet"]) == 0
    assert read_lines(output) == make_records(10)


def test_details_stand_beside_the_text(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "clean.jsonl"
    names = "title,language,sections,names,removed,changes"
    arguments = [
        str(corpus),
        "--field",
        "body",
        "--into",
        "clean",
        "--with",
        names,
        "--prefix",
        "n_",
        "-o",
        str(output),
    ]
    assert cli.main(arguments) == 0
    for row, record in zip(read_lines(output), make_records(10), strict=True):
        article = newsnorm.normalize(record["body"])
        details = {f"n_{name}": article.to_dict()[name] for name in names.split(",")}
        assert row == {**record, "clean": article.text, **details}


def test_a_sites_furniture_is_learned_and_taken_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = [{"text": f"The council met for the {i}th time.\n\nHarbour Gazette, est. 1911"} for i in range(40)]
    path, table, output = write_lines(tmp_path / "a.jsonl", [*records, 1]), tmp_path / "own.tsv", tmp_path / "b.jsonl"
    assert cli.main(["furniture", str(path), "-o", str(table)]) == 1
    assert "a.jsonl:41: a JSON object is wanted" in capsys.readouterr().err
    assert table.read_text(encoding="utf-8") == "40\tHarbour Gazette, est. 1911\n"
    assert cli.main([str(path), "--furniture", str(table), "-o", str(output), "--quiet"]) == 1
    furniture = newsnorm.Furniture.load(table)
    assert [row["text"] for row in read_lines(output)] == [
        newsnorm.clean(record["text"], furniture=furniture) for record in records
    ]
    assert cli.main(["furniture", str(path), "-o", str(path)]) == 2
    assert cli.main(["furniture", str(tmp_path / "missing.jsonl"), "-o", str(table)]) == 2


def test_options_of_every_kind_reach_the_texts(tmp_path: Path) -> None:
    text = "President Zelensky of AboutYou spoke in Verneport.\n\nLeave A Reply\nPlease enter your comment!"
    path = write_lines(tmp_path / "a.jsonl", [{"text": text}])
    names, phrases, output = tmp_path / "own.tsv", tmp_path / "phrases.txt", tmp_path / "b.jsonl"
    names.write_text("Port Verne\tplace\ten\tVerneport\n", encoding="utf-8")
    phrases.write_bytes(b"Dynamo Kiev\r\n\r\nAboutYou\r\n")
    arguments = ["--language", "en", "--style", "afp", "--name-table", str(names), "--keep", "comment-form"]
    arguments += ["--protect", str(phrases)]
    assert cli.main([str(path), *arguments, "-o", str(output), "--quiet"]) == 0
    options = {"language": "en", "house_style": "afp", "keep": ("comment-form",), "protect": ("AboutYou",)}
    wanted = newsnorm.clean(text, name_table=newsnorm.load_name_table(names), **options)
    assert [row["text"] for row in read_lines(output)] == [wanted]
    assert "AboutYou spoke in Port Verne" in wanted
    for option in ("--name-table", "--protect"):
        with pytest.raises(SystemExit):
            cli.main([str(path), option, str(tmp_path / "missing")])


def test_bad_records_go_to_a_file_and_the_rest_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "articles.jsonl"
    good = make_records(4)
    bad = [b"{broken", b"[1, 2]", b'{"other": 1}', b'{"body": 3}', b'{"body": "\xff"}', b'"text"', b"[" * 100_000]
    lines = [json.dumps(record).encode() for record in good]
    path.write_bytes(b"\n".join([lines[0], *bad[:3], b"", lines[1], *bad[3:], lines[2], lines[3]]))
    output, errors = tmp_path / "clean.jsonl", tmp_path / "errors.jsonl"
    assert cli.main([str(path), "--field", "body", "-o", str(output), "--errors", str(errors)]) == 1
    assert read_lines(output) == expected(good)
    failures = read_lines(errors)
    assert [failure["line"] for failure in failures] == [2, 3, 4, 7, 8, 9, 10]
    reasons = ["not JSON", "not an array", "no field 'body'", "a number, not", "not UTF-8", "not a string", "not JSON"]
    assert all(reason in failure["reason"] for reason, failure in zip(reasons, failures, strict=True))
    assert failures[0]["record"] == "{broken"
    assert "11 records" in capsys.readouterr().err


def test_failures_are_told_where_no_file_takes_them(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = write_lines(tmp_path / "articles.jsonl", [1] * 30)
    assert cli.main([str(path), "-o", str(tmp_path / "clean.jsonl")]) == 1
    told = capfd.readouterr().err.splitlines()
    assert told[0] == f"newsnorm: {path}:1: a JSON object is wanted, not a number"
    assert sum(line.startswith("newsnorm:") for line in told) == 21


def test_a_text_that_breaks_the_library_stops_nothing(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = newsnorm.normalize

    def breaking(raw: str, **keywords: Any) -> newsnorm.Article:
        if raw.endswith("No. 5"):
            raise ZeroDivisionError("made up")
        return real(raw, **keywords)

    monkeypatch.setattr("newsnorm.batch.normalize", breaking)
    output, errors = tmp_path / "clean.jsonl", tmp_path / "errors.jsonl"
    assert cli.main([str(corpus), "--field", "body", "-o", str(output), "--errors", str(errors)]) == 1
    assert [row["id"] for row in read_lines(output)] == [0, 1, 2, 3, 4, 6, 7, 8, 9]
    (failure,) = read_lines(errors)
    assert (failure["line"], failure["reason"]) == (6, "ZeroDivisionError: made up")
    assert json.loads(failure["record"]) == make_records(10)[5]


def test_workers_change_nothing_but_the_time(corpus: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"{workers}.jsonl" for workers in (1, 2)]
    for workers, output in enumerate(outputs, start=1):
        assert cli.main([str(corpus), "--field", "body", "--workers", str(workers), "-o", str(output)]) == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    with pytest.raises(SystemExit):
        cli.main([str(corpus), "--workers", "0"])


def test_null_stays_null(tmp_path: Path) -> None:
    records = [{"text": None, "id": i} for i in range(600)] + [{"text": "cafÃ©", "id": 600}, {"text": None, "id": 601}]
    path, output = write_lines(tmp_path / "a.jsonl", records), tmp_path / "b.jsonl"
    assert cli.main([str(path), "--with", "language,names", "-o", str(output)]) == 0
    rows = read_lines(output)
    assert [row["id"] for row in rows] == list(range(602))
    assert rows[0] == {"text": None, "id": 0, "language": None, "names": None}
    assert rows[600]["text"] == newsnorm.clean("cafÃ©")


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"])
@pytest.mark.parametrize("source", [".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"])
def test_every_format_goes_into_every_other(tmp_path: Path, source: str, suffix: str) -> None:
    for part, module in ((".zst", "zstandard"), (".parquet", "pyarrow")):
        if part in source + suffix:
            pytest.importorskip(module)
    records = make_records(60)
    plain, first, second = (tmp_path / name for name in ("a.jsonl", f"b{source}", f"c{suffix}"))
    write_lines(plain, records)
    assert cli.main([str(plain), "--field", "body", "--stages", "", "-o", str(first), "--quiet"]) == 0
    assert cli.main([str(first), "--field", "body", "-o", str(second), "--quiet"]) == 0
    if suffix == ".parquet":
        import pyarrow.parquet as pq

        rows = pq.read_table(second).to_pylist()
    else:
        rows = read_lines(second)
    assert rows == expected(records)


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {
            "when": pa.array([1, None, 3], pa.timestamp("ns", tz="UTC")),
            "text": pa.array(["cafÃ©", None, "ok"]).dictionary_encode(),
            "small": pa.array([1, 2, None], pa.int8()),
            "price": pa.array([None, None, None], pa.decimal128(9, 2)),
            "blob": pa.array([b"\xff", None, b""]),
        }
    )
    path, output = tmp_path / "a.parquet", tmp_path / "b.parquet"
    pq.write_table(table, path)
    assert cli.main([str(path), "--with", "names,dateline,changes", "-o", str(output)]) == 0
    made = pq.read_table(output)
    assert made.column("text").to_pylist() == ["café", None, "ok"]
    for name in ("when", "small", "price", "blob"):
        assert made.column(name).equals(table.column(name)), name
    assert made.column("changes").to_pylist()[0][0]["after"] == "é"
    assert made.schema.field("dateline").type == newsnorm.adapters.arrow.details_type(["dateline"])[0].type


def test_a_record_without_a_field_is_null_in_parquet(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    records = [{"text": "a"}] * 300 + [{"text": "b", "late": 1.5}, {"text": "c", "late": 2}]
    path, output = write_lines(tmp_path / "a.jsonl", records), tmp_path / "b.parquet"
    assert cli.main([str(path), "-o", str(output)]) == 0
    assert pq.read_table(output).column("late").to_pylist() == [None] * 300 + [1.5, 2.0]


def test_a_field_of_two_types_is_refused_by_parquet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyarrow")
    path, output = (
        write_lines(tmp_path / "a.jsonl", [{"text": "a", "x": 1}, {"text": "b", "x": "y"}]),
        tmp_path / "b.parquet",
    )
    assert cli.main([str(path), "-o", str(output)]) == 2
    assert "the field 'x' holds values of several types" in capsys.readouterr().err
    assert not output.exists()


def test_patterns_and_several_files_make_one_output(tmp_path: Path) -> None:
    records = make_records(9)
    for i in range(3):
        write_lines(tmp_path / f"part-{i}.jsonl", records[3 * i : 3 * i + 3])
    output = tmp_path / "out" / "clean.jsonl"
    output.parent.mkdir()
    assert cli.main([str(tmp_path / "part-*.jsonl"), "--field", "body", "-o", str(output)]) == 0
    assert read_lines(output) == expected(records)


def run_command(arguments: list[str], **keywords: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "newsnorm", *arguments], capture_output=True, check=False, **keywords)


@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_standard_streams(compress: Any) -> None:
    records = make_records(5)
    data = compress("".join(json.dumps(record) + "\n" for record in records).encode())
    done = run_command(["--field", "body"], input=data)
    assert done.returncode == 0
    assert [json.loads(line) for line in done.stdout.splitlines()] == expected(records)
    assert b"5 records" in done.stderr


def test_parquet_goes_to_standard_output(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    records = make_records(60)
    path = tmp_path / "a.jsonl"
    write_lines(path, records)
    assert cli.main([str(path), "--field", "body", "--parquet", "--quiet"]) == 0
    assert pq.read_table(pa.BufferReader(capfdbinary.readouterr().out)).to_pylist() == expected(records)
    assert list(scratch.iterdir()) == []
    assert sorted(other.name for other in tmp_path.iterdir()) == ["a.jsonl", "scratch"]
    assert cli.main([str(path), "--field", "body", "--parquet", "--resume"]) == 2


def test_parquet_comes_through_standard_input(tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    records = make_records(5)
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "a.parquet")
    done = run_command(["--field", "body", "--quiet"], input=(tmp_path / "a.parquet").read_bytes())
    assert [json.loads(line) for line in done.stdout.splitlines()] == expected(records)


@pytest.mark.parametrize("link", ["same", "symbolic", "hard"])
def test_input_is_never_output(corpus: Path, tmp_path: Path, link: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = corpus.read_bytes()
    other = corpus
    if link != "same":
        other = tmp_path / "link.jsonl"
        other.symlink_to(corpus) if link == "symbolic" else other.hardlink_to(corpus)
    assert cli.main([str(corpus), "--field", "body", "-o", str(other)]) == 2
    assert cli.main([str(corpus), "--field", "body", "--errors", str(other)]) == 2
    assert "input and output at once" in capsys.readouterr().err
    assert corpus.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.jsonl"], "no such file"),
        (["*.nothing", "-o", "x.jsonl"], "no such file"),
        (["{corpus}", "--field", "body", "-o", "no/such/folder.jsonl"], "no such folder"),
        (["{corpus}", "--field", "body", "--into", "title", "--with", "title"], "written twice"),
        (["{corpus}", "--field", "body", "--resume"], "can't be resumed"),
        (["{corpus}", "--field", "body", "-o", "x.jsonl", "--errors", "x.jsonl"], "output and the file of errors"),
    ],
)
def test_what_cannot_be_done_is_said_at_once(
    corpus: Path, tmp_path: Path, arguments: list[str], message: str,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert cli.main([argument.format(corpus=corpus) for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_an_unknown_detail_is_a_usage_error(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        cli.main([str(corpus), "--with", "titel"])
    assert raised.value.code == 2
    assert "'titel' is not one of language, title" in capsys.readouterr().err


def test_a_field_is_never_written_over(tmp_path: Path) -> None:
    records = [{"text": "a", "title": "mine"}, {"text": "b"}]
    path, output = write_lines(tmp_path / "a.jsonl", records), tmp_path / "b.jsonl"
    assert cli.main([str(path), "--with", "title", "-o", str(output), "--quiet"]) == 1
    assert [row["text"] for row in read_lines(output)] == ["b"]
    assert cli.main([str(path), "--with", "title", "--prefix", "clean_", "-o", str(output), "--quiet"]) == 0
    assert [row.get("title") for row in read_lines(output)] == ["mine", None]


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"])
@pytest.mark.parametrize("stop", [0, 60, 140, 200])
def test_an_interrupted_run_goes_on_to_the_same_output(tmp_path: Path, suffix: str, stop: int) -> None:
    for part, module in ((".zst", "zstandard"), (".parquet", "pyarrow")):
        if part in suffix:
            pytest.importorskip(module)
    records: list[Any] = make_records(200)
    records[90] = "bad"
    inputs = [str(write_lines(tmp_path / f"{i}.jsonl", records[100 * i : 100 * i + 100])) for i in range(2)]
    (folder := tmp_path / "out").mkdir()
    whole, output, errors = folder / f"whole{suffix}", folder / f"clean{suffix}", folder / "errors.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "CHECKPOINT_RECORDS", 60)
        patch.setattr(sources, "CHUNK_RECORDS", 20)
        options = newsnorm.Options(stages=("encoding",))
        job = Job(inputs=inputs, output=str(whole), text_field="body", options=options)
        run_job(job)
        job = Job(
            inputs=inputs, output=str(output), text_field="body", options=options, errors=str(errors), resume=True
        )

        def interrupt(consumed: int, done: int) -> None:
            if done >= stop:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run_job(job, on_progress=interrupt)
        assert not output.exists()
        summary = run_job(job)
    assert (summary.records, summary.failures) == (200, 1)
    assert len(read_lines(errors)) == 1
    if suffix == ".parquet":
        import pyarrow.parquet as pq

        assert pq.read_table(output).equals(pq.read_table(whole))
    elif suffix == ".jsonl":
        assert output.read_bytes() == whole.read_bytes()
    else:
        assert read_lines(output) == read_lines(whole)
    output.unlink()
    assert {path.name for path in folder.iterdir()} == {whole.name, errors.name}


def test_a_killed_process_leaves_no_output_and_can_be_resumed(tmp_path: Path) -> None:
    records = make_records(3_000)
    path, output = write_lines(tmp_path / "a.jsonl", records), tmp_path / "clean.jsonl"
    arguments = [str(path), "--field", "body", "--stages", "encoding", "-o", str(output)]
    with subprocess.Popen([sys.executable, "-m", "newsnorm", *arguments], stderr=subprocess.DEVNULL) as process:
        state = tmp_path / "clean.jsonl.state"
        while not state.exists() and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert not output.exists()
    done = run_command([*arguments, "--resume"])
    assert done.returncode == 0
    assert [row["id"] for row in read_lines(output)] == list(range(3_000))
    assert b"3,000 records" in done.stderr


def test_another_run_is_not_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "CHECKPOINT_RECORDS", 1)
    path, output = write_lines(tmp_path / "a.jsonl", make_records(600)), tmp_path / "b.jsonl"

    def interrupt(consumed: int, done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_job(Job(inputs=[str(path)], output=str(output), text_field="body"), on_progress=interrupt)
    for other in ({"into": "clean"}, {"options": newsnorm.Options(language="fr")}, {"details": ("title",)}):
        with pytest.raises(CorpusError, match="had other inputs, options or another version"):
            run_job(
                Job(**{"inputs": [str(path)], "output": str(output), "text_field": "body", "resume": True, **other})
            )
    os.utime(path, (1, 1))
    with pytest.raises(CorpusError, match="had other inputs"):
        run_job(Job(inputs=[str(path)], output=str(output), text_field="body", resume=True))


def test_a_damaged_input_leaves_no_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, output = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n' * 1_000)[:-20])
    assert cli.main([str(path), "-o", str(output)]) == 2
    assert str(path) in capsys.readouterr().err
    assert not output.exists()


def test_the_same_input_gives_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"{i}.jsonl.gz" for i in range(2)]
    for output in outputs:
        assert cli.main([str(corpus), "--field", "body", "-o", str(output), "--quiet"]) == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()


def test_byte_order_marks_and_other_line_breaks_are_read(tmp_path: Path) -> None:
    path, output = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a\xe2\x80\xa8b"}\r\n{"text": "c"}\r\n')
    assert cli.main([str(path), "--stages", "", "-o", str(output), "--quiet"]) == 0
    assert [row["text"] for row in read_lines(output)] == ["a\u2028b", "c"]


def test_an_empty_corpus_makes_an_empty_output(tmp_path: Path) -> None:
    path, output = write_lines(tmp_path / "a.jsonl", []), tmp_path / "b.jsonl.gz"
    assert cli.main([str(path), "-o", str(output), "--quiet"]) == 0
    assert read_lines(output) == []


def test_the_summary_counts_what_was_done(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(corpus), "--field", "body", "-o", str(tmp_path / "b.jsonl")]) == 0
    told = capsys.readouterr().err
    articles = [newsnorm.normalize(record["body"]) for record in make_records(10)]
    assert f"10 records: {sum(a.text != a.raw for a in articles)} changed, 0 without a text, 0 failed" in told
    assert f"changes: {sum(len(a.changes) for a in articles)}" in told


def test_progress_is_for_terminals(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tqdm")
    shown: list[str] = []

    class Terminal:
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> None:
            shown.append(text)

        def flush(self) -> None:
            pass

    monkeypatch.setattr(sys, "stderr", Terminal())
    assert cli.main([str(corpus), "--field", "body", "-o", str(tmp_path / "b.jsonl")]) == 0
    assert "%" in "".join(shown)


def join_halves(text: str) -> str:
    """Return `text` as any file can hold it: in none do two halves of a character stand side by side."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@given(st.recursive(st.none() | st.integers() | any_texts().map(join_halves), st.lists, max_leaves=20))
@example("\udc00\ud800")
@example([0, "\ud800"])
def test_json_reads_back_and_is_one_line_of_utf8(value: Any) -> None:
    line = dump_json({"x": value})
    assert "\n" not in line
    assert json.loads(line.encode("utf-8")) == {"x": value}


def test_json_has_one_form_for_a_character_and_for_its_halves_side_by_side() -> None:
    assert json.loads(dump_json({"x": "\ud800\udc00"})) == {"x": "\U00010000"}


def test_what_json_has_no_form_for_is_refused() -> None:
    assert dump_json([datetime.datetime(2024, 2, 29, 1, 2), b"\xff"]) == '["2024-02-29T01:02:00", "/w=="]'
    with pytest.raises(TypeError, match="a set has no form in JSON"):
        dump_json({1, 2})
