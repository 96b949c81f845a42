"""Quotation marks that touch the next word: ``new era"declared``, ``und„Nein``, ``end.”Next``.

Which side of a mark its space belongs to follows from what the mark does, opening or closing.
`newsnorm.spacing.pairing` tells that for all marks of a paragraph at once; a mark whose role is not clearly cheaper
than any other is left alone.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from newsnorm.code_pages import characters
from newsnorm.edits import Edit
from newsnorm.records import Diagnostic
from newsnorm.spacing.pairing import CLOSE, OPEN, OTHER, WIDE_ANGLES, pair_quotes
from newsnorm.spacing.sides import DASHES, REACH, UNSPACED_RE, beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsnorm.document import Document
    from newsnorm.records import Finding
    from newsnorm.spacing.pairing import Mark

__all__ = ["space_quotes"]

# Marks by family. A family is paired by itself: quotations of one kind stand in those of another.
DOUBLE = '"“”„'
ANGLE = "«»"
SINGLE_ANGLE = "‹›"
SINGLE_LOW = "‚‘"
QUOTE_RE = re.compile(f"[{DOUBLE}{ANGLE}{SINGLE_ANGLE}‚‘]")
FAMILIES = (DOUBLE, ANGLE, SINGLE_ANGLE, SINGLE_LOW)

# What a mark may touch on its outside: what opens a bracket or a word; what ends a clause. What ends what is said.
OPENERS = frozenset("([{'’‘")
ENDING = frozenset(",;:.!?)]%")
SPOKEN = frozenset(".,!?…")
# Marks that are no quotation marks by themselves, and those that mostly open.
LONE = frozenset("‹›‚")
ALWAYS_OPENING = frozenset("«„")

# Marks of which a paragraph is always read closely; and of the others those that `_is_odd` is true of.
RARE = ANGLE + SINGLE_ANGLE + "‚"
ODD_RES = {mark: re.compile(rf"{mark}(?<=[^\s(\[{{'’‘]{mark})(?=[^\W_]|\()") for mark in DOUBLE}

# How much cheaper a role must be than any other before a space is moved by it.
MARGIN = 2.0
# The same, where nothing pairs with it.
SURE = 4.0

# A mark with more neighbours than this in its paragraph is no quotation mark but a column of ditto marks.
MOST = 400


def space_quotes(document: Document) -> Iterable[Finding]:
    """Propose spaces at quotation marks; warn of quotations that are never closed.

    PASS: ``new era"declared`` → ``new era" declared``. FAIL: ``5'10"``, ``"A"s``, ``d'"écologie"``, ``„Spiegel“s``.
    """
    if _may_touch(document.text):
        return _space_all(document)
    left = _find_left(document)
    if b'"' not in left:
        return ()
    found: list[Finding] = []
    for start, end, places in _find_unpaired(document.text, left):
        found += _read(document, places, start, end, DOUBLE)
    return found


def _space_all(document: Document) -> Iterator[Finding]:
    text = document.text
    sets_off = any(mark in text for mark in ANGLE) and document.language == "fr" and _sets_off(text)
    for start, end in _find_paragraphs(text):
        places = [match.start() for match in islice(QUOTE_RE.finditer(text, start, end), MOST + 1)]
        runs_on = len(places) == 1 and text[start] in DOUBLE and _is_taken_up(text, end, DOUBLE)
        if len(places) <= MOST and not runs_on:
            yield from _space_paragraph(document, places, start, end, sets_off)


# At a glance most texts are sound: none of their marks stands between two words, and each paragraph has an even number
# of the commonest ones, and no others, or one that opens a quotation which the next one takes up.


def _may_touch(text: str) -> bool:
    """Return whether `_is_odd` may be true of any mark in `text`."""
    if text.isascii():
        return ODD_RES['"'].search(text) is not None
    return any(mark in text for mark in RARE) or any(mark in text and ODD_RES[mark].search(text) for mark in DOUBLE)


def _find_left(document: Document) -> bytes:
    """Return what is left of each line of a text when of its `DOUBLE` marks each two are taken away: one, or none."""
    page, _, marks = document.encoded
    if page:
        kept = marks.translate(*_keep_marks(page))
    else:
        kept = ALL_BUT_DOUBLE_RE.sub("", document.text).translate(ALIKE).encode("ascii")
    return kept.replace(b'""', b"")


ALL_BUT_DOUBLE_RE = re.compile(rf"[^{DOUBLE}\n]+")
ALIKE = dict.fromkeys(map(ord, DOUBLE), '"')


@cache
def _keep_marks(page: str) -> tuple[bytes, bytes]:
    """Return the table that makes one of all `DOUBLE` marks of code page `page`, and what goes but for line breaks."""
    marks = [index for index, character in enumerate(characters(page)) if character in DOUBLE]
    others = bytes(byte for byte in range(256) if byte not in marks and byte != ord("\n"))
    return bytes.maketrans(bytes(marks), b'"' * len(marks)), others


def _find_unpaired(text: str, left: bytes) -> Iterator[tuple[int, int, list[int]]]:
    """Yield the spans of the paragraphs of `text`, which has no rare marks, that are to be read closely.

    And where their marks stand. What is `left` of its lines is what `_find_left` tells.
    """
    for mark in "" if text.isascii() else DOUBLE[1:]:
        text = text.replace(mark, '"')
    lines = text.split("\n")
    ends = list(accumulate(map(len, lines)))
    for index in [index for index, mark in enumerate(left.split(b"\n")) if mark]:
        line, end = lines[index], ends[index] + index
        count = line.count('"')
        if count <= MOST and not (count == 1 and line[0] == '"' and _is_taken_up(text, end, '"')):
            start = end - len(line)
            yield start, end, _find_places(text, start, end)


def _find_places(text: str, start: int, end: int) -> list[int]:
    """Return where ``"`` stands in ``text[start:end]``."""
    places = []
    at = text.find('"', start, end)
    while at >= 0:
        places.append(at)
        at = text.find('"', at + 1, end)
    return places


