"""Quotation marks that touch the next word: ``new era"declared``, ``und„Nein``, ``end.”Next``.

Which side of a mark its space belongs to follows from what the mark does, opening or closing, and that no mark tells
by itself: ``"`` does both, ``“`` opens in English and closes in German, ``»`` the other way round in French. So the
marks of a paragraph are paired all at once: each reading of the whole row costs what its neighbours say against it, the
cheapest is taken, and a mark whose role is not clearly cheaper than any other is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.edits import Edit
from newsnorm.records import Diagnostic
from newsnorm.spacing.marks import UNSPACED_RE
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsnorm.document import Document
    from newsnorm.records import Finding

__all__ = ["Mark", "drop_stray_stops", "pair_quotes", "space_quotes"]

OPEN, CLOSE, OTHER = 0, 1, 2
IMPOSSIBLE = 99.0

# Marks by family. A family is paired by itself: quotations of one kind stand in those of another.
DOUBLE = '"“”„'
ANGLE = "«»"
SINGLE_ANGLE = "‹›"
SINGLE_LOW = "‚‘"
QUOTE_RE = re.compile(f"[{DOUBLE}{ANGLE}{SINGLE_ANGLE}‚‘]")
STRAIGHT_RE = re.compile('"')
FAMILIES = (DOUBLE, ANGLE, SINGLE_ANGLE, SINGLE_LOW)

# What a mark costs in a role by convention, before its neighbours are asked: (open, close).
# “ opens in English and closes in German, Czech …; » opens in Danish and in German books.
CONVENTION = {
    '"': (0.0, 0.0),
    "“": (0.0, 6.0),
    "”": (6.0, 0.0),
    "„": (0.0, IMPOSSIBLE),
    "«": (0.0, 6.0),
    "»": (6.0, 0.0),
    "‹": (0.0, 4.0),
    "›": (4.0, 0.0),
    "‚": (0.0, IMPOSSIBLE),
    "‘": (0.0, 6.0),
}
LOW_OPENING = {"“": (4.0, 0.0), "”": (4.0, 0.0), "‘": (4.0, 0.0)}

# Costs of the whole row: a closing mark that nothing opened, an opening one that nothing closed, one within its like.
UNOPENED = 5.0
UNCLOSED = 4.0
NESTED = 5.0
INCHES = 1.5

# How much cheaper a role must be than any other before a space is moved by it.
MARGIN = 2.0
# The same, where nothing pairs with it.
SURE = 4.0

# A mark with more neighbours than this in its paragraph is no quotation mark but a column of ditto marks.
MOST = 400


class Mark(NamedTuple):
    """A quotation mark with its likeliest role.

    Attributes:
        at: Where it stands, in code points.
        role: `OPEN`, `CLOSE` or `OTHER` (inches, ditto).
        margin: How much dearer the best reading with another role is.
        partner: The place of the mark it pairs with, -1 if there is none.

    """

    at: int
    role: int
    margin: float
    partner: int


def space_quotes(document: Document) -> Iterator[Finding]:
    """Propose spaces at quotation marks; warn of quotations that are never closed.

    PASS: ``new era"declared`` → ``new era" declared``. FAIL: ``5'10"``, ``"A"s``, ``d'"écologie"``, ``„Spiegel“s``.
    """
    text = document.text
    places = [match.start() for match in (STRAIGHT_RE if text.isascii() else QUOTE_RE).finditer(text)]
    first = 0
    while first < len(places):
        end = text.find("\n", places[first])
        end = len(text) if end < 0 else end
        last = bisect_left(places, end, first)
        if last - first <= MOST:
            start = text.rfind("\n", 0, places[first]) + 1
            yield from _space_paragraph(document, places[first:last], start, end)
        first = last


def drop_stray_stops(document: Document) -> Iterator[Edit]:
    """Propose to drop a full stop that stands before a quoted word in the middle of a sentence.

    Seen where a translation set a stop before every quotation. The sentence must plainly go on: the quotation is a few
    words in small letters without a stop of its own, and a preposition in small letters follows it.

    PASS: ``a mediator. "impartial" between them`` → ``a mediator "impartial" between them``.
    FAIL: ``He left. "goodbye" he said``, ``approx. "ten" of them``.
    """
    text = document.text
    done = 0
    for stop in STOP_RE.finditer(text):
        word = WORD_BEFORE_RE.search(text, max(done, stop.start() - 31), stop.start())
        match = STRAY_RE.match(text, word.start()) if word else None
        if match is None:
            continue
        done = match.end()
        prepositions = PREPOSITIONS.get(document.language, frozenset())
        vocabulary = load_vocabulary(document.language)
        small = match[1].islower() and (match[2] or match[3])[0].islower()
        if (
            small
            and match[4] in prepositions
            and match[1] in vocabulary.words
            and not document.protected.touches(*match.span())
        ):
            yield Edit(match.end(1), match.end(1) + 1, "", "drop-stray-stop", 0.9)


# A word, a stop, a quotation of a few small words, and the word after it. Anchored on the stop.
STRAY_RE = re.compile(
    r'(?<![^\W_])([^\W\d_]{4,30})\. (?:"([^\W\d_][^".!?\n]{0,60})"|“([^\W\d_][^”.!?\n]{0,60})”) ([^\W\d_]+)'
)

# The stop itself, which is looked for first, and the word before it: with one letter too many, if it has them.
STOP_RE = re.compile(r'\.(?= ["“])')
WORD_BEFORE_RE = re.compile(r"[^\W\d_]{1,31}\Z")

PREPOSITIONS = {
    "de": frozenset("auf aus bei für gegen in mit unter von zu zwischen".split()),
    "en": frozenset("about against among at between by for from in of on over to toward towards under with".split()),
    "es": frozenset("bajo con contra de en entre para por sobre".split()),
    "fr": frozenset("avec contre de dans en entre par pour sous sur".split()),
    "it": frozenset("con contro di fra in per su tra".split()),
    "pt": frozenset("com contra de em entre para por sobre".split()),
}


def _space_paragraph(document: Document, places: Sequence[int], start: int, end: int) -> Iterator[Finding]:
    """Yield the findings in the paragraph ``[start:end]``, whose quotation marks stand at `places`."""
    text = document.text
    for family in FAMILIES:
        own = [at for at in places if text[at] in family]
        if own and (len(own) % 2 or any(_is_odd(text, at, start, end) for at in own)):
            marks = pair_quotes(text, own, start, end)
            yield from _space(document, marks, start, end)
            if family is DOUBLE or family is ANGLE:
                yield from _warn_unclosed(document, marks, end, family)


def _is_odd(text: str, at: int, start: int, end: int) -> bool:
    """Return whether the mark at `at` may touch a word on the wrong side."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] in ANGLE:
        return True
    return not before.isspace() and (after.isalnum() or after == "(") and before not in "([{'’‘"


