"""Places that no list has: names the model takes for somebody, where a place stands, and the houses, courts and ships where it was."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.kinds import noun_kinds
from reportedly.find.place_words import KINDS, PLURALS, ROADS
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

NAMELESS_TYPES = ("", "ORG", "PERSON", "PRODUCT")  # what the model takes a strange name for
STRUCK = frozenset({"ASSAULT", "COERCE", "AID"})
IN = frozenset({"in"})
IN_AT = frozenset({"in", "at"})
SITED = frozenset({"ASSAULT", "COERCE", "PROTEST"})
COURTS = frozenset({"court", "tribunal", "courtroom"})
SHOALS = frozenset({"reef", "shoal", "atoll", "river"})
PASSED = frozenset({"convict", "arrest"})  # modes of what a court does
ABOARD = frozenset({"aboard", "onboard"})
AREAS = frozenset({"town", "admin1", "admin2"})
DOORS = frozenset({"door", "gate", "entrance", "doorstep", "doorway", "step"})
MARCHING = frozenset({"march", "parade", "walk", "procession", "head"})
TOWARDS = frozenset({"to", "on", "toward", "towards"})
SEATS = frozenset({"parliament", "ministry", "headquarters", "club", "house", "palace", "hall", "assembly", "senate", "congress", "secretariat", "embassy", "consulate"})
BY = frozenset({"in", "at", "inside", "outside", "near"})


def unknown_places(trigger: Trigger, roles: Roles) -> Iterator[tuple[str, Token]]:
    """The places of a deed that only the text knows, each with its role."""
    yield from (("at", noun) for noun in _unknown_names(trigger, roles))
    if trigger.frame.type == "RETREAT":
        yield from (("from", noun) for noun in _left(trigger))


def named_sites(trigger: Trigger, roles: Roles) -> Iterator[tuple[str, Token]]:
    """Houses, courts, reefs, roads and ships: "at Leeds Crown Court", "along the RN6", "aboard the ship"."""
    if trigger.frame.type == "CONSULT" and trigger.token.lemma == "visit" and not trigger.nominal:
        yield from (("at", noun) for noun in trigger.objects if _is_house(noun))
    if trigger.frame.type == "PROTEST":
        yield from (("to", noun) for noun in _marched_to(trigger))
    if trigger.frame.type not in SITED:
        return
    yield from (("at", noun) for noun in _along(trigger, roles))
    if not trigger.nominal:
        yield from (("at", noun) for noun in (*_beside_verb(trigger), *_by_doors(trigger), *_of_doers(roles)))


def _beside_verb(trigger: Trigger) -> Iterator[Token]:
    verbs = [trigger.token, *([trigger.token.head] if _is_told(trigger.token) else [])]
    for prep, noun in ((p, n) for verb in verbs for p in _around(verb) for n in p.all("pobj")):
        if (prep.lower in ABOARD and "VEHICLE" in noun_kinds(noun)) or (prep.lower in BY and _is_named(noun) and _is_site(noun, trigger)):
            yield noun


def _of_doers(roles: Roles) -> Iterator[Token]:
    """"soldiers at the Gangaw checkpoint seized the rice", "teachers in 23 districts walked out"."""
    for prep, noun in ((p, n) for doer in roles.actors for p in doer.all("prep") for n in p.all("pobj")):
        ground = KINDS.get(noun.lemma) == "facility" or (noun.tag == "NNS" and PLURALS.get(noun.lower) in AREAS)
        if ground and prep.lower in IN_AT and noun.pos in ("NOUN", "PROPN") and _is_told_which(noun):
            yield noun


def _by_doors(trigger: Trigger) -> Iterator[Token]:
    """"shot a man at the door of the clinic": at the clinic."""
    for noun in (n for p in trigger.token.all("prep") if p.lower in BY for n in p.all("pobj") if n.lemma in DOORS):
        yield from (n for p in noun.all("prep") if p.lower == "of" for n in p.all("pobj") if _is_house(n))


def _marched_to(trigger: Trigger) -> Iterator[Token]:
    """"marched on parliament", "led a march to State House": a house of power is where a march goes."""
    for noun in (n for w in (trigger.token, *trigger.words) if w.lemma in MARCHING for p in w.all("prep") if p.lower in TOWARDS for n in p.all("pobj")):
        if noun.pos in ("NOUN", "PROPN") and (noun.lower in SEATS or KINDS.get(noun.lower) == "facility"):
            yield noun


def _along(trigger: Trigger, roles: Roles) -> Iterator[Token]:
    """"attacked a convoy along the RN6", "attacks on convoys along the border"."""
    for noun in (n for w in dict.fromkeys([trigger.token, *roles.recipients]) for p in w.all("prep") if p.lower == "along" for n in p.all("pobj")):
        if (noun.pos == "PROPN" and not noun.known) or noun.lemma in ROADS:
            yield noun


def _unknown_names(trigger: Trigger, roles: Roles) -> list[Token]:
    """"killed ten people in Monjane": what stands alone behind "in" of a deed is a place, whatever the model takes the name for."""
    kind = trigger.frame.type
    own = [trigger.token] if kind in ("ASSAULT", "PROTEST") else []
    struck = [n for n in (*roles.recipients, *trigger.objects) if kind in STRUCK and n.pos == "NOUN"]
    names = [n for head, words in ((own, IN_AT), (struck, IN)) for token in head for p in token.all("prep") if p.lower in words for n in p.all("pobj")]
    listed = [c for n in names for c in _listed(n)]
    return [n for n in dict.fromkeys([*names, *listed]) if _is_strange(n) and n not in roles.recipients]


def _left(trigger: Trigger) -> list[Token]:
    """"withdrew from Kilolirwa and Rubaya": nobody withdraws from a person."""
    ways = [q for p in trigger.token.all("prep") for q in (p, *(p.all("prep") if p.lower == "out" else ()))]
    names = [n for p in ways if p.lower == "from" or (p.lower == "of" and p.head.lower == "out") for n in p.all("pobj") if n.ent in ("", "PERSON")]
    return [n for name in names for n in (name, *_listed(name)) if _is_strange(n)]


def _listed(noun: Token) -> list[Token]:
    return [c for c in noun.all("conj") for c in (c, *_listed(c))]


def _is_strange(noun: Token) -> bool:
    alone = not noun.known and not noun.text.isupper() and noun.first("det", "poss") is None
    return alone and noun.pos == "PROPN" and noun.ent in NAMELESS_TYPES and not any(c.lower == "operation" for c in noun.children)


def _is_told(verb: Token) -> bool:
    """"was told at Leeds Crown Court that he must serve 27 years"."""
    return verb.dep == "ccomp" and is_verb(verb.head) and verb.head.lemma == "tell"


def _around(verb: Token) -> Iterator[Token]:
    """The prepositions of a verb, and those that the model hangs on a length of time behind it: "held for two days aboard the ship"."""
    yield from verb.all("prep")
    for time in (n for p in verb.all("prep") for n in p.all("pobj") if n.ent in ("DATE", "TIME")):
        yield from time.all("prep")


def _is_house(noun: Token) -> bool:
    words = {noun.lower, *(c.lower for c in noun.children if c.dep in ("compound", "nmod"))}
    return noun.pos in ("NOUN", "PROPN") and ("FACILITY" in noun_kinds(noun) or any(KINDS.get(w) == "facility" for w in words))


def _is_named(noun: Token) -> bool:
    return any(c.pos == "PROPN" for c in noun.all("compound", "nmod", "amod"))


def _is_site(noun: Token, trigger: Trigger) -> bool:
    return noun.lower in SHOALS or (noun.lower in COURTS and trigger.frame.mode in PASSED)


def _is_told_which(noun: Token) -> bool:
    return _is_named(noun) or noun.first("nummod") is not None
