"""Which language a text is in: quick, deterministic, thread-safe, and ``"und"`` where it can't be told.

Function words come first: the small words that hold a sentence together (``the``, ``und``, ``що``) settle nearly every
article in a few hundredths of a millisecond. A script that one language alone writes settles what has no words between
spaces. Only where these leave doubt, as on a headline, is `langdetect` asked, and its answer must agree with the
function words where there are enough of them to say.

Where words from all parts of a text leave doubt, what is looked at is its long lines first, since a scraped page starts
with its menu, which is in fragments, in capitals, and often in another language than the report.

>>> detect_language("The president said on Tuesday that the two countries have reached an agreement.")
'en'
>>> detect_language("Президент заявив у вівторок, що обидві країни дійшли згоди щодо цього питання.")
'uk'
>>> detect_language("1234"), detect_language("")
('und', 'und')
"""

from __future__ import annotations

import os
import re
import threading
from functools import cache, lru_cache
from math import sqrt
from operator import itemgetter
from struct import unpack
from typing import TYPE_CHECKING, Any

from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["UNDETERMINED", "detect_language", "function_words"]

UNDETERMINED = "und"
"""The code of a text whose language can't be told, and of text to treat by universal rules only."""

# How many code points of a text are read to find its long lines, and how many are looked at. More text makes neither
# function words nor langdetect better.
REACH = 20_000
SAMPLE_LENGTH = 600
PIECE_LENGTH = 300
LANGDETECT_LENGTH = 400

# What a word that is a function word of one language only counts for it.
WEIGHT = 1 << 10

# What the different function words of a language must weigh, in words: in all, and for each different word of the
# sample; and by how much of it they must exceed the next language's. Different words, since any language has some
# frequent word that is a function word of another, but not many.
CLEAR_SCORE = 3.0
CLEAR_SHARE = 0.075
CLEAR_MARGIN = 0.15

# If function words speak for the language `langdetect` names less than this share of what they do for another one, its
# answer is a guess.
CONTRADICTION = 0.5

# One or two words may be of any language that writes their letters.
FEWEST_WORDS = 3

# Most texts are settled at a glance: by the words of their first code points, cut at spaces, if these are so clear.
GLANCE = 320
GLANCE_SCORE = 6.0
GLANCE_MARGIN = 0.4

# So many words, every other one of a sample of all parts of a text, settle most texts already where they are so clear.
FEW = 20
FEW_SCORE = 4.0

# The language that most texts are in: it can be told at a glance by a sample of all words.
COMMONEST = "en"
# The weights of a word for and against a language are packed into one integer, in units of one and of this.
CLAIM = 1 << 32

# With this many different words, the function words of the language `langdetect` names must weigh this much for each.
ENOUGH_WORDS = 12
AGREEMENT = 0.05

# langdetect's own probability, below which its answer is a guess.
SURE = 0.9

# How many rows of its table are kept.
MOST_SHARES = 1 << 14

# A line this long is a sentence rather than an entry of a menu.
LONG_LINE = 80

# Words: what stands between spaces and punctuation. Not ``\w``: vowel signs of Indic scripts are no word characters.
WORD_RE = re.compile(
    r"[^\s\d!-@\[-`{-¿\N{HYPHEN}-\N{NOMINAL DIGIT SHAPES}\N{DEVANAGARI DANDA}-\N{DEVANAGARI DOUBLE DANDA}"
    r"\N{IDEOGRAPHIC SPACE}-\N{REVERSED DOUBLE PRIME QUOTATION MARK}]+"
)

# Addresses say nothing of the language, and hold "com", "de", "it", "no", which are words of some.
ADDRESS_RE = re.compile(r"(?:https?://|www\.|@)\S{1,500}")

_LOCK = threading.Lock()

if hasattr(os, "register_at_fork"):  # a child forked while another thread builds the detector would wait for ever

    def _renew_lock() -> None:
        global _LOCK
        _LOCK = threading.Lock()

    os.register_at_fork(after_in_child=_renew_lock)


