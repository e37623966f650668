"""Repairs of relative clauses: those that the model hangs too high, and those that it takes for what somebody says."""

from __future__ import annotations

from reportedly.language.moves import is_after_comma, move, take_over
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import TALES

NOUNS = ("NOUN", "PROPN")
UNTRUE = frozenset(["lie", "falsehood", "fabrication", "invention", "myth", "fiction", "slander", "nonsense", "fantasy"])
# Verbs that may have a clause before them: "… , they had said".
SAYING = frozenset(
    ["say", "tell", "report", "state", "announce", "claim", "write", "confirm", "add", "declare", "allege", "warn", "note", "argue", "believe", "think", "know", "fear", "hope",
     "insist", "admit", "find", "learn", "hear", "see", "show", "suggest", "explain", "predict", "promise", "agree", "vow", "decide", "recall", "complain", "conclude", "hint"]
)  # fmt: skip
ANSWERED = frozenset(["dismiss", "reject", "deny", "refuse", "ignore", "oppose", "dispute", "back", "welcome", "condemn", "criticise", "criticize", "support", "endorse", "accept", "denounce", "rebut", "refute"])
DWELLERS = frozenset(["villager", "resident", "inhabitant", "townsman", "people", "fisherman", "farmer", "herder", "native"])


def high_relative(token: Token, sentence: Sentence) -> bool:
    """"a wave of strikes on Wednesday which were accompanied by": the clause belongs to the nearest noun that agrees."""
    if token.dep not in ("ccomp", "conj", "parataxis", "advcl", "dep") or token.is_root:
        return False
    pronoun = next((c for c in token.children if c.lower in ("which", "who") and c.dep in ("nsubj", "nsubjpass")), None)
    if pronoun is None or token.first("mark") is not None:
        return False
    verb_plural = any(c.lower in ("were", "are", "have") for c in (token, *token.children) if c.dep in ("aux", "auxpass", "ROOT", token.dep))
    verb_singular = any(c.lower in ("was", "is", "has") for c in (token, *token.children))
    if token.head.i > pronoun.i:  # "which it claimed showed": the pronoun reaches over another clause
        return False
    agreeing = [t for t in sentence.tokens if t.i < pronoun.i and _may_be_relative_of(t, token, pronoun, plural=verb_plural, singular=verb_singular)]
    if not agreeing:
        return False
    move(token, min(agreeing[-4:], key=lambda t: (sum(1 for _ in t.ancestors()), -t.i)), "relcl")
    return True


def _may_be_relative_of(noun: Token, clause: Token, pronoun: Token, *, plural: bool, singular: bool) -> bool:
    if noun.pos not in NOUNS or noun.dep in ("compound", "poss", "nsubj", "nsubjpass") or noun.ent in ("DATE", "TIME") or pronoun.i - noun.i > 14:
        return False
    many = noun.tag in ("NNS", "NNPS")
    if (plural and not many) or (singular and many) or (pronoun.lower == "which" and noun.ent == "GPE"):
        return False
    return noun not in clause.subtree() and clause not in noun.ancestors()


def contact_relative(token: Token, sentence: Sentence) -> bool:
    """"released a tanker, the Marie, they had held since May": the second clause tells of the tanker, and says nothing of its release."""
    verb, noun = token.head, token.first("dobj")
    who = verb.first("nsubj")
    if noun is None or who is None or who.pos != "PRON" or not token.i < noun.i < who.i < verb.i or verb.lemma in SAYING:
        return False
    had = any(c.dep == "aux" and c.lower in ("had", "have", "has") for c in verb.children)
    if not had or token.first("mark") is not None or verb.first("dobj") is not None or not is_after_comma(who, sentence):
        return False
    take_over(token, verb)
    move(verb, noun, "relcl")
    return True


def answered_noun(token: Token, _: Sentence) -> bool:
    """"a demand that Downing Street dismissed": a clause that lacks an object tells what was done with the demand, and not what was demanded."""
    that = token.first("mark")
    if token.dep not in ("acl", "ccomp") or token.lemma not in ANSWERED or that is None or that.lower != "that" or token.head.pos not in NOUNS or token.first("nsubj") is None:
        return False
    if token.first("dobj", "ccomp", "xcomp", "auxpass", "nsubjpass", "prep", "prt") is not None or that.i > token.i:
        return False
    that.dep, that.tag, that.pos, token.dep = "dobj", "WDT", "PRON", "relcl"
    return True


def tale_by(token: Token, _: Sentence) -> bool:
    """"a claim by the militia that it shot down a drone": a clause that lacks nothing tells what is claimed, and says nothing of the militia."""
    noun = token.head
    that = next((c for c in token.children if c.lower == "that" and c.i < token.i and c.dep in ("dobj", "mark")), None)
    if token.dep not in ("relcl", "acl") or that is None or noun.dep != "pobj" or noun.head.lower not in ("by", "from", "of", "in") or noun.head.head.lemma not in TALES:
        return False
    if token.first("nsubj", "nsubjpass") is None or (that.dep == "dobj" and not any(c.dep in ("dobj", "ccomp", "auxpass") and c is not that for c in token.children)):
        return False
    that.dep, that.tag = "mark", "IN"
    move(token, noun.head.head, "acl")
    return True


