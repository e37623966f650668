"""What a judgement may say: bodies of writes, checked, and made into the records that the store keeps.

Of words only the offsets are given; their text is read from the report, so that nobody can quote what is not there.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from reportedly.codebooks.frames import load_codebook
from reportedly.document import Document, Json
from reportedly.errors import BadQueryError
from reportedly.knowledge.schema import SECTORS
from reportedly.terms import FigureRole, PlaceRole, Precision, Stance, Status, VoiceKind
from reportedly.web.problems import bad_query

TIME_PRECISIONS = ("hour", "part", "day", "week", "month", "year", "period")
DAY = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$"
Name = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Offset = Annotated[int, Field(ge=0, le=100_000_000)]
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Note = Annotated[str | None, Field(max_length=2_000)]
Id = Annotated[str, Field(min_length=1, max_length=60)]
Ids = Annotated[list[Id], Field(min_length=1, max_length=200)]
Code = Annotated[str | None, Field(pattern="^[A-Z]{3}$")]


class Given(BaseModel):
    model_config = ConfigDict(extra="forbid")


class GivenWords(Given):
    """Half-open offsets in code points. `text` may be sent back as it was got; it is read anew."""

    start: Offset
    end: Offset
    text: str | None = None

    @model_validator(mode="after")
    def _some(self) -> GivenWords:
        if self.end <= self.start:
            raise ValueError("words end after they start")
        return self


class GivenEvidence(GivenWords):
    page: int | None = None


class GivenVoice(GivenWords):
    name: Name | None = None
    kind: VoiceKind = VoiceKind.UNKNOWN
    actor: Annotated[str | None, Field(max_length=120)] = None
    cue: GivenWords | None = None
    stance: Stance = Stance.ASSERTS


class GivenParty(GivenWords):
    name: Name | None = None
    actor: Annotated[str | None, Field(max_length=120)] = None
    country: Code = None
    country_name: Annotated[str | None, Field(max_length=120)] = None
    sector: Annotated[str | None, Field(max_length=8)] = None


class GivenPlace(GivenWords):
    role: PlaceRole = PlaceRole.AT
    name: Name | None = None
    latitude: Annotated[float | None, Field(ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(ge=-180, le=180)] = None
    country: Code = None
    admin1: Annotated[str | None, Field(max_length=200)] = None
    precision: Precision | None = None
    place: Annotated[str | None, Field(max_length=64)] = None

    @model_validator(mode="after")
    def _point(self) -> GivenPlace:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude come together")
        return self


class GivenFigure(GivenWords):
    of: Annotated[str, Field(max_length=300)] = ""
    low: Number | None = None
    high: Number | None = None
    out_of: Number | None = None
    unit: Annotated[str | None, Field(max_length=60)] = None
    role: FigureRole = FigureRole.OTHER


class GivenMeans(GivenWords):
    name: Name | None = None


class GivenTime(Given):
    """ISO days or moments, both inclusive; null while nobody can tell."""

    start: Annotated[str | None, Field(pattern=DAY)] = None
    end: Annotated[str | None, Field(pattern=DAY)] = None
    precision: Literal["hour", "part", "day", "week", "month", "year", "period"] | None = None
    text: str | None = None
    start_char: Offset
    end_char: Offset

    @model_validator(mode="after")
    def _span(self) -> GivenTime:
        from datetime import datetime

        for moment in (self.start, self.end):
            if moment is not None:
                datetime.fromisoformat(moment)
        if self.start and self.end and self.start[:10] > self.end[:10]:
            raise ValueError("a time ends after it starts")
        if self.end_char <= self.start_char:
            raise ValueError("words end after they start")
        return self


class GivenEvent(Given):
    type: Annotated[str, Field(max_length=32)]
    mode: Annotated[str | None, Field(max_length=64)] = None
    contexts: Annotated[list[str], Field(max_length=20)] = []
    trigger: GivenWords


Many = Field(max_length=40)


class GivenClaim(Given):
    """A claim that reading missed. Evidence, event and status are enough."""

    evidence: GivenEvidence
    event: GivenEvent
    status: Status
    attribution: Annotated[list[GivenVoice], Many] = []
    actors: Annotated[list[GivenParty], Many] = []
    recipients: Annotated[list[GivenParty], Many] = []
    places: Annotated[list[GivenPlace], Many] = []
    time: GivenTime | None = None
    figures: Annotated[list[GivenFigure], Many] = []
    means: Annotated[list[GivenMeans], Many] = []


class Accept(Given):
    verdict: Literal["accept"]
    claim: Id
    note: Note = None


class Reject(Given):
    verdict: Literal["reject"]
    claim: Id
    note: Note = None


class Correct(Given):
    """One field, otherwise. `new` has the shape that the field has in the record."""

    verdict: Literal["correct"]
    claim: Id
    field: Literal["type", "mode", "status", "evidence", "attribution", "actors", "recipients", "places", "time", "figures", "means"]
    new: Any
    note: Note = None


class Add(Given):
    verdict: Literal["add"]
    report: Id
    record: GivenClaim
    note: Note = None


class Same(Given):
    """These claims or incidents tell of one incident."""

    verdict: Literal["same"]
    left: Ids
    right: Ids
    note: Note = None


class Apart(Given):
    """These tell of different incidents. The claims of a side, which are of one incident, stay together."""

    verdict: Literal["apart"]
    left: Ids
    right: Ids
    note: Note = None


Body = Annotated[Accept | Reject | Correct | Add | Same | Apart, Field(discriminator="verdict")]
SHAPES: dict[str, TypeAdapter[Any]] = {
    "type": TypeAdapter(Annotated[str, Field(max_length=32)]), "mode": TypeAdapter(Annotated[str | None, Field(max_length=64)]), "status": TypeAdapter(Status),
    "evidence": TypeAdapter(GivenEvidence), "attribution": TypeAdapter(Annotated[list[GivenVoice], Many]), "actors": TypeAdapter(Annotated[list[GivenParty], Many]),
    "recipients": TypeAdapter(Annotated[list[GivenParty], Many]), "places": TypeAdapter(Annotated[list[GivenPlace], Many]), "time": TypeAdapter(GivenTime | None),
    "figures": TypeAdapter(Annotated[list[GivenFigure], Many]), "means": TypeAdapter(Annotated[list[GivenMeans], Many]),
}  # fmt: skip


def field_value(field: str, given: Any, document: Document, record: Json) -> Any:
    """A corrected field as the record keeps it. BadQueryError names what is wrong."""
    try:
        checked = SHAPES[field].validate_python(given)
    except ValidationError as error:
        raise bad_query([{**e, "loc": ("new", *e["loc"])} for e in error.errors()]) from error
    if field in ("type", "mode"):
        event = {**record["event"], field: checked}
        _check_event(event["type"], event["mode"] if field == "mode" else None)
    dumped = TypeAdapter(Any).dump_python(checked, mode="json")
    return [_worded(d, document) for d in dumped] if isinstance(dumped, list) else _worded(dumped, document) if isinstance(dumped, dict) else dumped


def added_record(given: GivenClaim, document: Document) -> Json:
    """The contract record of an added claim, but for its id. Who adds it is sure of it."""
    _check_event(given.event.type, given.event.mode)
    dumped = given.model_dump(mode="json")
    lists = ("attribution", "actors", "recipients", "places", "figures", "means")
    event = {**dumped["event"], "trigger": _worded(dumped["event"]["trigger"], document)}
    return {
        "document": document.to_dict(), "evidence": _worded(dumped["evidence"], document), "event": event, "status": dumped["status"],
        **{key: [_worded(d, document) for d in dumped[key]] for key in lists}, "time": _worded(dumped["time"], document) if dumped["time"] else None,
        "confidence": 1.0, "more_evidence": [],
    }  # fmt: skip


def _worded(given: Json, document: Document) -> Json:
    """What was given, with the words that stand at its offsets, and these as its name where none was given."""
    first, last = ("start_char", "end_char") if "start_char" in given else ("start", "end")
    if given[last] > len(document.text):
        raise BadQueryError(f"the report has {len(document.text)} characters, no words at {given[first]}–{given[last]}", hint="offsets count code points of the report's text")
    out = {**given, "text": document.text[given[first] : given[last]]}
    if "name" in out and out["name"] is None:
        out["name"] = " ".join(out["text"].split()) or "?"
    if out.get("cue"):
        out["cue"] = _worded(out["cue"], document)
    if out.get("page", 0) is None:
        del out["page"]
    return out


def _check_event(kind: str, mode: str | None) -> None:
    book = load_codebook()
    if kind not in book.definitions:
        raise BadQueryError(f"no type {kind!r} in the codebook", hint=", ".join(book.definitions))
    if mode is not None and mode not in book.modes[kind]:
        raise BadQueryError(f"{kind} has no mode {mode!r}", hint=", ".join(book.modes[kind]) or "it has none")


def choices() -> Json:
    """What a form may offer."""
    book = load_codebook()
    kinds = {"statuses": Status, "kinds": VoiceKind, "stances": Stance, "place_roles": PlaceRole, "precisions": Precision, "figure_roles": FigureRole}
    types = [{"type": t, "definition": told, "modes": dict(book.modes[t])} for t, told in book.definitions.items()]
    return {"types": types, **{k: [v.value for v in enum] for k, enum in kinds.items()}, "time_precisions": list(TIME_PRECISIONS), "sectors": sorted(SECTORS)}
