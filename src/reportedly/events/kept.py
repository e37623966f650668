"""Places that stand in a clause under a deed and are the deed's all the same: where somebody is kept from, and where its house is."""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.find.kinds import noun_kinds
from reportedly.language.parse import Token

LEAVING = frozenset(["leave", "evacuate", "vacate", "quit"])
AT = frozenset(["in", "at", "near", "outside", "inside", "on", "around", "across"])
TRAVELLING = frozenset(["cross", "return", "travel", "head", "flee", "come", "go", "walk", "drive", "journey", "fly", "sail", "march", "leave", "arrive", "make", "commute", "ride"])


def is_kept_from(clause: Token, trigger: Trigger, own: set[int]) -> bool:
    """"barred women from entering parks in Kabul", "ordered families to leave Litamanda": what is kept from is where it is kept."""
    if trigger.frame.type == "REQUEST":
        return clause.dep in ("xcomp", "ccomp") and clause.head.i in own and clause.lemma in LEAVING
    kept = clause.dep == "pcomp" and clause.head.lower == "from" and (clause.head.head.i in own or clause.head.head.head.i in own)
    return trigger.frame.type == "COERCE" and kept and clause.lemma not in TRAVELLING - {"leave"}


def is_house_of(clause: Token, own: set[int]) -> bool:
    """"died in a prison run by the militia in Aden": the house that a deed was in has its place."""
    noun = clause.head
    house = clause.dep == "acl" and clause.tag == "VBN" and noun.dep == "pobj" and noun.head.lower in AT and "FACILITY" in noun_kinds(noun)
    return house and any(t.i in own for t in (noun.head.head, noun.head.head.head.head))
