"""An article as HTML: its text with the changes marked, and a card around it for notebooks.

Everything that comes from a text is escaped here and nowhere else: `escape` for what is shown as text, the same inside
attributes. Fragments never nest except as written below, so no text can break out of its place.
"""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from newsnorm.views.pieces import cut_pieces
from newsnorm.views.visible import make_visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsnorm.views.pieces import Piece
    from newsnorm.views.viewed import Viewed

__all__ = ["STYLE", "article_card", "escape", "marked_text"]

# A page that nobody can scroll helps nobody: beyond this many code points a text is cut, and says so.
MAX_SHOWN = 50_000
# A deletion longer than this folds up.
MAX_INLINE = 160

# Blocks that look like the text around them.
PLAIN_BLOCKS = frozenset({"paragraph", "list-item"})

STYLE = """
.newsnorm { --add: #1a7f3726; --cut: #cf222e26; --line: #8884; line-height: 1.5; overflow-wrap: anywhere }
.newsnorm ins { background: var(--add); text-decoration: none; border-bottom: 2px solid #1a7f37 }
.newsnorm del { background: var(--cut); text-decoration-color: #cf222e }
.newsnorm .text { white-space: pre-wrap; margin: .5em 0 }
.newsnorm .heading, .newsnorm .title { font-weight: 600 }
.newsnorm .name { border-bottom: 1px dotted }
.newsnorm small, .newsnorm .quiet { opacity: .7 }
.newsnorm summary { cursor: pointer }
.newsnorm details.cut { background: var(--cut); border-left: 3px solid #cf222e; padding-left: .5em; margin: .2em 0 }
.newsnorm ul { margin: .2em 0; padding-left: 1.5em }
""".strip()


def article_card(article: Viewed) -> str:
    """Return `article` as a self-contained fragment: what it is, its text with the changes marked, what went and why.

    >>> import newsnorm
    >>> card = article_card(newsnorm.normalize("A cafÃ© <in> town"))
    >>> ">Ã©</del>" in card, "&lt;in&gt;" in card
    (True, True)
    """
    parts = [
        f"<style>{STYLE}</style>",
        '<div class="newsnorm" dir="auto">',
        f"<strong>{escape(article.title or 'Article')}</strong> <small>{escape(_facts(article))}</small>",
        *_list("Sections", (escape(section.heading.text) for section in article.sections if section.heading)),
        f'<div class="text">{marked_text(article)}</div>',
        *_list("Removed", (f"<b>{escape(r.kind)}</b> {escape(_shorten(r.text))}" for r in article.removed)),
        *_list("Left alone", (f"<b>{escape(w.kind)}</b> {escape(w.message)}" for w in article.warnings)),
        "</div>",
    ]
    return "\n".join(parts)


def marked_text(article: Viewed, *, most: int = MAX_SHOWN) -> str:
    """Return the text of `article` as HTML with every change marked, up to about `most` code points of it.

    What went is ``<del>`` (long deletions fold up), what came is ``<ins>``; the rules stand in their ``title``.
    Headings, titles and names are spans of these classes.
    """
    marks = _Marks(article)
    made: list[str] = []
    room = most
    for piece in cut_pieces(article):
        shown = piece.after[: max(room, 0)] if piece.kept else piece.after
        made.append(_kept(shown, piece.start, marks) if piece.kept else _changed(piece, marks))
        room -= max(len(piece.before), len(piece.after))
        if room < 0:
            left = len(article.text) - piece.start - len(shown)
            made.append(f"<small> … {left:,} more characters</small>")
            break
    return "".join(made)


def escape(text: str) -> str:
    r"""Return `text` safe to show in HTML and in attributes, invisible control characters made visible.

    >>> escape("<b>\x00\ud800")
    '&lt;b&gt;␀�'
    """
    return html.escape(make_visible(text))


class _Marks:
    """Which classes a place of the clean text has: its block, if that is set apart, and the name it belongs to."""

    def __init__(self, article: Viewed) -> None:
        blocks = [b for b in article.blocks if b.kind not in PLAIN_BLOCKS]
        self._spans = [(b.start, b.end, b.kind, "") for b in blocks]
        self._names = [(m.start, m.end, "name", f"{m.canonical} ({m.kind})") for m in article.names]
        self.cuts = sorted({edge for span in (*self._spans, *self._names) for edge in span[:2]})

    def wrap(self, inner: str, position: int) -> str:
        """Return `inner`, which stands at `position`, with its classes around it."""
        for spans in (self._names, self._spans):
            index = bisect_right(spans, position, key=itemgetter(0)) - 1
            if index >= 0 and spans[index][1] > position:
                _, _, name, title = spans[index]
                title = f' title="{escape(title)}"' if title else ""
                inner = f'<span class="{escape(name)}"{title}>{inner}</span>'
        return inner


def _kept(text: str, start: int, marks: _Marks) -> str:
    """Return a kept stretch, cut wherever a class begins or ends."""
    end = start + len(text)
    inside = marks.cuts[bisect_right(marks.cuts, start) : bisect_left(marks.cuts, end)]
    return "".join(
        marks.wrap(escape(text[left - start : right - start]), left) for left, right in pairwise([start, *inside, end])
    )


def _changed(piece: Piece, marks: _Marks) -> str:
    rules = escape(", ".join(dict.fromkeys(f"{change.stage}: {change.rule}" for change in piece.changes)))
    before, after = escape(piece.before[:MAX_SHOWN]), escape(piece.after[:MAX_SHOWN])
    if not after and len(piece.before) > MAX_INLINE:
        lines = piece.before.strip().count("\n") + 1
        return f'<details class="cut"><summary>{rules}: {lines} lines</summary><del>{before}</del></details>'
    cut = f'<del title="{rules}">{before}</del>' if before else ""
    added = f'<ins title="{rules}">{after}</ins>' if after else ""
    return cut + (marks.wrap(added, piece.start) if added else "")


def _facts(article: Viewed) -> str:
    dateline = article.dateline
    where = [part for part in (dateline.place, dateline.date) if part] if dateline else []
    return " · ".join([article.language, *where, f"{len(article.changes)} changes", f"{len(article.names)} names"])


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    rows = [f"<li>{item}</li>" for item in items]
    if rows:
        yield f"<details><summary>{heading} ({len(rows)})</summary><ul>{''.join(rows)}</ul></details>"


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_INLINE else text[:MAX_INLINE] + " …"
