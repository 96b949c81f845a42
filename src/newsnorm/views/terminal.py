"""An article in a terminal's colours, for the package ``rich``, which is imported only when it asks.

``rich.print(article)`` finds its way here by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsnorm.views.pieces import cut_pieces
from newsnorm.views.visible import make_visible

if TYPE_CHECKING:
    from rich.panel import Panel

    from newsnorm.views.viewed import Viewed

__all__ = ["article_panel"]


def article_panel(article: Viewed) -> Panel:
    """Return the clean text in a panel: what came is green, what went is red and struck."""
    from rich.console import Group
    from rich.panel import Panel
    from rich.text import Text

    text = Text()
    for piece in cut_pieces(article):
        if piece.kept:
            text.append(make_visible(piece.after))
        else:
            text.append(make_visible(piece.before), style="red strike").append(make_visible(piece.after), style="green")
    notes = [Text(f"left alone: {make_visible(w.message)}", style="yellow") for w in article.warnings]
    facts = f"{article.language} · {len(article.changes)} changes · {len(article.names)} names"
    return Panel(Group(text, *notes), title=Text(make_visible(article.title or "Article")), subtitle=Text(facts))
