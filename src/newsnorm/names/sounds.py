"""Sound keys: what the spellings of one name have in common, whichever desk spelled it.

A romanization keeps sounds and picks letters: Гайдай is Haidai, Gaiday, Hayday or Gajdaj. `fold_part` undoes the
picking, so that spellings of one name fold to one key, without knowing the language or the system they follow. It
folds Latin, Cyrillic and Greek spellings.

>>> {fold_part(name) for name in ("Haidai", "Gaiday", "Gajdaj", "Hayday", "Гайдай")}
{'gaidai'}
>>> {fold_part(name) for name in ("Vereshchuk", "Wereschtschuk", "Vereščuk", "Верещук")}
{'vereSuk'}

Letters that tell strangers apart stay, and short parts fold hardly at all: ``Jin`` is not ``Yin``. With
``slavic=False``, ``h`` and ``g``, ``j`` and ``y`` stay apart too, as they must in names of other kinds.

>>> fold_part("Hunter", slavic=False) == fold_part("Gunter", slavic=False)
False
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold_part", "looks_slavic", "spell_plainly"]

# Parts shorter than this only lose case and marks: what few letters there are tell people apart.
SHORTEST_FOLDED = 4

# Letters as plain lower-case Latin ones. Marks that Unicode can take off (é, ü, й) are taken off afterwards, so what
# stands here are the letters that would lose a sound that way, or that have no mark to lose.
_LATIN = {
    "š": "sh", "ş": "sh", "ș": "sh", "ś": "sh", "ž": "zh", "ż": "zh", "ź": "zh", "č": "ch", "ć": "ch",
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ch",
    "ђ": "dj", "џ": "dzh", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LETTERS = str.maketrans(_LATIN | _CYRILLIC)
_GREEK_LETTERS = str.maketrans(_GREEK)
_GREEK_PAIRS_RE = re.compile("μπ|ντ|γκ|ου|αι|ει|οι")
_GREEK_PAIRS = {"μπ": "b", "ντ": "d", "γκ": "g", "ου": "u", "αι": "e", "ει": "i", "οι": "i"}

_GREEK_RE = re.compile(r"[\u0370-\u03ff]")
_NOT_A_LETTER_RE = re.compile(r"[\W\d_]+")

# Groups of letters, the longest first, and the one sound they stand for in some desk's hand. Capitals are sounds that
# no single Latin letter stands for.
_SOUNDS = {
    # щ and ш: Vereshchuk, Vereschuk, Wereschtschuk, Verechtchouk
    "schtsch": "S", "shtsch": "S", "chtch": "S", "shsch": "S", "shch": "S", "szcz": "S", "sch": "S", "sh": "S",
    "sz": "S",
    # ч: Arestovych, Arestovich, Arestowytsch, Arestowycz
    "tsch": "C", "tch": "C", "cz": "C", "ch": "C",
    # ж and дж
    "dzh": "dZ", "dsch": "dZ", "zh": "Z",
    # silent or breathed h
    "kh": "h", "ph": "f", "th": "t", "dh": "d", "gh": "g", "bh": "b", "wh": "v",
    # к and the rest of the hard consonants
    "ck": "k", "cc": "k", "qu": "kv", "q": "k", "x": "ks", "tz": "ts", "ce": "se", "ci": "si", "cy": "si", "c": "k",
    "w": "v",
    # vowels: Mahmoud, Mueller, Baerbock
    "ou": "u", "oo": "u", "ae": "a", "oe": "o", "ue": "u",
}  # fmt: skip
_SOUNDS_RE = re.compile("|".join(sorted(_SOUNDS, key=lambda letters: (-len(letters), letters))))

_OFF_RE = re.compile(r"(?<=[oe])ff$")  # Romanoff, Turgeneff
_I_RE = re.compile(r"[iy]+")
_SLAVIC_I_RE = re.compile(r"[iyj]+")
_FINAL_IJ_RE = re.compile(r"[iy]j$")  # Jurij, Selenskyj
_GLIDE_RE = re.compile(r"(?<=.)i(?=[aou])|i(?=e.)")  # Podolyak, Podoljak; Yermak, Iermak, Ermak
_ENKA_RE = re.compile(r"(?<=enk)a$")  # Lukashenka, Lukashenko
_DOUBLED_RE = re.compile(r"(.)\1+")
_FINAL_AH_RE = re.compile(r"[ae]h$")  # Haniyeh, Haniyah, Haniya

# Endings that hardly any but East Slavic surnames have, as they stand after folding.
_SLAVIC_RE = re.compile(r"(?:[st]ki|sk[ai]|ska[ai]|[eio]va?|enko|[Ciu]uk|[eio]viC)$")


def spell_plainly(text: str) -> str:
    """Return `text` in plain lower-case Latin letters, marks, apostrophes and soft signs gone.

    >>> spell_plainly("Zelens’kyi"), spell_plainly("Łódź"), spell_plainly("Зеленський")
    ('zelenskyi', 'lodzh', 'zelenskii')
    """
    text = text.casefold()
    if text.isascii():
        return text if text.isalpha() else _NOT_A_LETTER_RE.sub("", text)
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if _GREEK_RE.search(text):
        text = _GREEK_PAIRS_RE.sub(lambda match: _GREEK_PAIRS[match.group()], text).translate(_GREEK_LETTERS)
    return _NOT_A_LETTER_RE.sub("", text)


def fold_part(text: str, *, slavic: bool = True) -> str:
    """Return the sound key of one part of a name.

    Args:
        text: The part: a given name or a surname, in Latin, Cyrillic or Greek letters.
        slavic: Whether ``h`` and ``g``, ``j`` and ``y`` may be one sound, as in romanized East Slavic names.

    >>> fold_part("Zelenskyy") == fold_part("Zelenski") == fold_part("Selenskyj")
    False
    >>> fold_part("Zelenskyy") == fold_part("Zelenski") == fold_part("Зеленский")
    True

    """
    text = spell_plainly(text)
    if len(text) < SHORTEST_FOLDED:
        return text
    text = _OFF_RE.sub("v", text)
    text = _SOUNDS_RE.sub(lambda match: _SOUNDS[match.group()], text)
    if slavic:
        text = _ENKA_RE.sub("o", _SLAVIC_I_RE.sub("i", text.replace("h", "g")))
    else:
        text = _I_RE.sub("i", _FINAL_AH_RE.sub("a", _FINAL_IJ_RE.sub("i", text)))
    return _DOUBLED_RE.sub(r"\1", _GLIDE_RE.sub("", text))


def looks_slavic(surname: str) -> bool:
    """Return whether `surname` has an ending that hardly any but East Slavic surnames have.

    >>> looks_slavic("Zelenskyy"), looks_slavic("Petrenko"), looks_slavic("Hunter")
    (True, True, False)
    """
    return _SLAVIC_RE.search(fold_part(surname)) is not None
