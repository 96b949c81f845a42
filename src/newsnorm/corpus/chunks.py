"""A chunk: some consecutive records of one source, on their way from an input to an output.

Lines of JSON become dicts, and Parquet stays Arrow, so that every other field comes out as it went in: its type too,
where input and output are of a kind.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

__all__ = ["Chunk", "CorpusError", "Failure", "dump_json"]


class CorpusError(Exception):
    """A run that can't go on, or should not begin; the message says why to a person."""


class Failure(NamedTuple):
    """A record that could not be done.

    Attributes:
        source: The file it stands in, ``-`` for standard input.
        line: Its line, or its row in Parquet; the first is 1.
        reason: What is wrong with it.
        record: The record as it stands there, so that it can be mended and run again.

    """

    source: str
    line: int
    reason: str
    record: str


@dataclass(frozen=True)
class Chunk:
    """Some records, and what became of their texts.

    Attributes:
        texts: The raw texts, one a record; ``None`` for a null.
        rows: The records as dicts, if they came as lines.
        batch: The records as an Arrow batch, if they came as Parquet.
        failures: The records that could not even be read.
        lines: Where each record stands in its source.
        source: The name of the source.
        consumed: How many bytes of the source were read by the end of this chunk.

    """

    texts: list[str | None]
    rows: list[dict[str, Any]] = field(default_factory=list)
    batch: pa.RecordBatch | None = None
    failures: list[Failure] = field(default_factory=list)
    lines: Sequence[int] = ()
    source: str = "-"
    consumed: int = 0

    @property
    def seen(self) -> int:
        """How many records were read for it, bad ones included."""
        return len(self.texts) + len(self.failures)

    def keep(self, places: Sequence[int]) -> Chunk:
        """Return the chunk of only the records at `places`."""
        return replace(
            self,
            texts=[self.texts[i] for i in places],
            rows=[self.rows[i] for i in places] if self.batch is None else [],
            batch=None if self.batch is None else self.batch.take(list(places)),
            lines=[self.lines[i] for i in places],
        )

    def record(self, place: int) -> str:
        """Return the record at `place` as JSON."""
        row = self.rows[place] if self.batch is None else self.batch.slice(place, 1).to_pylist()[0]
        return dump_json(row)

    def to_rows(self, added: Mapping[str, list[Any]]) -> list[dict[str, Any]]:
        """Return the records as dicts, with the values of the fields `added`."""
        rows = self.rows if self.batch is None else self.batch.to_pylist()
        return [{**row, **{name: values[i] for name, values in added.items()}} for i, row in enumerate(rows)]

    def to_table(self, added: Mapping[str, list[Any]], kinds: Mapping[str, pa.DataType]) -> pa.Table:
        """Return the records as an Arrow table, with the values of the fields `added`; `kinds` are the types known.

        Raises:
            CorpusError: A field holds values of several types, which a column can't.

        """
        import pyarrow as pa

        if self.batch is None:
            rows = self.to_rows(added)
            names = dict.fromkeys(name for row in rows for name in row)
            columns = {name: [row.get(name) for row in rows] for name in names}
        else:
            source = pa.Table.from_batches([self.batch])
            columns = {name: source.column(name) for name in source.column_names} | dict(added)
        arrays = {}
        for name, values in columns.items():
            kind = kinds.get(name)
            if name in added and self.batch is not None and name in self.batch.schema.names:
                kind = kind or _plain_type(self.batch.schema.field(name).type)
            try:
                arrays[name] = values if isinstance(values, pa.ChunkedArray) else pa.array(values, kind)
            except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
                raise CorpusError(
                    f"{self.source}: the field {name!r} holds values of several types, and a Parquet column has one; "
                    f"write JSON lines instead ({error})"
                ) from error
        return pa.table(arrays)


def _plain_type(kind: pa.DataType) -> pa.DataType:
    import pyarrow as pa

    return kind.value_type if pa.types.is_dictionary(kind) else kind


def dump_json(row: Any) -> str:
    r"""Return `row` as one line of JSON that UTF-8 can write.

    What JSON has no form for comes out of Parquet as people write it: dates and times as ISO 8601, decimals as
    strings, bytes as Base64. Two halves of a character side by side, which no file holds, are read back as that
    character.

    >>> dump_json({"day": datetime.date(2024, 2, 29), "text": "café"})
    '{"day": "2024-02-29", "text": "café"}'
    >>> dump_json("\ud800")
    '"\\ud800"'
    """
    line = json.dumps(row, ensure_ascii=False, default=_json_form)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate
        return json.dumps(row, default=_json_form)
    return line


def _json_form(value: Any) -> str:
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, (decimal.Decimal, datetime.timedelta)):
        return str(value)
    raise TypeError(f"a {type(value).__name__} has no form in JSON")
