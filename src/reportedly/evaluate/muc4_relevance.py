"""Which claims of a report tell an incident of MUC-4, and how far it went.

The task's own rules (TASKDOC, section 1): deeds of violence in or of nine countries, told as facts, specific and recent. Left out
are combat, harm to none but armed forces, deeds told in general ("kill civilians", "the bombings of the air force"), and those
that the report dates more than two months back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from reportedly.codebooks.crosswalk import FORCE
from reportedly.codebooks.data import load_data
from reportedly.evaluate.muc4_phrases import Phrases
from reportedly.records import Claim, Participant
from reportedly.terms import Status

STAGES = {Status.OCCURRED: "ACCOMPLISHED", Status.THREATENED: "THREATENED"}
COMBAT = frozenset({"clash", "invade"})
COUNTRIES = frozenset(["ARG", "BOL", "CHL", "COL", "ECU", "GTM", "HND", "PER", "SLV"])
RECENT = timedelta(days=62)
HABIT = frozenset({"VBZ", "VBP"})  # "they kill civilians"
FORMER = frozenset({"former", "retired", "retire", "ex"})
MILITARY = frozenset(["army", "military", "enemy", "position", "barrack", "garrison", "brigade", "battalion", "regiment", "patrol", "troop", "soldier", "fortification", "redoubt"])


def stage_of(claim: Claim) -> str | None:
    """How far the deed went; None for what is denied, asked for, planned, only possible, or goes on at large."""
    return "ATTEMPTED" if any(step.rule in _attempts() for step in claim.trace) else STAGES.get(claim.status)


@lru_cache(maxsize=1)
def _attempts() -> frozenset[str]:
    """The rules that read "tried to", "an attempt on": their status is "possible", since the outcome is untold."""
    return frozenset(f"status.{row['id']}" for row in load_data("operators.yaml")["operators"] if row["status"] == "attempt")


def incidents(claims: Sequence[Claim], phrases: Phrases) -> Iterator[tuple[Claim, str]]:
    """The claims that are of incidents which the task wants, each with its stage."""
    countries = frozenset(p.country for c in claims for p in c.places if p.country)
    for claim in claims:
        stage = stage_of(claim)
        if stage and _is_incident(claim, phrases) and not _is_elsewhere(claim, countries):
            yield claim, stage


def _is_incident(claim: Claim, phrases: Phrases) -> bool:
    if claim.event.type != "ASSAULT" or claim.event.mode in COMBAT or not _is_recent(claim):
        return False
    if any(_is_named(p, phrases) for p in claim.recipients):
        return True
    if claim.recipients and all(_is_military(p, phrases) for p in claim.recipients):
        return False
    return _is_specific(claim, phrases)


def _is_recent(claim: Claim) -> bool:
    end = claim.time.end if claim.time else None
    published = claim.document.published
    return end is None or published is None or date.fromisoformat(end[:10]) >= published - RECENT


def _is_named(party: Participant, phrases: Phrases) -> bool:
    head = phrases.head_of(party.words)
    return head is not None and head.ent == "PERSON" and head.pos == "PROPN"


def _is_military(party: Participant, phrases: Phrases) -> bool:
    """An armed side or what belongs to it: "soldiers", "army positions"; not who has left it."""
    head = phrases.head_of(party.words)
    if head is not None and any(c.lemma in FORMER for c in head.children):
        return False
    if party.sector in FORCE:
        return True
    return head is not None and any(t.lemma in MILITARY for t in (head, *head.all("compound", "amod")))


def _is_elsewhere(claim: Claim, countries: frozenset[str]) -> bool:
    """A deed in other countries, in a report that names no place in the nine (`countries`: those of all its places)."""
    where = {p.country for p in claim.places if p.country}
    return bool(where) and not where & COUNTRIES and not countries & COUNTRIES and not any(p.country in COUNTRIES for p in claim.recipients)


def _is_specific(claim: Claim, phrases: Phrases) -> bool:
    """One deed or a counted number of them, not what somebody does as a habit."""
    trigger = phrases.head_of(claim.event.trigger)
    if trigger is None or trigger.tag in HABIT:
        return trigger is None
    dated = claim.time is not None and claim.time.start is not None
    return trigger.tag not in ("NNS", "VBG") or dated or bool(claim.figures)
