"""A person's name as a text spells it, read: which part is the given name, and how each part sounds."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsnorm.names.given import find_given
from newsnorm.names.sounds import fold_part, looks_slavic, spell_plainly

__all__ = ["PersonName", "read_name", "split_name"]

_SPLIT_RE = re.compile(r"[\s\-‐‑.]+")
_POSSESSIVE_RE = re.compile(r"(?<=\w)['’]s\Z")

# Not part of anybody's name, or not a part that tells people apart.
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "president", "gen", "col", "rev"))
_PARTICLES = frozenset(
    ("al", "el", "de", "la", "di", "da", "dos", "du", "van", "von", "der", "den", "bin", "ibn", "zu", "بن", "ابن")
)


class PersonName(NamedTuple):
    """A name, read.

    Attributes:
        text: The name as given.
        given: What stands for the given name: a name of the table, a sound key, or ``""`` for a bare surname.
        known: Whether `given` is a name of the table.
        candidates: The names of the table it may stand for, where they are several; or none.
        plain: The given name in plain letters.
        middle: The sound keys of what stands between.
        surname: The sound key of the surname, by which names are looked up.
        strict: What must be equal too: its key with ``h`` and ``g`` apart, or ``""`` in a Slavic name.
        written: The surname in plain letters.
        closed: The whole name in plain letters, closed up.

    """

    text: str
    given: str
    known: bool
    candidates: frozenset[str]
    plain: str
    middle: tuple[str, ...]
    surname: str
    strict: str
    written: str
    closed: str


def read_name(text: str) -> PersonName:
    """Return the name that `text` is, its parts in the order given name, middle names, surname.

    >>> [read_name(text).given for text in ("Dr. Volodymyr Zelenskyy", "Zelensky, Vladimir", "Orban Viktor")]
    ['vladimir', 'vladimir', 'victor']
    """
    parts, kept = split_name(text)
    if len(kept) == 1:
        return PersonName(text, "", False, frozenset(), "", (), *_read_surname(kept[0], slavic=False), "")
    given = find_given(kept[0])
    slavic = given.slavic or looks_slavic(kept[-1])
    plain = spell_plainly(kept[0])
    name, *_ = given.names or (fold_part(kept[0], slavic=slavic),)
    middle = tuple(fold_part(part, slavic=slavic) for part in kept[1:-1])
    candidates = given.names if len(given.names) > 1 else frozenset()
    if candidates:
        name = f"?{plain}"
    closed = "".join(plain for plain in map(spell_plainly, parts) if plain not in _TITLES)
    surname = _read_surname(kept[-1], slavic=slavic)
    return PersonName(text, name, bool(given.names), candidates, plain, middle, *surname, closed)


def split_name(text: str) -> tuple[list[str], list[str]]:
    """Return the parts of a name as it is written, and those that tell: given name, middle names, surname."""
    before, comma, after = _POSSESSIVE_RE.sub("", text.strip()).partition(",")
    parts = [part for part in _SPLIT_RE.split(f"{after} {before}" if comma else before) if spell_plainly(part)]
    kept = [part for part in parts if spell_plainly(part) not in _TITLES]
    kept = [p for i, p in enumerate(kept) if i == 0 or spell_plainly(p) not in _PARTICLES] or parts or [text]
    if len(kept) == 2 and not find_given(kept[0]).names and find_given(kept[1]).names:
        kept.reverse()
    return parts, kept


def _read_surname(part: str, *, slavic: bool) -> tuple[str, str, str]:
    strict = "" if slavic or looks_slavic(part) else fold_part(part, slavic=False)
    return fold_part(part), strict, spell_plainly(part)
