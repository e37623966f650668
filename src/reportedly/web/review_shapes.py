"""The shapes of judgements and of what is left to judge, as OpenAPI tells them."""

from __future__ import annotations

from typing import Any

from reportedly.web.incident_models import Incident, IncidentSummary
from reportedly.web.models import Claim, ReportMeta, Shape


class Judgement(Shape):
    """What a person judged, of a claim or of incidents. `undone` when it was taken back since."""

    id: int
    verdict: str
    claim: str | None
    report: str | None
    field: str | None
    old: Any
    new: Any
    left: list[str]
    right: list[str]
    undoes: int | None
    undone: bool
    note: str | None
    by: str | None
    at: str


class Dossier(Shape):
    """`more`: claims that are left out, for there are too many."""

    incident: Incident
    claims: list[Claim]
    more: int
    reports: list[ReportMeta]
    judgements: list[Judgement]


class Done(Shape):
    """What a judgement came to. `compared` is false when another process is writing: the incidents follow with the next comparing."""

    judgement: Judgement
    claim: Claim | None
    incidents: list[IncidentSummary]
    compared: bool


class QueueItem(Shape):
    claim: Claim
    why: str
    incident: IncidentSummary | None


class FieldAgreement(Shape):
    """`n` claims that both judged; `agree` the share of them judged alike; kappa null where chance cannot be told from agreement."""

    field: str
    n: int
    agree: float
    kappa: float | None


class Pair(Shape):
    reviewers: list[str]
    claims: int
    fields: list[FieldAgreement]


class Alpha(Shape):
    field: str
    n: int
    alpha: float | None


class Agreement(Shape):
    reviewers: list[str]
    claims: int
    pairs: list[Pair]
    alpha: list[Alpha]


class Reviewer(Shape):
    user: str | None
    judgements: int


class Progress(Shape):
    claims: int
    reviewed: int
    accepted: int
    rejected: int
    corrected: int
    added: int
    by: list[Reviewer]


class EventType(Shape):
    type: str
    definition: str
    modes: dict[str, str]


class Choices(Shape):
    """What a form may offer for each field."""

    types: list[EventType]
    statuses: list[str]
    kinds: list[str]
    stances: list[str]
    place_roles: list[str]
    precisions: list[str]
    time_precisions: list[str]
    figure_roles: list[str]
    sectors: list[str]
