"""The names table: which spellings mean which thing, and how each reader's language spells it.

A `NameTable` holds entities and their aliases. `NameTable.builtin` is the one that comes with the package, and
`load_name_table` reads a user's own. What a text needs of a table is its `View`: the aliases and canonical forms of one
language, in one house style.

>>> view = NameTable.builtin().view("en")
>>> [(row.id, view.form(row.id).full) for row in view.find("Kiev")]
[('place/kyiv', 'Kyiv')]
"""

from newsnorm.name_table.export import SYNONYM_FORMATS, NameEntry, export_synonyms, show_name
from newsnorm.name_table.lookup import ends_known_name, is_end_of_name, is_part_of_name
from newsnorm.name_table.rows import Alias, Entity, Form
from newsnorm.name_table.styles import HOUSE_STYLES, check_style
from newsnorm.name_table.table import NameTable
from newsnorm.name_table.user import load_name_table, parse_name_table
from newsnorm.name_table.view import APOSTROPHES, FOLLOWING, LETTER_APOSTROPHES, View, fold_follower

__all__ = [
    "APOSTROPHES",
    "FOLLOWING",
    "HOUSE_STYLES",
    "LETTER_APOSTROPHES",
    "SYNONYM_FORMATS",
    "Alias",
    "Entity",
    "Form",
    "NameEntry",
    "NameTable",
    "View",
    "check_style",
    "ends_known_name",
    "export_synonyms",
    "fold_follower",
    "is_end_of_name",
    "is_part_of_name",
    "load_name_table",
    "parse_name_table",
    "show_name",
]
