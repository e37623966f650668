"""Judging through the API: each verdict, its history, taking it back, the queue, agreement, the log as a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from reportedly.web import review_shapes

type Rows = dict[str, Any]


def judge(desk: httpx.Client, **body: Any) -> Rows:
    answer = desk.post("/api/judgements", json=body)
    assert answer.status_code == 201, answer.text
    done = review_shapes.Done.model_validate(answer.json())
    assert done.compared
    return answer.json()


def undo(desk: httpx.Client, number: int) -> Rows:
    answer = desk.post(f"/api/judgements/{number}/undo")
    assert answer.status_code == 200, answer.text
    review_shapes.Done.model_validate(answer.json())
    return answer.json()


def get(desk: httpx.Client, path: str) -> Any:
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def state(desk: httpx.Client) -> Any:
    """All that readers see of claims and incidents; relations are numbered anew when they are found anew."""
    seen = [get(desk, f"/api/{path}")["items"] for path in ("incidents.json", "claims.json", "voices", "reports")]
    return [*seen, sorted(json.dumps({**r, "id": 0}) for r in get(desk, "/api/relations.json")["items"])]


def placed(desk: httpx.Client) -> Rows:
    """A claim with everything in it that can be corrected."""
    return next(c for c in get(desk, "/api/claims?limit=500")["items"] if c["places"] and c["actors"] and c["attribution"] and c["figures"])


def test_rejecting_takes_a_claim_out_and_undoing_puts_all_back(editing: httpx.Client) -> None:
    before = state(editing)
    claim = placed(editing)
    done = judge(editing, verdict="reject", claim=claim["id"], note="it is a film")
    assert done["judgement"]["by"] == "Ada" and done["judgement"]["note"] == "it is a film" and done["claim"]["review"]["state"] == "rejected"
    assert claim["id"] not in {c["id"] for c in get(editing, "/api/claims?limit=500")["items"]}
    assert [c["id"] for c in get(editing, "/api/claims?review=rejected")["items"]] == [claim["id"]]
    assert get(editing, f"/api/claims/{claim['id']}")["incident"] is None
    assert claim["id"] in {c["id"] for c in get(editing, f"/api/reports/{claim['document']['id']}/claims")["items"]}
    undo(editing, done["judgement"]["id"])
    assert state(editing) == before
    history = get(editing, f"/api/claims/{claim['id']}/history")["items"]
    assert [(j["verdict"], j["undone"]) for j in history] == [("undo", False), ("reject", True)]
    assert editing.post(f"/api/judgements/{done['judgement']['id']}/undo").status_code == 404


CORRECTIONS: dict[str, Callable[[Rows], Any]] = {
    "type": lambda c: "CONSULT", "mode": lambda c: None, "status": lambda c: "possible", "attribution": lambda c: [{**c["attribution"][0], "stance": "doubts", "cue": None}],
    "actors": lambda c: [{"start": c["evidence"]["start"], "end": c["evidence"]["start"] + 5, "name": "Somebody else"}], "recipients": lambda c: [],
    "places": lambda c: [{**c["places"][0], "latitude": 1.0, "longitude": 2.0}], "time": lambda c: {"start": "2001-02-03", "end": "2001-02-04", "precision": "day", "start_char": c["evidence"]["start"], "end_char": c["evidence"]["end"]},
    "figures": lambda c: [{**c["figures"][0], "low": 3, "high": 5}], "means": lambda c: [{"start": c["evidence"]["start"], "end": c["evidence"]["start"] + 4}],
    "evidence": lambda c: {"start": c["evidence"]["start"], "end": c["evidence"]["end"] - 1},
}  # fmt: skip


@pytest.mark.parametrize("field", CORRECTIONS)
def test_each_field_is_corrected_with_words_of_the_report(editing: httpx.Client, field: str) -> None:
    before = state(editing)
    claim = placed(editing)
    done = judge(editing, verdict="correct", claim=claim["id"], field=field, new=CORRECTIONS[field](claim))
    now = get(editing, f"/api/claims/{claim['id']}")
    value = now["event"][field] if field in ("type", "mode") else now[field]
    assert done["judgement"]["new"] == value and done["judgement"]["field"] == field and now["review"] == {"state": "corrected", "by": "Ada", "at": done["judgement"]["at"]}
    assert done["judgement"]["old"] == (claim["event"][field] if field in ("type", "mode") else claim[field])
    text = get(editing, f"/api/reports/{claim['document']['id']}")["text"]
    for words in value if isinstance(value, list) else [value]:
        if isinstance(words, dict) and "start_char" not in words:
            assert words["text"] == text[words["start"] : words["end"]] and words.get("name", "x")
    read = get(editing, f"/api/claims/{claim['id']}/read")
    assert read == {k: v for k, v in claim.items() if k not in ("review", "incident")}
    undo(editing, done["judgement"]["id"])
    assert state(editing) == before


@pytest.mark.parametrize(("field", "new"), [
    ("type", "EARTHQUAKE"), ("type", 7), ("mode", "by teleport"), ("status", "maybe"), ("evidence", {"start": 0, "end": 10**7}), ("evidence", {"start": 9, "end": 3}),
    ("actors", [{"start": 0, "end": 4, "country": "Syria"}]), ("actors", "rebels"), ("places", [{"start": 0, "end": 4, "latitude": 91.0, "longitude": 0}]),
    ("places", [{"start": 0, "end": 4, "latitude": 9.0}]), ("time", {"start": "2001-02-30", "end": None, "start_char": 0, "end_char": 3}),
    ("time", {"start": "2002-02-03", "end": "2001-01-01", "start_char": 0, "end_char": 3}), ("figures", [{"start": 0, "end": 4, "low": "many"}]), ("colour", "red"),
    ("actors", [{"start": 0, "end": 1}] * 41), ("attribution", [{"start": 0, "end": 4, "stance": "shrugs"}])])  # fmt: skip
def test_corrections_that_make_no_sense_are_refused_with_a_hint(editing: httpx.Client, field: str, new: Any) -> None:
    claim = placed(editing)
    answer = editing.post("/api/judgements", json={"verdict": "correct", "claim": claim["id"], "field": field, "new": new})
    assert answer.status_code == 422 and answer.json()["hint"], answer.text
    assert get(editing, "/api/judgements")["items"] == []


def test_a_missed_claim_is_added_by_its_words(editing: httpx.Client) -> None:
    before = state(editing)
    report = get(editing, "/api/reports")["items"][0]["id"]
    text = get(editing, f"/api/reports/{report}")["text"]
    start = text.index("\n\n") + 2
    record = {"evidence": {"start": start, "end": start + 40}, "event": {"type": "PROTEST", "trigger": {"start": start, "end": start + 6}}, "status": "ongoing"}
    done = judge(editing, verdict="add", report=report, record={**record, "attribution": [{"start": start + 7, "end": start + 12}]})
    claim = done["claim"]
    assert claim["evidence"]["text"] == text[start : start + 40] and claim["attribution"][0]["text"] == text[start + 7 : start + 12] and claim["review"]["state"] == "added"
    assert claim["confidence"] == 1.0 and done["incidents"] and get(editing, f"/api/claims/{claim['id']}/explain")["steps"] == []
    assert claim["id"] in {c["id"] for c in get(editing, f"/api/reports/{report}/claims")["items"]}
    again = editing.post("/api/judgements", json={"verdict": "add", "report": report, "record": {**record, "attribution": [{"start": start + 7, "end": start + 12}]}})
    assert again.status_code == 422 and claim["id"] in again.json()["hint"]
    assert editing.post("/api/judgements", json={"verdict": "add", "report": "report-none", "record": record}).status_code == 404
    undo(editing, done["judgement"]["id"])
    assert state(editing) == before


def test_incidents_are_split_and_merged(editing: httpx.Client) -> None:
    before = state(editing)
    one, two = (i["id"] for i in get(editing, "/api/incidents?sort=claims&limit=2")["items"])
    many = get(editing, "/api/status")["incidents"]
    merged = judge(editing, verdict="same", left=[one], right=[two])
    assert len(merged["incidents"]) == 1 and get(editing, "/api/incidents?limit=1")["total"] == many - 1
    members = get(editing, f"/api/incidents/{merged['incidents'][0]['id']}")["claims"]
    split = judge(editing, verdict="apart", left=members[:1], right=[merged["incidents"][0]["id"]])
    assert len(split["incidents"]) >= 2
    assert {j["verdict"] for j in get(editing, f"/api/incidents/{split['incidents'][0]['id']}/dossier")["judgements"]} == {"same", "apart"}
    undo(editing, split["judgement"]["id"])
    undo(editing, merged["judgement"]["id"])
    assert state(editing) == before
    claim = members[0]
    for wrong, status in (({"left": [claim], "right": [claim]}, 422), ({"left": ["incident-none"], "right": [claim]}, 404), ({"left": [], "right": [claim]}, 422)):
        assert editing.post("/api/judgements", json={"verdict": "same", **wrong}).status_code == status


def test_a_side_of_a_split_is_of_one_incident(editing: httpx.Client) -> None:
    one, two, three = (i["id"] for i in get(editing, "/api/incidents?sort=claims&limit=3")["items"])
    before = state(editing)
    for sides in ({"left": [one], "right": [two, three]}, {"left": [one, two], "right": [three]}):
        refused = editing.post("/api/judgements", json={"verdict": "apart", **sides})
        assert refused.status_code == 422 and "one incident at a time" in refused.json()["hint"]
    assert state(editing) == before


def test_the_queue_holds_what_one_has_not_judged(editing: httpx.Client) -> None:
    first = get(editing, "/api/review/queue?limit=5")["items"]
    every = get(editing, "/api/review/queue?limit=1")["total"]
    assert every == get(editing, "/api/status")["claims"]
    sure = [q["claim"]["confidence"] for q in first]
    assert sure == sorted(sure) and first[0]["why"].startswith("confidence 0.")
    judge(editing, verdict="accept", claim=first[0]["claim"]["id"])
    left = get(editing, "/api/review/queue?limit=1")
    assert left["items"][0]["claim"]["id"] == first[1]["claim"]["id"] and left["total"] == every - 1
    report = first[0]["claim"]["document"]["id"]
    of_one = get(editing, f"/api/review/queue?report={report}&limit=500")
    assert of_one["total"] == len(of_one["items"]) == get(editing, f"/api/claims?report={report}&count=yes")["total"] - 1
    assert get(editing, "/api/review/queue?limit=1&by=Ben")["items"][0]["claim"]["id"] == first[0]["claim"]["id"]
    disputed = get(editing, "/api/review/queue?order=disputed&limit=500")["items"]
    counts = [int(q["why"].split()[0]) for q in disputed]
    assert counts == sorted(counts, reverse=True) and all("contradiction" in q["why"] for q in disputed)
    judge(editing, verdict="reject", claim=disputed[0]["claim"]["id"])
    assert disputed[0]["claim"]["id"] not in {q["claim"]["id"] for q in get(editing, "/api/review/queue?order=disputed&limit=500")["items"]}
    progress = get(editing, "/api/review/progress")
    assert (progress["reviewed"], progress["accepted"], progress["rejected"], progress["by"]) == (2, 1, 1, [{"user": "Ada", "judgements": 2}])


def test_two_reviewers_and_how_far_they_agree(editing: httpx.Client) -> None:
    claims = [c["id"] for c in get(editing, "/api/claims?type=ASSAULT&limit=8")["items"]]
    verdicts = {"Ada": "arraarar", "Ben": "araarrar"}
    for name, said in verdicts.items():
        session = editing.post("/api/session", json={"user": name}).json()
        assert session["user"] == name
        editing.headers["X-CSRF-Token"] = session["csrf"]
        for claim, letter in zip(claims, said, strict=True):
            judge(editing, verdict="accept" if letter == "a" else "reject", claim=claim)
    judge(editing, verdict="correct", claim=claims[0], field="status", new="threatened")
    agreement = get(editing, "/api/review/agreement")
    review_shapes.Agreement.model_validate(agreement)
    assert agreement["reviewers"] == ["Ada", "Ben"] and agreement["claims"] == 8
    fields = {f["field"]: f for f in agreement["pairs"][0]["fields"]}
    # both say the same of 6 of 8, and each accepts half: observed 6/8, by chance 4/8·4/8 + 4/8·4/8
    assert fields["verdict"]["agree"] == 0.75 and fields["verdict"]["kappa"] == pytest.approx((0.75 - 0.5) / (1 - 0.5), abs=1e-3)
    # nominal alpha: 16 values, 8 and 8; observed disagreement 4/16, expected 2·8·8/(16·15)
    alpha = {a["field"]: a["alpha"] for a in agreement["alpha"]}
    assert alpha["verdict"] == pytest.approx(1 - (4 / 16) / (128 / 240), abs=1e-3)
    assert fields["status"]["n"] == 3 and fields["status"]["agree"] == pytest.approx(2 / 3, abs=1e-3) and fields["type"]["agree"] == 1.0 and fields["type"]["kappa"] is None
    report = get(editing, f"/api/claims/{claims[0]}")["document"]["id"]
    assert 0 < get(editing, f"/api/review/agreement?report={report}")["claims"] <= 8


def test_the_log_is_a_file_too(editing: httpx.Client) -> None:
    claim = placed(editing)
    done = judge(editing, verdict="correct", claim=claim["id"], field="figures", new=[], note="=SUM(A1)")
    undo(editing, done["judgement"]["id"])
    rows = list(csv.DictReader(io.StringIO(editing.get("/api/judgements.csv").text)))
    assert [r["verdict"] for r in rows] == ["undo", "correct"] and rows[1]["note"] == "'=SUM(A1)" and json.loads(rows[1]["old"]) == claim["figures"]
    lines = [json.loads(line) for line in editing.get("/api/judgements.jsonl").text.splitlines()]
    assert lines == get(editing, "/api/judgements")["items"]
    assert [j["id"] for j in get(editing, "/api/judgements?standing=no")["items"]] == [j["id"] for j in lines]
    assert get(editing, "/api/judgements?standing=yes")["items"] == [] and len(get(editing, f"/api/judgements?claim={claim['id']}&by=Ada&verdict=correct")["items"]) == 1


def test_a_judgement_that_finds_the_store_locked_is_not_half_kept(editing: httpx.Client, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    claim = placed(editing)["id"]
    judge(editing, verdict="accept", claim=claim)
    writer = sqlite3.connect(copied)
    writer.execute("BEGIN IMMEDIATE")
    answer = editing.post("/api/judgements", json={"verdict": "reject", "claim": claim})
    assert answer.status_code == 503 and answer.json()["code"] == "E502" and answer.headers["retry-after"]
    assert get(editing, f"/api/claims/{claim}")["review"]["state"] == "accepted", "readers are not kept waiting"
    writer.rollback()
    writer.close()
    assert judge(editing, verdict="reject", claim=claim)["claim"]["review"]["state"] == "rejected"
