"""Names in Arabic and Hebrew letters beside Latin ones: what both have are the consonants.

The two scripts leave short vowels unwritten, and some letters are read in several ways, so such a name folds to its
consonants, and a Latin name folds to the same where it may be its spelling. That is little to go by: a skeleton joins
two names only where nobody else in the list has it (see `newsnorm.names.grouping`).

>>> fold_skeleton("الأسد", "arabic"), fold_skeleton("Assad", "arabic"), fold_skeleton("Asad", "arabic")
('sd', 'sd', 'sd')
>>> fold_skeleton("נתניהו", "hebrew"), fold_skeleton("Netanyahu", "hebrew"), fold_skeleton("Livni", "hebrew")
('ntnh', 'ntnh', 'lbn')
"""

from __future__ import annotations

import re

from newsnorm.names.sounds import fold_part, spell_plainly

__all__ = ["SCRIPTS", "fold_skeleton", "script_of"]

SCRIPTS = ("arabic", "hebrew")
"""The scripts that leave vowels unwritten."""

_SCRIPT_RE = re.compile("(?P<arabic>[\u0620-\u06ff])|(?P<hebrew>[\u05d0-\u05ea])")

# The consonant of each letter, as `fold_part` has it. A letter that is not heard, or is a vowel as often, has none.
_LETTERS = {
    "arabic": str.maketrans(
        dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهپچژگک", "bttghhddrzsSsdtzgfkklmnhbSzgk", strict=True))
        | dict.fromkeys("اٱةىءعويیے", "")
    ),
    "hebrew": str.maketrans(
        dict(zip("בגדהזחטכךלמםנןספףצץקרשת", "bgdhzhtkklmmnnsppzzkrSt", strict=True)) | dict.fromkeys("אויע", "")
    ),
}
# A Latin sound that the script has no letter of its own for, or has one letter for with another.
_SOUNDS = {
    "arabic": str.maketrans({"C": "S", "Z": "g", "j": "g", "p": "b", "v": ""}),
    "hebrew": str.maketrans({"C": "h", "Z": "z", "j": "", "f": "p", "v": "b"}),
}
_ARTICLE_RE = re.compile(r"\Aال(?=\w{3})")
_LATIN_ARTICLE_RE = re.compile(r"(?<=\Aabd)[aeu]l(?!l)")  # Abdel, Abdul; but Abdullah
_VOWEL_RE = re.compile(r"[aeiouy]")
_SILENT_END_RE = re.compile(r"(?:(?<=[aeiou])h|[هحה])\Z")  # Haniyeh, Fattah
_DOUBLED_RE = re.compile(r"(.)\1+")


def script_of(text: str) -> str:
    """Return which of `SCRIPTS` `text` is in, or ``""``.

    >>> script_of("بشار الأسد"), script_of("דוד"), script_of("Ali")
    ('arabic', 'hebrew', '')
    """
    match = _SCRIPT_RE.search(text)
    return match.lastgroup or "" if match else ""


def fold_skeleton(part: str, script: str) -> str:
    """Return the consonants of one part of a name, as `script` would write them.

    Args:
        part: The part, in that script or in Latin letters.
        script: One of `SCRIPTS`.

    """
    plain = spell_plainly(part)
    if script_of(plain):
        plain = _SILENT_END_RE.sub("", _ARTICLE_RE.sub("", plain))
        return _DOUBLED_RE.sub(r"\1", plain.translate(_LETTERS[script]))
    plain = _SILENT_END_RE.sub("", _LATIN_ARTICLE_RE.sub("", plain))
    sounds = fold_part(plain, slavic=False)
    if script == "hebrew":
        sounds = sounds.replace("ts", "z")
    sounds = sounds.translate(_SOUNDS[script])
    return _DOUBLED_RE.sub(r"\1", _VOWEL_RE.sub("", sounds))
