"""The laws that newsnorm keeps on any text under any options, as functions that raise when one is broken.

Each takes a text and `Options`, and raises an ``AssertionError`` that says what was expected and on what text; `LAWS`
lists those that hold on every text, and `check_laws` runs them all. `check_repair` and `check_name_table` judge damage
with its gold, and tables of names.

>>> check_laws('"We talked"said the envoy in Kiev.', Options(language="en"))
"""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newsnorm.article import Article
from newsnorm.batch import normalize_many
from newsnorm.document import Document
from newsnorm.edits import apply_edits
from newsnorm.language import detect_language
from newsnorm.name_table import NameTable
from newsnorm.options import Options
from newsnorm.pipeline import clean, normalize
from newsnorm.protect import Phrases
from newsnorm.records import OUTSIDE_BODY

if TYPE_CHECKING:
    from newsnorm.testing.damage import Damaged

__all__ = [
    "LAWS",
    "check_alignment",
    "check_boilerplate",
    "check_determinism",
    "check_fixed_point",
    "check_laws",
    "check_name_table",
    "check_names",
    "check_protected",
    "check_repair",
    "check_replay",
    "check_round_trip",
    "check_sections",
    "check_spacing",
    "check_spans",
]


def check_laws(text: str, options: Options | None = None) -> None:
    """Check all of `LAWS`.

    Args:
        text: Any text at all.
        options: Any options at all; the defaults where there are none.

    Raises:
        AssertionError: A law is broken; the message says which, and on what.

    """
    for law in LAWS:
        law(text, options)


def check_replay(text: str, options: Options | None = None) -> None:
    """Check that replaying the recorded edits gives the output, and that `before` is what stood there.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    article = normalize(text, options=options)
    replayed = text
    for step in article.steps:
        replayed = apply_edits(replayed, step.edits)
    _expect(replayed == article.text, text, f"replaying the steps gives {replayed!r}, and the text is {article.text!r}")
    _expect(
        len(article.changes) == sum(len(step.edits) for step in article.steps),
        text,
        "there are not as many changes as edits",
    )
    touched: list[tuple[int, int]] = []
    for change in article.changes:
        if not any(
            max(a, change.start) < min(b, change.end) or a <= change.start <= b or change.start <= a == b <= change.end
            for a, b in touched
        ):
            stood = text[change.start : change.end]
            _expect(stood == change.before, text, f"{change} changed {stood!r}")
        touched.append((change.start, change.end))


def check_fixed_point(text: str, options: Options | None = None) -> None:
    """Check that normalizing twice changes nothing more, by all stages and by each alone.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    chosen = options or Options()
    for stages in (chosen.stages, *((stage,) for stage in chosen.stages)):
        only = replace(chosen, stages=stages)
        once = clean(text, options=only)
        changes = normalize(once, options=only).changes
        _expect(not changes, text, f"{', '.join(stages)} changed {once!r} once more: {changes}")


def check_alignment(text: str, options: Options | None = None) -> None:
    """Check that what was copied maps to itself, both ways, and containing spans to containing spans.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    article = normalize(text, options=options)
    for run in article.alignment.runs:
        if run.copied:
            raw = article.to_raw(run.start, run.end)
            same = text[slice(*raw)] == article.text[run.start : run.end]
            _expect(same and article.from_raw(*raw) == (run.start, run.end), text, f"{run} maps to {raw}")
    edges = sorted({0, len(article.text), *(edge for run in article.alignment.runs for edge in (run.start, run.end))})
    last = 0
    for start, end in pairwise(edges):
        left, right = article.to_raw(start, end)
        whole = article.to_raw(0, end)
        _expect(whole[0] <= left <= right <= whole[1], text, f"{(left, right)} lies outside {whole}, which contains it")
        _expect(last <= left, text, f"{(left, right)} comes before what stands before it")
        last = left


def check_spans(text: str, options: Options | None = None) -> None:
    """Check that the spans of blocks, names, removals and warnings hold what they say.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    article = normalize(text, options=options)
    for block in article.blocks:
        _expect(article.text[block.start : block.end] == block.text, text, f"{block} is not what stands there")
    for mention in article.names:
        surface = text[slice(*article.to_raw(mention.start, mention.end))]
        _expect(surface == mention.surface, text, f"{mention} stands at {surface!r}")
    for removed in article.removed:
        _expect(text[removed.start : removed.end] == removed.text, text, f"{removed} is not what stood there")
    for warning in article.warnings:
        _expect(0 <= warning.start <= warning.end <= len(text), text, f"{warning} lies outside the text")


