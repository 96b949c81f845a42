"""The spacing stage, rule by rule."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import newsnorm
from newsnorm import spacing
from newsnorm.document import Document
from newsnorm.edits import Edit
from newsnorm.records import Diagnostic
from newsnorm.spacing.cutting import find_cuts
from newsnorm.spacing.pairing import CLOSE, OPEN, OTHER, pair_quotes
from newsnorm.spacing.vocabulary import TABLED, load_vocabulary
from newsnorm.spacing.weighing import describe_cut, probability
from newsnorm.spacing.words import FIGURE

CASES = Path(__file__).parent / "cases"
RULE_RE = re.compile(r'"((?:space|split|drop)-[a-z-]+)"')


def roles(text: str) -> str:
    places = [at for at, character in enumerate(text) if character in '"“”„«»‹›‚‘']
    return "".join("()."[mark.role] for mark in pair_quotes(text, places, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('He said "yes" and "no" to it.', "()()"),
        ('He said"yes"and"no"to it.', "()()"),
        ('The 5" pipe and the "new" one', ".()"),
        ("Er sagte „ja“ und „nein“ dazu", "()()"),
        ("Er sagte„ja“und„nein“dazu", "()()"),
        ("He said “yes”and “no”.", "()()"),
        ("Il dit « oui » et « non »", "()()"),
        ("Il dit«oui»et«non»", "()()"),
        ("Er sagte »ja« und »nein« dazu", "()()"),
        ("Er sagte „ja” und ging", "()"),
    ],
)
def test_quotation_marks_are_paired(text: str, wanted: str) -> None:
    assert roles(text) == wanted


def test_roles_are_told_apart() -> None:
    assert len({OPEN, CLOSE, OTHER}) == 3


def test_a_quotation_never_closed_is_warned_of() -> None:
    text = "They spoke of “destroying peace and much else.\n\nAnother paragraph stands here."
    article = newsnorm.normalize(text, stages=("spacing",), language="en")
    assert article.text == text
    assert [(w.kind, text[w.start : w.end]) for w in article.warnings] == [
        ("unclosed-quote", "“destroying peace and much else.")
    ]


def test_a_quotation_over_several_paragraphs_is_not_unclosed() -> None:
    text = "“We went there,\n\n“and then we came back,” she said."
    assert newsnorm.normalize(text, stages=("spacing",), language="en").warnings == ()


def test_what_is_less_sure_is_a_warning() -> None:
    text = "The ministers met yesterday and the crowdswere large, said the mayor."
    split = newsnorm.normalize(text, stages=("spacing",), language="en", glue_threshold=0.5)
    assert split.text == text.replace("crowdswere", "crowds were")
    assert [change.rule for change in split.changes] == ["split-words"]
    warned = newsnorm.normalize(text, stages=("spacing",), language="en", glue_threshold=1)
    assert warned.text == text
    assert [(w.kind, text[w.start : w.end]) for w in warned.warnings] == [("suspected-glue", "crowdswere")]


def test_a_cut_as_sure_as_the_threshold_is_made() -> None:
    """It is a warning as soon as a little more is asked; before a capital less is asked."""
    text = "The report was made in 2017by the mayor."
    sure = probability(FIGURE)
    for threshold, wanted in ((sure, text.replace("2017by", "2017 by")), (sure + 1e-9, text)):
        article = newsnorm.normalize(text, stages=("spacing",), language="en", glue_threshold=threshold)
        assert article.text == wanted
        assert [warning.kind for warning in article.warnings] == ["suspected-glue"] * (wanted == text)
    assert (
        newsnorm.normalize("They met beforeI left.", language="en", glue_threshold=1).text == "They met before I left."
    )


@pytest.mark.parametrize(("value", "error"), [("0.5", TypeError), (True, TypeError), (1.5, ValueError)])
def test_a_bad_threshold_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error, match="glue_threshold"):
        newsnorm.Options(glue_threshold=value)  # type: ignore[arg-type]


def test_a_damaged_text_is_mended_more_readily() -> None:
    """The same odd token is likelier two words where others plainly are."""
    alone = "The ministers met in Geneva, and the talkslast for days."
    among = alone + " The leadersannounced it, and themayor of thecity was there forthe crowdswere large."
    sure = [
        newsnorm.normalize(text, stages=("spacing",), language="en", glue_threshold=0).changes[0].confidence
        for text in (alone, among)
    ]
    assert sure[0] < sure[1]


@pytest.mark.parametrize("language", sorted(TABLED))
def test_word_tables_are_sorted_and_well_formed(language: str) -> None:
    text = files("newsnorm").joinpath("data", f"words-{language}.tsv").read_text(encoding="utf-8")
    header, *groups = (group.splitlines() for group in text.split("\n\n"))
    assert all(line.startswith("#") for line in header)
    codes = [code for code, *_ in groups]
    assert codes == sorted(set(codes))
    assert all(code.isdigit() and len(code) in {2, 4} for code in codes)
    assert all(found and found == sorted(found) for _, *found in groups)
    words = [word for _, *found in groups for word in found]
    assert len(set(words)) == len(words) > 10_000
    assert all(map(str.isalpha, words))
    assert {"a" if language != "de" else "und"} <= set(words)
    known = load_vocabulary(language).words
    assert list(known) == words
    assert {code: [word for word in known if known[word] == code] for code in codes[::50]} == {
        code: found for code, *found in groups[::50]
    }


def read_names(table: str, field: int) -> set[str]:
    rows = files("newsnorm").joinpath("data", table).read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[field] for row in rows if not row.startswith("#")}


@pytest.mark.parametrize(("token", "table", "field"), [("forMocha", "glue-weights.tsv", 0)])
def test_every_feature_has_its_weight(token: str, table: str, field: int) -> None:
    vocabulary = load_vocabulary("en")
    cuts = find_cuts(token, vocabulary, ())
    assert cuts
    assert all(set(describe_cut(cut, token, vocabulary, ())) <= read_names(table, field) for cut in cuts)


def test_trees_ask_for_features_that_there_are() -> None:
    tokens = {
        "en": ["leadersannounced", "Jinpingafterthe", "NATOand"],
        "de": ["Verkehrsteilnehmerinund"],
        "es": ["losalimentos"],
    }
    known = {"left-unlisted", "right-unlisted", "inflected", "right-noun", "seen-left", "seen-right", "repeated"}
    for language, words in tokens.items():
        vocabulary = load_vocabulary(language)
        for token in words:
            for cut in find_cuts(token, vocabulary, ()):
                known |= set(describe_cut(cut, token, vocabulary, ()))
    asked = read_names("glue-trees.tsv", 1) - {""}
    assert asked
    assert asked <= known | {"compound", "left-name", "two-function-words"}


@pytest.mark.parametrize("filler", ['a"', "a.B", "a,b", "aB", "(a", "« »", "a. “", "a' ", "ab" * 30 + " ", "”a“"])
def test_time_grows_in_step_with_length(filler: str) -> None:
    """A text of 200,000 characters takes no longer than some seconds, whatever it consists of."""
    text = filler * (200_000 // len(filler))
    assert len(newsnorm.repair_spacing(text, language="en")) >= len(text)


def read_cases(*kinds: str) -> list[dict[str, str]]:
    lines = [line for kind in kinds for line in (CASES / f"spacing-{kind}.jsonl").read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines]


def find_rules() -> set[str]:
    """Return the ids of the rules that the code of the stage names."""
    sources = Path(str(files("newsnorm").joinpath("spacing"))).glob("*.py")
    return {rule for path in sources for rule in RULE_RE.findall(path.read_text("utf-8"))}


def test_every_rule_mends_a_case() -> None:
    """The rules recorded while the positive cases are mended are all rules that there are."""
    fired = set()
    for row in read_cases("wild", "synthetic"):
        article = newsnorm.normalize(row["text"], stages=("spacing",), language=row.get("language"))
        fired |= {change.rule for change in article.changes}
    assert fired == find_rules()
    assert len(fired) > 20


def test_every_rule_has_a_near_miss() -> None:
    """Each rule is named by a case that must not change."""
    assert {row["rule"] for row in read_cases("negative") if "rule" in row} == find_rules()


def test_what_two_rules_want_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of edits at one gap, or at neighbouring ones, the first counts; warnings are all told."""
    warning = Diagnostic("so", "So.", 3, 3)
    at = [(3, 3), (3, 3), (2, 3), (4, 5), (5, 5), (7, 7)]
    edits = [Edit(start, end, "-", f"rule-{number}") for number, (start, end) in enumerate(at)]
    monkeypatch.setattr(spacing, "_choose_rules", lambda document: [lambda document: [warning, *edits, warning]])
    found = list(spacing.propose(Document("ab cd ef gh", "en"), newsnorm.Options()))
    assert found == [warning, edits[0], edits[3], edits[5], warning]


