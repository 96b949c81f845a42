"""No pattern of the package has nested or adjacent quantifiers over the same characters, by its very shape.

Such patterns try every way to part a run between the two, which takes time that grows with the square of its length or
worse. What the timing of long rows finds by chance, this finds by reading; the timing finds what has another reason.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest

from test_hostile import PATTERNS

try:
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_constants as codes
    import sre_parse as parser

# The characters by which classes are told apart: ASCII, and some of each kind that patterns speak of.
ALPHABET = frozenset(map(chr, range(0x20, 0x7F))) | set(
    "\t\n\r\0éßжЖאا语ไ–—…“”‘’«»°№½²\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"
)
CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}
# A quantifier that ends at a greater number is as good as one without an end.
MANY = 64


class Shape(NamedTuple):
    """What matters of a part of a pattern.

    Attributes:
        needed: The characters of each of the items that it can't do without.
        leading: What endless runs it may begin with are of.
        trailing: What endless runs it may end in are of.
        runs: What each endless run within it is of.

    """

    needed: list[frozenset[str]]
    leading: frozenset[str]
    trailing: frozenset[str]
    runs: list[frozenset[str]]


NOTHING: frozenset[str] = frozenset()


def read_shape(items: Any, faults: list[str]) -> Shape:
    """Return the shape of a sequence of parsed `items`, and add to `faults` what is wrong with it."""
    whole = Shape([], NOTHING, NOTHING, [])
    for code, argument in items:
        part = read_item(code, argument, faults)
        if part is None:
            continue  # an assertion takes no characters
        if part.leading & whole.trailing:
            faults.append(f"adjacent, of {sample(part.leading & whole.trailing)}")
        whole = Shape(
            whole.needed + part.needed,
            whole.leading if whole.needed else whole.leading | part.leading,
            part.trailing if part.needed else whole.trailing | part.trailing,
            whole.runs + part.runs,
        )
    return whole


def read_item(code: Any, argument: Any, faults: list[str]) -> Shape | None:
    single = characters(code, argument)
    if single is not None:
        return Shape([single], NOTHING, NOTHING, [])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        least, most, body = argument
        inner = read_shape(body, faults)
        needed = inner.needed if least else []
        if most <= MANY:
            return inner._replace(needed=needed)
        faults += [f"nested, of {sample(run)}" for run in inner.runs if all(need & run for need in inner.needed)]
        only = inner.needed[0] if len(body) == 1 and len(inner.needed) == 1 and not inner.runs else NOTHING
        return Shape(needed, inner.leading | only, inner.trailing | only, inner.runs + [only] * bool(only))
    if code is codes.SUBPATTERN:
        return read_shape(argument[-1], faults)
    if code is codes.BRANCH:
        shapes = [read_shape(branch, faults) for branch in argument[1]]
        anything = frozenset().union(*(need for shape in shapes for need in shape.needed))
        return Shape(
            [anything] if all(shape.needed for shape in shapes) else [],
            frozenset().union(*(shape.leading for shape in shapes)),
            frozenset().union(*(shape.trailing for shape in shapes)),
            [run for shape in shapes for run in shape.runs],
        )
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        read_shape(argument[1], faults)
        return None
    assert code in (codes.AT, codes.GROUPREF), code
    return None


def characters(code: Any, argument: Any) -> frozenset[str] | None:
    """Return which characters an item matches that always takes one; ``None`` for any other item."""
    if code is codes.LITERAL:
        return frozenset({chr(argument), chr(argument).swapcase()})
    if code is codes.NOT_LITERAL:
        return ALPHABET - {chr(argument)}
    if code is codes.ANY:
        return ALPHABET
    if code is not codes.IN:
        return None
    found: set[str] = set()
    negated = False
    for kind, value in argument:
        if kind is codes.NEGATE:
            negated = True
        elif kind is codes.LITERAL:
            found.add(chr(value))
        elif kind is codes.RANGE:
            found |= {chr(value[0]), *(c for c in ALPHABET if value[0] <= ord(c) <= value[1])}
        else:
            found |= {c for c in ALPHABET if re.match(CATEGORIES[value], c)}
    return ALPHABET - found if negated else frozenset(found)


def sample(run: frozenset[str]) -> str:
    return ascii("".join(sorted(run))[:12])


def find_faults(pattern: Any) -> list[str]:
    faults: list[str] = []
    read_shape(parser.parse(pattern.pattern, pattern.flags & (re.VERBOSE | re.IGNORECASE)), faults)
    return faults


@pytest.mark.parametrize("name", PATTERNS)
def test_no_quantifiers_stand_within_or_beside_each_other_over_the_same_characters(name: str) -> None:
    assert not find_faults(PATTERNS[name])


FAULTY = r"a*a* (?:a+)* \s*,?\s* \w+-?\w+ (?:\w+-*)+x (?:\d+|a)+ \d+(?:\w+:)?\d+ (?:x|\w*)\w* .*-?.*".split()
SOUND = r"[^,]*[,]* (?:[^,]*,)+ \d+(?:\.\d+)* \w+\s+\w+ (?:a|b)+ \w{1,3}\w+ (?:\w+,\s*)* .*x".split()


def test_faulty_patterns_are_told_from_sound_ones() -> None:
    assert all(find_faults(re.compile(source)) for source in FAULTY), [
        s for s in FAULTY if not find_faults(re.compile(s))
    ]
    assert not any(find_faults(re.compile(source)) for source in SOUND)
