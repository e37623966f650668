"""The page in a real browser: as a reader goes through it, by address, by keys alone, with a screen reader's rules, and with a hostile report.

Needs Chromium (Debian: `apt-get install chromium`) and Playwright for Python; skipped with a loud notice where one is missing.
Screenshots of the main views go to the folder that REPORTEDLY_SHOTS names, if it names one.
"""

from __future__ import annotations

import os
import re
import shutil
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, read_documents
from reportedly.store import open_store

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

try:
    import axe_playwright_python
    from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
except ImportError:
    CHROMIUM = None

if CHROMIUM is None:
    message = "THE PAGE IS NOT TESTED: no chromium or no playwright here (apt-get install chromium; pip install playwright axe-playwright-python)"
    warnings.warn(message, stacklevel=1)
    pytest.skip(message, allow_module_level=True)

VIEWS = ("/", "/?map=table", "/reports", "/voices", "/actors", "/review", "/review?show=agreement", "/review?show=history")


@dataclass
class Visit:
    """A page, and what went wrong on it: errors of scripts, breaches of the content policy, requests to anywhere else, dialogs."""

    page: Page
    base: str
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def watch(self) -> Visit:
        page = self.page
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.on("console", lambda said: self.wrong.append(said.text) if "Content Security Policy" in said.text or "Content-Security-Policy" in said.text else None)
        page.on("request", lambda request: None if request.url.startswith((self.base, "data:", "blob:")) else self.wrong.append(f"asked {request.url}"))
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        return self


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a browser on a desk: `visit(client)`. At the end nothing may have gone wrong on any page."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def opened(client: httpx.Client, **how: Any) -> Visit:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", **how})
        context.set_default_timeout(15_000)
        contexts.append(context)
        visits.append(Visit(context.new_page(), str(client.base_url).rstrip("/")).watch())
        return visits[-1]

    yield opened
    for context in contexts:
        context.close()
    assert [w for v in visits for w in v.wrong] == []


