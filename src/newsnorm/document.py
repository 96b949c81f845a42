"""A text, and what several stages need to know of it.

Each property is worked out on first use and kept, so that no two stages do the same work. A document never changes:
an edited text is a new document.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

from newsnorm.code_pages import encode
from newsnorm.language import detect_language
from newsnorm.protect import Phrases, Spans, find_addresses
from newsnorm.tokens import Words, find_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from newsnorm.quiet_words import QuietWords

__all__ = ["Document", "Line"]

T = TypeVar("T")

NO_PHRASES = Phrases()


class Line(NamedTuple):
    """A line of the text, without its line break.

    Attributes:
        start: Where the line starts in the text, in code points.
        end: Where it ends, exclusive: at its line break, or at the end of the text.
        text: What it says, without the white space around it. Empty for a blank line.

    """

    start: int
    end: int
    text: str


# A text may be nothing but line breaks: so a line is made without a call of Python's own.
_make_line = partial(tuple.__new__, Line)


class _Lazy(Generic[T]):
    """A property worked out on first use and kept.

    As `functools.cached_property`, without the lock that it holds up to Python 3.11, which all documents share: threads
    would wait for each other. Two that ask one document at once may both work it out; the answers are equal.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, document: None, owner: type) -> _Lazy[T]: ...
    @overload
    def __get__(self, document: object, owner: type) -> T: ...
    def __get__(self, document: Any, owner: type) -> _Lazy[T] | T:
        if document is None:
            return self
        found = document.__dict__[self._name] = self._find(document)
        return found


class Document:
    r"""A text and its lazily known properties.

    Args:
        text: The text.
        language: Its language as an ISO 639-1 code, ``"und"`` for universal rules only, or ``None`` to find out.
        phrases: What is to be left as it stands in it.
        quiet_words: What is remembered of the words of each language that no stage has anything to say of.

    Attributes:
        text: The text.
        encoded: The text in the code page that it fits: see `newsnorm.code_pages`.

    >>> document = Document("A title\n\nThe report is out.")
    >>> [line.text for line in document.lines]
    ['A title', '', 'The report is out.']

    """

    def __init__(
        self,
        text: str,
        language: str | None = None,
        phrases: Phrases = NO_PHRASES,
        quiet_words: Callable[[str], QuietWords] | None = None,
    ) -> None:
        self.text = text
        self.encoded = encode(text)
        self._language = language
        self._phrases = phrases
        self._quiet_words = quiet_words

    @property
    def known_language(self) -> str | None:
        """The language of the text, if it was given or has been found; else ``None``."""
        return self.__dict__.get("language", self._language)

    @_Lazy
    def language(self) -> str:
        """The language of the text: the one given, or the one found."""
        return self._language or detect_language(self.text, self.words.sample)

    @_Lazy
    def lines(self) -> tuple[Line, ...]:
        """The lines of the text, blank ones included, in order."""
        lines: list[Line] = []
        start = 0
        for piece in self.text.split("\n"):
            end = start + len(piece)
            lines.append(_make_line((start, end, piece.strip())))
            start = end + 1
        return tuple(lines)

    @_Lazy
    def words(self) -> Words:
        """The words of the text, runs of letters, digits and underscores: not to be changed."""
        return find_words(self.text, self.encoded)

    @_Lazy
    def distinct_words(self) -> AbstractSet[str]:
        """The words of the text, each once."""
        return set(self.words.each)

    @_Lazy
    def notable_words(self) -> AbstractSet[str]:
        """Those of the words, each once, that a stage may have something to say of, for what they are."""
        if self._quiet_words is None:
            return self.distinct_words
        return self._quiet_words(self.language).leave_out(self.words.each)

    @_Lazy
    def protected(self) -> Spans:
        """The spans that no stage may edit in: the addresses and the phrases."""
        if not self._phrases:  # nearly always
            return self.addresses
        return Spans(chain(*(zip(spans.starts, spans.ends, strict=True) for spans in (self.addresses, self.phrases))))

    @_Lazy
    def addresses(self) -> Spans:
        """The spans of URLs, e-mail addresses, handles, tags, file names and code."""
        return Spans(find_addresses(self.text, touched=self.words.touched))

    @_Lazy
    def phrases(self) -> Spans:
        """The spans of the phrases that are left as they stand, whatever damage they seem to hold."""
        return Spans(self._phrases.find(self.text, self.distinct_words) if self._phrases else ())
