"""Who is what in an event: from deep roles to actor, recipient, place, means, by the frame's own mapping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.events.frames import Trigger
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import agents, answered_for, expand, is_passive, is_verb, objects, obliques, subjects
from reportedly.language.parse import Token
from reportedly.resolve.phrases import head_of

WHERE = frozenset(["within", "inside", "near", "across", "around", "outside", "in", "at", "beside", "along"])
ACTORS = HUMAN | {"VEHICLE", "WEAPON"}
NOBODY = frozenset(["this", "that", "these", "each", "other", "one", "what", "who", "which", "there"])  # names no actor
NO_ONE = frozenset(["nobody", "none", "nothing", "no-one", "anyone", "anybody", "anything"])
TOGETHER = frozenset({"CONSULT", "COOPERATE", "AGREE"})
CONCERNING = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "REQUEST"})  # acts whose object may be another's deed or words
TOWARD = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})  # acts that are toward whom the deed in them would strike
NOT_RECIPIENT = frozenset({"TIME", "MONEY", "ABSTRACT", "EVENT", "RECORD"})


@dataclass(slots=True, eq=False)
class Roles:
    """The head nouns in each role of an event, and the light verb that carries an event noun."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    means: list[Token] = field(default_factory=list)
    places: list[tuple[str, Token]] = field(default_factory=list)
    light: Token | None = None
    also: list[Token] = field(default_factory=list)  # triggers that tell the same event and were merged into it

    def take_over(self, other: Roles, token: Token) -> None:
        """What another trigger of the same event says of it: its own arguments stay, what it lacks is filled."""
        self.actors = self.actors or other.actors
        for noun in other.recipients:
            _put(self.recipients, noun)
        self.recipients.sort(key=lambda noun: noun.i)
        self.places += other.places
        self.means += other.means
        self.also += [token, *other.also, *([other.light] if other.light else [])]

    def add(self, role: str | None, noun: Token, knowledge: Knowledge, *, visiting: bool = False) -> None:
        """Put a noun in its role, if it is of a kind that can be in it. A word of the trigger is no argument of it."""
        noun = head_of(noun)
        kinds = kinds_of(noun, knowledge)
        if noun.tag in ("WP", "WDT", "WRB") or noun.lower in NO_ONE or _is_no_one(noun) or (role == "actor" and noun.pos != "PROPN" and noun.lower in NOBODY ):
            return
        if role == "actor" and kinds == {"WEAPON"} and not _is_owned(noun, knowledge):
            _put(self.means, noun)  # "a bomb killed six": whose it was is not told
        elif role == "actor" and (not kinds or kinds & ACTORS or noun.pos == "PRON"):
            _put(self.actors, noun)
        elif role == "recipient" and not (kinds and kinds <= NOT_RECIPIENT):
            _put(self.recipients, noun)
            if kinds & {"PLACE", "FACILITY"} and not kinds & {"STATE"}:
                self.places.append(("at", noun))
        elif role == "means" and kinds & {"WEAPON", "VEHICLE"}:
            _put(self.means, noun)
        elif role in ("place", "from", "to"):
            if kinds & {"PLACE", "FACILITY"} or noun.ent in ("GPE", "LOC", "FAC"):
                self.places.append(("at" if role == "place" else role, noun))
                if role != "from" and visiting and "STATE" in kinds:
                    _put(self.recipients, noun)
            elif role == "to" and kinds & HUMAN:
                _put(self.recipients, noun)


def _is_no_one(noun: Token) -> bool:
    return noun.lower == "one" and any(c.lower == "no" for c in noun.children)


def _is_owned(weapon: Token, knowledge: Knowledge) -> bool:
    """"Russian missiles", "the army's shells"."""
    return any(c.dep == "poss" or c.known or c.ent == "NORP" or knowledge.adjective(c.text) or kinds_of(c, knowledge) & HUMAN for c in weapon.children if c.i < weapon.i)


def _put(into: list[Token], noun: Token) -> None:
    if noun not in into:
        into.append(noun)