def shot(page: Page, name: str) -> None:
    if folder := os.environ.get("REPORTEDLY_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def total(page: Page) -> int:
    said = page.get_by_role("region", name="Incidents", exact=True).get_by_role("status").inner_text()
    return int(re.sub(r"[^0-9]", "", said.split("incident")[0]))


def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for what follows an answer of the desk: there is no one event that says it has been drawn."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def contested(desk: httpx.Client) -> dict[str, Any]:
    """An incident of several voices, one of which denies."""
    return max((i for i in desk.get("/api/incidents", params={"limit": 500}).json()["items"] if i["disputed"]), key=lambda i: i["n_origins"])


# A reader's way through


def test_from_search_to_a_correction_and_back(editing: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(editing).go("/")
    everything = total(page)
    page.get_by_role("searchbox", name="Search the words").fill("Houla")
    page.wait_for_url("**/?q=Houla")
    expect(page.locator("article").first).to_be_visible()
    until(lambda: 0 < total(page) < everything)
    found = total(page)

    page.get_by_role("button", name=re.compile("Assault")).first.click()
    page.wait_for_url("**type=ASSAULT**")
    until(lambda: 0 < total(page) < found)
    shot(page, "incidents")

    page.locator("a[data-card]").first.click()
    page.wait_for_url("**/incidents/incident-*")
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("assault")
    shot(page, "dossier")

    page.locator("#quotations blockquote a").first.click()
    page.wait_for_url("**/reports/report-*claim=claim-*")
    card = page.locator("article.active")
    expect(card).to_be_visible()
    marked = page.locator(".text .role-evidence")
    expect(marked.first).to_be_visible()
    claim = card.get_attribute("data-claim")
    record = editing.get(f"/api/claims/{claim}").json()
    assert record["evidence"]["text"].startswith(marked.first.inner_text()[:10])
    assert {e.strip() for e in page.locator(".text .role-event").all_inner_texts()} == {record["event"]["trigger"]["text"]}
    shot(page, "report")

    card.get_by_role("button", name="Correct").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Status").select_option("possible")
    form.get_by_role("button", name="Save the corrections").click()
    expect(form).to_be_hidden()
    expect(card).to_contain_text("corrected · Ada")
    assert editing.get(f"/api/claims/{claim}").json()["status"] == "possible"

    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    expect(card).not_to_contain_text("corrected")
    assert editing.get(f"/api/claims/{claim}").json()["status"] == record["status"]
    kept = editing.get("/api/judgements").json()["items"]
    assert [j["verdict"] for j in kept] == ["undo", "correct"]


def test_a_missed_claim_is_added_by_selecting_its_words(editing: httpx.Client, visit: Callable[..., Visit]) -> None:
    report = editing.get("/api/reports", params={"q": "Houla"}).json()["items"][0]
    before = len(editing.get(f"/api/reports/{report['id']}/claims").json()["items"])
    page = visit(editing).go(f"/reports/{report['id']}")
    words = page.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.querySelector('.text p:nth-of-type(2)'), NodeFilter.SHOW_TEXT);
          const first = walk.nextNode(); let last = first; while (walk.nextNode()) last = walk.currentNode;
          const range = document.createRange(); range.setStart(first, 0); range.setEnd(last, last.length);
          getSelection().removeAllRanges(); getSelection().addRange(range); return getSelection().toString(); }"""
    )
    expect(page.get_by_role("button", name="New claim from these words")).to_be_visible()
    page.keyboard.press("n")
    form = page.get_by_role("dialog")
    expect(form.get_by_label("Sentence or clause")).to_have_value(words.strip())
    form.get_by_label("Event", exact=True).select_option("CONSULT")
    form.get_by_label("The word that names the event").fill("no such word")
    form.get_by_role("button", name="Add this claim").click()
    expect(form.get_by_role("alert")).to_contain_text("Give the word of the sentence")
    word = words.split()[2]
    form.get_by_label("The word that names the event").fill(word)
    form.get_by_role("button", name="Add a row: actor").click()
    form.get_by_label("actor 1, words of the report").fill(words.split()[0])
    form.get_by_role("button", name="Add this claim").click()
    expect(form).to_be_hidden()
    after = editing.get(f"/api/reports/{report['id']}/claims").json()["items"]
    assert len(after) == before + 1
    added = next(c for c in after if c["review"] and c["review"]["state"] == "added")
    assert (added["event"]["type"], added["event"]["trigger"]["text"], added["evidence"]["text"]) == ("CONSULT", word, words.strip())
    assert added["actors"][0]["text"] == words.split()[0]


def test_review_by_keys_alone(editing: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(editing).go("/review")
    queue = [q["claim"]["id"] for q in editing.get("/api/review/queue", params={"order": "uncertain", "limit": 3}).json()["items"]]
    evidence = page.locator(".column .role-evidence")
    expect(evidence.first).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_role("status").filter(has_text="Judged right")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("x")
    expect(page.get_by_role("status").filter(has_text="Judged wrong")).to_be_visible()
    kept = editing.get("/api/judgements").json()["items"]
    assert [(j["verdict"], j["claim"], j["by"]) for j in kept] == [("reject", queue[1], "Ada"), ("accept", queue[0], "Ada")]
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    page.wait_for_url(f"**claim={queue[1]}")
    page.keyboard.press("e")
    expect(page.get_by_role("list", name="How this claim was read")).to_be_visible()
    shot(page, "review")


def test_words_selected_in_the_report_go_into_the_field_in_use(editing: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(editing).go("/review")
    queued = editing.get("/api/review/queue", params={"order": "uncertain", "limit": 1}).json()["items"][0]["claim"]
    form = page.get_by_role("region", name="Judgement")
    form.get_by_role("button", name="Add a row: means").click()
    field = form.get_by_label(f"means {len(queued['means']) + 1}, words of the report")
    field.focus()
    word = page.evaluate(
        """() => { const node = document.createTreeWalker(document.querySelector('.column .text'), NodeFilter.SHOW_TEXT).nextNode();
          const range = document.createRange(); range.setStart(node, 0); range.setEnd(node, node.data.indexOf(' '));
          getSelection().removeAllRanges(); getSelection().addRange(range); return getSelection().toString(); }"""
    )
    expect(field).to_have_value(word)
    field.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Corrected: means")).to_be_visible()
    assert editing.get(f"/api/claims/{queued['id']}").json()["means"][-1]["text"] == word


def test_two_reviewers_see_how_far_they_agree(editing: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(editing).go("/review")
    for name in ("Ada", "Grace"):
        if name != "Ada":
            page.get_by_role("button", name="someone else?").click()
            page.get_by_label("Whose judgements are these?").fill(name)
            page.get_by_role("button", name="That is me").click()
            expect(page.locator(".progress bdi")).to_have_text(name)
        for n in (1, 2):
            expect(page.locator(".column .role-evidence").first).to_be_visible()
            page.keyboard.press("a")
            until(lambda name=name, n=n: sum(j["by"] == name for j in editing.get("/api/judgements").json()["items"]) == n)
    page.get_by_role("link", name="Agreement").click()
    expect(page.get_by_role("table").first).to_contain_text("100 %")
    expect(page.get_by_text("Ada and Grace, 2 claims")).to_be_visible()


def test_search_leads_to_voices_and_reports_too(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(desk).go("/reports")
    page.keyboard.press("/")
    page.keyboard.type("Houla")
    found = page.get_by_role("group", name="Also found")
    expect(found.get_by_text("Reports", exact=True)).to_be_visible()
    expect(found.locator("mark").first).to_have_text("Houla")
    page.keyboard.press("ArrowDown")
    expect(found.get_by_role("link").first).to_be_focused()
    found.locator("a.report").first.click()
    page.wait_for_url("**/reports/report-*")
    expect(found).to_be_hidden()


def test_an_incident_is_split_and_put_together_again(editing: httpx.Client, visit: Callable[..., Visit]) -> None:
    incident = contested(editing)
    page = visit(editing).go(f"/incidents/{incident['id']}")
    page.get_by_label("another incident").last.check()
    page.get_by_role("button", name="split them off").click()
    expect(page.get_by_role("status").filter(has_text="Split off 1 claim")).to_be_visible()
    page.wait_for_load_state("networkidle")
    kept = page.url.rsplit("/", 1)[1].split("?")[0]
    assert editing.get(f"/api/incidents/{kept}").json()["n_claims"] == incident["n_claims"] - 1
    expect(page.get_by_role("heading", name="History of judgements")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    assert editing.get(f"/api/incidents/{incident['id']}").json()["n_claims"] == incident["n_claims"]


def test_keys_alone_lead_from_the_list_to_the_words(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(desk).go("/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("killed")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=killed")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Filters in force")).to_contain_text("killed")
    expect(page.get_by_role("region", name="Incidents", exact=True)).to_have_attribute("aria-busy", "false")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("a[data-card]").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/incident-*")
    page.locator("#quotations blockquote a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    expect(page.locator("article.active")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.get_by_role("list", name="How this claim was read")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next claim")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


# The address is the state


def test_an_address_brings_the_view_back(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
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
    for read in (lambda p: p.locator("a[data-card]").all_inner_texts(), lambda p: p.get_by_label("Filters in force").inner_text(), lambda p: p.get_by_role("table").inner_text(), total):
        assert read(again) == read(first)
    assert again.get_by_role("button", name=re.compile("Assault")).first.get_attribute("aria-pressed") == "true"
    first.go_back()
    assert "map=table" not in first.url


def test_a_place_of_the_map_and_a_day_of_the_timeline_filter(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(desk).go("/")
    before = total(page)
    place = next(i["place"] for i in desk.get("/api/incidents", params={"placed": "yes"}).json()["items"] if i["place"]["precision"] in ("town", "exact"))
    page.goto(f"{page.url}?at={place['longitude']},{place['latitude']},400")  # near enough for it to be alone, in the middle
    expect(page.locator(".map canvas:not([data-marks='0'])")).to_be_visible()
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


def test_a_permalink_shows_its_words(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    claim = next(c for c in desk.get("/api/claims", params={"q": "Houla", "limit": 50}).json()["items"] if not c["more_evidence"])
    words = claim["evidence"]
    page = visit(desk).go(f"/reports/{claim['document']['id']}#char={words['start']},{words['end']}")
    lit = page.locator(".text .role-evidence")
    expect(lit.first).to_be_in_viewport()
    assert "".join(lit.all_inner_texts()) in (words["text"], words["text"].replace("\n", " "))


def test_a_claims_address_leads_to_its_report(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    claim = desk.get("/api/claims", params={"limit": 1}).json()["items"][0]
    page = visit(desk).go(f"/claims/{claim['id']}")
    page.wait_for_url(f"**/reports/{claim['document']['id']}?claim={claim['id']}")
    expect(page.locator("article.active")).to_be_visible()


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(desk: httpx.Client, visit: Callable[..., Visit], scheme: str) -> None:
    incident = contested(desk)
    claim = desk.get("/api/claims", params={"incident": incident["id"]}).json()["items"][0]
    voice = desk.get("/api/voices").json()["items"][0]["name"]
    seen = visit(desk, color_scheme=scheme)
    axe = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    faults = []
    for path in (*VIEWS, f"/incidents/{incident['id']}", f"/reports/{claim['document']['id']}?claim={claim['id']}&marks=all", f"/voices/{voice}"):
        page = seen.go(path)
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")
        faults += [f"{path}: {v['id']} {n['target']} {n['failureSummary']}" for v in found["violations"] if v["impact"] in ("serious", "critical") for n in v["nodes"]]
        shot(page, f"axe-{scheme}-{re.sub('[^a-z]+', '-', path)[:30]}")
    assert faults == []


@pytest.mark.parametrize("path", ["/", "/reports", "/voices", "/review"])
def test_no_view_is_wider_than_a_phone(desk: httpx.Client, visit: Callable[..., Visit], path: str) -> None:
    page = visit(desk, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True).go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_dossier_and_report_fit_a_phone(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    incident = contested(desk)
    seen = visit(desk, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    page = seen.go(f"/incidents/{incident['id']}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#quotations blockquote a").first.click()
    page.wait_for_url("**/reports/**")
    expect(page.locator("article.active")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    shot(page, "phone-report")


def test_a_dossier_prints_without_the_desk_around_it(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(desk).go(f"/incidents/{contested(desk)['id']}")
    page.emulate_media(media="print")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
    assert page.pdf()[:5] == b"%PDF-"


# What can go wrong


def test_an_empty_store_says_what_to_run(start: Callable[..., httpx.Client], visit: Callable[..., Visit], tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db"):
        pass
    page = visit(start(tmp_path / "empty.db")).go("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("No report has been read")
    expect(page.locator("pre")).to_contain_text("reportedly code report.txt")
    shot(page, "empty")


def test_a_desk_that_is_gone_says_so_and_can_be_asked_again(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
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


def test_what_is_not_there_says_so(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    page = visit(desk).go("/reports/report-none")
    expect(page.get_by_role("alert")).to_contain_text("report-none")
    expect(visit(desk).go("/incidents/incident-none").get_by_role("alert")).to_be_visible()


def test_without_leave_to_edit_nothing_offers_it(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
    seen = visit(desk)
    page = seen.go("/review")
    expect(page.get_by_role("note")).to_contain_text("--allow-edits")
    page.keyboard.press("a")
    report = desk.get("/api/reports").json()["items"][0]["id"]
    page = seen.go(f"/reports/{report}")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("article.active")).not_to_contain_text("Wrong")
    assert desk.get("/api/judgements").json()["items"] == []


def test_a_token_is_asked_for(start: Callable[..., httpx.Client], visit: Callable[..., Visit], copied: Path) -> None:
    page = visit(start(copied, token="open-sesame-and-let-me-in")).go("/")
    expect(page.get_by_role("heading", name="This desk is shared")).to_be_visible()
    page.get_by_label("Token").fill("wrong")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Token").fill("open-sesame-and-let-me-in")
    page.get_by_role("button", name="Come in").click()
    expect(page.locator("article").first).to_be_visible()


def test_a_hostile_report_does_nothing(desk: httpx.Client, visit: Callable[..., Visit]) -> None:
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


def test_a_word_of_a_megabyte_does_not_hold_the_page_up(start: Callable[..., httpx.Client], visit: Callable[..., Visit], copied: Path, tools: Tools) -> None:
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
