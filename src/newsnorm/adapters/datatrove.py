"""newsnorm in datatrove: a pipeline step that normalizes each document's text.

>>> from datatrove.data import Document
>>> step = NewsNormalizer(details=["language"], language="en")
>>> (document,) = step.run([Document(text="A cafÃ© in town", id="1")])
>>> document.text, document.metadata
('A café in town', {'language': 'en'})
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datatrove.pipeline.base import PipelineStep
from datatrove.utils.typeshelper import StatHints

from newsnorm.adapters.details import check_details, pick_details
from newsnorm.options import Options
from newsnorm.pipeline import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from datatrove.data import Document

__all__ = ["NewsNormalizer"]


class NewsNormalizer(PipelineStep):
    """Normalizes texts, and counts what it did in the pipeline's statistics.

    Args:
        details: What to add to the metadata, of `newsnorm.adapters.details.DETAILS`; a key that is there stays.
        options: What to do with the texts.
        **keywords: The fields of `newsnorm.Options`, instead of `options`.

    """

    type = "✂️ - FORMAT"
    name = "📰 newsnorm"

    def __init__(self, *, details: Iterable[str] = (), options: Options | None = None, **keywords: Any) -> None:
        super().__init__()
        self.details = check_details(details)
        self.options = Options.from_keywords(options, keywords)

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Yield the documents of `data`, normalized."""
        for document in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                article = normalize(document.text, options=self.options)
                for change in article.changes:
                    self.stat_update(f"{change.stage}/{change.rule}")
                document.text = article.text
                document.metadata = {**pick_details(article, self.details), **document.metadata}
            yield document
