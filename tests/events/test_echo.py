"""Deeds that are spoken of again without being named. The cases stand beside the words, in `codebooks/echoes.yaml`."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.codebooks.data import load_data
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
    assert [p.name for p in told[-1].recipients] == case.get("recipients", [p.name for p in told[0].recipients])
    assert [p.name for p in told[-1].places] == ["Gao"]
    assert told[-1].trace[-1].rule == "story.echo"


@pytest.mark.parametrize("text", ECHOES["not"])
def test_no_deed_before_no_echo(tools: Tools, text: str) -> None:
    assert all(not c.event.trigger.text.startswith(("toll", "involvement", "responsibility", "died", "blame", "involved", "were")) for c in deeds(tools, text))


def test_the_one_who_denies_is_voice_and_actor(tools: Tools) -> None:
    denial = deeds(tools, "Gunmen killed six people in Gao on Monday. The group denied any involvement.")[-1]
    assert [v.name for v in denial.attribution] == ["group"]
    assert [a.name for a in denial.actors] == ["group"]
    assert denial.status is Status.DENIED


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
