"""Views of an article for people: a difference as text, a card in a notebook, a page, colours in a terminal."""

from newsnorm.views.difference import unified_diff
from newsnorm.views.html import article_card
from newsnorm.views.pieces import Piece, cut_pieces
from newsnorm.views.terminal import article_panel
from newsnorm.views.viewed import Edited, Viewed
from newsnorm.views.visible import make_visible

__all__ = [
    "Edited",
    "Piece",
    "Viewed",
    "article_card",
    "article_panel",
    "cut_pieces",
    "make_visible",
    "unified_diff",
]