@lru_cache(maxsize=1)
def light_verbs() -> dict[str, str]:
    return {verb: role for role, verbs in load_data("light_verbs.yaml").items() if role not in ("quantity", "happening") for verb in verbs}


@lru_cache(maxsize=1)
def quantities() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["quantity"])


@lru_cache(maxsize=1)
def happenings() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["happening"])


def quantity_of(noun: Token) -> Token | None:
    """"wave" of "a wave of air strikes"."""
    above = noun.head.head
    return above if noun.dep == "pobj" and noun.head.lower == "of" and above.lemma in quantities() else None


def roles_of(trigger: Trigger, knowledge: Knowledge) -> Roles:
    """The arguments of a trigger in the roles of its frame."""
    return _nominal(trigger, knowledge) if trigger.nominal else _verbal(trigger, knowledge)


def _verbal(trigger: Trigger, knowledge: Knowledge) -> Roles:
    roles, frame, verb = Roles(), trigger.frame, trigger.token
    who, whom = trigger.subjects, trigger.objects
    if not whom and who and _lacks_object(trigger, who, knowledge):
        who, whom = (), who
    for noun in who:
        if "EVENT" in kinds_of(noun, knowledge) and noun.pos == "NOUN":
            continue
        roles.add(frame.roles.get("subject"), noun, knowledge)
    for noun in whom:
        roles.add(frame.roles.get("object"), noun, knowledge, visiting=frame.type == "CONSULT")
        if frame.type in CONCERNING:
            _whose(roles, noun, knowledge)
    for dative in verb.all("dative", "iobj"):
        if dative.pos in ("NOUN", "PROPN", "PRON"):
            roles.add(frame.roles.get("recipient"), dative, knowledge)
    for carrier in _carriers(trigger):
        for prep, noun in obliques(carrier):
            if prep != "by" or (carrier is verb and not is_passive(verb)):
                roles.add(_prep_role(trigger, prep), noun, knowledge)
            _low_places(roles, trigger, noun, knowledge)
    if not roles.recipients:
        _in_complement(roles, trigger, knowledge)
    return roles


