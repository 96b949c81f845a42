"""Polars: an expression in a lazy query, Arrow in and out."""

import polars as pl

from newsnorm.adapters.arrow import normalize_array


def clean(texts: pl.Series) -> pl.Series:
    return pl.Series(normalize_array(texts.to_arrow()))


articles = pl.scan_parquet("articles.parquet")
articles.with_columns(pl.col("text").map_batches(clean, return_dtype=pl.String)).sink_parquet("clean.parquet")
