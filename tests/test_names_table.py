"""The compiled names table and the sources it is made from."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.key_words import find_key_word, with_capitals
from newsnorm.name_table import NameTable
from newsnorm.name_table.keys import compile_keys, parse_keys
from newsnorm.name_table.lookup import compile_name_words, ends_known_name, is_end_of_name, is_part_of_name
from newsnorm.name_table.table import read_builtin
from newsnorm.name_table.view import FEW_KEYS, make_view
from newsnorm.romanization.build import compile_tables
from newsnorm.romanization.sources import KINDS, read_gazetteer, read_pairs, read_things
from newsnorm.sorted_lines import SortedLines
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.tables import read_rows, read_table

ENTITIES = list(read_rows("entities.tsv", 6))
ALIASES = list(read_rows("aliases.tsv", 5))
FORMS = {row[0]: dict(pair.split("=", 1) for pair in row[2].split("|")) for row in ENTITIES}


def languages_of(scope: str, id_: str) -> set[str]:
    return set(FORMS[id_]) if scope == "*" else set(scope.split(","))


def test_the_tables_are_up_to_date_with_their_sources() -> None:
    for name, text in compile_tables().items():
        assert files("newsnorm").joinpath("data", name).read_text(encoding="utf-8") == text, name


@pytest.fixture(scope="module")
def unlisted() -> NameTable:
    """Return the built-in table without its list of key words: its views work them out of the lines."""
    entities, aliases = (tuple("\t".join(row) for row in rows) for rows in (ENTITIES, ALIASES))
    return NameTable(entities, aliases)


def test_the_listed_key_words_are_those_of_the_lines(unlisted: NameTable) -> None:
    """The list has those of a language's own spellings; what is worked out, those of other languages besides."""
    languages = sorted({language for forms in FORMS.values() for language in forms})
    assert len(languages) > 20
    for language in ["xx", *languages]:
        listed, worked_out = NameTable.builtin().view(language), unlisted.view(language)
        assert listed.movers == worked_out.movers & listed.keys
        assert listed.keys <= worked_out.keys
        if language in {"de", "en", "fr", "ru", "tr", "uk"}:  # looking at every spelling takes a second
            own = {find_key_word(alias.text) for alias in worked_out.spellings()}.union(listed.plurals) - {""}
            assert listed.keys == with_capitals(frozenset(own))


def test_a_key_word_that_is_asked_for_first_has_the_spellings_it_has_later() -> None:
    keys = sorted(NameTable.builtin().view("en").keys)[::300]
    assert len(keys) > 10 * FEW_KEYS
    late = read_builtin().view("en")
    found = {key: late.keyed(key) for key in keys}
    assert sum(map(bool, found.values())) > 5 * FEW_KEYS
    for few in zip(*[iter(keys)] * (FEW_KEYS - 1), strict=False):
        early = make_view(NameTable.builtin(), "en", "ap", ())
        assert {key: early.keyed(key) for key in few} == {key: found[key] for key in few}


@pytest.mark.parametrize(
    ("style", "prefer"), [("guardian", ()), ("ap@2019-01-31", ()), ("ap", (("place/kyiv", "Kiev"),))]
)
def test_other_forms_than_the_listed_have_their_own_key_words(
    style: str, prefer: tuple[tuple[str, str], ...], unlisted: NameTable
) -> None:
    view, worked_out = (table.view("en", style, prefer) for table in (NameTable.builtin(), unlisted))
    assert (view.keys, view.movers) == (worked_out.keys, worked_out.movers)
    assert view.movers != NameTable.builtin().view("en").movers


def test_the_words_of_all_names_are_as_they_are_listed() -> None:
    table = NameTable.builtin()
    assert read_table("name_words.tsv").endswith(compile_name_words(table))
    names = [name.split() for name in table.spellings()]
    words = {word for name in names for word in name}
    ends = {name[-1] for name in names}
    written = {word for word in words if len(word) >= 4 and word[0].isupper() and word[1:].islower()}
    assert {word for word in words if is_part_of_name(word)} == written
    assert {word for word in words if is_end_of_name(word)} == written & ends
    assert not is_end_of_name("")
    assert not is_part_of_name("goes on")


