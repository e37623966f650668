"""Deeds whose verb is left out: "Ukraine lost 12 men and Russia 30" tells of two losses, each with its own side and number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.attribute.walk import walk
from reportedly.events.draft import Draft
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.knowledge import Knowledge
from reportedly.language.gapped import is_gapped
from reportedly.language.parse import Sentence, Token


def with_gapped(drafts: Iterable[Draft], sentence: Sentence, knowledge: Knowledge) -> Iterator[Draft]:
    """Each draft, with those of the clauses that share its verb."""
    for draft in drafts:
        verb = draft.trigger.token
        things = [c for c in verb.all("conj") if is_gapped(c)] if not draft.trigger.nominal else []
        draft.others |= frozenset(t for thing in things for t in thing.subtree())
        yield draft
        for thing in things:
            yield _gapped(draft, thing, sentence, knowledge)


def _gapped(draft: Draft, thing: Token, sentence: Sentence, knowledge: Knowledge) -> Draft:
    """The same deed, of the side and the number that stand without a verb; what trails behind them all is of each."""
    first, verb = draft.trigger, draft.trigger.token
    side = tuple(thing.all("nsubj"))
    roles = Roles(places=list(draft.roles.places))
    for who in side:
        roles.add(first.frame.roles.get("subject", "actor"), who, knowledge)
    if thing.tag != "CD":
        roles.add(first.frame.roles.get("object"), thing, knowledge)
    shared = {t for c in verb.children if c.dep in ("prep", "npadvmod", "advmod") for t in c.subtree()}
    others = frozenset(sentence.tokens) - shared - frozenset(thing.subtree())
    return Draft(Trigger(thing, first.frame, False, (thing,), side), sentence, roles, walk(verb, nominal=False), others=others)
