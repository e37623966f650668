"""People, bodies, places, weapons, platforms, quantities and times, each as the phrase that names it.

The wider inventory behind claims: every noun phrase that its head's kind puts in one of the classes, named or not, and
the pronouns for people. Classes after dstl's re3d ("Relationship and Entity Extraction Evaluation Dataset").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.find.figures import find_figures
from reportedly.find.kinds import kinds_of, noun_kinds
from reportedly.find.times import find_times
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Parse, Sentence, Token
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
COUNTING = frozenset(["many", "several", "some", "more", "most", "few", "numerous"])
VAGUE = frozenset({"one", "both", "several"})
ANYWHERE = frozenset(["part", "place", "ground", "side", "world", "scene", "country", "friend", "thanks", "target"])  # name nothing
SOLDIERS = frozenset(["soldier", "policeman", "militant", "fighter", "gunman", "rebel", "officer", "insurgent", "terrorist"])
ABOUT = frozenset(["more", "than", "at", "least", "about", "some", "just", "within", "around", "almost", "nearly", "over", "up", "to", "only", "approximately", "an", "estimated", "as", "many", "much", "under", "less", "fewer", "roughly", "-", "~"])
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
        yield from (Thing(_exact(f.span, sentence), "Money" if f.kind == "money" else "Quantity") for f in find_figures(sentence.tokens, times) if f.head.lower not in VAGUE)
        named = [(_phrase(t), kind) for n, t in enumerate(sentence.tokens) if n not in timed and (kind := _class(t, knowledge))]
        yield from (Thing(span, kind) for span, kind in _addressed(named, parse.document.text))


def _addressed(found: list[tuple[Span, str]], text: str) -> Iterator[tuple[Span, str]]:
    """"Palmyra, Syria" is one place: a name with the larger place that follows it."""
    kept: list[tuple[Span, str]] = []
    for span, kind in found:
        last, before = kept[-1] if kept else (span, "")
        if kind == before == "Location" and text[last.end : span.start] == ", " and text[last.end - 1].isalpha() and text[last.start : span.end].istitle():
            kept[-1] = (last.cover(span), kind)
        else:
            kept.append((span, kind))
    yield from kept


def _class(token: Token, knowledge: Knowledge) -> str | None:
    if token.lower in HERE and token.pos == "ADV":
        return "Location"
    if token.pos == "PRON":
        return None if token.dep == "poss" else "Organisation" if token.lower in PEOPLE else "Person" if token.lower in ONE else None
    if token.pos not in ("NOUN", "PROPN") or token.dep == "amod":
        return None
    kinds = kinds_of(token, knowledge)
    if token.dep in ("compound", "nmod"):
        return None  # "ISIL fighters", "U.S. forces" are one phrase
    if {"PLACE", "STATE"} <= kinds:
        state = token.known or any(e.kind == "state" for e in knowledge.by_alias(token.text))
        return "Organisation" if state and _acts(token) else "Location"
    found = next((name for kind, name in BY_KIND if kind in kinds), None)
    if found == "Organisation" and token.pos == "NOUN" and any(c.lower in ("a", "an") for c in token.all("det")):
        return "Person" if "PERSON" in kinds or (noun_kinds(token) == {"ARMED"} and token.lemma in SOLDIERS) else None  # "a group" is any
    if token.pos == "NOUN" and (token.lemma in ANYWHERE or (found == "Person" and token.dep == "attr")):
        return None
    return "Organisation" if found == "Person" and token.tag in PLURAL else found


def _exact(span: Span, sentence: Sentence) -> Span:
    """A quantity without the words that make it vague: "650,000" of "more than 650,000"."""
    inside = [t for t in sentence.tokens if span.start <= t.start < span.end]
    while len(inside) > 1 and inside[0].lower in ABOUT:
        inside = inside[1:]
    return Span(inside[0].start, span.end) if inside else span


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
        if child.dep in ("nummod", "quantmod") or (child.lower in COUNTING and child.dep in ("det", "amod", "predet")):
            break  # a number is a thing of its own
        first = min(child.subtree(), key=lambda t: t.i)
    return Span(first.start, _close(head).end)


def _close(head: Token) -> Token:
    """"the government of Iraq", "the city of Mosul": a name after "of" belongs to the phrase."""
    of = next((c for c in head.children if c.lower == "of" and c.i == head.i + 1), None)
    name = of.first("pobj") if of else None
    if name is None or not _names(name) or name.ent == "PERSON":
        return head
    return name
