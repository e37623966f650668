"""What a verb's form says of its clause: finite or not, told or asked for, past or to come."""

from __future__ import annotations

from reportedly.language.parse import Token


def is_indicative(clause: Token) -> bool:
    """"insisted that they had left", "suggested they could unite" tells; "insisted that they leave" asks."""
    auxes = [c for c in clause.children if c.dep in ("aux", "auxpass")]
    return clause.tag in ("VBD", "VBZ") or any(c.tag in ("VBD", "VBZ", "VBP") or c.lower in ("could", "might", "may", "would", "will", "can") for c in auxes)


def is_past(clause: Token) -> bool:
    """"assured her that nobody had been held", "swears that they burned": of what was, not of what will be."""
    auxes = [c for c in clause.children if c.dep in ("aux", "auxpass")]
    return (clause.tag == "VBD" or any(c.tag == "VBD" for c in auxes)) and not any(c.tag == "MD" for c in auxes)


def is_state(clause: Token) -> bool:
    """"that the sea is rising", "that he was wrong": of what is or was, and not of what shall be."""
    auxes = [c for c in clause.children if c.dep in ("aux", "auxpass")]
    return is_finite(clause) and not any(c.tag == "MD" for c in auxes) and (bool(auxes) or clause.tag != "VBP" or clause.lemma == "be")


def is_finite(verb: Token) -> bool:
    """Bears tense, itself or by its auxiliary."""
    if verb.tag in ("VBD", "VBP", "VBZ", "MD"):
        return True
    return any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBP", "VBZ", "MD") for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """With its "to"."""
    return any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def has_that(clause: Token) -> bool:
    """Begun by "that"."""
    return any(c.lower == "that" and c.dep == "mark" for c in clause.children)


def is_to_blame(verb: Token) -> bool:
    """"was to blame for the raid": who did it, and neither a plan nor a charge."""
    return verb.lemma == "blame" and verb.tag == "VB" and verb.dep == "xcomp" and verb.head.lemma == "be"


def gapped(verb: Token) -> Token | None:
    """"Six were killed and two abducted by gunmen": the passive behind one that has nothing behind itself, and shares what stands behind both."""
    if verb.tag != "VBN" or verb.first("auxpass") is None or any(c.i > verb.i and c.dep in ("prep", "agent", "npadvmod", "advmod", "advcl", "oprd") and not _is_to_death(c) for c in verb.children):
        return None
    return next((c for c in verb.all("conj") if c.tag == "VBN" and c.first("aux", "auxpass") is None and c.first("nsubjpass") is not None), None)


def _is_to_death(word: Token) -> bool:
    """"hacked to death", "set on fire", "shot dead": what is part of the deed, and says neither where nor when."""
    return word.lower in ("dead", "alive") or (word.dep == "prep" and any(o.lower in ("death", "fire", "piece", "pieces", "ground") and o.first("prep") is None for o in word.all("pobj")))


def is_ranked(noun: Token) -> bool:
    """"the first group to attack", "the only state to join" did."""
    return any(c.lower in ("first", "last", "second", "third", "only", "latest", "next") for c in (noun, *noun.children))


def goes_on_from(verb: Token) -> list[Token]:
    """The verbs before it that a verb without a subject of its own goes on from."""
    out = []
    while verb.dep == "conj" and verb.head.pos in ("VERB", "AUX") and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
        out.append(verb)
    return out


def is_gerund(verb: Token) -> bool:
    """"beating", "being beaten"."""
    return verb.tag == "VBG" or (verb.tag == "VBN" and any(c.lower == "being" for c in verb.all("auxpass")))
