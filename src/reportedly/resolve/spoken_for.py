"""Who speaks of another by trade: "a police spokesman said he would be charged", "her solicitor said that she intended to appeal".

Spokesmen, prosecutors and somebody's counsel tell of what was done to another; officers and judges tell who was arrested and tried.
"He" is none of them there, but whoever was told of before, if anybody was.
"""

from __future__ import annotations

from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import is_passive
from reportedly.language.parse import Token

SPEAKING_FOR = frozenset(["spokesman", "spokeswoman", "spokesperson", "prosecutor", "coroner", "pathologist", "surgeon"])
COUNSEL = frozenset(["lawyer", "attorney", "barrister", "solicitor", "advocate", "counsel"])
KIN = frozenset(["wife", "husband", "father", "mother", "brother", "sister", "son", "daughter", "uncle", "aunt", "cousin", "widow", "widower", "partner", "parent", "nephew", "niece", "family", "relative"])
ON_DUTY = frozenset(
    ["sheriff", "undersheriff", "detective", "inspector", "superintendent", "insp", "supt", "det", "constable", "sgt", "sergeant", "commissioner", "chief", "judge", "magistrate", "investigator",
     "jailer", "warden", "officer", "capt", "captain", "lt", "lieutenant", "commander"]
)  # fmt: skip
COURTS = frozenset(
    ["arrest", "charge", "indict", "arraign", "jail", "convict", "sentence", "remand", "bail", "detain", "extradite", "deport", "acquit", "try", "prosecute", "imprison", "recapture", "capture",
     "apprehend", "interrogate", "fine", "want", "handcuff"]
)  # fmt: skip
BEFORE_COURTS = frozenset(["appear", "face", "stand", "confess", "plead", "surrender", "appeal", "serve", "flee", "escape", "abscond"])
KILLING = frozenset({"kill", "murder", "massacre", "execute", "behead", "slaughter", "assassinate", "slay", "bury"})
BODIES = frozenset({"bodies", "corpses", "dead", "remains"})


def speaks_of_another(noun: Token, pronoun: Token) -> bool:
    """Whether a noun, the subject of a verb of saying, is of a trade that speaks of others, and the pronoun stands where such are spoken of."""
    clause = pronoun.head
    if pronoun.quoted or pronoun.dep not in ("nsubj", "nsubjpass"):
        return False
    who = _sayer(noun)
    if who is None or (pronoun.i < who.head.i) or not (who.head in clause.ancestors() or clause.lemma in COURTS):
        return False
    trades = _trades(who)
    if trades & SPEAKING_FOR or (trades & COUNSEL and (_is_of_somebody(who) or _is_before_court(clause))):
        return pronoun.dep == "nsubjpass" or _is_before_court(clause)
    return bool(trades & ON_DUTY) and ((pronoun.dep == "nsubjpass" and clause.lemma in COURTS) or (clause.lemma in BEFORE_COURTS and clause.lemma not in ("stand", "face", "flee") and who.head in clause.ancestors()))


def whose_teller(pronoun: Token) -> Token | None:
    """"Wade's solicitor said that he would appeal", "a lawyer for Pinto said he had been beaten", "Ruiz's father said she was held": the one
    whose counsel or kin speaks, where it is told what was done to him or is done in court."""
    clause = pronoun.head
    if pronoun.quoted or pronoun.lower not in ("he", "she") or pronoun.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = next((a for a in clause.ancestors() if a.lemma in voice_words().verbs and not is_passive(a)), None)
    who = verb.first("nsubj") if verb is not None else None
    if who is None or who.i > pronoun.i or not (pronoun.dep == "nsubjpass" or _is_before_court(clause)):
        return None
    roles = [n for n in (who, *who.all("appos")) if n.lemma in COUNSEL | KIN]
    names = [o for n in roles for o in (*n.all("poss"), *(o for p in n.all("prep") if p.lower == "for" for o in p.all("pobj")))]
    return next((o for o in names if o.pos == "PROPN" and o.ent in ("PERSON", "")), None)


def _sayer(noun: Token) -> Token | None:
    """The subject of the verb of saying that a noun is, stands beside or stands in: "a spokesman for the attorney"."""
    for above in (noun, *noun.ancestors()):
        if above.dep == "nsubj":
            return above if above.head.lemma in voice_words().verbs and not is_passive(above.head) else None
        if above.dep not in ("appos", "pobj", "prep", "compound", "poss"):
            return None
    return None


def _is_of_somebody(who: Token) -> bool:
    """"Wardle's solicitor", "a lawyer for the family"; "Amina Sow, a lawyer" may tell of herself."""
    return any(n.first("poss") is not None or any(p.lower in ("for", "of") for p in n.all("prep")) for n in (who, *who.all("appos")))


def _trades(who: Token) -> set[str]:
    """What somebody is: "a spokesman, Ali Ba", "Ali Ba, a spokesman", "police spokesman Ali Ba"."""
    return {w.lemma.lower() for w in (who, *who.all("appos"), *who.all("compound"))}


def _is_before_court(clause: Token) -> bool:
    """"would appear before a judge", "intended to appeal"."""
    return any(v.lemma in BEFORE_COURTS for v in (clause, *clause.all("xcomp")))


def is_dead(noun: Token) -> bool:
    """"killed five men", "the bodies of six migrants", "the victims": none of whom say anything behind it."""
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos in ("NOUN", "NUM"):
        noun = noun.head.head
    if noun.lower in BODIES:
        return True
    verb = noun.head
    return verb.lemma in KILLING and noun.dep in ("dobj", "nsubjpass") and verb.tag in ("VBD", "VBN") and verb.first("neg") is None
