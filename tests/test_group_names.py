"""The laws of `group_names`, and what it makes of people in the news."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from time import process_time
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import group_names
from newsnorm.names.slips import is_slip
from newsnorm.names.sounds import fold_part
from newsnorm.tables import read_rows

FOLDER = Path(__file__).parent / "data"

# What desks do with one sound, in the middle of a name. Each pair may be swapped anywhere.
SWAPS = [("y", "i"), ("shch", "šč"), ("kh", "h"), ("ia", "ya"), ("zh", "ž"), ("ts", "tz"), ("ks", "x"), ("v", "w")]
SURNAMES = ["Haidai", "Shcherbyna", "Khmara", "Riabokon", "Zhdan", "Tsymbal", "Oleksenko", "Vovk", "Bilyk", "Zaiats"]
GIVEN = ["Serhii", "Volodymyr", "Oleksandr", "Iryna", "Andrii", "Mykola"]

any_names = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.builds(
            "{} {}".format, st.sampled_from([*GIVEN, "John", "Jon", "J.", "Sasha"]), st.sampled_from([*SURNAMES, ""])
        ),
    ),
    max_size=12,
)


def read_people(name: str) -> dict[str, int]:
    """Return every spelling in the file with the number of its person."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return {name: i for i, line in enumerate(lines) if not line.startswith("#") for name in line.split(" | ")}


@given(any_names)
def test_every_name_is_in_exactly_one_group(names: list[str]) -> None:
    groups = group_names(names)
    assert sorted(name for group in groups for name in group) == sorted(set(names))


@given(any_names, st.randoms(use_true_random=False))
def test_the_order_of_the_names_does_not_matter(names: list[str], random: st.Random) -> None:  # type: ignore[name-defined]
    shuffled = random.sample(names, len(names))
    assert set(map(frozenset, group_names(names))) == set(map(frozenset, group_names(shuffled)))


@given(st.sampled_from(GIVEN), st.sampled_from(SURNAMES), st.lists(st.sampled_from(SWAPS), max_size=4))
def test_a_name_and_its_respelling_by_sound_are_together(first: str, last: str, swaps: list[tuple[str, str]]) -> None:
    respelled = last.lower()
    for a, b in swaps:
        respelled = respelled.replace(a, b)
    assert len(group_names([f"{first} {last}", f"{first} {respelled.title()}"])) == 1


@pytest.mark.parametrize("row", list(read_rows("given_names.tsv", 5)), ids=lambda row: row[0])
def test_the_forms_of_a_given_name_are_together_whatever_their_script(row: list[str]) -> None:
    forms = [form for column in row[1:3] for form in column.split() if form != "-"]
    assert len(group_names([f"{form} Tkachenko" for form in forms])) == 1


def test_no_form_belongs_to_two_given_names() -> None:
    """Sound keys of whole forms are unique over the rows; short forms alone may stand for several."""
    owners: dict[tuple[bool, str], set[str]] = {}
    for name, slavic, other, _, _ in read_rows("given_names.tsv", 5):
        for forms, is_slavic in ((slavic, True), (other, False)):
            for form in forms.replace("-", "").split():
                owners.setdefault((is_slavic, fold_part(form, slavic=is_slavic)), set()).add(name)
    assert not {key: names for key, names in owners.items() if len(names) > 1}


@pytest.mark.parametrize(("name", "recall"), [("people.txt", 0.99), ("people-small.txt", 0.97)])
def test_people_in_the_news_are_told_apart_and_brought_together(name: str, recall: float) -> None:
    people = read_people(name)
    assert len(people) > 150
    found = {name: i for i, group in enumerate(group_names(people)) for name in group}
    pairs = [(people[a] == people[b], found[a] == found[b]) for a, b in combinations(people, 2)]
    together = sum(found for _, found in pairs)
    right = sum(same and found for same, found in pairs)
    assert right / together >= 0.999
    assert right / sum(same for same, _ in pairs) >= recall


