"""What is refused at the door, and what is said about it: wrong types, broken rows, records of other versions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsnorm
from newsnorm import cli
from newsnorm.encoding import gate
from newsnorm.name_table import NameTable, load_name_table, parse_name_table
from newsnorm.protect import Spans
from newsnorm.records import Removed
from newsnorm.romanization import build
from newsnorm.romanization.latin import respell
from newsnorm.romanization.sources import Variant
from newsnorm.serialization import from_plain, to_plain


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"furniture": "site.json"}, "furniture: a Furniture or None is wanted, not str"),
        ({"names": 3}, "names: a str is wanted, not int"),
    ],
)
def test_an_option_of_another_type_is_refused(keywords: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        newsnorm.Options(**keywords)


def test_a_record_takes_back_what_json_made_of_it() -> None:
    """A float without a fraction may come back as an integer; nothing else may change its type."""
    removed = Removed("share", "Share this", 3, 13, 1.0)
    plain = json.loads(json.dumps(to_plain(removed)))
    assert from_plain(Removed, plain) == removed
    again = from_plain(Removed, {**plain, "confidence": 1})
    assert again == removed
    assert isinstance(again.confidence, float)
    with pytest.raises(TypeError, match="a int is wanted, not str"):
        from_plain(Removed, {**plain, "start": "3"})
    with pytest.raises(KeyError):
        from_plain(Removed, {"kind": "share"})


@pytest.mark.parametrize(
    ("field", "value"),
    [("raw", ""), ("text", "Something else"), ("steps", []), ("raw", "In Kiev nothing happened")],
)
def test_a_record_whose_steps_do_not_fit_its_texts_is_refused(field: str, value: object) -> None:
    record = newsnorm.normalize("In Kiev nothing happened on Tuesday, aides said.", language="en").to_dict()
    assert newsnorm.Article.from_dict(record).text == "In Kyiv nothing happened on Tuesday, aides said."
    with pytest.raises(ValueError, match=r"the steps do not make|outside the text"):
        newsnorm.Article.from_dict({**record, field: value})


def test_a_name_that_holds_a_separator_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    rows = [{"canonical": "Kyiv|Kiev", "kind": "place", "languages": ["en"], "variants": []}]
    path.write_text(json.dumps(rows), encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine.json, line 1: 'Kyiv\|Kiev' holds a separator"):
        load_name_table(path)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Kyiv\tplace\ten\tKiev\t,Kiev", "',Kiev' is not of words alone and holds 'Kiev', a variant"),
        ("Kyiv\tplace\ten\tKiev\tN,Kiev, Kiev", "'N,Kiev, Kiev' is not of words alone"),
        ("Foo \N{LATIN SMALL LIGATURE FI} Bar\tother\ten\tFoo", "is not of words alone and holds 'Foo'"),
        ("St. St.Xb\tother\ten\tSt.", "'St. St.Xb' is not of words alone"),  # spaces come in after the stop
        ("Ky\x0biv\tplace\ten\tKiev", "holds '"),
        ("Kyiv\tplace\ten\tKi\N{LINE SEPARATOR}ev", "holds '"),
        ("Kyiv\ufff9\tplace\ten\tKiev", "holds '"),
        ("Kyiv\x7f\tplace\ten\tKiev", "holds '"),
    ],
)
def test_a_name_that_would_be_found_in_itself_without_end_is_refused(row: str, message: str) -> None:
    """Each of these made `normalize` grow the text for ever, or raise."""
    with pytest.raises(ValueError, match=message):
        parse_name_table(f"{row}\n", source="mine.tsv")


@pytest.mark.parametrize(
    "form", ["Islamic State group", "'Ndrangheta", "O’Brien & Sons", "St. John's", "Al-Arish 2", "Foo, D.C."]
)
def test_a_name_may_hold_its_own_variant(form: str) -> None:
    variant = form.strip("'").split(" ")[0].rstrip(",")
    table = parse_name_table(f"{form}\tother\ten\t{variant}\n", source="mine.tsv")
    options = newsnorm.Options(stages=("names",), language="en", name_table=table)
    once = newsnorm.normalize(f"They said {form} and {variant} left.", options=options).text
    assert newsnorm.normalize(once, options=options).text == once
    assert once.startswith(f"They said {form} and ")


def test_a_name_without_other_spellings_is_described_without_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.tsv").write_text("Hafenau\tplace\tde\t\n", encoding="utf-8")
    assert cli.main(["names", "show", "--table", str(tmp_path / "mine.tsv"), "Hafenau"]) == 0
    assert capsys.readouterr().out == "place/hafenau (place)\n  de: Hafenau\n"


def test_a_variant_that_cannot_be_read_is_refused() -> None:
    assert Variant.parse("Makarov") == Variant("Makarov")
    with pytest.raises(ValueError, match=r"not a variant: 'a\{b'"):
        Variant.parse("a{b")


@pytest.mark.parametrize("halves", ["\ud83d\udc4d", "\ud83d\ud83d\udc4d\udc4d", "\ud83d", "\udc4d after \ud83d"])
def test_json_keeps_the_halves_of_a_character_apart(halves: str) -> None:
    """JSON writes a character beyond the first plane as its halves, and reads halves side by side as the character."""
    for options in (newsnorm.Options(language="en"), newsnorm.Options(stages=(), language="en")):
        article = newsnorm.normalize(f"Good {halves} morning, Kiev", options=options)
        again = newsnorm.Article.from_dict(json.loads(json.dumps(article.to_dict())))
        assert again == article
        assert again.alignment == article.alignment


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("Mao", "chinese"),
        ("Deng Xiaopingting", "chinese"),
        ("Wu 3", "chinese"),
        ("Kim", "korean"),
        ("Kim Il", "korean"),
    ],
)
def test_a_name_of_no_known_make_has_one_spelling(name: str, system: str) -> None:
    assert respell(name, system) == {name: 0.0}


def test_a_name_without_a_family_is_spelled_all_the_same() -> None:
    assert " Xiaoping" in respell(" Xiaoping", "chinese")


def test_spans_of_nothing_are_none() -> None:
    spans = Spans([(3, 3), (5, 7), (7, 9)])
    assert not spans.touches(2, 4)
    assert (spans.starts, spans.ends) == ([5], [9])


def test_without_ftfys_rules_the_gate_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert gate.gate_is_exact.__wrapped__() is False


def test_an_unknown_system_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'klingon' is not one of .*chinese, korean"):
        respell("Kim Jong Un", "klingon")


def test_compiling_writes_what_is_out_of_date_and_checking_only_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "DATA", tmp_path)
    monkeypatch.setattr(build, "compile_tables", lambda: {"a.tsv": "x\n", "b.tsv": "y\n"})
    (tmp_path / "a.tsv").write_text("x\n", encoding="utf-8")
    assert build.main(["--check"]) == 1
    assert not (tmp_path / "b.tsv").exists()
    assert build.main([]) == 0
    assert (tmp_path / "b.tsv").read_bytes() == b"y\n"
    assert build.main(["--check"]) == 0


def test_tables_are_equal_if_they_say_the_same_and_to_nothing_else() -> None:
    one, two = (parse_name_table("Kyiv\tplace\ten\tKiev\n", source="mine.tsv") for _ in range(2))
    assert one == two
    assert hash(one) == hash(two)
    assert one != NameTable.builtin()
    assert one != "Kyiv"
