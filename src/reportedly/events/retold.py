"""One act told by two words of its clause: "reached a deal, agreeing to share power", "arrived on a visit", "a meeting at which they discussed it".

Both words are of one type; what `merge.py` knows of blows and their effects is not here.
"""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.events.roles import light_verbs
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

SPELLED = frozenset(["AGREE", "REQUEST", "CONSULT"])  # whose participle says what was agreed, asked for, spoken of
OPINIONS = frozenset(["SUPPORT", "ACCUSE", "REJECT", "AGREE"])
HELD = frozenset(["CONSULT", "AGREE"])
OF_IT = frozenset(["in", "at", "during", "under", "by", "through"])
HARMS = frozenset(["assault.kill", "assault.wound", "assault.injure", "assault.leave-dead", "assault.leave-wounded"])
THEM = frozenset(["it", "them", "him", "her", "me", "us", "himself", "herself", "themselves", "itself"])


def is_retold(trigger: Trigger, other: Trigger) -> bool:
    """Whether a trigger tells again what another of its type tells, with no party of its own."""
    if trigger.nominal:
        return _is_gone_on(trigger, other)
    return _is_spelled_out(trigger, other) or _is_said_twice(trigger, other) or _is_its_matter(trigger, other)


def _is_spelled_out(trigger: Trigger, other: Trigger) -> bool:
    """"reached a deal, agreeing to share power", "sentenced him, jailing him for ten years", "carried out a strike, bombing a depot"."""
    verb = trigger.token
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.i < other.token.i or verb.first("nsubj", "nsubjpass", "mark", "aux", "neg", "advmod") is not None:
        return False
    if any(c.lower == "while" for c in verb.children):
        return False
    carried = other.nominal and other.token.dep in ("dobj", "nsubjpass")
    carrier = other.token.head if carried else other.token
    if verb.head is not carrier or (carried and light_verbs().get(carrier.lemma) != "actor"):
        return False
    one = trigger.frame.type == "ASSAULT" and trigger.frame.mode != "abduct" and carried and (other.token.tag == "NN" or trigger.frame.id in HARMS)
    if trigger.frame.type in SPELLED or one:
        return True
    return bool(trigger.objects) and all(o.lower in THEM for o in trigger.objects)


def _is_said_twice(trigger: Trigger, other: Trigger) -> bool:
    """"condoled with them and mourned the dead", "condemned the raid and denounced it as murder": one opinion in two verbs, of nobody new."""
    verb = trigger.token
    if trigger.frame.type not in OPINIONS or trigger.frame.id != other.frame.id or other.nominal or verb.dep != "conj" or verb.head is not other.token:
        return False
    if verb.first("nsubj", "nsubjpass", "mark", "neg") is not None:
        return False
    return not any(t.pos == "PROPN" or t.known for o in trigger.objects for t in o.subtree())


def _is_its_matter(trigger: Trigger, other: Trigger) -> bool:
    """"held a meeting in which they discussed the crisis", "a deal under which they agreed to leave"."""
    verb = trigger.token
    if trigger.frame.type not in HELD or verb.dep != "relcl" or verb.head not in other.words or verb.head.pos != "NOUN":
        return False
    inside = any(p.lower in OF_IT and any(o.tag == "WDT" for o in p.children) for p in verb.all("prep")) or any(c.lower == "where" for c in verb.all("advmod"))
    return inside and all(s.pos == "PRON" for s in trigger.subjects)


def _is_gone_on(trigger: Trigger, other: Trigger) -> bool:
    """"arrived in Tripoli on a visit for talks with the premier": the visit, and what it was for."""
    noun = trigger.token
    if trigger.frame.type != "CONSULT" or noun.dep != "pobj" or noun.head.lower not in ("on", "for") or noun.first("relcl") is not None:
        return False
    above = noun.head.head
    if noun.head.lower == "on":
        return above is other.token and is_verb(above) and _is_own(noun)
    return above is other.token or (above.dep == "pobj" and above.head.lower == "on" and above.head.head is other.token)


def _is_own(noun: Token) -> bool:
    """"on a visit", "on his first trip"; not "on talks", "on the visit of the king"."""
    return any((c.dep == "det" and c.lower in ("a", "an")) or c.tag == "PRP$" for c in noun.children)
