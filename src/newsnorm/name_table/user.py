r"""A user's own table of names: a few columns or a JSON list, checked as it is read.

Tab-separated, a row an entity, with the fields canonical form, kind, languages and variants::

    Kyiv	place	en	Kiev; Kiew
    Power of Siberia 2	other	en,de	Siberia Force 2

Kinds are ``place``, ``person``, ``organisation`` and ``other``; languages are codes with commas, or ``*`` for every
language. In JSON the same fields stand in objects: ``[{"canonical": "Kyiv", "kind": "place", "languages": ["en"],
"variants": ["Kiev"]}]``. A person's last variant words are no bare surnames: list ``Zelensky`` if it should be found
alone, and give ``"short"`` (JSON) or a fifth field for what it becomes.

>>> parse_name_table("Kyiv\tplace\ten\tKiev; Kiew\nKiew\tplace\ten\tKijew\n", source="mine.tsv")
Traceback (most recent call last):
ValueError: mine.tsv, line 2: 'Kiew' is a variant of 'Kyiv' (line 1): a chain
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.name_table.rows import alias_line
from newsnorm.name_table.table import NameTable
from newsnorm.tables import fault_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["load_name_table", "parse_name_table"]

# A text's language is always told without its country: ``pt`` where a page says ``pt-BR``.
LANGUAGE_RE = re.compile("[a-z]{2,3}")

KINDS = ("place", "person", "organisation", "other")

# A table for every language names these: those that news is written in most.
EVERY_LANGUAGE = tuple(
    "ar az be bg bn bs ca cs da de el en es et fa fi fr gl he hi hr hu hy id it ja ka kk ko lt lv mk ms nb nl no pl pt "
    "ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh".split(" ")
)


# Words of letters, digits and what joins them, one space between them: "O'Brien & Sons", "Washington, D.C."
_WORD = r"(?:(?:\w\.)+|['’]?[\w&][\w'’&-]*\.?)"
NAME_RE = re.compile(rf"{_WORD}(?:,? {_WORD})*")


class _Row(NamedTuple):
    line: int
    canonical: str
    kind: str
    languages: tuple[str, ...]
    variants: tuple[str, ...]
    short: str


def load_name_table(path: str | Path, *, extend: bool = True) -> NameTable:
    """Return the table in the file at `path`: JSON where its name ends in ``.json``, else tab-separated.

    Args:
        path: The file, in UTF-8.
        extend: Whether to add it to the built-in table, whose spellings it overrules, or to use it alone.

    Raises:
        ValueError: A row is malformed, empty, not in NFC or holds what no name does, a spelling stands twice, or a
            variant is another row's canonical form; the message names the line.

    """
    from pathlib import Path  # few have a table of their own, and all import

    path = Path(path)
    json_format = path.suffix == ".json"
    table = parse_name_table(path.read_text(encoding="utf-8"), source=path.name, json_format=json_format)
    return NameTable.builtin().extended(table) if extend else table


def parse_name_table(text: str, *, source: str, json_format: bool = False) -> NameTable:
    """Return the table that `text` holds; `source` is its name in error messages.

    Raises:
        ValueError: As in `load_name_table`.

    """
    rows = list(_read_json(text, source) if json_format else _read_tsv(text, source))
    _check(rows, source)
    entities, aliases = [], []
    for row in rows:
        id_ = f"{row.kind}/{row.canonical.casefold().replace(' ', '-')}"
        forms = "|".join(f"{language}={row.canonical}" for language in row.languages)
        shorts = "|".join(f"{language}={row.short}" for language in row.languages) if row.short else ""
        entities.append("\t".join((id_, row.kind, forms, shorts, "", "")))
        for variant in row.variants:
            bare = "bare,famous" if row.short and " " not in variant else ""
            straight = variant.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")  # which stands for both
            aliases.append(alias_line(straight, ",".join(row.languages), id_, bare))
    return NameTable(tuple(entities), tuple(sorted(aliases)))


def _read_tsv(text: str, source: str) -> Iterator[_Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.rstrip("\r").split("\t")
        if len(fields) not in (4, 5):
            raise ValueError(f"{source}, line {number}: {len(fields)} fields where 4 or 5 are wanted: {line!r}")
        canonical, kind, languages, variants, *short = (field.strip() for field in fields)
        yield _Row(number, canonical, kind, _languages(languages.split(",")), _split(variants, ";"), "".join(short))


def _read_json(text: str, source: str) -> Iterator[_Row]:
    import json

    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{source}, line {error.lineno}: not JSON: {error.msg}") from error
    except RecursionError as error:
        raise ValueError(f"{source}: not JSON that can be read: nested too deep") from error
    decoder = json.JSONDecoder()
    position = text.find("[") + 1
    if not position or text[: position - 1].strip():
        raise ValueError(f"{source}, line 1: a list of objects is wanted")
    while True:
        while position < len(text) and text[position] in ", \t\r\n":
            position += 1
        if text[position] == "]":
            return
        number = text.count("\n", 0, position) + 1
        row, position = decoder.raw_decode(text, position)
        yield _json_row(row, number, source)


def _json_row(row: object, number: int, source: str) -> _Row:
    fields = {"canonical": str, "kind": str, "languages": list, "variants": list, "short": str}
    where = f"{source}, line {number}"
    if not isinstance(row, dict):
        raise ValueError(f"{where}: an object is wanted, not {type(row).__name__}")
    for name, value in row.items():
        if name not in fields:
            raise ValueError(f"{where}: {name!r} is not a field; the fields are {', '.join(fields)}")
        if not isinstance(value, fields[name]):
            raise ValueError(f"{where}: {name} is a {type(value).__name__}, not a {fields[name].__name__}")
    missing = [name for name in list(fields)[:4] if name not in row]
    if missing:
        raise ValueError(f"{where}: no {missing[0]!r}")
    strings = [*row["languages"], *row["variants"]]
    if not all(isinstance(value, str) for value in strings):
        raise ValueError(f"{where}: languages and variants are lists of strings")
    variants = tuple(row["variants"])
    return _Row(number, row["canonical"], row["kind"], _languages(row["languages"]), variants, row.get("short", ""))


def _check(rows: list[_Row], source: str) -> None:
    """Raise for the first row that is malformed or at odds with another."""
    canonical: dict[tuple[str, str], _Row] = {}
    for row in rows:
        where = f"{source}, line {row.line}"
        if row.kind not in KINDS:
            raise ValueError(f"{where}: {row.kind!r} is not one of {', '.join(map(repr, KINDS))}")
        if not row.languages or not all(row.languages):
            raise ValueError(f"{where}: no language")
        for language in row.languages:
            if not LANGUAGE_RE.fullmatch(language):
                raise ValueError(f"{where}: {language!r} is not a code such as 'en' or 'uk'")
        for text in (row.canonical, *row.variants, *([row.short] if row.short else [])):
            if not text.strip():
                raise ValueError(f"{where}: an empty name")
            if not unicodedata.is_normalized("NFC", text):
                raise ValueError(f"{where}: {text!r} is not in NFC")
            if "\t" in text or "\n" in text or "|" in text:
                raise ValueError(f"{where}: {text!r} holds a separator")
            if fault := fault_of_name(text):
                raise ValueError(f"{where}: {text[:40]!r} {fault}")
        for language in row.languages:
            other = canonical.setdefault((row.canonical, language), row)
            if other is not row:
                raise ValueError(f"{where}: {row.canonical!r} is there already (line {other.line}): a duplicate")
    owners: dict[tuple[str, str], _Row] = {}
    for row in rows:
        for variant, language in ((variant, language) for variant in row.variants for language in row.languages):
            other = owners.setdefault((variant, language), row)
            if other is not row or row.variants.count(variant) > 1:
                raise ValueError(
                    f"{source}, line {row.line}: {variant!r} is there already (line {other.line}): a duplicate"
                )
            owner = canonical.get((variant, language))
            if owner is not None:
                line = max(row.line, owner.line)
                raise ValueError(
                    f"{source}, line {line}: {variant!r} is a variant of {row.canonical!r} (line {row.line}): a chain"
                )
    for row in rows:
        for form in (row.canonical, row.short):
            # A form of other signs than a name's is not found as a whole, or is repaired before that: the variant in it
            # would be found, without end.
            if form and (NAME_RE.fullmatch(form) is None or not unicodedata.is_normalized("NFKC", form)):
                for (variant, language), other in owners.items():
                    if variant in form and language in row.languages:
                        raise ValueError(
                            f"{source}, line {row.line}: {form!r} is not of words alone and holds {variant!r}, "
                            f"a variant (line {other.line}): a chain"
                        )


def _languages(codes: list[str]) -> tuple[str, ...]:
    return EVERY_LANGUAGE if codes == ["*"] else tuple(code.strip() for code in codes)


def _split(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator)) if text.strip() else ()
