"""The raw text and the clean one side by side, line by line, as HTML: the changed lines and one line around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsnorm.views.html import escape
from newsnorm.views.pieces import cut_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.views.viewed import Edited

__all__ = ["SIDES_STYLE", "side_by_side"]

# Longer cells are cut: nobody compares more by eye.
MAX_CELL = 4_000

SIDES_STYLE = """
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1px;
  border: 1px solid var(--line); background: var(--line) }
.sides > div { background: var(--page); padding: .35em .6em; white-space: pre-wrap; min-width: 0 }
.sides > .both, .sides > .gap { grid-column: 1 / -1; opacity: .75 }
.sides > .gap { text-align: center; padding: 0; font-size: .85em }
@media (max-width: 44em) {
  .sides { grid-template-columns: 1fr }
  .sides > .clean { border-bottom: .5em solid var(--line) }
}
""".strip()


class _Row(NamedTuple):
    """A line of the raw text and what became of it, as HTML; the same twice where nothing changed."""

    raw: str
    clean: str
    changed: bool


def side_by_side(article: Edited) -> str:
    """Return `article` as two columns, which stand below each other on a narrow screen."""
    rows = list(_rows(article))
    near = {
        other for index, row in enumerate(rows) if row.changed for other in (index - 1, index, index + 1) if other >= 0
    }
    cells: list[str] = []
    skipped = 0
    for index, row in enumerate(rows):
        if index not in near:
            skipped += 1
            continue
        cells += _gap(skipped)
        skipped = 0
        if row.changed:
            cells.append(f'<div class="raw">{row.raw}</div><div class="clean">{row.clean}</div>')
        elif row.raw.strip():
            cells.append(f'<div class="both">{row.raw}</div>')
    cells += _gap(skipped)
    return f'<div class="sides" dir="auto">{"".join(cells)}</div>'


def _gap(lines: int) -> list[str]:
    return [f'<div class="gap">{lines:,} unchanged {"line" if lines == 1 else "lines"}</div>'] if lines else []


def _rows(article: Edited) -> Iterator[_Row]:
    raw: list[str] = []
    clean: list[str] = []
    changed = False
    for piece in cut_pieces(article):
        if not piece.kept:
            changed = True
            rules = escape(", ".join(dict.fromkeys(change.rule for change in piece.changes)))
            raw.append(_mark("del", rules, piece.before))
            clean.append(_mark("ins", rules, piece.after))
            continue
        head, *rest = piece.before.split("\n")
        raw.append(_cut(head))
        clean.append(_cut(head))
        for line in rest:
            yield _Row("".join(raw), "".join(clean), changed)
            raw, clean, changed = [_cut(line)], [_cut(line)], False
    yield _Row("".join(raw), "".join(clean), changed)


def _mark(tag: str, rules: str, text: str) -> str:
    return f'<{tag} title="{rules}">{_cut(text)}</{tag}>' if text else ""


def _cut(text: str) -> str:
    return escape(text) if len(text) <= MAX_CELL else f"{escape(text[:MAX_CELL])} …"
