"""A report on a corpus as one page: what changed, by which rule, which names were found, and the most changed articles.

The page stands alone: no script, no network (its own policy forbids it), light or dark as the reader's system is, and
as readable on a phone as on a wide screen.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsnorm.corpus.summary import Summary
from newsnorm.views.html import STYLE, escape
from newsnorm.views.sides import SIDES_STYLE, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsnorm.article import Article

__all__ = ["Report", "render_report"]

# How many examples are kept of a rule or kind, and how much of the text around them, in code points.
EXAMPLES = 3
CONTEXT = 30
# How many rows a table shows before it folds up.
MOST_ROWS = 25
# Names beyond this many are counted but not listed.
MOST_NAMES = 500
# Longer articles are counted, but not shown side by side.
MOST_SHOWN = 100_000

STYLE_OF_PAGE = """
:root { --page: #fff; --ink: #1f2328; --line: #d0d7de; --bar: #54aeff66; color-scheme: light dark }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --ink: #e6edf3; --line: #3d444d; --bar: #1f6feb66 } }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem }
.newsnorm .tiles { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none }
.tiles li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem }
.tiles b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums }
.row { display: grid; grid-template-columns: minmax(9rem, 22rem) 1fr; gap: .25rem 1rem; padding: .4rem 0;
  border-top: 1px solid var(--line) }
.row .bar { align-self: start; background: linear-gradient(var(--bar), var(--bar)) no-repeat;
  padding: 0 .4rem; border-radius: .2rem }
