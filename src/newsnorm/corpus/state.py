"""How far a run has come, on disk beside the output that is growing, so that another run can go on from there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import newsnorm
from newsnorm.corpus.chunks import CorpusError
from newsnorm.corpus.files import state_path, whole_file
from newsnorm.corpus.sources import STANDARD, STANDARD_OUTPUTS
from newsnorm.corpus.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.corpus.job import Job

__all__ = ["State"]


class State:
    """How far a run has come.

    Attributes:
        position: Where the output stood at the last checkpoint; see `newsnorm.corpus.outputs.Output.checkpoint`.
        errors: How many bytes the file of errors had.
        summary: What was done by then, and since.

    """

    def __init__(self, job: Job, inputs: Sequence[str]) -> None:
        self._path = None if job.output in STANDARD_OUTPUTS else state_path(Path(job.output))
        self._run = _fingerprint(job, inputs)
        self.position = self.errors = 0
        self.summary = Summary()

    @classmethod
    def new(cls, job: Job, inputs: Sequence[str]) -> State:
        """Return the state of a run that begins anew; what an earlier one left is forgotten."""
        state = cls(job, inputs)
        state.forget()
        return state

    @classmethod
    def load(cls, job: Job, inputs: Sequence[str]) -> State:
        """Return the state of the run that was interrupted, or a new one if none was.

        Raises:
            CorpusError: It was another run: other inputs, options or version; or what it left can't be read.

        """
        state = cls(job, inputs)
        if state._path is None or not state._path.exists():
            return state
        try:
            data = json.loads(state._path.read_text(encoding="utf-8"))
            position, errors, summary = data["position"], data["errors"], Summary.from_dict(data["summary"])
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise CorpusError(f"{state._path}: can't be read; run without --resume to begin anew") from error
        if data["run"] != state._run:
            raise CorpusError(
                f"{job.output}: the run that was interrupted had other inputs, options or another version; "
                "run without --resume to begin anew"
            )
        state.position, state.errors, state.summary = position, errors, summary
        return state

    def save(self, position: int, errors: IO[bytes]) -> None:
        """Remember that the output stands at `position`, and how far the file of `errors` has come."""
        if self._path is None:
            return
        errors.flush()
        data = {
            "run": self._run,
            "position": position,
            "errors": errors.tell(),
            "summary": self.summary.to_dict(),
        }
        with whole_file(self._path) as new:
            new.write_text(json.dumps(data), encoding="utf-8")
        self.position = position

    def forget(self) -> None:
        """Remove what is remembered: the run is done, or begins anew."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)


def _fingerprint(job: Job, inputs: Sequence[str]) -> dict[str, Any]:
    """Return what must be the same for a run to go on: all that decides about the output."""
    run = {
        "newsnorm": newsnorm.fingerprint(job.options),
        "files": [[name, *_stamp(name)] for name in inputs],
        "fields": [job.text_field, job.into, list(job.details), job.prefix, job.errors],
    }
    plain: dict[str, Any] = json.loads(json.dumps(run))
    return plain


def _stamp(name: str) -> list[int]:
    if name == STANDARD:
        return []
    status = Path(name).stat()
    return [status.st_size, status.st_mtime_ns]
