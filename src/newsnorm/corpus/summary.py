"""What a run did, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.article import Article

__all__ = ["Summary"]


@dataclass
class Summary:
    """Counts of a run.

    Attributes:
        records: How many records were read.
        failures: How many of them could not be done.
        without_text: How many had null for a text, and were handed on as they are.
        changed: How many texts came out different.
        rules: Changes by stage and rule.
        removed: Furniture taken out, by kind.
        warnings: What looked wrong and was left alone, by kind.

    """

    records: int = 0
    failures: int = 0
    without_text: int = 0
    changed: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article) -> None:
        """Count what was done to `article`."""
        self.changed += article.text != article.raw
        self.rules.update(f"{change.stage}/{change.rule}" for change in article.changes)
        self.removed.update(removed.kind for removed in article.removed)
        self.warnings.update(warning.kind for warning in article.warnings)

    def lines(self) -> Iterator[str]:
        """Yield the summary as a person reads it; the commonest first."""
        yield (
            f"{self.records:,} records: {self.changed:,} changed, {self.without_text:,} without a text, "
            f"{self.failures:,} failed"
        )
        for heading, counter in (("changes", self.rules), ("removed", self.removed), ("left alone", self.warnings)):
            if counter:
                yield f"{heading}: {counter.total():,}"
                yield from (
                    f"{count:>10,}  {name}"
                    for name, count in sorted(counter.items(), key=lambda row: (-row[1], row[0]))
                )

    def to_dict(self) -> dict[str, Any]:
        """Return the counts as JSON-ready data; `from_dict` turns it back."""
        plain = {part.name: getattr(self, part.name) for part in fields(self)}
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in plain.items()}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Summary:
        """Return the summary that `to_dict` wrote."""
        made = cls(**{part.name: data[part.name] for part in fields(cls)})
        made.rules, made.removed, made.warnings = map(Counter, (made.rules, made.removed, made.warnings))
        return made
