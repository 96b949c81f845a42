"""newsnorm in spaCy: a component that makes a document of the clean text, and knows where it stood in the raw one.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("newsnorm", first=True, config={"options": {"language": "en"}})
>>> doc = nlp("The cafÃ© reopened.")
>>> [token.text for token in doc]
['The', 'café', 'reopened', '.']
>>> doc[2:3]._.raw_span, doc._.article.raw[9:17]
((10, 18), ' reopene')

Import this module before the name is used. It stands first, since it hands on a new document; every later component
sees clean text only. ``doc._.article`` is the whole `Article`, and ``raw_span`` of a span or a token counts in the raw
text. Both survive ``nlp.pipe(n_process=…)`` and ``DocBin(store_user_data=True)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsnorm.article import Article
from newsnorm.options import Options
from newsnorm.pipeline import normalize

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["create_component"]

# Where a document keeps its article: as plain data, which spaCy can send to other processes and store.
KEY = "newsnorm"


@Language.factory("newsnorm", default_config={"options": {}})
def create_component(nlp: Language, name: str, options: dict[str, Any]) -> Callable[[Doc], Doc]:
    """Return the component.

    Args:
        nlp: The pipeline it stands in, whose tokenizer cuts the clean text.
        name: The component's name there.
        options: The fields of `newsnorm.Options`.

    """
    chosen = Options(**options)

    def normalize_document(doc: Doc) -> Doc:
        article = normalize(doc.text, options=chosen)
        made = nlp.tokenizer(article.text)
        made.user_data.update(doc.user_data)
        made.user_data[KEY] = article.to_dict()
        return made

    return normalize_document


def _article(doc: Doc) -> Article | None:
    data = doc.user_data.get(KEY)
    return None if data is None else Article.from_dict(data)


def _raw_span(part: Span | Token) -> tuple[int, int] | None:
    article = _article(part.doc)
    start = part.start_char if isinstance(part, Span) else part.idx
    return None if article is None else article.to_raw(start, start + len(part.text))


Doc.set_extension("article", getter=_article, force=True)
Span.set_extension("raw_span", getter=_raw_span, force=True)
Token.set_extension("raw_span", getter=_raw_span, force=True)
