"""Punctuation that touches the next word: ``end.Next``, ``Facebook,Twitter``, ``(1998)muss``, ``end .Next``.

A mark alone says little: ``C.R.T.``, ``ASP.NET``, ``12:30h``, ``Schüler:innen``, ``word(s)`` and ``f(x)``
are all right as they stand. So each rule wants a whole word on both sides, and of some marks a word it knows.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.brackets import closes_aside, opens_aside
from newsnorm.spacing.separators import is_open_dash
from newsnorm.spacing.sides import (
    CLOSERS,
    DASHES,
    REACH,
    SPACES,
    UNSPACED_RE,
    first_word,
    is_initial,
    is_sentence_start,
    last_word,
)
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["UNSPACED_RE", "space_marks"]

# A mark before a digit or the letters of a word, which are `first_word`. What stands before it is looked at after.
MARK_RE = re.compile(rf"[.!?,;:\N{{HORIZONTAL ELLIPSIS}}\N{{EN DASH}}\N{{EM DASH}})\](](?=([^\W\d_]{{1,{REACH}}})|\d)")

# Marks by what they do: end a clause, never stand off the word before them, follow an aside, close a bracket, or stand
# off as French sets them; and what joins a word to others, or makes it code.
ENDINGS = frozenset(".!?,;:")
NEVER_APART = frozenset(".,")
AFTER_ASIDE = frozenset(",:")
CLOSING = frozenset(")]")
OPENING = frozenset("([")
SETTING = frozenset("{=")
STRING_RE = re.compile(r"\w[(\[][\"'][^\"']*\Z")  # opened and not closed
TALL = frozenset(":;!?")
SMILES = frozenset("DOPSXp")  # after two eyes
JOINTS = frozenset("._@/\\#")
CODE_AFTER = frozenset("(_=[<{@")
WIDE_SPACES = frozenset(" \N{NO-BREAK SPACE}")

# Marks after which only a sentence that starts says that a space was lost.
STOPS = frozenset((".", "\N{HORIZONTAL ELLIPSIS}"))

RULES = {
    ".": "space-after-sentence",
    "!": "space-after-sentence",
    "?": "space-after-sentence",
    "\N{HORIZONTAL ELLIPSIS}": "space-after-ellipsis",
    ",": "space-after-comma",
    ";": "space-after-semicolon",
    ":": "space-after-colon",
    ")": "space-after-bracket",
    "]": "space-after-bracket",
    "(": "space-before-bracket",
    "–": "space-after-dash",
    "—": "space-after-dash",
}


# A hostile text has a mark every other character: so an edit is made without a call of Python's own.
_make_edit = partial(tuple.__new__, Edit)


def space_marks(document: Document) -> Iterator[Edit]:
    """Propose spaces at punctuation that lost its own.

    PASS: ``effective.Then``, ``Facebook,Twitter``, ``end .Next``. FAIL: ``C.R.T.``, ``ASP.NET``, ``1,5``, ``word(s)``.
    """
    text = document.text
    vocabulary: Vocabulary | None = None
    for match in MARK_RE.finditer(text):
        at, after = match.start(), match[1]
        mark, left = text[at], text[at - 1 : at]
        if mark in STOPS:
            if not text[at + 1].isupper():  # no sentence starts there
                if mark == "." and (ends_listed(document, at) or ends_person(document, at)):
                    yield Edit(at + 1, at + 1, " ", "space-after-abbreviation", 0.95)
                continue
        elif text[at + 1].isdigit() if mark != "(" else not left.isalpha():
            continue
        if vocabulary is None:
            vocabulary, protected = load_vocabulary(document.language), document.protected
            listed = bool(vocabulary.function_words)
        if protected.ends and protected.touches(at - 1 if at else 0, at + 2):
            continue
        if mark == "(":
            if listed and opens_aside(text, at, vocabulary):
                yield Edit(at, at, " ", RULES[mark], 0.9)
            continue
        if not after or (not after.isascii() and UNSPACED_RE.match(after)):
            continue
        if left in WIDE_SPACES and mark in NEVER_APART:
            before = last_word(text, at - 1)
            if before and listed and ends_before_space(text, at, before, after, vocabulary):
                yield Edit(at - 1, at + 1, mark + " ", "space-on-the-right-side", 0.9)
            continue
        before = last_word(text, at)
        if not (listed or looks_plain(text, at, before, after)):
            continue
        # A full stop is the commonest of all marks.
        ends = ends_sentence if before and mark == "." else ends_clause
        if ends(text, at, before, after, vocabulary):
            yield _make_edit((at + 1, at + 1, " ", RULES[mark], 0.97))


def ends_listed(document: Document, at: int) -> bool:
    """Return whether the stop at `at` is the last of an abbreviation before a word in small letters: ``z.B.auf``."""
    pattern = ABBREVIATION_RES.get(document.language)
    text = document.text
    if pattern is None or pattern.search(text, max(0, at - 12), at) is None:
        return False
    word = first_word(text, at + 1)
    end = at + 1 + len(word)
    if not word or text[end : end + 1] in {".", "/", "@", "_"}:
        return False
    known = load_vocabulary(document.language).knows(word)
    return known and not document.protected.touches(at - 1, at + 2)


def ends_person(document: Document, at: int) -> bool:
    """Return whether the stop at `at` ends a person's name that a court keeps back, or a ruler: ``Dennis S.will``.

    What follows is a known word in small letters and a space: not ``J.K.rowling``, ``Node K.js``.
    """
    text = document.text
    if not text[at - 1 : at].isupper() or text[at - 2 : at - 1] != " ":
        return False
    given, word = last_word(text, at - 2), first_word(text, at + 1)
    end = at + 1 + len(word)
    if len(given) < 3 or not given.istitle() or len(word) < 2 or not word.islower() or text[end : end + 1] != " ":
        return False
    vocabulary = load_vocabulary(document.language)
    known = word in vocabulary.function_words or (vocabulary.tabled and word in vocabulary.words)
    return known and not document.protected.touches(at - 1, at + 2)


# Abbreviations in the middle of a sentence, but for their last stop.
LISTED_RE = re.compile(r"(?:d\. ?h|e\.g|i\. ?d\. ?R|i\.e|p\.ex|u\. ?a|z\. ?B|z\. ?T)\.")  # with an initial of its own
ABBREVIATION_RES = {
    language: re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, listed.split()))})\Z")
    for language, listed in {
        "de": "bzw ca d.h etc evtl ggf inkl i.d.R o.ä sog u.a u.U usw vgl z.B z.T",
        "en": "e.g etc i.e vs",
        "fr": "etc p.ex",
    }.items()
}


def looks_plain(text: str, at: int, before: str, after: str) -> bool:
    """Return whether this is the end of a clause to anybody, whatever the language: ``kanu.Iroha``, ``(1-0):Iroha``."""
    mark = text[at]
    if not before:
        whole = mark in AFTER_ASIDE and text[at - 1 : at] == ")"
    elif len(before) > 2 and mark in ENDINGS:
        whole = before[1:].islower() or (mark == ":" and before.isupper())
    else:
        return False
    return whole and (after.istitle() if len(after) > 2 else is_initial(text, at, after))


def ends_before_space(text: str, at: int, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether in ``before .after`` the space stands on the wrong side: not in ``in .Xauthority``."""
    if text[at] == ",":
        return True
    lower = before.isalpha() and before.islower() and len(before) > 1
    return lower and vocabulary.knows(after) and is_sentence_start(text, at, after, vocabulary)


