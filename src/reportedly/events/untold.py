"""Clauses that have an event's words and tell of none: tales, ways and powers, what a body is for, offices, courtesies, manners of speech.

What a frame cannot see, for it is in what governs the event: "a novel in which a village is attacked", "the only way to end the
war", "a force set up to fight jihadists", "missiles able to hit Rome". Words in `codebooks/untold.yaml`.
"""

from __future__ import annotations

from reportedly.attribute.path import Path
from reportedly.codebooks.frames import load_codebook
from reportedly.events.frames import Trigger
from reportedly.events.general import is_general, untold_words
from reportedly.events.private import is_private
from reportedly.events.roles import Roles
from reportedly.find.kinds import kinds_of, noun_kinds
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive, is_verb, obliques, subjects
from reportedly.language.parse import Sentence, Token
from reportedly.language.verb_forms import is_infinitive
from reportedly.terms import Status

FORCE = frozenset(["ASSAULT", "COERCE"])
CAN = frozenset(["status.md-can", "status.md-could", "status.be-able-to", "status.n-ability"])
TIED = frozenset(["work", "cooperate", "collaborate"])
MADE = frozenset(["WEAPON", "VEHICLE"])
UNDONE = (Status.PLANNED, Status.POSSIBLE, Status.REQUESTED)
OPEN = frozenset(["VBZ", "VBP"])


