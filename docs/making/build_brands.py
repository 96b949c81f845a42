"""Build the table of brands: ``python docs/making/build_brands.py simple-icons.json``.

What firms, products and papers call themselves looks like words run together: ``ResearchGate``, ``Auchan``. The file is
that of the package simple-icons 16.37.0 (CC0 1.0); ``brands.txt`` beside this script has more, by hand. A name of
several words gives each of them. What all word tables know is left out, and what one knows as a word without capitals
inside: ``Answer``. (Tables without names are not asked: what they know by a film's subtitles may be a name.)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newsnorm.spacing.vocabulary import NAMELESS, TABLED, load_vocabulary

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "src/newsnorm/data/brands.tsv"
HEADER = """\
# Names that brands give themselves, where a word table takes them for none or for two words.
# From simple-icons 16.37.0, CC0 1.0, and by hand; made by docs/making/build_brands.py.

"""
# Shorter names are initials, or words of some language.
SHORTEST = 4


def main(icons: Path) -> None:
    """Write the table."""
    TABLE.write_text(HEADER, encoding="utf-8")  # what the last one knew is not known
    titles = [row["title"] for row in json.loads(icons.read_text(encoding="utf-8"))]
    words = {word for title in titles for word in title.split() if is_name(word)}
    words.update((HERE / "brands.txt").read_text(encoding="utf-8").split())
    vocabularies = [load_vocabulary(language) for language in sorted(TABLED - NAMELESS)]
    known = {word: [vocabulary.knows(word) for vocabulary in vocabularies] for word in words}
    unknown = {word for word in words if not (any if word[1:].islower() else all)(known[word])}
    TABLE.write_text(HEADER + "\n".join(sorted(unknown)) + "\n", encoding="utf-8")


def is_name(word: str) -> bool:
    """Return whether `word` may be a name by itself: letters, one capital at least, not all of them."""
    return word.isalpha() and len(word) >= SHORTEST and word != word.lower() and not word.isupper()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
