"""The fingerprint of a normalization, so that a corpus can say what cleaned it.

Two runs with one fingerprint give the same output for the same text: it covers newsnorm's own code and data, the
versions of what it builds on, and the options.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from newsnorm.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = ["fingerprint"]

# What the output depends on besides our own files.
BUILT_ON = ("ftfy", "langdetect", "regex")

SHOWN = 12


def fingerprint(options: Options | None = None, **keywords: Any) -> str:
    """Return a short name for all that the output of `newsnorm.normalize` depends on besides the text.

    Args:
        options: The options of the run.
        **keywords: The fields of `Options`, instead of `options`.

    Raises:
        TypeError: An option is of the wrong type, or unknown.
        ValueError: An option is not one of the valid ones.

    >>> fingerprint() == fingerprint(Options())
    True
    >>> fingerprint(house_style="afp") == fingerprint()
    False

    """
    from importlib.metadata import PackageNotFoundError, version

    chosen = Options.from_keywords(options, keywords)
    try:
        release = version("newsnorm")
    except PackageNotFoundError:  # run from its source, not installed: the code's own hash says what it is
        release = "source"
    return f"newsnorm-{release}-code.{_hash_package()}-options.{_hash(repr(_describe(chosen)))}"


def _describe(value: Any) -> Any:
    """Return `value` as strings, numbers and lists that print the same in every process."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (tuple, list)):
        return [_describe(item) for item in value]
    if is_dataclass(value):
        return [(field.name, _describe(getattr(value, field.name))) for field in fields(value)]
    made_by, made_of, *_ = value.__reduce__()  # a table is what it pickles as
    return [made_by.__qualname__, _describe(made_of)]


@cache
def _hash_package() -> str:
    from importlib.metadata import version  # takes long to import, and few ask for a fingerprint
    from importlib.resources import files

    built_on = [f"{name} {version(name)}" for name in BUILT_ON]
    parts = [f"Unicode {unicodedata.unidata_version}", *built_on]
    return _hash("\n".join([*parts, *(f"{name} {digest}" for name, digest in sorted(_walk(files("newsnorm"), "")))]))


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """Yield the package's files with the hash of what they hold: its code and its tables."""
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _walk(item, name)
        elif item.name.endswith((".py", ".tsv")):
            yield name, _hash_bytes(item.read_bytes().replace(b"\r\n", b"\n"))


def _hash(text: str) -> str:
    return _hash_bytes(text.encode("utf-8", "surrogatepass"))[:SHOWN]


def _hash_bytes(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
