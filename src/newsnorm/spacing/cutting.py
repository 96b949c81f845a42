"""Where a token falls into words most likely: the search for cuts, which `newsnorm.spacing.weighing` then judges.

A token is cut into parts that are words, of a table or of the same document; a capital letter may start an unknown one.
Of all ways to cut it the likeliest is taken: each part costs the rarer it is, and the more readily it binds.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.spacing.forms import is_form, is_prefixed
from newsnorm.spacing.marks import UNSPACED_RE
from newsnorm.spacing.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from newsnorm.spacing.vocabulary import Entry, Vocabulary

__all__ = [
    "LONGEST",
    "SEEN",
    "SEEN_SHORTEST",
    "SHORTEST",
    "Cut",
    "find_cuts",
    "find_likeliest",
    "find_stretches",
    "is_english_name",
    "look_up",
    "may_be_cut",
]

# Tokens longer than this are no prose; shorter than this they hold no two words.
LONGEST = 50
SHORTEST = 3

# A part of a token is never longer than this.
LONGEST_PART = 26

# What each bond costs in the search for the likeliest cuts (the weights then judge what it finds).
BOND_COST = 0.5

# So short is no name that nobody knows, before a small letter: Ef|feuillage.
SHORTEST_UNKNOWN = 3

# Where no table tells what is a word, so many small letters may be one: presidenteJair, but not iPhone and isiZulu.
PLAIN = 5

# A word known only because it stands elsewhere in the document.
SEEN = -9.0
SEEN_SHORTEST = 3

# Gendered nouns: SchülerInnen, NutzerIn.
GENDERED_RE = re.compile(r"[^\W\d_]+[a-zäöüß]In(?:nen)?")

# Endings of German nouns for women who do something, and what they follow: UnterhändlerinMaria, Agentinnen.
FEMININE = frozenset(("in", "innen"))
AGENT_RE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{1,26}(?:er|ent|ant|ist|or|eur|at|oge)\Z")

# What ends hardly any noun but those.
AGENTS = ("ator", "dler", "eur", "ident", "iker", "ist", "tler")

# Verbs that begin with the s of a plural before another verb or word: ministres|ont, linhas|ou.
VERB_AFTER_PLURAL = {"fr": "sont", "pt": "sou"}

# How much rarer in English than in the text's language an English word may be: the tables' logarithms are rounded.
AS_ENGLISH = 1.0

# Spanish says "e" for "and" only where the sound of an i comes next: e Isabel, e Hilario, but eSIM.
AFTER_E = frozenset("IÍH")

# Names that keep a capital after a particle: McDonald, MacArthur, DeVito, LaGuardia, FitzGerald, DiCaprio.
PARTICLE_RE = re.compile(r"(Ma?c|De|Di|Da|Du|La|Le|Van|Von|Fitz|San|St)[A-Z][a-z]+")


class Cut(NamedTuple):
    """A place where a token may be two words.

    Attributes:
        at: Where, in code points from the token's start.
        left: The part before it.
        right: The part after it.

    """

    at: int
    left: str
    right: str


def may_be_cut(token: str, vocabulary: Vocabulary) -> bool:
    """Return whether `find_cuts` can find anything in `token`, an unknown word, whatever else its document says.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> [may_be_cut(token, load_vocabulary("en")) for token in ("xyzthe", "iPhones", "Kowalczyk", "to", "the_end")]
    [True, True, False, False, False]
    """
    if not SHORTEST <= len(token) <= LONGEST or "_" in token or token[0].isdigit():
        return False
    if not token.isascii() and UNSPACED_RE.search(token):
        return False
    if _is_one_word(token, vocabulary):
        return False
    humps = _find_humps(token)
    if not vocabulary.tabled or not token.isalpha():
        return len(humps) == 1
    return bool(humps) or vocabulary.ends_in_tail(token)


def find_cuts(token: str, vocabulary: Vocabulary, seen: Container[str]) -> tuple[Cut, ...]:
    """Return where `token` falls into words most likely; nowhere, if it can't be all words.

    Args:
        token: A word that is not known.
        vocabulary: The words of its language.
        seen: The words of its document.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> find_cuts("actionsthe", load_vocabulary("en"), ())
    (Cut(at=7, left='actions', right='the'),)
    >>> [cut.at for cut in find_cuts("andWindowsthrough", load_vocabulary("en"), ())]
    [3, 10]

    """
    if _is_one_word(token, vocabulary):
        return ()
    camel = _find_humps(token)
    if not vocabulary.tabled or not token.isalpha():
        return _find_evident_cuts(token, camel, vocabulary, seen)
    if not camel and not vocabulary.ends_in_tail(token):
        return ()
    return find_likeliest(token, camel, vocabulary, seen)


def find_likeliest(token: str, camel: Sequence[int], vocabulary: Vocabulary, seen: Container[str]) -> tuple[Cut, ...]:
    """Return the same for letters of a language with a table, given where a capital follows a small one among them."""
    parts = _find_parts(token, camel, vocabulary, seen)
    if 0 not in parts:
        return ()
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for start in sorted(parts):
        if start not in best:
            continue
        worth, edges = best[start]
        for end, part in parts[start]:
            value = worth + _worth(part, start, end, token, look_up(part, vocabulary, seen))
            if end not in best or value > best[end][0]:
                best[end] = (value, (*edges, end))
    edges = (0, *best[len(token)][1])
    return tuple(_join_forms(token, edges, vocabulary))


def _join_forms(token: str, edges: Sequence[int], vocabulary: Vocabulary) -> Iterator[Cut]:
    """Yield the cuts at the inner `edges` of `token`, but for those that grammar joins into one word.

    What is joined is a part in its turn: ``beizumessen`` is joined from ``bei``, ``zum`` and ``essen``.
    """
    kept = list(edges)
    at = 1
    while at < len(kept) - 1:
        start, edge, end = kept[at - 1 : at + 2]
        left, right = token[start:edge], token[edge:end]
        before = token[kept[at - 2] : start] if at > 1 else ""
        # Not before an iPhone, which none joins; but after what a small word makes of the left part: a|caricias|en.
        if right.islower() and (
            _ends_in_initial(left, right, vocabulary)
            or is_form(left, right, token[edge:], vocabulary)
            or (is_prefixed(before, left, vocabulary) and is_form(before + left, right, token[edge:], vocabulary))
        ):
            del kept[at]
            at = 1
        else:
            at += 1
    for start, edge, end in zip(kept, kept[1:], kept[2:], strict=False):
        yield Cut(edge, token[start:edge], token[edge:end])


def _ends_in_initial(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Return whether `left`, unknown and in capitals, ends in the first letter of a known word: ``JPM|organ``."""
    if len(left) < 2 or not left.isupper() or vocabulary.knows(left):
        return False
    word = left[-1] + right
    return vocabulary.knows(word) or vocabulary.is_english(word)


