"""What the model of furniture sees in pages of our own, and how it weighs each line: see `keeping`."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from keeping import compare, keep, read, read_parts
from newsnorm import Options
from newsnorm.boilerplate import page, propose
from newsnorm.boilerplate.evidence import best_runs, find_glued_teasers, find_trailing, weigh_lines
from newsnorm.boilerplate.features import line_features
from newsnorm.boilerplate.forms import find_bare_form, find_form_lines
from newsnorm.boilerplate.lines import read_lines
from newsnorm.boilerplate.model import article_odds, page_model
from newsnorm.boilerplate.openings import holds_phrases
from newsnorm.boilerplate.page import find_page_furniture, find_title, is_page
from newsnorm.boilerplate.recurrence import find_records
from newsnorm.boilerplate.stage import line_indents
from newsnorm.document import Document
from newsnorm.phrases import find_cues, find_phrase, to_key
from newsnorm.records import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsnorm.records import Finding


def pages() -> Iterator[Document]:
    for lines in read_parts("pages.txt"):
        yield Document("\n".join(lines))
        yield Document("\n\n".join(lines[:-4]))  # and with other lines at its end


def looks() -> Iterator[str]:
    """Yield what the learned model sees of each line."""
    for document in islice(pages(), 0, None, 2):
        lines = read_lines(document)
        for line, names in zip(lines, line_features(lines, line_indents(document, lines)), strict=True):
            yield f"{line.text[:24]!r} {line.shape} {line.size} {line.mark} | {', '.join(names)}"


def weights() -> Iterator[str]:
    """Yield what each line weighs: by its evidence, in its form, and by the learned model."""
    for document in pages():
        lines = read_lines(document)
        indents = line_indents(document, lines)
        weighed, kinds = weigh_lines(lines)
        form = find_form_lines(lines)
        odds = article_odds(page_model(), line_features(lines, indents))
        recurs, inside = find_records(lines)
        for i, line in enumerate(lines):
            hint = line.hint and tuple(line.hint)
            yield (
                f"{line.text[:24]!r} {hint} | {weighed[i]:.3g} {kinds[i]} | {form.get(i, 0):.3g} | {odds[i]:.4f} | "
                f"{recurs[i]:d} {inside[i]} | {' '.join(sorted(find_cues(line.text)))}"
            )
        runs = [(start, end, f"{weight:.4g}") for start, end, weight in best_runs(weighed)]
        kept = [i for i, likely in enumerate(odds) if likely > 0.5] or [len(lines) - 1]
        yield f"{is_page(lines)} {find_trailing(lines)} {find_glued_teasers(lines)} {find_title(lines, kept)} {runs}"
        yield f"{[tuple(found) for found in find_page_furniture(lines, indents)]}"


def small() -> Iterator[str]:
    """Yield what lines weigh and what is taken out where one of the rules is at its limit."""
    for part in read("small-pages.txt")[:-1].split("\n=====\n"):
        document = Document(part)
        lines = read_lines(document)
        weighed, kinds = weigh_lines(lines)
        form = find_form_lines(lines)
        for i, line in enumerate(lines):
            yield f"{line.text[:24]!r} {line.size} {line.shape} | {weighed[i]:.3g} {kinds[i]} | {form.get(i, 0):.3g}"
        yield f"  {find_trailing(lines)} {sorted(find_glued_teasers(lines))} {sorted(find_bare_form(lines).items())}"
        yield from map(say, propose(document, Options()))


def phrases() -> Iterator[str]:
    """Yield what lines say they are, alone, and as the beginning of longer ones."""
    for line in read_parts("phrases.txt")[0]:
        said = [find_phrase(f"{line} {'x' * length}".rstrip()) for length in (0, 159 - len(line), 160 - len(line))]
        cues = " ".join(sorted(find_cues(line)))
        yield f"{line!r} {to_key(line)!r} {[hint and tuple(hint) for hint in said]} {holds_phrases([line])} {cues}"


def kept_lines() -> Iterator[str]:
    """Yield what goes with an article on its page, for each choice of lines that may be the article."""
    for texts in read_parts("title-pages.txt"):
        lines = read_lines(Document("\n".join(texts)))
        yield f"{texts[0]!r} {len(lines)}"
        chosen = range(1, len(lines)) if len(lines) < 12 else range(len(lines) - 2, len(lines))
        for kept in (*combinations(chosen, 1), *combinations(chosen, 2)):
            below, title = page.below_title(lines, list(kept)), sorted(page.find_title(lines, kept))
            yield f"  {kept} {below} {title} {page.keeps_enough(lines, kept)}"


def parts() -> Iterator[str]:
    """Yield the kinds of what stands around an article, the odds of its lines being given."""
    for texts in read_parts("part-pages.txt"):
        odds = [int(text[:2]) / 100 for text in texts]
        lines = read_lines(Document("\n".join(text[3:] for text in texts)))
        with (
            patch.object(page, "article_odds", lambda model, features, odds=odds: odds),
            patch.object(page, "find_repeated", lambda lines: set()),
        ):
            found = {one.position: one for one in find_page_furniture(lines, [0] * len(lines))}
        yield from (
            f"{text[:30]!r} {found[i].kind} {found[i].confidence}" if i in found else f"{text[:30]!r}"
            for i, text in enumerate(texts)
        )


def edits() -> Iterator[str]:
    """Yield what the stage takes out."""
    for document in pages():
        yield from map(say, propose(document, Options()))


def say(found: Finding) -> str:
    if isinstance(found, Diagnostic):
        return f"  ? {found.start} {found.end} {found.kind} {found.message}"
    return f"  = {found.start} {found.end} {found.text!r} {found.rule} {found.confidence}"


TABLES = {
    "page-looks": looks,
    "page-weights": weights,
    "page-edits": edits,
    "small-pages": small,
    "phrases": phrases,
    "title-pages": kept_lines,
    "part-pages": parts,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_page_is_seen_and_weighed_as_it_was(name: str) -> None:
    compare(name, TABLES[name]())


if __name__ == "__main__":
    keep(TABLES)
