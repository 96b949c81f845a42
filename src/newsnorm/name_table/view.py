"""`View`: a names table as the readers of one language see it, in one house style.

>>> from newsnorm.name_table import NameTable
>>> view = NameTable.builtin().view("en")
>>> view.form("place/kyiv").full, [row.id for row in view.find("Kiev")], view.find("Berlyn")
('Kyiv', ['place/kyiv'], ())
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from newsnorm.name_table.rows import Form, parse_alias, parse_entity, pick_form
from newsnorm.name_table.styles import style_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Concatenate

    from newsnorm.name_table.rows import Alias
    from newsnorm.name_table.table import NameTable

__all__ = [
    "APOSTROPHES",
    "CAPITAL_WORD_RE",
    "FOLLOWING",
    "View",
    "by_key_word",
    "fold_follower",
    "key_words",
    "make_view",
    "with_capitals",
]

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

# How many answers of one function a view remembers.
REMEMBERED = 8192

APOSTROPHES = "'’‘ʼʹ`´′＇"

_SHORTEST_KEY = 4

# How many characters after their first word tell spellings apart.
FOLLOWING = 3


def _capital_class() -> str:
    """Return a character class of all capital letters, as ranges."""
    ranges: list[list[int]] = []
    for code in range(0x2000):
        if chr(code).isupper() or chr(code).istitle():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "[" + "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges) + "]"


CAPITAL_WORD_RE = re.compile(_capital_class() + r"\w*")
"""A word from its first capital on."""


class View:
    """A table as the readers of one language see it.

    Attributes:
        table: The table.
        language: The language.
        slips: Spellings, casefolded, that may be put right where they stand in lower case, with the listed spelling:
            what a very well-known name is in this language, or in several.
        eminent: The forms of the very well-known, in any language.
        plurals: Plurals of the very well-known, with the listed spelling.
        keys: A word of every spelling, and the same in capitals: where none of them stands, no spelling does.

    """

    def __init__(
        self, table: NameTable, language: str, forms: dict[str, Form], overruled: dict[str, Form] | None = None
    ) -> None:
        self.table = table
        self.language = language
        self._forms = forms
        # The canonical forms, then those that a style or a preference overrules; the aliases are the table's, and asked
        # one by one whether they hold in this language.
        self._own: dict[str, str] = {}
        for given in (forms, overruled or {}):
            for id_, form in given.items():
                self._own.setdefault(form.full, f"{form.full}\t*\t{id_}\t")
            for id_, (full, short) in given.items():
                if short != full:
                    self._own.setdefault(short, f"{short}\t*\t{id_}\tbare")
        self._own_keys = key_words(self._own)
        self._remembered: dict[Callable[..., Any], Callable[..., Any]] = {}
        self._keyed: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
        self.slips: dict[str, str] = {}
        self.eminent: frozenset[str] = frozenset()
        self.plurals: dict[str, str] = {}
        self.keys: frozenset[str] = frozenset()
        if forms:
            self._add_eminent()
            # "the two Kievs": English alone makes a plural without touching the name.
            if language == "en":
                plurals = ((f"{spelling}s", spelling) for spelling in self.slips.values())
                self.plurals = {plural: spelling for plural, spelling in plurals if not self.line(plural)}
            self.keys = table._all_keys | with_capitals([*self._own_keys.values(), *self.plurals])

    def _add_eminent(self) -> None:
        eminent: set[str] = set()
        for line in self.table._entities:
            if line.endswith("slip") and (entity := parse_entity(line)).id in self._forms:
                counts = Counter(spelling for form in entity.forms.values() for spelling in set(form))
                eminent.update(counts)
                own = self._forms[entity.id]
                for spelling, count in counts.items():
                    row = self.line(spelling) if spelling.isalpha() and (count > 1 or spelling in own) else None
                    if row and row.split("\t")[2] == entity.id:
                        self.slips[spelling.casefold()] = spelling
        self.eminent = frozenset(eminent)

    @cached_property
    def movers(self) -> frozenset[str]:
        """Those of `keys` that some spelling has which is not a canonical form: a word of all that may have to move."""
        if not self._forms:
            return frozenset()
        canonical = {form.full for form in self._forms.values() if self._own[form.full].endswith("\t")}
        counts = self.table._key_counts
        settled = Counter(key for name in canonical if (key := self.table._keys.get(name)))
        moving = {key for name, key in self._own_keys.items() if name not in canonical}
        resting = {key for key in set(self._own_keys.values()) - moving if counts[key] == settled[key]}
        capitals = (key.upper() for key in resting)
        # One key in capitals may be another key: a group called ISIS beside a place called Isis.
        return self.keys.difference(resting, (key for key in capitals if not counts[key] and key not in moving))

    def remember(self, function: Callable[Concatenate[View, Asked], Answer]) -> Callable[Asked, Answer]:
        """Return `function` of this view, with its last answers remembered for as long as the view itself is kept.

        >>> from newsnorm.name_table import NameTable
        >>> view = NameTable.builtin().view("en")
        >>> def how_long(view, id): return len(view.form(id).full)
        >>> view.remember(how_long)("place/kyiv"), view.remember(how_long) is view.remember(how_long)
        (4, True)
        """
        if function not in self._remembered:
            self._remembered[function] = lru_cache(maxsize=REMEMBERED)(partial(function, self))
        return cast("Callable[Asked, Answer]", self._remembered[function])

    def starts_with(self, word: str) -> bool:
        """Return whether `word` is the first capitalised one of a spelling, of this language or another."""
        return word in self._starts

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(map(_first_word, (*self.table._keys, *self._own_keys)))

    def line(self, spelling: str) -> str | None:
        """Return the line of the table in which `spelling` stands as an alias or canonical form of this language."""
        if line := self._own.get(spelling):
            return line
        mark = f",{self.language},"
        for line in filter(None, self.table._rows.get(spelling, "").split("\n")):
            _, languages, id_, _ = line.split("\t")
            if id_ in self._forms and (languages == "*" or mark in f",{languages},"):
                return line
        return None

    def keyed(self, key: str) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the spellings that `key` is the key word of, by their first capitalised word.

        Those of one first word are grouped by the characters that come after it, up to three, as `fold_follower` folds
        them; ``""`` where it is the last, as in Kiev and al-Aqsa. The longest of a group comes first.
        """
        if key not in self._keyed:
            found: dict[str, dict[str, list[str]]] = {}
            found_in = (self._spellings_of.get(key, ""), self.table._spellings_of.get(key, ""))
            for spelling in {spelling for spellings in found_in for spelling in spellings.splitlines()}:
                if self.line(spelling) is None:  # another language's
                    continue
                first = _first_word(spelling)
                at = spelling.index(first) + len(first)
                groups = found.setdefault(first, {})
                groups.setdefault(fold_follower(spelling[at : at + FOLLOWING]), []).append(spelling)
            self._keyed[key] = {
                first: {after: tuple(sorted(group, key=_longest_first)) for after, group in groups.items()}
                for first, groups in found.items()
            }
        return self._keyed[key]

    @cached_property
    def _spellings_of(self) -> dict[str, str]:
        return by_key_word(self._own_keys)

    def find(self, spelling: str) -> tuple[Alias, ...]:
        """Return the row of `spelling` as an alias or canonical form: one, or none."""
        line = self.line(spelling)
        return (parse_alias(line),) if line is not None else ()

    def form(self, id: str) -> Form:  # noqa: A002 - the field's own name
        """Return how the view spells the entity of that id."""
        return self._forms[id]

    def spellings(self) -> Iterator[Alias]:
        """Yield every alias and canonical form of the view."""
        lines = (self.line(spelling) for spelling in dict.fromkeys((*self._own, *self.table._rows)))
        return (parse_alias(line) for line in lines if line is not None)

    @cached_property
    def famous(self) -> frozenset[str]:
        """The ids of people whose surname alone means them, unless the text says otherwise."""
        return frozenset(line.split("\t")[2] for line in self.table._aliases if line.endswith("famous"))


