"""Which words of a sentence a claim has as its evidence."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def evidence(text: str, trigger: str, tools: Tools) -> str:
    return next(c.evidence.text for c in read_document(document_from_text(text), tools) if c.event.trigger.text == trigger)


@pytest.mark.parametrize(
    "text, trigger, words",
    [
        ("The coast guard said on Friday it had seized two trawlers after their crews attacked a patrol with iron bars.", "seized",
         "The coast guard said on Friday it had seized two trawlers after their crews attacked a patrol with iron bars"),
        ("Gunmen burned the clinic and killed a nurse near the river, a priest told reporters in the town.", "killed", "killed a nurse near the river"),
        ("The mayor said gunmen had burned the clinic and that soldiers shelled the market on Sunday night.", "shelled", "soldiers shelled the market on Sunday night"),
    ],
)  # fmt: skip
def test_who_says_it_is_part_of_the_evidence_where_nothing_else_is_told_between(text: str, trigger: str, words: str, tools: Tools) -> None:
    assert words in evidence(text, trigger, tools)
    if trigger != "seized":
        assert "burned" not in evidence(text, trigger, tools)


def test_a_sentence_of_one_event_is_its_evidence_whole(tools: Tools) -> None:
    text = "After weeks of quiet in the valley rebels shelled the northern town again on Tuesday, a doctor there said."
    assert evidence(text, "shelled", tools) == text


def test_what_is_told_beside_the_last_noun_is_no_part_of_the_clause(tools: Tools) -> None:
    text = "Kigali has repeatedly accused Kinshasa of sheltering the militia, which has killed hundreds of farmers since ending a truce in May."
    assert evidence(text, "sheltering", tools) == "sheltering the militia"
    assert evidence(text, "accused", tools) == "Kigali has repeatedly accused Kinshasa of sheltering the militia"
