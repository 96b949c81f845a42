"""Our own damaged article, the one in the README, through the whole of the library."""

from __future__ import annotations

from pathlib import Path

import newsnorm

RAW = (Path(__file__).parent.parent / "docs/samples/grain-talks.txt").read_text(encoding="utf-8")


def test_the_readmes_article_comes_out_clean() -> None:
    article = newsnorm.normalize(RAW)
    for phrase in (
        "Volodymyr Zelenskyy, joining by video from Kyiv.",
        'harbour open" said the envoy, Maria Lind, after',
        'table hungry" declared her deputy.',
        "Kyiv's position had not moved. Shipping through Odesa fell by a third last month. The insurers",
        "“There isn’t a plan B,” one adviser",
        "through Power of Siberia 2, rose",
    ):
        assert phrase in article.text
    assert article.title == "Grain talks reopen under a cloud"
    assert article.dateline is not None
    assert article.dateline[:3] == ("GENEVA", "April 4", ("Reuters",))
    headings = [section.heading.text for section in article.sections if section.heading]
    assert headings == ["An open question", "Ships and insurers"]
    assert [line for piece in article.removed for line in piece.text.split("\n") if line] == [
        "Related News",
        "Leave A Reply",
        "Please enter your comment!",
        "Please enter your name here",
    ]
    assert [block.kind for block in article.blocks][-1] == "credit"
    assert [(warning.kind, RAW[warning.start]) for warning in article.warnings] == [("unclosed-quote", "“")]
