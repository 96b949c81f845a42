"""The title: the first line, where it reads like one, and the name of the site that pages put after it.

>>> split_site("Two countries sign a pact | The Daily Paper")
('Two countries sign a pact', 'The Daily Paper')
>>> split_site("Mediation – a last attempt")
('Mediation – a last attempt', None)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsnorm.sections.evidence import LETTER_RE, count_words
from newsnorm.sections.words import agency_names, list_words

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_title", "repeats_title", "split_site"]

LONGEST_TITLE = 140

# The last separator of the line, with white space on both sides.
BAR_RE = re.compile(r"\s(?:\||::|»|•|·)\s(?!.*\s(?:\||::|»|•|·)\s)")
DASH_RE = re.compile(r"\s[–—-]\s(?!.*\s[–—-]\s)")

# As Chinese pages have it, without white space: what follows must end as a site's name does there.
GLUED_RE = re.compile(r"[_|-](?=[^\x00-\x7f]{2,8}\Z)")

# An address on the web.
ADDRESS_RE = re.compile(r"\S\.(?:com|org|net|info|co\.\w\w|\w\w)\Z")

# A sentence that is no title: it ends in a full stop. Questions and exclamations may be titles.
STOP_RE = re.compile(r"(?<!\.\.)[.。।۔][\"”’»)]?\Z")

# Somebody's post rather than a title: it speaks to an account, or ends in tags. "#MeToo: a year on" may be one.
POST_RE = re.compile(r"@(?<![^\s@]@)\w|#(?<=\s#)[^\W\d_]")


def find_title(texts: Sequence[str], kinds: Sequence[str | None], prose: int) -> int | None:
    """Return the index of the title among `texts`, or ``None``.

    Args:
        texts: The paragraphs of the text.
        kinds: What each is known to be.
        prose: The index of the first that is prose beyond doubt; a title stands before it.

    """
    for i in range(min(prose, len(texts) - 1)):
        if kinds[i] in ("byline", "dateline", "timestamp", "credit", "caption"):
            continue
        return i if kinds[i] is None and _reads_like_title(texts[i]) else None
    return None


def split_site(title: str) -> tuple[str, str | None]:
    """Return `title` without the name of the site after it, and that name; ``None`` where there is none for sure."""
    for pattern, needs_name in ((BAR_RE, False), (DASH_RE, True), (GLUED_RE, True)):
        found = pattern.search(title)
        if found is None:
            continue
        rest, site = title[: found.start()].rstrip(), title[found.end() :].strip()
        if count_words(rest) < 3 or not 1 <= count_words(site) <= 5 or count_words(site) > count_words(rest):
            continue
        if needs_name and not _names_site(site):
            continue
        return rest, site
    return title, None


def _names_site(site: str) -> bool:
    """Return whether `site` is a site's name where a dash alone doesn't tell it from the second half of a title.

    It is an agency, an address, or ends with what papers and stations are called; in a script without capitals, the
    last word's end is enough.
    """
    if site in agency_names() or ADDRESS_RE.search(site):
        return True
    last = re.split(r"[\s-]", site)[-1]
    if last and last.lower() == last.upper():
        return last.endswith(tuple(list_words("site")))
    return not site[0].islower() and (last.title() if last.isupper() else last) in list_words("site")


def repeats_title(title: str, line: str) -> bool:
    """Return whether `line` is the title again, with the site's name or without, in whatever case.

    >>> repeats_title("Two countries sign a pact | The Daily Paper", "TWO COUNTRIES SIGN A PACT")
    True
    """
    if len(line) > 2 * LONGEST_TITLE or line[:1].casefold() != title[:1].casefold():
        return False
    forms = {" ".join(form.casefold().split()) for form in (title, split_site(title)[0])}
    return " ".join(split_site(line)[0].casefold().split()) in forms


def _reads_like_title(text: str) -> bool:
    if len(text) > LONGEST_TITLE or LETTER_RE.search(text) is None:
        return False
    if text[-1] in ":;," or text[0] in "([•":
        return False
    return STOP_RE.search(text) is None and POST_RE.search(text) is None
