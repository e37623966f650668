"""From claims to PLOVER's records: one type, with the codes of its sources and targets, as that scheme's coders fold them.

Our claims keep an event's type and its status apart; PLOVER has one type for both. Cooperation that is yet to come is
AGREE, hostility that is yet to come THREATEN. PLOVER also wants a target for every source: where a claim names none, the
target is whom the deed inside is toward ("threatened to ban voting in Gaza"). A side without a state of its own has that
of the place.
Source: PLOVER manual, AGREE and THREATEN, and the readme of its gold-standard records on locations.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.records import Claim, Participant, Status

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.THREATENED})


@dataclass(frozen=True, slots=True)
class Dyad:
    """One event as PLOVER records it. `places` are the countries (ISO alpha-3) of a side whose state is not told."""

    type: str
    sources: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    places: tuple[str, ...] = ()

    def codes(self, parties: tuple[Participant, ...]) -> frozenset[str]:
        """The codes of a side: states and sectors of its parties, or the states of the place when none has a state."""
        states = {p.country for p in parties if p.country}
        abroad = any(p.sector in ("IGO", "NGO", "HRI") for p in parties)
        return frozenset(states | {p.sector for p in parties if p.sector} | (set() if states or abroad else set(self.places)))


def dyads(claims: Sequence[Claim]) -> tuple[Dyad, ...]:
    """The records of some claims of one sentence, one a claim, in the same order."""
    return tuple(Dyad(folded(c), c.actors, _targets(c, claims), _countries(c)) for c in claims)


def folded(claim: Claim) -> str:
    """The type with the status folded in."""
    if claim.status in AHEAD and claim.actors:
        if claim.event.type in COOPERATIVE:
            return "AGREE"
        if claim.event.type in HOSTILE:
            return "THREATEN"
    return claim.event.type


def _targets(claim: Claim, claims: Iterable[Claim]) -> tuple[Participant, ...]:
    """The recipients; without one, those of the deeds told after it: "demanded that X stop", "lifted the ban on Y"."""
    if claim.recipients:
        return claim.recipients
    later = [c for c in claims if c.event.trigger.start > claim.event.trigger.start]
    sides = [*(r for c in later for r in c.recipients), *(a for c in later for a in c.actors)]
    own = {p.name for p in claim.actors}
    return tuple(p for p in sides if p.name not in own)


def _countries(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.country for p in claim.places if p.country))
