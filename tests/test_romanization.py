"""Romanization: what the systems say, and what desks make of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.romanization import russian, spellings_of_person, spellings_of_place, ukrainian
from newsnorm.romanization.cyrillic import _slots, align
from newsnorm.romanization.lattice import Slot, cheapest, single_deviations

UKRAINIAN_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'"
WORDS = st.text(UKRAINIAN_LETTERS, min_size=1, max_size=12)


# The examples of the resolution that laid down the national system (2010), one or two a letter.
@pytest.mark.parametrize(
    ("native", "expected"),
    [
        ("Алушта", "Alushta"),
        ("Борщагівка", "Borshchahivka"),
        ("Вінниця", "Vinnytsia"),
        ("Гадяч", "Hadiach"),
        ("Ґалаґан", "Galagan"),
        ("Єнакієве", "Yenakiieve"),
        ("Житомир", "Zhytomyr"),
        ("Закарпаття", "Zakarpattia"),
        ("Згорани", "Zghorany"),
        ("Розгон", "Rozghon"),
        ("Медвин", "Medvyn"),
        ("Іршава", "Irshava"),
        ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"),
        ("Йосипівка", "Yosypivka"),
        ("Стрий", "Stryi"),
        ("Щербухи", "Shcherbukhy"),
        ("Гоща", "Hoshcha"),
        ("Юрій", "Yurii"),
        ("Крюківка", "Kriukivka"),
        ("Яготин", "Yahotyn"),
        ("Знам'янка", "Znamianka"),
        ("Верхньодніпровськ", "Verkhnodniprovsk"),
    ],
)
def test_ukrainian_follows_the_national_system(native: str, expected: str) -> None:
    assert ukrainian(native) == expected


@pytest.mark.parametrize(
    ("native", "expected"),
    [("Щёкино", "Shchyokino"), ("Подольск", "Podolsk"), ("Грозный", "Grozny"), ("Дмитрий", "Dmitry")],
)
def test_russian_is_what_desks_write(native: str, expected: str) -> None:
    assert russian(native) == expected


@given(WORDS)
def test_the_standard_spelling_is_the_cheapest(word: str) -> None:
    found = spellings_of_place(word, most=30, limit=3.0)
    assert next(iter(found.values())) == 0
    assert found[ukrainian(word)] == 0


@given(WORDS, WORDS)
def test_the_russian_form_and_mixtures_are_spellings_too(native: str, other: str) -> None:
    found = spellings_of_place(native, (other,), most=400, limit=6.0)
    assert found[ukrainian(native)] == 0
    few = spellings_of_place(native, (other,), most=5, limit=6.0)
    slips = single_deviations(_slots(native, "uk"), limit=6.0)
    assert len(few) <= 5 + len(slips)
    assert (
        {slip.casefold() for slip in slips}
        <= {spelling.casefold() for spelling in few}
        <= {s.casefold() for s in found}
    )


@given(WORDS, WORDS)
def test_a_laid_path_runs_through_both_names_without_going_back(a: str, b: str) -> None:
    price, path = align(a, b)
    assert path[0] == (0, 0)
    assert path[-1] == (len(a), len(b))
    assert all(0 <= y - x <= 1 for one, two in pairwise(path) for x, y in zip(one, two, strict=True))
    assert (price == 0) == (a == b)


SLOTS = st.lists(
    st.lists(st.tuples(st.text("abc", max_size=2), st.sampled_from([0.0, 0.5, 1.0])), min_size=1, max_size=3).map(
        tuple
    ),
    max_size=5,
)


@given(SLOTS, st.integers(1, 20))
def test_the_cheapest_spellings_are_those_of_all_spellings(slots: list[Slot], most: int) -> None:
    every: dict[str, float] = {"": 0.0}
    for slot in slots:
        every = {
            head + tail: min(paid + price, *(p + q for h, p in every.items() for t, q in slot if h + t == head + tail))
            for head, paid in every.items()
            for tail, price in slot
        }
    found = cheapest(slots, most=10**6, limit=3.0)
    assert found == {word: price for word, price in every.items() if price <= 3.0}
    assert list(cheapest(slots, most=most, limit=3.0).values()) == sorted(found.values())[:most]


def test_a_person_is_spelled_by_either_given_name_and_by_mixed_surnames() -> None:
    found = spellings_of_person("Сергій Гайдай", ("Сергей Гайдай",), most=60, limit=2.5)
    assert {"Serhii Haidai", "Serhiy Gaidai", "Sergey Gaiday", "Sergei Haidai"} <= set(found)
    assert "Serhei Haidai" not in found
