"""What can go wrong: nothing there yet, nobody answers, no leave to come in, a report that means harm."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx

from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, read_documents
from reportedly.store import open_store
from tests.web.page.steps import Opening, expect, shot, views


def test_an_empty_store_says_what_to_run(start: Callable[..., httpx.Client], visit: Opening, tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db"):
        pass
    page = visit(start(tmp_path / "empty.db")).go("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("No report has been read")
    expect(page.locator("pre")).to_contain_text("reportedly code report.txt")
    shot(page, "empty")


def test_a_desk_that_is_gone_says_so_and_can_be_asked_again(desk: httpx.Client, visit: Opening) -> None:
    page = visit(desk).go("/reports")
    page.route("**/api/incidents**", lambda route: route.abort())
    page.get_by_role("link", name="Incidents", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("The desk does not answer")
    expect(page.get_by_role("alert")).to_contain_text("reportedly serve")
    shot(page, "gone")
    page.unroute("**/api/incidents**")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("article").first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_what_is_not_there_says_so(desk: httpx.Client, visit: Opening) -> None:
    page = visit(desk).go("/reports/report-none")
    expect(page.get_by_role("alert")).to_contain_text("report-none")
    page.get_by_role("alert").get_by_role("link", name="all reports").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports")
    expect(visit(desk).go("/incidents/incident-none").get_by_role("alert")).to_be_visible()


def test_a_token_is_asked_for(start: Callable[..., httpx.Client], visit: Opening, copied: Path) -> None:
    page = visit(start(copied, token="open-sesame-and-let-me-in")).go("/")
    expect(page.get_by_role("heading", name="This desk is shared")).to_be_visible()
    page.get_by_label("Token").fill("wrong")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Token").fill("open-sesame-and-let-me-in")
    page.get_by_role("button", name="Come in").click()
    expect(page.locator("article").first).to_be_visible()


def test_a_hostile_report_does_nothing(desk: httpx.Client, visit: Opening) -> None:
    report = next(r for r in desk.get("/api/reports", params={"limit": 500}).json()["items"] if "onload" in (r["title"] or ""))
    claims = desk.get(f"/api/reports/{report['id']}/claims").json()["items"]
    assert claims
    seen = visit(desk)
    for path in ("/", "/reports", "/voices", "/actors", "/?q=Homs", f"/reports/{report['id']}?marks=all", f"/reports/{report['id']}?claim={claims[0]['id']}", *{f"/incidents/{c['incident']}" for c in claims}):
        page = seen.go(path)
        assert page.locator("main script, main img, main iframe, [onload], [onerror], [onclick], main b, a[href^='javascript']").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    text = seen.go(f"/reports/{report['id']}").locator(".text")
    expect(text).to_contain_text("<script>alert(1)</script>")
    expect(text).to_contain_text("<img src=x onerror=alert(2)>")
    assert "\u202e" not in text.inner_text()
    expect(seen.page.get_by_role("note").filter(has_text="direction of writing")).to_be_visible()
    expect(seen.page.get_by_role("heading", level=1)).to_contain_text("<svg onload=alert(3)>")


def test_a_word_of_a_megabyte_does_not_hold_the_page_up(start: Callable[..., httpx.Client], visit: Opening, copied: Path, tools: Tools) -> None:
    long = document_from_text("Gunmen shelled Homs, the army said.\n\n" + "w" * 1_000_000, source="w" * 1_000_000, given=Given(None, "x" * 1_000_000, "t" * 1_000_000))
    with open_store(copied) as store:
        run = store.begin_run()
        [reading] = read_documents([long], tools)
        store.save(reading, run)
        store.finish_run(run, read=1, failed=0)
    seen = visit(start(copied))
    for path in ("/reports", f"/reports/{reading.document.id}"):
        page = seen.go(path)
        expect(page.get_by_text("ttttt").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_what_is_on_its_way_says_so(desk: httpx.Client, visit: Opening) -> None:
    seen = visit(desk)
    seen.page.route("**/api/**", lambda route: None if route.request.url.endswith(("/dossier", "limit=25", "/claims")) else route.continue_())
    seen.page.goto(f"{seen.base}{views(desk)['dossier']}")
    expect(seen.page.get_by_text("Fetching the dossier…")).to_be_visible()
    seen.page.goto(f"{seen.base}/claims")
    expect(seen.page.get_by_text("Fetching the claims…")).to_be_visible()


def test_nothing_found_says_what_to_do(desk: httpx.Client, visit: Opening) -> None:
    seen = visit(desk)
    page = seen.go("/?q=zzz")
    expect(page.get_by_text("No incident answers to all of this.")).to_be_visible()
    expect(page.get_by_text("Nothing is left to filter by.")).to_be_visible()
    expect(page.get_by_text("No incident to place in time.")).to_be_visible()
    page.get_by_role("link", name="in the full text of the reports").click()
    page.wait_for_url("**/reports?q=zzz")
    expect(page.get_by_text("No report has these words.")).to_be_visible()
    expect(seen.go("/claims?q=zzz").get_by_text("No claim answers to all of this.")).to_be_visible()


def test_who_reads_meanwhile_is_seen_to_come_further(start: Callable[..., httpx.Client], visit: Opening, copied: Path, tools: Tools) -> None:
    client = start(copied)
    texts = [document_from_text(f"Rebels shelled the town of Douma on Tuesday, killing {n} people, residents said.", given=Given(None, "Courier")) for n in ("four", "nine")]
    first, second = read_documents(texts, tools)
    with open_store(copied) as store:
        run = store.begin_run()
        page = visit(client).go("/reports")
        news = page.locator("header .news")
        store.save(first, run)
        expect(news).to_contain_text("Reading goes on: 1 report,")
        store.save(second, run)
        expect(news).to_contain_text("Reading goes on: 2 reports,")
        store.finish_run(run, read=2, failed=1)
    expect(news).to_contain_text("Reading has ended: 2 reports")
    expect(news).to_contain_text("1 could not be read")
    before = page.locator("li [data-row]").count()
    news.get_by_role("button", name="Show it").click()
    expect(page.locator("li [data-row]")).to_have_count(before + 2)
    expect(news).to_contain_text("11 reports")


def test_a_run_that_was_killed_is_not_said_to_go_on(start: Callable[..., httpx.Client], visit: Opening, copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as store, store:
        store.execute("INSERT INTO runs (started, version, reports, problems) VALUES ('2026-01-01T00:00:00+00:00', '0', 0, 0)")
    page = visit(start(copied)).go("/reports")
    page.wait_for_timeout(1_500)  # three looks of the desk at the store
    expect(page.locator("header .news")).not_to_contain_text("Reading")


def test_claims_that_are_in_no_incident_yet_are_told_of(start: Callable[..., httpx.Client], visit: Opening, copied: Path, tools: Tools) -> None:
    with open_store(copied) as store:
        [reading] = read_documents([document_from_text("Rebels shelled the town of Douma, residents said.", given=Given(None, "Courier"))], tools)
        store.save(reading)
    page = visit(start(copied)).go("/")
    expect(page.locator(".intro")).to_contain_text(f"{len(reading.claims)} claim")
    expect(page.locator(".intro")).to_contain_text("reportedly compare")
