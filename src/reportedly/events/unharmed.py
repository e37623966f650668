"""Blows that struck nobody: "no one was injured in the attack" tells an attack, and denies none.

What was done to nobody is told by the blow; where somebody else says that nobody was hurt, his word stays a claim of its own.
"""

from __future__ import annotations

from reportedly.events.blows import HARM
from reportedly.events.frames import Trigger
from reportedly.events.merge import told_by
from reportedly.knowledge import Knowledge
from reportedly.language.nobody import NOBODY
from reportedly.language.parse import Token

DEED = "ASSAULT"
ANYONE = frozenset(["one", "person", "people", "casualty", "injury"])


def unharmed(triggers: list[Trigger], knowledge: Knowledge) -> list[Trigger]:
    """The harm that befell nobody in a blow of the same sentence."""
    none = [t for t in triggers if t.frame.id in HARM and _is_of_nobody(t)]
    return [harm for harm in none if any(t is not harm and t not in none and (_is_beside(harm, t) or told_by(t, triggers, knowledge) is harm) for t in triggers)]


def _is_of_nobody(harm: Trigger) -> bool:
    return any(_is_nobody(noun) for noun in harm.token.all("nsubjpass", "dobj"))


def _is_nobody(noun: Token) -> bool:
    """"nobody", "no one", "none of the crew"; "no civilians" says something of civilians alone."""
    return noun.lower in NOBODY or (noun.lemma in ANYONE and any(c.lower == "no" for c in noun.children))


def _is_beside(harm: Trigger, blow: Trigger) -> bool:
    """"Two rockets hit the base but no one was hurt", and no voice between."""
    return blow.frame.type == DEED and not blow.nominal and harm.token.dep == "conj" and harm.token.head is blow.token and harm.token.i > blow.token.i
