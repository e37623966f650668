"""A claim's record as rows: the claim itself, its voices, participants and places, and its words for searching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from reportedly.document import Json
from reportedly.store.schema import FTS, claims, participants, places, reports, voices


@dataclass(frozen=True, slots=True)
class Row:
    """A claim to be stored: its record, how it was read, and where it stands among the claims of its report."""

    record: Json
    position: int
    trace: Sequence[Json] = ()


def insert_claims(connection: Connection, report: str, rows: Sequence[Row], title: str | None) -> None:
    """Store claims of a report that the store has not."""
    if not rows:
        return
    added = [{**_columns(r.record), "id": r.record["id"], "report": report, "position": r.position, "trace": list(r.trace)} for r in rows]
    connection.execute(insert(claims), added)
    _insert_parts(connection, [r.record for r in rows])
    _index(connection, (r.record for r in rows), title)


def replace_claim(connection: Connection, record: Json, title: str | None) -> None:
    """Write a record over the one that the claim had."""
    ident = record["id"]
    before = connection.execute(select(claims.c.evidence).where(claims.c.id == ident)).scalar_one()
    connection.execute(update(claims).where(claims.c.id == ident).values(**_columns(record)))
    for table in (voices, participants, places):
        connection.execute(delete(table).where(table.c.claim == ident))
    _insert_parts(connection, [record])
    if before != record["evidence"]["text"]:
        forget_claim_words(connection, [ident])
        _index(connection, [record], title)


def remove_claim(connection: Connection, ident: str) -> None:
    forget_claim_words(connection, [ident])
    connection.execute(delete(claims).where(claims.c.id == ident))


def count_claims(connection: Connection, report: str) -> None:
    """Note how many claims a report has, after one was added or taken away."""
    counted = select(func.count()).select_from(claims).where(claims.c.report == report).scalar_subquery()
    connection.execute(update(reports).where(reports.c.id == report).values(claims=counted))


def forget_claim_words(connection: Connection, ids: Iterable[str]) -> None:
    if connection.dialect.name == "sqlite":
        for ident in ids:
            connection.execute(text(f"DELETE FROM {FTS} WHERE claim = :claim"), {"claim": ident})  # noqa: S608 — a constant


def _index(connection: Connection, records: Iterable[Json], title: str | None) -> None:
    if connection.dialect.name == "sqlite":
        rows = [{"claim": r["id"], "evidence": r["evidence"]["text"], "title": title or ""} for r in records]
        connection.execute(text(f"INSERT INTO {FTS} (claim, evidence, title) VALUES (:claim, :evidence, :title)"), rows)  # noqa: S608 — a constant


def _columns(record: Json) -> dict[str, Any]:
    time = record["time"] or {}
    return {
        "type": record["event"]["type"], "mode": record["event"]["mode"], "status": record["status"], "start": time.get("start"), "end": time.get("end"),
        "confidence": record["confidence"], "evidence": record["evidence"]["text"], "record": record,
    }  # fmt: skip


def _insert_parts(connection: Connection, records: Sequence[Json]) -> None:
    for table, rows in (
        (voices, [r for c in records for r in _voice_rows(c)]),
        (participants, [r for c in records for r in _participant_rows(c)]),
        (places, [r for c in records for r in _place_rows(c)]),
    ):
        if rows:
            connection.execute(insert(table), rows)


def _voice_rows(record: Json) -> list[Json]:
    return [{"claim": record["id"], "position": n, **{k: v[k] for k in ("name", "kind", "actor", "stance")}} for n, v in enumerate(record["attribution"])]


def _participant_rows(record: Json) -> list[Json]:
    keys = ("name", "actor", "country", "country_name", "sector")
    return [
        {"claim": record["id"], "role": role, "position": n, **{k: p[k] for k in keys}} for role in ("actor", "recipient") for n, p in enumerate(record[f"{role}s"])
    ]


def _place_rows(record: Json) -> list[Json]:
    keys = ("role", "name", "country", "admin1", "latitude", "longitude", "place")
    return [{"claim": record["id"], "position": n, **{k: p[k] for k in keys}} for n, p in enumerate(record["places"])]
