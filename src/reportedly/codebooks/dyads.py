"""From claims to PLOVER's records: one type, with the codes of its sources and targets, as that scheme's coders fold them.

Our claims keep an event's type and its status apart; PLOVER has one type for both. Cooperation that is yet to come is
AGREE, hostility that is yet to come THREATEN. PLOVER also wants a target for every source: where a claim names none, the
target is whom the deed inside is toward ("threatened to ban voting in Gaza"), else the state where it is said to be.
Source: PLOVER manual, AGREE and THREATEN, and the readme of its gold-standard records on locations.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.records import Claim, Participant, Status

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.THREATENED})
SPOKEN = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Dyad:
    """One event as PLOVER records it. `places` are the countries (ISO alpha-3) that stand in for an unnamed target."""

    type: str
    sources: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    places: tuple[str, ...] = ()


def dyads(claims: Sequence[Claim]) -> tuple[Dyad, ...]:
    """The records of some claims of one sentence, one a claim, in the same order."""
    return tuple(Dyad(folded(c), c.actors, targets := _targets(c, claims), () if targets else _countries(c)) for c in claims)


def folded(claim: Claim) -> str:
    """The type with the status folded in."""
    if claim.status in AHEAD and claim.actors:
        if claim.event.type in COOPERATIVE:
            return "AGREE"
        if claim.event.type in HOSTILE:
            return "THREATEN"
    return claim.event.type


def _targets(claim: Claim, claims: Iterable[Claim]) -> tuple[Participant, ...]:
    """The recipients; of an act of speech without one, those of the deeds that it speaks of."""
    if claim.recipients or claim.event.type not in SPOKEN:
        return claim.recipients
    later = [c for c in claims if c.event.trigger.start > claim.event.trigger.start]
    sides = [*(r for c in later for r in c.recipients), *(a for c in later for a in c.actors)]
    own = {p.name for p in claim.actors}
    return tuple(p for p in sides if p.name not in own)


def _countries(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.country for p in claim.places if p.country))
