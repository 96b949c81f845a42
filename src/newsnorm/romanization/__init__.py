"""Romanization: from a name in its own script to the Latin spellings that desks really use.

Run when the names table is made (``python -m newsnorm.romanization.build``); pure functions, usable at run time too.
"""

from __future__ import annotations

from newsnorm.romanization.cyrillic import russian, spellings_of_person, spellings_of_place, ukrainian

__all__ = ["russian", "spellings_of_person", "spellings_of_place", "ukrainian"]
