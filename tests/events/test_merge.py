"""One deed told by several words is one claim, with all its harmed and all their numbers."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, read_document


@pytest.mark.parametrize(
    ("text", "recipients", "figures"),
    [
        ("An explosion left six people dead and 20 wounded in Kabul.", ["six people"], [6, 20]),
        ("The blast left at least six people dead in Kabul.", ["at least six people"], [6]),
        ("Gunmen attacked a base, leaving ten soldiers dead.", ["base", "ten soldiers"], [10]),
        ("Gunmen attacked a base on Friday, leaving ten soldiers dead and six wounded.", ["base", "ten soldiers"], [10, 6]),
        ("Police described a shooting at a bank that left one clerk dead and two guards wounded.", ["one clerk", "two guards"], [1, 2]),
        ("Two rifles and 300 cartridges were found and confiscated.", ["Two rifles", "300 cartridges"], [2, 300]),
        ("Frigates were deployed on a patrol in the gulf.", [], []),
        ("Two guards were left dead.", ["Two guards"], [2]),
        ("On 3 May 2021, gunmen attacked and wounded a teacher in Kabale.", ["teacher"], []),
        ("Raiders opened fire and killed six herders near Moroto.", ["six herders"], [6]),
        ("A clerk was shot dead and another wounded by a guard in Gedo.", ["clerk", "another"], []),
        ("A cook was killed and another trader was injured by clan militias.", ["cook", "another trader"], []),
        ("The rebels suffered heavy losses in raids by helicopters near Hama.", ["rebels"], []),
        ("A helicopter came under fire, killing a crew member.", ["helicopter", "crew member"], []),
        ("The convoy came under attack near Goma.", ["convoy"], []),
        ("Jets dropped two bombs destroying a bridge and a depot.", ["bridge", "depot"], [2]),
        ("Rebels fired six rockets that killed nine people.", ["nine people"], [6, 9]),
        ("Police fired tear gas and water cannon at marchers.", ["marchers"], []),
        ("There was an exchange of gunfire in Goma which left two people dead.", ["two people"], [2]),
        ("Police repelled an attack carried out by 20 rebels, four of whom died.", ["Police"], [20, 4]),
        ("Two nurses were attacked by men who stabbed them near the clinic.", ["Two nurses"], [2]),
        ("Police shot and killed a driver in Lyon.", ["driver"], []),
        ("A nurse was stabbed and wounded by a stranger in Lyon.", ["nurse"], []),
        ("At least nine farmers died and another 20 were wounded in an attack by rebels.", ["At least nine farmers"], [9, 20]),
        ("Two bombs went off in Gao, wounding six clerks.", ["six clerks"], [2, 6]),
        ("A bomb detonated near a mill, targeting a water tanker.", ["water tanker"], []),
        ("Clashes broke out near Kassala between two tribes, leaving three people dead.", ["three people"], [2, 3]),
        ("Four cooks were killed while seven others were hurt in the skirmish.", ["Four cooks", "seven others"], [4, 7]),
        ("Bombings at two mills killed 12 cooks on Sunday, the latest attacks to hit the valley.", ["12 cooks"], [2, 12]),
        ("Six guards were killed and 14 others were wounded when two bombs exploded near Gao, Gao News reported.", ["Six guards", "14 others"], [6, 14, 2]),
        ("Gunmen ambushed and shot at a convoy near Bor.", ["convoy"], []),
        ("At least two guards were killed and others wounded after rebels attacked a mill.", ["At least two guards", "others", "mill"], [2]),
        ("Nurses rallied in Lyon on Monday to demand back pay and to denounce the cuts.", [], []),
        ("Nurses took to the streets in Lyon, Metz and other towns to decry the cuts.", [], []),
        ("Bakers staged a march decrying the price of flour.", [], []),
    ],
)
def test_it_is_one_claim(tools: Tools, text: str, recipients: list[str], figures: list[int]) -> None:
    (claim,) = read_document(document_from_text(text), tools)
    assert [p.name for p in claim.recipients] == recipients
    assert [f.low for f in claim.figures] == figures


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("On Sunday, police arrested and beat six marchers.", ["COERCE", "ASSAULT"]),
        ("Gunmen kidnapped and killed a judge.", ["ASSAULT", "ASSAULT"]),
        ("Gunmen attacked a bus and killed a judge.", ["ASSAULT", "ASSAULT"]),
        ("The army vowed to disperse the marchers.", ["THREATEN", "COERCE"]),
        ("A guard was shot and his sister attacked a clerk.", ["ASSAULT", "ASSAULT"]),
    ],
)
def test_two_deeds_are_two_claims(tools: Tools, text: str, types: list[str]) -> None:
    assert [c.event.type for c in read_document(document_from_text(text), tools)] == types


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ten marchers were arrested on Monday when soldiers stormed a church in Khartoum.", "2024-05-13"),
        ("Ten marchers were arrested on Monday after soldiers stormed a church.", None),
        ("The mayor spoke in May when soldiers stormed a church.", None),
    ],
)
def test_what_happened_when_something_else_did_has_its_day(tools: Tools, text: str, start: str | None) -> None:
    claims = read_document(document_from_text(text, given=Given(date(2024, 5, 15))), tools)
    (storm,) = [c for c in claims if c.event.trigger.text == "stormed"]
    assert (storm.time.start if storm.time else None) == start


def test_two_blows_at_two_are_two_claims(tools: Tools) -> None:
    claims = read_document(document_from_text("Gunmen shot a guard and killed two nurses in Lyon."), tools).claims
    assert [[p.name for p in c.recipients] for c in claims] == [["guard"], ["two nurses"]]


def test_a_crowd_is_broken_up_by_what_is_fired_to_break_it_up(tools: Tools) -> None:
    told = read_document(document_from_text("Police fired live rounds to break up a rally in Kisumu, killing three students."), tools)
    assert [c.event.type for c in told if c.event.type != "PROTEST"] == ["ASSAULT"]
