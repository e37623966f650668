"""Incidents, relations and grades of small cases, and what must hold of any set."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compare import compare
from reportedly.comparison import Comparison, Judgement, RelationKind, Verdict
from reportedly.document import Document, Json, content_id
from reportedly.evaluate.generated import Generated, generate
from tests.compare.told import report, told

ARMY, REBELS = ("Alban army", "AAA"), ("Borland army", "BBB")
BOMBED = told("Planes bombed a market in Harvel on Friday", voice="Harvel Observatory", actor=ARMY, target=("market", None), place="Harvel", day="2020-05-01", killed=14)
AGAIN = told("Jets bombed Harvel market on Friday", voice="doctors", actor=ARMY, target=("market", None), place="Harvel", day="2020-05-01", killed=20, outlet="Daily B")
DENIED = told("The army denied that it bombed a market in Harvel on Friday", voice="Alban army", stance="denies", status="denied", trigger="bombed", actor=ARMY,
              target=("market", None), place="Harvel", day="2020-05-01", outlet="Daily C")  # fmt: skip
BLAMED = told("Shells bombed the market of Harvel on Friday", voice="Alban army", actor=REBELS, target=("market", None), place="Harvel", day="2020-05-01", outlet="Daily D")
ELSEWHERE = told("Planes bombed a market in Tolm on Friday", voice="Tolm police", actor=ARMY, target=("market", None), place="Tolm", day="2020-05-01", outlet="Daily E")
LATER = told("Planes bombed a market in Harvel on Wednesday", voice="Harvel Observatory", actor=ARMY, target=("market", None), place="Harvel", day="2020-05-06", published="2020-05-06")


def groups(made: Comparison) -> set[frozenset[str]]:
    return {frozenset(i.claims) for i in made.incidents}


def kinds(made: Comparison) -> set[tuple[str, str, str]]:
    return {(r.kind.value, r.from_, r.to) for r in made.relations}


def test_one_incident_is_told_apart_from_those_elsewhere_and_later() -> None:
    made = compare([BOMBED, AGAIN, DENIED, ELSEWHERE, LATER])
    assert groups(made) == {frozenset({BOMBED["id"], AGAIN["id"], DENIED["id"]}), frozenset({ELSEWHERE["id"]}), frozenset({LATER["id"]})}


def test_relations_name_who_denies_what_and_which_figures_differ() -> None:
    said = kinds(compare([BOMBED, AGAIN, DENIED]))
    assert ("denies", DENIED["id"], BOMBED["id"]) in said and ("denies", DENIED["id"], AGAIN["id"]) in said
    differing = [r for r in compare([BOMBED, AGAIN]).relations if r.kind is RelationKind.DIFFERS_IN_FIGURE]
    assert [(sorted(r.detail["values"]), r.detail["overlap"]) for r in differing] == [([[14, 14], [20, 20]], False)]


def test_another_actor_is_a_dispute_and_both_stand() -> None:
    made = compare([BOMBED, BLAMED])
    (incident,) = made.incidents
    assert "disputes" in {kind for kind, _, _ in kinds(made)}
    assert {p["name"] for p in incident.record["actors"]} == {ARMY[0], REBELS[0]}
    assert incident.record["disagreement"]["actors"] == 0.5
    assert incident.record["grade"] == "contested"


def test_the_record_counts_reports_outlets_and_origins_apart_and_never_averages() -> None:
    (incident,) = compare([BOMBED, AGAIN, DENIED]).incidents
    record = incident.record
    assert (record["n_claims"], record["n_reports"], record["n_outlets"], record["n_origins"]) == (3, 3, 3, 2)
    assert [(f["low"], f["as"]) for f in record["figures"]] == [(14, ["conservative", "representative"]), (20, ["informative"])]
    assert [v["name"] for v in record["responsibility"]["denied"]] == ["Alban army"]
    assert record["grade"] == "contested"


def test_grades() -> None:
    own = told("We bombed Harvel market on Friday", voice="Alban army", actor=ARMY, target=("market", None), place="Harvel", day="2020-05-01")
    for claims, grade in (([BOMBED], "single origin"), ([BOMBED, AGAIN], "several independent origins"), ([DENIED], "discounted"), ([BOMBED, own], "confirmed")):
        assert [i.record["grade"] for i in compare(claims).incidents] == [grade], grade


def test_what_was_foiled_is_denied_by_nobody() -> None:
    foiled = told("Guards foiled a bombing of a market in Harvel on Friday", voice="Harvel police", status="denied", trigger="bombing", actor=ARMY, target=("market", None), place="Harvel", day="2020-05-01")
    assert not {k for k, _, _ in kinds(compare([BOMBED, foiled]))} & {"denies", "disputes"}


def test_a_strike_is_part_of_the_wave_and_not_the_same() -> None:
    wave = told("Planes waged a wave of bombings in Harvel", voice="Harvel Observatory", trigger="bombings", actor=ARMY, place="Harvel", day="2020-04-20", end="2020-05-02")
    made = compare([BOMBED, wave])
    assert len(made.incidents) == 2
    assert ("part-of", BOMBED["id"], wave["id"]) in kinds(made)


def test_an_answer_names_what_it_answers() -> None:
    reply = told("The Borland army shelled Alban positions in retaliation", voice="Borland army", trigger="shelled", actor=REBELS, target=ARMY, place="Tolm", day="2020-05-02")
    deed = told("The Alban army shelled Borland positions", voice="police", trigger="shelled", actor=ARMY, target=REBELS, place="Harvel", day="2020-05-01", outlet="Daily B")
    assert ("answers", reply["id"], deed["id"]) in kinds(compare([reply, deed]))


def test_a_merge_and_a_split_are_followed_and_undo_restores_exactly() -> None:
    claims = [BOMBED, AGAIN, DENIED, ELSEWHERE, LATER]
    before = compare(claims)
    merge = Judgement(Verdict.SAME, (BOMBED["id"],), (ELSEWHERE["id"],), 1)
    split = Judgement(Verdict.APART, (AGAIN["id"],), (BOMBED["id"], DENIED["id"]), 2)
    judged = compare(claims, judgements=[merge, split])
    of = judged.incident_of()
    assert of[BOMBED["id"]] == of[ELSEWHERE["id"]] != of[AGAIN["id"]]
    assert compare(claims, judgements=[]) == before


def test_the_newer_judgement_stands() -> None:
    pair = (BOMBED["id"],), (AGAIN["id"],)
    apart_last = compare([BOMBED, AGAIN], judgements=[Judgement(Verdict.SAME, *pair, 1), Judgement(Verdict.APART, *pair, 2)])
    same_last = compare([BOMBED, AGAIN], judgements=[Judgement(Verdict.APART, *pair, 1), Judgement(Verdict.SAME, *pair, 2)])
    assert (len(apart_last.incidents), len(same_last.incidents)) == (2, 1)


SEEDS = st.integers(0, 10_000)


@settings(max_examples=12, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_order_does_not_matter(seed: int, rng: random.Random) -> None:
    made = generate(seed, 6)
    claims, reports = list(made.claims), list(made.reports)
    rng.shuffle(claims)
    rng.shuffle(reports)
    assert compare(claims, reports) == compare(made.claims, made.reports)


@settings(max_examples=12, deadline=None)
@given(SEEDS)
def test_a_copy_changes_no_count_of_origins(seed: int) -> None:
    made = generate(seed, 4, copies=0.0)
    before = {frozenset(i.claims): i.record["n_origins"] for i in compare(made.claims, made.reports).incidents}
    report, claims = copy_of(made, 0)
    after = compare([*made.claims, *claims], [*made.reports, report])
    old = {c["id"] for c in made.claims}
    assert {frozenset(set(i.claims) & old): i.record["n_origins"] for i in after.incidents} == before


def copy_of(made: Generated, n: int) -> tuple[Document, list[Json]]:
    """Another outlet's copy of a report, with the claims that stand in it."""
    first = made.reports[n]
    copy = Document(content_id("report", first.text, "Copycat"), first.text, outlet="The Copycat", published=first.published)
    claims = [{**c, "id": content_id("claim", copy.id, c["id"]), "document": copy.to_dict()} for c in made.claims if c["document"]["id"] == first.id]
    return copy, claims


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.booleans(), st.booleans())
def test_a_claim_without_date_or_place_never_forces_a_merge(seed: int, undated: bool, unplaced: bool) -> None:
    known = [c for c in generate(seed, 8, days=3, copies=0.0).claims if c["time"] and c["places"]]
    vague = [{**c, "id": c["id"] + "-vague", "time": None if undated else c["time"], "places": [] if unplaced or not undated else c["places"]} for c in known[:6]]
    apart = groups(compare(known))
    together = {frozenset(x for x in i.claims if not x.endswith("-vague")) for i in compare([*known, *vague]).incidents} - {frozenset()}
    assert together == apart


