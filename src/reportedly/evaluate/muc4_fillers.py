"""From the claims of a reading to MUC-4's slots: who did it, to whom, to what, with what, how many, with what effect, how far.

A report's incidents are its claims of ASSAULT (`muc4_relevance.py`); what they tell is joined, since one report tells one deed
many times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from reportedly.codebooks.crosswalk import FORCE, STATE
from reportedly.evaluate.muc4_named import included, named_victims
from reportedly.evaluate.muc4_phrases import HOLLOW, Phrase, Phrases
from reportedly.evaluate.muc4_relevance import incidents
from reportedly.find.kinds import is_human, noun_kinds
from reportedly.language.clauses import obliques
from reportedly.language.coordination import conjuncts
from reportedly.language.parse import Parse, Token
from reportedly.read import Tools, reading_of
from reportedly.records import Claim, Participant
from reportedly.spans import Span
from reportedly.terms import FigureRole, Status

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
DEADLY = frozenset({"kill", "assassinate", "execute", "massacre"})
ON_PEOPLE = DEADLY | {"abduct", "torture", "beat"}
BODIES = frozenset(["force", "army", "police", "organization", "organisation", "movement", "mafia", "cartel", "government", "union", "squad", "front", "party", "regime", "guard"])
GROUPS = frozenset(["group", "unit", "commando", "organization", "organisation", "gang", "band", "faction", "movement", "cell", "squad", "wing", "branch"])
ANYBODY = frozenset(["other", "several", "some", "many", "one", "spokesman", "alias", "population", "country", "victim", "number", "majority", "rest", "body", "enemy"])
SETTLED = frozenset(["town", "village", "city", "area", "region", "zone", "neighborhood", "neighbourhood", "district", "sector", "place", "territory", "border", "street", "department", "province", "outskirts", "road", "highway", "avenue", "coast", "slope", "countryside", "homeland", "campus", "airspace"])
ON_THINGS = frozenset({"destroy", "explosives", "heavy-weapons", "aerial"})
EFFECTS = {FigureRole.KILLED: "DEATH", FigureRole.INJURED: "INJURY"}
SOLDIERS = frozenset({"MIL", "COP", "SPY"})
ANSWERABLE = frozenset({("COERCE", "convict"), ("ACCUSE", "blame")})
ARRESTED = ("COERCE", "arrest")
FREED = frozenset({("CONCEDE", "release"), ("AID", "rescue")})
AT = frozenset(["at", "in", "inside", "outside", "near", "under", "underneath", "beneath", "beside", "against", "on", "between", "behind"])
PARTS = frozenset(["front", "vicinity", "entrance", "door", "gate", "basement", "side", "engine", "corner", "lobby", "garage", "wall", "area", "back", "rear", "part", "window", "roof", "grounds", "yard", "floor", "section", "facade"])
PLACED = re.compile(r" (?:in|from|who|which|that|at|near) ")  # where a body is, or what it does, is no part of its name
AFTER = re.compile(r" (?:of|in|on|at|from|for|with|by|who|that|which|where|wearing) ")

type Ways = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A filler: the ways to name it, and of human targets their numbers and what happened to them, each written in some way."""

    ways: Ways
    optional: bool = False
    named: bool = False
    numbers: frozenset[Ways] = frozenset()
    effects: frozenset[Ways] = frozenset()

    @property
    def heads(self) -> frozenset[str]:
        """The head noun of each way: the last word before what follows the noun."""
        return frozenset(AFTER.split(way)[0].split()[-1] for way in self.ways if way.split())


@dataclass(slots=True)
class Fillers:
    """What a report's incidents come to: the stages they reached, and entities by role."""

    stages: set[str] = field(default_factory=set)
    entities: dict[str, list[Entity]] = field(default_factory=lambda: {role: [] for role in ROLES})

    def add(self, role: str, new: Entity) -> None:
        """A new entity, or more about one with the same head noun."""
        kept = self.entities[role]
        for n, old in enumerate(kept):
            if old.heads & new.heads:
                named, numbers = old.named or new.named, old.numbers or new.numbers
                kept[n] = replace(old, named=named, numbers=numbers, effects=old.effects | new.effects)
                return
        kept.append(new)


def fillers(parse: Parse, tools: Tools) -> Fillers:
    """The slots of a report, from its reading."""
    phrases = Phrases(parse, tools.knowledge)
    out = Fillers()
    claims = list(reading_of(parse, tools))
    for claim, stage in incidents(claims, phrases):
        out.stages.add(stage)
        for role, entity in _told(claim, phrases):
            out.add(role, entity)
    for role, entity in _told_besides(claims, phrases) if out.stages else ():
        out.add(role, entity)
    for name, effect in named_victims(parse) if out.stages else ():
        out.add("Victim", _named(name, phrases, effect))
    groups = phrases.groups()
    if out.entities["PerpInd"] and not out.entities["PerpOrg"] and len(groups) == 1:
        out.add("PerpOrg", Entity((groups[0],)))  # "the rebels" of a report that names one group are taken to be its men
    return out


