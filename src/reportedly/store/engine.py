"""Opening the store: SQLite in WAL mode with foreign keys on, migrated to this program's schema, faults named."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from reportedly.errors import StoreError, StoreLockedError, StoreUnwritableError, StoreVersionError, TooCostlyError

HEAD = "0004"  # the newest migration
BUSY_MS = 5_000
AGAIN_S = 0.01  # between two asks for a lock that SQLite itself does not wait for


def open_engine(path: Path, *, create: bool = True) -> Engine:
    """An engine on the store at `path`, its schema at HEAD. Raises the store's errors, each with a hint."""
    if not path.exists() and not create:
        raise StoreError(f"{path}: no such store", hint="code some reports first: reportedly code FILE… --store " + str(path))
    with faults(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnwritableError(f"{path.parent}: {error.strerror}", hint="choose a folder that you can write to: --store FILE") from error
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_MS / 1000})
        event.listen(engine, "connect", pragmas("foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={BUSY_MS}"))
        event.listen(engine, "connect", write_ahead)
        migrate(engine, path)
    return engine


def pragmas(*settings: str) -> Callable[[Any, object], None]:
    """What gives each new connection these settings of SQLite."""

    def give(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        for setting in settings:
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    return give


def write_ahead(connection: Any, _: object) -> None:
    """Put a store that is not yet in WAL mode into it: the file keeps the mode. While several processes open one new store, SQLite
    answers all but one "database is locked" at once, without its busy timeout; so they ask again here, for as long as that."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(AGAIN_S)


def migrate(engine: Engine, path: Path) -> None:
    """Bring the schema to HEAD, whole or not at all. StoreVersionError for a store that a newer program made."""
    with engine.connect() as connection:
        if is_newest(connection, path):
            return
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # one process migrates; others wait here, and then find it done
        if not is_newest(connection, path):
            from alembic import command
            from alembic.config import Config

            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(resources.files("reportedly.store").joinpath("migrations")))
            command.upgrade(config, "head")
        connection.commit()


def is_newest(connection: Connection, path: Path) -> bool:
    """Whether the schema is at HEAD. StoreVersionError when it is beyond it."""
    from alembic.runtime.migration import MigrationContext

    have = MigrationContext.configure(connection).get_current_revision()
    if have is not None and have > HEAD:
        raise StoreVersionError(
            f"{path}: its schema is {have}; this program knows up to {HEAD}", hint="upgrade reportedly, or use another --store FILE"
        )
    return have == HEAD


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn the database's own errors into ours."""
    try:
        yield
    except DBAPIError as error:
        words = str(error.orig).lower()
        if "interrupted" in words:
            raise TooCostlyError("this question takes too long to answer", hint="ask for less: one more filter, rarer words, a shorter span of days") from error
        if "locked" in words or "busy" in words:
            raise StoreLockedError(f"{path}: another process is writing to it", hint="wait until it is done, then try again") from error
        if "full" in words or "readonly" in words or "unable to open" in words or "read-only" in words:
            raise StoreUnwritableError(f"{path}: {error.orig}", hint="free some space, or choose another file: --store FILE") from error
        if "not a database" in words or "malformed" in words:
            raise StoreError(f"{path}: not a store ({error.orig})", hint="choose another file: --store FILE") from error
        raise StoreError(f"{path}: {error.orig}", hint="see `reportedly doctor`") from error
