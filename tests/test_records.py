"""Records: no evidence, no claim; the same content, the same id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.document import Words, content_id
from reportedly.errors import EvidenceError, NotTextError, TooLargeError
from reportedly.intake import text as intake
from reportedly.intake.text import Given, decode, document_from_text, parse_date
from reportedly.records import Claim, Event
from reportedly.spans import Span
from reportedly.terms import Status

DOCUMENT = document_from_text("Rebels shelled the town.")


def test_a_claim_without_its_words_cannot_be_built() -> None:
    with pytest.raises(EvidenceError, match="does not say 'bombed'"):
        Claim("claim-1", DOCUMENT, DOCUMENT.words(Span(0, 24)), Event("ASSAULT", Words(7, 13, "bombed")), Status.OCCURRED)


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 3), Span(0, 99), Span(-1, 3)])
def test_there_are_no_words_outside_the_report(span: Span) -> None:
    with pytest.raises(EvidenceError):
        DOCUMENT.words(span)


@given(st.text(min_size=1).filter(str.strip))
def test_ids_are_the_content(text: str) -> None:
    one, same = document_from_text(text), document_from_text(text)
    assert one.id == same.id
    assert document_from_text(text + "x").id != one.id
    assert document_from_text(text, given=Given(parse_date("2015-10-07"))).id != one.id
    assert content_id("claim", text) == content_id("claim", text)


@given(st.text())
def test_utf8_is_never_altered(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        decoded, notes = decode(data, "x")
    except NotTextError:
        return
    if not notes and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decoded.encode("utf-8") == data


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_hint(data: bytes) -> None:
    try:
        text, _ = decode(data, "x")
    except NotTextError as error:
        assert error.hint
    else:
        assert isinstance(text, str)


def test_an_empty_text_and_a_huge_one_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotTextError):
        document_from_text(" \n ")
    monkeypatch.setattr(intake, "MAX_CHARACTERS", 10)
    with pytest.raises(TooLargeError, match="11 characters"):
        document_from_text("hello world")
