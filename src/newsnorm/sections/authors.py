"""Who wrote an article, and who helped, where that is said at its end: credits, which are no part of its body.

>>> is_contribution("Jane Doe in Lindau contributed to this report."), is_contact("jane.doe@example.org")
(True, True)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.sections.words import WORD_RE, list_words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["is_author_note", "is_contact", "is_contribution"]

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

# What all of these have one of, and how far from the end they begin, in code points.
STEMS = ("ontribu", " diesem ", "olabor")
REACH = 90

# A line that is nothing but how to reach the author.
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

# A note on the author: a whole name, what somebody is, and nothing that is said. So long at most.
NAME_IS_RE = re.compile(
    r"""
    (?P<name>
        [A-ZÀ-ÞŁŚŠŽČ][\w.'’-]{0,24}
        (?: \s (?:(?:al|bin|da|de|den|der|di|du|la|van|von)\s){0,2} [A-ZÀ-ÞŁŚŠŽČ][\w.'’-]{0,24} ){1,3}
    )
    (?: \s\([^()]{3,40}\) | ,[^,.]{3,60}, )?
    \s(?:is|ist|es|est|è|é|jest)\s
    """,
    re.VERBOSE,
)
LONGEST_NOTE = 500
ROLE_REACH = 10
SAID_RE = re.compile(r"[\"“”„«»]|\b(?:said|says|told|tells|believes|thinks|hopes|sagte|sagt|erklärte|dijo|dice)\b")


def is_contribution(text: str) -> bool:
    """Return whether a line says who helped with the article."""
    if text[0] in '"“„«' or not any(stem in text for stem in STEMS):
        return False
    return CONTRIBUTED_RE.search(text, max(0, len(text) - REACH)) is not None


def is_contact(text: str) -> bool:
    """Return whether a line says how to reach the author, and nothing else."""
    return text.count(" ") <= 1 and CONTACT_RE.fullmatch(text) is not None


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
