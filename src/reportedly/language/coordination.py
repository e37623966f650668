"""Nouns with those that are joined to them, and what relative pronouns stand for."""

from __future__ import annotations

from reportedly.language.parse import Token

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it to the right."""
    out, stack = [], [token]
    while stack:
        item = stack.pop(0)
        out.append(item)
        stack.extend(c for c in item.children if c.dep == "conj" and (c.pos in NOUNS or c.pos == item.pos))
    return out


def expand(nouns: list[Token]) -> tuple[Token, ...]:
    """Each noun with its coordinated nouns; relative pronouns put back to what they stand for."""
    out: list[Token] = []
    for noun in nouns:
        antecedent = _antecedent(noun)
        for item in conjuncts(antecedent) if antecedent is noun else [antecedent, *_beside(antecedent, noun), *_included(antecedent)]:
            if item not in out:
                out.append(item)
    return tuple(out)


def _beside(noun: Token, relative: Token) -> list[Token]:
    """"India and China, which fought a war": of what stands behind two nouns and hangs on the first, both; not of "which has"."""
    verb = relative.head
    one = any(c.lower in ("is", "was", "has", "does") for c in (verb, *verb.all("aux", "auxpass"))) or verb.tag == "VBZ"
    return [] if one or relative.tag == "WP$" else [c for c in conjuncts(noun)[1:] if c.i < relative.i]


def _included(noun: Token) -> list[Token]:
    """"Nations which have conducted strikes include France, …": each of the list did it."""
    if noun.dep != "nsubj" or noun.head.lemma != "include":
        return []
    return [item for listed in noun.head.all("dobj") for item in conjuncts(listed)]


def _antecedent(noun: Token) -> Token:
    if noun.lower not in RELATIVE or noun.tag not in ("WP", "WDT", "IN", "WP$", "DT"):
        return noun
    for above in (noun.head if noun.tag == "WP$" else noun).ancestors():  # "whose attacks": past what is owned
        if above.dep == "relcl" and above.head is not above:
            return above.head
        if above.pos in ("NOUN", "PROPN"):
            break
    return noun
