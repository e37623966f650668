"""Voices and status on sentences of one line: the chain outermost first, and what the walk made of it."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

CHAINS = [
    ("Rebels shelled the town.", []),
    ("Rebels shelled the town, the mayor said.", ["mayor"]),
    ("According to the mayor, rebels shelled the town.", ["mayor"]),
    ("Police said the rebels responded to the raid and shelled the town.", ["Police"]),  # who responds to a raid says nothing
    ("Reuters reported that the mayor had said that rebels shelled the town.", ["Reuters", "mayor"]),
    ("Rebels reportedly shelled the town.", []),
    ("It has emerged that rebels shelled the town.", []),
    ("A spokesman for the mayor told Reuters that rebels had shelled the town.", ["Reuters", "spokesman for the mayor"]),
    ("“Rebels shelled the town on Monday morning,” the mayor said.", ["mayor"]),
    ("Residents said that rebels had shelled the town.", ["Residents"]),
    ("Rebels shelled the town, killing two people, according to the mayor.", ["mayor"]),
    ("Two people were killed by gunmen, the news agency Interfax reported on Friday, quoting the police.", ["Interfax", "police"]),
    ("The ministry has neither confirmed nor denied that rebels shelled the town.", ["ministry"]),
    ("As reported by the mayor, rebels shelled the town.", ["mayor"]),
    ("The ministry was angry. It said that rebels had shelled the town.", ["ministry"]),
    ("It is said that rebels shelled the town.", []),
    ("The militia claims to have shelled the town.", ["militia"]),
]
STATUSES = [
    ("Rebels shelled the town.", "occurred"),
    ("Rebels are shelling the town.", "ongoing"),
    ("Rebels did not shell the town.", "denied"),
    ("The army denied that rebels had shelled the town.", "denied"),
    ("Rebels failed to shell the town.", "denied"),
    ("Rebels will shell the town.", "planned"),
    ("Rebels want to shell the town.", "planned"),
    ("Rebels may shell the town.", "possible"),
    ("If rebels shell the town, people will flee.", "possible"),
    ("Rebels threatened to shell the town.", "threatened"),
    ("The commander ordered rebels to shell the town.", "requested"),
    ("Rebels will not hesitate to shell the town.", "planned"),
    ("Rebels hesitated to shell the town.", "possible"),
    ("The militia claimed responsibility for the attack.", "occurred"),
    ("The militia denied any part in the attack.", "denied"),
    ("The army denied the rocket attack.", "denied"),
    ("The ministry has neither confirmed nor denied that rebels shelled the town.", "possible"),
    ("Rebels managed to shell the town.", "occurred"),
]


DENIED_TALES = [
    ("The army rejects Tehran's allegation that its jets bombed a school.", ["Tehran"], ["army"]),
    ("The army denied claims by residents that its troops shelled the village.", ["residents"], ["army"]),
    ("The palace has denied a German report saying that the guard bombed a school.", ["German report"], ["palace"]),
]


@pytest.mark.parametrize(("text", "teller", "denier"), DENIED_TALES)
def test_a_tale_that_another_denies_is_two_claims(tools: Tools, text: str, teller: list[str], denier: list[str]) -> None:
    told, denied = (c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT")
    assert ([v.name for v in told.attribution], told.status.value) == (teller, "occurred")
    assert ([v.name for v in denied.attribution], denied.status.value) == (denier, "denied")


def test_reports_that_nobody_signs_are_simply_denied(tools: Tools) -> None:
    (claim,) = (c for c in read_document(document_from_text("The minister dismissed reports of an attack on the base."), tools) if c.event.type == "ASSAULT")
    assert ([v.name for v in claim.attribution], claim.status.value) == (["minister"], "denied")


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_the_chain_of_voices(tools: Tools, text: str, chain: list[str]) -> None:
    claims = [c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT"]
    assert [[v.name for v in c.attribution] for c in claims] == [chain]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_status(tools: Tools, text: str, status: str) -> None:
    claims = [c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT"]
    assert [c.status.value for c in claims] == [status]


def test_a_voice_keeps_the_words_that_say_so(tools: Tools) -> None:
    text = "Rebels shelled the town, the mayor of Homs said."
    (claim,) = read_document(document_from_text(text), tools)
    (voice,) = claim.attribution
    assert voice.cue is not None
    assert text[voice.cue.start : voice.cue.end] == "said"
    assert text[voice.words.start : voice.words.end] == voice.words.text


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Witnesses spoke of soldiers shooting at the crowd.", ["Witnesses"]),
        ("In the mayor's account, the soldiers shot the farmers.", ["mayor"]),
        ("Per the UN, militants killed nine people.", ["United Nations"]),
        ("The forum said that militants had killed nine people.", ["forum"]),
    ],
)
def test_less_usual_ways_of_naming_a_voice(tools: Tools, text: str, voices: list[str]) -> None:
    reading = read_document(document_from_text(text), tools)
    assert [[v.name for v in c.attribution] for c in reading.claims if c.event.type == "ASSAULT"] == [voices]


def test_whoever_is_quoted_is_nobody_in_the_third_person(tools: Tools) -> None:
    text = "A spokeswoman said: “Our embassy visited a Danish teacher in jail. We have urged Peru to release him.”"
    claim = next(c for c in read_document(document_from_text(text), tools).claims if c.event.type == "CONCEDE")
    assert [p.name for p in claim.recipients] == ["Danish teacher"]
