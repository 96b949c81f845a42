"""The compiled names table and the sources it is made from."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from importlib.resources import files

import pytest

from newsnorm.romanization.build import compile_tables
from newsnorm.tables import read_rows

ENTITIES = list(read_rows("entities.tsv", 6))
ALIASES = list(read_rows("aliases.tsv", 4))
FORMS = {row[0]: dict(pair.split("=", 1) for pair in row[2].split("|")) for row in ENTITIES}


def languages_of(scope: str, id_: str) -> set[str]:
    return set(FORMS[id_]) if scope == "*" else set(scope.split(","))


def test_the_tables_are_up_to_date_with_their_sources() -> None:
    for name, text in compile_tables().items():
        assert files("newsnorm").joinpath("data", name).read_text(encoding="utf-8") == text, name


@pytest.mark.parametrize("rows", [ENTITIES, ALIASES], ids=["entities", "aliases"])
def test_rows_are_sorted_unique_and_in_normal_form(rows: list[list[str]]) -> None:
    assert rows
    lines = ["\t".join(row) for row in rows]
    assert lines == sorted(set(lines))
    assert all(unicodedata.is_normalized("NFC", line) for line in lines)
    assert all(field == field.strip() for row in rows for field in row)


def test_an_alias_has_one_owner_in_a_language() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for alias, scope, id_, _ in ALIASES:
        for language in languages_of(scope, id_):
            owners[alias, language].add(id_)
    assert [key for key, ids in owners.items() if len(ids) > 1] == []


def test_no_alias_is_the_canonical_form_of_another_thing() -> None:
    canonical: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id_, _, forms, short, _, _ in ENTITIES:
        for pair in filter(None, f"{forms}|{short}".split("|")):
            language, _, form = pair.partition("=")
            canonical[form, language].add(id_)
    chained = [
        (alias, language, id_)
        for alias, scope, id_, _ in ALIASES
        for language in languages_of(scope, id_)
        if canonical[alias, language] - {id_} and FORMS[id_].get(language) != alias
    ]
    assert chained == []


def test_every_alias_leads_to_a_form_in_each_of_its_languages() -> None:
    for alias, scope, id_, conditions in ALIASES:
        assert languages_of(scope, id_) <= set(FORMS[id_]), alias
        assert all(c.partition("=")[0] in {"", "bare", "famous", "surname", "elsewhere"} for c in conditions.split(","))
