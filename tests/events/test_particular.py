"""What tells an event, and what tells a rule, a description, a background or only what is answered."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def types(tools: Tools, text: str) -> list[str]:
    return [c.event.type for c in read_document(document_from_text(text), tools).claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No one should be arrested for a poem, the mayor said.", []),
        ("No one was arrested in Minsk, the mayor said.", ["COERCE"]),
    ],
)
def test_a_rule_for_everybody_is_no_event(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested a man suspected of theft.", ["COERCE"]),
        ("We wish the best to those injured.", []),
        ("The mayor held a press conference on Monday.", []),
        ("Guards need training to avoid killing bystanders.", []),
        ("Her cousin was among those killed.", ["ASSAULT"]),
    ],
)
def test_words_that_say_who_somebody_is_tell_no_event(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


def test_what_is_answered_is_told_by_the_answer(tools: Tools) -> None:
    assert types(tools, "Serbia has rejected a French proposal on the border.") == ["REJECT"]


def test_what_was_before_is_background(tools: Tools) -> None:
    assert types(tools, "Police held a man with 14 previous convictions for theft.") == ["COERCE"]
    assert "COERCE" in types(tools, "The conviction of four officers for torture was upheld in Lima.")


def test_words_for_people_are_no_deed(tools: Tools) -> None:
    assert types(tools, "One of the accused wept in court.") == []


def test_harm_after_a_disaster_is_the_disasters(tools: Tools) -> None:
    assert types(tools, "An avalanche buried a camp in Nepal. Eleven guides were injured.") == []
    assert types(tools, "Rebels shelled a camp in Nepal. Eleven guides were injured.") == ["ASSAULT", "ASSAULT"]


def test_states_are_teams_in_talk_of_sport(tools: Tools) -> None:
    assert types(tools, "Australia crushed England by an innings in Perth.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Supporters rallied outside the court and chanted.", ["PROTEST"]),
        ("The premier arrived in Kyiv on Tuesday, his first visit since the war.", ["CONSULT"]),
        ("A coast guard ship collided with a boat off Rhodes, killing eight people.", []),
        ("Residents say that the mission fails to patrol.", ["MOBILIZE"]),
    ],
)
def test_one_deed_in_two_clauses_is_told_once(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


def test_what_was_not_done_besides_is_no_denial(tools: Tools) -> None:
    claims = read_document(document_from_text("The rebels withdrew from the town without firing a shot."), tools)
    assert [c.event.type for c in claims] == ["RETREAT"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Those who kill for money are against the nation.", []),
        ("Those who attacked the bank were arrested.", ["ASSAULT", "COERCE"]),
        ("An army patrol killed seven men.", ["ASSAULT"]),
        ("Seven men were killed by a naval patrol.", ["ASSAULT"]),
        ("Patrols began in the valley on Monday.", ["MOBILIZE"]),
    ],
)
def test_what_whoever_does_and_a_patrols_men_are_no_events(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "He was a member of a vigilante force set up to fight jihadists.",
        "The mayor met a group armed with knives.",
        "The clerk was admitted to hospital.",
        "The mayor hailed the force tasked with fighting the militia.",
        "The driver hailed a militia allied with the rebels.",
    ],
)
def test_what_somebody_is_is_no_deed(tools: Tools, text: str) -> None:
    assert not {"ASSAULT", "MOBILIZE", "AID", "CONCEDE", "COOPERATE"} & set(types(tools, text))


@pytest.mark.parametrize(("text", "found"), [("The seizure of an arms shipment on Monday shocked the port.", ["COERCE"]), ("An arms shipment from Serbia reached the port.", ["AID"])])
def test_goods_that_were_taken_aid_nobody(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bishops in Juba called for a ceasefire.", {("REQUEST", "requested"), ("RETREAT", "requested")}),
        ("The envoy said Chad had pressed for a freeze on assets.", {("REQUEST", "requested"), ("SANCTION", "requested")}),
        ("Bishops in Juba called for an end to the siege and for talks.", {("REQUEST", "requested"), ("CONCEDE", "requested"), ("CONSULT", "requested")}),
        ("Lima threatened sanctions.", {("THREATEN", "threatened"), ("SANCTION", "threatened")}),
        ("The general announced plans for a withdrawal.", {("RETREAT", "planned")}),
        ("Nurses in Lima demanded support.", {("REQUEST", "requested")}),
        ("The village needs protection.", set()),
        ("A ceasefire is hard work, the monk said.", set()),
    ],
)
def test_the_deed_that_is_asked_for_planned_or_threatened_is_one(tools: Tools, text: str, found: set[tuple[str, str]]) -> None:
    assert {(c.event.type, c.status.value) for c in read_document(document_from_text(text), tools).claims} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bishops condemned the arrests.", ["ACCUSE", "COERCE"]),
        ("Chad hailed a ceasefire.", ["SUPPORT", "RETREAT"]),
        ("Chad hailed the talks.", ["SUPPORT"]),
        ("The monk condemned torture.", ["ACCUSE"]),
    ],
)
def test_the_deed_that_is_judged_is_one(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lifting of the curfew came as a surprise.", ["CONCEDE"]),
        ("A bus burned during a march on the parliament.", ["ASSAULT", "PROTEST"]),
        ("Little was said of the severing of ties with Chad.", ["SANCTION"]),
        ("The signing of agreements is for the queen.", []),
        ("The closure of the border is a habit.", []),
        ("The supply of weapons is a business.", []),
    ],
)
def test_the_deed_of_one_named_thing_is_one(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peace talks are under way in Oslo.", ["CONSULT"]),
        ("A curfew is in force in Imphal.", ["COERCE"]),
        ("A military operation is underway in the hills.", ["ASSAULT"]),
        ("The harvest is in full swing.", []),
        ("Armed smugglers were behind the unrest, the minister said.", ["PROTEST"]),
        ("Unrest is feared in the port.", []),
    ],
)
def test_what_is_under_way_or_laid_at_a_door_is_told(tools: Tools, text: str, found: list[str]) -> None:
    assert types(tools, text) == found
