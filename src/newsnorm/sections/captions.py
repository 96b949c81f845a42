"""Captions: what a picture shows, known by who is said to have taken it, or by how agencies write them.

>>> [find_caption(line) for line in ("The harbour in 2018. Credit: LSA", "Photo: AFP", "A good picture, he said.")]
['caption', 'credit', None]
"""

from __future__ import annotations

import re

from newsnorm.sections.words import WORD_RE, agency_names, folded_agency_names

__all__ = ["LONGEST_CAPTION", "find_caption", "find_picture_credit", "is_agency_caption"]

# A caption as agencies write it: what is seen, in the present, and the whole date, which no report of the day gives.
LONGEST_CAPTION = 400
WHOLE_DATE_RE = re.compile(
    r"""
    \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s
    (?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},\s(?:19|20)\d\d\b
    """,
    re.VERBOSE,
)
LEAST_SHOWN = 8
# The same by its opening: "FILE - …", "In this Nov. 19, 2019, photo, …", "This undated image released by …".
SHOWN_RE = re.compile(
    r"""
    FILE\s?[-–—]+\s?\S
    |
    (?:In\s[Tt]|T)h(?:is|ese)\s
    (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?
    (?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s)?(?:\d{4},?\s)?
    (?:(?:undated|combination|combo|handout|aerial|file|satellite|video|screen)\s){0,3}
    (?:photo|photograph|image|picture|frame|grab|screenshot)s?
    (?:,\s|\s(?:taken|made|provided|released|posted|supplied|issued|obtained)\s)
    """,
    re.VERBOSE,
)
TOLD_RE = re.compile(r"[\"“”]|\b(?:was|were|had|did|said|told|will|would)\b|\b[a-z]{2,20}ed\b")

# The end of a caption: who took the picture. "(AFP)" alone also closes a wire's last paragraph: a mark must be there.
PICTURE_MARK_RE = re.compile(
    r"\b(?:photo|file|image|picture|foto|fotos|crédit|getty|handout|archivo|arquivo|pool|illustration|screenshot|фото"
    r"|symbolbild|symbolfoto|archivbild|archivfoto)\b|/",
    re.IGNORECASE,
)

CREDIT_OPENING_RE = re.compile(
    r"(?:photo|image|picture|file|foto|crédit|symbolbild|symbolfoto|archivbild|archivfoto)\b", re.IGNORECASE
)

