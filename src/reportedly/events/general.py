"""What holds of everybody or of any day, and is told of nobody: habits, rules of law, what may befall whoever, practices, questions.

"Meetings are held every Tuesday", "the charter prohibits the use of force", "journalists can be jailed", "kidnapping has become an
industry", "is anyone negotiating?". Words in `codebooks/untold.yaml`.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.attribute.path import Path
from reportedly.codebooks.data import load_data
from reportedly.events.frames import Trigger
from reportedly.events.noun_roles import under_way
from reportedly.events.roles import Roles
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_verb, obliques
from reportedly.language.parse import Sentence, Token
from reportedly.language.verb_forms import is_infinitive
from reportedly.terms import Status

FORCE = frozenset(["ASSAULT", "COERCE"])
PRESENT = frozenset(["VBZ", "VBP"])
GIVING = frozenset(["protect", "allow", "permit", "let", "entitle", "guarantee", "bar", "authorise", "authorize"])
OLDEST, NEWEST = 1000, 1880  # "in 1812": years that no report dates its news by
BE = frozenset(["be", "become", "remain"])


@lru_cache(maxsize=1)
def untold_words() -> dict[str, frozenset[str]]:
    """The lists of `untold.yaml`."""
    return {name: frozenset(map(str, words)) for name, words in load_data("untold.yaml").items()}


def is_general(trigger: Trigger, roles: Roles, path: Path, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Whether a clause says what always holds, or asks what might."""
    token = trigger.token
    return (
        _is_habit(trigger, roles)
        or is_equated(token)
        or _is_ruled(token)
        or _is_liable(trigger, path)
        or _is_practice(token)
        or _is_judged(token)
        or _is_risked(token)
        or _is_of_old(token)
        or _is_of_kind(trigger, roles)
        or (not sentence.headline and _is_service(trigger, knowledge))
        or _is_asked(trigger, path, sentence)
    )


def _is_habit(trigger: Trigger, roles: Roles) -> bool:
    """"Meetings are held every Tuesday", "provides aid each year"; a raid or a march every day is news all the same, if it is somebody's."""
    if trigger.frame.type == "REQUEST" and any(map(_is_each, trigger.words)):
        return True  # "aid was given every day to the poor": no deadline
    if trigger.frame.type not in untold_words()["habitual"] and not (trigger.frame.type in FORCE and not roles.actors and not roles.places):
        return False
    clause = next((t for t in (trigger.token, *trigger.token.ancestors()) if is_verb(t) and not is_infinitive(t)), None)
    if clause is None:
        return False
    words = untold_words()
    if not trigger.nominal and trigger.frame.type in ("SUPPORT", "COOPERATE") and any(c.lower in words["lasting"] for c in clause.all("advmod")):
        return True  # "has always stood by its friends"
    if any(who.pos == "PROPN" for who in roles.actors):
        return False  # "the Small Group meets regularly": a body that the report is about
    adjuncts = [*clause.children, *(c for o in clause.all("dobj") for c in o.all("npadvmod"))]
    return _is_present(clause) and (any(map(_is_each, adjuncts)) or any(c.lower in words["often"] for c in clause.all("advmod")))


def _is_present(verb: Token) -> bool:
    """"meets", "are held"; neither "are being held" nor "has met"."""
    tense = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
    moving = verb.tag == "VBG" or any(c.tag == "VBG" for c in verb.children if c.dep == "auxpass")
    timeless = tense.tag in PRESENT or (tense is verb and verb.tag == "VB" and verb.first("nsubj") is not None)  # the model takes "rules allow" for a wish
    return timeless and tense.lemma not in ("have", "do") and not moving


def _is_each(adjunct: Token) -> bool:
    """"every Tuesday", "on each Friday"."""
    if adjunct.dep == "prep":
        return any(map(_is_each, adjunct.all("pobj")))
    words = untold_words()
    if adjunct.lower in words["repeated"] or (adjunct.lower in ("minute", "second") and any(c.lower == "a" for c in adjunct.all("det"))):
        return True  # "on Tuesdays"; "fires 600 rounds a minute"
    if adjunct.lemma.lower() not in words["spans"] or adjunct.dep not in ("npadvmod", "pobj", "nsubj", "dobj"):
        return False
    return any(c.lower in words["each"] for c in adjunct.all("det"))


def is_equated(noun: Token) -> bool:
    """"An attack on one is an attack on all": what any such is."""
    be = noun.head
    attr, subject = be.first("attr"), be.first("nsubj")
    if be.lemma != "be" or be.tag == "VBD" or attr is None or subject is None or noun not in (attr, subject):
        return False
    return attr.lemma == subject.lemma and all(any(c.lower in ("a", "an", "any") for c in n.all("det")) for n in (attr, subject))


def _is_ruled(token: Token) -> bool:
    """"The charter prohibits the use of force", "under the deal Iran may enrich uranium", "whoever insults the king faces prison"."""
    words = untold_words()
    for above in (a for a in (token, *token.ancestors()) if is_verb(a)):
        ruling = above.lemma in (words["ruling"] if above is not token else GIVING)
        if ruling and _is_present(above) and any(s.lemma.lower().removesuffix("s") in words["laws"] for s in above.all("nsubj")):
            return True
        may = any(c.lower in ("may", "can") and c.dep == "aux" for c in above.children)
        if may and not _is_of_one(above) and any(p.lower == "under" and any(o.lemma in words["laws"] | words["deals"] for o in p.children) for p in above.all("prep")):
            return True
        if above is not token and above.dep in ("ccomp", "parataxis"):
            return False
    return token.lemma == "face" and any(c.tag in PRESENT and any(s.lower in ("whoever", "anyone", "anybody") for s in c.all("nsubj")) for c in token.all("csubj", "nsubj", "ccomp"))