def make_view(table: NameTable, language: str, style: str, prefer: tuple[tuple[str, str], ...]) -> View:
    """Return the view of `table` in `language` and `style`, with the forms in `prefer` before all."""
    forms = {}
    mark = f"{language}="
    for line in table._entities:
        if mark in line:
            id_, _, full, short, _ = line.split("\t", 4)
            if form := pick_form(full, mark):
                forms[id_] = Form(form, pick_form(short, mark) or form)
    canonical = dict(forms)
    forms.update((id_, form) for id_, form in style_forms(style, language).items() if id_ in forms)
    if prefer:
        plain = View(table, language, canonical)
        for name, wanted in prefer:
            ids = [name] if name in forms else [row.id for row in plain.find(name)]
            for id_ in ids:
                person = forms[id_].short != forms[id_].full
                forms[id_] = Form(wanted, wanted.split()[-1] if person else wanted)
    overruled = {id_: form for id_, form in canonical.items() if form != forms[id_]}
    return View(table, language, forms, overruled)


def key_words(spellings: Iterable[str]) -> dict[str, str]:
    """Return a word of each of `spellings` that a text must hold, or hold in capitals, where it holds the spelling.

    It is the last long one that begins with a capital: South *Ossetia*, Vladimir *Putin*. A spelling without a capital
    has none, and isn't found.

    >>> list(key_words(["Kiev", "South Ossetia", "al-Aqsa", "Sea of Azov", "To Lam", "Zelens'kyi"]).values())
    ['Kiev', 'Ossetia', 'Aqsa', 'Azov', 'Lam', 'Zelens']
    """
    spellings = tuple(spellings)
    found = {spelling: spelling for spelling in spellings if spelling.isalpha() and spelling[0].isupper()}
    for spelling in spellings:
        if spelling in found:
            continue
        word = spelling.rpartition(" ")[2]
        if len(word) >= _SHORTEST_KEY and word.isalpha() and word[0].isupper():
            found[spelling] = word
        elif words := CAPITAL_WORD_RE.findall(spelling):
            long = [word for word in words if len(word) >= _SHORTEST_KEY]
            found[spelling] = (long or sorted(words, key=len))[-1]
    return found


