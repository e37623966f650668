"""One event told by several words of a sentence is one claim: "the attack killed six and wounded ten".

Only words of one type merge, and only along the tree: a new voice, status or actor keeps a claim of its own.
"""

from __future__ import annotations

from reportedly.events.blows import HARM, continues, is_blow, is_how, is_one_blow, is_toll_of, joined
from reportedly.events.frames import Trigger
from reportedly.events.merge_words import (
    is_called_first,
    is_force_used,
    is_gone_to,
    is_made_of,
    is_sent_on,
    is_subjected_to,
    is_sum_in,
)
from reportedly.events.retold import is_order_of, is_retold
from reportedly.events.roles import quantity_of
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_infinitive
from reportedly.resolve.phrases import head_of

EFFECTS = HARM | {"assault.destroy", "assault.damage", "assault.claim-lives"}
MADE = frozenset(["put", "make", "launch", "carry", "stage", "hold", "issue", "present", "table", "submit", "file"])
TRYING = frozenset(["attempt", "bid", "effort", "order", "try"])
GOING_ON = frozenset(["break", "erupt", "occur", "happen", "flare", "take", "begin", "start", "explode", "detonate", "go", "blow", "ensue", "continue", "carry", "launch"])
FORCE = frozenset(["ASSAULT", "COERCE"])
LOSSES = frozenset(["loss", "casualty", "toll"])
BY = frozenset(["by", "in", "during", "with"])


def told_by(trigger: Trigger, others: list[Trigger], knowledge: Knowledge) -> Trigger | None:
    """The trigger that tells the same event more fully, if there is one."""
    for other in sorted(others, key=lambda o: o.token is not trigger.token.head):  # "were ambushed and shot back, killing two": in the deed that it hangs on
        if other is not trigger and _is_aim(trigger, other):
            return other
        if other is not trigger and _is_protests_aim(trigger, other):
            return other
        if other is not trigger and trigger.frame.mode == "disperse" and other.frame.type in FORCE and _is_end(trigger, other):
            return other  # "fired live rounds to break up a rally"
        if other is not trigger and (is_force_used(trigger, other) or is_subjected_to(trigger, other) or is_order_of(trigger, other)):
            return other
        if other is trigger or other.frame.type != trigger.frame.type:
            continue
        if trigger.nominal and trigger.token is not other.token and trigger.token in other.words:
            return other  # "came under attack", "the issuing of an ultimatum"
        if trigger.nominal and not other.nominal and (is_sent_on(trigger, other) or is_gone_to(trigger, other)):
            return other
        if is_retold(trigger, other):
            return other
        if trigger.nominal and not other.nominal and (_is_subject_or_means(trigger.token, other.token) or _is_summed_up(trigger.token, other.token)):
            return other
        if trigger.nominal and not other.nominal and is_sum_in(trigger, other):
            return other
        if not trigger.nominal and not other.nominal and is_called_first(trigger, other):
            return other
        if not trigger.nominal and not other.nominal and _is_one_of_many(trigger.token, other.token):
            return other
        if not trigger.nominal and other.nominal and trigger.token.dep == "relcl" and other.token in trigger.subjects:
            return other
        if not trigger.nominal and other.nominal and is_made_of(trigger.token, other.token):
            return other
        if not trigger.nominal and other.token is not trigger.token and (_is_outcome(trigger, other) or _is_end(trigger, other) or _is_same_protest(trigger, other) or _is_threatened(trigger, other)):
            return other
        if trigger.nominal and other.nominal and (_is_listed(trigger.token, other.token) or _is_charge_of(trigger.token, other.token)):
            return other
        if trigger.nominal or other.nominal:
            continue
        if _is_end(trigger, other) or _is_told_with(trigger, other) or _is_found_first(trigger, other):
            return other
        if _is_what_struck(trigger, other, knowledge):
            return other
        if is_toll_of(trigger, other) or continues(trigger, other, knowledge) or _is_effect(trigger, other) or is_blow(trigger, other) or is_how(trigger, other) or is_one_blow(trigger, other) or _is_of_weapon(trigger, other, knowledge):
            return other
    return next((other for other in others if not trigger.nominal and other.nominal and other.frame.type == trigger.frame.type and _is_effect_of(trigger, other.token)), None)


def _is_aim(trigger: Trigger, other: Trigger) -> bool:
    """"sent troops to support the king": whom the forces are sent to help is whom the sending is toward."""
    verb = trigger.token
    to = any(c.tag == "TO" for c in verb.children) and verb.dep in ("advcl", "xcomp")
    return to and other.frame.type == "MOBILIZE" and trigger.frame.type == "SUPPORT" and not trigger.nominal and verb.head is other.token