def test_made_up_sets_are_found_again() -> None:
    from reportedly.evaluate.compare_made import made_figures

    figures = {f.name: f.value for f in made_figures(seed=11, incidents=120)}
    assert figures["b3"] >= 0.95 and figures["copies"] >= 0.98 and figures["origins"] >= 0.95


def test_every_pair_of_an_incident_is_of_one_family() -> None:
    made = generate(5, 40)
    types = {c["id"]: c["event"]["type"] for c in made.claims}
    for incident in compare(made.claims, made.reports).incidents:
        for a, b in combinations(incident.claims, 2):
            assert types[a] == types[b]


def test_what_is_split_off_takes_nothing_else_along() -> None:
    from reportedly.compare.verdicts import verdicts

    split = Judgement(Verdict.APART, ("x",), ("a", "b", "c"), 1)
    held = verdicts([split], {"a": 0, "b": 1, "c": 2, "x": 3})
    assert set(held.together) == {(0, 1), (1, 2)}
    assert held.apart == {(0, 3), (1, 3), (2, 3)}
    newer = Judgement(Verdict.APART, ("c",), ("a", "b"), 2)
    assert (1, 2) not in verdicts([split, newer], {"a": 0, "b": 1, "c": 2, "x": 3}).together


def test_each_voice_says_that_another_side_began() -> None:
    mayor = told("Rebels fired first at Harvel, the mayor said", voice="mayor", actor=("rebels", None), place="Harvel", day="2020-05-01", trigger="fired")
    nurse = told("It was the troops who started shooting at Harvel, a nurse said", voice="nurse", actor=("troops", None), place="Harvel", day="2020-05-01", trigger="shooting", outlet="B")
    record = compare([mayor, nurse]).incidents[0].record
    assert [r["rule"] for r in record["relations"] if r["kind"] == "disputes"] == ["another actor: each voice says that another side began"]


