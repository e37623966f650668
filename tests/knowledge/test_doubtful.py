"""Names that many bodies bear are known only beside a word of their country."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Supreme Court jailed two journalists in Lima.", None),
        ("The Supreme Court in Washington jailed two American journalists.", "body:us-supreme-court"),
        ("The Ministry of Defence arrested six officers in Dakar.", None),
        ("The UK Ministry of Defence arrested six officers.", "body:uk-mod"),
        ("The Ivory Coast's Supreme Court jailed two American journalists.", None),
    ],
)
def test_a_court_is_of_the_country_that_the_report_names(tools: Tools, text: str, actor: str | None) -> None:
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == "COERCE")
    assert [p.actor for p in claim.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Opposition groups in Zimbabwe protested on Monday.", "ZWE"),
        ("Palestinians blocked roads.", "PSE"),
        ("Leaders of two Malian parties blocked roads.", "MLI"),
        ("Ethnic Turks blocked roads in Sofia.", None),
    ],
)
def test_people_are_of_the_state_that_their_phrase_names(tools: Tools, text: str, state: str | None) -> None:
    (claim,) = read_document(document_from_text(text), tools)
    assert [p.country for p in claim.actors] == [state]


def test_a_secretary_general_is_no_soldier(tools: Tools) -> None:
    claim = read_document(document_from_text("Arab League Secretary General Chadli Haddad praised Tunisia."), tools).claims[0]
    assert [p.sector for p in claim.actors] == ["IGO"]
