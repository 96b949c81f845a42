"""The prices of Ukrainian and Russian letters: what the standard makes of each, and the habits around it.

The Ukrainian national system of 2010 is at no price, and for Russian what English-language desks write. Letters that
are read together, and the ends of words, have rows of their own.

>>> letter_by_letter("Зміїв", "uk", most=3, limit=1.0)
{'zmiiv': 0.0, 'zmiev': 0.6, 'zmiyev': 0.6}
"""

from __future__ import annotations

import re

from newsnorm.romanization.lattice import Slot, cheapest, lookup_slots, parse_prices

__all__ = ["letter_by_letter", "read_pieces", "read_slots"]

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
ове$ ove ovo=0.5 ovoe=1.4 ovoye=1.4 ov=1.6
еве$ eve evo=0.5 ev=1.6
єве$ ieve yeve=0.5 eve=0.8 evo=0.6 yevo=0.6 ievo=0.7 iev=1.6 yev=1.6 ev=1.7
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
UKRAINIAN_RE = re.compile(
    r"(?<![\w'])[єиіїйюя]|(?:ївка|івка|івці|ське|цьке|ська|ове|еве|єве|ине|ьне|ова|ець|ий|ій|ів|їв|ці|чі|[нлвтгчк]е|на)(?![\w'])|ьо|зг|кс|ія|дж|лл|нн|сс|тт"
)
RUSSIAN_RE = re.compile(r"(?<![\w'])[еюя]|(?:ий|ый|ая|яя|ое|ее|ые|ие)(?![\w'])|[аеиоуь]е|ь[яюи]|ия|кс")


def read_pieces(name: str, language: str) -> list[tuple[str, Slot]]:
    """Return the pieces of a Ukrainian (``uk``) or Russian (``ru``) `name`, each with its slot."""
    text = name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    pattern, prices = (UKRAINIAN_RE, UKRAINIAN) if language == "uk" else (RUSSIAN_RE, RUSSIAN)
    return lookup_slots(text, pattern, prices)


def read_slots(name: str, language: str) -> list[Slot]:
    """Return the slots of a Ukrainian (``uk``) or Russian (``ru``) `name`."""
    return [slot for _, slot in read_pieces(name, language)]


def letter_by_letter(name: str, language: str, *, most: int, limit: float) -> dict[str, float]:
    """Return the spellings of a Ukrainian (``uk``) or Russian (``ru``) `name` in lower case, with their prices."""
    return cheapest(read_slots(name, language), most=most, limit=limit)
