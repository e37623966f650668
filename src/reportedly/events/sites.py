"""Places that no list has: names the model takes for somebody, where a place stands, and the houses, courts and ships where it was."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.kinds import noun_kinds
from reportedly.find.place_words import KINDS
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

NAMELESS_TYPES = ("", "ORG", "PERSON")  # what the model takes a strange name for
STRUCK = frozenset({"ASSAULT", "COERCE", "AID"})
IN = frozenset({"in"})
IN_AT = frozenset({"in", "at"})
SITED = frozenset({"ASSAULT", "COERCE", "PROTEST"})
COURTS = frozenset({"court", "tribunal", "courtroom"})
SHOALS = frozenset({"reef", "shoal", "atoll", "river"})
PASSED = frozenset({"convict", "arrest"})  # modes of what a court does
ABOARD = frozenset({"aboard", "onboard"})
BY = frozenset({"in", "at", "inside", "outside", "near"})


def unknown_places(trigger: Trigger, roles: Roles) -> Iterator[tuple[str, Token]]:
    """The places of a deed that only the text knows, each with its role."""
    yield from (("at", noun) for noun in _unknown_names(trigger, roles))
    if trigger.frame.type == "RETREAT":
        yield from (("from", noun) for noun in _left(trigger))


def named_sites(trigger: Trigger, roles: Roles) -> Iterator[tuple[str, Token]]:
    """Houses, courts, reefs and ships: "at Leeds Crown Court", "near Owino market", "aboard the ship"."""
    if trigger.frame.type not in SITED or trigger.nominal:
        return
    verbs = [trigger.token, *([trigger.token.head] if _is_told(trigger.token) else [])]
    for prep, noun in ((p, n) for verb in verbs for p in _around(verb) for n in p.all("pobj")):
        if (prep.lower in ABOARD and "VEHICLE" in noun_kinds(noun)) or (prep.lower in BY and _is_named(noun) and _is_site(noun, trigger)):
            yield "at", noun
    for prep, noun in ((p, n) for doer in roles.actors for p in doer.all("prep") for n in p.all("pobj")):
        if prep.lower in IN_AT and KINDS.get(noun.lemma) == "facility" and noun.pos in ("NOUN", "PROPN") and _is_told_which(noun):
            yield "at", noun  # "soldiers at the Gangaw checkpoint seized the rice"


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
    names = [n for p in trigger.token.all("prep") if p.lower == "from" for n in p.all("pobj") if n.ent in ("", "PERSON")]
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


def _is_named(noun: Token) -> bool:
    return any(c.pos == "PROPN" for c in noun.all("compound", "nmod", "amod"))


def _is_site(noun: Token, trigger: Trigger) -> bool:
    return noun.lower in SHOALS or (noun.lower in COURTS and trigger.frame.mode in PASSED)


def _is_told_which(noun: Token) -> bool:
    return _is_named(noun) or noun.first("nummod") is not None
