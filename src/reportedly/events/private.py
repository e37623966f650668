"""Private life, sport and shows: a couple that meets, a singer who calls for silence, readers who complain are no parties of the news.

Where they face a state, an armed body or somebody with a name, what they do stays an event. Words in `codebooks/untold.yaml`.
"""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.events.general import untold_words
from reportedly.events.roles import Roles
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Token

WORDS = frozenset(["CONSULT", "REQUEST", "ACCUSE", "AGREE", "REJECT", "COOPERATE"])  # force, arrests and marches are told of anybody
PUBLIC = frozenset(["STATE", "ARMED"])


def is_private(trigger: Trigger, roles: Roles, knowledge: Knowledge) -> bool:
    """"The couple met at university", "customers demanded refunds": all who do it are private, and so is whom they do it to."""
    if trigger.frame.type not in WORDS or not roles.actors or not all(map(_is_private, roles.actors)):
        return False
    own = {t for noun in roles.actors for t in noun.subtree()}
    faced = (t for t in trigger.token.subtree() if t.pos in ("NOUN", "PROPN") and t not in own and t.ent not in ("DATE", "TIME"))
    return not any(_is_public(noun, knowledge) for noun in (*roles.recipients, *faced))


def _is_private(noun: Token) -> bool:
    return noun.pos == "NOUN" and noun.lemma in untold_words()["private"] and not any(c.pos == "PROPN" and c.i > noun.i for c in noun.all("appos"))


def _is_public(noun: Token, knowledge: Knowledge) -> bool:
    """A state, soldiers, an office, a deed; anybody with a name."""
    named = noun.pos == "PROPN" or bool(noun.known)
    return named or bool(kinds_of(noun, knowledge) & PUBLIC) or "EVENT" in kinds_of(noun, knowledge) or noun.lemma in untold_words()["offices"]
