"""What nobody edits: addresses, handles, file names and code, to the character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.protect import Spans, find_protected

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=6).map(
    lambda pairs: [(start, start + size) for start, size in pairs]
)


@given(SPANS, st.integers(0, 40), st.integers(0, 8))
def test_spans_touch_what_shares_a_character_with_one(spans: list[tuple[int, int]], start: int, size: int) -> None:
    """touches(a, b) iff a character of [a:b) is in a span; an empty one iff it lies strictly inside."""
    inside = {at for first, last in spans for at in range(first, last)}
    joined = {at for at in inside if at - 1 in inside}  # spans side by side are one
    end = start + size
    model = any(at in inside for at in range(start, end)) if size else start in joined
    assert Spans(spans).touches(start, end) == model


@given(SPANS)
def test_spans_are_kept_in_order_and_apart(spans: list[tuple[int, int]]) -> None:
    kept = Spans(spans)
    edges = [edge for span in zip(kept.starts, kept.ends, strict=True) for edge in span]
    assert edges == sorted(set(edges))


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("See https://example.org/a?b=c#d.Then go.", ["https://example.org/a?b=c#d.Then"]),
        ("(www.example.org/a), so", ["www.example.org/a),"]),  # what ends a path can't be told
        ("WWW.EXAMPLE.ORG it is", ["WWW.EXAMPLE.ORG"]),
        ("“http://example.org”and", ["http://example.org"]),
        ("http:// alone and www. too", []),
        ("Mail jo.smith+x@mail.example.org.uk, please", ["jo.smith+x@mail.example.org.uk"]),
        ("jo@example and @jo_smith", ["@jo_smith"]),
        ("a#b #tag, #1 and #1234 but #12345 and #1a", ["#tag", "#12345", "#1a"]),
        ("@@twice ##twice", []),
        ("It is example.com/so?yes, not example.comet or end.It", ["example.com/so?yes,"]),
        ("Open my-report_1.pdf and index.html; no .pdfs", ["my-report_1.pdf", "index.html"]),
        ("os.path.join(a) and x.y(z), but end. (so)", ["os.path.join(", "x.y("]),
        ("it is 3.5(a) and a.b", ["3.5("]),
        ("a.io b.tv c.eu d.info e.xyz", ["a.io", "b.tv", "c.eu", "d.info"]),
        ("x" * 120 + ".com", ["x" * 100 + ".com"]),
        ("The talks went on.Then they failed", []),
    ],
)
def test_what_is_protected(text: str, protected: list[str]) -> None:
    spans = find_protected(text)
    assert [text[start:end] for start, end in zip(spans.starts, spans.ends, strict=True)] == protected
