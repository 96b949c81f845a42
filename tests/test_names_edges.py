"""Where names are told apart by little: slips, glue, what stands around them."""

from __future__ import annotations

import pytest

from newsnorm import Options, group_names, normalize, normalize_names
from newsnorm.name_table import parse_name_table


@pytest.mark.parametrize(
    "names",
    [
        ["Videovolodymyr Horbenko", "Volodymyr Horbenko"],  # a word was glued to it
        ["Vlamidir Horbenko", "Vladimir Horbenko"],  # letters changed places
        ["Mary Ann Smith", "Mary Smith"],
        ["Anna Petrenko", "A. Petrenko"],
    ],
)
def test_one_person_is_one_group(names: list[str]) -> None:
    assert group_names(names) == [set(names)]


@pytest.mark.parametrize(
    "names",
    [
        ["Zqwert Li", "Zqwerr Li"],  # no more than two letters vouch for it
        ["Anna Petrenko", "Olena Petrenko"],
    ],
)
def test_two_people_are_two_groups(names: list[str]) -> None:
    assert len(group_names(names)) == 2


def test_an_initial_before_a_very_common_surname_fits_nobody() -> None:
    crowd = [f"A{letter}x{letter}q Horbenko" for letter in "abcdefghijklmnopqrstuvwxyz"]
    groups = group_names(["A. Horbenko", *crowd])
    assert {"A. Horbenko"} in groups


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("In Kiev, as it was called, nobody came.", None),  # the name is spoken of
        ("See foo.kiev for more.", None),  # an address
        ("See Kiev.Then leave.", "See Kyiv.Then leave."),
        ("They sold Chicken Kiev in Kiev.", "They sold Chicken Kiev in Kyiv."),
        ("So said Vladimir\nZelensky.", "So said Volodymyr\nZelenskyy."),
        ("So said Vladimir\n\nZelensky.", "So said Vladimir\n\nZelenskyy."),
    ],
)
def test_what_stands_around_a_name_tells_what_it_is(text: str, want: str | None) -> None:
    assert normalize_names(text, language="en") == (text if want is None else want)


@pytest.mark.parametrize(
    "row",
    [
        "Anna Berg\tperson\ten\tAnna; Burg\tBerg",
        "Foo Foo Fox\torganisation\ten\tFoo; Anna\tFow",
        "Anna Fox\tperson\ten\tAnna; Burg\tFow",
    ],
)
def test_names_side_by_side_never_get_in_each_others_way(row: str) -> None:
    """A given name that is a variant too was taken in by the surname after it, and changed by itself."""
    options = Options(stages=("names",), language="en", name_table=parse_name_table(f"{row}\n", source="mine.tsv"))
    for text in ("In Anna Burg nothing happened, said Anna Anna Burg.", "In Foo Foo Foo nothing happened, said Foo."):
        once = normalize(text, options=options).text
        assert normalize(once, options=options).text == once
