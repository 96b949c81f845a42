"""What lines of our own are told to be, with all that speaks for a heading in them, kept as it was: see `keeping`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from keeping import compare, keep, read, read_parts
from newsnorm.document import Document
from newsnorm.sections import find_structure
from newsnorm.sections.datelines import find_dateline, is_dateline_alone
from newsnorm.sections.evidence import count_words, is_sentence, observe, reads_like_prose
from newsnorm.sections.headings import find_candidates, heading_level, likeness, load_weights
from newsnorm.sections.kinds import find_kind, is_list_item, strip_bullet
from newsnorm.sections.render import escape_markdown, render_html, render_markdown
from newsnorm.sections.structure import classify_plain
from newsnorm.sections.title import find_title, repeats_title, split_site

if TYPE_CHECKING:
    from collections.abc import Iterator

PROSE = "The inquiry opened in March, and the first witnesses were heard behind closed doors two weeks later."
LENGTHS = (1, 59, 60, 61, 79, 80, 100, 101, 170, 171)
ENDS = ("a", ".", ":", "!")


def lines() -> Iterator[str]:
    """Yield the kind of each line, and what speaks for its being a heading."""
    for line in read_parts("section-lines.txt")[0]:
        kinds = f"{find_kind(line)} {find_kind(line, in_head=True)}"
        item = f"{is_list_item(line, ('', ''))} {is_list_item(line, ('– x', '- x'))} {strip_bullet(line)!r}"
        level = f"{count_words(line)} {heading_level(line)} {is_sentence(line)} {reads_like_prose(line)}"
        yield f"{line}: {kinds} | {item} | {level}"
        yield f"  {' '.join(sorted(observe(line, above='', below=PROSE)))}"


def neighbours() -> Iterator[str]:
    """Yield what speaks for a heading in the paragraphs around it, of any length and any mark at their ends."""
    own = {"bias", "words-2-5", "words-1"}
    paragraphs = ["", *(f"{'x' * (length - 1)}{end}" for length in LENGTHS for end in ENDS)]
    for paragraph in paragraphs:
        above = observe("The old quarrel", above=paragraph, below=PROSE) - own
        below = [observe(text, above="x", below=paragraph or "x") - own for text in ("The old quarrel", "x" * 60)]
        found = " | ".join(" ".join(sorted(names)) for names in (above, *below))
        yield f"{len(paragraph)}{paragraph[-1:]} {found}"
    for text, above, below in SAYING_AGAIN:
        yield f"{text} < {above[:30]} > {below[:30]}: {' '.join(sorted(observe(text, above=above, below=below) - own))}"


def datelines() -> Iterator[str]:
    """Yield the datelines that lines open with: in the first paragraph, and in a later one."""
    for line in read_parts("section-datelines.txt")[0]:
        first, later = find_dateline(line, start=7), find_dateline(line, start=7, first=False)
        same = "the same" if later == first else later and tuple(later)
        yield f"{line!r}: {first and tuple(first)} | {same} | {is_dateline_alone(line)}"


def titles() -> Iterator[str]:
    """Yield what is the site's name in a title, and whether the line after it is the title again."""
    for row in read_parts("section-titles.txt")[0]:
        title, again = row.split("\t")
        first = find_title([title, PROSE], [None, None], 1)
        yield f"{title!r}: {split_site(title)} | {first} | {repeats_title(title, again)}"


def limits() -> Iterator[str]:
    """Yield which of a text's first lines is its title, and what lines are that are as long as one may be."""
    texts = ["Two towns", "A bridge", PROSE, PROSE]
    for first in (None, "byline", "dateline", "timestamp", "credit", "caption", "list-item"):
        for second in (None, "heading"):
            kinds = [first, second, None, None]
            found = [find_title(texts[:count], kinds, prose) for count in (1, 2, 4) for prose in (0, 1, 2)]
            yield f"{first} {second} {found}"
    for count in (119, 120, 121):
        for opening, end in (("MOSCOW (AFP) – ", ""), ("MOSCOW (AFP) ", "–"), ("M" * (count - 7), " (AFP) –")):
            found = find_dateline((opening + "–" * 200)[: count - len(end)] + end)
            yield f"{opening[:14]} {count} {found} {is_dateline_alone((opening + '–' * 200)[:count])}"
    for count in (110, 111, 160, 161, 163, 164, 240, 241):
        openings = ("By " + "Anna Berg, " * 30, "Source: " + "x" * 300, "Updated 3 May 2023 " + "1" * 300)
        yield f"{count} {[find_kind(opening[:count]) for opening in openings]}"


