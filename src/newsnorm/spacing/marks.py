"""Punctuation that touches the next word: ``end.Next``, ``Facebook,Twitter``, ``(1998)muss``, ``end .Next``.

A mark alone says little: ``C.R.T.``, ``ASP.NET``, ``12:30h``, ``Schüler:innen``, ``word(s)`` and ``f(x)``
are all right as they stand. So each rule wants a whole word on both sides, and of some marks a word it knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = ["UNSPACED_RE", "space_genitives", "space_marks"]

# A mark right before a letter, or a bracket before a letter or digit. What stands before the mark is looked at after.
MARK_RE = re.compile(r"[.!?,;:\N{HORIZONTAL ELLIPSIS}\N{EN DASH}\N{EM DASH})\](](?=[^\W_])")
# A genitive before a letter. Anchored on the apostrophe.
GENITIVE_RE = re.compile(r"['’](?<=[^\W\d_]{2}['’])s(?=[^\W\d_])")
WORD_AFTER_RE = re.compile(r"[^\W\d_]+")

# Words are looked for this far on either side, brackets this far back: longer ones are no prose.
REACH = 40
BRACKET_REACH = 300

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

# What stands after the dot of a name without being a sentence: Booking.Com, ASP.NET, Node.JS.
AFTER_NAME_DOT = frozenset(
    "com net org js io de uk eu tv fm ai py md ru ua fr it es pl info gov edu php html pdf jpg".split()
)

# Scripts without spaces between words, or with particles bound to them.
UNSPACED_RE = re.compile(
    "[\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u0fff"  # Tibetan
    "\u1000-\u109f"  # Burmese
    "\u1100-\u11ff"  # Hangul letters
    "\u1780-\u17ff"  # Khmer
    "\u1980-\u19ff\u1a20-\u1aaf"  # Tai
    "\ua980-\ua9ff"  # Javanese
    "\u2e80-\ud7ff"  # ideographs, kana, Yi, Hangul
    "\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"  # the same, compatibility and rare
)


def space_marks(document: Document) -> Iterator[Edit]:
    """Propose spaces at punctuation that lost its own.

    PASS: ``effective.Then``, ``Facebook,Twitter``, ``end .Next``. FAIL: ``C.R.T.``, ``ASP.NET``, ``1,5``, ``word(s)``.
    """
    text, protected = document.text, document.protected
    vocabulary: Vocabulary | None = None
    for match in MARK_RE.finditer(text):
        at = match.start()
        mark, left = text[at], text[at - 1 : at]
        if text[at + 1].isdigit() if mark != "(" else not left.isalpha():
            continue
        if protected.touches(max(0, at - 1), at + 2):
            continue
        vocabulary = vocabulary or load_vocabulary(document.language)
        if mark == "(":
            if vocabulary.function_words and opens_aside(text, at, vocabulary):
                yield Edit(at, at, " ", RULES[mark], 0.9)
            continue
        word = WORD_AFTER_RE.match(text, at + 1, at + REACH)
        if word is None or UNSPACED_RE.match(word.group()):
            continue
        after = word.group()
        if mark in ".," and left in {" ", "\N{NO-BREAK SPACE}"}:
            before = last_word(text, at - 1)
            if before and vocabulary.function_words and ends_before_space(text, at, before, after, vocabulary):
                yield Edit(at - 1, at + 1, mark + " ", "space-on-the-right-side", 0.9)
            continue
        before = last_word(text, at)
        if not vocabulary.function_words and not looks_plain(mark, before, after):
            continue
        if ends_clause(text, at, before, after, vocabulary):
            yield Edit(at + 1, at + 1, " ", RULES[mark], 0.97)


def space_genitives(document: Document) -> Iterator[Edit]:
    """Propose the space between an English genitive and a name: ``Mahfouz’sChildren``; not in ``L'sO``."""
    text, protected = document.text, document.protected
    for match in GENITIVE_RE.finditer(text):
        at = match.end()
        if text[at].isupper() and text[at + 1 : at + 2].islower() and not protected.touches(match.start(), at + 1):
            yield Edit(at, at, " ", "space-after-genitive", 0.95)


def looks_plain(mark: str, before: str, after: str) -> bool:
    """Return whether this is the end of a clause to anybody, whatever the language: ``kanu.Iroha``."""
    return mark in ".!?,;:" and len(before) > 2 and before[1:].islower() and len(after) > 2 and after.istitle()


