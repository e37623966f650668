"""Reading beside a writer: connections that cannot write, questions that may take so long and no longer, and whether anything changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from reportedly.store.engine import BUSY_MS, faults, pragmas

STEPS = 20_000  # of the database's machine between two looks at the clock: some milliseconds


class Reader:
    """A store to ask, from many threads at once. `seconds` is how long one connection's questions may take together."""

    def __init__(self, path: Path, *, seconds: float = 5.0, connections: int = 16) -> None:
        self.path = path
        self.seconds = seconds
        self.engine = _read_only(path, connections)
        self._looking = threading.Lock()
        self._watch = self.engine.connect()
        self._seen = -1
        self._changes = 0

    def close(self) -> None:
        self._watch.close()
        self.engine.dispose()

    @contextmanager
    def connect(self, seconds: float | None = None) -> Iterator[Connection]:
        """A connection whose questions end in TooCostlyError when they take too long. `seconds` 0 means: as long as it takes."""
        limit = self.seconds if seconds is None else seconds
        with faults(self.path), self.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            until = time.monotonic() + limit
            raw.set_progress_handler((lambda: time.monotonic() > until) if limit else None, STEPS)
            try:
                yield connection
            finally:
                raw.set_progress_handler(None, 0)

    def changes(self) -> int:
        """A number that grows whenever somebody has written to the store."""
        with self._looking, faults(self.path):
            version = int(self._watch.exec_driver_sql("PRAGMA data_version").scalar_one())
            self._watch.rollback()  # a transaction left open would keep the writer's log from being cleared
            if version != self._seen:
                self._seen = version
                self._changes += 1
            return self._changes


def _read_only(path: Path, connections: int) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_MS / 1000, "check_same_thread": False}, pool_size=connections, max_overflow=connections)
    event.listen(engine, "connect", pragmas("query_only=ON", "cache_size=-16000", "temp_store=MEMORY", f"busy_timeout={BUSY_MS}"))
    return engine
