"""From claims to PLOVER's records: one type, with the codes of its sources and targets, as that scheme's coders fold them.

Our claims keep an event's type and its status apart; PLOVER has one type for both. Cooperation that is yet to come is AGREE,
hostility that is yet to come THREATEN, cooperation that is refused or fails REJECT, and a deed that somebody says must be done
REQUEST. Some deeds stand under another type there than in our codebook, whose settled cases allow both; the manual's readings
are rows of `plover/crosswalks.yaml`. PLOVER also wants a target for every source: where a claim names none, the target is whom
the deed inside is toward ("threatened to ban voting in Gaza"). A side without a state of its own has that of the place, or
the only state that the sentence names.
Source: PLOVER manual, on the types; the readme of its gold-standard records on locations.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.codebooks.crosswalk import plover_type
from reportedly.records import Claim, Participant
from reportedly.terms import Status, VoiceKind

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT"})
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.THREATENED})
PRESS = (VoiceKind.OUTLET, VoiceKind.AGENCY)
MUST = "status.md-must"  # of one that somebody says must be done
TRIED = "status.try"  # the step of a deed that was attempted


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
    return tuple(_record(c, claims) for c in claims)


def _record(claim: Claim, claims: Sequence[Claim]) -> Dyad:
    """A claim's record. In a demand made by "must", whoever says it asks those who must."""
    places = _countries(claim) or _only(claims)
    if folded(claim) == "REQUEST" != claim.event.type:
        said = claim.attribution[-1]
        return Dyad("REQUEST", (Participant(said.name, said.words, said.actor),), claim.actors or _targets(claim, claims), places)
    return Dyad(folded(claim), claim.actors, _targets(claim, claims), places)


def folded(claim: Claim) -> str:
    """The type with the status folded in."""
    kind = claim.event.type
    if claim.status in AHEAD and claim.actors and not any(step.rule == TRIED for step in claim.trace):
        return "AGREE" if kind in COOPERATIVE else "THREATEN" if kind in HOSTILE else kind
    if claim.status is Status.DENIED and claim.actors and kind in COOPERATIVE | {"AGREE"}:
        return "REJECT"
    if claim.attribution and kind not in SPOKEN and any(step.rule == MUST for step in claim.trace):
        return "REQUEST"
    return plover_type(claim)


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


def _only(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The state of a sentence that names one only, as a side's or a place's. Who speaks may be of another, unless they write for the press."""
    parties = [p for c in claims for p in (*c.actors, *c.recipients)]
    named = {state for state in (*(p.country for p in parties), *(s for c in claims for s in _countries(c))) if state}
    abroad = any(v.actor and v.kind not in PRESS and v.actor not in {p.actor for p in parties} for c in claims for v in c.attribution)
    return tuple(named) if len(named) == 1 and not abroad else ()
