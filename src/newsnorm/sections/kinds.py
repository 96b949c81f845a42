"""Lines that are not the article's prose: bylines, dates of publication, credits, captions, list items.

Each is told by how the line opens (rows of ``section-leads.tsv``) *and* by what the rest consists of: after ``By`` must
come names, after ``Updated`` a date. A sentence that merely opens that way stays a paragraph.

>>> [find_kind(line, in_head=True) for line in ("By Jane Doe, Staff Writer", "Updated: 21 March 2023, 10:15 GMT")]
['byline', 'timestamp']
>>> [find_kind(line) for line in ("With information from The Paper", "(Reporting by Jane Doe)", "Photo: Jane Doe/AFP")]
['credit', 'credit', 'caption']
>>> [find_kind(line) for line in ("By the numbers", "Updated rules", "By Friday, all had left.", "Source of the Nile")]
[None, None, None, None]
"""

from __future__ import annotations

import re

from newsnorm.sections.authors import is_contact, is_contribution
from newsnorm.sections.captions import find_caption, find_picture_credit, is_agency_caption
from newsnorm.sections.words import (
    BETWEEN_AGENCIES_RE,
    WORD_RE,
    agency_names,
    line_leads,
    list_words,
    month_words,
    opening_word,
    weekday_words,
)

__all__ = ["find_kind", "is_caption_lead", "is_list_item", "strip_bullet"]

# No line longer than this is a credit, a byline or a caption we can be sure of.
LONGEST = 240

# A bullet that is never anything else, and a dash or asterisk, which must have company to be one.
BULLET_RE = re.compile(r"[•▪◦‣●○■□►▶✓✔➤➢❖·]\s*(?=\S)")
DASH_ITEM_RE = re.compile(r"[*–—‒+-]\s+(?=\S)")

