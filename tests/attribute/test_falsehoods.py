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


@pytest.mark.parametrize(
    ("text", "status", "voices"),
    [
        ("The consul's claim that gunmen had shelled the dairy could not be verified.", Status.OCCURRED, ["consul"]),
        ("The brigade's claim to have shot two pilots has not been independently confirmed.", Status.OCCURRED, ["brigade"]),
        ("There was no independent confirmation of the navy's claim that it had bombed the dairy.", Status.OCCURRED, ["navy"]),
        ("A claim by the brigade that it shot two pilots has yet to be verified.", Status.OCCURRED, ["brigade"]),
        ("The consul's claim that the brigade would attack the dairy could not be verified.", Status.PLANNED, ["consul"]),
        ("Reports that gunmen had shelled the dairy could not be immediately verified.", Status.POSSIBLE, []),
        ("Reports of an attack on the dairy remain unconfirmed.", Status.POSSIBLE, []),
        ("It could not be confirmed that gunmen had attacked the dairy.", Status.POSSIBLE, []),
        ("It was not possible to verify the report that gunmen had burned the dairy.", Status.POSSIBLE, []),
        ("The attack on the dairy could not be independently verified.", Status.POSSIBLE, []),
        ("Police could not immediately confirm the attack on the dairy.", Status.POSSIBLE, ["Police"]),
        ("The ministry declined to confirm the attack on the dairy.", Status.POSSIBLE, ["ministry"]),
        ("The mission verified the killing of six herders.", Status.OCCURRED, ["mission"]),
        ("The navy has not confirmed the attack on the dairy.", Status.POSSIBLE, ["navy"]),
    ],
)
def test_a_check_that_fails_denies_nothing(tools: Tools, text: str, status: Status, voices: list[str]) -> None:
    (deed,) = deeds(tools, text)
    assert (deed.status, [v.name for v in deed.attribution]) == (status, voices)


def test_a_claim_that_is_checked_is_about_whose_it_is(tools: Tools) -> None:
    (deed,) = deeds(tools, "Interfax could not verify the brigade's claim that it had shot two pilots.")
    assert ([a.name for a in deed.actors], [v.name for v in deed.attribution]) == (["brigade"], ["brigade"])


@pytest.mark.parametrize(
    ("text", "status", "actors"),
    [
        ("It was Chad that bombed the dairy.", Status.OCCURRED, ["Chad"]),
        ("It was not Chad that bombed the dairy.", Status.DENIED, ["Chad"]),
        ("It was not the first brigade that attacked the dairy.", Status.OCCURRED, ["first brigade"]),
        ("Raiders were the first to attack the dairy.", Status.OCCURRED, ["Raiders"]),
        ("Kenya, the first state to bomb the dairy, sent an envoy.", Status.OCCURRED, ["Kenya"]),
    ],
)
def test_who_is_said_to_be_the_one_that_did_it(tools: Tools, text: str, status: Status, actors: list[str]) -> None:
    (deed,) = deeds(tools, text)
    assert (deed.status, [a.name for a in deed.actors]) == (status, actors)


@pytest.mark.parametrize(
    "text", ["The brigade withdrew instead of shelling the dairy.", "The brigade withdrew rather than shell the dairy.", "Rather than shell the dairy, the brigade withdrew.", "Instead of beating the clerk, guards freed him."]
)
def test_what_was_not_done_besides_is_left_out(tools: Tools, text: str) -> None:
    assert deeds(tools, text) == []


def test_what_a_false_tale_takes_as_known_is_not_denied(tools: Tools) -> None:
    (raid,) = deeds(tools, "Reports that the brigade withdrew after the raid on the dairy were false.")
    assert raid.status is Status.OCCURRED


def test_what_somebody_risks_may_be(tools: Tools) -> None:
    (deed,) = deeds(tools, "The consul risks being shot by the guards.")
    assert (deed.status, [r.name for r in deed.recipients]) == (Status.POSSIBLE, ["consul"])


