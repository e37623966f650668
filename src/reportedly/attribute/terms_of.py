"""Terms that somebody sets: "will shell the town unless the rebels leave", "if they do not leave, it will be shelled".

What is to come only on such terms is threatened, and what would avert it is asked for.
"""

from __future__ import annotations

from reportedly.attribute.path import Walk
from reportedly.codebooks.frames import load_codebook
from reportedly.language.clauses import surface_subjects
from reportedly.language.doers import is_able
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token
from reportedly.terms import Status

HARMING = frozenset(["ASSAULT", "COERCE", "SANCTION"])
AHEAD = frozenset(["will", "would", "'ll", "’ll", "shall", "wo"])
OPEN = frozenset(["if", "unless"])


def of_terms(clause: Token) -> Token | None:
    """The "if" or "unless" that begins a clause."""
    return next((c for c in clause.children if c.lower in OPEN and c.dep in ("mark", "advmod") and c.i < clause.i), None)


def on_terms(w: Walk, clause: Token, terms: Token, *, unless: bool) -> None:
    """Apply that what would avert a threat is asked for: "unless the rebels leave, the town will be shelled"."""
    main = clause.head
    if unless and clause.dep == "advcl" and clause is w.start and w.path.status is Status.POSSIBLE and _harms(main) and _is_ahead(main) and _are_others(clause, main):
        w.path.status = Status.REQUESTED
        w.path.steps.append(("status.unless", terms, w.path.status.value))


def threatens(deed: Token) -> bool:
    """"will shell the town unless the rebels leave": a deed of force to come, on terms that others are to meet."""
    return _harms(deed) and _is_ahead(deed) and any(of_terms(c) is not None and _are_others(c, deed) for c in deed.all("advcl"))


def warned_of(deed: Token) -> Token | None:
    """"Moscow warned that the jets would be shot down", "warned it would strike": who can do harm and warns of it threatens. Others warn of
    what somebody else may do. Gives the "warned"."""
    above = deed.head
    if deed.dep != "ccomp" or above.lemma != "warn" or not _harms(deed) or not any(c.lower in AHEAD and c.dep == "aux" for c in deed.children) or deed.first("neg", "agent") is not None:
        return None
    who = surface_subjects(above)
    themselves = deed.first("auxpass") is not None or any(s.pos == "PRON" for s in surface_subjects(deed))
    return above if themselves and any(_can_harm(w) for w in who) else None


def _can_harm(noun: Token) -> bool:
    """A state, an armed group, forces: no agency and no body of the UN."""
    return noun.known.startswith(("state:", "group:")) or noun.ent == "GPE" or kind_of(noun) in ("ARMED", "STATE")


def _is_ahead(verb: Token) -> bool:
    return any(c.lower in AHEAD and c.dep == "aux" for c in verb.children) and verb.first("neg") is None and not any(c.lemma == "have" and c.dep == "aux" for c in verb.children)


def _are_others(clause: Token, main: Token) -> bool:
    """Somebody else is to meet the terms than who would do it: "will strike if it can" sets nobody any."""
    doing, whose = {t.lower for t in surface_subjects(main)}, surface_subjects(clause)
    themselves = any(t.pos == "PRON" for t in whose) and main.first("auxpass") is None
    return bool(doing) and any(is_able(t) or t.pos == "PRON" for t in whose) and not themselves and doing.isdisjoint(t.lower for t in whose)


def _harms(verb: Token) -> bool:
    """A verb of the codebook for a deed of force or a penalty, with the further words that it needs."""
    near = {w for c in verb.children for w in (c.lower, c.lemma)}
    return any(frame.type in HARMING and near.issuperset(rest) for rest, frame in load_codebook().verbs.get(verb.lemma, ()))