# A date or a clock in figures. Not a bare number, nor a score (2:1).
FIGURES_RE = re.compile(
    r"""
    \b(?:
        \d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?  # 10:15, 18.54, 8h30, 7:11 am
      | \d{1,4}[./-]\d{1,2}[./-]\d{2,4}        # 2/26/2015, 21.03.2023, 2023-03-21
      | \d{4}年\d{1,2}月                        # 2023年3月
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A date as machines write it.
MACHINE_STAMP_RE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?")
NUMBER_RE = re.compile(r"\d{1,4}(?:st|nd|rd|th|er|º|ª|°)?\Z", re.IGNORECASE)
CJK_NUMBER = "0123456789年月日時时分년월일시"
# "With Agence France-Presse, Associated Press and Reuters" is as long as lines of agencies get.
LONGEST_AGENCIES = 60
# Marks of wide scripts, as the leads have them.
NARROW = str.maketrans("：，／（）", ":,/()")
WIDE_MARK_RE = re.compile("[（-：]")  # one range: quicker to compile
# A name in a script without capitals is short, and no sentence.
LONGEST_UNCASED = 24
NO_NAME = frozenset('.!?:;،؛؟。！？…«»"“”')


def find_kind(text: str, *, in_head: bool = False) -> str | None:
    """Return the kind of the line `text`, or ``None`` where it may be prose or a heading.

    Args:
        text: The line, without white space around it.
        in_head: Whether it stands before the article's first paragraph, where dates and names stand alone.

    """
    if len(text) > LONGEST:
        return "caption" if is_agency_caption(text) else None
    narrow = text if text.isascii() or not WIDE_MARK_RE.search(text) else text.translate(NARROW)
    opening = opening_word(narrow)
    for lead, kind in line_leads().get(opening, ()):
        rest = _rest(narrow, lead)
        if rest is not None and (found := _weigh(kind, narrow, rest, in_head=in_head)):
            return found
    if text[0] in "©℗" or opening == "copyright":
        return "credit"
    if in_head and (stamp := _read_stamp(text, needs_lead=False)):
        return stamp
    if (len(text) <= LONGEST_AGENCIES and _names_agencies(text)) or is_contribution(text) or is_contact(text):
        return "credit"
    return "timestamp" if MACHINE_STAMP_RE.fullmatch(text) else find_caption(text)


def is_list_item(text: str, neighbours: tuple[str, str]) -> bool:
    """Return whether a line opens with a bullet, or with a dash in the company of others."""
    if text[0].isalnum():
        return False
    if BULLET_RE.match(text):
        return True
    if not DASH_ITEM_RE.match(text) or text[-1] in "–—-" or (text[0] == "—" and text[-1] in ".!?…»"):
        return False  # a heading between dashes, and speech as French and Russian set it, are no items
    return any(DASH_ITEM_RE.match(other) and other[0] == text[0] for other in neighbours)


def is_caption_lead(text: str) -> bool:
    """Return whether a line says, in two words at least, that what stands below it is a caption or whose picture it is.

    >>> is_caption_lead("Image caption"), is_caption_lead("Image copyright"), is_caption_lead("Foto:")
    (True, True, False)
    """
    lower = text.lower()
    pairs = line_leads().get(opening_word(lower), ())
    return " " in lower and any(kind == "caption" and lead == lower for lead, kind in pairs)


def strip_bullet(text: str) -> str:
    """Return a list item without its bullet.

    >>> strip_bullet("• the first point"), strip_bullet("-5 degrees")
    ('the first point', '-5 degrees')
    """
    bullet = BULLET_RE.match(text) or DASH_ITEM_RE.match(text)
    return text[bullet.end() :] if bullet else text


def _rest(text: str, lead: str) -> str | None:
    """Return what follows `lead` in `text`, or ``None`` where `text` does not open with it."""
    if text[: len(lead)].lower() != lead:
        return None
    rest = text[len(lead) :]
    if rest and lead[-1].isalnum() and (rest[0].isalnum() or rest[0] in "'’-"):
        glued = rest[0].isupper() and text[len(lead) - 1].islower()  # "Image captionThe pier"
        if not glued:
            return None
    return rest.lstrip(" :,\N{NO-BREAK SPACE}")


def _weigh(kind: str, text: str, rest: str, *, in_head: bool) -> str | None:
    """Return what the line is, given that it opens with a lead of `kind` and goes on with `rest`."""
    if kind == "byline":
        if is_byline_rest(rest):
            return "byline"
        return "byline" if in_head and _read_stamp(rest, needs_lead=False, name_first=True) else None
    if kind == "stamp":
        return _read_stamp(text, needs_lead=True)
    if not rest:
        return None
    if kind == "credit":
        bracket = text[0] in "(（["
        if bracket and text[-1] not in ")）]":
            return None
        if text[0].islower() or _has_sentence(rest):
            return None
        told = bracket or text[: -len(rest)].rstrip()[-1] in ":："
        return "credit" if told or _names_somebody(rest) else None
    return None if _has_sentence(rest) and not find_picture_credit(text) else "caption"


def _names_somebody(rest: str) -> bool:
    """Return whether in `rest`, after ``Edited by``, somebody is named or agencies are: not in ``hand``."""
    words = WORD_RE.findall(rest)
    return any(not word[0].islower() or word in list_words("agencies") or word in agency_names() for word in words)


def _names_agencies(text: str) -> bool:
    """Return whether `text` names agencies and nothing else: "AFP", "(dpa)", "— Reuters", "With AFP and dpa"."""
    bare = text.rstrip(".").strip("()[]<>–— ").rstrip(".")
    if bare == text and bare.partition(" ")[0].lower() in list_words("with"):
        bare = bare.partition(" ")[2]
    return bare != "" and all(part.strip() in agency_names() for part in BETWEEN_AGENCIES_RE.split(bare))


def is_byline_rest(rest: str) -> bool:
    """Return whether `rest` is a name, or several, with perhaps a role, a place or a date after."""
    if not rest or rest[-1] in "?!:;" or len(rest) > 160:
        return False
    if any(rest.startswith(name) and not rest[len(name) :][:1].isalnum() for name in agency_names()):
        return len(rest.split()) <= 8
    if rest.lower() == rest.upper():
        return rest[0].isalpha() and len(rest) <= LONGEST_UNCASED and not any(map(_is_no_name, rest))
    names = re.split(r"\s*[,|·–—@/(]\s*|\s+-\s+|\s+\d", rest, maxsplit=1)
    words = names[0].split()
    tail = rest[len(names[0]) :]
    if (
        not 2 <= len(words) <= 12
        or words[0].capitalize() in list_words("not-name")
        or (tail and tail[-1] in ".!?" and len(tail) > 40)
    ):
        return False
    if names[0][-1] == "." and len(words[-1]) > 3:
        return False
    capitals = sum(word[0].isupper() for word in words)
    return words[0][0].isupper() and capitals >= 2 and all(w[0].isupper() or w in list_words("particle") for w in words)


def _is_no_name(character: str) -> bool:
    return character.isdigit() or character in NO_NAME


def _read_stamp(text: str, *, needs_lead: bool, name_first: bool = False) -> str | None:
    """Return ``"timestamp"`` where `text` is nothing but a date and what goes with it."""
    if len(text) > 110 or not any(map(str.isdigit, text)):
        return None
    words = WORD_RE.findall(text)
    month = number = False
    other = 0
    for word in words:
        lower = word.lower()
        if NUMBER_RE.match(word) or not any(map(str.isalpha, word.strip(CJK_NUMBER))):
            number = True
        elif lower in month_words():
            month = True
        elif lower not in weekday_words() and lower not in list_words("joint"):
            other += 1
    dated = (month and number) or FIGURES_RE.search(text) is not None
    if not dated:
        return None
    allowed = 2 if needs_lead else 3 if name_first else 0
    return "timestamp" if other <= allowed else None


def _has_sentence(text: str) -> bool:
    """Return whether `text` goes on like prose: a stop within, or a long run of words that ends in one."""
    return len(text) > 120 and text[-1] in '.!?”"' and text.count(" ") > 15
