"""Demands that are made with "must": "Moscow said on Tuesday that Sudan must return the helicopter" asks Sudan to.

Only where somebody says so, of a state, an armed body or an organisation, and where what must be done is no event by its own words
(those take the status *requested* themselves).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.codebooks.frames import Frame
from reportedly.events.frames import Trigger
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive, is_verb, subjects
from reportedly.language.parse import Sentence, Token
from reportedly.resolve.phrases import head_of

ASKED = frozenset({"STATE", "ARMED", "ORG"})
SAYING = frozenset(["say", "declare", "tell", "insist", "stress", "warn", "reiterate", "add", "argue", "conclude", "announce", "state", "maintain", "repeat", "remind"])
MUST = Frame("request.must", "REQUEST", "demand", (), (), (), {})


def demands(sentence: Sentence, taken: frozenset[Token]) -> Iterator[Trigger]:
    """Each "must" of a sentence whose verb is no event; its subject is asked, and whoever says it asks."""
    for token in sentence.tokens:
        verb = token.head
        if token.lower != "must" or token.dep != "aux" or not is_verb(verb) or taken & _chain(verb) or any(c.dep == "neg" for c in verb.children):
            continue
        said = verb.head
        if verb.dep == "ccomp" and said.lemma in SAYING and not is_passive(verb):
            yield Trigger(token, MUST, False, (token,), subjects(said), subjects(verb))


def is_demand(trigger: Trigger, knowledge: Knowledge) -> bool:
    """Whether those who must are such as are asked in public."""
    return any(kinds_of(head_of(noun), knowledge) & ASKED for noun in trigger.objects)


def _chain(verb: Token) -> frozenset[Token]:
    """The verb with those that it carries: "must agree to leave"."""
    return frozenset([verb, *(c for c in verb.children if c.dep in ("xcomp", "conj", "acomp", "dobj"))])