def _is_protests_aim(trigger: Trigger, other: Trigger) -> bool:
    """"marched to demand the release of a priest", "a rally denouncing the cuts": what a protest is for or against is told with it."""
    if other.frame.type != "PROTEST" or trigger.nominal or trigger.frame.type not in ("REQUEST", "ACCUSE", "REJECT", "SUPPORT"):
        return False
    verb = trigger.token
    while verb.dep == "conj" and verb.head.tag in ("VB", "VBG") and verb.first("nsubj") is None:
        verb = verb.head
    if verb.dep not in ("advcl", "xcomp", "acl", "relcl") or verb.tag not in ("VB", "VBG") or verb.first("nsubj", "nsubjpass", "mark") is not None:
        return False
    carrier = other.token.head if other.nominal and other.token.dep in ("dobj", "nsubj", "nsubjpass") else other.token
    above = verb.head
    while verb.tag == "VB" and above.dep in ("pobj", "prep", "conj") and above.pos in ("NOUN", "PROPN", "ADP"):
        above = above.head  # "marched in Kampala and other towns to demand pay": the aim hangs on the last place
    return above in (other.token, carrier, *other.words)


def _is_end(trigger: Trigger, other: Trigger) -> bool:
    """"fired tear gas to disperse them", "used batons in an attempt to clear the square": what the deed was for, told with the deed."""
    verb = trigger.token
    if verb.dep not in ("advcl", "acl") and not (verb.dep == "xcomp" and verb.head.lemma == "use"):
        return False
    if not any(c.tag == "TO" for c in verb.children) or verb.first("mark") is not None:
        return False
    above = verb.head
    while above is not other.token and (above.dep in ("prep", "pobj") or above.lemma in TRYING):
        above = above.head
    return above is other.token or other.token in above.all("dobj", "nsubjpass")


def _is_same_protest(trigger: Trigger, other: Trigger) -> bool:
    """"rallied outside, chanting", "gathered and blocked the road", "marched to protest against it": one crowd's protest, without a subject of its own in the second clause."""
    verb = trigger.token
    alone = verb.first("nsubj", "nsubjpass", "mark") is None and trigger.frame.type == "PROTEST" and not other.nominal
    return alone and (verb.dep == "conj" or (verb.dep in ("advcl", "xcomp") and (verb.tag == "VBG" or is_infinitive(verb)))) and verb.head is other.token


def _is_subject_or_means(noun: Token, verb: Token) -> bool:
    """"the attack killed", "died in the blast", "hit by the attacks"."""
    noun = quantity_of(noun) or noun  # "a series of air strikes killed six"
    while noun.dep == "conj" and noun.first("prep", "poss", "nummod", "relcl", "acl") is None:
        noun = noun.head  # "fired tear gas and water cannon"
    if noun.head is verb and (noun.dep in ("nsubj", "dobj") or (noun.dep == "nsubjpass" and verb.lemma in MADE)):
        return True  # "put a proposal forward", "a proposal was put forward"
    if noun.dep == "dobj" and noun.head.lemma == "use" and verb.dep in ("xcomp", "advcl") and verb.head is noun.head:
        return True  # "used tear gas to disperse them"
    prep = noun.head
    above = prep.head.head if prep.head.lemma in LOSSES and prep.head.dep == "dobj" else prep.head  # "suffered losses in raids"
    return noun.dep == "pobj" and prep.dep in ("agent", "prep") and (prep.lower in BY or (prep.lower == "at" and verb.lemma == "meet")) and above is verb


def _is_threatened(trigger: Trigger, other: Trigger) -> bool:
    """"warned that a raid would be met with force": the threat that a warning is told as."""
    return trigger.frame.type == "THREATEN" and trigger.token.dep == "ccomp" and trigger.token.head is other.token


def _is_summed_up(noun: Token, verb: Token) -> bool:
    """"arrived in Kyiv on Tuesday, his first visit since the war": the noun looks back on the clause that it closes."""
    above = next((t for t in noun.ancestors() if t.tag.startswith("VB")), None)
    return noun.dep in ("appos", "npadvmod") and above is verb and noun.i > verb.i


def _is_one_of_many(verb: Token, other: Token) -> bool:
    """"bombs killed 18 people, the latest attacks to hit the capital": the deed that closes its clause as one of a series."""
    noun = verb.head
    to = verb.tag == "VB" and verb.dep in ("acl", "relcl") and any(c.tag == "TO" for c in verb.children)
    return to and is_ranked(noun) and noun.dep in ("appos", "npadvmod") and next((t for t in noun.ancestors() if t.tag.startswith("VB")), None) is other and noun.i > other.i


