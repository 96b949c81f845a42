"""newsnorm in scikit-learn: a transformer from raw texts to clean ones, to stand before a vectorizer.

>>> from sklearn.feature_extraction.text import CountVectorizer
>>> from sklearn.pipeline import make_pipeline
>>> pipeline = make_pipeline(Normalizer(), CountVectorizer())
>>> pipeline.fit(["A cafÃ© in town"]).get_feature_names_out().tolist()
['café', 'in', 'town']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sklearn.base import BaseEstimator, TransformerMixin

from newsnorm.batch import normalize_many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsnorm.options import Options

__all__ = ["Normalizer"]


class Normalizer(TransformerMixin, BaseEstimator):
    """Turns raw texts into clean ones. It learns nothing, so it need not be fitted.

    Args:
        options: What to do with the texts; a parameter like any other, for `clone` and for grid searches.
        workers: In how many processes; ``None`` for this one.

    """

    def __init__(self, *, options: Options | None = None, workers: int | None = None) -> None:
        self.options = options
        self.workers = workers

    def fit(self, X: Iterable[str], y: Any = None) -> Normalizer:  # noqa: N803 (scikit-learn's name)
        """Return this transformer."""
        return self

    def transform(self, X: Iterable[str]) -> list[str]:  # noqa: N803 (scikit-learn's name)
        """Return the clean texts.

        Raises:
            TypeError: One of them is not a ``str``.

        """
        texts = []
        for result in normalize_many(X, workers=self.workers, options=self.options):
            if isinstance(result, Exception):
                raise result
            texts.append(result.text)
        return texts

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """Return `input_features`: a text stays one feature."""
        return input_features

    def set_output(self, *, transform: str | None = None) -> Normalizer:
        """Return this transformer: its output stays a list of texts, whatever the rest of a pipeline puts out."""
        return self

    def __sklearn_is_fitted__(self) -> bool:
        return True
