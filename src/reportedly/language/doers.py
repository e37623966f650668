"""Repairs of who did it in a passive, told behind other phrases: "were massacred in a village by the gang", "were beaten with batons by officers"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

NAMES = ("GPE", "ORG", "NORP", "PERSON")
ABLE = frozenset(["PERSON", "GROUP", "ARMED", "STATE", "ORG"])
THINGS = frozenset(["PERSON", "GROUP", "ARMED", "STATE", "ORG", "PLACE", "FACILITY", "WEAPON", "VEHICLE", "GOODS", "TIME", "THING", "ANIMAL", "MONEY"])  # which nobody does
TIMES = ("DATE", "TIME")


def high_agent(token: Token, _: Sentence) -> bool:
    """"were massacred in a hillside village by the gang", "were urged to stop firing by the pope": a passive gets its doer from behind what
    else is said of it. A deed has a doer of its own ("after a raid by soldiers"), and so has a passive in between."""
    doer = token.first("pobj")
    if token.lower != "by" or token.dep not in ("prep", "agent") or doer is None or not is_able(doer):
        return False
    low = token.head
    verb = _passive_above(low)
    if verb is None or verb is low or verb.first("agent") is not None or any(c.lower == "by" for c in verb.all("prep")):
        return False
    move(token, verb, "agent")
    return True


def _passive_above(low: Token) -> Token | None:
    """The first passive above a word, with nothing in between that could have a doer."""
    node = low
    while not node.is_root:
        if node.tag.startswith("VB"):
            if _is_passive(node):
                return node
            if node.dep not in ("xcomp", "pcomp"):
                return None
        elif node.pos in ("NOUN", "PROPN", "NUM"):
            if node.dep != "pobj" and not (node.dep in ("dobj", "dative") and node.head.tag.startswith("VB")):
                return None
            if node.pos == "NOUN" and node.ent not in TIMES and kind_of(node) not in THINGS:
                return None
        elif node.dep not in ("prep", "dative"):
            return None
        node = node.head
    return node if _is_passive(node) else None


def _is_passive(verb: Token) -> bool:
    return verb.tag == "VBN" and (verb.first("auxpass") is not None or (verb.dep == "acl" and verb.first("dobj") is None))


def is_able(noun: Token) -> bool:
    """Somebody, or a name of somebody or of a state."""
    return noun.ent in NAMES or bool(noun.known) or (noun.pos == "NOUN" and kind_of(noun) in ABLE)
