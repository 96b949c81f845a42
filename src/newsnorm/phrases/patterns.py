"""Phrases with words left open, ``Follow … on Facebook …``, and whether a line reads so.

A sentence of the article may begin as a phrase does. So the fewer words of a phrase are fixed, the more is asked of the
rest of a line: a name where a name belongs, another word that speaks for furniture, nobody who says something.

>>> hint = Hint("follow", certain=True)
>>> pattern = make_pattern("Follow … on Facebook …", hint, begins=True)
>>> for line in ("Follow Lindau Today on Facebook", "Follow the debate on Facebook", "Follow me on Facebook, he said"):
...     match_pattern(pattern, to_key(line), line)
Hint(kind='follow', certain=True, whole=True)
Hint(kind='follow', certain=False, whole=True)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.phrases.cues import find_cues
from newsnorm.phrases.lines import LETTERS_RE, QUOTES, reads_as_sentence, to_key

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Hint", "Pattern", "make_pattern", "match_pattern"]

# What a phrase that ends in a colon may end in where a page sets it otherwise.
COLONS = (*":：|–—»>", " - ")

# Where so few words of a phrase are fixed, the last of them a small one, and the rest is open, it may open a sentence:
# "Also in Illinois, …", "Designed by Norman Foster, …". Furniture of such kinds is no sentence.
FEW_FIXED = 2
SMALL_WORD = 4
LABEL_KINDS = frozenset(("advertisement", "comment-form", "comments", "copyright", "navigation", "related", "tags"))

# What comes after such a word must be a name: "More from Lindau Today", not "More from less: how farms save water", nor
# "Más de 100 muertos". So a name begins, and so many words it has at most; a list may stand there, one of names each.
NAMED_KINDS = LABEL_KINDS | {"player"}
BEFORE_NAMES = frozenset(
    "a als as aus by como copyright de em en from från in mit more na on to under unter uz von with zu על".split()
)
LONGEST_NAME = 4
BETWEEN_NAMES_RE = re.compile(r"[|·•,;/&–—]|\.\s|\s(?:and|und|et|y|e|och|i)\s")
# What stands before whoever has the copyright.
SIGNED_RE = re.compile(r"[©@]|\(c\)|(?:19|20)\d\d\b", re.IGNORECASE)
# Keywords need no capital.
KEYWORD_OPENINGS = frozenset(("tagged", "verschlagwortet"))

# A phrase of these kinds and of so few fixed words may open a sentence of the article: "For more than a year nobody
# could visit". That it does is told by who speaks or is spoken of in it; and a whole sentence needs other words that
# speak for furniture than those of the phrase, or a name between its pieces. What is left open there is short, and no
# clause: "Follow … on X" is no "Follow the money, and on Monday". So short a line is a label in any case. A label that
# nothing else speaks for may head a section, "Become a member of a club"; but "Read more about clubs" is a link.
DOUBTFUL_KINDS = frozenset(
    ("advertisement", "copyright", "follow", "login", "newsletter", "player", "read-more", "related", "share", "tags")
)
LINK_KINDS = frozenset(("read-more", "related"))
FEW_IN_DOUBT = 4
SHORT_LABEL = 4
LONGEST_GAP = 8
CLAUSE_MARKS = frozenset(",;:?!،؛")
SUPPORTING = frozenset(
    ("app", "comment", "cookie", "copyright", "email", "login", "newsletter", "offer", "social", "video", "we", "you")
)
BETWEEN_CAPITALS = frozenset(("and", "by", "of", "the"))
ADDRESS_RE = re.compile(r"@|://|www\.|\w\.(?:com|net|org)\b")


class Hint(NamedTuple):
    """What a line's wording says.

    Attributes:
        kind: The kind of furniture.
        certain: Whether the phrase is evidence enough, or needs company ("Comments" may be a heading of the article).
        whole: Whether it is all the line says: then it may be the heading of what follows.

    """

    kind: str
    certain: bool
    whole: bool = True


class Pattern(NamedTuple):
    """A phrase with words left open.

    Attributes:
        pieces: The words that are fixed, in order.
        open: Whether anything may follow the last.
        colon: Where a colon must stand soon after; 0 for none.
        symbol: A mark that the line must have somewhere, or none.
        label: Whether it is so short that a sentence may begin as it does, and is none itself.
        named: Whether a name must follow it.
        doubtful: Whether a sentence of the article may begin as it does.
        hint: What it says.

    """

    pieces: tuple[str, ...]
    open: bool
    colon: int
    symbol: str
    label: bool
    named: bool
    doubtful: bool
    hint: Hint


def make_pattern(phrase: str, hint: Hint, *, begins: bool) -> Pattern:
    """Return the pattern of `phrase`, in which each ellipsis stands for any words.

    Args:
        phrase: The phrase, as its row has it.
        hint: What it says.
        begins: Whether anything may follow, be there an ellipsis at its end or not.

    """
    kind = hint.kind
    pieces = tuple(filter(None, map(to_key, phrase.split("…"))))
    head = phrase.partition("…")[0].rstrip()
    named = kind in NAMED_KINDS and _ends_before_name(pieces)
    few = len(" ".join(pieces).split()) <= FEW_IN_DOUBT
    return Pattern(
        pieces,
        begins or phrase.endswith("…"),
        len(head) if head.endswith(":") else 0,
        "@" if "@" in phrase else ":" if "…" in phrase and phrase.endswith(":") else "",
        kind in LABEL_KINDS and _ends_small(pieces),
        named,
        kind in DOUBTFUL_KINDS and few and not named,
        hint,
    )


def match_pattern(pattern: Pattern, key: str, text: str) -> Hint | None:
    """Return what `pattern` says of the line `text`, which has the key `key`; ``None`` if the line doesn't read so."""
    if pattern.symbol not in text:
        return None
    spans = _find_pieces(pattern, key)
    if not spans:
        return None
    hint = pattern.hint._replace(whole=spans[-1][1] == len(key))
    if pattern.colon:
        return hint if any(colon in text[: pattern.colon + 6] for colon in COLONS) else None
    if (pattern.label and reads_as_sentence(text)) or (pattern.named and not _names_something(pattern, text)):
        return None
    if pattern.doubtful and not pattern.symbol and (len(spans) > 1 or not hint.whole):
        certain = _is_certain(_find_open(spans, key, text), text)
        if certain is None:
            return None
        return hint._replace(certain=certain or (hint.kind in LINK_KINDS and len(spans) == 1))
    return hint


