"""Infinitives: what is aimed at, what came of it, and a purpose that is carried out with what serves it."""

from __future__ import annotations

from reportedly.attribute.path import Walk
from reportedly.codebooks.operators import operators
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token


def is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def is_perfect_infinitive(verb: Token) -> bool:
    """"a claim to have sunk the ship"."""
    return {"to", "have"} <= {c.lower for c in verb.children if c.dep == "aux"}


def is_aim(verb: Token) -> bool:
    """"marched to demand": an infinitive of purpose under a verb that is done; what is "pushed for" to reject is not yet."""
    to = any(c.lower == "to" and c.dep == "aux" for c in verb.children)
    asked = any(operator.voice for _, operator in operators().verbs.get(verb.head.lemma, ()))
    return verb.dep == "advcl" and to and verb.first("mark") is None and is_verb(verb.head) and not asked and not is_result(verb)


def is_result(verb: Token) -> bool:
    """"left the camp only to be arrested": what came of it, and no aim."""
    to = next((c for c in verb.children if c.lower == "to" and c.dep == "aux"), None)
    return to is not None and any(c.lower == "only" and c.i == to.i - 1 for c in (*verb.children, *verb.head.children))


def aim_at(w: Walk, verb: Token) -> None:
    """An infinitive of purpose; its "to" is the cue where the verb has been one ("bused them in to stage a march")."""
    cue = verb if verb.i not in w.spent else next((c for c in verb.children if c.dep == "aux" and c.lower == "to"), verb)
    w.operator(w.ops.marks.get("in order to"), cue)
