"""The shapes of answers, as OpenAPI tells them. What the store keeps is sent as it is; the tests hold it against these."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from reportedly.terms import FigureRole, PlaceRole, Precision, Stance, Status, VoiceKind


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Open(BaseModel):
    """A shape to which keys may be added."""

    model_config = ConfigDict(extra="allow")


class Problem(Open):
    """RFC 9457. `code` is one of Reportedly's; `hint` says how to mend it."""

    type: str
    title: str
    status: int
    detail: str
    hint: str
    code: str
    errors: list[dict[str, str]] | None = None


class Words(Open):
    """Words of a report where they stand: half-open offsets in code points."""

    text: str
    start: int
    end: int


class Evidence(Words):
    page: int | None = None


class DocumentHead(Shape):
    id: str
    source: str | None
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None


class Voice(Words):
    name: str
    kind: VoiceKind
    actor: str | None
    cue: Words | None
    stance: Stance


class EventShape(Open):
    type: str
    mode: str | None
    contexts: list[str] = []
    trigger: Words


class Party(Words):
    name: str
    actor: str | None
    country: str | None
    country_name: str | None
    sector: str | None


class PlaceShape(Words):
    role: PlaceRole
    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    precision: Precision | None
    place: str | None


class TimeShape(Open):
    start: str | None
    end: str | None
    precision: str | None
    text: str
    start_char: int
    end_char: int


class FigureShape(Words):
    of: str
    low: float | None
    high: float | None
    out_of: float | None
    unit: str | None
    role: FigureRole


class MeansShape(Words):
    name: str


class ReviewShape(Shape):
    """What people's judgements of a claim come to."""

    state: str
    by: str | None
    at: str


class ClaimRecord(Open):
    """The claim contract. `attribution` is outermost first; empty is the report's own voice."""

    id: str
    document: DocumentHead
    evidence: Evidence
    attribution: list[Voice]
    event: EventShape
    status: Status
    actors: list[Party]
    recipients: list[Party]
    places: list[PlaceShape]
    time: TimeShape | None
    figures: list[FigureShape]
    means: list[MeansShape]
    confidence: float
    more_evidence: list[Words]


class Claim(ClaimRecord):
    review: ReviewShape | None
    incident: str | None


class Listed[T](Shape):
    """A page of a list. `next` is the address of the page after it; `total` is null where counting would take too long."""

    items: list[T]
    next: str | None
    total: int | None


class ReportMeta(Shape):
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    source: str | None
    language: str | None
    claims: int
    coded: bool


class Paragraph(Shape):
    report: str
    start: int
    end: int | None


class Copies(Shape):
    original: str
    reports: list[str]
    credited: str | None
    paragraphs: list[Paragraph]


class Report(ReportMeta):
    text: str
    notes: list[str]
    authors: list[str]
    pages: list[list[int]]
    taken: str | None
    published_from: str | None
    sha256: str | None
    copies: list[Copies]
