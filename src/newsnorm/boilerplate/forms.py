r"""Comment forms: which lines stand within one and don't say so themselves.

A form gives itself away by marks close together, and has its parts in an order: a heading, what is done with the
address, what an asterisk means, the fields, the button. So the lines that no phrase names are known by those that one
names, and a form in a language without phrases by its asterisks.

>>> from newsnorm.boilerplate.lines import read_lines
>>> from newsnorm.document import Document
>>> lines = read_lines(Document("The talks failed on Monday, aides said.\nHave your say\nName *\nE-mail *\nSend"))
>>> [lines[position].text for position in sorted(find_form_lines(lines))]
['Have your say', 'Name *', 'E-mail *', 'Send']
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsnorm.boilerplate.lines import ENDS_STATEMENT
from newsnorm.phrases import find_cues, find_cues_of
from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsnorm.boilerplate.lines import ReadLine

__all__ = ["find_bare_form", "find_form_lines", "find_form_opening", "may_hold_fields"]

# Within a form: a mark that isn't a phrase, a short line, a longer one, and what follows the last mark of a text.
FORM_MARK = 0.6
FORM_WITHIN = -0.2
FORM_SENTENCE = -0.8
FORM_REST = 0.1
FORM_GAP = 4
FORM_TAIL = 4
# A form that only its fields' asterisks give away: their legend, a few fields right below it, the text's end
# soon.
BARE_LEGEND = 2.0
BARE_FIELD = 1.0
BARE_FIELDS = range(2, 5)
BARE_REACH = 4
BARE_TAIL = 6
# Above a form's first mark: so many lines up to its heading, which has no mark at its end and is so short.
OPENING_REACH = 4
OPENING_HEADING = 0.9
LONGEST_OPENING = 40
LONGEST_LEGEND = 160
LONGEST_RULES = 700
SHORT = 80
LONG = 420
FORM_CUES = frozenset({"comment", "email", "form", "cookie", "newsletter", "login"})
# A field's label with the mark of a required field: "Nome *". Not the hidden name "Ann**" of a review.
REQUIRED_RE = re.compile(r"^[*＊]\s?\w|\*(?<!\*\*):?$")
SPOKEN_TO = frozenset({"we", "you"})
FORM_KINDS = frozenset({"comment-form", "comment-field"})
# The end of a line that may be such a label, if no phrase knows it.
FIELD_END_RE = re.compile(r"\*:?[^\S\n]*$", re.MULTILINE)


def find_form_lines(lines: Sequence[ReadLine]) -> dict[int, float]:
    """Return the lines that stand within a form and don't say so themselves, with what they weigh there.

    A form gives itself away by marks close together: its phrases, its fields, labels that end in an asterisk, short
    lines that speak of comments. Some phrase is among them; labels with asterisks above the form's heading are a list
    with footnotes. What stands between two marks belongs to it, and so do the last lines of a text that
    ends in one.
    """
    required = _find_required_fields(lines)
    marks = _find_marks(lines, required)
    within = find_bare_form(lines, required)
    for cluster in (_without_list_above(lines, found, required) for found in _clusters(marks)):
        if len(cluster) < 2:
            continue
        end = cluster[-1]
        rest = range(end + 1, len(lines))
        if len(rest) < FORM_TAIL and all(_may_be_form_text(lines[position]) for position in rest):
            within.update((position, FORM_REST) for position in rest)
        for position in set(range(cluster[0], end)).difference(cluster, within):
            line = lines[position]
            if line.shape == "title" or _may_be_form_text(line):
                within[position] = FORM_WITHIN if line.size < SHORT else FORM_SENTENCE
        within.update((position, max(FORM_MARK, within.get(position, 0.0))) for position in cluster)
        within.update(find_form_opening(lines, cluster[0]))
    return within


def _find_marks(lines: Sequence[ReadLine], required: Collection[int]) -> list[int]:
    """Return where the marks of forms stand: some only below another that an article can't have for a heading."""
    marks: list[int] = []
    last = -1 - FORM_GAP
    for position, line in enumerate(lines):
        below = position - last <= FORM_GAP
        if _is_form_mark(line, position in required, below) or (below and _states_rules(line)):
            marks.append(position)
            if line.hint is None or line.hint.kind in FORM_KINDS:
                last = position
    return marks


def _states_rules(line: ReadLine) -> bool:
    """Return whether `line` is a paragraph that says how comments are to be, and what becomes of others."""
    if line.hint is not None or line.shape not in ("prose", "sentence") or line.size > LONGEST_RULES:
        return False
    words = frozenset(re.split(r"[\W_]+", line.text.casefold()))
    return "comment" in find_cues_of(words) and any(map(_is_word_of_rules, words))


def _is_word_of_rules(word: str) -> bool:
    whole, beginnings = _read_rules()
    return word in whole or word.startswith(beginnings)


