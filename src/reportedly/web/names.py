"""`/api/voices`, `/api/actors`, `/api/places`: who says, does and suffers things, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import Query, Request
from starlette.responses import Response

from reportedly.document import Json
from reportedly.errors import NotFoundError
from reportedly.resolve.gazetteer import ATTRIBUTION
from reportedly.store.looking import relations_with
from reportedly.web.answers import Cursor, answer, geojson, page, table, unpacked
from reportedly.web.asked import NameFile, NamePage, PlacePage
from reportedly.web.desk import Desk
from reportedly.web.models import Listed
from reportedly.web.profiles import actor_profile, place_profile, voice_profile
from reportedly.web.routing import Here, file_answer, router
from reportedly.web.shapes import ActorRecord, ActorRow, PlaceRecord, PlaceRow, VoiceRecord, VoiceRow

api = router("names")
Row = Literal["csv", "json", "jsonl"]
PROFILES = {"voices": voice_profile, "actors": actor_profile, "places": place_profile}


def named(rows: Sequence[Json], part: str | None) -> list[Json]:
    """Those whose name contains a part, case-blind; those that begin with it first, else the most frequent first."""
    if part is None:
        return list(rows)
    return sorted((r for r in rows if part.casefold() in r["name"].casefold()), key=lambda r: _key(r, part))


def _key(row: Json, part: str | None) -> Cursor:
    """What names are in order of, and pages begin after."""
    many = row["claims"] if "claims" in row else row["as_actor"] + row["as_recipient"]
    begins = part is not None and row["name"].casefold().startswith(part.casefold())
    return int(not begins), -many, row["name"], row["country"] or "" if "latitude" in row else ""


def paged(request: Request, rows: Sequence[Json], asked: NamePage) -> Response:
    """A page of the names that contain what is asked for."""
    found = named(rows, asked.q)
    after = unpacked(asked.after, int, int, str, str)
    first = bisect_right(found, after, key=lambda r: _key(r, asked.q)) if after else 0
    shown = found[first : first + asked.limit]
    return page(request, shown, _key(shown[-1], asked.q) if first + asked.limit < len(found) else None, len(found))


def as_file(request: Request, rows: Sequence[Json], form: Row, asked: NameFile, name: str) -> Response:
    found = named(rows, asked.q)[: asked.limit]
    return answer(request, {"items": found, "next": None, "total": len(found)}) if form == "json" else table(request, found, form, name)


def one(request: Request, desk: Desk, kind: Literal["voices", "actors", "places"], name: str) -> Response:
    """A row of a list of names, and all that is known of who or what it names."""
    row = next((r for r in getattr(desk.shelf.names.get().value, kind) if r["name"] == name), None)
    if row is None:
        raise NotFoundError(f"nobody and nothing is called {name!r} here", hint="names are whole names, as the lists give them")
    known = {**row, **PROFILES[kind](desk.shelf.claims.get().value, row)}
    if kind == "voices":
        with desk.reader.connect() as connection:
            known["relations"] = relations_with(connection, known["relations"])
        known["figures"] = figure_habit(desk, name)
    return answer(request, known)


def figure_habit(desk: Desk, name: str) -> Json:
    """In how many incidents a voice gives a figure; in how many with several for the same thing it gives the lowest, the highest."""
    table = desk.shelf.incidents.get().value.table
    return {way: int(table.facets[way].having([name], len(table)).sum()) for way in ("given", "lowest", "highest")}


@api.get("/voices", response_model=Listed[VoiceRow])
def list_voices(request: Request, desk: Here, asked: Annotated[NamePage, Query()]) -> Response:
    """Who says something, most claims first."""
    return paged(request, desk.shelf.names.get().value.voices, asked)


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
    return paged(request, desk.shelf.names.get().value.actors, asked)


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
    return paged(request, [r for r in desk.shelf.names.get().value.places if asked.country in (None, r["country"])], asked)


@api.get("/places.{form}", responses=file_answer("text/csv", "application/jsonl", "application/geo+json"))
def places_file(request: Request, desk: Here, form: Literal["csv", "json", "jsonl", "geojson"], asked: Annotated[NameFile, Query()]) -> Response:
    rows = desk.shelf.names.get().value.places
    if form != "geojson":
        return as_file(request, rows, form, asked, "places")
    placed = [r for r in named(rows, asked.q) if r["latitude"] is not None][: asked.limit]
    points = ({"type": "Feature", "geometry": {"type": "Point", "coordinates": [r["longitude"], r["latitude"]]}, "properties": r} for r in placed)
    return geojson(request, points, ATTRIBUTION)


@api.get("/places/{name:path}", response_model=PlaceRecord)
def one_place(request: Request, desk: Here, name: str) -> Response:
    """What is said to happen there; over time."""
    return one(request, desk, "places", name)
