"""Repairs of finite verbs that the model joins to the infinitive before them: what was done is no part of what was to be done."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import CHARGING, REPORTING
from reportedly.language.verb_forms import is_infinitive

DYING = frozenset({"die", "perish", "drown", "suffocate", "succumb", "starve"})
OF_SAYERS = CHARGING | frozenset({"blame", "demand", "urge", "call", "deny", "reject", "dismiss", "appeal", "warn", "threaten", "vow"})


def finite_conjunct(token: Token, _: Sentence) -> bool:
    """"called on them to disarm and urged Kinshasa to act", "denied shooting and blamed others", "has asked him to go and demanded":
    a finite verb does not go on an infinitive or a gerund."""
    low = token.head
    if low.dep == "acl" and is_infinitive(low):
        return _finite_behind_aim(token, low)
    bare = low.dep == "xcomp" and (is_infinitive(low) or low.tag == "VBG")
    perfect = low.head.tag == "VBN" and token.tag in ("VBD", "VBN") and any(c.lemma == "have" and c.dep == "aux" for c in low.head.children)
    if token.dep != "conj" or not bare:
        return False
    passive = token.tag == "VBN" and any(c.lower in ("was", "were", "had", "has", "have") and c.dep in ("aux", "auxpass") for c in token.children)  # "and had been turned down"
    if token.first("nsubj", "nsubjpass") is not None or (token.first("aux", "auxpass") is not None and not passive):
        return False
    if not (perfect or passive or (token.tag in ("VBD", "VBZ") and low.head.tag == token.tag)):
        return False
    if any(a.lower == "have" for a in low.all("aux")):  # "claimed to have expelled them and torched the camp": claimed, both
        return False
    for cc in [c for c in low.children if c.dep == "cc" and c.i < token.i]:
        move(cc, low.head, "cc")
    token.tag = token.tag if passive else low.head.tag
    move(token, low.head, "conj")
    return True


def _finite_behind_aim(token: Token, low: Token) -> bool:
    """"had rejected a plan to withdraw and had threatened to sack him": the threat is no part of the plan."""
    verb = next((a for a in low.ancestors() if a.tag.startswith("VB") and a.dep not in ("aux", "auxpass")), None)
    had = any(c.lower in ("had", "has", "was", "were") and c.dep in ("aux", "auxpass") for c in token.children)
    if token.dep != "conj" or verb is None or not had or token.first("nsubj", "nsubjpass") is not None or not verb.i < low.i:
        return False
    for cc in [c for c in low.children if c.dep == "cc" and c.i < token.i]:
        move(cc, verb, "cc")
    move(token, verb, "conj")
    return True


def _is_of_sayer(verb: Token) -> bool:
    """What the living do: they blame, they point the finger, they hold others responsible."""
    objects = {o.lemma for o in verb.all("dobj", "oprd", "acomp")}
    return verb.lemma in OF_SAYERS or (verb.lemma == "point" and "finger" in objects) or (verb.lemma == "hold" and "responsible" in objects)


def dead_do_not_accuse(token: Token, _: Sentence) -> bool:
    """"said 14 people died and accused soldiers": whoever tells of the dead accuses; the dead do not."""
    died = token.head
    said = died.head
    if token.dep != "conj" or died.lemma not in DYING or died.dep != "ccomp" or said.lemma not in REPORTING or not _is_of_sayer(token) or token.tag not in (said.tag, died.tag):
        return False
    if token.first("nsubj", "nsubjpass", "aux", "auxpass", "mark") is not None or not said.i < died.i < token.i or said.first("nsubj") is None:
        return False
    for cc in [c for c in died.all("cc") if c.i < token.i]:
        move(cc, said, "cc")
    move(token, said, "conj")
    return True
