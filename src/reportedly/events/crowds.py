"""Cars that burn without a riot: "settlers torched two cars" is an attack, unless a crowd does it or a riot or a protest is told of.

Words in `codebooks/crowds.yaml`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.codebooks.frames import load_codebook
from reportedly.events.draft import Draft
from reportedly.events.story import Story
from reportedly.events.verb_roles import roles_of_verb
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Token

RIOT = "protest.riot"


def without_riot(draft: Draft, drafts: list[Draft], knowledge: Knowledge, story: Story) -> None:
    """Make a riot an attack where nobody has told of a riot."""
    trigger = draft.trigger
    to = load_data("crowds.yaml")["frames"].get(trigger.token.lemma)
    frame = load_codebook().by_id.get(to) if to and trigger.frame.id == RIOT and not trigger.nominal else None
    if frame is None or any(t.claim.event.type == "PROTEST" for t in story.told) or any(d is not draft and d.trigger.frame.type == "PROTEST" for d in drafts):
        return
    words = _words("riots")
    if any(map(_riots, trigger.subjects)) or any(t.lemma in words for t in draft.sentence.tokens):
        return
    things = tuple(w for w in trigger.words if w.dep in ("dobj", "nsubjpass"))
    draft.trigger = replace(trigger, frame=frame, words=(trigger.token,), objects=things or trigger.objects)
    draft.roles = roles_of_verb(draft.trigger, knowledge)


def _riots(who: Token) -> bool:
    """"youths", "a mob", "angry residents"; "they" may be anybody, and a crowd told of before is a protest told of."""
    return who.lemma in _words("rioters") or any(c.lower in _words("angry") for c in who.children)


@lru_cache(maxsize=4)
def _words(key: str) -> frozenset[str]:
    return frozenset(load_data("crowds.yaml")[key])
