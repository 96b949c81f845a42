"""The command line: ``newsnorm [FILE …]`` writes the clean text of each article to standard output.

A thin layer over `newsnorm.normalize`: it reads, chooses what to show, and answers for failures. An input that can't
be read is one line on standard error and exit status 2; the other inputs are still done. It never writes to a file.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import newsnorm
from newsnorm import corpus_cli, furniture_cli, names_cli, report_cli
from newsnorm.ending import ending_orderly
from newsnorm.options_cli import add_options, describe_error, read_options
from newsnorm.views import make_visible, unified_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["main"]

DESCRIPTION = "Clean scraped news articles: encoding, furniture, spacing and names, every change accounted for."

# What --explain shows of the text around a change, in code points.
CONTEXT = 24

RED, GREEN, CYAN, RESET = "\N{ESCAPE}[31m", "\N{ESCAPE}[32m", "\N{ESCAPE}[36m", "\N{ESCAPE}[0m"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process by default) and return its exit status."""
    with ending_orderly():
        try:
            status = _run(sys.argv[1:] if arguments is None else list(arguments))
            sys.stdout.flush()
            return status
        except BrokenPipeError:  # the reader has seen enough
            _silence_output()
            return 0
        except KeyboardInterrupt:
            print("newsnorm: interrupted", file=sys.stderr)
            return 130
        except OSError as error:
            _silence_output()
            print(f"newsnorm: {describe_error(error, 'standard output')}", file=sys.stderr)
            return 2


def _silence_output() -> None:
    """Keep the interpreter from writing, and complaining, once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    """Do what the command line says and return the exit status."""
    if given[:1] == ["report"]:  # a file of that name is ./report
        return report_cli.main(given[1:])
    if given[:1] == ["furniture"]:
        return furniture_cli.main(given[1:])
    if given[:1] == ["names"]:
        return names_cli.main(given[1:])
    parser = _parser()
    parsed = parser.parse_args(given)
    try:
        options = read_options(parsed)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    if corpus_cli.is_wanted(parsed):
        return corpus_cli.run(parsed, options)
    status = 0
    for name in parsed.files or ["-"]:
        try:
            raw = _read(name, parsed.encoding)
        except (OSError, ValueError) as error:
            print(f"newsnorm: {name}: {_reason(error)}", file=sys.stderr)
            status = 2
            continue
        article = newsnorm.normalize(raw, options=options)
        for piece in _show(article, "standard input" if name == "-" else name, parsed.show):
            _write(piece + "\n")
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsnorm",
        description=DESCRIPTION,
        epilog="newsnorm report FILE … -o report.html shows on one page what would change in a corpus; "
        "newsnorm furniture FILE … -o furniture.tsv learns the lines that recur on a site; "
        "newsnorm names export writes the names as synonyms, newsnorm names show NAME what is known of one.",
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="an article's plain text, or records; - or none: standard input"
    )
    show = parser.add_mutually_exclusive_group()
    for flag, text in (
        ("json", "the whole article as JSON, one line each"),
        ("explain", "each change on a line: where, by which rule, before → after"),
        ("diff", "a unified view of what changed, coloured on a terminal"),
    ):
        show.add_argument(f"--{flag}", dest="show", action="store_const", const=flag, default="text", help=text)
    add_options(parser)
    parser.add_argument("--encoding", default="utf-8", metavar="NAME", help="how files are encoded (default: utf-8)")
    corpus_cli.add_arguments(parser)
    parser.add_argument("--version", action="version", version=f"newsnorm {newsnorm.__version__}")
    return parser


def _read(name: str, encoding: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        return data.decode(encoding)
    except LookupError:
        raise ValueError(f"no encoding is called {encoding!r}") from None


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not {error.encoding} text: byte {error.start} is 0x{error.object[error.start]:02x} (see --encoding)"
    return getattr(error, "strerror", None) or str(error)


def _write(text: str) -> None:
    # Bytes, so that neither the locale nor the platform's newline habit touches the text.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def _show(article: newsnorm.Article, name: str, show: str) -> Iterator[str]:
    if show == "json":
        yield json.dumps(article.to_dict(), ensure_ascii=False)
    elif show == "explain":
        yield from _explain(article, name)
    elif show == "diff":
        yield from _diff(article, name, coloured=sys.stdout.isatty() and "NO_COLOR" not in os.environ)
    else:
        yield article.text


def _explain(article: newsnorm.Article, name: str) -> Iterator[str]:
    """Yield a line for each change and each warning, in order of place in the raw text."""
    lines: list[tuple[int, str]] = []
    for change in article.changes:
        left = _flat(article.raw[max(0, change.start - CONTEXT) : change.start])
        right = _flat(article.raw[change.end : change.end + CONTEXT])
        what = f"{change.stage}/{change.rule}: {left}[{_flat(change.before)} → {_flat(change.after)}]{right}"
        lines.append((change.start, what))
    lines += [(warning.start, f"warning/{warning.kind}: {warning.message}") for warning in article.warnings]
    for start, what in sorted(lines, key=lambda line: line[0]):
        row = article.raw.count("\n", 0, start) + 1
        column = start - (article.raw.rfind("\n", 0, start) + 1) + 1
        yield f"{name}:{row}:{column}: {what}"


def _flat(text: str) -> str:
    """Return `text` on one line, line breaks and control characters visible."""
    return "".join(
        "⏎" if character == "\n" else character if character.isprintable() else repr(character)[1:-1]
        for character in text
    )


def _diff(article: newsnorm.Article, name: str, *, coloured: bool) -> Iterator[str]:
    lines = unified_diff(article, before=f"{name} (raw)", after=f"{name} (clean)").split("\n")[:-1]
    colours = {"-": RED, "+": GREEN, "@": CYAN}
    for line in lines:
        colour = colours.get(line[:1]) if coloured else None
        yield f"{colour}{make_visible(line)}{RESET}" if colour else line
