"""Repairs of what stands in another place than it mostly does: "Killed in the ambush were two guards", "in Idlib 12 died", "and again on Sunday"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token
from reportedly.language.subjects import NOUNS, TAKEN, subject_of


def fronted_harm(token: Token, _: Sentence) -> bool:
    """"Killed in the ambush were a colonel and two sergeants": who was killed stands behind "were"."""
    be = next((c for c in token.children if c.lemma == "be" and c.dep in ("auxpass", "aux") and c.i > token.i), None)
    if be is None or token.lemma not in TAKEN or token.first("nsubj", "nsubjpass", "dobj") is not None or any(t.i < token.i for t in token.children if t.dep != "punct"):
        return False
    who = next((c for c in (*be.children, *token.children) if c.i > be.i and c.dep in ("attr", "dep", "npadvmod", "oprd") and c.pos in NOUNS), None)
    if who is None:
        return False
    token.tag, token.pos, be.dep = "VBN", "VERB", "auxpass"
    move(who, token, "nsubjpass")
    return True


def number_behind_place(token: Token, sentence: Sentence) -> bool:
    """"in Idlib 12 died", "In Gao, two were held": a number between a town and a verb without a subject is of people."""
    place = token.head
    prep = place.head
    verb = next((t for t in sentence.tokens if t.i > token.i), None)
    verb = verb.head if verb is not None and verb.dep in ("aux", "auxpass") else verb
    if token.tag != "CD" or place.pos != "PROPN" or place.dep != "pobj" or token.i < place.i or prep.dep != "prep" or verb is None or not verb.tag.startswith("VB"):
        return False
    if verb.first("nsubj", "nsubjpass", "expl") is not None or verb.tag == "VBG" or prep.i > token.i or any(t.i > token.i for t in token.children):
        return False
    token.ent = "CARDINAL"
    move(token, verb, subject_of(verb))
    return True


def day_again(token: Token, _: Sentence) -> bool:
    """"spoke on Friday and again on Sunday, she said": the second day is another of the first one's verb."""
    verb = token.head
    if token.pos != "ADP" or not any(c.lower in ("again", "then") and c.i == token.i - 1 for c in token.all("advmod")) or not any(o.ent in ("DATE", "TIME") for o in token.all("pobj")):
        return False
    if token.dep == "conj" and verb.tag.startswith("VB"):
        token.dep = "prep"
        return True
    told = next((c for c in verb.all("ccomp") if c.i < token.i < verb.i), None)
    if told is None or not any(o.ent in ("DATE", "TIME") for p in told.all("prep") for o in p.all("pobj")):
        return False
    move(token, told, "prep")
    return True
