"""`newsnorm.testing`: its laws hold under options of every kind and notice when they are broken; its damage is some."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import newsnorm
from newsnorm import pipeline, testing
from newsnorm.edits import Edit
from newsnorm.name_table import NameTable, parse_name_table
from newsnorm.options import STAGE_NAMES
from newsnorm.testing.picks import picks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsnorm.document import Document

TABLE = parse_name_table(
    "Port Verne\tplace\t*\tVerneport; Port-Verne\nAnn Example\tperson\t*\tAnne Example; Example\tExample\n"
    "Kiev\tplace\ten,de\tKyiv; Kiew\nGovernment House\tother\ten\tGov’t House\n",
    source="own",
)


@cache
def options(name: str) -> newsnorm.Options:
    """Return options of the kind `name`: what a user may choose that no other test of a law does."""
    site = newsnorm.learn_furniture([f"{n}\nRelated News\nA joint statement\nThe talks went on." for n in range(4)])
    kinds: dict[str, dict[str, object]] = {
        "defaults": {},
        "own names": {"name_table": NameTable.builtin().extended(TABLE), "language": "en"},
        "only own names": {"name_table": TABLE, "language": "de"},
        "own furniture": {"furniture": site},
        "unified names": {"unify_unknown": True},
        "annotated names": {"names": "annotate", "house_style": "afp"},
        "universal rules": {"language": "und"},
        "eager": {"glue_threshold": 0.0},
        "protected phrases": {
            "protect": ("Kiev", "Zelensky", "Ã©", "U.S", '"We', "said.The", "the", "“", "&amp;", "'s")
        },
        "some stages": {"stages": ("names", "spacing"), "prefer": {"Kyiv": "Kiev"}},
    }
    return newsnorm.Options(**kinds[name])  # type: ignore[arg-type]


KINDS = [
    "defaults",
    "own names",
    "only own names",
    "own furniture",
    "unified names",
    "annotated names",
    "universal rules",
    "eager",
    "protected phrases",
    "some stages",
]
TEXTS = st.one_of(testing.articles(), testing.articles(), testing.any_texts(), testing.damaged_encodings())


@pytest.mark.parametrize("kind", KINDS)
@given(text=TEXTS)
def test_all_laws_hold(kind: str, text: str) -> None:
    testing.check_laws(text, options(kind))


@pytest.mark.parametrize("kind", testing.DAMAGE_KINDS)
@given(data=st.data())
def test_a_repair_only_goes_towards_the_gold(kind: str, data: st.DataObject) -> None:
    testing.check_repair(data.draw(testing.damaged(kind)))


@pytest.mark.parametrize("kind", testing.DAMAGE_KINDS)
def test_some_damage_of_each_kind_is_repaired_whole(kind: str) -> None:
    def is_repaired(damaged: testing.Damaged) -> bool:
        return damaged.text != damaged.gold == newsnorm.clean(damaged.text, language=damaged.language)

    find(testing.damaged(kind), is_repaired, settings=settings(max_examples=500, database=None, derandomize=True))


def test_an_own_table_keeps_its_law() -> None:
    testing.check_name_table(TABLE, "en")
    testing.check_name_table(TABLE, "de", sentence="dann kam {} an die Reihe")
    small = parse_name_table("Government House\tother\ten\tgovernment house\n", source="x")
    with pytest.raises(AssertionError, match="other/government-house is wanted"):  # no capital: never taken for a name
        testing.check_name_table(small, "en")
    with pytest.raises(ValueError, match="no names in 'ta'"):
        testing.check_name_table(parse_name_table("A\tplace\ten\tB\n", source="x"), "ta")


@given(picks(range(256), min_size=2, max_size=5))
def test_picks_are_as_many_of_the_items_as_are_wanted(picked: list[int]) -> None:
    assert 2 <= len(picked) <= 5
    assert set(picked) <= set(range(256))


@pytest.mark.parametrize("item", [0, 1, 255])
def test_each_item_is_picked(item: int) -> None:
    many = settings(max_examples=10_000, database=None, derandomize=True)
    assert find(picks(range(256), max_size=1), lambda picked: picked == [item], settings=many) == [item]


def test_many_scripts_are_written() -> None:
    """A dozen and more, each composed, as news is."""
    letters = {code: script.words[0][0] for code, script in testing.SCRIPTS.items()}
    assert len({unicodedata.name(letter).split()[0] for letter in letters.values()}) >= 14
    for script in testing.SCRIPTS.values():
        assert all(unicodedata.is_normalized("NFC", word) for word in script.words)


# A stage that breaks a law, and which law notices.
def once(document: Document, options: newsnorm.Options) -> Iterator[Edit]:
    """Spell one word another way, and no other: a text that holds it twice is no fixed point."""
    if "\N{SNOWMAN}" not in document.text:
        yield Edit(0, 0, "\N{SNOWMAN}" if len(document.text) % 2 else "", "make-snow")


def letters(document: Document, options: newsnorm.Options) -> Iterator[Edit]:
    start = document.text.find("e")
    if start >= 0:
        yield Edit(start, start + 1, "E", "raise-letter")


def halves(document: Document, options: newsnorm.Options) -> Iterator[Edit]:
    if "\N{SNOWMAN}" in document.text:
        start = document.text.index("\N{SNOWMAN}")
        yield Edit(start, start + 1, "", "share")


def growing(document: Document, options: newsnorm.Options) -> Iterator[Edit]:
    if len(document.text) % 64:
        yield Edit(0, 0, "x", "grow")


BROKEN: list[tuple[str, Callable[..., Iterator[Edit]], str, Callable[..., None]]] = [
    ("spacing", letters, "Leaders met.", testing.check_spacing),
    ("boilerplate", halves, "a\N{SNOWMAN}b", testing.check_boilerplate),
    ("names", letters, "Leaders met.", testing.check_names),
    ("names", growing, "Leaders met.", testing.check_fixed_point),
    ("spacing", letters, "see https://example.org/e", testing.check_spacing),
]


@pytest.mark.parametrize(("stage", "propose", "text", "law"), BROKEN)
def test_a_broken_law_is_noticed(
    stage: str,
    propose: Callable[..., Iterator[Edit]],
    text: str,
    law: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    law(text)
    stages = tuple((name, propose if name == stage else real) for name, real in pipeline.load_stages(STAGE_NAMES))
    monkeypatch.setattr(pipeline, "load_stages", lambda names: stages)
    with pytest.raises(AssertionError, match="on the text"):
        law(text)


def test_an_answer_that_wanders_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def wandering(document: Document, options: newsnorm.Options) -> Iterator[Edit]:
        calls.append(1)
        if len(calls) == 1:
            yield Edit(0, 0, "\N{SNOWMAN}", "first-come")

    monkeypatch.setattr(pipeline, "load_stages", lambda names: (("names", wandering),))
    with pytest.raises(AssertionError, match="another thread"):
        testing.check_determinism("Leaders met.")


def test_harm_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = testing.Damaged("names", "en", (("Kiev fell", "Kyiv fell"),))
    testing.check_repair(testing.Damaged("names", "en", (("in ", "in "), ("Kiev", "Kyiv"), (" today", " today"))))
    monkeypatch.setattr(pipeline, "load_stages", lambda names: (("names", letters),))
    with pytest.raises(AssertionError, match="neither as it came nor nearer to 'Kyiv fell'"):
        testing.check_repair(damaged)
    with pytest.raises(AssertionError, match="place/port-verne is wanted"):
        testing.check_name_table(TABLE, "en")


def test_growth_is_noticed() -> None:
    testing.check_growth("a ")
    with pytest.raises(AssertionError, match="times as long at 4 times the length"):
        # 64 times as long: steep enough to be seen whatever else the machine does meanwhile.
        testing.check_growth("ab", work=lambda text: sum(range(len(text) ** 3 // 2_000_000)))


def test_unknown_damage_is_refused() -> None:
    with pytest.raises(ValueError, match="'rust' is not one of 'mojibake', 'entities'"):
        testing.damaged("rust")


def test_without_hypothesis_it_says_what_to_install() -> None:
    program = """
import sys
sys.modules["hypothesis"] = None
import newsnorm
try:
    import newsnorm.testing
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "newsnorm.testing needs the package hypothesis: pip install 'newsnorm[test]'\n"
