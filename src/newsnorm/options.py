"""`Options`: everything that can be chosen about a normalization, checked at the door."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from newsnorm.furniture import FURNITURE_KINDS, Furniture
from newsnorm.name_table import HOUSE_STYLES, NameTable, check_style
from newsnorm.protect import Phrases
from newsnorm.tables import fault_of_name

__all__ = ["STAGE_NAMES", "Options"]

# The order: encoding first, since all else reads characters; furniture before spacing, so that no work is done on what
# goes anyway; names last, since they need whole words.
STAGE_NAMES = ("encoding", "boilerplate", "spacing", "names")
"""The stages, in the order in which they run."""

LANGUAGE_RE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?\Z")

NAME_MODES = ("replace", "annotate", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to do with a text.

    Attributes:
        stages: Which stages run; always in the order of `STAGE_NAMES`, however they are listed.
        language: The text's language as an ISO 639 code or a BCP 47 tag, kept as its primary part (``"pt-BR"`` is
            ``"pt"``); ``"und"`` for universal rules only, ``None`` to find out.
        glue_threshold: How sure it must be, from 0 to 1, that two words ran together before a space is put between
            them; what is less sure becomes a ``suspected-glue`` warning.
        names: ``"replace"`` spells known names one way, ``"annotate"`` only lists them, ``"off"`` does neither.
        house_style: Whose spelling where desks differ: ``"ap"`` (Zelenskyy), ``"afp"`` (Zelensky) or another of
            `HOUSE_STYLES`; at a date as it was then, ``"ap@2019-01-31"`` (Kiev).
        prefer: Your own spellings, before any style: ``{"Kyiv": "Kiev"}``, by canonical name, alias or id. Kept as
            pairs, sorted.
        name_table: The table of names; ``None`` for the built-in one. `newsnorm.load_name_table` reads yours.
        keep: Kinds of furniture that stay in the text: ``("read-more",)``. See `newsnorm.FURNITURE_KINDS`.
        drop: The only kinds of furniture that go; ``None`` for all of them.
        furniture: A site's own furniture, as `newsnorm.learn_furniture` finds it.
        protect: Phrases that are left as they stand wherever they are whole words, in just these letters: brands, code,
            names with a spelling of their own (``("AboutYou", "Dynamo Kiev")``). They still go with a line of
            furniture, which `keep` is for. Kept sorted; there may be many thousands.
        unify_unknown: Whether a name that no table knows, found in several spellings, is spelled by its commonest.

    Raises:
        TypeError: A value is of the wrong type; the message names the type received.
        ValueError: A value is not one of the valid ones; the message lists them.

    >>> Options(names="change")
    Traceback (most recent call last):
    ValueError: names: 'change' is not one of 'replace', 'annotate', 'off'

    """

    stages: tuple[str, ...] = STAGE_NAMES
    language: str | None = None
    names: str = "replace"
    house_style: str = HOUSE_STYLES[0]
    prefer: Mapping[str, str] | tuple[tuple[str, str], ...] = ()
    name_table: NameTable | None = None
    unify_unknown: bool = False
    glue_threshold: float = 0.88
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] | None = None
    furniture: Furniture | None = None
    protect: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if isinstance(self.stages, str):
            raise TypeError("stages: a sequence of stage names is wanted, not str")
        chosen = tuple(self.stages)
        for stage in chosen:
            _check_choice("stages", stage, STAGE_NAMES)
        object.__setattr__(self, "stages", tuple(stage for stage in STAGE_NAMES if stage in chosen))
        if self.language is not None:
            object.__setattr__(self, "language", _check_language(self.language))
        _check_choice("names", self.names, NAME_MODES)
        if not isinstance(self.house_style, str):
            raise TypeError(f"house_style: a str is wanted, not {type(self.house_style).__name__}")
        check_style(self.house_style)
        object.__setattr__(self, "prefer", _check_prefer(self.prefer, self.name_table))
        if self.name_table is not None and not isinstance(self.name_table, NameTable):
            raise TypeError(f"name_table: a NameTable or None is wanted, not {type(self.name_table).__name__}")
        if not isinstance(self.unify_unknown, bool):
            raise TypeError(f"unify_unknown: a bool is wanted, not {type(self.unify_unknown).__name__}")
        if isinstance(self.glue_threshold, bool) or not isinstance(self.glue_threshold, int | float):
            raise TypeError(f"glue_threshold: a float is wanted, not {type(self.glue_threshold).__name__}")
        if not 0 <= self.glue_threshold <= 1:
            raise ValueError(f"glue_threshold: {self.glue_threshold!r} is not between 0 and 1")
        object.__setattr__(self, "keep", _check_kinds("keep", self.keep))
        if self.drop is not None:
            object.__setattr__(self, "drop", _check_kinds("drop", self.drop))
        if self.furniture is not None and not isinstance(self.furniture, Furniture):
            raise TypeError(f"furniture: a Furniture or None is wanted, not {type(self.furniture).__name__}")
        object.__setattr__(self, "protect", _check_phrases(self.protect))

    @classmethod
    def from_keywords(cls, options: Options | None, keywords: dict[str, Any]) -> Options:
        """Return `options`, or the options that `keywords` spell out.

        Raises:
            TypeError: Both are given, or a keyword is not an option; the message lists the valid ones.

        """
        if options is not None:
            if keywords:
                raise TypeError(f"give either options= or keywords, not both: {', '.join(sorted(keywords))}")
            if not isinstance(options, Options):
                raise TypeError(f"options: an Options is wanted, not {type(options).__name__}")
            return options
        if not keywords:
            return _defaults()
        valid = [field.name for field in fields(cls)]
        for keyword in keywords:
            if keyword not in valid:
                raise TypeError(f"{keyword!r} is not an option; the options are {', '.join(valid)}")
        return cls(**keywords)


