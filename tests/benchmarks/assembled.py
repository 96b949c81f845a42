"""The pipeline that people assemble: ftfy, langdetect, a keyword replacer of the same table, an afternoon's regexes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import ftfy
import langdetect
from langdetect.lang_detect_exception import LangDetectException

from newsnorm.name_table import NameTable

__all__ = ["assembled"]

langdetect.DetectorFactory.seed = 0

WORD_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
REPAIRS = (
    (re.compile(r'(\w[.,!?]?["”])(\w)'), r"\1 \2"),
    (re.compile(r"([a-z][.!?])([A-Z])"), r"\1 \2"),
    (re.compile(r"([a-z])([A-Z][a-z])"), r"\1 \2"),
    (re.compile(r"[ \t]+"), " "),
    (re.compile(r"\n{3,}"), "\n\n"),
    (re.compile(r"(?im)^(?:leave a reply|please enter your \w+.*|related news|share this:?|advertisement)\s*$\n?"), ""),
    (re.compile(r"(?im)^.*(?:sign up for|all rights reserved).*$\n?"), ""),
)


def assembled(text: str) -> str:
    """Return `text` cleaned as a helpful afternoon would have it."""
    text = ftfy.fix_text(text)
    try:
        langdetect.detect(text)
    except LangDetectException:
        return text
    text = replace_keywords(text)
    for pattern, replacement in REPAIRS:
        text = pattern.sub(replacement, text)
    return text


def replace_keywords(text: str) -> str:
    """Replace each spelling of the table by its canonical form: one walk through a tree of characters."""
    tree = keyword_tree()
    made: list[str] = []
    position, size = 0, len(text)
    boundary = True
    while position < size:
        if boundary and text[position] in tree:
            node, at, found = tree[text[position]], position + 1, None
            while True:
                if "" in node and (at == size or text[at] not in WORD_CHARACTERS):
                    found = at, node[""]
                if at == size or text[at] not in node:
                    break
                node, at = node[text[at]], at + 1
            if found is not None:
                position = found[0]
                made.append(found[1])
                boundary = False
                continue
        made.append(text[position])
        boundary = text[position] not in WORD_CHARACTERS
        position += 1
    return "".join(made)


@cache
def keyword_tree() -> dict[str, Any]:
    """Return the English spellings of the built-in table as a tree."""
    view = NameTable.builtin().view("en")
    tree: dict[str, Any] = {}
    for alias in view.spellings():
        node = tree
        for character in alias.text:
            node = node.setdefault(character, {})
        node[""] = view.form(alias.id).full
    return tree
