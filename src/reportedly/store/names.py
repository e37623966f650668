"""Everybody who says, does or suffers something, and every place, by name and with counts. Claims that somebody rejected are not counted."""

from __future__ import annotations

from sqlalchemy import Connection, case, distinct, func, select

from reportedly.document import Json
from reportedly.store.schema import REJECTED, claims, participants, places, voices


def list_voices(connection: Connection) -> list[Json]:
    """[{name, kind, actor, claims, reports, denies}], most claims first."""
    query = (
        select(
            voices.c.name, func.min(voices.c.kind).label("kind"), func.min(voices.c.actor).label("actor"), func.count(distinct(voices.c.claim)).label("claims"),
            func.count(distinct(claims.c.report)).label("reports"), func.sum(case((voices.c.stance == "denies", 1), else_=0)).label("denies"),
        )
        .join(claims, claims.c.id == voices.c.claim).where(voices.c.claim.not_in(REJECTED)).group_by(voices.c.name).order_by(func.count(distinct(voices.c.claim)).desc(), voices.c.name)
    )  # fmt: skip
    return [dict(row) for row in connection.execute(query).mappings()]


def list_actors(connection: Connection) -> list[Json]:
    """[{name, actor, country, as_actor, as_recipient}], the most frequent first."""
    query = (
        select(
            participants.c.name, func.min(participants.c.actor).label("actor"), func.min(participants.c.country).label("country"),
            func.sum(case((participants.c.role == "actor", 1), else_=0)).label("as_actor"),
            func.sum(case((participants.c.role == "recipient", 1), else_=0)).label("as_recipient"),
        )
        .where(participants.c.claim.not_in(REJECTED)).group_by(participants.c.name).order_by(func.count().desc(), participants.c.name)
    )  # fmt: skip
    return [dict(row) for row in connection.execute(query).mappings()]


def list_places(connection: Connection) -> list[Json]:
    """[{name, country, admin1, latitude, longitude, claims}], most claims first. One name in two countries is two places."""
    query = (
        select(
            places.c.name, places.c.country, func.min(places.c.admin1).label("admin1"), func.min(places.c.latitude).label("latitude"),
            func.min(places.c.longitude).label("longitude"), func.count(distinct(places.c.claim)).label("claims"),
        )
        .where(places.c.claim.not_in(REJECTED)).group_by(places.c.name, places.c.country).order_by(func.count(distinct(places.c.claim)).desc(), places.c.name, places.c.country)
    )  # fmt: skip
    return [dict(row) for row in connection.execute(query).mappings()]