def tale_that(token: Token, _: Sentence) -> bool:
    """"accusations that police had beaten him", "denied reports its men had burned a mill", "it is a lie that they did": the clause
    tells what the accusations are of, and nothing of the accusations."""
    if token.dep not in ("relcl", "acl") or token.first("nsubj", "nsubjpass") is None:
        return False
    that = next((c for c in token.children if c.lower == "that" and c.i < token.i and (c.dep == "mark" or (c.dep == "dobj" and c.tag == "IN") or (c.dep in ("dobj", "pobj") and any(o is not c for o in token.all("dobj"))))), None)
    if that is not None and _is_lie(token.head):
        move(token, token.head.head, "ccomp")
    elif that is not None and token.dep == "relcl" and token.head.lemma in TALES:
        that.dep, token.dep = "mark", "acl"
    elif that is None and _is_whole_tale(token):
        token.dep = "ccomp"
    else:
        return False
    return True


def _is_lie(noun: Token) -> bool:
    """The lie of "it is a lie that"."""
    be = noun.head
    it = be.first("nsubj", "expl")
    return noun.lemma in UNTRUE and noun.dep == "attr" and be.lemma == "be" and it is not None and it.lower == "it"


def _is_whole_tale(clause: Token) -> bool:
    """A clause that lacks nothing, behind a bare plural: "reports its men had burned a mill"; not "reports the ministry had published"."""
    tales, who = clause.head, clause.first("nsubj", "nsubjpass")
    if tales.lemma not in TALES or tales.tag != "NNS" or tales.first("det", "poss") is not None or who is None or who.i > clause.i or clause.tag == "VBG":
        return False
    if who.tag.startswith("W") or any(c.lower in ("that", "which", "who") for c in clause.children):
        return False
    return clause.first("dobj", "auxpass") is not None or any(p.i == clause.i + 1 and p.lower in ("at", "on", "upon", "into") for p in clause.all("prep"))


def tale_as_subject(token: Token, _: Sentence) -> bool:
    """"said claims it had shot prisoners were propaganda": the claims are what was propaganda, and nothing that was said."""
    tales = next((o for o in token.head.all("dobj") if o.lemma in TALES and o.tag == "NNS" and o.i < token.i), None)
    if token.lemma != "be" or token.dep != "ccomp" or tales is None or token.first("nsubj", "expl", "csubj") is not None or tales.first("ccomp", "acl", "relcl") is None:
        return False
    if token.first("attr", "acomp") is None or any(c.dep == "mark" for c in token.children):
        return False
    move(tales, token, "nsubj")
    return True


def cleft(token: Token, _: Sentence) -> bool:
    """"it was Israel that bombed the airport": the clause tells of the one who is named, and is nothing that "was" says."""
    be = token.head
    who, it = token.first("nsubj", "nsubjpass"), be.first("nsubj", "expl")
    noun = next((c for c in be.all("attr") if be.i < c.i < token.i), None)
    if token.dep != "ccomp" or be.lemma != "be" or it is None or it.lower != "it" or noun is None or noun.pos not in NOUNS:
        return False
    if who is None or who.lower not in ("that", "who", "which") or who.i < noun.i:
        return False
    move(token, noun, "relcl")
    return True


def clause_after(token: Token, sentence: Sentence) -> bool:
    """"The offensive began after an alliance of four groups took the town": a verb without a subject right behind such a phrase is its clause's."""
    if token.dep != "ccomp" or token.tag not in ("VBD", "VBZ", "VBP") or token.first("nsubj", "nsubjpass", "mark", "expl", "csubj", "aux", "auxpass") is not None:
        return False
    link = next((c for c in reversed(token.head.children) if c.dep == "prep" and c.lower in ("after", "before") and token.head.i < c.i < token.i), None)
    noun = link.first("pobj") if link is not None else None
    if link is None or noun is None or max(t.i for t in noun.subtree()) != token.i - 1 or min(t.i for t in token.subtree()) != token.i:
        return False
    move(noun, token, "nsubj")
    move(link, token, "mark")
    link.tag, link.pos, token.dep = "IN", "SCONJ", "advcl"
    return True


def when_clause(token: Token, sentence: Sentence) -> bool:
    """"were wounded, including three children, when a shell struck": it is then that they were wounded, and tells nothing of the children."""
    noun = token.head
    when = next((c for c in token.children if c.lower == "when" and c.i < token.i), None)
    people = kind_of(noun) in ("PERSON", "GROUP", "ARMED")  # "58 people, most of them migrants, when a boat opened fire": of no migrants either
    if token.dep != "relcl" or when is None or noun.ent in ("DATE", "TIME") or not (people or is_after_comma(when, sentence)):
        return False
    verb = next((a for a in noun.ancestors() if a.tag.startswith("VB") and a.lower not in ("including", "following") and a.dep not in ("aux", "auxpass", "amod")), None)
    if verb is None or verb.i > token.i or not (noun.dep == "pobj" or people):
        return False
    move(token, verb, "advcl")
    return True


def who_of_place(token: Token, _: Sentence) -> bool:
    """"the villagers of Alto Remanso, who say that soldiers came": it is villagers who say so, and no place."""
    place, who = token.head, token.first("nsubj", "nsubjpass")
    people = place.head.head if place.dep == "pobj" and place.head.lower in ("of", "in", "from", "at", "near") else None
    if token.dep != "relcl" or who is None or who.lower != "who" or people is None or place.pos != "PROPN":
        return False
    dwell = people.lemma in DWELLERS  # "villagers of Remanso", whom the model takes for somebody
    if people.pos != "NOUN" or kind_of(people) not in ("PERSON", "GROUP", "ARMED") or not (dwell or (place.ent != "PERSON" and not place.known.startswith("person"))):
        return False
    move(token, people, "relcl")
    return True
