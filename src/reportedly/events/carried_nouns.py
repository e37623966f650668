"""What an event noun takes from the verb that carries it: "troops launched an attack", "the grant will help farmers", "plans an offensive"."""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.events.beheld import beholders, is_of_headline
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles, light_verbs, low_places, noticing, prep_role, quantity_of
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import agents, is_passive, is_verb, objects, obliques, subjects
from reportedly.language.parse import Token
from reportedly.resolve.phrases import head_of

RAISING = frozenset({"expect", "believe", "say", "schedule", "set", "report", "think", "know", "plan", "slate", "suppose", "understand", "allege", "presume", "fear", "suspect"})  # "is believed to have been carried out"
OPPOSING = frozenset({"ASSAULT", "PROTEST", "COERCE"})
CALLED = frozenset({"PROTEST", "CONSULT", "RETREAT", "REQUEST"})  # a strike, a meeting, a truce; to call a killing wrong is not to kill
ENDING = frozenset({"stop", "cease", "halt", "suspend"})
DEEDS = frozenset({"ASSAULT", "COERCE"})
AFFECTED = HUMAN | {"FACILITY", "PLACE", "VEHICLE"}


@lru_cache(maxsize=1)
def happenings() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["happening"])


@lru_cache(maxsize=1)
def affecting() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["affecting"])


@lru_cache(maxsize=1)
def helping() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["helping"])


@lru_cache(maxsize=1)
def pursuits() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["pursuing"])


def lift(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """Arguments from the verb that carries the noun: "troops launched an attack on the town"."""
    noun = trigger.token
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head
    verb = noun.head if noun.dep in ("dobj", "nsubjpass", "nsubj", "oprd") else None
    if noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.lower in ("in", "under", "of", "into", "out", "with", "to") and is_verb(noun.head.head):
        verb = noun.head.head
        if light_verbs().get(verb.lemma) not in ("actor", "recipient") or verb.lemma not in ("engage", "participate", "take", "come", "enter", "begin", "carry", "go"):
            verb = None
    counted = quantity_of(noun)
    if counted is not None and counted.dep in ("dobj", "nsubjpass", "nsubj"):
        verb = counted.head
    if verb is None or not is_verb(verb):
        return
    raised = verb.first("xcomp") if noun.dep == "nsubjpass" and verb.lemma in RAISING else None
    verb = raised or verb
    carried = counted if counted is not None and counted.head is verb else noun
    if carried.dep == "nsubj" and verb.lemma == "be":
        verb = verb.first("xcomp") or next((x for c in verb.all("acomp") for x in c.all("xcomp")), verb)  # "talks are to resume", "are unlikely to"
    if (carried.dep == "nsubj" or raised is not None) and not is_passive(verb) and (verb.lemma in happenings() or _with_particle(verb) & happenings()):
        roles.light = verb
        for other in objects(verb):
            roles.add("party", other, knowledge)  # "the convoy reached the families"
        for prep, other in obliques(verb):
            roles.add(prep_role(trigger, prep), other, knowledge)
        return
    if trigger.frame.type == "AID" and carried.dep in ("nsubj", "nsubjpass") and _helps(roles, carried.head, knowledge):
        return
    if carried.dep == "nsubj" and (verb.tag in ("VBD", "VBN") or is_of_headline(verb)) and verb.lemma in affecting() and trigger.frame.type in DEEDS:
        roles.light = verb
        for other in objects(verb):
            if kinds_of(head_of(other), knowledge) & AFFECTED:
                roles.add("recipient", other, knowledge)
        for prep, other in obliques(verb):
            roles.add("place" if prep_role(trigger, prep) in ("place", "beside") else None, other, knowledge)
        return
    if verb.lemma in noticing() and noun.dep in ("dobj", "nsubjpass"):
        for place in (other for prep, other in obliques(verb) if prep_role(trigger, prep) in ("place", "beside")):
            if place.pos == "PROPN" and not place.known:
                roles.places.append(("at", place))  # whatever the model takes Wad Madani for
            else:
                roles.add("place", place, knowledge)  # "condemned the attack today in Jabla", "clashes were reported in the port"
    for place in beholders(carried, verb) if trigger.frame.type in OPPOSING else ():
        roles.add("place", place, knowledge)
    part = next((light_verbs()[w] for w in sorted(_with_particle(verb)) if w in light_verbs()), light_verbs().get(verb.lemma))
    if part not in ("actor", "recipient") or (verb.lemma == "call" and (trigger.frame.type not in CALLED or verb.first("oprd") is not None)):  # "called the march a disgrace"
        return
    if (noun.dep == "nsubj" or raised is not None) and not is_passive(verb):
        return
    roles.light = verb
    target = trigger.frame.roles.get("subject", "actor") if part == "actor" else "recipient"
    target = "actor" if is_passive(verb) and part == "actor" else target  # "the prosecution of X is led by Y"
    if not (roles.actors if part == "actor" else roles.recipients):
        for who in agents(verb) if is_passive(verb) else subjects(verb):
            roles.add(target, who, knowledge)
    for prep, other in obliques(verb):
        if prep != "by" and other is not noun:
            roles.add(prep_role(trigger, prep), other, knowledge)
            low_places(roles, trigger, other, knowledge)


def _helps(roles: Roles, verb: Token, knowledge: Knowledge) -> bool:
    """"the assistance will help farmers", "Canadian aid is helping keep clinics open for widows", "the grant is meant to reach 600 families"."""
    if is_passive(verb) and verb.first("xcomp") is None:
        return False
    while (inner := verb.first("xcomp")) is not None and is_verb(inner) and (verb.lemma in helping() or is_passive(verb)):
        roles.light = roles.light or (verb if verb.lemma in helping() else None)
        verb = inner
    if verb.lemma not in helping():
        return roles.light is not None
    roles.light = roles.light or verb  # whose tense it has: "is helping keep"
    helped = [*objects(verb), *(s for c in verb.all("ccomp") if c.tag in ("VB", "VBP") for s in c.all("nsubj")), *(o for p, o in obliques(verb) if p == "to"), *(o for t in verb.subtree() if t.dep == "prep" and t.lower == "for" for o in t.all("pobj"))]
    for whom in helped:
        if kinds_of(head_of(whom), knowledge) & HUMAN:
            roles.add("recipient", whom, knowledge)
    for place in (o for p, o in obliques(verb) if p in ("in", "at")):
        roles.add("place", place, knowledge)
    return True


def subjected(roles: Roles, noun: Token, knowledge: Knowledge) -> None:
    """"subjected them to detention, torture and killing": each of these was done to them."""
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "to" else noun
    if verb.lemma == "subject" and is_verb(verb) and not roles.recipients:
        for whom in objects(verb):
            roles.add("recipient", whom, knowledge)
        for who in agents(verb) if is_passive(verb) else subjects(verb):
            roles.add("actor", who, knowledge)


def _with_particle(verb: Token) -> set[str]:
    """"break out", "get under" (way)."""
    return {f"{verb.lemma} {c.lower}" for c in verb.all("prt", "prep")}


def wanted_by(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"wants cooperation with", "plans an offensive", "must cease its air strikes": who wants or stops it would do it."""
    noun = trigger.token
    verb = noun.head
    if noun.dep == "dobj" and (verb.lemma in pursuits() or _with_particle(verb) & pursuits()) and not (verb.dep == "acl" and verb.lemma in ENDING and noun.first("poss") is None):  # "talks to stop the massacre"
        for who in subjects(verb):
            roles.add("actor", who, knowledge)
