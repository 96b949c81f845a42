"""Datelines in the forms the agencies use, and sentences that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.document import Document
from newsnorm.sections import find_structure
from newsnorm.sections.datelines import LONGEST_DATELINE, find_dateline

# (dateline, place, date, agencies)
FORMS: list[tuple[str, str | None, str | None, tuple[str, ...]]] = [
    ("MOSCOW, March 21 (AFP/APP):", "MOSCOW", "March 21", ("AFP", "APP")),
    ("Moscow, March 21 (AFP/APP):", "Moscow", "March 21", ("AFP", "APP")),
    ("SALT LAKE CITY —", "SALT LAKE CITY", None, ()),
    ("NEW YORK and CHICAGO (Dec. 22, 2013) —", "NEW YORK and CHICAGO", "Dec. 22, 2013", ()),
    ("BEIJING, Feb. 25 (Xinhua) --", "BEIJING", "Feb. 25", ("Xinhua",)),
    ("NEW DELHI:", "NEW DELHI", None, ()),
    ("LOS ANGELES, Calif. –", "LOS ANGELES, Calif.", None, ()),
    ("WASHINGTON, D.C. —", "WASHINGTON, D.C.", None, ()),
    ("ST. PETERSBURG, Russia (AP) —", "ST. PETERSBURG, Russia", None, ("AP",)),
    ("Kathmandu, March 21:", "Kathmandu", "March 21", ()),
    ("JERUSALEM/GAZA (Reuters) -", "JERUSALEM/GAZA", None, ("Reuters",)),
    ("SEOUL, South Korea, March 21 /PRNewswire/ --", "SEOUL, South Korea", "March 21", ("PRNewswire",)),
    ("PARIS (AFP) –", "PARIS", None, ("AFP",)),
    ("Paris, 21 mars 2023 (AFP) -", "Paris", "21 mars 2023", ("AFP",)),
    ("Genève (ats)", "Genève", None, ("ats",)),
    ("BERLIN, 21. März (dpa) –", "BERLIN", "21. März", ("dpa",)),
    ("Madrid, 21 mar (EFE).-", "Madrid", "21 mar", ("EFE",)),
    ("MADRID, 21 Mar. (EUROPA PRESS) -", "MADRID", "21 Mar.", ("EUROPA PRESS",)),
    ("BRASÍLIA (Reuters) -", "BRASÍLIA", None, ("Reuters",)),
    ("Lisboa, 21 mar 2023 (Lusa) -", "Lisboa", "21 mar 2023", ("Lusa",)),
    ("(ANSA) - ROMA, 21 MAR -", "ROMA", "21 MAR", ("ANSA",)),
    ("Roma, 21 mar. (Adnkronos) -", "Roma", "21 mar.", ("Adnkronos",)),
    ("МОСКВА, 21 мар — РИА Новости.", "МОСКВА", "21 мар", ("РИА Новости",)),
    ("МОСКВА, 21 марта. /ТАСС/.", "МОСКВА", "21 марта", ("ТАСС",)),
    ("КИЇВ. 21 березня. УНН.", "КИЇВ", "21 березня", ("УНН",)),
    ("Warszawa (PAP) -", "Warszawa", None, ("PAP",)),
    ("新华社北京3月21日电（记者王明）", "北京", "3月21日", ("新华社",)),
    ("【ワシントン共同】", "ワシントン", None, ("共同",)),
    ("[東京 21日 ロイター]", "東京", "21日", ("ロイター",)),
    ("(서울=연합뉴스) 홍길동 기자 =", "서울", None, ("연합뉴스",)),
    ("МОСКВА, 21 ноя - РИА Новости.", "МОСКВА", "21 ноя", ("РИА Новости",)),
    ("NEW YORK--(BUSINESS WIRE)--", "NEW YORK", None, ("BUSINESS WIRE",)),
    ("Budapest, 2023. március 21., kedd (MTI) -", "Budapest", "2023. március 21., kedd", ("MTI",)),
    ("Vilnius, kovo 21 d. (BNS).", "Vilnius", "kovo 21 d.", ("BNS",)),
    ("Jakarta, CNN Indonesia --", "Jakarta", None, ("CNN Indonesia",)),
    ("नई दिल्ली, 21 मार्च (आईएएनएस)", "नई दिल्ली", "21 मार्च", ("आईएएनएस",)),
    ("ירושלים, 21 נוב׳ (רויטרס) -", "ירושלים", "21 נוב׳", ()),
    ("JAKARTA, KOMPAS.com -", "JAKARTA", None, ("KOMPAS.com",)),
    ("TEMPO.CO, Jakarta -", "Jakarta", None, ("TEMPO.CO",)),
    ("人民网巴黎3月21日电", "巴黎", "3月21日", ("人民网",)),
    ("中新网3月21日电", None, "3月21日", ("中新网",)),
    ("（中央社台北21日電）", "台北", "21日", ("中央社",)),
    ("（中央社記者王小明台北21日電）", None, "21日", ("中央社",)),
    ("（吉隆坡21日讯）", "吉隆坡", "21日", ()),
    ("〔記者王小明／台北報導〕", "台北", None, ()),
    ("記者王小明／綜合報導", None, None, ()),
    ("موسكو 21 مارس (رويترز) -", "موسكو", "21 مارس", ("رويترز",)),
]

SENTENCES = [
    "Paris – a city of lights – sleeps.",
    "JANE DOE: Hello, and welcome.",
    "NATO — The alliance — left.",
    "UPDATE: The road is open.",
    "BREAKING — The road is open.",
    "Jane Smith (R-Texas): The bill is dead.",
    "Angela Muster (CDU) - Die Ministerin ging.",
    "President John Doe — The man of the hour.",
    "In March 2020 (Reuters) the agency said so.",
    "Reuters reported on March 21 that the road is open.",
    "Monday, March 21: The road is open.",
    "Victoria - having mandatory checks - is ahead.",
    "In Moscow, March 21 was cold.",
    "Moscow, Russia's capital, is cold.",
    "March 21: The road is open.",
    "Washington: a life in letters.",
    "3. The inquiry",
    "On KOMPAS.com: The bridges are open.",
    "(AFP)",
    "(Reuters) -",
    "(AFP) in brackets is the agency.",
    "Amazon.com, Seattle - which is a port - and more.",
    "Amazon.com, the shop, is open.",
    "— Yes, she said.",
]


@pytest.mark.parametrize(("form", "place", "date", "agencies"), FORMS, ids=[form[0] for form in FORMS])
def test_the_agencies_forms_are_read(form: str, place: str | None, date: str | None, agencies: tuple[str, ...]) -> None:
    text = f"{form} Мости відкрито." if "УНН" in form else f"{form} The bridges are open again."
    found = find_dateline(text, start=7)
    assert found is not None
    assert found[:3] == (place, date, agencies)
    assert text[found.start - 7 : found.end - 7] in (form, form.rstrip("."))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("(Reuters) - France will open the bridges.", 11),
        ("(Reuters) - APPLE will open a shop.", 11),
        ("(AFP) — Germany and France will open the bridges.", 7),
        ("(Reuters) - Moscow: a life in letters.", 11),
        ("(CNN)The bridges are open again.", 5),
    ],
)
def test_agencies_before_all_else_need_no_place(text: str, end: int) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.place is None
    assert found.end == end


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_are_no_datelines(sentence: str) -> None:
    assert find_dateline(sentence) is None


@given(st.text(max_size=200))
def test_a_datelines_span_and_parts_lie_in_the_text(text: str) -> None:
    found = find_dateline(text)
    if found is not None:
        assert found.start == 0 < found.end <= min(len(text), LONGEST_DATELINE)
        opening = text[: found.end]
        for part in (found.place, found.date, *found.agencies):
            assert part is None or part in opening


@pytest.mark.parametrize("form", [form[0] for form in FORMS])
def test_a_dateline_alone_on_its_line_is_a_block_of_its_own(form: str) -> None:
    body = "The bridges over the river are open again, the ministry said on Tuesday, and trains run as they did."
    structure = find_structure(Document(f"{form}\n\n{body}\n\n{body}", "en"))
    assert structure.dateline is not None
    assert [block.kind for block in structure.blocks] == ["dateline", "paragraph", "paragraph"]
    assert structure.title is None
