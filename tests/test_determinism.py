# ruff: noqa: E501 (a text stays on one line)
"""Same output for same input: across threads, processes, hash seeds and orders; and some output for any input."""

from __future__ import annotations

import copy
import hashlib
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.corpus import CorpusError, Failure, Job, Summary
from newsnorm.edits import Edit
from newsnorm.name_table import NameTable, parse_name_table
from newsnorm.testing import HOSTILE, any_texts, articles, damaged_encodings

# Every stage has something to do, in several languages, and langdetect is asked for two.
TEXTS = [
    'Talks in Kiev\n\n"We talked"said the envoy of Volodimir Zelenski.Nobody else did.\n\nLeave A Reply\nPlease enter your comment!',
    "Der Außenminister sagte in Kiew, dass „niemand“ überrascht gewesen sei.\r\n\r\nKommentar schreiben",
    "Le ministÃ¨re a annoncÃ© lundi que R&amp;D n’est pas concernÃ©.",
    "Путін заявив, що переговори у Києві не відбулися.",
    "Premier zapowiada zmiany",
    "Bergwerk geschlossen, niemand verletzt",
    "",
    "\ud800 1234 \0",
]

PROGRAM = """
import hashlib, json, sys
from concurrent.futures import ThreadPoolExecutor
import newsnorm
def digest(text):
    return hashlib.sha256(json.dumps(newsnorm.normalize(text).to_dict()).encode()).hexdigest()
texts = json.loads(sys.stdin.read())
with ThreadPoolExecutor(4) as pool:  # all threads meet the unloaded tables at once
    print(json.dumps(list(pool.map(digest, texts))))
"""


def digest(text: str) -> str:
    return hashlib.sha256(json.dumps(newsnorm.normalize(text).to_dict()).encode()).hexdigest()


@pytest.mark.parametrize("seed", ["0", "1", "2024"])
def test_processes_hash_seeds_and_threads_agree(seed: str) -> None:
    golden = (Path(__file__).parent / "golden").glob("*.txt")
    texts = [*TEXTS, *(path.read_bytes().decode("utf-8") for path in sorted(golden))]
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(texts),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run.stdout) == [digest(text) for text in texts]


@given(st.lists(st.one_of(articles(), any_texts()), min_size=1, max_size=4))
def test_threads_agree_with_one_thread(texts: list[str]) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(newsnorm.normalize, texts * 2)) == [newsnorm.normalize(text) for text in texts] * 2


@given(st.one_of(articles(), damaged_encodings()))
def test_what_came_before_does_not_matter(text: str) -> None:
    """normalize(x), anything else, normalize(x): twice the same."""
    first = newsnorm.normalize(text)
    for other in TEXTS:
        newsnorm.normalize(other)
    assert newsnorm.normalize(text) == first


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\u2029"], ids=ascii)
@given(text=articles())
@example(text="Путін \n\ncafé“… cafÃ© ")  # the Cyrillic line speaks against a repair in the other, were they one
@example(text="the the the https://example.org/kiev.Then.&amp;“\n\nthe ")  # an entity of an address before a break
def test_the_newlines_of_a_platform_do_not_matter(newline: str, text: str) -> None:
    """normalize(text in another system's lines).text == normalize(text).text, paragraph marks and all."""
    lines = text.replace("\r\n", "\n")
    assert newsnorm.normalize(lines.replace("\n", newline)).text == newsnorm.normalize(lines).text


@given(st.one_of(any_texts(), damaged_encodings()))
def test_no_text_is_too_much(text: str) -> None:
    """Any ``str`` comes out, views and all, and what comes out can be written down."""
    article = newsnorm.normalize(text)
    article.to_dict()
    article.text.encode("utf-8")


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_no_row_of_one_thing_is_too_much(unit: str) -> None:
    text = unit * (3_000 // len(unit))
    article = newsnorm.normalize(text)
    assert newsnorm.normalize(article.text).text == article.text


@pytest.mark.parametrize("unit", ["word ", "слово", "語", 'He said "so"and went. ', "Ã© "])
def test_one_very_long_line_is_not_too_much(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert newsnorm.normalize(text).raw == text


def test_ten_million_characters_on_one_line_are_repaired_like_a_few() -> None:
    """Each of many equal stretches comes out as it would alone (quotes aside, which are paired in shorter paragraphs)."""
    sound = "The ministers met in Geneva on Tuesday and agreed to meet again before the end of the month, aides said. "
    damaged = "A cafÃ© owner left for Kiev.Then he came back. "
    mended = "A café owner left for Kyiv. Then he came back. "
    count = 10_000_000 // len(sound * 12 + damaged) + 1
    article = newsnorm.normalize((sound * 12 + damaged) * count, language="en")
    assert len(article.raw) >= 10_000_000
    assert article.text == (sound * 12 + mended) * count
    assert article.to_raw(len(article.text) - 5, len(article.text)) == (len(article.raw) - 5, len(article.raw))


TABLE = parse_name_table("Port Verne\tplace\ten\tVerneport\n", source="own.tsv")
ARTICLE = newsnorm.normalize(TEXTS[0], language="en")
PUBLIC = [
    *(getattr(newsnorm, name) for name in newsnorm.__all__),
    ARTICLE,
    *(getattr(ARTICLE, name) for name in ("alignment", "blocks", "changes", "names", "removed", "sections", "steps")),
    newsnorm.normalize(TEXTS[0]).structure,
    newsnorm.normalize("“so", language="en").warnings,
    newsnorm.split_sections("MOSCOW, March 21 (AFP): Talks went on.").dateline,
    newsnorm.Options(name_table=NameTable.builtin().extended(TABLE), furniture=newsnorm.learn_furniture(TEXTS)),
    newsnorm.learn_furniture(TEXTS),
    TABLE,
    NameTable.builtin(),
    newsnorm.show_name("Kiev"),
    Job(inputs=("a",)),
    Failure("a", 1, "b", "c"),
    Summary(),
    Edit(0, 1, "a", "b"),
]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_everything_public_pickles(protocol: int) -> None:
    for value in PUBLIC:
        assert pickle.loads(pickle.dumps(value, protocol)) == value, value
        assert copy.deepcopy(value) == value, value


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_errors_pickle_with_all_they_say(protocol: int) -> None:
    for error in (newsnorm.EditError("out", 1, 2), CorpusError("no such file")):
        again = pickle.loads(pickle.dumps(error, protocol))
        assert (type(again), again.args, vars(again)) == (type(error), error.args, vars(error))


def test_the_network_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    for text in TEXTS:
        newsnorm.normalize(text).to_dict()
