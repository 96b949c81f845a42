"""A user's own table, what a table exports, and what it shows of a name."""

from __future__ import annotations

import gc
import json
import unicodedata
import weakref
from datetime import date
from pathlib import Path

import pytest

import newsnorm
from newsnorm.cli import main
from newsnorm.name_table import (
    HOUSE_STYLES,
    SYNONYM_FORMATS,
    NameTable,
    ends_known_name,
    is_part_of_name,
    parse_name_table,
)
from newsnorm.tables import read_rows


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Kyiv\tplace\ten\n", "line 1: 3 fields where 4 or 5 are wanted"),
        ("\n# a comment\nKyiv\ttown\ten\tKiev\n", "line 3: 'town' is not one of 'place', 'person'"),
        ("Kyiv\tplace\t\tKiev\n", "line 1: no language"),
        ("\tplace\ten\tKiev\n", "line 1: an empty name"),
        ("Kyiv\tplace\ten\tKiev; ;Kiew\n", "line 1: an empty name"),
        ("Kyi\u0306v\tplace\ten\tKiev\n", "line 1: .* is not in NFC"),
        ("Kyiv\tplace\ten\tKi\u0306ev\n", "line 1: .* is not in NFC"),
        ("Kyiv\tplace\ten\tKiev; Kiev\n", "line 1: 'Kiev' is there already"),
        ("A\tplace\ten\tKiev\nB\tplace\ten\tKiev\n", r"line 2: 'Kiev' is there already \(line 1\): a duplicate"),
        ("A\tplace\ten\tB\nA\tplace\ten\tC\n", r"line 2: 'A' is there already \(line 1\): a duplicate"),
        ("A\tplace\ten\tB\nB\tplace\ten\tC\n", r"line 2: 'B' is a variant of 'A' \(line 1\): a chain"),
        ("B\tplace\ten\tC\nA\tplace\ten\tB\n", r"line 2: 'B' is a variant of 'A' \(line 2\): a chain"),
        ("A\tplace\ten\tA\n", "line 1: 'A' is a variant of 'A'"),
    ],
)
def test_a_bad_table_is_refused_and_the_line_named(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_name_table(text, source="mine.tsv")


A_JSON = '{"canonical": "A", "kind": "place", "languages": ["en"], "variants": ["B"]}'
B_JSON = '{"canonical": "B", "kind": "place", "languages": ["en"], "variants": []}'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[\n{,", "line 2: not JSON"),
        ('{"canonical": "Kyiv"}', "line 1: a list of objects is wanted"),
        ("[\n1]", "line 2: an object is wanted, not int"),
        ('[\n\n{"canonical": "Kyiv"}]', "line 3: no 'kind'"),
        ('[{"name": "Kyiv"}]', "line 1: 'name' is not a field"),
        ('[{"canonical": 1}]', "canonical is a int, not a str"),
        ('[{"canonical": "K", "kind": "place", "languages": [1], "variants": []}]', "are lists of strings"),
        (f"[\n{A_JSON},\n{B_JSON}]", "line 3: 'B' is a variant of 'A'"),
    ],
)
def test_bad_json_is_refused_and_the_line_named(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_name_table(text, source="mine.json", json_format=True)


def test_the_same_spelling_in_two_languages_is_no_duplicate() -> None:
    table = parse_name_table("Kiew\tplace\tde\tKyiv\nKyiv\tplace\ten\tKiew\n", source="mine")
    assert newsnorm.clean("Kiew", language="en", name_table=table) == "Kyiv"
    assert newsnorm.clean("Kyiv", language="de", name_table=table) == "Kiew"


ROWS = [
    {"canonical": "Kiev", "kind": "place", "languages": ["en"], "variants": ["Kyiv"]},
    {
        "canonical": "Ann Example",
        "kind": "person",
        "languages": ["*"],
        "variants": ["Anne Example"],
        "short": "Example",
    },
]


@pytest.mark.parametrize("name", ["mine.tsv", "mine.json"])
def test_a_table_is_added_to_the_built_in_one_and_overrules_it_or_stands_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix == ".json":
        path.write_text(json.dumps(ROWS, indent=1), encoding="utf-8")
    else:
        path.write_text(
            "# canonical\tkind\tlanguages\tvariants\tshort\n"
            "Kiev\tplace\ten\tKyiv\nAnn Example\tperson\t*\tAnne Example\tExample\n",
            encoding="utf-8",
        )
    text = "In Kyiv and Kharkov, Anne Example spoke. Example left."
    added = newsnorm.load_name_table(path)
    assert newsnorm.clean(text, stages=("names",), language="en", name_table=added) == (
        "In Kiev and Kharkiv, Ann Example spoke. Example left."
    )
    alone = newsnorm.load_name_table(path, extend=False)
    assert newsnorm.clean(text, stages=("names",), language="en", name_table=alone) == (
        "In Kiev and Kharkov, Ann Example spoke. Example left."
    )
    assert NameTable.builtin().entity("place/kyiv").forms["en"].full == "Kyiv"


def test_a_table_that_nobody_keeps_goes_with_all_that_was_worked_out_from_it() -> None:
    table = NameTable.builtin().extended(parse_name_table("Kyiv\tplace\ten\tKeef\n", source="mine.tsv"))
    article = newsnorm.normalize("He left Keef for Kharkov on Monday.", name_table=table, language="en")
    assert (article.text, len(article.names)) == ("He left Kyiv for Kharkiv on Monday.", 2)
    kept = weakref.ref(table)
    del table, article
    gc.collect()
    assert kept() is None


def test_an_extended_table_keeps_its_laws() -> None:
    """No spelling of one language leads to two things."""
    mine = parse_name_table("Odessa\tplace\ten\tOdesa; Kharkov\n", source="mine")
    view = NameTable.builtin().extended(mine).view("en")
    assert [row.id for row in view.find("Odesa")] == ["place/odessa"]
    assert [row.id for row in view.find("Kharkov")] == ["place/odessa"]
    assert len({row.text for row in view.spellings()}) == len(list(view.spellings()))


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_synonyms_hold_each_thing_once_and_nothing_that_needs_evidence(language: str) -> None:
    view = NameTable.builtin().view(language)
    lines = list(newsnorm.export_synonyms(language))
    assert lines
    seen: set[str] = set()
    for line in lines:
        canonical, *others = (name.replace("\\,", ",") for name in line.replace("\\, ", "\\,").split(", "))
        assert others
        assert not seen & {canonical, *others}
        seen |= {canonical, *others}
    conditional = {row.text for row in view.spellings() if row.conditions}
    assert not seen & conditional


def test_synonyms_for_elasticsearch_are_json_with_the_same_content() -> None:
    data = json.loads("\n".join(newsnorm.export_synonyms("de", format="elasticsearch")))
    assert [entry["synonyms"] for entry in data["synonyms_set"]] == list(newsnorm.export_synonyms("de"))
    assert {"place/kyiv"} <= {entry["id"] for entry in data["synonyms_set"]}


def test_bad_export_choices_are_refused() -> None:
    with pytest.raises(ValueError, match=f"'xml' is not one of '{SYNONYM_FORMATS[0]}'"):
        newsnorm.export_synonyms(format="xml")
    with pytest.raises(ValueError, match="'dish' is not one of 'place'"):
        newsnorm.export_synonyms(kinds=("dish",))


@pytest.mark.parametrize("name", ["Kiev", "kyiv", "Kiew", "place/kyiv", "Киев"])
def test_a_name_is_shown_whatever_its_spelling(name: str) -> None:
    (entry,) = newsnorm.show_name(name)
    assert (entry.id, entry.kind, entry.forms["en"], entry.forms["de"]) == ("place/kyiv", "place", "Kyiv", "Kiew")
    assert "Kiev" in [alias for alias, _ in entry.aliases]
    assert "<chicken" in entry.blockers


def test_an_unknown_name_shows_nothing() -> None:
    assert newsnorm.show_name("Nowhere at all") == ()


def test_the_words_of_known_names_are_known_and_so_are_their_ends() -> None:
    assert is_part_of_name("Kiev")
    assert not is_part_of_name("after")
    assert not is_part_of_name("")
    assert ends_known_name("Volodymyr", "Zelensky")
    assert not ends_known_name("Zelensky", "Volodymyr")


def test_the_command_shows_and_exports(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["names", "show", "Kiev"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("place/kyiv (place)\n")
    assert "de: Kiew" in shown
    assert "not after chicken" in shown
    assert main(["names", "show", "Nowhere at all"]) == 1
    assert "not in the table" in capsys.readouterr().err
    assert main(["names", "export", "--language", "de"]) == 0
    assert capsys.readouterr().out.splitlines() == list(newsnorm.export_synonyms("de"))
    path = tmp_path / "mine.tsv"
    path.write_text("Kyiv\tplace\n", encoding="utf-8")
    assert main(["names", "export", "--table", str(path)]) == 2
    assert "mine.tsv, line 1: 2 fields" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Zelenskiy", "Netanjahu", "Kharkov", "Lukashenka"])
@pytest.mark.parametrize("word", ["said", "after", "and"])
def test_known_names_survive_the_repair_of_spacing(name: str, word: str) -> None:
    text = f"President Volodymyr Zelenskiy spoke to reporters in the town on Tuesday. {name}{word} all of it was over."
    apart = text.replace(f"{name}{word}", f"{name} {word}")
    assert newsnorm.clean(text, language="en") == newsnorm.clean(apart, language="en")


@pytest.mark.parametrize(("name", "width"), [("styles.tsv", 7), ("context.tsv", 4), ("given_names.tsv", 5)])
def test_small_tables_are_sorted_unique_and_in_normal_form(name: str, width: int) -> None:
    rows = list(read_rows(name, width))
    assert rows
    assert ["\t".join(row) for row in rows] == sorted({"\t".join(row) for row in rows})
    assert all(unicodedata.is_normalized("NFC", field) and field == field.strip() for row in rows for field in row)


def test_house_styles_are_those_of_their_table_and_speak_of_known_things() -> None:
    rows = list(read_rows("styles.tsv", 7))
    assert {row[0] for row in rows} == set(HOUSE_STYLES)
    for _, since, language, id_, full, short, source in rows:
        assert since == "-" or date.fromisoformat(since)
        assert source
        assert language in NameTable.builtin().entity(id_).forms
        assert full.endswith(short)
