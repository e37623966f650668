"""Where those come from to whom a deed was done: "killed two tourists from Spain". It was done elsewhere."""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.kinds import HUMAN, noun_kinds
from reportedly.find.place_mention import PlaceMention
from reportedly.language.parse import Token

AT_HOME = frozenset({"arrest", "convict"})  # modes of COERCE whose people "from" a town are only at home there
TALKING = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "PROTEST", "AID"})  # "met a delegation from Islamabad"
BY_HAND = frozenset({"kill", "assassinate", "beat", "execute", "massacre", "primitive", "sexual", "torture"})  # nobody is killed from a town


def is_home(mention: PlaceMention, trigger: Trigger, roles: Roles) -> bool:
    """Whether a place is only where somebody comes from. Who is abducted or freed may have been taken from there."""
    prep, frame = mention.locative, trigger.frame
    if prep is None or prep.lower != "from":
        return False
    if frame.type in TALKING or (frame.type == "CONCEDE" and prep.head not in roles.recipients):
        return prep.head is not trigger.token and noun_kinds(prep.head) <= HUMAN and bool(noun_kinds(prep.head))
    if frame.type not in ("ASSAULT", "COERCE"):
        return False
    arrested = frame.type == "COERCE" and frame.mode in AT_HOME
    if prep.head in (*roles.recipients, *roles.actors):
        return arrested or (frame.type == "ASSAULT" and frame.mode != "abduct")
    return prep.head is trigger.token and (arrested or frame.mode in BY_HAND) and _stands_right_behind(prep, roles)


def _stands_right_behind(prep: Token, roles: Roles) -> bool:
    """"beheaded 12 workers from Egypt": the model hangs it on the verb."""
    return any(noun.i == prep.i - 1 for noun in roles.recipients)
