"""How well the arguments of a verb fit a frame: its demands and bans, by the kinds and words of who does it and to whom."""

from __future__ import annotations

from reportedly.codebooks.frames import Frame
from reportedly.events.causes import named
from reportedly.events.idioms import moved
from reportedly.events.unmeant import AHEAD, means_otherwise
from reportedly.find.kinds import gatherings, houses, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token
from reportedly.resolve.phrases import head_of

DOERS = frozenset({"ARMED", "STATE", "PERSON", "WEAPON"})  # "troops shelled the town in a storm" is no weather
STRIKING = DOERS | {"GROUP", "EVENT"}
FORCES = frozenset({"ARMED"})
BODIES = frozenset({"PERSON", "ARMED"})
MARTIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
PERSONAL = ("er", "or", "ist", "man", "woman", "ian", "ee")  # how nouns of people end that no list has
OURS = frozenset({"GROUP", "STATE"})  # "we will withdraw": whoever speaks, for a people or for a state
SPANS = frozenset({"day", "week", "month", "year"})
PAY = frozenset({"wage", "salary", "pay", "bonus", "allowance", "pension", "arrears", "rent"})
JOINED = frozenset({"force", "rank"})  # "joined forces", "closed ranks": nobody's army
ARGUMENTS = frozenset(["object", "subject", "complement", "recipient", "known", "known-subject", "sure", "doer", "many", "another", "several", "whom"])  # what a frame may need besides prepositions
GROUND_ONLY = frozenset({"retake", "recapture", "overrun", "reoccupy", "conquer", "annex", "regain", "reclaim", "storm", "besiege", "encircle", "blockade"})


