"""Reading what people judged: the log of judgements, what is left to judge, and how far they have come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, or_, select, tuple_, union_all

from reportedly.comparison import Finding
from reportedly.document import Json
from reportedly.store.facets import CONTRADICTS
from reportedly.store.listing import Cursor
from reportedly.store.moved import called_now
from reportedly.store.schema import claims, judgements, moves, relations, reviews

FINDINGS = tuple(f.value for f in Finding)
UNDONE = select(judgements.c.undoes).where(judgements.c.verdict == "undo", judgements.c.undoes.is_not(None))
CALLED = func.coalesce(moves.c.new, judgements.c.claim)  # a judged claim as it is called now
LOG: Select[Any] = select(judgements, CALLED.label("called"), judgements.c.id.in_(UNDONE).label("undone")).outerjoin(moves, moves.c.old == judgements.c.claim)


@dataclass(frozen=True, slots=True)
class WantedJudgements:
    verdict: Sequence[str] = ()
    claim: str | None = None
    report: str | None = None
    by: str | None = None
    standing: bool | None = None


def judgements_page(connection: Connection, wanted: WantedJudgements, limit: int, after: Cursor | None = None) -> tuple[list[Json], Cursor | None]:
    """A page of the log, newest first, and where the next begins."""
    query = LOG.where(*_conditions(wanted)).order_by(judgements.c.id.desc()).limit(limit + 1)
    if after is not None:
        query = query.where(judgements.c.id < int(after[0]))
    rows = [judgement_of(row) for row in connection.execute(query).mappings()]
    return rows[:limit], (rows[limit - 1]["id"],) if len(rows) > limit else None


def _conditions(wanted: WantedJudgements) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = []
    if wanted.verdict:
        out.append(judgements.c.verdict.in_(list(wanted.verdict)))
    if wanted.claim:
        out.append(_of_claims([wanted.claim]))
    if wanted.report:
        out.append(judgements.c.report == wanted.report)
    if wanted.by:
        out.append(judgements.c.by == wanted.by)
    if wanted.standing is not None:
        stands = and_(judgements.c.id.not_in(UNDONE), judgements.c.verdict != "undo")
        out.append(stands if wanted.standing else ~stands)
    return out


def _of_claims(ids: Sequence[str]) -> ColumnElement[bool]:
    return or_(judgements.c.claim.in_(list(ids)), judgements.c.claim.in_(select(moves.c.old).where(moves.c.new.in_(list(ids)))))


def judgement_of(row: Any) -> Json:
    """A row of the log as it is shown."""
    keys = ("id", "verdict", "report", "field", "old", "new", "left", "right", "undoes", "note", "by", "at")
    return {**{k: row[k] for k in keys}, "claim": row["called"], "undone": bool(row["undone"])}


def judgements_of_claims(connection: Connection, ids: Sequence[str]) -> list[Json]:
    """All that was judged of these claims, by themselves or as members of incidents, newest first."""
    found: dict[int, Json] = {}
    for some in batched(ids, 400):
        found |= {row["id"]: judgement_of(row) for row in connection.execute(LOG.where(_of_claims(some))).mappings()}
    called = called_now(connection)
    mine = set(ids)
    for row in connection.execute(LOG.where(judgements.c.verdict.in_(("same", "apart")))).mappings():
        if mine & {called.get(c, c) for c in (*row["left"], *row["right"])}:
            found[row["id"]] = judgement_of(row)
    for row in connection.execute(LOG.where(judgements.c.undoes.in_(list(found)))).mappings():
        found[row["id"]] = judgement_of(row)
    return [found[i] for i in sorted(found, reverse=True)]


def one_judgement(connection: Connection, ident: int) -> Json | None:
    row = connection.execute(LOG.where(judgements.c.id == ident)).mappings().first()
    return judgement_of(row) if row else None


def claim_steps(connection: Connection, claim: str) -> list[Json]:
    """How a claim was read: its trace."""
    return connection.execute(select(claims.c.trace).where(claims.c.id == claim)).scalar() or []


def claim_as_read(connection: Connection, claim: str) -> Json:
    """A claim's record before corrections; of one that a person added, as it was added."""
    record, state, original = connection.execute(select(claims.c.record, reviews.c.state, reviews.c.original).outerjoin(reviews, reviews.c.claim == claims.c.id).where(claims.c.id == claim)).one()
    if state is None or original is not None:
        return dict(original or record)
    added = connection.execute(select(judgements.c.new).where(judgements.c.verdict == Finding.ADD.value, judgements.c.claim == claim).limit(1)).scalar()
    return dict(added or record)


