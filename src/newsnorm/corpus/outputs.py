"""Writing corpora whole or not at all: what is done grows in a file beside the output, which is renamed at the end.

An output can be cut back to a checkpoint, so that a run that was interrupted goes on from there. A compressed file is
a row of members, one a checkpoint, which every reader takes as one file; Parquet is a folder of parts until the end.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, Protocol

from newsnorm.corpus.chunks import Chunk, CorpusError, dump_json
from newsnorm.corpus.files import partial_path, remove, whole_path
from newsnorm.corpus.sources import STANDARD, STANDARD_PARQUET

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Output", "open_output"]


class Output(Protocol):
    """Where records go."""

    def write(self, chunk: Chunk, added: Mapping[str, list[Any]]) -> None:
        """Write the records of `chunk` with the fields `added`."""

    def checkpoint(self) -> int:
        """Bring all that was written to the disk and return the position to cut back to."""

    def finish(self) -> None:
        """Put the whole in its place."""

    def close(self) -> None:
        """Let go of the files; without `finish`, what was written stays to go on from."""

    def discard(self) -> None:
        """Remove what was written, since nothing can go on from it."""


def open_output(name: str, kinds: Mapping[str, Any], position: int) -> Output:
    """Return the output called `name`, its kind told by its ending, cut back to `position`.

    Args:
        name: A file, ``-`` for JSON lines on standard output, ``-.parquet`` for Parquet there.
        kinds: The Arrow types of the fields that will be added.
        position: What `Output.checkpoint` gave when the run was interrupted; 0 to begin anew.

    Raises:
        CorpusError: The kind of file needs a package that is not here.

    """
    if name == STANDARD:
        return _StandardOutput()
    if name == STANDARD_PARQUET:
        return _StandardParquet(kinds)
    if name.endswith(".parquet"):
        return _ParquetOutput(Path(name), kinds, position)
    return _LinesOutput(Path(name), position)


class _StandardOutput:
    def write(self, chunk: Chunk, added: Mapping[str, list[Any]]) -> None:
        sys.stdout.buffer.write(_to_lines(chunk, added))

    def checkpoint(self) -> int:
        sys.stdout.buffer.flush()
        return 0

    def finish(self) -> None:
        self.checkpoint()

    def close(self) -> None:
        pass

    def discard(self) -> None:
        pass


class _LinesOutput:
    def __init__(self, path: Path, position: int) -> None:
        self._path, self._partial = path, partial_path(path)
        self._open_member = _member_opener(path)
        _begin(self._partial, position)
        self._file = self._partial.open("r+b" if position else "xb")
        self._file.truncate(position)
        self._file.seek(position)
        self._member: IO[bytes] | None = None

    def write(self, chunk: Chunk, added: Mapping[str, list[Any]]) -> None:
        if self._member is None:
            self._member = self._open_member(self._file)
        self._member.write(_to_lines(chunk, added))

    def checkpoint(self) -> int:
        self._end_member()
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def finish(self) -> None:
        if self._file.tell() == 0 and self._open_member is not _plain_member:
            self._open_member(self._file).close()  # no records: an empty compressed file is not an empty file
        self.checkpoint()
        self._file.close()
        self._partial.replace(self._path)

    def close(self) -> None:
        with suppress(OSError):  # on a full disk: what is lost here comes after the last checkpoint
            self._end_member()
        with suppress(OSError):
            self._file.close()

    def discard(self) -> None:
        self.close()
        remove(self._partial)

    def _end_member(self) -> None:
        if self._member is not None and self._member is not self._file:
            self._member.close()
        self._member = None


def _to_lines(chunk: Chunk, added: Mapping[str, list[Any]]) -> bytes:
    return "".join(dump_json(row) + "\n" for row in chunk.to_rows(added)).encode("utf-8")


def _plain_member(file: IO[bytes]) -> IO[bytes]:
    return file


def _gzip_member(file: IO[bytes]) -> Any:
    return gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)  # same input, same bytes


def _zstd_member(file: IO[bytes]) -> IO[bytes]:
    import zstandard

    member: IO[bytes] = zstandard.ZstdCompressor().stream_writer(file, closefd=False)
    return member


def _member_opener(path: Path) -> Any:
    """Return what opens a stretch of the file that can stand alone, by the ending of its name."""
    if path.suffix in (".zst", ".zstd"):
        try:
            import zstandard  # noqa: F401 -- only whether it is here
        except ImportError:
            raise CorpusError("writing zstd needs the package zstandard: pip install 'newsnorm[corpus]'") from None
        return _zstd_member
    return _gzip_member if path.suffix == ".gz" else _plain_member


class _ParquetOutput:
    def __init__(self, path: Path, kinds: Mapping[str, Any], position: int) -> None:
        try:
            import pyarrow.parquet  # noqa: F401 -- only whether it is here
        except ImportError:
            raise CorpusError("writing Parquet needs the package pyarrow: pip install 'newsnorm[corpus]'") from None
        self._path, self._folder, self._kinds, self._parts = path, partial_path(path), kinds, position
        _begin(self._folder, position)
        self._folder.mkdir(exist_ok=bool(position))
        for part in self._folder.iterdir():
            if part.name not in {self._part(i).name for i in range(position)}:
                part.unlink()
        self._tables: list[Any] = []

    def _part(self, number: int) -> Path:
        return self._folder / f"part-{number:06}.parquet"

    def write(self, chunk: Chunk, added: Mapping[str, list[Any]]) -> None:
        if chunk.texts:
            self._tables.append(chunk.to_table(added, self._kinds))

    def checkpoint(self) -> int:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._tables:
            schema = _unify([table.schema for table in self._tables], self._path)
            table = pa.concat_tables([_cast(table, schema) for table in self._tables])
            with self._part(self._parts).open("wb") as file:
                pq.write_table(table, file)
                file.flush()
                os.fsync(file.fileno())
            self._parts, self._tables = self._parts + 1, []
        return self._parts

    def finish(self) -> None:
        import pyarrow.parquet as pq

        self.checkpoint()
        parts = [self._part(number) for number in range(self._parts)]
        schema = _unify([pq.read_schema(part) for part in parts], self._path)
        whole = whole_path(self._path)
        remove(whole)
        with pq.ParquetWriter(whole, schema) as writer:
            for part in parts:
                writer.write_table(_cast(pq.read_table(part), schema))
        whole.replace(self._path)
        remove(self._folder)

    def close(self) -> None:
        self._tables = []
        remove(whole_path(self._path))

    def discard(self) -> None:
        self.close()
        remove(self._folder)


class _StandardParquet(_ParquetOutput):
    """Parquet on standard output, all at once at the end: what comes after depends on all that came before."""

    def __init__(self, kinds: Mapping[str, Any]) -> None:
        self._scratch = TemporaryDirectory(prefix="newsnorm-")
        super().__init__(Path(self._scratch.name, "whole.parquet"), kinds, 0)

    def finish(self) -> None:
        super().finish()
        with self._path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()

    def close(self) -> None:
        super().close()
        self._scratch.cleanup()


def _unify(schemas: list[Any], path: Path) -> Any:
    """Return the one schema that all of `schemas` fit: a field that only some have, or have as null, is no trouble."""
    import pyarrow as pa

    try:
        return pa.unify_schemas(schemas or [pa.schema([])], promote_options="permissive")
    except pa.ArrowException as error:
        raise CorpusError(f"{path}: a field changes its type on the way; write JSON lines instead ({error})") from error


def _cast(table: Any, schema: Any) -> Any:
    import pyarrow as pa

    columns = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def _begin(partial: Path, position: int) -> None:
    """Make sure that what grows at `partial` is ours: new, or left there by the run that goes on.

    Raises:
        CorpusError: A link stands there.

    """
    if not position:
        remove(partial)
    elif partial.is_symlink():
        raise CorpusError(f"{partial}: is a link, and nothing is written through links; run without --resume")
