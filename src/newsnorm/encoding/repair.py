r"""The repair of one line, and its smallest honest description.

What a line should be is ftfy's word. This module finds which characters that concerns and which kind of repair it is:
a repair that single rules explain is reported as theirs; all else is mojibake.

>>> for edit in find_repairs("R&amp;D at the cafÃ©\n", 0, 21):
...     print(edit)
Edit(start=1, end=6, text='&', rule='unescape-entity', confidence=1.0)
Edit(start=18, end=20, text='é', rule='fix-mojibake', confidence=1.0)
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from newsnorm.code_pages import encode
from newsnorm.edits import Edit
from newsnorm.encoding.explain import explain
from newsnorm.encoding.gate import SIGN_OF_MOJIBAKE_RE, SUSPECT_RE, find_suspects, gate_is_exact
from newsnorm.encoding.singles import (
    ENTITY_RE,
    SINGLE_SIGN_RE,
    UNSOUND_RE,
    Replaced,
    expand_ligatures,
    replace_entities,
    replace_singles,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_repairs", "repair_line"]

# Repairing a ligature may let a mark compose with its last letter; nothing is known to need more than two turns.
MAX_TURNS = 4


def find_repairs(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the edits that repair the line ``text[start:end]``, which includes its newline; it stays as it is."""
    line = text[start:end]
    simple = _repair_simply(line)
    if simple is None:
        yield from _explain(line, _repair_wholly(line), start)
        return
    fixed = unicodedata.normalize("NFC", simple.text)
    if fixed != simple.text:
        yield from _explain(line, fixed, start)
    else:
        yield from (edit._replace(start=start + edit.start, end=start + edit.end) for edit in simple.edits)


def _explain(line: str, repaired: str, start: int) -> Iterator[Edit]:
    """Yield the edits from one to the other, newline aside: it may stand for another break, which has its own edit."""
    if line.endswith("\n"):
        line, repaired = line.removesuffix("\n"), repaired.removesuffix("\n")
    return explain(line, repaired, start)


def repair_line(line: str) -> str:
    """Return `line` as ftfy repairs it, but for quotes, widths and letters that only look like ligatures."""
    simple = _repair_simply(line)
    return _repair_wholly(line) if simple is None else unicodedata.normalize("NFC", simple.text)


def _repair_wholly(line: str) -> str:
    import ftfy

    config = ftfy.TextFixerConfig(
        explain=False, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False
    )
    if gate_is_exact() and len(line) <= config.max_decode_length and not ENTITY_RE.search(line):
        # Its first step alone: where that leaves nothing to repair, all the others only look again, which takes longer.
        fixed: str = ftfy._fix_encoding_one_step_and_explain(line, config).text
        if not any(find_suspects(fixed, encode(fixed))):
            return fixed
    for _ in range(MAX_TURNS):
        fixed = ftfy.fix_text(line, config)
        before, line = line, expand_ligatures(fixed)
        if line == before or (line == fixed and "\n" not in line[:-1]):
            break  # ftfy goes on until nothing changes; but a line that it parts may be seen otherwise in its parts
    return line


def _repair_simply(line: str) -> Replaced | None:
    """Return the repair of `line`, composition aside, where no order of steps could matter, without ftfy's searches.

    ``None`` where it could: when the line looks like mojibake, holds repairs of two kinds that may meet, or comes out
    of them anything but sound.
    """
    if not gate_is_exact() or _is_mojibake(line):
        return None
    singles = SINGLE_SIGN_RE.search(line) is not None
    if ENTITY_RE.search(line):
        if singles or "<" in line:
            return None
        replaced = replace_entities(line)
    else:
        replaced = replace_singles(line) if singles else Replaced(line, [])
    fixed = unicodedata.normalize("NFC", replaced.text)
    if "\n" in fixed[:-1] and SUSPECT_RE.search(fixed):
        return None  # ftfy will see its parts as lines by themselves
    if UNSOUND_RE.search(fixed) or ENTITY_RE.search(fixed) or (fixed != line and _is_mojibake(fixed)):
        return None
    return replaced


def _is_mojibake(line: str) -> bool:
    """Return whether `line` looks like mojibake to ftfy, and there is something about it that it could repair."""
    if SIGN_OF_MOJIBAKE_RE.search(line) is None:
        return False
    rest = line.replace("\N{REPLACEMENT CHARACTER}", "")
    if rest.isascii() and SINGLE_SIGN_RE.search(rest) is None:
        return False  # what was lost comes from no byte that ASCII could be made with
    from ftfy.badness import is_bad

    return bool(is_bad(line))
