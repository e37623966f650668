"""The arguments of an event noun: possessors, adjectives, prepositions, participles, and the verb that carries it."""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.events.answerable import answerable, blaming, owning_up
from reportedly.events.attach import HOSTING
from reportedly.events.beheld import scene_of
from reportedly.events.carried_nouns import DEEDS, OPPOSING, lift, subjected, wanted_by
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles, light_verbs, low_places, own_weapons, prep_role, quantity_of, whose
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import agents, is_passive, is_verb, objects, obliques, subjects, tellers
from reportedly.language.coordination import expand
from reportedly.language.parse import Token
from reportedly.resolve.owners import is_of_continent, stance_toward
from reportedly.resolve.phrases import head_of

ATTACKED = frozenset({"BUS", "MED", "NGO"})  # "the Aramco attacks" were on it
TOGETHER = frozenset({"CONSULT", "COOPERATE", "AGREE"})


@lru_cache(maxsize=1)
def under_way() -> dict[str, list[str]]:
    """What an event is that goes on, by preposition."""
    return dict(load_data("light_verbs.yaml")["under_way"])


def roles_of_noun(trigger: Trigger, knowledge: Knowledge) -> Roles:
    """The arguments of an event noun in the roles of its frame."""
    roles, frame, noun = Roles(violent=trigger.frame.type == "ASSAULT"), trigger.frame, trigger.token
    for child in noun.children:
        if child.dep == "poss":
            for owner in expand([child]):  # "whose acts of terror"
                _owner(roles, _possessor(trigger), owner, knowledge)
        elif child.dep in ("amod", "compound", "nmod") and child not in trigger.words:
            _modifier(roles, trigger, child, knowledge)
        elif child.dep == "compound" and frame.roles.get("poss") == "recipient" and "PERSON" in kinds_of(child, knowledge):
            roles.add("party", child, knowledge)  # "a hostage release"
    counted = quantity_of(noun)
    particles = [o for w in trigger.words[1:] if w.head is noun and w.tag in ("RP", "IN") for o in obliques(w)]  # "the rounding up of poets"
    for prep, other in [*obliques(noun), *particles, *(obliques(counted) if counted else ())]:
        if noun.lemma == "support" and noun.head.lower == "in" and prep == "of":
            roles.add("recipient", other, knowledge)
            for who in _acting_there(noun):
                roles.add("actor", who, knowledge)
        elif other in trigger.words and (trigger.words[0] is noun or other.lemma == "life"):  # of a noun that is a verb's own
            for low, whom in obliques(other):  # "the dropping of charges against a mayor", "an attempt on the life of a judge"
                roles.add(prep_role(trigger, low), whom, knowledge)
        elif other is not noun:
            visit = prep == "to" and frame.type == "CONSULT"
            roles.add("to" if visit else _prep_role(trigger, prep), other, knowledge, visiting=visit)
            if prep == "against" and frame.type == "PROTEST":
                whose(roles, other, knowledge)  # "riots against the army's rules"
            low_places(roles, trigger, other, knowledge)
            for agent in (a for p, a in obliques(other) if p == "by" and prep == "of"):  # "the killing of two nurses by gunmen"
                roles.add(prep_role(trigger, "by"), agent, knowledge)
    for child in counted.all("poss") if counted else ():
        _owner(roles, frame.roles.get("poss"), child, knowledge)
    for place in scene_of(noun):
        roles.add("place", place, knowledge)
    own_weapons(roles, trigger, knowledge)
    _participles(roles, trigger, knowledge)
    subjected(roles, noun, knowledge)
    lift(roles, trigger, knowledge)
    for who in _under(noun) if frame.type in DEEDS else ():
        roles.add("recipient", who, knowledge)
    for who in _of_both(noun) if not roles.actors and frame.type in DEEDS else ():
        roles.add("actor", who, knowledge)
    if not roles.actors and noun.lemma == "protest" and noun.dep == "pobj" and noun.head.lower == "in":
        for who in _acting_there(noun):  # "bakers shut their ovens in protest"
            roles.add("actor", who, knowledge)
    if not roles.actors:
        wanted_by(roles, trigger, knowledge)
    if not roles.actors and frame.type == "RETREAT":  # "an end to the regime's attacks"
        for who in (w for _, other in obliques(noun) if "EVENT" in kinds_of(other, knowledge) for w in tellers(other)):
            roles.add("actor", who, knowledge)
    for who in answerable(noun) if not roles.actors else ():
        roles.add("actor", who, knowledge)
    for who in owning_up(noun) if not roles.actors and frame.type in DEEDS else ():
        roles.add("actor", who, knowledge)
    if not roles.actors and not roles.recipients and frame.type in TOGETHER:
        _gone_to(roles, noun, knowledge)
    if not roles.actors and roles.recipients and frame.type in TOGETHER and noun.dep == "pobj":
        for who in _acting_there(noun):  # "said in a call with the minister"
            if kinds_of(head_of(who), knowledge) & HUMAN and who not in roles.recipients:
                roles.add("actor", who, knowledge)
    return roles


def _of_both(noun: Token) -> tuple[Token, ...]:
    """"the detention of six clerks and beating of two by police": one article, and one who did both."""
    second = next((c for c in noun.all("conj") if c.pos == "NOUN" and c.first("det", "poss") is None), None)
    other = second or (noun.head if noun.dep == "conj" and noun.head.pos == "NOUN" and noun.first("det", "poss") is None else None)
    return tuple(a for p, a in obliques(other) if p == "by" and a.i > noun.i and a.ent not in ("DATE", "TIME")) if other is not None else ()


