"""What `docs/security.md` promises of data that others wrote: tables are data, pages stay text, tricks are seen."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsnorm
from newsnorm import Block, Furniture, Options, Section
from newsnorm.corpus.report import Report, render_report
from newsnorm.name_table import NameTable, load_name_table, parse_name_table
from newsnorm.records import Structure
from newsnorm.tables import LONGEST_NAME, read_rows
from newsnorm.views.html import marked_text
from newsnorm.views.sides import side_by_side

PACKAGE = Path(newsnorm.__file__).parent

# --- tables are data

# Functions that make patterns while they run, each of names, or a language's code, whose every letter is escaped.
MAKES_PATTERNS = {
    "encoding/gate.py": {"_is_one_of"},  # of the sets of characters that stand there
    "name_table/view.py": {"make_view"},
    "names/matcher.py": {"_slip_patterns"},
    "sections/datelines.py": {"_closed_agency_re"},
}
PATTERN_LIKE = st.text(st.sampled_from(list("ABab.*+?()[]{}|^$\\d-")), min_size=1, max_size=12).map(lambda t: f"X{t}x")


def making_functions(path: Path) -> set[str]:
    """Return the functions of a module in which a pattern is made of anything but a literal."""
    made = set()
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, (ast.FunctionDef, ast.Lambda)):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                    of = call.func.value
                    literal = call.args and isinstance(call.args[0], ast.Constant)
                    is_pattern = isinstance(of, ast.Name) and of.id in ("re", "regex") and call.func.attr != "escape"
                    if is_pattern and not literal:
                        made.add(getattr(function, "name", "lambda"))
    return made


def test_no_pattern_is_ever_made_of_what_a_user_gives() -> None:
    """Whoever adds a function that compiles a pattern says here of what, and checks that it is not a user's."""
    found = {path.relative_to(PACKAGE).as_posix(): making_functions(path) for path in PACKAGE.rglob("*.py")}
    found = {path: functions for path, functions in found.items() if functions and not path.startswith("romanization/")}
    assert found == MAKES_PATTERNS


@given(PATTERN_LIKE, st.text(st.sampled_from(list("ABabxX019.*+?()\\ ")), max_size=40))
def test_a_name_that_looks_like_a_pattern_is_taken_literally(alias: str, text: str) -> None:
    """Only the alias itself becomes the canonical name, nothing that it would match as a pattern."""
    table = parse_name_table(f"Port Verne\tplace\ten\t{alias}\n".replace("|", "/"), source="own.tsv")
    made = newsnorm.clean(text, name_table=table, language="en", stages=("names",))
    if alias.replace("|", "/") not in text:
        assert made == text
    there = f"they left {alias.replace('|', '/')} at noon"
    assert newsnorm.clean(there, name_table=table, language="en", stages=("names",)) in (
        there,
        "they left Port Verne at noon",
    )


@given(PATTERN_LIKE)
def test_furniture_that_looks_like_a_pattern_is_taken_literally(line: str) -> None:
    furniture = Furniture(((line, 9), ("(a+)+$", 9), (".*", 9)))
    kept = ["The talks went on until Tuesday, and nobody left the room before that.", "a" * 40 + "!", "Xabx"]
    text = "\n\n".join([*kept, line, "(a+)+$", ".*"])
    left = newsnorm.clean(text, furniture=furniture, stages=("boilerplate",), language="en").split("\n\n")
    without = newsnorm.clean("\n\n".join(kept), stages=("boilerplate",), language="en").split("\n\n")
    assert [one for one in left if one in kept] == [one for one in without if one != line]


UNFIT = ["A\rB", "A\0B", "A\x1bB", "A\x85B", "A\u2028B", "A\u202eB", "A\u2066B", "A\x0bB", "A" * (LONGEST_NAME + 1)]


@pytest.mark.parametrize("name", [*UNFIT, "A\ud800B"], ids=ascii)
def test_a_name_that_no_text_should_hold_is_refused_when_it_is_loaded(name: str) -> None:
    for row in ({"canonical": name, "variants": ["B"]}, {"canonical": "B", "variants": [name]}):
        rows = [{"kind": "place", "languages": ["en"], **row}]
        with pytest.raises(ValueError, match=r"own.json, line 1: .* (holds|has 201 code points)"):
            parse_name_table(json.dumps(rows), source="own.json", json_format=True)
    with pytest.raises(ValueError, match=r"prefer: .* (holds|has 201 code points)"):
        Options(prefer={"Kyiv": name})


