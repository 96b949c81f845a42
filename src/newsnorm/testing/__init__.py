"""Strategies and laws, so that your own names, furniture and options can be checked as newsnorm checks itself.

It needs `hypothesis`: ``pip install 'newsnorm[test]'``. A strategy makes texts; a law takes a text and options, and
raises an ``AssertionError`` that says what broke and on what:

>>> import newsnorm
>>> from hypothesis import given
>>> from newsnorm import testing
>>> mine = newsnorm.Options(house_style="afp", keep=("read-more",))
>>> @given(testing.articles())
... def test_my_options(text):
...     testing.check_laws(text, mine)
>>> test_my_options()

Damage comes with its gold, and a repair may only go towards it:

>>> @given(testing.damaged("glued-quotes"))
... def test_repairs(damaged):
...     testing.check_repair(damaged, mine)
>>> test_repairs()
"""

try:
    import hypothesis  # noqa: F401 -- only whether it is here
except ImportError as error:
    raise ImportError("newsnorm.testing needs the package hypothesis: pip install 'newsnorm[test]'") from error

from newsnorm.testing.damage import DAMAGE_KINDS, Damaged, damaged, damaged_encodings, damaged_names
from newsnorm.testing.hostile import HOSTILE, check_growth
from newsnorm.testing.laws import (
    LAWS,
    check_alignment,
    check_boilerplate,
    check_determinism,
    check_fixed_point,
    check_laws,
    check_name_table,
    check_names,
    check_protected,
    check_repair,
    check_replay,
    check_round_trip,
    check_sections,
    check_spacing,
    check_spans,
)
from newsnorm.testing.prose import (
    SCRIPTS,
    any_texts,
    articles,
    comment_boxes,
    datelines,
    fragments,
    prose,
    quotations,
    sentences,
)

__all__ = [
    "DAMAGE_KINDS",
    "HOSTILE",
    "LAWS",
    "SCRIPTS",
    "Damaged",
    "any_texts",
    "articles",
    "check_alignment",
    "check_boilerplate",
    "check_determinism",
    "check_fixed_point",
    "check_growth",
    "check_laws",
    "check_name_table",
    "check_names",
    "check_protected",
    "check_repair",
    "check_replay",
    "check_round_trip",
    "check_sections",
    "check_spacing",
    "check_spans",
    "comment_boxes",
    "damaged",
    "damaged_encodings",
    "damaged_names",
    "datelines",
    "fragments",
    "prose",
    "quotations",
    "sentences",
]
