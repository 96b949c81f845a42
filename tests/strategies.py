"""The strategies of `newsnorm.testing` by the names that tests use."""

from __future__ import annotations

from newsnorm.testing import HOSTILE, articles, damaged, damaged_encodings
from newsnorm.testing import any_texts as make_any_texts

__all__ = ["HOSTILE", "any_texts", "articles", "damaged_encodings", "damaged_prose"]

any_texts = make_any_texts()


def damaged_prose():  # type: ignore[no-untyped-def]
    """Return clean prose, and the same with spaces taken at quotation marks, stops and links."""
    return damaged("glued").map(lambda cut: (cut.gold, cut.text))