def rendered() -> Iterator[str]:
    """Yield whole articles as Markdown and as HTML."""
    levels = "\n".join(f"{'.'.join('1' * level)} Roads\n{PROSE}" for level in (2, 3, 4))
    for part in [*read("section-articles.txt").split("=====\n"), f"Roads\n{PROSE}\n{levels}"]:
        structure = find_structure(Document(part.rstrip("\n"), "en"))
        for text in (render_markdown(structure), render_html(structure)):
            yield from (line[:60] for line in text.split("\n"))
        deep = replace(structure, blocks=tuple(b._replace(level=8) for b in structure.blocks if b.kind == "heading"))
        yield f"{render_html(deep)[:40]!r} {render_markdown(deep)[:20]!r}"
    for text in ESCAPED:
        yield f"{text!r} {escape_markdown(text)!r}"


def shapes() -> Iterator[str]:
    """Yield the parts of whole articles, and how sure each heading is."""
    for part in read("section-articles.txt").split("=====\n"):
        structure = find_structure(Document(part.rstrip("\n"), "en"))
        yield f"{structure.title!r} {structure.site!r} {structure.dateline} {len(structure.repeats)}"
        for kind, text, start, end, level in structure.blocks:
            yield f"  {kind} {level} {start} {end} {text[:40]!r}"
        yield f"  {[(s.heading and s.heading.start, len(s.paragraphs)) for s in structure.sections]}"
        texts = [block.text for block in structure.blocks]
        found = list(find_candidates(texts, classify_plain(texts)))
        scores = [sum(load_weights()[name] for name in evidence) for _, evidence in found]
        for (i, _), score, (same, other) in zip(found, scores, likeness(found, scores), strict=True):
            yield f"  {i} {score:.4f} {same:.4f} {other:.4f}"


SAYING_AGAIN = (
    ("the bank has no plan", f"They said the bank has no plan. {PROSE}", PROSE),
    ("the bank has no", f"They said the bank has no plan. {PROSE}", PROSE),
    ("the bank", f"They said the bank has no plan. {PROSE}", PROSE),
    ("the bank has no plan", PROSE, "the bank has no plan, they said."),
    ("the bank has no plan", PROSE, "“the bank has no plan”, they said."),
    ("the bank has no plan", PROSE, "A: the bank has no plan, they said."),
    ("Jane Doe", PROSE, "Jane Doe is a writer."),
    ("Jane", PROSE, "Jane is a writer."),
    ("Jane doe", PROSE, "Jane doe is a writer."),
    (f"{'J' * 30} {'D' * 8}", PROSE, f"{'J' * 30} {'D' * 8} is a writer."),
    (f"{'J' * 30} {'D' * 9}", PROSE, f"{'J' * 30} {'D' * 9} is a writer."),
    ("Roads", f"{PROSE} {PROSE} Two:", "1. Schools are what we need"),
    ("Roads", f"{PROSE} {PROSE} Two:", PROSE),
    ("Roads", f"{PROSE} {PROSE} Two:", "Schools"),
    ("Roads", "两个：", "Schools"),
)
ESCAPED = (
    "# a",
    "a # b",
    "- a",
    " - a",
    "+ a",
    "= a",
    "1. a",
    "1) a",
    "1.a",
    "1234567890. a",
    "a\n2. b",
    "a\n\t# b",
    "1.",
    "*a* _b_",
    "`a` [b](c) <d> ~e~ |f|",
    "a\\b",
    "a & b",
    "&amp; &#38; &",
    "> a",
    "1.\na",
)
TABLES = {
    "section-kinds": lines,
    "section-rendered": rendered,
    "section-limits": limits,
    "section-neighbours": neighbours,
    "section-places": datelines,
    "section-sites": titles,
    "section-shapes": shapes,
}


@pytest.mark.parametrize("name", TABLES)
def test_lines_and_articles_are_read_as_they_were(name: str) -> None:
    compare(name, TABLES[name]())


if __name__ == "__main__":
    keep(TABLES)