def check_sections(text: str, options: Options | None = None) -> None:
    """Check that the blocks tile the text but for white space, and that the sections are the body, in order.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    article = normalize(text, options=options)
    edges = [0, *(edge for block in article.blocks for edge in (block.start, block.end)), len(article.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        between = article.text[start:end]
        _expect(start <= end and not between.strip(), text, f"{between!r} is in no block")
    gathered = [
        block
        for section in article.sections
        for block in (*((section.heading,) if section.heading else ()), *section.paragraphs)
    ]
    body = [block for block in article.blocks if block.kind not in OUTSIDE_BODY]
    _expect(gathered == body, text, f"the sections hold {gathered}, and the body {body}")


def check_round_trip(text: str, options: Options | None = None) -> None:
    """Check that the article survives JSON and pickle, and can be written down.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    article = normalize(text, options=options)
    written = json.dumps(article.to_dict())
    again = Article.from_dict(json.loads(written))
    _expect(again == article and again.alignment == article.alignment, text, f"JSON gives back {again}")
    pickled = pickle.loads(pickle.dumps(article))
    _expect(pickled == article, text, f"pickle gives back {pickled}")
    if options is None or "encoding" in options.stages:
        article.text.encode("utf-8")


def check_determinism(text: str, options: Options | None = None) -> None:
    """Check that the same text gives the same article: in threads, in a batch, whatever was done in between.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    first = normalize(text, options=options)
    with ThreadPoolExecutor(2) as pool:
        for other in pool.map(lambda one: normalize(one, options=options), [text, f"{text}\nKiev.", text][::2]):
            _expect(other == first, text, f"another thread gives {other}")
    batch = list(normalize_many(["Talks in Kiev", text], options=options))
    _expect(batch[1] == first, text, f"a batch gives {batch[1]}")


def check_spacing(text: str, options: Options | None = None) -> None:
    """Check that spacing changes white space only (but for stops it says it drops), and no line.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    article = normalize(text, options=replace(options or Options(), stages=("spacing",)))
    dropped = sum(change.rule == "drop-stray-stop" for change in article.changes)
    solid, left = "".join(text.split()), "".join(article.text.split())
    if dropped:
        same = len(solid) - len(left) == dropped and solid.replace(".", "") == left.replace(".", "")
    else:
        same = solid == left
    _expect(same, text, f"more than white space changed: {article.text!r}")
    lines, came = ([_letters(line) for line in whole.split("\n")] for whole in (article.text, text))
    _expect(lines == came, text, f"the lines are others: {article.text!r}")


def check_boilerplate(text: str, options: Options | None = None) -> None:
    """Check that only whole lines go, and that each that goes is listed.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    article = normalize(text, options=replace(options or Options(), stages=("boilerplate",)))
    rest = iter(text.split("\n"))
    left = article.text.split("\n")
    _expect(all(line in rest for line in left), text, f"the lines left are not lines that came: {left}")
    restored = article
    for removed in article.removed:
        restored = restored.restore(removed)
    _expect(restored.text == text, text, f"what was removed, put back, gives {restored.text!r}")


def check_names(text: str, options: Options | None = None) -> None:
    """Check that nothing changes outside the names that are listed or unified, and no line.

    The language is that of the text as it came: where a text is of many, one name more may turn the balance.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    chosen = options or Options()
    language = chosen.language or detect_language(text)
    article = normalize(text, options=replace(chosen, stages=("names",), language=language))
    mentions = {(mention.start, mention.end) for mention in article.names}
    for change in article.changes:
        span = article.from_raw(change.start, change.end)
        _expect(span in mentions or change.rule == "unified-name", text, f"{change} is at no known name")
    _expect(text.count("\n") == article.text.count("\n"), text, f"the lines are others: {article.text!r}")


