"""French words that ran together with an elided one: `newsnorm.spacing.elisions`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm

FRENCH = "Le ministre est revenu hier de la capitale avec ses conseillers, mais il n’a rien dit aux journalistes. "


def mend(text: str) -> str:
    return newsnorm.repair_spacing(FRENCH + text, language="fr").removeprefix(FRENCH)


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Il est parti alorsqu’il pleuvait.", "Il est parti alors qu’il pleuvait."),
        ("Il est parti parcequ'elle est venue.", "Il est parti parce qu'elle est venue."),
        ("Il a la volontéd’exercer son mandat.", "Il a la volonté d’exercer son mandat."),
        ("Il parle de Parisd’hier.", "Il parle de Paris d’hier."),
        ("C’est un examenl’après-midi.", "C’est un examen l’après-midi."),
        ("Il doute maisn’oublie rien.", "Il doute mais n’oublie rien."),
    ],
)
def test_the_space_before_an_elided_word_comes_back(damaged: str, mended: str) -> None:
    assert mend(damaged) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Aujourd’hui, jusqu’à midi, quelqu’un a dit presqu’île et prud’homme.",
        "C’est au-jour-d’hui que l’entr’acte finit, puisqu’il le faut.",
        "Mas’ud et Sana’a, le Qur’an, un Shi’ite, Nuku’alofa et Hawai’i.",
        "N’Djamena, d’Artagnan, L’Oréal et O’Hara.",
        "They didn't know and we'll see, said one of the Guns N' Roses.",
        "Val-d’Isère et la Côte-d’Or.",
        "voir https://example.org/alorsqu’il",
    ],
)
def test_what_is_one_word_is_left_alone(text: str) -> None:
    assert mend(text) == text


def test_other_languages_know_no_such_words() -> None:
    text = "He said alorsqu’il and went on with the others to the town."
    assert newsnorm.repair_spacing(text, language="en") == text


@given(st.lists(st.sampled_from("l’ d’ qu’ s’ il a une alors volonté jusqu aujourd Mas ’ ' e n".split()), max_size=8))
def test_only_spaces_come_and_none_comes_twice(parts: list[str]) -> None:
    """mend(mend(x)) == mend(x), and it is x without its spaces."""
    text = "".join(parts)
    mended = mend(text)
    assert mended.replace(" ", "") == text.replace(" ", "")
    assert mend(mended) == mended
