"""A headline says what the report then tells in full: the two are one claim, with the headline's words as more evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.records import Claim, Participant
from reportedly.terms import FigureRole

SUFFERED = (FigureRole.KILLED, FigureRole.INJURED, FigureRole.DETAINED)


def fold_headline(claims: list[Claim], end: int) -> list[Claim]:
    """The claims without those of the headline (which ends at character `end`) that a claim of the body tells again."""
    head = [c for c in claims if c.event.trigger.start < end]
    body = [c for c in claims if c.event.trigger.start >= end]
    kept = []
    for claim in head:
        same = [n for n, other in enumerate(body) if _tells(other, claim)]
        at = next((n for n in same if _gives(body[n], claim)), same[0] if same else None)
        if at is None or _adds(body, claim):
            kept.append(claim)
        else:
            body[at] = replace(body[at], more_evidence=(*body[at].more_evidence, claim.evidence))
    return [*kept, *body]


def _tells(body: Claim, headline: Claim) -> bool:
    """Whether a claim of the body is of the headline's event: type and status, and no side that is another's."""
    same = body.event.type == headline.event.type and body.status is headline.status
    return same and _agree(body.actors, headline.actors) and _agree(body.recipients, headline.recipients)


def _gives(body: Claim, headline: Claim) -> bool:
    """Whether a claim of the body has the headline's numbers: "hospital raises toll to nine" is of the death that made them nine."""
    return {(f.role, f.low, f.high) for f in headline.figures} <= {(f.role, f.low, f.high) for f in body.figures}


def _adds(body: list[Claim], headline: Claim) -> bool:
    """A number of people that is nowhere in the body: "hospital raises toll to nine", where that only tells the attack."""
    if not headline.attribution:
        return False
    told = {(f.role, f.low, f.high) for c in body for f in c.figures}
    return any((f.role, f.low, f.high) not in told for f in headline.figures if f.role in SUFFERED)


def _agree(one: Iterable[Participant], other: Iterable[Participant]) -> bool:
    ours, theirs = _sides(one), _sides(other)
    return not ours or not theirs or bool(ours & theirs)


def _sides(parties: Iterable[Participant]) -> set[str]:
    """Every way to know a party: who it is, its state, the last word of its name."""
    return {key for p in parties for key in (p.actor, p.country, p.name.lower().split()[-1]) if key}
