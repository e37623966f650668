"""The day that a report told last, for the deed told next: "Soldiers raided Kpanga on Monday. They burned a school."

A day is carried only where the tale goes on: to a deed in the plain past, without a time of its own, in the next sentence, by the same
side, against the same people, or at the same place. What had been before, what has been since, and what is told as another matter
("Separately", "Earlier") had its own day, of which nothing is said.
"""

from __future__ import annotations

import re
from datetime import date

from reportedly.events.frames import Trigger
from reportedly.events.kin import FORCE, one_side
from reportedly.find.kinds import noun_kinds
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token
from reportedly.records import Claim, Participant, Place, Time
from reportedly.terms import PlaceRole, Status

TALKS = frozenset({"CONSULT", "AGREE"})
CROWDS = frozenset(["protester", "protestor", "demonstrator", "marcher", "crowd", "rioter", "striker", "rally", "protest", "march", "demonstration"])
APART = frozenset(["elsewhere", "separately", "earlier", "previously", "meanwhile", "recently", "since", "ever", "often", "sometimes", "always", "usually", "once", "already", "repeatedly", "regularly", "now"])
MARKS = frozenset(["after", "before", "because", "since", "until", "if", "unless", "than"])  # of a clause that was at another time
WEEK = 7  # days between steps of one tale
LEGAL = frozenset(["convict"])  # where and when judges sit is not where the deeds were


HOURS = frozenset(["dawn", "daybreak", "sunrise", "sun-up", "morning", "mid-morning", "noon", "midday", "lunchtime", "afternoon", "mid-afternoon", "evening", "dusk", "sunset", "sundown", "nightfall"])
TOWARDS = frozenset(["before", "by", "after", "towards", "toward", "around", "near", "until"])  # "before dawn", "by nightfall"
STEP = re.compile(r"\b(?:minutes?|hours?|moments?|seconds?) (?:later|after)|\b(?:dawn|morning|noon|afternoon|evening|midday|dusk|sunset|sunrise|daybreak|lunchtime|nightfall|sundown)\b")
LATE = re.compile(r"\b(?:late|night|evening|midnight|overnight)\b")
DONE = (Status.OCCURRED, Status.ONGOING)


def day_from(claim: Claim, token: Token, before: Claim) -> Time | None:
    """The day of a deed told before, if the deed at `token` is told as the next step of that tale."""
    time, day = claim.time, before.time
    if claim.status not in DONE or before.status not in DONE or day is None or not is_day(day):
        return None
    if time is not None and (time.start or time.end or not STEP.search(time.words.text.lower()) or LATE.search(day.words.text.lower())):
        return None  # of "hours later" after "late on Monday" nobody knows the day
    by_hour = _by_hour(token)
    return day if goes_on(token, by_hour=by_hour) and (time is not None or by_hour or is_link(claim, before)) else None


def _clause_of(token: Token) -> Token | None:
    """The verb whose tense says when a deed was told to be."""
    verb = next((t for t in (token, *token.ancestors()) if is_verb(t) and t.dep not in ("acl", "amod", "csubj")), None)
    while verb is not None and verb.dep in ("conj", "xcomp", "advcl") and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
    return verb


def _by_hour(token: Token) -> bool:
    """"Before dawn, drones struck the radar", "By nightfall the rebels had taken the bridge": an hour of the day that is being told of."""
    verb = _clause_of(token)
    hours = [(p, o) for p in (verb.all("prep") if verb is not None else ()) if p.lower in TOWARDS and p.i < token.i for o in p.all("pobj")]
    return any(o.lower in HOURS and o.first("det", "prep", "amod", "poss", "compound") is None for _, o in hours)


