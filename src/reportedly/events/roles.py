"""Who is what in an event: from deep roles to actor, recipient, place, means, by the frame's own mapping."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.events.frames import Trigger
from reportedly.find.kinds import HUMAN, gatherings, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import agents, is_each_other, obliques
from reportedly.language.coordination import expand
from reportedly.language.parse import Token
from reportedly.resolve.phrases import head_of

WHERE = frozenset(["within", "inside", "near", "across", "around", "outside", "in", "at", "beside", "along", "opposite", "in front of"])
BESIDE = frozenset(["near", "outside", "opposite", "in front of"])  # before these a body is the house that it sits in
ACTORS = HUMAN | {"VEHICLE", "WEAPON"}
HARMING = frozenset(["ASSAULT", "COERCE"])
NAMELESS = frozenset(["this", "that", "these", "each", "other", "one", "what", "who", "which", "there"])  # names no actor
PEOPLE = frozenset(["he", "she", "they", "him", "her", "them", "his", "their"])
MANNERS = frozenset(["force", "violence", "surprise", "stealth", "trickery", "deceit", "threats", "mistake", "accident", "night", "day"])
NO_ONE = frozenset(["nobody", "none", "nothing", "no-one", "anyone", "anybody", "anything"])
NOT_RECIPIENT = frozenset({"TIME", "MONEY", "ABSTRACT", "EVENT", "RECORD", "MEETING"})
CARING = frozenset({"clinic", "hospital"})  # which treat people
BODY = frozenset({"chest", "neck", "back", "head", "leg", "arm", "stomach", "throat", "face", "hand", "shoulder", "foot", "thigh", "abdomen", "eye", "heart", "groin", "belly"})


@dataclass(slots=True, eq=False)
class Roles:
    """The head nouns in each role of an event, and the light verb that carries an event noun."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    means: list[Token] = field(default_factory=list)
    places: list[tuple[str, Token]] = field(default_factory=list)
    light: Token | None = None
    also: list[Token] = field(default_factory=list)  # triggers that tell the same event and were merged into it
    violent: bool = False  # what is struck may be a gathering: people, and no event that has no side

    def take_over(self, other: Roles, token: Token) -> None:
        """What another trigger of the same event says of it: its own arguments stay, what it lacks is filled."""
        self.actors = self.actors or [a for a in other.actors if a not in self.recipients]  # "came under fire, killing two"
        for noun in other.recipients:
            _put(self.recipients, noun)
        self.recipients.sort(key=lambda noun: noun.i)
        self.places += other.places
        for noun in other.means:
            _put(self.means, noun)
        self.also += [token, *other.also, *([other.light] if other.light else [])]

    def add(self, role: str | None, noun: Token, knowledge: Knowledge, *, visiting: bool = False) -> None:
        """Put a noun in its role, if it is of a kind that can be in it. A word of the trigger is no argument of it."""
        noun = _meant(head_of(noun))
        noun = _whose_body(noun) if role == "recipient" else noun
        kinds = kinds_of(noun, knowledge)
        if noun.ent in ("DATE", "TIME") and role in ("actor", "recipient", "party") and not kinds & ACTORS:
            return
        if noun.tag in ("WP", "WDT", "WRB") or noun.lower in NO_ONE or _is_no_one(noun) or (role == "actor" and noun.pos != "PROPN" and (noun.lower in NAMELESS or _is_how(noun))):
            return
        if role == "actor" and kinds == {"WEAPON"} and not is_owned(noun, knowledge):
            _put(self.means, noun)  # "a bomb killed six": whose it was is not told
        elif role == "actor" and (not kinds or kinds & ACTORS or noun.pos == "PRON" or (kinds == {"FACILITY"} and (noun.lemma in CARING or is_owned(noun, knowledge)))):
            _put(self.actors, noun)
        elif role == "recipient" and not is_each_other(noun) and not (kinds and kinds <= NOT_RECIPIENT and not (self.violent and noun.lemma in gatherings())):
            _put(self.recipients, noun)
            if kinds & {"PLACE", "FACILITY"} and not kinds & {"STATE"}:
                self.places.append(("at", noun))
        elif role == "party" and (kinds & HUMAN or noun.lower in PEOPLE):
            _put(self.recipients, noun)
        elif role == "means" and kinds & {"WEAPON", "VEHICLE"}:
            _put(self.means, noun)
        elif role in ("place", "beside", "from", "to"):
            if kinds & {"PLACE", "FACILITY"} or (role == "beside" and kinds & {"ORG", "STATE"}) or noun.ent in ("GPE", "LOC", "FAC"):
                self.places.append(("at" if role in ("place", "beside") else role, noun))
                if role != "from" and visiting and "STATE" in kinds:
                    _put(self.recipients, noun)
            elif role == "to" and kinds & HUMAN:
                _put(self.recipients, noun)


