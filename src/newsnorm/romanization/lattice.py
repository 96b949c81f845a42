"""Spelling lattices: all the ways to write a name, cheapest first.

A name in its own script is cut into slots, and each slot offers spellings at a price: nothing for what the standard
says, more the rarer a habit is. The price of a whole spelling is the sum of its slots, so the cheapest spellings of a
name are found exactly, slot by slot, without ever building them all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Slot", "cheapest", "lookup_slots", "merge", "parse_prices", "single_deviations"]

Slot = tuple[tuple[str, float], ...]
"""What may stand in one place of a name, each spelling with its price."""


def cut(name: str, pattern: re.Pattern[str]) -> list[str]:
    """Return `name` in pieces: what `pattern` matches, and the characters between, one by one.

    >>> cut("Київ", re.compile("иї"))
    ['К', 'иї', 'в']
    """
    pieces: list[str] = []
    position = 0
    for match in pattern.finditer(name):
        pieces += name[position : match.start()]
        pieces.append(match.group())
        position = match.end()
    return pieces + list(name[position:])


def lookup_slots(name: str, pattern: re.Pattern[str], prices: Mapping[str, Slot]) -> list[tuple[str, Slot]]:
    r"""Return the pieces of `name`, a word or several in lower case, each with its slot.

    A piece at a word's start is priced as ``^piece`` where `prices` has that, one at its end as ``piece$``. What has
    no price (spaces, hyphens, Latin letters) stands for itself.

    >>> lookup_slots("юю", re.compile("x"), parse_prices("^ю yu\nю iu"))
    [('ю', (('yu', 0.0),)), ('ю', (('iu', 0.0),))]
    """
    found: list[tuple[str, Slot]] = []
    position = 0
    for piece in cut(name, pattern):
        start, position = position, position + len(piece)
        starts = start == 0 or not _in_word(name[start - 1])
        ends = position == len(name) or not _in_word(name[position])
        slot = (prices.get(f"^{piece}") if starts else None) or (prices.get(f"{piece}$") if ends else None)
        slot = slot or prices.get(piece)
        if slot is not None:
            found.append((piece, slot))
        else:  # these letters are read together in another place only
            found += [(letter, prices.get(letter, ((letter, 0.0),))) for letter in piece]
    return found


def _in_word(character: str) -> bool:
    return character.isalpha() or character == "'"


def merge(*slots: Slot) -> Slot:
    """Return one slot that offers all of `slots`, each spelling at its lowest price.

    >>> merge((("y", 0.0), ("i", 0.5)), (("i", 0.2),))
    (('y', 0.0), ('i', 0.2))
    """
    prices: dict[str, float] = {}
    for slot in slots:
        for spelling, price in slot:
            prices[spelling] = min(price, prices.get(spelling, price))
    return tuple(sorted(prices.items(), key=lambda item: (item[1], item[0])))


def cheapest(slots: Sequence[Slot], *, most: int, limit: float) -> dict[str, float]:
    """Return up to `most` spellings of at most the price `limit`, the cheapest first.

    >>> cheapest([(("h", 0.0), ("g", 0.5)), (("y", 0.0), ("i", 0.7))], most=3, limit=9.0)
    {'hy': 0.0, 'gy': 0.5, 'hi': 0.7}
    """
    found: dict[str, float] = {"": 0.0}
    for slot in slots:
        longer: dict[str, float] = {}
        for head, paid in found.items():
            for spelling, price in slot:
                total = paid + price
                if total <= limit:
                    word = head + spelling
                    if total < longer.get(word, limit + 1):
                        longer[word] = total
        found = dict(_cheapest_first(longer.items())[:most])
    return found


def single_deviations(slots: Sequence[Slot], *, limit: float) -> dict[str, float]:
    """Return the spellings that leave the cheapest one in a single slot, at most at the price `limit`.

    However long the name and however many cheaper mixtures it has: one unusual habit, or one slip, in a name that is
    otherwise spelled by the standard.

    >>> single_deviations([(("h", 0.0), ("g", 0.5)), (("y", 0.0), ("i", 0.7))], limit=9.0)
    {'hy': 0.0, 'gy': 0.5, 'hi': 0.7}
    """
    best = [min(slot, key=lambda offer: offer[1]) for slot in slots]
    paid = sum(price for _, price in best)
    found: dict[str, float] = {}
    for place, slot in enumerate(slots):
        head = "".join(spelling for spelling, _ in best[:place])
        tail = "".join(spelling for spelling, _ in best[place + 1 :])
        for spelling, price in slot:
            total = paid + price - best[place][1]
            if total <= limit:
                word = head + spelling + tail
                found[word] = min(total, found.get(word, total))
    return dict(_cheapest_first(found.items()))


def _cheapest_first(items: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    return sorted(((word, round(price, 3)) for word, price in items), key=lambda item: (item[1], item[0]))


def parse_prices(rows: str) -> dict[str, Slot]:
    """Return the slots that `rows` spell out, one a line: the piece, then spellings, priced after ``=``.

    >>> parse_prices("г h g=0.5")
    {'г': (('h', 0.0), ('g', 0.5))}
    """
    table: dict[str, Slot] = {}
    for row in rows.strip().split("\n"):
        piece, *offers = row.split("#")[0].split()
        slot = [offer.partition("=") for offer in offers]
        table[piece] = tuple((spelling.replace("-", ""), float(price or 0)) for spelling, _, price in slot)
    return table
