"""What the views need to know of an article. An `Article` has it all; the views know nothing more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from newsnorm.alignment import Alignment
    from newsnorm.records import Block, Change, Dateline, Diagnostic, Mention, Removed, Section

__all__ = ["Edited", "Viewed"]


class Edited(Protocol):
    """An article with its changes."""

    @property
    def raw(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def changes(self) -> tuple[Change, ...]: ...
    @property
    def alignment(self) -> Alignment: ...


class Viewed(Edited, Protocol):
    """An article with its changes, its shape and its names."""

    @property
    def language(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def dateline(self) -> Dateline | None: ...
    @property
    def blocks(self) -> tuple[Block, ...]: ...
    @property
    def sections(self) -> tuple[Section, ...]: ...
    @property
    def names(self) -> tuple[Mention, ...]: ...
    @property
    def removed(self) -> tuple[Removed, ...]: ...
    @property
    def warnings(self) -> tuple[Diagnostic, ...]: ...
