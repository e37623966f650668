"""Reading what was compared, and what comparing needs: claims by day, component and report, with their reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import batched, groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, exists, or_, select

from reportedly.comparison import Chain, Judgement, Verdict
from reportedly.document import Document, Json
from reportedly.store.compared_write import AT_ONCE
from reportedly.store.moved import called_now
from reportedly.store.queries import document_of
from reportedly.store.schema import (
    REJECTED,
    claims,
    copies,
    incidents,
    judgements,
    memberships,
    relations,
    reports,
    weights,
)

COMPARED = exists().where(memberships.c.claim == claims.c.id)  # asked of each claim that is found: as a list it would be gone through first

def uncompared(engine: Engine) -> Iterator[Json]:
    """The records of the claims that have not been compared, or are to be again."""
    named = claims.alias()  # by an index that holds the ids: the records are not gone through
    missing = select(named.c.id).where(~exists().where(memberships.c.claim == named.c.id), named.c.id.not_in(REJECTED))
    query = select(claims.c.record).where(claims.c.id.in_(missing))
    yield from _records(engine, query)


def claims_told(engine: Engine, windows: Sequence[tuple[date, date]], *, undated: bool, longest: int) -> Iterator[Json]:
    """Compared claims whose event begins within `longest` days before a window or in it, or whose report came out in it; each once.

    `undated`: those of reports without a date of publication too.
    """
    seen: set[str] = set()
    joined = select(claims.c.record).join(reports, reports.c.id == claims.c.report)
    asked: list[Any] = []
    for low, high in windows:
        early = date.fromordinal(max(1, low.toordinal() - longest)).isoformat()
        asked.append(select(claims.c.record).where(claims.c.start >= early, claims.c.start <= high.isoformat() + "T99"))
        asked.append(joined.where(reports.c.published >= low.isoformat(), reports.c.published <= high.isoformat()))
    if undated:
        asked.append(joined.where(reports.c.published.is_(None)))
    for query in asked:
        for record in _records(engine, query.where(COMPARED, claims.c.id.not_in(REJECTED))):
            if record["id"] not in seen:
                seen.add(record["id"])
                yield record


def claims_of(engine: Engine, column: str, ids: Iterable[str], *, only_compared: bool = False) -> Iterator[Json]:
    """The records of claims by `id`, `report` or `component`; at wish of those that have been compared."""
    for some in batched(sorted(set(ids)), AT_ONCE):
        query = select(claims.c.record)
        if column == "component":
            query = query.join(memberships, memberships.c.claim == claims.c.id).where(memberships.c.component.in_(some))
        else:
            query = query.where(claims.c[column].in_(some))
        if column == "report":
            query = query.where(claims.c.id.not_in(REJECTED))
        if only_compared:
            query = query.where(COMPARED)
        yield from _records(engine, query)


def members(engine: Engine, claim_ids: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """claim → (incident, component, chain) of those that have been compared."""
    out: dict[str, tuple[str, str, str]] = {}
    with engine.connect() as connection:
        for some in batched(sorted(set(claim_ids)), AT_ONCE):
            for claim, incident, component, chain in connection.execute(select(memberships).where(memberships.c.claim.in_(some))):
                out[claim] = (incident, component, chain)
    return out


def documents(engine: Engine, ids: Iterable[str]) -> list[Document]:
    with engine.connect() as connection:
        asked = (select(reports).where(reports.c.id.in_(some)) for some in batched(sorted(set(ids)), AT_ONCE))
        return [document_of(row) for query in asked for row in connection.execute(query).mappings()]


def published(engine: Engine, windows: Sequence[tuple[date, date]]) -> Iterator[Document]:
    """The reports that came out in one of the windows, no two of which overlap, or nobody knows when."""
    within: list[ColumnElement[bool]] = [and_(reports.c.published >= low.isoformat(), reports.c.published <= high.isoformat()) for low, high in windows]
    with engine.connect() as connection:
        for some in batched([reports.c.published.is_(None), *within], 100):
            yield from map(document_of, connection.execution_options(yield_per=1_000).execute(select(reports).where(or_(*some))).mappings())


def order(engine: Engine, report_ids: Iterable[str]) -> dict[str, int]:
    """When each of these reports was stored: 1 for the first of all."""
    out: dict[str, int] = {}
    with engine.connect() as connection:
        for some in batched(sorted(set(report_ids)), AT_ONCE):
            out |= {row[0]: row[1] for row in connection.execute(select(reports.c.id, reports.c.stored).where(reports.c.id.in_(some)))}
    return out


def copied_with(engine: Engine, report_ids: Iterable[str]) -> set[str]:
    """All reports that share a text with one of these, straight or by way of others; these among them."""
    found: set[str] = set()
    ask = set(report_ids)
    with engine.connect() as connection:
        while ask:
            found |= ask
            near: set[str] = set()
            for some in batched(sorted(ask), AT_ONCE):
                near |= {row[0] for row in connection.execute(select(copies.c.report).where(copies.c.group.in_(_groups(some))))}
            ask = near - found
    return found


def list_copies(engine: Engine, report_ids: Iterable[str] | None = None) -> Iterator[Chain]:
    """The chains of copies; of these reports, where they are given."""
    rows: dict[str, list[Any]] = {}
    query = select(copies).order_by(copies.c.group, copies.c.report, copies.c.start)
    asked = [query] if report_ids is None else [query.where(copies.c.group.in_(_groups(some))) for some in batched(sorted(set(report_ids)), AT_ONCE)]
    with engine.connect() as connection:
        for each in asked:
            rows |= {group: list(same) for group, same in groupby(connection.execute(each).mappings(), key=lambda r: str(r["group"]))}
    for same in rows.values():
        parts = tuple((r["report"], r["start"], r["end"]) for r in same if r["start"] is not None)
        yield Chain(same[0]["original"], tuple(sorted({r["report"] for r in same})), same[0]["credited"], parts)


def _groups(report_ids: Sequence[str]) -> Select[Any]:
    return select(copies.c.group).where(copies.c.report.in_(report_ids))


def list_judgements(engine: Engine) -> list[Judgement]:
    """The splits and merges that stand, oldest first, of claims as they are called now."""
    with engine.connect() as connection:
        rows = list(connection.execute(select(judgements).where(judgements.c.verdict.in_([*Verdict, "undo"])).order_by(judgements.c.id)).mappings())
        called = called_now(connection)
    undone = {r["undoes"] for r in rows if r["verdict"] == "undo"}

    def now_called(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(called.get(c, c) for c in ids)

    return [
        Judgement(Verdict(r["verdict"]), now_called(r["left"]), now_called(r["right"]), r["id"], r["by"], r["at"])
        for r in rows if r["verdict"] != "undo" and r["id"] not in undone
    ]  # fmt: skip


def list_incidents(engine: Engine, limit: int | None = None) -> Iterator[Json]:
    """The incidents' records, by day, those without one last."""
    query = select(incidents.c.record).order_by(incidents.c.start.is_(None), incidents.c.start, incidents.c.id).limit(limit)
    for some in batched(_records(engine, query), AT_ONCE):
        yield from with_across(engine, some)


