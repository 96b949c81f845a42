"""What a line says: phrases of furniture, by kind, in many languages.

A phrase counts when it is the whole line, or when the line starts with it; never for standing inside a sentence.

>>> find_phrase("Leave a Reply")
Hint(kind='comment-form', certain=True, whole=True)
>>> find_phrase("Sign up for our newsletter to get the day's news.").kind
'newsletter'
>>> find_phrase("“Leave a reply,” the voicemail said.")
>>> find_phrase("Few economists subscribe to that view.")
>>> find_phrase("Designed by Norman Foster").kind
'copyright'
>>> find_phrase("Designed by Norman Foster, the tower took four years to build.")
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.tables import read_rows, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "OPENINGS",
    "TABLE",
    "TABLE_WIDTH",
    "Hint",
    "find_cues",
    "find_phrase",
    "is_row",
    "list_openings",
    "read_openings",
    "read_row",
    "to_key",
]

TABLE = "furniture_phrases.tsv"
TABLE_WIDTH = 5
OPENINGS = "furniture_openings.tsv"

# Only letters count: "12 Comments", "Comments (12)" and "COMMENTS:" say the same.
LETTERS_RE = re.compile(r"[^\W\d_]+")
# The first two words of a line, or its only one.
OPENING_RE = re.compile(r"\A[\W\d_]*([^\W\d_]+)(?:[\W\d_]+([^\W\d_]+))?")
# A second word that stands for any.
ANY = "…"
WORD_RE = re.compile(r"[^\W_][\w'’-]*")

# A teaser that names its site: "On Example.com: Ferry runs aground", "Also on example.com …".
ON_SITE_RE = re.compile(
    r"(?:(?:Also|More|Read\smore)\s)?(?:[Oo]n|[Aa]t|[Ff]rom)\s[A-Za-z0-9-]{2,40}\.(?:com|net|org)\b\s?[:A-Z]"
)

# A line of leftover markup: "<span class=…", escaped or not.
MARKUP_RE = re.compile(r"(?:&lt;|<)/?(?:span|div|iframe|script|style|img)[\s>&]")
ON_SITE_WORDS = frozenset({"also", "at", "from", "more", "on", "read"})

# A quoted line is somebody's words, whatever they are.
QUOTES = '"“”„«»‘‹「『'
# What a phrase that ends in a colon may end in where a page sets it otherwise.
COLONS = (*":：|–—»>", " - ")

FIELD = "comment-field"

# Longer lines are sentences: a phrase may only start them.
LONGEST_LABEL = 160
# What is often said at length. A teaser is not: behind a long one, its site has glued the article's next paragraph.
LONG_KINDS = frozenset({"comment-form", "comments", "cookie", "copyright", "follow", "login", "newsletter"})
# Nor is a long paragraph furniture for its first words.
LONGEST_START = 420
# What a long line opens with stands among its first characters, if it has letters.
LATEST_WORD = 40
# What is fixed of a cue with an open ending has six or seven letters.
SHORTEST_STEM = 6
# A row of labels is so long at most, in code points, and each label, in words.
LONGEST_ROW = 120
LONGEST_PIECE = 6
# Where so few words of a phrase are fixed, the last of them a small one, and the rest is open, it may open a sentence:
# "Also in Illinois, …", "Designed by Norman Foster, …". A sentence has so many words at least, and such kinds of
# furniture are no sentences.
FEW_FIXED = 2
SMALL_WORD = 4
SHORTEST_SENTENCE = 9
LABEL_KINDS = frozenset({"advertisement", "comment-form", "comments", "copyright", "navigation", "related", "tags"})
NAMED_KINDS = LABEL_KINDS | {"player"}
# What comes after such a word must be a name: "More from Lindau Today", not "More from less: how farms save water", nor
# "Más de 100 muertos". So a name begins, and so many words it has at most; a list may stand there, one of names each.
BEFORE_NAMES = frozenset(
    "a als as aus by como copyright de em en from från in mit more na on to under unter uz von with zu על".split()
)
LONGEST_NAME = 4
BETWEEN_NAMES_RE = re.compile(r"[|·•,;/&–—]|\.\s|\s(?:and|und|et|y|e|och|i)\s")
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
# What stands before whoever has the copyright.
SIGNED_RE = re.compile(r"[©@]|\(c\)|(?:19|20)\d\d\b", re.IGNORECASE)
# Keywords need no capital.
KEYWORD_OPENINGS = frozenset({"tagged", "verschlagwortet"})
SENTENCE_ENDS = (".", "!", "?", ".”", '."', "?”", '?"', "!”", '!"')
# How much of a line is read for cues.
CUE_LENGTH = 400


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


class PhraseBook(NamedTuple):
    """The table, ready to ask.

    Attributes:
        lines: What a whole line says, by its key.
        patterns: Phrases with words left open, by their first word.
        cues: Words by themselves; an ellipsis stands for any ending.
        stems: How those with open endings begin.

    """

    lines: dict[str, Hint]
    patterns: dict[str, tuple[Pattern, ...]]
    cues: dict[str, str]
    stems: frozenset[str]


def to_key(text: str) -> str:
    """Return what counts of `text`: its letters, in lower case, one space between words.

    >>> to_key("» Comments (12):")
    'comments'
    """
    return " ".join(LETTERS_RE.findall(text)).casefold()


def find_phrase(text: str) -> Hint | None:
    """Return what the line `text` says it is, or ``None``."""
    return _find_label(text) if len(text) <= LONGEST_LABEL else _find_phrase(text)


def _find_phrase(text: str) -> Hint | None:
    if text[:1] in "<&" and MARKUP_RE.match(text):
        return Hint("furniture", True, False)
    if len(text) > LONGEST_START or (text[:1] in QUOTES and text[-1:] not in QUOTES):
        return None
    opening = OPENING_RE.match(text)
    if opening is None:
        return None
    label = len(text) <= LONGEST_LABEL
    first, second = opening.groups("")
    if label and first.casefold() in ON_SITE_WORDS and ON_SITE_RE.match(text):
        return Hint("related", True, False)
    if not _opens_phrase(first, second):  # most lines of a text
        return None
    book = phrase_book()
    key = to_key(text)
    if label and (hint := book.lines.get(key)) is not None:
        return hint
    if not label and opening.start(1) >= LATEST_WORD:
        return None
    for pattern in book.patterns.get(key.partition(" ")[0], ()):
        found = _match(pattern, key, text) if label or pattern.hint.kind in LONG_KINDS else None
        if found is not None:
            return found
    return None


# Labels are asked about at a glance, when the page is read, and on the next page.
_find_label = lru_cache(maxsize=1024)(_find_phrase)


def is_row(text: str) -> bool:
    """Return whether the line `text` is nothing but labels, one after the other: a menu, a row of buttons.

    Weak evidence, for the learned model only: an article's heading may be two words that are labels.

    >>> is_row("Terms of Service | Privacy Notice"), is_row("Subscribe Sign in"), is_row("Privacy is not dead")
    (True, True, False)
    """
    return len(read_row(text)) > 1


@lru_cache(maxsize=1024)  # as above: a page's lines are asked about when threads are looked for, and when it is read
def read_row(text: str) -> tuple[Hint, ...]:
    """Return what each label of the line `text` says, nothing unless labels are all that it is.

    >>> [hint.kind for hint in read_row("Comments Leave a Reply")]
    ['comments', 'comment-form']
    """
    if len(text) > LONGEST_ROW:
        return ()
    lines = phrase_book().lines
    words = to_key(text).split()
    found: list[Hint] = []
    start = 0
    while start < len(words):
        ends = range(min(len(words), start + LONGEST_PIECE), start, -1)
        end = next((end for end in ends if " ".join(words[start:end]) in lines), 0)
        if not end:
            return ()
        found.append(lines[" ".join(words[start:end])])
        start = end
    return tuple(found)


def find_cues(text: str) -> frozenset[str]:
    """Return the kinds whose words stand anywhere in `text`: weak evidence, for the learned model only.

    >>> sorted(find_cues("Subscribe to us on Facebook"))
    ['newsletter', 'social', 'we']
    """
    return _find_cues(text[:CUE_LENGTH])


@lru_cache(maxsize=1024)  # the lines of a page, which are asked about again when others are gone
def _find_cues(text: str) -> frozenset[str]:
    book = phrase_book()
    cues, stems = book.cues, book.stems
    found = [word for word in WORD_RE.findall(text.casefold()) if word in cues or word[:SHORTEST_STEM] in stems]
    kinds = (cues.get(word) or cues.get(word[:7] + "…") or cues.get(word[:6] + "…") for word in found)
    return frozenset(filter(None, kinds))


@cache
def phrase_book() -> PhraseBook:
    """Return the table, read once, when a line opens as a phrase does: it is long, and most texts have no such line."""
    lines: dict[str, Hint] = {}
    hints: dict[tuple[str, str], Hint] = {}
    patterns: dict[str, list[Pattern]] = {}
    cues: dict[str, str] = {}
    for kind, match, _, phrase, _ in read_rows(TABLE, TABLE_WIDTH):
        if match == "word":
            cues[phrase] = kind
            continue
        hint = hints.get((kind, match)) or hints.setdefault((kind, match), Hint(kind, match != "label"))
        if match != "start" and "…" not in phrase:
            key = phrase.casefold() if phrase.replace(" ", "").isalpha() else to_key(phrase)
            # One wording may serve two kinds, or be a label in one language: what is certain of itself counts, and a
            # heading ("Comments") before a field of a form.
            known = lines.get(key)
            if known is None or (hint.certain, known.kind == FIELD) > (known.certain, kind == FIELD):
                lines[key] = hint
            continue
        pieces = tuple(filter(None, map(to_key, phrase.split("…"))))
        head = phrase.partition("…")[0].rstrip()
        named = kind in NAMED_KINDS and _ends_before_name(pieces)
        few = len(" ".join(pieces).split()) <= FEW_IN_DOUBT
        pattern = Pattern(
            pieces,
            match == "start" or phrase.endswith("…"),
            len(head) if head.endswith(":") else 0,
            "@" if "@" in phrase else ":" if "…" in phrase and phrase.endswith(":") else "",
            kind in LABEL_KINDS and _ends_small(pieces),
            named,
            kind in DOUBTFUL_KINDS and few and not named,
            hint,
        )
        patterns.setdefault(pieces[0].partition(" ")[0], []).append(pattern)
    longest_first = {word: tuple(sorted(found, key=lambda p: -len(p.pieces[0]))) for word, found in patterns.items()}
    stems = frozenset(cue[:SHORTEST_STEM] for cue in cues if cue.endswith("…"))
    return PhraseBook(lines, longest_first, cues, stems)


@cache
def read_openings() -> dict[str, str]:
    """Return with which words phrases go on after their first, one space between them.

    `ANY` stands where that is open, nothing before the first space where a phrase may end. They are a table by
    themselves, since they are all that is asked about most texts.
    """
    *_, rows = read_table(OPENINGS).partition("\n\n")
    fields = iter(rows.replace("\n", "\t").split("\t"))
    return dict(zip(fields, fields, strict=False))  # after the last row stands one field more, an empty one


def _opens_phrase(first: str, second: str) -> bool:
    """Return whether a phrase begins with the words `first` and `second`, in whatever case."""
    seconds = read_openings().get(first.casefold())
    return seconds is not None and (ANY in seconds or second.casefold() in seconds.split(" "))


def list_openings() -> Iterator[str]:
    """Yield the rows of `OPENINGS`, as they follow from `TABLE`."""
    book = phrase_book()
    openings: dict[str, set[str]] = {}
    for key in book.lines:
        first, *rest = key.split()
        openings.setdefault(first, set()).add(rest[0] if rest else "")
    for first, found in book.patterns.items():
        for pattern in found:
            words = pattern.pieces[0].split()
            openings.setdefault(first, set()).add(words[1] if len(words) > 1 else ANY)
    for first, seconds in sorted(openings.items()):
        yield f"{first}\t{' '.join(sorted(seconds))}"


def _match(pattern: Pattern, key: str, text: str) -> Hint | None:
    """Return what `pattern` says of the line `text`, which has the key `key`; ``None`` if the line doesn't read so."""
    if pattern.symbol not in text:
        return None
    spans = _find_pieces(pattern, key)
    if not spans:
        return None
    hint = pattern.hint._replace(whole=spans[-1][1] == len(key))
    if pattern.colon:
        return hint if any(colon in text[: pattern.colon + 6] for colon in COLONS) else None
    if (pattern.label and _reads_as_sentence(text)) or (pattern.named and not _names_something(pattern, text)):
        return None
    if pattern.doubtful and not pattern.symbol and (len(spans) > 1 or not hint.whole):
        trust = _trust(spans, key, text)
        return hint._replace(certain=trust == 1 or (hint.kind in LINK_KINDS and len(spans) == 1)) if trust else None
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


