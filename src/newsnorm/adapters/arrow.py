"""newsnorm on Apache Arrow: one function over a batch, which plugs into every engine that speaks Arrow.

>>> import pyarrow as pa
>>> batch = pa.RecordBatch.from_pydict({"id": [1, 2], "text": ["A cafÃ© in town", None]})
>>> normalize_batch(batch).to_pydict()
{'id': [1, 2], 'text': ['A café in town', None]}

A null stays null. Every other column is handed on as it is. With `details`, a struct column of that name is added,
which holds what an `Article` knows beside its text; `details_type` gives its type to engines that ask for a schema.

Engines run it on as many batches as they like, in as many processes or machines: a text's result depends on nothing
but the text and the options.
"""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

import pyarrow as pa

from newsnorm.adapters.details import DETAILS, check_details, pick_details
from newsnorm.options import Options
from newsnorm.pipeline import clean, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Batch = TypeVar("Batch", pa.RecordBatch, pa.Table)

__all__ = ["details_type", "normalize_array", "normalize_batch", "normalize_batches"]


def normalize_batch(
    batch: Batch,
    column: str = "text",
    *,
    into: str | None = None,
    details: str | None = None,
    fields: Iterable[str] = DETAILS,
    options: Options | None = None,
    **keywords: Any,
) -> Batch:
    """Return `batch`, a ``RecordBatch`` or ``Table``, with the texts of `column` normalized.

    Args:
        batch: The rows.
        column: The column of texts: strings of any Arrow string type, dictionary-encoded or not.
        into: The column to put the clean texts in; by default they replace the raw ones. One that exists is replaced.
        details: The name of a struct column to add, for the structured result; ``None`` for none.
        fields: Which details the struct column holds.
        options: What to do with the texts.
        **keywords: The fields of `Options`, instead of `options`.

    Raises:
        KeyError: There is no column of that name.
        TypeError: The column does not hold strings.
        ValueError: A field is not one of `DETAILS`, or an option is not a valid one.

    """
    if column not in batch.schema.names:
        raise KeyError(f"no column is called {column!r}; the columns are {', '.join(batch.schema.names)}")
    chosen, names = Options.from_keywords(options, keywords), check_details(fields)
    source = batch.column(column)
    chunks = source.chunks if isinstance(source, pa.ChunkedArray) else [source]
    made = [_normalize_chunk(chunk, chosen, names if details is not None else None) for chunk in chunks]
    text_type = _text_type(source.type)
    added = [(into or column, text_type, [texts for texts, _ in made])]
    if details is not None:
        added.append((details, details_type(names), [structs for _, structs in made]))
    for name, kind, arrays in added:
        values = pa.chunked_array(arrays, kind) if isinstance(source, pa.ChunkedArray) else arrays[0]
        batch = _set_column(batch, name, kind, values)
    return batch


def normalize_batches(
    batches: Iterable[pa.RecordBatch], column: str = "text", **keywords: Any
) -> Iterator[pa.RecordBatch]:
    """Yield each of `batches` normalized: `normalize_batch` for engines that hand over an iterator."""
    for batch in batches:
        yield normalize_batch(batch, column, **keywords)


def normalize_array(array: pa.Array, *, options: Options | None = None, **keywords: Any) -> pa.Array:
    """Return the clean texts of `array`, an ``Array`` or ``ChunkedArray``: for engines that hand over a column."""
    batch = pa.Table.from_arrays([array], ["text"])
    texts = normalize_batch(batch, options=options, **keywords).column("text")
    return texts if isinstance(array, pa.ChunkedArray) else texts.combine_chunks()


def details_type(fields: Iterable[str] = DETAILS) -> pa.StructType:
    """Return the type of the struct column that holds `fields`."""
    return pa.struct([(name, _arrow_type(DETAILS[name])) for name in check_details(fields)])


def _normalize_chunk(
    chunk: pa.Array, options: Options, fields: tuple[str, ...] | None
) -> tuple[pa.Array, pa.Array | None]:
    """Return the clean texts of `chunk` and, if `fields` are wanted, their details."""
    text_type = _text_type(chunk.type)
    raws: list[str | None] = chunk.to_pylist()
    if fields is None:
        texts = [None if raw is None else clean(raw, options=options) for raw in raws]
        return pa.array(texts, text_type), None
    articles = [None if raw is None else normalize(raw, options=options) for raw in raws]
    structs = [article and pick_details(article, fields) for article in articles]
    return pa.array([article and article.text for article in articles], text_type), pa.array(
        structs, details_type(fields)
    )


def _text_type(kind: pa.DataType) -> pa.DataType:
    """Return the type of the clean texts: that of the raw ones, without a dictionary, which would not pay."""
    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    if pa.types.is_null(plain):  # a batch in which every text is missing
        return plain
    if not (pa.types.is_string(plain) or pa.types.is_large_string(plain) or pa.types.is_string_view(plain)):
        raise TypeError(f"a column of strings is wanted, not of {kind}")
    return plain


def _set_column(batch: Batch, name: str, kind: pa.DataType, values: Any) -> Batch:
    at = batch.schema.get_field_index(name)
    field = pa.field(name, kind)
    return batch.append_column(field, values) if at < 0 else batch.set_column(at, field, values)


def _arrow_type(hint: Any) -> pa.DataType:
    """Return the Arrow type of a record's field by its type hint."""
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    if hint in plain:
        return plain[hint]
    choices = get_args(hint)
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_type(choices[0]))
    if choices:  # optional: every Arrow type takes nulls
        return _arrow_type(next(choice for choice in choices if choice is not NoneType))
    return pa.struct([(name, _arrow_type(kind)) for name, kind in get_type_hints(hint).items()])
