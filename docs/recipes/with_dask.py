"""Dask: a map over partitions. In processes, since threads would wait for each other."""

import dask
import dask.dataframe as dd
import pandas as pd

import newsnorm


def clean(part: pd.DataFrame) -> pd.DataFrame:
    return part.assign(text=part["text"].map(newsnorm.clean, na_action="ignore"))


if __name__ == "__main__":  # processes import this file again
    dask.config.set(scheduler="processes", num_workers=2)
    articles = dd.read_parquet("articles.parquet", split_row_groups=True)
    articles.map_partitions(clean, meta=articles).to_parquet("clean.parquet")
