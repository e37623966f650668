"""A deed told with several numbers, each by a voice of its own: "killing three according to doctors and five according to the students".

The deed is told once for each of them. That each voice hangs on its number is a repair of the parse (`sources.each_according`).
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.attribute.path import Said
from reportedly.events.draft import Draft
from reportedly.language.parse import Sentence, Token
from reportedly.terms import Stance


def apart(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """The drafts, with the one that several voices number once for each number."""
    voiced = {number: source for number in sentence.tokens for source in number.all("prep") if source.lower == "according" and _is_number(number)}
    if len(voiced) < 2:
        return drafts
    owner = _owner(next(iter(voiced)), drafts)
    numbers = frozenset(voiced)
    if owner is None:
        return drafts
    for draft in drafts:
        draft.others = numbers
    return [d for draft in drafts for d in ([_by(draft, n, s, numbers) for n, s in voiced.items()] if draft is owner else [draft])]


def _is_number(token: Token) -> bool:
    return token.tag == "CD" or token.first("nummod") is not None


def _owner(number: Token, drafts: list[Draft]) -> Draft | None:
    """The draft of the nearest word above that tells a deed."""
    for above in number.ancestors():
        if found := next((d for d in drafts if above in (d.trigger.token, *d.roles.also)), None):
            return found
    return None


def _by(draft: Draft, number: Token, source: Token, numbers: frozenset[Token]) -> Draft:
    who = tuple(p for to in source.all("prep") for p in to.all("pobj"))
    said = Said(who, source, Stance.ASSERTS, "according-to")
    roles = replace(draft.roles, recipients=[r for r in draft.roles.recipients if r is number or r not in numbers])
    return Draft(draft.trigger, draft.sentence, roles, replace(draft.path, voices=[said, *draft.path.voices]), number, numbers - {number})
