"""Idioms whose noun stands in another clause, and deeds that two verbs would tell twice."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document
from tests.events.test_triggers import fired


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("The complaint that Niger had lodged against Mali was read out.", "accuse.complain"),
        ("Talks are believed to have been held in Doha by the two sides.", "consult.talks"),
        ("The support the panel had voiced for the truce faded.", "support.express"),
        ("The calls that he made went unanswered.", "request.appeal"),
        ("The tax that the gang had imposed on millers was lifted.", "coerce.tax-by-force"),
        ("The pact, which the clans had struck in May, failed.", "agree.reach-agreement"),
    ],
)
def test_an_idioms_noun_may_stand_in_another_clause(tools: Tools, text: str, frame: str) -> None:
    assert frame in fired(tools, text)


@pytest.mark.parametrize("text", ["The bread that villagers had thrown away was old.", "The party that he held was loud."])
def test_a_noun_of_another_clause_makes_no_idiom_by_itself(tools: Tools, text: str) -> None:
    assert fired(tools, text) == []


def test_a_resignation_that_is_forced_is_one(tools: Tools) -> None:
    assert fired(tools, "The dean was forced to resign over the fire.") == ["concede.resign"]


def test_sanctions_on_banks_are_on_no_shore(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Oslo imposed sanctions on two banks."), tools).claims
    assert [p.name for p in claim.recipients] == ["two banks"]