def _find_pieces(pattern: Pattern, key: str) -> list[tuple[int, int]]:
    """Return where in `key` the pieces of `pattern` stand, whole words in order; nothing where one is missing."""
    first, *others = pattern.pieces
    if not f"{key} ".startswith(f"{first} "):
        return []
    spans = [(0, len(first))]
    for piece in others:
        span = _find_words(piece, key, spans[-1][1])
        if span is None:
            return []
        spans.append(span)
    if not pattern.open and spans[-1][1] < len(key):
        if not others or not key.endswith(f" {others[-1]}"):
            return []
        spans[-1] = len(key) - len(others[-1]), len(key)
    return spans


def _find_words(piece: str, key: str, start: int) -> tuple[int, int] | None:
    """Return where `piece` stands in `key` from `start` on, behind a space; one of the things or several."""
    at = key.find(f" {piece}", start)
    while at >= 0:
        end = at + 1 + len(piece)
        if key[end : end + 1] in ("", " "):
            return at + 1, end
        if key[end : end + 2] in ("s", "s "):
            return at + 1, end + 1
        at = key.find(f" {piece}", end)
    return None


def _find_open(spans: Sequence[tuple[int, int]], key: str, text: str) -> list[str]:
    """Return what of the line `text` a phrase with pieces at `spans` of its key leaves open: gaps, and the rest."""
    words = list(LETTERS_RE.finditer(text))
    found = []
    after = 0  # the word after the last piece
    for start, end in spans:
        first = key.count(" ", 0, start)
        if first > after:
            found.append(text[words[after - 1].end() : words[first - 1].end()])
        after = key.count(" ", 0, end) + 1
    return [*found, text[words[after - 1].end() :]]


def _is_certain(left_open: Sequence[str], text: str) -> bool | None:
    """Return whether the line `text`, which reads like a phrase of few words, is furniture without company as well.

    Args:
        left_open: What of it the phrase leaves open: its gaps, and what stands behind it.
        text: The line.

    Returns:
        ``None`` where it may be a sentence of the article.

    """
    *gaps, _ = left_open
    cues = find_cues(text)
    if "reporting" in cues or not all(map(_is_gap, gaps)):
        return None
    sentence = reads_as_sentence(text)
    others = find_cues(" ".join(left_open)) & SUPPORTING
    if sentence and (gaps or not cues & SUPPORTING - {"you"}):
        others -= {"you"}  # "Log in to the machine and open your folder."
    if "we" in cues or others or any(map(_is_name, gaps)) or ADDRESS_RE.search(text):
        return True
    support = len(cues & SUPPORTING)  # by words of the phrase
    if sentence or (gaps and not support and len(LETTERS_RE.findall(text)) > SHORT_LABEL):
        return None
    return support > len(gaps)


def _is_gap(text: str) -> bool:
    """Return whether `text` may stand in a gap of a phrase: few words, and no clause."""
    return len(LETTERS_RE.findall(text)) <= LONGEST_GAP and CLAUSE_MARKS.isdisjoint(text)


def _is_name(text: str) -> bool:
    """Return whether each word of `text` has a capital, but for small ones between them: ``l'Humanité``, ``iFixit``."""
    words = [word for word in text.split() if word not in BETWEEN_CAPITALS and LETTERS_RE.search(word)]
    return bool(words) and all(any(map(str.isupper, word)) for word in words)


def _names_something(pattern: Pattern, text: str) -> bool:
    """Return whether in the line `text` a name follows the words of `pattern`, or a list of names, or a quotation."""
    words = list(LETTERS_RE.finditer(text))
    fixed = pattern.pieces[0].count(" ") + 1
    rest = text[words[fixed - 1].end() :].lstrip(" :")
    if rest[:1] in QUOTES:
        return True
    if pattern.hint.kind == "comments":
        return text[:1].isdigit()
    if pattern.hint.kind == "copyright" and SIGNED_RE.match(rest):
        return True
    first = rest.partition(" ")[0]
    lower = first[:1].islower() and "." not in first.rstrip(".") and words[0].group().lower() not in KEYWORD_OPENINGS
    if lower or first[:1].isdigit():
        return False
    return all(len(name.split()) <= LONGEST_NAME for name in BETWEEN_NAMES_RE.split(rest))


def _ends_small(pieces: tuple[str, ...]) -> bool:
    words = " ".join(pieces).split()
    return len(words) <= FEW_FIXED and len(words[-1]) <= SMALL_WORD


def _ends_before_name(pieces: tuple[str, ...]) -> bool:
    words = " ".join(pieces).split()
    return len(pieces) == 1 and len(words) <= FEW_FIXED and words[-1] in BEFORE_NAMES
