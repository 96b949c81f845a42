"""Output files: each appears whole or not at all, none is written through a link, and no helper is left behind."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsnorm.corpus.chunks import CorpusError
from newsnorm.corpus.sources import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["check_output", "partial_path", "remove", "same_file", "state_path", "whole_file", "whole_path"]


def partial_path(path: Path) -> Path:
    """Return where the output `path` grows until it is whole."""
    return path.with_name(path.name + ".partial")


def state_path(path: Path) -> Path:
    """Return where it stands how far the output `path` has come."""
    return path.with_name(path.name + ".state")


def whole_path(path: Path) -> Path:
    """Return where the parts of the output `path` are put together."""
    return path.with_name(path.name + ".whole")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the path of a file to write, which becomes `path` when the block ends well and vanishes when it doesn't."""
    partial = partial_path(path)
    remove(partial)
    try:
        yield partial
        partial.replace(path)
    except BaseException:
        remove(partial)
        raise


def remove(path: Path) -> None:
    """Remove whatever stands at `path`, if anything does: of a link the link, never what it leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def check_output(name: str, inputs: Sequence[str]) -> None:
    """Refuse an output that is a link or no file, that is also read, or whose helpers' places are.

    Raises:
        CorpusError: The output called `name` can't be written; the message says why.

    """
    path = Path(name)
    if any(other != STANDARD and same_file(path, Path(other)) for other in inputs):
        raise CorpusError(f"{name}: is input and output at once")
    if path.is_symlink():
        raise CorpusError(f"{name}: is a link, and nothing is written through links; name the file itself")
    if path.exists() and not path.is_file():
        raise CorpusError(f"{name}: is there and no file; standard output is -")
    if not path.absolute().parent.is_dir():
        raise CorpusError(f"{name}: no such folder")
    for beside in (partial_path(path), state_path(path), whole_path(path)):
        if any(other != STANDARD and same_file(beside, Path(other)) for other in inputs):
            raise CorpusError(f"{beside}: is read, and stands where {name} would grow; move one of them")


def same_file(path: Path, other: Path) -> bool:
    """Return whether both names lead to one file, there already or not."""
    try:
        return path.samefile(other)
    except OSError:
        return path.resolve() == other.resolve()
