"""The nouns of Reportedly: frozen records with tuples inside.

This module imports nothing of ours but `document`, `spans`, `terms` and `errors`. The words are those of the claim contract;
`Claim.to_dict` gives exactly that record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from reportedly.document import Document, Json, Words
from reportedly.errors import EvidenceError
from reportedly.terms import FigureRole, PlaceRole, Precision, Stance, Status, VoiceKind


class _Named:
    """A record with a name: it is on one line, however the report breaks its lines."""

    __slots__ = ()
    name: str

    def __post_init__(self) -> None:
        if self.name != (line := " ".join(self.name.split())):
            object.__setattr__(self, "name", line)


@dataclass(frozen=True, slots=True)
class Voice(_Named):
    """Someone who says something. `words` is the mention; `name` what it resolves to."""

    name: str
    words: Words
    kind: VoiceKind = VoiceKind.UNKNOWN
    actor: str | None = None
    cue: Words | None = None
    stance: Stance = Stance.ASSERTS

    def to_dict(self) -> Json:
        cue = self.cue.to_dict() if self.cue else None
        return {"name": self.name, **self.words.to_dict(), "kind": self.kind.value, "actor": self.actor,
                "cue": cue, "stance": self.stance.value}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the codebook: type, mode and the word that evokes it."""

    type: str
    trigger: Words
    mode: str | None = None
    contexts: tuple[str, ...] = ()

    def to_dict(self) -> Json:
        return {"type": self.type, "mode": self.mode, "contexts": list(self.contexts), "trigger": self.trigger.to_dict()}


@dataclass(frozen=True, slots=True)
class Participant(_Named):
    """Who does it, or to whom. `country` is the ISO 3166-1 alpha-3 code of the state it belongs to or acts for."""

    name: str
    words: Words
    actor: str | None = None
    country: str | None = None
    country_name: str | None = None
    sector: str | None = None

    def to_dict(self) -> Json:
        return {"name": self.name, **self.words.to_dict(), "actor": self.actor, "country": self.country,
                "country_name": self.country_name, "sector": self.sector}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place(_Named):
    """Where, in which role. Coordinates in WGS 84 degrees, None when no gazetteer knows the place."""

    role: PlaceRole
    name: str
    words: Words
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: Precision | None = None
    place: str | None = None

    def to_dict(self) -> Json:
        return {"role": self.role.value, "name": self.name, **self.words.to_dict(), "latitude": self.latitude,
                "longitude": self.longitude, "country": self.country, "admin1": self.admin1,
                "precision": self.precision.value if self.precision else None, "place": self.place}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """When. `start` and `end` are inclusive ISO dates (or date-times); None while unresolved."""

    words: Words
    start: str | None = None
    end: str | None = None
    precision: str | None = None  # hour part day week month year period

    def to_dict(self) -> Json:
        return {"start": self.start, "end": self.end, "precision": self.precision, "text": self.words.text,
                "start_char": self.words.start, "end_char": self.words.end}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a closed interval: `low`/`high` None where the text leaves it open."""

    of: str
    words: Words
    low: float | None = None
    high: float | None = None
    out_of: float | None = None
    unit: str | None = None
    role: FigureRole = FigureRole.OTHER

    def to_dict(self) -> Json:
        return {"of": self.of, "low": self.low, "high": self.high, "out_of": self.out_of, "unit": self.unit,
                "role": self.role.value, **self.words.to_dict()}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Means(_Named):
    """By what: a weapon, vehicle or instrument."""

    name: str
    words: Words

    def to_dict(self) -> Json:
        return {"name": self.name, **self.words.to_dict()}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reading that made a claim: which rule, on which words, and what it decided."""

    rule: str
    words: Words
    effect: str = ""

    def to_dict(self) -> Json:
        return {"rule": self.rule, "effect": self.effect, **self.words.to_dict()}


@dataclass(frozen=True, slots=True)
class Claim:
    """One event as one chain of voices tells it: the row unit. Without evidence there is no claim.

    `confidence` is the probability that the report does tell such an event there (docs/measuring.md, "Confidence").
    """

    id: str
    document: Document
    evidence: Words
    event: Event
    status: Status
    attribution: tuple[Voice, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    figures: tuple[Figure, ...] = ()
    means: tuple[Means, ...] = ()
    confidence: float = 0.5
    more_evidence: tuple[Words, ...] = ()
    trace: tuple[Step, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        for words in words_in(self):
            if not words.text or self.document.text[words.start : words.end] != words.text:
                raise EvidenceError(f"claim {self.id}: the report does not say {words.text!r} at {words.start}–{words.end}")

    def to_dict(self) -> Json:
        """The record of the claim contract, ready for `json.dumps`."""
        return {
            "id": self.id,
            "document": self.document.to_dict(),
            "evidence": self._evidence_dict(),
            "attribution": [v.to_dict() for v in self.attribution],
            "event": self.event.to_dict(),
            "status": self.status.value,
            "actors": [p.to_dict() for p in self.actors],
            "recipients": [p.to_dict() for p in self.recipients],
            "places": [p.to_dict() for p in self.places],
            "time": self.time.to_dict() if self.time else None,
            "figures": [f.to_dict() for f in self.figures],
            "means": [m.to_dict() for m in self.means],
            "confidence": round(self.confidence, 3),
            "more_evidence": [w.to_dict() for w in self.more_evidence],
        }

    def _evidence_dict(self) -> Json:
        page = self.document.page_at(self.evidence.start)
        return self.evidence.to_dict() | ({} if page is None else {"page": page})


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about a reading that is still whole."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says: its claims in the order of the text, and what a user should be told about it."""

    document: Document
    claims: tuple[Claim, ...] = ()
    warnings: tuple[Notice, ...] = ()
    codebook: str = ""
    version: str = ""

    def to_dicts(self) -> list[Json]:
        """The claims as contract records."""
        return [claim.to_dict() for claim in self.claims]

    def to_frame(self) -> Any:
        """The claims as a pandas data frame, one row a claim (needs the `frame` extra)."""
        from reportedly.frame import claims_frame  # pandas is an extra: not loaded unless asked for

        return claims_frame(self.to_dicts())

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)


def words_in(record: object) -> list[Words]:
    """Every `Words` held anywhere in a record but its document. A list and no recursion: each claim is checked each time it is made."""
    found, left = [], [record]
    while left:
        here = left.pop()
        if isinstance(here, Words):
            found.append(here)
        elif isinstance(here, tuple):
            left += here
        elif here is not None:
            left += [getattr(here, name) for name in _held(type(here))]  # type: ignore[arg-type]  # a class can be a key
    return found


@cache
def _held(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record in which words may be: every claim is checked, so they are looked up once."""
    if not is_dataclass(kind) or issubclass(kind, Document):
        return ()
    hints = get_type_hints(kind)
    return tuple(f.name for f in fields(kind) if _may_hold(hints[f.name]))


def _may_hold(hint: Any) -> bool:
    """Whether a value of this type can have words in it: a record, or a tuple or union with one."""
    inside = get_args(hint)
    return any(map(_may_hold, inside)) if inside else is_dataclass(hint) and hint is not Document
