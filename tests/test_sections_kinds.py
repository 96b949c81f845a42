"""What single lines are told to be, and what is seen of them."""

from __future__ import annotations

import pytest

import newsnorm
from newsnorm.sections.evidence import is_sentence, observe, reads_like_prose
from newsnorm.sections.kinds import find_kind, is_list_item
from newsnorm.sections.title import split_site


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Jane Doe", "byline"),
        ("By John F. Kennedy", "byline"),
        ("By Jane Doe and John Roe, Staff Writers", "byline"),
        ("By Jane Doe?", None),  # a question
        ("BY JANE DOE", "byline"),
        ("BY THE LAKE", None),  # a heading, in whatever case
        ("By The Lake", None),
        ("By Jane Doe Smith.", None),  # a sentence
        (f"By Jane Doe and {'Mary Major, ' * 14}", None),  # too long for names
        (f"By {'x' * 300}", None),
        ("Bye, bye", None),  # no word of its own
        ("By’s", None),
        ("By Jane", None),  # one name says too little
        ("By Jane on 21 March 2023", "byline"),  # but for a date beside it
        ("By Jane Doe, 21 March 2023 at the town hall", "byline"),
        ("By Jane Doe, the paper's correspondent in the far town of Lindau.", None),
        ("By Anna Berg, who covers the town and all that goes on in it!", None),
        ("By Anna Berg, who covers the town and all that goes on in it", "byline"),
        (f"By {' '.join(['Ann'] * 12)}", "byline"),
        (f"By {' '.join(['Ann'] * 13)}", None),
        ("Updated today 21 March 2023 with more", None),
        ("Jane Doe 21 March 2023", None),
        ("10:15 21.03.2023", "timestamp"),
        ("1 2 3 4 5 2023-03-21", "timestamp"),
        ("10 12 14 16 18 20:15 points", None),
        ("作者：王小明", "byline"),
        ("文／王小明", "byline"),
        ("文：山田太郎", "byline"),
        ("글·사진: 홍길동 기자", "byline"),
        ("بقلم: آنا بيرج", "byline"),
        ("מאת אנה ברג", "byline"),
        ("Pisze: Anna Berg", "byline"),
        ("By —", None),  # nobody
        ("文：三千人が集まった。", None),  # a sentence
        ("作者：在这个城市里没有人知道他的名字和他从哪里来以及他要去哪里", None),  # too long for a name
        ("来源：新华社", "credit"),
        ("责任编辑：王小明", "credit"),
        ("发布时间：2023年3月21日", "timestamp"),
        ("2023年3月21日 10:15", "timestamp"),
        ("입력 2023.03.21 오전 10:15", "timestamp"),
        ("Közzétéve: 2023. március 21.", "timestamp"),
        ("Publikováno 21. března 2023", "timestamp"),
        ("نشر في: 21 مارس 2023", "timestamp"),
        ("Publikováno bylo 21. března 2023 už potřetí, a marně", None),
    ],
)
def test_above_the_article_a_line_is_a_byline_or_a_date(line: str, kind: str | None) -> None:
    assert find_kind(line, in_head=True) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photography is dead", None),
        ("Photo:", None),  # of nothing
        ("Source: AFP", "credit"),
        ("(PTI)", "credit"),
        ("(ANSA).", "credit"),
        ("—AFP", "credit"),
        ("– Reuters", "credit"),
        ("With AFP and dpa", "credit"),
        ("With Anna", None),
        ("with", None),
        ("()", None),
        ("（編輯：王小明）", "credit"),
        ("source: AFP", None),  # within a sentence
        ("(source: AFP)", "credit"),
        ("(Reporting by Jane Doe; editing by John Roe)", "credit"),
        ("(Reporting by Jane Doe; editing by John Roe", None),  # never closed
        ("© The Daily Example", "credit"),
        ("A boat (Photo: Jane Doe)", "caption"),
        ("(Photo: AFP)", "credit"),
        ("Jane Doe/Getty Images", "credit"),
        ("One two three four Jane Doe/Getty Images", "credit"),
        ("One two three four five Jane Doe/Getty Images", "caption"),
        ("The harbour in 2018. Credit: LSA", "caption"),
        ("The old sea wall. (credit: Lindau Museum/Jane Doe)", "caption"),
        ("Am Hafen von Lindau. Foto: dpa", "caption"),
        ("Boats at noon | Photograph by Jane Doe", "caption"),
        ("Photo courtesy of the Lindau Museum", "caption"),
        ("Jane Doe | Getty Images", "credit"),
        ("A boat (photo by Jane Doe", None),  # never closed
        ("Jane Doe, left, opens the new pier of the harbour in Lindau, Tuesday, Nov. 19, 2019.", "caption"),
        ("Jane Doe opened the new pier of the harbour in Lindau on Tuesday, Nov. 19, 2019.", None),  # a report
        ("The pier, says Jane Doe, “opens in Lindau on Tuesday, Nov. 19, 2019, not before then.”", None),
        ("The next meeting: Tuesday, Nov. 19, 2019.", None),
        ("FILE - In this May 1, 2018 file photo, Jane Doe speaks.", "caption"),
        ("In this Nov. 10, 2019, photo, a boat lies in the harbour.", "caption"),
        ("This undated image released by the museum shows a boat, which it keeps in its cellar.", "caption"),
        ("This image shows what they mean.", None),  # perhaps a paragraph
        ("A boat on the lake at noon in May. REUTERS/Jane Doe/File Photo", "caption"),
        ("REUTERS/Jane Doe", "credit"),
        ("The mayor leads by ten points, says a Reuters/Ipsos poll.", None),
        ("The mayor leads by ten points in a poll by Reuters/Ipsos", None),
        ("Ein Boot (Symbolbild)", "caption"),
        ("jane.doe@example.org", "credit"),
        ("Twitter: @janedoe", "credit"),
        ("2019-11-19T08:57:40+01:00", "timestamp"),
        ("twitter.com/janedoe", "credit"),
        ("https://example.org/pictures/harbour-1200.jpg?width=300", "caption"),
        ("https://example.org/articles/harbour", None),  # a source
        ("@janedoe has a point", None),
        ("Example Press writers Jane Doe and John Roe contributed to this report.", "credit"),
        ("(Jane Doe in Lindau contributed reporting.)", "credit"),
        ("Anna Berg hat zu diesem Bericht beigetragen.", "credit"),
        ("“Nobody contributed to this report.", None),  # somebody says so
        ("The storm contributed to this report of losses", None),
        ("He gets no credit: Berlin", None),
        ("The bank gave credit. Image: The bank is small", None),
        ("She liked the photo by Jane Doe", None),
        ("The mayor spoke. Picture: what nobody had seen", None),
        ("A boat at sea (screenshot)", None),
        ("Image captionThe old pier of Lindau", "caption"),  # glued
        ("Image copyrightLSA", "caption"),
        ("Image captions are for those who cannot see", None),
        ("Sources of the Nile", None),
        ("Something nice (handout / somewhere)", None),
    ],
)
def test_below_it_a_line_is_a_credit_or_a_caption(line: str, kind: str | None) -> None:
    assert find_kind(line) == kind