def incident_record(engine: Engine, incident: str) -> Json:
    with engine.connect() as connection:
        record = connection.execute(select(incidents.c.record).where(incidents.c.id == incident)).scalar_one()
    return next(iter(with_across(engine, [record])))


def with_across(engine: Engine, records: Sequence[Json]) -> Iterator[Json]:
    """The records with their relations to claims of other incidents."""
    with engine.connect() as connection:
        yield from with_across_here(connection, records)


def with_across_here(connection: Connection, records: Sequence[Json]) -> Iterator[Json]:
    """The same, by a connection that is open."""
    linked: dict[str, list[Json]] = {}
    member, ids = memberships.alias(), [r["id"] for r in records]
    ends = or_(relations.c["from"] == member.c.claim, relations.c.to == member.c.claim)
    query = select(member.c.incident, relations.c.record).join(member, ends).where(relations.c.across == 1, member.c.incident.in_(ids)).distinct()
    for incident, relation in connection.execute(query):
        if relation not in linked.setdefault(incident, []):
            linked[incident].append(relation)
    for record in records:
        every = [*record["relations"], *linked.get(record["id"], [])]
        yield {**record, "relations": sorted(every, key=lambda r: (r["kind"], r["from"], r["to"], r["rule"]))}


def list_relations(engine: Engine, kinds: Sequence[str]) -> Iterator[Json]:
    """Relations of these kinds with the incident of the claim that they start from."""
    query = select(memberships.c.incident, relations.c.record).join(memberships, memberships.c.claim == relations.c["from"])
    query = query.where(relations.c.kind.in_(kinds)).order_by(memberships.c.incident, relations.c.kind, relations.c["from"], relations.c.to)
    with engine.connect() as connection:
        for incident, record in connection.execute(query):
            yield {"incident": incident, **record}


def newest_weights(engine: Engine) -> dict[str, float] | None:
    """Feature → weight, and `bias`; None while the defaults hold."""
    with engine.connect() as connection:
        record: dict[str, float] | None = connection.execute(select(weights.c.record).order_by(weights.c.id.desc()).limit(1)).scalar()
    return record


def _records(engine: Engine, query: Select[Any]) -> Iterator[Json]:
    with engine.connect() as connection:
        for row in connection.execution_options(yield_per=1_000).execute(query):
            yield row[0]
