"""A job: what to do with a corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsnorm.corpus.sources import STANDARD
from newsnorm.options import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Job"]


@dataclass(frozen=True, kw_only=True)
class Job:
    """What to do with a corpus.

    Attributes:
        inputs: Files, patterns of files, or ``-`` for standard input.
        output: A file, JSON lines or Parquet by its ending, ``-`` or ``-.parquet`` for standard output.
        text_field: The field that holds the raw text.
        into: The field for the clean text; ``None`` to replace the raw one.
        details: What to add beside the text, of the names in `newsnorm.adapters.details.DETAILS`.
        prefix: What stands before the names of the fields that `details` adds.
        errors: A file for the records that could not be done; ``None`` for none.
        resume: Whether to go on from where an interrupted run of the same job stopped.
        workers: In how many processes.
        options: What to do with the texts.

    """

    inputs: Sequence[str]
    output: str = STANDARD
    text_field: str = "text"
    into: str | None = None
    details: Sequence[str] = ()
    prefix: str = ""
    errors: str | None = None
    resume: bool = False
    workers: int = 1
    options: Options = field(default_factory=Options)

    @property
    def added(self) -> dict[str, str]:
        """The fields that `details` adds, and which detail each holds."""
        return {self.prefix + name: name for name in self.details}
