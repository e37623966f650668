"""The arguments of an event verb: subject, objects, prepositions, and whom a speech act is toward."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.events.attach import DYING
from reportedly.events.blows import HARM
from reportedly.events.frames import Trigger
from reportedly.events.roles import BODY, PEOPLE, Roles, is_owned, low_places, own_weapons, prep_role, whose
from reportedly.events.unmeant import holders_of
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import agents, is_passive, is_verb, objects, obliques, owners, subjects, things_given
from reportedly.language.coordination import expand
from reportedly.language.parse import Token
from reportedly.resolve.phrases import head_of

CONCERNING = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "REQUEST"})  # acts whose object may be another's deed or words
ABOUT = ("into", "against", "at", "over")  # "an inquiry into crimes by the army", "protested against the mayor's plan"
OWN = frozenset({"MOBILIZE", "RETREAT"})  # what is set up or drawn back is the doer's own
OTHERS = frozenset({"COERCE", "REJECT", "SANCTION"})  # what is shut, banned, refused or broken into is another's
TOWARD = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT", "ACCUSE"})  # acts that are toward whom the deed in them would strike, or who did it
DISPOSED = frozenset({"commit", "oppose", "dedicate"})  # "is committed to the accord" itself, by nobody
SENDING = frozenset(["plant", "lay", "emplace", "place", "hide", "bury", "set", "fire", "launch", "shoot", "drop", "throw", "hurl", "lob", "detonate", "trigger", "operate", "fly", "drive"])
HARMS = frozenset({"ASSAULT", "COERCE"})
PEOPLED = frozenset({"PERSON", "GROUP", "ARMED"})
SITES = frozenset({"FACILITY", "PLACE"})
STRANDED = frozenset({"on", "upon", "at"})  # "were shot at"
WAYS = frozenset(["road", "highway", "motorway", "route", "street", "avenue", "path", "track", "outskirt", "edge", "bank", "shore", "beach", "coast", "border", "frontier"])
HELP = frozenset({"aid", "help", "assistance", "support", "backing", "consent", "approval", "blessing", "permission", "connivance", "complicity"})
MISSIONS = frozenset({"operation", "mission", "campaign", "sweep", "patrol", "drive", "push"})  # events of no type of their own
WANDERING = frozenset({"stray", "intrude", "drift", "slip", "cross", "sail", "enter", "fly", "wander"})  # "a drone strayed into its airspace": it did
POSTS = frozenset({"checkpoint", "roadblock", "check-point", "road-block"})


def roles_of_verb(trigger: Trigger, knowledge: Knowledge) -> Roles:
    """The arguments of a verb, deep subject and object first, in the roles of its frame."""
    roles, frame, verb = Roles(violent=trigger.frame.type == "ASSAULT"), trigger.frame, trigger.token
    who, whom = trigger.subjects, trigger.objects
    if not whom and who and (_is_suffered(trigger) or _lacks_object(trigger, who, knowledge)):
        who, whom = (), who
    if not who and ((verb.lemma in DISPOSED and is_passive(verb)) or verb.lemma in WANDERING - {"cross", "enter", "fly"}):
        who, whom = whom, ()
    for noun in who:
        if "EVENT" in kinds_of(noun, knowledge) and noun.pos == "NOUN":
            for doer in _whose_deed(noun, knowledge) if frame.roles.get("subject") == "actor" else ():
                roles.add("actor", doer, knowledge)
            continue
        writers = owners(noun) if "DOCUMENT" in kinds_of(noun, knowledge) else ()  # "issued a statement demanding", "Kenya's letter accused"
        for doer in writers or (noun,):
            roles.add(frame.roles.get("subject"), doer, knowledge)
            if frame.roles.get("subject") == "means" and is_owned(doer, knowledge):
                roles.add("actor", doer, knowledge)  # "Pakistani shells hit the town"
    for noun in whom:
        roles.add(frame.roles.get("object"), noun, knowledge, visiting=frame.type == "CONSULT")
        if frame.type in CONCERNING:
            whose(roles, noun, knowledge)
    for noun in (*whom, *trigger.words[1:]) if (frame.mode == "disperse" or frame.type == "REJECT") and not roles.recipients else ():
        whose(roles, noun, knowledge)  # "broke up a march by students", "turned down a request by Rwanda"
    to_whom = verb.all("nsubjpass") if things_given(verb) else []  # "refugees were given blankets", "were refused any news"
    for dative in (*verb.all("dative", "iobj"), *to_whom):
        if dative.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            roles.add(frame.roles.get("recipient", "party"), dative, knowledge)
    if frame.type in HARMS and (who_were := _turned_out(verb)) is not None and kinds_of(head_of(who_were), knowledge) & PEOPLED:
        roles.add("recipient", who_were, knowledge)
    for noun in whom if is_passive(verb) else ():
        _suffering(roles, trigger, noun, knowledge)
    for carrier in _carriers(trigger):
        for prep, noun in obliques(carrier):
            if prep == "of" and carrier in trigger.objects and (kinds_of(carrier, knowledge) & HUMAN or frame.roles.get("of") == "actor"):
                continue  # "kidnapped the mayor of a town", "protested the presence of refugees"
            if prep == "with" and noun.lemma in HELP:
                continue  # "captured with the aid of guards"
            if noun in trigger.words and not kinds_of(noun, knowledge) & HUMAN and prep_role(trigger, prep) in ("actor", "recipient"):
                continue  # "came to the aid"
            if prep == "of" and carrier is not verb and prep_role(trigger, prep) == "actor" and _is_of_site(carrier, noun, knowledge):
                roles.add("place", noun, knowledge)  # "took to the streets of Lima", "blocked the port of Gwadar"
            elif prep == "of" and carrier.lower == "out":
                roles.add("from", noun, knowledge)  # "dragged him out of his house"
            elif prep != "by" or (carrier is verb and not is_passive(verb)) or (carrier is not verb and frame.type == "PROTEST" and not roles.actors):
                roles.add("place" if _is_where(trigger, prep, noun, knowledge) else "means" if _is_ridden(trigger, prep, noun, knowledge) else prep_role(trigger, prep), noun, knowledge)
            if prep in ABOUT and frame.type in (*CONCERNING, "PROTEST") and frame.mode in (None, "", "investigate", "disapprove", "demo", "riot"):
                whose(roles, noun, knowledge)
            low_places(roles, trigger, noun, knowledge)
    if frame.type == "ACCUSE" and frame.roles.get("object") == "actor":
        for noun in agents(verb):
            whose(roles, noun, knowledge)  # "appalled by the attack by the regime"
    if frame.type == "COERCE" and not roles.actors:
        _keepers(roles, knowledge)
    if frame.type == "COERCE" and not roles.recipients and frame.mode == "seize" and frame.roles.get("object") in ("ignore", "topic"):
        for owner in (o for noun in (*whom, *trigger.words[1:]) for o in noun.all("poss")):
            roles.add("party", owner, knowledge)  # "took away their passports"
    if frame.mode == "recall" and (host := _whose_mission(trigger)) is not None:
        roles.recipients = [host]
    _owner_of_idiom(roles, trigger, knowledge)
    for holder in (h for word in trigger.words[1:] for h in holders_of(word)) if frame.mode == "seize" and not roles.actors else ():
        roles.add("actor", holder, knowledge)  # "fell into rebel hands"
    for part in (w for w in trigger.words[1:] if w.dep == "nsubjpass" and w.lemma in BODY) if frame.roles.get("poss") == "recipient" and not roles.recipients else ():
        roles.add("recipient", part, knowledge)  # "the teacher's throat was cut"
    own_weapons(roles, trigger, knowledge)
    if trigger.frame.type == "ASSAULT" and not roles.actors:
        _who_sent(roles, trigger, knowledge)
    _who_died(roles, trigger, knowledge)
    _among_them(roles, trigger, knowledge)
    if not roles.recipients:
        _in_complement(roles, trigger, knowledge)
    return roles


def _whose_mission(trigger: Trigger) -> Token | None:
    """"closed China's consulate in Osaka": China's; of "closed its embassy in Kabul" the town tells whom it was sent to."""
    closed = [w for w in trigger.words[1:] if trigger.token.lemma in ("close", "shut", "shutter") and w.dep in ("dobj", "nsubjpass")]
    return next((p for noun in closed for p in noun.all("poss") if p.tag != "PRP$"), None)


