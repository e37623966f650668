"""In which role a figure stands: killed, injured, detained, displaced, weapons, forces, targets, or its unit's own.

The words around it decide (`codebooks/figures.yaml`): what is counted, the verb whose object or subject it is, and
only then the event that the figure was found in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from reportedly.codebooks.data import load_data
from reportedly.find.figures import FigureMention
from reportedly.find.kinds import is_human, noun_kinds
from reportedly.language.parse import Token
from reportedly.records import Document, Figure, FigureRole

type Slot = Literal["object", "subject", "measure", ""]

_UNIT_ROLES = {"distance": FigureRole.DISTANCE, "duration": FigureRole.DURATION, "money": FigureRole.MONEY}
_OBJECT = ("dobj", "nsubjpass", "dative")
_INSIDE = ("nummod", "quantmod", "compound", "amod", "nmod", "appos", "npadvmod", "advmod", "det")
_PLACES = ("FAC", "LOC", "GPE")
_PREDICATE = ("acomp", "attr", "oprd", "dobj", "advmod", "amod", "ccomp")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Word -> role tables of `figures.yaml`."""

    objects: dict[str, FigureRole]
    subjects: dict[str, FigureRole]
    adjectives: dict[str, FigureRole]
    nouns: dict[str, FigureRole]
    things: dict[str, FigureRole]
    lists: dict[str, frozenset[str]]


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
        {name: frozenset(words) for name, words in data["lists"].items()},
    )


def figure_role(mention: FigureMention, event_type: str, trigger: Token, in_object: bool, in_subject: bool) -> FigureRole:
    """The role of a figure in an event. `in_object` and `in_subject` say where under the trigger it stands."""
    if role := _UNIT_ROLES.get(mention.kind):
        return role
    words = role_words()
    thing = _thing(mention.counted, words)
    if mention.kind != "count":
        return thing if thing is FigureRole.WEAPONS and mention.kind == "weight" else FigureRole.OTHER
    if thing and not _suffers(mention.counted, thing, words):
        return thing
    fate = _fate(mention, words) or _by_trigger(mention, trigger, in_object, in_subject, words)
    if fate is FigureRole.DISPLACED and _lemma(mention.counted) in words.lists["envoys"]:
        fate = None
    hit = in_object and event_type in words.lists["target_events"] and mention.counted is not None and mention.counted.ent in _PLACES
    return fate or thing or (FigureRole.TARGETS if hit else FigureRole.OTHER)


def to_figure(mention: FigureMention, role: FigureRole, document: Document) -> Figure:
    """The record: evidence is the figure with what it counts, when that follows it."""
    span = mention.span
    if mention.counted_span is not None and mention.counted_span.start >= span.start:
        span = span.cover(mention.counted_span)
    of = mention.counted_text or (role.value if role is not FigureRole.OTHER else mention.unit or "")
    return Figure(of, document.words(span), mention.low, mention.high, mention.out_of, mention.unit, role)


def _lemma(token: Token | None) -> str:
    return token.lemma.lower() if token else ""


