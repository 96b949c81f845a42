"""Reading corpora: JSON lines, plain or compressed by gzip or zstd, and Parquet, told apart by their first bytes."""

from __future__ import annotations

import glob
import gzip
import io
import json
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newsnorm.corpus.chunks import Chunk, CorpusError, Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["STANDARD", "STANDARD_OUTPUTS", "STANDARD_PARQUET", "expand_names", "read_chunks", "size_of"]

STANDARD = "-"
# Standard output says by its name what it is to hold.
STANDARD_PARQUET = "-.parquet"
STANDARD_OUTPUTS = (STANDARD, STANDARD_PARQUET)
"""The name of standard input and output."""

# Small enough to hold for many workers at once, large enough that a chunk's own cost does not show.
CHUNK_RECORDS = 256
# What a failure quotes of a line that can't be read, in code points.
MOST_QUOTED = 100_000

GZIP_MAGIC, ZSTD_MAGIC, PARQUET_MAGIC = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PAR1"


def expand_names(names: Sequence[str]) -> list[str]:
    """Return the files that `names` mean, patterns such as ``data/**/*.jsonl`` replaced by what they match.

    Raises:
        CorpusError: A file is missing, or a pattern matches none.

    """
    found: list[str] = []
    for name in names:
        if name == STANDARD or Path(name).is_file():
            found.append(name)
            continue
        matches = sorted(path for path in glob.glob(name, recursive=True) if Path(path).is_file())
        if not matches:
            raise CorpusError(f"{name}: no such file")
        found += matches
    return found


def size_of(name: str) -> int:
    """Return the size of a source in bytes, 0 where nobody knows."""
    return 0 if name == STANDARD else Path(name).stat().st_size


def read_chunks(name: str, text_field: str, taken: Sequence[str]) -> Iterator[Chunk]:
    """Yield the records of the source `name`.

    Args:
        name: A file, or ``-`` for standard input.
        text_field: The field that holds the text.
        taken: Fields that a record must not have, because they are to be added.

    Raises:
        CorpusError: The source can't be read as a whole: damaged, or without the field in all of its records.

    """
    try:
        with _open(name) as raw:
            head = raw.peek(4)
            if head.startswith(PARQUET_MAGIC):
                yield from _read_parquet(name, raw, text_field, taken)
            else:
                yield from _read_lines(name, raw, _decompress(raw, head), text_field, taken)
    except (OSError, EOFError) as error:
        raise CorpusError(f"{name}: {getattr(error, 'strerror', None) or error}") from error


def _open(name: str) -> io.BufferedReader:
    if name == STANDARD:
        # A duplicate, so that closing it leaves the process's own open.
        return open(sys.stdin.fileno(), "rb", closefd=False)
    return open(name, "rb")


def _decompress(raw: io.BufferedReader, head: bytes) -> IO[bytes]:
    if head.startswith(GZIP_MAGIC):
        return io.BufferedReader(gzip.GzipFile(fileobj=raw))
    if head.startswith(ZSTD_MAGIC):
        try:
            import zstandard
        except ImportError:
            raise CorpusError("reading zstd needs the package zstandard: pip install 'newsnorm[corpus]'") from None
        stream = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
        return io.BufferedReader(stream)
    return raw


def _read_lines(
    name: str, raw: io.BufferedReader, stream: IO[bytes], text_field: str, taken: Sequence[str]
) -> Iterator[Chunk]:
    rows: list[dict[str, Any]] = []
    lines: list[int] = []
    failures: list[Failure] = []

    def chunk() -> Chunk:
        texts = [row[text_field] for row in rows]
        consumed = raw.tell() if raw.seekable() else 0
        return Chunk(texts, rows, None, failures, lines, name, consumed)

    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            rows.append(_parse(line, text_field, taken))
            lines.append(number)
        except ValueError as error:
            quoted = line.decode("utf-8", "backslashreplace").rstrip("\r\n")[:MOST_QUOTED]
            failures.append(Failure(name, number, str(error), quoted))
        if len(rows) + len(failures) >= CHUNK_RECORDS:
            yield chunk()
            rows, lines, failures = [], [], []
    if rows or failures:
        yield chunk()


def _parse(line: bytes, text_field: str, taken: Sequence[str]) -> dict[str, Any]:
    """Return the record on `line`, its text checked.

    Raises:
        ValueError: It is none; the message says why.

    """
    try:
        record = json.loads(line.rstrip(b"\r\n").decode("utf-8-sig"))  # a byte-order mark may begin a file
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}") from None
    except RecursionError:
        raise ValueError("not JSON that can be read: nested too deep") from None
    if not isinstance(record, dict):
        raise ValueError(f"a JSON object is wanted, not {_json_kind(record)}")
    if text_field not in record:
        raise ValueError(f"no field {text_field!r}; the fields are {', '.join(record)}")
    text = record[text_field]
    if text is not None and not isinstance(text, str):
        raise ValueError(f"the field {text_field!r} is {_json_kind(text)}, not a string")
    for name in taken:
        if name in record:
            raise ValueError(f"there is a field {name!r} already: choose other names by --into or --prefix")
    return record


def _json_kind(value: object) -> str:
    kinds: dict[type, str] = {dict: "an object", list: "an array", str: "a string", bool: "a boolean"}
    return "null" if value is None else kinds.get(type(value), "a number")


def _read_parquet(name: str, raw: io.BufferedReader, text_field: str, taken: Sequence[str]) -> Iterator[Chunk]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise CorpusError("reading Parquet needs the package pyarrow: pip install 'newsnorm[corpus]'") from None
    try:
        file = pq.ParquetFile(raw if raw.seekable() else io.BytesIO(raw.read()))
        schema = file.schema_arrow
        if text_field not in schema.names:
            raise CorpusError(f"{name}: no column {text_field!r}; the columns are {', '.join(schema.names)}")
        if not _holds_strings(schema.field(text_field).type):
            raise CorpusError(f"{name}: the column {text_field!r} holds {schema.field(text_field).type}, not strings")
        if clashes := set(taken).intersection(schema.names):
            raise CorpusError(
                f"{name}: there is a column {min(clashes)!r} already: choose other names by --into or --prefix"
            )
        size, total, done = size_of(name), max(1, file.metadata.num_rows), 0
        for batch in file.iter_batches(CHUNK_RECORDS):
            lines = range(done + 1, done + batch.num_rows + 1)
            done += batch.num_rows
            texts = batch.column(text_field).to_pylist()
            yield Chunk(texts, batch=batch, lines=lines, source=name, consumed=size * done // total)
    except pa.ArrowException as error:
        raise CorpusError(f"{name}: {error}") from error


def _holds_strings(kind: Any) -> bool:
    import pyarrow as pa

    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    checks = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    return any(check(plain) for check in checks)
