r"""Finding a quotation in a text that spells it a little differently.

People and programs quote an article with straight quotes for curly ones, one space for a line break, a hyphen for a
dash. The quotation is still there, once, and has a span.

>>> find_quotation('"peace talks" - in march', "He sees “peace\ntalks” – in March.")
(8, 32)

What may differ is typography: quotation marks and apostrophes, dashes, white space (freely next to a mark, and in kind
between two words), case, invisible characters, ligatures and the like, in steps from the strictest on. A quotation
found at one step is never looked for at a laxer one; where a step finds it twice, nobody can say which is meant, and
the answer is ``None``. Words are never guessed at: a word too few, or another spelling, is another quotation.

Time is linear in the length of the texts. Offsets are code points, half-open.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsnorm.alignment import Alignment

__all__ = ["find_quotation", "locate_in_raw"]

Span = tuple[int, int]

# Marks of one class are the same mark to a reader. Double and single ones too: a quotation inside a quotation changes
# them. A run of one class counts once: -- is a dash, '' a quotation mark.
QUOTES = frozenset("'\"`´‘’‚‛“”„‟′″‴‵‶‹›«»〝〞〟「」『』＂＇ʹʺʻʼʽˮ")
DASHES = frozenset(
    "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}"
    "\N{HYPHEN BULLET}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}"
)
# Invisible, and lost by many a copy: format characters (zero-width space, soft hyphen, byte-order mark).
INVISIBLE_CATEGORY = "Cf"


def find_quotation(quote: str, text: str) -> Span | None:
    """Return the span of `quote` in `text`, or ``None`` where it is absent or stands there more than once.

    >>> find_quotation("he said", "He said no. Then he said yes.")  # exact comes first
    (17, 24)
    >>> find_quotation("said", "He said no. Then he said yes.") is None
    True
    """
    return _first_step_that_finds(quote, ((text, _as_it_is),))


def locate_in_raw(quote: str, *, text: str, raw: str, alignment: Alignment) -> Span | None:
    """Return the span of `raw` that holds `quote`, or ``None`` where it is absent or stands there more than once.

    At each step the clean `text` is asked first, since people quote what they read: a quotation that also stands in
    furniture is not ambiguous, and one that runs over a mended place is found. What only `raw` has is found as well.

    Raises:
        TypeError: `quote` is not a ``str``.

    """
    if not isinstance(quote, str):
        raise TypeError(f"a quote must be a str, not {type(quote).__name__}")
    places: tuple[tuple[str, Callable[[int, int], Span]], ...] = ((text, alignment.to_raw), (raw, _as_it_is))
    return _first_step_that_finds(quote, places[:1] if text == raw else places)


def _as_it_is(start: int, end: int) -> Span:
    return start, end


def _first_step_that_finds(quote: str, places: tuple[tuple[str, Callable[[int, int], Span]], ...]) -> Span | None:
    for fold in (_exactly, _fold_typography, _fold_typography_and_case):
        wanted = fold(quote).text
        if not wanted:
            return None
        for text, to_raw in places:
            matches = _find(wanted, fold(text))
            first = next(matches, None)
            if first is not None:
                return to_raw(*first) if next(matches, None) is None else None
    return None


class _Folded(NamedTuple):
    """A text as one step compares it. Character ``text[i]`` stands for ``[starts[i]:ends[i]]`` of the original."""

    text: str
    starts: list[int] | range
    ends: list[int] | range


def _find(wanted: str, folded: _Folded) -> Iterator[Span]:
    """Yield where `wanted` stands in the original of `folded`, whole characters only."""
    text, starts, ends = folded
    size = len(wanted)
    at = text.find(wanted)
    while at >= 0:
        after = at + size
        cuts_head = at > 0 and starts[at - 1] == starts[at]
        cuts_tail = after < len(text) and (ends[after] == ends[after - 1] or unicodedata.combining(text[after]))
        if not cuts_head and not cuts_tail:
            yield starts[at], ends[after - 1]
        at = text.find(wanted, at + 1)


def _exactly(text: str) -> _Folded:
    return _Folded(text, range(len(text)), range(1, len(text) + 1))


def _fold_typography(text: str) -> _Folded:
    return _fold(text, _fold_character)


def _fold_typography_and_case(text: str) -> _Folded:
    return _fold(text, _fold_character_and_case)


def _fold(text: str, fold_character: Callable[[str], str]) -> _Folded:
    """Return `text` with marks of a class made one, and white space kept only between two words, as one space."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last, space = "", -1  # what was kept last; where the white space since then starts, if there was any
    for position, character in enumerate(text):
        for letter in fold_character(character):
            if letter == " ":
                space = position if space < 0 else space
                continue
            if letter == last and letter in "'-":
                ends[-1] = position + 1
            else:
                if space >= 0 and _is_word(letter) and _is_word(last):
                    letters.append(" ")
                    starts.append(space)
                    ends.append(position)
                letters.append(letter)
                starts.append(position)
                ends.append(position + 1)
                last = letter
            space = -1
    return _Folded("".join(letters), starts, ends)


@cache
def _is_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M") if letter else False


@cache
def _fold_character(character: str) -> str:
    """Return what `character` counts as: ``""`` for one nobody sees, ``" "`` for any white space."""
    if character in QUOTES:
        return "'"
    if character in DASHES:
        return "-"
    if character.isspace():
        return " "
    if unicodedata.category(character) == INVISIBLE_CATEGORY:
        return ""
    return unicodedata.normalize("NFKD", character)


@cache
def _fold_character_and_case(character: str) -> str:
    return _fold_character(character).casefold()
