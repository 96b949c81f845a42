"""Write ``src/newsnorm/data/section-calendar.tsv`` from the locale data that babel carries.

Run it after an update of babel: ``python docs/making/build_calendar.py``. The words people add by hand (forms without
diacritics, four-letter abbreviations of the wires) stand in ``EXTRA`` below, so that a run never loses them.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parents[2] / "src" / "newsnorm" / "data" / "section-calendar.tsv"
LANGUAGES = (
    "af ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr gl he hi hr hu hy id is it ka kk lt lv mk ms nb nl "
    "pl pt ro ru sk sl sq sr sv sw tr uk ur uz"
)

# Words that are in use and not in the locale data: abbreviations, forms without diacritics, months by other names.
EXTRA = {
    ("ar", "month"): "شباط آذار نيسان أيار حزيران تموز آب أيلول جانفي فيفري أفريل ماي جوان جويلية أوت",
    ("de", "month"): "mrz jän jänner",
    ("en", "month"): "sept",
    ("en", "weekday"): "tues weds thur thurs",
    ("es", "month"): "set setiembre",
    ("fa", "month"): "ژانویهٔ فوریهٔ مهٔ ژوئیهٔ فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    ("fr", "month"): "fev fevr fév juill aout dec",
    ("he", "month"): "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    ("id", "month"): "agt nop nopember pebruari",
    ("it", "weekday"): "lunedi martedi mercoledi giovedi venerdi",
    ("pt", "weekday"): "segunda terça quarta quinta sexta",
    ("ru", "month"): "ноя сен фев",
    ("uk", "month"): "кві тра чер сер жов лис гру",
}

HEADER = """\
# Words of dates, by language: names of months and weekdays with their abbreviations, lower case, without final stops.
# Source: Unicode CLDR through babel, and the additions of docs/making/build_calendar.py, which writes this file.
# Chinese, Japanese, Korean, Thai and Vietnamese write months with figures and need no row.
# language	kind	words
"""


def main() -> None:
    """Write the table."""
    rows = []
    for language in LANGUAGES.split():
        locale = Locale(language)
        for kind, names in (("month", locale.months), ("weekday", locale.days)):
            words = set(EXTRA.get((language, kind), "").split())
            for form in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    words.update(re.sub(r"\.$", "", name.lower()) for name in names[form][width].values())
            kept = sorted(word for word in words if len(word) > 1 and not re.search(r"[\d\s]", word))
            if kept:
                rows.append(f"{language}\t{kind}\t{' '.join(kept)}\n")
    TARGET.write_text(HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
