r"""Records as JSON-ready data, and back, by their own type hints.

>>> from newsnorm.records import Diagnostic
>>> plain = to_plain((Diagnostic("unclosed-quote", "A quotation is never closed.", 3, 9),))
>>> plain
[{'kind': 'unclosed-quote', 'message': 'A quotation is never closed.', 'start': 3, 'end': 9}]
>>> from_plain(tuple[Diagnostic, ...], plain)
(Diagnostic(kind='unclosed-quote', message='A quotation is never closed.', start=3, end=9),)

JSON writes a character beyond the first plane as its two halves, and so can't tell it from a text in which the halves
are two characters, side by side. Such a text becomes a list of its pieces.

>>> to_plain("a \ud83d\udc4d b"), from_plain(str, ["a \ud83d", "\udc4d b"]) == "a \ud83d\udc4d b"
(['a \ud83d', '\udc4d b'], True)
"""

from __future__ import annotations

import re
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

__all__ = ["from_plain", "to_plain"]

# Where a text is cut for JSON not to join it.
BETWEEN_HALVES_RE = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def to_plain(value: Any) -> Any:
    """Return `value`, a record or a tuple of them, as dicts, lists, strings and numbers."""
    if isinstance(value, str):
        joined = value.isascii() or BETWEEN_HALVES_RE.search(value) is None
        return value if joined else BETWEEN_HALVES_RE.split(value)
    if isinstance(value, (int, float, NoneType)):
        return value
    kind: Any = type(value)
    names = _field_names(kind)
    if names:
        return {name: to_plain(getattr(value, name)) for name in names}
    return [to_plain(item) for item in value]


def from_plain(kind: Any, value: Any) -> Any:
    """Return the value of type `kind` that `to_plain` turned into `value`.

    Raises:
        KeyError: A field of a record is missing.
        TypeError: A value is of another type than its field.

    """
    if get_origin(kind) is tuple:
        (item_kind, _) = get_args(kind)
        return tuple(from_plain(item_kind, item) for item in value)
    choices = get_args(kind)
    if choices:  # an optional field
        return None if value is None else from_plain(next(c for c in choices if c is not NoneType), value)
    names = _field_names(kind)
    if names:
        hints = _hints(kind)
        return kind(**{name: from_plain(hints[name], value[name]) for name in names})
    if kind is str and isinstance(value, list) and len(value) > 1:
        return "".join(from_plain(str, piece) for piece in value)
    if kind is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"a {kind.__name__} is wanted, not {type(value).__name__}")
    return value


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    """Return the field names of a named tuple or a dataclass, in order; none for any other type."""
    return tuple(getattr(kind, "_fields", ()) or getattr(kind, "__dataclass_fields__", ()))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
