"""Encoding: the gate is exact, the repair is ftfy's, the edits are honest, and sound text stays as it is."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from typing import TYPE_CHECKING

import ftfy
import pytest
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.edits import apply_edits, check_edits
from newsnorm.encoding import explain, gate, propose, singles
from newsnorm.encoding.breaks import find_breaks, level_breaks
from newsnorm.encoding.gate import find_suspects, gate_is_exact
from newsnorm.encoding.repair import find_repairs
from newsnorm.encoding.singles import LIGATURES
from newsnorm.options import Options
from newsnorm.pipeline import fix_encoding
from newsnorm.testing import any_texts, damaged_encodings

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = ftfy.TextFixerConfig(explain=False, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False)


def plainly(text: str) -> str:
    """Return what ftfy alone makes of each line of `text`, with ligatures expanded: the obviously right model."""
    lines = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text)
    return "".join(_plain_line(line) for line in re.findall(r"[^\n]*\n|[^\n]+", lines))


def _plain_line(line: str) -> str:
    while (fixed := ftfy.fix_text(line, CONFIG).translate(str.maketrans(LIGATURES))) != line:
        line = fixed
    return line


def gated(text: str) -> str:
    lines = level_breaks(text)
    found = (edit for a, b in find_suspects(lines) for edit in find_repairs(lines, a, b))
    return apply_edits(text, check_edits(text, [*find_breaks(text), *found]))


def test_the_installed_ftfy_is_known() -> None:
    """Fails when ftfy changes its rules: derive the gate anew, prove it with the tests below, add the fingerprint."""
    assert gate_is_exact()


@given(damaged_encodings())
@example("\nÂ ")
@example("\r&#10;")
@example("&#10;Â ")
@example("ﬁ\u0301")
@example("a\ud83d\ude00\udc00")
@example("&amp;lt; &#0; &#13;\n &NewLine;x")
@example("\x1b\x00[31mred")
@settings(max_examples=400)
def test_the_gate_changes_nothing(text: str) -> None:
    """apply(edits of the held lines) == ftfy on every line."""
    assert gated(text) == plainly(text)


LOST = st.sampled_from("\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\ud800aZ &;<#1\x1a\0\x1b[m\n\rÃÂé\x80")


@given(st.text(LOST, max_size=12))
def test_the_gate_changes_nothing_about_what_was_lost(text: str) -> None:
    assert gated(text) == plainly(text)


@given(any_texts())
def test_the_gate_changes_nothing_on_any_text(text: str) -> None:
    assert gated(text) == plainly(text)


def test_the_gate_holds_whatever_the_badness_pattern_matches() -> None:
    """All pairs of the characters of mojibake, and all triples of a few of each category, in several surroundings."""
    classes = {name: re.compile(f"[{members}]") for name, members in MOJIBAKE_CATEGORIES.items()}
    characters = [c for c in map(chr, range(0x80, 0x10000)) if any(found.match(c) for found in classes.values())]
    few = [c for found in classes.values() for c in [c for c in characters if found.match(c)][::23][:3]]
    pairs = (f"a{one}{two}a" for one in characters for two in [*characters, " ", "a", "\n"])
    triples = map("".join, itertools.product(sorted({*few, *"aZ .\nÂÃØœВвЂ√β€à"}), repeat=3))
    for text in itertools.chain(pairs, triples):
        if BADNESS_RE.search(text):
            assert gate.SUSPECT_RE.search(text), ascii(text)
            assert gate.SIGN_OF_MOJIBAKE_RE.search(text), ascii(text)


@given(st.lists(damaged_encodings() | st.just(" "), max_size=4).map(" ".join))
@example("&amp; &foo; &amp;&lt; ")
@example("\x1b[ \x00\ud83d \ude00\r\n")
def test_repairs_told_together_are_the_same_repairs(text: str) -> None:
    """As in a line that holds hundreds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(singles, "MANY", 1)
        patch.setattr(explain, "MANY", 1)
        assert gated(text) == plainly(text)


@pytest.mark.parametrize("unit", ["Ã\N{NO-BREAK SPACE} ", "\x1b[", "\r\n", "&amp;", "\ud800", "\0 ", "ﬁ"], ids=ascii)
def test_hundreds_of_repairs_on_end_are_few_edits(unit: str) -> None:
    edits = list(propose(Document(unit * 5000, "en"), Options()))
    assert 0 < len(edits) < 5000 / 20
    assert apply_edits(unit * 5000, check_edits(unit * 5000, edits)) == plainly(unit * 5000)


BROKEN = st.sampled_from(
    ["\r\n", "\r", "\n", "\u2028", "\u2029", "One.", "“Two”", "Â", "Ã©", "voilÃ ", "œ", "e", "\u0301", "&amp;", "&#13;"]
)


@given(st.lists(BROKEN, max_size=8).map("".join))
@example("œ\r\n")
@example("Â\r ")
def test_lines_are_repaired_as_they_are_on_any_system(text: str) -> None:
    assert gated(text) == plainly(text)


@given(st.lists(BROKEN, max_size=8).map("".join))
def test_breaks_are_levelled_and_nothing_else_moves(text: str) -> None:
    levelled = level_breaks(text)
    assert len(levelled) == len(text)
    assert levelled.replace("\n", "") == re.sub(r"[\r\n\u2028\u2029]", "", text)


