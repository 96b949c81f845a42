"""Take spaces out of paragraphs as extractors do: ``python docs/making/lose_spaces.py PARAGRAPHS DAMAGED CLEAN``.

PARAGRAPHS is a file of JSON rows with ``text`` and ``site``. Every other paragraph goes to DAMAGED, with its text as
``gold`` and as ``text`` without the spaces at the edges of a few stretches of words, the way inline tags take them
away; the others go to CLEAN. ``--names FILE`` has names, one a line, that are put into both: manuals have hardly any,
and news is full of them. Both files are what ``docs/making/train_glue.py`` reads.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from random import Random

SEED = 7
# How many stretches lose their edges, how many words each has, how likely an edge is lost, and how many names come in.
STRETCHES = (1, 1, 2, 2, 3, 4)
SIZES = (1, 1, 2, 2, 3, 4)
LOST = 0.85
NAMES = (0, 1, 1, 2, 3)


def add_names(words: list[str], names: list[str], draw: Random) -> tuple[list[str], set[int]]:
    """Return `words` with some of the `names` between them, and the places on either side of those."""
    edges: set[int] = set()
    for _ in range(draw.choice(NAMES) if names else 0):
        at = draw.randrange(1, len(words))
        if words[at - 1][-1].isalpha() and words[at][0].isalpha():
            name = draw.choice(names).split()
            words = [*words[:at], *name, *words[at:]]
            edges = {edge + len(name) * (edge >= at) for edge in edges} | {at, at + len(name)}
    return words, edges


def lose_spaces(words: list[str], edges: set[int], draw: Random) -> str:
    """Return the text of `words` without some spaces, half of them at `edges`."""
    lost: set[int] = set()
    for _ in range(draw.choice(STRETCHES)):
        if edges and draw.random() < 0.5:
            lost.add(draw.choice(sorted(edges)))
            continue
        start = draw.randrange(1, len(words))
        lost.update(edge for edge in (start, start + draw.choice(SIZES)) if draw.random() < LOST)
    return words[0] + "".join(("" if at in lost else " ") + words[at] for at in range(1, len(words)))


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paragraphs", type=Path)
    parser.add_argument("damaged", type=Path)
    parser.add_argument("clean", type=Path)
    parser.add_argument("--names", type=Path)
    arguments = parser.parse_args()
    names = arguments.names.read_text(encoding="utf-8").splitlines() if arguments.names else []
    draw = Random(SEED)
    rows = [json.loads(line) for line in arguments.paragraphs.open(encoding="utf-8")]
    with arguments.damaged.open("w", encoding="utf-8") as damaged, arguments.clean.open("w", encoding="utf-8") as clean:
        for number, row in enumerate(rows):
            words = row["text"].split()
            if len(words) < 2:
                continue
            words, edges = add_names(words, names, draw)
            gold = {"gold": " ".join(words), "site": row["site"]}
            if number % 2:
                clean.write(json.dumps({"text": gold["gold"], "site": row["site"]}, ensure_ascii=False) + "\n")
            else:
                damaged.write(json.dumps(gold | {"text": lose_spaces(words, edges, draw)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
