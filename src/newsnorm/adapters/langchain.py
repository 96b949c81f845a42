"""newsnorm in LangChain: a document transformer, to stand between a loader and a splitter.

>>> from langchain_core.documents import Document
>>> transformer = NewsNormalizer(details=["language"], language="en")
>>> transformer.transform_documents([Document("A cafÃ© in town", metadata={"source": "wire"})])
[Document(metadata={'language': 'en', 'source': 'wire'}, page_content='A café in town')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_core.documents import BaseDocumentTransformer, Document

from newsnorm.adapters.details import check_details, pick_details
from newsnorm.options import Options
from newsnorm.pipeline import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["NewsNormalizer"]


class NewsNormalizer(BaseDocumentTransformer):
    """Makes documents of clean text; their ids and metadata are kept.

    Args:
        details: What to add to the metadata, of `newsnorm.adapters.details.DETAILS`; a key that is there stays.
        options: What to do with the texts.
        **keywords: The fields of `newsnorm.Options`, instead of `options`.

    """

    def __init__(self, *, details: Iterable[str] = (), options: Options | None = None, **keywords: Any) -> None:
        self.details = check_details(details)
        self.options = Options.from_keywords(options, keywords)

    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:
        """Return `documents` normalized; the ones given stay as they are."""
        return [self._transform(document) for document in documents]

    def _transform(self, document: Document) -> Document:
        article = normalize(document.page_content, options=self.options)
        metadata = {**pick_details(article, self.details), **document.metadata}
        return document.model_copy(update={"page_content": article.text, "metadata": metadata})
