"""Whether the words of an event tell one: not a setting, not a rule for everybody, not what an answer is an answer to.

Guidelines of the coders: background states are not coded, and an act of speech that is answered is told by its answer.
"""

from __future__ import annotations

from reportedly.attribute.path import Path
from reportedly.events.answerable import answerable
from reportedly.events.carried_nouns import happenings
from reportedly.events.frames import Trigger
from reportedly.events.noun_roles import under_way
from reportedly.events.occasions import is_picked_out
from reportedly.events.roles import Roles
from reportedly.events.story import is_definite
from reportedly.events.tolls import is_tolled
from reportedly.events.verb_tells import tells_of_one
from reportedly.find.kinds import noun_kinds
from reportedly.language.clauses import is_verb, obliques
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_past
from reportedly.terms import Stance, Status

CAUSING = frozenset(["spark", "prompt", "trigger", "provoke", "ignite", "unleash", "cause", "inspire", "fuel"])
ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
DAYS = frozenset(["day", "night", "week", "month"])
BACKGROUND = frozenset(["war", "conflict", "crisis", "insurgency", "rebellion", "unrest", "violence", "use"])  # "Syria's war", "the use of force" are settings
LAID = frozenset(["unrest", "violence"])  # somebody may be said to be behind it
BODIES = frozenset(["alliance", "mission"])  # and what is called so may be a body
OWNING = frozenset(["have", "possess", "own", "get", "receive", "give", "deliver", "provide", "offer"])
TAKING = frozenset(["destroy", "seize", "intercept", "confiscate", "capture", "discover", "steal", "loot", "find"])
BARRED = frozenset(["access", "passage", "entry", "attack", "raid", "ambush", "strike", "deny", "refuse", "block", "obstruct", "fire", "shoot"])
POSING = frozenset(["pose", "represent", "constitute", "present", "consider", "see", "face", "regard"])
CONVICTING = frozenset(["sentence", "jail", "convict", "charge", "arrest", "indict", "fine", "imprison", "try", "acquit", "detain", "prosecute"])
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
        return tells_of_one(trigger)
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


def _is_patrol(trigger: Trigger) -> bool:
    """"An army patrol killed seven men", "was seized by a patrol": the men, and not their going round."""
    noun = trigger.token
    if trigger.frame.id != "mobilize.patrol":
        return False
    acts = noun.dep == "nsubj" and is_verb(noun.head) and noun.head.lemma not in happenings()
    return acts or (noun.dep == "pobj" and noun.head.dep == "agent")


def _is_charge(noun: Token) -> bool:
    """"was jailed for espionage", "convicted of incitement": what for, and no deed of its own."""
    if noun.dep != "pobj" or noun.head.lower not in ("for", "of", "with", "on") or noun.first("det", "poss", "prep", "acl", "relcl") is not None:
        return False
    return noun.head.head.lemma in CONVICTING


def _is_taken(noun: Token) -> bool:
    """"the seizure of an arms shipment", "intercepted a shipment of rifles": goods that were taken from somebody aid nobody."""
    above = noun.head
    if noun.dep == "pobj" and above.head.lemma in BARRED and noun_kinds(noun) & {"VEHICLE"}:
        return True  # "denied access to 12 aid convoys", "fired on an aid truck"
    if noun.dep == "pobj" and above.lower == "of":
        return above.head.lemma in ("seizure", "interception", "confiscation", "capture", "discovery", "theft")
    return noun.dep in ("dobj", "nsubjpass") and above.lemma in TAKING


def _is_answered(trigger: Trigger, path: Path) -> bool:
    """"rejected the proposal", "dismissed the accusation": the answer is what is told."""
    there = trigger.token.head.lemma == "be" and any(c.dep == "expl" for c in trigger.token.head.children)  # "there had been no request"
    return trigger.frame.type in ("ACCUSE", "REQUEST") and path.status is Status.DENIED and not there


def _is_history(noun: Token) -> bool:
    """"14 previous convictions", "past agreements"."""
    return noun.tag == "NNS" and any(c.lower in FORMER for c in noun.all("amod"))
