"""Laws of the Arrow adapter: a column is its texts, one by one; nulls, types, other columns and chunks stay."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.adapters.details import DETAILS, check_details, pick_details

pa = pytest.importorskip("pyarrow")
arrow = pytest.importorskip("newsnorm.adapters.arrow")

TEXTS = st.lists(st.none() | st.sampled_from(["cafÃ©", "", "In Kiev.Then", "ok"]) | st.text(max_size=20), max_size=8)
TYPES = [pa.string(), pa.large_string(), pa.string_view()]


def serial(texts: list[str | None]) -> list[str | None]:
    return [None if text is None else newsnorm.clean(text) for text in texts]


@given(TEXTS, st.sampled_from(TYPES), st.booleans())
def test_a_batch_is_its_texts_one_by_one(texts: list[str | None], kind: Any, coded: bool) -> None:
    array = pa.array(texts, kind)
    array = array.dictionary_encode() if coded and kind == pa.string() else array
    batch = pa.RecordBatch.from_arrays([pa.array(range(len(texts))), array], ["id", "text"])
    made = arrow.normalize_batch(batch)
    assert type(made) is type(batch)
    assert made.column("text").to_pylist() == serial(texts)
    assert made.column("text").type == kind
    assert made.column("id").equals(batch.column("id"))
    assert made.schema.names == batch.schema.names


@given(st.lists(TEXTS, max_size=3))
def test_a_table_keeps_its_chunks(chunks: list[list[str | None]]) -> None:
    table = pa.table({"text": pa.chunked_array(chunks, pa.string())})
    made = arrow.normalize_batch(table).column("text")
    assert [chunk.to_pylist() for chunk in made.chunks] == [serial(chunk) for chunk in chunks]


@given(TEXTS)
def test_details_are_those_of_the_article(texts: list[str | None]) -> None:
    made = arrow.normalize_batch(pa.table({"text": pa.array(texts, pa.string())}), into="clean", details="more")
    assert made.column("text").to_pylist() == texts
    assert made.column("clean").to_pylist() == serial(texts)
    wanted = [None if text is None else pick_details(newsnorm.normalize(text), DETAILS) for text in texts]
    assert made.column("more").to_pylist() == wanted


def test_the_type_of_details_is_known_before_any_batch() -> None:
    made = arrow.normalize_batch(pa.table({"text": ["In Kiev."]}), details="more", fields=["language", "changes"])
    assert made.schema.field("more").type == arrow.details_type(["language", "changes"])
    empty = arrow.normalize_batch(pa.table({"text": pa.array([], pa.string())}), details="more")
    assert empty.schema.field("more").type == arrow.details_type()


def test_slices_and_iterators() -> None:
    batch = pa.RecordBatch.from_pydict({"t": ["cafÃ©", None, "ok", "noÃ«l"]}).slice(1, 3)
    (made,) = arrow.normalize_batches(iter([batch]), "t", stages=("encoding",))
    assert made.column("t").to_pylist() == [None, "ok", "noël"]
    assert arrow.normalize_array(batch.column("t"), stages=()).equals(batch.column("t"))


def test_options_reach_the_texts() -> None:
    table = pa.table({"text": ["cafÃ©"]})
    assert arrow.normalize_batch(table, stages=()).equals(table)
    assert arrow.normalize_batch(table, options=newsnorm.Options(stages=())).equals(table)


def test_a_column_of_nulls_has_no_texts() -> None:
    table = pa.table({"text": pa.nulls(3)})
    assert arrow.normalize_batch(table).equals(table)


def test_what_cannot_be_done_is_said() -> None:
    table = pa.table({"text": [1]})
    with pytest.raises(TypeError, match="a column of strings is wanted, not of int64"):
        arrow.normalize_batch(table)
    with pytest.raises(KeyError, match="no column is called 'body'; the columns are text"):
        arrow.normalize_batch(table, "body")
    with pytest.raises(ValueError, match="'titel' is not one of language, title"):
        arrow.normalize_batch(pa.table({"text": ["a"]}), details="more", fields=["titel"])


@pytest.mark.parametrize("name", DETAILS)
def test_every_detail_is_part_of_an_article(name: str) -> None:
    assert check_details([name]) == (name,)
    assert name in newsnorm.normalize("Talks went on.").to_dict()
