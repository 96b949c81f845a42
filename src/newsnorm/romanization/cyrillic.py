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
from functools import cache

from newsnorm.romanization.given import GIVEN
from newsnorm.romanization.lattice import Slot, cheapest, lookup_slots, merge, parse_prices, single_deviations

__all__ = ["align", "russian", "spellings_of_person", "spellings_of_place", "spellings_of_russian", "ukrainian"]

# A piece marked ^ stands at the start of a word, one marked $ at its end.
UKRAINIAN = parse_prices(
    """
а a
б b
в v
г h g=0.5
ґ g h=1.5
д d
е e i=2.4 ie=2.2
є ie ye=0.5 e=0.8 je=1.4 iye=1.6
^є ye ie=0.8 e=0.8 je=1.4
ж zh z=1.9
з z
зг zgh zg=0.7 zh=0.9
и y i=0.5
^и y i=0.3
і i y=1.6 e=1.3 o=1.5
^і i
ї i yi=0.6 ji=1.6 ii=1.8 e=1.9
^ї yi i=0.6 ji=1.4
й i y=0.5 j=1.2
^й y i=0.9 j=1.2
к k
л l ll=2.4
лл ll l=1.6
м m
н n
нн nn n=1.6
о o
п p
р r
с s ss=2.4
сс ss s=1.6
т t
тт tt t=1.6
у u
ф f ph=2.5
дж dzh j=1.7 dj=2.2
х kh h=0.9 ch=2.2
ц ts c=1.7 tz=2.2
ч ch tch=2
ш sh s=2.3
щ shch sch=0.8 sh=2
ь - '=1.5
ьо o io=0.7 yo=0.7
' - '=1.5
ю iu yu=0.5 u=0.9 ju=1.4
^ю yu iu=0.9 ju=1.4 u=1.9
я ia ya=0.5 a=1.3 ja=1.4
^я ya ia=0.9 ja=1.4
ія iia ia=0.5 iya=0.5 ya=0.9 ija=1.6
кс ks x=0.8
ий$ yi yy=0.6 y=0.6 iy=0.6 i=1.2 yj=1.5 ii=1.4 ij=1.9
ій$ ii iy=0.5 y=0.9 ij=1.6 yi=1.2
ів$ iv ov=0.6 ev=1 yv=1.8 of=2 off=2
їв$ iv yiv=0.6 ev=0.6 yev=0.6 jiv=1.6 iev=0.9 aev=2
ївка$ ivka yivka=0.6 evka=0.6 yevka=0.6 ievka=0.9
івка$ ivka ovka=0.5 evka=0.8
івці$ ivtsi ovtsi=0.7 ovtsy=0.6 ivtsy=0.9 evtsy=1.2 evtsi=1.3
ці$ tsi tsy=0.6
чі$ chi chy=1.2
ове$ ove ovo=0.5
еве$ eve evo=0.5
єве$ ieve yeve=0.5 eve=0.8 evo=0.6 yevo=0.6 ievo=0.7
ине$ yne ino=0.6 ine=0.6 yno=0.8
че$ che chevo=2 cheve=2
ське$ ske skoe=0.7 skoye=0.8 s'ke=1.6 skoje=2
цьке$ tske tskoe=0.7 tskoye=0.8 ts'ke=1.6
ська$ ska skaya=0.7 skaia=1.2 s'ka=1.6
не$ ne noe=0.7 noye=0.7
ле$ le loe=0.7 loye=0.7
ве$ ve voe=0.9 voye=0.9
те$ te toe=0.9 toye=0.9
ге$ he ge=0.5 goe=1 goye=1
ке$ ke koe=0.8 koye=0.8
ьне$ ne noe=0.7 noye=0.7 'ne=1.6
на$ na naya=1.2
ова$ ova ovaya=0.9
ець$ ets ets'=1.6 etz=2
"""
)
RUSSIAN = parse_prices(
    """
а a
б b
в v
г g
д d
е e ye=1.3 ie=1.6
^е e=0.4 ye ie=1.2 je=1.6
ае ae=0.2 aye aie=0.8
ее ee=0.2 eye eie=1
ие ie iye=0.4
ое oe oye=0.1 oie=1
уе ue uye=0.2
ье ye=0.1 ie=0.2 e=0.5 'ye=1.5 je=1.6
ья ya ia=0.3 'ya=1.5 ja=1.6
ью yu iu=0.3 'yu=1.5
ьи yi=0.2 i ii=0.6
ё yo e=0.1 io=0.4 o=0.9 ye=1
ж zh z=1.9
з z
и i y=1.4
ия ia iya=0.2 iia=0.6 ya=0.8
й y i=0.3 j=1.2
к k
кс ks x=0.1
л l
м m
н n
о o
п p
р r
с s
т t
у u
ф f
х kh h=0.6 ch=2.2
ц ts c=1.7 tz=2
ч ch
ш sh
щ shch sch=0.6 sh=1.8
ъ - '=1.4
ы y i=0.5
ь - '=1.5
э e
ю yu iu=0.6 u=0.9 ju=1.4
^ю yu iu=0.9 ju=1.4
я ya ia=0.5 a=1.3 ja=1.4
^я ya ia=0.9 ja=1.4
ий$ y iy=0.2 i=0.6 ii=0.9 yi=0.9 yy=1 ij=1.4
ый$ y yy=0.4 iy=0.5 yi=0.4 i=1.2 yj=1.5
ая$ aya aia=0.6 aja=1.5
яя$ yaya iaia=0.9 aya=0.9
ое$ oye oe=0 oje=1.6
ее$ eye ee=0.2
ые$ ye=0.1 yye=0.3 yie=0.5 ie=0.4 ii=1.3
ие$ iye ie=0.1
"""
)