# The same said outright, after a sentence or a bar, or in brackets: "… in 2018. Credit: ESA", "… (photo by Jane Doe)".
STATED_CREDIT_RE = re.compile(
    r"""
    (?: ^ | [.!?…|–—]["”’»)]?\s+ | [(\[] )
    (?:
        (?:(?:photo|image|picture|video)\s)?credits?(?:\sline)?\s?:
      | (?:photo|photograph|image|picture|screenshot|imagen|fotografía|foto|bild|symbolbild|grafik)\s?:
      | crédits?(?:\sphotos?)?\s?:
      | (?:photo|photograph|photography|image|picture|illustration)s?\s(?:by|via|courtesy(?:\sof)?)\b:?
      | courtesy\s(?:of|photo)\b:?
    )
    \s?(?P<who>[^\s:][^:.!?()\[\]]{1,60}(?:\.[^\s:.!?()\[\]]{1,20})*)[)\]]?\.?\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What all that says so has one of.
SIGNS = (":", " by", " via", "courtesy")

# An agency, and who took the picture for it: "… in Lindau. REUTERS/Jane Doe/File Photo".
AGENCY_SLASH_RE = re.compile(
    r"""
    \b(?:REUTERS\s?/\s?|(?:AFP|AP|EPA|EFE|ANSA|Reuters|Xinhua|Getty\sImages)\s?/\s?(?=[^\W\d_a-z][\w'’-]{1,20}\s))
    [^\W\d_a-z][\w'’-]{1,20}(?:\s[^\W\d_a-z][\w'’-]{0,20}\.?){0,2}(?<!\.)(?:/[A-Z][\w\s]{1,20})?\Z
    """,
    re.VERBOSE,
)
MOST_NAMED = 4

# How many words name who took a picture, and how far from a line's end that begins, in code points.
MOST_CREDITED = 8
REACH = 100

PICTURE_ADDRESS_RE = re.compile(r"https?://\S{1,220}\.(?:jpe?g|png|gif|webp|svg)(?:\?\S{0,100})?", re.IGNORECASE)

CREDIT_BREAK_RE = re.compile(r"[/:,|]|\bvia\b|\bphoto\b", re.IGNORECASE)


def find_caption(text: str) -> str | None:
    """Return ``"caption"`` for a line that tells what a picture shows, ``"credit"`` for one that says whose it is."""
    if is_agency_caption(text) or (text.startswith("http") and PICTURE_ADDRESS_RE.fullmatch(text)):
        return "caption"
    return find_picture_credit(text)


def is_agency_caption(text: str) -> bool:
    """Return whether `text` tells what a picture shows, as agencies do: by its opening, or with the whole date.

    >>> is_agency_caption("Mayor Jane Doe, left, opens the new pier in Lindau, Tuesday, Nov. 19, 2019.")
    True
    >>> is_agency_caption("Mayor Jane Doe opened the new pier in Lindau on Tuesday, Nov. 19, 2019.")
    False
    """
    if len(text) > LONGEST_CAPTION:
        return False
    if SHOWN_RE.match(text):
        return True
    if "day, " not in text or text[-1] == ")" or text.count(" ") < LEAST_SHOWN:
        return False
    return WHOLE_DATE_RE.search(text) is not None and TOLD_RE.search(text) is None


def find_picture_credit(text: str) -> str | None:
    """Return ``"caption"`` for a line that ends with who took the picture, ``"credit"`` for one that says only that."""
    near = max(0, len(text) - REACH)
    if "/" in text and AGENCY_SLASH_RE.search(text, near):
        return "credit" if text.count(" ") <= MOST_NAMED else "caption"
    lower = text[near:].lower()
    stated = STATED_CREDIT_RE.search(text, near) if any(sign in lower for sign in SIGNS) else None
    if stated is not None and _are_names(stated["who"]):
        closed = text[stated.start()] not in "([" or text.rstrip(".")[-1] in ")]"
        if closed:
            return "caption" if stated.start() else "credit"
    last = text[-1]
    if last in ")]":
        opening = text.rfind("(" if last == ")" else "[")
        inside = text[opening + 1 : -1]
        if opening < 0 or len(inside) > 80 or not PICTURE_MARK_RE.search(inside):
            return None
        if not _names_agency(inside) and not CREDIT_OPENING_RE.match(inside):
            return None
        return "caption" if opening else "credit"
    if "/" in text or "Getty" in text:
        tail = text[-60:]
        end = re.search(r"[^\s.!?/]+(?:\s[^\s.!?/]+){0,3}\Z", re.split(r"[/.|]\s*", tail)[-1])
        if end and end.group() in agency_names() and ("/" in tail or "Getty" in tail):
            return "credit" if len(text) <= 60 and text.count(" ") <= 6 else "caption"
    return None


def _are_names(text: str) -> bool:
    """Return whether `text` names an agency, or consists of names: capitals, but for small words between them."""
    if not folded_agency_names().isdisjoint(part.strip().lower() for part in CREDIT_BREAK_RE.split(text)):
        return True
    words = WORD_RE.findall(text)
    capitals = sum(not word[0].islower() for word in words)
    return 0 < len(words) <= MOST_CREDITED and words[0][0].isupper() and 2 * capitals > len(words)


def _names_agency(text: str) -> bool:
    return any(part.strip() in agency_names() for part in CREDIT_BREAK_RE.split(text))