def _space(document: Document, marks: Sequence[Mark], start: int, end: int) -> Iterator[Edit]:
    text, protected = document.text, document.protected
    roles = {mark.at: mark for mark in marks}
    for mark in marks:
        if mark.margin < MARGIN or mark.role == OTHER:
            continue
        if text[mark.at] in "‹›‚" and (mark.partner < 0 or text[mark.partner] == text[mark.at]):
            continue  # a lone › points the way, Home›News; several of one kind are what is left of mojibake, KoÅ›ciol
        before = text[mark.at - 1] if mark.at > start else " "
        after = text[mark.at + 1] if mark.at + 1 < end else " "
        confidence = min(0.99, 0.8 + 0.03 * mark.margin)
        if protected.touches(mark.at - 1, mark.at + 2):
            continue
        if mark.role == OPEN:
            if _touches_before(text, mark, before, after):
                yield Edit(mark.at, mark.at, " ", "space-before-opening-quote", confidence)
        elif _touches_after(text, mark, before, after, document.language):
            yield Edit(mark.at + 1, mark.at + 1, " ", "space-after-closing-quote", confidence)
        if text[mark.at] in "«»" and document.language == "fr":
            yield from _space_inside(text, mark, roles, before, after)


def _touches_before(text: str, mark: Mark, before: str, after: str) -> bool:
    """Return whether the opening `mark` touches the word or the mark before it."""
    if after.isspace() and text[mark.at] not in "«»":
        return False
    if before.isalnum():
        return UNSPACED_RE.match(before) is None and not (before.isalpha() and _is_gershayim(before, after))
    if before in "–—":
        return text[mark.at - 2 : mark.at - 1].isspace()
    return before in ",;:.!?)]%" and (mark.partner >= 0 or mark.margin >= SURE or text[mark.at] in "«„")


