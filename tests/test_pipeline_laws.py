"""The laws of the whole: whatever stages find, this holds on any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm import testing
from newsnorm.alignment import Alignment
from newsnorm.edits import apply_edits
from newsnorm.records import Change
from newsnorm.testing import any_texts, articles

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = st.one_of(articles(), articles(), any_texts())


@pytest.mark.parametrize("law", testing.LAWS, ids=lambda law: law.__name__)
@given(raw=TEXTS)
@example(raw="вЂ“Â\x80")  # a space comes in, and then characters on both sides of it are repaired as one
def test_the_law_holds(law: Callable[[str], None], raw: str) -> None:
    """What each law says stands on it, in `newsnorm.testing`, where users find it too."""
    law(raw)


@given(TEXTS)
@example('The cafÃ© is in Kiev.\n\nRelated News\nLeave a Reply\n\n"So it is,"he said in Kiev.Then he left the cafÃ©.')
def test_the_record_says_what_each_step_did(raw: str) -> None:
    """Steps, one edit after another in terms of the raw text, are the changes; those of furniture what was removed."""
    article = newsnorm.normalize(raw)
    text, alignment = raw, Alignment.identity(len(raw))
    changes = []
    for stage, edits in article.steps:
        for edit in edits:
            span = alignment.to_raw(edit.start, edit.end)
            before = text[edit.start : edit.end]
            changes.append(Change(stage, edit.rule, *span, before, edit.text, edit.confidence))
        text, alignment = apply_edits(text, edits), alignment.then(edits)
    assert (article.text, article.alignment, list(article.changes)) == (text, alignment, changes)
    gone = [change for change in changes if change.stage == "boilerplate"]
    removed = [(gap.rule, raw[gap.start : gap.end], gap.start, gap.end, gap.confidence) for gap in gone]
    assert list(map(tuple, article.removed)) == sorted(removed, key=lambda found: found[2])


@given(articles())
def test_the_short_functions_do_what_the_stages_do(raw: str) -> None:
    assert newsnorm.clean(raw) == newsnorm.normalize(raw).text
    assert newsnorm.split_sections(raw).text == raw
    for function, stage in (
        (newsnorm.fix_encoding, "encoding"),
        (newsnorm.strip_boilerplate, "boilerplate"),
        (newsnorm.repair_spacing, "spacing"),
        (newsnorm.normalize_names, "names"),
    ):
        assert function(raw) == newsnorm.normalize(raw, stages=(stage,)).text


@pytest.mark.parametrize("function", [newsnorm.normalize, newsnorm.clean, newsnorm.fix_encoding])
def test_the_wrong_type_is_named(function: object) -> None:
    for wrong, name in ((b"bytes", "bytes"), (None, "NoneType"), (3, "int")):
        with pytest.raises(TypeError, match=name):
            function(wrong)  # type: ignore[operator]


def test_a_bad_option_lists_the_valid_ones() -> None:
    with pytest.raises(ValueError, match="'encoding', 'boilerplate', 'spacing', 'names'"):
        newsnorm.normalize("text", stages=("spaces",))
    with pytest.raises(ValueError, match="'replace', 'annotate', 'off'"):
        newsnorm.normalize("text", names="on")
    with pytest.raises(TypeError, match="'langauge' is not an option; the options are stages, language"):
        newsnorm.normalize("text", langauge="en")
    with pytest.raises(TypeError, match="not both: names"):
        newsnorm.normalize("text", options=newsnorm.Options(), names="off")
    with pytest.raises(TypeError, match="an Options is wanted, not dict"):
        newsnorm.normalize("text", options={})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="stages: a sequence"):
        newsnorm.normalize("text", stages="spacing")
    with pytest.raises(TypeError, match="language: a str or None is wanted, not int"):
        newsnorm.normalize("text", language=3)
    with pytest.raises(ValueError, match="language: 'English' is not a code such as 'en', 'pt-BR' or 'und'"):
        newsnorm.normalize("text", language="English")


@pytest.mark.parametrize(("tag", "code"), [("pt-BR", "pt"), ("EN", "en"), ("zh_Hans_CN", "zh"), ("und", "und")])
def test_a_language_tag_counts_by_its_primary_part(tag: str, code: str) -> None:
    assert newsnorm.Options(language=tag).language == code


@given(articles())
def test_views_are_the_same_whenever_they_are_asked_for(raw: str) -> None:
    """An article equals its copy, in which every view was worked out beforehand, and has no other attributes."""
    article = newsnorm.normalize(raw)
    copy = newsnorm.Article.from_dict(newsnorm.normalize(raw).to_dict())
    assert (article.names, article.language, article.structure) == (copy.names, copy.language, copy.structure)
    assert hash(article) == hash(copy)
    assert not hasattr(article, "nonsense")