def test_rebels_the_one_says_were_killed_and_villagers_the_other() -> None:
    army = told("Troops killed eleven rebels at Harvel, the army said", voice="army", mode="kill", actor=("troops", None), target=("eleven rebels", None), place="Harvel", day="2020-05-01", killed=11, trigger="killed")
    nurse = told("Troops killed nine villagers at Harvel, a nurse said", voice="nurse", mode="kill", actor=("troops", None), target=("nine villagers", None), place="Harvel", day="2020-05-01", killed=9, trigger="killed", outlet="B")
    record = compare([army, nurse]).incidents[0].record
    assert {r["rule"] for r in record["relations"] if r["kind"] == "disputes"} == {"other victims: fighters the one, people without arms the other"}
    assert any(r["kind"] == "differs-in-figure" for r in record["relations"])


def test_whom_rebels_killed_and_who_of_them_was_killed_are_two_things() -> None:
    army = told("Troops killed eleven rebels at Harvel, the army said", voice="army", mode="kill", actor=("troops", None), target=("eleven rebels", None), place="Harvel", day="2020-05-01", killed=11, trigger="killed")
    mayor = told("Gunmen killed nine villagers at Harvel, the mayor said", voice="mayor", mode="kill", actor=("rebels", None), target=("nine villagers", None), place="Harvel", day="2020-05-01", killed=9, trigger="killed", outlet="B")
    mayor["actors"][0]["sector"] = "REB"
    assert not any(r.rule.startswith("other victims") for r in compare([army, mayor]).relations)


