"""Who is meant by what somebody is said to be: "Soto is a former guard who shot two men" is of Soto."""

from __future__ import annotations

from reportedly.language.parse import Token

PERSONS = frozenset({"he", "she"})


def named_by_predicate(noun: Token) -> Token | None:
    """The name or "he" that a noun is said of by "is" or "was", if it is said to be so."""
    first = noun
    while first.dep == "conj" and first.head.dep in ("attr", "conj"):
        first = first.head
    be = first.head
    if first.dep != "attr" or be.lemma != "be" or noun.tag != "NN" or be.first("neg") is not None or any(c.tag == "MD" for c in be.children):
        return None
    subject = be.first("nsubj")
    if subject is None or subject.i > be.i or be.i > noun.i:
        return None
    return subject if (subject.pos == "PROPN" and subject.ent == "PERSON") or subject.lower in PERSONS else None
