"""Whether the words of an event tell one: not a setting, not a rule for everybody, not what an answer is an answer to.

Guidelines of the coders: background states are not coded, and an act of speech that is answered is told by its answer.
"""

from __future__ import annotations

from reportedly.attribute.path import Path
from reportedly.events.answerable import answerable
from reportedly.events.blows import HARM
from reportedly.events.frames import Trigger
from reportedly.events.noun_roles import happenings, under_way
from reportedly.events.occasions import is_picked_out
from reportedly.events.roles import Roles
from reportedly.events.story import is_definite
from reportedly.events.tolls import is_tolled
from reportedly.find.kinds import noun_kinds
from reportedly.language.clauses import is_verb, obliques
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_finite, is_past
from reportedly.terms import Stance, Status

CAUSING = frozenset(["spark", "prompt", "trigger", "provoke", "ignite", "unleash", "cause", "inspire", "fuel"])
ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
DAYS = frozenset(["day", "night", "week", "month"])
BACKGROUND = frozenset(["war", "conflict", "crisis", "insurgency", "rebellion", "unrest", "violence", "use"])  # "Syria's war", "the use of force" are settings
LAID = frozenset(["unrest", "violence"])  # somebody may be said to be behind it
BODIES = frozenset(["alliance", "mission"])  # and what is called so may be a body
ANYBODY = frozenset(["nobody", "no-one", "none", "one", "anybody", "anyone", "everybody", "everyone"])
WHOEVER = frozenset(["those", "whoever", "anyone", "anybody", "everyone", "all"])
OWNING = frozenset(["have", "possess", "own", "get", "receive", "give", "deliver", "provide", "offer"])
TAKING = frozenset(["destroy", "seize", "intercept", "confiscate", "capture", "discover", "steal", "loot", "find"])
LADEN = frozenset(["carry", "bring", "haul", "deliver", "load", "transport", "ferry"])
SENDING = frozenset(["send", "dispatch", "fly", "deploy", "arrive", "arrival", "welcome", "receive", "organise", "organize"])
BARRED = frozenset(["access", "passage", "entry", "attack", "raid", "ambush", "strike", "deny", "refuse", "block", "obstruct", "fire", "shoot"])
DUTIES = frozenset(["should", "must", "ought", "shall"])
POSING = frozenset(["pose", "represent", "constitute", "present", "consider", "see", "face", "regard"])
LAWS = frozenset(["law", "rule", "constitution", "act", "code", "statute", "legislation", "regulation"])
ALLIED = frozenset(["coordinate", "ally", "align", "affiliate", "associate", "link"])
ARMED = frozenset(["arm", "equip"])
TASKED = frozenset(["task", "charge", "entrust", "mandate", "dedicate", "devote"])
FOUNDED = frozenset(["set", "form", "create", "establish", "found", "raise", "design", "mandate"])
HABITS = frozenset(["typically", "usually", "normally", "generally", "ordinarily"])
CONVICTING = frozenset(["sentence", "jail", "convict", "charge", "arrest", "indict", "fine", "imprison", "try", "acquit", "detain", "prosecute"])
INDICTING = frozenset(["charge", "indict", "book", "prosecute"])
OFFENCES = frozenset(["offence", "offense", "crime", "felony", "sin", "illegal", "unlawful", "lawful", "legal", "criminal", "punishable", "haram"])
MET = frozenset(["counter", "deter"])
DEADLY = frozenset(["deadly", "fatal", "bloody", "lethal"])
VAGUE = frozenset(["SUPPORT", "COOPERATE", "AID"])
DEALINGS = frozenset(["AGREE", "CONSULT", "SUPPORT", "REQUEST"])  # "welcomed the talks", "criticised the deal": as often what is going on as one event
OF_MANY = frozenset(["REQUEST", "SUPPORT", "CONSULT", "ASSAULT"])  # "at the request of the king", "the battle of the season"
JUDGING = frozenset(["status.condemn", "status.praise", "status.accuse", "status.apologise"])
WISHED = (Status.REQUESTED, Status.PLANNED, Status.THREATENED)
AFTER = frozenset(["after", "following"])
FORMER = frozenset(["previous", "past", "earlier", "prior", "former"])