def _among_them(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"two Britons were among 11 people killed in the raid", "among those held were two editors", "those killed included a nurse": they too."""
    verb, noun = trigger.token, trigger.token.head
    if verb.dep != "acl" or verb.tag != "VBN" or noun not in roles.recipients:
        return
    clause = noun.head.head if noun.dep == "pobj" and noun.head.lower == "among" else noun.head if noun.dep == "nsubj" and noun.head.lemma == "include" else None
    if clause is None or clause.lemma not in ("be", "include") or clause.first("neg") is not None:
        return
    who = expand(clause.all("dobj") if clause.lemma == "include" else clause.all("nsubj", "attr"))
    who = tuple(w for w in who if w is not noun and (w.tag == "CD" or not kinds_of(w, knowledge) or kinds_of(w, knowledge) & HUMAN))
    if noun.first("nummod") is not None:
        who = tuple(w for w in who if w.tag != "CD" and w.first("nummod") is None)  # "three clerks were among five men held": the five are counted
    if who and noun.lower in ("those", "people"):
        roles.recipients = [r for r in roles.recipients if r is not noun or r.first("nummod") is not None]
    for each in who:
        roles.add("recipient", each, knowledge)
    roles.also += [clause] if who else []


def _turned_out(verb: Token) -> Token | None:
    """Who those were of whom it is told: loggers, of "the nine men killed there were loggers"."""
    noun = verb.head if verb.dep in ("acl", "relcl") and verb.head.pos in ("NOUN", "NUM", "PRON", "DET") else None
    while noun is not None and noun.dep == "pobj" and noun.head.lower in ("of", "among"):
        noun = noun.head.head
    if noun is None or noun.dep != "nsubj" or noun.head.lemma != "be" or noun.head.first("neg") is not None:
        return None
    return noun.head.first("attr")


def _suffering(roles: Roles, trigger: Trigger, noun: Token, knowledge: Knowledge) -> None:
    """"a convoy was fired upon": the subject is what stands before the preposition; "the envoy had been turned down": it was done to him."""
    stranded = [c.lower for c in trigger.token.children if c.lower in STRANDED and c.dep in ("prep", "prt") and not c.children]
    if stranded and prep_role(trigger, stranded[0]) == "recipient":
        roles.add("recipient", noun, knowledge)
    elif trigger.frame.type == "REJECT":
        roles.add("party", noun, knowledge)


def _is_of_site(site: Token, noun: Token, knowledge: Knowledge) -> bool:
    """A place by its name, or a name that is only called a person's where it says which road or port is meant."""
    return noun.ent in ("GPE", "LOC", "FAC") or (noun.pos == "PROPN" and not noun.known and bool(kinds_of(site, knowledge) & SITES))


def _is_where(trigger: Trigger, prep: str, noun: Token, knowledge: Knowledge) -> bool:
    """"robbed on the road", "shot a guard at his house": beside those it is done to, what stands behind "on" and "at" is where."""
    if noun in trigger.words and prep == "to" and trigger.frame.type == "PROTEST":  # "took to the streets"
        return True
    if prep not in ("on", "at") or trigger.frame.roles.get(prep) != "recipient":
        return False
    site = kinds_of(head_of(noun), knowledge)
    harmed = trigger.frame.roles.get("object") == "recipient" and any(kinds_of(head_of(o), knowledge) - SITES for o in trigger.objects)
    way = noun.lemma in WAYS and trigger.frame.type != "SANCTION"  # "sanctions on two banks" are on no shore
    return way or (harmed and bool(site) and site <= SITES)


def _is_ridden(trigger: Trigger, prep: str, noun: Token, knowledge: Knowledge) -> bool:
    """"took two boys away on motorbikes": what they rode, where the boys are those it was done to."""
    harmed = trigger.frame.roles.get("object") == "recipient" and any(kinds_of(head_of(o), knowledge) & HUMAN for o in trigger.objects)
    return prep in ("on", "in") and harmed and kinds_of(head_of(noun), knowledge) == {"VEHICLE"}


def _owner_of_idiom(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"a Turkish post was set up" by Turkey; "hackers defaced Danish sites", "rejected a Polish request", which was done to Denmark, to Poland."""
    if trigger.frame.type not in OWN | OTHERS:
        return
    side, role = (roles.actors, "actor") if trigger.frame.type in OWN else (roles.recipients, "recipient")
    into = [w for w in trigger.words[1:] if w.dep == "pobj" and w.head in trigger.words and w.head.lower in ("into", "from", "in")]  # "strayed into Polish airspace"
    nouns = [w for w in trigger.words[1:] if w.pos == "NOUN" and (w.dep in ("dobj", "nsubjpass") or w in into)] if not side else []
    for owner in (c for n in nouns for c in n.all("amod", "compound", "nmod", "poss")):
        known = owner.known or knowledge.adjective(owner.text)
        if known and owner not in roles.actors:
            roles.add(role, owner, knowledge)


def _who_sent(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"a bomb planted by militants went off", "hit by rockets fired by rebels": whose the weapon is by a participle did it."""
    weapons = [noun for noun in (*trigger.subjects, *roles.means) if noun.first("acl") is not None]
    for sent in (c for noun in weapons for c in noun.all("acl") if c.tag == "VBN" and c.lemma in SENDING):
        for who in agents(sent):
            roles.add("actor", who, knowledge)


def _whose_deed(noun: Token, knowledge: Knowledge) -> Iterator[Token]:
    """"an army operation killed 20", "the search by the guards damaged the mill": who does what does it."""
    yield from (p for c in noun.all("prep", "agent") if c.lower == "by" for p in c.all("pobj"))
    yield from (c for c in noun.all("compound", "poss") if noun.lemma in MISSIONS and "ARMED" in kinds_of(c, knowledge))


def _who_died(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """"four people died when shells hit the town": what came of the blow, told before it."""
    verb = trigger.token
    beside = verb.dep == "conj" and trigger.frame.id in HARM and verb.head.lemma in DYING and verb.head.first("prep", "neg", "aux") is None
    if beside and any(c.dep == "nummod" for who in subjects(verb.head) for c in who.children):
        for who in subjects(verb.head):
            roles.add("recipient", who, knowledge)  # "ten soldiers died and six were wounded in the raid"
        roles.recipients.sort(key=lambda noun: noun.i)
    for died in verb.all("conj") if trigger.frame.type == "ASSAULT" and trigger.frame.id not in HARM else ():
        told = died.lemma in DYING and died.first("neg", "aux", "prep") is None and any(c.dep == "nummod" or c.pos == "NUM" for who in died.all("nsubj") for c in (who, *who.children))
        for who in subjects(died) if told else ():
            roles.add("recipient", who, knowledge)  # "the village was shelled and six people died"
        roles.also += [died] if told else []
    moment = verb.dep == "advcl" and any(c.lower in ("when", "as", "after") and c.dep in ("mark", "advmod") for c in verb.children)
    if moment and trigger.frame.type == "ASSAULT" and verb.head.lemma in DYING:
        roles.also.append(verb.head)
        for who in subjects(verb.head):
            roles.add("recipient", who, knowledge)


def _keepers(roles: Roles, knowledge: Knowledge) -> None:
    """"are held at a rebel checkpoint": whose post it is holds them."""
    for owner in (c for _, noun in roles.places if noun.lemma in POSTS for c in noun.all("poss", "compound", "amod")):
        if owner.known or knowledge.adjective(owner.text) or "ARMED" in kinds_of(owner, knowledge):
            roles.add("actor", owner, knowledge)


def _in_complement(roles: Roles, trigger: Trigger, knowledge: Knowledge) -> None:
    """Whom a speech act is toward, when only what it says tells: "demanded that X stop", "threatened to ban X"."""
    inner = next((c for c in trigger.token.all("ccomp", "xcomp") if is_verb(c)), None)
    if inner is None or trigger.frame.type not in TOWARD or trigger.frame.mode == "deny":
        return
    if trigger.frame.type in ("REQUEST", "ACCUSE"):
        toward = list(subjects(inner))
    else:
        inner_verbs = [inner, *(c for c in inner.all("advcl", "xcomp") if c.tag == "VB" and c.first("mark", "nsubj") is None)]  # "to send forces to confront its ally"
        given = [d for v in inner_verbs for d in v.all("dative") if d.pos in ("NOUN", "PROPN", "PRON")]  # "to give Hanoi six boats"
        toward = given or [n for v in inner_verbs for n in (*objects(v), *(o for p, o in obliques(v) if p in ("against", "to", "for", "on")))]
        toward = [n for n in toward if not ("ARMED" in kinds_of(n, knowledge) and any(c.tag == "PRP$" for c in n.children))]
    for noun in toward:
        if noun not in roles.actors and (kinds_of(head_of(noun), knowledge) & HUMAN or noun.lower in PEOPLE):
            roles.add("recipient", noun, knowledge)


def _carriers(trigger: Trigger) -> Iterator[Token]:
    """The verb and, for its prepositional phrases, its object: "fired rockets at the town"."""
    yield trigger.token
    yield from trigger.words[1:]
    for noun in trigger.objects:
        if noun.head is trigger.token and noun.dep == "dobj":
            yield noun


def _is_suffered(trigger: Trigger) -> bool:
    """"many burned alive": they burned nobody."""
    return trigger.token.lemma == "burn" and trigger.frame.mode == "execute" and trigger.token.first("dobj") is None


def _lacks_object(trigger: Trigger, who: tuple[Token, ...], knowledge: Knowledge) -> bool:
    """A headline without its auxiliary: "Dozens killed in blast"."""
    verb = trigger.token
    if verb.lemma in WANDERING or verb.tag not in ("VBN", "VBD") or verb.first("aux", "auxpass", "prt", "dobj") is not None or is_passive(verb):  # "200 people threw stones"
        return False
    if trigger.frame.roles.get("object") != "recipient" or trigger.frame.type not in ("ASSAULT", "COERCE"):
        return False
    return not (kinds_of(who[0], knowledge) & {"ARMED", "WEAPON", "VEHICLE", "STATE"}) and any(c.dep == "nummod" or c.tag == "CD" for c in [who[0], *who[0].children])
