"""Repairs that belong to no other room: a lost subject, phrases hung on the wrong word, capitals taken for names."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import REPORTING

GERUND_OF = frozenset({"accuse", "suspect", "convict", "acquit", "blame", "condemn", "criticise", "criticize", "charge", "prevent", "stop", "keep"})
NOUNS = ("NOUN", "PROPN")


def verb_compound(token: Token, _: Sentence) -> bool:
    """"Israeli army seals off Hebron": a noun right before a finite verb that has no subject is its subject."""
    if token.tag not in ("VBZ", "VBD", "VBP") or token.pos not in ("VERB", "AUX") or token.first("nsubj", "nsubjpass", "csubj", "expl") is not None:
        return False
    noun = next((c for c in token.children if c.dep in ("compound", "amod", "nmod") and c.i == token.i - 1 and c.pos in NOUNS), None)
    if noun is None:
        return False
    noun.dep = "nsubj"
    for child in [c for c in token.children if c.dep in ("det", "amod", "poss", "nummod") and c.i < noun.i]:
        move(child, noun, child.dep)
    if token.first("dobj") is None and (after := next((c for c in token.children if c.dep == "appos" and c.i > token.i), None)) is not None:
        after.dep = "dobj"
    return True


def low_gerund(token: Token, _: Sentence) -> bool:
    """"accused the police of beating", "accused forces loyal to X of beating", "accused by the army of beating": the of-phrase is of the verb."""
    noun = token.head
    while noun.dep in ("amod", "acl", "pobj", "prep", "relcl") and noun.head.pos in ("NOUN", "ADJ", "ADP", "PROPN"):
        noun = noun.head
    if token.dep != "prep" or token.lower not in ("of", "from", "for") or noun.dep not in ("dobj", "agent") or noun.head.lemma not in GERUND_OF or token.first("pcomp") is None:
        return False
    move(token, noun.head, "prep")
    return True


def at_once(token: Token, _: Sentence) -> bool:
    """"to release at once all the hostages": "at once" is how soon, and has no object."""
    verb, thing = token.head, token.first("pobj")
    if token.lower != "at" or token.dep != "prep" or thing is None or not any(c.lower == "once" and c.i == token.i + 1 for c in token.children) or not verb.tag.startswith("VB"):
        return False
    if verb.first("dobj") is not None:
        return False
    move(thing, verb, "dobj")
    return True


def to_justice(token: Token, _: Sentence) -> bool:
    """"bring those responsible to justice": they are brought there, and not responsible to it."""
    low, verb = token.head, token.head.head.head
    place = token.first("pobj")
    if token.lower != "to" or low.lower not in ("responsible", "guilty", "behind") or place is None or place.lower not in ("justice", "account", "book"):
        return False
    if verb.lemma not in ("bring", "hold", "call") or not verb.tag.startswith("VB"):
        return False
    move(token, verb, "prep")
    return True


def shot_dead(token: Token, _: Sentence) -> bool:
    """"shot dead three women", "hacked to death 17 people": those behind "dead" are the object."""
    verb = token.head
    if token.dep != "npadvmod" or token.pos not in (*NOUNS, "NUM") or verb.first("dobj") is not None or token.ent in ("DATE", "TIME"):
        return False
    between = [o for c in verb.children if verb.i < c.i < token.i for o in (c, *(c.all("pobj") if c.lower == "to" else ()))]
    if not any(o.lower in ("dead", "free", "hostage", "prisoner", "alive", "death") for o in between):
        return False
    token.dep = "dobj"
    return True


def fronted_preposition(token: Token, sentence: Sentence) -> bool:
    """"Near Raqqa, five strikes destroyed …": a capital makes the model take "Near" for a name."""
    if token is not sentence.tokens[0] or token.lower not in ("near", "outside", "inside", "around", "west", "east", "north", "south") or token.dep == "prep":
        return False
    comma = next((t for t in sentence.tokens[1:8] if t.lower == ","), None)
    inside = [t for t in sentence.tokens[1:8] if comma is not None and t.i < comma.i]
    if comma is None or not inside or not all(t.text[0].isupper() or t.lower in ("of", "the", "and") for t in inside):
        return False
    verb = next((t for t in sentence.tokens if t.i > comma.i and t.tag in ("VBD", "VBZ", "VBP")), sentence.root)
    top = next((t for t in reversed(inside) if t.pos in NOUNS), inside[-1])
    if verb is token or verb is top or (verb in token.subtree() and verb.pos not in ("VERB", "AUX")):
        return False
    if sentence.root in (token, *inside):
        return False
    for word in inside[:-1]:
        if word is not top and word.head not in inside:
            move(word, top, "compound")
    for outside in [c for c in (*token.children, *top.children) if c not in inside and c is not token]:
        move(outside, verb, outside.dep if outside.dep != "appos" else "nsubj") if outside is not verb and verb not in outside.subtree() else None
    if verb in token.subtree():
        return False
    move(token, verb, "prep")
    token.pos, token.tag, token.ent = "ADP", "IN", ""
    move(top, token, "pobj")
    for word in inside:
        word.ent = "GPE"
    return True


def subject_taken_for_object(token: Token, _: Sentence) -> bool:
    """"said one of its cameramen, Mick Deane, was among those killed": one was, and is not what was said."""
    verb = token.head
    told = next((c for c in verb.all("ccomp") if c.i > token.i and c.tag in ("VBD", "VBZ", "VBP")), None)
    if token.i < verb.i or verb.lemma not in ("say", "report", "add") or told is None or token.tag not in ("CD", "DT") or not any(c.lower == "of" for c in token.all("prep")):
        return False
    if told.first("nsubj", "nsubjpass", "mark", "expl", "csubj") is not None:
        return False
    move(token, told, "nsubjpass" if told.first("auxpass") is not None else "nsubj")
    return True


def that_taken_for_article(token: Token, _: Sentence) -> bool:
    """"said on Friday that flight KL12 was hit": a name has no "that" of its own; it begins the clause."""
    name, clause = token.head, token.head.head
    if token.lower != "that" or token.dep != "det" or name.tag not in ("NNP", "CD") or name.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp" or clause.i < name.i:
        return False
    if clause.head.lemma not in REPORTING or clause.head.i > token.i or clause.first("mark") is not None:
        return False
    token.tag, token.pos = "IN", "SCONJ"
    move(token, clause, "mark")
    return True


def that_taken_for_object(token: Token, _: Sentence) -> bool:
    """"told the families that the army would help": the "that" that begins a clause is helped by nobody."""
    clause = token.head
    opens = token.tag == "IN" and token.lower == "that" and token.i < clause.i and clause.dep in ("ccomp", "advcl", "acl")
    if not opens or not any(c.dep in ("nsubj", "nsubjpass", "expl") and token.i < c.i < clause.i for c in clause.children):
        return False
    token.dep = "mark"
    return True
