"""How names of people sound, are read and are put together, kept as it was: see `keeping`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from keeping import compare, keep, read_parts
from newsnorm import Options
from newsnorm.document import Document
from newsnorm.name_table import NameTable
from newsnorm.names import propose
from newsnorm.names.cues import ends_with_words, starts_with_words
from newsnorm.names.given import find_given
from newsnorm.names.grouping import group_names
from newsnorm.names.matcher import find_hits
from newsnorm.names.mentions import Found, LeftAlone, find_names
from newsnorm.names.person import read_name, split_name
from newsnorm.names.skeletons import SCRIPTS, fold_skeleton, script_of
from newsnorm.names.slips import find_slips
from newsnorm.names.sounds import fold_part, looks_slavic, spell_plainly
from newsnorm.records import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.names.matcher import Hit


def sounds() -> Iterator[str]:
    """Yield the keys of parts of names: plain, by sound as Slavic or not, by consonants; and the given names."""
    for part in read_parts("name-parts.txt")[0]:
        script = script_of(part)
        skeletons = [fold_skeleton(part, script) for script in ([script] if script else SCRIPTS)]
        given = find_given(part)
        yield (
            f"{part}: {spell_plainly(part)} | {fold_part(part)} {fold_part(part, slavic=False)} {looks_slavic(part)} | "
            f"{script} {skeletons} | {sorted(given.names)} {given.slavic}"
        )


def readings() -> Iterator[str]:
    """Yield the parts of whole names, and what each is."""
    for name in read_parts("names.txt")[0]:
        read = read_name(name)
        yield f"{name}: {split_name(name)} | {tuple(read._replace(candidates=frozenset()))} {sorted(read.candidates)}"


def groups() -> Iterator[str]:
    """Yield which names are a slip apart, and which are one person's."""
    for names in read_parts("names.txt"):
        read = [read_name(name) for name in names]
        yield "slips: " + "; ".join(sorted({" ~ ".join(sorted((names[a], names[b]))) for a, b in find_slips(read)}))
        yield from (f"- {', '.join(sorted(group))}" for group in group_names(names))


def mentions() -> Iterator[str]:
    """Yield where names stand in texts, what each becomes there or why it is left alone, and what is told of it."""
    for row in read_parts("name-texts.txt")[0]:
        language, _, text = row.encode("latin-1", "backslashreplace").decode("unicode_escape").partition(" ")
        document = Document(text, language)
        yield f"{language} {text!r}"
        yield "  " + ", ".join(f"{hit.start} {hit.spelling} {hit.style}" for hit in hits(document))
        for name in find_names(document, Options()):
            yield f"  {name.start} {text[name.start : name.end]!r} {say(name)}"
        for found in propose(document, Options(unify_unknown=True)):
            if isinstance(found, Diagnostic):
                yield f"  ? {found.start} {found.end} {found.kind}: {found.message}"
            else:
                yield f"  = {found.start} {found.end} {found.text!r} {found.rule} {found.confidence}"


def hits(document: Document) -> list[Hit]:
    return find_hits(document.text, NameTable.builtin().view(document.language))


def say(name: Found | LeftAlone) -> str:
    return f"-> {name.form!r} {name.entity.id}" if isinstance(name, Found) else f"-- {name.entity.id}: {name.reason}"


CUES = ("in", "near to", "p.m.")


@pytest.mark.parametrize(
    ("text", "ends", "starts"),
    [
        ("in", True, True),
        ("within", False, False),
        ("with-in", True, False),
        ("in-with", False, True),
        ("he is in", True, False),
        ("in it", False, True),
        ("ins", False, False),
        ("in5", False, False),
        ("5in", False, False),
        ("in_", False, True),
        ("it is near to", True, False),
        ("near too", False, False),
        ("at 5 p.m.", True, False),
        ("p.m. it is", False, True),
        ("", False, False),
    ],
)
def test_a_cue_is_whole_words(text: str, ends: bool, starts: bool) -> None:
    assert (ends_with_words(text, CUES), starts_with_words(text, CUES)) == (ends, starts)


def test_of_the_key_words_only_those_asked_for_are_looked_up() -> None:
    view = NameTable.builtin().view("en")
    text = "KIEV, Kiev, kyiv and Lvov in Ukraine, and Putins"
    for wanted in ((), ("Kiev",), ("KIEV",), ("Lvov", "Kiev"), ("Putins",)):
        found = find_hits(text, view, keys=frozenset(wanted))
        assert {text[hit.start : hit.end] for hit in found} == {word.removesuffix("s") for word in wanted} | {"kyiv"}


TABLES = {"name-sounds": sounds, "name-readings": readings, "name-groups": groups, "name-mentions": mentions}


@pytest.mark.parametrize("name", TABLES)
def test_names_sound_and_read_as_they_did(name: str) -> None:
    compare(name, TABLES[name]())


if __name__ == "__main__":
    keep(TABLES)
