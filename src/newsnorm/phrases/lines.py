"""What of a line counts where phrases are looked for: its letters, and what it reads like as a whole.

>>> to_key("» Comments (12):"), reads_as_sentence("Related News"), is_quoted("“Leave a reply,” the voicemail said.")
('comments', False, True)
"""

from __future__ import annotations

import re

__all__ = ["LETTERS_RE", "QUOTES", "SHORTEST_SENTENCE", "is_quoted", "reads_as_sentence", "to_key"]

# Only letters count: "12 Comments", "Comments (12)" and "COMMENTS:" say the same, and so does "1.2K comments".
LETTERS_RE = re.compile(r"(?!(?<=\d)[KMk]\b)[^\W\d_]+")

# A quoted line is somebody's words, whatever they are.
QUOTES = '"“”„«»‘‹「『'

# A sentence has so many words at least, and ends in one of these.
SHORTEST_SENTENCE = 9
SENTENCE_ENDS = (".", "!", "?", ".”", '."', "?”", '?"', "!”", '!"')


def to_key(text: str) -> str:
    """Return what counts of `text`: its letters, in lower case, one space between words.

    >>> to_key("» Comments (12):"), to_key("1.2K comments")
    ('comments', 'comments')
    """
    return " ".join(LETTERS_RE.findall(text)).casefold()


def is_quoted(text: str) -> bool:
    """Return whether `text` begins with somebody's words, and goes on behind them."""
    return text[:1] in QUOTES and text[-1:] not in QUOTES


def reads_as_sentence(text: str) -> bool:
    """Return whether `text` is as long as a sentence, and ends like one."""
    return text.endswith(SENTENCE_ENDS) and text.count(" ") >= SHORTEST_SENTENCE - 1
