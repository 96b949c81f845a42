"""Ukrainian and Russian names in Latin letters, the way desks write them.

The Ukrainian national system of 2010 (``Zelenskyi``, ``Chernihiv``) is the standard; the habits around it are those of
the older Ukrainian systems, BGN/PCGN, passports and keyboards: ``h/g``, ``y/i``, ``ia/ya``, ``-yi/-y/-iy``, soft signs
kept as apostrophes, ``kh/h``, double letters made single. A Ukrainian place also comes in its Russian form, and in
mixtures of both (``Kyrnasovka``), so the two names are laid side by side and each slot offers both.

>>> ukrainian("Згурівка"), ukrainian("Юрій Куп'янськ"), russian("Артёмовск")
('Zghurivka', 'Yurii Kupiansk', 'Artyomovsk')
"""

from __future__ import annotations

import re

from newsnorm.romanization.given import GIVEN
from newsnorm.romanization.lattice import Slot, cheapest, merge, single_deviations
from newsnorm.romanization.letters import read_slots
from newsnorm.romanization.pairing import mix

__all__ = ["russian", "spellings_of_person", "spellings_of_place", "spellings_of_russian", "ukrainian"]


def ukrainian(name: str) -> str:
    """Return a Ukrainian `name` as the national system of 2010 writes it."""
    return _capitalise(next(iter(cheapest(read_slots(name, "uk"), most=1, limit=0.0))), name)


def russian(name: str) -> str:
    """Return a Russian `name` as English-language desks write it."""
    return _capitalise("".join(min(slot, key=lambda offer: offer[1])[0] for slot in read_slots(name, "ru")), name)


def spellings_of_place(
    native: str, russian_names: tuple[str, ...] = (), *, most: int, limit: float
) -> dict[str, float]:
    """Return the spellings of a Ukrainian place, with their prices: Ukrainian, Russian, and mixtures of both.

    The cheapest `most`; single slips in the Ukrainian form come on top.
    """
    found = cheapest(read_slots(native, "uk"), most=most, limit=limit)
    for name in russian_names:
        offers = [
            cheapest(read_slots(name, "ru"), most=most, limit=limit),
            cheapest(mix(native, name), most=most, limit=limit),
        ]
        for offer in offers:
            for spelling, price in offer.items():
                found[spelling] = min(price, found.get(spelling, price))
    best = dict(sorted(found.items(), key=lambda item: (item[1], item[0]))[:most])
    slips = single_deviations(read_slots(native, "uk"), limit=limit)
    return {_capitalise(spelling, native): price for spelling, price in (slips | best).items()}


def spellings_of_person(
    native: str, russian_names: tuple[str, ...] = (), *, most: int, limit: float
) -> dict[str, float]:
    """Return the spellings of a Ukrainian person, with their prices.

    Given names are Ukrainian or Russian, never a mixture (``Volodymyr``, ``Vladimir``); surnames mix.
    """
    parts: list[Slot] = []
    for place, word in enumerate(words := native.split(" ")):
        others = tuple(name.split(" ")[place] for name in russian_names if name.count(" ") == len(words) - 1)
        if place == len(words) - 1:
            offers = spellings_of_place(word, others, most=most, limit=limit)
        else:
            offers = dict(merge(_given(word, "uk"), *(_given(name, "ru") for name in others)))
        parts += [((" ", 0.0),)] * bool(place) + [tuple((_capitalise(s, word), price) for s, price in offers.items())]
    return cheapest(parts, most=most, limit=limit)


def spellings_of_russian(native: str, *, most: int, limit: float) -> dict[str, float]:
    """Return the spellings of a Russian person's name, given name first, with their prices."""
    given, space, surname = native.partition(" ")
    parts = [_given(given, "ru"), ((space, 0.0),), *read_slots(surname, "ru")]
    return {_capitalise(s, native): price for s, price in cheapest(parts, most=most, limit=limit).items()}


def _given(name: str, language: str) -> Slot:
    """Return the spellings of a given name: by custom, or by letter where the name is not a common one."""
    known = GIVEN.get(name.casefold())
    return known or tuple(cheapest(read_slots(name, language), most=8, limit=1.6).items())


def _capitalise(spelling: str, native: str) -> str:
    """Return `spelling` with capitals where the words of `native` have them."""
    words = re.split(r"([ -])", spelling)
    models = re.split(r"([ -])", native)
    if len(words) != len(models):
        return spelling[:1].upper() + spelling[1:]
    return "".join(w[:1].upper() + w[1:] if m[:1].isupper() else w for w, m in zip(words, models, strict=True))
