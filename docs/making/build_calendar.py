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
    "ar be bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it lt lv ms nb nl pl pt ro ru sk sl sr sv tr uk"
)

# Abbreviations that are in use and not in the locale data.
EXTRA = {
    ("en", "month"): "sept",
    ("en", "weekday"): "tues weds thur thurs",
    ("fr", "month"): "fev fevr aout dec",
    ("de", "month"): "mrz jän jänner",
    ("es", "month"): "set setiembre",
    ("it", "weekday"): "lunedi martedi mercoledi giovedi venerdi",
    ("pt", "weekday"): "segunda terça quarta quinta sexta",
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
