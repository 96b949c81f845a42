"""What speaks for a line being a heading, and what against it: the line's own form, and its neighbours.

Every piece of evidence has a name, is there or not, and has one weight, a row of ``heading-weights.tsv``. The weights
are log-odds: they add up, and what comes out above nothing is a heading.

>>> prose = "The inquiry opened in March, and the first witnesses were heard behind closed doors two weeks later."
>>> sorted(observe("3. What the inquiry found", above=prose, below=prose))
['above-prose', 'below-longer', 'below-prose', 'bias', 'numbered', 'words-2-5']
"""

from __future__ import annotations

import re

__all__ = ["FEATURES", "LONGEST_HEADING", "count_words", "is_sentence", "observe", "reads_like_prose"]

# Longer lines are never headings: in 188 marked headings of news pages and blogs, the longest was shorter.
LONGEST_HEADING = 170

# A line of this many characters that ends like a sentence is one.
SENTENCE = 60
PROSE_ENDS = frozenset({"ends-stop", "ends-exclamation"})

# Capitals up to this length are an acronym rather than a way of setting a line.
LONGEST_ACRONYM = 5

# Questions of up to this many words head a section; longer ones are asked within it.
BRIEF_QUESTION = 5

FEATURES = (
    "bias",
    "words-1",
    "words-2-5",
    "words-6-9",
    "words-10-14",
    "words-15-up",
    "ends-stop",
    "ends-question",
    "asks-briefly",
    "ends-exclamation",
    "ends-colon",
    "ends-open",
    "stop-within",
    "numbered",
    "between-dashes",
    "between-single-quotes",
    "between-double-quotes",
    "opens-quote",
    "quotes-within",
    "starts-lower",
    "code",
    "title-case",
    "all-caps",
    "bracketed",
    "ends-bracket",
    "figures",
    "address",
    "above-prose",
    "above-colon",
    "above-short",
    "in-list",
    "below-prose",
    "below-longer",
    "below-short",
    "between-short",
    "name-then-bio",
    "echo",
    "counter",
    "below-first",
)

# What the last character of a line says. The Greek question mark is a semicolon.
END_MARKS = {
    **dict.fromkeys(".。．｡।۔", "ends-stop"),
    **dict.fromkeys("?؟？;", "ends-question"),
    **dict.fromkeys("!！", "ends-exclamation"),
    **dict.fromkeys(":：", "ends-colon"),
    **dict.fromkeys(",，、…–—", "ends-open"),
}
CLOSERS = "\"'”’»›)]』」）"

NUMBERED_RE = re.compile(
    r"(?:[#№]\s?)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])[.):]\s+(?=\S)|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[^\W\d_a-z])|\d{1,2}\s[–—-]\s"
)
DASHED_RE = re.compile(r"[–—-]{1,2}\s?\S.*\S\s?[–—-]{1,2}")
SENTENCE_BREAK_RE = re.compile(r"(?<=[^\W\d_]{2})[.!?][\"”’»]?\s+[^\W\d_a-z]|[。！？][^\s」』”]")
ADDRESS_RE = re.compile(r"https?://|www\.|\S@\S|(?<!\S)[@#]\w")
# A line of code or of a terminal: a prompt, a flag, a variable, a call, a brace at the end.
CODE_RE = re.compile(r"\A(?:[$%>]|>>>) |(?<!\S)--[a-z]|\$[A-Z_{]|[^\W\d_]\([\w, ]{0,40}\)(?:\Z|[;.])|[{}]\Z|==|=>|&&")
# A number in brackets at the end counts something on the page: "Comments (5)". Years have four figures.
COUNTER_RE = re.compile(r"[(\[（]\s?\d{1,3}\b[^()\[\]（）]{0,12}[)\]）]\Z")
# The first of several numbered things.
FIRST_RE = re.compile(r"1[.):]\s")
LETTER_RE = re.compile(r"[^\W\d_]")
# Scripts that write no spaces between words: Chinese, Japanese, Thai, Khmer, Lao, Burmese.
UNSPACED_RE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

ECHO_WORDS = 4  # fewer are said twice by chance
DASHES = "–—- "
SINGLE_QUOTES = {"‘": "’", "'": "'", "‚": "‘", "‹": "›"}
DOUBLE_QUOTES = {"“": "”", '"': '"', "„": "“", "«": "»", "»": "«", "「": "」", "『": "』"}


def observe(text: str, *, above: str, below: str, listed: bool = False) -> frozenset[str]:
    """Return the evidence for and against `text` being a heading, by name.

    Args:
        text: A short line, without white space around it.
        above: The paragraph before it, empty at the start.
        below: The paragraph after it, empty at the end.
        listed: Whether it stands in a run of short lines that a line with a colon opens.

    """
    found = _look_at_line(text) + _look_around(text, above, below)
    return frozenset((*found, "in-list") if listed else found)


