"""What is known of words: how common each is, and how readily it joins others into one.

A *bond* says how many words are made by joining something in front of a word, or after it: ``-er`` and ``über-`` bind,
``und`` and ``after`` don't. ``Sportdirektor|in`` and ``Universität|in`` look alike until one knows that ``-in`` makes
thousands of words. Tables exist for the languages of `TABLED`; for others only function words are known.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from itertools import repeat, takewhile
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.language import function_words
from newsnorm.name_table import is_end_of_name, is_part_of_name
from newsnorm.sorted_lines import SortedLines
from newsnorm.tables import read_bytes, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

__all__ = ["NAME", "TABLED", "Entry", "Vocabulary", "load_vocabulary"]

TABLED = frozenset({"de", "en", "es", "fr", "pt"})

# Those of them whose rare words are listed by themselves.
DICTIONARIES = frozenset({"de", "en", "es"})

# Languages whose table has neither names nor words from English: those of the English table stand in.
NAMELESS = frozenset({"fr", "pt"})

# Natural logarithms: of a function word without a table, of a name in capitals or small letters other than listed, of a
# word known only from the document, and of a word not known at all (a part, and for each of its letters).
FUNCTION_WORD = -6.0
RECAPITALIZED = -1.0
UNLISTED_BASE = -5.0
UNLISTED_LETTER = -1.9
TRADEMARK = -11.0
NAME = -10.5

# How rare a word of two or three letters may be and still count as a part: minus the logarithm, as the tables have it.
SHORT_LIMIT = {2: "10", 3: "13"}

# The bond from which on a word is taken for an ending, as the tables have it.
BINDING = "7"

# Small words that end so many others that a token is not cut before them, unless no word is known to end like it: in
# its last so many letters before them. What endings and pronouns make of any verb or noun tells nothing.
ALIKE = 3
PRODUCTIVE = {
    "de": frozenset(("er", "es")),
    "es": frozenset("a dos e es la las le les lo los me nos o se te y".split()),
    "pt": frozenset("a"),
}
SHORTEST_CLOSED = 3

# Words of one letter: all other single letters are initials, units or variables.
ONE_LETTER = {
    "en": frozenset("aAI"),
    "es": frozenset("aeoyAY"),
    "fr": frozenset("aàyAÀ"),
    "it": frozenset("aeèoAEÈ"),
    "pl": frozenset("aiouwzAIOUWZ"),
    "pt": frozenset("aàeéoAEO"),
}

# Those of them that hardly a word ends in (but déjà, which is known): examenà.
ONE_LETTER_TAILS = {"fr": frozenset("à"), "pt": frozenset("à")}


# How many words are remembered with what is known of them: words that ran together are made of much the same parts.
REMEMBERED = 1 << 12


class Entry(NamedTuple):
    """What is known of a word.

    Attributes:
        frequency: The natural logarithm of its share of all words.
        left: How many words begin with it and go on with another, as ``log(1 + n)``.
        right: How many words end in it, as ``log(1 + n)``.
        listed: Whether it is known at all; the frequency of an unlisted word is a guess by its length.

    """

    frequency: float
    left: float
    right: float
    listed: bool


class Vocabulary:
    """The words of one language.

    >>> english = load_vocabulary("en")
    >>> english.knows("announced"), english.knows("leadersannounced"), english.knows("iPhone")
    (True, False, True)
    >>> english.find("after").left < english.find("super").left
    True
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.tabled = language in TABLED
        self.nameless = language in NAMELESS
        self.judges = "glue-nameless" if self.nameless else "glue"
        self.words = _read_table(f"words-{language}.tsv") if self.tabled else {}
        self.trademarks = _read_trademarks()
        self.function_words = function_words(language)
        self.find: Callable[[str], Entry] = lru_cache(maxsize=REMEMBERED)(self._find)
        self.one_letter: Collection[str] = ONE_LETTER.get(language, ())
        self.one_letter_tails: Collection[str] = ONE_LETTER_TAILS.get(language, ())

    def knows(self, token: str) -> bool:
        """Return whether `token` is a word, in these capitals or as a sentence, a title or a headline has it."""
        lower = token.lower()
        return (
            lower in self.words
            or token in self.words
            or token in self.trademarks
            or lower in self.function_words
            or token.title() in self.words
            or token.upper() in self.words
            or lower in self._dictionary
        )

    def unknown(self, tokens: Iterable[str]) -> set[str]:
        """Return those of `tokens` that are not words."""
        return {token for token in set(tokens).difference(self.words) if not (token.isdigit() or self.knows(token))}

    def is_compound(self, token: str) -> bool:
        """Return whether `token` can be a noun made of a listed word and a listed noun, as German makes them.

        >>> load_vocabulary("de").is_compound("Privatgebrauch"), load_vocabulary("de").is_compound("Universitätzu")
        (True, False)
        """
        if self.language != "de":
            return False
        for at in range(3, len(token) - 2):
            if token[at:].capitalize() in self.words and token[at:].lower() not in self.function_words:
                head = token[:at]
                for stem in (head, head[:-1] if head[-1] in "sne" else "", head[:-2] if head.endswith("en") else ""):
                    if len(stem) >= 3 and (stem.capitalize() in self.words or stem.lower() in self.words):
                        return True
        return False

    def is_inflected(self, token: str, at: int) -> bool:
        """Return whether `token` is a known word with another ending than what stands from `at` on.

        >>> load_vocabulary("en").is_inflected("sentimentality", 5)
        True
        >>> load_vocabulary("en").is_inflected("leadersannounced", 7)
        False
        """
        lower = token.lower()
        for end in range(max(5, len(lower) - 4), len(lower)):
            if end != at and any(f"{lower[:end]}{ending}" in self.words for ending in ("", "e", "en", "y")):
                return True
        return False

    @cached_property
    def _dictionary(self) -> SortedLines:
        """The words that are too rare to be a part of anything, where the table has not all that a dictionary has."""
        if self.language not in DICTIONARIES:
            return SortedLines.of(())
        data = read_bytes(f"dictionary-{self.language}.tsv")
        return SortedLines(data, data.index(b"\n\n") + 1)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The words that one may expect in a token of several, as they are mostly written: short ones are common."""
        rare = SHORT_LIMIT
        found = [w for w, code in self.words.items() if len(w) > 3 or (len(w) > 1 and code[:2] < rare[len(w)])]
        whole = (word for word in self.function_words if len(word) > 1)  # a small i is the first letter of iFixit
        return frozenset(found).union(self.one_letter, whole, self.trademarks)

    def is_tail(self, ending: str) -> bool:
        """Return whether such a token may end in `ending`: one of `parts`, but not what ends many words, as ``-ing``.

        Asked of the table itself: most texts need no `parts`, and the first article would wait for them.

        >>> english = load_vocabulary("en")
        >>> english.is_tail("announced"), english.is_tail("ing"), english.is_tail("a")
        (True, False, False)
        """
        if len(ending) < 2:
            return ending in self.one_letter_tails
        code = self.words.get(ending)
        if code is not None and (len(ending) > 3 or code[:2] < SHORT_LIMIT[len(ending)]):
            return code[3:] < BINDING
        return (ending in self.function_words or ending in self.trademarks) and (code or "")[3:] < BINDING

    def ends_in_tail(self, token: str) -> bool:
        """Return whether `token` ends in a word that ends no others, after a letter at least.

        >>> load_vocabulary("en").ends_in_tail("planthe"), load_vocabulary("en").ends_in_tail("Kowalczyk")
        (True, False)
        >>> load_vocabulary("fr").ends_in_tail("examenà")
        True
        """
        if len(token) > 1 and token[-1] in self.one_letter_tails:
            return True
        words, others = self.words, self.function_words
        for at in range(1, len(token) - 1):
            ending = token[at:]
            if (ending in words or ending in others or ending in self.trademarks) and (
                self.is_tail(ending) or self.is_closed(token[:at], ending)
            ):
                return True
        return False

    def is_closed(self, left: str, right: str) -> bool:
        """Return whether no known word ends as `left` does before `right`, a small word that ends many others.

        >>> english = load_vocabulary("en")
        >>> english.is_closed("population", "in"), english.is_closed("cab", "in")
        (True, False)
        """
        return (
            len(left) >= SHORTEST_CLOSED
            and left in self.words
            and right in self.function_words
            and right not in PRODUCTIVE.get(self.language, ())
            and self.words.get(right, "")[3:] >= BINDING
            and not self.ends_alike(left, right)
        )

    def ends_alike(self, left: str, right: str) -> bool:
        """Return whether a known word ends as `left` does before `right`, one of those that `is_closed` is about.

        >>> load_vocabulary("en").ends_alike("cab", "in"), load_vocabulary("en").ends_alike("population", "in")
        (True, False)
        """
        return left[-ALIKE:] + right in self._endings

    @cached_property
    def _endings(self) -> frozenset[str]:
        """How known words end in small words that end many others, with the letters before those: in one pass."""
        productive = PRODUCTIVE.get(self.language, ())
        small = tuple(
            word for word in self.function_words if word not in productive and self.words.get(word, "")[3:] >= BINDING
        )
        found = [word for word in self.words if word.endswith(small)]
        return frozenset([word[-len(end) - ALIKE :] for word in found for end in small if word.endswith(end)])

    def find_common(self, frequency: float) -> frozenset[str]:
        """Return the words of the table of at least this `frequency`, as they are written and begin a sentence.

        As new strings, side by side in memory: whoever asks for them asks often.

        >>> common = load_vocabulary("en").find_common(-9.0)
        >>> "after" in common, "After" in common, "hereafter" in common
        (True, True, False)
        """
        limit = f"{-frequency:02.0f}"
        found = [word for word, _ in takewhile(lambda row: row[1][:2] <= limit, self.words.items())]
        capitalized = [word.capitalize() for word in found if self.find(word.capitalize()).frequency >= frequency]
        return frozenset(" ".join(found + capitalized).split())

    def is_capitalized_part(self, part: str) -> bool:
        """Return whether `part` is one of `parts` with the capital of a title or a sentence start, or a known name."""
        return part.lower() in self.parts or is_part_of_name(part) or self._is_english_name(part)

    def is_english(self, token: str) -> bool:
        """Return whether `token` is an English word or name, in a language whose table has no such words.

        >>> load_vocabulary("fr").is_english("around"), load_vocabulary("fr").is_english("Simon")
        (True, True)
        >>> load_vocabulary("fr").is_english("enquête"), load_vocabulary("de").is_english("around")
        (False, False)
        """
        return self.nameless and load_vocabulary("en").knows(token)

    def _is_english_name(self, part: str) -> bool:
        return self.nameless and part in load_vocabulary("en").words and not part.islower()

    def _find(self, part: str) -> Entry:
        """Return what is known of `part` as a word by itself."""
        code = self.words.get(part)
        penalty = 0.0
        lower = part.lower()
        if code is None and part != lower and (len(part) == 1 or part[1:].islower()):
            code, penalty = self.words.get(lower), RECAPITALIZED
        if code is not None:
            left, right = (int(code[2]), int(code[3])) if len(code) == 4 else (0, 0)
            return Entry(penalty - int(code[:2]), left, right, True)
        if part in self.trademarks:
            return Entry(TRADEMARK, 0, 0, True)
        if is_end_of_name(part):  # before the end of a name nothing runs together: Beni|to, Leonid|as
            return Entry(NAME, 0, 0, True)
        if lower in self.function_words and (part == lower or part[1:].islower()):
            return Entry(FUNCTION_WORD, 0, 0, True)
        if self._is_english_name(part):
            return Entry(NAME, 0, 0, True)
        return Entry(UNLISTED_BASE + UNLISTED_LETTER * len(part), 0, 0, False)


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of `language`: the same object every time."""
    return Vocabulary(language)


@cache
def _read_trademarks() -> frozenset[str]:
    """Return the names that look like no words, or like two."""
    return frozenset([*_read_table("trademarks.tsv"), *_read_table("brands.tsv")])


@cache
def _read_table(name: str) -> dict[str, str]:
    """Return the words of a table, each with its code, or with nothing where a table is of words alone.

    They stand after their code, so that the code is one string for all of them; the commonest first. A table is read
    whole: it has tens of thousands of words, and the first article waits for it.
    """
    _, *groups = read_table(name).removesuffix("\n").split("\n\n")
    words: dict[str, str] = {}
    for group in groups:
        code, *found = group.split("\n") if group[0].isdigit() else ("", *group.split("\n"))
        words.update(zip(found, repeat(code), strict=False))
    return words
