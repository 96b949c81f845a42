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
from typing import TYPE_CHECKING

from newsnorm.sections.words import (
    agency_names,
    folded_agency_names,
    line_leads,
    list_words,
    month_words,
    weekday_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LONGEST_CAPTION", "find_kind", "is_author_note", "is_list_item", "strip_bullet"]

# No line longer than this is a credit, a byline or a caption we can be sure of.
LONGEST = 240

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

# A bullet that is never anything else, and a dash or asterisk, which must have company to be one.
BULLET_RE = re.compile(r"[•▪◦‣●○■□►▶✓✔➤➢❖·]\s*(?=\S)")
DASH_ITEM_RE = re.compile(r"[*–—‒+-]\s+(?=\S)")

WORD_RE = re.compile(r"[^\s,.:;|/()\[\]<>·•@]+")

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

# The end of a caption: who took the picture. "(AFP)" alone also closes a wire's last paragraph: see `_is_caption`.
PICTURE_MARK_RE = re.compile(
    r"\b(?:photo|file|image|picture|foto|fotos|crédit|getty|handout|archivo|arquivo|pool|illustration|screenshot|фото|symbolbild|symbolfoto|archivbild|archivfoto)\b|/",
    re.IGNORECASE,
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
# The end of a credit: who helped. "Jane Doe in Lindau contributed to this report."
CONTRIBUTED_RE = re.compile(
    r"""
    \b(?:
        contributed\s(?:reporting\s)?to\s(?:this|the)\s(?:report|story|article|piece|reporting)
      | contributed\sreporting(?:\sfrom\s[A-Z][\w\s]{1,30})?
      | (?:hat|haben)\s(?:zu|an)\sdiesem\s(?:Bericht|Artikel|Beitrag|Text)\s(?:beigetragen|mitgearbeitet|mitgewirkt)
      | (?:a|ont)\scontribué\sà\s(?:ce|cet)\s(?:article|reportage)
      | contribuy(?:ó|eron)\s(?:a|en|con)\seste\s(?:informe|reportaje|artículo)
      | (?:colaborou|colaboraram)\s(?:para|com|nesta)\s(?:esta\s)?(?:reportagem|matéria)
      | (?:ha|hanno)\scontribuito\sa\squesto\sarticolo
    )[.)]{0,2}\Z
    """,
    re.VERBOSE,
)

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

# A line that is nothing but how to reach the author, or the address of a picture.
CONTACT_RE = re.compile(
    r"""
    (?:(?:e-?mail|twitter|instagram|contact|kontakt)\s?:?\s)?
    (?:
        [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}
      | @\w{2,30}
      | (?:https?://)?(?:www\.|mobile\.|m\.)?(?:twitter|x|facebook|instagram|linkedin)\.com/\S{1,200}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
PICTURE_ADDRESS_RE = re.compile(r"https?://\S{1,220}\.(?:jpe?g|png|gif|webp|svg)(?:\?\S{0,100})?", re.IGNORECASE)

# A note on the author: a whole name, what somebody is, and nothing that is said. So long at most.
NAME_IS_RE = re.compile(
    r"(?P<name>[A-ZÀ-ÞŁŚŠŽČ][\w.'’-]*(?:\s(?:(?:al|bin|da|de|den|der|di|du|la|van|von)\s)*[A-ZÀ-ÞŁŚŠŽČ][\w.'’-]*){1,3})"
    r"(?:\s\([^()]{3,40}\)|,[^,.]{3,60},)?\s(?:is|ist|es|est|è|é|jest)\s"
)
LONGEST_NOTE = 500
ROLE_REACH = 10
SAID_RE = re.compile(r"[\"“”„«»]|\b(?:said|says|told|tells|believes|thinks|hopes|sagte|sagt|erklärte|dijo|dice)\b")

CREDIT_BREAK_RE = re.compile(r"[/:,|]|\bvia\b|\bphoto\b", re.IGNORECASE)


def find_kind(text: str, *, in_head: bool = False) -> str | None:
    """Return the kind of the line `text`, or ``None`` where it may be prose or a heading.

    Args:
        text: The line, without white space around it.
        in_head: Whether it stands before the article's first paragraph, where dates and names stand alone.

    """
    if len(text) > LONGEST:
        return "caption" if is_agency_caption(text) else None
    opening = text.split(None, 1)[0].lower().rstrip(":,")
    for lead, kind in line_leads().get(opening, ()):
        rest = _rest(text, lead)
        if rest is not None and (found := _weigh(kind, text, rest, in_head=in_head)):
            return found
    if text[0] in "©℗" or opening == "copyright":
        return "credit"
    if in_head and (stamp := _read_stamp(text, needs_lead=False)):
        return stamp
    if text in agency_names() or (text[0] not in '"“„«' and CONTRIBUTED_RE.search(text)):
        return "credit"
    if text.count(" ") <= 1:
        if MACHINE_STAMP_RE.fullmatch(text):
            return "timestamp"
        if CONTACT_RE.fullmatch(text):
            return "credit"
        if PICTURE_ADDRESS_RE.fullmatch(text):
            return "caption"
    return "caption" if is_agency_caption(text) else _find_picture_credit(text)


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
    if text[-1] == ")" or text.count(" ") < LEAST_SHOWN:
        return False
    return WHOLE_DATE_RE.search(text) is not None and TOLD_RE.search(text) is None


def is_author_note(text: str, article: Iterable[str]) -> bool:
    """Return whether `text`, the last line of an article, says who wrote it, who is nobody that the `article` tells of.

    >>> note = "Jane Doe is a freelance writer based in Lindau. Her first book is about ferries."
    >>> is_author_note(note, ["The harbour is closed."]), is_author_note(note, ["Jane Doe saw it.", "So did others."])
    (True, False)
    """
    found = NAME_IS_RE.match(text) if len(text) <= LONGEST_NOTE else None
    if found is None or SAID_RE.search(text):
        return False
    words = WORD_RE.findall(text, found.end())[:ROLE_REACH]
    if list_words("role").isdisjoint(map(str.lower, words)):
        return False
    surname = found["name"].split()[-1]
    return not any(surname in paragraph for paragraph in article)


def is_list_item(text: str, neighbours: tuple[str, str]) -> bool:
    """Return whether a line opens with a bullet, or with a dash in the company of others."""
    if text[0].isalnum():
        return False
    if BULLET_RE.match(text):
        return True
    if not DASH_ITEM_RE.match(text) or text[-1] in "–—-" or (text[0] == "—" and text[-1] in ".!?…»"):
        return False  # a heading between dashes, and speech as French and Russian set it, are no items
    return any(DASH_ITEM_RE.match(other) and other[0] == text[0] for other in neighbours)


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
        return None
    return rest.lstrip(" :\N{NO-BREAK SPACE}")


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
        return None if text[0].islower() or _has_sentence(rest) else "credit"
    return None if _has_sentence(rest) and not _find_picture_credit(text) else "caption"


def is_byline_rest(rest: str) -> bool:
    """Return whether `rest` is a name, or several, with perhaps a role, a place or a date after."""
    if not rest or rest[-1] in "?!:;" or len(rest) > 160:
        return False
    if any(rest.startswith(name) and not rest[len(name) :][:1].isalnum() for name in agency_names()):
        return len(rest.split()) <= 8
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


def _read_stamp(text: str, *, needs_lead: bool, name_first: bool = False) -> str | None:
    """Return ``"timestamp"`` where `text` is nothing but a date and what goes with it."""
    if len(text) > 110 or not any(map(str.isdigit, text)):
        return None
    words = WORD_RE.findall(text)
    month = number = False
    other = 0
    for word in words:
        lower = word.lower()
        if NUMBER_RE.match(word) or not any(map(str.isalpha, word)):
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


def _find_picture_credit(text: str) -> str | None:
    """Return ``"caption"`` for a line that ends with who took the picture, ``"credit"`` for one that says only that."""
    if AGENCY_SLASH_RE.search(text, max(0, len(text) - REACH)):
        return "credit" if text.count(" ") <= MOST_NAMED else "caption"
    stated = STATED_CREDIT_RE.search(text, max(0, len(text) - REACH))
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
        if not _names_agency(inside) and not re.match(
            r"(?i)(?:photo|image|picture|file|foto|crédit|symbolbild|symbolfoto|archivbild|archivfoto)\b", inside
        ):
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
