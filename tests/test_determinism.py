# ruff: noqa: E501 (a text stays on one line)
"""Same output for same input: across threads, processes, hash seeds and orders; and some output for any input."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from strategies import HOSTILE, any_texts, articles, damaged_encodings

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
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(TEXTS),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run.stdout) == [digest(text) for text in TEXTS]


@given(st.lists(st.one_of(articles(), any_texts), min_size=1, max_size=4))
def test_threads_agree_with_one_thread(texts: list[str]) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(newsnorm.normalize, texts * 2)) == [newsnorm.normalize(text) for text in texts * 2]


@given(st.one_of(articles(), damaged_encodings()))
def test_what_came_before_does_not_matter(text: str) -> None:
    """normalize(x), anything else, normalize(x): twice the same."""
    first = newsnorm.normalize(text)
    for other in TEXTS:
        newsnorm.normalize(other)
    assert newsnorm.normalize(text) == first


@given(st.one_of(any_texts, damaged_encodings()))
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


def test_the_network_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    for text in TEXTS:
        newsnorm.normalize(text).to_dict()
