"""How the presses of other languages write Ukrainian and Russian names: one system a language, no lattice.

Each language's desks have a transcription of their own: German ``Selenskyj``, French ``Choïgou``, Dutch ``Sjojgoe``,
Polish ``Zełenski``, Spanish ``Bajmut``, Italian ``Gorbaciov``, Portuguese ``Lukachenko``; scholars have the one with
háčeks. They are canonical forms for readers of those languages, and spellings to look for in texts of every other one,
since desks take names over from each other. Accents that only tell the stress (``Jersón``) don't follow from the
letters: they are left out.

>>> transcribe("Чернігів", "uk", "de"), transcribe("Евгений Щербаков", "ru", "de"), transcribe("Чернігів", "uk", "fr")
('Tschernihiw', 'Jewgeni Schtscherbakow', 'Tchernihiv')
>>> [transcribe("Сергей Шойгу", "ru", system) for system in ("es", "it", "nl", "pl", "pt")]
['Serguei Shoigu', 'Serghei Scioigu', 'Sergej Sjojgoe', 'Siergiej Szojgu', 'Serguei Choigu']
"""

from __future__ import annotations

import re

__all__ = ["SYSTEMS", "transcribe"]

SYSTEMS = ("de", "es", "fr", "it", "nl", "pl", "pt", "scholarly")
"""The presses' systems, by language; and the scholars'."""