def detect_language(text: str, words: Sequence[str] = ()) -> str:
    """Return the ISO 639-1 code of the language `text` is in, or ``"und"`` where it can't be told.

    The same text gives the same answer in any process, thread and order.

    Args:
        text: The text.
        words: A sample of its words, if there is one: see `newsnorm.tokens.find_words`.

    """
    few = words[::2]
    if (len(few) >= FEW and _is_commonest(few, FEW_SCORE)) or _is_commonest(words, GLANCE_SCORE):
        return COMMONEST
    return _glance(_sample(text, GLANCE)) or _detect(_sample(text, SAMPLE_LENGTH))


def _is_commonest(words: Iterable[str], score: float) -> bool:
    """Return whether `words` speak for English beyond doubt, with this `score`, whatever else they speak for."""
    claims, claiming = _claims()
    found = claiming.intersection(words)
    if len(found) < score:  # no word weighs more than one
        return False
    total: int = sum(itemgetter(*found)(claims))  # all of them without a call for each
    others, own = divmod(total, CLAIM)
    return own >= score * WEIGHT and own - others >= GLANCE_MARGIN * own


@lru_cache(maxsize=64)  # a text and the same text repaired mostly have the same sample
def _glance(sample: str) -> str | None:
    """Return the language that the first words of a text speak for beyond doubt, ``None`` for a closer look."""
    scores, first, margin = _weigh(sample[:GLANCE].lower().split())
    if scores[first] >= GLANCE_SCORE * WEIGHT and margin >= GLANCE_MARGIN * scores[first]:
        return _word_weights()[0][first]
    return None


