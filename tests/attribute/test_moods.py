"""What a clause under "insist", "swear" or "assure" is: told, asked for, or promised; deeds done to nobody; questions and conditions."""

from __future__ import annotations

import pytest

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_document


def told(tools: Tools, text: str) -> list[tuple[str, str]]:
    reading = read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools)
    return [(c.event.type, c.status.value) for c in reading.claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The union insisted that troops leave the city.", [("RETREAT", "requested")]),
        ("The seizure of the rifles may mean that the clan is weak.", [("COERCE", "occurred")]),
        ("At no time did the army attack the village.", [("ASSAULT", "denied")]),
        ("At that time the army attacked the village.", [("ASSAULT", "occurred")]),
        ("It is not clear why the editor was arrested.", [("COERCE", "occurred")]),
        ("It was not immediately known who shot the editor.", [("ASSAULT", "occurred")]),
        ("It is not clear whether the editor was shot.", [("ASSAULT", "possible")]),
        ("The minister insisted that troops had left the city.", [("RETREAT", "occurred")]),
        ("The firm swears that the campers burned the huts.", [("ASSAULT", "occurred")]),
        ("An officer assured her that nobody had been arrested.", [("COERCE", "denied")]),
        ("The minister promised that the prisoners would be freed.", [("AGREE", "occurred"), ("CONCEDE", "planned")]),
        ("The police chief said his men had killed no one.", [("ASSAULT", "denied")]),
        ("A lawyer said his client had no part in the shooting.", [("ASSAULT", "denied")]),
        ("The rebels asked for nothing.", [("REQUEST", "denied")]),
        ("Rebels raided Bria, residents said. The mayor has confirmed the attack.", [("ASSAULT", "occurred"), ("ASSAULT", "occurred")]),
        ("Rebels raided Bria, residents said. The mayor has not confirmed the attack.", [("ASSAULT", "occurred")]),
        ("One captive will not return: shot dead by a guard in May, others said.", [("ASSAULT", "occurred")]),
        ("1. that the troops be withdrawn;", [("RETREAT", "requested")]),
        ("The kidnappers demand two goats and the release of their chief.", [("REQUEST", "requested"), ("CONCEDE", "requested")]),
        ("The ministry told four cooks they would be expelled if they kept talking.", [("SANCTION", "threatened")]),
        ("The minister told reporters the clerks would be expelled if the wind turned.", [("SANCTION", "planned")]),
        ("Nurses in all six provinces walk out tomorrow.", [("PROTEST", "planned")]),
        ("The two ministers meet in Oslo next week.", [("CONSULT", "planned")]),
        ("The prime minister is due in Tokyo on Thursday.", [("CONSULT", "planned")]),
        ("Nurses walked out on Monday.", [("PROTEST", "occurred")]),
    ],
)
def test_told_asked_or_promised(tools: Tools, text: str, claims: list[tuple[str, str]]) -> None:
    assert told(tools, text) == claims


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Did troops shell the bakery on Monday?", "possible"),
        ("Was the bakery shelled by troops?", "possible"),
        ("But could the clan have attacked the convoy?", "possible"),
        ("“Did soldiers shoot the miners?” a deputy asked.", "possible"),
        ("Why did troops shell the bakery?", "occurred"),
        ("Who shelled the bakery?", "occurred"),
        ("Troops shelled the bakery, didn't they?", "occurred"),
        ("Never did troops shell the bakery.", "denied"),
        ("Had the militia attacked, the town would have fallen.", "denied"),
        ("Should bandits attack the convoy, the guards will radio the base.", "possible"),
    ],
)
def test_yes_or_no_is_open_and_why_takes_it_as_given(tools: Tools, text: str, status: str) -> None:
    assert [s for kind, s in told(tools, text) if kind == "ASSAULT"] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The militia is planning an attack on the port.", "planned"),
        ("Police said the cell had been plotting attacks on churches.", "planned"),
        ("The army is preparing an offensive on the port.", "planned"),
        ("He planned the attack on the embassy.", "occurred"),
        ("The men planned and carried out an attack on the mosque.", "occurred"),
    ],
)
def test_an_attack_that_is_planned_has_not_been(tools: Tools, text: str, status: str) -> None:
    assert [s for kind, s in told(tools, text) if kind == "ASSAULT"] == [status]


def test_who_may_be_asked_has_not_been(tools: Tools) -> None:
    assert told(tools, "Paris could soon be asked to send troops to Bangui.") == [("MOBILIZE", "possible")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Drivers went to the palace on Monday to demand army escorts.", ("REQUEST", "requested")),
        ("Troops went to the town to attack the rebels.", ("ASSAULT", "planned")),
    ],
)
def test_a_demand_is_made_by_marching_an_attack_is_not_made_by_crossing(tools: Tools, text: str, claim: tuple[str, str]) -> None:
    assert claim in told(tools, text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bombing the bases would not help, the senator said.", "possible"),
        ("Bombing the bases makes no sense, the senator said.", "possible"),
        ("Storming the house was not an option, the colonel said.", "possible"),
        ("Storming the house was a mistake, the colonel said.", "occurred"),
        ("There would be many difficulties in bombing the bases, the senator said.", "possible"),
        ("There is no point in bombing the bases, the senator said.", "possible"),
        ("There is talk of bombing the bases.", "possible"),
        ("Better maps were needed for a raid on the camp, the colonel said.", "possible"),
        ("An attack on the bases would require 2,000 troops, the colonel said.", "possible"),
        ("The shelling of the port makes talks impossible, the envoy said.", "occurred"),
        ("The senator is in favour of bombing the bases.", "possible"),
    ],
)
def test_a_deed_that_is_weighed_is_not_done(tools: Tools, text: str, status: str) -> None:
    assert ("ASSAULT", status) in told(tools, text)
