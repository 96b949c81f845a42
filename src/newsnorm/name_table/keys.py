r"""The key words of the built-in table by language, ready to use: ``data/keys.tsv``, made with the table.

A text is searched for key words (`newsnorm.key_words`) before all else, and to work them out of 39,000 spellings takes
longer than a short run should wait. So they are listed: those that may have to *move*, since some spelling has them
that is no canonical form, and those that *rest*. Each does so in capitals, too, but for *small* ones, which are another
word in capitals: a Privatbank moves, PRIVATBANK is also PrivatBank, which rests.

>>> moving, resting = parse_keys("de,en\tmoves\tKiev\nen\trests\tKyiv PrivatBank\nen\tmoves, small\tPrivatbank\n", "en")
>>> sorted(moving), sorted(resting)
(['KIEV', 'Kiev', 'Privatbank'], ['KYIV', 'Kyiv', 'PRIVATBANK', 'PrivatBank'])
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsnorm.key_words import find_key_word

if TYPE_CHECKING:
    from newsnorm.name_table.table import NameTable

__all__ = ["compile_keys", "parse_keys"]

HEADER = "# languages\tmoves or rests\tkey words\n"
SMALL = ", small"


def compile_keys(table: NameTable) -> str:
    """Return the text of the key words of `table`, as its views have worked them out from its lines."""
    scopes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for language, words in sorted(_find_words(table).items()):
        view = table.view(language)
        words.update(view.plurals)
        words.update([word.upper() for word in words])
        moves = {word: word in view.movers for word in words}
        follow = {(word.upper(), moves[word]) for word in words if word != word.upper()}
        for word in {word for word in words if (word, moves[word]) not in follow}:
            mark = ("moves" if moves[word] else "rests") + SMALL * (moves[word] != moves[word.upper()])
            scopes[word, mark].append(language)
    rows: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for (word, mark), languages in sorted(scopes.items()):
        # What is in ASCII stands by itself: it is much quicker to put in capitals.
        rows[",".join(languages), mark, not word.isascii()].append(word)
    return HEADER + "".join(f"{scope}\t{mark}\t{' '.join(words)}\n" for (scope, mark, _), words in sorted(rows.items()))


def _find_words(table: NameTable) -> dict[str, set[str]]:
    """Return the key words of all spellings by language."""
    found: dict[str, set[str]] = defaultdict(set)
    entities = {entity.id: entity.forms for entity in table.entities()}
    for id_, forms in entities.items():
        for language, form in forms.items():  # what a house style overrules is known, too
            found[language].update(map(find_key_word, (*form, *table.view(language).form(id_))))
    for alias in table.aliases():
        forms = entities[alias.id]
        for language in forms if alias.languages == "*" else forms.keys() & alias.languages.split(","):
            found[language].add(find_key_word(alias.text))
    return {language: words - {""} for language, words in found.items()}


def parse_keys(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the key words in `text` that move in `language`, and those that rest, each with their capitals."""
    words: dict[str, list[str]] = {"moves": [], "rests": []}
    for line in text.split("\n"):
        scope, _, rest = line.partition("\t")
        if language in scope.split(","):
            mark, _, found = rest.partition("\t")
            words[mark.removesuffix(SMALL)] += (found,) if mark.endswith(SMALL) else (found, found.upper())
    return frozenset(" ".join(words["moves"]).split()), frozenset(" ".join(words["rests"]).split())
