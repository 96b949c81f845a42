"""Brackets that touch a word: ``(1998)muss``, ``Klöckner(CDU) sagte``; not ``word(s)``, ``(re)build``, ``print(x)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.sides import CLOSERS, find_line_start, last_word
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["closes_aside", "opens_aside", "space_asides", "space_bracketed_links", "space_hidden_mail"]

# The other bracket is looked for this far away: longer asides are none.
BRACKET_REACH = 300

# A line's head is no longer than this.
LINE_HEAD = 40

# What may stand before a name: no mark of code. And what an aside after one is by itself: (SCC), (VPAs), (1889–1951),
# a party and a state (PSD-MG), (D-Mass.), a species (Gypaetus barbatus).
NAME_BEGINS = frozenset(("", " ", "\n", "\N{NO-BREAK SPACE}", "-", "“", "„", '"'))
ABBREVIATION_RE = re.compile(r"[A-ZÄÖÜ]{2,8}s?")
MEMBER_RE = re.compile(r"[A-Z]{1,8}-[A-Z](?:[A-Z]|[a-z]{2,9}\.?)")
SPECIES_RE = re.compile(r"[A-Z][a-z]{2,} [a-z]{3,}")
YEARS_RE = re.compile(r"(?:1[5-9]|20)\d\d ?[–-] ?(?:(?:1[5-9]|20)\d\d)?")

# An agency's mark, (dpa), (APA), (Reuters), and how many words stand before it on its line: not in "return x.(string)".
LONGEST_AGENCY = 7
LEAST_SAID = 4

# What an aside has nothing of, apostrophes in words apart.
CODE = frozenset("=\"'[]{}<>_(")
ELISION_RE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")

# From so many letters on a capitalised word in an aside is a name or a title, known or not.
SHORTEST_NAME = 3

# What a function is given: extractor(html, language).
ARGUMENTS_RE = re.compile(r"[a-z_]\w{0,40}(?:, ?[a-z_]\w{0,40})+")

# What is looked for first. A pattern that begins with one character is searched for faster than any other.
BRACKET_RE = re.compile(r"\((?<=[.!?]\()")
# Two links in brackets after a sentence, run together: "your account.(Log Out/Change)". Anchored on the bracket.
HIDDEN_MAIL_RE = re.compile(r"\[email[ \N{NO-BREAK SPACE}]protected\]")
LINKS_RE = re.compile(r"(?<=[^\W\d_]{2}[.!?])\(([^\W\d_][\w ]{2,24})/([^\W\d_][\w ]{2,24})\)(?=\s|\Z)")


def space_bracketed_links(document: Document) -> Iterator[Edit]:
    """Propose the spaces around two links in brackets that touch the end of a sentence.

    Seen in comment forms: a log-in line ends in two links. Where the space before the bracket was lost, all were.

    PASS: ``your account.(Log Out/Change)`` → ``your account. ( Log Out / Change )``. FAIL: ``he left. (He/She)``.
    """
    text = document.text
    for bracket in BRACKET_RE.finditer(text):
        match = LINKS_RE.match(text, bracket.start())
        if match and match[1][0].isupper() and match[2][0].isupper() and not document.protected.touches(*match.span()):
            for gap in (match.start(), match.start(1), match.end(1), match.start(2), match.end(2)):
                yield Edit(gap, gap, " ", "space-around-link", 0.9)


def space_hidden_mail(document: Document) -> Iterator[Edit]:
    """Propose the spaces around what stands on a page for an address that is hidden from scrapers.

    PASS: ``unter[email protected]Danke``. FAIL: ``field[email]``.
    """
    text = document.text
    for hidden in HIDDEN_MAIL_RE.finditer(text):
        start, end = hidden.span()
        if start and text[start - 1].isalpha():
            yield Edit(start, start, " ", "space-before-address", 0.95)
        if text[end : end + 1].isalpha():
            yield Edit(end, end, " ", "space-after-bracket", 0.95)


def space_asides(document: Document) -> Iterator[Edit]:
    """Propose the space before an aside in brackets that touches the end of a sentence.

    PASS: ``it failed.(Updated at noon)``, ``gescheitert.(dpa)`` at a line's end. FAIL: ``x.(T)``, ``value.(string)``.
    """
    text = document.text
    vocabulary: Vocabulary | None = None
    for bracket in BRACKET_RE.finditer(text):
        at = bracket.start()
        vocabulary = vocabulary or load_vocabulary(document.language)
        if follows_sentence(text, at, vocabulary) and not document.protected.touches(at - 2, at + 2):
            yield Edit(at, at, " ", "space-before-bracket", 0.9)


def follows_sentence(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Return whether the bracket at `at`, which touches a mark, opens an aside of its own after a sentence."""
    before = last_word(text, at - 1)
    closer = text.find(")", at, at + BRACKET_REACH)
    if closer < 0 or len(before) < 3 or not before.isalpha() or not (before.islower() or vocabulary.knows(before)):
        return False
    inside, after = text[at + 1 : closer], text[closer + 1 : closer + 2]
    if "\n" in inside or not CODE.isdisjoint(inside) or not (after.isspace() or not after):
        return False
    words = [word.strip(",.;:/") for word in inside.split()]
    if len(words) == 1:  # an agency, or who wrote it
        said = text[find_line_start(text, at, BRACKET_REACH) : at]
        agency = words[0].isalpha() and len(words[0]) <= LONGEST_AGENCY and after in ("", "\n")
        return agency and "=" not in said and len(said.split()) >= LEAST_SAID
    return inside[:1].isupper() and sum(len(word) > 1 and vocabulary.knows(word) for word in words) * 2 >= len(words)


