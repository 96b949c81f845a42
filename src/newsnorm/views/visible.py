r"""Characters nobody sees, made visible: a view must not hand control characters to a terminal or a browser.

>>> make_visible("a\x1b[31mb\ud800")
'a␛[31mb�'
"""

from __future__ import annotations

import re

__all__ = ["make_visible"]

# Controls but for tab and line feed, and lone surrogates, which no encoding can write.
INVISIBLE_RE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def make_visible(text: str) -> str:
    """Return `text` with each control character as its picture, one for one; tabs and line feeds stay."""
    return INVISIBLE_RE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
