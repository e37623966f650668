"""`/api/voices`, `/api/actors`, `/api/places`: who says, does and suffers things, and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Literal

from fastapi import Query, Request
from sqlalchemy import Connection
from starlette.responses import Response

from reportedly.errors import NotFoundError
from reportedly.records import Json
from reportedly.resolve.gazetteer import ATTRIBUTION
from reportedly.store.profiles import actor_profile, place_profile, voice_profile
from reportedly.web.answers import answer, geojson, page, table, unpacked
from reportedly.web.asked import NameFile, NamePage, PlacePage
from reportedly.web.desk import Desk
from reportedly.web.models import Listed
from reportedly.web.routing import Here, file_answer, router
from reportedly.web.shapes import ActorRecord, ActorRow, PlaceRecord, PlaceRow, VoiceRecord, VoiceRow

api = router("names")
Row = Literal["csv", "json", "jsonl"]
PROFILES: dict[str, Callable[[Connection, str], Json]] = {"voices": voice_profile, "actors": actor_profile, "places": place_profile}
PROFILED = 500  # that are kept


def named(rows: Sequence[Json], part: str | None) -> list[Json]:
    """Those whose name contains a part, case-blind; those that begin with it first, else the most frequent first."""
    if part is None:
        return list(rows)
    sought = part.casefold()
    found = [r for r in rows if sought in r["name"].casefold()]
    return sorted(found, key=lambda r: not r["name"].casefold().startswith(sought))


def paged(request: Request, rows: Sequence[Json], asked: NamePage) -> Response:
    """A page of names. They are counted off, for they are kept in memory and change seldom."""
    first = (unpacked(asked.after, int) or (0,))[0]
    last = max(0, first) + asked.limit
    return page(request, list(rows[max(0, first) : last]), (last,) if last < len(rows) else None, len(rows))


def as_file(request: Request, rows: Sequence[Json], form: Row, asked: NameFile, name: str) -> Response:
    found = named(rows, asked.q)[: asked.limit]
    return answer(request, {"items": found, "next": None, "total": len(found)}) if form == "json" else table(request, found, form, name)


def one(request: Request, desk: Desk, kind: Literal["voices", "actors", "places"], name: str) -> Response:
    """A row of a list of names, and all that is known of who or what it names. What was looked up is kept until the store changes."""
    made = desk.shelf.names.get()
    row = next((r for r in getattr(made.value, kind) if r["name"] == name), None)
    if row is None:
        raise NotFoundError(f"nobody and nothing is called {name!r} here", hint="names are whole names, as the lists give them")
    key = f"{kind} {name}"
    known = made.derived.get(key)
    if known is None:
        with desk.reader.connect() as connection:
            known = PROFILES[kind](connection, name)
        if len(made.derived) >= PROFILED:
            made.derived.clear()
        made.derived[key] = known
    habits = {"figures": figure_habit(desk, name)} if kind == "voices" else {}
    return answer(request, {**row, **known, **habits})


def figure_habit(desk: Desk, name: str) -> Json:
    """In how many incidents a voice gives a figure; in how many with several for the same thing it gives the lowest, the highest."""
    table = desk.shelf.incidents.get().value.table
    return {way: int(table.facets[way].having([name], len(table)).sum()) for way in ("given", "lowest", "highest")}


@api.get("/voices", response_model=Listed[VoiceRow])
def list_voices(request: Request, desk: Here, asked: Annotated[NamePage, Query()]) -> Response:
    """Who says something, most claims first."""
    return paged(request, named(desk.shelf.names.get().value.voices, asked.q), asked)


@api.get("/voices.{form}", responses=file_answer("text/csv", "application/jsonl"))
def voices_file(request: Request, desk: Here, form: Row, asked: Annotated[NameFile, Query()]) -> Response:
    return as_file(request, desk.shelf.names.get().value.voices, form, asked, "voices")


@api.get("/voices/{name:path}", response_model=VoiceRecord)
def one_voice(request: Request, desk: Here, name: str) -> Response:
    """What it has claimed, denied, been contradicted on; over time."""
    return one(request, desk, "voices", name)


@api.get("/actors", response_model=Listed[ActorRow])
def list_actors(request: Request, desk: Here, asked: Annotated[NamePage, Query()]) -> Response:
    """Who does something, or has it done to them, the most frequent first."""
    return paged(request, named(desk.shelf.names.get().value.actors, asked.q), asked)


@api.get("/actors.{form}", responses=file_answer("text/csv", "application/jsonl"))
def actors_file(request: Request, desk: Here, form: Row, asked: Annotated[NameFile, Query()]) -> Response:
    return as_file(request, desk.shelf.names.get().value.actors, form, asked, "actors")


@api.get("/actors/{name:path}", response_model=ActorRecord)
def one_actor(request: Request, desk: Here, name: str) -> Response:
    """What is claimed of it, by whom, and how much is denied; over time."""
    return one(request, desk, "actors", name)


@api.get("/places", response_model=Listed[PlaceRow])
def list_places(request: Request, desk: Here, asked: Annotated[PlacePage, Query()]) -> Response:
    """Where it is said to happen, most claims first."""
    rows = [r for r in desk.shelf.names.get().value.places if asked.country in (None, r["country"])]
    return paged(request, named(rows, asked.q), asked)


@api.get("/places.{form}", responses=file_answer("text/csv", "application/jsonl", "application/geo+json"))
def places_file(request: Request, desk: Here, form: Literal["csv", "json", "jsonl", "geojson"], asked: Annotated[NameFile, Query()]) -> Response:
    rows = desk.shelf.names.get().value.places
    if form != "geojson":
        return as_file(request, rows, form, asked, "places")
    placed = [r for r in named(rows, asked.q) if r["latitude"] is not None][: asked.limit]
    points = ({"type": "Feature", "geometry": {"type": "Point", "coordinates": [r["longitude"], r["latitude"]]}, "properties": r} for r in placed)
    return geojson(points, ATTRIBUTION)


@api.get("/places/{name:path}", response_model=PlaceRecord)
def one_place(request: Request, desk: Here, name: str) -> Response:
    """What is said to happen there; over time."""
    return one(request, desk, "places", name)
