"""Verbs side by side that tell one blow and what came of it: "killed six and wounded ten", "was struck and four were killed"."""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.find.kinds import kinds_of, noun_kinds
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive
from reportedly.language.parse import Token
from reportedly.resolve.phrases import head_of

HARM = frozenset(["assault.kill", "assault.wound", "assault.injure", "assault.dead", "assault.maim", "assault.shoot-dead", "assault.leave-dead", "assault.leave-wounded", "assault.lie-dead"])
DIED = "assault.die-in-attack"
CROWDS = frozenset(["dozen", "score", "hundred", "thousand", "several", "many"])
BLOWS = frozenset(["", "firearms", "beat", "explosives", "heavy-weapons", "aerial", "primitive", "stab"])  # what one kills and wounds by


def is_blow(trigger: Trigger, other: Trigger) -> bool:
    """"were killed when a shell hit the market": the clause tells what killed them."""
    clause = trigger.token
    mark = next((c.lower for c in clause.children if c.dep in ("mark", "advmod") and c.i < clause.i), "")
    if other.frame.id not in HARM | {DIED} or trigger.frame.id in HARM or clause.dep != "advcl" or mark not in ("when", "as", "after", "while"):
        return False
    died = other.frame.id == DIED and trigger.token in other.words  # "twelve died when jihadists attacked three villages"
    died = died or other.frame.id == "assault.lie-dead"
    return clause.head in joined(other.token) and (died or (bool(other.objects) and not other.subjects))


def is_how(trigger: Trigger, other: Trigger) -> bool:
    """"were attacked by two men who stabbed them": what else the doers did in the blow, to those whom a pronoun names."""
    verb = trigger.token
    if trigger.frame.type != "ASSAULT" or verb.dep != "relcl" or verb.head not in other.subjects or not is_passive(other.token):
        return False
    whom = verb.all("dobj")
    return bool(whom) and all(noun.lower in ("him", "her", "them", "me", "us") for noun in whom) and verb.first("aux", "neg") is None


def is_one_blow(trigger: Trigger, other: Trigger) -> bool:
    """"attacked and wounded a teacher", "opened fire and killed six": two verbs side by side, of which the second says what came of it, or how else."""
    verb = trigger.token
    if verb.dep == "conj" and verb.head is other.token and any(c.lower == "or" and c.i < verb.i for c in other.token.all("cc")):
        return verb.first("nsubj", "nsubjpass", "dobj", "agent") is None  # "were shot or burned to death"
    shots = trigger.frame.mode == "firearms" and verb.i - other.token.i <= 3  # "ambushed and shot at a convoy"
    if not (trigger.frame.id in HARM or shots) or verb.dep != "conj" or verb.head is not other.token or not (other.frame.mode in BLOWS or (shots and other.frame.mode == "clash")):
        return False
    own = [c for c in other.token.children if c.dep == "dobj" and c not in other.words]
    return not own and verb.first("nsubj", "nsubjpass", "mark", "neg") is None and (bool(trigger.objects) or shots)


def joined(verb: Token) -> list[Token]:
    """A verb with those that are joined to it."""
    first = verb
    while first.dep == "conj" and first.head.tag.startswith("VB"):
        first = first.head
    return [first, *(c for c in first.all("conj") if c.tag.startswith("VB")), verb]


def continues(trigger: Trigger, other: Trigger, knowledge: Knowledge) -> bool:
    """"killed six and wounded ten", "nine were killed and 30 injured"; "strikes hit a tunnel and destroyed two tanks": one blow, two effects."""
    verb = trigger.token
    if verb.dep == "advcl" and verb.head is other.token and any(c.lower == "while" for c in verb.all("mark")):  # "four were killed while seven were hurt"
        hurt = verb.first("nsubjpass")
        return trigger.frame.id in HARM and other.frame.id in HARM and hurt is not None and _is_number(hurt)
    while verb.dep == "conj" and verb.head.tag.startswith("VB"):
        both_harm = trigger.frame.id in HARM and other.frame.id in HARM
        subject = verb.first("nsubj", "nsubjpass")
        if subject is not None and any(c.lower == ";" for c in (*verb.children, *verb.head.children) if verb.head.i < c.i < verb.i):
            return False  # "killed 15 in Soweto; four were killed in Durban"
        left = verb.head.lemma == "leave" and verb.first("auxpass") is None  # "left a clerk dead and two guards wounded"
        if subject is not None and not (both_harm and (left or _is_number(subject))):
            return False
        verb = verb.head
        if verb is other.token:
            blow = any(kinds_of(head_of(s), knowledge) & {"EVENT", "WEAPON"} for s in other.subjects)
            return both_harm or blow
    return False


def is_toll_of(trigger: Trigger, other: Trigger) -> bool:
    """"a clinic was struck and four people were killed": of two passives that name no doer the second says what came of the blow."""
    verb, blow = trigger.token, other.token
    bare = is_passive(verb) and is_passive(blow) and not trigger.subjects and not other.subjects and verb.first("neg", "mark") is None
    number = any(c.dep == "nummod" or c.pos == "NUM" for n in trigger.objects for c in (n, *n.children))
    return bare and number and trigger.frame.id in HARM and other.frame.id not in HARM and other.frame.mode in BLOWS and verb.dep == "conj" and verb.head is blow


def _is_number(noun: Token) -> bool:
    """"30", "12 others", "dozens", "another man", "his colleague": of those whom the clause before is about."""
    if any(c.tag == "PRP$" for c in noun.all("poss")) and noun_kinds(noun) & {"PERSON"}:
        return True
    other = noun.lower == "another" or any(c.lower in ("another", "other") for c in noun.all("det", "amod"))  # "and another trader was wounded"
    return noun.pos == "NUM" or other or (noun.lemma in CROWDS and noun.first("prep") is None) or noun.lemma == "other"
