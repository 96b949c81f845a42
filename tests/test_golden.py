"""What newsnorm makes of articles of our own, kept whole: no output changes unnoticed, and none without its reason.

``tests/golden`` holds articles as they were scraped (``*.txt``) and what `Article.to_dict` says of each (``*.json``).
Where the output is meant to change, write the line for ``CHANGELOG.md`` first and then, with its words::

    python tests/test_golden.py --because "Spaces come back before brackets."

This writes the outputs anew, and remembers with what words: the tests want them in the changelog.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
from pathlib import Path

import pytest

import newsnorm

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
ARTICLES = sorted(path.stem for path in GOLDEN.glob("*.txt"))
REASON = GOLDEN / "reason"
HOW = 'if it is meant to be so, write its line in CHANGELOG.md, then: python tests/test_golden.py --because "THE LINE"'
# How much of a difference a failure shows, in lines.
MOST_SHOWN = 60


def render(name: str) -> str:
    """Return what newsnorm makes of the article `name`, as its file has it."""
    raw = (GOLDEN / f"{name}.txt").read_bytes().decode("utf-8")
    return json.dumps(newsnorm.normalize(raw).to_dict(), ensure_ascii=False, indent=1) + "\n"


def stored(name: str) -> str:
    path = GOLDEN / f"{name}.json"
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def digest() -> str:
    return hashlib.sha256("\n".join(stored(name) for name in ARTICLES).encode("utf-8")).hexdigest()[:16]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", ARTICLES)
def test_the_output_is_as_it_was(name: str) -> None:
    made = render(name)
    if made != stored(name):
        lines = difflib.unified_diff(stored(name).split("\n"), made.split("\n"), "before", "now", lineterm="", n=1)
        pytest.fail("\n".join([f"the output of {name} has changed; {HOW}", *list(lines)[:MOST_SHOWN]]), pytrace=False)


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_stored_is_an_article(name: str) -> None:
    data = json.loads(stored(name))
    assert newsnorm.Article.from_dict(data).to_dict() == data


def test_the_last_change_stands_in_the_changelog() -> None:
    known, because = REASON.read_text(encoding="utf-8").rstrip("\n").split(" ", 1)
    assert known == digest(), f"the outputs were changed by hand; {HOW}"
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert flat(because) in flat(changelog), f"CHANGELOG.md does not say {because!r}; {HOW}"


def test_there_are_articles_of_many_languages() -> None:
    assert len({json.loads(stored(name))["language"] for name in ARTICLES}) >= 15


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the golden outputs anew.")
    parser.add_argument("--because", required=True, help="the words of CHANGELOG.md that say what has changed")
    because = flat(parser.parse_args().because)
    for article in ARTICLES:
        (GOLDEN / f"{article}.json").write_bytes(render(article).encode("utf-8"))
    REASON.write_text(f"{digest()} {because}\n", encoding="utf-8")
