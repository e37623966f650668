"""Several processes that make the same new store at the same moment: each gets it, whole."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from reportedly.store import HEAD, open_store

MANY, STORES = 4, 5
OPENING = """
import sys
from pathlib import Path
import alembic.command  # so that they begin together
from reportedly.store import open_store

print("ready", flush=True)
for line in sys.stdin:
    with open_store(Path(line.strip())) as store:
        print(store.begin_run(), flush=True)
"""


def test_processes_that_make_one_store_do_not_collide(tmp_path: Path) -> None:
    others = [subprocess.Popen([sys.executable, "-c", OPENING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(MANY)]
    try:
        for each in others:
            assert each.stdout and each.stdout.readline() == "ready\n"
        for n in range(STORES):
            path = tmp_path / f"{n}.db"
            for each in others:
                assert each.stdin
                each.stdin.write(f"{path}\n")
                each.stdin.flush()
            runs = [each.stdout.readline().strip() for each in others if each.stdout]
            assert sorted(runs) == [str(k + 1) for k in range(MANY)]
            with open_store(path) as store, store.engine.connect() as connection:
                assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all() == [HEAD]
    finally:
        for each in others:
            each.kill()
            each.communicate()


def test_a_new_store_that_another_is_writing_to_is_waited_for(tmp_path: Path) -> None:
    """SQLite does not wait by itself here: a lock that is met while a file goes over to WAL is an error at once."""
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        leaves = threading.Timer(0.3, other.execute, ["ROLLBACK"])
        leaves.start()
        with open_store(path) as store, store.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        leaves.join()
