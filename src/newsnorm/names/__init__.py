r"""Names: one spelling for one thing, in the reader's language.

A text is searched for the spellings of a table (`newsnorm.name_table`). Those that mean a thing of the table become the
form that the reader's language and the house style have for it, in the case they stand in::

    PASS  Talks in Kiev with Vladimir Zelensky    ->  Talks in Kyiv with Volodymyr Zelenskyy
    PASS  KIEV, March 21 · Kiev’s · pro-Kiev       ->  KYIV, March 21 · Kyiv’s · pro-Kyiv
    FAIL  chicken Kiev, Odessa, Texas, Europe/Kiev, Igor Zelensky the dancer, Kyiv (formerly Kiev)
    FAIL  any language that the table has no form for, and any text whose language can't be told

>>> from newsnorm.document import Document
>>> from newsnorm.options import Options
>>> document = Document("Talks in Kiev: no chicken Kiev for Zelensky.", "en")
>>> [(edit.start, edit.end, edit.text) for edit in propose(document, Options())]
[(9, 13, 'Kyiv'), (35, 43, 'Zelenskyy')]
>>> [(mention.surface, mention.canonical, mention.id) for mention in find_mentions(document, Options())]
[('Kiev', 'Kyiv', 'place/kyiv'), ('Zelensky', 'Volodymyr Zelenskyy', 'person/volodymyr-zelenskyy')]
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from newsnorm.edits import Edit
from newsnorm.names.grouping import group_names
from newsnorm.protect import Spans
from newsnorm.records import Diagnostic, Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import ModuleType

    from newsnorm.document import Document
    from newsnorm.names.mentions import Found, LeftAlone
    from newsnorm.options import Options
    from newsnorm.records import Finding

__all__ = ["find_mentions", "group_names", "judge_words", "propose"]


def propose(document: Document, options: Options) -> Iterable[Finding]:
    """Propose to spell the known names in `document` one way, and tell of those left alone."""
    if options.names != "replace" or document.language == "und":
        return ()
    mentions = _load_mentions()
    names = (mentions.find_names if options.unify_unknown else mentions.find_changes)(document, options)
    return _spell(document, options, names) if names or options.unify_unknown else ()


def _spell(document: Document, options: Options, names: Sequence[Found | LeftAlone]) -> Iterator[Finding]:
    from newsnorm.names.mentions import Found  # loaded by now

    for found in names:
        if isinstance(found, Found):
            if document.text[found.start : found.end] != found.form:
                yield Edit(found.start, found.end, found.form, "canonical-name")
        else:
            spelled = document.text[found.start : found.end]
            message = f"{spelled!r} was not taken for {found.entity.id}: {found.reason}"
            yield Diagnostic("ambiguous-name", message, found.start, found.end)
    if options.unify_unknown:
        from newsnorm.names.unify import unify_names

        protected = document.protected
        taken = [*((found.start, found.end) for found in names), *zip(protected.starts, protected.ends, strict=True)]
        yield from unify_names(document.text, document.language, Spans(taken))


def judge_words(language: str, options: Options) -> Callable[[str], bool]:
    """Return what tells whether a word may be of a name that is not as it should be."""
    wanted = options.names == "replace" and language != "und"
    words: frozenset[str] = _load_mentions().words_that_may_change(language, options) if wanted else frozenset()
    return words.__contains__


@cache
def _load_mentions() -> ModuleType:
    """Return the module that finds mentions, at first use: it has many patterns to compile."""
    return import_module("newsnorm.names.mentions")


def find_mentions(document: Document, options: Options) -> tuple[Mention, ...]:
    """Return the known names in `document`, in order."""
    if document.language == "und":
        return ()
    mentions = _load_mentions()
    return tuple(
        Mention(document.text[found.start : found.end], found.canonical, found.entity.kind, found.entity.id, *found[:2])
        for found in mentions.find_names(document, options)
        if isinstance(found, mentions.Found)
    )
