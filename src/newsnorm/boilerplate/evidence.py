r"""Furniture in text that an extractor has been over: little of it, and each piece must give itself away.

Every line is weighed: for what it says, for standing under a heading of furniture, against how much it reads like the
article. Runs of lines whose weights add up to enough are furniture; so a phrase alone can be enough, and labels that
might be headings ("Comments", "Name", "Share") need company. A paragraph that gives no evidence of its own is never
bridged, but for the readers' comments under their heading.

>>> from newsnorm.boilerplate.lines import read_lines
>>> from newsnorm.document import Document
>>> lines = read_lines(Document("The talks failed on Monday, aides said.\n\nRelated News\n\nOil prices rise again"))
>>> [(lines[found.position].text, found.kind) for found in find_furniture(lines)]
[('Related News', 'related'), ('Oil prices rise again', 'related')]
"""

from __future__ import annotations

import re
from collections import Counter
from math import exp, inf
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.boilerplate.forms import find_form_lines, may_hold_fields
from newsnorm.boilerplate.lines import ENDS_STATEMENT
from newsnorm.boilerplate.listings import dates_comment, find_glued_teasers
from newsnorm.boilerplate.own_lists import begins_thread, find_announced, find_facts, is_refrain
from newsnorm.boilerplate.under import FAR, Under, are_keywords, weigh_under
from newsnorm.phrases import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsnorm.boilerplate.lines import ReadLine

__all__ = ["Found", "find_furniture"]

# A run of this weight is furniture.
ENOUGH = 2.0

CERTAIN = 3.0
CERTAIN_PARAGRAPH = 2.0
LABEL = 0.9
FORM_FIELD = 1.6
# How a line without evidence weighs in a run: where readers write, from a form or their comments on; and above, where
# the short ones between two boxes may be the article's, the more so if they end as a statement does.
BASE = {"label": -0.7, "title": -1.1, "long": -2.2, "sentence": -inf, "prose": -inf}
ARTICLE_BASE = {"label": -1.6, "title": -2.1, "long": -3.0, "sentence": -inf, "prose": -inf}
STATED = -3.5

# Readers' comments have at least this share of the article's sentences above them.
COMMENTS_FROM = 0.4

LONGEST_HEADING = 60
# Kinds of which some stand among readers' comments: "Reply", "Log in to reply".
COMMENT_KINDS = frozenset({"comments", "comment-form", "comment-field", "login"})
# How a line begins that says that there are no comments.
NONE_RE = re.compile(r"(?:0|aucun|brak|geen|hiç|ingen|inga|keine?|nenhum|nessun|no|sin|нет|немає)\b", re.IGNORECASE)
# Kinds whose phrases may stand over a list of links, and those whose labels do.
HEADS_OF_LINKS = frozenset({"related", "read-more", "newsletter", "follow"})
LABELS_OF_LINKS = frozenset({"related", "read-more"})
# Kinds whose labels are words that an article may list: rubrics, legal terms; and, one by one, the fields of any form.
RUBRIC_KINDS = frozenset({"navigation", "player", "copyright"})
MAY_END_A_LIST = RUBRIC_KINDS | {"comment-field"}
NO_HEADING = frozenset({"navigation", "player", "copyright", "comment-field", "advertisement", "cookie", "read-more"})


class Found(NamedTuple):
    """A line that is furniture.

    Attributes:
        position: Which of the lines it is.
        kind: What it is.
        confidence: How sure the evidence is, from 0 to 1.

    """

    position: int
    kind: str
    confidence: float


def find_furniture(lines: Sequence[ReadLine]) -> list[Found]:
    """Return which of `lines` are furniture, by evidence of their own and of their run."""
    if all(line.hint is None and not may_hold_fields(line.text) for line in lines):
        return []
    weights, kinds = weigh_lines(lines)
    found = []
    for start, end, weight in best_runs(weights):
        if weight < ENOUGH:
            continue
        if max(weights[start:end]) >= ENOUGH or any(map(_is_no_rubric, lines[start:end])):
            confidence = round(1 - exp(-weight / 1.5), 3)
            found += [Found(position, kinds[position], confidence) for position in range(start, end)]
    return found


def _is_no_rubric(line: ReadLine) -> bool:
    """Return whether `line` says more than a word that an article may list."""
    return line.hint is not None and (line.hint.certain or line.hint.kind not in RUBRIC_KINDS)


def weigh_lines(lines: Sequence[ReadLine]) -> tuple[list[float], list[str]]:
    """Return what each line weighs as furniture, and the kind it would be."""
    total = sum(line.size for line in lines if line.shape in ("sentence", "prose")) or 1
    form = find_form_lines(lines)
    teasers = find_glued_teasers(lines)
    texts = Counter(line.text for line in lines if line.hint is not None)
    repeated = {text for text, count in texts.items() if count > 1}
    trailing = find_trailing(lines)
    facts, announced = find_facts(lines), find_announced(lines)
    under = Under(lines)
    above = 0
    heading, left, written = "", 0, False
    kind = "furniture"
    weights, kinds = [], []
    for position, line in enumerate(lines):
        hint = line.hint if position not in announced else None
        written = written or begins_thread(line)
        weight = BASE[line.shape] if written else _weigh_in_article(line)
        if hint is not None:
            kind = "comment-form" if hint.kind == "comment-field" else hint.kind
            certain = hint.certain and position not in facts
            weight = _weigh_hint(line, position, certain=certain)
            if position and not certain and _gives_itself_away(lines, position, repeated, trailing):
                weight = ENOUGH
            past_article = above >= COMMENTS_FROM * total
            opened = _opened_heading(lines, position, past_article)
            if opened:
                heading, left = opened, under.count(position, opened, past_article=past_article)
        elif position in teasers:
            weight, kind = CERTAIN_PARAGRAPH, "related"
        elif left:
            left -= 1
            weight, kind = weigh_under(line, heading) or 0.0, heading
        if hint is None and position in form:
            weight, kind = max(weight, form[position]), "comment-form"
        if line.shape in ("sentence", "prose") and hint is None:
            above += line.size
        weights.append(weight)
        kinds.append(kind)
    return weights, kinds


