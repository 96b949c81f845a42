"""Where grammar joins what look like two words: `newsnorm.spacing.forms`."""

from __future__ import annotations

import pytest

import newsnorm
from newsnorm.spacing.cutting import find_cuts
from newsnorm.spacing.forms import is_form, is_prefixed
from newsnorm.spacing.vocabulary import load_vocabulary

WHOLE = {
    "de": (
        "Nichtsdestoweniger war es zweieinhalbmal so teuer und anderthalbfach so schwer, nichtsdestotrotz gut.",
        "Ein arbeitendem Vater ähnelndes Bild hing an der Wand.",
        "Sie sprach mit zweifelnder Stimme von rechtsverletzendem Verhalten.",
        "Sie wollte ihn beibehalten, als er der Runde beitrat.",
        "Es hat dort am Montag stattzufinden, ohne ihm viel beizumessen.",
        "Vor vierundzwanzig Jahren und sechseinhalb Tagen blieben hundertzweiundzwanzig Leute.",
        "Die Abmahnvereine und ihre Deichformsteine fehlten, dazu die Selbstvergewisserung.",
        "Das war gendertheoretisch und separatistisch gedacht, sagte ein Rechtsextremist.",
        "Die türkischsprachigen Schüler kamen später, siebenundsechzig waren es.",
    ),
    "es": (
        "En vez de detenerlos quiso mirarlas, comprándolo todo.",
        "La empresa encadena ventas desde hace años.",
        "El ministro envolvía cajas, acogiendo a otros.",
        "Quería que saluden a todos y que lo formasen pronto.",
        "Dijo que hablaseis más de lo que calentaseis.",
    ),
    "en": (
        "It was agreed thereto, hereof and thereupon.",
        "They had the oars wherewith they left, and whereof nobody spoke.",
    ),
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in WHOLE.items() for text in texts]
)
def test_what_grammar_joins_stays_one_word(language: str, text: str) -> None:
    assert newsnorm.repair_spacing(text, language=language) == text


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "de",
            "Die Ministerinhat am Montag gesagt, dass sie bleibt.",
            "Die Ministerin hat am Montag gesagt, dass sie bleibt.",
        ),
        ("es", "El precio de losalimentos subió otra vez.", "El precio de los alimentos subió otra vez."),
        ("es", "Pidió que reclamarcambios fuera posible.", "Pidió que reclamar cambios fuera posible."),
        ("en", "They spoke ofthe plan and left.", "They spoke of the plan and left."),
    ],
)
def test_what_no_rule_joins_is_cut_as_before(language: str, text: str, wanted: str) -> None:
    assert newsnorm.repair_spacing(text, language=language) == wanted


def test_what_is_no_verb_makes_no_participle() -> None:
    german = load_vocabulary("de")
    assert not is_form("wegen", "der", "der", german)
    assert not is_form("Frauen", "der", "der", german)
    assert is_form("zweifeln", "der", "der", german)


@pytest.mark.parametrize("determiner", ["meiner", "unserem", "unsrer", "eure", "jedem", "welches", "dieser", "ihren"])
def test_no_german_word_is_made_with_a_determiner(determiner: str) -> None:
    german = load_vocabulary("de")
    assert not is_form("auf", determiner, determiner, german)
    assert not is_form("Auf", determiner, determiner, german)
    assert not is_prefixed("in", determiner, german)


def test_a_preposition_and_a_determiner_are_two_words() -> None:
    damaged = "Die Namen standen aufmeiner Liste, sagteer, undsie haben dieListe gelesen."
    assert "auf meiner Liste" in newsnorm.repair_spacing(damaged, language="de")


@pytest.mark.parametrize(("left", "right"), [("Beugungs", "muster"), ("Regierungs", "und"), ("Fehler", "protokoll")])
def test_a_first_part_and_a_noun_in_small_letters_make_a_german_noun(left: str, right: str) -> None:
    assert is_form(left, right, right, load_vocabulary("de"))