def _letters(line: str) -> str:
    """Return what of a line spacing never touches."""
    return "".join(line.split()).replace(".", "")


def check_protected(text: str, options: Options | None = None) -> None:
    """Check that no edit is in an address, a handle, code or a phrase that the options protect, but with a whole line.

    What is garbled is not yet an address, and so encoding keeps out of the phrases alone.

    Raises:
        AssertionError: It isn't so; the message says on what.

    """
    chosen = options or Options()
    for stages in (chosen.stages, *((stage,) for stage in chosen.stages)):
        stands = text
        for stage, edits in normalize(text, options=replace(chosen, stages=stages)).steps:
            document = Document(stands, phrases=Phrases(chosen.protect))
            protected = document.phrases if stage == "encoding" else document.protected
            touching = [edit for edit in edits if protected.touches(edit.start, edit.end)]
            _expect(stage == "boilerplate" or not touching, stands, f"{touching} are in what is protected")
            stands = apply_edits(stands, edits)


LAWS = (
    check_replay,
    check_fixed_point,
    check_alignment,
    check_spans,
    check_sections,
    check_round_trip,
    check_determinism,
    check_spacing,
    check_boilerplate,
    check_names,
    check_protected,
)
"""The laws that hold on every text, under all options."""


def check_repair(damaged: Damaged, options: Options | None = None) -> None:
    """Check that a repair only goes towards the gold: each piece comes out as it came or as it was, the gold as it is.

    The options are used with the text's own language, and with the stage alone that repairs such damage.

    Args:
        damaged: Damage that knows what it was, as the strategy `newsnorm.testing.damaged` makes it.
        options: How to repair it.

    Raises:
        AssertionError: Something else came out, or the gold itself was changed.

    """
    chosen = replace(options or Options(), language=damaged.language, stages=(damaged.stage,))
    for text, pieces in (
        (damaged.text, damaged.pieces),
        (damaged.gold, tuple((before, before) for _, before in damaged.pieces)),
    ):
        made = clean(text, options=chosen)
        reached = {0}
        for pair in pieces:
            reached = {place + len(piece) for place in reached for piece in pair if made.startswith(piece, place)}
        _expect(len(made) in reached, text, f"{made!r} is neither as it came nor nearer to {damaged.gold!r}")


def check_name_table(
    table: NameTable, language: str, options: Options | None = None, *, sentence: str = "the envoy spoke of {} that day"
) -> None:
    """Check that each spelling of a table that needs no context becomes its canonical form, which stays as it is.

    Args:
        table: Your own table, as ``newsnorm.load_name_table(path, extend=False)`` reads it; in the built-in one, some
            places want more evidence than a sentence has.
        language: Whose forms to check.
        options: What else to do.
        sentence: What stands around a name: words that decide nothing, in the language.

    Raises:
        AssertionError: A spelling becomes something else.
        ValueError: The table has no names in the language.

    """
    chosen = replace(options or Options(), name_table=table, language=language, stages=("names",), names="replace")
    view = table.view(language, chosen.house_style, tuple(dict(chosen.prefer).items()))
    rows = [row for row in view.spellings() if not row.conditions]
    if not rows:
        raise ValueError(f"the table has no names in {language!r}")
    for row in rows:
        wanted = sentence.format(view.form(row.id).full)
        for spelled in (sentence.format(row.text), wanted):
            made = clean(spelled, options=chosen)
            _expect(made == wanted, spelled, f"{row.id} is wanted: {wanted!r}, not {made!r}")


def _expect(kept: bool, text: str, message: str) -> None:
    if not kept:
        raise AssertionError(f"{message}\n  on the text {text!r}")
