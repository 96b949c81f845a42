"""Whole corpora: records in files of JSON lines or Parquet, normalized one after the other, nothing else changed."""

from newsnorm.corpus.chunks import Chunk, CorpusError, Failure
from newsnorm.corpus.run import Job, Summary, run_job

__all__ = ["Chunk", "CorpusError", "Failure", "Job", "Summary", "run_job"]