def _told(claim: Claim, phrases: Phrases) -> Iterator[tuple[str, Entity]]:
    for actor in claim.actors:
        yield from _perpetrator(actor, phrases, fought=not any(_is_civilian(r, phrases) for r in claim.recipients))
    for recipient in claim.recipients:
        yield from _target(recipient, claim, phrases)
    trigger = phrases.head_of(claim.event.trigger)
    means = [each for m in claim.means if (head := phrases.head_of(m.words)) is not None for each in conjuncts(head)]
    beside = [t for t in phrases.sentence(trigger) if t.head is trigger or t.dep not in ("compound", "amod", "nmod")] if trigger else []
    for weapon in (*means, *beside):
        if phrases.is_weapon(weapon):
            yield "Weapon", Entity((phrases.weapon(weapon),))
    damage = [t for t in phrases.sentence(trigger) if t.lemma == "damage" and t.pos == "NOUN"] if trigger else []
    for noun in (_whole(noun) for each in damage for carrier in (each, each.head) for prep, noun in obliques(carrier) if prep in ("to", "in")):
        if phrases.is_thing(noun):
            yield "Target", Entity((phrases.at(noun).said,))
    if trigger is not None and claim.event.mode == "explosives":
        yield from (("Target", Entity((phrases.at(noun).said,))) for noun in _beside(trigger, phrases))


def _is_civilian(party: Participant, phrases: Phrases) -> bool:
    """By the task, an army or police force is a perpetrator only of what it does to people who are not armed."""
    head = phrases.head_of(party.words)
    return party.sector not in FORCE and head is not None and (phrases.is_human(head) or head.lemma in SETTLED)


def _told_besides(claims: Iterable[Claim], phrases: Phrases) -> Iterator[tuple[str, Entity]]:
    """Who is blamed or convicted in a report of an incident, or arrested for it, has done it; who is freed by name was its victim."""
    deeds = {phrases.head_of(c.event.trigger) for c in claims if c.event.type == "ASSAULT"}
    for claim in claims:
        what = (claim.event.type, claim.event.mode)
        for party in claim.recipients:
            if what in ANSWERABLE or (what == ARRESTED and (arrest := phrases.head_of(claim.event.trigger)) and deeds & {*arrest.subtree()}):
                yield from _perpetrator(party, phrases)
            elif what in FREED and (phrase := phrases.of(party.words, party.name)) is not None and phrase.person:
                yield "Victim", Entity((phrase.said,), named=True, numbers=frozenset({("1",)}))


def _beside(trigger: Token, phrases: Phrases) -> Iterator[Token]:
    """Buildings and vehicles in or at which something went off: by the task they are its targets."""
    carriers = [trigger, *trigger.all("dobj")] + ([trigger.head] if trigger.dep in ("nsubj", "nsubjpass", "dobj") else [])
    for prep, noun in ((prep, _whole(noun)) for carrier in carriers for prep, noun in _around(carrier)):
        if prep in AT and phrases.is_thing(noun):
            yield noun


def _around(carrier: Token) -> Iterator[tuple[str, Token]]:
    """"at the mill and at the bank", "from a car at the bank" too."""
    yield from obliques(carrier)
    yield from ((other.lower, noun) for prep in carrier.all("prep") for other in prep.all("conj") for noun in other.all("pobj"))
    yield from (each for prep, noun in obliques(carrier) if prep == "from" for each in obliques(noun))


def _whole(noun: Token) -> Token:
    """"the front of the bank" is the bank's."""
    while noun.lemma in PARTS and (inner := [n for p, n in obliques(noun) if p in ("of", "to")]):
        noun = inner[0]
    return noun


def _perpetrator(actor: Participant, phrases: Phrases, *, fought: bool = False) -> Iterator[tuple[str, Entity]]:
    """Who did it, as one of a group or as a body; not an army that fought with others."""
    phrase = phrases.of(actor.words, actor.name)
    if phrase is None or phrase.kinds & {"PLACE", "VEHICLE"} or phrase.head.lemma in ANYBODY or phrase.adjective:
        return
    if phrase.person and actor.sector == "GOV":
        return  # "Cristiani killed the peace": whoever governs is blamed, and does it with other people's hands
    if "WEAPON" in phrase.kinds:
        yield "Weapon", Entity((phrase.said,))
    elif (name := _called(phrase.head)) is not None:
        yield "PerpOrg", Entity((phrases.at(name).said,))
    elif _is_body(phrase, actor):
        if not fought or actor.sector not in SOLDIERS:
            yield "PerpOrg", Entity((PLACED.split(phrase.said)[0],))
    elif is_human(phrase.kinds) or (phrase.named and not phrase.kinds):
        yield "PerpInd", Entity((phrases.without_bodies(actor.words) or (phrases.counted(phrase.head) + phrase.said),))
        yield from (("PerpOrg", Entity((name,))) for name in phrases.bodies_in(actor.words))


