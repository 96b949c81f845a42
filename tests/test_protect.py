"""What nobody edits: addresses, handles, file names and code, to the character; and what a user names."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import newsnorm
from newsnorm import testing
from newsnorm.document import Document
from newsnorm.protect import Phrases, Spans, find_addresses

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=6).map(
    lambda pairs: [(start, start + size) for start, size in pairs]
)


@given(SPANS, st.integers(0, 40), st.integers(0, 8))
def test_spans_touch_what_shares_a_character_with_one(spans: list[tuple[int, int]], start: int, size: int) -> None:
    """touches(a, b) iff a character of [a:b) is in a span; an empty one iff it lies strictly inside."""
    inside = {at for first, last in spans for at in range(first, last)}
    joined = {at for at in inside if at - 1 in inside}  # spans side by side are one
    end = start + size
    model = any(at in inside for at in range(start, end)) if size else start in joined
    assert Spans(spans).touches(start, end) == model


@given(SPANS, st.integers(0, 40), st.integers(0, 20))
def test_what_is_between_spans_is_all_that_none_has(spans: list[tuple[int, int]], start: int, size: int) -> None:
    inside = {at for first, last in spans for at in range(first, last)}
    found = [at for first, last in Spans(spans).between(start, start + size) for at in range(first, last)]
    assert found == [at for at in range(start, start + size) if at not in inside]


@given(SPANS)
def test_spans_are_kept_in_order_and_apart(spans: list[tuple[int, int]]) -> None:
    kept = Spans(spans)
    edges = [edge for span in zip(kept.starts, kept.ends, strict=True) for edge in span]
    assert edges == sorted(set(edges))


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("See https://example.org/a?b=c#d.Then go.", ["https://example.org/a?b=c#d.Then"]),
        ("(www.example.org/a), so", ["www.example.org/a),"]),  # what ends a path can't be told
        ("WWW.EXAMPLE.ORG it is", ["WWW.EXAMPLE.ORG"]),
        ("“http://example.org”and", ["http://example.org"]),
        ("http:// alone and www. too", []),
        ("Mail jo.smith+x@mail.example.org.uk, please", ["jo.smith+x@mail.example.org.uk"]),
        ("jo@example and @jo_smith", ["@jo_smith"]),
        ("a#b #tag, #1 and #1234 but #12345 and #1a", ["#tag", "#12345", "#1a"]),
        ("@@twice ##twice", []),
        ("It is example.com/so?yes, not example.comet or end.It", ["example.com/so?yes,"]),
        ("Open my-report_1.pdf and index.html; no .pdfs", ["my-report_1.pdf", "index.html"]),
        ("os.path.join(a) and x.y(z), but end. (so)", ["os.path.join(", "x.y("]),
        ("it is 3.5(a) and a.b", ["3.5("]),
        ("a.io b.tv c.eu d.info e.xyz", ["a.io", "b.tv", "c.eu", "d.info"]),
        ("x" * 120 + ".com", ["x" * 100 + ".com"]),
        ("The talks went on.Then they failed", []),
    ],
)
def test_what_is_protected(text: str, protected: list[str]) -> None:
    spans = Spans(find_addresses(text))
    assert [text[start:end] for start, end in zip(spans.starts, spans.ends, strict=True)] == protected


# --- phrases


@pytest.mark.parametrize(
    ("text", "protect", "want"),
    [
        ("The shopAboutYou is AboutYou.", ["AboutYou"], "The shop AboutYou is AboutYou."),
        ("Dynamo Kiev lost in Kiev.", ["Dynamo Kiev"], "Dynamo Kiev lost in Kyiv."),
        ("The café’s sign said “Ã©” in Kiev.", ["Ã©"], "The café’s sign said “Ã©” in Kyiv."),
        ("The cafÃ©’s sign said “Ã©” in Kiev.", ["Ã©"], "The café’s sign said “Ã©” in Kyiv."),
        ("R&amp;D and R&amp;B", ["R&amp;D"], "R&amp;D and R&B"),
        ('At Toys"R"Us and "Lindau"said', ['Toys"R"Us'], 'At Toys"R"Us and "Lindau" said'),
    ],
)
def test_a_phrase_is_left_and_all_else_repaired(text: str, protect: list[str], want: str) -> None:
    assert newsnorm.clean(text, language="en", protect=protect) == want
    assert newsnorm.clean(text, language="en") != want


def test_a_phrase_goes_with_a_line_of_furniture() -> None:
    text = "The talks with FusionForge failed on Monday, aides said.\n\nFollow FusionForge on Facebook"
    assert newsnorm.clean(text, language="en", protect=["FusionForge"]) == text.partition("\n")[0]


def test_a_phrase_is_neither_warned_of_nor_listed() -> None:
    text = "The mayor of Kiev met the leadersannounced yesterday."
    told = newsnorm.normalize(text, language="en", glue_threshold=1.0)
    assert [warning.kind for warning in told.warnings] == ["suspected-glue"]
    assert [name.surface for name in told.names] == ["Kiev"]
    quiet = newsnorm.normalize(text, language="en", glue_threshold=1.0, protect=["leadersannounced", "Kiev"])
    assert (quiet.warnings, quiet.names, quiet.text) == ((), (), text)


LETTERS = "aB-\u0301 _“"


@given(st.text(LETTERS, max_size=12), st.lists(st.text(LETTERS, min_size=1, max_size=4), max_size=4))
def test_phrases_are_found_where_they_are_whole_words(text: str, phrases: list[str]) -> None:
    """Phrases.find(t) spans the phrases with no letter, digit or accent on both sides of an edge, and nothing else."""
    inner = {at for at in range(1, len(text)) if re.fullmatch("[aB_\u0301]{2}", text[at - 1 : at + 1])}
    wanted = {
        (at, at + len(phrase))
        for phrase in phrases
        for at in range(len(text))
        if text.startswith(phrase, at) and inner.isdisjoint((at, at + len(phrase)))
    }
    assert set(Phrases(phrases).find(text, Document(text).distinct_words)) == wanted


@given(st.one_of(testing.articles(), testing.damaged_encodings()), st.data())
def test_any_phrase_of_a_text_is_left(text: str, data: st.DataObject) -> None:
    """No stage edits in what is protected, be it any piece of the text, and all laws hold."""
    cuts = st.tuples(st.integers(0, len(text)), st.integers(1, 12))
    pieces = {text[at : at + size].strip() for at, size in data.draw(st.lists(cuts, max_size=5))}
    try:
        options = newsnorm.Options(protect=tuple(pieces), language=data.draw(st.sampled_from(["en", "de", "fr", None])))
    except ValueError:  # a piece that is none: of two lines, or of damage that is taken out of every text
        reject()
    testing.check_protected(text, options)
    testing.check_fixed_point(text, options)


def test_a_repair_is_made_whole_or_not_at_all() -> None:
    """Else what is left of it would be damage anew, and grow."""
    for text in ("ÂО©Р\xa0С™Р\xa0С‘РЎвЂ”Р\xa0Р†", "Р\xa0С™Р\xa0 С‘", "Ð\xa0 Ð\xa0Ð¸"):
        for piece in set(text) - {"\xa0", " "}:
            options = newsnorm.Options(protect=(piece,), language="en")
            testing.check_protected(text, options)
            testing.check_fixed_point(text, options)


@pytest.mark.parametrize(
    ("protect", "error", "said"),
    [
        ("FusionForge", TypeError, "a sequence of phrases is wanted, not str"),
        (3, TypeError, "a sequence of phrases is wanted, not int"),
        ([3], TypeError, "a phrase is a str, not int"),
        ([[]], TypeError, "a phrase is a str, not list"),
        ([""], ValueError, "'' is empty"),
        ([" a"], ValueError, "' a' is empty, has white space around it"),
        (["e\u0301"], ValueError, "is not in NFC"),
        (["a\nb"], ValueError, r"holds '\\n'"),
        (["a" * 201], ValueError, "has 201 code points"),
    ],
)
def test_what_is_no_phrase_is_refused(protect: object, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        newsnorm.Options(protect=protect)  # type: ignore[arg-type]


def test_phrases_are_kept_sorted_and_once_and_travel() -> None:
    options = newsnorm.Options(protect=iter(["b", "a", "b"]))  # type: ignore[arg-type]
    assert options.protect == ("a", "b")
    assert newsnorm.clean("b", options=options) == "b"
    assert pickle.loads(pickle.dumps(options)) == options


def test_many_phrases_cost_little() -> None:
    """A text is searched only for what it may hold: of 50,000 phrases for one."""
    options = newsnorm.Options(protect=[f"Brand{number}Works" for number in range(50_000)])
    asked: list[str] = []

    class Text(str):
        def find(self, phrase: str, *place: int) -> int:  # type: ignore[override]
            asked.append(phrase)
            return super().find(phrase, *place)

    text = Text("Of Brand7Works nothing was heard.")
    assert list(options.protect.find(text, set(text.split()))) == [(3, 14)]  # type: ignore[attr-defined]
    assert set(asked) == {"Brand7Works"}