def find_stretches(token: str, vocabulary: Vocabulary) -> set[str]:
    """Return what of `token` may be one of its parts because the document has it as a word.

    What is left of the token on either side must be made of parts as well: two letters that are none can't be left.
    For tokens without a capital inside.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> sorted(find_stretches("planand", load_vocabulary("en")))
    ['and', 'nand', 'pla', 'plan']
    """
    known, size = vocabulary.parts, len(token)
    starts = [0, *range(SEEN_SHORTEST, size)]
    if token[0] in known:
        starts.append(1)
    if token[:2] in known or token[0].isupper() or (1 in starts and token[1] in known):
        starts.append(2)
    ends = [size, *range(size - SEEN_SHORTEST + 1)]
    if token[-2:] in known:
        ends.append(size - 2)
    if token[-1] in vocabulary.one_letter_tails:
        ends.append(size - 1)
    longest = min(size - 1, LONGEST_PART)
    return {token[start:end] for start in starts for end in ends if SEEN_SHORTEST <= end - start <= longest}


def _find_parts(
    token: str, camel: Sequence[int], vocabulary: Vocabulary, seen: Container[str]
) -> dict[int, list[tuple[int, str]]]:
    """Return the parts that `token` may be made of, by where they start, with where they end.

    From the end: only where the rest of the token is made of parts as well, which is nearly nowhere.
    """
    size = len(token)
    capitals = not token[1:].islower()
    humps = {0, *camel}
    known = vocabulary.parts
    ends = [size]
    found: dict[int, list[tuple[int, str]]] = {}
    for start in range(size - (1 if token[-1] in vocabulary.one_letter_tails else 2), -1, -1):
        hump = start in humps
        starting = []
        for end in ends:
            part = token[start:end]
            if part not in known and (part not in seen or len(part) < SEEN_SHORTEST):
                if not hump:  # nearly always
                    continue
                if len(part) < 2 and not (start and end == size):
                    continue
                if not vocabulary.is_capitalized_part(part) and not _may_be_a_name(part, end in humps, end == size):
                    continue
            if len(part) == size or len(part) > LONGEST_PART:
                continue
            if capitals and end < size and token[end].isupper() and token[end - 1].isupper():
                continue
            if part in FEMININE and _is_feminine(token, start, end, vocabulary):
                continue
            if part == VERB_AFTER_PLURAL.get(vocabulary.language) and _ends_plural(token, start, vocabulary):
                continue
            starting.append((end, part))
        if starting:
            found[start] = starting
            ends.append(start)
    return found


