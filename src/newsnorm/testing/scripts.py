"""What the strategies write with: a few words of each script, its marks, and what its sites put under an article."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["SCRIPTS", "Script"]


class Script(NamedTuple):
    """How one language writes.

    Attributes:
        words: Words of its news.
        quotes: Its quotation marks, and those of a quotation within one: opening, closing, opening, closing.
        stop: What ends a sentence.
        space: What stands between words.
        dateline: How a report begins, up to its first word.
        box: The lines of a form for comments.

    """

    words: tuple[str, ...]
    quotes: str
    stop: str
    space: str
    dateline: str
    box: tuple[str, ...]


def _script(words: str, quotes: str, dateline: str, box: str, stop: str = ".", space: str = " ") -> Script:
    return Script(tuple(words.split()), quotes, stop, space, dateline, tuple(box.split("; ")))


SCRIPTS: dict[str, Script] = {
    "am": _script("መንግሥት ትናንት ስብሰባ ሚኒስትር ስምምነት ሰዎች ከተማ ውሳኔ", "«»‹›", "", "አስተያየት ይስጡ", "።"),
    "ar": _script(
        "الحكومة أعلنت أمس الاجتماع الوزير الاتفاق المدينة آلاف بعد قبل", "«»“”", "جنيف (رويترز) - ", "اترك تعليقا"
    ),
    "bn": _script("সরকার গতকাল বৈঠক মন্ত্রী চুক্তি শহর হাজার মানুষ পরে আগে", "“”‘’", "", "মন্তব্য করুন", "।"),
    "de": _script(
        "Minister Regierung gestern Dienstag Abkommen Genf weil nach Angaben mehrere tausend Menschen vorher gegen "
        "durch welche unsere Verhandlungen beginnen",
        "„“‚‘",
        "Genf (dpa) – ",
        "Kommentar schreiben; Ihre E-Mail-Adresse wird nicht veröffentlicht.",
    ),
    "el": _script(
        "πρόεδρος δήλωσε χθες κυβέρνηση συμφωνία Γενεύη επειδή χιλιάδες άνθρωποι μετά συνάντηση",
        "«»“”",
        "",
        "Αφήστε ένα σχόλιο",
    ),
    "en": _script(
        "leaders announced meeting ministers government yesterday Tuesday president agreement Geneva because "
        "according statement several thousand people before after their which through against Thomas",
        "“”‘’",
        "GENEVA, April 4 (Reuters) - ",
        "Leave A Reply; Please enter your comment!; Please enter your name here",
    ),
    "fa": _script("دولت دیروز نشست وزیر توافق شهر هزار نفر پس پیش می‌شود خانه‌ها", "«»‹›", "", "دیدگاه خود را بنویسید"),
    "fr": _script(
        "ministre gouvernement hier mardi accord Genève parce selon plusieurs milliers personnes avant après contre",
        "“”‘’",
        "GENÈVE, 4 avril (AFP) - ",
        "Laisser un commentaire; Votre adresse e-mail ne sera pas publiée.",
    ),
    "he": _script("הממשלה הודיעה אתמול פגישה השר הסכם העיר אלפי אנשים אחרי לפני", "”“’‘", "", "הוסף תגובה"),
    "hi": _script("सरकार कल बैठक मंत्री समझौता शहर हज़ार लोग बाद पहले क्‍षेत्र", "“”‘’", "", "टिप्पणी करें", "।"),
    "hy": _script(
        "կառավարությունը երեկ հանդիպում նախարար համաձայնագիր քաղաք մարդիկ հետո առաջ", "«»“”", "", "Մեկնաբանել", "։"
    ),
    "ja": _script(
        "政府は 昨日 会談を 大臣が 合意 都市 数千人 その後 カフェ", "「」『』", "", "コメントを残す", "。", ""
    ),
    "ka": _script(
        "მთავრობამ გუშინ შეხვედრა მინისტრი შეთანხმება ქალაქი ათასი ადამიანი შემდეგ", "„“‚‘", "", "კომენტარის დატოვება"
    ),
    "ko": _script("정부는 어제 회담을 장관이 합의 도시 수천 명이 이후 전에", "“”‘’", "", "댓글 남기기"),
    "ta": _script("அரசு நேற்று கூட்டம் அமைச்சர் ஒப்பந்தம் நகரம் ஆயிரம் மக்கள் பிறகு", "“”‘’", "", "கருத்து தெரிவிக்கவும்"),
    "th": _script("รัฐบาล ประธานาธิบดี กล่าวว่า ประชาชน", "“”‘’", "", "แสดงความคิดเห็น", ""),
    "uk": _script(
        "президент заявив вчора уряд угода Женева тому кілька тисяч людей після зустрічі проти обов'язок",
        "«»„“",
        "Женева, 4 квітня (Укрінформ) – ",
        "Залишити коментар",
    ),
    "zh": _script("政府 昨天 会谈 部长 协议 城市 数千人 之后 之前", "“”‘’", "", "发表评论", "。", ""),
}
"""How eighteen languages write, in fifteen scripts, by ISO 639-1 code."""