def is_particular(trigger: Trigger, roles: Roles, path: Path) -> bool:
    """A verb is, but for rules, warnings and descriptions; a noun needs something that makes it one event: an argument, an article, a light verb."""
    if any(rule == "status.avoid" and cue.tag == "VB" for rule, cue, _ in path.steps):
        return False  # "so as to avoid killing civilians": nobody says that anybody did, or did not
    if not trigger.nominal:
        return not (_is_rule(trigger.token) or _is_law(trigger.token) or _is_of_whoever(trigger.token) or _describes(trigger) or _is_left_out(trigger.token) or _is_warning(trigger.token))
    if trigger.token.dep == "dobj" and trigger.token.head.lemma in MET and trigger.token.head.tag == "VB" and not is_definite(trigger.token):
        return False  # "is ready to counter an attack": none is told
    if trigger.token.dep == "pobj" and trigger.token.head.lower == "without" and not is_definite(trigger.token):
        return False  # "the day passed without a raid", as of verbs
    if _is_patrol(trigger) or (trigger.frame.type == "AID" and _is_taken(trigger.token)):
        return False
    if noun_kinds(trigger.token) & {"FACILITY"}:  # "at a checkpoint" is where; "set up a checkpoint" is a deed
        return roles.light is not None
    if trigger.token.lemma in BACKGROUND:
        against = [n for n in roles.recipients if n.ent not in ("GPE", "LOC") or n.known]
        laid = trigger.token.lemma in LAID and bool(answerable(trigger.token))  # "provocateurs were behind the unrest"
        return laid or bool((roles.actors or path.status is Status.DENIED) and against) or len(roles.actors) > 1  # "denied the use of firearms against strikers"
    if roles.light is not None:
        return not (roles.light.lemma in OWNING and noun_kinds(trigger.token) & {"WEAPON"})  # "we have no bombs"
    if trigger.frame.type != "ASSAULT" and _is_charge(trigger.token):
        return False
    if trigger.frame.type == "THREATEN" and _is_danger(trigger.token):
        return False
    if trigger.token.lemma in BODIES and trigger.token.first("prep", "acl") is None:
        return False
    if _is_answered(trigger, path) or _is_history(trigger.token):
        return False
    if trigger.frame.type == "PROTEST" and _is_brought_about(trigger.token):
        return True
    if trigger.frame.type == "ASSAULT" and (is_tolled(trigger.token) or is_picked_out(trigger.token)):
        return True
    if roles.actors or roles.recipients or roles.places or _is_counted(trigger.token) or _is_there(trigger.token):
        return True
    if trigger.frame.type == "ASSAULT" and trigger.token.tag == "NN" and any(c.lower in DEADLY for c in trigger.token.all("amod")):
        return True  # "after a deadly border shooting": it had its dead
    if _is_wished(trigger, path) or _is_judged(trigger, path) or _is_of_one(trigger) or (trigger.frame.type == "ASSAULT" and _is_gone_before(trigger.token)):
        return True
    answered = path.status is Status.DENIED or (path.status is Status.OCCURRED and any(said.stance is Stance.CONFIRMS for said in path.voices))
    return answered and is_definite(trigger.token)  # "denied the attack", "confirmed the arrests"


def _is_wished(trigger: Trigger, path: Path) -> bool:
    """"called for a ceasefire", "pressed for a freeze on assets", "threatened sanctions": the one that is to come of it, whoever is to do it."""
    vague = trigger.frame.type in VAGUE and trigger.token.tag != "NNS" and trigger.token.first("det") is None  # "wants support"
    return path.status in WISHED and not vague and any(cue.lemma != "need" and changed for _, cue, changed in _operators_on(trigger.token, path))


def _is_judged(trigger: Trigger, path: Path) -> bool:
    """"condemned the arrests", "welcomed a ceasefire": the one that the judge has in mind."""
    named = trigger.token.first("det", "poss") is not None and trigger.frame.type not in DEALINGS
    return named and path.status in (Status.OCCURRED, Status.ONGOING) and any(rule in JUDGING for rule, _, _ in _operators_on(trigger.token, path))


def _operators_on(noun: Token, path: Path) -> list[tuple[str, Token, bool]]:
    """The operators that a noun, or the first of its row, hangs on itself, and whether each makes something else of it: not "delay the planned raid"."""
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head
    above = noun.head.head if noun.dep == "pobj" else noun.head
    steps = [step for step in path.steps if step[0].startswith("status.")]
    before = [Status.OCCURRED.value, *(became for _, _, became in steps)]
    return [(rule, cue, became != was) for (rule, cue, became), was in zip(steps, before, strict=False) if cue is above]


