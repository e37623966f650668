"""Two words for one event, by the words themselves: a deal and its signing, a sum and what it is given in, a visit and the talks that it is to."""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.language.parse import Token

FORCE = frozenset(["ASSAULT", "COERCE"])
CLOSING = frozenset(["sign", "reach", "ink", "initial", "conclude", "strike", "seal", "broker", "clinch", "hammer"])
CALLED = frozenset(["announce", "declare", "agree", "sign", "broker", "reach", "call"])
ASIDE = frozenset(["sideline", "margin", "fringe"])


def is_sum_in(trigger: Trigger, other: Trigger) -> bool:
    """"will give 64 million in humanitarian aid to Chad": what the sum is given in is what is given."""
    noun = trigger.token
    return trigger.frame.type == "AID" and noun.dep == "pobj" and noun.head.lower in ("in", "of", "for") and noun.head.head in other.objects


def is_made_of(verb: Token, noun: Token) -> bool:
    """"the deal signed by both in Doha": the signing of what the noun is."""
    return verb.dep == "acl" and verb.tag == "VBN" and verb.head is noun and verb.lemma in CLOSING


def is_force_used(trigger: Trigger, other: Trigger) -> bool:
    """"used excessive force to suppress a rally": what the force was used for tells of it."""
    verb, end = trigger.token, other.token
    used = verb.lemma == "use" and any(w.lemma == "force" for w in trigger.words) and not trigger.nominal
    return used and end.head is verb and end.dep in ("xcomp", "advcl") and other.frame.type in FORCE and other.frame.mode != "disperse"


def is_subjected_to(trigger: Trigger, other: Trigger) -> bool:
    """"subjected them to detention": what they were subjected to is what was done to them."""
    to = other.token.head
    return trigger.frame.id == "coerce.subject-to" and other.nominal and other.token.dep == "pobj" and to.lower == "to" and to.head is trigger.token


def is_called_first(trigger: Trigger, other: Trigger) -> bool:
    """"the truce announced on Monday has held": that it was announced is told with what became of it."""
    verb, noun = trigger.token, trigger.token.head
    return verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in CALLED and noun in trigger.words and noun in other.subjects


def is_gone_to(trigger: Trigger, other: Trigger) -> bool:
    """"will travel to Paris for a meeting", "gathered in Doha for talks", "met on the sidelines of a summit": the visit is that to the talks."""
    noun = trigger.token
    if trigger.frame.type != "CONSULT" or noun.dep != "pobj":
        return False
    aside = noun.head.head if noun.head.lower == "of" and noun.head.head.lemma in ASIDE else noun  # "met on the sidelines of a summit"
    return (noun.head.lower == "for" or aside is not noun) and aside.head.head is other.token


def is_sent_on(trigger: Trigger, other: Trigger) -> bool:
    """"deployed on patrols in the gulf": what forces are sent out on is no second move."""
    noun = trigger.token
    return trigger.frame.type == "MOBILIZE" and noun.dep == "pobj" and noun.head.lower in ("on", "for") and noun.head.head is other.token