def _is_of_one(verb: Token) -> bool:
    """"he may be charged under Article 342": one whom the report is about; not "an envoy may be expelled"."""
    who = verb.first("nsubjpass")
    if any(o.pos in ("PRON", "PROPN") for o in verb.all("dobj")):
        return True  # "police may detain him under the law"
    return verb.first("auxpass") is not None and (who is None or not any(c.lower in ("a", "an", "any") for c in who.all("det")))


def _is_liable(trigger: Trigger, path: Path) -> bool:
    """"Journalists can be jailed for it", "any vessel may be boarded": what the law has for any of them; not "the six can be freed", "troops may be sent"."""
    verb, who = trigger.token, trigger.token.first("nsubjpass")
    if trigger.nominal or trigger.frame.type != "COERCE" or path.status is not Status.POSSIBLE or who is None or verb.first("agent") is not None:
        return False
    modals = {c.lower for c in verb.all("aux")}
    bare = who.tag == "NNS" and who.first("det", "nummod", "poss", "relcl", "acl") is None
    return ("can" in modals and bare) or (bool(modals & {"can", "may"}) and any(c.lower == "any" for c in who.all("det")))


def _is_practice(verb: Token) -> bool:
    """"Kidnapping for ransom has become an industry", "smuggling arms is a business": what is done there, as a rule and by anybody."""
    be = verb.head
    if verb.tag not in ("VBG", "NN") or not verb.lower.endswith("ing") or verb.dep not in ("csubj", "nsubj") or be.lemma not in BE or be.tag == "VBD":
        return False
    if be.first("attr") is None or any(c.tag == "MD" for c in be.children):
        return False
    return verb.first("det", "poss", "nsubj", "nummod", "amod") is None and not any(c.lower in ("of", "by") for c in verb.all("prep"))


def _is_judged(token: Token) -> bool:
    """"It takes courage to protest", "it is dangerous to demonstrate": what doing so is like."""
    be = token.head
    it = be.first("nsubj", "expl")
    if not is_infinitive(token) or token.dep not in ("xcomp", "advcl", "ccomp", "acl") or it is None or it.lower != "it" or be.tag not in PRESENT:
        return False
    return be.lemma == "take" or (be.lemma == "be" and any(c.lower in untold_words()["judged"] for c in be.all("acomp")))


def _is_risked(noun: Token) -> bool:
    """"Dissidents risk arrest if they speak out": whoever they are."""
    return noun.dep == "dobj" and noun.head.lemma == "risk" and noun.head.tag in ("VBP", "VBZ", "VB", "VBG") and noun.first("det", "poss", "nummod") is None


def _is_of_old(token: Token) -> bool:
    """"retreated from Moscow in 1812", "destroyed Carthage in 146 BC": history, of whatever day."""
    clause = next((t for t in (token, *token.ancestors()) if is_verb(t)), token)
    years = [o for node in dict.fromkeys((token, clause)) for prep, o in obliques(node) if prep in ("in", "of")]
    return any(_is_old_year(y) for y in years)


def _is_old_year(year: Token) -> bool:
    if year.lower in ("bc", "bce") or any(c.lower in ("bc", "bce", "ad") for c in year.children):
        return True
    return year.lower.isdigit() and len(year.lower) == 4 and OLDEST <= int(year.lower) < NEWEST and not year.children


def _is_of_kind(trigger: Trigger, roles: Roles) -> bool:
    """"Prisoner swaps are among the few channels left", "strikes are rare": such things, and none in particular; what "is under way" is one."""
    noun, be = trigger.token, trigger.token.head
    if not trigger.nominal or noun.tag != "NNS" or noun.dep != "nsubj" or be.tag != "VBP":
        return False
    if any(c.lower in ("most", "such", "all", "many") for c in noun.all("det", "amod")) and noun.first("prep", "relcl", "acl") is None:
        return _is_present(be)  # "most kidnappings end with a ransom"
    if be.lemma != "be" or roles.actors or roles.light is not None:
        return False
    if any(c.lower in under_way()[""] for c in be.children) or any(o.lower in under_way().get(p, ()) for p, o in obliques(be)):
        return False
    return noun.first("det", "poss", "nummod", "prep", "relcl", "acl") is None


def _is_service(trigger: Trigger, knowledge: Knowledge) -> bool:
    """"The camp shelters 40,000 refugees", "the hospital treats 300 patients a day": what a house is there for."""
    verb = trigger.token
    return not trigger.nominal and trigger.frame.type == "AID" and verb.tag in PRESENT and _is_present(verb) and bool(trigger.subjects) and all(kinds_of(w, knowledge) == {"FACILITY"} for w in trigger.subjects)


def _is_asked(trigger: Trigger, path: Path, sentence: Sentence) -> bool:
    """"Is anyone negotiating?", "should the two meet?": the report's own question tells of no talks; force is asked after because it may have been."""
    if trigger.frame.type in FORCE | {"MOBILIZE", "RETREAT"} or path.voices or trigger.token.quoted or path.status not in (Status.POSSIBLE, Status.PLANNED):
        return False
    return next((t.text for t in reversed(sentence.tokens) if t.text not in ("'", '"', "’", "”", ")")), "") == "?"
