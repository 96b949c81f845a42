"""Spark: ``mapInArrow`` over the partitions of a data frame. The workers need newsnorm and pyarrow installed."""

import os
import sys

from pyspark.sql import SparkSession

from newsnorm.adapters.arrow import normalize_batches

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers' Python, if it is not set up otherwise
spark = SparkSession.builder.getOrCreate()
articles = spark.read.parquet("articles.parquet")
articles.mapInArrow(normalize_batches, articles.schema).write.parquet("clean.parquet")
