"""Print what `docs/performance.md` shows: ``python tests/benchmarks/report.py [--cases FOLDER] [--long]``.

Ratios hold from machine to machine; figures do not. All is measured in one process, turn and turn about, by processor
time, and the median of several rounds is taken.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ftfy
from assembled import assembled
from corpus import news, one_article, web

import newsnorm
from newsnorm.alignment import Alignment
from newsnorm.edits import Edit, apply_edits, check_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROUNDS = 5
WORST_SHOWN = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, help="a folder of public cases to measure on besides")
    parser.add_argument("--long", action="store_true", help="also one article of 10 million code points")
    arguments = parser.parse_args()
    corpora = {"news, own": news(300), "web, own": web(80)}
    if arguments.cases:
        corpora |= dict(public_corpora(arguments.cases))
    for rows in (
        throughput(corpora),
        scaling([50_000, 500_000, *([10_000_000] if arguments.long else [])]),
        hostile(),
        [("", "one article, engine alone", "1M code points, 12,000 edits", f"{1000 * engine():.0f} ms")],
        starting(),
        processes(),
    ):
        print_table(rows)


def public_corpora(folder: Path) -> Iterator[tuple[str, list[str]]]:
    def rows(name: str) -> list[dict[str, Any]]:
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in lines if line]

    yield "news, public", [row["text"] for row in rows("clean_news")][::5]
    pages = rows("boilerplate")
    yield "web, public", [row["text"] for row in pages if row["extractor"] == "trafilatura"]
    yield "whole pages, public", [row["text"] for row in pages if row["extractor"] == "inscriptis"][:50]


def throughput(corpora: dict[str, list[str]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("texts", "`ftfy.fix_text`", "assembled", "`normalize`", "to ftfy", "to assembled")]
    for name, texts in corpora.items():
        few = texts[:: max(1, len(texts) // 40)]
        megabytes = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
        share = sum(map(len, few)) / sum(map(len, texts))
        plain, ours = in_turn([ftfy.fix_text, newsnorm.normalize], texts)
        theirs = in_turn([assembled], few)[0] / share
        rates = (f"{megabytes / seconds:.1f} MB/s" for seconds in (plain, theirs, ours))
        rows.append((name, *rates, f"{plain / ours:.2f}", f"{theirs / ours:.1f}"))
    return rows


def scaling(lengths: Sequence[int]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("one article of", "time a code point", "to the first", "peak memory to text")]
    first = 0.0
    for length in lengths:
        text = one_article(length)
        seconds = in_turn([newsnorm.normalize], [text], rounds=ROUNDS if length < 1_000_000 else 1)[0]
        first = first or seconds / length
        tracemalloc.start()
        newsnorm.normalize(text)
        peak = tracemalloc.get_traced_memory()[1] / sys.getsizeof(text)
        tracemalloc.stop()
        rows.append(
            (f"{length:,}", f"{1e9 * seconds / length:.0f} ns", f"{seconds / length / first:.2f}", f"{peak:.1f}")
        )
    return rows


def hostile(length: int = 100_000) -> list[tuple[str, ...]]:
    sys.path.append(str(Path(__file__).parents[1]))
    from strategies import HOSTILE

    plain = one_article(length)
    newsnorm.normalize(plain)
    usual = in_turn([newsnorm.normalize], [plain])[0]
    found = []
    for unit in HOSTILE:
        text = (unit * (length // len(unit) + 1))[:length]
        found.append((in_turn([newsnorm.normalize], [text], rounds=2)[0] / usual, unit))
    worst = sorted(found, reverse=True)[:WORST_SHOWN]
    return [(f"{length:,} of", "to news"), *((ascii(unit), f"{ratio:.1f}") for ratio, unit in worst)]


def engine(length: int = 1_000_000, count: int = 12_000) -> float:
    """Return the seconds that checking, applying and aligning `count` edits of `length` code points takes."""
    text = one_article(length)
    step = length // count
    edits = [Edit(at, at + at % 3, "so", "rule") for at in range(0, step * count, step)]

    def run(_: str) -> None:
        checked = check_edits(text, edits)
        apply_edits(text, checked)
        Alignment.identity(length).then(checked)

    return in_turn([run], [text])[0]


def starting() -> list[tuple[str, ...]]:
    def seconds(program: str) -> float:
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    article = "The minister said in Kiev on Tuesday that the two countries would go on talking about it."
    bare = seconds("pass")
    imported = seconds("import newsnorm")
    first = seconds(f"import newsnorm; newsnorm.normalize({article!r})")
    return [
        ("start", "time"),
        ("`import newsnorm`, beyond the interpreter", f"{1000 * (imported - bare):.0f} ms"),
        ("first article, beyond the import", f"{1000 * (first - imported):.0f} ms"),
    ]


def processes(count: int = 1200) -> list[tuple[str, ...]]:
    texts = web(count)

    def seconds(workers: int) -> tuple[float, float]:
        results = newsnorm.normalize_many(itertools.chain(web(4), texts), workers=workers)
        next(results)  # the workers have started
        start, own = time.perf_counter(), time.process_time()
        for _ in results:
            pass
        return time.perf_counter() - start, time.process_time() - own

    one, two = (sorted(seconds(workers) for _ in range(3))[1] for workers in (1, 2))
    return [
        ("`normalize_many`", "articles a second", "the caller's own part of the work"),
        ("one worker", f"{count / one[0]:.0f}", "all"),
        ("two workers", f"{count / two[0]:.0f}, {one[0] / two[0]:.2f} times", f"{two[1] / one[1]:.0%}"),
    ]


def in_turn(works: Sequence[Callable[[str], object]], texts: Sequence[str], rounds: int = ROUNDS) -> list[float]:
    """Return the median seconds each of `works` takes for all of `texts`, measured turn and turn about."""
    for work in works:
        work(texts[0])
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            start = time.process_time()
            for text in texts:
                work(text)
            taken.append(time.process_time() - start)
    return [statistics.median(taken) for taken in times]


def print_table(rows: Sequence[tuple[str, ...]]) -> None:
    head, *body = rows if len(rows) > 1 else [("", "what", "size", "time"), *rows]
    write = sys.stdout.write
    write(f"| {' | '.join(head)} |\n|{'---|' * len(head)}\n")
    for row in body:
        write(f"| {' | '.join(row)} |\n")
    write("\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