def is_untold(trigger: Trigger, roles: Roles, path: Path, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Whether what governs the event, or the form of its clause, says that it is no event of any day."""
    token = trigger.token
    return (
        is_general(trigger, roles, path, sentence, knowledge)
        or _is_in_tale(token)
        or _is_way(token)
        or _is_what_for(token, knowledge)
        or _is_able(trigger, path, knowledge)
        or _is_in_power(trigger, path)
        or _is_office(trigger)
        or _is_courtesy(trigger, roles, path, knowledge)
        or _is_how_to(token)
        or _is_awaited(trigger)
        or _is_call(trigger)
        or _is_advice(trigger)
        or _is_advance(trigger)
        or _is_to_outlet(trigger, roles, knowledge)
        or _is_posted(trigger)
        or _is_stopped(token)
        or _is_given_back(trigger)
        or _is_of_harmed(trigger)
        or _is_made(trigger)
        or _is_allied_body(trigger)
        or _is_struck_crowd(trigger)
        or is_private(trigger, roles, knowledge)
    )


def _is_given_back(trigger: Trigger) -> bool:
    """"exchanged the bodies of soldiers", "to return the remains": the dead are given back; that they were killed is not told there."""
    noun = trigger.token
    return trigger.frame.id == "assault.bodies" and noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in untold_words()["giving_back"]


def _is_of_harmed(trigger: Trigger) -> bool:
    """"carried the wounded to the clinic", "the fate of the injured": those of whom more was or will be told; "the wounded include six boys" counts them."""
    token = trigger.token
    those = token.tag in ("VBN", "JJ") and token.lower in untold_words()["harmed"] and any(c.dep == "det" and c.lower == "the" and c.i == token.i - 1 for c in token.children)
    if not those or token.dep not in ("dobj", "pobj", "nsubj", "nsubjpass", "conj") or token.first("aux", "auxpass", "nsubj", "dobj", "agent") is not None or any(c.lower != "of" for c in token.all("prep")):
        return False
    return not (token.dep == "nsubj" and token.head.lemma in ("include", "number", "be", "comprise"))


def _is_made(trigger: Trigger) -> bool:
    """"a house used to make car bombs", "the men were building a bomb": it has not gone off."""
    noun = trigger.token
    return trigger.frame.id == "assault.blast" and noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in untold_words()["making"]


def _is_allied_body(trigger: Trigger) -> bool:
    """"An alliance of four armed groups captured the town": those who are allied, whenever they came to be; "the alliance between them was brief" was made."""
    noun = trigger.token
    acts = noun.dep == "nsubj" and noun.head.lemma != "be" and noun.head.first("dobj", "ccomp", "xcomp") is not None
    return trigger.frame.id == "agree.alliance" and trigger.nominal and (acts or noun.dep == "agent" or (noun.dep == "pobj" and noun.head.dep == "agent"))


def _is_struck_crowd(trigger: Trigger) -> bool:
    """"had hit a gathering of militants", "shells fell on a concentration of troops": who was struck, not that they came together."""
    noun = trigger.token
    if trigger.frame.id != "mobilize.mass" or not trigger.nominal:
        return False
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower in ("at", "on", "upon") else noun.head
    return noun.dep in ("dobj", "nsubjpass", "pobj") and any(frame.type == "ASSAULT" for _, frame in load_codebook().verbs.get(above.lemma, ()))


def _is_in_tale(token: Token) -> bool:
    """"The film tells the story of a soldier who kills", "in her novel a village is attacked", "a play about a siege"."""
    words = untold_words()
    for above in (token, *token.ancestors()):
        if above is not token and above.lemma in words["fictions"] and above.pos == "NOUN" and _is_about(above, token):
            return True
        if is_verb(above) and above.lemma in words["narrating"] and any(w.lemma in words["fictions"] for w in subjects(above)):
            return True
        if above.lemma in ("show", "depict", "portray") and is_verb(above) and any(w.lemma in words["pictures"] for w in subjects(above)):
            return True
        if is_verb(above) and any(p in words["setting"] and o.lemma in words["fictions"] and o.pos == "NOUN" for p, o in obliques(above)):
            return True
    return False


def _is_about(tale: Token, token: Token) -> bool:
    """"a film about a siege", "a novel in which a king is killed": what hangs on the tale by these; "the film that was shot" does not."""
    about = next((t for t in (token, *token.ancestors()) if t.head is tale), token)
    return about.lower in ("about", "of") or (about.dep == "relcl" and any(p.lower == "in" and any(o.tag == "WDT" for o in p.children) for p in about.all("prep")))


def _is_way(token: Token) -> bool:
    """"Dialogue is the only way to end the war", "the key to ending it is dialogue", "the way to free them is to pay"."""
    verb = _first_of_row(token)
    ways = untold_words()["ways"]
    if verb.dep == "xcomp" and is_infinitive(verb) and verb.head.lemma == "be":
        return any(w.lemma in ways for w in verb.head.all("nsubj"))
    noun = verb.head
    if verb.dep == "pcomp" and noun.lower in ("to", "of", "for"):
        noun = noun.head
    elif not (is_infinitive(verb) and verb.dep in ("acl", "relcl", "advcl")):
        return False
    return noun.lemma in ways and noun.dep in ("nsubj", "attr") and noun.head.lemma in ("be", "remain")


def _is_what_for(token: Token, knowledge: Knowledge) -> bool:
    """"The force was created to protect civilians", "the drones are built to kill", "their job is to negotiate"."""
    verb, words = _first_of_row(token), untold_words()
    if not is_infinitive(verb) or verb.dep not in ("advcl", "xcomp", "ccomp"):
        return False
    above = _first_of_row(verb.head)
    if above.lemma == "be" and is_verb(above):
        return any(w.lemma in words["callings"] for w in above.all("nsubj"))
    while is_infinitive(above) and above.dep in ("advcl", "xcomp") and is_verb(above.head):
        above = above.head  # "are mandated to use force to protect civilians"
    made = above.first("nsubjpass") if is_passive(above) else None
    return above.lemma in words["founding"] and made is not None and "EVENT" not in kinds_of(made, knowledge)


def _is_posted(trigger: Trigger) -> bool:
    """"Troops are stationed on the island", "the army is equipped with tanks": how things are; "have been stationed" tells that they came."""
    verb = trigger.token
    return trigger.frame.id in ("mobilize.station", "aid.arm", "aid.train") and verb.first("agent") is None and verb.tag == "VBN" and any(c.dep == "auxpass" and c.tag in OPEN for c in verb.children) and verb.first("aux") is None


def _is_able(trigger: Trigger, path: Path, knowledge: Knowledge) -> bool:
    """"missiles able to hit Rome", "the ship can strike targets on land": what a thing is fit for."""
    if trigger.nominal or path.status is not Status.POSSIBLE or not any(rule in CAN for rule, _, _ in path.steps):
        return False
    who = trigger.subjects or tuple(n for n in trigger.token.ancestors() if n.pos in ("NOUN", "PROPN"))[:1]
    return bool(who) and all(noun_kinds(w) & MADE or kinds_of(w, knowledge) & MADE or w.lemma in untold_words()["gear"] for w in who)


def _is_in_power(trigger: Trigger, path: Path) -> bool:
    """"has the power to release prisoners", "the authority to expel diplomats": what may be done, and is not said to be."""
    return path.status is Status.POSSIBLE and any(rule.startswith("status.") and cue.lemma in untold_words()["powers"] and cue.pos == "NOUN" for rule, cue, _ in path.steps)


def _is_office(trigger: Trigger) -> bool:
    """"is responsible for the release of prisoners", "the minister who handles talks": what somebody is there for. Who is responsible for a raid did it."""
    noun, words = trigger.token, untold_words()
    for above in (noun, *noun.ancestors()):  # "in charge of investigating police killings"
        if above.dep == "pcomp" and above.tag == "VBG" and above.lemma in words["handling"] and above.head.head.lemma in words["charged"]:
            return True
        if above.tag == "VBG" and above.dep == "pcomp" and above is noun and above.head.lower in ("in", "of", "for") and _is_part(above.head.head):
            return True
    if trigger.frame.type in FORCE or not trigger.nominal:
        return False
    if noun.dep == "pobj" and noun.head.lower in ("for", "of") and noun.head.head.lemma in words["charged"]:  # not "for the release of the two pilots"
        return not any(o.first("nummod", "det", "poss") is not None or o.pos == "PROPN" for _, o in obliques(noun))
    return noun.dep == "dobj" and noun.head.lemma in words["handling"] and noun.head.dep == "relcl" and noun.head.tag in OPEN and noun.first("det", "poss") is None


def _is_part(noun: Token) -> bool:
    """"the role of dialogue in settling disputes", "the art of negotiating": of no one's in particular."""
    return noun.lemma in untold_words()["parts"] and noun.pos == "NOUN" and noun.first("poss") is None and not any(o.pos == "PROPN" for _, o in obliques(noun))


def _is_courtesy(trigger: Trigger, roles: Roles, path: Path, knowledge: Knowledge) -> bool:
    """"stressed the need to deepen ties", "is ready to work with all partners": what is always said. A commitment to work with one who is named is news."""
    token, words = trigger.token, untold_words()
    if trigger.frame.id == "agree.signal-readiness":
        tied = [v for t in (token, *token.children) for v in t.all("xcomp") if v.lemma in TIED]
        return any(not any(_is_partner(t, knowledge) for t in v.subtree()) for v in tied)
    if trigger.frame.type == "COOPERATE" and is_infinitive(token) and any(n.lemma in words["needing"] for n in (token.head, *token.head.all("dobj"))):
        return path.status in UNDONE and not any(_is_partner(who, knowledge) for who in roles.recipients)  # "their keenness to expand trade"
    if trigger.frame.type == "COOPERATE" and token.lemma in TIED:
        above = token.head.head if token.dep == "pcomp" else token.head
        looks = above.lemma in words["looking"] or above.lower in words["willing"] or any(c.lower in words["willing"] for c in above.all("acomp"))
        named = any(_is_partner(who, knowledge) for who in roles.recipients)
        return looks and not named and (path.status in UNDONE or above.lemma == "look")
    if trigger.frame.type == "SUPPORT" and token.lemma in words["deepening"]:
        return path.status in UNDONE
    needs = [w for w in trigger.words if w.lemma in words["needing"]]
    return trigger.frame.type == "REQUEST" and any(_deepens(n) for n in needs)


def _is_partner(noun: Token, knowledge: Knowledge) -> bool:
    """"Rwanda", "the interim government"; not "all partners", "everyone"."""
    return noun.pos == "PROPN" or (noun.pos == "NOUN" and bool(kinds_of(noun, knowledge) & {"STATE", "ARMED"}))


def _deepens(need: Token) -> bool:
    """"the need to deepen relations", "the importance of cooperation"."""
    words = untold_words()
    verbs = [*need.all("acl", "relcl", "advcl"), *(p for c in need.all("prep") for p in c.all("pcomp"))]
    deep = any(v.lemma in words["deepening"] and any(o.lemma in words["ties"] for o in v.all("dobj")) for v in verbs)
    return deep or (need.lemma != "need" and not verbs) or any(o.lemma in words["ties"] for _, o in obliques(need))


def _first_of_row(verb: Token) -> Token:
    """The first of verbs that are joined without a subject of their own: "to storm buildings and free hostages"."""
    while verb.dep == "conj" and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
    return verb


def _is_how_to(token: Token) -> bool:
    """"The guide explains how to apply for asylum", "was taught how to make bombs": what is learnt, and not done. Who talks about how to do it means to."""
    verb = _first_of_row(token)
    how = any(c.lower == "how" and c.i < verb.i for c in verb.all("advmod"))
    return how and is_infinitive(verb) and verb.head.lemma in untold_words()["teaching"]


def _is_awaited(trigger: Trigger) -> bool:
    """"conditional on the consent of Seoul", "subject to approval by parliament", "without the agreement of the king": none was given so far."""
    noun = trigger.token
    if trigger.frame.type != "AGREE" or not trigger.nominal or noun.lemma not in untold_words()["assents"]:
        return False
    above = noun.head if noun.dep == "pobj" else noun
    needed = noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in untold_words()["requiring"]
    holders = (above.head, *above.head.all("acomp"))
    return needed or (noun.dep == "pobj" and (above.lower in ("without", "pending") or any(h.lower in ("conditional", "contingent", "subject", "dependent") or h.lemma == "depend" for h in holders)))


def _is_call(trigger: Trigger) -> bool:
    """"Calls to the ministry were not answered": by telephone."""
    noun = trigger.token
    if any(c.lower == "for" for c in noun.all("prep")) or noun.first("acl") is not None:
        return False  # "calls for a truce were not answered"
    rung = noun.dep == "nsubjpass" and noun.head.lemma in ("answer", "return", "place")
    return trigger.nominal and trigger.frame.type == "REQUEST" and noun.lemma == "call" and (rung or (noun.dep == "nsubj" and any(c.lower == "unanswered" for c in noun.head.children)))


def _is_advice(trigger: Trigger) -> bool:
    """"It is recommended to dial in early", "is advisable": nobody asks anybody."""
    verb = trigger.token
    it = verb.first("nsubjpass", "expl")
    return trigger.frame.type == "REQUEST" and verb.lemma in ("recommend", "advise", "suggest") and it is not None and it.lower == "it" and verb.first("agent") is None


def _is_advance(trigger: Trigger) -> bool:
    """"in their march toward Raqqa", "were forced to march to a camp": no protest."""
    token = trigger.token
    if trigger.frame.type != "PROTEST" or token.lemma != "march" or len(trigger.words) > 1:
        return False
    if trigger.nominal:
        return any(c.lower in ("toward", "towards") and any(o.ent == "GPE" or o.pos == "PROPN" for o in c.all("pobj")) for c in token.all("prep"))
    return token.dep in ("xcomp", "ccomp") and token.head.lemma in ("force", "make", "order", "compel")


def _is_to_outlet(trigger: Trigger, roles: Roles, knowledge: Knowledge) -> bool:
    """"speaking to Radio Shabelle via phone": to be heard there."""
    if trigger.frame.type != "CONSULT" or trigger.token.lemma not in ("speak", "talk") or not roles.recipients:
        return False
    return all(_is_outlet(n, knowledge) for n in roles.recipients)


def _is_outlet(noun: Token, knowledge: Knowledge) -> bool:
    entry = knowledge.entries.get(noun.known) if noun.known else None
    named = {t.lower for t in (noun, *noun.all("compound", "nmod"))}
    return (entry is not None and entry.kind in ("outlet", "agency")) or bool(named & untold_words()["outlets"])


def _is_stopped(noun: Token) -> bool:
    """"called on both sides to stop fighting": what is to stop is told by the stopping, where nothing more is said of it."""
    verb = noun.head
    bare = not any(c.dep != "punct" for c in noun.children)
    return bare and noun.lower in ("fighting", "firing", "shelling", "bombing", "killing", "attacks", "hostilities") and noun.dep in ("dobj", "xcomp") and verb.lemma in ("stop", "cease", "halt", "end") and verb.tag in ("VB", "VBG")