@cache
def _read_rules() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of rules for comments, and how those begin that have any ending."""
    words = {word for _, listed in read_rows("comment_rules.tsv", 2) for word in listed.casefold().split()}
    beginnings = {word for word in words if word.endswith("…")}
    return frozenset(words - beginnings), tuple(sorted(word[:-1] for word in beginnings))


def _without_list_above(lines: Sequence[ReadLine], marks: list[int], required: Collection[int]) -> list[int]:
    """Return the `marks` of a form but for those of a list above it; none, where no phrase is among them."""
    for position in marks:
        hint = lines[position].hint
        if hint is not None and hint.kind == "comment-field":
            return marks
        if hint is not None:  # it begins the form
            return [mark for mark in marks if mark >= position or mark not in required]
    return []


def find_bare_form(lines: Sequence[ReadLine], required: Collection[int] | None = None) -> dict[int, float]:
    r"""Return the lines of a form at the end of the text in a language that isn't known, with what they weigh.

    Asterisks give it away: a line tells what they mean ("Required fields are marked *"), and labels of a few fields
    that have one stand below it. A list with footnotes has its legend below, and a table figures.

    Args:
        lines: The lines.
        required: Where labels with the mark of a required field stand, if that is known.

    >>> from newsnorm.boilerplate.lines import read_lines
    >>> from newsnorm.document import Document
    >>> form = "Bu lam wod zep.\nXq vop\nZun kelim.\nTuv zim wok vo *\nKomal\nNav *\nPosel *\nKol komal"
    >>> sorted(find_bare_form(read_lines(Document(form))))
    [1, 2, 3, 4, 5, 6, 7]

    """
    required = _find_required_fields(lines) if required is None else required
    fields = [position for position in sorted(required) if "*" in lines[position].text]
    for first in fields[-BARE_FIELDS[-1] :]:
        last = max(position for position in fields if position <= first + BARE_REACH)
        legend = next((i for i in range(first - 1, max(-1, first - 1 - BARE_REACH), -1) if _is_legend(lines, i)), -1)
        rest = range(last + 1, len(lines))
        if (
            legend < 0
            or sum(position >= first for position in fields) not in BARE_FIELDS
            or len(rest) > BARE_TAIL
            or not all(map(_may_be_bare, lines[legend + 1 :]))
        ):
            continue
        within = dict.fromkeys(range(legend, last + 1), FORM_WITHIN) | dict.fromkeys(rest, FORM_REST)
        within.update((position, BARE_FIELD) for position in fields if first <= position)
        within[legend] = BARE_LEGEND
        return within | find_form_opening(lines, legend)
    return {}


def may_hold_fields(text: str) -> bool:
    r"""Return whether a line of `text` ends as the label of a required field: else it holds no form without phrases.

    >>> may_hold_fields("* a point\n5 * 5"), may_hold_fields("Nav *\nPosel")
    (False, True)
    """
    return "*" in text and FIELD_END_RE.search(text) is not None


def _may_be_bare(line: ReadLine) -> bool:
    return line.size < SHORT and not any(map(str.isdigit, line.text))


def _find_required_fields(lines: Sequence[ReadLine]) -> set[int]:
    """Return where labels with the mark of a required field stand: before one that no phrase knows it is a bullet."""
    return {position for position, line in enumerate(lines) if _is_required_field(line)}


def _is_required_field(line: ReadLine) -> bool:
    text = line.text
    if line.shape != "label" or not ("*" in text or "＊" in text) or (line.hint is None and text[0] in "*＊"):
        return False
    return REQUIRED_RE.search(text) is not None


def _is_legend(lines: Sequence[ReadLine], position: int) -> bool:
    """Return whether the line at `position` may tell what an asterisk means: no field, no footnote's and no bullet."""
    line = lines[position]
    if "*" not in line.text or line.size > LONGEST_LEGEND or any(map(str.isdigit, line.text)):
        return False
    beside = (*lines[position - 1 : position], *lines[position + 1 : position + 2])
    if line.text.endswith("**") or (line.text[0] == "*" and any(other.text[0] == "*" for other in beside)):
        return False
    return not _is_short_field(line)


def _is_short_field(line: ReadLine) -> bool:
    wide = line.size - len(line.text)  # letters of a script that sets no spaces
    return _is_required_field(line) and len(line.text.split()) + wide // 2 < 4


def find_form_opening(lines: Sequence[ReadLine], first: int) -> dict[int, float]:
    """Return the lines from a form's heading down to its first mark, at `first`, with what they weigh.

    None, where the mark is the heading itself or no heading stands right above.
    """
    if _may_head_form(lines[first]):
        return {}
    opening: dict[int, float] = {}
    for position in range(first - 1, max(0, first - 1 - OPENING_REACH), -1):
        line = lines[position]
        if _may_head_form(line):
            return opening | {position: OPENING_HEADING}
        if not _may_be_form_text(line):
            break
        opening[position] = FORM_WITHIN
    return {}


def _may_head_form(line: ReadLine) -> bool:
    """Return whether `line` may be a form's heading: a short line without a mark, no field and no "Cancel reply"."""
    ended = line.mark in ENDS_STATEMENT and not line.text.endswith("...")
    if line.size > LONGEST_OPENING or ended or "*" in line.text:
        return False
    return line.hint is None or line.hint.kind not in FORM_KINDS or "cancel" not in find_cues(line.text)


def _is_form_mark(line: ReadLine, required: bool, below: bool) -> bool:
    """Return whether `line` is a mark of a form: perhaps the label of a `required` field, perhaps `below` another."""
    if line.hint is not None:
        return line.hint.kind in FORM_KINDS or (line.hint.kind == "comments" and line.shape == "label")
    if line.shape == "label":
        return required
    cues = find_cues(line.text)
    if line.size >= LONG or line.shape == "prose" or "comment" not in cues:
        return False
    # A sentence that ends an article may tell of comments; what a site says of them, it says to its readers.
    return line.shape != "sentence" or below or (not SPOKEN_TO.isdisjoint(cues) and "reporting" not in cues)


def _may_be_form_text(line: ReadLine) -> bool:
    """Return whether `line` may stand in a form: a short line, or a longer one in the words of forms."""
    return line.size < SHORT or (line.size < LONG and not FORM_CUES.isdisjoint(find_cues(line.text)))


def _clusters(marks: Sequence[int]) -> Iterator[list[int]]:
    """Yield `marks` in groups that stand close together."""
    cluster: list[int] = []
    for mark in marks:
        if cluster and mark - cluster[-1] > FORM_GAP:
            yield cluster
            cluster = []
        cluster.append(mark)
    if cluster:
        yield cluster
