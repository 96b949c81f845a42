"""The table of phrases, ready to ask: whole lines by their key, phrases with words left open, and how both open."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.phrases.lines import to_key
from newsnorm.phrases.patterns import Hint, Pattern, make_pattern
from newsnorm.phrases.table import OPENINGS, read_phrases
from newsnorm.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "ANY",
    "PhraseBook",
    "list_openings",
    "opens_phrase",
    "phrase_book",
    "read_openings",
    "read_seconds",
]

# A second word that stands for any.
ANY = "…"
FIELD = "comment-field"


class PhraseBook(NamedTuple):
    """The table, but for its cues.

    Attributes:
        lines: What a whole line says, by its key.
        patterns: Phrases with words left open, by their first word.

    """

    lines: dict[str, Hint]
    patterns: dict[str, tuple[Pattern, ...]]


@cache
def phrase_book() -> PhraseBook:
    """Return the table, read once, when a line opens as a phrase does: it is long, and most texts have no such line."""
    lines: dict[str, Hint] = {}
    hints: dict[tuple[str, str], Hint] = {}
    patterns: dict[str, list[Pattern]] = {}
    for kind, match, phrase in read_phrases(cues=False):
        hint = hints.get((kind, match)) or hints.setdefault((kind, match), Hint(kind, match != "label"))
        if match != "start" and "…" not in phrase:
            key = phrase.casefold() if phrase.replace(" ", "").isalpha() else to_key(phrase)
            # One wording may serve two kinds, or be a label in one language: what is certain of itself counts, and a
            # heading ("Comments") before a field of a form.
            known = lines.get(key)
            if known is None or (hint.certain, known.kind == FIELD) > (known.certain, kind == FIELD):
                lines[key] = hint
            continue
        pattern = make_pattern(phrase, hint, begins=match == "start")
        patterns.setdefault(pattern.pieces[0].partition(" ")[0], []).append(pattern)
    longest_first = {word: tuple(sorted(found, key=lambda p: -len(p.pieces[0]))) for word, found in patterns.items()}
    return PhraseBook(lines, longest_first)


@cache
def read_openings() -> dict[str, str]:
    """Return with which words phrases go on after their first, one space between them.

    `ANY` stands where that is open, nothing before the first space where a phrase may end. They are a table by
    themselves, since they are all that is asked about most texts.
    """
    *_, rows = read_table(OPENINGS).partition("\n\n")
    fields = iter(rows.replace("\n", "\t").split("\t"))
    return dict(zip(fields, fields, strict=False))  # after the last row stands one field more, an empty one


@cache
def read_seconds(first: str) -> frozenset[str]:
    """Return the words that phrases go on with after `first`, a word that `read_openings` has."""
    return frozenset(read_openings()[first].split(" "))


def opens_phrase(first: str, second: str) -> bool:
    """Return whether a phrase begins with the words `first` and `second`, in whatever case."""
    word = first.casefold()
    if word not in read_openings():
        return False
    seconds = read_seconds(word)
    return ANY in seconds or second.casefold() in seconds


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