# Letters by language of the name and of the reader: what is not listed is shared by all.
SHARED = "а=a б=b в=v г=h ґ=g д=d е=e з=z и=y і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ь= ъ= '="
LETTERS = {
    ("uk", "de"): "в=w є=je ж=sch з=s ї=ji й=j х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja",
    ("ru", "de"): "в=w г=g ж=sch з=s и=i й=i х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ё=jo ы=y э=e",
    ("uk", "es"): "г=g є=ye ж=zh и=i ї=yi й=i х=j ц=ts ч=ch ш=sh щ=sch ю=iu я=ia",
    ("ru", "es"): "г=g ж=zh и=i й=i х=j ц=ts ч=ch ш=sh щ=sch ю=iu я=ia ё=io ы=y э=e",
    ("uk", "fr"): "є=ie ж=j ї=ï й=ï у=ou х=kh ц=ts ч=tch ш=ch щ=chtch ю=iou я=ia",
    ("ru", "fr"): "г=g ж=j и=i й=ï у=ou х=kh ц=ts ч=tch ш=ch щ=chtch ю=iou я=ia ё=io ы=y э=e",
    ("uk", "it"): "є=ie ж=z ї=i й=i х=ch ц=z ч=c ш=s щ=s ю=iu я=ia",
    ("ru", "it"): "г=g ж=z и=i й=i х=ch ц=z ч=c ш=s щ=s ю=iu я=ia ё=io ы=y э=e",
    ("uk", "nl"): "є=je ж=zj ї=ji й=j у=oe х=ch ц=ts ч=tsj ш=sj щ=sjtsj ю=joe я=ja",
    ("ru", "nl"): "г=g ж=zj и=i й=j у=oe х=ch ц=ts ч=tsj ш=sj щ=sjtsj ю=joe я=ja ё=jo ы=y э=e",
    ("uk", "pl"): "в=w є=je ж=ż ї=ji й=j л=ł х=ch ц=c ч=cz ш=sz щ=szcz ю=ju я=ja",
    ("ru", "pl"): "в=w г=g ж=ż и=i й=j л=ł х=ch ц=c ч=cz ш=sz щ=szcz ю=ju я=ja ё=jo ы=y э=e",
    ("uk", "pt"): "є=ie ж=j ї=i й=i х=kh ц=ts ч=tch ш=ch щ=chtch ю=iu я=ia",
    ("ru", "pt"): "г=g ж=j и=i й=i х=kh ц=ts ч=tch ш=ch щ=chtch ю=iu я=ia ё=io ы=y э=e",
    ("uk", "scholarly"): "є=je ж=ž ї=ji й=j х=ch ц=c ч=č ш=š щ=šč ю=ju я=ja",
    ("ru", "scholarly"): "г=g ж=ž и=i й=j х=ch ц=c ч=č ш=š щ=šč ю=ju я=ja ё=ë ы=y э=ė",
}
# Where letters meet, before letters are looked up one by one: pattern and replacement, in order.
VOWELS = "аеєиіїоуюяёыэ"
S_BETWEEN_VOWELS = (rf"(?<=[{VOWELS}])с(?=[{VOWELS}])", "ss")
SOFT_SIGN_BEFORE_O = (("ьо", "io"), ("йо", "io"))
SIBILANTS = "жшчщц"
# Ci and sci, as in Gorbaciov and Scioigu; before e and i the letter c is enough.
ITALIAN = (("[ч](?=[аоуыё])", "ci"), ("[шщ](?=[аоуыё])", "sci"), ("[шщ](?=[еєиії])", "sc"), ("ciё", "cio"))
# A soft consonant is told by an i or an acute before Polish vowels, ł from l by the letter that follows.
POLISH = (
    ("нсь?к(?!и)", "ńsk"),
    ("с?ськ", "sk"),
    ("цьк", "ck"),
    ("зьк", "zk"),
    ("(?<=[kк])ий(?!\\w)", "i"),
    ("ль", "l"),
    ("нь", "ń"),
    ("сь", "ś"),
    ("зь", "ź"),
    ("ць", "ć"),
)
BETWEEN: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("uk", "de"): (S_BETWEEN_VOWELS, ("ьо", "jo"), ("йо", "jo"), ("зг", "sh")),
    ("ru", "de"): (
        S_BETWEEN_VOWELS,
        (rf"(?:(?<![\w])|(?<=[{VOWELS}ьъ]))е", "je"),
        ("ий(?!\\w)", "i"),
        ("ый(?!\\w)", "y"),
        ("кс", "x"),
        ("(?<=[жшчщ])ё", "o"),
        ("ьи", "ji"),
    ),
    ("uk", "es"): (
        ("ий(?!\\w)", "i"),
        ("ьо", "io"),
        ("йо", "yo"),
        ("г(?=[еєиії])", "gu"),
        (r"(?<!\w)ю", "yu"),
        (r"(?<!\w)я", "ya"),
    ),
    ("ru", "es"): (
        ("[иы]й(?!\\w)", "i"),
        ("г(?=[еиэы])", "gu"),
        (r"(?<!\w)е", "ye"),
        (r"(?<!\w)ю", "yu"),
        (r"(?<!\w)я", "ya"),
        ("(?<=[жшчщ])ё", "o"),
    ),
    ("uk", "fr"): (S_BETWEEN_VOWELS, ("ий(?!\\w)", "y"), ("(?:(?<=\\W)|^)ї", "i"), *SOFT_SIGN_BEFORE_O, ("зг", "zh")),
    ("ru", "fr"): (
        S_BETWEEN_VOWELS,
        ("ий(?!\\w)", "i"),
        ("ый(?!\\w)", "y"),
        ("ин(?!\\w)", "ine"),
        ("г(?=[еиэы])", "gu"),
        (r"(?<!\w)е", "ie"),
    ),
    ("uk", "it"): (("ий(?!\\w)", "y"), *SOFT_SIGN_BEFORE_O, *ITALIAN),
    ("ru", "it"): (("[иы]й(?!\\w)", "y"), ("г(?=[еи])", "gh"), (r"(?<!\w)е", "ie"), ("(?<=[жшчщ])ё", "о"), *ITALIAN),
    ("uk", "nl"): (("ий(?!\\w)", "y"), ("ьо", "jo"), ("йо", "jo"), ("зг", "zh")),
    ("ru", "nl"): (("ий(?!\\w)", "i"), ("ый(?!\\w)", "y"), (r"(?<!\w)е", "je"), ("(?<=[жшчщ])ё", "o")),
    ("uk", "pl"): (
        *POLISH,
        ("л(?=[іїєюя])", "l"),
        ("ий(?!\\w)", "y"),
        ("ьо", "io"),
        ("йо", "jo"),
        (rf"(?<=[^{VOWELS}{SIBILANTS}\Wjl])є", "ie"),
        (rf"(?<=[^{VOWELS}{SIBILANTS}\Wjl])ю", "iu"),
        (rf"(?<=[^{VOWELS}{SIBILANTS}\Wjl'])я", "ia"),
        ("(?<=l)я", "a"),
        ("(?<=l)ю", "u"),
        ("(?<=l)є", "e"),
    ),
    ("ru", "pl"): (
        *POLISH,
        ("л(?=[иеёюя])", "l"),
        ("[иы]й(?!\\w)", "y"),
        (f"(?<=[{SIBILANTS}])и", "y"),
        (f"(?<=[{SIBILANTS}])ё", "o"),
        (rf"(?<=[^{VOWELS}{SIBILANTS}\Wlьъ])е", "ie"),
        (rf"(?:(?<!\w)|(?<=[{VOWELS}ьъ]))е", "je"),
        (rf"(?<=[^{VOWELS}{SIBILANTS}\Wl])ё", "io"),
        (rf"(?<=[^{VOWELS}{SIBILANTS}\Wl])ю", "iu"),
        (rf"(?<=[^{VOWELS}{SIBILANTS}\Wl])я", "ia"),
        ("(?<=l)я", "a"),
        ("(?<=l)ю", "u"),
        ("(?<=l)ё", "o"),
    ),
    ("uk", "pt"): (("ий(?!\\w)", "y"), *SOFT_SIGN_BEFORE_O, ("зг", "zh")),
    ("ru", "pt"): (("[иы]й(?!\\w)", "y"), ("г(?=[еиэы])", "gu"), (r"(?<!\w)е", "ie"), ("(?<=[жшчщ])ё", "o")),
}


def transcribe(native: str, language: str, system: str) -> str:
    """Return `native`, a Ukrainian (``uk``) or Russian (``ru``) name, as `system` writes it.

    >>> transcribe("Володимир Зеленський", "uk", "de"), transcribe("Сергей Шойгу", "ru", "fr")
    ('Wolodymyr Selenskyj', 'Sergueï Choïgou')
    >>> transcribe("Борис Щербина", "ru", "scholarly")
    'Boris Ščerbina'
    """
    text = native.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    for pattern, replacement in BETWEEN.get((language, system), ()):
        text = re.sub(pattern, replacement, text)
    pairs = f"{SHARED} {LETTERS[language, system]}".split()
    letters = {letter: spelling for letter, _, spelling in (pair.partition("=") for pair in pairs)}
    text = "".join(letters.get(character, character) for character in text)
    return re.sub(r"(?:^|(?<=[ -]))\w", lambda match: match.group().upper(), text)
