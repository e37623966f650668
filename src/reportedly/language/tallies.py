"""Repairs of tolls: numbers that the model takes for who did it, or hangs beside what became of those counted."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token
from reportedly.language.subjects import FINITE, HARMED

TALLYING = frozenset(["count", "list", "document", "record", "register", "tally", "log", "receive", "report", "treat", "admit"])
STATES = frozenset(["killed", "wounded", "injured", "detained", "arrested", "jailed", "displaced"])


def counted_harmed(token: Token, _: Sentence) -> bool:
    """"16 wounded had been flown to the coast": the number did not wound; the wounded were flown."""
    number = token.first("nsubj")
    verb = next((c for c in token.children if c.dep in ("ccomp", "xcomp") and c.tag == "VBN" and c.first("auxpass") is not None and c.first("nsubj", "nsubjpass", "mark") is None), None)
    if token.lemma not in HARMED or token.tag not in ("VBD", "VBN") or token.dep not in ("ROOT", "ccomp", "conj") or number is None or verb is None:
        return False
    if number.pos != "NUM" or number.i != token.i - 1 or min(t.i for t in verb.subtree()) != token.i + 1 or token.first("aux", "auxpass", "dobj") is not None:
        return False
    above, dep = token.head, token.dep
    move(verb, verb if token.is_root else above, dep)
    move(number, verb, "nsubjpass")
    for other in [c for c in token.children if c is not number]:
        move(other, verb, other.dep)
    move(token, number, "acl")
    token.tag = "VBN"
    return True


def dead_of_people(token: Token, _: Sentence) -> bool:
    """"puts the Dinka dead at 410": it is the dead that are counted, of such people."""
    people = next((c for c in token.head.all("dobj") if c.i == token.i - 1), None)
    if token.lower not in ("dead", "missing") or token.dep != "oprd" or token.head.lemma != "put" or people is None or people.first("det") is None:
        return False
    verb = token.head
    for word in [c for c in people.children if c.i < people.i]:
        move(word, token, word.dep)
    move(people, token, "amod")
    move(token, verb, "dobj")
    token.pos = "NOUN"
    return True


def tallied(token: Token, _: Sentence) -> bool:
    """"the league counts six dead, 30 wounded and 220 detained": numbers with what became of them, all that is counted."""
    subject = token.first("nsubjpass", "nsubj")
    number = subject if subject is None or subject.tag == "CD" else next((c for c in subject.all("conj") if c.tag == "CD"), None)
    if token.lower not in STATES or token.first("aux", "auxpass", "dobj") is not None or number is None or number.tag != "CD" or number.i != token.i - 1:
        return False
    verb = _tallying(token)
    if verb is None:
        return False
    first = next((c for c in verb.all("dobj", "acomp") if c.tag == "CD" or c.lower == "dead"), None)
    if first is not None:
        first.dep = "dobj"
    if subject is not number and subject is not None:
        move(subject, verb, "npadvmod")  # "nine dead, among them four children, and 31 wounded"
    move(number, first or verb, "conj" if first is not None else "dobj")
    move(token, number, "acl")
    return True


def _tallying(token: Token) -> Token | None:
    """The verb of counting above or, where the last of those counted hangs beside it, before."""
    for above in token.ancestors():
        if above.lemma in TALLYING and above.tag in (*FINITE, "VBN"):
            return above
        if above.tag != "CD" and above.lower not in STATES:
            return next((v for v in reversed(above.all("conj")) if v.lemma in TALLYING and v.i < token.i), None) if token.head is above else None
    return None


def suffered_injuries(token: Token, _: Sentence) -> bool:
    """"two perished and 41 received injuries": behind a number the verb is taken for what kind of injuries they are."""
    harm = token.head
    number, verb = harm.first("nummod"), harm.head
    if token.lemma not in ("receive", "suffer", "sustain") or token.dep != "amod" or harm.lemma not in ("injury", "wound", "burn", "fracture"):
        return False
    if number is None or number.i != token.i - 1 or harm.dep != "conj" or not verb.tag.startswith("VB"):
        return False
    move(token, verb, "conj")
    token.pos, token.tag = "VERB", "VBD"
    move(number, token, "nsubj")
    move(harm, token, "dobj")
    return True
