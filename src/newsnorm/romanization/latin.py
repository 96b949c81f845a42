"""Names that have no letter-by-letter system in the news: Arabic, Persian, Hebrew, Chinese and Korean ones.

Arabic, Persian and Hebrew leave most vowels unwritten, so their spellings can't be read off the script. They are worked
out from one Latin spelling instead: each piece that desks write in several ways becomes a slot (``q/k``, ``ou/u``,
``-eh/-a``, ``Mohammed/Muhammad``). Chinese given names come joined, hyphenated, apart, and in Wade and Giles's system;
Korean ones with a hyphen, with a space or joined.

>>> list(respell("Qassem", "arabic", most=4))
['Qassem', 'Qasem', 'Kassem', 'Qassim']
>>> list(respell("Deng Xiaoping", "chinese", most=9))
['Deng Xiaoping', 'Deng Xiao-ping', 'Deng Xiao Ping', 'Deng Xiao-Ping', "Teng Hsiao-p'ing", 'Teng Hsiao-ping']
>>> list(respell("Kim Jong Un", "korean", most=9))
['Kim Jong Un', 'Kim Jong-un', 'Kim Jong-Un', 'Kim Jongun']
"""

from __future__ import annotations

import re

from newsnorm.romanization.lattice import cheapest, lookup_slots, parse_prices

__all__ = ["respell"]

ARABIC = parse_prices(
    """
mohammed mohammed mohammad=0.4 mohamed=0.4 muhammad=0.5 mohamad=0.9 muhammed=1.2
ahmed ahmed ahmad=0.4
hussein hussein husayn=0.9 hussain=0.5 husein=0.7 hossein=0.7
hassan hassan hasan=0.4
mahmoud mahmoud mahmud=0.4 mahmood=0.8
yasser yasser yasir=0.5 yaser=0.6
mustafa mustafa mustapha=0.7 moustafa=0.7 mostafa=0.7
bashar bashar bachar=0.8 beshar=1.6
khaled khaled khalid=0.4
ismail ismail ismael=0.7 isma'il=1 esmail=1
ebrahim ebrahim ibrahim=0.5
qassem qassem qasem=0.4 qassim=0.5 kassem=0.5 qasim=0.7 kasem=0.9 ghassem=0.9
hosseini hosseini hoseini=0.6 husseini=0.8
q q k=0.6
ou ou u=0.4 oo=1.1
aa aa a=0.5
ei ei ey=0.7 ai=0.7
ss ss s=0.5
ll ll l=0.8
tt tt t=0.8
mm mm m=0.9
rr rr r=0.9
dd dd d=0.9
eh$ eh a=0.4 ah=0.4 e=0.8
ah$ ah a=0.3 eh=0.6
i$ i y=0.9
kh kh ch=2
sh sh ch=1.6
j j dj=1.4
"""
)
PERSIAN = ARABIC | parse_prices(
    """
gh gh q=0.8
ou ou u=0.4 o=0.8
zadeh zadeh zade=0.5 zada=0.9
nejad nejad nezhad=0.8 nejhad=1.5
ch ch tch=1.4
"""
)
HEBREW = parse_prices(
    """
tz tz ts=0.4 z=0.6
ch ch h=0.5 kh=0.6
ya ya ia=0.9 ja=1.2
yahu yahu iahu=0.8 jahu=0.8 yahou=1.2
w w v=0.6
"""
)
SYSTEMS = {"arabic": ARABIC, "persian": PERSIAN, "hebrew": HEBREW}
PATTERNS = {
    # The longest piece first; the ends of words are told by `lookup_slots`.
    name: re.compile("|".join(sorted((re.escape(key.strip("^$")) for key in table), key=lambda key: (-len(key), key))))
    for name, table in SYSTEMS.items()
}

