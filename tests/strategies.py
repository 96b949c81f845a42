"""Hypothesis strategies: texts of every kind that the laws are checked on."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["HOSTILE", "any_texts", "articles", "damaged_encodings", "damaged_prose"]

# Any `str` at all: lone surrogates, NUL, private use and astral characters included.
any_texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)

WORDS = st.sampled_from(
    (
        "the of and said Kiev Kyiv kyiv Zelensky Zelenski Volodimir Odessa Texas talks war iPhone U.S. p.m. C.R.T. new "
        "era minister Germany’s 1.5 2017by forMocha end.Next https://example.org/kiev.Then @kiev #Kiev a.b@example.org "
        "5'10\" Путін сказал Київ 北京 สวัสดี المدينة «et» café cafÃ© &amp; … – — Xi Jinpingafter Siberia Force 2"
    ).split(" ")
)
GLUE = st.sampled_from(
    [" "] * 12 + ['"', ' "', '" ', "“", "” ", "”", ". ", ".", ", ", ",", "’", " (", ") ", "? ", "\N{NO-BREAK SPACE}"]
)
FURNITURE = st.sampled_from(
    [
        "Leave A Reply",
        "Please enter your comment!",
        "Please enter your name here",
        "Related News",
        "Share this:",
        "Sign up for our newsletter",
        "Advertisement",
        "Follow our Facebook page for the latest news.",
        "Your email address will not be published. Required fields are marked *",
        "Reporting by Anna Berg; Editing by Tom Hale",
        "By Anna Berg",
        "A joint statement",
        "‘Concern’ for Asia",
        "– Talks in Kyiv –",
        "MOSCOW, March 21 (AFP/APP): Talks went on.",
        "* one",
        "",
        " ",
    ]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.tuples(WORDS, GLUE), min_size=1, max_size=25))
    return "".join(word + glue for word, glue in words)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Return a damaged article: prose with glued quotes and names in variants, furniture, blank lines or none."""
    lines = draw(st.lists(st.one_of(sentences(), sentences(), FURNITURE), max_size=12))
    return draw(st.sampled_from(["\n\n", "\n", "\r\n"])).join(lines)


# Damaged encodings: what ftfy's rules look at, alone and side by side.
MOJIBAKE = st.sampled_from(
    list("ÂÃÄÅÐÑØÙàâãåéïœŒßžŸŠ€™“”‘’‚„†‡‰¢£¥§©®°±²³¼½×÷√≈∂╗█ВГРСвЂгўβΒΓ…–—·´ \N{NO-BREAK SPACE}\N{SOFT HYPHEN}�aZ.?,")
)
GARBLED = st.builds(
    lambda text, table, turns: _garble(text, table, turns),
    st.sampled_from(
        ["été", "à la", "Київ", "“so”", "…", "– ça", "naïve", "Ω", "東京", "😀", "ﬁn", "\N{NO-BREAK SPACE}"]
    ),
    st.sampled_from(["latin-1", "windows-1252", "windows-1251", "windows-1250", "macroman", "cp437", "windows-1253"]),
    st.integers(1, 2),
)
STRAY = st.sampled_from(
    "&amp; &lt; &#8217; &#10; &#13; &eacute; &EACUTE; &nope; &#x1F600; & ; < \r \r\n \n \x85 \u2028 \x00 \x1a \x1b[31m "
    "\x1b \ufeff \ufffc \ud83d \ude00 \ud800 e\u0301 \u0301 \u1100 \u1161 ﬁ ﬅ ĳ \u200b \u200d \u202e Å \u0344 ".split(
        " "
    )
)


def _garble(text: str, table: str, turns: int) -> str:
    for _ in range(turns):
        text = text.encode("utf-8", "replace").decode(table, "replace")
    return text


@st.composite
def damaged_encodings(draw: st.DrawFn) -> str:
    """Return a text of a few words with mojibake, entities, controls, surrogates and line breaks of all kinds."""
    pieces = st.one_of(MOJIBAKE, MOJIBAKE, GARBLED, STRAY, st.sampled_from(["word", " ", " the ", "\n", "Kyiv"]))
    return "".join(draw(st.lists(pieces, max_size=14)))


# What a page may consist of to hang its reader: long rows of one thing. Not a strategy, but of the same kind.
HOSTILE = [
    *"\"'“”‘’„«»()[]{}<>.,;:!?…-–—·*#@&/|_ \n\t\r\0é语ไаאب",
    *"\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}\ud800\udc00\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}",
    *"\N{NO-BREAK SPACE}\N{REPLACEMENT CHARACTER}",
    *'word|word |a |aB|Ab |"a|a"|a" |“a|a”B |Ã©|Ã |&amp;|&|&#1|1 111 |1.|1,|a@b.c |a@|www.|a.b|end.Next |U.S. '.split(
        "|"
    ),
    *("https://example.org/a?b=c ", "https://example.org/a", "\x1b["),
    *("Kiev ", "Kiev’s-", "Volodimir Zelenski ", "a\n\n", "\r\n", "A joint statement\n", "MOSCOW, March 21 (AFP): "),
    *("Leave A Reply\nPlease enter your comment!\n", "By Anna Berg\n", "* item\n", "The talks went on on Tuesday.\n"),
]


# Prose for the spacing stage: clean sentences in several scripts, with quotations, and the same with spaces taken at
# places where a link might have begun or ended.
PROSE = {
    "en": (
        "leaders announced meeting ministers government yesterday Tuesday president agreement Geneva because "
        "according statement several thousand people before after their which through against Thomas"
    ).split(),
    "de": (
        "Minister Regierung gestern Dienstag Abkommen Genf weil nach Angaben mehrere tausend Menschen vorher gegen "
        "durch welche unsere Verhandlungen beginnen"
    ).split(),
    "uk": "президент заявив вчора уряд угода Женева тому кілька тисяч людей після зустрічі проти обов'язок".split(),
    "el": "πρόεδρος δήλωσε χθες κυβέρνηση συμφωνία Γενεύη επειδή χιλιάδες άνθρωποι μετά συνάντηση".split(),
    "th": "รัฐบาล ประธานาธิบดี กล่าวว่า ประชาชน".split(),
}
QUOTES = {"en": "“”", "de": "„“", "uk": "«»", "el": "«»", "th": "“”"}


@st.composite
def damaged_prose(draw: st.DrawFn) -> tuple[str, str]:
    """Return clean prose, and the same with the spaces at some quotation marks, stops and links taken."""
    language = draw(st.sampled_from(sorted(PROSE)))
    opening, closing = draw(st.sampled_from([QUOTES[language], '""']))
    words = st.lists(st.sampled_from(PROSE[language]), min_size=2, max_size=6)
    clean: list[str] = []
    damaged: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        before, quoted, after = draw(words), draw(words), draw(words)
        before[0] = before[0][0].upper() + before[0][1:]
        clean.append(f"{' '.join(before)} {opening}{' '.join(quoted)}{closing} {' '.join(after)}.")
        left, right = (draw(st.sampled_from(["", " "])) for _ in range(2))
        link = draw(st.integers(0, len(after)))
        rest = " ".join(after[:link]) + ("" if 0 < link < len(after) else " ") + " ".join(after[link:])
        damaged.append(f"{' '.join(before)}{left}{opening}{' '.join(quoted)}{closing}{right}{rest.strip()}.")
    gap = draw(st.sampled_from([" ", "\n\n"]))
    return gap.join(clean), draw(st.sampled_from(["", gap])).join(damaged) if gap == " " else gap.join(damaged)
