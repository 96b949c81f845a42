"""Spark, with what an article knows beside its text as a struct column."""

import os
import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_type
from pyspark.sql.types import StructField, StructType

from newsnorm.adapters.arrow import details_type, normalize_batches

FIELDS = ["language", "changes"]


def clean(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    return normalize_batches(batches, details="article", fields=FIELDS)


os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = SparkSession.builder.getOrCreate()
articles = spark.read.parquet("articles.parquet")
schema = StructType([*articles.schema, StructField("article", from_arrow_type(details_type(FIELDS)))])
articles.repartition(4).mapInArrow(clean, schema).write.parquet("clean.parquet")
