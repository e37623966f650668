"""Repairs of lost subjects: the model takes the subject of the next clause for one more object or agent of this one."""

from __future__ import annotations

from reportedly.language.moves import end_of, is_after_comma, move, take_over
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.participles import DONE_TO

NOUNS = ("NOUN", "PROPN", "NUM")
FINITE = ("VBD", "VBZ", "VBP")
HARMED = frozenset(["wound", "injure", "hurt", "kill", "maim", "arrest", "detain", "displace", "hospitalise", "hospitalize", "rescue"])
RUINED = frozenset(["burn", "raze", "loot", "torch", "destroy", "damage", "ransack"])
TAKEN = HARMED | frozenset(["shoot", "stab", "flog", "whip", "extradite", "deport", "jail", "imprison", "execute", "behead", "torture", "interrogate", "question", "search", "strip", "handcuff", "blindfold", "expel", "evacuate", "abduct", "kidnap", "seize", "destroy", "demolish", "transfer", "hand", "release", "free", "charge", "sentence", "fine", "beat", "rape", "hang", "bury", "airlift"])
CONVENING = frozenset(["convene", "gather", "assemble", "march", "rally", "camp", "reconvene"])
COUNTED = frozenset(["dozen", "score", "hundred", "thousand", "other", "several", "many"])  # by lemma
HARMING = frozenset(["kill", "wound", "injure", "maim", "leave", "claim", "displace"])
SPOTS = frozenset(["at", "in", "inside", "outside", "near", "on", "against"])
ACTING = frozenset(["EVENT", "WEAPON", "ARMED", "GROUP", "PERSON", "VEHICLE"])  # which may have harmed by themselves
OTHERS = ("NOUN", "PROPN", "PRON", "DET")
BETWEEN = ("ADV", "AUX", "PART")


def low_subject(token: Token, sentence: Sentence) -> bool:
    """"a bomb hit a truck near Bor and gunmen opened fire": what follows "and" is the next verb's subject, not a second place."""
    if token.dep != "conj" or token.pos not in NOUNS or any(c.i > token.i and c.dep not in ("prep", "appos", "punct") for c in token.children):
        return False
    first = token.head
    cc = next((c for c in first.children if c.dep == "cc" and first.i < c.i < token.i), None)
    verb = _verb_above(first)
    while verb is not None and verb.dep == "pcomp" and not any(c.dep == "conj" for c in verb.children):
        verb = _verb_above(verb)  # "barred lorries from entering at Ceuta and police in Melilla detained four"
    if cc is None or verb is None or first.i > token.i or any(c.dep == "cc" and c.i > first.i for c in verb.children):
        return False
    second = next((c for c in verb.children if c.dep in ("conj", "advcl") and c.i > token.i and _lacks_subject(c)), None)
    if second is None or (second.dep == "advcl" and not _is_toll(token, second) and (second.tag == "VB" or second.first("aux", "auxpass") is None)):
        return False
    beside = [c for c in first.all("prep") if token.i < c.i < second.i]  # "at Ceuta and police in Melilla detained four"
    if not _follows(beside[-1] if beside else token, second, sentence):
        return False
    for where in beside:
        move(where, token, "prep")
    move(cc, verb, "cc")
    second.dep = "conj"
    move(token, second, subject_of(second))
    return True


def low_toll(token: Token, _: Sentence) -> bool:
    """"nine were killed and more than 30 injured by a missile", "left six dead and dozens injured", "one was shot and another wounded": a
    number, or whoever is joined to a passive, with a participle behind it is a clause of its own."""
    verb = token.head.head if token.head.dep == "dobj" and token.head.head.lemma == "leave" else token.head
    beside = [c for c in token.children if c.dep == "appos" and any(p.lower in ("among", "including") for p in c.all("prep"))]  # "five others, among them two Rwandans, injured"
    harmed = next((c for n in (token, *beside) for c in n.children if c.dep in ("acl", "oprd", "amod") and c.tag in ("VBN", "VBD") and c.lemma in HARMED and c.i > token.i), None)
    if token.dep != "conj" or harmed is None or not verb.tag.startswith("VB") or verb.i > token.i:
        return False
    if not (token.pos == "NUM" or token.lemma in COUNTED or (token.pos in OTHERS and verb.first("auxpass") is not None)):
        return False  # but "was killed and his sister wounded": a noun joined to a passive is no second verb
    harmed.tag, harmed.pos = "VBN", "VERB"
    move(harmed, verb, "conj")
    move(token, harmed, "nsubjpass")
    return True