def by_key_word(keys: dict[str, str]) -> dict[str, str]:
    """Return the spellings of each key word, one a line: of so many lists the garbage collector would see each."""
    found: dict[str, str] = {}
    for spelling, key in keys.items():
        found[key] = f"{found[key]}\n{spelling}" if key in found else spelling
    return found


def with_capitals(words: Iterable[str]) -> frozenset[str]:
    """Return `words`, and the same in capitals."""
    found = frozenset(words)
    return found.union(map(str.upper, found))


def _first_word(spelling: str) -> str:
    """Return the first word of `spelling` that begins with a capital: al-*Aksa*."""
    first = spelling.partition(" ")[0]
    if first.isalpha() and first[0].isupper():
        return first
    match = CAPITAL_WORD_RE.search(spelling)
    return match.group() if match else ""


def fold_follower(after: str) -> str:
    r"""Return what follows a first word, as spellings are grouped by it: capitals, one apostrophe, one space.

    >>> fold_follower(" Ko"), fold_follower("\u2019Dj"), fold_follower("\nJo")
    (' KO', "'DJ", ' JO')
    """
    if after[:1] == " " and after[1:].isalpha() and after.isascii():
        return after.upper()
    return "".join(map(_fold, after))


def _fold(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    upper = char.upper()
    return " " if char.isspace() else upper if len(upper) == 1 else char


def _longest_first(spelling: str) -> tuple[int, str]:
    return -len(spelling), spelling
