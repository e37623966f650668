"""Writing: a report is stored whole, in one transaction, or not at all. Coding the same report again changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, text, update

from reportedly.errors import ReportedlyError
from reportedly.records import Reading
from reportedly.store.carrying import carry_over, judged_claims
from reportedly.store.claim_rows import Row, insert_claims
from reportedly.store.compared_write import forget_compared
from reportedly.store.originals import forget_intake, keep_intake
from reportedly.store.schema import FTS, claims, problems, reports, runs
from reportedly.version import VERSION


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def begin_run(engine: Engine) -> int:
    """A new run's number."""
    with engine.begin() as connection:
        key = connection.execute(insert(runs).values(started=now(), version=VERSION, reports=0, problems=0)).inserted_primary_key
        assert key is not None
        return int(key[0])


def finish_run(engine: Engine, run: int, *, read: int, failed: int) -> None:
    with engine.begin() as connection:
        connection.execute(update(runs).where(runs.c.id == run).values(finished=now(), reports=read, problems=failed))


def save_problem(engine: Engine, run: int | None, source: str | None, error: ReportedlyError) -> None:
    """A report that could not be read, as a row."""
    with engine.begin() as connection:
        row = {"run": run, "source": source, "code": error.code, "message": error.message, "hint": error.hint, "at": now()}
        connection.execute(insert(problems).values(**row))


def save(engine: Engine, reading: Reading, run: int | None = None, also: Callable[[Connection], None] | None = None) -> bool:
    """Store a reading. True when it was new, or was read by another version or codebook before.

    `also` writes in the same transaction: what is noted of a report is noted when it is stored, or not at all.
    """
    with engine.begin() as connection:
        new = _save(connection, reading, run)
        if also is not None:
            also(connection)
    return new


def _save(connection: Connection, reading: Reading, run: int | None) -> bool:
    document = reading.document
    have = connection.execute(select(reports.c.codebook, reports.c.version).where(reports.c.id == document.id)).first()
    if have is not None and tuple(have) == (reading.codebook, reading.version):
        return False
    judged = judged_claims(connection, document.id) if have is not None else []
    if have is not None:
        _remove(connection, document.id)
    connection.execute(
        insert(reports).values(
            id=document.id, text=document.text, source=document.source, title=document.title, outlet=document.outlet,
            published=document.published.isoformat() if document.published else None, url=document.url, language=document.language,
            notes=list(document.notes), claims=len(reading.claims), codebook=reading.codebook, version=reading.version, run=run,
            stored=select(func.coalesce(func.max(reports.c.stored), 0) + 1).scalar_subquery(),
        )
    )  # fmt: skip
    keep_intake(connection, document, coded=bool(reading.codebook))
    insert_claims(connection, document.id, [Row(c.to_dict(), n, [s.to_dict() for s in c.trace]) for n, c in enumerate(reading.claims)], document.title)
    carry_over(connection, document, judged)
    return True


def _remove(connection: Connection, report: str) -> None:
    forget_compared(connection, select(claims.c.id).where(claims.c.report == report))
    forget_intake(connection, report)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"DELETE FROM {FTS} WHERE claim IN (SELECT id FROM claims WHERE report = :report)"), {"report": report})  # noqa: S608 — a constant
    connection.execute(delete(reports).where(reports.c.id == report))
