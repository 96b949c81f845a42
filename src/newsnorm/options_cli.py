"""What the commands share: the options of `newsnorm.Options`, and how an error is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.furniture import FURNITURE_KINDS, Furniture
from newsnorm.name_table import HOUSE_STYLES, load_name_table
from newsnorm.options import NAME_MODES, STAGE_NAMES, Options

if TYPE_CHECKING:
    import argparse

__all__ = ["add_options", "describe_error", "read_options"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to `parser`."""
    parser.add_argument(
        "--stages", metavar="STAGE,…", help=f"run only these, of {', '.join(STAGE_NAMES)} (default: all of them)"
    )
    parser.add_argument("--language", metavar="CODE", help="ISO 639-1 code; und: universal rules only")
    parser.add_argument("--names", choices=NAME_MODES, default="replace", help="what to do with known names")
    parser.add_argument(
        "--style",
        metavar="STYLE[@DATE]",
        default=HOUSE_STYLES[0],
        help=f"whose spelling of names: {', '.join(HOUSE_STYLES)}; at a date as it was then: ap@2019-01-31",
    )
    parser.add_argument("--name-table", metavar="FILE", help="names of your own, beside those that newsnorm knows")
    parser.add_argument("--furniture", metavar="FILE", help="a site's furniture, as newsnorm furniture learns it")
    parser.add_argument("--protect", metavar="FILE", help="phrases that are left as they stand, one a line")
    parser.add_argument("--keep", default="", metavar="KIND,…", help=f"let stay, of {', '.join(FURNITURE_KINDS)}")


def read_options(parsed: argparse.Namespace) -> Options:
    """Return the options that the command line names.

    Raises:
        OSError: A file of names, furniture or phrases can't be read.
        ValueError: An option is not one of the valid ones.

    """
    return Options(
        stages=STAGE_NAMES if parsed.stages is None else tuple(filter(None, parsed.stages.split(","))),
        language=parsed.language,
        names=parsed.names,
        house_style=parsed.style,
        name_table=None if parsed.name_table is None else load_name_table(parsed.name_table),
        furniture=None if parsed.furniture is None else Furniture.load(parsed.furniture),
        keep=tuple(filter(None, parsed.keep.split(","))),
        protect=() if parsed.protect is None else _read_phrases(parsed.protect),
    )


def _read_phrases(path: str) -> tuple[str, ...]:
    """Return the lines of the file at `path`, blank ones left out."""
    from pathlib import Path  # few have such a file

    return tuple(filter(None, map(str.strip, Path(path).read_text(encoding="utf-8").split("\n"))))


def describe_error(error: Exception, name: str) -> str:
    """Return what a person should know of `error`, which is about the file called `name` unless it names another."""
    reason = getattr(error, "strerror", None)
    return f"{getattr(error, 'filename', None) or name}: {reason}" if reason else str(error)
