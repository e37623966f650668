"""Sport, markets, culture and weather tell no conflict; conflict in such a report is still told."""

from __future__ import annotations

import pytest

from reportedly.find.domain import domains
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

IDLE = [
    "Rovers' attack struck twice before half-time and the visitors never hit back.",
    "The band's latest album killed at the box office.",
    "Copper rallied while the kwacha retreated against the currencies of its neighbours.",
    "A woman was killed by a motorist outside a shop on Sunday.",
    "Climber dies in Alps\nJohn Hill, 32, was killed and two of his friends were injured on a ridge on Sunday. They were rescued the next day.",
    "Lakers coach Paul Reed was shown the door by the NBA team and attacked his critics.",
    "The comedian attacked her rivals at the Oscars.",
    "Two women were killed in a DWI on Sunday.",
    "Two men died when a lorry hit their car in a drunken driving accident.",
    "Nine people were killed and six wounded as torrential rain hit the valley.",
]
REAL = [
    ("Gunmen attacked the team bus two hours before kick-off, killing the goalkeeper.", "ASSAULT"),
    ("Gunmen killed ten climbers at their base camp.", "ASSAULT"),
    ("The goalkeeper was arrested on Friday on suspicion of drunken driving.", "COERCE"),
    ("Police arrested 40 fans before the cup final.", "COERCE"),
    ("Troops shelled the town in torrential rain.", "ASSAULT"),
    ("Iran seized a tanker and brent crude rose by three dollars.", "COERCE"),
    ("Police arrested a motorist after the hit-and-run.", "COERCE"),
    ("A bomb killed six people at a football match.", "ASSAULT"),
]


@pytest.mark.parametrize("text", IDLE)
def test_talk_of_something_else_has_no_claims(tools: Tools, text: str) -> None:
    assert [(c.event.type, c.event.trigger.text) for c in read_document(document_from_text(text), tools)] == []


@pytest.mark.parametrize(("text", "event"), REAL)
def test_conflict_is_told_wherever_it_happens(tools: Tools, text: str, event: str) -> None:
    assert event in {c.event.type for c in read_document(document_from_text(text), tools)}


def test_a_report_of_sport_is_one_throughout(tools: Tools) -> None:
    text = "The visitors rallied. A goal from a corner won the match. The coach praised his players. The league title is near after this win at half-time."
    assert read_document(document_from_text(text), tools).claims == ()


def test_strong_and_weak_words_are_apart() -> None:
    assert all(domain.any.pattern.search("a match in the storm on the market for a song by a driver on a ridge") for domain in domains().values())
    assert not any(domain.strong.pattern.search("a match in the storm on the market for a song by a driver on a ridge") for domain in domains().values())
