"""Relative clauses in two storeys: of which of the two verbs the noun above is the object."""

from __future__ import annotations

from reportedly.language.control import OBJECT_CONTROL
from reportedly.language.coordination import RELATIVE
from reportedly.language.parse import Token


def is_who_said_of(verb: Token) -> bool:
    """"a commander whom Israel said it had killed": whoever the "whom" is of, where both verbs have a subject and the second lacks an object."""
    over = verb.head
    whom = [c for v in (over, verb) for c in v.children if c.lower in RELATIVE and c.tag.startswith("W") and c.i < over.i]
    both = all(any(s.lower not in RELATIVE for s in v.all("nsubj", "csubj")) for v in (over, verb))
    return bool(whom) and both and not any(c.dep == "prep" and not c.children for c in verb.children)


def is_of_noun_above(verb: Token) -> bool:
    """"the army, which the court had ordered to leave the campus": the army is ordered, and leaves; what it leaves is told."""
    to = next((c for c in verb.all("xcomp") if c.tag == "VB"), None)
    if verb.dep != "relcl" or to is None or verb.lemma not in OBJECT_CONTROL or not any(s.lower not in RELATIVE for s in verb.all("nsubj")):
        return False
    moved = any(c.lower in RELATIVE and c.dep == "dobj" for c in (*verb.children, *to.children))
    return moved and any(c.dep in ("dobj", "prep") and c.lower not in RELATIVE and c.i > to.i for c in to.children)
