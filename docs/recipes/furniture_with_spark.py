"""Spark: a site's furniture, learned on each partition and put together."""

import operator
import os
import sys
from collections.abc import Iterable, Iterator

from pyspark.sql import Row, SparkSession

import newsnorm


def learn(rows: Iterable[Row]) -> Iterator[newsnorm.Furniture]:
    yield newsnorm.learn_furniture(row.text for row in rows)


os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = SparkSession.builder.getOrCreate()
texts = spark.read.parquet("articles.parquet").select("text").na.drop().repartition(4)
texts.rdd.mapPartitions(learn).reduce(operator.or_).save("furniture.tsv", everything=True)