def _whose_body(part: Token) -> Token:
    """"plunged a knife into a guard's back": the guard."""
    owner = part.first("poss") if part.lemma in BODY else None
    return head_of(owner) if owner is not None else part


def _is_how(noun: Token) -> bool:
    """"recruited by force", "taken by surprise": a manner, where an agent would have a word before it."""
    return noun.lower in MANNERS and noun.head.lower == "by" and not noun.children


def _is_no_one(noun: Token) -> bool:
    return noun.lower == "one" and any(c.lower == "no" for c in noun.children)


def is_owned(weapon: Token, knowledge: Knowledge) -> bool:
    """"Russian missiles", "the army's shells", "Pakistani posts"."""
    return any(c.dep == "poss" or c.known or c.ent == "NORP" or knowledge.adjective(c.text) or kinds_of(c, knowledge) & HUMAN for c in weapon.children if c.i < weapon.i)


def _meant(noun: Token) -> Token:
    """"None of his deputies had fired": the deputies, who are said not to have."""
    of = [o for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj")] if noun.lower in ("none", "neither") else []
    return of[0] if of else noun


def _put(into: list[Token], noun: Token) -> None:
    if noun not in into:
        into.append(noun)


@lru_cache(maxsize=1)
def light_verbs() -> dict[str, str]:
    return {verb: role for role, verbs in load_data("light_verbs.yaml").items() if role in ("actor", "recipient") for verb in verbs}


@lru_cache(maxsize=1)
def noticing() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["noticing"])


@lru_cache(maxsize=1)
def quantities() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["quantity"])


def quantity_of(noun: Token) -> Token | None:
    """"wave" of "a wave of air strikes"."""
    above = noun.head.head
    return above if noun.dep == "pobj" and noun.head.lower == "of" and above.lemma in quantities() else None


def low_places(roles: Roles, trigger: Trigger, noun: Token, knowledge: Knowledge) -> None:
    """"at militants from the sea", "on rebels within Syrian territory": a place may hang one noun too low."""
    for prep, place in obliques(noun):
        role = "place" if prep in ("within", "inside") else trigger.frame.roles.get(prep)
        if role in ("place", "from"):
            roles.add(role, place, knowledge)


def own_weapons(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """The weapon in the trigger's own words, or fired by it: "bomb attack", "placed a bomb", "fired rockets at the town"."""
    if trigger.frame.type == "ASSAULT":
        for noun in (*trigger.words, *trigger.objects):
            if noun is not trigger.token and noun.pos in ("NOUN", "PROPN") and noun not in roles.recipients:
                roles.add("means", noun, knowledge)


def prep_role(trigger: Trigger, prep: str) -> str | None:
    if prep == "at the hands of":
        return "actor" if trigger.frame.type in HARMING else None
    role = trigger.frame.roles.get(prep, "place" if prep in WHERE else None)
    if role == "place" and prep in BESIDE:
        return "beside"
    return role if role not in ("topic", "ignore") else None


def whose(roles: Roles, noun: Token, knowledge: Knowledge) -> None:
    """"praised Haiti's efforts", "condemned the attack by rebels": whose deed or words it is, is who the act is toward."""
    if kinds_of(head_of(noun), knowledge) & HUMAN:
        return
    by = [p for c in noun.all("prep") if c.lower in ("by", "from") for p in c.all("pobj")]
    by += [a for c in noun.all("acl") for a in agents(c)]  # "crimes committed by the army"
    before = [c for c in noun.all("compound", "amod", "nmod") if c.known or knowledge.adjective(c.text)]
    for owner in expand([*noun.all("poss"), *by, *before]):
        if kinds_of(owner, knowledge) & HUMAN or owner in before:
            roles.add("recipient", owner, knowledge)
