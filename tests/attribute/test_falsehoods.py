"""What is called untrue is denied by whoever calls it so; what nobody has claimed still happened."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.codebooks.data import load_data
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document
from reportedly.records import Claim
from reportedly.terms import Status

CASES = load_data("falsehoods.yaml")


def deeds(tools: Tools, text: str) -> list[Claim]:
    return [c for c in read_document(document_from_text(text), tools).claims if c.event.type == "ASSAULT"]


@pytest.mark.parametrize("case", CASES["examples"], ids=lambda c: str(c["text"]))
def test_a_tale_that_is_called_false_is_denied(tools: Tools, case: dict[str, Any]) -> None:
    (deed,) = deeds(tools, case["text"])
    assert (deed.status, [v.name for v in deed.attribution]) == (Status.DENIED, case["voices"])
    assert any(step.rule.startswith("status.call-false") for step in deed.trace)


@pytest.mark.parametrize("text", CASES["not"])
def test_a_deed_called_wrong_or_a_tale_upheld_is_not(tools: Tools, text: str) -> None:
    (deed,) = deeds(tools, text)
    assert deed.status is Status.OCCURRED
    assert "governor" not in {p.name for p in deed.actors}


def test_who_told_it_keeps_the_tale(tools: Tools) -> None:
    told, denied = deeds(tools, "The ministry dismissed as fabricated a report by activists that its planes had bombed the clinic.")
    assert (told.status, [v.name for v in told.attribution]) == (Status.OCCURRED, ["activists"])
    assert (denied.status, [v.name for v in denied.attribution]) == (Status.DENIED, ["ministry"])


@pytest.mark.parametrize(
    "text", ["No group claimed responsibility for the bombing of the market.", "Nobody has claimed responsibility for the attack on the mosque."]
)
def test_a_deed_that_nobody_claims_happened(tools: Tools, text: str) -> None:
    (deed,) = deeds(tools, text)
    assert (deed.status, deed.attribution, deed.actors) == (Status.OCCURRED, (), ())


@pytest.mark.parametrize("text", ["The separatist command denied shelling Marinka.", "Syria denied attacking Turkish troops."])
def test_a_denied_gerund_is_a_denied_deed(tools: Tools, text: str) -> None:
    (deed,) = deeds(tools, text)
    assert deed.status is Status.DENIED
    assert [a.name for a in deed.actors] == [v.name for v in deed.attribution] != []


def test_who_has_nothing_to_do_with_a_deed_denies_it(tools: Tools) -> None:
    (deed,) = deeds(tools, "Iran said it had nothing to do with the attack on the tanker.")
    assert (deed.status, [a.name for a in deed.actors]) == (Status.DENIED, ["Iran"])


def test_without_evidence_a_deed_is_only_possible(tools: Tools) -> None:
    (deed,) = deeds(tools, "There is no evidence that the army shelled the village, the minister said.")
    assert (deed.status, [v.name for v in deed.attribution]) == (Status.POSSIBLE, ["minister"])


def test_who_retracts_a_claim_denies_what_it_told(tools: Tools) -> None:
    told, retracted = deeds(tools, "The rebels retracted their claim that they had shot down the plane.")
    assert (told.status, retracted.status) == (Status.OCCURRED, Status.DENIED)
    assert [v.name for v in retracted.attribution] == ["rebels"]