def last_word(text: str, end: int) -> str:
    """Return the word that ends at `end`, letters and digits; the empty string if none does.

    >>> last_word("so it ends.", 10), last_word("ends).", 5)
    ('ends', '')
    """
    start = end
    while start and end - start < REACH and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def ends_before_space(text: str, at: int, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether in ``before .after`` the space stands on the wrong side of the mark: not in ``use .NET``."""
    if text[at] == ",":
        return True
    return before.isalpha() and before.islower() and len(before) > 1 and is_sentence_start(text, at, after, vocabulary)


def ends_clause(text: str, at: int, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the mark at `at` ends a sentence or a part of one, between the words `before` and `after`."""
    mark = text[at]
    if mark in ")]":
        return closes_aside(text, at, after, vocabulary)
    left = text[at - 1 : at]
    if mark in "–—":
        return (
            left.isspace()
            and vocabulary.language in SPACED_DASH
            and text[at - 2 : at - 1].isalnum()
            and (len(after) > 1 or after in vocabulary.one_letter)
        )
    if left in " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}" and left:
        return stands_off(text, at, after, vocabulary)
    if not before and left not in CLOSERS:
        return False
    if mark == ".":
        return ends_sentence(text, at, before, after, vocabulary)
    if mark == ",":
        return len(before) != 1 or before in vocabulary.one_letter or before.isdigit()
    if mark == ";":
        return len(before) != 1 and "&" not in text[max(0, at - 10) : at] and not (before.isupper() and after.isupper())
    if mark == ":":
        return ends_with_colon(before, after, vocabulary)
    if mark == "\N{HORIZONTAL ELLIPSIS}":
        return len(before) > 1 and is_sentence_start(text, at, after, vocabulary)
    if text.find("/", max(0, at - REACH), at) > text.rfind(" ", max(0, at - REACH), at):
        return False  # a query: example.org/page?Id
    return len(before) != 1 and (
        is_sentence_start(text, at, after, vocabulary) or (len(after) > 1 and after in vocabulary.function_words)
    )


# Languages that set a dash off on both sides; Spanish touches what stands within, —así—.
SPACED_DASH = frozenset(("cs", "da", "de", "en", "fr", "it", "nl", "no", "pl", "ru", "sv", "uk"))

# What may stand between a word and the mark that ends its sentence.
CLOSERS = frozenset(".)]\"”“»’‘'%!?")


def stands_off(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the mark at `at` stands off the word before it, as in French, and touches the one after it."""
    return (
        text[at] in ":;!?"
        and text[at - 2 : at - 1].isalnum()
        and len(after) > 1
        and vocabulary.language == "fr"
        and (after[0].isupper() or vocabulary.knows(after))
    )


def is_sentence_start(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether `after`, the word that touches the mark at `at`, may start a sentence."""
    if not after[0].isupper():
        return False
    if len(after) == 1:
        elided = text[at + 2 : at + 3] in {"'", "’"} and text[at + 3 : at + 4].isalpha()
        return after in vocabulary.one_letter or elided
    lower = after.lower()
    if lower in vocabulary.function_words:
        return True
    if lower in AFTER_NAME_DOT:
        return False
    return not after[:2].isupper() or after in vocabulary.words


def ends_sentence(text: str, at: int, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the full stop at `at` ends a sentence, or an abbreviation that a space follows.

    Not in initials and dotted abbreviations (a single letter before it), in names (``ASP.NET``), in code
    (``java.util.List``), in figures.
    """
    if not is_sentence_start(text, at, after, vocabulary):
        return False
    end = at + 1 + len(after)
    if text[end : end + 1] and text[end] in "(_=[<{@":
        return False
    if not before:
        return text[at - 1] != "." or (text[at - 2 : at] == ".." and text[at - 3 : at - 2].isalpha())
    first = at - len(before)
    previous = text[first - 1 : first] if first else ""
    if previous and previous in "._@/\\#":
        return len(before) == 1 and ends_abbreviation(text, at, after, vocabulary)
    if before.isdigit():
        numbering = first == 0 or text[first - 1] == "\n"
        return numbering or (
            ((previous.isspace() and vocabulary.language != "de") or after.lower() in vocabulary.words)
            and (len(after) > 1 and vocabulary.knows(after))
        )
    if len(before) == 1:
        return ends_abbreviation(text, at, after, vocabulary)
    if before.isalpha() and (not before.isupper() or (len(before) > 3 and len(after) > 3 and after.istitle())):
        return True
    return vocabulary.knows(after)


def ends_abbreviation(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the stop at `at` is the last of an abbreviation of single letters that a space follows.

    PASS: ``z.B.Behörden``, ``the U.N.Paris talks``. FAIL: ``J.K.Rowling``, ``C.R.T.``, ``e.V.``.
    """
    match = LETTERS_RE.search(text, max(0, at - 12), at + 1)
    if match is None or len(after) < 4 or not after.istitle():
        return False
    letters = match.group()
    return letters[0].islower() or (letters in STATES and vocabulary.knows(after))


# Single letters with stops that stand alone up to where the search ends.
LETTERS_RE = re.compile(r"(?<![^\s(\[\"“„«])(?:[^\W\d_]\.){2,5}\Z")

# Initials that name no person.
STATES = frozenset(("D.C.", "E.U.", "U.K.", "U.N.", "U.S.", "U.S.A."))


def ends_with_colon(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether a colon introduces what follows: not in ratios, times, ``Schüler:innen``, ``USA:s``."""
    if before.isdigit():  # a date, not a ratio
        return len(before) == 4 and after.istitle() and vocabulary.knows(after)
    if len(before) == 1:
        return False
    if after[0].isupper():
        return not after.lower().startswith("innen") and (len(after) > 1 or after in vocabulary.one_letter)
    return len(after) > 3 and after in vocabulary.function_words


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
    whole = " " in inside or (len(inside) > 1 and inside.isupper()) or (inside.isdigit() and len(inside) == 4)
    return whole and (vocabulary.knows(after) or (after[0].isupper() and len(after) > 2))


def opens_aside(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Return whether the bracket at `at`, right after a word, opens an aside: not ``word(s)``, not ``print(x)``."""
    before = last_word(text, at)
    closer = text.find(")", at, at + BRACKET_REACH)
    if closer < 0 or "\n" in text[at:closer] or len(before) < 3 or not before.isalpha():
        return False
    inside = text[at + 1 : closer]
    if text[closer + 1 : closer + 2].isalnum() or any(mark in inside for mark in "=\"'[]{}<>_("):
        return False
    if not vocabulary.knows(before):
        return False
    if inside.isdigit():
        return len(inside) in {2, 4} and not before.isupper()
    words = inside.split()
    return len(words) > 1 and sum(vocabulary.knows(word.strip(",.;:")) for word in words) * 2 >= len(words)
