"""The incident record: for each field the values with the voices and origins behind each, and three different counts.

::

    {id, types, status, time, places, actors, recipients, claims, n_claims, n_reports, n_outlets, n_origins,
     origins: [{name, claims}], copies: [[report ids]], circles: [[outlets]], figures: [{role, of, low, high, voices, …}],
     relations: [{kind, from, to, evidence, rule, …}], responsibility: {claimed, denied},
     disagreement: {field: share}, grade, grade_reason}

Of an incident for which nobody is named, `origins` has the voices in whose accounts it stands, each `carried: true`; `n_origins` counts none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportedly.compare.accounts import Account, Party, Speaker, Spot
from reportedly.compare.aggregates import OWN, Backed, commonest, disagreement, figures, values
from reportedly.compare.grade import graded, responsibility
from reportedly.compare.names import folded
from reportedly.compare.origins import carried, circles, origin_keys, origins, tells
from reportedly.compare.relations import first_told, relations
from reportedly.comparison import Incident, Relation, RelationKind
from reportedly.document import Json, content_id


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an incident's record rests on beside its own claims.

    `voices`: the innermost voice of each claim; `chains`: the report whose words a claim repeats; `order`: when each report was
    stored (0 for all where nothing is stored); `across`: relations with claims of other incidents; `before`: for a claim in a
    report's own words the voice in whose account it stands.
    """

    voices: Mapping[str, Speaker | None]
    chains: Mapping[str, str]
    order: Mapping[str, int] = field(default_factory=dict)
    across: Mapping[str, Sequence[Relation]] = field(default_factory=dict)
    before: Mapping[str, Speaker] = field(default_factory=dict)


def incident(members: Sequence[Account], around: Surroundings) -> tuple[Incident, list[Relation]]:
    """The incident of some claims, and the relations between them but that they are the same."""
    told = sorted(members, key=lambda a: (around.order.get(a.report, 0), *first_told(a)))
    backed = back(told, around)
    found = origins(told, around.voices, around.chains)
    behind = found or carried(told, around.voices, around.before)
    elsewhere = {_ends(r): r for a in told for r in around.across.get(a.id, ())}
    related = [r for r in relations(backed) if _ends(r) not in elsewhere]
    every = sorted([*related, *elsewhere.values()], key=_ends)
    grade, reason = graded(backed, found, every)
    fields = _fields(backed)
    record: Json = {
        "id": content_id("incident", told[0].id), "types": [v["value"] for v in fields["types"]], "status": _status(backed), "time": _time(fields["time"], told), "places": _places(fields["places"], told),
        "actors": _parties(fields["actors"], told, lambda a: a.actors), "recipients": _parties(fields["recipients"], told, lambda a: a.recipients),
        "claims": [a.id for a in told], "n_claims": len(told), "n_reports": len({a.report for a in told}), "n_outlets": len({a.outlet or a.report for a in told}),
        "n_origins": len(found), "origins": [o.to_dict() for o in behind], "copies": _copies(told, around.chains), "circles": circles(told),
        "figures": figures(backed), "relations": [r.to_dict() for r in every], "responsibility": responsibility(backed),
        "disagreement": {name: disagreement(rows) for name, rows in fields.items() if rows}, "grade": grade.value, "grade_reason": reason,
    }  # fmt: skip
    return Incident.of(record), [r for r in related if r.kind is not RelationKind.SAME_INCIDENT]


def _ends(r: Relation) -> tuple[str, str, str]:
    return r.kind.value, r.from_, r.to


def back(told: Sequence[Account], around: Surroundings) -> list[Backed]:
    """Each claim with whose word it is. What a report says itself counts once a chain of copies."""
    keys = origin_keys(told, around.voices, around.chains)
    return [Backed(a, _name(around.voices[a.id]), keys.get(a.id) or "own " + around.chains.get(a.id, a.report)) for a in told]


def _name(voice: Speaker | None) -> str:
    return voice.name if voice else OWN


def _fields(backed: Sequence[Backed]) -> dict[str, list[Json]]:
    """Values by field. Participants and places are named by the fullest name that the incident has for them."""
    full = {key: folded(n for b in backed for n in of(b.account)) for key, of in NAMES.items()}
    tellers = [b for b in backed if tells(b.account)] or backed
    out = {
        "types": values(backed, lambda a: [a.type]),
        "status": values(backed, lambda a: [a.status]),
        "time": values(tellers, lambda a: [f"{_iso(a.start)}/{_iso(a.end)}"] if a.start is not None else []),
    }
    for key, of in NAMES.items():
        out[key] = values(tellers, _namer(of, full[key]))
    return out


def _namer(of: Callable[[Account], Iterable[str]], full: Mapping[str, str]) -> Callable[[Account], Iterable[str]]:
    return lambda a: [full[n] for n in of(a)]


NAMES: dict[str, Callable[[Account], Iterable[str]]] = {
    "places": lambda a: [p.name for p in a.places],
    "actors": lambda a: [p.name for p in a.actors],
    "recipients": lambda a: [p.name for p in a.recipients],
}


def _status(backed: Sequence[Backed]) -> str:
    """What most origins say of it; of those that do not deny it, where there are any."""
    tellers = {(b.origin, b.account.status) for b in backed if tells(b.account)} or {(b.origin, b.account.status) for b in backed}
    return commonest(status for _, status in sorted(tellers)) or "possible"


def _time(rows: Sequence[Json], told: Sequence[Account]) -> Json:
    """The span that most origins give, and every other with its voices; null where no claim has a date."""
    if not rows:
        return {"start": None, "end": None, "values": []}
    start, end = rows[0]["value"].split("/")
    return {"start": start, "end": end, "values": list(rows)}


def _places(rows: Sequence[Json], told: Sequence[Account]) -> list[Json]:
    spots: dict[str, Spot] = {p.name: p for a in told for p in a.places}
    return [{"name": r["value"], **_where(spots[r["value"]]), **_behind(r)} for r in rows]


def _where(spot: Spot) -> Json:
    return {"role": spot.role, "latitude": spot.latitude, "longitude": spot.longitude, "country": spot.country, "precision": spot.precision}


def _parties(rows: Sequence[Json], told: Sequence[Account], of: Callable[[Account], Sequence[Party]]) -> list[Json]:
    sides = {p.name: p.side for a in told for p in of(a)}
    return [{"name": r["value"], "side": sides[r["value"]], **_behind(r)} for r in rows]


def _behind(row: Json) -> Json:
    return {key: row[key] for key in ("voices", "origins", "claims")}


def _iso(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day is not None else ""


def _copies(told: Sequence[Account], chains: Mapping[str, str]) -> list[list[str]]:
    """Reports whose claims here repeat one text."""
    groups: dict[str, set[str]] = {}
    for a in told:
        groups.setdefault(chains.get(a.id, a.report), set()).add(a.report)
    return sorted(sorted(g | {original}) if any(original == a.report for a in told) else sorted(g) for original, g in groups.items() if len(g | {original}) > 1 and len(g) > 1)
