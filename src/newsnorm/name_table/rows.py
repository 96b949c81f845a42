"""The rows of a names table: things, their forms, their spellings; and how a line is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsnorm.key_words import find_key_word

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Alias", "Entity", "Form", "alias_line", "parse_alias", "parse_entity"]


class Form(NamedTuple):
    """How one language spells an entity.

    Attributes:
        full: The whole name.
        short: A person's surname; the whole name for anything else.

    """

    full: str
    short: str


class Entity(NamedTuple):
    """A thing with a name.

    Attributes:
        id: Its id in the table, such as ``place/kyiv``.
        kind: ``place``, ``person``, ``organisation`` or ``other``.
        forms: Its canonical forms by language.
        before: Words that block a mention when they stand right before it, casefolded.
        after: Words that block a mention when they follow it, casefolded.
        flags: ``slip`` for a name so well known that a lower-case slip may be put right; not in Polish with
            ``word=pl``, since it is a word there, and with ``opening=pl`` one that may begin a sentence, too.

    """

    id: str
    kind: str
    forms: Mapping[str, Form]
    before: tuple[str, ...]
    after: tuple[str, ...]
    flags: frozenset[str]


class Alias(NamedTuple):
    """A spelling of an entity.

    Attributes:
        text: The spelling. A straight apostrophe stands for every kind of apostrophe.
        languages: Where it holds: ``*`` for every language in which the entity has a form, or codes with commas.
        id: The entity's id.
        conditions: What a mention needs besides: see ``docs/data.md``.

    """

    text: str
    languages: str
    id: str
    conditions: frozenset[str]


def parse_entity(line: str) -> Entity:
    """Return the thing that a line of six tab-separated fields tells of."""
    id_, kind, full, short, blockers, flags = line.split("\t")
    shorts = dict(pair.split("=", 1) for pair in short.split("|") if pair)
    forms = {}
    for pair in full.split("|"):
        language, _, form = pair.partition("=")
        forms[language] = Form(form, shorts.get(language, form))
    words = [word.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in blockers.split(";") if word]
    before = tuple(word[1:] for word in words if word[0] == "<")
    after = tuple(word[1:] for word in words if word[0] == ">")
    return Entity(id_, kind, forms, before, after, frozenset(flags.split(",")) - {""})


def alias_line(text: str, languages: str, id_: str, conditions: str) -> str:
    """Return the line of a spelling: its key word comes before all, so that a sorted table can be searched by it."""
    return "\t".join((find_key_word(text), text, languages, id_, conditions))


def parse_alias(line: str) -> Alias:
    """Return the spelling that a line of five tab-separated fields tells of, the first of them its key word."""
    _, text, languages, id_, conditions = line.split("\t")
    return Alias(text, languages, id_, frozenset(conditions.split(",")) - {""})
