"""Comment forms: known by their parts' order where no phrase names them, and in how many languages phrases do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm.boilerplate import forms
from newsnorm.boilerplate.forms import find_bare_form, may_hold_fields
from newsnorm.boilerplate.lines import read_lines
from newsnorm.document import Document
from newsnorm.phrases import find_phrase
from newsnorm.phrases.table import TABLE, TABLE_WIDTH, read_phrases
from newsnorm.tables import read_rows

ARTICLE = (
    "The harbour of Lindau will be closed for three weeks while divers repair the old sea wall, the mayor said on "
    "Monday, adding that ferries would leave from the northern pier until then.\nNobody was hurt."
)
# The parts of a form as the common platforms order them, in a language that nobody speaks.
INVENTED = [
    "Lopu komalo",
    "Klik zu har lopuno.",
    "Tuo posel no wird zep.",
    "Zim kelim sun wok vo *",
    "Komalo",
    "Navo *",
    "Posel *",
    "Nettsat",
    "Send komalo",
]
# The same in a script without capitals or spaces.
WIDE = ["ㄅㄆㄇ", "ㄈㄉㄊㄋㄌㄍ。", "ㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗ *", "ㄘㄙ", "ㄚㄛ *", "ㄜㄝㄞ *", "ㄟㄠㄡ", "ㄢㄣㄤ"]


def strip(text: str) -> str:
    return newsnorm.strip_boilerplate(text)


@pytest.mark.parametrize("form", [INVENTED, WIDE], ids=["alphabet", "wide"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_form_in_an_unknown_language_goes_and_nothing_above_it(form: list[str], gap: str) -> None:
    assert find_phrase(form[0]) is None
    assert strip(ARTICLE + gap + gap.join(form)) == ARTICLE


@pytest.mark.parametrize(
    "tail",
    [
        ["The winners", "Berg *", "Hale *", "Weber", "* after extra time"],
        ["The table", "Teams marked * are through:", "Lindau 12 *", "Bregenz 9 *", "Wangen 3"],
        ["What the stars mean", "Places marked * have rooms", "Lindau *", ARTICLE],
        ["Navo *", "Posel *"],
        ["The court", "will cancel", "the contract"],
        ["A note with a star *", "Nobody knows", "when they will meet"],
    ],
    ids=["legend below", "figures", "text goes on", "no legend", "cancelled", "no fields"],
)
def test_lists_with_footnotes_stay(tail: list[str]) -> None:
    text = "\n".join([ARTICLE, *tail])
    assert strip(text) == text


def test_the_last_sentence_above_a_form_without_a_heading_stays() -> None:
    text = "\n".join([ARTICLE, *INVENTED[3:]])
    assert strip(text) == ARTICLE


@pytest.mark.parametrize("cancel", ["Cancel reply", "Antwort abbrechen", "Annuler la réponse", "Annulla risposta"])
def test_what_stands_right_above_the_word_for_cancelling_is_the_form_s_heading(cancel: str) -> None:
    text = "\n".join([ARTICLE, "Lopu komalo", cancel, "Komalo", "Navo *", "Posel *"])
    assert strip(text) == ARTICLE


def test_a_heading_may_trail_off_in_three_stops() -> None:
    assert strip(f"{ARTICLE}\n\nTell us what you think...\n\nCancel reply\n\nName *\n\nE-mail *") == ARTICLE


RULES = (
    "Die Redaktion freut sich über jeden Kommentar, der etwas Neues bringt und anderen hilft. Beiträge ohne Bezug zum "
    "Thema werden von ihr ausnahmslos {}."
)


@pytest.mark.parametrize(("word", "goes"), [("gelöscht", True), ("Moderiertes", True), ("gelesen", False)])
def test_rules_for_comments_have_words_of_their_own(word: str, goes: bool) -> None:
    """Beside the word for a comment; without them the paragraph may be anybody's."""
    form = f"Schreibe einen Kommentar\n\n{RULES.format(word)}\n\nZwei Leute haben heute den Zaun der Schule gestrichen."
    assert (RULES.format(word) not in strip(f"{ARTICLE}\n\n{form}")) is goes


def test_all_words_of_rules_for_comments_count() -> None:
    """In a long paragraph, too: its words were read up to a limit, in an order that each process had anew."""
    cues = [phrase.replace("…", "s") for kind, _, phrase in read_phrases(cues=True) if kind == "comment"]
    cues = [cue for cue in cues if cue.isalpha()]  # no rules are known in scripts of vowel signs, which part words
    assert len(cues) > 20
    others = " ".join(f"{first}onderfall{last}" for first in "abcdefghij" for last in "klmno")
    for cue in cues:
        (line,) = read_lines(Document(f"Alle {others} {cue} werden gelöscht."))
        assert 600 < line.size < 700
        assert forms._states_rules(line), cue


def test_rules_for_comments_stand_below_another_part_of_a_form() -> None:
    """Above it, or below a heading that an article may have as well, they are the article's."""
    for around in ("{}\n\nLeave a Reply\n\nName *\n\nE-mail *", "Comments\n\n{}\n\nNobody was hurt."):
        rules = "The firm said that comments which are offensive or abusive had been removed before the vote was held."
        assert rules in strip(f"{ARTICLE}\n\n{around.format(rules)}")


def test_the_table_of_rules_is_sorted() -> None:
    rows = list(read_rows("comment_rules.tsv", 2))
    assert [language for language, _ in rows] == sorted({language for language, _ in rows})
    for language, listed in rows:
        words = listed.split()
        assert len(set(words)) == len(words) >= 4, language
        assert listed == listed.lower(), language