def _is_of_one(trigger: Trigger) -> bool:
    """"the lifting of the curfew", "a march on the parliament": of one thing that is named, and therefore one; not "the use of force"."""
    noun, links = trigger.token, {"of", "on"} if trigger.frame.type in ("PROTEST", "SANCTION") else {"of"}
    verb = noun.head
    if trigger.frame.type in OF_MANY or noun.tag != "NN" or noun.first("det") is None or (noun.dep == "nsubj" and verb.lemma == "be" and verb.tag in ("VBZ", "VBP")):
        return False
    return any(prep in links and (one.pos == "PROPN" or _is_this_one(one)) for prep, one in obliques(noun))


def _is_this_one(noun: Token) -> bool:
    """"the curfew", "its assets", "ties with Chad"."""
    of_one = any(other.pos == "PROPN" for _, other in obliques(noun))
    return of_one or any((c.dep == "det" and c.lower in ("the", "this", "that")) or c.dep == "poss" for c in noun.children)


def _is_gone_before(noun: Token) -> bool:
    """"a depot is burning after a drone attack": what came of it came of one."""
    det, verb = noun.first("det", "poss"), noun.head.head
    after = noun.dep == "pobj" and noun.head.lower in AFTER and is_verb(verb) and verb.tag in ("VBD", "VBN", "VBG", "VBZ") and verb.first("mark") is None
    return after and noun.tag == "NN" and det is not None and not any(c.tag == "MD" or c.dep == "neg" for c in verb.children)


def _is_danger(noun: Token) -> bool:
    """"Smuggling is a threat to the state", "poses a threat": what somebody or something is, and no threat that was made."""
    verb = noun.head
    stands = (noun.dep == "attr" and verb.lemma in ("be", "become", "remain") and verb.first("expl") is None) or (noun.dep in ("dobj", "attr", "oprd") and verb.lemma in POSING)
    return stands and noun.lemma in ("threat", "menace")


def _is_brought_about(noun: Token) -> bool:
    """"sparked violent protests", "prompted riots", "days of protests": they were, wherever."""
    verb = noun.head
    if noun.lemma in DAYS and (noun.tag == "NNS" or any(c.lower in ORDINALS for c in noun.all("amod"))):  # of "days of protest", "a second day of protests"
        return True
    return noun.dep in ("dobj", "nsubjpass") and verb.lemma in CAUSING and (is_past(verb) or (verb.tag == "VBG" and verb.dep == "advcl"))


def _is_counted(noun: Token) -> bool:
    """"23 murders"; not "one strike", nor "22 bombs", which are things."""
    return noun.tag == "NNS" and not noun_kinds(noun) & {"WEAPON"} and any(c.tag == "CD" and c.ent not in ("DATE", "TIME") for c in noun.all("nummod"))


def _is_there(noun: Token) -> bool:
    """"there was a brief scuffle", "talks are under way", "a curfew is in force"."""
    verb = noun.head
    if noun.dep == "nsubj" and verb.lemma in ("be", "remain", "get"):
        return any(c.lower in under_way()[""] for c in verb.all("acomp", "advmod")) or any(o.lower in under_way().get(p, ()) for p, o in obliques(verb))
    return noun.dep == "attr" and verb.first("expl") is not None


def _is_rule(verb: Token) -> bool:
    """"No one should be made to disappear": for everybody, and told of nobody."""
    while verb.dep in ("xcomp", "ccomp", "conj") and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
    if _is_by_law(verb):
        return True
    due = any(c.dep == "aux" and c.lower in DUTIES for c in verb.children)
    return due and any(_is_nobody(s) for s in verb.all("nsubj", "nsubjpass"))


