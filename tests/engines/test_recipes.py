"""Each recipe of the documentation, run by its real engine, gives what a plain loop gives.

Install the engines by ``pip install -e '.[test,test-engines]'``; Spark also wants Java. A recipe whose engine is not
installed is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsnorm
from newsnorm.adapters.details import pick_details

RECIPES = Path(__file__).parents[2] / "docs" / "recipes"
ENGINES = {
    "with_pandas": "pandas",
    "with_polars": "polars",
    "with_duckdb": "duckdb",
    "with_datasets": "datasets",
    "with_dask": "dask",
    "with_ray": "ray",
    "with_spark": "pyspark",
    "with_spark_details": "pyspark",
}
FURNITURE = {
    "furniture_with_dask": "dask",
    "furniture_with_ray": "ray",
    "furniture_with_spark": "pyspark",
}
QUIET = {
    "HF_HUB_OFFLINE": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "SPARK_LOCAL_IP": "127.0.0.1",
    "PYTHONWARNINGS": "default",
}


def test_every_recipe_is_run() -> None:
    assert {path.stem for path in RECIPES.glob("*.py")} == {*ENGINES, *FURNITURE}


def run(recipe: str, engine: str, tmp_path: Path) -> None:
    """Run a recipe as a program of its own in the current folder, which has the articles."""
    pytest.importorskip(engine)
    if engine == "pyspark" and not shutil.which("java"):
        pytest.skip("Spark wants Java")
    library = str(Path(newsnorm.__file__).parents[1])
    environment = {**os.environ, **QUIET, "HF_HOME": str(tmp_path / "hf"), "PYTHONPATH": library}
    command = [sys.executable, str(RECIPES / f"{recipe}.py")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 0, done.stderr[-4_000:]


@pytest.mark.parametrize("recipe", ENGINES)
def test_the_engine_gives_what_a_loop_gives(
    recipe: str, articles: Any, serial: dict[int, str | None], tmp_path: Path
) -> None:
    run(recipe, ENGINES[recipe], tmp_path)
    import pyarrow.parquet as pq

    made = pq.read_table(tmp_path / "clean.parquet").to_pylist()
    assert {row["id"]: row["text"] for row in made} == serial
    assert len(made) == articles.num_rows
    assert {row["source"] for row in made} == {"wire"}
    if recipe == "with_spark_details":
        row = next(row for row in made if row["text"] != articles.column("text")[row["id"]].as_py())
        article = newsnorm.normalize(articles.column("text")[row["id"]].as_py())
        assert row["article"] == pick_details(article, ["language", "changes"])


@pytest.mark.parametrize("recipe", FURNITURE)
def test_furniture_learned_on_parts_is_that_of_the_whole(
    recipe: str, articles: Any, texts: list[str | None], tmp_path: Path
) -> None:
    run(recipe, FURNITURE[recipe], tmp_path)
    newsnorm.learn_furniture(text for text in texts if text is not None).save(tmp_path / "whole.tsv", everything=True)
    assert (tmp_path / "furniture.tsv").read_text() == (tmp_path / "whole.tsv").read_text()
    assert "Share this article" in newsnorm.Furniture.load(tmp_path / "furniture.tsv").lines
