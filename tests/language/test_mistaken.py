"""Words that the model takes for others."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

REST = "\n\nThe weather was fine in the valley."


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("There was shooting from the roof of the mill.", [("ASSAULT", [])]),
        ("There was no fighting in the valley on Monday, the colonel said.", [("ASSAULT", [])]),
        ("There was a man shooting a film on the roof.", []),
        ("Turkish army seals off Afrin" + REST, [("COERCE", ["Turkish Armed Forces"])]),
        ("Police sealed off the port on Monday.", [("COERCE", ["Police"])]),
        ("The Red Crescent got some 40 wounded out of the town.", [("AID", ["Red Crescent"])]),
        ("Helicopters flew out nine wounded.", [("AID", ["Helicopters"])]),
        ("Fisherman finds pirate treasure" + REST, []),
        ("Six dead, ten in handcuffs as police storm villa" + REST, None),
    ],
)
def test_words_taken_for_others(tools: Tools, text: str, claims: list[tuple[str, list[str]]] | None) -> None:
    told = read_document(document_from_text(text), tools).claims
    if claims is not None:
        assert [(c.event.type, [p.name for p in c.actors]) for c in told] == claims
    assert not any(v.name in ("six", "Six") for c in told for v in c.attribution)


def test_a_count_behind_a_colon_is_no_source(tools: Tools) -> None:
    told = read_document(document_from_text("Police storm villa in Gao: six dead, ten in handcuffs" + REST), tools).claims
    assert [(c.event.type, c.event.mode, [v.name for v in c.attribution]) for c in told if c.event.type == "COERCE"] == [("COERCE", "arrest", [])]
