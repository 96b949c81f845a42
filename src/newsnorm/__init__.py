"""newsnorm makes scraped news text fit to index, and says what it changed.

>>> import newsnorm
>>> article = newsnorm.normalize("The report is out.")
>>> article.text
'The report is out.'
"""

from newsnorm.article import Article
from newsnorm.batch import normalize_many
from newsnorm.edits import Edit, EditError
from newsnorm.fingerprint import fingerprint
from newsnorm.furniture import FURNITURE_KINDS, Furniture, learn_furniture
from newsnorm.name_table import NameTable, export_synonyms, load_name_table, show_name
from newsnorm.names import group_names
from newsnorm.options import STAGE_NAMES, Options
from newsnorm.pipeline import (
    clean,
    fix_encoding,
    normalize,
    normalize_names,
    repair_spacing,
    split_sections,
    strip_boilerplate,
)
from newsnorm.records import Block, Change, Dateline, Diagnostic, Mention, Removed, Section

__version__ = "0.1.0"

__all__ = [
    "FURNITURE_KINDS",
    "STAGE_NAMES",
    "Article",
    "Block",
    "Change",
    "Dateline",
    "Diagnostic",
    "Edit",
    "EditError",
    "Furniture",
    "Mention",
    "NameTable",
    "Options",
    "Removed",
    "Section",
    "clean",
    "export_synonyms",
    "fingerprint",
    "fix_encoding",
    "group_names",
    "learn_furniture",
    "load_name_table",
    "normalize",
    "normalize_many",
    "normalize_names",
    "repair_spacing",
    "show_name",
    "split_sections",
    "strip_boilerplate",
]
