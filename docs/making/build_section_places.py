"""Write ``src/newsnorm/data/section-places.tsv`` from the locale data that babel carries.

Run it after an update of babel: ``python docs/making/build_section_places.py``. Cities that name no time zone stand in
``CITIES`` below, since reports are filed from more places than the locale data knows.
"""

from __future__ import annotations

import re
from pathlib import Path
from zoneinfo import available_timezones

from babel import Locale

TARGET = Path(__file__).parents[2] / "src" / "newsnorm" / "data" / "section-places.tsv"
LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "nl", "pl", "uk", "ru")

CITIES = """\
Abuja|Aleppo|Alexandria|Ankara|Atlanta|Austin|Bakhmut|Baltimore|Bangalore|Barcelona|Basel|Basra|Beijing|Pékin|Peking\
|Pekín|Pequim|Pechino|Пекин|Пекін|Bengaluru|Bern|Birmingham|Bogota|Bonn|Bordeaux|Boston|Brasilia|Brasília|Brest\
|Calgary|Canberra|Cape Town|Cardiff|Charlotte|Chennai|Chernihiv|Cincinnati|Cleveland|Cologne|Köln|Cracow|Kraków\
|Dallas|Davos|Dnipro|Donetsk|Dresden|Düsseldorf|Edinburgh|Florence|Firenze|Frankfurt|Gaza City|Gdańsk|Geneva|Genève\
|Genf|Ginebra|Genebra|Ginevra|Glasgow|Guadalajara|Guangzhou|Hamburg|Hanoi|Hà Nội|Haifa|Hannover|Houston|Hyderabad\
|Idlib|Islamabad|Izmir|Jeddah|Kharkiv|Kharkov|Харків|Харьков|Kherson|Kramatorsk|Lahore|Las Vegas|Leipzig|Lille|Lviv\
|Львів|Львов|Lyon|Manchester|Mariupol|Marseille|Melbourne|Miami|Milan|Milano|Milwaukee|Minneapolis|Mosul|Mumbai\
|Munich|München|Mykolaiv|Nagoya|Nantes|Naples|Napoli|Nashville|New Delhi|Neu-Delhi|Nueva Delhi|Nova Délhi\
|Nuova Delhi|New Orleans|Odesa|Odessa|Одеса|Одесса|Orlando|Osaka|Ottawa|Peshawar|Philadelphia|Pittsburgh\
|Porto|Portland|Pretoria|Pyongyang|Quetta|Rabat|Ramallah|Rio de Janeiro|Rotterdam|Sacramento|Salt Lake City\
|San Antonio|San Diego|San Francisco|San Jose|Sanaa|Seattle|Seville|Sevilla|Shenzhen|Srinagar|St. Louis\
|St. Petersburg|Санкт-Петербург|Saint-Pétersbourg|St. Paul|Strasbourg|Straßburg|Stuttgart|Sydney|Tampa|Tel Aviv\
|The Hague|La Haye|Den Haag|La Haya|Haia|L'Aia|Toulouse|Turin|Torino|United Nations|Utrecht|Valencia|Venice|Venezia\
|Washington|Wellington|Wuhan|Yerevan|Zaporizhzhia|Запоріжжя|Zurich|Zürich|Вашингтон|Женева|Донецк|Дніпро|Гаага
"""

STATES = """\
Ala.|Alabama|Alaska|Ariz.|Arizona|Ark.|Arkansas|Calif.|California|CA|Colo.|Colorado|Conn.|Connecticut|D.C.|DC|Del.\
|Delaware|FL|Fla.|Florida|Ga.|Hawaii|IL|Idaho|Ill.|Illinois|Ind.|Indiana|Iowa|Kan.|Kansas|Kentucky|Ky.|La.|Louisiana\
|Maine|Maryland|Mass.|Massachusetts|Md.|Mich.|Michigan|Minn.|Minnesota|Miss.|Mississippi|Missouri|Mo.|Mont.|Montana\
|N.C.|N.D.|N.H.|N.J.|N.M.|N.Y.|NJ|NY|Neb.|Nebraska|Nev.|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina\
|North Dakota|Ohio|Okla.|Oklahoma|Ore.|Oregon|Pa.|Pennsylvania|R.I.|Rhode Island|S.C.|S.D.|South Carolina\
|South Dakota|Tenn.|Tennessee|Tex.|Texas|TX|Utah|Va.|Vermont|Virginia|Vt.|W.Va.|Wash.|Wis.|Wisconsin|Wyo.|Wyoming\
|Alberta|British Columbia|Manitoba|Nova Scotia|Ontario|Ont.|Quebec|Que.|Saskatchewan
"""

# Zone cities that are ordinary words more often than datelines.
WORDS = frozenset({"Center", "Christmas", "Knox", "Navidad", "Resolute"})

HEADER = """\
# Places that reports are filed from, as datelines name them: cities, states and provinces, countries.
# Source: Unicode CLDR through babel (time zone cities and territories, in ten languages), and the additions of
# docs/making/build_section_places.py, which writes this file. Names of a row stand apart by a bar, one form each.
# kind	id	names
"""


def main() -> None:
    """Write the table."""
    cities: dict[str, set[str]] = {}
    for zone in available_timezones():
        area, _, city = zone.partition("/")
        if area in ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific") and city:
            cities[zone] = {city.rsplit("/", 1)[-1].replace("_", " ")}
    territories: dict[str, set[str]] = {}
    for language in LANGUAGES:
        locale = Locale(language)
        for zone, names in locale.time_zones.items():
            if zone in cities and "city" in names:
                cities[zone].add(names["city"])
        for code, name in locale.territories.items():
            if code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ"):
                territories.setdefault(code, set()).add(name)
    rows = [("city", zone, names) for zone, names in sorted(cities.items())]
    rows += [
        ("city", "other", set(CITIES.strip().split("|"))),
        ("state", "North America", set(STATES.strip().split("|"))),
    ]
    rows += [("territory", code, names) for code, names in sorted(territories.items())]
    kept = [
        (kind, key, sorted(name for name in names - WORDS if re.match(r"[^\W\d_]", name))) for kind, key, names in rows
    ]
    lines = [f"{kind}\t{key}\t{'|'.join(names)}\n" for kind, key, names in kept if names]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
