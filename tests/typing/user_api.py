"""A user's program that calls the whole API: ``mypy --strict`` accepts it on the installed package, and it runs."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import newsnorm
from newsnorm import (
    FURNITURE_KINDS,
    STAGE_NAMES,
    Article,
    Block,
    Change,
    Dateline,
    Diagnostic,
    Edit,
    EditError,
    Furniture,
    Mention,
    NameTable,
    Options,
    Removed,
    Section,
)

RAW = (
    "Talks reopen\n\nGENEVA, April 4 (Reuters) - “We talked”said the envoy of Volodimir Zelenski in Kiev, "
    "and the cafÃ© stayed open.\n\nLeave A Reply\nPlease enter your comment!"
)


def read(article: Article) -> dict[str, object]:
    """Read everything that an article holds."""
    texts: tuple[str, str, str, str] = (article.text, article.raw, article.language, article.body)
    optional: tuple[str | None, str | None] = (article.title, article.site)
    dateline: Dateline | None = article.dateline
    agencies: tuple[str, ...] = dateline.agencies if dateline else ()
    sections: tuple[Section, ...] = article.sections
    blocks: tuple[Block, ...] = article.blocks
    headings: list[Block] = [section.heading for section in sections if section.heading is not None]
    paragraphs: list[Block] = [block for section in sections for block in section.paragraphs]
    names: tuple[Mention, ...] = article.names
    removed: tuple[Removed, ...] = article.removed
    changes: tuple[Change, ...] = article.changes
    warnings: tuple[Diagnostic, ...] = article.warnings
    raw_span: tuple[int, int] = article.to_raw(0, len(article.text))
    span: tuple[int, int] = article.from_raw(*raw_span)
    quoted: tuple[int, int] | None = article.locate("we talked")
    rendered: tuple[str, str, str] = (article.to_markdown(), article.to_html(), article.diff(context=2))
    restored: list[Article] = [article.restore(piece) for piece in removed]
    edits: list[Edit] = [edit for step in article.steps for edit in step.edits]
    data: dict[str, object] = article.to_dict()
    again: Article = Article.from_dict(json.loads(json.dumps(data)))
    assert again == article
    for found in (texts, optional, agencies, blocks, headings, paragraphs, names, changes, warnings, span, quoted):
        print(found)
    print(rendered, len(restored), edits)
    return data


def choose(folder: Path) -> Options:
    """Choose everything that can be chosen."""
    table_path, furniture_path = folder / "names.tsv", folder / "furniture.tsv"
    table_path.write_text("Port Verne\tplace\ten\tVerneport\n", encoding="utf-8")
    table: NameTable = newsnorm.load_name_table(table_path, extend=True)
    furniture: Furniture = newsnorm.learn_furniture([RAW, RAW]) | newsnorm.learn_furniture([RAW])
    furniture.save(furniture_path)
    furniture = Furniture.load(furniture_path)
    kinds: tuple[str, ...] = FURNITURE_KINDS
    stages: tuple[str, ...] = STAGE_NAMES
    return Options(
        stages=stages,
        language="en",
        names="replace",
        house_style="afp",
        prefer={"Kyiv": "Kiev"},
        name_table=table,
        unify_unknown=True,
        glue_threshold=0.9,
        keep=("read-more",),
        drop=kinds,
        furniture=furniture,
        protect=("FusionForge",),
    )


def main() -> None:
    """Call everything."""
    with TemporaryDirectory() as folder:
        options = choose(Path(folder))
    read(newsnorm.normalize(RAW))
    read(newsnorm.normalize(RAW, options=options))
    read(newsnorm.split_sections(RAW))
    strings: list[str] = [
        newsnorm.clean(RAW, options=options),
        newsnorm.fix_encoding(RAW),
        newsnorm.repair_spacing(RAW, language="en"),
        newsnorm.strip_boilerplate(RAW, language=None),
        newsnorm.normalize_names(RAW, language="en"),
        newsnorm.fingerprint(options),
        newsnorm.fingerprint(names="off"),
        *newsnorm.export_synonyms("en", format="solr"),
        *(entry.id for entry in newsnorm.show_name("Kiev")),
    ]
    groups: list[set[str]] = newsnorm.group_names(["Volodymyr Zelenskyy", "Vladimir Zelensky"])
    for result in newsnorm.normalize_many([RAW, RAW], workers=1, progress=False, options=options):
        if isinstance(result, Exception):
            raise result
        strings.append(result.text)
    try:
        raise EditError("out of the text", 0, 1)
    except EditError as error:
        strings.append(f"{error} at [{error.start}:{error.end}]")
    print(len(strings), groups)


if __name__ == "__main__":
    main()
