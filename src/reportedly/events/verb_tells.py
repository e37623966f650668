"""Whether a verb tells what somebody did: not a rule for everybody, not who somebody is, not what was left undone.

Guidelines of the coders: background states are not coded; what the law says, or what whoever does as a rule, is told of nobody.
"""

from __future__ import annotations

from reportedly.events.blows import HARM
from reportedly.events.frames import Trigger
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_finite

ANYBODY = frozenset(["nobody", "no-one", "none", "one", "anybody", "anyone", "everybody", "everyone"])
WHOEVER = frozenset(["those", "whoever", "anyone", "anybody", "everyone", "all"])
LADEN = frozenset(["carry", "bring", "haul", "deliver", "load", "transport", "ferry"])
SENDING = frozenset(["send", "dispatch", "fly", "deploy", "arrive", "arrival", "welcome", "receive", "organise", "organize"])
DUTIES = frozenset(["should", "must", "ought", "shall"])
LAWS = frozenset(["law", "rule", "constitution", "act", "code", "statute", "legislation", "regulation"])
ALLIED = frozenset(["coordinate", "ally", "align", "affiliate", "associate", "link"])
ARMED = frozenset(["arm", "equip"])
TASKED = frozenset(["task", "charge", "entrust", "mandate", "dedicate", "devote"])
CRIMES = frozenset(["ASSAULT", "COERCE", "PROTEST"])
TASKS = frozenset(["fight", "combat", "battle", "defeat", "hunt", "arrest", "detain", "disarm", "dismantle", "patrol"])  # what forces are charged with
FOUNDED = frozenset(["set", "form", "create", "establish", "found", "raise", "design", "mandate"])
HABITS = frozenset(["typically", "usually", "normally", "generally", "ordinarily"])
INDICTING = frozenset(["charge", "indict", "book", "prosecute"])
OFFENCES = frozenset(["offence", "offense", "crime", "felony", "sin", "illegal", "unlawful", "lawful", "legal", "criminal", "punishable", "haram"])


def tells_of_one(trigger: Trigger) -> bool:
    """A verb does, but for rules, warnings, descriptions and what was not done besides."""
    verb = trigger.token
    return not (_is_rule(verb) or _is_law(verb) or _is_of_whoever(verb) or _describes(trigger) or _is_left_out(verb) or _is_warning(verb))


def _is_rule(verb: Token) -> bool:
    """"No one should be made to disappear": for everybody, and told of nobody."""
    while verb.dep in ("xcomp", "ccomp", "conj") and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
    if _is_by_law(verb):
        return True
    due = any(c.dep == "aux" and c.lower in DUTIES for c in verb.children)
    return due and any(_is_nobody(s) for s in verb.all("nsubj", "nsubjpass"))


def _is_by_law(verb: Token) -> bool:
    """"Under US law, families must be given a hearing": what holds for everybody, and is told of no day."""
    if verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.all("aux", "auxpass")) or any(c.lower == "have" for c in verb.all("aux")):
        return False
    if verb.tag in ("VBN", "VBP", "VBZ") and any(c.lower in HABITS for c in verb.all("advmod")):
        return True  # "typically, drivers are not charged"
    if verb.lemma in INDICTING:
        return False  # "all three may be charged under the terrorism act": what they are charged with
    under = [p for c in verb.all("prep") if c.lower == "under" for p in c.all("pobj")]
    return any(p.lemma in LAWS for p in under) and not any(c.ent in ("DATE", "TIME") for c in verb.children)


def _is_nobody(noun: Token) -> bool:
    return noun.lower in ANYBODY and (noun.lower != "one" or any(c.lower == "no" for c in noun.children))


