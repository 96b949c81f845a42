"""The names table: which spellings mean which thing, and how each reader's language spells it.

A `NameTable` holds entities and their aliases. `NameTable.builtin` is the one that comes with the package, and
`load_name_table` reads a user's own. What a text needs of a table is its `View`: the aliases and canonical forms of one
language, in one house style.

>>> view = NameTable.builtin().view("en")
>>> [(row.id, view.form(row.id).full) for row in view.find("Kiev")]
[('place/kyiv', 'Kyiv')]
"""

from newsnorm.name_table.export import SYNONYM_FORMATS, NameEntry, export_synonyms, show_name
from newsnorm.name_table.lookup import is_known_name, known_prefix
from newsnorm.name_table.styles import HOUSE_STYLES
from newsnorm.name_table.table import Alias, Entity, Form, NameTable, View
from newsnorm.name_table.user import load_name_table, parse_name_table

__all__ = [
    "HOUSE_STYLES",
    "SYNONYM_FORMATS",
    "Alias",
    "Entity",
    "Form",
    "NameEntry",
    "NameTable",
    "View",
    "export_synonyms",
    "is_known_name",
    "known_prefix",
    "load_name_table",
    "parse_name_table",
    "show_name",
]
