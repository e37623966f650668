"""Many readers and writers at once: no error, no judgement lost, and what is written is seen.

A short run here; `REPORTEDLY_MINUTE=1` (`make desk-minute`) has 200 readers and one writer of reports for a minute.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import pytest

from reportedly.store import open_store
from reportedly.web.desk import Setup
from tests.store.test_store import reading
from tests.web.conftest import running

LONG = bool(os.environ.get("REPORTEDLY_MINUTE"))
READERS, SECONDS = (200, 60.0) if LONG else (12, 3.0)
PATHS = ("/api/incidents", "/api/incidents/facets?type=ASSAULT", "/api/claims?q=killed", "/api/claims", "/api/reports", "/api/status", "/api/voices", "/api/incidents/map", "/api/search?q=town")


def write_reports(path: Path, until: float, written: list[int]) -> None:
    """Another process' work, as it would do it: reports stored one by one."""
    with open_store(path) as store:
        while time.monotonic() < until:
            assert store.save(reading(len(written) + 1))
            written.append(1)
            time.sleep(0.05)


async def read(client: httpx.AsyncClient, n: int, until: float, seen: list[int]) -> None:
    while time.monotonic() < until:
        answer = await client.get(PATHS[(n + len(seen)) % len(PATHS)])
        seen.append(answer.status_code)


async def judge(client: httpx.AsyncClient, claims: list[str], until: float, kept: list[int]) -> None:
    """Accept and reject in turn. A store that is locked is said to be, and asked again."""
    for n in range(10**9):
        if time.monotonic() > until:
            return
        body = {"verdict": "reject" if n % 3 == 0 else "accept", "claim": claims[n % len(claims)]}
        answer = await client.post("/api/judgements", json=body)
        assert answer.status_code in (201, 503), answer.text
        if answer.status_code == 201:
            kept.append(answer.json()["judgement"]["id"])


async def everybody(base: str, mark: str, claims: list[str], seen: list[int], kept: list[int]) -> None:
    limits = httpx.Limits(max_connections=READERS + 4)
    until = time.monotonic() + SECONDS
    async with httpx.AsyncClient(base_url=base, timeout=60, limits=limits, headers={"X-CSRF-Token": mark}) as client:
        half = len(claims) // 2
        judging = [judge(client, part, until, kept) for part in (claims[:half], claims[half:])]
        await asyncio.gather(*judging, *(read(client, n, until, seen) for n in range(READERS)))


def test_readers_and_writers_do_not_disturb_each_other(copied: Path) -> None:
    seen: list[int] = []
    kept: list[int] = []
    written: list[int] = []
    with running(Setup(copied, port=0, edits=True, user="Ada", seconds=60)) as client:
        before = client.get("/api/status").json()
        claims = [c["id"] for c in client.get("/api/claims?limit=40").json()["items"]]
        writer = threading.Thread(target=write_reports, args=(copied, time.monotonic() + SECONDS, written))
        writer.start()
        with ThreadPoolExecutor(1) as pool:  # the browser of other tests may hold an event loop in this thread
            pool.submit(asyncio.run, everybody(str(client.base_url), client.headers["X-CSRF-Token"], claims, seen, kept)).result()
        writer.join()
        assert set(seen) == {200} and len(seen) > READERS
        assert kept and written
        log: Any = client.get("/api/judgements.json?limit=100000").json()["items"]
        assert [j["id"] for j in log] == sorted(kept, reverse=True), "every judgement that was acknowledged is kept, once"
        deadline = time.monotonic() + 20
        while client.get("/api/status").json()["reports"] != before["reports"] + len(written):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        last: dict[str, str] = {}
        for judgement in reversed(log):
            last[judgement["claim"]] = judgement["verdict"]
        rejected = {c["id"] for c in client.get("/api/claims?review=rejected&limit=500").json()["items"]}
        assert rejected == {claim for claim, verdict in last.items() if verdict == "reject"}


def test_a_change_is_told_as_it_happens(editing: httpx.Client, copied: Path) -> None:
    with editing.stream("GET", "/api/changes", timeout=20) as stream:
        lines = stream.iter_lines()
        first = [next(lines) for _ in range(3)]
        assert first[0] == "event: change" and first[1].startswith("data: {")
        with open_store(copied) as store:
            store.save(reading(77))
        again = [next(lines) for _ in range(2)]
        assert again[0] == "event: change" and again[1] != first[1]


def test_a_run_is_followed_to_its_end(editing: httpx.Client, copied: Path) -> None:
    told: list[str] = []
    with open_store(copied) as store:
        run = store.begin_run()
        with editing.stream("GET", f"/api/runs/{run}/events", timeout=20) as stream:
            lines = stream.iter_lines()
            told += [next(lines) for _ in range(3)]
            store.save(reading(78), run)
            told += [next(lines) for _ in range(3)]
            store.finish_run(run, read=1, failed=0)
            told += list(lines)
    assert [line for line in told if line.startswith("event")] == ["event: progress", "event: progress", "event: done"]
    assert '"reports": 1' in told[4] and '"finished": null' in told[4]
    assert editing.get("/api/runs/99999/events").status_code == 404


def test_a_connection_may_rest(desk: httpx.Client) -> None:
    """A server that closes it while the next question is under way leaves the asker without an answer."""
    connection = HTTPConnection(desk.base_url.host, desk.base_url.port, timeout=20)
    for rest in (6, 0):
        connection.request("GET", "/api/session")
        first = connection.sock
        assert connection.getresponse().read()
        time.sleep(rest)
    assert connection.sock is first, "it is still the same connection"
    connection.close()


@pytest.mark.parametrize("path", ["/api/changes"])
def test_the_desk_ends_though_somebody_listens(copied: Path, path: str) -> None:
    with running(Setup(copied, port=0)) as client:
        stream = client.stream("GET", path, timeout=20)
        next(stream.__enter__().iter_lines())
    # leaving `running` asserts that the server has ended
