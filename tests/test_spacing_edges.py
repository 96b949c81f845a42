"""What spacing finds at its limits, in pieces of texts and beside addresses, kept as it was: see `keeping`."""

from __future__ import annotations

import zlib
from itertools import product
from typing import TYPE_CHECKING

import pytest

from keeping import compare, keep, read
from newsnorm.document import Document
from newsnorm.options import Options
from newsnorm.spacing import propose
from newsnorm.spacing.cutting import find_cuts, find_stretches, may_be_cut
from newsnorm.spacing.figures import find_figure
from newsnorm.spacing.vocabulary import load_vocabulary
from newsnorm.spacing.weighing import weigh_cut
from test_spacing_kept import LEFTS, MARKS, RIGHTS, around_marks, show, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsnorm.spacing.vocabulary import Vocabulary


def find(text: str, language: str) -> list[str]:
    """Return what is found in a text, each as one reads it."""
    return [show(finding, text) for finding in propose(Document(text, language), Options())]


def digest(rows: list[str]) -> str:
    return f"{len(rows)}:{zlib.crc32(' '.join(rows).encode()):08x}" if rows else "-"


def pieces() -> Iterator[str]:
    """Yield what is found in what is left of each text from each mark or word on, and up to its first letter."""
    for language, text in texts():
        starts = [at for at in range(1, len(text)) if not text[at - 1 : at + 1].isalnum()]
        ends = [at for at in range(1, len(text)) if not text[max(0, at - 2) : at].isalnum()]
        yield f"{language} {text[:60]!r}"
        yield f"  from {' '.join(digest(find(text[at:], language)) for at in starts)}"
        yield f"  to {' '.join(digest(find(text[:at], language)) for at in ends)}"


BEFORE_BRACKETS = (
    "",
    "the talks ",
    "The talks",
    "KÖLN. ",
    "Köln. ",
    "The KÖLN ",
    "NATO",
    "by",
    "5",
    "x ",
    "é5",
    "One.\n",
)
WITHIN_BRACKETS = (
    ",a,ii,iv,sic,12,123,1998,19987,CDU,C,dpa,so on,so on!,the mayor of it,the mayor xyzzy qqxx,a b c d,so\non,held -,"
    "s,Xq,x=1,f(x,f(x),the [a] it,(,so on),'so on'"
).split(",")
AFTER_BRACKETS = (
    "Then",
    "The",
    "Th",
    "Xq",
    "Xqz",
    "T",
    "I",
    "then",
    "xyzzy",
    "x",
    "",
    " then",
    "(so on)",
    ".Then",
    "5",
)


def brackets() -> Iterator[str]:
    """Yield what is found at brackets around this and that, between two words."""
    for before, (opener, closer), within in product(BEFORE_BRACKETS, ("()", "[]", "(]"), WITHIN_BRACKETS):
        row = []
        for after in AFTER_BRACKETS:
            text = f"{before}{opener}{within}{closer}{after} it went"
            edits = [f"{edit.start}:{edit.text}" for edit in propose(Document(text, "en"), Options())]  # type: ignore[union-attr]
            row += [f"{after}={','.join(edits)}"] * bool(edits)
        if row:
            yield f"{before}{opener}{within}{closer} {' '.join(row)}".replace("\n", "\\n")


FILLERS = ("so it went on and ", "SO IT WENT ON AND ", "went", "WENT", "a.", "1")
# A text with room for a filler, and how long that must be to come up to a limit.
REACHES = (
    ("They left ({})then they came.", 298),
    ("The talks({} of it) went on.", 292),
    ("They left [{}]Then they came.", 299),
    ("{}. (dpa)Then it went.", 37),
    ("One.\n{}. (dpa)Then it went.", 37),
    ("One.\n{}(1)Then it went.", 3),
    ("They said ‘yes and {}’then they left.", 287),
    ("It was ‘so’. They said ‘yes and {}’then they left.", 287),
    ("They said'{}' and left.", 298),
    ("One.\nThey said'{}' and left.", 298),
    ("Contact {}|Privacy Policy", 16),
    ("Contact Us|{}Privacy Policy", 16),
    ("Contact Us|Privacy {}Policy", 16),
    ("Contact us|Privacy{}= and so", 17),
    ("=Contact{}|Privacy policy", 17),
    ("A Contact{}|Privacy", 16),
    ("Contact|Privacy{} a so", 16),
    ("|{} Contact Us|Privacy Policy", 388),
    ("One.\n|{} Contact Us|Privacy Policy", 388),
    ("{} (AP)— The end of it.", 54),
    ("One.\n{} (AP)— The end of it.", 54),
    ("{} -The end of it.", 59),
    ("One.\n{} -The end of it.", 59),
    ("It came in 1994.Yersinia {} Yersinia came.", 1990),
    ("The Yersinia {} in 1994.Yersinia came.", 1984),
    ("Yersinia {} in 1994.Yersinia came.", 1984),
    ("They saw {}.Then they left.", 40),
    ("They left.T{} and so on.", 38),
    ("{}‘yes’and they said‘no’then", 290),
    ("They said‘yes’and {}‘no’then they said‘no’then", 280),
    ("They said‘yes{} ’and they left", 290),
    ("It said‘yes’and\n{}‘no’then they said‘no’then", 290),
    ('She met talks. "so{}" in May', 58),
    ("His {}.Then they left", 39),
    ("Their {}(so they said) then", 39),
    ("A & {};Next it went.", 9),
    ("See it/{}?Then they left.", 39),
    ("See it/{}/Corona.Then they left.", 34),
    ("See {}/Corona.Then they left.", 34),
    ("He said “A”{} at last.", 6),
    ("He said “A”s{} at last.", 6),
    ("{}'sStar and so on", 4),
    ("{}'sgone and so on", 4),
    ("the {}b''prefix to b''", 29),
    ("The mayor'shappened{} so", 22),
    ('He met a {}. "impartial" between them', 30),
)
# A text with something in it again and again, and how often that is where it becomes too much.
REPEATED = (
    ('The "end" of it', '"a" ', '"yes"and "no"and', 198),
    ("The ‘end’ of it ", "‘a’ ", "they said‘yes’and left", 19),
    ("The 'end' of it ", "'a' ", "they said 'yes'and left", 19),
    ("The end ", "A.", "Paris talks went", 5),
    ("The end ", "a.", "Paris talks went", 5),
)


