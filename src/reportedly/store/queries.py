"""Reading the store: every question is a function that gives records or plain rows, in a stable order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    String,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
)

from reportedly.document import Document, Json
from reportedly.errors import NotFoundError
from reportedly.store import names
from reportedly.store.schema import FTS, claims, incidents, participants, places, problems, reports, reviews, voices


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims. Names are parts of names, case-blind; dates are ISO and inclusive; `text` is words of the evidence."""

    voice: str | None = None
    actor: str | None = None
    type: str | None = None
    status: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    report: str | None = None
    limit: int | None = None
    offset: int = 0
    min_confidence: float | None = None
    rejected: bool = False  # whether those that a person rejected are among them


def list_claims(engine: Engine, wanted: ClaimFilter) -> Iterator[Json]:
    """The claims' contract records, by report and place in it."""
    query = select(claims.c.record).join(reports, reports.c.id == claims.c.report).where(*_conditions(wanted))
    query = query.order_by(func.coalesce(reports.c.published, ""), reports.c.id, claims.c.position).limit(wanted.limit).offset(wanted.offset or None)
    with engine.connect() as connection:
        for row in connection.execution_options(yield_per=500).execute(query):
            yield row[0]


def _conditions(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = []
    if wanted.type:
        out.append(func.lower(claims.c.type) == wanted.type.lower())
    if wanted.status:
        out.append(claims.c.status == wanted.status.lower())
    if wanted.report:
        out.append(claims.c.report == wanted.report)
    if wanted.voice:
        out.append(exists().where(voices.c.claim == claims.c.id, voices.c.name.icontains(wanted.voice, autoescape=True)))
    if wanted.actor:
        named = or_(participants.c.name.icontains(wanted.actor, autoescape=True), participants.c.country_name.icontains(wanted.actor, autoescape=True))
        out.append(exists().where(participants.c.claim == claims.c.id, named))
    if wanted.place:
        out.append(exists().where(places.c.claim == claims.c.id, places.c.name.icontains(wanted.place, autoescape=True)))
    if wanted.since:
        out.append(func.coalesce(claims.c.end, claims.c.start) >= wanted.since)
    if wanted.until:
        out.append(and_(claims.c.start.is_not(None), func.substr(claims.c.start, 1, 10) <= wanted.until))
    if wanted.min_confidence is not None:
        out.append(claims.c.confidence >= wanted.min_confidence)
    if not wanted.rejected:
        out.append(claims.c.id.not_in(select(reviews.c.claim).where(reviews.c.state == "rejected")))
    if wanted.text:
        out.append(_matches(wanted.text))
    return out


def _matches(words: str) -> ColumnElement[bool]:
    """Full-text search. Each word is quoted, so that no syntax of the search engine comes from outside."""
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    hits = select(literal_column("claim", String)).select_from(text(FTS)).where(text(f"{FTS} MATCH :fts").bindparams(bindparam("fts", quoted)))
    return claims.c.id.in_(hits)


def list_voices(engine: Engine) -> Iterator[Json]:
    """Who says something, how often, in how many reports; denials counted beside."""
    with engine.connect() as connection:
        yield from names.list_voices(connection)


def list_actors(engine: Engine) -> Iterator[Json]:
    """Who does something or has it done to them, and how often each."""
    with engine.connect() as connection:
        yield from names.list_actors(connection)


def list_problems(engine: Engine) -> Iterator[Json]:
    yield from _rows(engine, select(problems).order_by(problems.c.id))


def _rows(engine: Engine, query: Any) -> Iterator[Json]:
    with engine.connect() as connection:
        for row in connection.execute(query).mappings():
            yield dict(row)


def find(engine: Engine, given: str) -> tuple[str, str]:
    """("report" | "claim" | "incident", id) of an id or its unique beginning. NotFoundError for none, or more than one."""
    wanted = given.strip()
    with engine.connect() as connection:
        found = [
            (kind, row[0])
            for kind, column in (("report", reports.c.id), ("claim", claims.c.id), ("incident", incidents.c.id))
            for row in connection.execute(
                select(column).where(or_(column.startswith(wanted, autoescape=True), column.startswith(f"{kind}-{wanted}", autoescape=True))).limit(3)
            )
        ]
    exact = [f for f in found if f[1] == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise NotFoundError(f"no report, claim or incident has the id {given!r}", hint="see `reportedly list claims`, `list incidents` and `reportedly list reports`")
    raise NotFoundError(f"{given!r} is the beginning of several ids", hint="give more of it: " + ", ".join(i for _, i in found[:3]))


def claim_record(engine: Engine, claim: str) -> Json:
    with engine.connect() as connection:
        record: Json | None = connection.execute(select(claims.c.record).where(claims.c.id == claim)).scalar()
    if record is None:
        raise NotFoundError(f"no claim {claim!r}", hint="see `reportedly list claims`")
    return record


def claim_trace(engine: Engine, claim: str) -> list[Json]:
    with engine.connect() as connection:
        trace: list[Json] = connection.execute(select(claims.c.trace).where(claims.c.id == claim)).scalar_one()
    return trace


def document(engine: Engine, report: str) -> Document:
    """The report as it was read."""
    with engine.connect() as connection:
        row = connection.execute(select(reports).where(reports.c.id == report)).mappings().first()
    if row is None:
        raise NotFoundError(f"no report {report!r}", hint="see `reportedly list reports`")
    return document_of(row)


def document_of(row: Any) -> Document:
    """The report of a row of `reports`."""
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return Document(row["id"], row["text"], row["source"], row["title"], row["outlet"], published, row["url"], row["language"], (), tuple(row["notes"]))


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (reports, claims, voices, problems)}
