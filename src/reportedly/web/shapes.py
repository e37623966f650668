"""More shapes of answers: facets, maps, names, searches, the session."""

from __future__ import annotations

from pydantic import Field

from reportedly.web.incident_models import IncidentSummary, ListedRelation
from reportedly.web.models import Claim, Open, ReportMeta, Shape


class FacetValue(Shape):
    """A value and how many incidents have it. `toggle` is the query string with it put in or taken out."""

    value: str
    label: str
    count: int
    selected: bool
    toggle: str


class Facets(Shape):
    total: int
    claims: int
    disputed: int
    undated: int
    unplaced: int
    facets: dict[str, list[FacetValue]]


class ClaimFacets(Shape):
    total: int
    undated: int
    facets: dict[str, list[FacetValue]]


class Bin(Shape):
    start: str
    end: str
    count: int
    disputed: int


class Timeline(Shape):
    unit: str
    bins: list[Bin]
    undated: int


class MapColumns(Shape):
    """One entry of each list is one incident that has a point. Before each id comes "incident-"."""

    total: int
    placed: int
    ids: list[str]
    lon: list[float]
    lat: list[float]
    precision: list[int]
    precisions: list[str]
    disputed: list[int]
    status: list[int]
    statuses: list[str]
    n: list[int]
    country: list[int]
    countries: list[str | None]
    name: list[int]
    names: list[str | None]


class Step(Open):
    rule: str
    effect: str
    text: str
    start: int
    end: int


class Explained(Shape):
    claim: str
    steps: list[Step]


class Reason(Shape):
    feature: str
    value: float | None
    weight: float | None
    adds: float | None
    means: str


class Reasons(Shape):
    rows: list[Reason]


class VoiceRow(Shape):
    name: str
    kind: str
    actor: str | None
    claims: int
    reports: int
    denies: int


class ActorRow(Shape):
    name: str
    actor: str | None
    country: str | None
    as_actor: int
    as_recipient: int


class PlaceRow(Shape):
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    claims: int


class Counted(Shape):
    value: str
    count: int


class VoiceMonth(Shape):
    start: str
    claims: int
    denies: int


class ActorMonth(Shape):
    start: str
    as_actor: int
    as_recipient: int


class PlaceMonth(Shape):
    start: str
    claims: int


class FigureHabit(Shape):
    """In how many incidents it gives a figure, and in how many of those that have several it gives the lowest or the highest."""

    given: int
    lowest: int
    highest: int


class VoiceRecord(VoiceRow):
    denied_by: int
    disputed_by: int
    confirmed_by: int
    types: list[Counted]
    statuses: list[Counted]
    about: list[Counted]
    months: list[VoiceMonth]
    undated: int
    figures: FigureHabit
    relations: list[ListedRelation]


class ActorRecord(ActorRow):
    country_name: str | None
    types: list[Counted]
    statuses: list[Counted]
    voices: list[Counted]
    months: list[ActorMonth]
    undated: int
    denied: int


class PlaceRecord(PlaceRow):
    types: list[Counted]
    statuses: list[Counted]
    months: list[PlaceMonth]
    undated: int


class Snippet(Shape):
    """Words around a hit; `marks` are half-open offsets into `text`."""

    text: str
    marks: list[list[int]]


class FoundReport(ReportMeta):
    snippet: Snippet | None


class Found(Shape):
    incidents: list[IncidentSummary]
    claims: list[Claim]
    reports: list[FoundReport]
    voices: list[VoiceRow]
    actors: list[ActorRow]
    places: list[PlaceRow]


class SessionShape(Shape):
    """`login`: a token must be given before anything else. `csrf` goes into the header X-CSRF-Token of every write."""

    user: str | None
    edits: bool
    login: bool
    csrf: str
    version: str
    store: str = Field(description="the store's file name")


class StatusShape(Shape):
    """`loading`: what is counted is a moment old; `change` grows whenever the store is written to."""

    version: str
    store: str
    reports: int
    claims: int
    incidents: int
    disputed: int
    voices: int
    uncompared: int
    judgements: int
    loading: bool
    change: int


class Run(Shape):
    id: int
    started: str
    finished: str | None
    version: str
    reports: int
    problems: int
    claims: int | None
