"""A browser for the tests of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from tests.web.page.steps import Opening, Visit


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    from tests.web.page.steps import CHROMIUM

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Opening]:
    """Open a browser on a desk: `visit(client)`. At the end nothing may have gone wrong on any page."""
    from tests.web.page.steps import Visit

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
