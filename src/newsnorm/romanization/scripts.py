"""Other scripts that are read letter by letter: Cyrillic beyond Ukrainian and Russian, Greek, Georgian and Armenian.

Each language has one table: its letters (and groups of letters that are read together), what its own national system or
the desks' custom makes of them first, then the habits around it, priced.

>>> spellings("Гомель", "be", most=3, limit=1.0)
{'Homel': 0.0, 'Gomel': 0.4, 'Homiel': 0.5}
>>> spellings("Хуманово", "bg", most=2, limit=1.0)
{'Humanovo': 0.0, 'Khumanovo': 0.7}
>>> list(spellings("Μητσοτάκης", "el", most=3, limit=1.0))
['Mitsotakis', 'Metsotakis', 'Mitsotakes']
>>> list(spellings("ქუთაისი", "ka", most=1, limit=1.0)), list(spellings("Գյումրի", "hy", most=1, limit=1.0))
(['Kutaisi'], ['Gyumri'])
"""

from __future__ import annotations

import re
import unicodedata

from newsnorm.romanization.lattice import Slot, cheapest, lookup_slots, parse_prices

__all__ = ["LANGUAGES", "spellings"]

CYRILLIC = """
а a
б b
в v
г g
д d
е e
ж zh
з z
и i
й y i=0.4 j=1.2
к k
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
х kh h=0.6
ц ts c=1.5
ч ch
ш sh
щ shch
ъ -
ы y
ь -
э e
ю yu iu=0.6
я ya ia=0.6
"""
TABLES = {
    # The national instruction of 2000 (without its diacritics), and the Russian-derived habit.
    "be": """
        г h g=0.4 kh=0.9
        ё yo io=0.3
        е e ye=0.5 ie=0.5
        ^е ye je=0.8 e=0.6
        і i
        ў u w=0.3 v=0.7
        дз dz
        ля lia lya=0.3 la=0.6
        ь - '=1
        х kh ch=0.5 h=0.7
        ц ts c=0.5
        ч ch č=1.2
        ш sh š=1.2
        ж zh ž=1.2
        цкі tski tsky=0.5 cki=0.6
        скі ski sky=0.5
    """,
    # The transliteration act of 2009.
    "bg": """
        х h kh=0.7
        щ sht sh=1.2
        ъ a u=0.6 y=1
        ия$ ia iya=0.3 ija=1
        й y i=0.5 j=1.2
        в v w=1.5
    """,
    # Serbia's own Latin alphabet; the desks drop its diacritics.
    "sr": """
        ђ đ dj=0.1 d=0.5
        ж ž z=0.1 zh=0.6
        ј j y=0.9
        љ lj l=0.9
        њ nj n=0.9
        ћ ć c=0.1 ch=0.6
        ц c ts=0.8
        ч č c=0.1 ch=0.5
        џ dž dz=0.2 dj=0.8
        ш š s=0.1 sh=0.5
        х h
    """,
    "mk": """
        ѓ gj g=0.6 dj=0.9
        ѕ dz
        ј j y=0.6
        љ lj l=0.8
        њ nj n=0.8
        ќ kj k=0.6 ch=0.9
        џ dzh dz=0.5
        х h
        ц c ts=0.4
        ч ch č=0.4 c=0.6
        ш sh š=0.4 s=0.6
        ж zh ž=0.4 z=0.6
    """,
    "kk": """
        ә a ae=0.8
        ғ gh g=0.4
        қ k q=0.3
        ң ng n=0.5
        ө o
        ұ u
        ү u
        һ h
        і i y=0.8
        ы y i=0.6
        ж zh j=0.3
        й y i=0.3
        х kh h=0.5
    """,
    "ky": """
        ң ng n=0.5
        ө o
        ү u
        ж j zh=0.3 dzh=0.7
        й y i=0.3
        ээ ee
        уу uu u=0.5
        оо oo o=0.5
        өө oo o=0.5
    """,
    "tg": """
        ғ gh g=0.4
        ӣ i
        қ q k=0.3
        ӯ u o=0.5
        ҳ h kh=0.7
        ҷ j dj=0.6 dzh=0.7
        ё yo io=0.5
    """,
    # ELOT 743, and the older habits: ch/h/kh for chi, by sound or by letter for the diphthongs.
    "el": """
        α a
        β v b=1.2
        γ g gh=0.8
        δ d dh=1.2
        ε e
        ζ z
        η i y=0.7 e=0.6
        θ th
        ι i
        κ k c=1.2
        λ l
        μ m
        ν n
        ξ x ks=0.8
        ο o
        π p
        ρ r
        σ s
        ς s
        τ t
        υ y i=0.4
        φ f ph=0.6
        χ ch h=0.3 kh=0.4
        ψ ps
        ω o
        ου ou u=0.5
        αι ai e=0.5
        ει ei i=0.4
        οι oi i=0.6
        γγ ng
        γκ gk g=0.4
        ^γκ gk g=0.1
        γχ nch
        ^μπ b mp=0.7
        μπ mp b=0.5
        ^ντ d nt=0.5
        ντ nt d=0.6 nd=0.6
        τζ tz dz=0.7
        αυ av au=0.6 af=0.6
        ευ ev eu=0.5 ef=0.6
        ευτ eft
        αυτ aft
        ^γι gi yi=0.4 y=0.3
        ^γιω gio yio=0.4 yo=0.3
    """,
    "ka": """
        ა a
        ბ b
        გ g
        დ d
        ე e
        ვ v
        ზ z
        თ t
        ი i
        კ k
        ლ l
        მ m
        ნ n
        ო o
        პ p
        ჟ zh
        რ r
        ს s
        ტ t
        უ u ou=0.8
        ფ p
        ქ k
        ღ gh g=0.6
        ყ q k=0.6
        შ sh ch=1
        ჩ ch
        ც ts c=1
        ძ dz
        წ ts
        ჭ ch
        ხ kh h=0.7
        ჯ j dj=0.8
        ჰ h
    """,
    "hy": """
        ա a
        բ b
        գ g
        դ d
        ե e
        ^ե ye e=0.3
        զ z
        է e
        ը y
        թ t
        ժ zh
        ի i
        լ l
        խ kh h=0.8
        ծ ts
        կ k
        հ h
        ձ dz
        ղ gh
        ճ ch
        մ m
        յ y i=0.5
        ն n
        շ sh ch=1
        ո o
        ^ո vo
        ու u ou=0.6
        չ ch
        պ p
        ջ j
        ռ r
        ս s
        վ v
        տ t
        ր r
        ց ts
        փ p
        ք k
        եւ ev yev=0.5
        ւ v
        օ o
        ֆ f
    """,
}
LANGUAGES = tuple(sorted(TABLES))
PRICES = {
    language: (parse_prices(CYRILLIC) if language not in {"el", "ka", "hy"} else {})
    | parse_prices("\n".join(row.strip() for row in rows.strip().split("\n")))
    for language, rows in TABLES.items()
}
PIECES = {
    language: re.compile("|".join(sorted({key.strip("^$") for key in prices}, key=lambda key: (-len(key), key))))
    for language, prices in PRICES.items()
}


def spellings(native: str, language: str, *, most: int, limit: float) -> dict[str, float]:
    """Return the Latin spellings of `native`, with their prices, the standard one first.

    Raises:
        KeyError: There is no table for `language`.

    """
    text = native.casefold().replace("ς", "σ")
    if language == "el":  # the accents say how to speak, not how to spell
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    slots: list[Slot] = [slot for _, slot in lookup_slots(text, PIECES[language], PRICES[language])]
    found = cheapest(slots, most=most, limit=limit)
    return {re.sub(r"(?:^|(?<=[ -]))\w", lambda m: m.group().upper(), word): price for word, price in found.items()}