def reaches() -> Iterator[str]:
    """Yield what is found where something is as far away as a rule looks, a little nearer, and a little farther."""
    for frame, limit in REACHES:
        for filler in FILLERS:
            row = []
            for size in range(max(0, limit - 4), limit + 4):
                text = frame.format((filler * (size // len(filler) + 1))[:size])
                row += [digest([found for language in ("en", "tr") for found in find(text, language)])]
            yield f"{frame!r} {filler!r} {' '.join(row)}"
    for before, again, after, limit in REPEATED:
        row = [
            digest(find(before + again * times + after + "\n" + after, "en")) for times in range(limit - 3, limit + 4)
        ]
        yield f"{before!r} {again!r} {' '.join(row)}"


ADDRESSES = ("www.example.org", "@anna", "x@y.org", "a.pdf", "#tag")
BESIDE = ("", "A", "An", "the", " ", "“", "'s", "’s", "''", "b''", "|", "(", "- ", "— ", '"')
SPACED_MARKS = (*MARKS, " -", "— ", "'sThe", "’sThe", "''", "|", "A-", "‘", '"The')


def addresses() -> Iterator[str]:
    """Yield what is found at a mark that stands in an address or beside one."""
    for address, mark in product(ADDRESSES, SPACED_MARKS):
        row = []
        for beside in BESIDE:
            near = [
                f"The end{mark}{beside}{address} and",
                f"Then {address}{beside}{mark}The end",
                f"the{mark}{address}{mark}The",
            ]
            row += [digest([found for text in near for found in find(text, "en")])]
        yield f"{address} {mark} {' '.join(row)}"


def words() -> Iterator[str]:
    """Yield all that is known of words, and of those that run together, by themselves and among others."""
    for line in read("spacing-words.txt").rstrip("\n").split("\n"):
        language, listed = line.split("\t")
        for token in listed.split():
            yield from describe_word(token, load_vocabulary(language))


def describe_word(token: str, vocabulary: Vocabulary) -> Iterator[str]:
    stretches = {token[i:j] for i in range(len(token)) for j in range(i + 2, len(token) + 1)} - {token}
    asked = (vocabulary.knows, vocabulary.is_compound, vocabulary.is_tail, vocabulary.is_capitalized_part)
    answers = [*(ask(token) for ask in asked), may_be_cut(token, vocabulary)]
    inflected = [at for at in range(len(token)) if vocabulary.is_inflected(token, at)]
    figure = tuple(find_figure(token, vocabulary) or ())
    yield f"{vocabulary.language} {token} {''.join('ny'[answer] for answer in answers)} {inflected} {figure}"
    yield f"  {tuple(vocabulary.find(token))} {digest(sorted(vocabulary.unknown(stretches)))}"
    for seen in (frozenset[str](), frozenset(stretches), frozenset(sorted(stretches)[::3])):
        cuts = find_cuts(token, vocabulary, seen)
        scores = [f"{weigh_cut(cut, token, vocabulary, seen, repeated=bool(seen)).base:.4f}" for cut in cuts]
        yield f"  {'|'.join(f'{cut.left}+{cut.right}' for cut in cuts)} {' '.join(scores)}"
    if token[1:].islower():
        yield f"  {digest(sorted(find_stretches(token, vocabulary)))}"


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "spacing-words": words,
    "spacing-pieces": pieces,
    "spacing-brackets": brackets,
    "spacing-reaches": reaches,
    "spacing-addresses": addresses,
    "spacing-marks-after-hard-space": lambda: around_marks("en", LEFTS[:16], RIGHTS[:16:2], "{}\N{NO-BREAK SPACE}{}{}"),
    "spacing-marks-stood-off": lambda: around_marks("fr", LEFTS[:24:2], RIGHTS[:16], "{}\N{NARROW NO-BREAK SPACE}{}{}"),
    "spacing-marks-after-space-fr": lambda: around_marks("fr", LEFTS[:24:3], RIGHTS[:24], "{} {}{}"),
}


@pytest.mark.parametrize("name", TABLES)
def test_what_is_found_at_an_edge_is_kept(name: str) -> None:
    compare(name, TABLES[name]())


if __name__ == "__main__":
    keep(TABLES)
