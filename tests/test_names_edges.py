"""Where names are told apart by little: slips, glue, what stands around them."""

from __future__ import annotations

import pytest

from newsnorm import group_names, normalize_names


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
