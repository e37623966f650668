"""PLOVER's records from claims, on sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.codebooks.dyads import Dyad, dyads, folded
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

FOLDS = [
    ("Norway will visit Chad's new minister on Friday.", "CONSULT", "AGREE"),
    ("Kenya will withdraw its troops from Somalia in May.", "RETREAT", "AGREE"),
    ("Kenya withdrew its troops from Somalia in May.", "RETREAT", "RETREAT"),
    ("Police will arrest the organisers, the minister said.", "COERCE", "THREATEN"),
    ("Police arrested the organisers, the minister said.", "COERCE", "COERCE"),
    ("Gunmen tried to kidnap the mayor.", "ASSAULT", "ASSAULT"),
    ("Kenya and Chad failed to reach an agreement on fishing.", "AGREE", "REJECT"),
    ("Chad will not accept more refugees, its minister said.", "AID", "REJECT"),
    ("The junta released two monks.", "CONCEDE", "RETREAT"),
    ("The junta lifted the ban on the party.", "CONCEDE", "CONCEDE"),
    ("The army lifted its siege of the old town.", "CONCEDE", "RETREAT"),
    ("Peru extradited the banker to Spain.", "COERCE", "COOPERATE"),
    ("Norway offered food aid to Chad.", "AID", "AGREE"),
    ("Norway sent food aid to Chad.", "AID", "AID"),
    ("Peru's prime minister resigned on Monday.", "CONCEDE", "RETREAT"),
    ("Kenya and Chad signed a treaty of friendship.", "AGREE", "SUPPORT"),
]


def records(tools: Tools, text: str) -> tuple[Dyad, ...]:
    return dyads(read_document(document_from_text(text), tools).claims)


@pytest.mark.parametrize(("text", "ours", "plovers"), FOLDS)
def test_what_is_to_come_is_folded_into_the_type(tools: Tools, text: str, ours: str, plovers: str) -> None:
    claims = [c for c in read_document(document_from_text(text), tools) if c.event.type == ours]
    assert [folded(c) for c in claims] == [plovers]


def test_a_threat_is_toward_whom_the_deed_in_it_would_strike(tools: Tools) -> None:
    threat = next(d for d in records(tools, "Kenya threatened to close the border if Sudan does not free the teachers.") if d.type == "THREATEN")
    assert [p.country for p in threat.sources] == ["KEN"]
    assert "SDN" in [p.country for p in threat.targets]


def test_who_says_what_must_be_done_asks_for_it(tools: Tools) -> None:
    (demand,) = records(tools, "Kenya said that Sudan must release the teachers.")
    assert (demand.type, [p.name for p in demand.sources], [p.name for p in demand.targets]) == ("REQUEST", ["Kenya"], ["Sudan"])


def test_the_only_state_of_a_sentence_is_that_of_both_sides(tools: Tools) -> None:
    (release,) = records(tools, "Fijian rebels freed the prime minister.")
    assert release.codes(release.targets) == {"FJI", "GOV"}
    (strike,) = records(tools, "Israeli jets struck a clinic, Lebanon said.")
    assert "ISR" not in strike.codes(strike.targets)


def test_a_place_stands_in_for_an_unnamed_target(tools: Tools) -> None:
    (curfew,) = records(tools, "The army lifted the curfew in Khartoum.")
    assert curfew.targets == ()
    assert "SDN" in curfew.codes(curfew.targets)


def test_a_named_target_needs_no_place(tools: Tools) -> None:
    (strike,) = records(tools, "Israel bombed Hezbollah in Beirut.")
    assert [p.name for p in strike.targets] == ["Hezbollah"]
    assert strike.codes(strike.sources) >= {"ISR"}
    assert "LBN" not in strike.codes(strike.sources)


def test_a_body_of_many_states_has_no_state_of_the_place(tools: Tools) -> None:
    (aid,) = [d for d in records(tools, "The United Nations delivered food to Aden.") if d.type == "AID"]
    assert aid.codes(aid.sources) == {"IGO"}
