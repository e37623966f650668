"""The shapes of incidents and of relations between claims, as OpenAPI tells them."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from reportedly.comparison import RelationKind
from reportedly.terms import FigureRole, PlaceRole, Precision, Status
from reportedly.web.models import Open, Shape


class Span(Shape):
    start: str | None
    end: str | None


class Spot(Shape):
    name: str
    latitude: float
    longitude: float
    precision: Precision | None
    country: str | None


class FigureRange(Shape):
    """What all voices together give: the lowest and the highest."""

    role: FigureRole
    of: str
    low: float | None
    high: float | None


class Quotation(Shape):
    """The words of a claim, cut where they are many."""

    text: str
    claim: str
    report: str


class IncidentSummary(Shape):
    id: str
    title: str
    types: list[str]
    status: Status
    time: Span | None
    place: Spot | None
    places: list[str]
    actors: list[str]
    recipients: list[str]
    figures: list[FigureRange]
    n_claims: int
    n_reports: int
    n_outlets: int
    n_origins: int
    grade: str
    grade_reason: str
    disputed: bool
    disagreement: dict[str, float]
    quote: Quotation | None


class Backed(Open):
    """A value with those who give it. `origins` counts them, copies folded."""

    voices: list[str]
    origins: int
    claims: list[str]


class TimeValue(Backed):
    value: str = Field(description="two ISO days with a slash between; either may be empty")


class IncidentTime(Span):
    values: list[TimeValue]


class IncidentPlace(Backed):
    name: str
    role: PlaceRole
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: Precision | None


class IncidentParty(Backed):
    name: str
    side: str | None


class IncidentFigure(Backed):
    role: FigureRole
    of: str
    low: float | None
    high: float | None
    unit: str | None
    as_: list[str] = Field(alias="as", description="conservative, informative, representative: which way of counting takes this number")


class Quoted(Shape):
    claim: str
    text: str


class Relation(Open):
    """`from` stands so to `to`. Disputes name the `field` and both `values`; figures both ranges and whether they `overlap`."""

    kind: RelationKind
    from_: str = Field(alias="from")
    to: str
    evidence: list[Quoted]
    rule: str
    field: str | None = None
    values: list[Any] | None = None
    overlap: bool | None = None
    of: str | None = None


class ListedRelation(Relation):
    id: int
    incident: str | None


class NamedClaims(Open):
    name: str
    claims: list[str]


class Responsibility(Shape):
    claimed: list[NamedClaims]
    denied: list[NamedClaims]


class Incident(Open):
    id: str
    title: str
    disputed: bool
    types: list[str]
    status: Status
    time: IncidentTime
    places: list[IncidentPlace]
    actors: list[IncidentParty]
    recipients: list[IncidentParty]
    claims: list[str]
    n_claims: int
    n_reports: int
    n_outlets: int
    n_origins: int
    origins: list[NamedClaims]
    copies: list[list[str]]
    circles: list[list[str]]
    figures: list[IncidentFigure]
    relations: list[Relation]
    responsibility: Responsibility
    disagreement: dict[str, float]
    grade: str
    grade_reason: str
