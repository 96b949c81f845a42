"""Dask: a site's furniture, learned on each partition and put together."""

import functools
import operator

import dask
import dask.dataframe as dd

import newsnorm

if __name__ == "__main__":  # processes import this file again
    dask.config.set(scheduler="processes", num_workers=2)
    texts = dd.read_parquet("articles.parquet", split_row_groups=True)["text"].dropna()
    learned = dask.compute(*(dask.delayed(newsnorm.learn_furniture)(part) for part in texts.to_delayed()))
    functools.reduce(operator.or_, learned).save("furniture.tsv", everything=True)