# Pinyin to Wade and Giles: beginnings, the endings that differ, and whole syllables that follow neither.
INITIALS = {"b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'", "x": "hs", "zh": "ch"}
INITIALS |= {"ch": "ch'", "r": "j", "z": "ts", "c": "ts'"}
FINALS = {"ong": "ung", "ian": "ien", "ie": "ieh", "ue": "üeh", "uo": "o", "iong": "iung", "ye": "yeh", "yan": "yen"}
SYLLABLES = {"zhi": "chih", "chi": "ch'ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz'u", "si": "ssu"}
SYLLABLES |= {"he": "ho", "ge": "ko", "ke": "k'o", "e": "o", "er": "erh", "you": "yu", "yi": "i", "gui": "kuei"}
SYLLABLES |= {"ju": "chü", "qu": "ch'ü", "xu": "hsü", "yu": "yü", "jun": "chün", "yuan": "yüan", "xuan": "hsüan"}
SYLLABLES |= {"guo": "kuo", "kuo": "k'uo", "huo": "huo", "shuo": "shuo", "ze": "tse", "ce": "ts'e", "ye": "yeh"}
SYLLABLE_RE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"  # a beginning, unless the syllable starts with a vowel
    r"(?:iang|iong|uang|ian|iao|uai|uan|ang|eng|ing|ong|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|e|i|o|u|ü)"
    r"(?![aeiouü])",  # the next syllable begins with a consonant
)


def respell(name: str, system: str, *, most: int = 40, limit: float = 1.6) -> dict[str, float]:
    """Return the spellings of `name`, a Latin one, with their prices, its own first.

    Raises:
        ValueError: There is no such system; the message lists them.

    """
    if system == "chinese":
        return dict(list(_chinese(name).items())[:most])
    if system == "korean":
        return dict(list(_korean(name).items())[:most])
    if system not in SYSTEMS:
        raise ValueError(f"system: {system!r} is not one of {', '.join((*SYSTEMS, 'chinese', 'korean'))}")
    slots = [slot for _, slot in lookup_slots(name.casefold(), PATTERNS[system], SYSTEMS[system])]
    found = cheapest(slots, most=most, limit=limit)
    return {_capitalise(spelling): price for spelling, price in found.items()}


def _capitalise(name: str) -> str:
    """Return `name` with capitals, but for the Arabic article and ``bin``."""
    return re.sub(r"(?:^|(?<=[ -]))(?!(?:al|el|as|bin|ibn)\b)\w", lambda match: match.group().upper(), name)


def _chinese(name: str) -> dict[str, float]:
    family, _, given = name.partition(" ")
    syllables = SYLLABLE_RE.findall(given.casefold())
    if "".join(syllables) != given.casefold() or len(syllables) != 2:
        return {name: 0.0}
    first, second = syllables
    old = [_wade_giles(syllable) for syllable in (family.casefold(), first, second)]
    wade = f"{old[0].capitalize()} {old[1].capitalize()}-{old[2]}"
    return {
        name: 0.0,
        f"{family} {first.capitalize()}-{second}": 0.3,
        f"{family} {first.capitalize()} {second.capitalize()}": 0.5,
        f"{family} {first.capitalize()}-{second.capitalize()}": 0.5,
        wade: 1.0,
        wade.replace("'", ""): 1.0,
    }


def _wade_giles(syllable: str) -> str:
    if syllable in SYLLABLES:
        return SYLLABLES[syllable]
    match = re.fullmatch(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.+)", syllable)
    if match is None:
        return syllable
    initial, final = match.groups()
    return INITIALS.get(initial, initial) + FINALS.get(final, final)


def _korean(name: str) -> dict[str, float]:
    family, *given = name.split(" ")
    if len(given) != 2:
        return {name: 0.0}
    first, second = given
    return {
        name: 0.0,
        f"{family} {first}-{second.casefold()}": 0.2,
        f"{family} {first}-{second}": 0.4,
        f"{family} {first}{second.casefold()}": 0.6,
    }
