r"""The structure given back, as Markdown for people and chunkers or as HTML, with the text escaped.

What is a title, a heading, a list item or a caption shows; what the text says can't be mistaken for markup, whatever
characters it holds. Furniture lines never come back; the title comes once.

>>> from newsnorm.document import Document
>>> from newsnorm.sections import find_structure
>>> prose = "The rate rose by 3 * 2 points on Tuesday, the bank said in a note that had been put off since the spring."
>>> structure = find_structure(Document(f"A rate for everyone\n\n{prose}\n\n3. The inquiry\n\n{prose}", "en"))
>>> print(render_markdown(structure))
# A rate for everyone
<BLANKLINE>
The rate rose by 3 \* 2 points on Tuesday, the bank said in a note that had been put off since the spring.
<BLANKLINE>
## 3. The inquiry
<BLANKLINE>
The rate rose by 3 \* 2 points on Tuesday, the bank said in a note that had been put off since the spring.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from newsnorm.sections.kinds import strip_bullet

if TYPE_CHECKING:
    from newsnorm.records import Block, Structure

__all__ = ["escape_markdown", "render_html", "render_markdown"]

# Blocks that are about the text rather than of it: set apart, in slanted type.
ASIDE = frozenset({"dateline", "byline", "timestamp", "credit", "caption"})

BACKSLASH = "\\"

# Characters that mean something anywhere in Markdown, and an ampersand that opens a character reference.
INLINE_RE = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w{1,32};)")

# What means something at the start of a line: headings, quotes, lists, rules under a heading, indented code.
LINE_START_RE = re.compile(r"^[ \t]*(?:([#+=-])|(\d{1,9})([.)](?=\s|$)))", re.MULTILINE)

# Number signs at the end of a heading would be taken for its closing ones.
CLOSING_SIGNS_RE = re.compile(r"#(?=#*\s*\Z)")


def render_markdown(structure: Structure) -> str:
    """Return the article as Markdown: the title a first heading, sections below it, list items as lists."""
    parts: list[str] = []
    before = ""
    for block in _shown(structure):
        said = block.text
        if block.kind in ("title", "heading"):
            title = structure.title if block.kind == "title" and structure.title else said
            marks = "#" * min(6, 1 + block.level)
            part = f"{marks} {CLOSING_SIGNS_RE.sub(BACKSLASH + '#', _escape_inline(_one_line(title)))}"
        elif block.kind == "list-item":
            part = f"- {escape_markdown(_one_line(strip_bullet(said)))}"
        elif block.kind in ASIDE:
            part = f"*{_escape_inline(_one_line(said))}*"
        else:
            part = escape_markdown(said)
        if parts:
            parts.append("\n" if block.kind == before == "list-item" else "\n\n")
        parts.append(part)
        before = block.kind
    return "".join(parts)


def render_html(structure: Structure) -> str:
    """Return the article as an HTML fragment: one ``article`` element, its sections as ``section`` elements."""
    lines = ["<article>"]
    in_section = in_list = False
    for block in _shown(structure):
        if in_list and block.kind != "list-item":
            lines.append("</ul>")
            in_list = False
        said = html.escape(structure.title if block.kind == "title" and structure.title else block.text, quote=False)
        if block.kind == "title":
            lines.append(f"<h1>{said}</h1>")
        elif block.kind == "heading":
            lines += ["</section>"] * in_section
            level = min(6, 1 + block.level)
            lines += ["<section>", f"<h{level}>{said}</h{level}>"]
            in_section = True
        elif block.kind == "list-item":
            lines += ["<ul>"] * (not in_list)
            lines.append(f"<li>{html.escape(strip_bullet(block.text), quote=False)}</li>")
            in_list = True
        elif block.kind in ASIDE:
            lines.append(f'<p class="{block.kind}">{said}</p>')
        else:
            lines.append(f"<p>{said}</p>")
    lines += ["</ul>"] * in_list + ["</section>"] * in_section + ["</article>"]
    return "\n".join(lines)


def escape_markdown(text: str) -> str:
    r"""Return `text` so that Markdown takes it as it stands.

    >>> escape_markdown("1. *Not* a list")
    '1\\. \\*Not\\* a list'
    """
    return LINE_START_RE.sub(
        lambda start: BACKSLASH + start[1] if start[1] else start[2] + BACKSLASH + start[3], _escape_inline(text)
    )


def _shown(structure: Structure) -> list[Block]:
    """Return the blocks to show: all but the title's repetition."""
    titles = [block for block in structure.blocks if block.kind == "title"]
    return [block for block in structure.blocks if block not in titles[1:]]


def _escape_inline(text: str) -> str:
    return INLINE_RE.sub(lambda mark: BACKSLASH + mark[0], text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
