"""What stands in an event's sentence and is of something else there: of another clause's parties, of talks, of a record that was broken."""

from __future__ import annotations

from itertools import takewhile

from reportedly.events.frames import Trigger
from reportedly.events.place_ties import KIND_OF_PLACE
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

GROUNDS = ("GPE", "LOC", "FAC")
MEETINGS = frozenset(["meeting", "talk", "summit", "conference", "visit", "trip", "tour", "session", "negotiation", "round", "ceremony", "consultation"])
LADEN = frozenset(["carry", "transport", "ferry", "man", "crew", "hold", "house", "shelter", "haul", "bring", "take"])


def is_superlative(since: Token) -> bool:
    """"brought the first aid since October", "the worst raid since 2014": what has not been since then was not from then on."""
    if since.lower != "since":
        return False
    beside = (since.head, *(since.head.all("dobj") if is_verb(since.head) else ()))
    return any(c.lower in ("first", "only") or c.tag in ("JJS", "RBS") for noun in beside for c in noun.all("amod", "nmod", "compound"))


def lasts(mention: Token, after: Token) -> bool:
    """Whether a time is that for which a meeting went on: "after ten hours of talks"."""
    time = after.first("pobj")
    return time is not None and mention in (time, *time.children) and any(o.lemma in MEETINGS for of in time.all("prep") if of.lower == "of" for o in of.all("pobj"))


def is_anothers(mention: Token, crossed: Token, trigger: Trigger) -> bool:
    """"rescued 44 migrants and arrested two smugglers": what the first was done to is not what the second was, which has its own."""
    verb = trigger.token
    while verb.dep == "conj" and verb is not crossed:
        verb = verb.head
    top = next((t for t in (mention, *mention.ancestors()) if t.head is crossed), crossed)
    if verb is not crossed or trigger.nominal or top.dep not in ("dobj", "nsubjpass"):
        return False
    inside = set(top.subtree())
    return any(noun not in inside for noun in trigger.objects)


def is_counted_apart(mention: Token, crossed: Token, trigger: Trigger) -> bool:
    """"five people were shot but police put the toll at two", "police held 200; the party denies it": those of a clause with a subject of its own are its."""
    if not _is_party(mention, crossed):
        return False
    below = takewhile(lambda t: t is not crossed, (trigger.token, *trigger.token.ancestors()))
    return any(t.dep == "conj" and is_verb(t) and t.first("nsubj", "nsubjpass") is not None for t in below)


def is_beside_party(mention: Token, crossed: Token, trigger: Trigger) -> bool:
    """"gunmen holding a school freed 26 women", "12 lorries reached a town besieged by rebels": what the main clause counts is not of what is
    told of another of its parties. Of an attack ("men who attacked a market killed 12") it is."""
    if not _is_party(mention, crossed) or trigger.frame.type == "ASSAULT" or crossed.lemma == "be" or _is_place(mention):
        return False
    below = list(takewhile(lambda t: t is not crossed, (trigger.token, *trigger.token.ancestors())))
    return any(t.dep in ("acl", "relcl") and is_verb(t) and mention not in (t.head, *t.head.subtree()) for t in below)


def _is_place(mention: Token) -> bool:
    return mention.ent in GROUNDS or mention.tag == "NNP" or mention.lemma in KIND_OF_PLACE


def _is_party(mention: Token, verb: Token) -> bool:
    """Whether a mention stands in the subject or an object of a verb."""
    top = next((t for t in (mention, *mention.ancestors()) if t.head is verb), verb)
    return top.dep in ("dobj", "nsubj", "nsubjpass", "attr", "dative")


def is_aboard(mention: Token, clause: Token) -> bool:
    """"a ship carrying 40 activists", "a post manned by 12 soldiers": who or what is in what was struck or seized."""
    if clause.dep not in ("acl", "relcl") or clause.lemma not in LADEN or mention.tag == "CD":
        return False
    return mention.head in (clause, *clause.all("agent", "prep")) and mention.first("nummod") is not None
