"""`newsnorm.encoding.invisible` against a model that looks at every line by itself, and at every character of it."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.edits import Edit
from newsnorm.encoding.invisible import find_invisible

SOFT, SPACE, JOINER, MARK, OVERRIDE = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}\u202e"
)
KINDS = {SOFT: "soft-hyphen", SPACE: "zero-width-space", JOINER: "joiner", MARK: "direction-mark", OVERRIDE: "override"}
LATIN, THAI, ARABIC, INDIC = "a", "\N{THAI CHARACTER KO KAI}", "\N{ARABIC LETTER SHEEN}", "\N{DEVANAGARI LETTER KA}"

TEXTS = st.text(st.sampled_from([*KINDS, LATIN, THAI, ARABIC, INDIC, " ", "\n"]), max_size=12)


def model(text: str) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """Return what goes, by place and rule, and which overrides are warned of."""
    gone, warned = [], []
    at = 0
    for char, run in groupby(text):
        start, at = at, at + len(list(run))
        before, after = text[start - 1] if start else "", text[at] if at < len(text) else ""
        line = text[:start].rpartition("\n")[2] + text[start:].partition("\n")[0]
        harmless = {
            SOFT: after not in ("", "\n", THAI),
            SPACE: THAI not in (before, after),
            JOINER: {before, after} <= {"", LATIN, SOFT, " ", "\n"},
            MARK: ARABIC not in line and OVERRIDE not in line,
        }
        if char == OVERRIDE:
            warned.append((start, at))
        elif harmless.get(char, False):
            gone.append((start, at, f"remove-{KINDS[char]}"))
    return gone, warned


@given(TEXTS)
@example(f"{ARABIC}\n{MARK}a\n{ARABIC}{MARK}")
@example(f"{MARK}{ARABIC}\n{MARK}\n{MARK}{ARABIC}")
@example(f"{ARABIC}{SPACE}\n{MARK}")
@example(f"{THAI}{SPACE}a{SPACE}{THAI}")
@example(f"{OVERRIDE}\n{MARK}a{MARK}")
@example(f"{INDIC}{JOINER}a{JOINER}{INDIC}{JOINER}")
@example(f"{SOFT}{THAI}{SOFT}\na{SOFT}")
def test_what_goes_and_what_is_warned_of_is_the_model_s(text: str) -> None:
    found = list(find_invisible(text))
    edits = [edit for edit in found if isinstance(edit, Edit)]
    gone, warned = model(text)
    assert [(edit.start, edit.end, edit.rule) for edit in edits] == gone
    assert all((edit.text, edit.confidence) == ("", 1.0) for edit in edits)
    warnings = [one for one in found if not isinstance(one, Edit)]
    assert [(one.start, one.end) for one in warnings] == warned
    assert {one.kind for one in warnings} <= {"direction-override"}


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("&#127;&amp;x", "&x"),
        ("5\u00ad6 example.org/a\u00adb", "56 example.org/a\u00adb"),  # nothing in an address is touched
        ("ﬁre and ﬂood", "fire and flood"),
        ("e\u0301 and ﬁ\u0301", "é and fí"),
        ("a\rb\r\nc\u2028d", "a\nb\nc\nd"),
        ("half \ud83d of it", "half \ufffd of it"),
        ("both \ud83d\udc4d of it", "both \N{THUMBS UP SIGN} of it"),
        ("Ｗide and “quoted” ‘so’", "Ｗide and “quoted” ‘so’"),
        ("Ｗide cafÃ© “so”", "Ｗide café “so”"),
        ("e\u0301 one\ncafÃ©\ne\u0301 two\ncafÃ©\ne\u0301 three\ne\u0301", "é one\ncafé\né two\ncafé\né three\né"),
        ("one\r\ncafÃ©\r\ne\u0301\r\n\r\nb\u00ad", "one\ncafé\né\n\nb\u00ad"),
        ("\ufffd and cafÃ©", "\ufffd and café"),
        ("journÃ©e â€œouiâ€\x9d", "journée “oui”"),
        ("&lt;b&gt; &eacute;t&eacute;", "<b> été"),
        ("<b> &amp; &eacute;", "<b> &amp; &eacute;"),  # markup: entities are part of it
        ("one\r\n\r\ntwo é\r\nthree", "one\n\ntwo é\nthree"),
        ("é\r\n\u0301x\r\n", "é\n\u0301x\n"),
    ],
)
def test_what_encoding_makes_of_it(raw: str, clean: str) -> None:
    article = newsnorm.normalize(raw, stages=("encoding",))
    assert article.text == clean
    assert all(change.confidence == 1.0 for change in article.changes)
    assert newsnorm.fix_encoding(clean) == clean
