"""Datelines as Chinese, Japanese and Korean agencies write them: place and agency within brackets, or run together.

>>> find_cjk_dateline("新华社北京3月21日电（记者王明）会谈结束。")[:3]
('北京', '3月21日', ('新华社',))
>>> find_cjk_dateline("〔記者王小明／台北報導〕會談結束。").place
'台北'
"""

from __future__ import annotations

import re

from newsnorm.records import Dateline
from newsnorm.sections.words import agency_names

__all__ = ["find_cjk_dateline"]

CJK_DATE = r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)"
FORMS = (
    re.compile(
        r"【(?P<place>[^】=＝\d]{1,12}?)[=＝・]?(?P<agency>共同|時事|ロイター|聯合ニュース|AFP|新华社|新華社)】"
    ),
    re.compile(rf"[\[［](?P<place>[^\]\d=]{{1,12}}?)\s{CJK_DATE}\s?(?P<agency>[^\]\d]{{2,12}})[\]］]"),
    re.compile(r"[(\[](?P<place>[가-힣]{2,8})=(?P<agency>[가-힣\d]{2,8})[)\]](?:\s[가-힣]{2,4}\s(?:기자|특파원)\s=)?"),
    re.compile(
        rf"据?(?P<agency>[一-鿿]{{2,4}}?[社网網])(?P<place>[一-鿿]{{2,10}}?)?{CJK_DATE}(?:电|電|讯|訊)"
        r"(?:\s?（记者[^（）]{1,30}）|\s?\(记者[^()]{1,30}\))?"
    ),
    re.compile(rf"[（(](?P<agency>中央社)(?:記者[一-鿿]{{4,12}}|(?P<place>[一-鿿]{{2,8}})){CJK_DATE}[電讯訊][)）]"),
    re.compile(rf"[（(](?P<place>[一-鿿]{{2,8}}){CJK_DATE}[电電讯訊][)）]"),
    re.compile(r"[〔【（(]?記者[^\s／/〔〕【】（）()]{2,12}[／/](?:綜合|(?P<place>[一-鿿]{2,6}))報導[〕】）)]?"),
)


def find_cjk_dateline(text: str, start: int = 0) -> Dateline | None:
    """Return the dateline that `text` opens with in one of these forms, or ``None``.

    Args:
        text: How a paragraph begins.
        start: Where it starts in the article, in code points.

    """
    for form in FORMS:
        found = form.match(text)
        parts = found.groupdict() if found else {}
        agency, place = parts.get("agency"), parts.get("place")
        if found and (agency is None or agency in agency_names()):
            agencies = (agency,) if agency else ()
            return Dateline(place and place.strip(), parts.get("date"), agencies, start, start + found.end())
    return None