def closes_aside(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the bracket at `at` closes an aside, not letters of a word: ``word(s)``, ``(re)build``."""
    opener = text.rfind("(" if text[at] == ")" else "[", max(0, at - BRACKET_REACH), at)
    if opener < 0 or "\n" in text[opener:at]:
        return False
    inside = text[opener + 1 : at]
    if text[opener - 1 : opener].isalnum() and " " not in inside:
        return False
    if not inside or (not inside[-1].isalnum() and inside[-1] not in CLOSERS):
        return False
    if text[at] == "]":
        footnote = inside.isdigit() or not inside.strip("ivx")
        return len(after) > 1 and (after[0].isupper() if footnote else len(inside) > 1 and vocabulary.knows(after))
    if len(inside) > 2 and inside.isalpha() and after in vocabulary.function_words:
        stands = text[opener - 1 : opener] == " " == text[at + 1 + len(after) : at + 2 + len(after)]
        if stands and not vocabulary.knows(inside + after):
            return True  # (dpa)eine, not (hin)aus
    whole = " " in inside or (len(inside) > 1 and inside.isupper()) or (inside.isdigit() and len(inside) == 4)
    line = find_line_start(text, opener, LINE_HEAD)
    if opener - line < LINE_HEAD and not whole:  # a footnote; an agency after the place: (1)Then, KÖLN. (dpa)Then
        whole = opener == line if inside.isdigit() else inside.isalpha() and text[line:opener].isupper()
    return whole and (vocabulary.knows(after) or (after[0].isupper() and len(after) > 2))


def opens_aside(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Return whether the bracket at `at`, right after a word, opens an aside: not ``word(s)``, not ``print(x)``."""
    before = last_word(text, at)
    closer = text.find(")", at, at + BRACKET_REACH)
    if closer < 0 or "\n" in text[at:closer] or not before.isalpha():
        return False
    inside = text[at + 1 : closer]
    if text[closer + 1 : closer + 2].isalnum() or not CODE.isdisjoint(ELISION_RE.sub("", inside)):
        return False
    words = [word for word in (word.strip(",.;:-") for word in inside.split()) if len(word) > 1 and not word.isdigit()]
    if ARGUMENTS_RE.fullmatch(inside):
        return False
    if len(before) < 3:
        return len(words) > 2 and before in vocabulary.function_words and all(map(vocabulary.knows, words))
    named = len(before) > 3 and before.istitle() and text[at - len(before) - 1 : at - len(before)] in NAME_BEGINS
    known = vocabulary.knows(before)
    if not named and not known:
        return False
    noun = named and vocabulary.language == "de" and text[at - len(before) - 1 : at - len(before)] == " "
    if inside.isdigit():
        return len(inside) in {2, 4} and not before.isupper()
    if YEARS_RE.fullmatch(inside) or MEMBER_RE.fullmatch(inside) or SPECIES_RE.fullmatch(inside):
        return named
    if ABBREVIATION_RE.fullmatch(inside):  # somebody's club, or short for a name that begins or ends in this word
        return not known or noun or before[0].upper() in (inside[0], inside.rstrip("s")[-1])
    if " " not in inside:
        return noun and inside.istitle() and len(inside) > SHORTEST_NAME and vocabulary.knows(inside)
    told = sum(vocabulary.knows(word) or (word.istitle() and len(word) >= SHORTEST_NAME) for word in words)
    return bool(words) and told * 2 >= len(words)