def _called(group: Token) -> Token | None:
    """"a unit, the Red Force", "a group calling itself the Red Force": the name of a body that is first called by what it is."""
    if group.lemma not in GROUPS:
        return None
    named = [*group.all("appos"), *(t for verb in group.all("acl", "relcl") if verb.lemma in ("call", "name", "know") for t in verb.all("oprd", "attr"))]
    return next((t for t in named if t.ent != "PERSON" and any(c.pos == "PROPN" for c in (t, *t.all("compound", "nmod")))), None)


def _is_body(phrase: Phrase, actor: Participant) -> bool:
    """An organisation: a body by its name, or an arm of the state as a whole ("the army"), not its people ("a policeman")."""
    if phrase.head.tag == "NNS" and noun_kinds(phrase.head) & {"ARMED", "PERSON", "GROUP"} and phrase.head.lemma not in BODIES:
        return False
    if (phrase.named and phrase.kinds & {"ARMED", "ORG"}) or phrase.head.lemma in BODIES:
        return True
    if "PERSON" in phrase.kinds or phrase.plural or phrase.indefinite:
        return False
    return phrase.named or "STATE" in phrase.kinds or actor.sector in STATE


def _target(recipient: Participant, claim: Claim, phrases: Phrases) -> Iterator[tuple[str, Entity]]:
    phrase = phrases.of(recipient.words, recipient.name)
    if phrase is None or phrase.head.lemma in ANYBODY or ("PLACE" in phrase.kinds and (phrase.head.pos != "NOUN" or phrase.head.lemma in SETTLED)):
        return  # a town or a country is where it happened, by the task's own rule
    on_people = claim.event.mode in ON_PEOPLE and phrase.named and not phrase.kinds & {"FACILITY", "VEHICLE", "WEAPON"}
    if on_people or phrase.kinds & {"PERSON", "GROUP", "ARMED"} or (not phrase.kinds and claim.event.mode not in ON_THINGS):
        numbers = frozenset({(_number(phrase, claim),)})
        effects = _effects(recipient, claim)
        yield "Victim", Entity((phrase.said,), named=phrase.named, numbers=numbers, effects=effects)
        yield from (("Victim", _named(name, phrases, next((e for (e,) in effects), ""))) for name in (*included(phrase.head), *phrases.listed(phrase.head)))
    elif "WEAPON" in phrase.kinds:
        yield "Weapon", Entity((phrase.said,))
    elif (whole := _whole(phrase.head)) is not phrase.head:
        yield "Target", Entity((phrases.at(whole).said,))
    elif phrase.head.lemma not in PARTS:
        yield "Target", Entity((phrases.at(phrase.head).said if phrase.head.lemma in HOLLOW else phrase.said,))
        yield from (("Target", Entity((phrases.at(thing).said,))) for thing in phrases.listed_things(phrase.head))


def _named(name: Token, phrases: Phrases, effect: str) -> Entity:
    return Entity((phrases.full_name(phrases.at(name).said),), named=True, numbers=frozenset({("1",)}), effects=frozenset({(effect,)}) if effect else frozenset())


def _number(phrase: Phrase, claim: Claim) -> str:
    """How many, in the key's own writing: 6, 6-8, 6-, -6, PLURAL."""
    for figure in claim.figures if phrase.counted else ():
        if figure.words.start <= phrase.head.start < figure.words.end:
            low, high = (f"{n:.0f}" if n is not None else "" for n in (figure.low, figure.high))
            return low if low == high else f"{low}-{high}"
    return "PLURAL" if phrase.plural else "1"


def _effects(recipient: Participant, claim: Claim) -> frozenset[Ways]:
    """Death or injury: as the figure of those people says, else as the deed does."""
    at = Span(recipient.words.start, recipient.words.end)
    told = {EFFECTS[f.role] for f in claim.figures if f.role in EFFECTS and f.words.span.overlaps(at)}
    if not told and claim.event.mode in DEADLY and claim.status is Status.OCCURRED:
        told = {"DEATH"}
    if not told and any(step.rule == "frame.assault.wound" for step in claim.trace):
        told = {"INJURY"}
    return frozenset((effect,) for effect in told)


def merged(entities: Iterable[Entity]) -> list[Entity]:
    """One after another, leaving out what has all its ways in one before, or holds all of one's: as GRIT joins templates."""
    out: list[Entity] = []
    for new in entities:
        at = next((n for n, old in enumerate(out) if set(new.ways) <= set(old.ways) or set(old.ways) <= set(new.ways)), None)
        if at is None:
            out.append(new)
        else:
            old = out[at]
            numbers, effects = old.numbers | new.numbers, old.effects | new.effects
            out[at] = replace(old, optional=old.optional and new.optional, numbers=numbers, effects=effects)
    return out