def _is_law(verb: Token) -> bool:
    """"It is an offence to enter the district": whoever may do it, and nobody is said to."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    infinitive = verb.tag == "VB" and any(c.lower == "to" for c in verb.all("aux")) and verb.first("nsubj") is None
    bare = infinitive or (verb.tag == "VBG" and verb.dep == "csubj")  # "bombing a school is a crime"
    above = verb.head
    named = [above, *above.all("attr", "acomp")] if bare and verb.dep in ("xcomp", "acl", "advcl", "csubj", "ccomp", "relcl") else []
    return any(n.lemma in OFFENCES for n in named)


def _is_left_out(verb: Token) -> bool:
    """"left without firing a shot", "fled instead of fighting", "rather than surrender": what was not done besides is no denial of it."""
    if verb.dep == "pcomp":
        link = verb.head
        return link.lower == "without" or (link.lower == "of" and any(c.lower == "instead" for c in (link.head, *link.children)))
    links = [c for c in (*verb.children, *verb.head.children) if c.lower in ("than", "of") and c.i < verb.i and c.dep in ("cc", "mark", "prep")]
    near = [c for link in links for c in (*link.children, *link.head.children, *verb.children) if c.i == link.i - 1]
    return verb.dep in ("conj", "advcl", "xcomp", "ccomp") and not is_finite(verb) and any(c.lower in ("rather", "instead") for c in near)


def _is_of_whoever(verb: Token) -> bool:
    """"Those who kill are against the nation", "those who refuse to fight are shot": what whoever does as a rule, told of nobody."""
    while verb.dep in ("xcomp", "conj") and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
    passive = verb.first("auxpass")
    if (passive or verb).tag not in ("VBP", "VBZ") or verb.first("aux") is not None:
        return False
    who = verb.head if verb.dep == "relcl" else verb.first("nsubj", "nsubjpass")
    return who is not None and who.lower in WHOEVER and (who.lower == "whoever" or who.first("relcl") is not None)


def _is_patrol(trigger: Trigger) -> bool:
    """"An army patrol killed seven men", "was seized by a patrol": the men, and not their going round."""
    noun = trigger.token
    if trigger.frame.id != "mobilize.patrol":
        return False
    acts = noun.dep == "nsubj" and is_verb(noun.head) and noun.head.lemma not in happenings()
    return acts or (noun.dep == "pobj" and noun.head.dep == "agent")


def _is_warning(verb: Token) -> bool:
    """"Don't shoot!": nobody did, nor denies it."""
    told = verb.tag == "VB" and verb.first("nsubj", "nsubjpass", "mark") is None
    return told and verb.first("neg") is not None and any(c.lower == "do" and c.dep == "aux" for c in verb.children)


def _is_charge(noun: Token) -> bool:
    """"was jailed for espionage", "convicted of incitement": what for, and no deed of its own."""
    if noun.dep != "pobj" or noun.head.lower not in ("for", "of", "with", "on") or noun.first("det", "poss", "prep", "acl", "relcl") is not None:
        return False
    return noun.head.head.lemma in CONVICTING


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


def _is_taken(noun: Token) -> bool:
    """"the seizure of an arms shipment", "intercepted a shipment of rifles": goods that were taken from somebody aid nobody."""
    above = noun.head
    if noun.dep == "pobj" and above.head.lemma in BARRED and noun_kinds(noun) & {"VEHICLE"}:
        return True  # "denied access to 12 aid convoys", "fired on an aid truck"
    if noun.dep == "pobj" and above.lower == "of":
        return above.head.lemma in ("seizure", "interception", "confiscation", "capture", "discovery", "theft")
    return noun.dep in ("dobj", "nsubjpass") and above.lemma in TAKING


def _is_nobody(noun: Token) -> bool:
    return noun.lower in ANYBODY and (noun.lower != "one" or any(c.lower == "no" for c in noun.children))


def _describes(trigger: Trigger) -> bool:
    """"those injured", "the accused", "a man suspected of theft": who somebody is, and not what was done to him when."""
    verb = trigger.token
    if [c.dep for c in verb.children] == ["det"] and trigger.frame.id not in HARM:  # "three of the wounded" counts them
        return True
    if _is_founded(verb):
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


def _is_answered(trigger: Trigger, path: Path) -> bool:
    """"rejected the proposal", "dismissed the accusation": the answer is what is told."""
    there = trigger.token.head.lemma == "be" and any(c.dep == "expl" for c in trigger.token.head.children)  # "there had been no request"
    return trigger.frame.type in ("ACCUSE", "REQUEST") and path.status is Status.DENIED and not there


def _is_history(noun: Token) -> bool:
    """"14 previous convictions", "past agreements"."""
    return noun.tag == "NNS" and any(c.lower in FORMER for c in noun.all("amod"))
