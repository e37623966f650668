"""Lists of claims, page by page: the ids of a page first, from indexes alone, then the records of these.

Pages go by keys and not by counting: a page begins after the last row of the page before, whatever was written meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Table,
    bindparam,
    exists,
    func,
    literal_column,
    select,
    text,
    tuple_,
)

from reportedly.document import Json
from reportedly.store.schema import FTS, REJECTED, claims, memberships, participants, places, reviews, voices

type Cursor = tuple[Any, ...]
LONGEST = 800  # days that an event may have begun before the span that is asked for
FREQUENT = 100_000  # claims of a name: from here on it is looked for on the way
SORTS = ("newest", "oldest", "uncertain")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims. Values of one field are alternatives; names are whole names; days are ISO and inclusive."""

    type: Sequence[str] = ()
    status: Sequence[str] = ()
    voice: Sequence[str] = ()
    actor: Sequence[str] = ()
    place: Sequence[str] = ()
    report: Sequence[str] = ()
    incident: Sequence[str] = ()
    review: str | None = None  # a state, or "none"; without it all but the rejected
    since: str | None = None
    until: str | None = None
    min_confidence: float | None = None
    words: str | None = None
    sort: str = "newest"
    walked: bool = False  # for a name that is in a good part of all claims: these are gone through in order, and not looked up by the name


def claims_page(connection: Connection, wanted: Wanted, limit: int, after: Cursor | None = None) -> tuple[list[Json], Cursor | None]:
    """The records of a page with their incident and review, and where the next page begins (None at the end)."""
    keys = _page(connection, wanted, limit + 1, after)
    more = len(keys) > limit
    keys = keys[:limit]
    return claims_with(connection, [k[-1] for k in keys]), tuple(keys[-1]) if more else None


def count_of(connection: Connection, wanted: Wanted) -> int:
    query = select(func.count()).select_from(claims).where(*_conditions(wanted))
    if wanted.words:
        query = query.where(claims.c.id.in_(select(_fts_claim()).select_from(text(FTS)).where(_match(wanted.words))))
    return int(connection.execute(query).scalar_one())


def _page(connection: Connection, wanted: Wanted, limit: int, after: Cursor | None) -> list[Any]:
    """The keys of so many rows: (…, id)."""
    if wanted.since and wanted.until and wanted.since > wanted.until:
        return []
    if wanted.words:
        return _by_words(connection, wanted, limit, after)
    if _is_frequent(connection, wanted):
        wanted = replace(wanted, walked=True)
    if wanted.sort == "uncertain":
        query = _only(wanted, select(claims.c.confidence, claims.c.id))
        query = query.order_by(_order(wanted, "confidence"), claims.c.id)
        if after is not None:
            query = query.where(tuple_(claims.c.confidence, claims.c.id) > tuple_(*after))
        return list(connection.execute(query.limit(limit)))
    return _by_day(connection, wanted, limit, after)


def _is_frequent(connection: Connection, wanted: Wanted) -> bool:
    """Whether one name alone is asked for, and it is so frequent that a page of its claims is found sooner on the way than by looking all of them up."""
    names = [(table, given) for table, given in _named(wanted) if given]
    if len(names) != 1 or _narrowed(wanted):
        return False
    table, given = names[0]
    some = select(table.c.claim).where(table.c.name.in_(list(given))).limit(FREQUENT).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one()) == FREQUENT


def _named(wanted: Wanted) -> tuple[tuple[Table, Sequence[str]], ...]:
    return (voices, wanted.voice), (participants, wanted.actor), (places, wanted.place)


def _narrowed(wanted: Wanted) -> bool:
    """Whether anything but names is asked for."""
    return bool(wanted.type or wanted.status or wanted.report or wanted.incident or wanted.review or wanted.since or wanted.until or wanted.min_confidence is not None)


def _by_day(connection: Connection, wanted: Wanted, limit: int, after: Cursor | None) -> list[Any]:
    """By day of the event, those without one last: two questions, for a day that is not known compares with nothing."""
    out: list[Any] = []
    down = wanted.sort == "newest"
    base = _only(wanted, select(claims.c.start, claims.c.id))
    if after is None or after[0] is not None:
        dated = base.where(claims.c.start.is_not(None))
        if after is not None:
            here, there = tuple_(claims.c.start, claims.c.id), tuple_(*after)
            dated = dated.where(here < there if down else here > there)
        keys = (_order(wanted, "start"), claims.c.id)
        out += connection.execute(dated.order_by(*(k.desc() if down else k for k in keys)).limit(limit))
    if len(out) < limit and not (wanted.since or wanted.until):
        undated = base.where(claims.c.start.is_(None))
        if after is not None and after[0] is None:
            undated = undated.where(claims.c.id < after[1] if down else claims.c.id > after[1])
        out += connection.execute(undated.order_by(claims.c.id.desc() if down else claims.c.id).limit(limit - len(out)))
    return out


