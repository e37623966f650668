"""Two claims of one report: when they are one incident, and when a report goes on to another."""

from __future__ import annotations

import pytest

from reportedly.compare import compare
from reportedly.compare.accounts import account
from reportedly.compare.columns import columns
from reportedly.compare.origins import accounts_of, voices_of
from reportedly.compare.score import FEATURES, features
from reportedly.document import Json
from tests.compare.told import report, told

HEAD = "Army shells Harvel"
OF = report(
    f"{HEAD}. The army shelled Harvel on Friday. The army has repeatedly shelled Harvel. It may shell Harvel. The mayor demanded a truce with the islanders. "
    "He also called for bread and blankets. Rebels gave flour. Rebels gave oil. Police arrested a baker. Police searched a mill."
)
ARMY, MAYOR, REBELS, POLICE = ("army", "AAA"), ("mayor", None), ("rebels", None), ("police", "AAA")


def claim(words: str, **about: object) -> Json:
    return told(words, of=OF, **about)  # type: ignore[arg-type]


def value(feature: str, one: Json, other: Json) -> float:
    table = columns([account(one), account(other)])
    import numpy as np

    return float(features(table, np.array([0]), np.array([1]))[0][list(FEATURES).index(feature)])


SHELLED = claim("The army shelled Harvel on Friday", trigger="shelled", actor=ARMY, place="Harvel")


@pytest.mark.parametrize(
    ("feature", "one", "other"),
    [
        ("headline", claim(HEAD, trigger="shells"), SHELLED),
        ("general", claim("The army has repeatedly shelled Harvel", trigger="shelled"), SHELLED),
        ("possible", claim("It may shell Harvel", trigger="shell", status="possible"), SHELLED),
        ("spoken", claim("The mayor demanded a truce with the islanders", type="REQUEST", trigger="demanded", actor=MAYOR), claim("He also called for bread and blankets", type="REQUEST", trigger="called", actor=MAYOR)),
        ("helping", claim("Rebels gave flour", type="AID", actor=REBELS), claim("Rebels gave oil", type="AID", actor=REBELS)),
        ("coercing", claim("Police arrested a baker", type="COERCE", actor=POLICE), claim("Police searched a mill", type="COERCE", actor=POLICE)),
    ],
)
def test_a_feature_speaks_of_one_report_only(feature: str, one: Json, other: Json) -> None:
    assert value(feature, one, other) == 1.0
    elsewhere = {**other, "id": "x", "document": {**other["document"], "id": "elsewhere"}}
    assert value(feature, one, elsewhere) == 0.0


def test_a_mayor_who_demands_two_things_is_two_incidents() -> None:
    truce = claim("The mayor demanded a truce with the islanders", type="REQUEST", trigger="demanded", actor=MAYOR)
    bread = claim("He also called for bread and blankets", type="REQUEST", trigger="called", actor=MAYOR)
    of = compare([truce, bread]).incident_of()
    assert of[truce["id"]] != of[bread["id"]]


def test_a_denial_is_of_the_incident_that_it_was_told_against() -> None:
    document = report("Rebels blew up a bridge near Tolm on Friday, the army said. The rebels denied any part in the blast.")
    blast = told("Rebels blew up a bridge near Tolm on Friday", of=document, voice="army", trigger="blew", actor=REBELS, target=("bridge", None), place="Tolm", day="2020-05-01")
    denial = told("The rebels denied any part in the blast", of=document, voice="rebels", trigger="blast", status="denied", stance="denies", actor=REBELS)
    (incident,) = compare([blast, denial]).incidents
    assert ("denies", denial["id"], blast["id"]) in {(r["kind"], r["from"], r["to"]) for r in incident.record["relations"]}
    assert incident.record["grade"] == "contested"


def test_two_towns_that_are_near_and_two_days_told_as_news_are_two_incidents() -> None:
    harvel = told("Jets bombed a mill in Harvel on Friday", trigger="bombed", actor=ARMY, place="Harvel", day="2020-05-01", published="2020-05-02")
    mirk = told("Jets bombed a mill in Mirk on Friday", trigger="bombed", actor=ARMY, place="Mirk", day="2020-05-01", outlet="B")
    later = told("Jets bombed a mill in Harvel on Saturday", trigger="bombed", actor=ARMY, place="Harvel", day="2020-05-02", published="2020-05-03", outlet="C")
    assert len(compare([harvel, mirk, later]).incidents) == 3


def test_what_follows_an_attribution_stands_in_that_account_and_is_not_counted() -> None:
    document = report("Two men were held, the Defence Ministry said, as Reuters reported. Soldiers found rifles. " + "The river was high. " * 80 + "A bank was robbed.")
    held = told("Two men were held", of=document, type="COERCE", voice=["Reuters", "Defence Ministry"])
    found = told("Soldiers found rifles", of=document, type="AID", actor=ARMY)
    robbed = told("A bank was robbed", of=document)
    accounts = [account(c) for c in (held, found, robbed)]
    assert {claim: v.name for claim, v in accounts_of(accounts, voices_of(accounts)).items()} == {found["id"]: "Defence Ministry"}
    records = {tuple(i.claims): i.record for i in compare([held, found, robbed]).incidents}
    assert records[found["id"],]["origins"] == [{"name": "Defence Ministry", "claims": [found["id"]], "carried": True}]
    assert (records[found["id"],]["n_origins"], records[robbed["id"],]["origins"]) == (0, [])


def test_a_number_is_stood_for_by_a_voice_and_not_by_the_headline() -> None:
    document = report("Twelve killed in Harvel. At least 12 people were killed in Harvel on Friday, police said. Doctors spoke of 20 dead in Harvel on Friday.")
    common = {"of": document, "actor": ARMY, "place": "Harvel", "day": "2020-05-01"}
    head = told("Twelve killed in Harvel", trigger="killed", killed=12, **common)  # type: ignore[arg-type]
    police = told("At least 12 people were killed in Harvel on Friday", trigger="killed", voice="police", killed=(12, None), **common)  # type: ignore[arg-type]
    doctors = told("20 dead in Harvel on Friday", trigger="dead", voice="doctors", killed=20, **common)  # type: ignore[arg-type]
    assert [(r.from_, r.to) for r in compare([head, police, doctors]).relations if r.kind.value == "differs-in-figure"] == [(doctors["id"], police["id"])]
