"""DuckDB: a function for SQL, Arrow in and out."""

import duckdb
import pyarrow as pa

from newsnorm.adapters.arrow import normalize_array


def clean(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    return normalize_array(texts)


connection = duckdb.connect()
connection.create_function("clean", clean, ["VARCHAR"], "VARCHAR", type="arrow")
connection.sql("COPY (SELECT * REPLACE (clean(text) AS text) FROM 'articles.parquet') TO 'clean.parquet'")
