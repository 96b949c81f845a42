"""`Options`: everything that can be chosen about a normalization, checked at the door."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

__all__ = ["STAGE_NAMES", "Options"]

STAGE_NAMES = ("encoding", "boilerplate", "spacing", "names")
"""The stages, in the order in which they run."""

NAME_MODES = ("replace", "annotate", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to do with a text.

    Attributes:
        stages: Which stages run; always in the order of `STAGE_NAMES`, however they are listed.
        language: The text's language as an ISO 639-1 code, ``"und"`` for universal rules only, ``None`` to find out.
        names: ``"replace"`` spells known names one way, ``"annotate"`` only lists them, ``"off"`` does neither.

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

    def __post_init__(self) -> None:
        if isinstance(self.stages, str):
            raise TypeError("stages: a sequence of stage names is wanted, not str")
        chosen = tuple(self.stages)
        for stage in chosen:
            _check_choice("stages", stage, STAGE_NAMES)
        object.__setattr__(self, "stages", tuple(stage for stage in STAGE_NAMES if stage in chosen))
        if self.language is not None and not isinstance(self.language, str):
            raise TypeError(f"language: a str or None is wanted, not {type(self.language).__name__}")
        _check_choice("names", self.names, NAME_MODES)

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
        valid = [field.name for field in fields(cls)]
        for keyword in keywords:
            if keyword not in valid:
                raise TypeError(f"{keyword!r} is not an option; the options are {', '.join(valid)}")
        return cls(**keywords)


def _check_choice(name: str, value: object, valid: tuple[str, ...]) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name}: a str is wanted, not {type(value).__name__}")
    if value not in valid:
        raise ValueError(f"{name}: {value!r} is not one of {', '.join(map(repr, valid))}")