def _touches_after(text: str, mark: Mark, before: str, after: str, language: str) -> bool:
    """Return whether the closing `mark` touches the word after it."""
    if before.isspace() and text[mark.at] not in "«»":
        return False
    if after == "(":
        return text[mark.at + 2 : mark.at + 3].isalnum()
    if not after.isalpha() or UNSPACED_RE.match(after) or _is_gershayim(before, after):
        return False
    ending = mark.at + 1
    while ending < len(text) and ending - mark.at < 8 and text[ending].isalpha():
        ending += 1
    word = text[mark.at + 1 : ending]
    return not (word.islower() and (word in ENDINGS or language in SUFFIXING))


# Endings that stand right after a quoted word: "A"s, „Spiegel“s, „Freund“innen.
ENDINGS = frozenset(("s", "es", "n", "en", "er", "ers", "t", "ed", "ing", "innen", "th"))

# Languages that bind their case endings to a quoted word without any mark.
SUFFIXING = frozenset(
    ("tr", "az", "kk", "ky", "uz", "tk", "hu", "fi", "et", "ka", "hy", "ko", "eu", "ja", "zh", "mn", "se")
)


def _is_gershayim(before: str, after: str) -> bool:
    """Return whether a mark between these letters is part of a Hebrew abbreviation."""
    return (
        "\N{HEBREW LETTER ALEF}" <= before <= "\N{HEBREW LETTER TAV}"
        and "\N{HEBREW LETTER ALEF}" <= after <= "\N{HEBREW LETTER TAV}"
    )


def _sets_off(text: str) -> bool:
    """Return whether the text sets quotes off on the inside, or a tall mark off its word, as careful French does."""
    return SET_OFF_RE.search(text) is not None or TALL_RE.search(text) is not None


SET_OFF_RE = re.compile(r"«\s|\s»")
TALL_RE = re.compile(r"[:;!?](?<=[^\W\d_][ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}][:;!?])(?=\s|«|\Z)")


def _space_inside(text: str, mark: Mark, roles: dict[int, Mark], before: str, after: str) -> Iterator[Edit]:
    """Yield the space inside a French quotation, where its other end or another quotation still has one."""
    partner = roles.get(mark.partner)
    if (partner is not None and partner.margin < MARGIN) or not _sets_off(text):
        return
    if mark.role == OPEN and after.isalnum():
        yield Edit(mark.at + 1, mark.at + 1, " ", "space-inside-quote", 0.9)
    if mark.role == CLOSE and (before.isalnum() or before in ".,!?…"):
        yield Edit(mark.at, mark.at, " ", "space-inside-quote", 0.9)


def _warn_unclosed(document: Document, marks: Sequence[Mark], end: int, family: str) -> Iterator[Diagnostic]:
    """Yield a warning for a paragraph's last quotation, if it is neither closed nor taken up by the next one."""
    lonely = [mark for mark in marks if mark.role == OPEN and mark.partner < 0 and mark.margin >= MARGIN]
    if not lonely:
        return
    text = document.text
    taken_up = NEXT_LINE_RE.match(text, end)
    if taken_up is not None and taken_up[1] in family:
        return
    stop = lonely[-1].at + len(text[lonely[-1].at : end].rstrip())
    yield Diagnostic("unclosed-quote", "A quotation starts here and is never closed.", lonely[-1].at, stop)


# The first mark of the next line that is not blank.
NEXT_LINE_RE = re.compile(r"\s{0,100}(\S)")


