"""What may be asked: the query parameters of each list, checked. An unknown parameter is an error, for a filter that is not heeded misleads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from reportedly.store.listing import Wanted
from reportedly.store.looking import WantedReports
from reportedly.terms import Status
from reportedly.web.answers import MOST, MOST_IN_FILE
from reportedly.web.claim_facets import CLAIM_FIELDS
from reportedly.web.filters import FIELDS, Box, Chosen, Counting

Yes = Literal["yes", "no"]
Text = Annotated[str, Field(min_length=1, max_length=300)]
Values = Annotated[list[Text], Field(max_length=50)]
Words = Annotated[str | None, Field(min_length=1, max_length=200, description="words that must all be there")]
Day = Annotated[date | None, Field(description="YYYY-MM-DD, inclusive")]
Limit = Annotated[int, Field(ge=1, le=MOST)]
FileLimit = Annotated[int, Field(ge=1, le=MOST_IN_FILE)]
After = Annotated[str | None, Field(max_length=600, description="where the page begins: from `next` of the page before")]
NONE: list[str] = []


class Asked(BaseModel):
    """Common to all questions."""

    model_config = ConfigDict(extra="forbid")


class Paged(Asked):
    limit: Limit = 50
    after: After = None


class Counted(Asked):
    """Which facets are counted, and how many values of each are told."""

    facets_there: ClassVar[Sequence[str]] = ()
    fields: Annotated[str | None, Field(max_length=200, description="names of facets, comma-separated; all of them without it")] = None
    top: Annotated[int, Field(ge=1, le=200)] = 12
    find: Annotated[str | None, Field(min_length=1, max_length=100, description="only values that contain this")] = None

    @field_validator("fields")
    @classmethod
    def _fields(cls, given: str | None) -> str | None:
        if given is not None and (wrong := set(given.split(",")) - set(cls.facets_there)):
            raise ValueError(f"no facet {sorted(wrong)[0]!r}; there are {' '.join(cls.facets_there)}")
        return given

    def counting(self) -> Counting:
        fields = [f for f in self.facets_there if f in self.fields.split(",")] if self.fields else self.facets_there
        return Counting(fields, self.top, self.find)


class IncidentFilters(Asked):
    """Values of one field are alternatives, fields are joined by "and". Values are as the facets give them."""

    type: Values = NONE
    status: Annotated[list[Status], Field(max_length=7)] = []
    actor: Values = NONE
    recipient: Values = NONE
    voice: Values = NONE
    outlet: Values = NONE
    country: Values = NONE
    grade: Values = NONE
    place: Values = NONE
    disputed: Yes | None = None
    dated: Yes | None = None
    placed: Yes | None = None
    since: Day = None
    until: Day = None
    bbox: Annotated[str | None, Field(max_length=120, description="west,south,east,north in degrees")] = None
    q: Words = None

    @field_validator("bbox")
    @classmethod
    def _box(cls, given: str | None) -> str | None:
        if given is not None:
            _numbers(given)
        return given

    def chosen(self) -> Chosen:
        many = ("type", "status", "actor", "recipient", "voice", "outlet", "country", "grade", "place")
        values = {name: tuple(map(str, getattr(self, name))) for name in many if getattr(self, name)}
        yes = {name: getattr(self, name) == "yes" for name in ("disputed", "dated", "placed") if getattr(self, name)}
        return Chosen(values, yes, self.since, self.until, _numbers(self.bbox) if self.bbox else None, self.q)


def _numbers(given: str) -> Box:
    try:
        west, south, east, north = map(float, given.split(","))
    except ValueError as error:
        raise ValueError("four numbers: west,south,east,north") from error
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError("degrees: west and east from -180 to 180, south and north from -90 to 90")
    return west, south, east, north


class IncidentPage(IncidentFilters, Paged):
    sort: Literal["newest", "oldest", "claims", "origins", "reports", "disputed"] = "newest"


class IncidentFile(IncidentFilters):
    limit: FileLimit = 10_000
    sort: Literal["newest", "oldest", "claims", "origins", "reports", "disputed"] = "newest"


class FacetsAsked(IncidentFilters, Counted):
    facets_there: ClassVar[Sequence[str]] = FIELDS


class TimelineAsked(IncidentFilters):
    unit: Literal["auto", "day", "week", "month", "year"] = "auto"


class ClaimFilters(Asked):
    """Names are whole names, as the lists of voices, actors and places give them."""

    type: Values = NONE
    status: Annotated[list[Status], Field(max_length=7)] = []
    voice: Values = NONE
    actor: Values = NONE
    place: Values = NONE
    report: Values = NONE
    incident: Values = NONE
    review: Literal["none", "accepted", "rejected", "corrected", "added"] | None = None
    since: Day = None
    until: Day = None
    min_confidence: Annotated[float | None, Field(ge=0, le=1)] = None
    q: Words = None

    def wanted(self, sort: str = "newest") -> Wanted:
        many = {name: tuple(map(str, getattr(self, name))) for name in ("type", "status", "voice", "actor", "place", "report", "incident")}
        days = {name: day.isoformat() if day else None for name, day in (("since", self.since), ("until", self.until))}
        return Wanted(**many, **days, review=self.review, min_confidence=self.min_confidence, words=self.q, sort=sort)  # type: ignore[arg-type]

    def chosen(self) -> Chosen:
        values = {name: tuple(map(str, getattr(self, name))) for name in ("type", "status", "voice", "actor", "place", "report", "incident") if getattr(self, name)}
        values |= {"review": (self.review,)} if self.review else {}
        least = {} if self.min_confidence is None else {"min_confidence": f"{self.min_confidence:g}"}
        return Chosen(values, {}, self.since, self.until, words=self.q, rest=least)


class ClaimPage(ClaimFilters, Paged):
    sort: Literal["newest", "oldest", "uncertain"] = "newest"
    count: Annotated[Yes, Field(description="whether `total` is counted, which takes longer")] = "no"


class ClaimFacetsAsked(ClaimFilters, Counted):
    facets_there: ClassVar[Sequence[str]] = CLAIM_FIELDS


class ClaimFile(ClaimFilters):
    limit: FileLimit = 10_000
    sort: Literal["newest", "oldest", "uncertain"] = "newest"


class ReportFilters(Asked):
    outlet: Values = NONE
    since: Day = None
    until: Day = None
    q: Words = None
    sort: Literal["newest", "oldest"] = "newest"

    def wanted(self) -> WantedReports:
        since, until = (day.isoformat() if day else None for day in (self.since, self.until))
        return WantedReports(tuple(self.outlet), since, until, self.q, self.sort)


class ReportPage(ReportFilters, Paged):
    pass


class ReportFile(ReportFilters):
    limit: FileLimit = 10_000


class NamePage(Paged):
    q: Annotated[str | None, Field(min_length=1, max_length=200, description="part of the name")] = None


class NameFile(Asked):
    limit: FileLimit = 10_000
    q: Annotated[str | None, Field(min_length=1, max_length=200)] = None


class PlacePage(NamePage):
    country: Annotated[str | None, Field(max_length=3, description="ISO 3166-1 alpha-3")] = None


Kinds = Annotated[list[Literal["confirms", "denies", "disputes", "differs-in-figure", "same-incident", "answers", "part-of", "follows"]], Field(max_length=8)]


class RelationFilters(Asked):
    kind: Kinds = []
    incident: Text | None = None
    claim: Values = NONE


class RelationPage(RelationFilters, Paged):
    pass


class RelationFile(RelationFilters):
    limit: FileLimit = 10_000


Verdicts = Annotated[list[Literal["accept", "reject", "correct", "add", "same", "apart", "undo"]], Field(max_length=7)]


class JudgementFilters(Asked):
    verdict: Verdicts = []
    claim: Text | None = None
    report: Text | None = None
    by: Text | None = None
    standing: Yes | None = None


class JudgementPage(JudgementFilters, Paged):
    pass


class JudgementFile(JudgementFilters):
    limit: FileLimit = 10_000


class QueueAsked(Paged):
    order: Literal["uncertain", "disputed"] = "uncertain"
    report: Text | None = None
    type: Values = NONE
    by: Annotated[str | None, Field(max_length=100, description="whose judgements are left out; by default those of whoever asks")] = None


class SearchAsked(Asked):
    q: Annotated[str, Field(min_length=1, max_length=200)]
    limit: Annotated[int, Field(ge=1, le=20)] = 5
