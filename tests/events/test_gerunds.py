"""Nouns in -ing that have the frame of their verb: who does what to whom stands behind "by" and "of"."""

from __future__ import annotations

import pytest

from reportedly.events.gerunds import stems
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

TOLD = [
    ("The gassing of villagers by the army was proved.", "ASSAULT", "army", "villagers"),
    ("Officials confirmed the downing of a jet by rebels.", "ASSAULT", "rebels", "jet"),
    ("He condemned the rounding up of dissidents by police.", "COERCE", "police", "dissidents"),
    ("The vetoing of the resolution by Moscow was a shock.", "REJECT", "Moscow", ""),
    ("The blocking of roads by farmers went on.", "PROTEST", "farmers", ""),
    ("The dropping of charges against a mayor was announced.", "CONCEDE", "", "mayor"),
    ("The Sudanese razing of villages was filmed.", "ASSAULT", "Sudan", "villages"),
]
SILENT = [
    "The opening of the exhibition by the mayor drew crowds.",
    "The training of a puppy takes months.",
    "The dropping of litter is a nuisance.",
    "The pounding of the drums woke the village.",
    "The passing of the old king saddened the village.",
    "The planting of trees by pupils went on.",
    "The handing out of prizes took an hour.",
]


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), TOLD)
def test_a_noun_of_a_verb_tells_its_deed(text: str, kind: str, actor: str, recipient: str, tools: Tools) -> None:
    sides = [([p.name for p in c.actors], [p.name for p in c.recipients]) for c in read_document(document_from_text(text), tools) if c.event.type == kind]
    assert ([actor] if actor else [], [recipient] if recipient else []) in sides


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_deed_stays_none(text: str, tools: Tools) -> None:
    assert read_document(document_from_text(text), tools).claims == ()


def test_a_noun_leads_to_its_verbs() -> None:
    assert "gun" in stems("gunning")
    assert "seize" in stems("seizing")
    assert "storm" in stems("storming")
    assert stems("king") == ()
