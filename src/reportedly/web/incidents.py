"""`/api/incidents`: lists, facets, timeline, map, and one incident with all that is told of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import numpy as np
from fastapi import Query, Request
from starlette.responses import Response

from reportedly.document import Json
from reportedly.resolve.gazetteer import ATTRIBUTION
from reportedly.store.facets import is_disputed
from reportedly.store.judged import judgements_of_claims
from reportedly.store.listing import claims_with
from reportedly.store.looking import first_words, incident_records, incident_whole, report_metas
from reportedly.web.answers import all_rows, answer, geojson, page, table, unpacked
from reportedly.web.asked import FacetsAsked, IncidentFile, IncidentFilters, IncidentPage, TimelineAsked
from reportedly.web.columns import PRECISIONS, UNDATED, Columns, Mask
from reportedly.web.countries import country_name
from reportedly.web.desk import Desk
from reportedly.web.filters import Chosen, facet_counts, masks, timeline, together
from reportedly.web.incident_models import Incident, IncidentSummary
from reportedly.web.models import Listed
from reportedly.web.review_shapes import Dossier
from reportedly.web.routing import Here, file_answer, router
from reportedly.web.shapes import Facets, MapColumns, Timeline
from reportedly.web.summaries import summary, title

api = router("incidents")
CLAIMS = 500  # of a dossier


def matching(desk: Desk, chosen: Chosen) -> tuple[Columns, dict[str, Mask]]:
    """All incidents, and a mask for each filter."""
    incidents = desk.shelf.incidents.get().value
    hits = desk.shelf.hits(incidents, chosen.words) if chosen.words else None
    return incidents.table, masks(incidents.table, chosen, hits)


@api.get("/incidents", response_model=Listed[IncidentSummary])
def list_incidents(request: Request, desk: Here, asked: Annotated[IncidentPage, Query()]) -> Response:
    """Incidents, filtered and in order, page by page."""
    columns, found = matching(desk, asked.chosen())
    mask = together(columns, found)
    ids, following = columns.page(mask, asked.sort, asked.limit, unpacked(asked.after, int, str))
    return page(request, summaries(desk, ids), following, int(mask.sum()))


def summaries(desk: Desk, ids: list[str]) -> list[Json]:
    with desk.reader.connect() as connection:
        records = incident_records(connection, ids)
        quotes = first_words(connection, [r["claims"][0] for r in records])
    return [summary(record, quotes.get(record["claims"][0])) for record in records]


@api.get("/incidents.{form}", responses=file_answer("text/csv", "application/jsonl", "application/geo+json"))
def incidents_file(request: Request, desk: Here, form: Literal["csv", "json", "jsonl", "geojson"], asked: Annotated[IncidentFile, Query()]) -> Response:
    """The same as a file: a row an incident; as GeoJSON, those that have a point."""
    columns, found = matching(desk, asked.chosen())
    mask = together(columns, found)

    def paged(many: int, after: Any) -> Any:
        ids, following = columns.page(mask, asked.sort, many, after)
        return summaries(desk, ids), following

    rows = all_rows(paged, asked.limit)
    if form == "geojson":
        return geojson(request, (feature(row) for row in rows if row["place"]), ATTRIBUTION)
    return answer(request, {"items": list(rows), "next": None, "total": int(mask.sum())}) if form == "json" else table(request, map(flat, rows) if form == "csv" else rows, form, "incidents")


def feature(row: Json) -> Json:
    place = row["place"]
    return {"type": "Feature", "id": row["id"], "geometry": {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}, "properties": flat(row)}


def flat(row: Json) -> Json:
    """A summary as one row without anything nested but lists of names."""
    time, place = row["time"] or {}, row["place"] or {}
    figures = "; ".join(map(_figure, row["figures"]))
    out = {k: v for k, v in row.items() if k not in ("time", "place", "figures", "disagreement", "quote")}
    spot = {"place": place.get("name"), **{k: place.get(k) for k in ("latitude", "longitude", "precision", "country")}}
    return {**out, "start": time.get("start"), "end": time.get("end"), **spot, "figures": figures, "quote": (row["quote"] or {}).get("text")}


def _figure(f: Json) -> str:
    low, high = ("" if n is None else f"{n:g}" for n in (f["low"], f["high"]))
    return f"{f['role']} {low if low == high else f'{low}–{high}'} {f['of']}".strip()


@api.get("/incidents/facets", response_model=Facets)
def incident_facets(request: Request, desk: Here, asked: Annotated[FacetsAsked, Query()]) -> Response:
    """How many incidents have each value, each field counted without its own choice."""
    chosen = asked.chosen()
    columns, found = matching(desk, chosen)
    every = together(columns, found)
    counted = facet_counts(columns, chosen, found, asked.counting())
    facets = {name: [{**v, "label": country_name(v["value"]) if name == "country" else v["value"]} for v in values] for name, values in counted.items()}
    return answer(request, {**totals(columns, every), "facets": facets})


def totals(columns: Columns, mask: Mask) -> dict[str, int]:
    return {
        "total": int(mask.sum()), "claims": int(columns.counted[mask, 0].sum()), "disputed": int((columns.disputed & mask).sum()),
        "undated": int(((columns.start == UNDATED) & mask).sum()), "unplaced": int((mask & ~columns.placed).sum()),
    }  # fmt: skip


@api.get("/incidents/timeline", response_model=Timeline)
def incident_timeline(request: Request, desk: Here, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """How many incidents begin in each day, week, month or year; those without a day beside."""
    columns, found = matching(desk, asked.chosen())
    return answer(request, timeline(columns, together(columns, found), asked.unit))


@api.get("/incidents/map", response_model=MapColumns)
def incident_map(request: Request, desk: Here, asked: Annotated[IncidentFilters, Query()]) -> Response:
    """Every incident that has a point, in columns: small enough for a hundred thousand."""
    columns, found = matching(desk, asked.chosen())
    return answer(request, map_columns(columns, together(columns, found)))


def map_columns(columns: Columns, mask: Mask) -> Json:
    rows = np.flatnonzero(mask & columns.placed)
    statuses, countries = columns.facets["status"], columns.facets["country"]
    none = len(countries.values)
    named, name = np.unique(columns.place[rows], return_inverse=True)
    names = columns.facets["place"].values
    return {
        "total": int(mask.sum()), "placed": len(rows), "ids": [columns.ids[n].removeprefix("incident-") for n in rows.tolist()],
        "lon": np.round(columns.longitude[rows], 4).tolist(), "lat": np.round(columns.latitude[rows], 4).tolist(),
        "precision": columns.precision[rows].tolist(), "precisions": list(PRECISIONS), "disputed": columns.disputed[rows].astype(int).tolist(),
        "status": statuses.codes[rows].tolist(), "statuses": list(statuses.values), "n": columns.counted[rows, 0].tolist(),
        "country": np.where(columns.country[rows] < 0, none, columns.country[rows]).tolist(), "countries": [*countries.values, None],
        "name": name.tolist(), "names": [names[n] if n >= 0 else None for n in named.tolist()],
    }  # fmt: skip


@api.get("/incidents/{ident}", response_model=Incident)
def one_incident(request: Request, desk: Here, ident: str) -> Response:
    """The whole record, as `reportedly show incident` prints it."""
    with desk.reader.connect() as connection:
        return answer(request, whole(incident_whole(connection, ident)))


def whole(record: Json) -> Json:
    return {**record, "title": title(record), "disputed": is_disputed(record)}


@api.get("/incidents/{ident}/dossier", response_model=Dossier)
def dossier(request: Request, desk: Here, ident: str) -> Response:
    """An incident with its claims, their reports, and what people judged of them."""
    with desk.reader.connect() as connection:
        record = incident_whole(connection, ident)
        told = claims_with(connection, record["claims"][:CLAIMS])
        reports = report_metas(connection, list(dict.fromkeys(c["document"]["id"] for c in told)))
        judged = judgements_of_claims(connection, record["claims"])
    return answer(request, {"incident": whole(record), "claims": told, "more": len(record["claims"]) - len(told), "reports": reports, "judgements": judged})