def _is_law(verb: Token) -> bool:
    """"It is an offence to enter the district": whoever may do it, and nobody is said to."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    infinitive = verb.tag == "VB" and any(c.lower == "to" for c in verb.all("aux")) and verb.first("nsubj") is None
    bare = infinitive or (verb.tag == "VBG" and verb.dep == "csubj")  # "bombing a school is a crime"
    above = verb.head
    named = [above, *above.all("attr", "acomp")] if bare and verb.dep in ("xcomp", "acl", "advcl", "csubj", "ccomp", "relcl") else []
    return any(n.lemma in OFFENCES for n in named)


def _is_of_whoever(verb: Token) -> bool:
    """"Those who kill are against the nation", "those who refuse to fight are shot": what whoever does as a rule, told of nobody."""
    while verb.dep in ("xcomp", "conj") and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
    passive = verb.first("auxpass")
    if (passive or verb).tag not in ("VBP", "VBZ") or verb.first("aux") is not None:
        return False
    who = verb.head if verb.dep == "relcl" else verb.first("nsubj", "nsubjpass")
    return who is not None and who.lower in WHOEVER and (who.lower == "whoever" or who.first("relcl") is not None)


def _is_left_out(verb: Token) -> bool:
    """"left without firing a shot", "fled instead of fighting", "rather than surrender": what was not done besides is no denial of it."""
    if verb.dep == "pcomp":
        link = verb.head
        return link.lower == "without" or (link.lower == "of" and any(c.lower == "instead" for c in (link.head, *link.children)))
    links = [c for c in (*verb.children, *verb.head.children) if c.lower in ("than", "of") and c.i < verb.i and c.dep in ("cc", "mark", "prep")]
    near = [c for link in links for c in (*link.children, *link.head.children, *verb.children) if c.i == link.i - 1]
    return verb.dep in ("conj", "advcl", "xcomp", "ccomp") and not is_finite(verb) and any(c.lower in ("rather", "instead") for c in near)


def _is_warning(verb: Token) -> bool:
    """"Don't shoot!": nobody did, nor denies it."""
    told = verb.tag == "VB" and verb.first("nsubj", "nsubjpass", "mark") is None
    return told and verb.first("neg") is not None and any(c.lower == "do" and c.dep == "aux" for c in verb.children)


def _describes(trigger: Trigger) -> bool:
    """"those injured", "the accused", "a man suspected of theft": who somebody is, and not what was done to him when."""
    verb = trigger.token
    if [c.dep for c in verb.children] == ["det"] and trigger.frame.id not in HARM:  # "three of the wounded" counts them
        return True
    if _is_founded(verb) and not _is_charge(trigger):
        return True
    if verb.dep == "acl" and verb.tag == "VBG" and trigger.frame.mode == "protect" and verb.head.dep in ("nsubj", "nsubjpass", "dobj"):
        return True  # "an officer escorting the convoy was killed"
    if verb.dep == "acl" and verb.tag == "VBG" and trigger.frame.type == "AID" and verb.lemma in LADEN and _is_freight_of_another(verb.head):
        return True  # "ambushed a lorry carrying food"
    if verb.dep != "acl" or verb.tag != "VBN":
        return False
    if (trigger.frame.type == "COOPERATE" and verb.lemma in ALLIED) or (verb.lemma in ARMED and any(c.lower == "with" for c in verb.all("prep"))):
        return True
    bare = not any(c.dep != "punct" for c in verb.children) and verb.head.head.lemma not in ("among", "leave")  # "was among those killed", "left six injured" tell
    return trigger.frame.id == "accuse.implicate" or (bare and trigger.frame.id in HARM)


def _is_charge(trigger: Trigger) -> bool:
    """"was charged with beating a student": a crime; "a force charged with fighting jihadists" has a task."""
    task = trigger.token.head.head
    return trigger.frame.type in CRIMES and task.lemma == "charge" and trigger.token.lemma not in TASKS


def _is_freight_of_another(vehicle: Token) -> bool:
    """"looted a lorry", "a raid on a convoy", "a truck was stopped": what is told is what befell it."""
    above = vehicle.head.head if vehicle.dep == "pobj" else vehicle.head
    return vehicle.dep in ("dobj", "nsubjpass", "pobj") and above.lemma not in SENDING


def _is_founded(verb: Token) -> bool:
    """"a force set up to fight jihadists": what a body is for."""
    task = verb.head if verb.dep == "pcomp" and verb.head.lower in ("with", "to") else None
    if task is not None and task.head.tag in ("VBN", "VBD") and (task.head.dep == "acl" or task.head.first("auxpass") is not None):
        return task.head.lemma in TASKED  # "the coalition tasked with fighting the militia"
    made = verb.head if verb.tag == "VB" and verb.dep in ("advcl", "xcomp") else verb
    return made.dep == "acl" and made.tag == "VBN" and made.lemma in FOUNDED and any(c.tag == "VB" for c in made.all("advcl", "xcomp"))
