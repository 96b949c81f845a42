"""Ray Data: a map over batches on one machine or many."""

import ray

from newsnorm.adapters.arrow import normalize_batch

articles = ray.data.read_parquet("articles.parquet")
articles.map_batches(normalize_batch, batch_format="pyarrow").write_parquet("clean.parquet")
