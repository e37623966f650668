"""Every question that the API answers: its shape, its filters, its pages, its files."""

from __future__ import annotations

import csv
import io
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from pydantic import BaseModel

from reportedly.store import open_store
from reportedly.web import incident_models, models, review_shapes, shapes
from reportedly.web.models import Listed
from reportedly.web.shelf import LOOK_AGAIN

type Rows = list[dict[str, Any]]


def get(desk: httpx.Client, path: str, **asked: Any) -> Any:
    answer = desk.get(path, params=asked or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def items(desk: httpx.Client, path: str, **asked: Any) -> Rows:
    """All rows of a list, from page to page."""
    answer = desk.get(path, params={"limit": 7, **asked})
    rows: Rows = []
    while True:
        assert answer.status_code == 200, answer.text
        body = answer.json()
        rows += body["items"]
        if body["next"] is None:
            assert "link" not in answer.headers
            return rows
        assert answer.headers["link"] == f'<{body["next"]}>; rel="next"'
        answer = desk.get(body["next"])


LISTS = {
    "/api/incidents": incident_models.IncidentSummary, "/api/claims": models.Claim, "/api/reports": models.ReportMeta, "/api/relations": incident_models.ListedRelation,
    "/api/voices": shapes.VoiceRow, "/api/actors": shapes.ActorRow, "/api/places": shapes.PlaceRow, "/api/runs": shapes.Run, "/api/review/queue": review_shapes.QueueItem,
}  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_lists_have_rows_of_their_shape_and_no_row_twice(desk: httpx.Client, path: str) -> None:
    whole = get(desk, path, limit=500)
    Listed[LISTS[path]].model_validate(whole)  # type: ignore[name-defined]
    assert whole["items"]
    assert items(desk, path) == whole["items"]
    keys = [json.dumps(r, sort_keys=True) for r in whole["items"]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("path", "sort"), [(p, s) for p, sorts in (
    ("/api/incidents", ("newest", "oldest", "claims", "origins", "reports", "disputed")), ("/api/claims", ("newest", "oldest", "uncertain")), ("/api/reports", ("newest", "oldest")))
    for s in sorts])  # fmt: skip
def test_orders_hold_from_page_to_page(desk: httpx.Client, path: str, sort: str) -> None:
    rows = items(desk, path, sort=sort)
    assert sorted(r["id"] for r in rows) == sorted(r["id"] for r in get(desk, path, limit=500)["items"])
    if sort in ("newest", "oldest"):
        days = [r["published"] if "published" in r else (r["time"] or {}).get("start") for r in rows]
        known = [d for d in days if d]
        assert days[: len(known)] == sorted(known, reverse=sort == "newest")
    elif sort == "uncertain":
        assert [r["confidence"] for r in rows] == sorted(r["confidence"] for r in rows)
    else:
        keys = [r["disputed"] if sort == "disputed" else r[f"n_{sort}"] for r in rows]
        assert keys == sorted(keys, reverse=True)


ONE: list[tuple[str, str, str, type[BaseModel]]] = [
    ("/api/incidents", "id", "/api/incidents/{}", incident_models.Incident), ("/api/incidents", "id", "/api/incidents/{}/dossier", review_shapes.Dossier),
    ("/api/claims", "id", "/api/claims/{}", models.Claim), ("/api/claims", "id", "/api/claims/{}/explain", shapes.Explained), ("/api/claims", "id", "/api/claims/{}/read", models.ClaimRecord),
    ("/api/claims", "id", "/api/claims/{}/history", Listed[review_shapes.Judgement]), ("/api/claims", "id", "/api/claims/{}/relations", Listed[incident_models.ListedRelation]),
    ("/api/reports", "id", "/api/reports/{}", models.Report), ("/api/reports", "id", "/api/reports/{}/claims", Listed[models.Claim]),
    ("/api/voices", "name", "/api/voices/{}", shapes.VoiceRecord), ("/api/actors", "name", "/api/actors/{}", shapes.ActorRecord), ("/api/places", "name", "/api/places/{}", shapes.PlaceRecord),
    ("/api/runs", "id", "/api/runs/{}", shapes.Run),
]  # fmt: skip


@pytest.mark.parametrize(("listed", "key", "path", "shape"), ONE)
def test_each_thing_is_found_by_its_id_or_name_and_has_its_shape(desk: httpx.Client, listed: str, key: str, path: str, shape: type[BaseModel]) -> None:
    for row in get(desk, listed)["items"][:40]:
        found = get(desk, path.format(quote(str(row[key]), safe="")))
        shape.model_validate(found)
    missing = desk.get(path.format("99999" if listed == "/api/runs" else "none/such"))
    assert missing.status_code == 404
    models.Problem.model_validate(missing.json())


@pytest.mark.parametrize(("path", "shape"), [
    ("/api/incidents/facets", shapes.Facets), ("/api/incidents/timeline", shapes.Timeline), ("/api/incidents/map", shapes.MapColumns), ("/api/status", shapes.StatusShape),
    ("/api/session", shapes.SessionShape), ("/api/search?q=killed", shapes.Found), ("/api/review/progress", review_shapes.Progress), ("/api/review/agreement", review_shapes.Agreement),
    ("/api/codebook", review_shapes.Choices), ("/api/judgements", Listed[review_shapes.Judgement])])  # fmt: skip
def test_everything_else_has_its_shape_too(desk: httpx.Client, path: str, shape: type[BaseModel]) -> None:
    shape.model_validate(get(desk, path))


def test_what_there_is_is_counted(desk: httpx.Client) -> None:
    status = get(desk, "/api/status")
    assert status["reports"] == 9 == len(items(desk, "/api/reports"))
    assert status["claims"] == len(items(desk, "/api/claims")) == get(desk, "/api/claims", count="yes", limit=1)["total"]
    assert status["incidents"] == len(items(desk, "/api/incidents")) and status["uncompared"] == 0 and not status["loading"]


FILTERS: dict[str, Any] = {
    "type": lambda i: i["types"], "status": lambda i: [i["status"]], "actor": lambda i: i["actors"], "recipient": lambda i: i["recipients"], "grade": lambda i: [i["grade"]],
    "place": lambda i: i["places"],
}  # fmt: skip


@pytest.mark.parametrize("field", FILTERS)
def test_incidents_are_filtered_by_what_they_are(desk: httpx.Client, field: str) -> None:
    every = items(desk, "/api/incidents", limit=100)
    value = Counter(v for i in every for v in FILTERS[field](i)).most_common(1)[0][0]
    found = items(desk, "/api/incidents", **{field: value})
    assert {i["id"] for i in found} == {i["id"] for i in every if value in FILTERS[field](i)}


def test_facets_count_what_the_list_shows_and_toggles_lead_there(desk: httpx.Client) -> None:
    facets = get(desk, "/api/incidents/facets", top=200)
    assert facets["total"] == len(items(desk, "/api/incidents"))
    for values in facets["facets"].values():
        for value in values[:4]:
            assert get(desk, f"/api/incidents?{value['toggle']}")["total"] == value["count"], value
    narrowed = get(desk, "/api/incidents/facets", type="ASSAULT", disputed="yes", fields="type,disputed")
    assert narrowed["facets"].keys() == {"type", "disputed"}
    (chosen,) = [v for v in narrowed["facets"]["type"] if v["selected"]]
    assert chosen["value"] == "ASSAULT" and chosen["count"] == narrowed["total"] and chosen["toggle"] == "disputed=yes"
    assert len(narrowed["facets"]["type"]) > 1, "a facet's own choice does not narrow it"
    undone = get(desk, f"/api/incidents/facets?{next(v for v in narrowed['facets']['disputed'] if v['selected'])['toggle']}")
    assert undone["total"] == get(desk, "/api/incidents", type="ASSAULT")["total"]


def test_a_summary_quotes_the_claim_that_told_of_it_first(desk: httpx.Client) -> None:
    for shown in get(desk, "/api/incidents")["items"]:
        claim = get(desk, f"/api/claims/{shown['quote']['claim']}")
        assert claim["incident"] == shown["id"] and claim["document"]["id"] == shown["quote"]["report"]
        assert " ".join(claim["evidence"]["text"].split()).startswith(shown["quote"]["text"].removesuffix("…")) and len(shown["quote"]["text"]) <= 221


def test_two_values_of_a_field_are_either_and_two_fields_are_both(desk: httpx.Client) -> None:
    def found(query: str) -> set[str]:
        return {i["id"] for i in get(desk, f"/api/incidents?limit=500&{query}")["items"]}

    assert found("type=ASSAULT&type=CONSULT") == found("type=ASSAULT") | found("type=CONSULT")
    assert found("type=ASSAULT&disputed=yes") == found("type=ASSAULT") & found("disputed=yes")
    assert found("dated=yes") ^ found("dated=no") == found("")
    assert found("placed=yes&bbox=-180,-90,180,90") == found("placed=yes")
    assert found("bbox=170,-90,-170,90") <= found("placed=yes")


def test_days_are_inclusive(desk: httpx.Client) -> None:
    dated = [i for i in items(desk, "/api/incidents", sort="oldest") if i["time"] and i["time"]["start"]]
    day = dated[0]["time"]["start"]
    assert dated[0]["id"] in {i["id"] for i in items(desk, "/api/incidents", since=day, until=day)}
    claims = items(desk, "/api/claims", until=day)
    assert claims and all(c["time"]["start"][:10] <= day for c in claims)
    assert items(desk, "/api/claims", since="2012-06-01", until="2012-05-01") == []
    later = items(desk, "/api/claims", since="2010-01-01", until="2012-05-26")
    assert {c["id"] for c in later} == {c["id"] for c in items(desk, "/api/claims") if c["time"] and c["time"]["start"] and (c["time"]["end"] or c["time"]["start"]) >= "2010-01-01" and c["time"]["start"][:10] <= "2012-05-26"}


def test_timeline_and_map_show_what_the_list_shows(desk: httpx.Client) -> None:
    every = {i["id"]: i for i in items(desk, "/api/incidents")}
    for unit in ("day", "week", "month", "year", "auto"):
        timeline = get(desk, "/api/incidents/timeline", unit=unit)
        assert sum(b["count"] for b in timeline["bins"]) + timeline["undated"] == len(every)
        assert all(b["start"] <= b["end"] for b in timeline["bins"])
    drawn = get(desk, "/api/incidents/map")
    assert {f"incident-{i}" for i in drawn["ids"]} == {i for i, s in every.items() if s["place"]}
    for n, ident in enumerate(drawn["ids"]):
        shown = every[f"incident-{ident}"]
        assert (drawn["lon"][n], drawn["lat"][n]) == pytest.approx((shown["place"]["longitude"], shown["place"]["latitude"]), abs=1e-3)
        assert drawn["precisions"][drawn["precision"][n]] == (shown["place"]["precision"] or "unknown")
        assert drawn["statuses"][drawn["status"][n]] == shown["status"] and bool(drawn["disputed"][n]) == shown["disputed"]
        assert drawn["countries"][drawn["country"][n]] == shown["place"]["country"] and drawn["names"][drawn["name"][n]] == shown["place"]["name"]


@pytest.mark.parametrize("field", ["voice", "actor", "place", "report", "incident", "type", "status"])
def test_claims_are_filtered_by_whole_names(desk: httpx.Client, field: str) -> None:
    of = {
        "voice": lambda c: [v["name"] for v in c["attribution"]], "actor": lambda c: [p["name"] for p in (*c["actors"], *c["recipients"])],
        "place": lambda c: [p["name"] for p in c["places"]], "report": lambda c: [c["document"]["id"]], "incident": lambda c: [c["incident"]],
        "type": lambda c: [c["event"]["type"]], "status": lambda c: [c["status"]],
    }[field]  # fmt: skip
    every = items(desk, "/api/claims")
    value = Counter(v for c in every for v in of(c)).most_common(1)[0][0]
    expected = {c["id"] for c in every if value in of(c)}
    for sort in ("newest", "uncertain"):
        assert {c["id"] for c in items(desk, "/api/claims", sort=sort, **{field: value})} == expected
    with_words = {c["id"] for c in items(desk, "/api/claims", q="killed", **{field: value})}
    assert with_words == expected & {c["id"] for c in items(desk, "/api/claims", q="killed")}


def test_words_are_found_in_claims_incidents_and_reports(desk: httpx.Client) -> None:
    claims = items(desk, "/api/claims", q="KILLED")
    assert claims and all("killed" in (c["evidence"]["text"] + (c["document"]["title"] or "")).lower() for c in claims)
    assert {c["incident"] for c in claims} == {i["id"] for i in items(desk, "/api/incidents", q="killed")}
    assert get(desk, "/api/incidents/facets", q="killed")["total"] == len({c["incident"] for c in claims})
    found = get(desk, "/api/search", q="killed")
    snippets = [r["snippet"] for r in found["reports"] if r["snippet"]]
    assert snippets and all(s["text"][a:b].lower() == "killed" for s in snippets for a, b in s["marks"])
    for nothing in ("zyzzyva", '"', "'", "* OR", "killed NEAR(", "^", "col:x", " ", "\x1f"):
        assert desk.get("/api/search", params={"q": nothing}).status_code == 200
    assert not any(items(desk, f"/api/{name}", q=" \x1f") for name in ("incidents", "claims", "reports")), "blanks alone are no words"


def test_names_are_found_by_their_parts(desk: httpx.Client) -> None:
    every = items(desk, "/api/voices")
    part = every[0]["name"][1:4].lower()
    assert [v["name"] for v in items(desk, "/api/voices", q=part)] and all(part in v["name"].lower() for v in items(desk, "/api/voices", q=part))
    assert get(desk, "/api/voices")["total"] == len(every)
    country = next(p["country"] for p in items(desk, "/api/places") if p["country"])
    assert {p["country"] for p in items(desk, "/api/places", country=country)} == {country}


FILES = [(name, form) for name in ("incidents", "claims", "reports", "relations", "voices", "actors", "places", "judgements") for form in ("csv", "json", "jsonl")]


@pytest.mark.parametrize(("name", "form"), FILES)
def test_each_list_is_a_file_too(desk: httpx.Client, name: str, form: str) -> None:
    answer = desk.get(f"/api/{name}.{form}")
    assert answer.status_code == 200 and form in answer.headers["content-type"]
    many = len(items(desk, f"/api/{name}"))
    if form == "csv":
        assert len(list(csv.DictReader(io.StringIO(answer.text)))) == many
    elif form == "jsonl":
        assert [json.loads(line) for line in answer.text.splitlines()] == (items(desk, f"/api/{name}") if many else [])
    else:
        assert len(answer.json()["items"]) == many


@pytest.mark.parametrize("name", ["incidents", "claims", "places"])
def test_maps_take_geojson(desk: httpx.Client, name: str) -> None:
    answer = desk.get(f"/api/{name}.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    body = answer.json()
    assert body["type"] == "FeatureCollection" and "GeoNames" in body["attribution"] and body["features"]
    for feature in body["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90


def test_an_answer_that_one_has_is_not_sent_again(desk: httpx.Client) -> None:
    first = desk.get("/api/incidents")
    again = desk.get("/api/incidents", headers={"If-None-Match": f'W/{first.headers["etag"]}, "x"'})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == first.headers["etag"]
    assert desk.get("/api/incidents?limit=1", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/api/claims.csv?type=ASSAULT", "/api/incidents.geojson", "/api/voices.jsonl", "/api/places.geojson"])
def test_a_file_that_one_has_is_not_sent_again_until_somebody_writes(editing: httpx.Client, copied: Path, path: str) -> None:
    first = editing.get(path)
    held = {"If-None-Match": first.headers["etag"]}
    again = editing.get(path, headers=held)
    assert first.content and again.status_code == 304 and again.content == b"" and again.headers["etag"] == first.headers["etag"]
    other = editing.get(path.replace("?type=ASSAULT", ""), params={"limit": 1}, headers=held)
    assert other.status_code == 200 and other.headers["etag"] != first.headers["etag"]
    with open_store(copied) as store:
        store.begin_run()
    time.sleep(LOOK_AGAIN * 1.5)
    assert editing.get(path, headers=held).status_code == 200


def test_runs_go_page_by_page(editing: httpx.Client, copied: Path) -> None:
    with open_store(copied) as store:
        made = [store.begin_run() for _ in range(9)]
    rows = items(editing, "/api/runs", limit=4)
    assert [r["id"] for r in rows] == sorted((*made, 1), reverse=True)


def test_names_go_by_their_keys_whoever_is_added_meanwhile(editing: httpx.Client, copied: Path) -> None:
    first = get(editing, "/api/places", limit=3)
    rest = items(editing, "/api/places")[3:]
    with open_store(copied) as store, store.engine.begin() as connection:  # a place that comes first of all
        ids = connection.exec_driver_sql("SELECT id FROM claims").scalars().all()
        for claim in ids:
            connection.exec_driver_sql("INSERT INTO places (claim, position, role, name) VALUES (?, 99, 'at', 'Everywhere')", (claim,))
    time.sleep(LOOK_AGAIN * 1.5)
    assert get(editing, "/api/places", limit=1)["items"][0]["name"] == "Everywhere"
    assert [p["name"] for p in get(editing, first["next"] + "&limit=500")["items"]] == [p["name"] for p in rest]


@pytest.mark.parametrize("query", [
    "/api/claims?foo=1", "/api/claims?after=xx", "/api/claims?after=W10", "/api/claims?limit=0", "/api/claims?limit=501", "/api/claims?since=2020-13-01", "/api/claims?type=",
    "/api/claims?min_confidence=2", "/api/claims?status=maybe", "/api/incidents?bbox=1,2,3", "/api/incidents?bbox=nan,0,1,1", "/api/incidents?bbox=0,10,1,5", "/api/incidents?sort=best",
    "/api/incidents/facets?fields=type,colour", "/api/incidents?after=WzEsMl0", "/api/search", "/api/claims?q=" + "x" * 201, "/api/claims.xlsx", "/api/reports?after=WzEsMiwzXQ",
    "/api/incidents?" + "&".join(["type=A"] * 51)])  # fmt: skip
def test_what_makes_no_sense_is_said_with_a_hint(desk: httpx.Client, query: str) -> None:
    answer = desk.get(query)
    assert answer.status_code == 422 and answer.headers["content-type"] == "application/problem+json"
    problem = models.Problem.model_validate(answer.json())
    assert problem.code == "E202" and problem.hint and problem.detail


def test_the_figures_of_a_voice_are_ranked_among_others(desk: httpx.Client) -> None:
    habits = [get(desk, f"/api/voices/{quote(v['name'], safe='')}")["figures"] for v in items(desk, "/api/voices")]
    assert any(h["lowest"] for h in habits) and any(h["highest"] for h in habits)
    assert all(max(h["lowest"], h["highest"]) <= h["given"] for h in habits)


def test_why_two_claims_are_one_or_two(desk: httpx.Client) -> None:
    incident = max(items(desk, "/api/incidents"), key=lambda i: i["n_claims"])
    claims = get(desk, f"/api/incidents/{incident['id']}")["claims"]
    rows = shapes.Reasons.model_validate(get(desk, f"/api/claims/{claims[0]}/why/{claims[1]}")).rows
    assert "one incident" in rows[-1].means and {"bias", "sum"} <= {r.feature for r in rows}
