r"""Repairs that concern one sign at a time: entities, ligatures, surrogates, control characters.

Where a line holds nothing else, what it should be follows without ftfy's searches, and so do the edits.

>>> replace_entities("R&amp;D").text, replace_singles("the ﬁrst").text
('R&D', 'the first')
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from newsnorm.edits import Edit
from newsnorm.encoding.gate import CONTROL, ENTITY, LIGATURE, SURROGATE

__all__ = [
    "ENTITY_RE",
    "LIGATURES",
    "MANY",
    "SINGLE_SIGN_RE",
    "TOGETHER",
    "UNSOUND_RE",
    "Replaced",
    "expand_ligatures",
    "replace_entities",
    "replace_singles",
    "shorten",
    "unescape",
]

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
ENTITIES_RE = re.compile(rf"(?P<unescape_entity>(?:{ENTITY}[#0-9A-Za-z]+;)+)")

# What single rules repair, each in a group of its own; the rule is the group's name with hyphens. Whole runs, so that
# a page of nothing else is one edit.
SINGLE_RE = re.compile(
    rf"""
      (?P<join_surrogates> (?: [\ud800-\udbff][\udc00-\udfff] )+ )
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

# What one of them begins with.
SINGLE_SIGN_RE = re.compile(rf"[\x00-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff{LIGATURE}]")
# All that is repaired wherever it stands.
UNSOUND_RE = re.compile(f"[{CONTROL}{SURROGATE}{LIGATURE}]")

# In a line with so many repairs, which no prose has, those of so many words on end are told as one.
MANY, TOGETHER = 500, 32
# So many words, or one that is longer than the next space is near.
STRETCH_RE = re.compile(rf"(?:[^ ]*[ ]){{1,{TOGETHER}}}|[^ ]+")


class Replaced(NamedTuple):
    """What a line should be, and by which edits, counted from its start."""

    text: str
    edits: list[Edit]


def expand_ligatures(text: str) -> str:
    """Return `text` with the typesetter's ligatures taken apart."""
    return LIGATURE_RE.sub(lambda found: LIGATURES[found.group()], text)


def unescape(text: str) -> str:
    """Return `text` with its entities replaced, as ftfy does it."""
    return ENTITY_RE.sub(lambda found: _unescape(found.group()), text)


@lru_cache(maxsize=256)
def _unescape(entity: str) -> str:
    from ftfy.fixes import unescape_html

    return unescape_html(entity)


def replace_entities(line: str) -> Replaced:
    """Return `line` with its entities replaced, and the edits of it."""
    return _replace(line, ENTITIES_RE, ENTITY_RE)


def replace_singles(line: str) -> Replaced:
    """Return `line` with all replaced that single rules repair, entities aside, and the edits of it."""
    return _replace(line, SINGLE_RE, SINGLE_SIGN_RE)


def shorten(old: str, new: str, rule: str, offset: int) -> Edit:
    """Return the edit that turns `old`, found at `offset`, into `new`, without what they share at their ends."""
    head, tail, shortest = 0, 0, min(len(old), len(new))
    while head < shortest and old[head] == new[head]:
        head += 1
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(offset + head, offset + len(old) - tail, new[head : len(new) - tail], rule)


def _replace(line: str, pattern: re.Pattern[str], sign: re.Pattern[str]) -> Replaced:
    """Return `line` with what `pattern` finds replaced, under the rule it names; each repair holds a `sign`."""
    if next(islice(sign.finditer(line), MANY, None), None) is not None:
        return _replace_together(line, pattern)
    edits: list[Edit] = []
    pieces: list[str] = []
    position = 0
    for found in pattern.finditer(line):
        new = _replacement(found)
        if new != found.group():
            edits.append(Edit(*found.span(), new, _rule(found)))
            pieces += (line[position : found.start()], new)
            position = found.end()
    return Replaced("".join([*pieces, line[position:]]), edits)


def _replace_together(line: str, pattern: re.Pattern[str]) -> Replaced:
    """Return the same with one edit for each stretch of words, under the rule of its first repair."""
    edits: list[Edit] = []
    pieces: list[str] = []
    position = 0
    for stretch in STRETCH_RE.findall(line):
        new = pattern.sub(_replacement, stretch)
        if new != stretch:
            first = pattern.search(stretch)
            assert first is not None
            edits.append(shorten(stretch, new, _rule(first), position))
        pieces.append(new)
        position += len(stretch)
    return Replaced("".join(pieces), edits)


def _rule(found: re.Match[str]) -> str:
    """Return the rule that repairs a match of `ENTITIES_RE` or `SINGLE_RE`."""
    return str(found.lastgroup).replace("_", "-")


def _replacement(found: re.Match[str]) -> str:
    """Return what stands for a match of `ENTITIES_RE` or `SINGLE_RE`."""
    return REPLACEMENTS[found.lastgroup](found.group())


REPLACEMENTS: dict[str | None, Callable[[str], str]] = {
    "unescape_entity": unescape,
    "join_surrogates": lambda old: old.encode("utf-16-le", "surrogatepass").decode("utf-16-le"),
    "replace_lone_surrogates": lambda old: "\N{REPLACEMENT CHARACTER}" * len(old),
    "remove_terminal_escapes": lambda _: "",
    "remove_control_characters": lambda _: "",
    "expand_ligature": expand_ligatures,
}