@given(st.integers(0, len(INVENTED) - 1), st.sampled_from(["\n", "\n\n"]))
def test_no_line_of_the_article_goes_whichever_part_of_the_form_is_missing(missing: int, gap: str) -> None:
    parts = [part for position, part in enumerate(INVENTED) if position != missing]
    assert strip(ARTICLE + gap + gap.join(parts)).startswith(ARTICLE)


@given(st.lists(st.sampled_from([*INVENTED, *WIDE, "* Zep", "Zep*:", "Vun ** *  ", "*", "5 * 5"]), max_size=9))
def test_a_form_without_phrases_has_a_line_that_ends_in_an_asterisk(parts: list[str]) -> None:
    """Which is why a text without any is not looked at further."""
    text = "\n".join([ARTICLE, *parts])
    assert may_hold_fields(text) or not find_bare_form(read_lines(Document(text)))


def test_each_language_of_comment_forms_has_several_phrases() -> None:
    """A form is known by company: one phrase in a language is no evidence."""
    languages: dict[str, int] = {}
    for kind, match, language, *_ in read_rows(TABLE, TABLE_WIDTH):
        if kind in ("comment-form", "comment-field") and match in ("line", "label"):
            languages[language] = languages.get(language, 0) + 1
    assert sum(count >= 10 for count in languages.values()) >= 60


@pytest.mark.parametrize(
    ("kind", "least"),
    [("comment-form", 76), ("comment-field", 76), ("comments", 70), ("navigation", 69), ("login", 56), ("follow", 28)],
)
def test_the_parts_of_forms_are_known_in_many_languages(kind: str, least: int) -> None:
    languages = {row[2] for row in read_rows(TABLE, TABLE_WIDTH) if row[0] == kind and row[1] in ("line", "label")}
    assert len(languages) >= least


@pytest.mark.parametrize(
    "form",
    [
        "Nessun commento:\nPosta un commento\nPost più vecchio\nIscriviti a: Commenti sul post (Atom)",
        "Hiç yorum yok:\nYorum Gönder\nÖnceki Kayıt\nKaydol: Kayıt Yorumları (Atom)",
        "Únete a la conversación…\no regístrate con Disqus",
        "Dodaj komentarz…\nWtyczka komentarzy Facebooka",
        "Beritahu saya akan tindak lanjut komentar melalui surel.\nBeritahu saya akan tulisan baru melalui surel.",
        "Per favore inserisci il tuo commento!\nPer favore inserisci il tuo nome qui",
        "Text format\nNo HTML tags allowed.\nLines and paragraphs break automatically.\nLeave this field blank",
        "Formular-Optionen\nUmschließende Sterne heben ein Wort hervor (*so*).\nBBCode-Formatierung erlaubt",
        "Verify your Comment\nPreviewing your Comment\nThis is only a preview. Your comment has not yet been posted.",
        "Notify of\nnew follow-up comments\nnew replies to my comments\nInline Feedbacks\nView all comments",
        "Comments\nPlease note, comments must be approved before they are published",
        "Mit dem Absenden des Kommentars wird deine IP-Adresse gespeichert.\nBitte rechnen Sie 5 plus 7.",
    ],
    ids=[
        "Blogger, Italian",
        "Blogger, Turkish",
        "Disqus",
        "Facebook",
        "Jetpack",
        "a theme",
        "Drupal",
        "Serendipity",
        "TypePad",
        "wpDiscuz",
        "a shop",
        "a blog's own words",
    ],
)
def test_forms_of_the_common_platforms_go(form: str) -> None:
    assert strip(f"{ARTICLE}\n\n{form}") == ARTICLE


@pytest.mark.parametrize(
    "line",
    [
        "Ihr Kommentar wird in der ganzen Stadt besprochen.",
        "Bitte rechnen Sie mit Verzögerungen.",
        "Ein Kommentar zu den Wahlen von Anna Berg.",
        "Нашли ошибку в расчётах министерства, сообщил он.",
        "Если вы нашли ошибку в расчётах, говорит министр, сообщите о ней.",
        "Якщо ви помітили помилку в розрахунках, каже міністр, скажіть про неї.",
        "Déjà abonné à trois journaux, il en lit un quatrième.",
        "Bereits Abonnenten der ersten Stunde zahlten so viel.",
        "Já é assinante de três jornais e lê um quarto.",
        "Distribuie hrana în fiecare zi, spune primarul.",
        "Enlarge the harbour, and the ships will come, the mayor said.",
        "Filed to the court on Monday, the complaint names nobody.",
        "Scroll to continue with the story of the harbour.",
        "Anonymes Kommentieren ist in vielen Ländern erlaubt.",
        "Ihr Kommentar wartet auf eine Antwort des Ministers.",
        "Ihr Kommentar erscheint erst am Montag in der Zeitung.",
        "Wer einen Kommentar hinterlässt, muss mit einer Klage rechnen.",
        "When you buy a house in Lindau, you pay twice.",
        "If you click the link, the bank says, your money is gone.",
        "We may earn less than our parents did.",
        "You can leave the harbour by the northern pier.",
        "This field is for sheep.",
        "This story has not been told before.",
        "Durch das Absenden der Flotte entstand ein Streit.",
    ],
)
def test_sentences_that_open_like_a_form_or_a_notice_stay(line: str) -> None:
    assert strip(f"{ARTICLE}\n{line}") == f"{ARTICLE}\n{line}"
