"""`/api/claims` and `/api/relations`: claims with what is known of each, and how they stand to each other."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query, Request
from sqlalchemy import Connection
from starlette.responses import Response

from reportedly.document import Json
from reportedly.errors import NotFoundError
from reportedly.resolve.gazetteer import ATTRIBUTION
from reportedly.rows import flat
from reportedly.store.judged import claim_as_read, claim_steps, judgements_of_claims
from reportedly.store.listing import claims_page, claims_with, count_of
from reportedly.store.looking import relations_page
from reportedly.web.answers import MOST, all_rows, answer, geojson, page, table, unpacked
from reportedly.web.asked import ClaimFacetsAsked, ClaimFile, ClaimPage, RelationFile, RelationPage
from reportedly.web.claim_facets import claim_masks, claim_totals
from reportedly.web.filters import counted, together
from reportedly.web.incident_models import ListedRelation
from reportedly.web.models import Claim, ClaimRecord, Listed
from reportedly.web.review_shapes import Judgement
from reportedly.web.routing import Here, file_answer, router
from reportedly.web.shapes import ClaimFacets, Explained, Reasons

api = router("claims")
NOBODY_KNOWS = type(None)


@api.get("/claims", response_model=Listed[Claim])
def list_claims(request: Request, desk: Here, asked: Annotated[ClaimPage, Query()]) -> Response:
    """Claims, filtered; by day of the event, by confidence, or with `q` in the order in which they were stored."""
    wanted = asked.wanted(asked.sort)
    with desk.reader.connect() as connection:
        rows, following = claims_page(connection, wanted, asked.limit, _after(asked.after, asked.sort, asked.q))
        total = count_of(connection, wanted) if asked.count == "yes" else None
    return page(request, rows, following, total)


def _after(given: str | None, sort: str, words: str | None) -> tuple[Any, ...] | None:
    if words:
        return unpacked(given, int, str)
    return unpacked(given, (int, float), str) if sort == "uncertain" else unpacked(given, (str, NOBODY_KNOWS), str)


@api.get("/claims.{form}", responses=file_answer("text/csv", "application/jsonl", "application/geo+json"))
def claims_file(request: Request, desk: Here, form: Literal["csv", "json", "jsonl", "geojson"], asked: Annotated[ClaimFile, Query()]) -> Response:
    """The same as a file: CSV a flat row a claim, JSON Lines the records, GeoJSON a point for each place."""
    wanted = asked.wanted(asked.sort)

    def paged(many: int, after: Any) -> Any:
        with desk.reader.connect() as connection:
            return claims_page(connection, wanted, many, after)

    rows = all_rows(paged, asked.limit)
    if form == "geojson":
        return geojson(request, (f for row in rows for f in features(row)), ATTRIBUTION)
    if form == "json":
        return answer(request, {"items": list(rows), "next": None, "total": None})
    return table(request, map(row_of, rows) if form == "csv" else rows, form, "claims")


@api.get("/claims/facets", response_model=ClaimFacets)
def claim_facets(request: Request, desk: Here, asked: Annotated[ClaimFacetsAsked, Query()]) -> Response:
    """How many claims have each value, each field counted without its own choice. Rejected ones are counted where `review` asks for them."""
    chosen, how = asked.chosen(), asked.counting()
    table = desk.shelf.claims.get().value
    found = claim_masks(table, chosen, desk.reader)
    counts = {name: counted(table.facets[name], chosen, name, together(table, found, name), how) for name in how.fields}
    facets = {name: [{**v, "label": v["value"]} for v in values] for name, values in counts.items()}
    return answer(request, {**claim_totals(table, together(table, found)), "facets": facets})


def row_of(record: Json) -> Json:
    return {**flat(record), "review": (record["review"] or {}).get("state"), "incident": record["incident"]}


def features(record: Json) -> list[Json]:
    return [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [p["longitude"], p["latitude"]]},
         "properties": {**row_of(record), "place": p["name"], "place_role": p["role"], "precision": p["precision"]}}
        for p in record["places"] if p["latitude"] is not None
    ]  # fmt: skip


def claim_here(connection: Connection, ident: str) -> Json:
    """NotFoundError where there is none."""
    found = claims_with(connection, [ident])
    if not found:
        raise NotFoundError(f"no claim {ident!r}", hint="its report may have been read anew since: see /api/claims")
    return found[0]


@api.get("/claims/{ident}", response_model=Claim)
def one_claim(request: Request, desk: Here, ident: str) -> Response:
    with desk.reader.connect() as connection:
        return answer(request, claim_here(connection, ident))


@api.get("/claims/{ident}/explain", response_model=Explained)
def explain(request: Request, desk: Here, ident: str) -> Response:
    """Which frame, cue and rule made the claim, on which words. Empty for a claim that a person added."""
    with desk.reader.connect() as connection:
        claim_here(connection, ident)
        return answer(request, {"claim": ident, "steps": claim_steps(connection, ident)})


@api.get("/claims/{ident}/read", response_model=ClaimRecord)
def as_read(request: Request, desk: Here, ident: str) -> Response:
    """The record as it was read, before any correction; of a claim that a person added, as it was added."""
    with desk.reader.connect() as connection:
        claim_here(connection, ident)
        return answer(request, claim_as_read(connection, ident))


@api.get("/claims/{ident}/history", response_model=Listed[Judgement])
def history(request: Request, desk: Here, ident: str) -> Response:
    """All that was ever judged of it, and taken back, newest first."""
    with desk.reader.connect() as connection:
        rows = judgements_of_claims(connection, [ident])
    return page(request, rows, None, len(rows))


@api.get("/claims/{ident}/relations", response_model=Listed[ListedRelation])
def claim_relations(request: Request, desk: Here, ident: str) -> Response:
    with desk.reader.connect() as connection:
        claim_here(connection, ident)
        rows, _ = relations_page(connection, (), None, [ident], MOST)
    return page(request, rows, None, len(rows))


@api.get("/claims/{ident}/why/{other}", response_model=Reasons)
def why(request: Request, desk: Here, ident: str, other: str) -> Response:
    """What speaks for and against the two claims' telling of one incident, feature by feature."""
    from reportedly.compare.why import reasons
    from reportedly.store import open_store

    with desk.reader.connect() as connection:
        claim_here(connection, ident)
        claim_here(connection, other)
    with open_store(desk.setup.store, create=False) as store:
        return answer(request, {"rows": list(reasons(store, ident, other))})


@api.get("/relations", response_model=Listed[ListedRelation])
def list_relations(request: Request, desk: Here, asked: Annotated[RelationPage, Query()]) -> Response:
    """How claims stand to each other: who denies, disputes, confirms, or gives another figure."""
    with desk.reader.connect() as connection:
        rows, following = relations_page(connection, asked.kind, asked.incident, asked.claim, asked.limit, unpacked(asked.after, int))
    return page(request, rows, following)


@api.get("/relations.{form}", responses=file_answer("text/csv", "application/jsonl"))
def relations_file(request: Request, desk: Here, form: Literal["csv", "json", "jsonl"], asked: Annotated[RelationFile, Query()]) -> Response:
    def paged(many: int, after: Any) -> Any:
        with desk.reader.connect() as connection:
            return relations_page(connection, asked.kind, asked.incident, asked.claim, many, after)

    rows = all_rows(paged, asked.limit)
    if form == "json":
        return answer(request, {"items": list(rows), "next": None, "total": None})
    heads = ("id", "incident", "kind", "from", "to", "rule", "evidence", "field", "values", "overlap", "of")
    return table(request, ({h: r.get(h) for h in heads} for r in rows) if form == "csv" else rows, form, "relations")
