"""Pages that might have been: made of parts of labelled ones, so that a model can't learn those by heart.

The head of one page stands over an article from anywhere, and the foot of another below it. Among them stand, at times,
teasers of other articles, cut to about one length, or a thread of readers' comments, each under who wrote it and when:
on the few dozen pages that one has labelled, hardly any way to set such lists is seen often enough to be learned.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

__all__ = ["Source", "cut_page", "label_lines", "make_teasers", "make_thread", "mix_sources"]

TOKEN_RE = re.compile(r"\w+")
GRAM = 4

# How often a mixed page has its foot from elsewhere, its article, teasers above the article and below it, a thread, and
# a stretch of its head or foot taken out, if that has more than so many lines.
OTHER_FOOT = 0.7
OTHER_ARTICLE = 0.6
TEASERS_ABOVE = 0.3
TEASERS_BELOW = 0.15
THREAD = 0.3
THINNED = 0.4
THICK = 30

# How long teasers are, in code points, and how many stand in a list; how many comments in a thread.
TEASER_LENGTHS = range(90, 291)
TEASERS = range(3, 13)
COMMENTS = range(2, 15)
# What ends a teaser that was cut, and what stands under a comment.
CUTS = ("", "...", "…", " [...]", " Read more")
BUTTONS: tuple[tuple[str, ...], ...] = ((), ("Reply",), ("Like", "Reply"), ("Report",), ("Reply Share",))
MONTHS = "January February March April May June July August September October November December".split()
DATES = ("{month} {day}, {year}", "{day} {month} {year}", "{day}.{number}.{year}", "{day} hours ago", "{month} {day}")
# Who wrote a comment, and when, on a line or several.
HEADS = (
    "{name} on {date} at {time} said:",
    "{name}\n{date} at {time}",
    "{name} · {date}",
    "{name}\n{date}\n{votes} Votes",
    "{name} says:\n{date} at {time}",
)
SENTENCE_END_RE = re.compile(r"(?<=[.!?]) ")


class Source(NamedTuple):
    """A page cut up: the lines above the article, those from its first to its last with their labels, those below."""

    layout: str
    head: list[str]
    middle: list[str]
    kept: list[bool]
    foot: list[str]


def cut_page(text: str, body: str, layout: str = "") -> Source | None:
    """Return the page `text` cut up by its article's `body`; ``None`` where the article isn't in it."""
    lines = text.split("\n")
    kept = label_lines(lines, body)
    if True not in kept:
        return None
    first, end = kept.index(True), len(kept) - kept[::-1].index(True)
    return Source(layout, lines[:first], lines[first:end], kept[first:end], lines[end:])


def label_lines(lines: Iterable[str], body: str) -> list[bool]:
    """Return which of `lines` stand in `body`: half of their words, four at a time; short lines as lines of their own.

    >>> label_lines(["Home", "The talks failed on Monday."], "The talks failed on Monday. Nobody won.")
    [False, True]
    """
    grams = set(_grams(TOKEN_RE.findall(body)))
    whole = {tuple(TOKEN_RE.findall(line)) for line in body.split("\n")}
    kept = []
    for line in lines:
        tokens = TOKEN_RE.findall(line)
        if len(tokens) < GRAM:
            kept.append(bool(tokens) and tuple(tokens) in whole)
        else:
            found = list(_grams(tokens))
            kept.append(2 * sum(gram in grams for gram in found) >= len(found))
    return kept


def mix_sources(
    sources: Sequence[Source], bodies: Sequence[Sequence[str]], times: int, chance: Random
) -> Iterator[Source]:
    """Yield pages that might have been, so many times as many as there are `sources`.

    Args:
        sources: Pages, cut up.
        bodies: Articles to put in, each the list of its paragraphs.
        times: How many pages are made of each.
        chance: What decides.

    """
    bodies = [body for body in ([line.strip() for line in lines if line.strip()] for lines in bodies) if body]
    for source in sources:
        mates = [mate for mate in sources if mate.layout == source.layout]
        for _ in range(times):
            head = _thin(source.head, chance)
            foot = _thin(chance.choice(mates).foot if chance.random() < OTHER_FOOT else source.foot, chance)
            if bodies and chance.random() < TEASERS_ABOVE:
                head = _put_in(make_teasers(bodies, chance), head, chance.randrange(len(head) + 1))
            if bodies and chance.random() < THREAD:
                foot = _put_in(make_thread(bodies, chance), foot, chance.choice((0, 0, 3, 6)))
            if bodies and chance.random() < TEASERS_BELOW:
                foot = _put_in(make_teasers(bodies, chance), foot, chance.randrange(len(foot) + 1))
            if bodies and chance.random() < OTHER_ARTICLE:
                opening = source.middle[0]
                indent = opening[: len(opening) - len(opening.lstrip())]
                middle = [indent + line for line in chance.choice(bodies)]
                kept = [True] * len(middle)
            else:
                mate = chance.choice(mates)
                middle, kept = mate.middle, mate.kept
            yield Source(source.layout, head, middle, kept, foot)


def _put_in(lines: list[str], among: list[str], at: int) -> list[str]:
    return among[:at] + lines + among[at:]


def _thin(lines: list[str], chance: Random) -> list[str]:
    """Return `lines`, at times without a stretch of them."""
    if len(lines) > THICK and chance.random() < THINNED:
        start = chance.randrange(len(lines))
        return lines[:start] + lines[start + chance.randrange(len(lines) // 2) :]
    return lines


def make_teasers(bodies: Sequence[Sequence[str]], chance: Random) -> list[str]:
    """Return the lines of a list of teasers for some of `bodies`, all set alike.

    >>> from random import Random
    >>> len(make_teasers([["The ferry is late.", "It left the harbour on Monday."]], Random(3))) >= 3
    True
    """
    length, set_as = chance.choice(TEASER_LENGTHS), chance.choice(("above", "glued", "twice", "alone"))
    dated, cut = chance.random() < 0.4, chance.choice(CUTS)
    lines: list[str] = []
    for _ in range(chance.choice(TEASERS)):
        body = chance.choice(bodies)
        title = " ".join(chance.choice(body).split()[: chance.randint(5, 11)]).rstrip(".,").title()
        text = body[0]
        if len(text) > length:
            text = text[:length].rpartition(" ")[0] + cut
        lines += {"above": [title, text], "glued": [f"{title} {text}"], "twice": [title, title, text], "alone": [text]}[
            set_as
        ]
        if dated:
            lines.append(_draw_date(chance))
    return lines


def make_thread(bodies: Sequence[Sequence[str]], chance: Random) -> list[str]:
    """Return the lines of a thread of comments, which say what stands in `bodies`, all set alike.

    >>> from random import Random
    >>> "Reply" in make_thread([["The ferry is late. It left the harbour on Monday."]], Random(1))
    True
    """
    head, buttons = chance.choice(HEADS), chance.choice(BUTTONS)
    lines: list[str] = []
    for _ in range(chance.choice(COMMENTS)):
        body = chance.choice(bodies)
        words = chance.choice(body).split()
        said = head.format(
            name=" ".join(chance.choice(words) for _ in range(chance.choice((1, 1, 2)))).strip(".,:;"),
            date=_draw_date(chance),
            time=f"{chance.randint(1, 12)}:{chance.randint(10, 59)}{chance.choice(('', ' am', ' pm'))}",
            votes=chance.randrange(40),
        )
        lines += said.split("\n")
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            sentences = SENTENCE_END_RE.split(chance.choice(body))
            start = chance.randrange(len(sentences))
            lines.append(" ".join(sentences[start : start + chance.choice((1, 1, 2, 3))]))
        lines += buttons
    return lines


def _draw_date(chance: Random) -> str:
    number = chance.randrange(12)
    return chance.choice(DATES).format(
        day=chance.randint(2, 28), month=MONTHS[number], number=number + 1, year=chance.randint(2009, 2024)
    )


def _grams(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(tokens[i : i + GRAM]) for i in range(len(tokens) - GRAM + 1))