def is_ranked(noun: Token) -> bool:
    """"the latest attack", "the third raid this month"."""
    return any(c.lower in ("first", "last", "second", "third", "fourth", "fifth", "latest", "most", "deadliest", "worst") for c in noun.all("amod", "nummod"))


def _is_listed(noun: Token, first: Token) -> bool:
    """"shelling and air strikes by the army": a list of deeds with nothing of its own in the second."""
    return noun.dep == "conj" and noun.head is first and noun.first("prep", "poss", "nummod", "relcl", "acl") is None


def _is_charge_of(charge: Token, deed: Token) -> bool:
    """"guilty of murder in the stabbing of a clerk": what the deed is called in court, and the deed."""
    return deed.dep == "pobj" and deed.head.lower == "in" and deed.head.head is charge


def _is_what_struck(trigger: Trigger, other: Trigger, knowledge: Knowledge) -> bool:
    """"a charge set off at dawn destroyed the pump": what was done with the weapon that did the deed."""
    weapon = trigger.token.head
    return trigger.token.dep in ("acl", "relcl") and weapon in other.subjects and "WEAPON" in kinds_of(weapon, knowledge)


def _is_effect(trigger: Trigger, other: Trigger) -> bool:
    """"attacked a bus, killing four and wounding six": what the blow did, in a participle without a subject of its own."""
    verb = _leaving(trigger.token) or trigger.token
    if trigger.frame.id not in EFFECTS or verb.tag != "VBG":
        return False
    while verb.dep == "conj" and verb.head.tag == "VBG":
        verb = verb.head
    alone = verb.first("nsubj", "mark", "auxpass", "aux") is None
    return alone and verb.dep == "advcl" and verb.i > other.token.i and other.token in joined(verb.head)


def _is_found_first(trigger: Trigger, other: Trigger) -> bool:
    """"rifles were found and confiscated", "found and seized two bombs": what is found is what is taken."""
    taken = other.token
    joined = taken.dep == "conj" and taken.head is trigger.token and taken.first("nsubj", "nsubjpass") is None
    return trigger.frame.id == "coerce.find-arms" and other.frame.mode == "seize" and joined


def _is_effect_of(trigger: Trigger, deed: Token) -> bool:
    """"clashes broke out in Bor, leaving six dead", "a bomb went off, targeting a bus": what the deed did that is the subject of the verb above."""
    verb = _leaving(trigger.token) or trigger.token
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.first("nsubj", "mark", "auxpass", "aux") is not None:
        return False
    harms = trigger.frame.id in EFFECTS or verb.lemma in ("target", "hit")
    return harms and deed.dep in ("nsubj", "nsubjpass") and deed.head is verb.head and deed.head.lemma in GOING_ON and verb.i > deed.i


def _is_of_weapon(trigger: Trigger, other: Trigger, knowledge: Knowledge) -> bool:
    """"fired six rockets killing two", "dropped a bomb that killed nine": what the weapon did is what the blow did."""
    verb = trigger.token
    weapon = verb.head
    return trigger.frame.id in EFFECTS and verb.dep in ("acl", "relcl") and weapon in (*other.objects, *other.words[1:]) and "WEAPON" in kinds_of(head_of(weapon), knowledge)


def _leaving(harmed: Token) -> Token | None:
    """"leaving ten dead and six wounded": the participle that those wounded are left by."""
    above = next((a for a in harmed.ancestors() if a.tag.startswith("VB") and a.dep not in ("conj", "acl", "ccomp", "oprd")), None)
    return above if above is not None and above.lemma == "leave" and above.dep == "advcl" and above.tag == "VBG" else None


def _is_told_with(trigger: Trigger, other: Trigger) -> bool:
    """"said the army had shelled a market, killing two": the parser hangs the effect on the verb of telling."""
    verb, told = trigger.token, other.token
    if trigger.frame.id not in EFFECTS or verb.tag != "VBG" or verb.dep != "advcl" or verb.first("nsubj", "mark", "aux", "auxpass") is not None:
        return False
    return told.dep == "ccomp" and told.head is verb.head and told.i < verb.i


def _is_outcome(trigger: Trigger, other: Trigger) -> bool:
    """"an ambush on the road in which two soldiers were killed": what came of it, wherever in its phrase the clause hangs."""
    clause = trigger.token
    if trigger.frame.id not in HARM or clause.dep != "relcl" or not any(p.lower == "which" and c.lower in ("in", "during") for c in clause.all("prep") for p in c.children):
        return False
    for above in (clause.head, *clause.head.ancestors()):
        if above is other.token:
            return True
        if above.tag.startswith("VB"):
            break
    return False
