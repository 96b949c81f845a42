r"""The repair of one line, and its smallest honest description.

What a line should be is ftfy's word. This module finds which characters that concerns and which kind of repair it is:
a repair that single rules explain is reported as theirs; all else is mojibake.

>>> for edit in find_repairs("R&amp;D at the cafÃ©\r\n", 0, 22):
...     print(edit)
Edit(start=1, end=6, text='&', rule='unescape-entity', confidence=1.0)
Edit(start=18, end=21, text='é', rule='fix-mojibake', confidence=1.0)
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from newsnorm.edits import Edit, diff
from newsnorm.encoding.gate import ENTITY, LIGATURE, SUSPECT_RE, gate_is_exact

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIGATURES", "find_repairs", "repair_line"]

LIGATURES = {
    "\N{LATIN SMALL LIGATURE FF}": "ff",
    "\N{LATIN SMALL LIGATURE FI}": "fi",
    "\N{LATIN SMALL LIGATURE FL}": "fl",
    "\N{LATIN SMALL LIGATURE FFI}": "ffi",
    "\N{LATIN SMALL LIGATURE FFL}": "ffl",
    "\N{LATIN SMALL LIGATURE LONG S T}": "st",
    "\N{LATIN SMALL LIGATURE ST}": "st",
}

LIGATURE_RE = re.compile(f"[{LIGATURE}]")
ENTITY_RE = re.compile(ENTITY + r"[#0-9A-Za-z]+;")
ENTITIES_RE = re.compile(rf"(?:{ENTITY}[#0-9A-Za-z]+;)+")
NEWLINE_RE = re.compile(r"\r\n?|[\u2028\u2029]")

# What single rules repair, each in a group of its own; the rule is the group's name with hyphens. Whole runs, so that
# a page of nothing else is one edit.
SINGLE_RE = re.compile(
    rf"""
      (?P<normalize_newline> (?: \r\n? | [\u2028\u2029] )+ )
    | (?P<join_surrogates> (?: [\ud800-\udbff][\udc00-\udfff] )+ )
    | (?P<replace_lone_surrogates> (?: [\ud800-\udbff](?![\udc00-\udfff]) | [\udc00-\udfff] )+ )
    | (?P<remove_terminal_escapes> (?: \x1b\[ [\d;]* [a-zA-Z] )+ )
    | (?P<remove_control_characters> (?:
          [\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]
        | \x1b (?! \[ [\d;]* [a-zA-Z] )
      )+ )
    | (?P<expand_ligature> [{LIGATURE}] )
    """,
    re.VERBOSE,
)

WORD_RE = re.compile(r"[^ ]+[ ]?|[ ]")

# How far apart two texts may drift before the rest of them counts as one block: in words, to keep the search linear.
MAX_DRIFT = 24

# Repairing a ligature may let a mark compose with its last letter; nothing is known to need more than two turns.
MAX_TURNS = 4


def find_repairs(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the edits that repair the line ``text[start:end]``, which includes its line break."""
    if _only_ends_otherwise(text, start, end):
        yield Edit(end - 2, end, "\n", "normalize-newline")
        return
    line = text[start:end]
    fixed = repair_line(line)
    if fixed != line:
        for at, old, new in _changed_words(line, fixed):
            yield from _explain(old, new, start + at)


def _only_ends_otherwise(text: str, start: int, end: int) -> bool:
    """Return whether the line's only fault is to end as on Windows: then every line does, and each must be quick.

    The character before the break is ASCII, since those that want a letter beside them are not.
    """
    return (
        text.endswith("\r\n", start, end)
        and text[end - 3 : end - 2].isascii()
        and gate_is_exact()
        and SUSPECT_RE.search(text, start, end - 2) is None
        and unicodedata.is_normalized("NFC", text[start:end])
    )


def repair_line(line: str) -> str:
    """Return `line` as ftfy repairs it, but for quotes, widths and letters that only look like ligatures."""
    return _repair_simply(line) or _repair_wholly(line)


def _repair_wholly(line: str) -> str:
    import ftfy

    config = ftfy.TextFixerConfig(
        explain=False, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False
    )
    for _ in range(MAX_TURNS):
        before = line
        line = LIGATURE_RE.sub(_expand, ftfy.fix_text(line, config))
        if line == before:
            break
    return line


def _repair_simply(line: str) -> str | None:
    """Return the repaired `line` where no order of steps could matter: the same result without ftfy's searches.

    ``None`` where it could: when the line looks like mojibake, holds repairs of two kinds that may meet, or comes out
    of them anything but sound.
    """
    from ftfy.badness import is_bad

    if not gate_is_exact() or is_bad(line):
        return None
    if ENTITY_RE.search(line):
        if "<" in line or SINGLE_RE.search(line):
            return None
        fixed = ENTITY_RE.sub(_unescape, line)
        return fixed if not SUSPECT_RE.search(fixed) and unicodedata.is_normalized("NFC", fixed) else None
    fixed = unicodedata.normalize("NFC", SINGLE_RE.sub(lambda found: _replacement(found)[0], line))
    return None if SUSPECT_RE.search(fixed) else fixed


def _expand(found: re.Match[str]) -> str:
    return LIGATURES[found.group()]


def _unescape(found: re.Match[str]) -> str:
    from ftfy.fixes import unescape_html

    return unescape_html(found.group())


def _replacement(found: re.Match[str]) -> tuple[str, str]:
    """Return what stands for a match of `SINGLE_RE`, and the rule that says so."""
    rule = str(found.lastgroup).replace("_", "-")
    old = found.group()
    if rule == "normalize-newline":
        return NEWLINE_RE.sub("\n", old), rule
    if rule == "join-surrogates":
        return old.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), rule
    if rule == "replace-lone-surrogates":
        return "\N{REPLACEMENT CHARACTER}" * len(old), rule
    return LIGATURES.get(old, ""), rule


def _explain(old: str, new: str, offset: int) -> Iterator[Edit]:
    """Yield the edits that turn `old` into `new`, under the rules that account for them."""
    entities = list(ENTITIES_RE.finditer(old))
    if entities and ENTITY_RE.sub(_unescape, old) == new:
        for found in entities:
            replacement = ENTITY_RE.sub(_unescape, found.group())
            yield Edit(offset + found.start(), offset + found.end(), replacement, "unescape-entity")
    elif SINGLE_RE.sub(lambda found: _replacement(found)[0], old) == new:
        for found in SINGLE_RE.finditer(old):
            yield Edit(offset + found.start(), offset + found.end(), *_replacement(found))
    elif unicodedata.normalize("NFC", old) == new:
        yield from diff(old, new, "compose-characters", offset=offset)
    else:
        yield from diff(old, new, "fix-mojibake", offset=offset)


def _changed_words(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """Yield ``(offset, before, after)`` for the stretches of words in which `old` and `new` differ.

    A word is what stands between spaces, which hardly any repair touches, and has the space after it. After a
    difference, the nearest word that the two share is where they meet again.
    """
    olds, news = WORD_RE.findall(old), WORD_RE.findall(new)
    at = i = j = 0
    while i < len(olds) or j < len(news):
        if i < len(olds) and j < len(news) and olds[i] == news[j]:
            step, skip = 1, 1
        else:
            step, skip = (1, 1) if len(olds) - i == len(news) - j else _meet(olds, news, i, j)
            yield at, "".join(olds[i : i + step]), "".join(news[j : j + skip])
        at += sum(map(len, olds[i : i + step]))
        i, j = i + step, j + skip


def _meet(olds: list[str], news: list[str], i: int, j: int) -> tuple[int, int]:
    """Return how many words of each to pass over until both say the same; all of them if that is far away."""
    for drift in range(1, MAX_DRIFT):
        for step in range(drift + 1):
            a, b = i + step, j + drift - step
            if a < len(olds) and b < len(news) and olds[a] == news[b] != " ":
                return step, drift - step
    return len(olds) - i, len(news) - j
