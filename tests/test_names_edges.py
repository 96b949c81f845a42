"""Where names are told apart by little: slips, glue, what stands around them."""

from __future__ import annotations

import pytest

from newsnorm import Options, group_names, normalize, normalize_names
from newsnorm.name_table import parse_name_table
from newsnorm.testing import check_fixed_point


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


def test_a_given_name_that_ends_a_longer_name_before_is_not_taken_out_of_it() -> None:
    rows = "Xq Ana\tplace\ten\tXq Anna\t\nAnna Berg\tperson\ten\tAnna Burg\tBerg\n"
    options = Options(stages=("names",), language="en", name_table=parse_name_table(rows, source="mine.tsv"))
    assert normalize("Xq Anna Burg left", options=options).text == "Xq Ana Burg left"
    assert normalize("Then Xq Anna Berg left", options=options).text == "Then Xq Ana Berg left"
    assert normalize("Xq Anna Berg left", options=options).text == "Xq Ana Berg left"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("See example/Kiev for it.", None),
        ("The Kiev/Lvov road is open.", "The Kyiv/Lviv road is open."),
        ("He said Kiev/Moscow talks go on.", "He said Kyiv/Moscow talks go on."),
        ("See path/kiev/x there.", None),
        ("It was d'Kiev, or O'Kiev.", None),
        ("Kiev's mayor; KIEV'S MAYOR.", "Kyiv's mayor; KYIV'S MAYOR."),
        ("It is a Kiev cake, or Kievcake.", None),
        ("The city, formerly Kiev, is old.", None),
        ("She xformerly Kiev saw.", "She xformerly Kyiv saw."),  # not the word
        ("So President Zelensky said.", "So President Zelenskyy said."),
        ("So V. Zelensky said.", "So V. Zelenskyy said."),
        ("So said Olga Zelensky.", None),  # another given name
        ("So said VLADIMIR ZELENSKY.", "So said VOLODYMYR ZELENSKYY."),
        ("So said Vladimir ZELENSKY.", "So said Volodymyr ZELENSKYY."),
        ("It is the Ukraine; The Ukraine said so.", "It is Ukraine; Ukraine said so."),
        ("It is the Ukraine war.", None),
    ],
)
def test_a_name_is_changed_where_it_is_one(text: str, want: str | None) -> None:
    assert normalize_names(text, language="en") == (text if want is None else want)


def test_why_a_name_was_left_alone_is_said() -> None:
    (warning,) = normalize("So said Olga Zelensky.", stages=("names",), language="en").warnings
    assert (warning.kind, warning.start, warning.end) == ("ambiguous-name", 13, 21)
    assert warning.message == (
        "'Zelensky' was not taken for person/volodymyr-zelenskyy: another given name stands before it"
    )
    assert normalize("So said Zelenskyy.", stages=("names",), language="en").warnings == ()


def test_a_name_that_no_table_knows_is_spelled_by_its_commonest() -> None:
    text = "Oleksii Horbenko spoke. Oleksiy Horbenko left. Oleksiy Horbenko slept. OLEKSII HORBENKO!"
    article = normalize(text, stages=("names",), language="en", unify_unknown=True)
    assert article.text == text.replace("Oleksii", "Oleksiy")
    assert [(change.rule, change.confidence) for change in article.changes] == [("unified-name", 0.8)]
    tie = "Oleksii Horbenko spoke. Oleksiy Horbenko left."
    assert normalize(tie, stages=("names",), language="en", unify_unknown=True).text == tie.replace(
        "Oleksiy", "Oleksii"
    )


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Sergei Lavrov", "Serge Lavrov", True),
        ("Petro Poroshenko", "Petra Poroshenko", False),
        ("Ghaidai Horbenko", "Haidai Horbenko", True),
        ("Ivan Horbenko", "Iven Horbenko", False),
        ("Anna Horbenko", "Anne Horbenko", True),
        ("Jon Smith", "John Smith", False),
        ("Shcherbyna", "Olena Shcherbyna", True),
        ("O. Shcherbyna", "Olena Shcherbyna", True),
        ("P. Shcherbyna", "Olena Shcherbyna", False),
    ],
)
def test_which_spellings_are_of_one_person(left: str, right: str, same: bool) -> None:
    assert len(group_names([left, right])) == (1 if same else 2)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Dmytro Lubinec spoke. Then Lubinec left.", "Dmytro Lubinets spoke. Then Lubinets left."),
        ("Then Lubinec left.", None),  # it may be anybody
        ("Then Lubinec left. Dmytro Lubinec spoke.", "Then Lubinec left. Dmytro Lubinets spoke."),
        ("Then Mr. Lubinec left.", "Then Mr. Lubinets left."),
        ("Then D. Lubinec left.", "Then D. Lubinets left."),
        ("Dmytro Lubinets spoke. So Olga Lubinec left, and Lubinec slept.", None),  # two of one name
    ],
)
def test_a_surname_alone_is_somebody_known_once_he_was_named(text: str, want: str | None) -> None:
    assert normalize_names(text, language="en") == (text if want is None else want)


def test_a_form_that_spacing_takes_apart_does_not_grow() -> None:
    table = parse_name_table("O’Neill O’Neill of11\tperson\t*\tO’Neill1\tO’Neill\n", source="mine")
    options = Options(language="en", name_table=table)
    article = normalize("So O’Neill O’Neill of11 spoke on Monday in the town.", options=options)
    assert article.text == "So O’Neill O’Neill of 11 spoke on Monday in the town."
    check_fixed_point(article.raw, options)


@pytest.mark.parametrize(
    ("text", "want", "reason"),
    [
        ("They met in Kyaev today.", "They met in Kyiv today.", None),
        ("So Kyaev spoke in Kyaev.", "So Kyaev spoke in Kyiv.", "the same word is a surname"),
        ("So Olga Kiev left.", None, "another given name before it"),
        ("So Paris Kiev left.", "So Paris Kyiv left.", None),  # a place as well as a given name
        ("Olga's Kiev is big.", "Olga's Kyiv is big.", None),
        ("A non-Kiev deal, and Kiev-Xyz.", "A non-Kyiv deal, and Kyiv-Xyz.", None),
        ("Kiev's Zelensky spoke.", "Kyiv's Zelenskyy spoke.", None),
        ("THEN ZELENSKY SPOKE.", "THEN ZELENSKYY SPOKE.", None),
        ("So Mr Lubinec and Ms. Lubinec left.", "So Mr Lubinets and Ms. Lubinets left.", None),
        ("Paths: a\\Kiev and C:\\Kiev\\x and www.example.org/Kiev/Lvov.", None, None),
    ],
)
def test_a_place_is_one_by_what_stands_around_it(text: str, want: str | None, reason: str | None) -> None:
    article = normalize(text, stages=("names",), language="en")
    assert article.text == (text if want is None else want)
    assert [reason in warning.message for warning in article.warnings] == [True] * (reason is not None)
