"""Who tells by way of a tale, a mind or a belief: "their story is that", "the villagers are adamant that", "if the clerk is to be believed"."""

from __future__ import annotations

from reportedly.attribute.path import Walk
from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import tellers
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_finite
from reportedly.terms import Stance

SURE = frozenset({"adamant", "certain", "convinced", "positive", "sure"})
TALES = frozenset({"account", "claim", "story", "version", "allegation", "contention", "assertion", "accusation", "charge", "complaint", "finding", "conclusion"})


def tale_is(w: Walk, clause: Token, verb: Token) -> bool:
    """"The villagers' story is that soldiers shot them": whose story it is tells it."""
    tale = verb.first("nsubj")
    if clause.dep != "ccomp" or verb.lemma != "be" or tale is None or tale.lemma not in TALES or not is_finite(clause) or verb.first("neg") is not None:
        return False
    reporting = voice_words().nouns.get(tale.lemma)
    if who := tellers(tale):
        w.say(who, tale, reporting.stance if reporting is not None else Stance.ASSERTS, f"tale.{tale.lemma}")
    else:
        w.path.steps.append((f"voice.tale.{tale.lemma}", tale, ""))
    return True


def is_sure(w: Walk, clause: Token, mind: Token) -> bool:
    """"The villagers are adamant that soldiers shot them"; not "are not sure that", nor "sure to"."""
    be = mind.head if mind.dep in ("acomp", "oprd") else None
    who = tuple(be.all("nsubj")) if be is not None else ()
    if mind.lower not in SURE or be is None or be.lemma not in ("be", "remain", "seem") or clause.dep != "ccomp" or not is_finite(clause):
        return False
    if be.first("neg", "aux") is not None or mind.first("neg") is not None or not who or any(s.lower in ("it", "that", "there") for s in who):
        return False
    w.say(who, mind, Stance.ASSERTS, f"mind.{mind.lower}")
    return True


def doubts_not(w: Walk, clause: Token, doubt: Token) -> bool:
    """"She has no doubt that soldiers shot them"; of "there is no doubt" nobody says so."""
    have = doubt.head
    if doubt.lemma != "doubt" or have.lemma != "have" or doubt.dep != "dobj" or clause.dep not in ("acl", "ccomp", "relcl") or not is_finite(clause):
        return False
    if not any(c.lower in ("no", "little") for c in doubt.children) or not (who := tuple(have.all("nsubj"))):
        return False
    w.spent.update(c.i for c in doubt.children if c.lower in ("no", "little"))
    w.say(who, doubt, Stance.ASSERTS, "mind.no-doubt")
    return True


def believed(clause: Token) -> tuple[Token, ...]:
    """Who is to be believed, or heard telling it: "if the villagers are to be believed", "to hear the villagers tell it"."""
    if clause.dep == "conj" and clause.lemma in ("say", "claim", "insist") and any(c.lower == "so" and c.dep == "advmod" for c in clause.children) and any(c.lower == "or" for c in clause.head.all("cc")):
        return tuple(clause.all("nsubj"))  # "…, or so the police say"
    if clause.dep != "advcl":
        return ()
    if any(c.lower == "if" for c in clause.all("mark")):
        right = clause.lemma == "be" and clause.tag in ("VBZ", "VBP") and any(c.lower == "right" for c in clause.all("acomp"))
        if right:
            return tuple(s for s in clause.all("nsubj") if s.pos in ("NOUN", "PROPN"))
        said = clause if clause.lemma == "believe" and clause.tag == "VBN" else next((x for x in clause.all("xcomp") if clause.lemma == "be" and x.lemma == "believe"), None)
        to = said is not None and any(c.lower == "to" for c in said.children)
        return tuple(clause.all("nsubjpass", "nsubj")) if to else ()
    if clause.lemma == "hear" and any(c.lower == "to" for c in clause.children):
        tell = next((c for c in clause.all("ccomp", "xcomp") if c.lemma == "tell" and any(o.lower == "it" for o in c.all("dobj"))), None)
        return tuple(tell.all("nsubj")) if tell is not None else ()
    return ()
