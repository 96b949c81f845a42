"""Look for input that breaks a promise, guided by coverage: ``python tests/fuzz/run.py TARGET [--seconds N]``.

Needs atheris (``pip install atheris``). A target reads bytes as input for what a user may hand in: a text, a table, a
record; and checks what the library promises of it. A broken promise is written to a file in ``--out`` with its input,
once for each place in the code that it comes from, and the search goes on. What was found is mended and pinned in the
tests: see `docs/testing.md`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import atheris

with atheris.instrument_imports(include=["newsnorm"]):
    import newsnorm
    from newsnorm.furniture import Furniture
    from newsnorm.name_table import parse_name_table
    from newsnorm.restoring import replay
    from newsnorm.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = (None, "und", "en", "de", "fr", "es", "ru", "uk", "ar", "zh")

# What texts are put together from beside single characters: what the rules look for.
PROSE = (
    "The council met on Tuesday and put off its vote, since two of the members had been called away to the coast.",
    "“We had hoped for an answer this week,” said the mayor, who has led the talks since spring.",
    "Das Gericht hat die Klage am Montag abgewiesen, weil die Frist nach Ansicht der Kammer verstrichen war.",
    "Министр сообщил, что переговоры продолжатся на следующей неделе.",
)
MARKS = (
    *"\"'“”„«»‘’‹›,.;:!?…–—-()[]{}<>/|•*#@&%_=+\\\n\n\n\t ",
    *("\r\n", "\n\n", " \n", "\u00a0", "\u200b", "\u200d", "\u202e", "\u2066", "\u00ad", "\ufeff", "\u0301", "\u0308"),
    *("\x00", "\x85", "\u2028", "\ud83d", "\udc4d", "\ufffd", "\ue000", "😀", "ﬁ", "Ã©", "â€œ", "Ä±", "&amp;", "&#39;"),
    *(
        "https://example.org/a",
        "a@example.org",
        "@handle",
        "#tag",
        "file.tar.gz",
        "1.2.3",
        "3,000",
        "U.S.",
        "z.B.",
        "J. K.",
    ),
)


def read_fragments() -> list[str]:
    names = [row[1] for row in list(read_rows("aliases.tsv", 5))[::500]]
    leads = [row[0] for row in read_rows("section-leads.tsv", 3)]
    words = [
        "said",
        "the",
        "and",
        "after",
        "in",
        "Kiev",
        "kyiv",
        "Volodimir",
        "Zelensky",
        "Xi",
        "Jinping",
        "AFP",
        "Reuters",
    ]
    phrases = [
        "Leave A Reply",
        "Please enter your comment!",
        "Related News",
        "Share this article",
        "Read more:",
        "Home",
    ]
    return [*MARKS, *MARKS, *words, *words, *phrases, *PROSE, *names, *leads, "MOSCOW, March 21 (AFP) –", "By Jane Doe"]


FRAGMENTS = read_fragments()


def make_text(provider: atheris.FuzzedDataProvider) -> str:
    """Return a text of any characters, or of fragments with any characters among them."""
    if provider.ConsumeBool():
        return str(provider.ConsumeUnicode(provider.ConsumeIntInRange(0, 400)))
    pieces = []
    while provider.remaining_bytes() and len(pieces) < 80:
        choice = provider.ConsumeIntInRange(0, len(FRAGMENTS) + 20)
        pieces.append(FRAGMENTS[choice] if choice < len(FRAGMENTS) else provider.ConsumeUnicode(3))
        if provider.ConsumeBool():
            pieces.append(" ")
    return "".join(pieces)


def fuzz_normalize(data: bytes) -> None:
    """Check that any text is normalized, its record replays, nothing is left to do, and JSON keeps all of it."""
    provider = atheris.FuzzedDataProvider(data)
    language = provider.PickValueInList(list(LANGUAGES))
    unify = provider.ConsumeBool()
    text = make_text(provider)
    article = newsnorm.normalize(text, language=language, unify_unknown=unify)
    assert article.raw == text
    assert replay(text, article.steps)[0] == article.text, "the steps don't replay"
    again = newsnorm.normalize(article.text, language=article.language, unify_unknown=unify)
    assert again.text == article.text, "normalizing twice changes something more"
    assert newsnorm.Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article, "JSON loses something"
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text, "a block is not where it says"
    for mention in article.names:
        start, end = article.to_raw(mention.start, mention.end)
        assert text[start:end] == mention.surface, "a name is not where it says"
    for start in range(0, len(article.text), 1 + len(article.text) // 7):
        first, last = article.to_raw(start, len(article.text))
        assert 0 <= first <= last <= len(text), "a place maps out of the text"


def fuzz_tables(data: bytes) -> None:
    """Check that a table of names or furniture is refused with a `ValueError`, or can be used, saved and read again."""
    provider = atheris.FuzzedDataProvider(data)
    kind = provider.ConsumeIntInRange(0, 3)
    if kind == 3:
        fuzz_furniture(provider)
        return
    rows = make_rows(provider)
    if kind == 2:
        text = str(provider.ConsumeUnicode(300))
    elif kind == 1:
        fields = ("canonical", "kind", "languages", "variants", "short")
        text = json.dumps([dict(zip(fields, row, strict=False)) for row in rows])
    else:
        text = "\n".join("\t".join(",".join(f) if isinstance(f, list) else f for f in row) for row in rows)
    try:
        table = parse_name_table(text, source="mine", json_format=kind == 1)
    except ValueError as error:
        assert "mine" in str(error), "the message doesn't name the table"
        return
    whole = OTHER_TABLE.extended(table) if provider.ConsumeBool() else table  # the built-in one, each time, takes long
    names = [spelling for row in rows for spelling in (row[0], *row[3])]
    sample = f"In {' and '.join(names)} nothing happened, said {names[-1] if names else 'nobody'}."
    article = newsnorm.normalize(sample, language="en", name_table=whole)
    again = newsnorm.normalize(article.text, language="en", name_table=whole)
    assert again.text == article.text, "with this table, normalizing twice changes something more"


OTHER_TABLE = parse_name_table(
    "Kyiv\tplace\ten\tKiev; Kiew\nXi Jinping\tperson\ten\tXi\tXi\nAl-Arish\tplace\t*\tEl Arish\n", source="other"
)


def make_rows(provider: atheris.FuzzedDataProvider) -> list[list[Any]]:
    kinds = ["place", "person", "organisation", "other", "thing"]

    def name() -> str:
        words = ["Kyiv", "Kiev", "kiev", "Ödön", "Al-Arish", "X", "Xi", "O’Neill", "St.", "of", "", " ", "北京", "a.b"]
        chosen = [provider.PickValueInList(words) for _ in range(provider.ConsumeIntInRange(1, 3))]
        return " ".join(chosen) + str(provider.ConsumeUnicode(provider.ConsumeIntInRange(0, 2)))

    rows: list[list[Any]] = []
    for _ in range(provider.ConsumeIntInRange(1, 4)):
        languages = provider.PickValueInList([["en"], ["*"], ["en", "de"], [""], ["xx"]])
        variants = [name() for _ in range(provider.ConsumeIntInRange(0, 3))]
        row = [name(), provider.PickValueInList(kinds), languages, variants]
        rows.append([*row, name()] if provider.ConsumeBool() else row)
    return rows


def fuzz_furniture(provider: atheris.FuzzedDataProvider) -> None:
    handle, path = tempfile.mkstemp()
    os.close(handle)
    try:
        if provider.ConsumeBool():
            texts = [make_text(provider) for _ in range(3)]
            learned = newsnorm.learn_furniture(texts * 3)
            learned.save(path, everything=True)
            assert Furniture.load(path) == learned, "what was learned is not read as it was saved"
            newsnorm.normalize(texts[0], furniture=learned, language="en")
            return
        Path(path).write_bytes(provider.ConsumeBytes(provider.remaining_bytes()))
        try:
            loaded = Furniture.load(path)
        except ValueError:
            return
        newsnorm.normalize("One line.\n\nAnother line.", furniture=loaded, language="en")
    finally:
        os.unlink(path)


RECORD = newsnorm.normalize(
    "A title of it\n\nMOSCOW, March 21 (AFP) – The mayor of Kiev said “we wait” on Tuesday, and nobody left.\n\n"
    "Related News\n\nOil prices rise again",
    language="en",
).to_dict()


def fuzz_records(data: bytes) -> None:
    """Check that a record that JSON could hold becomes an article or is refused, and so with options of any type."""
    provider = atheris.FuzzedDataProvider(data)
    anything = [None, True, -1, 0, 3, 10**9, 1.5, "", "en", "share", "\ud800", [], ["share"], [[1]], {}, {"start": 1}]
    if provider.ConsumeBool():
        fields = ["stages", "language", "names", "house_style", "prefer", "name_table", "keep", "drop", "unify_unknown"]
        fields.append("protect")
        keywords = {provider.PickValueInList(fields): provider.PickValueInList(anything) for _ in range(3)}
        try:
            options = newsnorm.Options(**keywords)
        except (TypeError, ValueError):
            return
        newsnorm.normalize("In Kiev nothing\n\nhappened", options=options)
        newsnorm.fingerprint(options)
        return
    record: Any = json.loads(json.dumps(RECORD))
    for _ in range(provider.ConsumeIntInRange(1, 3)):
        spoil(record, provider, anything)
    try:
        article = newsnorm.Article.from_dict(record)
    except (KeyError, TypeError, ValueError):
        return
    article.to_dict()


def spoil(record: Any, provider: atheris.FuzzedDataProvider, anything: list[Any]) -> None:
    """Replace or take out one value somewhere in `record`."""
    here = record
    while True:
        keys = sorted(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = provider.PickValueInList(keys)
        if isinstance(here[key], dict | list) and here[key] and provider.ConsumeBool():
            here = here[key]
            continue
        if provider.ConsumeBool():
            here[key] = provider.PickValueInList(anything)
        else:
            del here[key]
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "normalize": fuzz_normalize,
    "tables": fuzz_tables,
    "records": fuzz_records,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir(), "newsnorm-fuzz"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    check = TARGETS[arguments.target]

    def run_one(data: bytes) -> None:
        try:
            check(data)
        except Exception as error:  # whatever it is, it is a find
            report(arguments.out, arguments.target, data, error)

    corpus = arguments.out / f"corpus-{arguments.target}"
    corpus.mkdir(exist_ok=True)
    limits = [f"-max_total_time={arguments.seconds}", "-timeout=30", "-rss_limit_mb=2048", "-max_len=1024"]
    atheris.Setup([sys.argv[0], str(corpus), f"-seed={arguments.seed}", "-print_final_stats=1", *limits], run_one)
    atheris.Fuzz()


def report(folder: Path, target: str, data: bytes, error: Exception) -> None:
    """Write the find to `folder`, if it is the first from its place."""
    frames = traceback.extract_tb(error.__traceback__)
    inner = [frame for frame in frames if "newsnorm" in frame.filename] or frames
    said = str(error)[:60] if isinstance(error, AssertionError) else ""
    place = f"{type(error).__name__} {Path(inner[-1].filename).name}:{inner[-1].lineno} {said}"
    path = folder / f"{target}-{hashlib.sha256(place.encode()).hexdigest()[:8]}.txt"
    if not path.exists():
        path.write_text(f"{place}\n{data!r}\n\n{''.join(traceback.format_exception(error))}", encoding="utf-8")


if __name__ == "__main__":
    main()