def goes_on(token: Token, *, by_hour: bool = False) -> bool:
    """Whether a deed is told in the plain past, and not as another matter: "They burned a school", "One was beaten". `by_hour`: what "had" been by then too."""
    verb = _clause_of(token)
    if verb is None or verb.dep == "relcl" or any(m.lower in MARKS for m in verb.all("mark", "advmod")) or (token is not verb and not is_verb(token) and token.dep not in ("nsubj", "nsubjpass")):
        return False
    helpers = verb.all("aux", "auxpass")
    past = verb.tag == "VBD" or any(h.tag == "VBD" and (by_hour or h.lower != "had") for h in helpers)
    if not past or any((h.lemma == "have" and not (by_hour and h.lower == "had")) or h.tag == "MD" for h in helpers):
        return False
    return not any(c.lower in APART for a in (token, *token.ancestors()) for c in a.children)


def deeds_named(trigger: Trigger) -> tuple[Token, ...]:
    """The deeds that a verb is told of: "were hurt in the operation", "staged the march"."""
    inside = [noun for prep in trigger.token.all("prep") if prep.lower in ("in", "during") for noun in prep.all("pobj") if "EVENT" in noun_kinds(noun)]
    return (*inside, *(w for w in trigger.words[1:] if w.pos == "NOUN" and "EVENT" in noun_kinds(w)))


def is_link(claim: Claim, before: Claim) -> bool:
    """Whether two deeds are steps of one tale: the same side acts, the same people suffer, or the place is the same."""
    if before.event.mode in LEGAL or claim.event.mode in LEGAL or _turned(claim, before) or _elsewhere(claim, before):
        return False
    if leads_on(claim, before):
        return True
    kinds = {claim.event.type, before.event.type}
    if not (kinds <= FORCE or kinds == {"PROTEST"}):
        return False
    same = any(one_side(a, b) for a in claim.actors for b in before.actors) or bool(_names(claim.recipients) & _names(before.recipients))
    return same or bool(_scenes(claim) & _scenes(before))


def leads_on(claim: Claim, before: Claim) -> bool:
    """"The presidents met in Sochi. They signed a pact", "Thousands marched in Lima. Police beat protesters": the one where the other was."""
    if {claim.event.type, before.event.type} <= TALKS:
        met = _names((*before.actors, *before.recipients))
        return before.event.type == "CONSULT" and any(p.name in met or _is_both(p) for p in claim.actors)
    people = (*claim.actors, *claim.recipients)
    return before.event.type == "PROTEST" and claim.event.type in FORCE and any(CROWDS & set(_words(p)) for p in people)


def _is_both(party: Participant) -> bool:
    """"the two sides", "both leaders"."""
    return bool({"two", "both"} & set(_words(party)))


def _words(party: Participant) -> list[str]:
    return [w.removesuffix("s") for w in f"{party.name} {party.words.text}".lower().split()]


def _turned(claim: Claim, before: Claim) -> bool:
    """Whether who was held now does a deed: "Police arrested a man on Monday. He stabbed a nun"."""
    return before.event.type == "COERCE" and bool(_names(claim.actors) & _names(before.recipients))


def _elsewhere(claim: Claim, before: Claim) -> bool:
    return bool(_scenes(claim) and _scenes(before) and not _scenes(claim) & _scenes(before))


def _scenes(claim: Claim) -> set[str]:
    return {p.name for p in claim.places if _is_scene(p)}


def _is_scene(place: Place) -> bool:
    return place.role is PlaceRole.AT and place.latitude is not None


def _names(parties: tuple[Participant, ...]) -> set[str]:
    return {p.name for p in parties}


def is_day(time: Time | None) -> bool:
    """One day, or a night over two: what a step of a tale may have been on."""
    return time is not None and bool(time.start and time.end) and (time.precision in ("day", "part", "hour") or time.start == time.end)


def is_of_another_time(time: Time | None, before: Time | None) -> bool:
    """Whether two deeds are days apart: "Last year the group beheaded a hostage" after what it has done since 2016."""
    if time is None or not (time.start and time.end):
        return False
    if not is_day(time):
        return before is None or (before.start, before.end) != (time.start, time.end)
    if before is None or not (before.start and before.end):
        return False
    gap = (date.fromisoformat(time.start[:10]) - date.fromisoformat(before.end[:10])).days
    return gap > WEEK or (date.fromisoformat(before.start[:10]) - date.fromisoformat(time.end[:10])).days > WEEK
