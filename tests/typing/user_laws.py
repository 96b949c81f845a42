"""A user's tests of their own choices, with all of `newsnorm.testing`: ``mypy --strict`` accepts them, and they run."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from newsnorm import Options, testing
from newsnorm.name_table import parse_name_table

TABLE = parse_name_table("Port Verne\tplace\ten\tVerneport\n", source="own.tsv")
MINE = Options(name_table=TABLE, language="en", house_style="afp")
TEXTS: st.SearchStrategy[str] = st.one_of(
    testing.any_texts(max_size=20),
    testing.articles(),
    testing.comment_boxes("de"),
    testing.damaged_encodings(),
    testing.datelines("fr"),
    testing.fragments(),
    testing.prose("uk"),
    testing.quotations("he"),
    testing.sentences(),
)
SINGLE: tuple[Callable[[str, Options | None], None], ...] = (
    testing.check_alignment,
    testing.check_boilerplate,
    testing.check_determinism,
    testing.check_fixed_point,
    testing.check_names,
    testing.check_protected,
    testing.check_replay,
    testing.check_round_trip,
    testing.check_sections,
    testing.check_spacing,
    testing.check_spans,
)
FEW = settings(max_examples=10, deadline=None, database=None, derandomize=True)


@FEW
@given(TEXTS)
def test_laws(text: str) -> None:
    """All laws hold with my options."""
    assert set(SINGLE) == set(testing.LAWS)
    testing.check_laws(text, MINE)


@FEW
@given(st.one_of(testing.damaged(testing.DAMAGE_KINDS[0]), testing.damaged_names("en", TABLE)))
def test_repairs(damaged: testing.Damaged) -> None:
    """A repair goes towards what a text was."""
    languages: tuple[str, ...] = tuple(testing.SCRIPTS)
    pair: tuple[str, str] = (damaged.text, damaged.gold)
    assert damaged.language in languages
    assert all(pair)
    testing.check_repair(damaged, MINE)


def test_names() -> None:
    """Each of my spellings is found."""
    testing.check_name_table(TABLE, "en", MINE, sentence="they left {} at noon")


def test_time() -> None:
    """Time grows in step with length."""
    hostile: tuple[str, ...] = testing.HOSTILE
    testing.check_growth(hostile[0], MINE, size=500)


if __name__ == "__main__":
    for test in (test_laws, test_repairs, test_names, test_time):
        test()
