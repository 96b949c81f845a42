"""newsnorm in LlamaIndex: a transformation, to stand first in an ingestion pipeline.

>>> from llama_index.core.schema import Document
>>> transformation = NewsNormalizer(details=["language"], options={"language": "en"})
>>> (document,) = transformation([Document(text="A cafÃ© in town", metadata={"source": "wire"})])
>>> document.text, document.metadata
('A café in town', {'language': 'en', 'source': 'wire'})
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llama_index.core.schema import BaseNode, MetadataMode, TransformComponent

from newsnorm.adapters.details import check_details, pick_details
from newsnorm.options import Options
from newsnorm.pipeline import normalize

__all__ = ["NewsNormalizer"]


class NewsNormalizer(TransformComponent):
    """Makes nodes of clean text; their ids, relations and metadata are kept.

    Attributes:
        details: What to add to the metadata, of `newsnorm.adapters.details.DETAILS`; a key that is there stays.
        options: The fields of `newsnorm.Options`, as plain data that a pipeline's cache can store.

    """

    details: Sequence[str] = ()
    options: dict[str, Any] = {}  # noqa: RUF012 (pydantic copies it)

    def __call__(self, nodes: Sequence[BaseNode], **kwargs: Any) -> Sequence[BaseNode]:
        """Return `nodes` normalized; the ones given stay as they are."""
        details, options = check_details(self.details), Options(**self.options)
        made = []
        for node in nodes:
            article = normalize(node.get_content(MetadataMode.NONE), options=options)
            metadata = {**pick_details(article, details), **node.metadata}
            copy = node.model_copy(update={"metadata": metadata})
            copy.set_content(article.text)
            made.append(copy)
        return made