def _in_complement(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """Whom a speech act is toward, when only what it says tells: "demanded that X stop", "threatened to ban X"."""
    inner = next((c for c in trigger.token.all("ccomp", "xcomp") if is_verb(c)), None)
    if inner is None or trigger.frame.type not in TOWARD or trigger.frame.mode == "deny":
        return
    if trigger.frame.type == "REQUEST":
        toward = list(subjects(inner))
    else:
        inner_verbs = [inner, *(c for c in inner.all("advcl", "xcomp") if c.tag == "VB" and c.first("mark", "nsubj") is None)]  # "to send forces to confront its ally"
        toward = [n for v in inner_verbs for n in (*objects(v), *(o for p, o in obliques(v) if p in ("against", "to", "for", "on")))]
        toward = [n for n in toward if not ("ARMED" in kinds_of(n, knowledge) and any(c.tag == "PRP$" for c in n.children))]
    for noun in toward:
        if noun not in roles.actors and kinds_of(head_of(noun), knowledge) & HUMAN:
            roles.add("recipient", noun, knowledge)


def _whose(roles: Roles, noun: Token, knowledge: Knowledge) -> None:
    """"praised Haiti's efforts", "condemned the attack by rebels": whose deed or words it is, is who the act is toward."""
    if kinds_of(head_of(noun), knowledge) & HUMAN:
        return
    by = [p for c in noun.all("prep") if c.lower in ("by", "from") for p in c.all("pobj")]
    before = [c for c in noun.all("compound", "amod", "nmod") if c.known or knowledge.adjective(c.text)]
    for owner in expand([*noun.all("poss"), *by, *before]):
        if kinds_of(owner, knowledge) & HUMAN or owner in before:
            roles.add("recipient", owner, knowledge)


def _low_places(roles: Roles, trigger: Trigger, noun: Token, knowledge: Knowledge) -> None:
    """"at militants from the sea", "on rebels within Syrian territory": a place may hang one noun too low."""
    for prep, place in obliques(noun):
        role = "place" if prep in ("within", "inside") else trigger.frame.roles.get(prep)
        if role in ("place", "from"):
            roles.add(role, place, knowledge)


def _carriers(trigger: Trigger) -> Iterator[Token]:
    """The verb and, for its prepositional phrases, its object: "fired rockets at the town"."""
    yield trigger.token
    yield from trigger.words[1:]
    for noun in trigger.objects:
        if noun.head is trigger.token and noun.dep == "dobj":
            yield noun


def _prep_role(trigger: Trigger, prep: str) -> str | None:
    role = trigger.frame.roles.get(prep, "place" if prep in WHERE else None)
    return role if role not in ("topic", "ignore") else None


def _lacks_object(trigger: Trigger, who: tuple[Token, ...], knowledge: Knowledge) -> bool:
    """A headline without its auxiliary: "Dozens killed in blast"."""
    verb = trigger.token
    if verb.tag not in ("VBN", "VBD") or verb.first("aux", "auxpass", "prt") is not None or is_passive(verb):
        return False
    if trigger.frame.roles.get("object") != "recipient" or trigger.frame.type not in ("ASSAULT", "COERCE"):
        return False
    return not (kinds_of(who[0], knowledge) & {"ARMED", "WEAPON", "VEHICLE", "STATE"}) and any(c.dep == "nummod" for c in [who[0], *who[0].children])


def _nominal(trigger: Trigger, knowledge: Knowledge) -> Roles:
    roles, frame, noun = Roles(), trigger.frame, trigger.token
    for child in noun.children:
        if child.dep == "poss":
            for owner in expand([child]):  # "whose acts of terror"
                _owner(roles, _possessor(trigger), owner, knowledge)
        elif child.dep in ("amod", "compound", "nmod") and child not in trigger.words:
            _modifier(roles, trigger, child, knowledge)
    counted = quantity_of(noun)
    for prep, other in [*obliques(noun), *(obliques(counted) if counted else ())]:
        if noun.lemma == "support" and noun.head.lower == "in" and prep == "of":
            roles.add("recipient", other, knowledge)
            for who in _acting_there(noun):
                roles.add("actor", who, knowledge)
        elif other is not noun:
            visit = prep == "to" and frame.type == "CONSULT"
            roles.add("to" if visit else _prep_role(trigger, prep), other, knowledge, visiting=visit)
            _low_places(roles, trigger, other, knowledge)
            for agent in (a for p, a in obliques(other) if p == "by" and prep == "of"):  # "the killing of two nurses by gunmen"
                roles.add(_prep_role(trigger, "by"), agent, knowledge)
    for child in counted.all("poss") if counted else ():
        _owner(roles, frame.roles.get("poss"), child, knowledge)
    _participles(roles, trigger, knowledge)
    _lift(roles, trigger, knowledge)
    if not roles.actors:
        _wanted_by(roles, trigger, knowledge)
    for who in (*answered_for(noun), *_behind(noun)) if not roles.actors else ():
        roles.add("actor", who, knowledge)
    if not roles.actors and roles.recipients and frame.type in TOGETHER and noun.dep == "pobj":
        for who in _acting_there(noun):  # "said in a call with the minister"
            if kinds_of(head_of(who), knowledge) & HUMAN and who not in roles.recipients:
                roles.add("actor", who, knowledge)
    return roles


def _acting_there(noun: Token) -> tuple[Token, ...]:
    """"in support of X, aircraft struck": whoever acts there supports it."""
    verb = next((t for t in noun.ancestors() if is_verb(t)), None)
    return subjects(verb) if verb is not None else ()


def _possessor(trigger: Trigger) -> str | None:
    """"Brunson's detention" is his; "Turkey's detention of Brunson" is Turkey's."""
    role = trigger.frame.roles.get("poss")
    return "actor" if role == "recipient" and any(c.lower == "of" for c in trigger.token.all("prep")) else role


def _behind(noun: Token) -> tuple[Token, ...]:
    """"the rebels are behind the raid", "is responsible for the attack"."""
    prep = noun.head
    verb = prep.head.head if prep.lower == "for" and prep.head.lemma in ("responsible", "accountable") else prep.head
    if noun.dep != "pobj" or prep.lower not in ("behind", "for") or verb.lemma != "be" or (prep.lower == "for" and verb is prep.head):
        return ()
    return () if any(c.dep == "neg" for c in verb.children) else subjects(verb)


def _owner(roles: Roles, role: str | None, noun: Token, knowledge: Knowledge) -> None:
    kinds = kinds_of(noun, knowledge)
    if kinds & {"TIME"} or noun.ent in ("DATE", "TIME"):
        return
    roles.add(role, noun, knowledge)


def _modifier(roles: Roles, trigger: Trigger, child: Token, knowledge: Knowledge) -> None:
    """"Russian strikes", "rebel attack": actor; "hospital bombing", "bus attack": recipient; "missile attack": means."""
    entry = knowledge.entries.get(child.known) if child.known else None
    if entry is not None or knowledge.adjective(child.text) or child.ent == "NORP":
        if not any(t.lower in ("backed", "led") for t in child.children):
            roles.add(trigger.frame.roles.get("adj"), child, knowledge)
        return
    kinds = kinds_of(child, knowledge)
    if kinds & {"ARMED"}:
        roles.add(trigger.frame.roles.get("adj"), child, knowledge)
    elif kinds & {"WEAPON", "VEHICLE"} and child.dep == "compound":
        roles.add("means", child, knowledge)
    elif kinds & {"FACILITY"} and trigger.frame.type in ("ASSAULT", "COERCE") and child.dep == "compound":
        roles.add("recipient", child, knowledge)


def _participles(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"an attack carried out by X", "an offensive launched by Y"."""
    for verb in trigger.token.all("acl", "relcl"):
        if light_verbs().get(verb.lemma) == "actor" or verb.lemma in ("blame", "claim"):
            for agent in agents(verb) if is_passive(verb) else ():
                roles.add("actor", agent, knowledge)
            for prep, other in obliques(verb):
                if prep != "by":
                    roles.add(_prep_role(trigger, prep), other, knowledge)


def _lift(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """Arguments from the verb that carries the noun: "troops launched an attack on the town"."""
    noun = trigger.token
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head
    verb = noun.head if noun.dep in ("dobj", "nsubjpass", "nsubj") else None
    if noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.lower in ("in", "under", "of", "into", "out", "with", "to") and is_verb(noun.head.head):
        verb = noun.head.head
        if light_verbs().get(verb.lemma) not in ("actor", "recipient") or verb.lemma not in ("engage", "participate", "take", "come", "enter", "begin", "carry", "go"):
            verb = None
    counted = quantity_of(noun)
    if counted is not None and counted.dep in ("dobj", "nsubjpass", "nsubj"):
        verb = counted.head
    if verb is None or not is_verb(verb):
        return
    if noun.dep == "nsubj" and not is_passive(verb) and verb.lemma in happenings():
        roles.light = verb
        for prep, other in obliques(verb):
            roles.add(_prep_role(trigger, prep), other, knowledge)
        return
    part = light_verbs().get(verb.lemma)
    if part not in ("actor", "recipient"):
        return
    if noun.dep == "nsubj" and not is_passive(verb):
        return
    roles.light = verb
    target = trigger.frame.roles.get("subject", "actor") if part == "actor" else "recipient"
    if not (roles.actors if part == "actor" else roles.recipients):
        for who in agents(verb) if is_passive(verb) else subjects(verb):
            roles.add(target, who, knowledge)
    for prep, other in obliques(verb):
        if prep != "by" and other is not noun:
            roles.add(_prep_role(trigger, prep), other, knowledge)
            _low_places(roles, trigger, other, knowledge)


def _wanted_by(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"wants cooperation with", "plans an offensive": who wants it would do it."""
    noun = trigger.token
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma in ("want", "seek", "plan", "propose", "prepare", "offer", "consider", "contemplate", "threaten", "pledge", "promise", "vow", "prepare", "promise"):
        for who in subjects(verb):
            roles.add("actor", who, knowledge)
