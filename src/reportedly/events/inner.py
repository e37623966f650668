"""Whose a place or a day is where one event is told within another: "in Kabul, the envoy condemned Sunday's attack on a school in Logar".

What stands inside the deed that is spoken of is the deed's, and not that of the speaking. What stands before both, or says who
speaks, is not the deed's: the envoy sits in Kabul, and the school was not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from reportedly.codebooks.operators import voice_words
from reportedly.events.frames import Trigger
from reportedly.events.roles import light_verbs, noticing
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

AGAINST = frozenset({"against", "over", "at", "to"})  # behind which a crowd says what it is there for
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})  # acts that may be of a deed
BEFORE = frozenset({"prep", "npadvmod", "advcl", "nsubj", "nsubjpass"})  # what stands before a verb, and what it is said of


def is_told_apart(mention: Token, trigger: Trigger, others: Iterable[Trigger]) -> bool:
    """Whether a place or day is that of another of the sentence's events, which is told in this one or in which this one is told."""
    if trigger.frame.type in SPOKEN or trigger.frame.type == "PROTEST":
        return _is_of_told(mention, trigger, frozenset(o.token for o in others if o.frame.type not in SPOKEN))
    return _is_of_telling(mention, trigger, frozenset(o.token for o in others if o.frame.type in SPOKEN))


def _is_of_told(mention: Token, trigger: Trigger, deeds: frozenset[Token]) -> bool:
    """"condemns the attack near Melut on 17 February": where and when the attack was."""
    before = trigger.nominal or trigger.token.lemma not in noticing()
    if not before and any(trigger.token.i < d.i < mention.i and not is_verb(d) and d.dep in ("dobj", "pobj") and trigger.token in d.ancestors() for d in deeds):
        return True  # "condemned the bombing of a hospital in Nyala last week"
    path = [mention, *takewhile(lambda t: t is not trigger.token, mention.ancestors())]
    if trigger.token not in mention.ancestors() or not any(t in deeds for t in path[1:]):
        return False
    return trigger.frame.type in SPOKEN or any(t.dep == "prep" and t.lower in AGAINST and t.head is trigger.token for t in path)


def _is_of_telling(mention: Token, trigger: Trigger, acts: frozenset[Token]) -> bool:
    """"In Paris on Friday, the minister condemned the attack", "protesters in Tunis denounced the raid"."""
    verb = next((a for a in trigger.token.ancestors() if is_verb(a)), None)
    if verb is None or mention.i > trigger.token.i or not (verb in acts or (trigger.nominal and _tells(verb))):
        return False
    top = next((t for t in (mention, *mention.ancestors()) if not t.is_root and t.head is verb), None)
    return top is not None and top.dep in BEFORE and trigger.token not in top.subtree()


def _tells(verb: Token) -> bool:
    """Whether a verb tells of its object; of "carried out an attack" the subject does it."""
    return verb.lemma in voice_words().verbs and verb.lemma not in light_verbs()


def is_of_teller(place: Token, word: Token) -> bool:
    """"groups in Munich said police had fired on villagers there": Munich is where those sit who tell of it."""
    verbs = [v for v in word.ancestors() if is_verb(v) and v.lemma in voice_words().verbs]
    return any(place in noun.subtree() for v in verbs for noun in v.all("nsubj", "nsubjpass") if noun is not place)
