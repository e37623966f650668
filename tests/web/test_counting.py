"""What is counted in memory is what the lists show: facets of claims, and voices, actors and places in detail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, quote

import httpx
import pytest

from tests.web.test_asking import Rows, get, items

FIELDS: dict[str, Any] = {
    "type": lambda c: [c["event"]["type"]], "status": lambda c: [c["status"]], "voice": lambda c: [v["name"] for v in c["attribution"]],
    "actor": lambda c: [p["name"] for p in (*c["actors"], *c["recipients"])], "place": lambda c: [p["name"] for p in c["places"]],
    "review": lambda c: [c["review"]["state"] if c["review"] else "none"],
}  # fmt: skip


def tally(claims: Rows, field: str) -> Counter[str]:
    return Counter(v for c in claims for v in set(FIELDS[field](c)))


def counts(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    return {r["value"]: r["count"] for r in rows if r["count"]}


def test_facets_of_claims_count_what_the_list_shows(desk: httpx.Client) -> None:
    every = items(desk, "/api/claims", limit=100)
    told = get(desk, "/api/claims/facets", top=200)
    assert told["total"] == len(every) and told["undated"] == sum(not (c["time"] or {}).get("start") for c in every)
    assert told["facets"].keys() == FIELDS.keys()
    for field, values in told["facets"].items():
        assert counts(values).items() <= tally(every, field).items() and len(counts(values)) == min(200, len(tally(every, field)))
        assert [v["count"] for v in values] == sorted((v["count"] for v in values), reverse=True)


@pytest.mark.parametrize("query", [
    "type=ASSAULT", "type=ASSAULT&type=CONSULT&status=occurred", "q=killed", "q=%1F", "since=2012-05-26", "until=2012-05-26", "since=2012-05-01&until=2013-01-01", "min_confidence=0.5",
    "voice=Reuters", "actor=nobody%20at%20all", "review=rejected", "review=none"])  # fmt: skip
def test_facets_follow_the_filters_of_the_list(desk: httpx.Client, query: str) -> None:
    found = items(desk, "/api/claims", **parse_qs(query))
    told = get(desk, f"/api/claims/facets?top=200&{query}")
    assert told["total"] == len(found)
    for field, values in told["facets"].items():
        if f"{field}=" not in query:
            assert counts(values).items() <= tally(found, field).items()


@pytest.mark.parametrize("of", ["report", "incident"])
def test_facets_of_one_report_or_incident(desk: httpx.Client, of: str) -> None:
    claim = get(desk, "/api/claims", limit=1)["items"][0]
    ident = claim["incident"] if of == "incident" else claim["document"]["id"]
    found = items(desk, "/api/claims", **{of: ident})
    told = get(desk, "/api/claims/facets", **{of: ident})
    assert told["total"] == len(found) and counts(told["facets"]["type"]) == tally(found, "type")


def test_toggles_of_claims_lead_to_what_was_counted(desk: httpx.Client) -> None:
    told = get(desk, "/api/claims/facets", status="occurred", min_confidence=0.2)
    for values in told["facets"].values():
        for value in values[:3]:
            found = get(desk, f"/api/claims?count=yes&limit=1&{value['toggle']}")
            if not value["selected"]:
                assert "min_confidence=0.2" in value["toggle"]
                assert value["value"] != "occurred" and (found["total"] == value["count"] or "status=occurred&status=" in value["toggle"])
    (chosen,) = [v for v in told["facets"]["status"] if v["selected"]]
    assert chosen["value"] == "occurred" and chosen["count"] == told["total"] and chosen["toggle"] == "min_confidence=0.2"
    assert len(told["facets"]["status"]) > 1, "a facet's own choice does not narrow it"
    found = get(desk, "/api/claims/facets", find="army", fields="voice,actor", top=50)["facets"]
    assert found.keys() == {"voice", "actor"} and all("army" in v["value"].lower() for values in found.values() for v in values)
    assert desk.get("/api/claims/facets?fields=type,colour").status_code == 422


def test_who_is_named_is_told_in_detail(desk: httpx.Client) -> None:
    every = items(desk, "/api/claims", limit=100)
    for kind, field in (("voices", "voice"), ("actors", "actor"), ("places", "place")):
        for row in get(desk, f"/api/{kind}")["items"][:15]:
            mine = [c for c in every if row["name"] in FIELDS[field](c)]
            told = get(desk, f"/api/{kind}/{quote(row['name'], safe='')}")
            assert counts(told["types"]) == tally(mine, "type") and counts(told["statuses"]) == tally(mine, "status")
            months = Counter((c["time"] or {}).get("start", "")[:7] if (c["time"] or {}).get("start") else None for c in mine)
            assert told["undated"] == months.pop(None, 0) and [m["start"] for m in told["months"]] == [f"{m}-01" for m in sorted(map(str, months))]
            if kind == "places":
                assert [m["claims"] for m in told["months"]] == [months[m] for m in sorted(months, key=str)]
            elif kind == "voices":
                assert sum(m["claims"] for m in told["months"]) == sum(months.values()) and counts(told["about"]).items() <= tally(mine, "actor").items()
                assert sum(m["denies"] for m in told["months"]) <= told["denies"]
            else:
                assert sum(m["as_actor"] for m in told["months"]) == sum(any(p["name"] == row["name"] for p in c["actors"]) for c in mine if c["time"] and c["time"]["start"])
                assert told["denied"] == tally(mine, "status")["denied"] and counts(told["voices"]).items() <= tally(mine, "voice").items()


def test_what_becomes_of_a_voices_claims_is_counted(desk: httpx.Client) -> None:
    told_by = {c["id"]: {v["name"] for v in c["attribution"]} for c in items(desk, "/api/claims", limit=100)}
    links = items(desk, "/api/relations", limit=100)
    seen = 0
    for row in items(desk, "/api/voices"):
        told = get(desk, f"/api/voices/{quote(row['name'], safe='')}")
        at = Counter(r["kind"] for r in links if row["name"] in told_by[r["to"]])
        assert (told["denied_by"], told["disputed_by"], told["confirmed_by"]) == (at["denies"], at["disputes"], at["confirms"])
        mine = [r for r in links if r["kind"] in ("denies", "disputes") and row["name"] in told_by[r["from"]] | told_by[r["to"]]]
        assert told["relations"] == mine
        seen += len(mine)
    assert seen


def test_a_claim_that_was_rejected_is_counted_nowhere(editing: httpx.Client) -> None:
    claim = next(c for c in items(editing, "/api/claims", limit=100) if c["attribution"] and c["actors"])
    voice, actor = quote(claim["attribution"][0]["name"], safe=""), quote(claim["actors"][0]["name"], safe="")
    before, had = get(editing, f"/api/voices/{voice}"), get(editing, f"/api/actors/{actor}")
    assert editing.post("/api/judgements", json={"verdict": "reject", "claim": claim["id"]}).status_code == 201
    after = editing.get(f"/api/voices/{voice}")
    assert after.status_code == 404 if before["claims"] == 1 else after.json()["claims"] == before["claims"] - 1
    now = editing.get(f"/api/actors/{actor}")
    assert now.status_code == 404 if had["as_actor"] + had["as_recipient"] == 1 else sum(counts(now.json()["types"]).values()) == sum(counts(had["types"]).values()) - 1
    told = get(editing, "/api/claims/facets", fields="review")
    assert counts(told["facets"]["review"])["rejected"] == 1 and get(editing, "/api/claims/facets", review="rejected")["total"] == 1