def _is_feminine(token: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Return whether ``token[start:end]`` ends a German noun for a woman: ``Unterhändler|in``, not ``Sommer|in``."""
    agent = AGENT_RE.search(token, 0, start) if vocabulary.language == "de" else None
    if agent is None:
        return False
    noun = token[agent.start() : end]
    return agent.group().endswith(AGENTS) or noun in vocabulary.words or vocabulary.is_compound(noun)


def _ends_plural(token: str, start: int, vocabulary: Vocabulary) -> bool:
    """Return whether the letter at `start` makes a plural of a word before it: ``ministre|s|ont``, not ``qui|sont``."""
    words, small = vocabulary.words, vocabulary.function_words
    return any(
        token[at : start + 1].lower() in words and token[at:start].lower() not in small
        for at in range(max(0, start - LONGEST_PART), start - SEEN_SHORTEST + 1)
    )


def look_up(part: str, vocabulary: Vocabulary, seen: Container[str]) -> Entry:
    """Return what is known of `part`, the words `seen` in its document included."""
    entry = vocabulary.find(part)
    if len(part) >= SEEN_SHORTEST and entry.frequency < SEEN and part in seen:
        return entry._replace(frequency=SEEN, listed=True)
    return entry


def _is_one_word(token: str, vocabulary: Vocabulary) -> bool:
    """Return whether `token` is one word: in English, or for all its capitals a gendered noun or a name."""
    if vocabulary.is_english(token):
        return True
    if token[1:].islower():
        return False
    if vocabulary.language == "es" and token[0] == "e" and token[1:2].isupper() and token[1] not in AFTER_E:
        return True
    name = PARTICLE_RE.fullmatch(token)
    if name is not None and name[1].lower() not in vocabulary.function_words:
        return True
    if GENDERED_RE.fullmatch(token) is None:
        return False
    humps = _find_humps(token)
    return len(humps) == 1 or token[humps[0] :] not in vocabulary.trademarks  # bei|LinkedIn


def is_english_name(token: str, vocabulary: Vocabulary) -> bool:
    """Return whether all that stands between the capitals of `token` is English rather than of the text's language.

    Firms give themselves such names everywhere: ``SurveyMonkey``, ``easyJet``. Where words run together in a German
    text, one of them is German: ``vonTripAdvisor``, ``ResearchGatehat``.

    >>> from newsnorm.spacing.vocabulary import load_vocabulary
    >>> [is_english_name(token, load_vocabulary("de")) for token in ("SurveyMonkey", "vonSurvey", "KanzlerinMerkel")]
    [True, False, False]
    """
    edges = [0, *_find_humps(token), len(token)]
    if not vocabulary.tabled or vocabulary.language == "en" or len(edges) == 2:
        return False
    foreign = False
    for start, end in pairwise(edges):
        part = token[start:end]
        here, there = vocabulary.find(part).frequency, load_vocabulary("en").find(part)
        if part.lower() in vocabulary.function_words or not there.listed or there.frequency < here - AS_ENGLISH:
            return False
        foreign = foreign or there.frequency > here
    return foreign


def _find_humps(token: str) -> list[int]:
    """Return where a capital follows a small letter in `token`."""
    if token[1:].islower():
        return []
    return [i for i in range(1, len(token)) if token[i].isupper() and token[i - 1].islower()]


def _find_evident_cuts(
    token: str, camel: Sequence[int], vocabulary: Vocabulary, seen: Container[str]
) -> tuple[Cut, ...]:
    """Return the capitals of `token` before which a word stands that is known without a word table.

    A capital alone is no evidence: Zulu writes ``isiZulu``, Irish ``hÉireann``, and any language ``iPhone``.
    """
    if len(camel) != 1:
        return ()
    left, right = token[: camel[0]], token[camel[0] :]
    known = left.lower() in vocabulary.function_words or (len(left) >= SEEN_SHORTEST and left in seen)
    known = known or (vocabulary.tabled and left in vocabulary.parts)
    if not left.isalpha():
        return ()
    both = len(left) > SEEN_SHORTEST and len(right) > SEEN_SHORTEST and right in seen
    plain = (
        len(left) >= PLAIN and left.islower() and len(right) >= SEEN_SHORTEST and right.isalpha() and right.istitle()
    )
    plain = plain and bool(vocabulary.function_words) and not vocabulary.tabled
    return (Cut(camel[0], left, right),) if len(left) > 1 and (known or both or plain) else ()


def _worth(part: str, start: int, end: int, token: str, entry: Entry) -> float:
    """Return how much `part`, which is ``token[start:end]``, is worth as one of its words."""
    value = entry.frequency
    if start and token[start].islower():
        value -= BOND_COST * entry.right
    if end < len(token) and token[end].islower():
        value -= BOND_COST * entry.left
    return value


def _may_be_a_name(part: str, ends_hump: bool, last: bool) -> bool:
    """Return whether an unlisted `part` at a hump can stand in a cut: only capitals tell where it starts and ends."""
    if not (part[1:].islower() or part.isupper()):
        return False
    if not (ends_hump or last or len(part) >= SHORTEST_UNKNOWN or part.isupper()):
        return False
    return part[0].isupper() or (ends_hump and not last)
