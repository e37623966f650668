"""Deeds that are spoken of again without being named. The cases stand beside the words, in `codebooks/echoes.yaml`."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.codebooks.data import load_data
from reportedly.events.kin import COUNTED
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document
from reportedly.records import Claim
from reportedly.terms import Status

ECHOES = load_data("echoes.yaml")


def deeds(tools: Tools, text: str) -> list[Claim]:
    return [c for c in read_document(document_from_text(text), tools) if c.event.type in ("ASSAULT", "COERCE")]


@pytest.mark.parametrize("case", ECHOES["examples"], ids=lambda case: case["text"][-30:])
def test_an_echo_is_a_claim_of_the_deed_told_before(tools: Tools, case: dict[str, Any]) -> None:
    told = deeds(tools, case["text"])
    assert [f"{c.event.type} {c.status.value}" for c in told] == case["claims"]
    whom, before = ([p.name for p in c.recipients] for c in (told[-1], told[0]))
    if any(f.role in COUNTED for f in told[-1].figures):  # a count of its own
        before = [name.split(" ", 1)[-1] for name in before]
    assert whom == case.get("recipients", before)
    assert [p.name for p in told[-1].places] == ["Gao"]
    assert told[-1].trace[-1].rule == "story.echo"


@pytest.mark.parametrize("text", ECHOES["not"])
def test_no_deed_before_no_echo(tools: Tools, text: str) -> None:
    assert all(not any(step.rule in ("story.echo", "frame.echo.died", "frame.echo.disclaimed", "frame.echo.hurt", "frame.echo.one-died", "frame.echo.who-died", "frame.echo.one-hurt", "frame.echo.toll", "frame.echo.number", "frame.echo.dead", "frame.echo.wounded", "frame.echo.taken") for step in c.trace) for c in deeds(tools, text))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Jets bombed a depot in Gao on Monday. The planes were not ours, the minister said.", ["minister"]),
        ("Jets bombed a depot in Gao on Monday. None of the army's planes had been near the depot, a general said.", ["army's planes"]),
        ("Troops burned a mill in Gao on Monday, residents said. It never happened, the colonel said.", ["Troops"]),
    ],
)
def test_whose_a_denied_deed_was_not(tools: Tools, text: str, actors: list[str]) -> None:
    assert [a.name for a in deeds(tools, text)[-1].actors] == actors


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Police stormed a mill in Gao on Monday. Six men were picked up in the next street, a lawyer said.", ["Six men"]),
        ("Police stormed a mill in Gao on Monday. Two brothers were brought in at noon.", ["Two brothers"]),
        ("Police stormed a mill in Gao on Monday. Two experts were brought in from Lyon on Tuesday.", []),
        ("Police stormed a mill in Gao on Monday. The children were picked up by their mothers.", []),
        ("A storm hit Gao on Monday. Six men were picked up on Tuesday.", []),
    ],
)
def test_who_is_led_off_behind_a_raid_is_arrested(tools: Tools, text: str, held: list[str]) -> None:
    assert [p.name for c in deeds(tools, text) if c.event.type == "COERCE" for p in c.recipients] == held


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen kidnapped two clerks in Gao on Monday. Their firm swears it never paid a peso.", ["denied"]),
        ("Gunmen seized two clerks in Gao on Monday. The gang said it had not seen a cent for the captives.", ["denied"]),
        ("Gunmen freed two hostages in Gao on Monday. The mayor denied that any money had changed hands.", ["denied"]),
        ("Gunmen freed two hostages in Gao on Monday. The mayor said that money had changed hands.", ["occurred"]),
        ("Gunmen freed two hostages in Gao on Monday. A payment of 180,000 dollars was made in May, the prosecutor said.", ["occurred"]),
        ("Gunmen freed two hostages in Gao on Monday. A bag with $300,000 was left at a cemetery, the daily wrote.", ["occurred"]),
        ("Gunmen freed two hostages in Gao on Monday. Not a cent was paid, the embassy said.", ["denied"]),
        ("Gunmen freed two hostages in Gao on Monday. The gang paid $400 for its rifles.", []),
        ("The council met in Gao on Monday. Money changed hands, the clerk said.", []),
        ("The firm sold a mine in Gao on Monday. Its owner swears that he never paid a peso.", []),
    ],
)
def test_a_ransom_that_is_denied(tools: Tools, text: str, told: list[str]) -> None:
    claims = read_document(document_from_text(text), tools).claims
    assert [c.status.value for c in claims if (c.event.type, c.event.mode) == ("CONCEDE", "policy")] == told


def test_the_one_who_denies_is_voice_and_actor(tools: Tools) -> None:
    denial = deeds(tools, "Gunmen killed six people in Gao on Monday. The group denied any involvement.")[-1]
    assert [v.name for v in denial.attribution] == ["group"]
    assert [a.name for a in denial.actors] == ["group"]
    assert denial.status is Status.DENIED


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("The Steppe Rights Centre, a group in the capital, lists 13 dead, two more than the union.", [("Steppe Rights Centre", "killed", 13)]),
        ("Lifeline Health raised its count of the dead to 24 on Thursday.", [("Lifeline Health", "killed", 24)]),
        ("The mayor put the dead at nine and the wounded at 30.", [("mayor", "killed", 9), ("mayor", "injured", 30)]),
        ("The toll given by the hospital is 45 dead.", [("hospital", "killed", 45)]),
        ("The mayor put the number of officers wounded at two.", [("mayor", "injured", 2)]),
        ("The mayor stands by his tally of two captives killed.", [("mayor", "killed", 2)]),
        ("The league put the number of traders arrested at 40.", [("league", "detained", 40)]),
        ("The league said it had documented four deaths, one more than the hospital and three more than the mayor admits.", [("league", "killed", 4)]),
    ],
)
def test_whose_number_it_is_and_of_what(tools: Tools, words: str, figures: list[tuple[str, str, int]]) -> None:
    told = deeds(tools, f"Shells struck shoppers in Gao on Monday. {words}")[1:]
    assert [(v.name, f.role.value, f.low) for c in told for v in c.attribution for f in c.figures] == figures


def test_whom_a_number_counts(tools: Tools) -> None:
    told = deeds(tools, "Shells struck shoppers in Gao on Monday. The mayor put the number of officers wounded at two.")[-1]
    assert [f.of for f in told.figures] == ["officers"]


def test_a_figure_that_is_stuck_to_is_of_the_dead(tools: Tools) -> None:
    text = "Shells killed nine shoppers in Gao on Monday, a nurse said. Thirty were wounded, she said. The army was sticking to a figure of three."
    assert [(f.role.value, f.low) for f in deeds(tools, text)[-1].figures] == [("killed", 3)]


def test_what_another_had_said_is_no_voice_of_it(tools: Tools) -> None:
    (claim,) = deeds(tools, "The shelling killed 12 people in Gao, five more than the army had said.")
    assert (claim.attribution, [f.low for f in claim.figures]) == ((), [12])


def test_two_voices_give_two_figures(tools: Tools) -> None:
    first, second = deeds(tools, "The army said six people died in an ambush in Gao, but the mayor put the toll at nine.")
    assert [(v.name, f.low) for c in (first, second) for v in c.attribution for f in c.figures] == [("army", 6), ("mayor", 9)]


@pytest.mark.parametrize(
    "text",
    [
        "Five people were shot dead in Gao on Monday, the union said, while the police put the number at two.",
        "The union said five people had been shot dead in Gao but police put the toll at two.",
    ],
)
def test_each_number_stands_with_its_own_voice(tools: Tools, text: str) -> None:
    assert [([v.name for v in c.attribution], [f.low for f in c.figures]) for c in deeds(tools, text)] == [(["union"], [5]), (["police"], [2])]


def test_those_counted_are_no_deed_more(tools: Tools) -> None:
    told = deeds(tools, "A mine wounded six people in Gao. Local media put the number of injured at seven.")
    assert [[f.low for f in c.figures] for c in told] == [[6], [7]]


def test_what_has_been_so_far_is_not_the_deed_told_last(tools: Tools) -> None:
    told = deeds(tools, "Gunmen shelled the barracks on Monday. At least 16 people have been killed.")
    assert [[a.name for a in c.actors] for c in told] == [["Gunmen"], []]


def test_a_toll_named_with_its_attack_is_one_claim(tools: Tools) -> None:
    (claim,) = deeds(tools, "The death toll from a bomb attack on a market in Kano rose to 24, police said.")
    assert [(f.low, f.high) for f in claim.figures] == [(24, 24)]
    assert [p.name for p in claim.recipients] == ["market"]


def toll(tools: Tools, text: str) -> list[tuple[str, str, float | None]]:
    """Every figure of people, as (voice, role, low)."""
    return [(c.attribution[-1].name if c.attribution else "", f.role.value, f.low) for c in deeds(tools, text) for f in c.figures]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Riot police attacked nurses in May, killing two according to the clinic and six according to the union.", [("clinic", "killed", 2), ("union", "killed", 6)]),
        ("Troops arrested 15 students, according to the rector, and 40, according to the union.", [("rector", "detained", 15), ("union", "detained", 40)]),
        ("Gunmen killed four traders in Gao on Monday, according to the mayor.", [("mayor", "killed", 4)]),
    ],
)
def test_each_number_is_told_by_the_voice_beside_it(tools: Tools, text: str, told: list[tuple[str, str, float]]) -> None:
    assert toll(tools, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen attacked a bank in Gao on Monday. Two of the hostages did not survive, a guard said.", ("guard", "killed", 2)),
        ("Gunmen attacked a bank in Gao on Monday. The governor stands by his toll of three.", ("governor", "killed", 3)),
        ("Gunmen attacked a bank in Gao on Monday. Nine of the 36 people it had admitted had died of their injuries, the clinic said.", ("clinic", "killed", 9)),
        ("Gunmen attacked a bank in Gao on Monday. Two clerks perished and 38 received injuries, the ministry said.", ("ministry", "injured", 38)),
        ("Police stormed a hostel in Gao on Monday. A lawyer said 23 people were taken away.", ("lawyer", "detained", 23)),
        ("Police broke up a march in Gao on Monday. In all 140 marchers were delivered to police stations, the ministry said.", ("ministry", "detained", 140)),
        ("Gunmen attacked a bank in Gao on Monday. The council had counted seven dead, among them two children, the mayor said.", ("council", "killed", 7)),
        ("Two rockets hit a school in Gao on Monday. The nurses counted nine dead, among them four children, and 31 wounded.", ("nurses", "killed", 4)),
        ("Two rockets hit a school in Gao on Monday. The nurses counted nine dead, among them four children, and 31 wounded.", ("nurses", "injured", 31)),
        ("Two rockets hit a school in Gao on Monday. The mayor said he had counted four craters and 11 graves.", ("mayor", "killed", 11)),
        ("Two rockets hit a school in Gao on Monday. A driver said planes had dropped two bombs and that he had helped to bury 12 people.", ("driver", "killed", 12)),
        ("Police fired on a march in Gao on Monday. The union counts six dead and 220 detained.", ("union", "detained", 220)),
        ("Police dispersed a sit-in in Gao on Monday. According to data of the ministry, two marchers perished.", ("ministry", "killed", 2)),
        ("Police dispersed a sit-in in Gao on Monday. The union said it had documented six deaths, one more than the clinic.", ("union", "killed", 6)),
        ("Police stormed a bank in Gao on Monday, freeing nine hostages and losing two others in a gun battle, the mayor said.", ("mayor", "killed", 2)),
        ("Clinic raises toll of bank attack to eight\n\nGunmen attacked a bank in Gao on Monday.", ("Clinic", "killed", 8)),
    ],
)
def test_what_is_counted_is_what_befell_them(tools: Tools, text: str, told: tuple[str, str, float]) -> None:
    assert told in toll(tools, text)


def test_a_number_said_to_be_wrong_is_none(tools: Tools) -> None:
    told = toll(tools, "Gunmen attacked a bank in Gao on Monday. The mayor said the clinic had counted six dead clerks, not seven.")
    assert [low for _, _, low in told] == [6]


def test_nobody_is_arrested_by_an_ambulance(tools: Tools) -> None:
    assert toll(tools, "Police stormed a hostel in Gao on Monday. Six people were taken away by ambulance.") == []
