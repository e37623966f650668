"""The dossier: who says what side by side, copies counted once, back to origins, and why its claims are one incident."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from tests.web.page.steps import Opening, contested, expect, shot, told, until


def carried(desk: httpx.Client) -> dict[str, Any]:
    """A dossier of which two reports carry one text, and say something in their own words."""
    for incident in desk.get("/api/incidents", params={"limit": 500, "sort": "claims"}).json()["items"]:
        dossier: dict[str, Any] = desk.get(f"/api/incidents/{incident['id']}/dossier").json()
        backed = {c for origin in dossier["incident"]["origins"] for c in origin["claims"]}
        copied = {r for group in dossier["incident"]["copies"] for r in group}
        if len({c["document"]["id"] for c in dossier["claims"] if c["id"] not in backed and not c["attribution"]} & copied) > 1:
            return dossier
    raise AssertionError("the demo has copies")


def signed(number: float) -> str:
    return f"{number:+.2f}".replace("-", "−")


def test_copies_of_one_text_are_one_row_and_one_stack(desk: httpx.Client, visit: Opening) -> None:
    dossier = carried(desk)
    (group,) = dossier["incident"]["copies"]
    outlets = {r["outlet"] for r in dossier["reports"] if r["id"] in group}
    page = visit(desk).go(f"/incidents/{dossier['incident']['id']}")
    own = page.locator("#voices tbody tr").filter(has_text="the report")
    expect(own).to_have_count(1)
    for outlet in outlets:
        expect(own).to_contain_text(outlet)
    expect(page.locator("#origins li.stack")).to_have_count(1)
    expect(page.locator("#origins li.stack")).to_contain_text(f"{len(group)} reports, one text")


def test_every_origin_stands_in_the_graph_and_leads_somewhere(desk: httpx.Client, visit: Opening) -> None:
    seen = visit(desk)
    for incident in desk.get("/api/incidents", params={"limit": 12, "sort": "origins"}).json()["items"]:
        origins = desk.get(f"/api/incidents/{incident['id']}").json()["origins"]
        page = seen.go(f"/incidents/{incident['id']}")
        assert {o["name"] for o in origins} <= set(page.locator("#origins li.origin a").all_inner_texts())
        links = page.locator("#origins li a, #voices th a").evaluate_all("all => all.map(a => a.pathname)")
        assert links
        for address in {unquote(link) for link in links}:
            assert desk.get(f"/api{address}").status_code == 200, address


def test_two_claims_are_weighed_against_each_other(desk: httpx.Client, visit: Opening) -> None:
    incident = next(i for i in desk.get("/api/incidents", params={"limit": 5, "sort": "claims"}).json()["items"] if i["n_claims"] > 2)
    page = visit(desk).go(f"/incidents/{incident['id']}")
    page.get_by_role("button", name="Weigh two of them").click()
    page.wait_for_url("**why=claim-*")
    scales = page.locator("#why")
    expect(scales.get_by_role("table")).to_contain_text("to begin with")
    one, other = page.url.split("why=")[1].replace("%2C", ",").split(",")
    summed = next(r["adds"] for r in desk.get(f"/api/claims/{one}/why/{other}").json()["rows"] if r["feature"] == "sum")
    expect(scales.locator(".sum strong")).to_have_text(signed(summed))
    shot(page, "why")
    third = next(c["id"] for c in desk.get("/api/claims", params={"incident": incident["id"]}).json()["items"] if c["id"] not in (one, other))
    scales.get_by_label("The other").select_option(third)
    page.wait_for_url(f"**{third}")
    weighed = next(r["adds"] for r in desk.get(f"/api/claims/{one}/why/{third}").json()["rows"] if r["feature"] == "sum")
    expect(scales.locator(".sum strong")).to_have_text(signed(weighed))
    words = scales.locator(".sum").inner_text()
    assert visit(desk).go(page.url.removeprefix(str(desk.base_url).rstrip("/"))).locator("#why .sum").inner_text() == words


def test_quotations_are_judged_by_keys(editing: httpx.Client, visit: Opening) -> None:
    page = visit(editing).go(f"/incidents/{contested(editing)['id']}")
    quoted = page.locator("#quotations [data-row]")
    page.keyboard.press("j")
    expect(quoted.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(quoted.nth(1)).to_be_focused()
    claim = str(quoted.nth(1).get_attribute("href")).split("claim=")[1]
    page.keyboard.press("a")
    told(page, "Judged right")
    assert editing.get(f"/api/claims/{claim}").json()["review"]["state"] == "accepted"
    expect(page.locator(f"#claim-{claim}")).to_contain_text("judged right by Ada")
    page.keyboard.press("u")
    told(page, "Taken back")
    until(lambda: editing.get(f"/api/claims/{claim}").json()["review"] is None)


@pytest.mark.parametrize("width", [360, 1440])
def test_a_voice_has_its_values_beside_their_headings(desk: httpx.Client, visit: Opening, width: int) -> None:
    """On a phone a row is a sheet of its own: what a value is of stands before it."""
    page = visit(desk, viewport={"width": width, "height": 800}).go(f"/incidents/{contested(desk)['id']}")
    cell = page.locator("#voices tbody tr").first.locator("td:not(.empty)").first
    said = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    head = page.locator("#voices thead")
    if width == 360:
        assert said == f'"{cell.get_attribute("data-head")}"'
        expect(head).to_be_hidden()
    else:
        assert said == "none"
        expect(head).to_contain_text(str(cell.get_attribute("data-head")))
