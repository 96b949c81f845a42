"""What spacing finds in texts of our own, and what speaks for each cut, kept as it was: see `keeping`."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from keeping import compare, keep, read
from newsnorm.document import Document
from newsnorm.options import Options
from newsnorm.records import Diagnostic
from newsnorm.spacing import propose
from newsnorm.spacing.cutting import find_cuts, find_figure, may_be_cut
from newsnorm.spacing.pairing import pair_quotes
from newsnorm.spacing.quotes import FAMILIES
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.spacing.weighing import describe_cut, weigh_cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsnorm.edits import Edit
    from newsnorm.records import Finding


def texts() -> Iterator[tuple[str, str]]:
    """Yield the texts that are kept, each with its language."""
    for line in read("spacing-texts.txt").rstrip("\n").split("\n"):
        language, text = line.split("\t")
        yield language, text.replace("\\n", "\n").replace("\\N{SOFT HYPHEN}", "\N{SOFT HYPHEN}")


def show(finding: Finding, text: str) -> str:
    """Return a finding as one reads it, with what stands around it."""
    around = f"{text[max(0, finding.start - 6) : finding.start]}[{text[finding.start : finding.end]}]"
    around = (around + text[finding.end : finding.end + 6]).replace("\n", "\\n")
    if isinstance(finding, Diagnostic):
        return f"{finding.start}-{finding.end} {around} {finding.kind}: {finding.message}"
    return f"{finding.start}-{finding.end} {around} {finding.text!r} {finding.rule} {finding.confidence:.4f}"


def findings() -> Iterator[str]:
    """Yield what is found in each text, from a low threshold on and from the usual one."""
    for language, text in texts():
        yield f"{language} {text[:60]!r}"
        for threshold in (0.6, 0.88):
            found = propose(Document(text, language), Options(glue_threshold=threshold))
            yield from (f"  {threshold} {show(finding, text)}" for finding in found)


# What stands on either side of a mark: near-misses of every kind that a rule for marks knows.
LEFTS = (
    "the end|It was NATO|in 1994|the 1300s|No 3|by Dr|z.B|by J|U.N|J.K|(in 1998)|word(s)|“so”|so)|kam |so |ASP|"
    "docs/Foo|on 17.10.2021|Covid/Corona|Covid-19|#3|score 2|USA|Schüler|eye|x|a|..|the end.|end!|&amp|5%|CAIRO|"
    "Texas (KTRK)|–"
).split("|")
MARKS = (". .. ! ? , ; : … – — - ) ] ( [ ' ’ ‘ \" “ ” „ « » ‹ › | • / '' ’s 's").split(" ")
RIGHTS = (
    "Next|The end|the end|NET|N|I|A|a|innen|s|s of|1|(so) on|Van Dam|com|K. Berg|B.C|xyzzy|d'or|É|next.|It is"
).split("|")
JOINTS = ("{}{}{}", "{} {}{}", "{}{} {}")


def around_marks(language: str, lefts: Sequence[str], marks: Sequence[str]) -> Iterator[str]:
    """Yield what is found at each mark between two sides: touching both, after a space, and before one.

    Of each finding its place among the sides, its rule by initials, and its confidence.
    """
    for left, mark in product(lefts, marks):
        row = []
        for right, (number, joint) in product(RIGHTS, enumerate(JOINTS)):
            text = f"We saw {joint.format(left, mark, right)} then."
            found = propose(Document(text, language), Options())
            edits = [finding for finding in found if not isinstance(finding, Diagnostic)]
            if edits:
                row.append(f"{right}:{number}={''.join(map(_abbreviate, edits))}")
        if row:
            yield f"{left}{mark} {' '.join(row)}"


def _abbreviate(edit: Edit) -> str:
    initials = "".join(part[0] for part in edit.rule.split("-"))
    return f"{edit.start - len('We saw ')}{initials}{edit.confidence * 100:.0f}"


PAIRS = ("“”", "„“", "„”", '""', "«»", "»«", "‹›", "›‹", "‚‘", "‘’", "''")
BESIDE = (" ", "", ",", "(", "5", ". ")


def quotations() -> Iterator[str]:
    """Yield the role and the margin of the marks of quotations, by what stands beside them."""
    for (opening, closing), before, first, last, after in product(PAIRS, BESIDE, ("", " "), ("", ",", " "), BESIDE):
        text = f"He said{before}{opening}{first}yes{last}{closing}{after}and left {opening}so{closing} at last"
        family = next((family for family in FAMILIES if opening in family), None)
        if family is None:
            continue
        marks = pair_quotes(text, [at for at, mark in enumerate(text) if mark in family], 0, len(text))
        yield f"{text!r} {' '.join(f'{mark.role}{mark.margin:+.1f}>{mark.partner}' for mark in marks)}"


def cuts() -> Iterator[str]:
    """Yield where each odd word of the texts is cut, and all that speaks for that."""
    asked = {(language, token) for language, text in texts() for token in Document(text, language).words.distinct}
    for language, token in sorted(asked):
        vocabulary = load_vocabulary(language)
        if vocabulary.knows(token) or token.isdigit():
            continue
        figure = find_figure(token, vocabulary)
        if figure:
            yield f"{language} {token} figure {tuple(figure)}"
        if not may_be_cut(token, vocabulary):
            continue
        for seen in ((), {token[:4], token[4:], token[:5], token[5:], "the", "and"}):
            for cut in find_cuts(token, vocabulary, seen):
                features = describe_cut(cut, token, vocabulary, seen, repeated=bool(seen))
                weighed = weigh_cut(cut, token, vocabulary, seen, repeated=bool(seen))
                listed = " ".join(f"{name}={value:g}" for name, value in sorted(features.items()))
                figures = f"{weighed.score:.4f} {weighed.base:.4f} {weighed.slope:.4f}"
                yield f"{language} {token} {tuple(cut)} {figures} {listed}"


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "spacing-findings": findings,
    "spacing-marks-en": lambda: around_marks("en", LEFTS, MARKS),
    "spacing-marks-de": lambda: around_marks("de", LEFTS[:16], MARKS[:12]),
    "spacing-marks-fr": lambda: around_marks("fr", LEFTS[::4], MARKS),
    "spacing-quotations": quotations,
    "spacing-cuts": cuts,
}


@pytest.mark.parametrize("name", TABLES)
def test_what_is_found_is_kept(name: str) -> None:
    compare(name, TABLES[name]())


if __name__ == "__main__":
    keep(TABLES)