PARAGRAPH = "The council met on Tuesday and put off its vote, since two of the members had been called away. " * 2


@pytest.mark.parametrize(
    ("line", "above", "below", "seen", "unseen"),
    [
        ("(a thing in brackets)", "", "", "bracketed", "ends-bracket"),
        ("Energy (gas)", "", "", "ends-bracket", "counter"),
        ("Comments (5)", "", "", "counter", "ends-bracket"),
        ("Gas, Internet ...", "", "", "ends-open", "ends-stop"),
        ("123 45", "", "", "figures", "starts-lower"),
        ("- -", "", "", "words-2-5", "between-dashes"),
        ("$ pip list", "", "", "code", "figures"),
        ("extract(page, language)", "", "", "code", "numbered"),
        ("install --quiet lindau", "", "", "code", "numbered"),
        ("Gas (and oil)", "", "", "ends-bracket", "code"),
        ("$5 for a loaf", "", "", "words-2-5", "code"),
        ("Τι έγινε;", "", "", "ends-question", "code"),
        ("- Energy -", "", "", "between-dashes", "ends-open"),
        ("Energy", "Three things:", "1. The first of them", "above-colon", "above-short"),
        ("Energy", f"{PARAGRAPH}:", "1. The first of them", "below-first", "above-colon"),
        ("Energy", f"{PARAGRAPH}:", PARAGRAPH, "below-prose", "above-colon"),
        ("Energy", PARAGRAPH, PARAGRAPH, "above-prose", "above-short"),
    ],
)
def test_what_is_seen_of_a_short_line(line: str, above: str, below: str, seen: str, unseen: str) -> None:
    found = observe(line, above=above, below=below)
    assert seen in found
    assert unseen not in found


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("MARINA del REY, Calif., March 21 (AP) – ", "MARINA del REY, Calif.", "March 21"),
        ("MOSCOW (AFP), Tuesday, March 21 – ", "MOSCOW", "Tuesday, March 21"),
        ("MOSCOW (AFP), Nosuchday, March 21 – ", "MOSCOW", None),
        (f"{' '.join(['PARIS'] * 12)} (AFP) – ", None, None),  # no dateline names so many
    ],
)
def test_what_a_dateline_says(opening: str, place: str | None, date: str | None) -> None:
    dateline = newsnorm.split_sections(f"{opening}The talks went on in the town.\n\n{PARAGRAPH}").dateline
    assert (dateline and dateline.place, dateline and dateline.date) == (place, date)