def harm_told_of_place(token: Token, _: Sentence) -> bool:
    """"a blast at a bank that left two dead": it is the blast that left them, whichever noun is nearer."""
    place = token.head
    pronoun = token.first("nsubj")
    if token.dep != "relcl" or token.lemma not in HARMING or pronoun is None or pronoun.lower not in ("that", "which") or token.first("aux", "neg") is not None:
        return False
    if place.dep != "pobj" or place.head.lower not in SPOTS or kind_of(place) in ACTING:
        return False
    deed = place.head.head
    while deed.dep == "pobj" and kind_of(deed) != "EVENT" and deed.pos in NOUNS:
        deed = deed.head.head
    if kind_of(deed) != "EVENT" or deed.pos not in NOUNS:
        return False
    move(token, deed, "relcl")
    return True


def gapped_passive(token: Token, _: Sentence) -> bool:
    """"six were killed and more than 30 wounded", "and 60 huts set on fire": without a helping verb of its own it shares the one before."""
    subject = token.first("nsubj")
    alight = token.lemma == "set" and any(c.lower in ("ablaze", "alight") or any(o.lower == "fire" for o in c.all("pobj")) for c in token.children)
    if token.dep != "conj" or token.tag not in ("VBD", "VBN") or subject is None:
        return False
    some = subject.pos == "NUM" or subject.lemma in COUNTED or subject.lower in ("rest", "others", "remainder")  # "12 were killed and the rest released"
    if not (alight or token.lemma in HARMED | RUINED | DONE_TO or (some and token.lemma in TAKEN)):
        return False
    left = token.head.lemma == "leave" and token.head.first("oprd") is not None  # "left a clerk dead and two guards wounded"
    if (token.head.first("auxpass") is None and not left) or token.first("dobj", "aux", "auxpass", "prt", "xcomp") is not None:
        return False
    token.tag, subject.dep = "VBN", "nsubjpass"
    return True


def listed_passive(token: Token, _: Sentence) -> bool:
    """"Six villagers were killed and two abducted by gunmen": behind "and" stands the next deed, and not two more who were killed."""
    number, verb = token.head, token.head.head
    if token.dep != "acl" or token.tag != "VBN" or token.lemma not in TAKEN | DONE_TO or number.dep != "conj" or number.tag not in ("CD", "NN", "NNS", "JJ") or token.i != number.i + 1:
        return False
    if verb.tag != "VBN" or verb.first("auxpass") is None or verb.first("nsubjpass") is None or not any(c.i < number.i and c.lower == "and" for c in verb.all("cc")):
        return False
    move(token, verb, "conj")
    move(number, token, "nsubjpass")
    return True


