"""Who is meant by what somebody is said to be: "Soto is a former guard who shot two men" is of Soto."""

from __future__ import annotations

from reportedly.language.parse import Token

CALLED = frozenset({"name", "call", "identify", "know", "dub", "nickname", "introduce"})  # "a man named X", "a student identified as X", "a colonel known as X"
STYLING = frozenset({"identify", "introduce", "describe", "present"})
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


def called_so(noun: Token) -> list[Token]:
    """The X of "a man named X", "a student identified as X"."""
    named = [c for c in noun.all("acl") if c.lemma in CALLED and c.tag == "VBN"]
    return [o for c in named for o in (*c.all("oprd", "dobj", "attr"), *_as(c))]


def styled_as(noun: Token) -> list[Token]:
    """The X of "a man who introduced himself as X", "who identified himself as its spokesman, X"."""
    styled = [c for c in noun.all("relcl", "acl") if c.lemma in STYLING and any(d.lower in ("himself", "herself") for d in c.children)]
    given = [c for c in noun.all("relcl", "acl") if c.lemma == "give" and any(d.lemma == "name" for d in c.all("dobj"))]  # "who gave her name as X"
    named = [o for c in noun.all("relcl", "acl") if c.lemma in ("call", "style", "name") and any(d.lower in ("himself", "herself", "itself", "themselves") for d in c.children) for o in c.all("oprd", "dobj", "attr", "ccomp") if o.pos == "PROPN"]
    first = [o for c in given for d in c.all("dobj") for o in d.all("appos") if o.pos == "PROPN"]  # "who gave only her first name, Nadia"
    goes = [o for c in noun.all("relcl") if c.lemma == "go" for p in c.all("prep") if p.lower == "by" for n in p.all("pobj") for q in n.all("prep") for o in q.all("pobj")]
    return [o for c in (*styled, *given) for p in _as(c) for o in (p, *p.all("appos"))] + named + first + goes


def _as(verb: Token) -> list[Token]:
    return [p for prep in verb.all("prep") if prep.lower == "as" for p in prep.all("pobj")]
