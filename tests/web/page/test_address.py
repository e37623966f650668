"""The address is the state: it brings a view back, and every choice is in it."""

from __future__ import annotations

import re

import httpx

from tests.web.page.steps import Opening, expect, total, until


def test_an_address_brings_the_view_back(desk: httpx.Client, visit: Opening) -> None:
    first = visit(desk).go("/")
    first.get_by_role("button", name=re.compile("^Assault|Assault")).first.click()
    first.wait_for_url("**type=ASSAULT**")
    first.get_by_label("Order").select_option("claims")
    first.wait_for_url("**sort=claims**")
    since = first.get_by_role("textbox", name="from", exact=True)
    since.fill("2008-01-01")
    since.blur()
    first.wait_for_url("**since=2008-01-01**")
    first.get_by_role("button", name="As a table").click()
    first.wait_for_url("**map=table**")
    expect(first.get_by_role("table")).to_be_visible()
    expect(first.get_by_role("region", name="Incidents", exact=True)).to_have_attribute("aria-busy", "false")
    address = first.url.removeprefix(str(desk.base_url).rstrip("/"))
    again = visit(desk).go(address)
    for read in (lambda p: p.locator("a[data-row]").all_inner_texts(), lambda p: p.get_by_label("Filters in force").inner_text(), lambda p: p.get_by_role("table").inner_text(), total):
        assert read(again) == read(first)
    assert again.get_by_role("button", name=re.compile("Assault")).first.get_attribute("aria-pressed") == "true"
    first.go_back()
    assert "map=table" not in first.url


def test_a_place_of_the_map_and_a_day_of_the_timeline_filter(desk: httpx.Client, visit: Opening) -> None:
    page = visit(desk).go("/")
    before = total(page)
    place = next(i["place"] for i in desk.get("/api/incidents", params={"placed": "yes"}).json()["items"] if i["place"]["precision"] in ("town", "exact"))
    page.goto(f"{page.url}?at={place['longitude']},{place['latitude']},400")  # near enough for it to be alone, in the middle
    expect(page.locator(".map .mark, .map canvas:not([data-marks='0'])").first).to_be_visible()
    page.locator(".map").click()  # in its middle
    page.wait_for_url(re.compile("bbox=|country="))
    until(lambda: 0 < total(page) < before)
    page.get_by_role("button", name="clear all").click()
    until(lambda: total(page) == before)
    plot = page.locator("section[aria-label='Timeline'] svg").bounding_box()
    assert plot
    page.mouse.move(plot["x"] + 1, plot["y"] + 30)
    page.mouse.down()
    page.mouse.move(plot["x"] + plot["width"] * 0.4, plot["y"] + 30, steps=4)
    page.mouse.up()
    page.wait_for_url("**since=**")
    until(lambda: 0 < total(page) < before)
    page.get_by_role("button", name="undated").click()
    page.wait_for_url("**dated=no**")


def test_a_permalink_shows_its_words(desk: httpx.Client, visit: Opening) -> None:
    claim = next(c for c in desk.get("/api/claims", params={"q": "Houla", "limit": 50}).json()["items"] if not c["more_evidence"])
    words = claim["evidence"]
    page = visit(desk).go(f"/reports/{claim['document']['id']}#char={words['start']},{words['end']}")
    lit = page.locator(".text .role-evidence")
    expect(lit.first).to_be_in_viewport()
    assert "".join(lit.all_inner_texts()) in (words["text"], words["text"].replace("\n", " "))


def test_a_claims_address_leads_to_its_report(desk: httpx.Client, visit: Opening) -> None:
    claim = desk.get("/api/claims", params={"limit": 1}).json()["items"][0]
    page = visit(desk).go(f"/claims/{claim['id']}")
    page.wait_for_url(f"**/reports/{claim['document']['id']}?claim={claim['id']}")
    expect(page.locator("article.active")).to_be_visible()


def test_the_list_of_claims_is_filtered_by_its_facets_and_words(desk: httpx.Client, visit: Opening) -> None:
    page = visit(desk).go("/claims")
    claims = page.get_by_role("region", name="Claims", exact=True)
    counted = claims.get_by_role("status").first
    everything = desk.get("/api/claims/facets").json()["total"]
    expect(counted).to_have_text(f"{everything} claims")
    page.get_by_role("button", name=re.compile("^✕?Denied")).click()
    page.wait_for_url("**status=denied")
    denied = desk.get("/api/claims", params={"status": "denied", "count": "yes"}).json()["total"]
    expect(counted).to_have_text(f"{denied} claims")
    expect(claims.locator("li [data-row]")).to_have_count(min(denied, 25))
    page.get_by_role("searchbox", name="Search the words").fill("attacked")
    page.wait_for_url("**q=attacked**")
    found = desk.get("/api/claims", params={"status": "denied", "q": "attacked"}).json()["items"]
    expect(claims.locator("li [data-row]")).to_have_count(len(found))
    expect(page.get_by_label("Filters in force")).to_contain_text("“attacked”")
    expect(claims.get_by_role("link", name="CSV")).to_have_attribute("href", re.compile("status=denied&q=attacked"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/report-*claim=claim-*")
    page.go_back()
    expect(claims.locator("li [data-row]")).to_have_count(len(found))


def test_a_name_leads_to_its_claims_of_one_kind(desk: httpx.Client, visit: Opening) -> None:
    seen = visit(desk)
    for kind, key in (("voices", "voice"), ("actors", "actor")):
        name = desk.get(f"/api/{kind}").json()["items"][0]["name"]
        first = desk.get(f"/api/{kind}/{name}").json()["types"][0]
        page = seen.go(f"/{kind}/{name}")
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(page.get_by_text(re.compile("By month of the event|None of it has a date"))).to_be_visible()
        page.locator(f"a[href*='type={first['value']}']").click()
        page.wait_for_url(f"**/claims?{key}=*type={first['value']}")
        expect(page.locator("li [data-row]")).to_have_count(first["count"])


def test_incidents_without_a_date_have_a_lane_of_their_own(desk: httpx.Client, visit: Opening) -> None:
    undated = desk.get("/api/incidents/timeline").json()["undated"]
    page = visit(desk).go("/")
    lane = page.get_by_role("button", name="undated")
    expect(lane).to_contain_text(str(undated))
    lane.click()
    page.wait_for_url("**dated=no")
    until(lambda: total(page) == undated)
    expect(lane).to_have_attribute("aria-pressed", "true")
    expect(page.locator("article").first).to_contain_text("undated")
