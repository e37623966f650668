"""ACLED and CAMEO codes of claims, on sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.codebooks.crosswalk import acled, cameo
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

CODES = [
    ("Warplanes bombed a village near Aleppo.", "Air/drone strike"),
    ("A suicide bomber killed six people in Kabul.", "Suicide bomb"),
    ("Police fired tear gas at demonstrators outside the court.", "Protest with intervention"),
    ("Islamic State fighters seized the town of Palmyra.", "Non-state actor overtakes territory"),
    ("Syrian troops seized the town of Palmyra.", "Government regains territory"),
    ("Thousands of people marched through Lima.", "Peaceful protest"),
    ("Border guards found eleven rifles in a well.", "Disrupted weapons use"),
    ("The army set up three posts near the lake.", "Headquarters or base established"),
    ("Nine rebels surrendered to the army.", "Agreement"),
    ("The army recaptured the town of Palmyra.", "Government regains territory"),
    ("Rebels seized the town after the army withdrew from it.", "Non-violent transfer of territory"),
    ("Rebels seized the town after the army withdrew from it and shelled the bridge.", "Shelling/artillery/missile attack"),
    ("Students marched in Lima. Police threatened to arrest their leader.", "Peaceful protest"),
    ("Students marched in Lima. Police arrested their leader.", "Protest with intervention"),
]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_an_incident_has_acleds_sub_event(tools: Tools, text: str, code: str) -> None:
    found = acled(read_document(document_from_text(text), tools))
    assert found is not None
    assert found[1] == code


def test_no_claim_has_no_code() -> None:
    assert acled(()) is None


def test_the_mode_decides_the_cameo_root(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Rebels clashed with soldiers."), tools)
    assert cameo(claim) == "19"


@pytest.mark.parametrize("text", ["A flood killed nine people.", "Nine people were killed after an earthquake struck the island.", "A furnace exploded at the plant.", "Two men were killed when their bus overturned near Cusco.", "She was killed after slipping and falling from a ridge."])
def test_disasters_are_no_assaults(tools: Tools, text: str) -> None:
    assert [c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT"] == []


def test_a_hail_of_bullets_is_no_weather(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Three men were killed in a hail of bullets."), tools)
    assert (claim.event.type, claim.event.mode) == ("ASSAULT", "kill")


def test_an_idioms_words_may_hang_on_each_other(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Police fired tear gas at the crowd."), tools)
    assert (claim.event.type, claim.event.trigger.text) == ("COERCE", "fired tear gas")


def test_what_falls_on_people_is_a_deed(tools: Tools) -> None:
    claims = read_document(document_from_text("Three men were killed when a shell fell on their house."), tools)
    assert [c.event.type for c in claims] == ["ASSAULT"]
