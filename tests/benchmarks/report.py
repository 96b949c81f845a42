"""Print what `docs/performance.md` shows: ``python tests/benchmarks/report.py [--cases FOLDER] [--long] [--update]``.

Ratios hold from machine to machine; figures do not. All is measured in one process, turn and turn about, by processor
time. Whole runs are measured on texts that were not seen before; of parts, the median of several rounds is taken. With
``--update`` the tables of docs/performance.md are replaced by those just measured; nothing else of it changes.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ftfy
from assembled import assembled
from corpus import news, one_article, web

import newsnorm
from newsnorm.alignment import Alignment
from newsnorm.document import Document
from newsnorm.edits import Edit, apply_edits, check_edits
from newsnorm.language import detect_language
from newsnorm.options import STAGE_NAMES, Options
from newsnorm.pipeline import _document, load_stages
from newsnorm.sections import find_structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
ROUNDS = 5
WORST_SHOWN = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, help="a folder of public cases to measure on besides")
    parser.add_argument("--long", action="store_true", help="also one article of 10 million code points")
    parser.add_argument("--all", action="store_true", help="all hostile rows instead of the worst")
    parser.add_argument("--update", action="store_true", help="write the tables into docs/performance.md")
    arguments = parser.parse_args()
    corpora = {"news, own": news(600), "web, own": web(160)}
    if arguments.cases:
        corpora |= dict(public_corpora(arguments.cases))
    measurements: tuple[Callable[[], list[tuple[str, ...]]], ...] = (
        lambda: throughput(corpora),
        lambda: stages(corpora),
        lambda: scaling([50_000, 500_000, *([10_000_000] if arguments.long else [])]),
        lambda: hostile(shown=None if arguments.all else WORST_SHOWN),
        engine_alone,
        starting,
        processes,
    )
    for measure in measurements:
        rows = measure()
        print_table(rows)
        if arguments.update:
            PAGE.write_text(replace_table(PAGE.read_text(encoding="utf-8"), format_table(rows)), encoding="utf-8")


def public_corpora(folder: Path) -> Iterator[tuple[str, list[str]]]:
    def rows(name: str) -> list[dict[str, Any]]:
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in lines if line]

    yield "news, public", [row["text"] for row in rows("clean_news")]
    pages = rows("boilerplate")
    yield "web, public", [row["text"] for row in pages if row["extractor"] == "trafilatura"]
    yield "whole pages, public", [row["text"] for row in pages if row["extractor"] == "inscriptis"][:50]


def throughput(corpora: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """Return how much of each of `corpora` goes through, in megabytes a second.

    What counts is texts that were not seen before, after as many others, as in a long run: newsnorm remembers words,
    and a second time is quicker. So half of all texts go before, and of the others each is measured once, by every
    work in turn.
    """
    rows: list[tuple[str, ...]] = [
        (
            "texts",
            "`ftfy.fix_text`",
            "assembled",
            "`normalize`",
            "to ftfy",
            "to assembled",
            "seen before: to ftfy",
            "to assembled",
        )
    ]
    newsnorm.normalize("Alfa Bravo Charlie Delta Echo Foxtrot")  # has the slower detector of languages loaded
    for texts in corpora.values():
        for text in texts[::2]:
            newsnorm.normalize(text)
    for name, texts in corpora.items():
        fresh = texts[1::2]
        megabytes = sum(len(text.encode("utf-8", "replace")) for text in fresh) / 1e6
        few = fresh[:: max(1, len(fresh) // 40)]
        share = sum(map(len, few)) / sum(map(len, fresh))
        plain, ours = once_in_turn([ftfy.fix_text, newsnorm.normalize], fresh)
        theirs = in_turn([assembled], few)[0] / share
        plain_again, ours_again = in_turn([ftfy.fix_text, newsnorm.normalize], fresh)
        rates = (f"{megabytes / seconds:.1f} MB/s" for seconds in (plain, theirs, ours))
        ratios = [f"{plain / ours:.2f}", f"{theirs / ours:.1f}"]
        ratios += [f"{plain_again / ours_again:.2f}", f"{theirs / ours_again:.1f}"]
        rows.append((name, *rates, *ratios))
    return rows


def stages(corpora: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """Return what each stage takes by itself on sound and unsound text, in nanoseconds a code point.

    The words of a text are read once, for all stages: what that takes is a column of its own.
    """
    options = Options(language="en")
    known: dict[str, dict[str, Any]] = {}

    def read(text: str) -> Document:
        document = object.__new__(Document)
        document.__dict__.update(known[text])
        return document

    works: dict[str, Callable[[str], object]] = {"words": lambda text: Document(text).words}
    works |= {
        name: lambda text, propose=propose: list(propose(read(text), options))
        for name, propose in load_stages(STAGE_NAMES)
    }
    works["language"] = lambda text: detect_language(text, known[text]["words"].sample)
    works["structure"] = lambda text: find_structure(Document(text, "en"))
    rows: list[tuple[str, ...]] = [("ns a code point", *works)]
    for name, texts in corpora.items():
        size = sum(map(len, texts))
        for text in texts:
            known[text] = {**vars(_document(text, options)), "words": Document(text).words}
        rows.append((name, *(f"{1e9 * seconds / size:.1f}" for seconds in in_turn(list(works.values()), texts))))
        known.clear()
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


def hostile(length: int = 100_000, shown: int | None = WORST_SHOWN) -> list[tuple[str, ...]]:
    sys.path.append(str(Path(__file__).parents[1]))
    from newsnorm.testing import HOSTILE

    plain = one_article(length)
    newsnorm.normalize(plain)
    usual = in_turn([newsnorm.normalize], [plain])[0]
    found = []
    for unit in HOSTILE:
        text = (unit * (length // len(unit) + 1))[:length]
        found.append((in_turn([newsnorm.normalize], [text], rounds=3)[0] / usual, unit))
    worst = sorted(found, reverse=True)[:shown]
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


def engine_alone() -> list[tuple[str, ...]]:
    time_taken = f"{1000 * engine():.0f} ms"
    return [("what", "size", "time"), ("one article, engine alone", "1M code points, 12,000 edits", time_taken)]


FIRST_ARTICLES = {
    "English": "The minister said in Kiev on Tuesday that the two countries would go on talking about it.",
    "German": "Der Minister sagte am Dienstag in Kiew, dass die beiden Länder weiter darüber sprechen würden.",
    "Ukrainian": "Міністр сказав у вівторок у Києві, що обидві країни й далі говоритимуть про це.",
    "a headline that `langdetect` is asked about": "Minister resigns amid inquiry",
}
LOAD = """
import newsnorm
from newsnorm.name_table import styles
from newsnorm.names import mentions
from time import process_time
start = process_time()
view = newsnorm.NameTable.builtin().view("en")
assert len(view.remember(mentions._movers)()) > 20_000
print(process_time() - start)
"""


def starting(rounds: int = 11) -> list[tuple[str, ...]]:
    """Return what a fresh process waits for, by its processor time: the least of several runs and the median.

    The modules are compiled beforehand, as they are where a package was installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        settings["PYTHONPYCACHEPREFIX"] = folder

        def run(program: str) -> tuple[float, str]:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run(
                [sys.executable, "-c", program], check=True, env=settings, capture_output=True, text=True
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout

        imported = "import newsnorm"
        programs = ["pass", imported, *(f"{imported}; newsnorm.normalize({a!r})" for a in FIRST_ARTICLES.values())]
        for program in programs:
            run(program)
        times: list[list[float]] = [[] for _ in [*programs, LOAD]]
        for _ in range(rounds):
            for taken, program in zip(times, programs, strict=False):
                taken.append(run(program)[0])
            times[-1].append(float(run(LOAD)[1]))
    bare, alone, *first, load = times
    before_all = {"`import newsnorm`, beyond the interpreter": (alone, bare)}
    rest = {
        f"first article, beyond the import: {name}": (taken, alone)
        for name, taken in zip(FIRST_ARTICLES, first, strict=True)
    }
    within = {"of it, the names table and its English view": (load, [0.0])}
    return [
        ("start", "best", "median"),
        *(
            (name, *(f"{1000 * (pick(taken) - pick(less)):.0f} ms" for pick in (min, statistics.median)))
            for name, (taken, less) in (before_all | rest | within).items()
        ),
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


def once_in_turn(works: Sequence[Callable[[str], object]], texts: Sequence[str]) -> list[float]:
    """Return the seconds each of `works` takes for all of `texts`, each text once, the works in turn on each."""
    taken = [0.0 for _ in works]
    with what_is_kept_set_apart():
        for text in texts:
            for number, work in enumerate(works):
                start = time.process_time()
                work(text)
                taken[number] += time.process_time() - start
    return taken


def in_turn(works: Sequence[Callable[[str], object]], texts: Sequence[str], rounds: int = ROUNDS) -> list[float]:
    """Return the median seconds each of `works` takes for all of `texts`, measured turn and turn about."""
    for work in works:
        work(texts[0])
    times: list[list[float]] = [[] for _ in works]
    with what_is_kept_set_apart():
        for _ in range(rounds):
            for work, taken in zip(works, times, strict=True):
                start = time.process_time()
                for text in texts:
                    work(text)
                taken.append(time.process_time() - start)
    return [statistics.median(taken) for taken in times]


@contextmanager
def what_is_kept_set_apart() -> Iterator[None]:
    """Let the garbage collector pass over what the process keeps by now, which is none of the measured work's making.

    The assembled pipeline's tree of names alone is 280,000 objects: whoever allocates most would pay for going through
    them again and again.
    """
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def print_table(rows: Sequence[tuple[str, ...]]) -> None:
    sys.stdout.write(format_table(rows) + "\n")
    sys.stdout.flush()


def format_table(rows: Sequence[tuple[str, ...]]) -> str:
    """Return `rows` as a table of Markdown, the first as its head."""
    head, *body = (f"| {' | '.join(row)} |\n" for row in rows)
    return "".join([head, f"|{'---|' * len(rows[0])}\n", *body])


def replace_table(page: str, table: str) -> str:
    """Return `page` with the table that has the head of `table` replaced by it.

    Raises:
        ValueError: The page has no such table.

    """
    head = table.split("\n")[0]
    start = ("\n" + page).find(f"\n{head}\n")
    if start < 0:
        raise ValueError(f"no table has the head {head}")
    end = page.find("\n\n", start)
    return page[:start] + table + (page[end + 1 :] if end >= 0 else "")


if __name__ == "__main__":
    main()