@pytest.mark.parametrize("code", ["EN", "en-GB", "e", "en=x", "english", "e|n"])
def test_a_language_that_no_text_will_have_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"line 1: .* is not a code such as 'en'"):
        parse_name_table(f"Kyiv\tplace\t{code}\tKiev\n", source="own.tsv")


def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"deep.json: not JSON that can be read: nested too deep"):
        parse_name_table("[" * 200_000, source="deep.json", json_format=True)
    (path := tmp_path / "own.tsv").write_text(f"{'9' * 5_000}\tRead on\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own.tsv: .* is not a number of articles"):
        Furniture.load(path)
    path.write_bytes(b"Kyiv\tplace\ten\tKi\xffev\n")
    with pytest.raises(ValueError, match="utf-8"):
        load_name_table(path)


def test_the_built_in_names_keep_the_same_rules() -> None:
    longest = max(len(spelling) for spelling in (row[1] for row in read_rows("aliases.tsv", 5)))
    assert longest <= LONGEST_NAME


# --- pages stay text

EVIL = "<script>alert(1)</script>"
EVIL_TABLE = parse_name_table(
    f"Port <b onclick='x'>\tplace\ten\tVerneport\n{EVIL} Co\tother\ten\tEvil Co\n", source="x"
)
PAGE = f"""Talks reopen in the harbour

GENEVA, April 4 (Reuters) - Delegations met on Tuesday in Verneport and went on to Evil Co, and the cafÃ© was open.

Ships and insurers

"We talked"said the envoy {EVIL}.Nobody left before midnight, and it was â€œgoodâ€\ufffd\ufffd to see them.

Related: {EVIL}
Share this: <a href="javascript:alert(1)">here</a>
Leave A Reply
Please enter your comment!
"""


class Reader(HTMLParser):
    """Reads a page strictly: only the tags and attributes of our own."""

    TAGS = frozenset(
        "article b body del details div h1 h2 h3 head html ins li mark meta p section small span strong style summary "
        "title ul".split()
    )

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.TAGS
        allowed = {"class", "title", "dir", "open", "style", "lang", "charset", "name", "content", "http-equiv"}
        assert {name for name, _ in attrs} <= allowed
        style = dict(attrs).get("style")
        assert style is None or re.fullmatch(r"background-size: [\d.]+% 100%", style)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


@pytest.fixture(scope="module")
def evil() -> newsnorm.Article:
    article = newsnorm.normalize(PAGE, name_table=NameTable.builtin().extended(EVIL_TABLE), language="en")
    assert {mention.canonical for mention in article.names} >= {"Port <b onclick='x'>", f"{EVIL} Co"}
    assert any("<script>" in removed.text for removed in article.removed)
    assert article.warnings
    # Whatever is taken for a title or a heading: here each block of the structure holds it.
    blocks = tuple(block._replace(text=f"{EVIL} {block.text}") for block in article.blocks)
    heading = Block("heading", f"{EVIL} heading", 0, 9)
    structure = Structure(blocks, (Section(heading, blocks),), f"{EVIL} title", article.dateline, f"{EVIL} site")
    return replace(article, structure=structure)


def test_script_stays_text_wherever_an_article_is_shown(evil: newsnorm.Article) -> None:
    """In title, site, heading, dateline, names, removed lines, differences and warnings."""
    report = Report()
    report.add(evil, f"{EVIL}:1")
    pages = [
        evil.to_html(),
        evil._repr_html_(),
        marked_text(evil),
        side_by_side(evil),
        render_report(report, title=EVIL, fingerprint=EVIL),
    ]
    for page in pages:
        Reader(page)
        assert "<script" not in page.lower()
        assert "&lt;script&gt;" in page
    assert "<script" not in re.sub(r"\\<", "", evil.to_markdown())