@pytest.mark.parametrize(
    "names",
    [
        ["John Smith", "Jon Smith"],
        ["Igor Zelensky", "Vladimir Zelensky"],
        ["Oleksandr Sych", "Oleksandra Sych"],
        ["Daniel Silva", "Daniela Silva"],
        ["Li Jing", "Li Jin", "Li Ying"],
        ["John Hunter", "John Gunter"],
        ["George W. Bush", "George H. W. Bush"],
        ["Dan Sullivan", "Jake Sullivan"],
        ["Vladimir Gorpenko", "Vladimir Gorbenko"],
        ["John Healy", "John Healey"],
        ["Peter Hansen", "Peter Hanson", "Peter Hansens"],
    ],
    ids=lambda names: names[0],
)
def test_strangers_stay_apart(names: list[str]) -> None:
    assert len(group_names(names)) == len(names)


ABJAD = (
    ("بشار الأسد", "Bashar al-Assad", "Bashar Assad"),
    ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi", "Abdel-Fattah el-Sissi"),
    ("محمود عباس", "Mahmoud Abbas"),
    ("محمد عباس", "Mohammed Abbas"),
    ("إسماعيل هنية", "Ismail Haniyeh", "Ismael Haniya"),
    ("حسن نصر الله", "Hassan Nasrallah"),
    ("محمد بن سلمان", "Mohammed bin Salman", "Muhammad bin Salman"),
    ("قاسم سليماني", "Qassem Soleimani"),
    ("בנימין נתניהו", "Benjamin Netanyahu"),
    ("נפתלי בנט", "Naftali Bennett"),
    ("איתמר בן גביר", "Itamar Ben-Gvir"),
)


@given(st.permutations([name for names in ABJAD for name in names]))
def test_names_without_vowels_are_with_their_latin_spellings(names: list[str]) -> None:
    assert {frozenset(group) for group in group_names(names)} == {frozenset(names) for names in ABJAD}


@pytest.mark.parametrize(
    "names",
    [
        ["محمود عباس", "Mohammed Abbas"],  # two given names of the table
        ["סמי כהן", "Sami Kohen", "Sami Kahan"],  # two people have the consonants
        ["علي", "Ali"],  # less than a whole name
        ["بشار الأسد", "בשאר אסד"],  # two scripts without vowels, and nothing between them
    ],
)
def test_too_few_consonants_join_nobody(names: list[str]) -> None:
    assert len(group_names(names)) == len(names)


def test_less_than_a_whole_name_joins_the_one_person_it_fits() -> None:
    assert len(group_names(["Andrii Koval", "A. Koval", "Koval"])) == 1
    assert len(group_names(["Andrii Koval", "Oleh Koval", "Koval"])) == 3
    assert len(group_names(["Oleksandr Koval", "Oleksandra Koval", "Sasha Koval"])) == 3


@given(st.text("aeghko", max_size=8), st.text("aeghko", max_size=8), st.sampled_from(["slavic", "other", "given"]))
def test_slips_are_symmetric_and_one_letter_apart(a: str, b: str, kind: str) -> None:
    found = is_slip(a, b, shortest=3, kind=kind)
    assert found == is_slip(b, a, shortest=3, kind=kind)
    if found:
        assert a != b
        holes = [{s} | {s[:i] + s[i + 1 :] for i in range(len(s))} for s in (a, b)]
        assert holes[0] & holes[1]


def test_time_grows_in_step_with_the_number_of_names() -> None:
    def seconds(count: int) -> float:
        names = [f"{GIVEN[i % 6]} {'bdfgklmnprst'[i % 12]}a{i * 7919 % count:x}enko" for i in range(count)]
        return timeit(lambda: group_names(names), timer=process_time, number=1)

    small = min(seconds(2000) for _ in range(3))
    assert seconds(8000) < 12 * small