def shared_passive(token: Token, _: Sentence) -> bool:
    """"was arrested in Rome and extradited to Paris": a verb that must have an object, and has none, shares the passive before it."""
    by = token.first("agent") is not None  # "were dragged from their beds and clubbed by raiders"
    if token.dep != "conj" or token.tag != "VBD" or not (by or token.lemma in TAKEN) or token.head.tag != "VBN" or token.head.first("auxpass") is None:
        return False
    if token.first("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "prt", "xcomp", "ccomp") is not None:
        return False
    token.tag = "VBN"
    return True


def fronted_clause(token: Token, sentence: Sentence) -> bool:
    """"After rebels entered Goma, Rwanda launched strikes": the name behind the comma is the main verb's subject, no second town."""
    first = token.head
    if token.dep not in ("conj", "appos") or token.pos not in NOUNS or first.i > token.i or any(c.dep == "cc" for c in first.children):
        return False
    clause = _verb_above(first)
    if clause is None or clause.dep != "advcl" or clause.i > clause.head.i or clause.first("mark", "advmod") is None:
        return False
    main = clause.head
    comma = any(c.lower == "," and first.i < c.i < min(t.i for t in token.subtree()) for c in first.children)
    if not comma or end_of(clause) != end_of(token) or not _lacks_subject(main) or not _follows(token, main, sentence):
        return False
    move(token, main, subject_of(main))
    return True


def fronted_place(token: Token, sentence: Sentence) -> bool:
    """"In his speech to the council, the envoy, a doctor, urged": what stands behind the comma is who urged, no other word for the
    council."""
    noun = token.head
    if token.dep != "appos" or token.pos not in NOUNS or noun.i > token.i or not is_after_comma(min(token.subtree(), key=lambda t: t.i), sentence):
        return False
    verb = _verb_above(noun)
    if verb is None or verb.i < token.i or not verb.is_root or verb.tag not in FINITE or not _lacks_subject(verb):
        return False
    first = next((c for c in verb.children if noun in c.subtree()), None)
    if first is None or first.dep != "prep" or any(c.i < first.i and c.dep != "cc" for c in verb.children):
        return False
    move(token, verb, "nsubj")
    return True


def verbless_name(token: Token, sentence: Sentence) -> bool:
    """"Roy Soto, a lawyer, called for an inquiry": a sentence of nothing but a name has its verb where the model sees a participle."""
    name = token.head
    if token.dep != "acl" or token.tag != "VBN" or not token.lower.endswith("ed") or not name.is_root or name.pos != "PROPN" or name.i > token.i:
        return False
    beside = any(c.dep == "appos" and c.pos == "NOUN" and name.i < c.i < token.i for c in name.children)
    if not beside or not is_after_comma(token, sentence) or sentence.headline or token.first("agent", "auxpass") is not None:
        return False
    name.head, name.dep = token, "nsubj"
    name.children.remove(token)
    token.head, token.dep, token.tag = token, "ROOT", "VBD"
    token.children.insert(0, name)
    for rest in [c for c in name.children if c.i > token.i]:
        move(rest, token, "punct" if rest.dep == "punct" else rest.dep)
    return True


def verbless_noun(token: Token, sentence: Sentence) -> bool:
    """"Envoys of the five powers convened in Astana.": a sentence of nothing but those who come together has its verb there, too."""
    noun = token.head
    above = next((a for a in (noun, *noun.ancestors()) if a.is_root), noun)
    if token.dep != "acl" or token.tag != "VBN" or token.lemma not in CONVENING or above.tag != "NNS" or sentence.tokens[-1].lower != ".":
        return False
    if token.first("agent", "auxpass", "dobj") is not None or is_after_comma(token, sentence) or any(t.tag in FINITE for t in sentence.tokens):
        return False
    end = token.i
    move(token, above, "acl")
    take_over(token, above)
    token.tag = "VBD"
    move(above, token, "nsubj")
    for rest in [c for c in above.children if c.i > end]:
        move(rest, token, "punct" if rest.dep == "punct" else rest.dep)
    return True


def _verb_above(noun: Token) -> Token | None:
    return next((a for a in noun.ancestors() if a.tag.startswith("VB") and a.dep not in ("aux", "auxpass")), None)


def _lacks_subject(verb: Token) -> bool:
    """A finite verb, a passive, or a bare participle of harm, without a subject or a conjunction of its own."""
    finite = verb.tag in FINITE or verb.first("aux", "auxpass") is not None
    return (finite or (verb.tag == "VBN" and verb.lemma in HARMED)) and verb.first("nsubj", "nsubjpass", "cc", "mark") is None


def _is_toll(noun: Token, verb: Token) -> bool:
    """"killed by fire and 30 wounded": a number of people, and what befell them."""
    counted = noun.pos == "NUM" or noun.first("nummod") is not None
    return counted and verb.lemma in HARMED and verb.tag in ("VBN", "VBD")


def _follows(noun: Token, verb: Token, sentence: Sentence) -> bool:
    """Whether nothing but helping words stands between the end of a phrase and a verb."""
    return not any(t.pos not in BETWEEN for t in sentence.tokens if end_of(noun) < t.i < verb.i)


def subject_of(verb: Token) -> str:
    passive = verb.first("auxpass") is not None or (verb.tag == "VBN" and verb.first("aux") is None)
    return "nsubjpass" if passive else "nsubj"


def in_all(token: Token, _: Sentence) -> bool:
    """"In all 140 marchers were held": behind "in all" those counted are the subject of a verb that has none."""
    prep = token.head
    verb, every = prep.head, token.first("det")
    if prep.lower != "in" or every is None or every.lower != "all" or every.i != prep.i + 1 or token.first("nummod") is None:
        return False
    if not verb.tag.startswith("VB") or not prep.i < token.i < verb.i or verb.first("nsubj", "nsubjpass", "expl") is not None or prep.dep != "prep":
        return False
    move(token, verb, "nsubjpass" if verb.first("auxpass") is not None else "nsubj")
    move(every, prep, "pobj")
    return True