def reads_like_prose(text: str) -> bool:
    """Return whether `text` is a paragraph beyond doubt: long, or a sentence of some length."""
    return len(text) > LONGEST_HEADING or (len(text) >= SENTENCE and _end_mark(text) in PROSE_ENDS)


def is_sentence(text: str) -> bool:
    """Return whether `text` is of some length and ends in a full stop."""
    return len(text) >= SENTENCE and _end_mark(text) == "ends-stop"


def count_words(text: str) -> int:
    """Return the number of words of `text`; of scripts without spaces, two characters count as one."""
    words = text.count(" ") + 1
    return words if words > 3 or text.isascii() else words + len(UNSPACED_RE.findall(text)) // 2


def _look_at_line(text: str) -> list[str]:
    found = ["bias"]
    words = count_words(text)
    found.append(
        "words-1" if words == 1
        else "words-2-5" if words <= 5
        else "words-6-9" if words <= 9
        else "words-10-14" if words <= 14
        else "words-15-up"
    )  # fmt: skip
    dashed = DASHED_RE.fullmatch(text) is not None
    end = _end_mark(text.rstrip(DASHES) if dashed else text)
    if end is not None:
        found.append(end)
        if end == "ends-question" and words <= BRIEF_QUESTION:
            found.append("asks-briefly")
    if NUMBERED_RE.match(text):
        found.append("numbered")
    if dashed:
        found.append("between-dashes")
    found += _look_at_quotes(text.strip(DASHES) if dashed else text)
    if end != "ends-stop" and SENTENCE_BREAK_RE.search(text, 0, len(text) - 1):
        found.append("stop-within")
    if text[0] in "([（【" and text[-1] in ")]）】":
        found.append("bracketed")
    elif text[-1] in ")]）":
        found.append("counter" if COUNTER_RE.search(text) else "ends-bracket")
    if ADDRESS_RE.search(text):
        found.append("address")
    if CODE_RE.search(text):
        found.append("code")
    if 3 * sum(map(str.isdigit, text)) > len(text):
        found.append("figures")
    found += _look_at_case(text)
    return found


def _look_at_quotes(text: str) -> list[str]:
    if not text:
        return []
    first, last, inner = text[0], text[-1], text[1:-1]
    if SINGLE_QUOTES.get(first) == last and (first == "'" or first not in inner):
        return ["between-single-quotes"]
    if DOUBLE_QUOTES.get(first) == last and first not in inner and last not in inner:
        return ["between-double-quotes"]
    if first in DOUBLE_QUOTES:
        return ["opens-quote"]
    return ["quotes-within"] if any(mark in text for mark in '“”"«»„‘') else []


def _look_at_case(text: str) -> list[str]:
    first = LETTER_RE.search(text)
    if first is None:
        return []
    if first.group().islower():
        return ["starts-lower"]
    if text.isupper() and len(text) > LONGEST_ACRONYM:
        return ["all-caps"]
    long_words = [word for word in text.split()[1:] if len(word) > 3]
    if len(long_words) >= 2 and 4 * sum(word[0].isupper() for word in long_words) >= 3 * len(long_words):
        return ["title-case"]
    return []


def _look_around(text: str, above: str, below: str) -> list[str]:
    found = []
    if above:
        if above.endswith((":", "：")):
            # A long paragraph's colon may announce all that follows, headings and paragraphs: no list stands here then.
            if not (len(above) > LONGEST_HEADING and (reads_like_prose(below) or FIRST_RE.match(below))):
                found.append("above-colon")
        elif reads_like_prose(above):
            found.append("above-prose")
        elif len(above) <= 60:
            found.append("above-short")
    if reads_like_prose(below):
        found.append("below-prose")
    elif len(below) <= 60:
        found.append("below-short")
    if above and max(len(above), len(below)) <= 100 and not (reads_like_prose(above) or reads_like_prose(below)):
        found.append("between-short")
    if len(below) >= 60 and 3 * len(below) >= 4 * len(text):
        found.append("below-longer")
    if FIRST_RE.match(below):
        found.append("below-first")
    if below.startswith(text) and len(text) < 40 and text.count(" ") and all(w[0].isupper() for w in text.split()):
        found.append("name-then-bio")
    if text.count(" ") >= ECHO_WORDS - 1 and _echoes(text, above, below):
        found.append("echo")
    return found


def _echoes(text: str, above: str, below: str) -> bool:
    """Return whether a neighbour says the same within it: a quotation drawn out of the text, not a heading.

    A paragraph that opens with its heading's words is something else ("A joint statement" over "A joint statement
    said"), and so is a heading in quotation marks, which agencies take from the text below it.
    """
    return text in above or below.find(text, 2) > 1


def _end_mark(text: str) -> str | None:
    """Return which mark closes `text`, looking through closing quotes and brackets."""
    last = text[-1]
    if last in CLOSERS:
        text = text.rstrip(CLOSERS) or last
        last = text[-1]
    if last == "." and text.endswith("..."):
        return "ends-open"
    return END_MARKS.get(last)
