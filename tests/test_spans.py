"""Spans in code points, whatever the script: emoji, Arabic, combining marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.spans import Span, from_utf16, merge, reanchor, subtract, to_utf16, trim, utf16_offsets

TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("😀🇸🇾العربيةé\u0301 \n\"“”")), max_size=60)


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(texts_and_spans())
def test_utf16_and_back(given_: tuple[str, Span]) -> None:
    text, span = given_
    units = to_utf16(text, span)
    encoded = text.encode("utf-16-le", "surrogatepass")[units.start * 2 : units.end * 2]
    assert encoded.decode("utf-16-le", "surrogatepass") == text[span.start : span.end]
    assert from_utf16(text, units) == span
    assert utf16_offsets(text)[span.end] == units.end


@given(texts_and_spans())
def test_a_quotation_is_found_again_where_it_stood(given_: tuple[str, Span]) -> None:
    text, span = given_
    quote = text[span.start : span.end]
    found = reanchor(text, quote, span.start, before=text[: span.start], after=text[span.end :])
    assert found == (span if quote else None)


@given(texts_and_spans())
def test_a_quotation_that_is_gone_is_not_moved(given_: tuple[str, Span]) -> None:
    text, span = given_
    assert reanchor(text, text[span.start : span.end] + "\0gone", span.start) is None


@given(texts_and_spans())
def test_trim_takes_only_white_space(given_: tuple[str, Span]) -> None:
    text, span = given_
    kept = trim(text, span)
    assert text[kept.start : kept.end] == text[span.start : span.end].strip()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda t: Span(t[0], t[0] + t[1]))))
def test_merge_and_subtract_cover_the_same_offsets(spans: list[Span]) -> None:
    covered = {i for s in spans for i in range(*s)}
    assert {i for s in merge(spans) for i in range(*s)} == covered
    left = {i for s in subtract(Span(0, 40), spans) for i in range(*s)}
    assert left == set(range(40)) - covered