def test_two_words_end_a_name_if_a_spelling_ends_in_them() -> None:
    pairs = {(name[-2], name[-1]) for name in map(str.split, NameTable.builtin().spellings()) if len(name) > 1}
    for before, word in sorted(pairs)[::200]:
        assert NameTable.builtin().ends_spelling(f"{before} {word}")  # as the first few are answered
        assert ends_known_name(before, word)
        assert ends_known_name(word, before) is ((word, before) in pairs)
        assert not ends_known_name(before[1:], word) or (before[1:], word) in pairs


def test_what_is_another_word_in_capitals_moves_or_rests_by_itself() -> None:
    entities = (
        "organisation/isis\torganisation\ten=Group\t\t\t",
        "organisation/privatbank\torganisation\ten=PrivatBank\t\t\t",
        "place/isis\tplace\tde=Isis|en=Isis\t\t\t",
    )
    aliases = ("ISIS\tISIS\ten\torganisation/isis\t", "Privatbank\tPrivatbank\ten\torganisation/privatbank\t")
    table = NameTable(entities, aliases)
    text = compile_keys(table)
    moving, resting = parse_keys(text, "en")
    assert moving == table.view("en").movers == {"ISIS", "Privatbank"}
    assert resting == {"Isis", "PrivatBank", "PRIVATBANK", "Group", "GROUP"}
    assert parse_keys(text, "de") == ({"ISIS"}, {"Isis"})  # a key word of the table, in whichever language
    assert parse_keys(text, "fr") == (frozenset(), frozenset())


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=400), max_size=60), st.data())
@example(["a" * 2000, "a" * 2000 + "b", "b"], None)
def test_sorted_lines_are_found_as_going_through_them_finds_them(found: list[str], data: st.DataObject | None) -> None:
    lines = sorted(found)
    known = SortedLines.of(lines)
    assert (list(known), len(known)) == (lines, len(lines))
    whole = data.draw(st.sampled_from(["", *lines])) if data else lines[0]
    for head in (whole, whole[:1], whole[: len(whole) // 2], whole + "\t", "\ud800"):
        assert known.starting_with(head) == tuple(line for line in lines if line.startswith(head))
        assert (head in known) == (head in lines)
    after_others = SortedLines(b"# made\n" + known._data[1:], 6)
    assert (list(after_others), hash(after_others)) == (lines, hash(known))
    assert after_others == known
    assert after_others != SortedLines.of([*lines, "\U0010ffff"])
    assert after_others.starting_with(whole) == known.starting_with(whole)


@pytest.mark.parametrize("rows", [ENTITIES, ALIASES], ids=["entities", "aliases"])
def test_rows_are_sorted_unique_and_in_normal_form(rows: list[list[str]]) -> None:
    assert rows
    lines = ["\t".join(row) for row in rows]
    assert lines == sorted(set(lines))
    assert all(unicodedata.is_normalized("NFC", line) for line in lines)
    assert all(field == field.strip() for row in rows for field in row)


def test_an_alias_has_one_owner_in_a_language() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, alias, scope, id_, _ in ALIASES:
        for language in languages_of(scope, id_):
            owners[alias, language].add(id_)
    assert [key for key, ids in owners.items() if len(ids) > 1] == []


def test_no_alias_is_the_canonical_form_of_another_thing() -> None:
    canonical: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id_, _, forms, short, _, _ in ENTITIES:
        for pair in filter(None, f"{forms}|{short}".split("|")):
            language, _, form = pair.partition("=")
            canonical[form, language].add(id_)
    chained = [
        (alias, language, id_)
        for _, alias, scope, id_, _ in ALIASES
        for language in languages_of(scope, id_)
        if canonical[alias, language] - {id_} and FORMS[id_].get(language) != alias
    ]
    assert chained == []


def test_every_alias_leads_to_a_form_in_each_of_its_languages() -> None:
    for _, alias, scope, id_, conditions in ALIASES:
        assert languages_of(scope, id_) <= set(FORMS[id_]), alias
        assert all(c.partition("=")[0] in {"", "bare", "famous", "surname", "elsewhere"} for c in conditions.split(","))


def test_every_source_row_names_a_source_with_a_licence() -> None:
    licences = {source for source, _, _ in read_rows("sources/licences.tsv", 3)}
    things = [row.source for row in read_things()]
    places = [place.source for place in read_gazetteer()]
    assert len(things) > 1000
    assert len(places) > 2_000
    assert set(things) | set(places) <= licences


def test_source_rows_are_unique_and_sorted() -> None:
    for name, width in (("ukraine.tsv", 6), ("homonyms.tsv", 2), ("omissions.tsv", 2), ("licences.tsv", 3)):
        keys = [row[0] for row in read_rows(f"sources/{name}", width)]
        assert keys == sorted(set(keys)), name
    for name in KINDS:
        keys = [row[0] for row in read_rows(f"sources/{name}", 7)]
        assert keys == sorted(set(keys)), name


def test_what_is_left_out_is_left_out() -> None:
    omitted = read_pairs("omissions.tsv")
    assert omitted
    assert all(omitted.values())
    assert not {alias for _, alias, _, _, _ in ALIASES} & set(omitted)


def test_no_alias_is_a_given_name_alone() -> None:
    given = "Alexander Anna Boris Dmitry Igor Ivan Maria Mikhail Nikita Oleg Olga Pavel Sofia Vladimir Viktor".split()
    assert not {alias for _, alias, _, _, _ in ALIASES} & set(given)


def test_latin_aliases_are_for_languages_that_spell_the_name_in_latin_letters() -> None:
    for _, alias, scope, id_, _ in ALIASES:
        if alias[0].isascii():
            assert all(FORMS[id_][language][0] < "Α" for language in languages_of(scope, id_)), alias


@pytest.mark.parametrize(
    ("alias", "language", "form"),
    [
        ("Kiev", "en", "Kyiv"),
        ("Kharkov", "de", "Charkiw"),
        ("Zaporozhye", "en", "Zaporizhzhia"),
        ("Kievskaya oblast", "en", "Kyiv Oblast"),
        ("Dneprodzerzhinsk", "en", "Dniprodzerzhynsk"),
        ("Peking", "en", "Beijing"),
        ("Nordstream 2", "de", "Nord Stream 2"),
        ("Siberian Force 2", "en", "Power of Siberia 2"),
        ("Volodimir Zelenski", "en", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "de", "Wolodymyr Selenskyj"),
        ("Muammar Qaddafi", "en", "Moammar Gadhafi"),
        ("Mao Tse-tung", "en", "Mao Zedong"),
    ],
)
def test_well_known_variants_reach_the_form_of_the_language(alias: str, language: str, form: str) -> None:
    owners = [id_ for _, name, scope, id_, _ in ALIASES if name == alias and language in languages_of(scope, id_)]
    assert [FORMS[id_][language] for id_ in owners] == [form]


COMMON = 13  # minus the natural logarithm of a word's share of all words


@pytest.mark.parametrize("language", ["de", "en", "es"])
def test_no_alias_is_a_common_word_of_a_language_it_holds_in(language: str) -> None:
    words = load_vocabulary(language).words
    common = {word for word, code in words.items() if int(code[:2]) <= COMMON}
    assert len(common) > 10_000
    names = {name for _, name, scope, id_, _ in ALIASES if name.isalpha() and language in languages_of(scope, id_)}
    assert sorted(name for name in names if name.casefold() in common) == []


def test_a_surname_never_becomes_a_whole_name() -> None:
    """A bare surname is spelled as one, in each language: Assad, not Baschar al-Assad."""
    for language in sorted({language for forms in FORMS.values() for language in forms}):
        view = NameTable.builtin().view(language)
        for name in {
            name
            for _, name, scope, id_, conditions in ALIASES
            if "bare" in conditions.split(",") and language in languages_of(scope, id_)
        }:
            (row,) = view.find(name)
            form = view.form(row.id)
            assert form.short != form.full or " " not in form.full, (language, name, form)


def test_the_table_is_large_enough_and_small_enough() -> None:
    assert 20_000 <= len(ALIASES) <= 40_000
