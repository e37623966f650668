"""Judgements outlive a new reading: a report that is read anew gives its claims new ids, and what people judged goes over to them.

A judged claim goes over to the new claim with the same trigger and the type that it was read or corrected to; with the same voices
if there are several. One that people accepted, corrected or added and that the new reading misses stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from reportedly.document import Document, Json
from reportedly.store.moved import called_now
from reportedly.store.reviews import insert_added, settle
from reportedly.store.schema import claims, judgements, moves, reviews


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that people judged, as it stood before its report was read anew. `original` is as it was read; none if it was added."""

    record: Json
    original: Json | None
    state: str | None
    by: str | None
    at: str
    trace: Sequence[Json]


def judged_claims(connection: Connection, report: str) -> list[Judged]:
    """The claims of a report that were reviewed, or told apart or put together with others."""
    linked = _linked(connection)
    query = select(claims.c.id, claims.c.record, claims.c.trace, reviews).outerjoin(reviews, reviews.c.claim == claims.c.id).where(claims.c.report == report)
    rows = connection.execute(query).mappings().all()
    return [Judged(r["record"], r["original"] if r["state"] else r["record"], r["state"], r["by"], r["at"] or "", r["trace"]) for r in rows if r["state"] or r["id"] in linked]


def _linked(connection: Connection) -> set[str]:
    """Claims that splits and merges name, by what they are called now."""
    called = called_now(connection)
    rows = connection.execute(select(judgements.c.left, judgements.c.right).where(judgements.c.verdict.in_(("same", "apart"))))
    return {called.get(c, c) for left, right in rows for c in (*left, *right)}


def carry_over(connection: Connection, document: Document, judged: Sequence[Judged]) -> None:
    """Give what was judged to the claims that were read now."""
    if not judged:
        return
    read = [r for (r,) in connection.execute(select(claims.c.record).where(claims.c.report == document.id).order_by(claims.c.position, claims.c.id))]
    free = {r["id"]: r for r in read}
    for each in judged:
        found = _same(each, list(free.values()))
        if found is not None:
            del free[found["id"]]
            _move(connection, each.record["id"], found["id"])
            settle(connection, found["id"])
        elif each.state in ("accepted", "corrected", "added"):
            insert_added(connection, document.id, {**each.record, "document": document.to_dict()}, each.trace)
            kept = {"claim": each.record["id"], "state": each.state, "by": each.by, "at": each.at, "original": each.original}
            connection.execute(insert(reviews).values(**kept))


def _same(judged: Judged, read: Sequence[Json]) -> Json | None:
    before = judged.original or judged.record
    types = {before["event"]["type"], judged.record["event"]["type"]}
    alike = [r for r in read if _at(r) == _at(before) and r["event"]["type"] in types]
    return next((r for r in alike if _voices(r) == _voices(before)), alike[0] if alike else None)


def _at(record: Json) -> Any:
    return record["event"]["trigger"]["start"], record["event"]["trigger"]["end"]


def _voices(record: Json) -> list[str]:
    return [v["name"] for v in record["attribution"]]


def _move(connection: Connection, old: str, new: str) -> None:
    """From now on what was said of `old`, or of what became it, is said of `new`."""
    if old != new:
        connection.execute(update(moves).where(moves.c.new == old).values(new=new))
        connection.execute(delete(moves).where((moves.c.old == old) | (moves.c.old == moves.c.new)))
        connection.execute(insert(moves).values(old=old, new=new))
        connection.execute(delete(moves).where(moves.c.old == moves.c.new))
