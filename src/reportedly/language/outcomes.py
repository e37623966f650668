"""Repairs of what became of people: "left a clerk and a guard dead", "saw 20 soldiers and a colonel killed"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.participles import DONE_TO, make_passive
from reportedly.language.subjects import HARMED

LEFT = frozenset(["dead", "wounded", "injured", "hurt", "maimed"])
CAPTIVE = frozenset(["captive", "hostage", "prisoner", "incommunicado"])
TAKING = frozenset(["hold", "take", "keep", "seize"])
LEAVING = frozenset(["leave"])
BURNING = frozenset(["ablaze", "alight", "afire"])
SEEING = frozenset(["see", "watch", "witness"])


def left_dead(token: Token, _: Sentence) -> bool:
    """"left six people dead", "left a clerk and a guard dead": behind its nouns, "dead" says how they were left."""
    if token.lower not in LEFT or token.is_root or (verb := _governor(token.head, LEAVING)) is None:
        return False
    last = token.first("compound")
    if token.dep == "conj" and last is not None and last.i == token.i - 1:  # "a guard dead" taken for one thing
        for child in [c for c in token.children if c.i < last.i]:
            move(child, last, child.dep)
        move(last, token.head, "conj")
    elif token.dep not in ("amod", "acl", "appos", "advmod") or token.i < token.head.i:
        return False
    move(token, verb, "oprd")
    return True


def dead_or_hurt(token: Token, _: Sentence) -> bool:
    """"left dozens of pupils dead or injured": one state of two, and nobody injured anybody."""
    first = token.head
    if token.dep != "conj" or token.lower not in LEFT or first.lower not in LEFT or first.dep != "oprd" or token.first("nsubj", "dobj") is not None:
        return False
    if token.pos != "VERB" or not any(c.lower == "or" for c in first.all("cc")):
        return False
    token.pos, token.tag = "ADJ", "JJ"
    return True


def shot_dead_before(token: Token, _: Sentence) -> bool:
    """"shot dead two men": right behind the verb, "dead" says what became of them, and is no word of theirs."""
    noun = token.head
    if token.lower not in ("dead", "free", "alive") or token.dep != "amod" or noun.dep != "dobj" or noun.head.i != token.i - 1 or noun.head.lemma not in ("shoot", "set", "burn", "cut"):
        return False
    move(token, noun.head, "oprd")
    return True


def shot_dead_swallowed(token: Token, sentence: Sentence) -> bool:
    """"Two men on a motorbike shot dead a judge": nobody is on a "motorbike shot"; they shot him."""
    shot = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    who = token.first("nsubj")
    if token.lower != "dead" or token.tag != "JJ" or shot is None or shot.lower not in ("shot", "gunned") or who is None or shot.head is token or shot.dep != "pobj" or who.i > shot.i:
        return False
    thing, prep = shot.first("compound"), shot.head
    if thing is None or thing.i != shot.i - 1 or shot not in who.subtree():
        return False
    for child in [c for c in shot.children if c.i < thing.i]:
        move(child, thing, child.dep)
    move(thing, prep, "pobj")
    above, dep, root = token.head, token.dep, token.is_root
    shot.head.children.remove(shot)
    shot.head = shot
    move(shot, shot if root else above, dep)
    for child in list(token.children):
        move(child, shot, child.dep)
    move(token, shot, "oprd")
    shot.tag, shot.pos, shot.lemma = "VBD", "VERB", "shoot"
    return True


def set_ablaze(token: Token, _: Sentence) -> bool:
    """"set a police post ablaze", "set the village of Bora ablaze": taken for a word of the noun, or for a noun of which that is one."""
    if token.lower not in BURNING or token.is_root:
        return False
    noun = token.first("compound", "nmod") or next(iter(token.all("amod")), None) if token.dep in ("dobj", "pobj") else None
    if noun is not None and noun.i == token.i - 1:  # "a bus ablaze" taken for one thing
        for child in [c for c in token.children if c.i < noun.i]:
            move(child, noun, child.dep)
        move(noun, token.head, token.dep)
    elif token.dep not in ("amod", "acl", "advmod", "appos") or token.head.i > token.i or token.head.lemma == "set":
        return False
    verb = next((t for t in (token.head, *token.head.ancestors()) if t.lemma == "set" and t.i < token.i), None)
    if verb is None:
        return noun is not None
    move(token, verb, "oprd")
    return True


def left_wounded(token: Token, _: Sentence) -> bool:
    """"left six guards and a child wounded", "left six dead and a child wounded": no child wounds anybody here."""
    verb, harmed = token.head, token.first("nsubj")
    left = verb.first("dobj")
    if token.dep != "conj" or verb.lemma not in LEAVING or token.lower not in LEFT or harmed is None or left is None or token.first("dobj", "aux") is not None:
        return False
    if verb.first("oprd") is not None:
        make_passive(token, harmed)
        return True
    move(harmed, left, "conj")
    move(token, verb, "oprd")
    return True


def seen_done(token: Token, _: Sentence) -> bool:
    """"The week saw 12 activists arrested and two papers banned", "saw 20 soldiers and a colonel killed": it was done to them."""
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or token.lemma not in DONE_TO | HARMED or token.i < token.head.i:
        return False
    noun, first = token.head, _first(token.head)
    before = first.head
    if first.dep == "dobj" and before.lemma in SEEING and before.first("ccomp") is None:
        move(token, before, "ccomp")
        move(first, token, "nsubjpass")
    elif first.dep == "nsubjpass" and first is not noun and before.dep == "ccomp" and before.head.lemma in SEEING and before.i < noun.i:
        move(token, before, "conj")
        move(noun, token, "nsubjpass")
    else:
        return False
    token.tag, token.pos = "VBN", "VERB"
    return True


def _first(noun: Token) -> Token:
    """The first of a coordination."""
    while noun.dep == "conj" and not noun.is_root:
        noun = noun.head
    return noun


def _governor(noun: Token, lemmas: frozenset[str]) -> Token | None:
    """The verb that has a noun, or the first of its coordination, as its object."""
    first = _first(noun)
    return first.head if first.dep == "dobj" and first.head.lemma in lemmas else None


def held_captive(token: Token, _: Sentence) -> bool:
    """"have held the French nun captive", "took the guards prisoner": the model makes a clause of the nun and how she is held."""
    verb, who = token.head, token.first("nsubj")
    if token.dep == "dobj" and token.lower in CAPTIVE and verb.lemma in TAKING and (taken := token.first("compound")) is not None and taken.i == token.i - 1 and (taken.tag == "NNS" or kind_of(taken) in ("PERSON", "ARMED", "GROUP")):
        for child in [c for c in token.children if c.i < taken.i]:
            move(child, taken, child.dep)
        move(taken, verb, "dobj")  # "took his colleague hostage" taken for one thing
        token.dep = "oprd"
        return True
    if token.lower not in CAPTIVE or token.dep not in ("ccomp", "xcomp", "oprd") or verb.lemma not in TAKING:
        return False
    if who is None or who.i > token.i or verb.first("dobj") is not None:
        return False
    move(who, verb, "dobj")
    token.dep = "oprd"
    return True