# The longest piece first; ends of words before what is inside them.
_WORD = r"(?<![\w'])"
UKRAINIAN_RE = re.compile(
    r"(?<![\w'])[єиіїйюя]|(?:ївка|івка|івці|ське|цьке|ська|ове|еве|єве|ине|ьне|ова|ець|ий|ій|ів|їв|ці|чі|[нлвтгчк]е|на)(?![\w'])|ьо|зг|кс|ія|дж|лл|нн|сс|тт"
)
RUSSIAN_RE = re.compile(r"(?<![\w'])[еюя]|(?:ий|ый|ая|яя|ое|ее|ые|ие)(?![\w'])|[аеиоуь]е|ь[яюи]|ия|кс")

# Letters that stand for each other in the Ukrainian and the Russian form of one name, at the price of doubt.
SAME_LETTERS = {
    **dict.fromkeys(("іи", "иы", "єе", "їи", "ео", "ґг", "ии", "еэ"), 0.05),
    **dict.fromkeys(
        ("іе", "іо", "іё", "еи", "ое", "оё", "её", "ие", "ыи", "ао", "оа", "їе", "іы", "яе", "'ь", "'ъ"), 0.3
    ),
    **dict.fromkeys(
        ("цч", "чц", "ця", "кг", "гк", "жш", "уо", "ея", "аи", "иа", "уи", "йи", "щш", "ау", "ву", "ув"), 0.7
    ),
}
SILENT = frozenset("ь'ъй")


@cache
def align(ukrainian_name: str, russian_name: str) -> tuple[float, tuple[tuple[int, int], ...]]:
    """Lay two names side by side: return the price of doubt, and the pairs of boundaries that the two share.

    >>> align("сміла", "смела")
    (0.3, ((0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)))
    """
    rows, columns = len(ukrainian_name), len(russian_name)
    price = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i or j:
                price[i][j] = min(cost for cost, _, _ in _steps(price, ukrainian_name, russian_name, i, j))
    path = [(rows, columns)]
    i, j = rows, columns
    while i or j:
        _, i, j = min(_steps(price, ukrainian_name, russian_name, i, j))
        path.append((i, j))
    return round(price[rows][columns], 3), tuple(reversed(path))


def _steps(price: list[list[float]], a: str, b: str, i: int, j: int) -> list[tuple[float, int, int]]:
    """Return the ways to reach cell (i, j), each with its price and the cell it comes from."""
    ways: list[tuple[float, int, int]] = []
    if i and j:
        doubt = 0.0 if a[i - 1] == b[j - 1] else SAME_LETTERS.get(a[i - 1] + b[j - 1], 1.5)
        ways.append((price[i - 1][j - 1] + doubt, i - 1, j - 1))
    if i:
        ways.append((price[i - 1][j] + (0.2 if a[i - 1] in SILENT else 1.0), i - 1, j))
    if j:
        ways.append((price[i][j - 1] + (0.2 if b[j - 1] in SILENT else 1.0), i, j - 1))
    return ways


