"""Verbs that have the words of an event and tell none: turns of speech, words of names, warnings, what a quotation ends with."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Alliance to Reclaim Our Rivers spoke in Lagos.",
        "“Let’s go home,” said the mayor.",
        "The bishop told the crowd: “Don’t shoot the prisoners.”",
        "“They stood on top of the hill,” Lamas recalled.",
        "Voters accept that the sea is rising.",
        "The latter tend to draw children from the whole district.",
        "Voters are making up their minds.",
        "The author discussed her book.",
        "She handcuffed herself to a chair.",
        "God forbid that we ask anybody.",
    ],
)
def test_no_event_is_told(tools: Tools, text: str) -> None:
    assert [c.event.type for c in read_document(document_from_text(text), tools).claims] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The party wants to reclaim the valley from the rebels.", "COERCE"),
        ("The army let the convoy go.", "CONCEDE"),
        ("The bishop told the crowd: “They shot the prisoners.”", "ASSAULT"),
        ("Rome recalled its troops from the valley.", "RETREAT"),
        ("Tehran accepted that inspectors would see the plant.", "AGREE"),
        ("Nurses tended to the wounded rebels.", "AID"),
        ("The author discussed the truce with the king.", "CONSULT"),
    ],
)
def test_an_event_is_told(tools: Tools, text: str, kind: str) -> None:
    assert kind in [c.event.type for c in read_document(document_from_text(text), tools).claims]


def test_forces_that_are_joined_are_nobody(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("The mayor joined forces with the governor."), tools).claims
    assert ([p.name for p in claim.actors], [p.name for p in claim.recipients]) == (["mayor"], ["governor"])
