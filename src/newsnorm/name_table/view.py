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

from newsnorm.key_words import CAPITAL_WORD_RE, find_key_word, stands_whole, with_capitals
from newsnorm.name_table.keys import parse_keys
from newsnorm.name_table.rows import Form, alias_line, parse_alias, parse_entity
from newsnorm.name_table.styles import HOUSE_STYLES, style_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Concatenate

    from newsnorm.name_table.rows import Alias
    from newsnorm.name_table.table import NameTable

__all__ = [
    "APOSTROPHES",
    "FOLLOWING",
    "LETTER_APOSTROPHES",
    "View",
    "fold_follower",
    "make_view",
]

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

# How many answers of one function a view remembers.
REMEMBERED = 8192

# Canonical forms are gone through for so many key words; then they are put in order by them, for a longer run.
FEW_KEYS = 16

APOSTROPHES = "'’‘ʼʹ`´′＇"
LETTER_APOSTROPHES = "ʼʹ"  # letters to Unicode, and to `\w`

# Languages that add an s to a name, and nothing else: for a plural, or for a genitive.
ENDING_IN_S = frozenset(("da", "de", "en", "nl", "no", "sv"))

# How many characters after their first word tell spellings apart.
FOLLOWING = 3


class View:
    """A table as the readers of one language see it.

    Attributes:
        table: The table.
        language: The language.
        slips: Spellings, casefolded, that may be put right where they stand in lower case, with the listed spelling:
            what a very well-known name is in this language, or in several.
        slipped: The same in lower case, alone.
        eminent: The forms of the very well-known, in any language.
        plurals: Plurals or genitives of the very well-known, with the listed spelling.
        keys: A word of every spelling, and the same in capitals: where none of them stands, no spelling does.
        keys_stand_whole: Whether each of them is a whole word of its spelling: not the ``Swatini`` of eSwatini.

    """

    def __init__(
        self,
        table: NameTable,
        language: str,
        forms: dict[str, tuple[str, str]],
        overruled: dict[str, tuple[str, str]] | None = None,
        *,
        listed_keys: str = "",
    ) -> None:
        self.table = table
        self.language = language
        self._forms = forms
        self._listed_keys = listed_keys
        # The canonical forms, then those that a style or a preference overrules; the aliases are the table's, and asked
        # one by one whether they hold in this language.
        self._own: dict[str, str] = {}  # spelling to id
        self._bare: set[str] = set()  # those of them that are short
        for given in (forms, overruled or {}):
            for id_, (full, _) in given.items():
                self._own.setdefault(full, id_)
            for id_, (full, short) in given.items():
                if short != full and short not in self._own:
                    self._own[short] = id_
                    self._bare.add(short)
        # A style's forms are listed too, so that only a table or preferences of one's own may hold an eSwatini.
        self.keys_stand_whole = table.keys_stand_whole and all(
            stands_whole(self._own_line(spelling)) for id_ in overruled or () for spelling in forms[id_]
        )
        self._remembered: dict[Callable[..., Any], Callable[..., Any]] = {}
        self._keyed: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
        self.slips: dict[str, str] = {}
        self.eminent: frozenset[str] = frozenset()
        self.slipped: frozenset[str] = frozenset()
        self.plurals: dict[str, str] = {}
        if forms:
            self._add_eminent()
            # "the two Kievs", "Kievs Straßen": no case of other languages leaves the name untouched.
            if language in ENDING_IN_S:
                plurals = ((f"{spelling}s", spelling) for spelling in self.slips.values())
                self.plurals = {plural: spelling for plural, spelling in plurals if not self.line(plural)}

    def _add_eminent(self) -> None:
        eminent: set[str] = set()
        for line in self.table._entities:
            if "slip" in line and "slip" in (entity := parse_entity(line)).flags and entity.id in self._forms:
                counts = Counter(spelling for form in entity.forms.values() for spelling in set(form))
                eminent.update(counts)
                if not entity.flags.isdisjoint((f"word={self.language}", f"opening={self.language}")):
                    continue
                own = self._forms[entity.id]
                for spelling, count in counts.items():
                    row = self.line(spelling) if spelling.isalpha() and (count > 1 or spelling in own) else None
                    if row and row.split("\t")[3] == entity.id:
                        self.slips[spelling.casefold()] = spelling
        self.eminent = frozenset(eminent)
        self.slipped = frozenset(self.slips)

    @cached_property
    def keys(self) -> frozenset[str]:
        """A word of every spelling, and the same in capitals: where none of them stands, no spelling does."""
        if not self._forms:
            return frozenset()
        if self._listed_keys:
            return self.movers | self._movers_and_others[1]
        own = frozenset((*self._keyed_own, *self.plurals)) - {""}
        return self.table.keys_and_capitals | with_capitals(own)

    @property
    def movers(self) -> frozenset[str]:
        """Those of `keys` that some spelling has which is not a canonical form: a word of all that may have to move."""
        return self._movers_and_others[0]

    @cached_property
    def _movers_and_others(self) -> tuple[frozenset[str], frozenset[str]]:
        if not self._forms:
            return frozenset(), frozenset()
        if self._listed_keys:
            return parse_keys(self._listed_keys, self.language)
        canonical = {full for full, _ in self._forms.values() if full not in self._bare}
        own, table = self._keyed_own, self.table
        moving = {key for key, names in own.items() if not canonical.issuperset(names)}
        rest = own.keys() - moving
        resting = rest - table.keys
        resting.update(key for key in rest & table.keys if self._rests(key, canonical))
        # One key in capitals may be another key: a group called ISIS beside a place called Isis.
        capitals = {key.upper() for key in resting} - table.keys - moving
        return self.keys - resting - capitals, frozenset(resting | capitals)

    def _rests(self, key: str, canonical: set[str]) -> bool:
        """Return whether all of the table's spellings with that key word are canonical."""
        return all(line.split("\t", 2)[1] in canonical for line in self.table.lines_of_key(key))

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
        return frozenset(map(_first_word, (*self.table.spellings(), *self._own)))

    def line(self, spelling: str) -> str | None:
        """Return the line of the table in which `spelling` stands as an alias or canonical form of this language."""
        return self.remember(View._find_line)(spelling)

    def _find_line(self, spelling: str) -> str | None:
        if spelling in self._own:
            return self._own_line(spelling)
        mark = f",{self.language},"
        for line in self.table.lines_of(spelling):
            _, _, languages, id_, _ = line.split("\t")
            if id_ in self._forms and (languages == "*" or mark in f",{languages},"):
                return line
        return None

    def _own_line(self, spelling: str) -> str:
        return alias_line(spelling, "*", self._own[spelling], "bare" if spelling in self._bare else "")

    def keyed(self, key: str) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the spellings that `key` is the key word of, by their first capitalised word.

        Those of one first word are grouped by the characters that come after it, up to three, as `fold_follower` folds
        them; ``""`` where it is the last, as in Kiev and al-Aqsa. The longest of a group comes first.
        """
        if key not in self._keyed:
            found: dict[str, dict[str, list[str]]] = {}
            listed = (line.split("\t", 2)[1] for line in self.table.lines_of_key(key))
            for spelling in {*self._own_of(key), *listed}:
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

    def _own_of(self, key: str) -> list[str]:
        """Return the canonical forms that `key` is the key word of."""
        if len(self._keyed) < FEW_KEYS:
            return [spelling for spelling in self._own if key in spelling and find_key_word(spelling) == key]
        return self._keyed_own.get(key, [])

    @cached_property
    def _keyed_own(self) -> dict[str, list[str]]:
        """The canonical forms by their key words."""
        keyed: dict[str, list[str]] = {}
        for spelling in self._own:
            keyed.setdefault(find_key_word(spelling), []).append(spelling)
        return keyed

    def find(self, spelling: str) -> tuple[Alias, ...]:
        """Return the row of `spelling` as an alias or canonical form: one, or none."""
        line = self.line(spelling)
        return (parse_alias(line),) if line is not None else ()

    def form(self, id: str) -> Form:  # noqa: A002 - the field's own name
        """Return how the view spells the entity of that id."""
        return Form(*self._forms[id])

    def spellings(self) -> Iterator[Alias]:
        """Yield every alias and canonical form of the view."""
        lines = (self.line(spelling) for spelling in dict.fromkeys((*self._own, *self.table.spellings())))
        return (parse_alias(line) for line in lines if line is not None)

    @cached_property
    def famous(self) -> frozenset[str]:
        """The ids of people whose surname alone means them, unless the text says otherwise."""
        return frozenset(line.split("\t")[3] for line in self.table._aliases if line.endswith("famous"))


def make_view(table: NameTable, language: str, style: str, prefer: tuple[tuple[str, str], ...]) -> View:
    """Return the view of `table` in `language` and `style`, with the forms in `prefer` before all."""
    form_re = re.compile(rf"[\t|]{re.escape(language)}=([^\t|]+)")  # the lines are long: they are not cut up
    forms: dict[str, tuple[str, str]] = {}  # plain ones, of which the garbage collector keeps no count
    for line in table._entities:
        if found := form_re.findall(line):
            forms[line[: line.index("\t")]] = (found[0], found[-1])
    canonical = dict(forms)
    forms.update((id_, form) for id_, form in style_forms(style, language).items() if id_ in forms)
    if prefer:
        plain = View(table, language, canonical)
        for name, wanted in prefer:
            ids = [name] if name in forms else [row.id for row in plain.find(name)]
            for id_ in ids:
                full, short = forms[id_]
                forms[id_] = (wanted, wanted.split()[-1] if short != full else wanted)
    overruled = {id_: form for id_, form in canonical.items() if form != forms[id_]}
    # What is listed is for the canonical forms, as the first house style has them.
    listed_keys = table._listed_keys if style == HOUSE_STYLES[0] and not prefer else ""
    return View(table, language, forms, overruled, listed_keys=listed_keys)


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
