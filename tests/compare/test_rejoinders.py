"""What is told against what: within a report, and from there against other reports."""

from __future__ import annotations

import pytest

from reportedly.compare import compare
from reportedly.compare.accounts import account
from reportedly.compare.cues import confirms, owns_up
from reportedly.compare.names import head
from reportedly.compare.origins import voices_of
from reportedly.compare.rejoinders import rejoinders
from reportedly.document import Document, Json
from tests.compare.told import report, told

ARMY, REBELS = ("army", "AAA"), ("rebels", None)
type Said = set[tuple[str, str, str]]


def said(*claims: Json) -> Said:
    accounts = [account(c) for c in claims]
    return {(r.kind.value, r.from_, r.to) for r in rejoinders(accounts, voices_of(accounts))}


def shelled(of: Document, words: str = "The army shelled Harvel", **about: object) -> Json:
    return told(words, of=of, trigger="shelled", **({"voice": "Harvel Observatory", "actor": ARMY, "place": "Harvel"} | about))  # type: ignore[arg-type]


def test_a_refusal_is_no_denial_and_a_dismissal_is_one() -> None:
    for words, denies in (("The rebels rejected the demand", False), ("The army dismissed the report", True)):
        of = report(f"The army shelled Harvel, the observatory said. {words}.")
        refusal = told(words, of=of, type="REJECT", actor=ARMY)
        claim = shelled(of)
        assert (("denies", refusal["id"], claim["id"]) in said(claim, refusal)) is denies


def test_a_denial_faces_no_mention_in_passing() -> None:
    of = report("The army, which has been shelling the hills for weeks, said it had not shelled Harvel. Harvel was shelled, a doctor said.")
    passing = told("which has been shelling the hills for weeks", of=of, trigger="shelling", actor=ARMY)
    denial = told("The army, which has been shelling the hills for weeks, said it had not shelled Harvel", of=of, voice="army", trigger="shelled", status="denied",
                  stance="denies", actor=ARMY, place="Harvel")  # fmt: skip
    doctor = told("Harvel was shelled", of=of, voice="doctor", trigger="shelled", place="Harvel")
    assert said(passing, denial, doctor) == {("denies", denial["id"], doctor["id"])}


def test_force_against_another_side_is_another_matter() -> None:
    of = report("Our target is not the Borland army, the general said. The Alban army attacked the islanders, a paper wrote.")
    denial = told("Our target is not the Borland army", of=of, voice="general", trigger="target", status="denied", stance="denies", target=("Borland army", "BBB"))
    claim = told("The Alban army attacked the islanders", of=of, voice="a paper", trigger="target", actor=ARMY, target=("islanders", "CCC"))
    assert said(denial, claim) == set()


def test_a_denial_faces_who_blames_the_denier_and_not_who_blames_his_foes() -> None:
    of = report("Insurgents shelled Harvel, a priest said. Soldiers shelled Harvel, a nun said. The insurgents denied that they had shelled it.")
    kinds = {"insurgents": "REB", "Insurgents": "REB", "Soldiers": "MIL"}

    def claim(words: str, voice: str, doer: str, **about: object) -> Json:
        made = told(words, of=of, voice=voice, trigger="shelled", actor=(doer, None), place="Harvel", **about)  # type: ignore[arg-type]
        return made | {"actors": [{**p, "sector": kinds[doer]} for p in made["actors"]]}

    priest, nun = claim("Insurgents shelled Harvel", "priest", "Insurgents"), claim("Soldiers shelled Harvel", "nun", "Soldiers")
    denial = claim("The insurgents denied that they had shelled it", "insurgents", "insurgents", status="denied", stance="denies")
    assert said(priest, nun, denial) == {("denies", denial["id"], priest["id"])}


def test_the_report_itself_denies_only_what_a_voice_says_in_the_same_breath() -> None:
    of = report("There is no truth to the claim of the pilots' union that the army shelled Harvel. Rebels shelled Mirk, a monk said.")
    union = shelled(of, "that the army shelled Harvel", voice="pilots' union")
    denial = told("There is no truth to the claim of the pilots' union that the army shelled Harvel", of=of, trigger="shelled", status="denied", actor=ARMY, place="Harvel")
    monk = told("Rebels shelled Mirk", of=of, voice="monk", trigger="shelled", actor=REBELS, place="Mirk")
    assert said(denial, monk) == set() and not any(kind == "denies" for kind, _, _ in said(denial, union, monk))