@pytest.mark.parametrize(
    ("line", "neighbours", "listed"),
    [
        ("- one", ("", "- two"), True),
        ("- one", ("- none", ""), True),
        ("- one", ("", ""), False),  # a dash needs company
        ("- one", ("* two", "– three"), False),  # of its own kind
        ("• one", ("", ""), True),
        ("- one -", ("", "- two"), False),  # a heading
        ("— Yes, she said.", ("— No.", ""), False),  # speech
        ("— one", ("— two", ""), True),
        ("1 one", ("1 two", ""), False),
    ],
)
def test_what_is_an_item_of_a_list(line: str, neighbours: tuple[str, str], listed: bool) -> None:
    assert is_list_item(line, neighbours) is listed


@pytest.mark.parametrize(
    ("title", "rest", "site"),
    [
        ("One two three | Site", "One two three", "Site"),
        ("One two | Site", "One two | Site", None),  # too little would be left
        ("One two three | a b c d", "One two three | a b c d", None),  # more than is left
        ("One two three four five six | a b c d e", "One two three four five six", "a b c d e"),
        ("One two three four five six | a b c d e f", "One two three four five six | a b c d e f", None),
        ("One two three four - The Daily Post", "One two three four", "The Daily Post"),
        ("One two three four - example.org", "One two three four", "example.org"),
        ("One two three four – the other half", "One two three four – the other half", None),
        ("One two three four - The Lindau Express-News", "One two three four", "The Lindau Express-News"),
        ("One two three four – good news", "One two three four – good news", None),
        ("Eins zwei drei vier – LINDAUER ZEITUNG", "Eins zwei drei vier", "LINDAUER ZEITUNG"),
        ("林道市的新桥终于开放了_林道新闻网", "林道市的新桥终于开放了", "林道新闻网"),
        ("林道市的明天和今天-互联网", "林道市的明天和今天-互联网", None),  # the Internet
        ("林道市的新桥终于开放了-谁来付钱", "林道市的新桥终于开放了-谁来付钱", None),
        ("린다우의 새 다리가 열렸다 - 린다우일보", "린다우의 새 다리가 열렸다", "린다우일보"),
    ],
)
def test_a_site_after_the_title_is_not_of_it(title: str, rest: str, site: str | None) -> None:
    assert split_site(title) == (rest, site)


@pytest.mark.parametrize("line", ["A title of it", "Really?", "Mail a@b.example on it", "Wait...", "x" * 140])
def test_a_first_line_may_be_the_title(line: str) -> None:
    assert newsnorm.split_sections(f"{line}\n\n{PARAGRAPH}\n\n{PARAGRAPH}").title == line


@pytest.mark.parametrize(
    "line",
    [
        "Title:",
        "Title;",
        "(Title of it)",
        "[Title of it]",
        "•Title",
        "A sentence.",
        "x" * 141,
        "123",
        "Tags #one",
        "@a b",
    ],
)
def test_a_first_line_may_be_something_else(line: str) -> None:
    assert newsnorm.split_sections(f"{line}\n\n{PARAGRAPH}\n\n{PARAGRAPH}").title is None


@pytest.mark.parametrize(
    ("line", "above", "below", "seen"),
    [
        ("Energy. And gas", "", "", "stop-within"),
        ("“None of it”", "", "", "between-double-quotes"),
        ("“None” of it, “all”", "", "", "opens-quote"),
        ("None “of” it", "", "", "quotes-within"),
        ("‘None of it’", "", "", "between-single-quotes"),
        ("THE LATEST", "", "", "all-caps"),
        ("The Latest News Today", "", "", "title-case"),
        ("www.example.org", "", "", "address"),
        ("3. The inquiry", "", "", "numbered"),
        ("Why?", "", "", "asks-briefly"),
        ("Jane Doe", "", "Jane Doe is a writer who lives by the sea.", "name-then-bio"),
        ("it was a very long week", PARAGRAPH, "He said it was a very long week.", "echo"),
        ("Energy", "", PARAGRAPH, "below-longer"),
        ("Energy", "Gas", "Oil", "between-short"),
    ],
)
def test_each_piece_of_evidence_is_seen(line: str, above: str, below: str, seen: str) -> None:
    assert seen in observe(line, above=above, below=below)
    assert seen not in observe("so much for that then", above=PARAGRAPH, below=PARAGRAPH[:50])


def test_a_sentence_has_some_length_and_a_stop() -> None:
    assert [is_sentence(text) for text in (PARAGRAPH.strip(), "He won.", PARAGRAPH.strip(". "))] == [True, False, False]
    assert [reads_like_prose(text) for text in (PARAGRAPH, "He won.", "Gas, Internet")] == [True, False, False]


