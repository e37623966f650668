"""Judging on the page: a claim right or wrong, corrected, added; incidents split; two people's agreement."""

from __future__ import annotations

import httpx

from tests.web.page.steps import Opening, contested, expect, select, shot, told, until


def test_a_missed_claim_is_added_by_selecting_its_words(editing: httpx.Client, visit: Opening) -> None:
    report = editing.get("/api/reports", params={"q": "Houla"}).json()["items"][0]
    before = len(editing.get(f"/api/reports/{report['id']}/claims").json()["items"])
    page = visit(editing).go(f"/reports/{report['id']}")
    words = select(page, ".text p:nth-of-type(2)")
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


def test_review_by_keys_alone(editing: httpx.Client, visit: Opening) -> None:
    page = visit(editing).go("/review")
    queue = [q["claim"]["id"] for q in editing.get("/api/review/queue", params={"order": "uncertain", "limit": 3}).json()["items"]]
    evidence = page.locator(".column .role-evidence")
    expect(evidence.first).to_be_visible()
    page.keyboard.press("a")
    told(page, "Judged right")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("x")
    told(page, "Judged wrong")
    kept = editing.get("/api/judgements").json()["items"]
    assert [(j["verdict"], j["claim"], j["by"]) for j in kept] == [("reject", queue[1], "Ada"), ("accept", queue[0], "Ada")]
    page.keyboard.press("u")
    told(page, "Taken back")
    page.wait_for_url(f"**claim={queue[1]}")
    page.keyboard.press("e")
    expect(page.get_by_role("list", name="How this claim was read")).to_be_visible()
    shot(page, "review")


def test_words_selected_in_the_report_go_into_the_field_in_use(editing: httpx.Client, visit: Opening) -> None:
    page = visit(editing).go("/review")
    queued = editing.get("/api/review/queue", params={"order": "uncertain", "limit": 1}).json()["items"][0]["claim"]
    form = page.get_by_role("region", name="Judgement")
    form.get_by_role("button", name="Add a row: means").click()
    field = form.get_by_label(f"means {len(queued['means']) + 1}, words of the report")
    field.focus()
    word = select(page, ".column .text", 1)
    expect(field).to_have_value(word)
    field.focus()
    page.keyboard.press("Enter")
    told(page, "Corrected: means")
    assert editing.get(f"/api/claims/{queued['id']}").json()["means"][-1]["text"] == word


def test_two_reviewers_see_how_far_they_agree(editing: httpx.Client, visit: Opening) -> None:
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
    expect(page.get_by_role("table").first).to_contain_text("100 %", timeout=60_000)  # the first count loads a library
    expect(page.get_by_text("Ada and Grace, 2 claims")).to_be_visible()


def test_an_incident_is_split_and_put_together_again(editing: httpx.Client, visit: Opening) -> None:
    incident = contested(editing)
    before = claims_of(editing, incident["id"])
    page = visit(editing).go(f"/incidents/{incident['id']}")
    page.get_by_label("another incident").last.check()
    page.get_by_role("button", name="split them off").click()
    told(page, "Split off 1 claim")
    page.wait_for_load_state("networkidle")
    kept = page.url.rsplit("/", 1)[1].split("?")[0]
    assert len(before - claims_of(editing, kept)) == 1  # the rest stays together; others may join it, now that one that was unlike them is gone
    expect(page.get_by_role("heading", name="History of judgements")).to_be_visible()
    page.keyboard.press("u")
    told(page, "Taken back")
    assert claims_of(editing, incident["id"]) == before


def claims_of(desk: httpx.Client, incident: str) -> set[str]:
    return {c["id"] for c in desk.get("/api/claims", params={"incident": incident, "limit": 500}).json()["items"]}


def test_without_leave_to_edit_nothing_offers_it(desk: httpx.Client, visit: Opening) -> None:
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
