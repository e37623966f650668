"""One act told by two words of its clause: "reached a deal, agreeing to share power", "arrived on a visit", "a meeting at which they discussed it".

Both words are of one type; what `merge.py` knows of blows and their effects is not here.
"""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.events.roles import light_verbs
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

SPELLED = frozenset(["AGREE", "REQUEST", "CONSULT", "REJECT"])  # whose participle says what was agreed, asked for, spoken of
OPINIONS = frozenset(["SUPPORT", "ACCUSE", "REJECT", "AGREE"])
GATHERED = frozenset(["CONSULT", "MOBILIZE"])
JUDGED = frozenset(["convict", "arrest"])
HELD = frozenset(["CONSULT", "AGREE"])
OF_IT = frozenset(["in", "at", "during", "under", "by", "through"])
HARMS = frozenset(["assault.kill", "assault.wound", "assault.injure", "assault.leave-dead", "assault.leave-wounded", "assault.lie-dead"])
ELSE = frozenset(["while", "then", "later", "also", "subsequently", "previously", "earlier"])  # "later arresting ten" is another
BURSTS = frozenset(["explosion", "blast", "detonation"])
THEM = frozenset(["it", "them", "him", "her", "me", "us", "himself", "herself", "themselves", "itself"])


def is_retold(trigger: Trigger, other: Trigger) -> bool:
    """Whether a trigger tells again what another of its type tells, with no party of its own."""
    if trigger.nominal:
        return _is_gone_on(trigger, other)
    return _is_spelled_out(trigger, other) or _is_said_twice(trigger, other) or _is_its_matter(trigger, other) or _is_its_moment(trigger, other) or _is_of_its_doers(trigger, other)


def is_order_of(trigger: Trigger, other: Trigger) -> bool:
    """"expelled two diplomats, ordering them to leave", "imposed a curfew, ordering people indoors": the order is the expulsion."""
    verb = trigger.token
    carrier = other.token.head if other.nominal and other.token.dep == "dobj" else other.token
    ordered = trigger.frame.type == "REQUEST" and trigger.frame.mode == "order" and other.frame.type in ("SANCTION", "COERCE")
    return ordered and verb.dep == "advcl" and verb.tag == "VBG" and verb.i > other.token.i and verb.head is carrier and verb.first("nsubj", "mark", "neg") is None


def _is_spelled_out(trigger: Trigger, other: Trigger) -> bool:
    """"reached a deal, agreeing to share power", "sentenced him, jailing him for ten years", "carried out a strike, bombing a depot"."""
    verb = trigger.token
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.i < other.token.i or verb.first("nsubj", "nsubjpass", "mark", "aux", "neg") is not None:
        return False
    if any(c.lower in ELSE and c.dep in ("advmod", "mark") for c in verb.children):
        return False
    carried = other.nominal and other.token.dep in ("dobj", "nsubjpass")
    carrier = other.token.head if carried else other.token
    if verb.head is not carrier or (carried and light_verbs().get(carrier.lemma) != "actor"):
        return False
    one = trigger.frame.type == "ASSAULT" and trigger.frame.mode != "abduct" and carried and (other.token.tag == "NN" or trigger.frame.id in HARMS)
    fire = other.frame.mode == "clash" and trigger.frame.mode == "firearms"  # "exchanged fire, shooting across the river"
    again = trigger.frame.id == other.frame.id or (trigger.frame.mode == "disperse" and other.frame.mode == "disperse")
    again = again or ({trigger.frame.mode, other.frame.mode} <= JUDGED and any(o.lower in THEM for o in verb.all("dative", "dobj")))  # "jailed him, handing him six years"
    hits = trigger.frame.id == "assault.weapon-hit" and any(s.pos == "NOUN" for s in other.subjects)  # "air raids killed nine, hitting a school"
    if trigger.frame.type in SPELLED or one or fire or again or hits:
        return True
    return bool(trigger.objects) and all(o.lower in THEM for o in trigger.objects)


def _is_said_twice(trigger: Trigger, other: Trigger) -> bool:
    """"condoled with them and mourned the dead", "condemned the raid and denounced it as murder": one opinion in two verbs, of nobody new."""
    verb = trigger.token
    if other.nominal or verb.dep != "conj" or verb.head is not other.token or verb.first("nsubj", "nsubjpass", "mark", "neg") is not None or any(c.lower in ELSE for c in verb.all("advmod")):
        return False
    if trigger.frame.type == "REQUEST" and trigger.objects and all(o.lower in THEM for o in trigger.objects):
        return True  # "appealed to donors and asked them for grain"
    if trigger.frame.mode == "clash" and other.frame.mode == "clash" and not trigger.objects:
        return True  # "clashed near Jowhar and fought for two hours"
    if trigger.frame.id != other.frame.id:
        return False
    if trigger.frame.type not in OPINIONS:  # "banned the party and outlawed its activities"
        return bool(trigger.objects) and all(any(c.tag == "PRP$" for c in o.children) for o in trigger.objects)
    return not any(t.pos == "PROPN" or t.known for o in trigger.objects for t in o.subtree())


def _is_its_matter(trigger: Trigger, other: Trigger) -> bool:
    """"held a meeting in which they discussed the crisis", "a deal under which they agreed to leave"."""
    verb = trigger.token
    if verb.dep != "relcl":
        return False
    if trigger.frame.type in GATHERED and not other.nominal and any(c.lower == "where" for c in verb.all("advmod")):
        return other.token in verb.head.ancestors() and bool(trigger.subjects) and all(s.pos == "PRON" for s in verb.all("nsubj", "nsubjpass"))  # "met in Lusaka, where they discussed it"
    if trigger.frame.type not in HELD or verb.head not in other.words or verb.head.pos != "NOUN":
        return False
    inside = any(p.lower in OF_IT and any(o.tag == "WDT" for o in p.children) for p in verb.all("prep")) or any(c.lower == "where" for c in verb.all("advmod"))
    return inside and all(s.pos == "PRON" for s in trigger.subjects)


def _is_its_moment(trigger: Trigger, other: Trigger) -> bool:
    """"Clashes erupted as rebels clashed with the army", "an explosion rocked the mosque when a bomb exploded"."""
    clause = trigger.token
    mark = any(c.lower in ("as", "when") and c.dep in ("mark", "advmod") for c in clause.children)
    alike = trigger.frame.id == other.frame.id or (trigger.frame.mode == "explosives" and other.token.lemma in BURSTS)
    subject = other.token if other.nominal else next((s for s in other.subjects if s.lemma in BURSTS), None)
    return mark and alike and clause.dep == "advcl" and subject is not None and subject.dep == "nsubj" and clause.head is subject.head


def _is_of_its_doers(trigger: Trigger, other: Trigger) -> bool:
    """"the strike by nurses, who walked out on Monday", "talks between two generals, who met in Nairobi"."""
    clause = trigger.token
    same = trigger.frame.type in ("PROTEST", "CONSULT") or clause.lemma == other.token.lemma  # "an attack by herders who attacked farms"
    if not same or not other.nominal or clause.dep != "relcl" or clause.first("aux") is not None:
        return False
    who = clause.first("nsubj")
    return who is not None and who.lower == "who" and other.token in clause.head.ancestors() and clause.head.head.dep == "prep" and clause.head.head.head is other.token


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