def test_a_gerund_may_have_its_doer_before_it(tools: Tools) -> None:
    (deed,) = deeds(tools, "There were reports of Chad bombing the dairy.")
    assert [a.name for a in deed.actors] == ["Chad"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The brigade considered attacking the dairy.", Status.POSSIBLE),
        ("The brigade was thinking of attacking the dairy.", Status.POSSIBLE),
        ("The consul suggested shelling the dairy.", Status.REQUESTED),
        ("The brigade ruled out attacking the dairy.", Status.DENIED),
        ("The brigade refrained from attacking the dairy.", Status.DENIED),
        ("The brigade came close to attacking the dairy.", Status.DENIED),
        ("The brigade had no intention of attacking the dairy.", Status.DENIED),
        ("The brigade has no plans to attack the dairy.", Status.DENIED),
        ("The brigade made no attempt to attack the dairy.", Status.DENIED),
        ("The brigade did not hesitate to attack the dairy.", Status.OCCURRED),
        ("The brigade will not hesitate to attack the dairy.", Status.PLANNED),
        ("The consul was accused of planning to attack the dairy.", Status.PLANNED),
        ("The consul narrowly avoided being shot by guards.", Status.DENIED),
        ("Guards could be seen beating the clerk.", Status.OCCURRED),
        ("The brigade regretted attacking the dairy.", Status.OCCURRED),
        ("The brigade carried on attacking the dairy.", Status.ONGOING),
        ("The envoy called on the guards to assist in responding to the fire by shooting rebels.", Status.REQUESTED),
        ("The consul had a plan to attack the dairy.", Status.PLANNED),
    ],
)
def test_what_a_gerund_hangs_on_says_whether_it_was_done(tools: Tools, text: str, status: Status) -> None:
    (deed,) = deeds(tools, text)
    assert deed.status is status


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Police have arrested a man they say shot a judge.", ["man"], ["judge"]),
        ("Armed men dressed as soldiers shot a judge.", ["Armed men"], ["judge"]),
        ("The consul survived an attempt to shoot him.", [], ["consul"]),
        ("The clerks were accused by the army of shooting two guards.", ["clerks"], ["two guards"]),
        ("The league, whose men had shot two guards, was banned.", ["men"], ["two guards"]),
    ],
)
def test_who_did_it_by_another_clause(tools: Tools, text: str, actors: list[str], recipients: list[str]) -> None:
    (deed,) = deeds(tools, text)
    assert ([a.name for a in deed.actors], [r.name for r in deed.recipients]) == (actors, recipients)


def test_the_last_of_three_verbs_has_the_object_of_all(tools: Tools) -> None:
    told = deeds(tools, "The brigade shelled, bombed and looted the dairy.")
    assert len(told) > 1
    assert all([r.name for r in deed.recipients] == ["dairy"] for deed in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The navy said it was not aware of any raid on the island.", [("possible", ["navy"])]),
        ("The ministry said it had no knowledge of any raid on the village.", [("possible", ["ministry"])]),
        ("The family said it had no information about the killing of their son.", [("occurred", ["family"])]),
        ("The mayor did not know of the raid on the mill.", [("occurred", [])]),
        ("The general scoffed at claims that his men had raped women in Tolga.", [("denied", ["general"])]),
        ("The minister disputed that anyone had been shot.", [("denied", ["minister"])]),
        ("The premier dismissed as rumours suggestions that his guards had shot a farmer.", [("denied", ["premier"])]),
        ("The army refuted information about the use of firearms against the strikers.", [("denied", ["army"])]),
        ("Not one of the shells hit the bridge, the army said.", [("denied", ["army"])]),
        ("Not one police bullet touched a pupil, the colonel said.", [("denied", ["colonel"])]),
        ("Rebels killed not one but two soldiers.", [("occurred", [])]),
        ("It is a lie that we shot prisoners, said Commander Roth.", [("denied", ["Roth"])]),
        ("It is a tragedy that soldiers burned the mill, the colonel said.", [("occurred", ["colonel"])]),
        ("The general denied it had been his troops who opened fire on the pilgrims.", [("denied", ["general"])]),
        ("The minister has not ruled out an attack on the port.", [("possible", ["minister"])]),
        ("The police could not rule out a bomb attack.", [("possible", ["police"])]),
        ("The minister refused to rule out an attack on the port.", [("possible", ["minister"])]),
        ("The mayor said he could not exclude that rebels had shot the driver.", [("possible", ["mayor"])]),
        ("The admiral denied reports his ships had fired at fishing boats.", [("denied", ["admiral"])]),
        ("The army said claims it had executed prisoners were enemy propaganda.", [("denied", ["army"])]),
        ("The officer said he had never laid a hand on the boy.", [("denied", ["officer"])]),
        ("The palace spokesman brushed aside allegations of attacks on miners.", [("denied", ["palace spokesman"])]),
        ("The story that our troops shelled the port is pure invention, the general said.", [("denied", ["general"])]),
        ("The ministry described as baseless claims that its troops had burned the mill.", [("denied", ["ministry"])]),
        ("The clan acted on baseless claims that the army had burned the mill.", [("occurred", ["clan"])]),
        ("The general said he had never ordered anyone to be tortured.", [("denied", ["general"])]),
    ],
)
def test_what_is_denied_disputed_or_unknown(tools: Tools, text: str, told: list[tuple[str, list[str]]]) -> None:
    assert [(d.status.value, [v.name for v in d.attribution]) for d in deeds(tools, text)] == told


@pytest.mark.parametrize("text", ["It is a lie that our jets hit the hospital, the ambassador said.", "The claim that our jets hit the hospital is a lie, the ambassador said.", "The ambassador said that the reports were baseless."])
def test_who_says_that_a_tale_is_a_lie_rejects_it(tools: Tools, text: str) -> None:
    (rejected,) = [c for c in read_document(document_from_text(text), tools).claims if c.event.type == "REJECT"]
    assert [a.name for a in rejected.actors] == ["ambassador"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("No civilians were hit, the coalition said.", ["civilians"]),
        ("Not a single clerk was shot, the coalition said.", ["clerk"]),
        ("By its count no fewer than nine clerks were shot, the coalition said.", ["no fewer than nine clerks"]),
    ],
)
def test_nobody_is_named_without_the_no(tools: Tools, text: str, names: list[str]) -> None:
    (deed,) = deeds(tools, text)
    assert [r.name for r in deed.recipients] == names
