"""Romanization: from a name in its own script to the Latin spellings that desks really use.

Run when the names table is made (``python -m newsnorm.romanization.build``); pure functions, usable at run time too.

>>> romanize("Зеленський", "uk")[:4]
('Zelenskyi', 'Zelenskiy', 'Zelensky', 'Zelenskyy')
>>> "Gaiday" in romanize("Гайдай", "uk"), "Selenskyj" in romanize("Зеленський", "uk")
(True, True)
>>> romanize("习近平", "zh")
Traceback (most recent call last):
ValueError: language: 'zh' is not one of be, bg, el, hy, ka, kk, ky, mk, ru, sr, tg, uk
"""

from __future__ import annotations

from newsnorm.romanization.cyrillic import (
    russian,
    spellings_of_person,
    spellings_of_place,
    spellings_of_russian,
    ukrainian,
)
from newsnorm.romanization.latin import respell
from newsnorm.romanization.scripts import LANGUAGES, spellings
from newsnorm.romanization.transcription import SYSTEMS, transcribe

__all__ = [
    "respell",
    "romanize",
    "russian",
    "spellings_of_person",
    "spellings_of_place",
    "transcribe",
    "ukrainian",
]


def romanize(native: str, language: str, *, most: int = 40, limit: float = 2.0) -> tuple[str, ...]:
    """Return the Latin spellings of `native`, a name in the script of `language`, the standard one first.

    Args:
        native: The name, in its own script.
        language: ISO 639-1 code of the language it is in.
        most: How many spellings to return at most; what the presses of other languages write comes on top.
        limit: How rare a habit may be, as the sum of its prices.

    Raises:
        ValueError: There is no system for `language`: Arabic, Persian and Hebrew don't write their vowels, Chinese and
            Korean aren't spelled letter by letter. `respell` varies such a name from one Latin spelling.

    """
    if language == "uk":
        found = spellings_of_place(native, most=most, limit=limit)
    elif language == "ru":
        found = spellings_of_russian(native, most=most, limit=limit)
    elif language in LANGUAGES:
        return tuple(spellings(native, language, most=most, limit=limit))
    else:
        valid = ", ".join(sorted((*LANGUAGES, "ru", "uk")))
        raise ValueError(f"language: {language!r} is not one of {valid}")
    presses = (transcribe(native, language, system) for system in SYSTEMS)
    return tuple(dict.fromkeys((*sorted(found, key=lambda name: (found[name], name)), *presses)))