def pair_quotes(text: str, places: Sequence[int], start: int, end: int) -> list[Mark]:
    """Return the marks at `places`, all of one family in the paragraph ``[start:end]``, with their roles.

    >>> text = 'a "new era"declared the 5" man'
    >>> [mark.role for mark in pair_quotes(text, [2, 10, 25], 0, len(text))]
    [0, 1, 2]
    """
    low = any(text[at] in "„‚" for at in places)
    reversed_angles = _are_reversed(text, places, start, end)
    costs = [_role_costs(text, at, start, end, low=low, reversed_angles=reversed_angles) for at in places]
    size = len(places)
    # depth 0: nothing open; 1: a quotation open; 2: one within it
    forward = [[0.0, IMPOSSIBLE, IMPOSSIBLE]]
    for cost in costs:
        forward.append(_step(forward[-1], cost))
    backward = [[0.0, UNCLOSED, 2 * UNCLOSED]]
    for cost in reversed(costs):
        backward.append(_step_back(backward[-1], cost))
    backward.reverse()
    marks: list[Mark] = []
    opened: list[int] = []
    for i in range(size):
        totals = [
            min(forward[i][a] + price + backward[i + 1][b] for a, b, price in MOVES[role]) + costs[i][role]
            for role in (OPEN, CLOSE, OTHER)
        ]
        role = min((OPEN, CLOSE, OTHER), key=totals.__getitem__)
        margin = min(total for other, total in enumerate(totals) if other != role) - totals[role]
        marks.append(Mark(places[i], role, margin, -1))
        if role == OPEN:
            opened.append(i)
        elif role == CLOSE and opened:
            first = opened.pop()
            marks[first] = marks[first]._replace(partner=places[i])
            marks[i] = marks[i]._replace(partner=places[first])
    return marks


# Which depth a role leads to from which, and at what price: (from, to, price).
MOVES: tuple[tuple[tuple[int, int, float], ...], ...] = (
    ((0, 1, 0.0), (1, 2, NESTED), (2, 2, 2 * NESTED)),
    ((1, 0, 0.0), (2, 1, 0.0), (0, 0, UNOPENED)),
    ((0, 0, 0.0), (1, 1, 0.0), (2, 2, 0.0)),
)


def _step(state: Sequence[float], cost: Sequence[float]) -> list[float]:
    reached = [IMPOSSIBLE * 100] * 3
    for role, moves in enumerate(MOVES):
        for a, b, price in moves:
            reached[b] = min(reached[b], state[a] + price + cost[role])
    return reached


def _step_back(state: Sequence[float], cost: Sequence[float]) -> list[float]:
    reached = [IMPOSSIBLE * 100] * 3
    for role, moves in enumerate(MOVES):
        for a, b, price in moves:
            reached[a] = min(reached[a], state[b] + price + cost[role])
    return reached


def _are_reversed(text: str, places: Sequence[int], start: int, end: int) -> bool:
    """Return whether angle quotes point inwards here, as in German books and in Danish: »so«."""
    inwards = outwards = 0
    for at in places:
        mark = text[at]
        if mark not in "«»‹›":
            continue
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        opens = (before.isspace() or before == "(") and after.isalnum()
        closes = not before.isspace() and not after.isalnum()
        if mark in "»›":
            inwards += opens
            outwards += closes
        else:
            inwards += closes
            outwards += opens
    return inwards > outwards


def _role_costs(
    text: str, at: int, start: int, end: int, *, low: bool, reversed_angles: bool
) -> tuple[float, float, float]:
    """Return what the mark at `at` costs in each role, by convention and by its neighbours."""
    mark = text[at]
    opening, closing = CONVENTION[mark]
    if low and mark in LOW_OPENING:
        opening, closing = LOW_OPENING[mark]
    if reversed_angles and mark in "«»‹›":
        opening, closing = closing, opening
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    wide = mark in "«»"
    opening += OPEN_BEFORE[_kind(before)] + OPEN_AFTER[_kind(after)] * (0.2 if wide and after.isspace() else 1)
    closing += CLOSE_BEFORE[_kind(before)] * (0.2 if wide and before.isspace() else 1) + CLOSE_AFTER[_kind(after)]
    other = 12.0
    if mark in '"”“' and before.isdigit():
        other = INCHES if mark != "“" else 6.0
    elif before.isspace() and after.isspace() and mark == '"':
        other = 5.0
    return opening, closing, other


def _kind(character: str) -> int:
    """Return what a neighbour is: 0 space, 1 letter or digit, 2 ends a clause, 3 opens or joins, 4 another mark."""
    if character.isspace():
        return 0
    if character.isalnum():
        return 1
    if character in ".,;:!?…)]}%":
        return 2
    if character in "([{-–—/'’‘‚„“¿¡":
        return 3
    return 4


# Costs by neighbour:     space, letter, ends, opens, another
OPEN_BEFORE = (0.0, 3.0, 2.0, 0.0, 1.0)
OPEN_AFTER = (5.0, 0.0, 3.0, 0.5, 0.5)
CLOSE_BEFORE = (5.0, 0.0, 0.0, 2.0, 0.5)
CLOSE_AFTER = (0.0, 3.0, 0.0, 1.0, 0.5)
