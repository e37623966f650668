"""What the desk looks up: reports, relations, runs, counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, func, literal_column, or_, select, text, tuple_

from reportedly.document import Json
from reportedly.errors import NotFoundError
from reportedly.store.compared import with_across_here
from reportedly.store.listing import Cursor, quoted
from reportedly.store.schema import (
    REPORTS_FTS,
    claims,
    copies,
    incidents,
    intakes,
    judgements,
    memberships,
    relations,
    reports,
    reviews,
    runs,
)

META = tuple(reports.c[k] for k in ("id", "title", "outlet", "published", "url", "source", "language", "claims"))


@dataclass(frozen=True, slots=True)
class WantedReports:
    """Which reports. `since` and `until` are days of publication."""

    outlet: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    words: str | None = None
    sort: str = "newest"


def reports_page(connection: Connection, wanted: WantedReports, limit: int, after: Cursor | None = None) -> tuple[list[Json], Cursor | None]:
    """A page of reports without their text, and where the next begins."""
    keys = (_by_words if wanted.words else _by_day)(connection, wanted, limit + 1, after)
    return report_metas(connection, [k[-1] for k in keys[:limit]]), tuple(keys[limit - 1]) if len(keys) > limit else None


def _by_words(connection: Connection, wanted: WantedReports, limit: int, after: Cursor | None) -> list[Any]:
    row = literal_column(f"{REPORTS_FTS}.rowid", Integer)
    match = text(f"{REPORTS_FTS} MATCH :fts").bindparams(bindparam("fts", quoted(str(wanted.words))))
    query = select(row, reports.c.id).select_from(text(REPORTS_FTS), intakes, reports).where(match, intakes.c.id == row, reports.c.id == intakes.c.report, *_conditions(wanted))
    if after is not None:
        query = query.where(row > int(after[0]))
    return list(connection.execute(query.order_by(row).limit(limit)))


def _by_day(connection: Connection, wanted: WantedReports, limit: int, after: Cursor | None) -> list[Any]:
    """By day of publication, those without one last."""
    down, day, out = wanted.sort == "newest", reports.c.published, list[Any]()
    base = select(day, reports.c.id).where(*_conditions(wanted))
    if after is None or after[0] is not None:
        dated = base.where(day.is_not(None))
        if after is not None:
            here, there = tuple_(day, reports.c.id), tuple_(*after)
            dated = dated.where(here < there if down else here > there)
        out += connection.execute(_sorted(dated, (day, reports.c.id), down).limit(limit))
    if len(out) < limit and not (wanted.since or wanted.until):
        undated = base.where(day.is_(None))
        if after is not None and after[0] is None:
            undated = undated.where(reports.c.id < after[1] if down else reports.c.id > after[1])
        out += connection.execute(_sorted(undated, (reports.c.id,), down).limit(limit - len(out)))
    return out


def _sorted(query: Select[Any], keys: Sequence[Any], down: bool) -> Select[Any]:
    return query.order_by(*(k.desc() if down else k for k in keys))


def _conditions(wanted: WantedReports) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = []
    if wanted.outlet:
        out.append(reports.c.outlet.in_(list(wanted.outlet)))
    if wanted.since:
        out.append(reports.c.published >= wanted.since)
    if wanted.until:
        out.append(reports.c.published <= wanted.until)
    return out


def report_metas(connection: Connection, ids: Sequence[str]) -> list[Json]:
    """These reports, in this order, without their text."""
    query = select(*META, intakes.c.coded).select_from(reports.outerjoin(intakes, intakes.c.report == reports.c.id))
    found: dict[str, Json] = {}
    for at in range(0, len(ids), 500):
        for row in connection.execute(query.where(reports.c.id.in_(ids[at : at + 500]))).mappings():
            found[row["id"]] = {**row, "coded": row["coded"] != 0}
    return [found[i] for i in ids if i in found]


def report_record(connection: Connection, report: str) -> Json:
    """A report with its text, how it was come by, and who copies whom. NotFoundError."""
    metas = report_metas(connection, [report])
    if not metas:
        raise NotFoundError(f"no report {report!r}", hint="see /api/reports")
    body = connection.execute(select(reports.c.text, reports.c.notes).where(reports.c.id == report)).mappings().one()
    way: Any = connection.execute(select(intakes).where(intakes.c.report == report)).mappings().first() or {}
    kept = {k: way.get(k) for k in ("taken", "published_from", "sha256")}
    return {**metas[0], **body, **kept, "authors": way.get("authors", []), "pages": way.get("pages", []), "copies": copies_of(connection, report)}


def report_texts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    return dict(connection.execute(select(reports.c.id, reports.c.text).where(reports.c.id.in_(list(ids)))).all())


def copies_of(connection: Connection, report: str) -> list[Json]:
    """The chains of copies that a report is in."""
    mine = select(copies.c.group).where(copies.c.report == report)
    chains: dict[str, Json] = {}
    for row in connection.execute(select(copies).where(copies.c.group.in_(mine)).order_by(copies.c.group, copies.c.report, copies.c.start)).mappings():
        chain = chains.setdefault(row["group"], {"original": row["original"], "reports": [], "credited": row["credited"], "paragraphs": []})
        if row["report"] not in chain["reports"]:
            chain["reports"].append(row["report"])
        if row["start"] is not None:
            chain["paragraphs"].append({k: row[k] for k in ("report", "start", "end")})
    return list(chains.values())


def incident_records(connection: Connection, ids: Sequence[str]) -> list[Json]:
    """These incidents, in this order, as they are stored: without relations to other incidents."""
    found: dict[str, Json] = {}
    for at in range(0, len(ids), 500):
        found |= dict(connection.execute(select(incidents.c.id, incidents.c.record).where(incidents.c.id.in_(ids[at : at + 500]))).all())
    return [found[i] for i in ids if i in found]


def first_words(connection: Connection, claim_ids: Sequence[str]) -> dict[str, Json]:
    """claim → {text, claim, report}: what it says, and in which report."""
    rows = connection.execute(select(claims.c.evidence, claims.c.id, claims.c.report).where(claims.c.id.in_(list(claim_ids))))
    return {claim: {"text": words, "claim": claim, "report": report} for words, claim, report in rows}


def incident_whole(connection: Connection, incident: str) -> Json:
    """An incident with all its relations. NotFoundError."""
    records = incident_records(connection, [incident])
    if not records:
        raise NotFoundError(f"no incident {incident!r}", hint="it may have been merged with another, or wait to be compared: see /api/incidents")
    return next(iter(with_across_here(connection, records)))


def incidents_of(connection: Connection, claim_ids: Sequence[str]) -> list[str]:
    """The incidents that these claims are in."""
    return list(connection.execute(select(memberships.c.incident).distinct().where(memberships.c.claim.in_(list(claim_ids)))).scalars())


def relations_page(connection: Connection, kinds: Sequence[str], incident: str | None, claim_ids: Sequence[str], limit: int, after: Cursor | None = None) -> tuple[list[Json], Cursor | None]:
    """Relations between claims, in the order in which they were found, with the incident of the claim that they start from."""
    query = select(relations.c.id, memberships.c.incident, relations.c.record).outerjoin(memberships, memberships.c.claim == relations.c["from"])
    if kinds:
        query = query.where(relations.c.kind.in_(list(kinds)))
    if incident is not None:
        members = select(memberships.c.claim).where(memberships.c.incident == incident)
        query = query.where(or_(relations.c["from"].in_(members), relations.c.to.in_(members)))
    if claim_ids:
        query = query.where(or_(relations.c["from"].in_(list(claim_ids)), relations.c.to.in_(list(claim_ids))))
    if after is not None:
        query = query.where(relations.c.id > int(after[0]))
    rows = connection.execute(query.order_by(relations.c.id).limit(limit + 1)).all()
    return [{"id": i, "incident": of, **record} for i, of, record in rows[:limit]], (rows[limit - 1][0],) if len(rows) > limit else None


def relations_with(connection: Connection, ids: Sequence[int]) -> list[Json]:
    """These relations, in the order in which they were found."""
    query = select(relations.c.id, memberships.c.incident, relations.c.record).outerjoin(memberships, memberships.c.claim == relations.c["from"])
    rows = connection.execute(query.where(relations.c.id.in_(list(ids))).order_by(relations.c.id))
    return [{"id": i, "incident": of, **record} for i, of, record in rows]


def run_rows(connection: Connection, run: int | None = None, *, limit: int = 1, before: int | None = None) -> list[Json]:
    """So many runs, or one, the latest first, with how much each has stored so far."""
    counted = select(func.count(), func.coalesce(func.sum(reports.c.claims), 0)).where(reports.c.run == runs.c.id)
    query = select(runs).order_by(runs.c.id.desc()).limit(limit)
    picked = [runs.c.id == run] if run is not None else [runs.c.id < before] if before is not None else []
    rows = connection.execute(query.where(*picked)).mappings().all()
    out = []
    for row in rows:
        stored, told = connection.execute(counted.where(runs.c.id == row["id"])).one() if row["finished"] is None or run is not None else (row["reports"], None)
        out.append({**row, "reports": max(stored, row["reports"]), "claims": told})
    return out


def counts(connection: Connection) -> dict[str, int]:
    """How much of everything there is, and how many claims wait to be compared."""

    def many(table: Any, *where: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())

    compared, rejected = many(memberships), many(reviews, reviews.c.state == "rejected")
    told = many(claims)
    return {"reports": many(reports), "claims": told, "incidents": many(incidents), "judgements": many(judgements, judgements.c.verdict != "undo"),
            "uncompared": max(0, told - compared - rejected)}  # fmt: skip
