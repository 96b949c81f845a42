"""Hostile input: no pattern and no stage takes more than time in step with length, whatever it is fed.

Time is measured only where there is enough of it to measure, and a test fails only on growth that no noise explains.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
import timeit
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
import regex

import newsnorm
from newsnorm.document import Document
from newsnorm.spacing.brackets import space_hidden_mail
from newsnorm.testing import HOSTILE, check_growth

if TYPE_CHECKING:
    from collections.abc import Callable


def find_patterns() -> dict[str, Any]:
    """Return every compiled pattern that a module of the package holds, by name."""
    found = {}
    for info in pkgutil.walk_packages(newsnorm.__path__, "newsnorm."):
        if info.name.endswith("__main__") or info.name.startswith("newsnorm.adapters"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            members = value if isinstance(value, (tuple, list)) else [value]
            for number, member in enumerate(members):
                if isinstance(member, (re.Pattern, regex.Pattern)) and member.pattern not in found.values():
                    found[f"{info.name}.{name}{f'[{number}]' if number else ''}"] = member
    return found


# Patterns that only ever see a stretch of at most so many code points, and why: they may take their time on it.
BOUNDED = {
    "newsnorm.romanization.generate.SURNAME_RE": 100,  # rows of our own tables
    "newsnorm.names.context._HYPHENED_RE": 48,  # the stretch before a name
    "newsnorm.romanization.build.SURNAME_RE": 100,  # rows of our own tables
    "newsnorm.names.context._WORD_BEFORE_RE": 48,  # the stretch before a name
    "newsnorm.spacing.apostrophes.WORD_BEFORE_RE": 30,  # the stretch before a mark
    "newsnorm.spacing.separators.DATELINE_RE": 60,  # a line's head
    "newsnorm.spacing.stops.WORD_BEFORE_RE": 31,  # the stretch before a stop
    "newsnorm.spacing.neighbours.BEFORE_RE": 50,  # the stretch before a token; `REACH`
    "newsnorm.spacing.figures.WORD_FIGURE_RE": 50,  # one token, whole
    "newsnorm.spacing.figures.WORD_CONSTANT_RE": 50,  # the same
    "newsnorm.spacing.figures.CONSTANT_WORD_RE": 50,  # the same
    "newsnorm.spacing.cutting.GENDERED_RE": 50,  # one token; `LONGEST`
    "newsnorm.sections.render.CLOSING_SIGNS_RE": 300,  # a heading, which is short or would be none
}
# What they may take for it, in seconds.
BOUNDED_TIME = 0.005

PATTERNS = find_patterns()


def own_kinds(pattern: str) -> list[str]:
    """Return what a pattern may choke on: each character it mentions, alone and between others, and pieces of it."""
    mentioned = list(dict.fromkeys(c for c in pattern if not c.isalnum() or not c.isascii()))[:12]
    literals = list(dict.fromkeys(re.findall(r"[A-Za-z]{3,}", pattern)))[:4]
    return [*mentioned, *(f"{c}a" for c in mentioned), *(f"a{c} " for c in mentioned), *(f"{w} " for w in literals)]


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of `work` without the collector: its full rounds fall into the long runs only."""
    return min(timeit.repeat(lambda: work(text), timer=time.process_time, repeat=2, number=1))


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 10
    assert PATTERNS.keys() >= BOUNDED.keys()


@pytest.mark.parametrize("name", PATTERNS)
def test_patterns_take_time_in_step_with_length(name: str) -> None:
    pattern = PATTERNS[name]

    def search_all(text: str) -> None:
        for _ in pattern.finditer(text):
            pass

    for unit in dict.fromkeys(chain(HOSTILE, own_kinds(pattern.pattern))):
        if name in BOUNDED:
            assert seconds(search_all, unit * (BOUNDED[name] // len(unit))) < BOUNDED_TIME
        else:
            check_growth(unit, work=search_all)


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_the_whole_takes_time_in_step_with_length(unit: str) -> None:
    check_growth(unit)


# What is looked for in texts of one language only.
SPOKEN = (
    ("fr", "Le maire «parle» de la ville et des bateaux.\n"),
    ("fr", "Le maire dit : «rien» de plus, et la ville attend. "),
    ("en", "They spoke offurther talks andthe plan, README.Lindau says. "),
    ("de", "Die Ministerinhat am Montag von Stolpersteinen und beizumessendem gesprochen. "),
    ("es", "El precio de losalimentos subió, dijo al detenerlos. "),
    ("fr", "Il est parti alorsqu’il avait la volontéd’exercer. "),
    ("pt", "Os ministrosanunciaram as negociações noutono. "),
)


@pytest.mark.parametrize(("language", "unit"), SPOKEN)
def test_a_language_s_own_rules_take_time_in_step_with_length(language: str, unit: str) -> None:
    check_growth(unit, work=lambda row: newsnorm.repair_spacing(row, language=language), size=20_000)


# Lines that a page is known by, and what is looked for in pages only.
MENU = "Home\nShare\nLog in\n"
PAGES = (
    "Home region\n",
    "Comments\nAnna May 3, 2019 at 9:05\nWell said\n",
    "Comments\nAnna May 3, 2019 at 9:05\n" + "Well said\n" * 25,
    "Council votes on a new bridge that will cost more than was planned, members of all parties...\n",
    "Council Votes On A New Bridge For LindauThe bridge will cost more than was planned, members said.\n",
    "The ministers met on Tuesday, and nobody was told what they had agreed on, or whether they had.\n",
)


@pytest.mark.parametrize("unit", PAGES)
@pytest.mark.parametrize("menu", ["", MENU])
def test_whole_pages_take_time_in_step_with_length(menu: str, unit: str) -> None:
    """Also where each listing stands alone below a menu of its own."""
    check_growth(f"{menu}{unit}", work=lambda row: newsnorm.strip_boilerplate(f"{MENU * 3}{row}"), size=20_000)


def test_what_stands_for_hidden_addresses_takes_time_in_step_with_its_length() -> None:
    """On a row so long that a slice of all that stands before a place would show."""
    check_growth("a[email protected]b ", work=lambda text: list(space_hidden_mail(Document(text, "en"))), size=250_000)