@dataclass(frozen=True, slots=True)
class Queued:
    """Which claims are left to judge: those that `by` has not judged."""

    by: str | None
    report: str | None = None
    type: Sequence[str] = ()


def uncertain(connection: Connection, wanted: Queued, limit: int, after: Cursor | None = None) -> list[tuple[float, str]]:
    """(confidence, id) of claims that are left, the least certain first."""
    query = select(claims.c.confidence, claims.c.id).where(*_left(wanted)).order_by(claims.c.confidence, claims.c.id).limit(limit)
    if after is not None:
        query = query.where(tuple_(claims.c.confidence, claims.c.id) > tuple_(*after))
    return [(row[0], row[1]) for row in connection.execute(query)]


def many_left(connection: Connection, wanted: Queued, every: int) -> int:
    """How many claims are left; `every` is how many there are, of which what was judged is taken off where nothing narrows them."""
    if not wanted.report and not wanted.type:
        return max(0, every - int(connection.execute(select(func.count()).select_from(claims).where(claims.c.id.in_(_judged(wanted)))).scalar_one()))
    return int(connection.execute(select(func.count()).select_from(claims).where(*_left(wanted))).scalar_one())


def contradicted(connection: Connection) -> list[tuple[int, str]]:
    """(how many claims contradict it, or are contradicted by it; id) of every such claim, the most contradicted first."""
    told = relations.c.kind.in_(sorted(CONTRADICTS))
    ends = union_all(select(relations.c["from"].label("claim")).where(told), select(relations.c.to.label("claim")).where(told)).subquery()
    many = func.count()
    return [(row[0], row[1]) for row in connection.execute(select(many, ends.c.claim).group_by(ends.c.claim).order_by(many.desc(), ends.c.claim))]


def left_of(connection: Connection, wanted: Queued, ids: Sequence[str]) -> set[str]:
    """Those of these claims that are left to judge."""
    return set(connection.execute(select(claims.c.id).where(claims.c.id.in_(list(ids)), *_left(wanted))).scalars())


def _judged(wanted: Queued) -> Select[Any]:
    """The claims that somebody has judged."""
    mine = judgements.c.by == wanted.by if wanted.by is not None else judgements.c.by.is_(None)
    judged = select(CALLED).select_from(judgements.outerjoin(moves, moves.c.old == judgements.c.claim))
    return judged.where(judgements.c.verdict.in_(FINDINGS), mine, judgements.c.id.not_in(UNDONE))


def _left(wanted: Queued) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = [claims.c.id.not_in(_judged(wanted))]
    if wanted.report:
        out.append(claims.c.report == wanted.report)
    if wanted.type:
        out.append(literal_column("+claims.type").in_(list(wanted.type)))
    return out


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One claim that a person judged: as it was read, and what this person's standing judgements of it are, oldest first."""

    claim: str
    original: Json
    by: str
    findings: Sequence[Any]


def reviewed(connection: Connection, report: str | None = None) -> list[Reviewed]:
    """Every claim that was read and that a person judged, once for each person."""
    query = LOG.where(judgements.c.verdict.in_([f for f in FINDINGS if f != Finding.ADD.value]), judgements.c.id.not_in(UNDONE)).order_by(judgements.c.id)
    if report is not None:
        query = query.where(judgements.c.report == report)
    by: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(query).mappings():
        by.setdefault((row["called"], row["by"] or ""), []).append(row)
    originals: dict[str, Json] = {}
    for some in batched({claim for claim, _ in by}, 400):
        joined = select(claims.c.id, claims.c.record, reviews.c.original).outerjoin(reviews, reviews.c.claim == claims.c.id)
        originals |= {i: original or record for i, record, original in connection.execute(joined.where(claims.c.id.in_(some)))}
    return [Reviewed(claim, originals[claim], who, rows) for (claim, who), rows in by.items() if claim in originals]


def progress(connection: Connection) -> Json:
    """How many claims were judged, how, and by whom."""
    states: dict[str, int] = dict(connection.execute(select(reviews.c.state, func.count()).group_by(reviews.c.state)).all())
    who = select(judgements.c.by, func.count()).where(judgements.c.verdict != "undo").group_by(judgements.c.by).order_by(func.count().desc(), judgements.c.by)
    told = int(connection.execute(select(func.count()).select_from(claims)).scalar_one())
    by = [{"user": user, "judgements": many} for user, many in connection.execute(who)]
    return {"claims": told, "reviewed": sum(states.values()), **{s: states.get(s, 0) for s in ("accepted", "rejected", "corrected", "added")}, "by": by}
