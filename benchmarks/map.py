"""How smoothly the map moves with a hundred thousand incidents: the built page in a real Chromium, moved and zoomed as by hand.

    python benchmarks/map.py [--incidents 100000] [--seconds 4]

The desk is a real one on a small store; only its answer to `/api/incidents/map` is made up, with as many incidents as are asked for, most of
them in towns near each other, some known by province or country only. Prints for each gesture the frames a second that came about, and what
a frame cost the page's thread of the processor (the middle, the 95th percentile, the slowest): 33 ms are thirty frames a second, however busy
the machine is with other work. Needs Chromium and Playwright for Python.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk import add_incidents, add_reports, percentile, serving
from playwright.sync_api import Page, sync_playwright

from reportedly.evaluate.generated import generate, world
from reportedly.store import open_store

PRECISIONS = ("exact", "town", "district", "province", "region", "country", "unknown")
WEIGHTS = (3, 80, 4, 6, 0, 5, 2)
COUNTRIES = ("SYR", "IRQ", "YEM", "UKR", "AFG", "SOM", "NGA", "COL", "MMR", "SDN")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=4)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.db"
        with open_store(path) as store:
            part = generate(1, 40, days=300, setting=world(random.Random(1)))
            add_reports(store, part)
            add_incidents(store, part)
        with serving(path) as client, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            made = json.dumps(points(given.incidents))
            page.route("**/api/incidents/map*", lambda route: route.fulfill(body=made, content_type="application/json"))
            began = time.perf_counter()
            page.goto(str(client.base_url))
            page.locator("canvas[data-marks]:not([data-marks='0'])").wait_for(timeout=120_000)
            print(f"{given.incidents} incidents drawn {time.perf_counter() - began:.1f} s after the page was asked for")
            measure(page, given.seconds)
            chromium.close()


def points(many: int) -> dict[str, Any]:
    """An answer with so many incidents around two hundred towns a country."""
    rng = random.Random(3)
    towns = [(rng.uniform(-75, 100), rng.uniform(-5, 50), n // 200) for n in range(200 * len(COUNTRIES))]
    at = [rng.choice(towns) for _ in range(many)]
    precision = rng.choices(range(len(PRECISIONS)), WEIGHTS, k=many)
    near = [rng.gauss(0, 0.15) if p < 2 else 0.0 for p in precision]
    return {
        "total": many, "placed": many, "ids": [f"{n:020x}" for n in range(many)], "lon": [round(t[0] + d, 4) for t, d in zip(at, near, strict=True)],
        "lat": [round(t[1] + d * rng.choice((-1, 0.5)), 4) for t, d in zip(at, near, strict=True)], "precision": precision, "precisions": list(PRECISIONS),
        "disputed": [int(rng.random() < 0.2) for _ in range(many)], "status": [0] * many, "statuses": ["occurred"], "n": [1] * many,
        "country": [t[2] for t in at], "countries": list(COUNTRIES), "name": [0] * many, "names": ["a town"],
    }  # fmt: skip


def measure(page: Page, seconds: float) -> None:
    box = page.locator(".map").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def zoomed(steps: float) -> Callable[[float], None]:
        return lambda _: page.mouse.wheel(0, steps)

    def dragged(part: float) -> None:
        page.mouse.move(x + 0.4 * box["width"] * math.sin(part * 6 * math.pi), y + 0.3 * box["height"] * math.sin(part * 4 * math.pi))

    print(f"{'milliseconds of the page thread':32} {'frames/s':>8} {'middle':>8} {'95th':>8} {'slowest':>8}")
    page.mouse.move(x, y)
    for name, gesture, held in (("pan, the world", dragged, True), ("zoom in", zoomed(-25), False), ("pan, near", dragged, True), ("zoom out", zoomed(25), False)):
        if held:
            page.mouse.down()
        frames, took = traced(page, lambda gesture=gesture: moved(gesture, seconds))  # type: ignore[misc]
        if held:
            page.mouse.up()
        page.mouse.move(x, y)
        page.wait_for_timeout(1_000)
        print(f"{name:32} {len(frames) / took:8.0f} {percentile(frames, 0.5):8.1f} {percentile(frames):8.1f} {max(frames):8.1f}", flush=True)


def moved(gesture: Callable[[float], None], seconds: float) -> float:
    """A gesture in steps of a sixtieth of a second, or as fast as the browser takes them. Gives the seconds that it took."""
    began = time.perf_counter()
    while (now := time.perf_counter() - began) < seconds:
        gesture(now / seconds)
        time.sleep(max(0, 1 / 60 - (time.perf_counter() - began - now)))
    return time.perf_counter() - began


def traced(page: Page, act: Callable[[], float]) -> tuple[list[float], float]:
    """(milliseconds of the processor that the page's thread took for each frame, seconds) while something was done."""
    browser = page.context.browser
    assert browser
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    took = act()
    events = json.loads(browser.stop_tracing())["traceEvents"]
    begun = Counter((e["pid"], e["tid"]) for e in events if e["name"] == "Paint")
    ((mine, _),) = begun.most_common(1)
    own = sorted((e for e in events if (e["pid"], e["tid"]) == mine), key=lambda e: e["ts"])
    frames = [0.0]
    for e in own:
        if e["name"] == "AnimationFrame" and e["ph"] == "b":
            frames.append(0.0)
        elif e["name"].endswith("RunTask"):
            frames[-1] += e.get("tdur", 0) / 1000
    return frames[1:], took


if __name__ == "__main__":
    main()
