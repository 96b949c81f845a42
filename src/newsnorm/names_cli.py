"""The commands ``newsnorm names export`` and ``newsnorm names show Kiev``: the names table for other tools and for you.

``export`` writes synonyms for a search index to standard output; ``show`` prints what the table holds of each name.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from newsnorm.name_table import SYNONYM_FORMATS, NameEntry, NameTable, export_synonyms, load_name_table, show_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Run the command with `arguments` and return its exit status: 1 where a name is in no table."""
    parsed = _parser().parse_args(arguments)
    try:
        table = load_name_table(parsed.table) if parsed.table else NameTable.builtin()
    except (OSError, ValueError) as error:
        print(f"newsnorm: {error}", file=sys.stderr)
        return 2
    status = 0
    if parsed.command == "export":
        for line in export_synonyms(parsed.language, format=parsed.format, table=table):
            print(line)
        return 0
    for name in parsed.names:
        entries = show_name(name, table=table)
        for line in (line for entry in entries for line in _describe(entry)):
            print(line)
        if not entries:
            print(f"newsnorm: {name}: not in the table", file=sys.stderr)
            status = 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsnorm names", description="What the table of names holds.")
    parser.set_defaults(table=None)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="write the table as synonyms for a search index")
    export.add_argument("--language", default="en", metavar="CODE", help="whose forms and aliases (default: en)")
    export.add_argument("--format", choices=SYNONYM_FORMATS, default=SYNONYM_FORMATS[0], help="the file's format")
    show = commands.add_parser("show", help="print what the table holds of a name, an alias or an id")
    show.add_argument("names", nargs="+", metavar="NAME")
    for command in (export, show):
        command.add_argument("--table", metavar="FILE", help="your own table, added to the built-in one")
    return parser


def _describe(entry: NameEntry) -> Iterator[str]:
    yield f"{entry.id} ({entry.kind})"
    yield "  " + " · ".join(f"{language}: {form}" for language, form in entry.forms.items())
    if entry.aliases:
        shown = (f"{alias} [{', '.join(needs)}]" if needs else alias for alias, needs in entry.aliases)
        yield f"  also {', '.join(shown)}"
    if entry.blockers:
        before = [word[1:] for word in entry.blockers if word[0] == "<"]
        after = [word[1:] for word in entry.blockers if word[0] == ">"]
        yield f"  not after {', '.join(before) or 'anything'}; not before {', '.join(after) or 'anything'}"
