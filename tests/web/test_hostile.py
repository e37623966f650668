"""A report is hostile input: what it says comes out as data, in every form, and nothing runs."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import httpx
import pytest

from tests.web.conftest import HOSTILE, TITLE


@pytest.fixture(scope="module")
def bad(desk: httpx.Client) -> dict[str, Any]:
    (report,) = [r for r in desk.get("/api/reports?limit=500").json()["items"] if r["title"] == TITLE]
    return report


def test_it_comes_out_letter_by_letter_as_json_and_is_never_taken_for_a_page(desk: httpx.Client, bad: dict[str, Any]) -> None:
    answer = desk.get(f"/api/reports/{bad['id']}")
    assert answer.headers["content-type"] == "application/json" and answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["text"] == HOSTILE and answer.json()["outlet"] == "<b>Outlet</b>"
    claims = desk.get(f"/api/reports/{bad['id']}/claims").json()["items"]
    assert claims
    for claim in claims:
        evidence = claim["evidence"]
        assert HOSTILE[evidence["start"] : evidence["end"]] == evidence["text"]


def test_no_cell_is_a_formula(desk: httpx.Client) -> None:
    for name in ("claims", "reports", "voices", "actors", "places", "incidents", "relations"):
        for row in csv.reader(io.StringIO(desk.get(f"/api/{name}.csv").text)):
            assert not [cell for cell in row if cell[:1] in ("=", "+", "@", "\t")], name


def test_its_words_are_searched_for_as_words(desk: httpx.Client, bad: dict[str, Any]) -> None:
    for words in ("alert(1)", "DROP TABLE claims", "onerror", '" OR "', "'; DELETE FROM reports; --", "w" * 200, "\u202e", "\x00", "%", "_"):
        answer = desk.get("/api/search", params={"q": words})
        assert answer.status_code == 200, words
        assert desk.get("/api/reports", params={"q": words}).status_code == 200
        assert desk.get("/api/incidents/facets", params={"q": words, "find": words[:100]}).status_code == 200
    assert bad["id"] in {r["id"] for r in desk.get("/api/search", params={"q": "onerror", "limit": 20}).json()["reports"]}
    assert desk.get("/api/status").json()["reports"] == 9


def test_names_with_everything_in_them_are_found_again(desk: httpx.Client, bad: dict[str, Any]) -> None:
    from urllib.parse import quote

    assert desk.get("/api/incidents", params={"outlet": "<b>Outlet</b>"}).json()["total"] > 0
    facets = desk.get("/api/incidents/facets?fields=outlet&top=200").json()["facets"]["outlet"]
    (value,) = [v for v in facets if v["value"] == "<b>Outlet</b>"]
    assert desk.get(f"/api/incidents?{value['toggle']}").json()["total"] == value["count"]
    for name in ("a/b", "..", "<script>", "%00", "a" * 5000, "é\u202e"):
        assert desk.get(f"/api/voices/{quote(name, safe='')}").status_code in (404, 422)


def test_errors_do_not_echo_as_pages(desk: httpx.Client) -> None:
    answer = desk.get("/api/claims/<script>alert(1)</script>")
    assert answer.status_code == 404 and answer.headers["content-type"] == "application/problem+json"
    json.loads(answer.text)
    page = desk.get("/<script>alert(1)</script>")
    assert page.status_code == 404 and page.headers["content-type"] == "application/problem+json"