def counted(nouns: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words that say what is counted: wagons of "a dozen wagons", the wounded of "the 19 wounded", villagers of "a group of villagers"."""
    return tuple(_harmed(_members(head_of(n))) for n in nouns)


def _members(noun: Token) -> Token:
    if noun.lemma in SPANS and (pay := next((o for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj") if o.lemma in PAY), None)) is not None:
        return pay  # "demanded three months of unpaid wages"
    if noun.lemma not in ("group", "crowd", "band", "number", "column", "head", "gathering", "concentration") or noun.tag != "NN":
        return noun
    behind = [o for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj")]
    if noun.lemma == "head":  # "300 head of cattle", but "the head of the army"
        behind = [o for o in behind if kind_of(o) == "ANIMAL"]
    return next((o for o in behind if o.tag == "NNS" or noun.lemma == "head"), noun)


def _harmed(noun: Token) -> Token:
    behind = next((c for c in noun.children if c.i == noun.i + 1 and c.dep in ("acl", "amod") and c.lower in ("wounded", "injured") and not c.children), None)
    return behind if noun.pos == "NUM" and behind is not None else noun


def beyond(nouns: tuple[Token, ...], words: tuple[Token, ...], knowledge: Knowledge) -> tuple[Token, ...]:
    """The objects but for an idiom's own noun; "threw out the ambassador" was done to one, "threw a party" to nobody."""
    return tuple(n for n in nouns if n not in words or _is_somebody(n, knowledge))


def _is_somebody(noun: Token, knowledge: Knowledge) -> bool:
    """"threw out the ambassador", "took in 300 refugees"; nobody is the "hostage" of "held hostage"."""
    kinds = kinds_of(noun, knowledge)
    if kinds & {"GROUP"} and noun.tag == "NNS" and noun.lower != noun.lemma:  # "withdrew personnel" is the idiom's own
        return True
    return bool(kinds & BODIES) and (bool(noun.children) or noun.tag != "NN") and not (noun.lemma in JOINED and not noun.children)


def fit(frame: Frame, token: Token, who: tuple[Token, ...], whom: tuple[Token, ...], knowledge: Knowledge, words: tuple[Token, ...] = ()) -> int:
    """How well the arguments fit: below zero not at all, above by the number of demands that they meet."""
    if ("object" in frame.needs and not whom and not any(w.dep == "dobj" or w in moved(token) for w in words)) or means_otherwise(frame, token, words):
        return -1
    if "subject" in frame.needs and not who:
        return -1
    if "complement" in frame.needs and token.first("ccomp", "xcomp") is None and not any(c.all("pcomp") for c in token.all("prep")):
        return -1
    if "known" in frame.needs and not any(kinds_of(o, knowledge) & frame.object or _are_people(o, frame) for o in whom):
        return -1
    armed = frame.type == "ASSAULT" and any(kinds_of(w, knowledge) & {"ARMED", "WEAPON"} for w in who)  # "gunmen shelled the dairy"
    if "sure" in frame.needs and whom and not armed and not any(_may_be(o, frame, kinds_of(o, knowledge)) for o in whom):
        return -1  # "beat the meringue": what a thing is that nobody has listed, it is not what this verb does to people
    pronoun = bool(frame.object_nouns) and any(w.lower in ("they", "it", "we") for w in who)  # "said it had lost five soldiers"
    if "doer" in frame.needs and not pronoun and not any(kinds_of(w, knowledge) & frame.subject for w in who):
        return -1
    if "known-subject" in frame.needs and who and not any(w.pos == "PROPN" or kinds_of(w, knowledge) & frame.subject for w in who):
        return -1
    if "another" in frame.needs and any(c.tag == "PRP$" for o in whom for c in o.children):
        return -1  # "protect their ships": their own
    if "whom" in frame.needs and token.first("dative", "iobj") is None:
        return -1  # "sent Kyiv tanks"; "sent tanks" goes anywhere
    if "several" in frame.needs and not _is_among_several(token, who):
        return -1
    if "many" in frame.needs and not any(o.tag in ("NNS", "NNPS") for o in whom):
        return -1
    preps = {c.lower for c in token.all("prep", "dative", "agent", "prt")}
    if any(n not in ARGUMENTS | AHEAD and n not in preps for n in frame.needs):
        return -1
    if named(whom, frame.not_object_nouns):
        return -1
    if (frame.subject_nouns and not named(who, frame.subject_nouns)) or (frame.object_nouns and not named(whom, frame.object_nouns)):
        return -1
    score = 2 * bool(frame.subject_nouns) + 2 * bool(frame.object_nouns)
    for demand, ban, nouns in ((frame.subject, frame.not_subject, who), (frame.object, frame.not_object, whom)):
        if not nouns:
            continue
        if nouns is whom and nouns[0].lemma in ("number", "handful") and _are_people(nouns[0], frame):
            continue
        kinds = OURS if nouns is who and nouns[0].lower == "we" and frame.type in MARTIAL else kinds_of(nouns[0], knowledge)
        if "FACILITY" in demand and _is_struck_house(frame, nouns[0], who, knowledge):
            continue
        if (frame.mode == "seize" or token.lemma in GROUND_ONLY) and "PLACE" in demand and _is_unlisted(nouns[0], token):
            continue  # "recaptured Sukkari": the parser takes a town for an organisation
        if kinds and demand and not (kinds & demand):
            return -1
        if kinds and kinds <= ban:
            return -1
        score += bool(demand and kinds & demand)
    return score


def _may_be(noun: Token, frame: Frame, kinds: frozenset[str]) -> bool:
    """Whether it is known what an object is, or may well be one of the frame's: people without a noun, a name, a pronoun, or a noun made as those of people are."""
    if kinds or _are_people(noun, frame) or noun.tag == "CD":
        return True  # whether these kinds will do, the frame's demands say
    if noun.pos == "PRON":
        return not noun.lower.endswith(("self", "selves"))
    return noun.pos == "PROPN" or noun.ent != "" or (bool(frame.object & BODIES) and noun.lemma.endswith(PERSONAL))


def _are_people(noun: Token, frame: Frame) -> bool:
    """"held 30 of them", "holds them": a bare number and a pronoun are of people, where people may be meant."""
    of = any(o.lower in ("them", "us") for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj"))
    alone = noun.tag == "CD" and not noun.ent.startswith(("MONEY", "DATE", "TIME", "PERCENT", "QUANTITY"))
    some = noun.lemma in ("number", "handful") and noun.first("det") is not None and noun.first("prep") is None  # "an unknown number captured"
    return (alone or of or some or noun.lower in ("them", "those")) and bool(frame.object & BODIES)


def _is_among_several(verb: Token, who: tuple[Token, ...]) -> bool:
    """"discussed it with the king", "the leaders discussed it"; what one alone discusses he writes or speaks about."""
    alone = len(who) == 1 and who[0].tag not in ("NNS", "NNPS") and who[0].ent not in ("ORG", "GPE", "NORP") and not who[0].known
    return is_passive(verb) or not alone or who[0].lower in ("they", "we", "who") or any(t.dep == "prep" and t.lower in ("with", "during") for t in verb.subtree())


def _is_struck_house(frame: Frame, noun: Token, who: tuple[Token, ...], knowledge: Knowledge) -> bool:
    """"shelling damaged the court", "stormed an embassy", "hit a wedding": a body in its house, people who have come together. Forces take
    a house; only what strikes damages it."""
    able = STRIKING if frame.type == "ASSAULT" else FORCES if frame.mode == "seize" else frozenset()
    named_so = noun.pos == "NOUN" and (noun.lemma in houses() or noun.lemma in gatherings())
    return named_so and any(kinds_of(w, knowledge) & able for w in who)


def _is_unlisted(noun: Token, verb: Token) -> bool:
    """A name that nobody knows, and that the parser calls an organisation; or a person, where only ground can be meant ("retook Malakal")."""
    return noun.pos == "PROPN" and not noun.known and (noun.ent == "ORG" or (noun.ent == "PERSON" and verb.lemma in GROUND_ONLY))