@cache
def _defaults() -> Options:
    return Options()


def _check_choice(name: str, value: object, valid: tuple[str, ...]) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name}: a str is wanted, not {type(value).__name__}")
    if value not in valid:
        raise ValueError(f"{name}: {value!r} is not one of {', '.join(map(repr, valid))}")


def _check_language(language: object) -> str:
    """Return the primary part of a language tag, in lower case."""
    if not isinstance(language, str):
        raise TypeError(f"language: a str or None is wanted, not {type(language).__name__}")
    primary = LANGUAGE_RE.match(language.lower())
    if primary is None:
        raise ValueError(f"language: {language!r} is not a code such as 'en', 'pt-BR' or 'und'")
    return primary.group(1)


def _check_kinds(name: str, kinds: object) -> tuple[str, ...]:
    """Return `kinds` of furniture, sorted."""
    if isinstance(kinds, str) or not isinstance(kinds, Iterable):
        raise TypeError(f"{name}: a sequence of kinds of furniture is wanted, not {type(kinds).__name__}")
    chosen = set(kinds)
    for kind in chosen:
        _check_choice(name, kind, FURNITURE_KINDS)
    return tuple(sorted(chosen))


def _check_phrases(phrases: object) -> Phrases:
    """Return `phrases`, sorted, each once."""
    if isinstance(phrases, str) or not isinstance(phrases, Iterable):
        raise TypeError(f"protect: a sequence of phrases is wanted, not {type(phrases).__name__}")
    chosen = list(phrases)
    for phrase in chosen:
        if not isinstance(phrase, str):
            raise TypeError(f"protect: a phrase is a str, not {type(phrase).__name__}")
        if phrase != phrase.strip() or not phrase or not unicodedata.is_normalized("NFC", phrase):
            raise ValueError(f"protect: {phrase[:40]!r} is empty, has white space around it or is not in NFC")
        if fault := fault_of_name(phrase):
            raise ValueError(f"protect: {phrase[:40]!r} {fault}")
    return Phrases(sorted(set(chosen)))


def _check_prefer(prefer: object, table: NameTable | None) -> tuple[tuple[str, str], ...]:
    """Return `prefer` as sorted pairs of known names and well-formed spellings."""
    if isinstance(prefer, Mapping):
        prefer = tuple(prefer.items())
    if not isinstance(prefer, tuple):
        raise TypeError(f"prefer: a mapping of names to spellings is wanted, not {type(prefer).__name__}")
    checked = []
    for name, spelling in prefer:
        for value in (name, spelling):
            if not isinstance(value, str):
                raise TypeError(f"prefer: names and spellings are str, not {type(value).__name__}")
        if not spelling.strip() or not unicodedata.is_normalized("NFC", spelling):
            raise ValueError(f"prefer: {spelling!r} is empty or not in NFC")
        if fault := fault_of_name(spelling):
            raise ValueError(f"prefer: {spelling[:40]!r} {fault}")
        if not (table or NameTable.builtin()).knows(name):
            raise ValueError(f"prefer: {name!r} is neither a name nor an id of the table")
        checked.append((name, spelling))
    return tuple(sorted(checked))