@lru_cache(maxsize=64)  # as above: what one stage makes of a text, and what all make of it, are several samples
def _detect(sample: str) -> str:
    languages = _word_weights()[0]
    words = set(WORD_RE.findall(sample.lower()))
    scores, first, margin = _weigh(words)
    best = scores[first]
    if best >= max(CLEAR_SCORE, CLEAR_SHARE * len(words)) * WEIGHT and margin >= CLEAR_MARGIN * best:
        return languages[first]
    by_script = _language_of_script(sample)
    if by_script is not None:
        return by_script
    if len(words) < FEWEST_WORDS:
        return UNDETERMINED
    guess = _ask_langdetect(sample)
    support = scores[languages.index(guess)] if guess in languages else 0
    if support < CONTRADICTION * best:
        return UNDETERMINED
    if len(words) >= ENOUGH_WORDS and guess in languages and support < AGREEMENT * WEIGHT * len(words):
        return UNDETERMINED
    return guess


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of `language`, in lower case; none for a language without a list.

    >>> "after" in function_words("en"), "після" in function_words("uk"), function_words("und")
    (True, True, frozenset())
    """
    return frozenset(_word_lists().get(language, "").split())


def _sample(text: str, wanted: int) -> str:
    """Return at least `wanted` code points of `text` to judge it by, if it has so many: of its long lines, if any.

    The first of them are the same however many are wanted.
    """
    reach = min(len(text), REACH)
    pieces: list[str] = []
    position = 0
    while position < reach and wanted > 0:
        end = text.find("\n", position, reach)
        if end < 0:
            end = reach
        if end - position >= LONG_LINE:
            # A line that is the whole text has no others to leave room for.
            length = PIECE_LENGTH if end - position < reach else SAMPLE_LENGTH
            pieces.append(_read(text, position, end, min(length, wanted)))
            wanted -= len(pieces[-1])
        position = end + 1
    if wanted > 0:
        lines = _read(text, 0, reach, REACH).split("\n")
        lines.sort(key=len, reverse=True)  # a stable sort: the longest first, and the first of equals
        for line in lines:
            if len(line) < LONG_LINE and wanted > 0:
                pieces.append(line[:wanted])
                wanted -= len(line)
    return "\n".join(pieces)


def _read(text: str, start: int, end: int, length: int) -> str:
    """Return the first `length` code points of ``text[start:end]``, addresses left out."""
    stop = min(end, start + length)
    near = min(end, stop + len("https://"))  # an address that begins before the stop gives itself away before this
    if text.find("@", start, near) < 0 and text.find("://", start, near) < 0 and text.find("www.", start, near) < 0:
        return text[start:stop]
    return ADDRESS_RE.sub("", text[start:end])[:length]


def _weigh(words: Iterable[str]) -> tuple[tuple[int, ...], int, int]:
    """Return how much the different `words` speak for each language, which one leads, and by how much."""
    languages, weights = _word_weights()
    total = sum(map(weights.__getitem__, weights.keys() & words))
    scores = unpack(f"<{len(languages)}I", total.to_bytes(4 * len(languages), "little"))
    best = max(scores)
    first = scores.index(best)  # of two that are level, the first by name
    return scores, first, best - max(scores[:first] + scores[first + 1 :])


@cache
def _word_weights() -> tuple[tuple[str, ...], Mapping[str, int]]:
    """Return the languages, sorted, and how much each function word speaks for each of them.

    The weights of a word are packed into one integer, 32 bits for each language, so that adding up the words of a
    sample is a few dozen additions. Integers, since the sum of floats would depend on the order of a set.
    """
    languages, speakers = _speakers()
    lanes = {language: 1 << (32 * lane) for lane, language in enumerate(languages)}
    return languages, {
        word: _share(len(found)) * sum(map(lanes.__getitem__, found)) for word, found in speakers.items()
    }


@cache
def _claims() -> tuple[Mapping[str, int], frozenset[str]]:
    """Return how much each function word speaks for `COMMONEST`, and how much at most for any other, packed; the words.

    No other language scores more than the sum of the latter. Where even so much is too little, there is no need to tell
    their scores apart.
    """
    claims = {word: _claim(len(found), COMMONEST in found) for word, found in _speakers()[1].items()}
    return claims, frozenset(claims)


@cache  # one object for all words of a kind: they are quicker to reach
def _claim(sharing: int, own: bool) -> int:
    return _share(sharing) * (own + CLAIM * (sharing > own))


@cache
def _share(sharing: int) -> int:
    """Return what a word weighs for each of the languages it is in: the more share it, the less."""
    return round(WEIGHT / sqrt(sharing))


@cache
def _speakers() -> tuple[tuple[str, ...], Mapping[str, list[str]]]:
    """Return the languages, sorted, and for each function word those it is one of."""
    lists = _word_lists()
    languages = tuple(sorted(lists))
    speakers: dict[str, list[str]] = {}
    for language in languages:
        for word in lists[language].split():
            speakers.setdefault(word, []).append(language)
    return languages, speakers


@cache
def _word_lists() -> Mapping[str, str]:
    """Return the words of each language, as its row has them."""
    return dict(read_rows("function_words.tsv", 2))


# Scripts that one language alone writes, or so nearly alone that the others are not news: ``(first, last, language)``.
SCRIPTS = (
    ("\N{GREEK CAPITAL LETTER ALPHA WITH TONOS}", "\N{GREEK SMALL LETTER OMEGA WITH TONOS}", "el"),
    ("\N{ARMENIAN CAPITAL LETTER AYB}", "\N{ARMENIAN SMALL LIGATURE ECH YIWN}", "hy"),
    ("\N{BENGALI LETTER A}", "\N{BENGALI LETTER HA}", "bn"),
    ("\N{GURMUKHI LETTER A}", "\N{GURMUKHI LETTER HA}", "pa"),
    ("\N{GUJARATI LETTER A}", "\N{GUJARATI LETTER HA}", "gu"),
    ("\N{TAMIL LETTER A}", "\N{TAMIL LETTER HA}", "ta"),
    ("\N{TELUGU LETTER A}", "\N{TELUGU LETTER HA}", "te"),
    ("\N{KANNADA LETTER A}", "\N{KANNADA LETTER HA}", "kn"),
    ("\N{MALAYALAM LETTER A}", "\N{MALAYALAM LETTER HA}", "ml"),
    ("\N{SINHALA LETTER AYANNA}", "\N{SINHALA LETTER FAYANNA}", "si"),
    ("\N{THAI CHARACTER KO KAI}", "\N{THAI CHARACTER HO NOKHUK}", "th"),
    ("\N{LAO LETTER KO}", "\N{LAO LETTER HO TAM}", "lo"),
    ("\N{MYANMAR LETTER KA}", "\N{MYANMAR LETTER GREAT SA}", "my"),
    ("\N{GEORGIAN LETTER AN}", "\N{GEORGIAN LETTER HAE}", "ka"),
    ("\N{KHMER LETTER KA}", "\N{KHMER LETTER QA}", "km"),
    ("\N{HIRAGANA LETTER SMALL A}", "\N{KATAKANA LETTER VO}", "ja"),
    ("\N{HANGUL SYLLABLE GA}", "\N{HANGUL SYLLABLE HIH}", "ko"),
    ("\u4e00", "\u9fff", "zh"),  # unified ideographs: the last has no name before Unicode 14
)

# Kana among ideographs is Japanese: it never makes up less than this share of Japanese text.
KANA_SHARE = 0.1


def _language_of_script(sample: str) -> str | None:
    """Return the language that alone writes the script of most letters of `sample`, or ``None``."""
    letters = [character for character in sample if character.isalpha()]
    counts: dict[str, int] = {}
    for character in letters:
        if character > "\N{COMBINING GRAVE ACCENT}":
            for first, last, language in SCRIPTS:
                if first <= character <= last:
                    counts[language] = counts.get(language, 0) + 1
                    break
    if not counts:
        return None
    if counts.get("ja", 0) >= KANA_SHARE * counts.get("zh", 0):
        counts["ja"] = counts.get("ja", 0) + counts.pop("zh", 0)
    language = max(counts, key=lambda language: counts[language])
    return language if 2 * counts[language] > len(letters) >= 2 else None


def _ask_langdetect(sample: str) -> str:
    """Return what `langdetect` takes `sample` for, ``"und"`` where it isn't sure."""
    from langdetect.lang_detect_exception import LangDetectException

    with _LOCK:
        factory = _detector_factory()
    detector = factory.create()
    detector.append(sample[:LANGDETECT_LENGTH])
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return UNDETERMINED
    if not found or found[0].prob < SURE:
        return UNDETERMINED
    code: str = found[0].lang
    return UNDETERMINED if code == "unknown" else code.split("-")[0]


