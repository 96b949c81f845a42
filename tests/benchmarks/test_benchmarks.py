"""The parts by themselves, under pytest-benchmark: ``pytest tests/benchmarks --benchmark-enable``.

In a plain run each is gone through once, untimed, so that none of them rots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ftfy
import pytest
from assembled import assembled
from corpus import news, one_article, web
from report import engine, format_table, print_table, replace_table

import newsnorm
from newsnorm.document import Document
from newsnorm.options import STAGE_NAMES, Options
from newsnorm.pipeline import load_stages

if TYPE_CHECKING:
    from collections.abc import Callable

CORPORA = {"news": news(20), "web": web(5)}
WORKS: dict[str, Callable[[str], object]] = {
    "fix_text": ftfy.fix_text,
    "assembled": assembled,
    "normalize": newsnorm.normalize,
    "normalize with its views": lambda text: newsnorm.normalize(text).to_dict(),
    "language": lambda text: Document(text).language,
}


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("work", WORKS)
def test_throughput(benchmark: Any, work: str, corpus: str) -> None:
    benchmark.group = corpus
    benchmark(lambda: [WORKS[work](text) for text in CORPORA[corpus]])


@pytest.mark.parametrize("stage", STAGE_NAMES)
def test_stage(benchmark: Any, stage: str) -> None:
    benchmark.group = "stages"
    propose = dict(load_stages(STAGE_NAMES))[stage]
    options = Options()
    documents = [Document(text, "en") for text in CORPORA["web"]]
    benchmark(lambda: [list(propose(document, options)) for document in documents])


@pytest.mark.parametrize("length", [5_000, 50_000])
def test_length(benchmark: Any, length: int) -> None:
    benchmark.group = "one article"
    text = one_article(length)
    assert len(text) == length
    benchmark(newsnorm.normalize, text)


def test_engine(benchmark: Any) -> None:
    benchmark.group = "engine"
    assert benchmark(engine, 10_000, 120) >= 0


def test_the_assembled_pipeline_does_the_same_jobs() -> None:
    """Else the comparison would be of nothing: it repairs, replaces and removes too, if not so well."""
    damaged = "The cafÃ© in Kiev has closed.Now what?\nLeave a Reply\n"
    assert assembled(damaged) == "The café in Kyiv has closed. Now what?\n"


def test_tables_are_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([("a", "b"), ("1", "2")])
    assert capsys.readouterr().out == "| a | b |\n|---|---|\n| 1 | 2 |\n\n"


def test_a_table_of_the_page_is_replaced_and_nothing_else() -> None:
    page = "Before.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n| c |\n|---|\n| 3 |\n"
    assert replace_table(page, format_table([("a", "b"), ("4", "5")])) == page.replace("| 1 | 2 |", "| 4 | 5 |")
    assert replace_table(page, format_table([("c",), ("6",), ("7",)])) == page.replace("| 3 |", "| 6 |\n| 7 |")
    with pytest.raises(ValueError, match="no table has the head"):
        replace_table(page, format_table([("d",)]))
