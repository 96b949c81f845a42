"""Dashes, bars, addresses, tags and Spanish questions that touch what stands before them.

``CAIRO —Gunmen``, ``Contact Us|Privacy Policy``, ``unterhttp://``, ``el proyecto?¿Por qué``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing.sides import find_line_start, find_touched_words, first_word, last_word
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.document import Document
    from newsnorm.spacing.vocabulary import Vocabulary

__all__ = [
    "is_open_dash",
    "space_addresses",
    "space_bars",
    "space_dashes",
    "space_lettered",
    "space_questions",
    "space_tags",
]

# Languages that set a dash off on both sides; Spanish touches what stands within, —así—.
SPACED_DASH = frozenset(("cs", "da", "de", "en", "fr", "it", "nl", "no", "pl", "ru", "sv", "uk"))

# What a dash may touch that stands after it: a bracket that opens, or another dash.
OPENERS = frozenset("([{–—-")

# Languages that open a question with a mark, and that mark after the end of a sentence.
INVERTING = frozenset(("ast", "es", "gl"))
INVERTED_RE = re.compile(r"[.!?…](?<=[^\W\d_].)(?=[¿¡][^\W\d_])")

# What an address starts with, right after a letter: its host has a dot before a letter.
ADDRESS_RES = {
    "http": re.compile(r"http(?<=[^\W\d_]http)(?=s?://[^\s/.]{1,60}\.[^\W\d_])"),
    "www.": re.compile(r"www\.(?<=[^\W\d_]www\.)(?=[^\W\d_])"),
}

# The same for a tag, a handle of three letters at least, and a paragraph of a law.
TAG_RES = {
    "#": re.compile(r"#(?<=[^\W\d_]#)(?=[^\W\d_]\w{2})"),
    "@": re.compile(r"@(?<=[^\W\d_]@)(?=[^\W\d_]\w{2})"),
    "§": re.compile(r"§(?<=[^\W\d_]§)(?=[ \d§])"),
}
TAG_WORD_BEGINS = frozenset('(«“„"')

# What an address may touch that stands before it, what the word before that may touch, and which words before a colon
# are part of what follows.
INTRODUCING = frozenset(":;,")
ASIDE_ENDS = frozenset(")]»”")
WORD_BEGINS = frozenset('-([«“„"')
ADDRESS_RE = re.compile(r"https?://|www\.|[\w.+-]{1,64}@", re.IGNORECASE)
SCHEMES = frozenset("blob cache feed filesystem http https inurl mailto site sip sips skype source url xmpp".split())

# A bar or a bullet that has a word or white space on either side. Anchored on the mark.
BAR_RE = re.compile(r"[|•](?<=[^\W\d_][|•]|\s[|•])(?=[^\W\d_]|\s)")
# What tables, patterns and code have beside it and labels have not.
CODE = frozenset("|\\[]{}()^$*+?=<>_\"'`~;")
# So far on either side of a bar that is looked for, and so far back a line's start.
LABEL_REACH = 24
LINE_REACH = 400

# A dash that touches what follows, and one that touches what stands before it. Anchored on the dash.
HYPHEN_RE = re.compile(r"-(?<= -)-?([^\W\d_]{1,20})(?![^\W\d_])")
DASH_RES = tuple(re.compile(rf"{dash}(?<=[^\s–—-]{dash})(?= [^\W\d_])") for dash in "–—")
# What joins two compounds that share a part.
JOINING = frozenset("and or und oder bzw bis sowie et ou og och eller en of e o i lub и или и та або a nebo".split())
# A capital between a small letter and a hyphen. Anchored on the hyphen.
LETTERED_RE = re.compile(r"-(?<=[^\W\d_]{2}[A-Z]-)(?=[^\W\d_])")
# A dateline is no longer than this; it ends in an agency in brackets, or is in capitals.
DATELINE = 60
DATELINE_RE = re.compile(r"[^\W\d_][^\n!?:;–—|]*[^\W\d_.]{2}\.?(?: \([^()\n]{2,20}\))?")


def space_addresses(document: Document) -> Iterator[Edit]:
    """Propose the space between an address and the word or mark that it touches.

    PASS: ``unterhttp://example.org`` → ``unter http://example.org``, ``visitwww.example.org``, ``Mail:jo@example.org``.
    FAIL: ``xhttp://example.org``, ``awww.example.org``, ``example.org/http://example.org``, ``mailto:jo@example.org``.
    """
    for at, _ in find_touched_words(document, ADDRESS_RES):
        yield Edit(at, at, " ", "space-before-address", 0.95)
    text, protected = document.text, document.protected
    for at in protected.starts:
        if text[at - 1 : at] in INTRODUCING and ADDRESS_RE.match(text, at) and introduces(text, at - 1):
            yield Edit(at, at, " ", "space-before-address", 0.95)


def space_tags(document: Document) -> Iterator[Edit]:
    """Propose the space between a small word and a tag, a handle or a paragraph's sign.

    PASS: ``dem Hashtag der#Lindau``, ``von@lindau_news``, ``nach§5``. FAIL: ``C#``, ``String#upcase``, ``page#top``.
    """
    text, small = document.text, load_vocabulary(document.language).function_words
    for at, word in find_touched_words(document, TAG_RES):
        previous = text[at - len(word) - 1 : at - len(word)]
        whole = not previous or previous.isspace() or previous in TAG_WORD_BEGINS  # no part of a path, page/the#top
        if word.lower() in small and whole:
            yield Edit(at, at, " ", "space-before-tag", 0.93)


def introduces(text: str, at: int) -> bool:
    """Return whether the mark at `at` ends what is said before an address: a word that is no part of it or an aside."""
    before = last_word(text, at)
    if not before:
        return text[at - 1 : at] in ASIDE_ENDS
    previous = text[at - len(before) - 1 : at - len(before)]
    whole = not previous or previous.isspace() or previous in WORD_BEGINS  # not the user of ftp://user:word@example.org
    return whole and len(before) > 1 and before.isalpha() and before.lower() not in SCHEMES


def space_questions(document: Document) -> Iterator[Edit]:
    """Propose the space before a Spanish question or exclamation that touches the sentence before it.

    PASS: ``el proyecto?¿Por qué``. FAIL: ``¡¿Qué``, and any other language: mojibake has these marks amid its words.
    """
    if document.language not in INVERTING:
        return
    for match in INVERTED_RE.finditer(document.text):
        if not document.protected.touches(match.start(), match.end()):
            yield Edit(match.end(), match.end(), " ", "space-after-sentence", 0.97)


def is_open_dash(text: str, at: int, after: str, vocabulary: Vocabulary) -> bool:
    """Return whether the dash at `at` stands off the word before it and touches `after`: ``kam –Nummer``.

    Not at a line's start, where it may stand for a bullet or for somebody who speaks.
    """
    if vocabulary.language not in SPACED_DASH or not text[at - 1 : at].isspace():
        return False
    before = text[at - 2 : at - 1]
    if not before or before.isspace() or before in OPENERS:
        return False
    return len(after) > 1 or after in vocabulary.one_letter


def space_bars(document: Document) -> Iterator[Edit]:
    """Propose spaces around bars and bullets between labels.

    PASS: ``Contact Us|Privacy Policy``, ``About us• Contact``. FAIL: ``|a|b|``, ``x|y``, ``(foo|bar)``, ``•Item``.
    """
    text = document.text
    if "|" not in text and "•" not in text:
        return
    for match in BAR_RE.finditer(text):
        at = match.start()
        if not parts_labels(text, at) or document.protected.touches(at - 1, at + 2):
            continue
        if not text[at - 1].isspace():
            yield Edit(at, at, " ", "space-around-bar", 0.9)
        if not text[at + 1].isspace():
            yield Edit(at + 1, at + 1, " ", "space-around-bar", 0.9)


def parts_labels(text: str, at: int) -> bool:
    """Return whether the bar at `at` parts labels: no row of a table, no pattern, no code."""
    left = text[max(0, at - LABEL_REACH) : at].rpartition("\n")[2]
    right = text[at + 1 : at + 1 + LABEL_REACH].partition("\n")[0]
    last, first = left.rstrip()[-1:], right.lstrip()[:1]
    if not (last.isalpha() and first.isalpha() and first.isupper()) or " " not in left.strip() + right.strip():
        return False
    line = find_line_start(text, at, LINE_REACH)
    return text[line] != "|" and CODE.isdisjoint(left.rpartition("|")[2]) and CODE.isdisjoint(right.partition("|")[0])


def space_dashes(document: Document) -> Iterator[Edit]:
    """Propose the space before a dash that touches what stands before it, and after a dateline's that touches the next.

    PASS: ``CAIRO -The``, ``Texas (KTRK) --A``, ``Mich. (AP)— The``, ``Facebook– at least``.
    FAIL: ``EU- und``, ``--verbose``, ``CDU -Chef``, ``Vor– und Nachteile``, Spanish ``–así– que``.
    """
    text = document.text
    for match in HYPHEN_RE.finditer(text):
        word, start = match[1], match.start(1)
        if (
            word[0].isupper()
            and word.lower() in load_vocabulary(document.language).function_words
            and is_dateline(text, match.start() - 1)
        ):
            yield Edit(start, start, " ", "space-after-dash", 0.9)
    for pattern in DASH_RES:
        for match in pattern.finditer(text):
            at = match.start()
            if (text[at + 2].isupper() and is_dateline(text, at)) or closes_clause(document, at):
                yield Edit(at, at, " ", "space-before-dash", 0.9)


def closes_clause(document: Document, at: int) -> bool:
    """Return whether the dash at `at`, which touches what stands before it alone, stands between two clauses.

    Not where it stands for what two compounds share, ``Vor– und Nachteile``, nor where somebody sets all of them so.
    """
    text = document.text
    if document.language not in SPACED_DASH or document.protected.touches(at - 1, at + 1):
        return False
    before, after = last_word(text, at), first_word(text, at + 2)
    if len(before) < 2 or not before.isalpha() or not after:
        return False
    return after not in JOINING if text[at] == "–" else f" {text[at]} " in text


def is_dateline(text: str, end: int) -> bool:
    """Return whether what stands before `end` on its line is a dateline's place: in capitals, or with an agency."""
    start = find_line_start(text, end, DATELINE)
    if end - start > DATELINE or DATELINE_RE.fullmatch(text, start, end) is None:
        return False
    return text[end - 1] == ")" or text[start:end].isupper()


def space_lettered(document: Document) -> Iterator[Edit]:
    """Propose the space between a word and a compound that starts with a single letter.

    PASS: ``perE-Mail``, ``theX-ray``. FAIL: ``E-Mail``, ``McD-Filiale``, ``iPhoneX-Fans``.
    """
    text = document.text
    vocabulary: Vocabulary | None = None
    for match in LETTERED_RE.finditer(text):
        at = match.start() - 1
        before = last_word(text, at)
        if not before.islower():
            continue
        vocabulary = vocabulary or load_vocabulary(document.language)
        known = before in vocabulary.function_words or (len(before) > 2 and before in vocabulary.words)
        if known and not document.protected.touches(at - 1, at + 2):
            yield Edit(at, at, " ", "space-before-letter", 0.95)
