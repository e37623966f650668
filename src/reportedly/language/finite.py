"""Repairs of finite verbs that the model joins to the infinitive before them: what was done is no part of what was to be done."""

from __future__ import annotations

from reportedly.language.moves import is_after_comma, move
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


def accused_too(token: Token, _: Sentence) -> bool:
    """"said the rebels had been using the truce to regroup and accused them of shelling", "…, under which they agreed to talk, and accused
    him": whoever said the one accuses as well."""
    low = token.head
    if token.dep != "conj" or token.lemma not in OF_SAYERS or token.tag not in ("VBD", "VBN") or token.first("nsubj", "nsubjpass", "aux", "auxpass", "mark") is not None:
        return False
    aim = low.dep == "xcomp" and is_infinitive(low) and low.head.tag in ("VBG", "VB")
    beside = low.dep == "relcl" and any(c.lower == "," and low.i < c.i < token.i for c in low.children) and any(c.dep == "cc" and c.i < token.i for c in low.children)
    told = next((a for a in low.ancestors() if a.dep == "ccomp"), None) if aim or beside else None
    said = told.head if told is not None else None
    if told is None or said is None or said.lemma not in REPORTING or said.tag != "VBD" or not said.i < told.i or said.first("nsubj") is None:
        return False
    for cc in [c for c in low.all("cc") if c.i < token.i]:
        move(cc, said, "cc")
    token.tag = "VBD"
    move(token, said, "conj")
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


def apart_from_told(token: Token, sentence: Sentence) -> bool:
    """"demanded that she resign, and others have asked her to stay", "said it would review its aid, and Oslo cut its own in June": behind
    what is asked or still to come, a finite clause with a subject and a comma of its own is the report's."""
    told = token.head
    said = told.head
    if token.dep != "conj" or told.dep != "ccomp" or not said.i < told.i < token.i or token.first("mark") is not None:
        return False
    joint, who, whose = next((c for c in told.all("cc") if c.i < token.i), None), token.first("nsubj", "nsubjpass"), told.first("nsubj", "nsubjpass")
    if joint is None or joint.lower not in ("and", "but", "while") or not is_after_comma(joint, sentence) or who is None or whose is None or who.pos == "PRON" or told.quoted != said.quoted:
        return False
    if not (_is_asked(told) or (said.tag == "VBD" and _is_to_come(told))) or not _is_told_as_fact(token):
        return False
    move(joint, said, "cc")
    move(token, said, "conj")
    return True


def _is_asked(told: Token) -> bool:
    """"that she resign": a bare form without a modal."""
    return told.tag == "VB" and told.first("aux") is None


def _is_to_come(told: Token) -> bool:
    return any(c.lower == "would" for c in told.all("aux"))


def _is_told_as_fact(verb: Token) -> bool:
    """A past or a perfect of the present: "imposed", "was hit", "have asked"; "had asked" and "would ask" go on with what was said."""
    helpers = [c.lower for c in verb.all("aux", "auxpass")]
    return (verb.tag == "VBD" and not helpers) or (verb.tag == "VBN" and bool(helpers) and helpers[0] in ("has", "have", "was", "were"))
