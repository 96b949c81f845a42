"""Hugging Face datasets: a map over batches, in as many processes as you like."""

from datasets import Dataset

from newsnorm.adapters.arrow import normalize_batch

if __name__ == "__main__":  # processes may import this file again
    articles = Dataset.from_parquet("articles.parquet").with_format("arrow")
    articles.map(normalize_batch, batched=True, num_proc=2).to_parquet("clean.parquet")