def _thing(noun: Token | None, words: RoleWords) -> FigureRole | None:
    """What kind of thing is counted."""
    if noun is None:
        return None
    inner = next((c.first("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    return words.things.get(_lemma(inner if inner is not None and _lemma(noun) in words.lists["measures_of"] else noun))


def _suffers(noun: Token | None, thing: FigureRole | None, words: RoleWords) -> bool:
    """Whether it can be killed, wounded, held or driven out: soldiers can, tanks and houses cannot."""
    return thing in (None, FigureRole.FORCES) and _lemma(noun) not in words.lists["machines"]


def _fate(mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """What became of those counted: by a state that stands for them, what governs them, a noun of fate, their modifiers."""
    noun = mention.counted
    if noun is not None and (role := words.adjectives.get(noun.lower)):
        return role
    for token in (noun, mention.head) if noun is not None else (mention.head,):
        if role := _governed(token, mention, words):
            return role
    if noun is None:
        return None
    return words.nouns.get(_lemma(noun)) or _modified(noun, words)


def _modified(noun: Token, words: RoleWords) -> FigureRole | None:
    """"three wounded soldiers", "20 people killed", "the 12 who were captured", "14 people dead"."""
    for child in noun.children:
        if child.dep in ("amod", "acl", "oprd", "compound") and (role := words.adjectives.get(child.lower)):
            return role
        if child.dep == "acl" and child.tag == "VBN" and (role := words.objects.get(_lemma(child))):
            return role
        if child.dep == "relcl":
            who = child.first("nsubjpass", "nsubj")
            if who is not None and who.lower in ("who", "that", "which") and (role := _by_verb(child, _slot(who), noun, words)):
                return role
    return None


def _slot(token: Token) -> Slot:
    """Where under its verb a word stands; the subject of a passive is its object."""
    if token.dep in _OBJECT:
        return "object"
    if token.dep in ("nsubj", "csubj"):
        verb = token.head
        cut = verb.tag == "VBN" and verb.first("dobj", "aux", "auxpass") is None  # "7 wounded", "12 shot dead"
        return "object" if cut or (verb.tag == "VBN" and verb.first("auxpass") is not None) else "subject"
    return "measure" if token.dep in ("attr", "acomp", "oprd") else ""


def _governed(token: Token, mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """The nearest verb or noun above that says what became of them: "killed four", "the bodies of 70 civilians"."""
    counted = mention.counted
    for node, slot in _above(token, mention):
        if _is_verb(node):
            return _by_verb(node, slot, counted, words)
        if role := words.nouns.get(_lemma(node)):
            return role
    return None


def _is_verb(token: Token) -> bool:
    return token.tag.startswith("VB") and token.dep not in ("amod", "compound", "prep")


def _above(token: Token, mention: FigureMention) -> Iterator[tuple[Token, Slot]]:
    """The words above that may decide, each with the slot in which the figure hangs under it."""
    first, last = mention.span
    while not token.is_root:
        parent, dep = token.head, token.dep
        if _is_verb(parent):
            yield parent, _slot(token)
            return
        if dep == "pobj":
            above = parent.head
            while above.dep == "prep" and parent.head is above:  # "along with"
                parent, above = above, above.head
            said_inside = first <= token.head.start < last
            if _is_verb(above):
                yield above, _under_preposition(token.head, said_inside, above)
                return
            if not (said_inside or token.head.lower in role_words().lists["including"]):
                yield above, ""
                if not (first <= above.start < last or _lemma(above) in role_words().lists["groups"]):
                    return
            token = above
        elif dep in ("poss", "nmod", "compound"):
            yield parent, ""
            return
        elif dep in _INSIDE or dep == "conj":
            if dep != "conj":
                yield parent, ""
            token = parent
        else:
            return


def _under_preposition(preposition: Token, said_inside: bool, verb: Token) -> Slot:
    """"killed between 15 and 20", "killed along with 12 others", "rose to 24"; elsewhere the figure is no part of it."""
    if said_inside or preposition.lower in role_words().lists["including"]:
        return "object" if verb.i < preposition.i or verb.first("nsubjpass") is not None else "subject"
    return "measure" if preposition.lower in role_words().lists["measure_prepositions"] else ""


def _by_verb(verb: Token, slot: Slot, counted: Token | None, words: RoleWords) -> FigureRole | None:
    lemma, lists = _lemma(verb), words.lists
    role = None
    if slot == "object":
        role = words.objects.get(lemma)
        if role and lemma in lists["only_people"] and not _human(counted):
            role = None
        role = role or _predicate(verb, words) or _next(verb, words)
    elif slot == "subject":
        role = words.subjects.get(lemma)
        if not role and lemma in lists["carriers"]:
            role = _predicate(verb, words) or _next(verb, words)
    if role is None and lemma in lists["measures"] and (counted is None or _human(counted)):
        role = _measured(verb, words)
    return role


def _human(noun: Token | None) -> bool:
    if noun is None:
        return True
    kinds = noun_kinds(noun)
    return is_human(kinds) or noun.ent == "NORP" or (not kinds and noun.tag == "NNPS")


def _predicate(verb: Token, words: RoleWords) -> FigureRole | None:
    """"five lost their lives", "six are dead", "four were shot dead", "left 14 dead"."""
    for child in verb.children:
        if child.dep in _PREDICATE:
            role = words.adjectives.get(child.lower) or (words.nouns.get(_lemma(child)) if child.dep in ("dobj", "attr") else None)
            if role and not any(c.dep in ("nummod", "poss") and c.lower not in ("their", "his", "her") for c in child.children):
                return role
    return None


def _next(verb: Token, words: RoleWords) -> FigureRole | None:
    """"1,400 were forced to flee", "12 were left to die"."""
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp") and (role := words.subjects.get(_lemma(child))):
            return role
    return None


def _measured(verb: Token, words: RoleWords) -> FigureRole | None:
    """"the death toll rose to 24", "the number of wounded stands at 60", "put the number of people killed at 45"."""
    for subject in verb.all("nsubj", "nsubjpass", "dobj"):
        for token in subject.subtree():
            role = words.nouns.get(_lemma(token)) or words.adjectives.get(token.lower)
            role = role or (words.objects.get(_lemma(token)) if token.dep == "acl" and token.tag == "VBN" else None)
            if role:
                return role
        if _lemma(subject) == "toll":
            return FigureRole.KILLED
    return None


def _by_trigger(mention: FigureMention, trigger: Token, in_object: bool, in_subject: bool, words: RoleWords) -> FigureRole | None:
    """By the event's own word, when the figure is its object or subject and what is counted could suffer it."""
    lemma = _lemma(trigger)
    if in_object and _human(mention.counted) and not (_is_verb(trigger) and _nested(mention.counted, words)):
        return words.objects.get(lemma) or words.nouns.get(lemma)
    return words.subjects.get(lemma) if in_subject else None


def _nested(noun: Token | None, words: RoleWords) -> bool:
    """"killed the leader of five factions": the factions are not who was killed."""
    return noun is not None and noun.dep == "pobj" and noun.head.head.pos in ("NOUN", "PROPN") and _lemma(noun.head.head) not in words.lists["groups"]
