# ruff: noqa: E501 (a sentence stays on one line)
"""Languages: right on sentences of our own, honest where nothing can be told, the same in every thread and process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import language as detection
from newsnorm.document import Document
from newsnorm.language import UNDETERMINED, detect_language, function_words
from newsnorm.tables import read_rows

SENTENCES = {
    "ar": "وقال الوزير إن الحكومة سوف تعلن عن هذه الخطة بعد أن يتم التوصل إلى اتفاق مع جميع الأطراف في هذا الأسبوع.",
    "bg": "Министърът заяви, че правителството ще обяви плана, след като бъде постигнато съгласие между всички страни.",
    "cs": "Ministr uvedl, že vláda oznámí svůj plán poté, co se všechny strany dohodnou na tom, kdo za to bude platit.",
    "de": "Der Minister sagte, dass die Regierung den Plan erst dann bekannt gibt, wenn sich alle Seiten geeinigt haben.",
    "el": "Ο υπουργός δήλωσε ότι η κυβέρνηση θα ανακοινώσει το σχέδιο όταν υπάρξει συμφωνία μεταξύ όλων των πλευρών.",
    "en": "The minister said that the government will announce its plan as soon as all of the parties have agreed to it.",
    "es": "El ministro dijo que el gobierno anunciará su plan cuando todas las partes hayan llegado a un acuerdo sobre él.",
    "fi": "Ministeri sanoi, että hallitus kertoo suunnitelmasta vasta kun kaikki osapuolet ovat sopineet siitä keskenään.",
    "fr": "Le ministre a déclaré que le gouvernement annoncera son plan dès que toutes les parties se seront accordées.",
    "he": "השר אמר כי הממשלה תודיע על התוכנית רק לאחר שכל הצדדים יגיעו להסכמה, וכי אין כל סיבה לדאגה בין השאר.",
    "hu": "A miniszter azt mondta, hogy a kormány csak akkor jelenti be a tervet, ha már minden fél megegyezett egymással.",
    "it": "Il ministro ha detto che il governo annuncerà il suo piano non appena tutte le parti saranno d'accordo con lui.",
    "ja": "大臣は、すべての関係者が合意した後に政府が計画を発表すると述べた。",
    "ko": "장관은 모든 당사자가 합의한 뒤에 정부가 계획을 발표할 것이라고 말했다.",
    "nl": "De minister zei dat de regering het plan bekendmaakt zodra alle partijen het met elkaar eens zijn geworden.",
    "pl": "Minister powiedział, że rząd ogłosi swój plan dopiero wtedy, gdy wszystkie strony zgodzą się co do jego kosztów.",
    "pt": "O ministro disse que o governo anunciará o seu plano assim que todas as partes chegarem a um acordo sobre ele.",
    "ro": "Ministrul a spus că guvernul își va anunța planul după ce toate părțile vor ajunge la un acord cu privire la el.",
    "ru": "Министр сказал, что правительство объявит о своем плане только после того, как все стороны договорятся о нем.",
    "sv": "Ministern sade att regeringen kommer att berätta om planen så snart alla parter har kommit överens om den.",
    "th": "รัฐมนตรีกล่าวว่ารัฐบาลจะประกาศแผนหลังจากที่ทุกฝ่ายตกลงกันได้แล้ว",
    "tr": "Bakan, bütün taraflar anlaşmaya vardıktan sonra hükümetin bu planı açıklayacağını ve bunun için çok beklenmeyeceğini söyledi.",
    "uk": "Міністр сказав, що уряд оголосить про свій план лише після того, як усі сторони домовляться про нього.",
    "zh": "部长说，在各方达成协议之后，政府将宣布这项计划。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_the_language_of_a_sentence_is_found(language: str) -> None:
    assert detect_language(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", " \n ", "1234 56.7%", "…", "\0", "\ud800", "https://example.org/the/and/of"])
def test_what_has_no_language_is_undetermined(text: str) -> None:
    assert detect_language(text) == UNDETERMINED


def test_a_menu_in_another_language_does_not_decide() -> None:
    menu = "\n".join(["Home", "The News", "Sport of the day", "About us", "Sign in to the site"] * 30)
    assert detect_language(menu + "\n" + SENTENCES["de"] + "\n" + SENTENCES["de"].replace("Plan", "Haushalt")) == "de"


def test_addresses_do_not_decide() -> None:
    addresses = " ".join(f"https://www.example.com/the/{n}/of/and/that/with/from" for n in range(20))
    assert detect_language(addresses + " " + SENTENCES["pl"]) == "pl"


def test_glued_words_do_not_decide() -> None:
    assert (
        detect_language(SENTENCES["en"].replace("the government", "thegovernment").replace("as soon", "assoon")) == "en"
    )


@given(st.text(max_size=200))
def test_any_text_gets_a_code(text: str) -> None:
    code = detect_language(text)
    assert code == UNDETERMINED or (2 <= len(code) <= 3 and code.islower())


# Function words leave these in doubt, so that langdetect, which draws lots unless seeded, decides.
DOUBTFUL = ["Minister resigns amid inquiry", "Nuevo plan económico", "Premier zapowiada zmiany", "Bergwerk geschlossen"]


def test_threads_agree_with_one_thread() -> None:
    texts = (DOUBTFUL + list(SENTENCES.values())) * 3
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(detect_language, texts)) == [detect_language(text) for text in texts]


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_processes_agree(seed: str) -> None:
    """A fresh process under any hash seed, whose threads all meet the unbuilt detector at once."""
    program = (
        "import json, sys; from concurrent.futures import ThreadPoolExecutor as P; "
        "from newsnorm.language import detect_language as d; "
        "print(json.dumps(list(P(6).map(d, json.loads(sys.argv[1])))))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, json.dumps(DOUBTFUL)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run.stdout) == [detect_language(text) for text in DOUBTFUL]


def test_function_words_of_many_languages() -> None:
    languages = [row[0] for row in read_rows("function_words.tsv", 2)]
    assert len(languages) >= 60
    for language in languages:
        assert len(function_words(language)) >= 7, language
    assert not function_words("xx")


def test_the_table_is_sorted_unique_and_composed() -> None:
    rows = list(read_rows("function_words.tsv", 2))
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    for language, listed in rows:
        words = listed.split(" ")
        assert words == sorted(set(words)), language
    text = files("newsnorm").joinpath("data", "function_words.tsv").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert all(listed == listed.lower() for _, listed in rows)


WORDS = sorted({word for row in read_rows("function_words.tsv", 2) for word in row[1].split()[:40]})
# Texts of long and short lines, of words of several languages and addresses.
samples = st.lists(
    st.lists(
        st.sampled_from(WORDS)
        | st.sampled_from(sorted(function_words("en")))
        | st.sampled_from(["https://example.org/the/and", "www.example.org", "@the_and", "Kyiv", "12"]),
        max_size=60,
    ).map(" ".join),
    max_size=12,
).map("\n".join)


@given(samples, st.sampled_from([detection.FEW_SCORE, detection.GLANCE_SCORE]))
def test_the_short_way_to_the_commonest_language_is_the_long_way(text: str, score: float) -> None:
    """Bounds settle most texts; the scores themselves say the same."""
    sample = Document(text).words.sample
    if detection._is_commonest(sample, score):
        scores, first, margin = detection._weigh(sample)
        assert detection._word_weights()[0][first] == detection.COMMONEST
        assert scores[first] >= score * detection.WEIGHT
        assert margin >= detection.GLANCE_MARGIN * scores[first]
        if score == detection.GLANCE_SCORE:
            assert Document(text).language == detection.COMMONEST


@pytest.mark.parametrize("share", [0, 1, 2, 3])
def test_a_few_words_settle_nothing_where_another_language_has_its_share(share: int) -> None:
    """Of four words that are looked at, `share` are Dutch: the few settle it only where hardly any is."""
    dutch = sorted(function_words("nl") - function_words("en"))
    english = sorted(function_words("en") - function_words("nl"))
    looked_at = [(dutch if index % 4 < share else english)[index] for index in range(detection.FEW)]
    words = [word for looked in looked_at for word in (looked, "12")]
    assert detection._is_commonest(words[::2], detection.FEW_SCORE) == (share < 2)
    assert (detect_language("1234", words) == detection.COMMONEST) == (share < 2)


@given(samples)
def test_a_glance_at_the_first_words_weighs_them(text: str) -> None:
    words = text[: detection.GLANCE].lower().split()
    scores, first, margin = detection._weigh(words)
    clear = scores[first] >= detection.GLANCE_SCORE * detection.WEIGHT
    expected = (
        detection._word_weights()[0][first] if clear and margin >= detection.GLANCE_MARGIN * scores[first] else None
    )
    assert detection._glance(text) == expected


@given(samples, st.integers(1, detection.SAMPLE_LENGTH))
def test_a_sample_begins_like_a_longer_one(text: str, wanted: int) -> None:
    assert detection._sample(text, wanted)[:wanted] == detection._sample(text, detection.SAMPLE_LENGTH)[:wanted]


# --- langdetect, where it is asked


def plainly(sample: str) -> tuple[str, float]:
    """Return what langdetect's own function makes of a sample, seeded as anybody would: the obviously right model."""
    import langdetect
    from langdetect.lang_detect_exception import LangDetectException

    try:
        best = langdetect.detect_langs(sample[: detection.LANGDETECT_LENGTH])[0]
    except LangDetectException:
        return "unknown", 0.0
    return best.lang.split("-")[0], best.prob


