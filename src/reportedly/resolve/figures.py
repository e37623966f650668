"""In which role a figure stands: killed, injured, detained, displaced, weapons, forces, targets, or its unit's own.

The words around it decide (`codebooks/figures.yaml`): what is counted, the verb whose object or subject it is, and
only then the event that the figure was found in.
"""

from __future__ import annotations

from reportedly.document import Document
from reportedly.find.figures import FigureMention
from reportedly.language.parse import Token
from reportedly.records import Figure
from reportedly.resolve.fates import fate_of, is_event_verb, is_people, lemma_of
from reportedly.resolve.role_words import RoleWords, role_words
from reportedly.terms import FigureRole

_UNIT_ROLES = {"distance": FigureRole.DISTANCE, "duration": FigureRole.DURATION, "money": FigureRole.MONEY}
_PLACES = ("FAC", "LOC", "GPE")


def figure_role(mention: FigureMention, event_type: str, trigger: Token, in_object: bool, in_subject: bool) -> FigureRole:
    """The role of a figure in an event. `in_object` and `in_subject` say where under the trigger it stands."""
    if role := _UNIT_ROLES.get(mention.kind):
        return role
    words = role_words()
    if mention.counted is not None and mention.counted.lower in words.lists["missing"]:
        return FigureRole.OTHER  # "left twelve dead and seven missing"
    thing = _thing(mention.counted, words)
    if mention.kind != "count":
        return thing if thing is FigureRole.WEAPONS and mention.kind == "weight" else FigureRole.OTHER
    if thing and not _suffers(mention.counted, thing, words):
        return thing
    fate = fate_of(mention, words) or _by_trigger(mention, trigger, in_object, in_subject, words)
    if fate is FigureRole.DISPLACED and lemma_of(mention.counted) in words.lists["envoys"]:
        fate = None
    hit = in_object and event_type in words.lists["target_events"] and mention.counted is not None and mention.counted.ent in _PLACES
    return fate or thing or (FigureRole.TARGETS if hit else FigureRole.OTHER)


def to_figure(mention: FigureMention, role: FigureRole, document: Document, people: str = "") -> Figure:
    """The record: evidence is the figure with what it counts, when that follows it. `people`: whom it counts, where other words say so."""
    span = mention.span
    if mention.counted_span is not None and mention.counted_span.start >= span.start:
        span = span.cover(mention.counted_span)
    of = mention.counted_text or people or (role.value if role is not FigureRole.OTHER else mention.unit or "")
    if role is FigureRole.OTHER and _is_missing(mention):
        of = f"{of} missing".strip()
    return Figure(of, document.words(span), mention.low, mention.high, mention.out_of, mention.unit, role)


def _thing(noun: Token | None, words: RoleWords) -> FigureRole | None:
    """What kind of thing is counted."""
    if noun is None:
        return None
    inner = next((c.first("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    return words.things.get(lemma_of(inner if inner is not None and lemma_of(noun) in words.lists["measures_of"] else noun))


def _suffers(noun: Token | None, thing: FigureRole | None, words: RoleWords) -> bool:
    """Whether it can be killed, wounded, held or driven out: soldiers can, tanks and houses cannot."""
    return thing in (None, FigureRole.FORCES) and lemma_of(noun) not in words.lists["machines"]


def _is_missing(mention: FigureMention) -> bool:
    """"14 fishermen are missing": a fate that has no role of its own, and is said with what is counted."""
    noun, states = mention.counted or mention.head, role_words().lists["missing"]
    if noun.lower in states:
        return False
    above = noun.head if noun.dep in ("nsubj", "nsubjpass", "dobj") else noun
    said = [above, *above.all("acomp", "oprd"), *noun.all("amod", "acl")]
    return any(t.lower in states for t in said)


def _by_trigger(mention: FigureMention, trigger: Token, in_object: bool, in_subject: bool, words: RoleWords) -> FigureRole | None:
    """By the event's own word, when the figure is its object or subject and what is counted could suffer it."""
    lemma = lemma_of(trigger)
    if in_object and is_people(mention.counted) and not (is_event_verb(trigger) and _nested(mention.counted, words)):
        return words.objects.get(lemma) or words.nouns.get(lemma)
    return words.subjects.get(lemma) if in_subject else None


def _nested(noun: Token | None, words: RoleWords) -> bool:
    """"killed the leader of five factions": the factions are not who was killed."""
    return noun is not None and noun.dep == "pobj" and noun.head.head.pos in ("NOUN", "PROPN") and lemma_of(noun.head.head) not in words.lists["groups"]
