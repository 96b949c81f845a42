"""What is remembered of words: the same answers as from nobody who remembers, in a bounded room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm import quiet_words
from newsnorm.document import Document
from newsnorm.options import STAGE_NAMES, Options
from newsnorm.pipeline import _document, load_stages
from newsnorm.quiet_words import QuietWords
from newsnorm.testing import articles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

WORDS = st.text("aB5é", min_size=1, max_size=3)
JUDGES: tuple[Callable[[str], bool], ...] = (str.isupper, lambda word: word.endswith("5"))


@pytest.mark.parametrize("stops_short", [True, False])
@pytest.mark.parametrize("collect", [list, set])
@given(st.lists(st.lists(WORDS, max_size=8), max_size=5), st.sampled_from([0, 3, 100]), st.sampled_from([1, 60]))
def test_what_is_remembered_is_what_the_judges_say(
    collect: Callable[[list[str]], Collection[str]],
    stops_short: bool,
    texts: list[list[str]],
    most: int,
    longest: int,
) -> None:
    """leave_out(words) is what the judges say of them, after any texts, with room for all words, some and none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quiet_words, "LONGEST", longest)
        patch.setattr(quiet_words, "STOPS_SHORT", stops_short and quiet_words.STOPS_SHORT)
        memory = QuietWords(JUDGES, most)
        for words in texts:
            wanted = {word for word in words if any(judge(word) for judge in JUDGES)}
            assert memory.leave_out(collect(words)) == wanted
            remembered = memory._quiet | memory._notable
            assert len(remembered) <= max(most, 1)
            assert all(len(word) <= longest for word in remembered)


def test_a_set_may_be_asked_about_more_than_it_reads() -> None:
    """Where `issuperset` reads all that it is given, words are looked up one by one: the answers are the same."""
    rest = iter(["first", "second"])
    assert not set[str]().issuperset(rest)
    assert (list(rest) == ["second"]) == quiet_words.STOPS_SHORT


CHOICES = (
    Options(),
    Options(stages=("spacing",)),
    Options(names="annotate"),
    Options(house_style="afp"),
    Options(prefer={"Kyiv": "Kiev"}, language="de"),
    Options(unify_unknown=True),
)


@given(articles() | st.text("KyivEurophte .,'’\n", max_size=60), st.sampled_from(CHOICES))
def test_no_stage_misses_a_word_that_is_passed_over(text: str, options: Options) -> None:
    """A stage finds the same in a document whose quiet words are passed over as in one that knows nothing of them."""
    remembering, plain = _document(text, options), Document(text, options.language)
    assert remembering.notable_words <= plain.notable_words == set(re.findall(r"\w+", text))
    for name, propose in load_stages(STAGE_NAMES):
        if name in options.stages:
            assert list(propose(remembering, options)) == list(propose(plain, options)), name


@pytest.mark.parametrize("load", [lambda: None, newsnorm.NameTable.builtin])
def test_a_table_of_one_s_own_is_asked_about_all_words(load: Callable[[], newsnorm.NameTable | None]) -> None:
    options = Options(name_table=load(), language="en")
    document = _document("The talks in Kiev went on.", options)
    assert (document.notable_words == {"Kiev"}) == (options.name_table is None)
    assert newsnorm.normalize(document.text, options=options).text == "The talks in Kyiv went on."