def ends_clause(text: str, at: int, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the mark at `at` ends a sentence or a part of one, between the words `before` and `after`."""
    mark = text[at]
    if text.startswith("=", at + 1 + len(after)):
        return False  # print(x,end="")
    if mark in CLOSING:
        return closes_aside(text, at, after, vocabulary)
    if mark in DASHES:
        return is_open_dash(text, at, after, vocabulary)
    left = text[at - 1 : at]
    if left in SPACES:
        return stands_off(text, at, after, vocabulary)
    if not before and left not in CLOSERS:
        return False
    if mark == ".":
        return ends_sentence(text, at, before, after, vocabulary)
    if mark == ",":
        run = text[max(0, at - REACH) : at].split()
        if run and (not SETTING.isdisjoint(run[-1]) or STRING_RE.search(run[-1])):
            return False  # {gz,bz2}, cn=admin,dc=example, print("Hello,world")
        single = len(after) == 1 and after.islower() and after not in vocabulary.one_letter
        single = single and LISTED_RE.match(text, at + 1) is None
        return not single and (len(before) != 1 or before in vocabulary.one_letter or before.isdigit())
    if mark == ";":
        if after in SMILES and not text[at + 2 : at + 3].strip(" .,)"):
            return False  # who knows?;P
        return len(before) != 1 and "&" not in text[max(0, at - 10) : at] and not (before.isupper() and after.isupper())
    if mark == ":":
        return ends_with_colon(text, at, before, after, vocabulary)
    if mark == "\N{HORIZONTAL ELLIPSIS}":
        return len(before) > 1 and is_sentence_start(text, at, after, vocabulary)
    if text.rfind("/", max(0, at - REACH), at) > text.rfind(" ", max(0, at - REACH), at):
        return False  # a query: example.org/page?Id
    return len(before) != 1 and (
        is_sentence_start(text, at, after, vocabulary) or (len(after) > 1 and after in vocabulary.function_words)
    )


def stands_off(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the mark at `at` stands off the word before it, as in French, and touches the one after it."""
    return (
        text[at] in TALL
        and text[at - 2 : at - 1].isalnum()
        and len(after) > 1
        and vocabulary.language == "fr"
        and (after[0].isupper() or vocabulary.knows(after))
    )


def ends_sentence(text: str, at: int, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the full stop at `at` ends a sentence, or an abbreviation that a space follows.

    Not in initials and dotted abbreviations (a single letter before it), in names (``ASP.NET``), in code
    (``java.util.List``), in figures.
    """
    if not is_sentence_start(text, at, after, vocabulary):
        return False
    end = at + 1 + len(after)
    following = text[end : end + 1]
    if following in CODE_AFTER or (following == "." and text[end + 1 : end + 2].islower()):
        return False
    if not before:
        return text[at - 1] != "." or (text[at - 2 : at] == ".." and text[at - 3 : at - 2].isalpha())
    first = at - len(before)
    previous = text[first - 1 : first] if first else ""
    letters = before.isalpha()
    if previous != " ":
        if previous in OPENING and after.isupper():
            return False  # (By.ID), [cs.LG]
        if previous in JOINTS:
            return (len(before) == 1 and ends_abbreviation(text, at, after, vocabulary)) or (
                len(after) > 1 and ends_joined(text, at, before, previous, after, vocabulary)
            )
    if letters and len(before) > 2 and not before.isupper():
        return True
    if not letters and (before.isdigit() or (before[:-1].isdigit() and before[-1] == "s")):
        return ends_figure(text, at, before, previous, after, vocabulary)
    if len(before) == 1:
        return ends_abbreviation(text, at, after, vocabulary)
    if len(before) == 2 == len(after) and before.isupper() and after.isupper():
        return False  # EE.UU., RR.HH.: a plural of initials
    if letters and not before.isupper():
        return True
    if letters and len(before) > 3 and len(after) > 3 and after.istitle():
        near = text[max(0, at - NEAR) : at + NEAR]
        return near.count(f"{before}.{after}") == 1  # not a file's name, README.Debian
    if letters and after[1:].isupper() and not text[max(0, first - BESIDE) : end + BESIDE].isupper():
        return False  # a file or a function, DDEML.DLL, RANK.EQ
    return vocabulary.knows(after)


def ends_figure(text: str, at: int, before: str, previous: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether a sentence, or a number of a list, ends in the figure `before`.

    PASS: ``in 1994.Then``, ``the 1300s.Yersinia``, ``Covid-19.Comme``. FAIL: ``3.Liga`` in German, ``9.X``, ``2.Nf3``.
    """
    end = at + 1 + len(after)
    if len(after) < 2 or text[end : end + 1].isdigit():
        return False
    if not before.isdigit():
        return after.istitle()
    ordinal = vocabulary.language == "de" and len(before) < 3
    if not previous or previous == "\n" or (not ordinal and after.lower() in vocabulary.words):
        return vocabulary.knows(after)
    if previous.isspace() and vocabulary.language != "de":
        return vocabulary.knows(after) or (len(after) > 3 and after.istitle() and stands_elsewhere(text, at + 1, after))
    return len(before) > 1 and after.lower() in vocabulary.function_words


def stands_elsewhere(text: str, start: int, word: str) -> bool:
    """Return whether `word`, which starts at `start`, stands near it as well, by itself."""
    near = text[max(0, start - NEAR) : start + NEAR]
    return f" {word}" in near or near.startswith(word)


# How far from a place another text is still near, and stands beside it, in code points.
NEAR = 2000
BESIDE = 40


def ends_joined(text: str, at: int, before: str, previous: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether a sentence ends in what a dot or a slash joins: a date, a domain or two names.

    PASS: ``on 17.10.2021.Then``, ``Covid/Corona.Then it``. FAIL: ``docs/Readme.Then``, ``java.util.List``.
    """
    if text[at + 1 + len(after) : at + 2 + len(after)] != " " or not vocabulary.knows(after):
        return False
    if previous == ".":
        return len(before) == 4 and before[:2] in {"19", "20"} and before.isdigit()
    start = at - len(before) - 1
    path = text.rfind("/", max(0, start - REACH), start) > text.rfind(" ", max(0, start - REACH), start)
    return previous == "/" and not path and len(before) > 3 and before.istitle()


def ends_abbreviation(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the stop at `at` is the last of an abbreviation of single letters that a space follows.

    Or an initial at the end of a sentence, if what follows can't be a name.

    PASS: ``z.B.Behörden``, ``the U.N.Paris talks``, ``Karl B.Und dann``. FAIL: ``J.K.Rowling``, ``C.R.T.``, ``e.V.``.
    """
    if len(after) > 2 and after.istitle() and text[at + 1 + len(after) : at + 3 + len(after)].strip(" ,").islower():
        lower = after.lower()
        if lower in vocabulary.function_words and lower not in PARTICLES and text[at - 2 : at - 1] == " ":
            return True
    match = LETTERS_RE.search(text, max(0, at - 12), at + 1)
    if match is None or len(after) < 4 or not after.istitle():
        return False
    letters = match.group()
    return letters[0].islower() or (letters in STATES and vocabulary.knows(after))


# Function words that names have as well: J.Van Buren, B.Des Roches.
PARTICLES = frozenset("dal das del den der des die dos las les los may san ten ter van vom von will zum zur".split())

# Single letters with stops that stand alone up to where the search ends.
LETTERS_RE = re.compile(r"(?<![^\s(\[\"“„«])(?:[^\W\d_]\.){2,5}\Z")

# Initials that name no person.
STATES = frozenset(("D.C.", "E.U.", "U.K.", "U.N.", "U.S.", "U.S.A."))


def ends_with_colon(text: str, at: int, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether a colon introduces what follows: not in ratios, times, ``Schüler:innen``, ``USA:s``."""
    if before.isdigit():  # a date or a number of a list, not a ratio
        numbered = text[at - len(before) - 1 : at - len(before)] == "#"
        return (numbered or len(before) == 4) and after.istitle() and vocabulary.knows(after)
    if len(before) == 1 or text[at - len(before) - 1 : at - len(before)] == "{":
        return False  # ${misc:Depends}
    if after[0].isupper():
        if len(after) == 1:
            return after in vocabulary.one_letter or is_initial(text, at, after)
        return not after.lower().startswith("innen")
    return len(after) > 2 and after in vocabulary.function_words