def test_a_row_of_names_that_ran_together_is_cut_at_once() -> None:
    """Each is known by the one before it, which has just been cut off itself: it takes no round for each."""
    for row in (
        "Maidan NezallezhnostiMaidan" + " NezallezhnostiMaidan" * 12,
        "Xi Jinpingafter" + " Xi Jinpingafter" * 12,
    ):
        article = newsnorm.normalize(f"They met on {row} in the town.", stages=("spacing",), language="en")
        assert article.text == article.raw.replace("iM", "i M").replace("ga", "g a")
        assert len(article.steps) == 1


def test_nothing_is_split_in_a_language_that_is_not_the_texts() -> None:
    """A long text of which a third is unknown is in no language that there are words of."""
    odd = " ".join(f"zqw{letter}{other}x" for letter in "abcdefghij" for other in "abcdefghij")
    plain = "the minister said that the boats would be late again this week and he was right about it "
    for unknown, share in ((odd, 7), (" ".join(odd.split()[:20]), 9)):
        text = f"The leadersannounced it. {plain * share}{unknown}"
        repaired = newsnorm.repair_spacing(text, language="en")
        assert ("leaders announced" in repaired) == (unknown != odd)


def test_every_module_shows_what_it_takes_and_what_not() -> None:
    """Each function that yields edits says so with PASS and FAIL samples."""
    sources = Path(str(files("newsnorm").joinpath("spacing"))).glob("*.py")
    for path in sources:
        for public in re.findall(
            r'''def [a-z]\w+\([^)]*\) -> Iterator\[(?:Edit|Finding)\]:\n    (""".*?""")''',
            path.read_text("utf-8"),
            re.DOTALL,
        ):
            assert path.stem == "__init__" or ("PASS" in public and "FAIL" in public), path.name