def ukrainian(name: str) -> str:
    """Return a Ukrainian `name` as the national system of 2010 writes it."""
    return _capitalise(next(iter(cheapest(_slots(name, "uk"), most=1, limit=0.0))), name)


def russian(name: str) -> str:
    """Return a Russian `name` as English-language desks write it."""
    return _capitalise("".join(min(slot, key=lambda offer: offer[1])[0] for slot in _slots(name, "ru")), name)


def spellings_of_place(
    native: str, russian_names: tuple[str, ...] = (), *, most: int, limit: float
) -> dict[str, float]:
    """Return the spellings of a Ukrainian place, with their prices: Ukrainian, Russian, and mixtures of both.

    The cheapest `most`; single slips in the Ukrainian form come on top.
    """
    found = cheapest(_slots(native, "uk"), most=most, limit=limit)
    for name in russian_names:
        offers = [
            cheapest(_slots(name, "ru"), most=most, limit=limit),
            cheapest(_mixed(native, name), most=most, limit=limit),
        ]
        for offer in offers:
            for spelling, price in offer.items():
                found[spelling] = min(price, found.get(spelling, price))
    best = dict(sorted(found.items(), key=lambda item: (item[1], item[0]))[:most])
    slips = single_deviations(_slots(native, "uk"), limit=limit)
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
    parts = [_given(given, "ru"), ((space, 0.0),), *_slots(surname, "ru")]
    return {_capitalise(s, native): price for s, price in cheapest(parts, most=most, limit=limit).items()}


def _given(name: str, language: str) -> Slot:
    """Return the spellings of a given name: by custom, or by letter where the name is not a common one."""
    known = GIVEN.get(name.casefold())
    return known or tuple(cheapest(_slots(name, language), most=8, limit=1.6).items())


def _slots(name: str, language: str) -> list[Slot]:
    return [slot for _, slot in _pieces(name, language)]


def _pieces(name: str, language: str) -> list[tuple[str, Slot]]:
    text = name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    pattern, prices = (UKRAINIAN_RE, UKRAINIAN) if language == "uk" else (RUSSIAN_RE, RUSSIAN)
    return lookup_slots(text, pattern, prices)


MIXING = 0.4
"""What it costs to write one slot of a Ukrainian name the Russian way."""


def _mixed(native: str, russian_name: str) -> list[Slot]:
    """Return the slots of both forms side by side; where their pieces don't meet, longer stretches are one slot."""
    ours, theirs = _pieces(native, "uk"), _pieces(russian_name, "ru")
    _, path = align("".join(piece for piece, _ in ours), "".join(piece for piece, _ in theirs))
    our_ends, their_ends = _ends(ours), _ends(theirs)
    slots: list[Slot] = []
    a = b = 0
    for i, j in path[1:]:
        if i in our_ends and j in their_ends and (our_ends[i] > a or their_ends[j] > b):
            left = cheapest([slot for _, slot in ours[a : our_ends[i]]], most=12, limit=4)
            right = cheapest([slot for _, slot in theirs[b : their_ends[j]]], most=12, limit=4)
            slots.append(
                merge(tuple(left.items()), tuple((s, price + MIXING * (s not in left)) for s, price in right.items()))
            )
            a, b = our_ends[i], their_ends[j]
    return slots


def _ends(pieces: list[tuple[str, Slot]]) -> dict[int, int]:
    """Return the offsets at which pieces end, each with how many pieces end there or before."""
    ends: dict[int, int] = {0: 0}
    offset = 0
    for count, (piece, _) in enumerate(pieces, start=1):
        offset += len(piece)
        ends[offset] = count
    return ends


def _capitalise(spelling: str, native: str) -> str:
    """Return `spelling` with capitals where the words of `native` have them."""
    words = re.split(r"([ -])", spelling)
    models = re.split(r"([ -])", native)
    if len(words) != len(models):
        return spelling[:1].upper() + spelling[1:]
    return "".join(w[:1].upper() + w[1:] if m[:1].isupper() else w for w, m in zip(words, models, strict=True))
