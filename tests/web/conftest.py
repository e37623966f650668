"""A real desk for the tests: real reports, read and compared, behind a real server on this machine."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

import httpx
import pytest

from reportedly.cli.demo import demo_documents
from reportedly.compare.incremental import compare_store
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_documents
from reportedly.store import open_store
from reportedly.web.desk import Setup
from reportedly.web.serve import Server, listen

HOSTILE = (
    "<script>alert(1)</script> Gunmen\u202eneddih\u202c shelled the town of Homs on Monday, killing 12 people, <img src=x onerror=alert(2)> the Syrian army said.\n\n"
    "=HYPERLINK(\"http://evil.example\") The rebels denied that they had attacked the town of Homs on Monday. " + "w" * 100_000 + "\n"
)
TITLE = "\"><svg onload=alert(3)>, '; DROP TABLE claims; --"


def hostile() -> object:
    return document_from_text(HOSTILE, source="=cmd|' /C calc'!A0", given=Given(parse_date("2015-10-07"), "<b>Outlet</b>", TITLE, "javascript:alert(4)"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, tools: Tools) -> Path:
    """A store of nine reports, one of them hostile; compared."""
    path = tmp_path_factory.mktemp("desk") / "made.db"
    with open_store(path) as store:
        run = store.begin_run()
        documents = [*islice(demo_documents(), 8), hostile()]
        for reading in read_documents(documents, tools):  # type: ignore[arg-type]
            store.save(reading, run)
        store.finish_run(run, read=len(documents), failed=0)
        compare_store(store)
    return path


@contextmanager
def running(setup: Setup) -> Iterator[httpx.Client]:
    """A desk that serves; a client of it with the mark that writes carry."""
    with listen(setup) as listening:
        serving = Server(setup)
        thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            while not serving.started:
                time.sleep(0.01)
                assert thread.is_alive()
            with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=30) as client:
                answer = client.get("/api/session")
                client.headers["X-CSRF-Token"] = answer.json()["csrf"]
                yield client
        finally:
            serving.end()
            thread.join(10)
            assert not thread.is_alive()


@pytest.fixture(scope="session")
def desk(made: Path) -> Iterator[httpx.Client]:
    """A desk that only shows."""
    with running(Setup(made, port=0)) as client:
        yield client


@pytest.fixture
def copied(made: Path, tmp_path: Path) -> Path:
    """A store of one's own, to write to."""
    for suffix in ("", "-wal", "-shm"):
        if (file := made.with_name(made.name + suffix)).exists():
            shutil.copy(file, tmp_path / f"own.db{suffix}")
    return tmp_path / "own.db"


@pytest.fixture
def editing(copied: Path) -> Iterator[httpx.Client]:
    """A desk on which Ada may judge."""
    with running(Setup(copied, port=0, edits=True, user="Ada")) as client:
        yield client


@pytest.fixture
def start() -> Iterator[Callable[..., httpx.Client]]:
    """Start desks as a test wants them."""
    with ExitStack() as stack:
        yield lambda store, **how: stack.enter_context(running(replace(Setup(store, port=0), **how)))
