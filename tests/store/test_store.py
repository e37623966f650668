"""The store: whole reports or none, the same twice, faults with names."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import event

from reportedly.document import content_id
from reportedly.errors import NotFoundError, NotTextError, StoreError, StoreLockedError, StoreUnwritableError, StoreVersionError
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.records import Claim, Event, Participant, Reading, Step, Time, Voice
from reportedly.spans import Span
from reportedly.store import ClaimFilter, Store, open_store
from reportedly.store.schema import metadata
from reportedly.terms import Status, VoiceKind

TEXT = "Rebels shelled Homs on Monday, the army said. Report {n}."


def reading(n: int = 1, *, claims: int = 2, version: str = "1") -> Reading:
    document = document_from_text(TEXT.format(n=n), source=f"r{n}.txt", given=Given(parse_date("2015-10-07"), "The Courier"))
    words = [document.words(Span(*s)) for s in ((0, 45), (0, 6), (7, 14), (31, 39), (20, 29))]
    made = tuple(
        Claim(
            content_id("claim", document.id, i), document, words[0], Event("ASSAULT", words[2]), Status.OCCURRED,
            (Voice("army", words[3], VoiceKind.ORGANISATION),), (Participant("Rebels", words[1], None, "SYR", "Syria", "REB"),),
            time=Time(words[4], "2015-10-05", "2015-10-05", "day"), trace=(Step("frame.assault.shell", words[2], "ASSAULT"),),
        )
        for i in range(claims)
    )  # fmt: skip
    return Reading(document, made, (), "book", version)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "s.db")


def test_migrations_make_the_schema(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [d for d in compare_metadata(context, metadata) if "fts" not in str(d)]
    assert differences == []


def test_pragmas(store: Store) -> None:
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_claims_come_back_as_they_were_written(store: Store) -> None:
    one = reading()
    assert store.save(one) is True
    assert list(store.claims()) == one.to_dicts()
    assert store.document(one.document.id).text == one.document.text
    assert store.trace(one.claims[0].id)[0]["rule"] == "frame.assault.shell"


def test_saving_twice_changes_nothing(store: Store) -> None:
    store.save(reading())
    before = store.counts(), list(store.claims())
    assert store.save(reading()) is False
    assert (store.counts(), list(store.claims())) == before


def test_another_version_replaces_the_claims_whole(store: Store) -> None:
    store.save(reading(claims=3))
    assert store.save(reading(claims=1, version="2")) is True
    assert store.counts()["claims"] == 1
    assert len(list(store.claims(ClaimFilter(text="shelled")))) == 1


def test_a_report_is_stored_whole_or_not_at_all(store: Store) -> None:
    good = reading(claims=2)
    twice = Reading(good.document, (good.claims[0], good.claims[0]), (), "book", "1")
    with pytest.raises(StoreError):
        store.save(twice)
    assert store.counts()["reports"] == store.counts()["claims"] == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(voice="ARM"), 2), (ClaimFilter(voice="navy"), 0), (ClaimFilter(actor="rebel"), 2), (ClaimFilter(actor="syria"), 2),
        (ClaimFilter(type="assault"), 2), (ClaimFilter(type="AID"), 0), (ClaimFilter(status="denied"), 0), (ClaimFilter(since="2015-10-06"), 0),
        (ClaimFilter(since="2015-10-05", until="2015-10-05"), 2), (ClaimFilter(until="2015-10-04"), 0), (ClaimFilter(text="shelled homs"), 2),
        (ClaimFilter(text='homs" OR evidence:"x'), 0), (ClaimFilter(text="nothing"), 0), (ClaimFilter(limit=1), 1), (ClaimFilter(voice="a%"), 0),
    ],
)  # fmt: skip
def test_filters(store: Store, wanted: ClaimFilter, found: int) -> None:
    store.save(reading())
    assert len(list(store.claims(wanted))) == found


def test_ids_are_found_by_their_beginning(store: Store) -> None:
    one = reading()
    store.save(one)
    assert store.find(one.claims[0].id[6:16]) == ("claim", one.claims[0].id)
    assert store.find(one.document.id) == ("report", one.document.id)
    with pytest.raises(NotFoundError, match="no report, claim or incident"):
        store.find("zzz")
    with pytest.raises(NotFoundError, match="several ids"):
        store.find("claim-")


def test_problems_are_rows(store: Store) -> None:
    store.save_problem(store.begin_run(), "x.txt", NotTextError("x.txt: a binary file", hint="give text"))
    assert [(p["source"], p["code"]) for p in store.problems()] == [("x.txt", "E102")]


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path / "s.db")
    with sqlite3.connect(tmp_path / "s.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreVersionError, match="9999") as caught:
        open_store(tmp_path / "s.db")
    assert "upgrade" in caught.value.hint


def test_an_empty_file_of_an_older_time_is_migrated(tmp_path: Path) -> None:
    (tmp_path / "s.db").touch()
    assert open_store(tmp_path / "s.db").counts()["reports"] == 0


def test_what_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_text("this is a text file, long enough to be looked at as a header of something " * 20)
    with pytest.raises(StoreError, match="not a store"):
        open_store(tmp_path / "s.db")


def test_a_missing_store_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such store"):
        open_store(tmp_path / "s.db", create=False)


def test_a_locked_store_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    monkeypatch.setattr("reportedly.store.engine.BUSY_MS", 50)
    with pytest.raises(StoreLockedError):
        open_store(store.path).save(reading())
    other.rollback()


def test_a_full_disk_is_said_and_nothing_is_half_stored(store: Store) -> None:
    store.save(reading(1))
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(StoreUnwritableError, match="full"):
        store.save(reading(2, claims=200))
    assert [r["claims"] for r in store.reports()] == [2]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnwritableError):
        open_store(tmp_path / "file" / "s.db")


def test_a_run_killed_midway_leaves_every_finished_report_whole(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    script = (
        "import sys; from pathlib import Path\nfrom tests.store.test_store import reading\nfrom reportedly.store import open_store\n"
        "s = open_store(Path(sys.argv[1]))\nn = 0\nwhile True:\n    n += 1; s.save(reading(n, claims=20)); print(n, flush=True)\n"
    )
    root = Path(__file__).parents[2]
    child = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, cwd=root, env={**os.environ, "PYTHONPATH": str(root)})
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(0.4)
    child.send_signal(signal.SIGKILL)
    child.wait()
    with open_store(path) as store:
        reports = list(store.reports())
        assert len(reports) >= 1
        assert all(r["claims"] == 20 == len(list(store.claims(ClaimFilter(report=r["id"])))) for r in reports)
