"""Verbs that have an event's words and mean none, on sentences of our own, each beside one that means it."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def types(tools: Tools, text: str) -> list[str]:
    return [c.event.type for c in read_document(document_from_text(text), tools).claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The orphans have suffered the consequences of the quake.", []),
        ("Lima paid a heavy price for the delay.", []),
        ("The junta will suffer the consequences, the envoy said.", ["THREATEN"]),
        ("We regret that the road was closed.", []),
        ("The junta will regret it, the envoy said.", ["THREATEN"]),
        ("The guide told them where to find the spring.", []),
        ("The colonel told them to leave the spring.", ["REQUEST"]),
        ("The colonel talked about a change of policy.", []),
        ("The colonel talked with the envoy about a change of policy.", ["CONSULT"]),
        ("We have no planes or bombs.", []),
        ("Asked if he would come, the colonel smiled.", []),
        ("The colonel asked them to come.", ["REQUEST"]),
        ("I want to tell the mourners that the road is open.", []),
        ("Let us drink to the bride.", []),
        ("Let those who doubt it read the book.", []),
        ("The guards let the nurses see the prisoners.", ["CONCEDE"]),
        ("It has been demonstrated that the well was dry.", []),
        ("Miners demonstrated in Oruro.", ["PROTEST"]),
        ("The colonel neither confirmed nor denied the theft.", []),
        ("The colonel denied the theft.", ["REJECT"]),
    ],
)
def test_what_the_form_of_a_verb_means(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Smuggling is a threat to the republic.", []),
        ("The militia poses a threat to the president.", []),
        ("There was a threat against the embassy.", ["THREATEN"]),
        ("The militia made threats against the president.", ["THREATEN"]),
    ],
)
def test_a_danger_is_no_threat_that_was_made(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


def test_a_manner_is_no_actor(tools: Tools) -> None:
    first, second = (read_document(document_from_text(text), tools).claims[0] for text in ("Boys were recruited by force.", "Boys were conscripted by the militia."))
    assert [p.name for p in first.actors] == []
    assert [p.name for p in second.actors] == ["militia"]