def test_what_a_report_says_was_not_denies_what_others_tell_and_nothing_elsewhere() -> None:
    union = told("Gunboats killed five fishermen off Harvel, the union said", voice="union", mode="kill", target=("five fishermen", None), place="Harvel", day="2020-05-01", killed=5, trigger="killed")
    ministry = told("Nobody was killed off Harvel", mode="kill", status="denied", target=("fishermen", None), place="Harvel", day="2020-05-01", trigger="killed", outlet="B")
    relations = [r for r in compare([union, ministry]).relations if r.kind.value == "denies"]
    assert [(r.from_, r.to, r.rule) for r in relations] == [(ministry["id"], union["id"], "a report says in its own words that it was not so")]
    later = told("Nobody has been killed off Harvel", mode="kill", status="denied", target=("fishermen", None), place="Harvel", day="2020-05-01", trigger="killed", outlet="B")
    assert not any(r.kind.value == "denies" for r in compare([union, later]).relations)


def test_shots_into_the_air_the_one_says_and_the_other_shots_at_people() -> None:
    colonel = told("Guards fired into the air at Harvel, a colonel said", voice="colonel", mode="firearms", actor=("guards", None), place="Harvel", day="2020-05-01", trigger="fired")
    nurse = told("Guards opened fire on marchers at Harvel, a nurse said", voice="nurse", mode="firearms", actor=("guards", None), place="Harvel", day="2020-05-01", trigger="fire", outlet="B")
    mayor = told("Guards fired rubber bullets at Harvel, the mayor said", voice="mayor", mode="firearms", actor=("guards", None), place="Harvel", day="2020-05-01", trigger="fired", outlet="C")
    found = [(r.from_, r.to) for r in compare([colonel, nurse, mayor]).relations if r.rule.startswith("other means")]
    assert sorted(found) == sorted([(colonel["id"], nurse["id"]), (mayor["id"], nurse["id"])])


def test_what_one_voice_told_another_confirms_further_down() -> None:
    whole = report("Gunmen raided Harvel, the union said. The army confirmed the raid at Harvel.")
    union = told("Gunmen raided Harvel, the union said", voice="union", place="Harvel", day="2020-05-01", trigger="raided", of=whole)
    army = told("The army confirmed the raid at Harvel", voice="army", place="Harvel", day="2020-05-01", trigger="raid", of=whole)
    assert [(r.from_, r.to) for r in compare([union, army]).relations if r.kind.value == "confirms"] == [(army["id"], union["id"])]


def test_who_rejects_an_account_rejects_no_other() -> None:
    day = {"place": "Harvel", "day": "2020-05-01"}
    whole = report("Gunmen raided Harvel, the ministry said. Activists rejected that account.")
    ministry = told("Gunmen raided Harvel, the ministry said", voice="ministry", actor=("gunmen", None), trigger="raided", of=whole, **day)
    activists = told("Activists rejected that account", voice="activists", stance="denies", status="denied", actor=("gunmen", None), trigger="account", of=whole, **day)
    monitor = told("The army raided Harvel, a monitor said", voice="monitor", actor=("army", "AAA"), trigger="raided", outlet="B", **day)
    denied = {r.to for r in compare([ministry, activists, monitor]).relations if r.kind.value == "denies" and r.from_ == activists["id"]}
    assert denied == {ministry["id"]}


def test_who_denies_a_plan_denies_no_deed() -> None:
    day = {"place": "Harvel", "day": "2020-05-01"}
    mayor = told("Troops stormed the school at Harvel, the mayor said", voice="mayor", target=("school", None), trigger="stormed", **day)
    army = told("The army said there were no plans to storm the school at Harvel", voice="army", status="denied", target=("school", None), trigger="storm", outlet="B", **day)
    assert not [r for r in compare([mayor, army]).relations if r.kind.value == "denies"]
