"""pandas: a column of articles. Missing texts stay missing."""

import pandas as pd

import newsnorm

articles = pd.read_parquet("articles.parquet")
articles["text"] = articles["text"].map(newsnorm.clean, na_action="ignore")
articles.to_parquet("clean.parquet")
