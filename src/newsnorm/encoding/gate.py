r"""The gate: which lines of a text ftfy could have anything to say about.

Nearly all lines of real text are sound, and asking ftfy about them costs more than all else together. The gate finds
the lines that hold a *necessary* condition of some repair: a control character, an entity, a typesetter's ligature, a
decomposed letter, or two neighbours without which ftfy's own badness pattern cannot match. A line that passes is sound
for certain; one that is held may be sound all the same, and costs time only.

The conditions were derived from the tables of the ftfy releases whose fingerprints are listed here. With any other
release every line is held, so that a change in ftfy costs speed and never correctness.

>>> list(find_suspects("All is well.\nIt’s “fine” – really.\nR&amp;D at the cafÃ©\n"))
[(35, 56)]
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from newsnorm.code_pages import LONGEST, NO_PAGE, characters, find_pairs, tabulate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsnorm.code_pages import Encoded

__all__ = ["CONTROL", "LIGATURE", "SIGN_OF_MOJIBAKE_RE", "find_suspects", "gate_is_exact", "is_sound"]

# Length and CRC-32 of ftfy's badness.py, chardata.py, fixes.py and __init__.py, one after another: the rules that the
# gate knows. No cryptography: it takes longer to import, and nobody gains by deceiving it.
KNOWN_RELEASES = frozenset(
    {
        (98298, 0xC19ECB8B),  # 6.3.1
    }
)
RULE_FILES = ("badness.py", "chardata.py", "fixes.py", "__init__.py")

# --- Single characters that are repaired wherever they stand, written as parts of character classes. ---

# C0 controls but for tab, newline and form feed; DEL; C1 controls; line and paragraph separators; deprecated format
# characters; the byte order mark; interlinear annotation and object replacement.
CONTROL = r"\x00-\x08\x0b\x0d-\x1f\x7f-\x9f\u2028\u2029\u206a-\u206f\ufeff\ufff9-\ufffc"
SURROGATE = r"\ud800-\udfff"
# The typesetter's ligatures. Letters that have a ligature's shape (Dutch ij, Croatian dž, Afrikaans ŉ) are no damage.
LIGATURE = r"\ufb00-\ufb06"

# --- What the badness pattern needs: supersets of ftfy's categories, without the letters of Greek and Cyrillic. ---

# Latin letters with marks, by case; those ftfy keeps apart for drawing faces are in here too.
UPPER = "".join(c for c in map(chr, range(0xC0, 0x17F)) if c.isupper()) + "\N{CYRILLIC CAPITAL LETTER GHE WITH UPTURN}"
LOWER = (
    "".join(c for c in map(chr, range(0xDF, 0x17F)) if c.islower())
    + "\N{CYRILLIC SMALL LETTER GHE WITH UPTURN}\N{LATIN SMALL LIGATURE FI}\N{LATIN SMALL LIGATURE FL}"
)
# Characters that are hardly seen but in mojibake.
BAD = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊�ªº"
# Signs: law, currency, opening and closing punctuation, numbers, boxes, degrees. Not the commonest ones (dashes,
# apostrophe, no-break space, ellipsis), which count only after one of the LEADS.
SIGN = BAD + "¶§¢£¥₧€¡«¿©΄΅‘‚“„•‹\uf8ff®»˝”›™²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№°" + "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓"
# Characters after which mojibake goes on with anything that is not ASCII.
LEADS = "ÂÃÎÐØÙ√€"
# Letters between two of which a sign stands in mojibake of Cyrillic and Greek.
TWINS = "ВГРСΒΓΞΟ"
SMALL = "ά-ώа-џ"
PLAIN = "Ά-ώЀ-џÞ"

ENTITY = r"&(?=\#?[0-9A-Za-z]{1,24};)"

# Characters that are repaired wherever they stand, or may begin an entity.
UNSOUND_RE = re.compile(rf"[&{CONTROL}{SURROGATE}{LIGATURE}]")

ASCII_SUSPECT_RE = re.compile(r"[&\x00-\x08\x0b\x0d-\x1f\x7f](?:(?<!&)|(?=#?[0-9A-Za-z]{1,24};))")

# One character class to look for, which is quick, and only then what was found.
SUSPECT_RE = re.compile(
    rf"""
    [&{CONTROL}{SURROGATE}{LIGATURE}{SIGN}{UPPER}œЂ] (?:
        (?<=[{CONTROL}{SURROGATE}{LIGATURE}])
      | (?<=&)(?=\#?[0-9A-Za-z]{{1,24}};)
      | (?<=[{SIGN}]) (?:                                  # a sign beside a sign or a letter with marks,
            (?=[{SIGN}{UPPER}{LOWER}]) | (?<=[{SIGN}{UPPER}{LOWER}].)
          | (?<=[{TWINS}].)(?=[{TWINS}])                   # or between two of the letters it comes between
        )
      | (?<=[{PLAIN}][{BAD}])                              # a character hardly seen, after a letter
      | (?<=[{LOWER}{SMALL}{SIGN}][{UPPER}])               # a capital with marks amid a word
      | (?<=[{LEADS}])(?=[^\x00-\x7f])
      | (?<=[ÂÃ])(?=[ ])
      | (?<=[Œœ])(?=[^A-Za-z])
      | (?<=[вВ]Ђ)
    )
    """,
    re.VERBOSE,
)


# Without one of these no text looks like mojibake.
SIGN_OF_MOJIBAKE_RE = re.compile(rf"[\x80-\x9f{SIGN}{UPPER}œЂ]")


def find_suspects(text: str, encoded: Encoded = NO_PAGE) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines of `text`, with their line breaks, that may need repair.

    Args:
        text: The text.
        encoded: The text in its code page, if that is known.

    """
    if not gate_is_exact():
        yield from _all_lines(text)
        return
    if is_sound(encoded):
        return
    search = (ASCII_SUSPECT_RE if encoded.page == "ascii" else SUSPECT_RE).search
    position = 0
    decomposed = _decomposed_lines(text)
    waiting = next(decomposed, None)
    while (found := search(text, position)) is not None:
        span = _line_at(text, found.start())
        while waiting is not None and waiting[0] <= span[0]:
            if waiting != span:
                yield waiting
            waiting = next(decomposed, None)
        yield span
        position = span[1]
    if waiting is not None:
        yield waiting
        yield from decomposed


def is_sound(encoded: Encoded) -> bool:
    """Return whether no line of an `encoded` text needs repair: what a quick look can tell.

    A text that fits a code page has no letters that Unicode would compose, and none of its plain characters needs
    repair.

    >>> from newsnorm.code_pages import encode
    >>> is_sound(encode("All is well.")), is_sound(encode("café")), is_sound(encode("R&amp;D"))
    (True, True, False)
    """
    page, whole, marks = encoded
    if not page or not gate_is_exact():
        return False
    sound, sides = _tabulate(page)
    if marks.translate(None, sound):
        return False
    if page == "ascii":
        return True
    if len(whole) <= LONGEST:
        return not find_pairs(whole, sides)
    steps = range(0, len(whole), LONGEST - 1)
    return not any(find_pairs(whole[start : start + LONGEST], sides) for start in steps)


@cache
def _tabulate(page: str) -> tuple[bytes, bytes]:
    """Return the bytes of `page` that no repair looks at by themselves, and the table of pairs that one may look at."""
    sound = bytes(byte for byte, character in enumerate(characters(page)) if not UNSOUND_RE.match(character))
    return sound, tabulate(page, _sides)


def _sides(character: str) -> tuple[Sequence[bool], Sequence[bool]]:
    """Return which pairs `character` may begin and end: each alternative of `SUSPECT_RE` wants one of four kinds."""
    sign, bad = _is_one_of(character, SIGN), _is_one_of(character, BAD)
    upper, lower = _is_one_of(character, UPPER), _is_one_of(character, LOWER)
    begins = (
        sign,
        sign or upper or lower or _is_one_of(character, SMALL),
        _is_one_of(character, PLAIN + TWINS + "вВ"),
        _is_one_of(character, LEADS + "Œœ"),
    )
    foreign = not (character.isascii() and character.isalpha())
    return begins, (sign or upper or lower, sign or upper, sign or bad or character == "Ђ", foreign)


def _is_one_of(character: str, set_: str) -> bool:
    return re.match(f"[{set_}]", character) is not None


@cache
def gate_is_exact() -> bool:
    """Return whether the installed ftfy is one whose rules the gate was derived from."""
    import os
    from importlib.util import find_spec
    from zlib import crc32

    spec = find_spec("ftfy")
    if spec is None or spec.origin is None:
        return False
    rules = b""
    try:
        for name in RULE_FILES:
            with open(os.path.join(os.path.dirname(spec.origin), name), "rb") as file:
                rules += file.read().replace(b"\r\n", b"\n")
    except OSError:
        return False
    return (len(rules), crc32(rules)) in KNOWN_RELEASES


def _line_at(text: str, position: int) -> tuple[int, int]:
    end = text.find("\n", position) + 1
    return text.rfind("\n", 0, position) + 1, end or len(text)


def _all_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        span = _line_at(text, start)
        yield span
        start = span[1]


def _decomposed_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines with letters that Unicode would have composed."""
    if unicodedata.is_normalized("NFC", text):
        return
    for start, end in _all_lines(text):
        if not unicodedata.is_normalized("NFC", text[start:end]):
            yield start, end
