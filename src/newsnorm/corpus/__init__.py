"""Whole corpora: records in files of JSON lines or Parquet, normalized one after the other, nothing else changed."""

from newsnorm.corpus.chunks import Chunk, CorpusError, Failure
from newsnorm.corpus.job import Job
from newsnorm.corpus.run import run_job
from newsnorm.corpus.summary import Summary

__all__ = ["Chunk", "CorpusError", "Failure", "Job", "Summary", "run_job"]
