"""What the claims of two reports share: features that look past the words."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.compare import compare
from reportedly.compare.accounts import account
from reportedly.compare.aggregates import Backed, counted
from reportedly.compare.background import background
from reportedly.compare.columns import columns
from reportedly.compare.evoked import frames_of
from reportedly.compare.relations import contradicts
from reportedly.compare.score import FEATURES, features
from reportedly.compare.stems import stem, words_data
from reportedly.document import Json
from tests.compare.told import report, told

ARMY, REBELS, POLICE = ("army", "AAA"), ("rebels", None), ("police", "AAA")


def value(feature: str, one: Json, other: Json) -> float:
    accounts = [account(one), account(other)]
    table = columns(accounts, background=background(accounts))
    return float(features(table, np.array([0]), np.array([1]))[0][list(FEATURES).index(feature)])


def kinds(*claims: Json) -> set[tuple[str, str, str]]:
    return {(r.kind.value, r.from_, r.to) for r in compare(list(claims)).relations}


@pytest.mark.parametrize(("one", "other", "alike"), [("kidnapped", "abducted", 1.0), ("kidnapped", "kidnapped", 0.0), ("kidnapped", "bombed", 0.0)])
def test_other_words_of_one_frame(one: str, other: str, alike: float) -> None:
    assert value("same_frame", told(f"Police {one} him", type="COERCE", trigger=one), told(f"Guards {other} him", type="COERCE", trigger=other, outlet="B")) == alike


def test_a_word_that_no_frame_has_evokes_none() -> None:
    assert frames_of(stem("xylophone")) == frozenset()
    assert frames_of(stem("kidnapped")) & frames_of(stem("abducted"))


@pytest.mark.parametrize(("voice", "same", "other"), [("mayor", 1.0, 0.0), ("army", 0.0, 1.0), (None, 0.0, 0.0)])
def test_one_voice_and_two(voice: str | None, same: float, other: float) -> None:
    mayor, second = told("Jets bombed a mill", voice="mayor"), told("The mill was hit", voice=voice, outlet="B")
    assert (value("same_voice", mayor, second), value("other_voice", mayor, second)) == (same, other)


def test_a_target_is_known_again_wherever_it_stands() -> None:
    bombed = told("Jets bombed the mill", target=("mill", None))
    assert value("targets_named", bombed, told("Three bombs fell on a mill", outlet="B", trigger="fell")) == 1.0
    assert value("targets_named", bombed, told("Three bombs fell on a school", outlet="B", trigger="fell")) == 0.0


def test_what_follows_an_old_date_is_told_by_the_way() -> None:
    of = report("Jets bombed a mill on Friday. In 2017 jets bombed a dam, and seven people died there. " + "The mill burned down in an hour. " * 12 + "Two people died in the mill.")
    now = told("Jets bombed a mill on Friday", of=of, day="2020-05-01")
    then = told("In 2017 jets bombed a dam", of=of, day="2017-03-08")
    died, far = told("seven people died there", of=of), told("Two people died in the mill", of=of)
    assert background(map(account, (now, then, died, far))) == {then["id"], died["id"]}
    assert value("background", now, then) == 1.0
    assert value("background", told("Jets bombed a mill", day="2020-05-01"), told("Jets bombed a dam", outlet="B")) == 0.0


def test_people_are_counted_together_and_soldiers_apart() -> None:
    students, people, soldiers = (told(f"The blast killed three {who}", killed=3, outlet=who, voice="mayor") for who in ("students", "people", "soldiers"))
    for claim, who in ((students, "students"), (people, "people"), (soldiers, "soldiers")):
        claim["figures"][0]["of"] = who
    found = counted([Backed(account(c), "mayor", "mayor") for c in (students, people, soldiers)])
    assert {thing: [len(c.by) for c in numbers] for thing, numbers in found.items()} == {("killed", ""): [2], ("killed", "state"): [1]}


def test_every_word_for_people_counted_apart_is_known_in_a_figure() -> None:
    groups = words_data("words.yaml")["counted_apart"]
    for group, words in groups.items():
        for word in words:
            claim = told("They were killed", killed=3)
            claim["figures"][0]["of"] = f"three wounded {word.removesuffix('man') + 'men' if word.endswith('man') else word + 's'}"
            assert list(counted([Backed(account(claim), "mayor", "mayor")])) == [("killed", group)], word


def test_dead_gunmen_and_fighters_are_counted_together() -> None:
    claims = [told(f"The army killed four {who}", killed=4, outlet=who, voice="mayor") for who in ("dead gunmen", "of its fighters")]
    for claim, who in zip(claims, ("dead gunmen", "fighters"), strict=True):
        claim["figures"][0]["of"] = who
    assert list(counted([Backed(account(c), "mayor", "mayor") for c in claims])) == [("killed", "foes")]


def test_each_voice_has_its_number_against_each_other_voice() -> None:
    town = {"place": "Harvel", "day": "2020-05-01", "target": ("mill", None), "trigger": "bombed"}
    claims = [told(f"Jets bombed a mill in Harvel on Friday, {who}", voice=who, killed=n, outlet=who, **town) for who, n in (("mayor", 7), ("hospital", 9), ("union", 9))]  # type: ignore[arg-type]
    differ = {frozenset(pair) for kind, *pair in kinds(*claims) if kind == "differs-in-figure"}
    mayor, hospital, union = (c["id"] for c in claims)
    assert differ == {frozenset({mayor, hospital}), frozenset({mayor, union})}


def test_a_denial_that_answers_nothing_in_its_report_answers_another() -> None:
    bombed = told("Jets bombed a camp near Harvel on Friday, rebels said", voice="rebels", trigger="bombed", actor=ARMY, target=("camp", None), place="Harvel", day="2020-05-01")
    denied = told("None of our planes bombed any camp", voice="army spokesman", trigger="bombed", actor=("planes", None), status="denied", stance="denies", outlet="B")
    assert ("denies", denied["id"], bombed["id"]) in kinds(bombed, denied)
    old = told("Jets bombed a camp near Harvel, rebels said", voice="rebels", trigger="bombed", actor=ARMY, target=("camp", None), place="Harvel", day="2019-05-01", published="2019-05-02")
    assert not kinds(old, denied)


def test_within_one_report_two_versions_name_a_states_men_and_its_foes() -> None:
    of = report("Army jets hit the camp at Harvel on Friday, the mayor said. The minister said that rebels had shelled the camp at Harvel on Friday.")
    about = {"of": of, "place": "Harvel", "day": "2020-05-01", "target": ("camp", None)}
    jets = told("Army jets hit the camp at Harvel on Friday", voice="mayor", trigger="hit", actor=("army", "AAA"), **about)  # type: ignore[arg-type]
    rebels = told("rebels had shelled the camp at Harvel on Friday", voice="minister", trigger="shelled", actor=REBELS, **about)  # type: ignore[arg-type]
    for claim, sector in ((jets, "MIL"), (rebels, "REB")):
        claim["actors"][0]["sector"] = sector
    assert ("disputes", rebels["id"], jets["id"]) in kinds(jets, rebels)


@pytest.mark.parametrize("words", ["The union denied it.", "The union dismissed the story.", "The union denied this, and left", "The union rejected that version"])
def test_who_denies_it_denies_what_was_told_last(words: str) -> None:
    of = report(f"The firm had paid the gang, a clerk added. {words}")
    paid = told("The firm had paid the gang", of=of, type="AID", voice="clerk", trigger="paid", actor=("firm", None))
    denial = told(words, of=of, type="REJECT", trigger="denied", actor=("union", None))
    assert ("denies", denial["id"], paid["id"]) in kinds(paid, denial)


def test_who_denies_that_there_was_a_deal_denies_no_payment() -> None:
    of = report("The firm had paid the gang, a clerk added. The union denied that there was a deal.")
    paid = told("The firm had paid the gang", of=of, type="AID", voice="clerk", trigger="paid", actor=("firm", None))
    denial = told("The union denied that there was a deal", of=of, type="REJECT", trigger="denied", actor=("union", None))
    assert not [k for k in kinds(paid, denial) if k[0] == "denies"]


@pytest.mark.parametrize("blamed", [("army", "AAA"), ("rebels", None)])
def test_who_is_blamed_denies_the_blame(blamed: tuple[str, str | None]) -> None:
    of = report("The islanders blame them for the raid. The army has denied any involvement.")
    blame = told("The islanders blame them for the raid", of=of, type="ACCUSE", voice="islanders", trigger="blame", actor=("islanders", None), target=blamed)
    denial = told("The army has denied any involvement", of=of, type="REJECT", voice="army", trigger="denied", actor=("army", "AAA"))
    assert (("denies", denial["id"], blame["id"]) in kinds(blame, denial)) is (blamed[1] == "AAA")


@pytest.mark.parametrize(("one", "other", "apart"), [("soldiers", "gunmen", 1.0), ("gunmen", "hostages", 1.0), ("soldiers", "officers", 0.0), ("farmers", "soldiers", 1.0), ("people", "soldiers", 0.0)])
def test_harm_to_one_side_is_another_deed_than_harm_to_another(one: str, other: str, apart: float) -> None:
    assert value("other_harmed", told(f"They killed {one}", target=(one, None)), told(f"They shot {other}", target=(other, None), outlet="B")) == apart


@pytest.mark.parametrize(("one", "other", "kind", "apart"), [(ARMY, POLICE, "REJECT", 1.0), (ARMY, ARMY, "REJECT", 0.0), (ARMY, POLICE, "ASSAULT", 0.0)])
def test_what_two_say_are_two_acts(one: tuple[str, str | None], other: tuple[str, str | None], kind: str, apart: float) -> None:
    assert value("other_speaker", told(f"The {one[0]} denied it", type=kind, actor=one), told(f"The {other[0]} denied it too", type=kind, actor=other, outlet="B")) == apart


@pytest.mark.parametrize(("one", "other", "apart"), [("suspects", "rifles", 1.0), ("rifles", "ammunition", 0.0), ("sailors", "boats", 0.0), ("Karim", "rifles", 0.0)])
def test_who_is_taken_is_not_what_is_taken(one: str, other: str, apart: float) -> None:
    taken, found = told(f"Police took {one}", type="COERCE", target=(one, None)), told(f"Police took {other} there", type="COERCE", target=(other, None), outlet="B")
    assert value("other_sort", taken, found) == apart


def test_from_whom_goods_are_taken_is_not_taken() -> None:
    arms, men = told("Police took rifles from them", type="COERCE", target=("rifles", None)), told("Police took men", type="COERCE", target=("men", None), outlet="B")
    arms["recipients"] += [{**arms["recipients"][0], "name": "men"}]
    assert value("other_sort", arms, men) == 1.0


@pytest.mark.parametrize(("one", "other", "apart"), [("kill", "torture", 1.0), ("kill", None, 0.0), (None, "beat", 1.0), ("abduct", "kill", 0.0)])
def test_a_killing_is_no_beating(one: str | None, other: str | None, apart: float) -> None:
    assert value("other_deed", told("Police hurt him", mode=one), told("Police hurt him there", mode=other, outlet="B")) == apart


def test_what_may_come_is_rarely_what_came() -> None:
    came, may = told("Jets bombed the port"), told("Jets might bomb the port", status="possible", outlet="B")
    assert value("unsure", came, may) == 1.0
    assert value("unsure", came, told("Jets bombed a port", outlet="B")) == 0.0


def test_a_place_that_is_carried_over_sets_nothing_apart() -> None:
    here, there = told("Jets bombed it", place="Harvel"), told("Jets bombed it then", place="Tolm", outlet="B")
    assert value("place_apart", here, there) == 1.0
    there["places"][0]["start"] = len(there["evidence"]["text"]) + 40
    assert value("place_apart", here, there) == 0.0
    same = told("Jets bombed it there", place="Harvel", outlet="C")
    same["places"][0]["start"] = len(same["evidence"]["text"]) + 40
    assert value("place", here, same) > 0.0


@pytest.mark.parametrize(("words", "apart"), [("Marines recovered the rifles", 1.0), ("Marines recovered the wallet", 0.0)])
def test_a_find_of_arms_is_of_goods(words: str, apart: float) -> None:
    assert value("other_sort", told(words, type="COERCE"), told("Marines took the men", type="COERCE", target=("men", None), outlet="B")) == apart


def test_who_clears_himself_denies_no_toll() -> None:
    of = report("Jets bombed a mill, the mayor said. A surgeon said that nine people died. The army denied any part in it.")
    bombed = told("Jets bombed a mill", of=of, voice="mayor", trigger="bombed", actor=("Jets", None), day="2020-05-01")
    died = told("nine people died", of=of, voice="surgeon", mode="kill", trigger="died", killed=9, day="2020-05-01")
    denial = told("The army denied any part in it", of=of, voice="army", status="denied", trigger="it", actor=ARMY, stance="denies", day="2020-05-01")
    found = kinds(bombed, died, denial)
    assert ("denies", denial["id"], bombed["id"]) in found
    assert ("denies", denial["id"], died["id"]) not in found


def test_who_owns_up_disputes_that_another_did_it() -> None:
    blamed = told("The ministry said that the Red Front bombed a mill", voice="ministry", trigger="bombed", actor=("Red Front", None), place="Harvel", day="2020-05-01")
    owned = told("The Black Guard said that it had carried out the bombing of the mill", voice="Black Guard", trigger="bombing", actor=("Black Guard", None), place="Harvel", day="2020-05-01", outlet="B")
    gunmen = told("The mayor said that gunmen bombed a mill", voice="mayor", trigger="bombed", actor=("gunmen", None), place="Harvel", day="2020-05-01", outlet="C")
    found = kinds(blamed, owned, gunmen)
    assert ("disputes", owned["id"], blamed["id"]) in found
    assert not {k for k in found if k[0] == "disputes" and gunmen["id"] in k}


@pytest.mark.parametrize(("cause", "disputed"), [("were trampled in a panic", True), ("fell from a wall", True), ("were shot in the back", False)])
def test_a_mishap_is_set_against_violence(cause: str, disputed: bool) -> None:
    shot = told("Two students were shot, a surgeon said", voice="surgeon", mode="kill", trigger="shot", killed=2, place="Harvel", day="2020-05-01")
    other = told(f"Police said two students {cause} and died", voice="police", mode="kill", trigger="died", killed=2, place="Harvel", day="2020-05-01", outlet="B")
    assert (("disputes", other["id"], shot["id"]) in kinds(shot, other)) is disputed


def test_who_did_not_come_denies_no_deed_of_nobody() -> None:
    no = account(told("The army said its men had not entered the town", voice="army", type="MOBILIZE", status="denied", actor=ARMY, trigger="entered"))
    assert not contradicts(no, account(told("Nine people were executed", voice="mayor", mode="execute", trigger="executed", outlet="B")))
    assert contradicts(no, account(told("Soldiers shot nine people", voice="mayor", actor=("soldiers", None), trigger="shot", outlet="B")))
    assert contradicts(no, account(told("Nobody came but tanks", voice="mayor", type="MOBILIZE", trigger="came", outlet="B")))