def test_a_spokesman_denies_what_another_says_that_his_chief_said() -> None:
    of = report("Mr Sorin claimed that Pavel Orlov had agreed to a truce. A spokesman for Pavel Orlov denied that he had agreed to it.")
    claim = told("Pavel Orlov had agreed to a truce", of=of, type="AGREE", voice=["Mr Sorin", "Pavel Orlov"], trigger="agreed")
    claim["attribution"][0]["kind"] = "person"
    denial = told("A spokesman for Pavel Orlov denied that he had agreed to it", of=of, type="AGREE", voice="spokesman for Pavel Orlov", trigger="agreed", status="denied", stance="denies")
    assert said(claim, denial) == {("denies", denial["id"], claim["id"])}


def test_another_doer_of_the_same_is_another_version_unless_it_is_a_fight() -> None:
    of = report("Rebels burned the mill in Harvel, the governor said. Soldiers burned the mill in Harvel, the miller said. The mill burned the rebels, a fool said.")
    governor = told("Rebels burned the mill in Harvel", of=of, voice="governor", trigger="burned", actor=REBELS, target=("mill", None), place="Harvel")
    miller = told("Soldiers burned the mill in Harvel", of=of, voice="miller", trigger="burned", actor=("Soldiers", "AAA"), target=("mill", None), place="Harvel")
    fool = told("The mill burned the rebels", of=of, voice="fool", trigger="burned", actor=("mill", None), target=REBELS, place="Harvel")
    assert ("disputes", miller["id"], governor["id"]) in said(governor, miller) | said(miller, governor) or ("disputes", governor["id"], miller["id"]) in said(governor, miller)
    assert said(governor, fool) == set()


def test_what_is_told_against_a_claim_holds_against_the_incident_in_other_reports() -> None:
    here = report("The navy sank a smugglers' boat off Tolm, it said. It later emerged that it was actually a fishing boat, which smugglers had taken.", outlet="A")
    navy = told("The navy sank a smugglers' boat off Tolm", of=here, voice="navy", trigger="sank", actor=("navy", "AAA"), target=("smugglers' boat", None), place="Tolm", day="2020-05-01")
    other = told("It later emerged that it was actually a fishing boat, which smugglers had taken", of=here, type="COERCE", trigger="taken", actor=("smugglers", None),
                 target=("fishing vessel", None), place="Mirk")  # fmt: skip
    there = told("The navy sank a smugglers' boat off Tolm on Friday", voice="admiral", trigger="sank", actor=("navy", "AAA"), target=("smugglers' boat", None), place="Tolm", day="2020-05-01", outlet="B")
    made = compare([navy, other, there])
    assert {("disputes", other["id"], navy["id"]), ("disputes", other["id"], there["id"])} <= {(r.kind.value, r.from_, r.to) for r in made.relations}


@pytest.mark.parametrize(
    ("words", "owns", "confirmed"),
    [
        ("The Green Brigade claimed responsibility for the bombing", True, True), ("The brigade said that it was behind the bombing", True, True),
        ("The brigade said that it was not responsible for the bombing", False, False), ("The ministry could neither confirm nor deny the bombing", False, False),
        ("The ministry confirmed the bombing", False, True), ("No group has claimed responsibility for the bombing", False, False),
        ("The general said that rebels were responsible for the bombing", False, False),
    ],
)  # fmt: skip
def test_who_owns_up_and_who_confirms(words: str, owns: bool, confirmed: bool) -> None:
    claim = account(told(words, voice="voice"))
    assert (owns_up(claim), confirms(claim)) == (owns, confirmed)


def test_who_is_responsible_answers_nobody() -> None:
    from reportedly.compare.stems import stemmed

    assert not account(told("Rebels were responsible for the shelling")).words & stemmed("answers")
    assert account(told("Rebels shelled Harvel in response")).words & stemmed("answers")


def test_the_head_of_forces_is_whose_they_are() -> None:
    assert (head("separatist forces"), head("Coalition fighters"), head("forces")) == ("separatist", "coalit", "forc")