def _by_words(connection: Connection, wanted: Wanted, limit: int, after: Cursor | None) -> list[Any]:
    """In the order in which claims were stored: words that are common are not counted, only read as far as the page goes."""
    row = literal_column(f"{FTS}.rowid", Integer)
    query = select(row, claims.c.id).select_from(text(FTS), claims).where(_match(str(wanted.words)), claims.c.id == _fts_claim(), *_conditions(wanted))
    if after is not None:
        query = query.where(row > int(after[0]))
    return list(connection.execute(query.order_by(row).limit(limit)))


def _fts_claim() -> Any:
    return literal_column(f"{FTS}.claim", String)


def _match(words: str) -> Any:
    return text(f"{FTS} MATCH :fts").bindparams(bindparam("fts", quoted(words)))


def quoted(words: str) -> str:
    """Words for full-text search, each quoted, so that no syntax of the search engine comes from outside. Blanks alone are found nowhere."""
    return " ".join('"' + word.replace('"', '""').replace("\0", "") + '"' for word in words.split()) or '""'


def _only(wanted: Wanted, query: Select[Any]) -> Select[Any]:
    return query.where(*_conditions(wanted))


def _by_name(wanted: Wanted) -> bool:
    """Whether a name, a report or an incident picks the claims: then these are looked up, and not all gone through in order of day."""
    if wanted.walked:
        return False
    return bool(wanted.voice or wanted.actor or wanted.place or wanted.report or wanted.incident or wanted.review not in (None, "none"))


def _order(wanted: Wanted, column: str) -> Any:
    """A column to sort by. A plus before it keeps SQLite from walking the index of that column."""
    return literal_column(f"+claims.{column}") if _by_name(wanted) else claims.c[column]


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    plain = _by_name(wanted) or bool(wanted.words)
    out: list[ColumnElement[bool]] = []
    for column in ("type", "status"):
        if given := getattr(wanted, column):
            out.append((literal_column(f"+claims.{column}", String) if plain else claims.c[column]).in_(list(given)))
    for table, names in _named(wanted):
        if names and wanted.walked:
            out.append(exists().where(table.c.claim == claims.c.id, table.c.name.in_(list(names))))
        elif names:
            out.append(claims.c.id.in_(select(table.c.claim).where(table.c.name.in_(list(names)))))
    if wanted.report:
        out.append(claims.c.report.in_(list(wanted.report)))
    if wanted.incident:
        out.append(claims.c.id.in_(select(memberships.c.claim).where(memberships.c.incident.in_(list(wanted.incident)))))
    return [*out, *_spans(wanted, plain=plain), _reviewed(wanted.review)]


def _spans(wanted: Wanted, *, plain: bool) -> list[ColumnElement[bool]]:
    """Days and confidence. An event is within days when any day of it is; what began so long before is not looked for."""
    out: list[ColumnElement[bool]] = []
    start = literal_column("+claims.start", String) if plain else claims.c.start
    if wanted.since:
        early = date.fromordinal(max(1, date.fromisoformat(wanted.since).toordinal() - LONGEST)).isoformat()
        out.append(start >= early)
        out.append(func.coalesce(claims.c.end, claims.c.start) >= wanted.since)
    if wanted.until:
        out.append(start <= wanted.until + "T99")
    if wanted.min_confidence is not None:
        out.append(literal_column("+claims.confidence") >= wanted.min_confidence)
    return out


def _reviewed(state: str | None) -> ColumnElement[bool]:
    if state is None:
        return claims.c.id.not_in(REJECTED)
    if state == "none":
        return claims.c.id.not_in(select(reviews.c.claim))
    return claims.c.id.in_(select(reviews.c.claim).where(reviews.c.state == state))


def claims_with(connection: Connection, ids: Sequence[str]) -> list[Json]:
    """These claims, in this order: their records with `review` ({state, by, at} or None) and `incident` (its id or None)."""
    columns = (claims.c.id, claims.c.record, memberships.c.incident, reviews.c.state, reviews.c.by, reviews.c.at)
    joined = claims.outerjoin(memberships, memberships.c.claim == claims.c.id).outerjoin(reviews, reviews.c.claim == claims.c.id)
    found: dict[str, Json] = {}
    for at in range(0, len(ids), 500):
        for row in connection.execute(select(*columns).select_from(joined).where(claims.c.id.in_(ids[at : at + 500]))):
            review = {"state": row.state, "by": row.by, "at": row.at} if row.state else None
            found[row.id] = {**row.record, "review": review, "incident": row.incident}
    return [found[i] for i in ids if i in found]


def claims_in(connection: Connection, report: str) -> list[Json]:
    """All claims of a report in the order of its text, rejected ones too."""
    ids = connection.execute(select(claims.c.id).where(claims.c.report == report).order_by(claims.c.position, claims.c.id)).scalars().all()
    return claims_with(connection, list(ids))
