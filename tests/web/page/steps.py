"""What the tests of the page share: a page that tells what went wrong on it, and the steps that a reader takes again and again.

Needs Chromium (Debian: `apt-get install chromium`) and Playwright for Python; where one is missing, every test of the page is skipped with a
loud notice. Screenshots of the main views go to the folder that REPORTEDLY_SHOTS names, if it names one.
"""

from __future__ import annotations

import os
import re
import shutil
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

try:
    import axe_playwright_python
    from playwright.sync_api import Locator, Page, expect
except ImportError:
    CHROMIUM = None

if CHROMIUM is None:
    message = "THE PAGE IS NOT TESTED: no chromium or no playwright here (apt-get install chromium; pip install playwright axe-playwright-python)"
    warnings.warn(message, stacklevel=1)
    pytest.skip(message, allow_module_level=True)

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


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


type Opening = Callable[..., Visit]


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


def views(desk: httpx.Client) -> dict[str, str]:
    """Every view by name: the address at which there is something to see."""
    incident = contested(desk)["id"]
    claims = desk.get("/api/claims", params={"incident": incident}).json()["items"]
    voice, actor = (desk.get(f"/api/{kind}").json()["items"][0]["name"] for kind in ("voices", "actors"))
    report = f"/reports/{claims[0]['document']['id']}?claim={claims[0]['id']}"
    return {
        "incidents": "/", "table": "/?map=table", "undated": "/?dated=no", "none": "/?q=zzz", "claims": "/claims", "denied": "/claims?status=denied", "reports": "/reports", "voices": "/voices",
        "actors": "/actors", "voice": f"/voices/{quote(voice)}", "actor": f"/actors/{quote(actor)}", "dossier": f"/incidents/{incident}?why={claims[0]['id']},{claims[-1]['id']}",
        "report": report, "marked": f"{report}&marks=all", "review": "/review", "agreement": "/review?show=agreement", "history": "/review?show=history", "lost": "/help", "missing": "/reports/report-none",
    }  # fmt: skip


def told(page: Page, words: str) -> Locator:
    """The word that the page gives on what was done."""
    said = page.get_by_role("status").filter(has_text=words)
    expect(said).to_be_visible()
    return said


def select(page: Page, paragraph: str, words: int | None = None) -> str:
    """Select the first words of a paragraph as a pointer would, or all of it; what is selected then."""
    return str(
        page.evaluate(
            """([paragraph, words]) => {
              const walk = document.createTreeWalker(document.querySelector(paragraph), NodeFilter.SHOW_TEXT);
              const first = walk.nextNode(); let last = first; while (words === null && walk.nextNode()) last = walk.currentNode;
              const end = words === null ? last.length : [...first.data.matchAll(/ /g)][words - 1].index;
              const range = document.createRange(); range.setStart(first, 0); range.setEnd(last, end);
              getSelection().removeAllRanges(); getSelection().addRange(range); return getSelection().toString(); }""",
            [paragraph, words],
        )
    )


def faults(page: Page) -> list[str]:
    """What axe finds serious or critical on the page as it stands."""
    page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", list(RULES))
    return [f"{page.url}: {v['id']} {n['target']} {n['failureSummary']}" for v in found["violations"] if v["impact"] in ("serious", "critical") for n in v["nodes"]]
