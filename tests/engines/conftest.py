"""Ten thousand short articles of our own, and what becomes of them one after the other."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

import newsnorm

COUNT = 10_000

SENTENCES = (
    "The ministers of both countries met in {city} on {day}.",
    "A spokesman of the port said the ferries would run again by {day}.",
    'The mayor called it a "new beginning"and thanked the crews.',
    "{person} arrived in Kiev on {day}.He will stay until the talks end.",
    "Prices rose by {number}.5 per cent, the office for statistics reported.",
    "Les deux parties se sont rÃ©unies Ã  {city} pour la journÃ©e.",
    "More at https://example.org/{city}.html or write to desk@example.org.",
)
FURNITURE = ("", "", "", "Share this article", "Leave A Reply\nPlease enter your comment!", "Related News")
CITIES = ("Geneva", "Odessa", "Lyon", "Kharkov", "Malmö")
PEOPLE = ("Anna Berg", "Volodimir Zelenski", "the envoy")
DAYS = ("Monday", "Tuesday", "Friday")


def make_text(random_: random.Random) -> str | None:
    if random_.random() < 0.01:
        return None
    chosen = random_.sample(SENTENCES, 3)
    sentences = [
        sentence.format(
            city=random_.choice(CITIES),
            person=random_.choice(PEOPLE),
            day=random_.choice(DAYS),
            number=random_.randrange(99),
        )
        for sentence in chosen
    ]
    return "\n".join(["Talks go on", "", *sentences, random_.choice(FURNITURE)])


@pytest.fixture(scope="session")
def texts() -> list[str | None]:
    random_ = random.Random(8)
    return [make_text(random_) for _ in range(COUNT)]


@pytest.fixture(scope="session")
def serial(texts: list[str | None]) -> dict[int, str | None]:
    """Return the clean texts by id, made one after the other."""
    return {i: None if text is None else newsnorm.clean(text) for i, text in enumerate(texts)}


@pytest.fixture
def articles(texts: list[str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a table of the articles, which also stands in `articles.parquet` in the current folder."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    table = pa.table({"id": range(COUNT), "source": ["wire"] * COUNT, "text": texts})
    pq.write_table(table, tmp_path / "articles.parquet", row_group_size=COUNT // 4)
    monkeypatch.chdir(tmp_path)
    return table
