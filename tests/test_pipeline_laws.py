"""The laws of the whole: whatever stages find, this holds on any text."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.edits import apply_edits
from strategies import any_texts, articles

TEXTS = st.one_of(articles(), articles(), any_texts)


@given(TEXTS)
def test_replaying_the_steps_gives_the_text(raw: str) -> None:
    """apply(…apply(raw, steps[0])…, steps[-1]) == text, and untouched raw spans are what changes say was there."""
    article = newsnorm.normalize(raw)
    text = raw
    for step in article.steps:
        text = apply_edits(text, step.edits)
    assert text == article.text
    assert len(article.changes) == sum(len(step.edits) for step in article.steps)
    touched: list[tuple[int, int]] = []
    for change in article.changes:
        if not any(max(a, change.start) < min(b, change.end) or a <= change.start <= b for a, b in touched):
            assert raw[change.start : change.end] == change.before
        touched.append((change.start, change.end))


@given(TEXTS)
def test_normalizing_twice_changes_nothing_more(raw: str) -> None:
    """normalize(normalize(x).text).changes == ()."""
    once = newsnorm.normalize(raw)
    again = newsnorm.normalize(once.text)
    assert again.text == once.text
    assert again.changes == ()


@given(TEXTS, st.sampled_from(newsnorm.STAGE_NAMES))
def test_each_stage_alone_is_a_fixed_point(raw: str, stage: str) -> None:
    once = newsnorm.clean(raw, stages=(stage,))
    assert newsnorm.clean(once, stages=(stage,)) == once


@given(TEXTS)
def test_the_article_survives_json_and_pickle(raw: str) -> None:
    article = newsnorm.normalize(raw)
    again = newsnorm.Article.from_dict(json.loads(json.dumps(article.to_dict())))
    assert again == article
    assert again.alignment == article.alignment
    assert pickle.loads(pickle.dumps(article)) == article


@given(TEXTS)
def test_untouched_words_map_to_themselves(raw: str) -> None:
    """Every copied run of the text is the same in raw, and raw maps back to it."""
    article = newsnorm.normalize(raw)
    for run in article.alignment.runs:
        if run.copied:
            assert article.raw[slice(*article.to_raw(run.start, run.end))] == article.text[run.start : run.end]
            assert article.from_raw(run.raw_start, run.raw_end) == (run.start, run.end)


@given(TEXTS)
def test_spans_of_blocks_names_and_warnings_are_right(raw: str) -> None:
    article = newsnorm.normalize(raw)
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
    for mention in article.names:
        assert raw[slice(*article.to_raw(mention.start, mention.end))] == mention.surface
    for removed in article.removed:
        assert raw[removed.start : removed.end] == removed.text
    for warning in article.warnings:
        assert 0 <= warning.start <= warning.end <= len(raw)


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
