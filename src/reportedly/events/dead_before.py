"""Those whom a deed struck, told in the clause that it closes: "six people are dead after a shooting", "Two dead, 14 hurt in raid".

The clause tells of the dead and of nobody who did it; the deed behind it tells the rest, and the two are one claim.
"""

from __future__ import annotations

from reportedly.events.aftermath import aftermath_words
from reportedly.events.echo_words import echo_words
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.kinds import is_human, noun_kinds
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_verb, objects
from reportedly.language.parse import Token
from reportedly.language.told import REPORTING

FORCE = frozenset(["ASSAULT", "COERCE"])
BEHIND = frozenset(["after", "following", "in", "during", "when", "as"])
HURT = frozenset(["hurt", "injured", "wounded"])
STATES = {"dead": frozenset(["be", "lie"]), "missing": frozenset(["be", "remain"])}


def add_dead_before(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """Give a deed of force the dead of the clause before it, with their number."""
    clause = _clause_before(trigger) if trigger.frame.type in FORCE else None
    dead = _dead_of(clause) if clause is not None else []
    if clause is None or not dead or clause.first("neg") is not None or (trigger.frame.type != "ASSAULT" and is_verb(clause)):
        return
    told = bool(roles.recipients) or trigger.frame.mode == "clash"
    for who in dead:
        if not (told and who.tag == "CD"):  # "20 dead in clashes between herders and farmers"
            roles.add("recipient", who, knowledge)
    roles.actors = [a for a in roles.actors if a not in dead]
    if clause.lemma != "bury":  # which was on another day
        roles.also += [clause, *(who for who in dead if who.tag == "CD" and who is not clause)]


def _clause_before(trigger: Trigger) -> Token | None:
    """The word before a deed that hangs on it as its cause: a verb, or the "dead" and the number of a headline."""
    token = trigger.token
    if trigger.nominal and token.dep == "pobj" and token.head.lower in BEHIND:
        above = token.head.head
    elif not trigger.nominal and token.dep == "advcl" and any(c.lower in BEHIND and c.i < token.i for c in token.all("mark", "advmod")):
        above = token.head
    else:
        return None
    return above if above.i < token.i else None


def _dead_of(clause: Token) -> list[Token]:
    """Who is dead in a clause: of people a number."""
    if not is_verb(clause):
        who = clause.head if clause.lower == "dead" and clause.dep == "amod" else clause
        if who.tag == "CD" and who.dep in ("appos", "conj") and who.head.tag == "CD" and who.first("amod", "acl") is None:
            return [*_dead_of(who.head), who] if _dead_of(who.head) else []  # "Ten dead in Herat, six in Kabul in twin blasts"
        top = who.head if who.dep in ("nsubj", "dep", "appos", "nummod") else who
        alone = who.is_root or top.is_root or (who.dep == "dobj" and who.head.lemma in REPORTING)  # a line without a verb; "Police say four dead in raid"
        return [who] if alone and _is_counted(who) and any(c.lower == "dead" for c in who.all("amod", "acl")) else []
    if any(c.lower in STATES and clause.lemma in STATES[c.lower] for c in clause.all("acomp", "oprd")) or clause.lemma in aftermath_words().dying:
        return [s for s in clause.all("nsubj") if _is_counted(s)]
    if clause.lemma == "bury":
        return [o for o in objects(clause) if _is_counted(o)]
    if clause.lemma in echo_words().receiving | echo_words().recovering:  # "22 bodies had been brought in after the raid"
        return [o for o in objects(clause) if o.lemma in ("body", "corpse") and o.first("nummod") is not None]
    if clause.lower in HURT and clause.is_root and clause.first("aux", "auxpass", "dobj") is None:  # "Four dead, 12 hurt as troops fire on crowd"
        return [c for c in clause.all("dep", "nsubj", "nummod") if c.tag == "CD" and c.i < clause.i]
    return []


def _is_counted(noun: Token) -> bool:
    return noun.tag == "CD" or noun.ent == "CARDINAL" or (noun.first("nummod") is not None and is_human(noun_kinds(noun)))
