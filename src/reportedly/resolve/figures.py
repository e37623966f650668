"""In which role a figure stands: killed, injured, detained, displaced, weapons, forces, targets, or its unit's own.

The words around it decide (`codebooks/figures.yaml`): what is counted, the verb whose object or subject it is, and
only then the event that the figure was found in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.codebooks.data import load_data
from reportedly.find.figures import FigureMention
from reportedly.language.parse import Token
from reportedly.records import Document, Figure, FigureRole

_UNIT_ROLES = {"distance": FigureRole.DISTANCE, "duration": FigureRole.DURATION, "money": FigureRole.MONEY}
_OBJECT = ("dobj", "nsubjpass", "obj", "nsubj:pass", "dative")
_SUBJECT = ("nsubj", "csubj")
_LINKS = ("conj", "prep", "pobj", "appos", "compound", "nummod", "quantmod", "nmod", "amod", "poss", "attr", "npadvmod", "dep", "advmod")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Word -> role tables of `figures.yaml`."""

    objects: dict[str, FigureRole]
    subjects: dict[str, FigureRole]
    adjectives: dict[str, FigureRole]
    nouns: dict[str, FigureRole]
    things: dict[str, FigureRole]
    target_events: frozenset[str]


@lru_cache(maxsize=1)
def role_words() -> RoleWords:
    data: dict[str, Any] = load_data("figures.yaml")
    verbs = data["verbs"].items()
    return RoleWords(
        {w: FigureRole(role) for role, sides in verbs for w in sides["object"]},
        {w: FigureRole(role) for role, sides in verbs for w in sides["subject"]},
        {w: FigureRole(role) for role, words in data["adjectives"].items() for w in words},
        {w: FigureRole(role) for role, words in data["nouns"].items() for w in words},
        {w: FigureRole(role) for role in ("targets", "forces", "weapons") for w in data[role]},
        frozenset(data["target_events"]),
    )


def figure_role(mention: FigureMention, event_type: str, trigger: Token, in_object: bool, in_subject: bool) -> FigureRole:
    """The role of a figure in an event. `in_object` and `in_subject` say where under the trigger it stands."""
    if role := _UNIT_ROLES.get(mention.kind):
        return role
    words = role_words()
    thing = _thing(mention, words)
    if thing is FigureRole.WEAPONS or (mention.kind != "count" and thing):
        return thing
    if mention.kind != "count":
        return FigureRole.OTHER
    if role := _state(mention, words) or _governed(mention, words) or _by_trigger(mention, trigger, in_object, in_subject, words):
        return role
    if thing:
        return thing
    hit = in_object and event_type in words.target_events and mention.counted is not None and mention.counted.ent in ("FAC", "LOC", "GPE")
    return FigureRole.TARGETS if hit else FigureRole.OTHER


def to_figure(mention: FigureMention, role: FigureRole, document: Document) -> Figure:
    """The record: evidence is the figure with what it counts, when that follows it."""
    span = mention.span
    if mention.counted_span is not None and mention.counted_span.start >= span.start:
        span = span.cover(mention.counted_span)
    of = mention.counted_text or (role.value if role is not FigureRole.OTHER else mention.unit or "")
    return Figure(of, document.words(span), mention.low, mention.high, mention.out_of, mention.unit, role)


def _thing(mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """What kind of thing is counted."""
    return words.things.get(_lemma(mention.counted)) if mention.counted else None


def _lemma(token: Token) -> str:
    return token.lemma.lower()


def _state(mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """"two hurt", "20 deaths", "three wounded soldiers", "70 bodies"."""
    noun = mention.counted
    if noun is None:
        return None
    if role := words.adjectives.get(noun.lower) or words.nouns.get(_lemma(noun)):
        return role
    for child in noun.children:
        if child.dep in ("amod", "acl", "oprd") and (role := words.adjectives.get(child.lower)):
            return role
    return None


def _governed(mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """The nearest verb or noun above that says what became of them: "killed four", "the bodies of 70 civilians"."""
    for token, dep in _up(mention.counted or mention.head):
        if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
            return _verb_role(token, dep, words)
        if dep == "pobj" and (role := words.nouns.get(_lemma(token))):
            return role
    return None


def _up(token: Token) -> Iterator[tuple[Token, str]]:
    """The words above, each with the label by which the figure hangs under it; through conjunctions as one place."""
    dep = token.dep
    while not token.is_root:
        if token.dep != "conj" or dep == "conj":
            dep = token.dep if token.dep != "pobj" or dep != "pobj" else dep
        parent = token.head
        if token.dep == "conj" and not parent.tag.startswith("VB"):
            dep = parent.dep
            token = parent
            continue
        label = "pobj" if token.dep == "pobj" or (token.dep == "prep" and dep == "pobj") else token.dep
        yield parent, label
        if token.dep not in (*_LINKS, *_OBJECT, *_SUBJECT) or parent.tag.startswith("VB"):
            return
        dep, token = label, parent


def _verb_role(verb: Token, dep: str, words: RoleWords) -> FigureRole | None:
    lemma = _lemma(verb)
    passive = verb.tag == "VBN" and any(c.dep in ("auxpass", "nsubjpass") for c in verb.children)
    if dep in _SUBJECT and (role := words.subjects.get(lemma)):
        return role
    if dep in _OBJECT or (dep in _SUBJECT and (passive or (verb.tag == "VBN" and not any(c.dep in ("dobj", "aux") for c in verb.children)))):
        return words.objects.get(lemma)
    if dep in _SUBJECT and lemma in ("be", "lose", "sustain", "suffer", "go", "leave"):
        return _predicate(verb, words)
    if dep in ("oprd", "dobj", "ccomp") and lemma == "leave":
        return None
    return None


def _predicate(verb: Token, words: RoleWords) -> FigureRole | None:
    """"five lost their lives", "six are dead", "four sustained injuries"."""
    for child in verb.children:
        if child.dep in ("acomp", "attr", "oprd", "dobj"):
            role = words.adjectives.get(child.lower) or words.nouns.get(_lemma(child))
            if role:
                return role
    return None


def _by_trigger(mention: FigureMention, trigger: Token, in_object: bool, in_subject: bool, words: RoleWords) -> FigureRole | None:
    """By the event's own word, when the figure is its object or subject and what is counted could suffer it."""
    lemma = _lemma(trigger)
    if in_object and (role := words.objects.get(lemma) or words.nouns.get(lemma)):
        return role if _thing(mention, words) in (None, FigureRole.FORCES) else None
    return words.subjects.get(lemma) if in_subject else None