.row ul { margin: 0; padding-left: 1.2rem; font-size: .9rem }
.count { font-variant-numeric: tabular-nums; font-weight: 600 }
details.article { border-top: 1px solid var(--line); padding: .5rem 0 }
details.article > summary { font-weight: 600; cursor: pointer }
summary { cursor: pointer }
mark { background: #d4a72c55; color: inherit }
@media (max-width: 44em) { .row { grid-template-columns: 1fr } }
""".strip()

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass
class Report:
    """What a report is made from, gathered article by article in bounded memory.

    Attributes:
        most: How many of the most changed articles to keep.
        summary: The counts.
        examples: A few examples as HTML, by ``stage/rule``, kind of furniture and kind of warning.
        names: For each name, by canonical form and kind, how it was spelled and how often.
        changed: The most changed articles, as a heap of number of changes, place and article.

    """

    most: int = 10
    summary: Summary = field(default_factory=Summary)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    names: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    changed: list[tuple[int, int, str, Article]] = field(default_factory=list)

    def add(self, article: Article, place: str) -> None:
        """Take `article` in, which stands at `place`."""
        self.summary.records += 1
        self.summary.add(article)
        for change in article.changes:
            self._example(f"{change.stage}/{change.rule}", article.raw, change.start, change.end, change.after)
        for removed in article.removed:
            self._example(removed.kind, article.raw, removed.start, removed.end, "")
        for warning in article.warnings:
            self._example(warning.kind, article.raw, warning.start, warning.end, None)
        for mention in article.names:
            self.names[mention.canonical, mention.kind][mention.surface] += 1
        if article.changes and len(article.raw) <= MOST_SHOWN:
            entry = (len(article.changes), -self.summary.records, place, article)
            heapq.heappush(self.changed, entry)
            if len(self.changed) > self.most:
                heapq.heappop(self.changed)

    def _example(self, name: str, raw: str, start: int, end: int, after: str | None) -> None:
        """Keep an example: what stood there, what stands there now (``None``: it was left alone), and around it."""
        if len(self.examples[name]) >= EXAMPLES:
            return
        left, middle, right = raw[max(0, start - CONTEXT) : start], raw[start:end], raw[end : end + CONTEXT]
        shown = escape(_flat(middle))
        if after is None:
            shown = f"<mark>{shown}</mark>"
        else:
            shown = (f"<del>{shown}</del>" if middle else "") + (f"<ins>{escape(_flat(after))}</ins>" if after else "")
        example = f"{escape(_flat(left))}{shown}{escape(_flat(right))}"
        if example not in self.examples[name]:
            self.examples[name].append(example)


def render_report(report: Report, *, title: str, fingerprint: str) -> str:
    """Return `report` as an HTML page with a `title`, which says by its `fingerprint` what made it."""
    summary = report.summary
    parts = [
        f'<h1>{escape(title)}</h1><p class="quiet">{escape(fingerprint)}</p>',
        _tiles(summary),
        *_counted("Changes by rule", _without_removals(summary.rules), report.examples),
        *_counted("Removed, by kind", summary.removed, report.examples),
        *_counted("Left alone, by kind", summary.warnings, report.examples),
        *_names(report.names),
        *_articles(sorted(report.changed, key=lambda entry: entry[:2], reverse=True)),
    ]
    return "\n".join([
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE_OF_PAGE}\n{STYLE}\n{SIDES_STYLE}</style>",
        '</head><body class="newsnorm">',
        *parts,
        "</body></html>\n",
    ])  # fmt: skip


def _without_removals(rules: Counter[str]) -> Counter[str]:
    """Return `rules` without those of furniture, which have a section of their own."""
    return Counter({rule: count for rule, count in rules.items() if not rule.startswith("boilerplate/")})


def _tiles(summary: Summary) -> str:
    share = f" ({summary.changed / summary.records:.0%})" if summary.records else ""
    tiles = [
        (f"{summary.records:,}", "articles"),
        (f"{summary.changed:,}{share}", "changed"),
        (f"{summary.rules.total():,}", "changes"),
        (f"{summary.removed.total():,}", "pieces of furniture removed"),
        (f"{summary.warnings.total():,}", "warnings"),
        (f"{summary.failures:,}", "failed"),
    ]
    return f'<ul class="tiles">{"".join(f"<li><b>{number}</b>{label}</li>" for number, label in tiles)}</ul>'


def _counted(heading: str, counter: Counter[str], examples: dict[str, list[str]]) -> Iterator[str]:
    rows = sorted(counter.items(), key=lambda row: (-row[1], row[0]))
    most = rows[0][1] if rows else 1
    yield from _section(
        heading,
        (
            f'<div class="row"><div class="bar" style="background-size: {100 * count / most:.1f}% 100%">'
            f'{escape(name)} <span class="count">{count:,}</span></div>{_bullets(examples.get(name, ()))}</div>'
            for name, count in rows
        ),
    )


def _names(names: dict[tuple[str, str], Counter[str]]) -> Iterator[str]:
    rows = sorted(names.items(), key=lambda row: (-row[1].total(), row[0]))[:MOST_NAMES]
    yield from _section(
        "Names",
        (
            f'<div class="row"><div><b>{escape(canonical)}</b> <small>{escape(kind)}</small> '
            f'<span class="count">{spellings.total():,}</span></div><div>{_spellings(spellings)}</div></div>'
            for (canonical, kind), spellings in rows
        ),
    )


def _spellings(spellings: Counter[str]) -> str:
    return ", ".join(f"{escape(spelling)} <small>{count:,}</small>" for spelling, count in spellings.most_common(30))


def _articles(changed: list[tuple[int, int, str, Any]]) -> Iterator[str]:
    if changed:
        yield "<h2>The most changed articles</h2>"
    for number, (count, _, place, article) in enumerate(changed):
        title = escape(article.title or _flat(article.text[:80]) or "(no text)")
        facts = f"{count:,} changes · {escape(article.language)} · {escape(place)}"
        state = " open" if number == 0 else ""
        yield (
            f'<details class="article"{state}><summary>{title} <small>{facts}</small></summary>'
            f"{side_by_side(article)}</details>"
        )


def _section(heading: str, rows: Iterable[str]) -> Iterator[str]:
    """Yield a section with `rows`, those beyond the first few folded up; nothing without rows."""
    listed = list(rows)
    if not listed:
        return
    yield f"<h2>{heading}</h2>"
    yield from listed[:MOST_ROWS]
    if len(listed) > MOST_ROWS:
        yield f"<details><summary>{len(listed) - MOST_ROWS:,} more</summary>{''.join(listed[MOST_ROWS:])}</details>"


def _bullets(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _flat(text: str) -> str:
    """Return `text` on one line, its line breaks visible, cut where it is long."""
    text = text.replace("\n", "⏎")
    return text if len(text) <= 4 * CONTEXT else text[: 4 * CONTEXT] + " …"
