"""Laws of the views: what they show is what happened, and nothing in a text can break out of them."""

from __future__ import annotations

import dataclasses
import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.alignment import Alignment
from newsnorm.article import Article
from newsnorm.edits import Edit, apply_edits, check_edits
from newsnorm.records import Block, Change, Diagnostic, Mention, Removed, Structure
from newsnorm.views import cut_pieces
from newsnorm.views.html import escape, marked_text
from newsnorm.views.visible import make_visible

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = st.text(alphabet="ab\n <&\"'", max_size=30) | st.text(max_size=20)


@st.composite
def articles(draw: Callable[..., str]) -> Article:
    """Return an article that two rounds of any edits at all have made."""
    raw = text = draw(TEXTS)
    alignment = Alignment.identity(len(raw))
    changes = []
    for stage in ("encoding", "spacing"):
        edits, position = [], 0
        while position <= len(text) and draw(st.booleans()):
            start = draw(st.integers(position, len(text)))
            end = draw(st.integers(start, min(len(text), start + 5)))
            edits.append(Edit(start, end, draw(TEXTS), f"rule-of-{stage}"))
            position = end + 1
        checked = check_edits(text, edits)
        changes += [
            Change(stage, e.rule, *alignment.to_raw(e.start, e.end), text[e.start : e.end], e.text, 1.0)
            for e in checked
        ]
        text, alignment = apply_edits(text, checked), alignment.then(checked)
    whole = [Block(draw(st.sampled_from(["heading", "paragraph"])), text, 0, len(text))] if text else []
    names = [Mention(text, draw(TEXTS), "place", "x", 0, len(text))] if text else []
    return Article(
        raw=raw,
        text=text,
        language="und",
        structure=Structure(tuple(whole), title=draw(TEXTS)),
        names=tuple(names),
        warnings=(Diagnostic(draw(TEXTS), draw(TEXTS), 0, len(raw)),),
        steps=(),
        changes=tuple(changes),
        removed=(Removed(draw(TEXTS), draw(TEXTS), 0, len(raw), 1.0),),
        alignment=alignment,
    )


@given(articles())
def test_pieces_are_both_texts(article: Article) -> None:
    pieces = list(cut_pieces(article))
    assert "".join(piece.before for piece in pieces) == article.raw
    assert "".join(piece.after for piece in pieces) == article.text
    for piece in pieces:
        assert article.raw[piece.raw_start :].startswith(piece.before)
        assert article.text[piece.start :].startswith(piece.after)
        assert piece.kept or piece.changes


def apply_patch(raw: str, patch: str) -> str:
    """Return what a unified diff makes of `raw`, its counts and old lines checked on the way."""
    old = re.findall(r"[^\n]*\n|[^\n]+$", raw)
    made: list[str] = []
    done = 0
    rows = re.findall(r"[^\n]*\n", patch)[2:]
    rows = [
        row[:-1] if rows[i + 1 : i + 2] == ["\\ No newline at end of file\n"] else row for i, row in enumerate(rows)
    ]
    rows = [row for row in rows if row != "\\ No newline at end of file\n"]
    while rows:
        header = re.match(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@ (.*)\n", rows.pop(0))
        assert header
        start, count, new_start, new_count = map(int, header.groups()[:4])
        assert header[5]  # somebody did it
        first = start - (count > 0)
        made += old[done:first]
        assert new_start == len(made) + (new_count > 0)
        done, taken, given_back = first, 0, 0
        while taken < count or given_back < new_count:
            sign, line = rows[0][0], rows.pop(0)[1:]
            if sign != "+":
                assert old[done] == line
                done, taken = done + 1, taken + 1
            if sign != "-":
                made.append(line)
                given_back += 1
    return "".join(made + old[done:])


@given(articles(), st.integers(0, 4))
def test_the_diff_is_a_patch_from_raw_to_clean(article: Article, context: int) -> None:
    patch = article.diff(context=context)
    assert (patch == "") is (article.raw == article.text)
    assert apply_patch(article.raw, patch) == article.text


class Reader(HTMLParser):
    """Reads HTML strictly: every tag is closed in order, and only the tags of the views are there."""

    TAGS = frozenset({"b", "del", "details", "div", "ins", "li", "small", "span", "strong", "style", "summary", "ul"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.shown: dict[str, list[str]] = {"text": [], "ins": [], "del": []}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.TAGS
        assert {name for name, _ in attrs} <= {"class", "title", "dir"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        inside = self.open and self.open[-1]
        if inside == "summary":
            return
        self.shown[inside if inside in ("ins", "del") else "text"].append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def visible(text: str) -> str:
    return Reader(f"<b>{escape(text)}</b>").shown["text"][0] if text else ""


@given(articles())
def test_the_card_is_sound_html_whatever_the_text(article: Article) -> None:
    Reader(article._repr_html_())


@given(articles())
def test_the_marked_text_shows_both_texts(article: Article) -> None:
    reader = Reader(f"<div>{marked_text(article)}</div>")
    changed = [piece for piece in cut_pieces(article) if not piece.kept]
    assert "".join(reader.shown["del"]) == visible("".join(piece.before for piece in changed))
    assert "".join(reader.shown["ins"]) == visible("".join(piece.after for piece in changed))
    assert "".join(reader.shown["text"]) == visible("".join(p.after for p in cut_pieces(article) if p.kept))


def test_a_long_text_is_cut_and_says_so() -> None:
    article = newsnorm.normalize("word " * 10_000, stages=())
    shown = marked_text(article, most=1_000)
    assert len(shown) < 1_200
    assert "characters" in shown


def test_a_long_removal_folds_up() -> None:
    raw = "Kept line\n" + "Gone line\n" * 60 + "Kept too"
    edits = check_edits(raw, [Edit(10, 610, "", "share-buttons")])
    article = dataclasses.replace(
        newsnorm.normalize(raw, stages=()),
        text=apply_edits(raw, edits),
        alignment=Alignment.identity(len(raw)).then(edits),
        changes=(Change("boilerplate", "share-buttons", 10, 610, raw[10:610], "", 1.0),),
    )
    assert "<summary>boilerplate: share-buttons: 60 lines</summary>" in article._repr_html_()


@given(articles())
def test_rich_prints_both_texts(article: Article) -> None:
    console = pytest.importorskip("rich.console").Console(width=200, file=io.StringIO())
    console.print(article)
    assert "changes" in console.file.getvalue()
    body = article.__rich__().renderable.renderables[0]
    both = "".join(piece.after if piece.kept else piece.before + piece.after for piece in cut_pieces(article))
    assert body.plain == make_visible(both)


def test_changes_far_apart_are_hunks_of_their_own_and_shared_lines_are_not_in_them() -> None:
    calm = "\n".join(f"Line {number} says nothing." for number in range(9))
    raw = f"The cafÃ© opened.\n{calm}\nIt was a journÃ©e.\nThe end."
    diff = newsnorm.normalize(raw, stages=("encoding",), language="en").diff()
    assert diff.count("@@ fix-mojibake\n") == 2
    assert [line for line in diff.splitlines() if line[0] in "-+" and line[:3] not in ("---", "+++")] == [
        "-The cafÃ© opened.", "+The café opened.", "-It was a journÃ©e.", "+It was a journée."
    ]  # fmt: skip