def _weigh_in_article(line: ReadLine) -> float:
    """Return what `line`, which has no phrase, weighs where no readers write."""
    weight = ARTICLE_BASE[line.shape]
    return min(weight, STATED) if line.mark in ENDS_STATEMENT else weight


def find_trailing(lines: Sequence[ReadLine]) -> int:
    """Return where the labels begin that end the text: they head nothing."""
    start = len(lines)
    while start > 1:
        hint = lines[start - 1].hint
        if hint is None or (not hint.certain and hint.kind in MAY_END_A_LIST):
            break
        start -= 1
    return start


def _gives_itself_away(lines: Sequence[ReadLine], position: int, repeated: set[str], trailing: int) -> bool:
    """Return whether the label at `position` can be no heading of the article.

    It ends the text, or is there more than once, or has headlines or keywords under it, or announces them ("More:").
    """
    line = lines[position]
    if (
        line.hint is not None
        and line.hint.kind == "tags"
        and any(map(are_keywords, lines[position + 1 : position + 2]))
    ):
        return True
    if position >= trailing:
        return True
    if line.text in repeated and line.hint is not None and line.hint.kind != "comment-field":
        return line.hint.kind not in RUBRIC_KINDS or not is_refrain(lines, position)
    return _announces(line) or (
        line.hint is not None and line.hint.kind in LABELS_OF_LINKS and _has_links_below(lines, position)
    )


def _opened_heading(lines: Sequence[ReadLine], position: int, past_article: bool) -> str:
    """Return the kind of furniture that the phrase at `position` heads, if it heads any."""
    line = lines[position]
    hint = line.hint
    if hint is None or not position:
        return ""
    if _announces(line) or (hint.kind in HEADS_OF_LINKS and _has_links_below(lines, position)):
        return "related"
    if hint.kind in NO_HEADING or not hint.whole or line.size >= LONGEST_HEADING:
        return ""
    if hint.kind == "comments":
        return "comments" if hint.certain and past_article and _heads_comments(lines, position) else ""
    return hint.kind if hint.certain or hint.kind == "tags" else ""


def _heads_comments(lines: Sequence[ReadLine], position: int) -> bool:
    """Return whether readers' comments stand below `position`, which speaks of them.

    It names or counts them, and not as none; or something soon below it is said of comments again, or dated as they
    are. "Newest first" may be a heading of the article.
    """
    line = lines[position]
    if NONE_RE.match(line.text) is None:
        counted = line.shape == "label" and any(map(str.isdigit, line.text))
        if counted or "comment" in find_cues(line.text):
            return True
    below = lines[position + 1 : position + FAR]
    return any(dates_comment(line) or (line.hint is not None and line.hint.kind in COMMENT_KINDS) for line in below)


def _announces(line: ReadLine) -> bool:
    """Return whether `line` is a label of links with a colon."""
    return line.mark in ":：" and line.hint is not None and line.hint.whole and line.hint.kind in LABELS_OF_LINKS


def _has_links_below(lines: Sequence[ReadLine], position: int) -> bool:
    """Return whether two headlines stand right under `position`: no heading of an article has that."""
    below = lines[position + 1 : position + 3]
    return len(below) == 2 and all(map(_is_headline, below))


def _is_headline(line: ReadLine) -> bool:
    """Return whether `line` reads like a headline: no label, sentence, address or row of a table."""
    if line.hint is not None or line.shape not in ("title", "long"):
        return False
    return line.mark not in ENDS_STATEMENT and line.text.count("|") < 2 and "http" not in line.text


def _weigh_hint(line: ReadLine, position: int, *, certain: bool) -> float:
    hint = line.hint
    assert hint is not None
    if certain:
        return CERTAIN_PARAGRAPH if line.shape == "prose" else CERTAIN
    if position == 0:
        return BASE["label"]  # a title may be one word
    if hint.kind == "comment-field" and ("*" in line.text or "(" in line.text):
        return FORM_FIELD
    return LABEL


def best_runs(weights: Sequence[float]) -> Iterator[tuple[int, int, float]]:
    """Yield the runs of `weights` whose sums are greatest, as (start, end, sum): none can be widened or split to gain.

    These are the maximal scoring subsequences of Ruzzo and Tompa (1999), in one pass.

    >>> list(best_runs([1.0, -0.5, 1.0, -9.0, 2.0]))
    [(0, 3, 1.5), (4, 5, 2.0)]
    """
    candidates: list[tuple[int, int, float, float]] = []
    total = 0.0
    for position, weight in enumerate(weights):
        if weight <= 0:
            total += weight
            if weight == -inf:
                yield from ((start, end, right - left) for start, end, left, right in candidates)
                candidates, total = [], 0.0
            continue
        before, total = total, total + weight
        start, end, left, right = position, position + 1, before, total
        while True:
            index = len(candidates) - 1
            while index >= 0 and candidates[index][2] >= left:
                index -= 1
            if index < 0 or candidates[index][3] >= right:
                break
            start, left = candidates[index][0], candidates[index][2]
            del candidates[index:]
        candidates.append((start, end, left, right))
    yield from ((start, end, right - left) for start, end, left, right in candidates)
