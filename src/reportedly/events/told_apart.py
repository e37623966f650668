"""Deeds told once in words and more than once in fact: with a number by each of several voices, or done again on another day.

"killing three according to doctors and five according to the students": the deed is told once for each number. That each voice hangs on
its number is a repair of the parse (`sources.each_according`). "beaten on Saturday and again on Sunday": two deeds, each with its day.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.attribute.path import Said
from reportedly.events.draft import Draft
from reportedly.language.clauses import is_verb
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


def on_other_days(drafts: list[Draft]) -> list[Draft]:
    """The drafts, with what was done again on another day a second time, for that day."""
    out = []
    for draft in drafts:
        out.append(draft)
        verb = draft.roles.light or draft.trigger.token
        for again in _days_again(verb) if is_verb(verb) and not draft.others else ():
            days = frozenset(t for prep in verb.all("prep") if _is_of_day(prep) and prep is not again for t in prep.subtree())
            draft.others |= frozenset(again.subtree())
            out.append(Draft(draft.trigger, draft.sentence, draft.roles, draft.path, again, days))
    return out


def _days_again(verb: Token) -> list[Token]:
    """The "on Tuesday" of "on Monday and again on Tuesday"."""
    days = [p for p in verb.all("prep") if p.i > verb.i and _is_of_day(p)]
    said = [t.i for t in (*verb.children, *(c for p in days for c in p.children)) if t.lower in ("again", "then")]
    return [p for p in days[1:] if any(p.i - 3 <= i < p.i for i in said)]


def _is_of_day(prep: Token) -> bool:
    """"on Monday", "on 10 May", "on Saturday morning"."""
    return any(o.ent in ("DATE", "TIME") and o.lower not in ("day", "days", "hour", "hours") for o in prep.all("pobj"))


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