@pytest.mark.parametrize("part", ["sein", "ihr", "euer", "trat"])
def test_what_is_not_only_a_determiner_may_be_part_of_a_german_word(part: str) -> None:
    assert is_prefixed("ob", part, load_vocabulary("de"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("instala", "los"),
        ("instale", "los"),
        ("argument", "al"),
        ("document", "ales"),
        ("nacion", "al"),
        ("detener", "los"),
    ],
)
def test_spanish_joins_pronouns_to_verbs_and_endings_to_nouns(left: str, right: str) -> None:
    assert is_form(left, right, right, load_vocabulary("es"))


@pytest.mark.parametrize(("left", "right"), [("mesa", "los"), ("casa", "al"), ("cama", "ales"), ("para", "los")])
def test_spanish_joins_nothing_to_other_words(left: str, right: str) -> None:
    assert not is_form(left, right, right, load_vocabulary("es"))


def test_a_damaged_text_makes_up_for_a_prefix() -> None:
    damaged = "Elprecio de losalimentos subió, dijo elministro, y lacomisión habló dealimentos caros."
    assert "de alimentos caros" in newsnorm.repair_spacing(damaged, language="es")
    vocabulary = load_vocabulary("es")
    assert is_prefixed("de", "alimentos", vocabulary)
    assert not is_prefixed("de", "Alimentos", vocabulary)
    assert not is_prefixed("de", "los", vocabulary)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("gaussien", "ne"),
        ("contextuel", "les"),
        ("décimal", "es"),
        ("brouillard", "eux"),
        ("photo", "réaliste"),
        ("micro", "noyau"),
        ("Redimension", "nement"),
        ("chroma", "tique"),
        ("outil", "sa"),  # or outils a
        ("La", "guerre"),  # a surname
    ],
)
def test_french_joins_endings_and_stems(left: str, right: str) -> None:
    assert is_form(left, right, right, load_vocabulary("fr"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("photo", "de"),
        ("dans", "les"),
        ("tu", "es"),
        ("pour", "eux"),
        ("maison", "sur"),
        ("un", "noyau"),
        ("Le", "gouvernement"),
    ],
)
def test_french_joins_nothing_to_other_words(left: str, right: str) -> None:
    assert not is_form(left, right, right, load_vocabulary("fr"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("seleciona", "das"),
        ("gerencia", "dor"),
        ("poderiam", "os"),
        ("respetiva", "mente"),
        ("sub", "menu"),
        ("Serif", "as"),
        ("título", "se"),  # or títulos e
    ],
)
def test_portuguese_joins_endings_and_stems(left: str, right: str) -> None:
    assert is_form(left, right, right, load_vocabulary("pt"))


@pytest.mark.parametrize(("left", "right"), [("ministro", "disse"), ("vida", "de"), ("mesa", "do"), ("casas", "as")])
def test_portuguese_joins_nothing_to_other_words(left: str, right: str) -> None:
    assert not is_form(left, right, right, load_vocabulary("pt"))


@pytest.mark.parametrize(("language", "left", "right"), [("fr", "en", "cage"), ("pt", "em", "baixo")])
def test_a_french_or_portuguese_prefix_wants_more_evidence(language: str, left: str, right: str) -> None:
    assert is_prefixed(left, right, load_vocabulary(language))


@pytest.mark.parametrize(
    ("language", "token", "cuts"),
    [
        ("fr", "ministresont", "ministres ont"),
        ("fr", "quisont", "qui sont"),
        ("fr", "Merkelsont", "Merkel sont"),
        ("pt", "linhasou", "linhas ou"),
    ],
)
def test_the_s_of_a_plural_is_no_part_of_the_verb(language: str, token: str, cuts: str) -> None:
    found = find_cuts(token, load_vocabulary(language), ())
    assert " ".join([found[0].left, *(cut.right for cut in found)]) == cuts


@pytest.mark.parametrize("language", ["it", "und", "uk"])
def test_a_language_without_rules_joins_nothing(language: str) -> None:
    assert not is_form("arbeiten", "dem", "dem", load_vocabulary(language))
    assert not is_prefixed("en", "cadena", load_vocabulary(language))