def test_marks_of_html_are_escaped_and_quotes_are_not() -> None:
    page = newsnorm.split_sections(f'A "b" & <c> of it\n\n{PARAGRAPH}').to_html()
    assert '<h1>A "b" &amp; &lt;c&gt; of it</h1>' in page


def test_a_list_at_the_end_is_closed() -> None:
    page = newsnorm.split_sections(f"A title of it\n\n{PARAGRAPH}\n\n• one\n\n• two").to_html()
    assert page.endswith("<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</article>")


def test_a_date_in_a_bracket_is_read_whole() -> None:
    opening = "MOSCOW (Reuters, 21 March 2023) – The talks went on there, and nobody left before midnight came at last."
    dateline = newsnorm.split_sections(opening).dateline
    assert dateline is not None
    assert (dateline.date, dateline.agencies) == ("21 March 2023", ("Reuters",))


NOTE = "Jane Doe is a freelance writer based in Lindau. Her first book, on ferries, came out last year."


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        "Jane van der Doe (jane@example.org) is the editor of The Daily Example.",
        "Anna Berg ist Redakteurin der Seepost und lebt in Bregenz.",
        "Juana Pérez es periodista y vive en Lindau.",
    ],
)
def test_a_last_line_about_somebody_else_is_a_note_on_the_author(note: str) -> None:
    article = newsnorm.split_sections("\n".join(["A bridge for Lindau", *[PARAGRAPH] * 3, note]))
    assert [block.kind for block in article.blocks] == ["title", *["paragraph"] * 3, "credit"]
    assert note not in article.body
    longer = newsnorm.split_sections("\n".join(["A bridge for Lindau", *[PARAGRAPH] * 3, note, PARAGRAPH]))
    assert note in longer.body


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe is the mayor of Lindau.",
        "Jane Doe is a professor of law, and she said the bridge would be built.",
        "Doe is a writer.",
        "The council is a reporter of its own doings.",
        "“Jane Doe is a writer”",
    ],
)
def test_what_may_be_told_in_the_article_is_no_note_on_the_author(line: str) -> None:
    article = newsnorm.split_sections("\n".join(["A bridge for Lindau", *[PARAGRAPH] * 3, line]))
    assert line in article.body
    told = newsnorm.split_sections("\n".join(["A bridge for Lindau", *[PARAGRAPH] * 2, "Jane Doe drew it.", NOTE]))
    assert NOTE in told.body


def test_a_source_may_stand_below_its_label() -> None:
    article = newsnorm.split_sections("\n".join(["A bridge for Lindau", *[PARAGRAPH] * 3, "SOURCE:", "News agencies"]))
    assert [block.kind for block in article.blocks][-2:] == ["credit", "credit"]
    listed = newsnorm.split_sections("\n".join(["A bridge for Lindau", *[PARAGRAPH] * 3, "They want:", "a bridge"]))
    assert "credit" not in [block.kind for block in listed.blocks]


@pytest.mark.parametrize(
    ("label", "below"),
    [
        ("Image copyright", "Getty Images"),
        ("Image caption", "The old bridge of Lindau in the flood of 2013"),
        ("Media caption", "What is to become of the old bridge?"),
        ("Image source,", "LSA"),
        ("Pie de foto,", "El viejo puente de Lindau"),
        ("Підпис до фото,", "Старий міст у Ліндау"),
    ],
)
def test_a_caption_may_stand_below_its_label(label: str, below: str) -> None:
    said = PARAGRAPH.strip()
    text = "\n".join(["A bridge for Lindau", said, label, below, said])
    article = newsnorm.normalize(text)
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "caption", "caption", "paragraph"]
    assert article.text == text


@pytest.mark.parametrize("label", ["Image copyright", "Image caption", "Photo:", "Pictures of a bridge"])
def test_a_paragraph_below_a_label_is_no_caption(label: str) -> None:
    said = PARAGRAPH.strip()
    article = newsnorm.split_sections("\n".join(["A bridge for Lindau", said, label, said, said]))
    assert article.body.count(said) == 3


@pytest.mark.parametrize(
    "line",
    [
        "With files from the archive, she proved her case.",
        "Editing by machine is here.",
        "Reporting by numbers",
        "Edited by hand",
        "Provided by the state",
        "Con datos de la policía",
        "Mit Informationen von gestern",
    ],
)
def test_a_credit_that_names_nobody_is_none(line: str) -> None:
    assert find_kind(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "With files from agencies",
        "With files from The Canadian Press",
        "Mit Material von dpa",
        "Reporting by Anna Berg; editing by Tom Hale",
        "Source: own calculations",
        "(with agencies)",
        "Con información de agencias",
    ],
)
def test_agencies_need_no_capital(line: str) -> None:
    assert find_kind(line) == "credit"