HEADLINES = st.lists(
    st.sampled_from([word for text in (*DOUBTFUL, *SENTENCES.values()) for word in text.split()]),
    min_size=3,
    max_size=7,
).map(" ".join)


@given(st.one_of(HEADLINES, HEADLINES, st.sampled_from(list(SENTENCES.values())), st.text(max_size=60)))
def test_langdetects_answer_is_langdetects(text: str) -> None:
    """Where it is asked, its answer is what it says itself, or ``und`` where it is not sure or the words contradict it."""
    from langdetect import DetectorFactory

    asked: list[str] = []
    ask = detection._ask_langdetect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DetectorFactory, "seed", 0)
        patch.setattr(detection, "_ask_langdetect", lambda sample: asked.append(sample) or ask(sample))
        detection._detect.cache_clear()
        answer = detect_language(text)
        for sample in asked:
            code, sure = plainly(sample)
            assert ask(sample) == (code if sure >= detection.SURE and code != "unknown" else UNDETERMINED)
            assert answer in (code, UNDETERMINED)


def test_an_interrupt_while_the_profiles_are_read_is_no_bad_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C and signals to end reach whoever asked, at any moment."""
    import json

    class Interrupted(BaseException):
        pass

    def interrupt(text: str) -> object:
        raise Interrupted

    detection._detector_factory.cache_clear()
    monkeypatch.setattr(json, "loads", interrupt)
    with pytest.raises(Interrupted):
        detection._ask_langdetect("Minister resigns amid inquiry")


def test_langdetect_is_asked_of_headlines() -> None:
    """So that the law above is about something."""
    asked = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detection, "_ask_langdetect", lambda sample: UNDETERMINED)
        for text in DOUBTFUL:
            detection._detect.cache_clear()
            asked += detect_language(text) == UNDETERMINED
    detection._detect.cache_clear()
    assert asked >= 2


def test_the_shares_of_letters_are_those_that_langdetect_works_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Row by row of its whole table, with no more of them kept than are allowed."""
    import langdetect

    theirs = langdetect.DetectorFactory()
    theirs.load_profile(str(Path(langdetect.__file__).parent / "profiles"))
    ours = detection._detector_factory()
    places = [theirs.langlist.index(language) for language in ours.langlist]
    assert sorted(places) == list(range(len(theirs.langlist)))
    assert len(theirs.word_lang_prob_map) > 80_000
    monkeypatch.setattr(detection, "MOST_SHARES", 1000)
    shares = ours.word_lang_prob_map
    for letters, row in theirs.word_lang_prob_map.items():
        assert letters in shares
        assert shares[letters] == tuple(row[place] for place in places)
        assert letters in shares
    assert len(shares) <= 1000
    assert "\N{SNOWMAN}" not in shares
