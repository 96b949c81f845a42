"""What the learned model sees of a line: its looks, its words' cues, its place and its neighbours.

A feature is a short name that holds or doesn't. None of them is a word of the text, so that what was learned on English
pages holds for other languages; scripts without upper and lower case count as running text by length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from newsnorm.boilerplate.lines import CLOSERS, WIDE_FROM
from newsnorm.boilerplate.listings import DATE_RE, find_listed, find_row
from newsnorm.boilerplate.model import LISTED
from newsnorm.boilerplate.recurrence import find_records
from newsnorm.phrases import find_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsnorm.boilerplate.lines import ReadLine
    from newsnorm.phrases import Hint

__all__ = ["line_features", "short_share"]

LINK_RE = re.compile(r"https?://|www\.|\w\.(?:com|org|net)\b|@\w|#\w")
SEPARATORS = frozenset("|·•»›→←▼▾►▶«‹")
BULLETS = frozenset("*+-o•–—·")
MARKS = {
    **dict.fromkeys(".。।۔", "stop"),
    **dict.fromkeys("!！?？؟", "exclaims"),
    "…": "trails",
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;，；、،", "comma"),
}

# The lower ends of the classes that figures are put in.
SIZES = (4, 9, 16, 26, 41, 61, 91, 141, 221, 401)
WORDS = (2, 3, 5, 8, 13, 21, 41)
LOWER = (1, 2, 3, 5, 8, 13, 21)
SHARES = (0.001, 0.21, 0.41, 0.61, 0.81, 0.995)
DIGITS = (0.001, 0.05, 0.15, 0.3, 0.6)
WINDOW = (0.001, 0.15, 0.35, 0.6, 0.85)
PLACE = (0.0001, 0.02, 0.1, 0.5, 0.9, 0.98, 0.9999)
DISTANCE = (1, 2, 3, 5, 9, 17, 41)
FAR = (1, 2, 4, 9, 31)
PAGE = (0.15, 0.4, 0.6, 0.75, 0.87)
SENTENCE_LENGTHS = (60, 120, 200, 300)

# How much a shape reads like an article.
PROSE = {"prose": 1.0, "sentence": 0.7, "long": 0.3, "title": 0.0, "label": 0.0}
# A paragraph of this many code points is not looked at letter by letter.
LOOK_CLOSELY = 400
NOWHERE = 99


def short_share(lines: Sequence[ReadLine]) -> float:
    """Return the share of `lines` that are labels or titles: high in a whole page, low in an article."""
    return sum(line.shape in ("label", "title") for line in lines) / len(lines)


def line_features(lines: Sequence[ReadLine], indents: Sequence[int]) -> list[list[str]]:
    """Return the names of the features of each line; `indents` says how many spaces stand before it."""
    count = len(lines)
    page = _class(short_share(lines), PAGE)
    shapes = [line.shape for line in lines]
    reads = [PROSE[shape] for shape in shapes]
    sums = [0.0, *accumulate(reads)]
    sizes = [line.size if line.shape in ("prose", "sentence") else 0 for line in lines]
    total = sum(sizes) or 1
    text_before = [0, *accumulate(sizes)]
    listed = find_listed(lines)
    hints = [line.hint or listed.get(position) or find_row(line) for position, line in enumerate(lines)]
    since, heading = _look_back(lines, hints)
    until = _distances([shape == "prose" for shape in reversed(shapes)])[::-1]
    repeats = Counter(line.text for line in lines)
    indent = _usual_indent(indents, sizes)
    cues = [find_cues(line.text) for line in lines]
    formal = list(map(_is_formal, lines, hints))
    forms = [0, *accumulate(formal)]
    recurs, inside = find_records(lines)
    recurring = [0, *accumulate(recurs)]
    features = []
    for i, line in enumerate(lines):
        shape = shapes[i]
        before = shapes[i - 1] if i else "start"
        after = shapes[i + 1] if i + 1 < count else "end"
        near = _window(sums, reads[i], i, 3, count)
        place = text_before[i] / total
        rest = 1 - text_before[i + 1] / total
        names = ["always", f"page {page}", *_looks(line, page)]
        names += (
            f"between {before} {shape} {after}",
            f"near {near}",
            f"near {near} {shape}",
            f"around {_window(sums, reads[i], i, 10, count)}",
            f"after {_class(place, PLACE)} {shape}",
            f"before {_class(rest, PLACE)} {shape}",
            f"since {_class(since[i], DISTANCE)}",
            f"until {_class(until[i], DISTANCE)}",
            f"since {_class(since[i], FAR)} until {_class(until[i], FAR)}",
        )
        if indent >= 0 and page >= 2:
            names.append(f"indent {(indents[i] > indent) - (indents[i] < indent)} {shape}")
        repeated = repeats[line.text]
        if repeated > 1:
            names.append(f"repeated {min(repeated, 3)} {shape}")
        if i < 3:
            names.append(f"first {i} {page}")
        if i >= count - 3:
            names.append(f"last {count - 1 - i} {page}")
        hint = hints[i]
        if hint is not None:
            names += (f"says {hint.kind} {hint.certain}", f"says {page}")
        if i in listed:
            names.append(LISTED)
        extent = "short" if line.size < 140 else "long"
        for cue in sorted(cues[i]):
            names += (f"cue {cue}", f"cue {cue} {extent}")
        if cues[i]:
            names.append(f"cued {shape}")
        if heading[i]:
            names += (f"under {heading[i]}", f"under {min(since[i], 6) // 2} {shape}")
        form = forms[min(i + 5, count)] - forms[max(0, i - 4)] - formal[i]
        if form:
            names.append(f"form {min(form, 4)} {shape}")
        near_records = recurring[min(i + 4, count)] - recurring[max(0, i - 3)] - recurs[i]
        names.append(f"records {min(near_records, 3)} {shape}")
        if recurs[i]:
            names.append(f"recurs {shape}")
        if inside[i]:
            names += (f"inside {min(inside[i], 2)}", f"inside {min(inside[i], 2)} {shape}")
        features.append(names)
    return features


def _looks(line: ReadLine, page: int) -> list[str]:
    """Return the features of how `line` looks by itself."""
    text, size = line.text, line.size
    mark = MARKS.get(line.mark, "none")
    if mark == "stop" and text.rstrip(CLOSERS).endswith(".."):
        mark = "trails"
    extent = _class(size, SIZES)
    names = [f"size {extent} {mark}", f"size {extent} page {page}", f"mark {mark} page {page}"]
    if size >= LOOK_CLOSELY:
        if "|" in text:
            names.append("long bar")
        if "http" in text:
            names.append("long link")
        names.append(f"long sentences {_class(size / (text.count('. ') + 1), SENTENCE_LENGTHS)}")
        return names
    words = text.split()
    lower = sum(word[0].islower() for word in words)
    upper = sum(word[0].isupper() for word in words)
    if not lower and not upper and text >= WIDE_FROM:
        lower = size // 6
    number = _class(max(len(words), lower), WORDS)
    names += (
        f"lower {_class(lower, LOWER)} words {number}",
        f"upper {_class(upper / len(words), SHARES)} words {number}",
        f"sentences {min(3, text.count('. ') + text.count('? ') + text.count('! '))}",
    )
    digits = sum(map(str.isdigit, text))
    if digits:
        names.append(f"digits {_class(digits / len(text), DIGITS)}")
        if DATE_RE.search(text):
            names.append("date")
    first = text[0]
    if text[1:2] == " " and first in BULLETS:
        names += ("bullet", f"bullet {mark}")
    names += (
        name
        for name, holds in (
            ("capitals", text.isupper()),
            ("starts lower", first.islower()),
            ("starts digit", first.isdigit()),
            ("starts quote", first in '“"„«‘'),
            ("bar", "|" in text),
            ("separator", not SEPARATORS.isdisjoint(text)),
            ("copyright", "©" in text or "(c)" in text),
            ("star", "*" in text[1:]),
            ("at", "@" in text),
            ("comma", "," in text),
            ("bracket", text[-1] == ")" and "(" in text),
            ("colon", ": " in text[:40]),
            ("link", LINK_RE.search(text) is not None),
        )
        if holds
    )
    return names


def _class(value: float, bounds: Sequence[float]) -> int:
    """Return in which class `value` falls: 0 below the first bound, and so on."""
    return bisect_left(bounds, value + 1e-9)


def _window(sums: Sequence[float], own: float, i: int, reach: int, count: int) -> int:
    """Return the class of how much the lines up to `reach` away read like an article."""
    start, end = max(0, i - reach), min(count, i + reach + 1)
    return _class((sums[end] - sums[start] - own) / max(1, end - start - 1), WINDOW)


def _distances(hits: Sequence[bool]) -> list[int]:
    """Return how many places each stands from the last hit before it."""
    distances, distance = [], NOWHERE
    for hit in hits:
        distances.append(distance)
        distance = 0 if hit else distance + 1
    return distances


def _look_back(lines: Sequence[ReadLine], hints: Sequence[Hint | None]) -> tuple[list[int], list[str]]:
    """Return for each line how far up the last paragraph stands, and the last phrase's kind since then."""
    since = _distances([line.shape == "prose" for line in lines])
    headings, heading = [], ""
    for hint, distance in zip(hints, since, strict=True):
        if distance == 0 or distance > 12:
            heading = ""
        headings.append(heading)
        if hint is not None:
            heading = hint.kind
    return since, headings


def _usual_indent(indents: Sequence[int], sizes: Sequence[int]) -> int:
    """Return the indent of most of the running text; -1 where there is none."""
    weights: Counter[int] = Counter()
    for indent, size in zip(indents, sizes, strict=True):
        weights[indent] += size
    (usual, weight), *_ = weights.most_common(1)
    return usual if weight else -1


def _is_formal(line: ReadLine, hint: Hint | None) -> bool:
    return (hint is not None and hint.kind.startswith("comment")) or (line.size < 60 and "*" in line.text)
