"""Whose something is, by the words before and beside it: a state by its adjective, a body by its name, never a backer."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.knowledge.entries import Entry
from reportedly.language.parse import Token
from reportedly.resolve.referent import Referent

PARTS_OF_AMERICA = frozenset(["central", "latin", "south", "north", "pan", "inter", "ibero"])
STANCES = {"anti": "against", "counter": "against", "pro": "for", "non": "not"}  # before a hyphen
BACKED = frozenset({"backed", "led", "aligned", "allied", "trained", "funded", "supported", "sponsored", "linked", "affiliated", "held", "controlled"})


def home_of(token: Token, knowledge: Knowledge) -> str | None:
    """The state of people called by it ("Palestinians"), or that a phrase places them in: "rebels in Chad", "king of Jordan"."""
    if any(c.lower in ("ethnic", "native", "expatriate", "exiled") for c in token.children):
        return None
    if token.tag in ("NNS", "NNPS") and (iso := knowledge.demonym(token.text)):
        return iso
    if not kinds_of(token, knowledge) & HUMAN:
        return None
    beside = [p for prep in token.all("prep") if prep.lower in ("in", "of", "from") for p in prep.all("pobj")]
    return next((iso for noun in beside if (iso := state_named(noun, knowledge))), None)


def state_named(noun: Token, knowledge: Knowledge) -> str | None:
    """The state that a noun is or is of: "Chad", "southern Chad", "two Chadian groups"."""
    for word in (noun, *noun.all("compound", "amod", "poss")):
        entry = knowledge.entries.get(word.known) if word.known else None
        if entry is not None and entry.kind in ("state", "government"):
            return entry.acts_for
        if iso := knowledge.adjective(word.text):
            return iso
    return None


def is_of_continent(word: Token) -> bool:
    """"Central American", "Latin American": of no one state."""
    beside = [*word.children, *word.head.children, word.head]
    return word.lower == "american" and any(t.i in (word.i - 1, word.i - 2) and t.lower in PARTS_OF_AMERICA for t in beside)


def stance_toward(child: Token) -> str:
    """How one stands to a name by the word hyphened before it: "against" of "the anti-Taliban alliance", which is not theirs; "" for none."""
    near = {c.i: c.lower for c in (*child.children, *child.head.children) if child.i - 2 <= c.i < child.i}
    return STANCES.get(near.get(child.i - 2, ""), "") if near.get(child.i - 1) in ("-", "–") else ""


def owner_word(child: Token, head: Token, knowledge: Knowledge) -> Referent | None:
    if is_of_continent(child):
        return None
    if any(t.lower in BACKED for t in [child, *child.children]) or stance_toward(child):
        return None
    following = [t for t in head.children if t.i > child.i and t.i < head.i and t.lower in BACKED]
    if following:
        return None
    entry = knowledge.entries.get(child.known) if child.known else None
    if entry is not None and entry.kind != "person":
        return Referent(entry.name, child.span, child, kinds_of(child, knowledge), entry, entry.acts_for, entry.sector)
    iso = knowledge.adjective(child.text) or knowledge.adjective(child.text.capitalize() if child.text.isupper() else child.text)
    if iso:
        state = knowledge.state(iso)
        return Referent(state.name, child.span, child, frozenset({"STATE"}), state, iso, None)
    for inner in child.all("compound", "amod", "poss"):
        found = owner_word(inner, head, knowledge)
        if found is not None:
            return found
    return None


def adjective_of(owner: Referent, knowledge: Knowledge) -> str:
    word = next((w for w, isos in knowledge.words.adjectives.items() if isos == (owner.country,)), None)
    return word[0].upper() + word[1:] if word else f"{owner.name}'s"


def modifier(token: Token) -> str:
    """The word right before a head that modifies it; "" without one."""
    before = [c for c in token.children if c.dep in ("compound", "amod") and c.i < token.i]
    return before[-1].lower if before else ""


def has_modifier(token: Token) -> bool:
    """Whether anything but an article and a number stands before a head."""
    return any(c.dep in ("compound", "amod", "poss", "nmod") for c in token.children)


def is_owned_by_pronoun(token: Token) -> bool:
    """"its warships"."""
    return any(c.dep == "poss" and c.tag in ("PRP$", "WP$") for c in token.children)


def name_after_possessor(token: Token, text: str) -> str:
    """The phrase without its possessor: "its four warships" → "four warships"."""
    inner = [c for c in token.children if c.dep in ("compound", "amod", "nummod", "nmod") and c.i < token.i]
    start = min((c.start for c in inner), default=token.start)
    return text[start : token.end]


def owner_of(token: Token, of: Callable[[Token], Referent], knowledge: Knowledge) -> Referent | None:
    """Whose: possessor, name or adjective of a state or group before the head. A backer is no owner."""
    for child in sorted((c for c in token.children if c.i < token.i), key=lambda c: c.dep != "poss"):
        if child.dep == "poss":
            return of(child)
        if child.dep in ("compound", "amod", "nmod"):
            found = owner_word(child, token, knowledge)
            if found is not None:
                return found
    for prep in token.all("prep"):
        if prep.lower == "from" and "ARMED" in kinds_of(token, knowledge):
            group = next((of(p) for p in prep.all("pobj")), None)
            if group is not None and group.entry is not None and group.entry.kind == "group":
                return group
        if prep.lower == "of" and token.lemma in ("government", "army", "regime", "forces", "force", "military", "troop", "leader", "member", "fighter"):
            for pobj in prep.all("pobj"):
                return of(pobj)
    return None


def is_anothers(token: Token, entry: Entry, knowledge: Knowledge) -> bool:
    """"Ivory Coast's Supreme Court" is not the one that is known by that name alone."""
    if entry.kind in ("state", "person") or entry.country is None:
        return False
    beside = [c for c in token.all("poss", "amod", "compound") if c.known != token.known]
    states = [iso for c in beside if (iso := state_named(c, knowledge))]
    return bool(states) and entry.country not in states
