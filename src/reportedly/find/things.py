"""People, bodies, places, weapons, platforms, quantities and times, each as the phrase that names it.

The wider inventory behind claims: every noun phrase that its head's kind puts in one of the classes, named or not, and
the pronouns for people. Classes after dstl's re3d ("Relationship and Entity Extraction Evaluation Dataset").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.find.figures import find_figures
from reportedly.find.kinds import kinds_of
from reportedly.find.times import find_times
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Parse, Token
from reportedly.spans import Span

BY_KIND = (
    ("WEAPON", "Weapon"),
    ("PERSON", "Person"),
    ("GROUP", "Organisation"),
    ("ARMED", "Organisation"),
    ("ORG", "Organisation"),
    ("PLACE", "Location"),
    ("STATE", "Organisation"),
    ("FACILITY", "Location"),
    ("VEHICLE", "MilitaryPlatform"),
)
PEOPLE = frozenset({"we", "they", "us", "them", "ourselves", "themselves"})
ONE = frozenset({"he", "she", "i", "me", "him", "her", "himself", "herself", "myself"})
PLURAL = frozenset({"NNS", "NNPS"})
BEFORE_HEAD = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "case", "punct"})
VAGUE = frozenset({"one", "both", "several"})
HERE = frozenset({"here", "there"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One phrase and its class."""

    span: Span
    kind: str


def things(parse: Parse, knowledge: Knowledge) -> Iterator[Thing]:
    """The things of a report, sentence by sentence."""
    for sentence in parse.sentences:
        times = find_times(sentence.tokens)
        timed = {n for m in times for n in range(m.first, m.last + 1)}
        yield from (Thing(Span(sentence.tokens[m.first].start, sentence.tokens[m.last].end), "Temporal") for m in times)
        yield from (Thing(f.span, "Money" if f.kind == "money" else "Quantity") for f in find_figures(sentence.tokens, times) if f.head.lower not in VAGUE)
        for n, token in enumerate(sentence.tokens):
            kind = None if n in timed else _class(token, knowledge)
            if kind:
                yield Thing(_phrase(token), kind)


def _class(token: Token, knowledge: Knowledge) -> str | None:
    if token.lower in HERE and token.pos == "ADV":
        return "Location"
    if token.pos == "PRON":
        return None if token.dep == "poss" else "Organisation" if token.lower in PEOPLE else "Person" if token.lower in ONE else None
    if token.pos not in ("NOUN", "PROPN") or token.dep == "amod":
        return None
    kinds = kinds_of(token, knowledge)
    if token.dep in ("compound", "nmod") and (not _names(token) or token.head.ent == token.ent or "STATE" in kinds):
        return None  # "ISIL fighters" names ISIL; "U.S. forces" is one name
    if {"PLACE", "STATE"} <= kinds:
        return "Organisation" if _acts(token) else "Location"
    found = next((name for kind, name in BY_KIND if kind in kinds), None)
    return "Organisation" if found == "Person" and token.tag in PLURAL else found


def _names(token: Token) -> bool:
    return bool(token.known) or token.ent in ("ORG", "GPE", "LOC", "FAC", "PERSON")


def _acts(token: Token) -> bool:
    """A state is a body where it does or is done to, says or owns; a place elsewhere."""
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token.dep in ("nsubj", "nsubjpass", "dobj", "agent", "poss") or (token.dep == "pobj" and token.head.lower in ("by", "with", "against"))


def _phrase(head: Token) -> Span:
    """The head with what stands before it."""
    first = head
    for child in sorted((c for c in head.children if c.i < head.i), key=lambda c: -c.i):
        if child.dep not in BEFORE_HEAD:
            break
        first = min(child.subtree(), key=lambda t: t.i)
    return Span(first.start, _close(head).end)


def _close(head: Token) -> Token:
    """"the government of Iraq", "the city of Mosul": a name after "of" belongs to the phrase."""
    of = next((c for c in head.children if c.lower == "of" and c.i == head.i + 1), None)
    name = of.first("pobj") if of else None
    if name is None or not _names(name) or name.ent == "PERSON":
        return head
    return name
