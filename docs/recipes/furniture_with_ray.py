"""Ray Data: a site's furniture, learned on each block and put together."""

import functools
import operator

import pyarrow as pa
import ray

import newsnorm


@ray.remote
def learn(block: pa.Table) -> newsnorm.Furniture:
    return newsnorm.learn_furniture(block.column("text").drop_null().to_pylist())


articles = ray.data.read_parquet("articles.parquet").repartition(4)
learned = ray.get([learn.remote(block) for block in articles.to_arrow_refs()])
functools.reduce(operator.or_, learned).save("furniture.tsv", everything=True)
