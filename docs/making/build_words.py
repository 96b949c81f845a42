"""Build the word tables of the spacing stage: ``python docs/making/build_words.py FOLDER``.

FOLDER holds ``en_lexeme_prob.json.gz`` and its like from the package spacy-lookups-data 1.0.5 (MIT): a million tokens
of each language with their log probabilities; and ``fr.json.gz`` and its like from the package pyspellchecker 0.9.1
(MIT): the words of a dictionary in small letters, with how often films say them, to which the package faker 40 (MIT)
adds names. A table keeps the common words, what bonds they enter into, and those rarer words that would otherwise be
taken for two (``Dennoch`` is not ``den noch``). Of a dictionary in a language that has tokens as well, the words that
films say often are common words too, and the others a list by themselves, which is asked last; of a German one only
those are listed that the judges in use (see ``train_glue.py``) would cut in a badly damaged text.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from faker.config import AVAILABLE_LOCALES

from newsnorm.language import function_words
from newsnorm.spacing.vocabulary import ONE_LETTER
from newsnorm.spacing.words import Acquaintance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA = Path(__file__).parents[2] / "src/newsnorm/data"

# The least log probability of a common word; of a rare word that may look like two.
COMMON = {"de": -14.4, "en": -15.5, "es": -14.5}
RARE = {"de": -16.8, "en": -17.4, "es": -16.2}
LONGEST = 26
SHORTEST = 4

# Of the words of a dictionary those are common that films say so often; all the others are words nevertheless. How
# common a name is nobody counted.
SAID = 60
SPOKEN = ("fr", "pt")
DICTIONARIES = ("en", "es")
# A language that makes words of words without end: of its dictionary only those are kept that would be cut in a text
# so damaged (see `newsnorm.spacing.weighing.damage_score`).
COMPOUNDING = ("de",)
DANGER = -2.0
ALL_DOUBTFUL = -12.0
NAME = -14.0
# What the dictionary lacks and what looks like two, or is two by chance, and a word as well.
MISSING = {
    "en": "aright inquests seethe thereon thereto towage",
    "fr": (
        "aquiculture amoncellement barycentre chardonneret chaufferette compromission consonantique crescendo"
        " decrescendo défaut ensoleillement épicéa gerbera illimitation illiquide lesbien monoculaire ondelette"
        " ondelettes partita pastourelle pourcent pourparler pourpoint retrouvaille rossignolet situ toutou unetelle"
        " untel valetaille voussoir"
    ),
    "pt": "coronavírus desempacotar desempacote embaixo logotipo logotipos umidade",
}

# A rare token is a word, not a typing mistake, if it is this much likelier than its parts would meet by chance.
CHANCE = -5.5
# The same, if it is in a dictionary, and nobody says it.
UNSAID_CHANCE = -1.0
# Rare words whose parts bind this little are taken for two by the model; the others it leaves alone by itself.
DOUBT = 0.8
DOUBTFUL = {"de": -4.0, "en": -12.0, "es": -2.0}

TRADEMARK_LEAST = -16.3
GENDERED_RE = re.compile(r".*[a-zäöüß]In(?:nen)?")
HEADER = """\
# {what}
# {source}

