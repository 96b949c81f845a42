r"""The article's shape: title, dateline, byline, headings and paragraphs, as a view of the text.

Nothing here changes a text. Its paragraphs become blocks, each of a kind, and the blocks that are the article itself
are gathered in sections, each under its heading. What is not certain stays a paragraph.

**Paragraphs** stand between line breaks; whether one or several makes no difference. Lines that a mail or a PDF
wrapped are one paragraph, and a bullet alone on its line belongs to the next.

**Headings** are told by evidence that adds up, each piece a row of ``heading-weights.tsv`` with its weight: how long
the line is, what mark ends it, quotes or dashes around it, its number, its case where the script has any, what stands
above and below. Then the likely headings of a text vouch for each other. A line at the very end heads nothing.

>>> import newsnorm
>>> prose = "The towns on both banks have agreed to build a bridge together, after eleven years of quarrels over it."
>>> shorts = ["Two towns build a bridge", "Roads, Schools", "“None at all.”", "– Old quarrel –"]
>>> article = newsnorm.split_sections("\n".join(f"{short}\n{prose}" for short in shorts))
>>> article.title, [section.heading.text for section in article.sections if section.heading]
('Two towns build a bridge', ['Roads, Schools', '– Old quarrel –'])

PASS, as headings: ``energy agreement``, ``‘No alternative’``, ``3. The inquiry``, ``What happens next?``, ``Что
дальше?``, ``能源协议``.

FAIL: ``“None at all.”``, ``He won.``, ``Key figures:`` over a list, list items, rows of a list (several ``Anna Berg
30:15`` on end), captions, names over a biography, counters (``Comments (5)``), lines of furniture that was left in, a
quotation drawn out of the text beside it.

**The title** is the first line, where it reads like one; the name of the site after it (``| The Daily Paper``) is
`Article.site`. A title said again below is recorded in `Structure.repeats`, as is any block that repeats one before
it.

**The dateline** (``MOSCOW, March 21 (AFP/APP):``) is data with its span. A place alone is no evidence: an agency, a
date, a place we know, or capitals before a dash must be there. On a line of its own it is a block of its own.

**Bylines, timestamps, credits, captions, list items** are kinds of blocks, told by how the line opens and by what the
rest consists of; all but list items stand outside `Article.body`. A credit is also what ends in "contributed to this
report", and a last line that says who somebody is of whom the article tells nothing: a note on its author.

**When text is added at the end**, lines before it keep their kinds, with four exceptions: the line that was last may
now head something, and if it does, it vouches for headings above it that were in doubt; if it was a note on the author,
it is a paragraph now; and the last ones may turn out to be rows of a list. A paragraph of prose vouches for no heading.

How good it is: on 96 articles of 75 sites with the headings their pages mark, learned on the other sites (5-, 6- and
7-fold cross-validation), heading F1 0.886 (precision 0.894, recall 0.878) and 75% of articles exactly right; with the
weights as shipped 0.930 and 83%. In 2,335 headless news articles (12,383 paragraphs) it invents none. In 201
languages of the Declaration of Human Rights it finds no dateline, which is right. In the articles of our own in
``tests/cases_sections`` it finds 15 of 18 headings in English, the rest kept there as known failures, and all 33 in
the 16 other languages, eight scripts in all.

The commonest errors:

- missed: a heading all alone in its article, unless numbered, in title case or between quotes or dashes; headings
  that end in a full stop, or of fifteen words and more;
- invented: the headline of another article left between paragraphs, a caption without a stop, a label of the page.
"""

from newsnorm.sections.structure import find_structure

__all__ = ["find_structure"]
