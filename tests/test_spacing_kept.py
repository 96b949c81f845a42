"""What spacing finds in texts of our own, and what speaks for each cut, kept as it was: see `keeping`."""

from __future__ import annotations

import re
import zlib
from itertools import product
from typing import TYPE_CHECKING

import pytest

from keeping import compare, keep, read
from newsnorm.document import Document
from newsnorm.options import Options
from newsnorm.records import Diagnostic
from newsnorm.spacing import propose
from newsnorm.spacing.cutting import find_cuts, find_stretches, may_be_cut
from newsnorm.spacing.figures import find_figure
from newsnorm.spacing.pairing import pair_quotes
from newsnorm.spacing.quotes import FAMILIES
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.spacing.weighing import describe_cut, weigh_cut
from newsnorm.tables import read_rows

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
    "Texas (KTRK)|–|ab|abc|Xyz|17.10.21|[12]|[ii]|[so on]|an.end/of|x@y.org|@anna|«so»|a|"
).split("|")
MARKS = (". .. ! ? , ; : … – — - ) ] ( [ ' ’ ‘ \" “ ” „ « » ‹ › | • / '' ’s 's n't").split(" ")
RIGHTS = (
    "Next|The end|the end|NET|N|I|A|a|innen|s|s of|1|(so) on|Van Dam|com|K. Berg|B.C|xyzzy|d'or|É|next.|It is|"
    "Xy|Xyz|Xyzq|xyz|he|They|have been|"
).split("|")
TOUCHING, AFTER_SPACE, BEFORE_SPACE = "{}{}{}", "{} {}{}", "{}{} {}"


def around_marks(
    language: str, lefts: Sequence[str], rights: Sequence[str], joint: str, frame: str = "We saw {} then."
) -> Iterator[str]:
    """Yield what is found at each mark between two sides that are joined by it in one way, within a text.

    Of each finding its place, its rule by initials, and its confidence.
    """
    for left, mark in product(lefts, MARKS):
        row = []
        for right in rights:
            text = frame.format(joint.format(left, mark, right))
            found = propose(Document(text, language), Options())
            edits = [finding for finding in found if not isinstance(finding, Diagnostic)]
            if edits:
                row.append(f"{right}={''.join(map(_abbreviate, edits))}")
        if row:
            yield f"{left}{mark} {' '.join(row)}"


def around_marks_in_lines() -> Iterator[str]:
    """Yield the same where a line begins and ends with it, is long, or holds it twice."""
    long = "It went on and on, " * 20
    for frame in ("One.\n{}\nTwo.", "{}", f"{long}{{}} then.\n", f"{{}} or {long}", "(so {0} it) [is {0} it]"):
        yield ascii(frame[:24])
        yield from around_marks("en", LEFTS[::4], RIGHTS[::3], TOUCHING, frame)


def _abbreviate(edit: Edit) -> str:
    initials = "".join(part[0] for part in edit.rule.split("-"))
    return f"{edit.start}{initials}{edit.confidence * 100:.0f}"


PAIRS = ("“”", "„“", "„”", '""', "«»", "»«", "‹›", "›‹", "‚‘", "‘’", "''")
BESIDE = (" ", "", ",", "(", "5", ". ", "\n")


def quotations() -> Iterator[str]:
    """Yield the role and the margin of the marks of quotations, by what stands beside them."""
    for (opening, closing), before, first, last, after in product(PAIRS, BESIDE, ("", " "), ("", ",", " "), BESIDE):
        text = f"He said{before}{opening}{first}yes{last}{closing}{after}and left {opening}so{closing} at last"
        family = next((family for family in FAMILIES if opening in family), None)
        if family is None:
            continue
        marks = pair_quotes(text, [at for at, mark in enumerate(text) if mark in family], 0, len(text))
        listed = " ".join(f"{mark.role}{mark.margin:+.1f}>{mark.partner}" for mark in marks)
        found = [
            show(finding, text) for language in ("en", "fr") for finding in propose(Document(text, language), Options())
        ]
        yield f"{text!r} {listed} {zlib.crc32(' '.join(found).encode()):08x}"


