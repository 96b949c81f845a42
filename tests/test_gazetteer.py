"""The program that picks the places of Ukraine, on a handful of rows of its own."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).parents[1] / "docs" / "making" / "build_gazetteer.py"

CODIFIER = [
    ["first level", "second", "third", "fourth", "fifth", "category", "name"],
    ["UA1", "UA11", "UA111", "", "", "H", "Літинська"],
    ["UA1", "UA11", "UA111", "UA1111", "", "X", "Літин"],
    ["UA1", "UA11", "UA111", "UA1112", "", "X", "Пісківка"],  # in no other source, and no community's centre
    ["UA1", "UA12", "UA121", "UA1211", "", "M", "Суми"],
    ["UA1", "UA12", "UA121", "UA1212", "", "C", "Хотінʼ"],
    ["UA1", "UA12", "UA121", "UA1213", "", "C", "Мала Тестівка"],  # too few live there
    ["UA1", "UA12", "UA121", "UA1214", "", "M", "Шахтарськ"],
]
CITIES: dict[str, dict[str, Any]] = {
    "1": {
        "countrycode": "UA",
        "name": "Sumy",
        "population": 294456,
        "alternatenames": ["Sumi", "Soumy", "Сумы", "Суми", "Sumý", "Sumai"],
    },
    "2": {"countrycode": "UA", "name": "Mala Testivka", "population": 900, "alternatenames": ["Мала Тестівка"]},
    "3": {"countrycode": "RU", "name": "Sumy", "population": 5000, "alternatenames": ["Сумы", "Суми"]},
    "4": {"countrycode": "UA", "name": "Shakhtarsk", "population": 71700, "alternatenames": ["Шахтарськ", "Шахтёрск"]},
}
OWN = "Шахтарськ\tcity\t71700\tШахтёрск\tShakhtersk\town"


@pytest.fixture(scope="module")
def program() -> Any:
    spec = importlib.util.spec_from_file_location("build_gazetteer", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def test_the_gazetteer_is_made_of_the_codifier_and_geonames(program: Any, tmp_path: Path) -> None:
    codifier, cities, table = (tmp_path / name for name in ("codifier.json", "cities.json", "ukraine.tsv"))
    codifier.write_text(json.dumps(CODIFIER), encoding="utf-8")
    cities.write_text(json.dumps(CITIES), encoding="utf-8")
    table.write_text(f"# an older table\nОзеро\tvillage\t1\t\t\tGeoNames\n{OWN}\n", encoding="utf-8")
    arguments = [str(codifier), str(cities), "--table", str(table)]
    program.main(arguments)
    made = table.read_text(encoding="utf-8")
    header, *rows = made.splitlines()
    assert header.startswith("# Places of Ukraine")
    assert rows == [
        "Літин\tsettlement\t0\tЛитин\t\tKATOTTG",
        "Суми\tcity\t294456\tСумы\tSumi\tGeoNames",
        OWN,
    ]
    program.main(arguments)
    assert table.read_text(encoding="utf-8") == made


@pytest.mark.parametrize(
    ("spelling", "bones"), [("Kharkiv", "grkv"), ("Kharkov", "grkv"), ("Shchastia", "st"), ("Lutsk", "lck")]
)
def test_a_skeleton_is_the_consonants_by_sound(program: Any, spelling: str, bones: str) -> None:
    assert program.skeleton(spelling) == bones


def test_a_foreign_spelling_is_not_attested(program: Any) -> None:
    spellings = ["Charkiw", "Kharkiv", "Kharkov", "Harkiv", "Charków", "Kharkoff", "HRK"]
    assert program.read_attested("Харків", spellings) == {"Kharkov", "Harkiv"}
