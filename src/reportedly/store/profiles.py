"""One voice, actor or place in detail: what it claims, suffers, is denied; over time."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, String, Subquery, case, distinct, func, literal_column, select

from reportedly.records import Json
from reportedly.store.schema import claims, memberships, participants, places, relations, voices

MONTH = func.substr(claims.c.start, 1, 7)
TOP = 30
RELATED = 200


def voice_profile(connection: Connection, name: str) -> Json:
    """What a voice claims, of whom, and what becomes of it."""
    mine = select(voices.c.claim, func.max(case((voices.c.stance == "denies", 1), else_=0)).label("denies")).where(voices.c.name == name).group_by(voices.c.claim).subquery()
    about = select(participants.c.name, func.count(distinct(participants.c.claim))).join(mine, mine.c.claim == participants.c.claim).group_by(participants.c.name)
    return {
        **_told(connection, mine, claims=None, denies=mine.c.denies), **_contradicted(connection, mine), "about": _top(connection, about, participants.c.name),
        "relations": _relations(connection, mine),
    }  # fmt: skip


def actor_profile(connection: Connection, name: str) -> Json:
    """What is claimed of somebody, who claims it, and how much of it is denied."""
    roles = {f"as_{role}": func.max(case((participants.c.role == role, 1), else_=0)).label(f"as_{role}") for role in ("actor", "recipient")}
    mine = select(participants.c.claim, *roles.values()).where(participants.c.name == name).group_by(participants.c.claim).subquery()
    said = select(voices.c.name, func.count(distinct(voices.c.claim))).join(mine, mine.c.claim == voices.c.claim).group_by(voices.c.name)
    land = connection.execute(select(func.min(participants.c.country_name)).where(participants.c.name == name)).scalar()
    told = _told(connection, mine, as_actor=mine.c.as_actor, as_recipient=mine.c.as_recipient)
    denied = sum(row["count"] for row in told["statuses"] if row["value"] == "denied")
    return {"country_name": land, **told, "voices": _top(connection, said, voices.c.name), "denied": denied}


def place_profile(connection: Connection, name: str) -> Json:
    """What is claimed to happen at a place."""
    return _told(connection, select(places.c.claim).where(places.c.name == name).distinct().subquery(), claims=None)


def _told(connection: Connection, mine: Subquery, **flags: Any) -> Json:
    """Types, statuses and months of some claims, gone through once. `flags` are columns of 0 and 1 that are counted a month; None counts all."""
    given = [f for f in flags.values() if f is not None]
    keys = (claims.c.type, claims.c.status, MONTH, *given)
    types, statuses = Counter[str](), Counter[str]()
    months: dict[str, Counter[str]] = {}
    undated = 0
    for kind, status, month, *rest in connection.execute(select(*keys, func.count()).select_from(mine.join(claims, claims.c.id == mine.c.claim)).group_by(*keys)):
        many = rest.pop()
        types[kind] += many
        statuses[status] += many
        undated += 0 if month else many
        values = iter(rest)
        for name, flag in flags.items():
            months.setdefault(month or "", Counter())[name] += many if flag is None else many * next(values)
    rows = [{"start": f"{month}-01", **{name: months[month][name] for name in flags}} for month in sorted(months) if month]
    return {"types": _ranked(types), "statuses": _ranked(statuses), "months": rows, "undated": undated}


def _ranked(counted: Counter[str]) -> list[Json]:
    return [{"value": v, "count": n} for v, n in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]


def _top(connection: Connection, query: Any, column: Any) -> list[Json]:
    return [{"value": v, "count": n} for v, n in connection.execute(query.order_by(func.count().desc(), column).limit(TOP))]


def _contradicted(connection: Connection, mine: Subquery) -> Json:
    """How many other claims deny, dispute or confirm its own."""
    query = select(relations.c.kind, func.count()).join(mine, mine.c.claim == relations.c.to).group_by(relations.c.kind)
    counted: dict[str, int] = dict(connection.execute(query).all())
    return {f"{word}_by": counted.get(kind, 0) for word, kind in (("denied", "denies"), ("disputed", "disputes"), ("confirmed", "confirms"))}


def _relations(connection: Connection, mine: Subquery) -> list[Json]:
    """The first denials and disputes from it, and to it."""
    found: dict[int, Json] = {}
    for end in ("from", "to"):
        query = select(relations.c.id, memberships.c.incident, relations.c.record).join(mine, mine.c.claim == relations.c[end])
        query = query.outerjoin(memberships, memberships.c.claim == relations.c["from"]).where(literal_column("+relations.kind", String).in_(("denies", "disputes")))
        found |= {i: {"id": i, "incident": incident, **record} for i, incident, record in connection.execute(query.limit(RELATED // 2))}
    return [found[i] for i in sorted(found)]