@given(st.text(st.sampled_from(list("<>\"'&;/=!- abKiev\n\0\x1b")), max_size=60))
def test_nothing_in_a_text_breaks_out_of_its_place(text: str) -> None:
    article = newsnorm.normalize(
        f"{text}\n\nThe talks went on in Kiev, aides said on Tuesday.\n\n{text}", language="en"
    )
    for page in (article.to_html(), article._repr_html_(), side_by_side(article)):
        Reader(page)


# --- tricks that the eye does not see

JOINED = {
    "Persian": "او می\N{ZERO WIDTH NON-JOINER}شود و خانه\N{ZERO WIDTH NON-JOINER}ها را دید.",
    "Arabic": "ه\N{ZERO WIDTH JOINER} هو الحرف\N{ARABIC LETTER MARK} (ABC).",
    "Kurdish": "ئه\N{ZERO WIDTH NON-JOINER}وه له\N{ZERO WIDTH NON-JOINER}م شاره بوو.",
    "Hindi": "क्\N{ZERO WIDTH JOINER}ष और क्\N{ZERO WIDTH NON-JOINER}ष अलग हैं।",
    "Bengali": "র\N{ZERO WIDTH JOINER}্যাব ত্\N{ZERO WIDTH JOINER} এখানে।",
    "Malayalam": "അവന്\N{ZERO WIDTH JOINER} വന്നു.",
    "Sinhala": "ශ්\N{ZERO WIDTH JOINER}රී ලංකාව.",
    "Khmer": "ភាសា\N{ZERO WIDTH SPACE}ខ្មែរ\N{ZERO WIDTH SPACE}ថ្មី",
    "Thai": "ภาษา\N{ZERO WIDTH SPACE}ไทย",
    "emoji": "👩\N{ZERO WIDTH JOINER}🚒 👨\N{ZERO WIDTH JOINER}👧 🏳\ufe0f\N{ZERO WIDTH JOINER}🌈 ❤\ufe0f",
    "Hebrew": "שלום\N{RIGHT-TO-LEFT MARK} (ABC)\N{LEFT-TO-RIGHT MARK}!",
}


@pytest.mark.parametrize("script", JOINED)
def test_scripts_that_need_joiners_keep_them(script: str) -> None:
    text = JOINED[script]
    assert newsnorm.clean(text) == text
    assert newsnorm.clean(f"{text}\n\n{text} {text}") == f"{text}\n\n{text} {text}"


@given(st.lists(st.sampled_from(sorted(JOINED)), min_size=1, max_size=6), st.sampled_from([" ", "\n", "\n\n"]))
def test_scripts_that_need_joiners_keep_them_in_any_company(scripts: list[str], gap: str) -> None:
    text = gap.join(JOINED[script] for script in scripts)
    assert newsnorm.fix_encoding(text) == text


NOTHING = [
    "\N{SOFT HYPHEN}",
    "\N{ZERO WIDTH SPACE}",
    "\N{WORD JOINER}",
    "\N{ZERO WIDTH NON-JOINER}",
    "\N{ZERO WIDTH JOINER}",
    "\N{LEFT-TO-RIGHT MARK}",
    "\N{RIGHT-TO-LEFT MARK}",
    "\N{LEFT-TO-RIGHT ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
]


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(NOTHING)), min_size=1, max_size=6))
def test_what_hides_a_word_from_a_search_is_taken_out(hidden: list[tuple[int, str]]) -> None:
    """In a script that has no use for them, no invisible character is left, and names are found all the same."""
    plain = "President Zelensky was in Kiev, aides said on Tuesday, not in Odessa."
    text = plain
    for place, character in hidden:
        text = text[:place] + character + text[place:]
    assert newsnorm.clean(text, language="en") == newsnorm.clean(plain, language="en")


@pytest.mark.parametrize("override", ["\N{LEFT-TO-RIGHT OVERRIDE}", "\N{RIGHT-TO-LEFT OVERRIDE}"], ids=ascii)
def test_a_text_shown_in_another_order_is_warned_of(override: str) -> None:
    text = f"The file is called photo{override}gpj.exe\N{POP DIRECTIONAL FORMATTING} and was sent on Tuesday."
    article = newsnorm.normalize(text, language="en")
    assert override in article.text
    assert [(w.kind, text[w.start : w.end]) for w in article.warnings] == [("direction-override", override)]
