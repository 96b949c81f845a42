"""The article's shape: title, dateline, byline, headings and paragraphs, as a view of the text."""

from newsnorm.sections.structure import find_structure

__all__ = ["find_structure"]