@cache
def _detector_factory() -> Any:
    """Return our own `langdetect` factory: seeded on the instance, its profiles in sorted order."""
    import json
    from pathlib import Path

    import langdetect
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    paths = sorted(path for path in (Path(langdetect.__file__).parent / "profiles").iterdir() if path.is_file())
    # Not `load_json_profile`: its bare ``except`` takes a signal to end for a profile that can't be read.
    profiles = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    factory.langlist = [profile["name"] for profile in profiles]
    factory.word_lang_prob_map = _Shares([(profile["freq"], profile["n_words"]) for profile in profiles])
    factory.seed = 0
    return factory


class _Shares(dict[str, tuple[float, ...]]):
    """What share each letter, and each two and three on end, has in each language: `langdetect`'s table.

    It makes the whole of it when it starts, 87,598 rows of 55 numbers, in half a second and 40 MB; a text asks for some
    hundreds of them. Here a row is made when it is asked for, and the last ones are kept: as tuples, which the garbage
    collector passes over.

    Args:
        profiles: How often each of them is in the language, and how many of each length there are in all.

    """

    def __init__(self, profiles: list[tuple[dict[str, int], list[int]]]) -> None:
        super().__init__()
        self._profiles = profiles

    def __contains__(self, letters: object) -> bool:
        if super().__contains__(letters):
            return True
        return any(letters in counts for counts, _ in self._profiles)

    def __missing__(self, letters: str) -> tuple[float, ...]:
        at = len(letters) - 1
        row = tuple([counts[letters] / totals[at] if letters in counts else 0.0 for counts, totals in self._profiles])
        if len(self) >= MOST_SHARES:
            self.clear()
        self[letters] = row
        return row