@given(damaged_encodings())
def test_another_ftfy_costs_only_speed(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "KNOWN_RELEASES", frozenset())
        gate_is_exact.cache_clear()
        try:
            assert not gate_is_exact()
            assert gated(text) == plainly(text)
        finally:
            gate_is_exact.cache_clear()


@given(damaged_encodings())
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    fixed = fix_encoding(text)
    assert fix_encoding(fixed) == fixed


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"], exclude_characters="&")))
def test_printable_ascii_is_sound(text: str) -> None:
    assert fix_encoding(text) == text


KINDS = {
    "one\r\ntwo\u2028three": ["normalize-newline", "normalize-newline"],
    "R&amp;D &eacute;t&eacute;": ["unescape-entity"] * 3,
    "the ﬁrst oﬃce": ["expand-ligature"] * 2,
    "cafe\u0301": ["compose-characters"],
    "one\ufefftwo\x07": ["remove-control-characters"] * 2,
    "\x1b[1mbold\x1b[0m": ["remove-terminal-escapes"] * 2,
    "\ud83d\ude00 \ud800": ["join-surrogates", "replace-lone-surrogates"],
    "the cafÃ© and the fiancÃ©": ["fix-mojibake"] * 2,
    "inter\u00adna\u00adtional": ["remove-soft-hyphen"] * 2,
    "\u200b\nWord\u2060.": ["remove-zero-width-space"] * 2,
    "the \u200ciPhone": ["remove-joiner"],
    "left\u200e to right": ["remove-direction-mark"],
}


@pytest.mark.parametrize("text", KINDS)
def test_each_kind_of_repair_has_its_rule(text: str) -> None:
    assert [change.rule for change in normalize(text, stages=("encoding",)).changes] == KINDS[text]


def test_edits_are_small_on_a_long_line() -> None:
    word = "Un été à Québec, « déjà vu » — "
    damaged = word.replace("é", "Ã©").replace("à", "Ã\N{NO-BREAK SPACE}")
    line = ("A plain and quite sound sentence of a report. " * 20 + damaged) * 40
    article = normalize(line, stages=("encoding",))
    assert article.text == ("A plain and quite sound sentence of a report. " * 20 + word) * 40
    assert max(len(change.before) for change in article.changes) <= 12


KEPT = {
    "quotes": "“So,” he said, ‘it’s „this“ or «that».’",
    "widths": "ＮＨＫ（東京）は２０２３年、「カタカナ」と発表した！",
    "letters like ligatures": "ĳzer ǆep ŉ",
    "joiners of Persian": "می\u200cشود",
    "joiners of Indic scripts": "ക്\u200dഷ ত্\u200dয",
    "joiners of emoji": "👩\u200d🚒 🏳\ufe0f\u200d🌈",
    "zero-width spaces of Khmer": "ភាសា\u200bខ្មែរ",
    "direction marks of Hebrew": "שלום\u200f (ABC)\u200e!",
    "markup": "<p>Tom &amp; Jerry</p>",
    "an entity in an address": "See https://example.org/?a=1&amp;b=2 now",
    "an ampersand": "AT&T; R&D, Q&A",
    "signs": "5° €5 £3 §2 ½ × ÷ ± ≈ № „x“…",
    "a hyphen at the end of a line": "inter\u00ad\nnational",
    "form feed and tab": "a\tb\fc",
}


@pytest.mark.parametrize("kind", KEPT)
def test_what_is_no_damage_stays(kind: str) -> None:
    assert fix_encoding(KEPT[kind]) == KEPT[kind]


def test_markup_on_one_line_does_not_stop_the_next() -> None:
    assert fix_encoding("a < b\nR&amp;D") == "a < b\nR&D"


def test_what_stays_damaged_is_said() -> None:
    raw = "It was â€œgoodâ€\ufffd\ufffd and \u202ereversed."
    article = normalize(raw, stages=("encoding",))
    kinds = {warning.kind: raw[warning.start : warning.end] for warning in article.warnings}
    assert set(kinds) == {"lossy-mojibake", "direction-override"}
    assert "\ufffd" in kinds["lossy-mojibake"]
    assert kinds["direction-override"] == "\u202e"


def test_clean_text_is_left_alone(shared_cases: Path) -> None:
    """But for the canonical form, and for texts whose file is damaged: C1 controls, mojibake."""
    files = [(shared_cases / f"{name}.jsonl").read_text(encoding="utf-8") for name in ("clean_news", "clean_world")]
    texts = [json.loads(line)["text"] for file in files for line in file.split("\n") if line]
    assert texts
    damaged = re.compile("[\x80-\x9f]|Ã.|Â ")
    for text in texts:
        fixed = fix_encoding(text)
        if fixed != unicodedata.normalize("NFC", text):
            assert damaged.search(text), text[:80]


def test_the_judgement_on_mojibake_is_ftfys(shared_cases: Path) -> None:
    """Its own cases come out as it says, but for those it knows itself to fail."""
    rows = [
        json.loads(line) for line in (shared_cases / "encoding.jsonl").read_text(encoding="utf-8").split("\n") if line
    ]
    assert len(rows) > 70
    for row in rows:
        if row["expect"] == "pass":
            assert fix_encoding(row["original"]) in (row["fixed"], row.get("fixed-encoding")), row["label"]
