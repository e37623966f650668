"""For everybody: a screen reader's rules, the keyboard alone, a phone, paper, rest for the eyes, and a slow line."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import httpx
import pypdfium2
import pytest

from tests.web.page.steps import PHONE, Opening, contested, expect, faults, shot, views

CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
MARK = """controls => {
  window.hidden = [];
  const here = e => e.checkVisibility({visibilityProperty: true}) && !e.matches(':disabled') && e.tabIndex >= 0 && !e.matches('[data-further]');
  for (const e of document.querySelectorAll(controls)) if (here(e)) e.dataset.unreached = '';
  document.addEventListener('focusin', ({target}) => {
    delete target.dataset.unreached;
    const style = getComputedStyle(target);
    if (target.localName !== 'svg' && (style.outlineStyle === 'none' || style.outlineWidth === '0px')) window.hidden.push(target.outerHTML.slice(0, 120));
  });
  return document.querySelectorAll('[data-unreached]').length;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(desk: httpx.Client, visit: Opening, scheme: str) -> None:
    seen = visit(desk, color_scheme=scheme)
    found = []
    for name, path in views(desk).items():
        page = seen.go(path)
        found += faults(page)
        shot(page, f"{name}-{scheme}")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert found + faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_where_one_judges(editing: httpx.Client, visit: Opening, scheme: str) -> None:
    seen = visit(editing, color_scheme=scheme)
    found = []
    for path in ("/review", views(editing)["report"], views(editing)["dossier"] + "&pick=" + editing.get("/api/claims").json()["items"][0]["id"]):
        page = seen.go(path)
        found += faults(page)
    page = seen.go(views(editing)["report"])
    page.get_by_role("button", name="Correct…").click()
    expect(page.get_by_role("dialog").get_by_label("Status")).to_be_visible()
    assert found + faults(page) == []


@pytest.mark.parametrize("view", ["incidents", "table", "claims", "reports", "voices", "dossier", "report", "voice", "actor", "review"])
def test_every_control_is_reached_by_tab_alone_and_shows_it(desk: httpx.Client, visit: Opening, view: str) -> None:
    page = visit(desk).go(views(desk)[view])
    many = page.evaluate(MARK, CONTROLS)
    assert many > 10
    for _ in range(many + 40):  # a field of a date takes several
        page.keyboard.press("Tab")
    assert page.locator("[data-unreached]").evaluate_all("all => all.map(e => e.outerHTML.slice(0, 120))") == []
    assert page.evaluate("window.hidden") == []


def test_no_view_is_wider_than_a_phone(desk: httpx.Client, visit: Opening) -> None:
    seen = visit(desk, **PHONE)
    wide = []
    for name, path in views(desk).items():
        page = seen.go(path)
        wide += [name] if page.evaluate("document.documentElement.scrollWidth") > 360 else []
        shot(page, f"{name}-phone")
    assert wide == []


def test_on_a_phone_the_chosen_claim_comes_to_the_reader(desk: httpx.Client, visit: Opening) -> None:
    page = visit(desk, **PHONE).go(views(desk)["dossier"])
    page.locator("#quotations blockquote a").first.click()
    page.wait_for_url("**/reports/**")
    expect(page.locator("article.active")).to_be_in_viewport()


def test_a_dossier_prints_without_the_desk_around_it(desk: httpx.Client, visit: Opening, tmp_path: Path) -> None:
    incident = contested(desk)
    page = visit(desk, color_scheme="dark").go(f"/incidents/{incident['id']}")
    page.get_by_role("button", name="Theme: system").click()
    page.get_by_role("button", name="Theme: light").click()
    expect(page.get_by_role("button", name="Theme: dark")).to_be_visible()
    page.pdf(path=tmp_path / "dossier.pdf", format="A4", print_background=True)
    paper = pypdfium2.PdfDocument(tmp_path / "dossier.pdf")
    said = "\n".join(sheet.get_textpage().get_text_range() for sheet in paper)
    for head in ("Who says what", "Denials and disputes", "Where it comes from", "All quotations", "By whom", "it verifies nothing"):
        assert head in said
    for control in ("Merge with another", "JSON", "Search the words", "Weigh two", "its words"):
        assert control not in said
    sheet = paper[0].render(scale=1).to_numpy()
    assert sheet.mean() > 220 and sheet.min() < 70  # dark on white, whatever the screen is
    assert len(paper) < 6


def test_the_list_prints_without_map_and_filters(desk: httpx.Client, visit: Opening) -> None:
    page = visit(desk).go("/")
    page.emulate_media(media="print")
    for gone in (page.get_by_role("searchbox").first, page.locator("aside"), page.locator(".map"), page.get_by_role("button", name="More incidents")):
        expect(gone).to_be_hidden()
    expect(page.locator("article").first).to_be_visible()


@pytest.mark.parametrize(("motion", "some"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_do_not_want_it(desk: httpx.Client, visit: Opening, motion: str, some: bool) -> None:
    page = visit(desk, reduced_motion=motion).go(views(desk)["report"])
    moving = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) || getComputedStyle(e).animationName !== 'none').length"
    assert bool(page.evaluate(moving)) is some


def test_the_first_load_is_small(desk: httpx.Client, visit: Opening) -> None:
    """Under 700 kB compressed, besides the shapes of the map and what the desk answers."""
    seen = visit(desk)
    sizes: dict[str, int] = {}
    seen.page.on("response", lambda answer: sizes.update({answer.url: len(gzip.compress(answer.body()))}) if "/api/" not in answer.url else None)
    seen.go("/")
    assert any(re.search(r"/assets/.*\.js$", url) for url in sizes)
    assert sum(size for url, size in sizes.items() if "/countries-" not in url) < 700_000