def _under(noun: Token) -> tuple[Token, ...]:
    """"a tanker under attack", "came to the aid of a patrol under fire": those that are under it. A verb's own are its frame's."""
    if noun.dep != "pobj" or noun.head.lower != "under" or noun.head.head.pos not in ("NOUN", "PROPN"):
        return ()
    host = noun.head.head
    helped = [other for prep, other in obliques(host) if prep == "of" and other.i < noun.i] if host.dep == "pobj" else []
    return expand(helped[:1] or [host])


def _gone_to(roles: Roles, noun: Token, knowledge: Knowledge) -> None:
    """"joined his counterpart in Oslo for talks", "flew to Bonn for a summit": who goes, and whom they join, are those who talk."""
    going = noun.head.head if noun.dep == "pobj" and noun.head.lower == "for" else None
    if going is None or not is_verb(going) or going.lemma not in HOSTING:
        return
    for who in subjects(going):
        if kinds_of(head_of(who), knowledge) & HUMAN:
            roles.add("actor", who, knowledge)
    for whom in objects(going) if roles.actors else ():
        roles.add("party", whom, knowledge)


def _prep_role(trigger: Trigger, prep: str) -> str | None:
    """"the backing of voters" is theirs; "Paris's backing of the king" is for him."""
    role = prep_role(trigger, prep)
    owned = any(c.ent not in ("DATE", "TIME") for c in trigger.token.all("poss"))
    return "recipient" if role == "actor" and prep == "of" and owned else role


def _acting_there(noun: Token) -> tuple[Token, ...]:
    """"in support of X, aircraft struck": whoever acts there supports it."""
    verb = next((t for t in noun.ancestors() if is_verb(t) and t.dep != "prep"), None)  # "following a call" only links
    return subjects(verb) if verb is not None else ()


def _possessor(trigger: Trigger) -> str | None:
    """"Brunson's detention" is his; "Turkey's detention of Brunson" is Turkey's."""
    role, preps = trigger.frame.roles.get("poss"), {c.lower for c in trigger.token.all("prep", "agent")}
    if role == "actor" and "by" in preps and "by" in trigger.frame.roles:
        return "recipient"  # "their invitation by the police"
    return "actor" if role == "recipient" and "of" in preps else role


def _owner(roles: Roles, role: str | None, noun: Token, knowledge: Knowledge) -> None:
    kinds = kinds_of(noun, knowledge)
    if kinds & {"TIME"} or noun.ent in ("DATE", "TIME"):
        return
    roles.add(role, noun, knowledge)


def _modifier(roles: Roles, trigger: Trigger, child: Token, knowledge: Knowledge) -> None:
    """"Russian strikes", "rebel attack": actor; "hospital bombing", "bus attack": recipient; "missile attack": means."""
    if is_of_continent(child):
        return
    entry = knowledge.entries.get(child.known) if child.known else None
    if entry is not None or knowledge.adjective(child.text) or (child.ent == "NORP" and child.text[0].isupper()):  # of "intra-Afghan" the last
        attacked = entry is not None and entry.sector in ATTACKED and trigger.frame.type == "ASSAULT"
        stance = stance_toward(child)
        if stance == "against" and trigger.frame.type in OPPOSING:
            attacked = True  # "anti-Taliban raids", "the anti-Ethiopian riot"
        elif stance:
            return
        if not any(t.lower in ("backed", "led") for t in child.children):
            roles.add("recipient" if attacked else trigger.frame.roles.get("adj"), child, knowledge)
        return
    if child.dep == "compound" and child.ent in ("GPE", "LOC") and not child.known and trigger.frame.type in DEEDS:
        roles.add("place", child, knowledge)  # "the Kabul mosque attack"
    kinds = kinds_of(child, knowledge)
    if kinds & {"ARMED"}:
        roles.add(trigger.frame.roles.get("adj"), child, knowledge)
    elif kinds & {"WEAPON", "VEHICLE"} and (child.dep == "compound" or "WEAPON" in kinds):  # "dynamite attacks": the model's adjective
        roles.add("means", child, knowledge)
    elif kinds & {"FACILITY"} and trigger.frame.type in ("ASSAULT", "COERCE") and child.dep == "compound":
        roles.add("recipient", child, knowledge)
    elif kinds & {"PERSON"} and child.dep == "compound" and trigger.frame.roles.get("poss") == "recipient":
        roles.add("recipient", child, knowledge)  # "student arrests", "a hostage release"


def _participles(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"an attack carried out by X", "an offensive launched by Y", "the action that we are taking"."""
    struck = [o for p, o in obliques(trigger.token) if p == "of" and kinds_of(o, knowledge) & HUMAN]
    done = [v for o in struck for v in o.all("acl") if v.lemma in ("perpetrate", "commit")]  # "the killing of two priests committed by soldiers"
    for verb in (*(v for v in trigger.token.all("acl", "relcl") if v.i > trigger.token.i), *done):  # "what it called an attack": it names, and does nothing
        door = blaming()[1].get(verb.lemma)
        for who in (o for p, o in obliques(verb) if p == door and verb.tag == "VBN"):
            roles.add("actor", who, knowledge)  # "a raid blamed on the rebels"
        if light_verbs().get(verb.lemma) == "actor" or verb.lemma == "claim":
            if is_passive(verb):
                doers = agents(verb)
            else:
                doers = () if trigger.token in subjects(verb) or verb.tag == "VB" else subjects(verb)
            for agent in doers:
                roles.add("actor", agent, knowledge)
            for prep, other in obliques(verb):
                if prep != "by":
                    roles.add(prep_role(trigger, prep), other, knowledge)
