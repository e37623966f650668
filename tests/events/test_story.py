"""What an event takes from those told before it, and what it does not."""

from __future__ import annotations

import pytest

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_document
from reportedly.records import Claim


def claims(tools: Tools, text: str) -> list[Claim]:
    return list(read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools))


def places(claim: Claim) -> list[str]:
    return [p.name for p in claim.places]


def test_the_same_side_is_where_it_was_a_sentence_ago(tools: Tools) -> None:
    first, second = claims(tools, "Iraqi troops attacked militants in Mosul on Monday. Iraqi troops arrested 12 men.")
    assert places(first) == ["Mosul"]
    assert places(second) == ["Mosul"]
    assert second.trace[-1].rule == "story.scene"


@pytest.mark.parametrize(
    "text",
    [
        "Iraqi troops attacked militants in Mosul on Monday. Turkish police arrested 12 men.",
        "Iraqi troops attacked militants in Mosul on Monday. It was cold. It rained. It snowed. Iraqi troops arrested 12 men.",
        "Iraqi troops attacked militants in Mosul on Monday. Iraqi troops were praised by the king.",
    ],
)
def test_another_side_a_later_sentence_or_another_kind_of_deed_is_not(tools: Tools, text: str) -> None:
    assert places(claims(tools, text)[-1]) == []


def test_these_strikes_keep_actor_and_time(tools: Tools) -> None:
    first, *rest = claims(tools, "Russian warplanes carried out air strikes on rebels in Idlib on Monday. The strikes killed six people.")
    last = rest[-1]
    assert [a.name for a in last.actors] == [a.name for a in first.actors]
    assert last.time is not None
    assert last.time.start == "2016-03-07"


def test_there_is_the_place_named_before(tools: Tools) -> None:
    *_, last = claims(tools, "The envoy flew to Basra. Gunmen killed three policemen there.")
    assert places(last) == ["Basra"]
    assert last.places[0].words.text == "there"


def test_a_clause_of_where_takes_its_place(tools: Tools) -> None:
    told = claims(tools, "The army condemned the attack in Tartus, where 60 civilians were killed.")
    killed = next(c for c in told if c.event.trigger.text == "killed")
    assert places(killed) == ["Tartus"]
