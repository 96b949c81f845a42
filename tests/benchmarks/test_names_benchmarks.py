"""How fast names are matched, loaded and grouped: ``pytest tests/benchmarks --benchmark-enable``.

The matcher stands beside an Aho-Corasick automaton of the same spellings, on the same text, in one run. Each benchmark
says in its `extra_info` how much it went through, so that a rate can be told from its time.
"""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import newsnorm
from newsnorm import group_names
from newsnorm.document import Document
from newsnorm.edits import Edit
from newsnorm.name_table import NameTable
from newsnorm.name_table.table import read_builtin
from newsnorm.names import propose
from newsnorm.names.matcher import find_hits
from newsnorm.options import Options
from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES = (
    "The two governments said on Tuesday that they would open talks on the border within a month.",
    "Officials in {} did not answer questions about the length of the visit, its cost or its purpose.",
    "She had been a teacher for twenty years before the council asked her to run for the seat.",
    "Prices of wheat, which had doubled since the spring, fell for the third day in a row in Chicago.",
    "“We have seen this before,” said Anna Berg, who leads the harbour union in the north of the country.",
)


@cache
def articles() -> tuple[str, ...]:
    """Return news-like articles of about 3,000 code points, with a name of the table in every fifth sentence."""
    rng = random.Random(5)
    places = [row.text for row in NameTable.builtin().view("en").spellings() if row.id.startswith("place/")]
    return tuple(
        "\n\n".join(" ".join(rng.choices(SENTENCES, k=4)).format(*rng.choices(places, k=4)) for _ in range(9))
        for _ in range(200)
    )


def find_all() -> int:
    view = NameTable.builtin().view("en")
    return sum(len(find_hits(text, view)) for text in articles())


def test_the_matcher(benchmark: Any) -> None:
    benchmark.extra_info["MB"] = sum(len(text.encode()) for text in articles()) / 1e6
    assert benchmark(find_all) > 0


def test_the_stage_on_news_without_variants(benchmark: Any) -> None:
    clean = [newsnorm.clean(text, stages=("names",), language="en") for text in articles()]
    documents = [Document(text, "en") for text in clean]
    benchmark.extra_info["MB"] = sum(len(text.encode()) for text in clean) / 1e6
    found = benchmark(lambda: sum(isinstance(f, Edit) for doc in documents for f in propose(doc, Options())))
    assert found == 0


def test_an_automaton_of_the_same_spellings(benchmark: Any) -> None:
    automata = pytest.importorskip("ahocorasick_rs")
    automaton = automata.AhoCorasick([row.text for row in NameTable.builtin().view("en").spellings()])

    def find_whole_words() -> int:
        found = 0
        for text in articles():
            for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
                before, after = text[max(0, start - 1) : start], text[end : end + 1]
                found += not (before.isalnum() or after.isalnum())
        return found

    benchmark.extra_info["MB"] = sum(len(text.encode()) for text in articles()) / 1e6
    assert benchmark(find_whole_words) > 0


def test_loading_the_table_and_a_view_of_it(benchmark: Any) -> None:
    """All that a text without names needs; ``report.py`` measures the same in fresh processes."""
    assert benchmark(lambda: len(read_builtin().view("en").movers)) > 20_000


def test_loading_all_that_a_text_with_names_needs(benchmark: Any) -> None:
    def load() -> int:
        view = read_builtin().view("en")
        return len(view.movers) * len(view.keys) * len(view.keyed("Kiev"))

    assert benchmark(load) > 20_000 * 20_000


@pytest.mark.parametrize("count", [12_500, 25_000, 50_000, 100_000])
def test_grouping_names(benchmark: Any, count: int) -> None:
    """Times over counts show the growth: in step with the number of names."""
    names = make_names(count if benchmark.enabled else 1_000)
    benchmark.extra_info["names"] = len(names)
    call: Callable[[], Any] = lambda: group_names(names)  # noqa: E731 - what is timed
    assert benchmark.pedantic(call, rounds=1)


def make_names(count: int) -> list[str]:
    """Return made-up names: known given names, surnames by syllables, a slip in every fifth."""
    rng = random.Random(3)
    given = [form for row in read_rows("given_names.tsv", 5) for form in f"{row[1]} {row[2]}".split() if form.isascii()]
    syllables = (
        "ba be bi bo ko ku ka ra ri re ma mo mi ta te ti to na ne no sa si so vi vo va li lo le zha sho chu".split()
    )
    endings = "enko sky ov ev ich chuk er son ton ini ez mann".split()
    names: set[str] = set()
    while len(names) < count:
        surname = ("".join(rng.choices(syllables, k=rng.randint(1, 3))) + rng.choice(endings)).title()
        if rng.random() < 0.2 and len(surname) > 6:
            cut = rng.randrange(1, len(surname) - 1)
            surname = surname[:cut] + surname[cut + 1 :]
        names.add(f"{rng.choice(given)} {surname}")
    return sorted(names)