def _find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the paragraphs of `text` that have a mark."""
    place = QUOTE_RE.search(text)
    while place is not None:
        end = text.find("\n", place.start())
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, place.start()) + 1, end
        place = QUOTE_RE.search(text, end)


def _space_paragraph(
    document: Document, places: Sequence[int], start: int, end: int, sets_off: bool
) -> Iterator[Finding]:
    """Yield the findings in the paragraph ``[start:end]``, whose marks stand at `places`.

    The text perhaps `sets_off` its French quotations on the inside.
    """
    text = document.text
    for family in FAMILIES[: 1 if text.isascii() else None]:
        own = [at for at in places if text[at] in family]
        if family is SINGLE_LOW and not any(text[at] == "‚" for at in own):
            continue  # English: what closes is an apostrophe as well; see `space_single_quotes`
        if len(own) % 2 or any(_is_odd(text, at, start, end) for at in own):
            yield from _read(document, own, start, end, family, sets_off=sets_off)


def _read(
    document: Document, places: Sequence[int], start: int, end: int, family: str, *, sets_off: bool = False
) -> list[Finding]:
    """Return what is found at the marks of one family, at these `places` of a paragraph."""
    marks = pair_quotes(document.text, places, start, end)
    found = _space(document, marks, start, end, sets_off)
    if family is DOUBLE or family is ANGLE:
        found += _warn_unclosed(document.text, marks, end, family)
    return found


def _is_odd(text: str, at: int, start: int, end: int) -> bool:
    """Return whether the mark at `at` may touch a word on the wrong side."""
    before, after = beside(text, at, start, end)
    if text[at] in ANGLE:
        return True
    return not before.isspace() and (after.isalnum() or after == "(") and before not in OPENERS


def _space(document: Document, marks: Sequence[Mark], start: int, end: int, sets_off: bool) -> list[Finding]:
    text = document.text
    spaces: list[Finding] = []
    roles = {mark.at: mark for mark in marks} if sets_off else {}
    for mark in marks:
        if mark.margin < MARGIN or mark.role == OTHER:
            continue
        before, after = beside(text, mark.at, start, end)
        if (before if mark.role == OPEN else after).isspace() and not sets_off:
            continue  # nearly all marks
        if text[mark.at] in LONE and (mark.partner < 0 or text[mark.partner] == text[mark.at]):
            continue  # a lone › points the way, Home›News; several of one kind are what is left of mojibake, KoÅ›ciol
        outside = _space_outside(text, mark, before, after, document.language)
        found = [outside] if outside is not None else []
        if sets_off and text[mark.at] in WIDE_ANGLES:
            found += _space_inside(mark, roles, before, after)
        if found and not document.protected.touches(mark.at - 1, mark.at + 2):
            spaces += found
    return spaces


def _space_outside(text: str, mark: Mark, before: str, after: str, language: str) -> Edit | None:
    """Return the space outside of `mark`, which stands between these two characters, if it has lost it."""
    if mark.role == OPEN:
        place, rule = mark.at, "space-before-opening-quote"
        lost = _touches_before(text, mark, before, after)
    else:
        place, rule = mark.at + 1, "space-after-closing-quote"
        lost = _touches_after(text, mark, before, after, language)
    return Edit(place, place, " ", rule, min(0.99, 0.8 + 0.03 * mark.margin)) if lost else None


def _touches_before(text: str, mark: Mark, before: str, after: str) -> bool:
    """Return whether the opening `mark` touches the word or the mark before it."""
    if (after.isspace() and text[mark.at] not in WIDE_ANGLES) or _is_code(text, mark.at, before):
        return False
    if before.isalnum():
        if UNSPACED_RE.match(before) or (before.isalpha() and _is_gershayim(before, after)):
            return False
        return not _is_arabic_prefix(text, mark.at)
    if before in DASHES:
        return text[mark.at - 2 : mark.at - 1].isspace()
    return before in ENDING and (mark.partner >= 0 or mark.margin >= SURE or text[mark.at] in ALWAYS_OPENING)


def _touches_after(text: str, mark: Mark, before: str, after: str, language: str) -> bool:
    """Return whether the closing `mark` touches the word after it."""
    if before.isspace() and text[mark.at] not in WIDE_ANGLES:
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


def _is_code(text: str, at: int, before: str) -> bool:
    """Return whether the mark at `at` opens a string of code: a value, ``"key":"value"``, or a docstring."""
    if text.startswith('""', at + 1):
        return True
    if before == ":":
        return text[at - 2 : at - 1] == '"'
    return before == "," and text[at + 1 : at + REACH].partition('"')[2][:1] == ":"


def _is_arabic_prefix(text: str, at: int) -> bool:
    """Return whether what stands right before `at` is part of the next word: ``و"حدات"``, ``بـ"الجيش"``."""
    if text[at - 1] == TATWEEL:
        return True
    return text[at - 1] in ARABIC_PREFIXES and not text[at - 2 : at - 1].isalnum()


# Arabic writes words of one letter together with the next word: and, so, with, for, as, will. What goes on behind a
# quotation mark is drawn out.
ARABIC_PREFIXES = frozenset(
    "\N{ARABIC LETTER WAW}\N{ARABIC LETTER FEH}\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}\N{ARABIC LETTER KAF}"
    "\N{ARABIC LETTER SEEN}"
)
TATWEEL = "\N{ARABIC TATWEEL}"


def _sets_off(text: str) -> bool:
    """Return whether the text sets quotes off on the inside, or, with few of them, tall marks off their words.

    So careful French does; but there are houses that set off ``mot :`` and no quotation.
    """
    return SET_OFF_RE.search(text) is not None or (text.count("«") < FEW_QUOTED and TALL_RE.search(text) is not None)


# From so many quotations on, none of which is set off, that is how a text is set.
FEW_QUOTED = 4
SET_OFF_RE = re.compile(r"«\s|\s»")
TALL_RE = re.compile(r"[:;!?](?<=[^\W\d_][ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}][:;!?])(?=\s|«|\Z)")


def _space_inside(mark: Mark, roles: dict[int, Mark], before: str, after: str) -> Iterator[Edit]:
    """Yield the space inside a French quotation, where its other end or another quotation still has one."""
    partner = roles.get(mark.partner)
    if partner is not None and partner.margin < MARGIN:
        return
    if mark.role == OPEN and after.isalnum():
        yield Edit(mark.at + 1, mark.at + 1, " ", "space-inside-quote", 0.9)
    if mark.role == CLOSE and (before.isalnum() or before in SPOKEN):
        yield Edit(mark.at, mark.at, " ", "space-inside-quote", 0.9)


def _warn_unclosed(text: str, marks: Sequence[Mark], end: int, family: str) -> Sequence[Diagnostic]:
    """Return a warning for a paragraph's last quotation, if it is neither closed nor taken up by the next one."""
    lonely = [mark for mark in marks if mark.role == OPEN and mark.partner < 0 and mark.margin >= MARGIN]
    if not lonely or _is_taken_up(text, end, family):
        return ()
    stop = lonely[-1].at + len(text[lonely[-1].at : end].rstrip())
    return [Diagnostic("unclosed-quote", "A quotation starts here and is never closed.", lonely[-1].at, stop)]


def _is_taken_up(text: str, end: int, family: str) -> bool:
    """Return whether the next paragraph after the one that ends at `end` begins with a mark of `family`."""
    following = NEXT_LINE_RE.match(text, end)
    return following is not None and following[1] in family


# The first mark of the next line that is not blank.
NEXT_LINE_RE = re.compile(r"\s{0,100}(\S)")
