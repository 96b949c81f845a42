"""newsnorm in Haystack: a component that normalizes documents, to stand before a splitter or a writer.

>>> from haystack import Document
>>> normalizer = NewsNormalizer(details=["language"], options={"language": "en"})
>>> (document,) = normalizer.run([Document(content="A cafÃ© in town", meta={"source": "wire"})])["documents"]
>>> document.content, document.meta
('A café in town', {'language': 'en', 'source': 'wire'})

A pipeline that was stored loads with ``Pipeline.loads(…, allowed_modules=["newsnorm.adapters.haystack"])``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from haystack import Document, component

from newsnorm.adapters.details import check_details, pick_details
from newsnorm.options import Options
from newsnorm.pipeline import normalize

__all__ = ["NewsNormalizer"]


@component
class NewsNormalizer:
    """Makes documents of clean text; their metadata is kept, and documents without text pass as they are.

    Args:
        details: What to add to the metadata, of `newsnorm.adapters.details.DETAILS`; a key that is there stays.
        options: The fields of `newsnorm.Options`, as plain data that a pipeline can store.

    """

    def __init__(self, details: list[str] | None = None, options: dict[str, Any] | None = None) -> None:
        self.details = list(check_details(details or ()))
        self.options = options or {}
        self._options = Options(**self.options)

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """Return `documents` normalized; the ones given stay as they are."""
        return {"documents": [self._normalize(document) for document in documents]}

    def _normalize(self, document: Document) -> Document:
        if document.content is None:
            return document
        article = normalize(document.content, options=self._options)
        meta = {**pick_details(article, self.details), **document.meta}
        # The id follows from the content, and the vectors belonged to the raw text.
        return replace(document, id="", content=article.text, meta=meta, embedding=None, sparse_embedding=None)
