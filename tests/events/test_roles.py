"""Who, whom and with what of violence: accusations, weapons in the trigger's own words, participles of state."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, read_document
from reportedly.records import Claim
from reportedly.terms import Status

DOERS = [
    ("The minister blamed the herders for the murder of a teacher.", ["herders"]),
    ("The mayor attributed the bombing of the mill to two smugglers.", ["two smugglers"]),
    ("The attack on the ferry was attributed to pirates.", ["pirates"]),
    ("Police attributed the murder of a clerk.", []),
    ("The bombing of the mill was the work of two smugglers, the mayor said.", ["two smugglers"]),
    ("The bombing of the mill was not the work of two smugglers.", []),
    ("The bombing of the mill bears the hallmarks of the militia, the mayor said.", ["militia"]),
    ("Two brothers were accused of the murder of a clerk.", ["two brothers"]),
    ("Six guards were involved in the massacre of the monks.", ["six guards"]),
    ("Juan Soto was the mastermind of the murder of a clerk.", ["juan soto"]),
    ("The gunman in the stabbing of a clerk was found dead.", ["gunman"]),
    ("A 40-year-old man was charged in connection with the stabbing of a clerk.", ["40-year-old man"]),
    ("Ana Ruiz was found guilty of the murder of a clerk.", ["ana ruiz"]),
    ("The cook pleaded guilty to murder in the stabbing of a clerk.", ["cook"]),
    ("The cook was not guilty of the murder of a clerk.", []),
    ("A witness in the murder of a clerk was heard.", []),
    ("Police said the militia was to blame for the attack on the market.", ["militia"]),
    ("A lawyer is busy with the murder of a clerk.", []),
    ("A guard was hit by a group of strikers gathered outside the mill.", ["group of strikers"]),
    ("A mill was hit by rockets fired by rebels.", ["rebels"]),
    ("A bomb planted by two smugglers exploded near a mill.", ["two smugglers"]),
    ("A bomb found by two smugglers exploded near a mill.", []),
    ("Envoys called for talks to stop the massacre of the monks.", []),
    ("Clashes broke out near Bor between Gaal and Jaje militia.", ["gaal", "jaje militia"]),
    ("More than 140 people have disappeared in nine years.", []),
]
WEAPONS = [
    ("A bomb attack on the court wounded two clerks.", ["bomb"]),
    ("Two men placed a bomb under a bridge.", ["bomb"]),
    ("An explosive charge set off at dawn destroyed the pump of the pipeline.", ["explosive charge"]),
    ("Dynamite attacks shook the town of Lerma.", ["dynamite"]),
    ("Soldiers fired rockets and mortars at a school.", ["rockets and mortars"]),
    ("Helicopters rocketed a village in the hills.", []),
]


def _deeds(text: str, tools: Tools) -> list[Claim]:
    return [c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT"]


@pytest.mark.parametrize(("text", "actors"), DOERS)
def test_who_is_blamed_for_a_deed_is_said_to_have_done_it(text: str, actors: list[str], tools: Tools) -> None:
    (deed,) = _deeds(text, tools)
    assert [a.name.lower() for a in deed.actors] == actors


@pytest.mark.parametrize(("text", "means"), WEAPONS)
def test_the_weapon_in_the_triggers_own_words_is_the_means_once(text: str, means: list[str], tools: Tools) -> None:
    (deed,) = _deeds(text, tools)
    assert [m.name.lower().removeprefix("an ") for m in deed.means] == means


@pytest.mark.parametrize("text", ["Rancher Pedro Lamas was found murdered near the river.", "Rancher Pedro Lamas was found shot in a ditch."])
def test_who_is_found_murdered_did_not_do_it(text: str, tools: Tools) -> None:
    (deed,) = _deeds(text, tools)
    assert not deed.actors
    assert [r.name.removeprefix("Rancher ") for r in deed.recipients] == ["Pedro Lamas"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Four nurses were abducted on a road near Gao.", ["Four nurses"]),
        ("Bandits attacked a bus on the highway to Goma.", ["bus"]),
        ("A farmer shot two guards at his house.", ["two guards"]),
        ("The army fired rockets at a school.", ["school"]),
        ("On 17 November 2020, soldiers beat a woman.", ["woman"]),
        ("On Sunday, soldiers beat and robbed two clerks, three cooks and a monk.", ["two clerks", "three cooks", "monk"]),
    ],
)
def test_where_and_when_it_was_done_is_nobody_it_was_done_to(text: str, recipients: list[str], tools: Tools) -> None:
    (deed,) = _deeds(text, tools)
    assert [r.name for r in deed.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Two Russian jets strayed into Estonian airspace on Monday.", ["Two Russian jets"], ["Estonia"]),
        ("A clerk plunged a knife into a guard's back in Bor.", ["clerk"], ["guard"]),
    ],
)
def test_who_strays_did_it_and_whose_back_it_is_suffered_it(text: str, actors: list[str], recipients: list[str], tools: Tools) -> None:
    (claim,) = read_document(document_from_text(text), tools).claims
    assert [p.name for p in claim.actors] == actors
    assert [p.name for p in claim.recipients] == recipients


def test_what_is_to_come_has_not_been(tools: Tools) -> None:
    text = "The coalition has called a third day of protests tomorrow, aides say."
    (claim,) = read_document(document_from_text(text, given=Given(date(2024, 3, 7))), tools).claims
    assert claim.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The front walked out of peace talks in Libreville last month.", ["front"]),
        ("The front demanded the release of prisoners.", ["front"]),
        ("A cold front turned down the coast.", []),
    ],
)
def test_a_front_may_be_a_body(tools: Tools, text: str, who: list[str]) -> None:
    assert [p.name for c in read_document(document_from_text(text), tools).claims for p in c.actors] == who
