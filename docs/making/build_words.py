"""Build the word tables of the spacing stage: ``python docs/making/build_words.py FOLDER``.

FOLDER holds ``en_lexeme_prob.json.gz`` and its like from the package spacy-lookups-data 1.0.5 (MIT): a million tokens
of each language with their log probabilities. A table keeps the common words, what bonds they enter into, and those
rarer words that would otherwise be taken for two (``Dennoch`` is not ``den noch``).
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from newsnorm.language import function_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA = Path(__file__).parents[2] / "src/newsnorm/data"

# The least log probability of a common word; of a rare word that may look like two.
COMMON = {"de": -14.4, "en": -15.5, "es": -14.5}
RARE = {"de": -16.8, "en": -17.4, "es": -16.2}
LONGEST = 26

# A rare token is a word, not a typing mistake, if it is this much likelier than its parts would meet by chance.
CHANCE = -5.5
# Rare words whose parts bind this little are taken for two by the model; the others it leaves alone by itself.
DOUBT = 0.8
DOUBTFUL = {"de": -4.0, "en": -12.0, "es": -2.0}

TRADEMARK_LEAST = -16.3
GENDERED_RE = re.compile(r".*[a-zäöüß]In(?:nen)?")
HEADER = """\
# {what}
# Derived from spacy-lookups-data 1.0.5, (c) 2019 ExplosionAI GmbH, MIT licence.

"""
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
        rows |= {word: code(p) for word, p in doubtful_words(tokens, words, left, right, language).items()}
        write(f"words-{language}.tsv", WORDS.format(language=language), group_words(rows))
        if language != "es":  # its source is full of buttons run together
            trademarks |= find_trademarks(tokens, language)
    write("trademarks.tsv", "Names with capitals inside.", sorted(trademarks))


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


def write(name: str, what: str, lines: Iterable[str]) -> None:
    """Write a table."""
    (DATA / name).write_text(HEADER.format(what=what) + "".join(f"{line}\n" for line in lines), encoding="utf-8")


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
    known: dict[str, float] = {}
    for word, p in words.items():
        known[word.lower()] = max(p, known.get(word.lower(), -99.0))
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
    tokens: dict[str, float], words: dict[str, float], left: Counter[str], right: Counter[str], language: str
) -> dict[str, float]:
    """Return the rare words that look like two."""
    known: dict[str, float] = {}
    for word, p in words.items():
        known[word.lower()] = max(p, known.get(word.lower(), -99.0))
    found = {}
    for token, p in tokens.items():
        lower = token.lower()
        if (
            p < RARE[language]
            or not token.isalpha()
            or not 4 <= len(token) <= LONGEST
            or not token[1:].islower()
            or lower in known
        ):
            continue
        if token != lower and tokens.get(lower, -99.0) > p:
            continue
        for i in range(1, len(lower)):
            a, b = lower[:i], lower[i:]
            if a not in known or b not in known:
                continue
            chance = known[a] + known[b]
            bonds = DOUBT * (math.log1p(left[a]) + math.log1p(right[b]))
            if chance - bonds + 1.9 * len(lower) >= DOUBTFUL[language] and p - chance > CHANCE:
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
