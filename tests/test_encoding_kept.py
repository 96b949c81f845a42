"""What the encoding stage makes of each kind of damage beside each kind of neighbour, kept as it was: see `keeping`."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from keeping import compare, keep
from newsnorm.code_pages import PAGES, characters
from newsnorm.document import Document
from newsnorm.encoding import gate, propose
from newsnorm.encoding.breaks import find_breaks
from newsnorm.encoding.explain import explain
from newsnorm.encoding.repair import repair_line
from newsnorm.encoding.singles import MANY, replace_entities, shorten
from newsnorm.options import Options
from newsnorm.records import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAMAGE = (
    "cafÃ©|â€œsoâ€\x9d|â€™s|Ã |Â |Â\xa0|Ã\xad|ÃƒÂ©|â€ one|Ð¿Ñ€Ð¸Ð²ÐµÑ‚|Äƒ|Ã¼ber|"
    "&amp;|&lt;|&eacute;|&#233;|&#xE9;|&amp;amp;|"
    "&unknown;|&|<b>&amp;</b>|\x07|\x00|\x0b|\x0c|\x7f|\x85|\x92|\x1b[31mred|\u2028|\u2029|\r|\r\n|\r\n\r\n|\n\r|\ufeff|"
    "\ufffc|\u206a|ﬁ|ﬄ|ĳ|ŉ|ǆ|e\u0301|u\u0308|Å|\u212b|\u1100\u1161|\ud83d\ude00|\ud800|\udc00|\ufffd|\ufffd\ufffd|"
    "\u00ad|\u200b|\u200c|\u200d|\u2060|\u200e|\u200f|\u202a|\u202c|\u202e|\u2066|\u061c|１２３|“so”|Œ|œ,|Þ¨|Ђ|É|²"
).split("|")
PLACES = (
    "{}",
    "a{}b",
    "a {} b",
    "{}.",
    "é{}É",
    "日{}本",
    "ا{}ب",
    "x\n{}\ny",
    "see https://example.org/{}x now",
    "<i>{}",
)
LINES = (
    "plain|a\r|a\r\n|ﬁn&amp;al|&amp;&lt;|\x07&amp;|ﬁ\u0301|e\u0301&amp;|Ã©&amp;|\ufffdÃ|\ufffd|a\u2028b|\ud83d\ude00!|"
    "&eacute;\u0301|<a>&amp;|\x1b[1mx&amp;|voilÃ  one|Â£5 &amp; Â£6|"
    "\x85 and \x92|one\r\ntwo\r\n|one\r\n\r\n\r\ntwo|é\r\nx"
).split("|")


def findings() -> Iterator[str]:
    """Yield what is found of each kind of damage, in each place."""
    for text in (*(place.format(damage) for damage, place in product(DAMAGE, PLACES)), *PAGES_OF_LINES):
        found = [
            f"{finding.start}-{finding.end} {finding.kind} {finding.message!a}"
            if isinstance(finding, Diagnostic)
            else f"{finding.start}-{finding.end} {finding.text!a} {finding.rule} {finding.confidence:g}"
            for finding in propose(Document(text), Options())
        ]
        yield f"{text!a} {' | '.join(found)}"


# Texts of several lines, of which one tells what the next is no matter for.
PAGES_OF_LINES = (
    "one\nא line\nplain \u200e here\nend \u200e",
    "א\nplain \u200f\nא \u200f\nx\u202eא\u200e\n\u200e",
    "caf\xc3\xa9\nsound\n&amp; e\u0301\ne\u0301\n\x07\nsound e\u0301\n\xe2\u20ac\u0153so\n",
    "e\u0301 one\nsound\ne\u0301\x07 two\nÃ© three\ne\u0301",
    "one\r\n\r\ntwo\u00a0\r\nthree\r\n",
    "é\r\ne\u0301\r\nplain\r\n&amp;\r\n",
)
# Lines of many words, all of them or every other one changed, and a few that part and meet again.
MANY_WORDS = [
    (before * count, after * count)
    for before, after in (
        ("caf\xc3\xa9 ", "café "),
        ("caf\xc3\xa9 so ", "café so "),
        ("e\u0301 ", "é "),
        ("&amp; ", "& "),
    )
    for count in (MANY - 1, MANY, MANY + 1, 2 * MANY)
]
PARTED = [
    (" ".join(before), " ".join(after))
    for before, after in (
        ("abcdef", "acdxefg"),
        ("abc", "xyzabc"),
        ("abcabc", "cabcab"),
        ("ab", "ba"),
        ("a", "bcd"),
        ("abcdefghijklmnopqrstuvwxyz", "zabcdefghijklmnopqrstuvwxy"),
        ("ab" * 20 + "z", "z" + "cd" * 12),
    )
]


def repairs() -> Iterator[str]:
    """Yield how lines come out by themselves, which breaks of lines are repaired, and how a change is told."""
    for line in LINES:
        yield f"{line!a} {repair_line(line)!a} {[ascii(tuple(edit)) for edit in find_breaks(line)]}"
    for before, after in product(LINES, ("plain", "final&", "fin&al", "a", "")):
        yield f"{before!a} {after!a} {' '.join(ascii(tuple(edit)) for edit in explain(before, after, 3))}"
    for before, after in (*MANY_WORDS, *PARTED):
        told = [tuple(edit) for edit in explain(before, after, 3)]
        yield f"{before[:20]!a} {len(before)} {len(told)} {told[:3]!a} {told[-1:]!a}"
        yield f"  {[tuple(edit) for edit in replace_entities(before).edits[-2:]]!a}"
    for old, new in product(("", "a", "aa", "ab", "aba", "xab", "yab", "xbc", "xabc", "yzabc"), repeat=2):
        yield f"{old} {new} {tuple(shorten(old, new, 'so', 5))}"


def glances() -> Iterator[str]:
    """Yield what the gate knows of each character of each code page."""
    for page in ("ascii", *PAGES):
        sound, sides = gate._tabulate(page)
        for byte, character in enumerate(characters(page)):
            if byte not in sound or sides[byte] not in (0, 0b10000000):
                yield f"{page} {byte:#04x} {character!a} {byte in sound} {sides[byte]:08b}"


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "encoding-findings": findings,
    "encoding-repairs": repairs,
    "encoding-glances": glances,
}


@pytest.mark.skipif(not gate.gate_is_exact(), reason="another release of ftfy may judge otherwise")
@pytest.mark.parametrize("name", TABLES)
def test_damage_is_told_and_repaired_as_it_was(name: str) -> None:
    compare(name, TABLES[name]())


if __name__ == "__main__":
    keep(TABLES)