def cuts() -> Iterator[str]:
    """Yield where each odd word of the texts is cut, and all that speaks for that."""
    asked = {(language, token) for language, text in texts() for token in Document(text, language).distinct_words}
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


# What tokens are made of: words, endings, names, figures, and what is none of them.
HEADS = {
    "en": "the The and an a I after Anna Trev Mac fit fitt baker happi sentimen Covid CO2 FIFA21 R0 h264 x 7 19 2019 "
    "1850 am nearly their Her of to MAX get é _ iPhone eBay O'Brien xyz",
    "de": "der Die und an Haus Privat Universität Arbeits Agent Unterhändler Lehrer Kranken geh seh fünf 2018 3 "
    "Frontal21 rund am Am Beim Vor ÖPA xyz Straßen Schüler",
    "es": "el la de presidente partido Jair y o más 2019 España xyz",
}
TAILS = {
    "en": "the and an I ing ed ers ly port announced said Anna s 1 14 14th 400 512GB 5th through by er list SIZE "
    "MAX_SIZE é ity ness tality ting Story xyz of",
    "de": "der die und in innen In Innen führung gebrauch haus schuhe Maria stellten liegen vorliegen jährig er 1 14 "
    "mal zu en heit xyz",
    "es": "el de Jair dijo también ción mente 14 o xyz",
}


def vocabularies() -> Iterator[str]:
    """Yield all that a vocabulary, and the search for cuts, says of tokens made of two parts."""
    for language, heads in HEADS.items():
        vocabulary = load_vocabulary(language)
        for head, tail in product(heads.split(), ["", *TAILS[language].split()]):
            token = head + tail
            answers = (
                *(ask(token) for ask in (vocabulary.knows, vocabulary.is_compound, vocabulary.is_tail)),
                vocabulary.is_capitalized_part(token),
                may_be_cut(token, vocabulary),
                *(vocabulary.is_inflected(token, at) for at in (2, len(head), len(token) - 2)),
            )
            figure = find_figure(token, vocabulary)
            cut = tuple(figure)[1:] if figure else ""
            stretches = zlib.crc32(" ".join(sorted(find_stretches(token, vocabulary))).encode())
            flags = "".join("-+"[answer] for answer in answers)
            yield f"{language} {token} {flags} {tuple(vocabulary.find(token))} {cut} {stretches:08x}"


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "spacing-findings": findings,
    "spacing-marks": lambda: around_marks("en", LEFTS, RIGHTS, TOUCHING),
    "spacing-marks-after-space": lambda: around_marks("en", LEFTS[:16], RIGHTS[:16], AFTER_SPACE),
    "spacing-marks-before-space": lambda: around_marks("en", LEFTS[:16], RIGHTS[:16], BEFORE_SPACE),
    "spacing-marks-in-lines": around_marks_in_lines,
    "spacing-marks-de": lambda: around_marks("de", LEFTS[:16], RIGHTS, TOUCHING),
    "spacing-marks-fr": lambda: around_marks("fr", LEFTS[::4], RIGHTS[::2], TOUCHING),
    "spacing-marks-und": lambda: around_marks("und", LEFTS[::3], RIGHTS, TOUCHING),
    "spacing-quotations": quotations,
    "spacing-cuts": cuts,
    "spacing-vocabularies": vocabularies,
}


@pytest.mark.parametrize("name", TABLES)
def test_what_is_found_is_kept(name: str) -> None:
    compare(name, TABLES[name]())


def test_every_feature_that_counts_stands_in_what_is_kept() -> None:
    others = ("final-", "always", "beside:")
    weighed = {name for name, _ in read_rows("glue-weights.tsv", 2) if not name.startswith(others)}
    asked = {name for _, name, _ in read_rows("glue-trees.tsv", 3) if name}
    kept = set(re.findall(r" ([a-z-]+)=", read("spacing-cuts.out")))
    assert weighed
    assert asked
    assert weighed | asked <= kept


if __name__ == "__main__":
    keep(TABLES)
