"""Who denies that he has made a truce or gone: "The rebels denied reports of a truce with the army" is of the rebels' truce.

A noun for a truce or a withdrawal seldom says whose it would be; where a side denies it, it is that side's own.
"""

from __future__ import annotations

from reportedly.attribute.path import Path
from reportedly.codebooks.operators import voice_words
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import obliques
from reportedly.language.parse import Token
from reportedly.terms import Stance, Status

SIDES = frozenset(["ARMED", "STATE"])


def add_denier(roles: Roles, trigger: Trigger, path: Path, knowledge: Knowledge) -> None:
    """Give a denied truce or withdrawal that has no actor the side that denies it."""
    if trigger.frame.type != "RETREAT" or not trigger.nominal or path.status is not Status.DENIED or roles.actors or not path.voices:
        return
    said = path.voices[0]
    for who in said.who if said.stance is Stance.DENIES else ():
        side = _behind(who)
        if kinds_of(side, knowledge) & SIDES and side not in roles.recipients:
            roles.add("actor", side, knowledge)


def _behind(who: Token) -> Token:
    """The side for which a spokesman speaks."""
    if who.lemma not in voice_words().spokes:
        return who
    return next((noun for prep, noun in obliques(who) if prep in ("for", "of")), who)
