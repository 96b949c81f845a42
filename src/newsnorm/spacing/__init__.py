r"""Spaces that were lost come back; nothing else changes.

Extractors drop the white space at inline tags, so that words, marks and quotation marks run together; no tool puts it
back afterwards, since every simple rule for it breaks ``iPhone``, ``C.R.T.``, ``5'10"`` or an address. Here every rule
wants evidence from both sides, and what has too little of it is left alone, or warned of.

- `newsnorm.spacing.quotes`: the quotation marks of a paragraph are paired all at once; then it is plain on which side
  of each the space belongs. A quotation that is never closed is a warning, ``unclosed-quote``.
- `newsnorm.spacing.singles` and `newsnorm.spacing.apostrophes`: English single quotation marks, which are apostrophes
  as well, genitives and contractions, and empty strings of code.
- `newsnorm.spacing.marks`, `newsnorm.spacing.brackets` and `newsnorm.spacing.separators`: full stops, commas, colons,
  brackets, dashes, bars between links, addresses and tags that touch what stands beside them.
- `newsnorm.spacing.figures`: figures and amounts that touch a word, ``2018führte``, ``the14th``, ``for$799``.
- `newsnorm.spacing.elisions`: French words before an apostrophe, ``alorsqu’il``.
- `newsnorm.spacing.words`: words run together. Tables of words (English, French, German, Portuguese, Spanish) say how
  common each part is and how readily it binds, and decision trees weigh that; the document itself says how damaged it
  is. What the grammar of these languages joins is left whole, in whatever table it is missing
  (`newsnorm.spacing.forms`).
  `Options.glue_threshold` is how sure a cut must be; what is likelier than not and less sure is a warning,
  ``suspected-glue``.

PASS, a text that is mended:

>>> from newsnorm import repair_spacing
>>> repair_spacing('"It will be effective in May.Then we shall see,"the minister said.')
'"It will be effective in May. Then we shall see," the minister said.'
>>> repair_spacing("The leadersannounced it at theMocha conference, and the crowdswere large.")
'The leaders announced it at the Mocha conference, and the crowds were large.'
>>> repair_spacing("It was sold for$799 in 2018with its maps, said Anna Lindqvist(SCX), the harbour’s engineer.")
'It was sold for $799 in 2018 with its maps, said Anna Lindqvist (SCX), the harbour’s engineer.'

FAIL, texts that must stay as they are:

>>> for text in (
...     "She is 5'10\" tall and bought an iPhone from YouTube and eBay at J.C. Penney in the U.S.A.",
...     "Die SchülerInnen wollten dennoch auf dem Donaudampfschiff fahren.",
...     "See example.com/Start.Then or write to Jo.Smith@example.org, says @NewsDesk.",
... ):
...     assert repair_spacing(text) == text

**How it was validated.** On paragraphs whose spaces were lost at inline tags. For harm, on news, on the human-made
bodies of articles, and on 57 million characters of manuals, books and quotations in 22 languages, whose findings were
looked through and mended by kind: 1 to 6 spaces are proposed in 100,000 characters (English 1.6, German 3.5), many of
them lost indeed. Of the forms of spelling dictionaries that the tables lack, 7 of 2,800 English, 41 of 216,000
German, 335 of 949,000 Spanish, 100 of 57,000 French and 354 of 245,000 Portuguese ones are cut in a text without
damage; of 140,000 surnames and towns of the world 1 to 113 by language. What is made of English words is a name in a
text of another language, unless other words have run together there: of 302 brands with capitals inside, that rule
leaves 31 to be cut in a plain German sentence (67 without it), made of German words mostly (``ComputerBild``), 6 in a
Spanish and 7 in an English one. Those of the table ``brands.tsv`` are never cut.

Only white space changes, with one exception: `drop-stray-stop` drops a full stop in the middle of a sentence. Scripts
without spaces between words are never touched, and neither is anything inside an address, a handle or code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.spacing import figures, quotes, words
from newsnorm.spacing.apostrophes import may_touch, space_endings, space_literals
from newsnorm.spacing.brackets import space_asides, space_bracketed_links, space_hidden_mail
from newsnorm.spacing.elisions import space_elisions
from newsnorm.spacing.marks import space_marks
from newsnorm.spacing.separators import (
    space_addresses,
    space_bars,
    space_dashes,
    space_lettered,
    space_questions,
    space_tags,
)
from newsnorm.spacing.singles import space_single_quotes
from newsnorm.spacing.stops import drop_stray_stops, may_be_stray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsnorm.document import Document
    from newsnorm.options import Options
    from newsnorm.records import Finding

    Rule = Callable[[Document], Iterable[Finding]]

__all__ = ["judge_words", "propose"]


def propose(document: Document, options: Options) -> Iterable[Finding]:
    """Propose the spaces to put back, and warn of what looks lost and is not sure."""
    found: list[Finding] = []
    for rule in _choose_rules(document):
        found += rule(document)
    damage = sum([isinstance(finding, Edit) for finding in found]) if found else 0
    found += words.split_words(document, damage, options.glue_threshold)
    return _first_come(found) if found else ()


def _first_come(found: list[Finding]) -> Iterator[Finding]:
    """Yield those of `found` whose space no earlier one wants: two marks side by side may want the same."""
    taken: set[int] = set()
    for finding in found:
        if isinstance(finding, Edit):
            start, end, _, _, _ = finding
            if start in taken or (start < end and not taken.isdisjoint(range(start, end + 1))):
                continue
            taken.add(start)
            if start < end:
                taken.update(range(start, end + 1))
        yield finding


def judge_words(language: str, options: Options) -> Callable[[str], bool]:
    """Return what tells whether a word may be two that have run together."""
    return words.judge_words(language)


def _choose_rules(document: Document) -> list[Rule]:
    """Return the rules that may find something, the one whose word counts first: most texts need none.

    That a rule which is left out would have found nothing is a law of its own.
    """
    text, touched = document.text, document.words.touched
    ascii_only, quoted = text.isascii(), '"' in text
    rules: list[Rule] = []
    if quoted or not ascii_only:
        rules.append(quotes.space_quotes)
    if touched:
        rules.append(space_marks)
    if "|" in text or (not ascii_only and "•" in text):
        rules.append(space_bars)
    if figures.may_touch(text):
        rules.append(figures.space_currencies)
    if touched and ("http" in text or "www." in text or "@" in text):  # each has a dot between letters
        rules.append(space_addresses)
    if "#" in text or "@" in text or (not ascii_only and "§" in text):
        rules.append(space_tags)
    if "[" in text and "[email" in text:  # one character is found much sooner than six
        rules.append(space_hidden_mail)
    if not ascii_only and ("¿" in text or "¡" in text):
        rules.append(space_questions)
    if touched or (not ascii_only and ("–" in text or "—" in text)):
        rules.append(space_dashes)
    if touched:
        rules += (space_lettered, space_bracketed_links, space_asides)
    if may_touch(text):
        rules += (space_endings, space_literals, space_single_quotes)
    if document.language == "fr" and ("'" in text or "’" in text):
        rules.append(space_elisions)
    if may_be_stray(text):
        rules.append(drop_stray_stops)
    return rules