"""
RARE_COMPOUNDS = "Words of a dictionary of {language} that look like two, and are too rare to be expected anywhere."
RARE_WORDS = "Words of a dictionary of {language} that are too rare to be expected anywhere."
LEXEMES = "Derived from spacy-lookups-data 1.0.5, (c) 2019 ExplosionAI GmbH, MIT licence."
SPEECH = (
    "Derived from pyspellchecker 0.9.1, (c) 2018-2021 Tyler Barrus, and faker 40, (c) 2012 Daniele Faraglia, both MIT."
)
DICTIONARY = "Derived from pyspellchecker 0.9.1, (c) 2018-2021 Tyler Barrus, MIT licence."
BOTH = (
    "Derived from spacy-lookups-data 1.0.5, (c) 2019 ExplosionAI GmbH, and pyspellchecker 0.9.1, (c) 2018-2021 Tyler\n"
    "# Barrus, both MIT."
)
WORDS = """Words of {language}, after their code: minus the natural logarithm of its share of all words (two
# digits); then, where it has any, its bonds as rounded logarithms: words that go on after it, words that end in it."""


def main(folder: Path) -> None:
    """Write all tables."""
    trademarks: set[str] = set()
    for language in COMMON:
        with gzip.open(folder / f"{language}_lexeme_prob.json.gz") as file:
            tokens: dict[str, float] = json.load(file)
        words = common_words(tokens, COMMON[language])
        left, right = find_bonds(tokens, words)
        rows = {word: code(p, left[word.lower()], right[word.lower()]) for word, p in words.items()}
        likely = {word: p for word, p in tokens.items() if p >= RARE[language]}
        doubtful = doubtful_words(likely, words, left, right, DOUBTFUL[language], chance=CHANCE)
        rows |= {word: code(p) for word, p in doubtful.items()}
        source = LEXEMES
        if language in DICTIONARIES:
            said, unsaid = look_up(read_counts(folder, language), words, rows)
            unsaid = sorted({*unsaid, *MISSING.get(language, "").split()})
            rows |= said
            source = BOTH
            write(f"dictionary-{language}.tsv", RARE_WORDS.format(language=language), unsaid, DICTIONARY)
        write(f"words-{language}.tsv", WORDS.format(language=language), group_words(rows), source)
        if language in COMPOUNDING:
            what = RARE_COMPOUNDS.format(language=language)
            write(f"dictionary-{language}.tsv", what, (), DICTIONARY)
            unsaid = endangered(read_counts(folder, language), language)
            write(f"dictionary-{language}.tsv", what, unsaid, DICTIONARY)
        if language != "es":  # its source is full of buttons run together
            trademarks |= find_trademarks(tokens, language)
    write("trademarks.tsv", "Names with capitals inside.", sorted(trademarks), LEXEMES)
    for language in SPOKEN:
        rows = speak(read_counts(folder, language), language)
        write(f"words-{language}.tsv", WORDS.format(language=language), group_words(rows), SPEECH)


def read_counts(folder: Path, language: str) -> dict[str, int]:
    """Return how often films say each word of a dictionary; a word that they do not counts as 50."""
    with gzip.open(folder / f"{language}.json.gz") as file:
        counts: dict[str, int] = json.load(file)
    return counts


def look_up(counts: dict[str, int], words: dict[str, float], listed: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the words of a dictionary that are not `listed`: those that films say, with their codes, and the others.

    Those that two of the common `words` make by chance are none: ``abetter`` and ``bethe`` are lost spaces, and so is
    ``astatic``, which no film says.
    """
    total = sum(counts.values())
    known = in_small_letters(words)
    taken = {word.lower() for word in listed}
    said, unsaid = {}, []
    for word, n in counts.items():
        p = math.log(n / total)
        if not (word.isalpha() and SHORTEST <= len(word) <= LONGEST) or word in taken:
            continue
        split = best_split(word, known)
        if split is not None and p - split[0] <= (CHANCE if n >= SAID else UNSAID_CHANCE):
            continue
        if n >= SAID:
            said[word] = code(p)
        else:
            unsaid.append(word)
    return said, sorted(unsaid)


def speak(counts: dict[str, int], language: str) -> dict[str, str]:
    """Return the words of a dictionary with their codes, given how often each is said."""
    total = sum(counts.values())
    short = ONE_LETTER[language]
    tokens = {word: math.log(n / total) for word, n in counts.items() if word.isalpha() and len(word) <= LONGEST}
    words = {word: p for word, p in tokens.items() if counts[word] >= SAID and (len(word) > 1 or word in short)}
    left, right = find_bonds(tokens, words)
    rows = {name: code(NAME) for name in sorted(find_names(language)) if name.lower() not in tokens}
    rows |= {word: code(min(tokens.values())) for word in MISSING[language].split()}
    rows |= {word: code(p, left[word], right[word]) for word, p in words.items()}
    doubtful = doubtful_words(tokens, words, left, right, ALL_DOUBTFUL)
    return rows | {word: code(p) for word, p in doubtful.items()}


def find_names(language: str) -> set[str]:
    """Return given names and surnames of the countries that speak a language."""
    found: set[str] = set()
    for place in AVAILABLE_LOCALES:
        if place.startswith(f"{language}_"):
            provider = import_module(f"faker.providers.person.{place}").Provider
            for kind in ("first_names", "first_names_male", "first_names_female", "last_names"):
                found.update(getattr(provider, kind, ()))
    return {name for name in found if name.isalpha() and name.istitle() and 4 <= len(name) <= LONGEST}


def code(p: float, left: int = 0, right: int = 0) -> str:
    """Return the code of a word: its frequency and its bonds."""
    bonds = f"{round(math.log1p(left))}{round(math.log1p(right))}"
    return f"{min(round(-p), 99):02d}" + (bonds if bonds != "00" else "")


def group_words(rows: dict[str, str]) -> Iterator[str]:
    """Yield the lines of a table of words: each code, sorted, and the words that have it, sorted, and a blank line."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, its_code in sorted(rows.items()):
        groups[its_code].append(word)
    for number, (its_code, words) in enumerate(sorted(groups.items())):
        yield from ("",) * (number > 0)
        yield from (its_code, *words)


def write(name: str, what: str, lines: Iterable[str], source: str) -> None:
    """Write a table."""
    (DATA / name).write_text(
        HEADER.format(what=what, source=source) + "".join(f"{line}\n" for line in lines), encoding="utf-8"
    )


def common_words(tokens: dict[str, float], least: float) -> dict[str, float]:
    """Return the common words in the capitals they are mostly written in."""
    forms: dict[str, dict[str, float]] = defaultdict(dict)
    for token, p in tokens.items():
        if not (token.isalpha() and len(token) <= LONGEST and max(token) < "\N{LATIN CAPITAL LETTER B WITH TOPBAR}"):
            continue
        if len(token) == 1 and token not in "aAIyeoàAYO":
            continue
        shape = "lower" if token.islower() else "title" if token[1:].islower() else "upper" if token.isupper() else ""
        if shape:
            forms[token.lower()][shape] = p
    words = {}
    for lower, found in forms.items():
        small, title, upper = (found.get(shape, -99.0) for shape in ("lower", "title", "upper"))
        if small >= least and small > title - 3:
            words[lower] = math.log(math.exp(small) + (math.exp(title) if title < small else 0))
        if title >= least and title > small and title > upper - 0.5:
            words[lower.capitalize()] = title
        if upper >= least and upper > title and upper > small and len(lower) <= 6:
            words[lower.upper()] = upper
    return words


def endangered(counts: Iterable[str], language: str) -> list[str]:
    """Return the words of a dictionary that are not known, and would be cut in a text as damaged as `DANGER`."""
    known = Acquaintance(language)
    found = []
    for word in counts:
        suspects = known.find_suspects({word, word.capitalize()}).values() if word.isalpha() else ()
        if any(suspect.damage <= DANGER for suspect in suspects):
            found.append(word)
    return sorted(found)


def in_small_letters(words: dict[str, float]) -> dict[str, float]:
    """Return `words` in small letters, each as likely as its likeliest form."""
    known: dict[str, float] = {}
    for word, p in words.items():
        known[word.lower()] = max(p, known.get(word.lower(), -99.0))
    return known


def best_split(token: str, known: dict[str, float]) -> tuple[float, int] | None:
    """Return the likeliest way to see `token` as two known words: its log probability, and where to cut."""
    splits = (
        (known[token[:i]] + known[token[i:]], i)
        for i in range(1, len(token))
        if token[:i] in known and token[i:] in known
    )
    return max(splits, default=None)


def find_bonds(tokens: dict[str, float], words: dict[str, float]) -> tuple[Counter[str], Counter[str]]:
    """Return how many words beyond the common ones begin with each common word, and how many end in it."""
    known = in_small_letters(words)
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for token in tokens:
        lower = token.lower()
        if token.isalpha() and 4 <= len(token) <= 40 and token[1:].islower() and lower not in known:
            split = best_split(lower, known)
            if split:
                left[lower[: split[1]]] += 1
                right[lower[split[1] :]] += 1
    return left, right


def doubtful_words(
    tokens: dict[str, float],
    words: dict[str, float],
    left: Counter[str],
    right: Counter[str],
    doubtful: float,
    *,
    chance: float = -math.inf,
) -> dict[str, float]:
    """Return the rare words among `tokens` that look like two; those that two make by `chance` are no words."""
    known = in_small_letters(words)
    found = {}
    for token, p in tokens.items():
        lower = token.lower()
        if not token.isalpha() or not 4 <= len(token) <= LONGEST or not token[1:].islower() or lower in known:
            continue
        if token != lower and tokens.get(lower, -99.0) > p:
            continue
        for i in range(1, len(lower)):
            a, b = lower[:i], lower[i:]
            if a not in known or b not in known:
                continue
            together = known[a] + known[b]
            bonds = DOUBT * (math.log1p(left[a]) + math.log1p(right[b]))
            if together - bonds + 1.9 * len(lower) >= doubtful and p - together > chance:
                found[token] = p
                break
    return found


def find_trademarks(tokens: dict[str, float], language: str) -> set[str]:
    """Return the names with capitals inside, without gendered nouns (a rule) and words run together."""
    functions = function_words(language)
    found = set()
    for token, p in tokens.items():
        if p < TRADEMARK_LEAST or not token.isalpha() or len(token) < 3 or GENDERED_RE.fullmatch(token):
            continue
        at = next((i for i in range(1, len(token)) if token[i].isupper() and token[i - 1].islower()), 0)
        if not at:
            continue
        a, b = token[:at], token[at:]
        first, second = tokens.get(a, -99.0), tokens.get(b, -99.0)
        common_first = len(a) >= 2 and a.islower() and first > -14 and a not in {"mac", "micro", "my"}
        by_chance = a.lower() in functions and second > -13 and p < first + second + 6
        together = first > -99 and second > -99 and p - first - second < 4
        if not (common_first or by_chance or together):
            found.add(token)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
