"""A reader's way through the page: from a search to the words of a report and back, by pointer and by keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import httpx

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_documents
from reportedly.store import open_store
from tests.web.page.steps import Opening, expect, shot, told, total, until


def test_from_search_to_a_correction_and_back(editing: httpx.Client, visit: Opening) -> None:
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

    page.locator("a[data-row]").first.click()
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
    assert any(record["evidence"]["text"].startswith(piece[:10]) for piece in marked.all_inner_texts())  # the headline may say it too
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
    told(page, "Taken back")
    expect(card).not_to_contain_text("corrected")
    assert editing.get(f"/api/claims/{claim}").json()["status"] == record["status"]
    kept = editing.get("/api/judgements").json()["items"]
    assert [j["verdict"] for j in kept] == ["undo", "correct"]


def test_search_leads_to_voices_and_reports_too(desk: httpx.Client, visit: Opening) -> None:
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


def test_keys_alone_lead_from_the_list_to_the_words(desk: httpx.Client, visit: Opening) -> None:
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
    expect(page.locator("a[data-row]").nth(1)).to_be_focused()
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


def test_a_claim_leads_to_its_words_at_the_outlet(start: Callable[..., httpx.Client], visit: Opening, copied: Path, tools: Tools) -> None:
    """The outlet's page opens at the words: a text fragment, its own signs escaped."""
    given = Given(parse_date("2015-10-07"), "The Harbour Courier", "Shells on Douma", "https://courier.example/douma#top")
    with open_store(copied) as store:
        [reading] = read_documents([document_from_text("Government troops shelled the town of Douma on Tuesday - killing four people, residents said.", given=given)], tools)
        store.save(reading)
    page = visit(start(copied)).go(f"/reports/{reading.document.id}")
    page.keyboard.press("j")
    link = page.locator("article.active").get_by_role("link", name="at the outlet")
    address = str(link.get_attribute("href"))
    assert re.match(r"https://courier\.example/douma#:~:text=[^-&]+$", address)
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"


def test_how_to_read_the_page_is_said_where_one_begins(desk: httpx.Client, visit: Opening) -> None:
    page = visit(desk).go("/")
    page.get_by_role("button", name="How to read this", exact=True).click()
    said = page.get_by_role("dialog")
    for words in ("claim", "voice", "origin", "incident", "disputed", "next incident", "denied"):
        expect(said).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()