def _trust(spans: Sequence[tuple[int, int]], key: str, text: str) -> float:
    """Return how sure the line `text`, in which a phrase's pieces stand at `spans`, is furniture: 0, 0.5 or 1."""
    cues = find_cues(text)
    if "reporting" in cues:
        return 0
    words = list(LETTERS_RE.finditer(text))
    gaps = []
    after = 0  # the word after the last piece
    for start, end in spans:
        first = key.count(" ", 0, start)
        if first > after:
            gap = text[words[after - 1].end() : words[first - 1].end()]
            if first - after > LONGEST_GAP or not CLAUSE_MARKS.isdisjoint(gap):
                return 0
            gaps.append(gap)
        after = key.count(" ", 0, end) + 1
    rest = " ".join((*gaps, text[words[after - 1].end() :]))
    if (
        "we" in cues
        or any(map(_is_name, gaps))
        or ADDRESS_RE.search(text)
        or not find_cues(rest).isdisjoint(SUPPORTING)
    ):
        return 1
    support = len(cues & SUPPORTING)  # by words of the phrase
    if _reads_as_sentence(text) or (gaps and not support and len(words) > SHORT_LABEL):
        return 0
    return 1 if support > len(gaps) else 0.5


def _is_name(text: str) -> bool:
    """Return whether each word of `text` begins with a capital, but for small ones between them."""
    words = [word for word in LETTERS_RE.findall(text) if word not in BETWEEN_CAPITALS]
    return bool(words) and all(word[0].isupper() for word in words)


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


def _reads_as_sentence(text: str) -> bool:
    return text.endswith(SENTENCE_ENDS) and text.count(" ") >= SHORTEST_SENTENCE - 1
