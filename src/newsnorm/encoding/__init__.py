r"""Encoding: mojibake and stray characters repaired, quotes and widths left as they are.

The damage: text decoded with the wrong table (``cafÃ©``, once or several times over), HTML entities that survived the
scraper (``&amp;``), letters taken apart (``e`` and a combining accent), a typesetter's ligatures, control characters,
halves of surrogate pairs, line breaks of other systems, and characters that print nothing.

The judgement on mojibake is `ftfy`'s, the best there is. Its other defaults were decided one by one:

============================ ==== ====================================================================================
``uncurl_quotes``            off  Quotes are the text's own typography, and spacing reads them.
``fix_character_width``      off  ``，`` and ``ＮＨＫ`` are how Chinese and Japanese news is written: no damage.
``fix_latin_ligatures``      own  ``ﬁ`` is a font's business; Dutch ``ĳ``, Croatian ``ǆ``, Afrikaans ``ŉ`` are letters.
``unescape_html``            auto Line by line: a ``<`` means markup, where entities belong, on its own line only.
``normalization``            NFC  Canonically the same text, which an index must not file in two places. Never NFKC.
``restore_byte_a0``          on   It acts only on lines that are mojibake anyway, and ``voilÃ`` needs it.
``replace_lossy_sequences``  on   Says "a character was lost here" (U+FFFD) instead of leaving garbage; is warned of.
``decode_inconsistent_utf8`` on   Pages are glued together from several sources.
``fix_c1_controls``          on   Browsers read them as Windows-1252, and so did the author.
``fix_line_breaks``          own  By themselves and first: they say where the lines end that all else is judged by.
``fix_surrogates``           on   What can't be written as UTF-8 can't be indexed.
``remove_control_chars``     on   They print nothing. Form feeds and tabs stay: they are white space.
``remove_terminal_escapes``  on   No prose holds them.
============================ ==== ====================================================================================

What ftfy does not look at: soft hyphens, zero-width spaces, joiners and direction marks go where they do nothing
(`newsnorm.encoding.invisible`). What stays damaged is said so: ``lossy-mojibake`` for characters lost before the text
came here, ``direction-override`` for text shown in another order than it is stored in.

Nothing inside an address is touched, but for mojibake: what is garbled is not yet an address. A phrase that is to be
left as it stands (`newsnorm.Options.protect`) is left with its mojibake, and what stands on either side is repaired by
itself: half a repair would be damage.

>>> from newsnorm.pipeline import fix_encoding
>>> fix_encoding("The cafÃ©’s owner said: “R&amp;D”")
'The café’s owner said: “R&D”'
>>> fix_encoding("１２３，“ĳ”")
'１２３，“ĳ”'
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from newsnorm.code_pages import encode
from newsnorm.encoding.breaks import find_breaks, level_breaks
from newsnorm.encoding.gate import find_suspects, is_sound
from newsnorm.encoding.invisible import find_invisible
from newsnorm.records import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsnorm.document import Document
    from newsnorm.edits import Edit
    from newsnorm.options import Options
    from newsnorm.records import Finding

__all__ = ["propose"]

LOST_RE = re.compile("\N{REPLACEMENT CHARACTER}+")

# Of the characters that print nothing code pages have one alone, in the same place.
SOFT_HYPHEN = 0xAD

# Rules that keep out of addresses. The others repair what can't stand in one.
SPARING = frozenset({"unescape-entity", "expand-ligature", "compose-characters"})


def propose(document: Document, options: Options) -> Iterable[Finding]:
    """Propose the edits that repair the encoding of `document`, and say what stays damaged."""
    encoded = document.encoded
    return () if is_sound(encoded) and SOFT_HYPHEN not in encoded.marks else _read_closely(document)


def _read_closely(document: Document) -> Iterator[Finding]:
    text, (page, _, marks) = document.text, document.encoded
    edits = _find_repairs(document)
    yield from edits
    if edits:
        return  # invisible characters may be part of mojibake: they are judged once all else is sound
    if not page or SOFT_HYPHEN in marks:
        for finding in find_invisible(text):
            if isinstance(finding, Diagnostic) or not document.protected.touches(finding.start, finding.end):
                yield finding
    if "\N{REPLACEMENT CHARACTER}" in text:
        for found in LOST_RE.finditer(text):
            yield Diagnostic("lossy-mojibake", "Characters were lost here before the text came in.", *found.span())


def _find_repairs(document: Document) -> list[Edit]:
    """Return the repairs of the line breaks, and those of the lines that the gate holds."""
    breaks = find_breaks(document.text)
    lines = level_breaks(document.text) if breaks else document.text
    suspects = find_suspects(lines, encode(lines) if breaks else document.encoded)
    first = next(suspects, None)
    if first is None:
        return breaks
    from newsnorm.encoding.repair import find_repairs  # its patterns take time to compile

    return breaks + [
        edit
        for line in chain([first], suspects)
        for start, end in document.phrases.between(*line)
        for edit in find_repairs(lines, start, end)
        if edit.rule not in SPARING or not document.protected.touches(edit.start, edit.end)
    ]
