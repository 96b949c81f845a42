"""Characters that print nothing and break every search: taken out where they do nothing, kept where they matter.

A scraped page leaves soft hyphens within words, zero-width spaces on empty lines and direction marks in text that
runs in one direction only. A reader sees no difference without them; an index does. They stay where they carry
meaning: joiners in Persian, in Indic scripts and in emoji, zero-width spaces in scripts that write no spaces, direction
marks on a line with a right-to-left letter. A direction override shows text in another order than it is stored in: it
is never touched, but warned of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.records import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.records import Finding

__all__ = ["find_invisible"]

# All of them, looked for first: one character class is quickly searched for, five groups are not.
ANY_RE = re.compile(
    "[\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{WORD JOINER}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
INVISIBLE_RE = re.compile(
    "(?P<soft_hyphen>\N{SOFT HYPHEN}+)"
    "|(?P<zero_width_space>[\N{ZERO WIDTH SPACE}\N{WORD JOINER}]+)"
    "|(?P<joiner>[\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}]+)"
    "|(?P<override>[\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}]+)"
    "|(?P<direction_mark>[\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{POP DIRECTIONAL FORMATTING}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]+)"
)

# Letters between which a joiner does nothing but choose a ligature: Latin, Greek, Cyrillic, Armenian, Georgian. Also
# spaces and punctuation, by which a joiner has nothing to join.
UNJOINED = "\\s!-~\N{NO-BREAK SPACE}-\N{ARMENIAN SMALL LIGATURE ECH YIWN}Ⴀ-\N{GEORGIAN LETTER LABIAL SIGN}‐-‧‹-⁊Ḁ-῾"
UNJOINED_RE = re.compile(f"[{UNJOINED}]")

# Scripts that write no spaces between words and may mark where a line can break: Thai to Burmese, Khmer, Javanese.
SPACELESS_RE = re.compile("[\u0e00-\u109f\u1780-\u17ff\u1900-\u1aaf\u1b00-\u1bff\ua980-\ua9df\uaa60-\uaa7f]")

# Letters that run from right to left: Hebrew to Arabic Extended, their presentation forms, and later scripts.
RIGHT_TO_LEFT_RE = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")

OVERRIDE_RE = re.compile("[\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}]")


def find_invisible(text: str) -> Iterator[Finding]:
    r"""Yield the removal of invisible characters that do nothing, and a warning of each direction override.

    >>> list(find_invisible("inter\N{SOFT HYPHEN}national"))
    [Edit(start=5, end=6, text='', rule='remove-soft-hyphen', confidence=1.0)]
    >>> list(find_invisible("می\N{ZERO WIDTH NON-JOINER}شود"))
    []
    """
    first = None if text.isascii() else ANY_RE.search(text)
    if first is None:
        return
    line = (0, 0)
    plain = False  # whether direction marks do nothing on this line
    for found in INVISIBLE_RE.finditer(text, first.start()):
        start, end = found.span()
        kind = found.lastgroup
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if kind == "override":
            message = "A direction override: the text that follows is shown in another order than it is stored in."
            yield Diagnostic("direction-override", message, start, end)
            continue
        if kind == "soft_hyphen":
            harmless = after not in ("", "\n") and not SPACELESS_RE.match(after)
        elif kind == "zero_width_space":
            harmless = not SPACELESS_RE.match(before) and not SPACELESS_RE.match(after)
        elif kind == "joiner":
            harmless = all(not side or UNJOINED_RE.match(side) for side in (before, after))
        else:
            if start >= line[1]:
                line = text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)
                plain = not RIGHT_TO_LEFT_RE.search(text, *line) and not OVERRIDE_RE.search(text, *line)
            harmless = plain
        if harmless:
            yield Edit(start, end, "", f"remove-{str(kind).replace('_', '-')}")
