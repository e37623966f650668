"""Repairs of words that the model takes for others: "there was shooting" for a verb, "pirate attack" for one, "seals off Hebron" for off it."""

from __future__ import annotations

from reportedly.language.clauses import is_passive
from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

HEARD = frozenset(["shooting", "fighting", "shelling", "bombing", "looting", "rioting", "firing", "killing", "stone-throwing"])
CLOSING = frozenset(["seal", "cordon", "fence", "wall"])
ENDING = frozenset(["finish", "pick", "carry", "cart", "haul", "lead", "drag", "bump"])  # "off" behind these is theirs, of people
CARRYING = frozenset(["accept", "admit", "bring", "carry", "collect", "evacuate", "ferry", "fly", "get", "house", "move", "nurse", "receive", "rescue", "take", "tend", "transfer", "transport", "treat"])
PARTS = ("compound", "amod", "nmod", "nummod", "det", "poss")


def there_gerund(token: Token, _: Sentence) -> bool:
    """"there was shooting from the roof": the shooting is what there was, and nobody's doing it just then."""
    be = next((c for c in token.children if c.dep == "aux" and c.lemma == "be"), None)
    there = token.first("expl")
    if be is None or there is None or there.lower != "there" or token.lower not in HEARD or token.first("dobj", "nsubj") is not None:
        return False
    head, dep, root = token.head, token.dep, token.is_root
    for child in [c for c in token.children if c is not be and c.dep not in ("prep", *PARTS)]:
        move(child, be, child.dep)
    token.children.remove(be)
    be.head = be
    move(be, be if root else head, "ROOT" if root else dep)
    move(token, be, "attr")
    token.tag, token.pos, token.lemma, be.pos = "NN", "NOUN", token.lower, "AUX"
    return True


def pirate_noun(first: Token, sentence: Sentence) -> bool:
    """"Navy foils pirate attack", "ship intercepts pirate boats": nobody pirates an attack. Asked before all else of a sentence."""
    token = next((t for t in sentence.tokens if t.lower == "pirate" and t.tag in ("VB", "VBP")), None) if first is sentence.tokens[0] else None
    if token is None:
        return False
    noun = next((t for t in sentence.tokens if t.i == token.i + 1), None)
    if noun is None or noun.dep != "dobj" or noun.head is not token:
        return False
    head, dep, root = token.head, token.dep, token.is_root
    token.children.remove(noun)
    noun.head = noun
    move(noun, noun if root else head, "ROOT" if root else "dobj" if dep in ("ccomp", "xcomp", "advcl") else dep)
    for child in list(token.children):
        move(child, noun, "compound" if child.dep == "nsubj" else child.dep)
    move(token, noun, "compound")
    token.tag, token.pos, token.lemma = "NN", "NOUN", "pirate"
    return True


def sealed_off(token: Token, _: Sentence) -> bool:
    """"Israeli army seals off Hebron", "finished off a wounded man": what is sealed, who is finished off, not off what."""
    verb, place = token.head, token.first("pobj")
    if token.lower != "off" or token.dep != "prep" or place is None or verb.first("dobj") is not None or is_passive(verb):
        return False
    if verb.lemma not in CLOSING and not (verb.lemma in ENDING and kind_of(place) in ("PERSON", "GROUP", "ARMED")):
        return False
    move(place, verb, "dobj")
    token.dep, token.tag, token.pos = "prt", "RP", "ADP"
    return True


def wounded_people(token: Token, sentence: Sentence) -> bool:
    """"got some 40 wounded out of the town", "flew out nine wounded": those who are carried off are the wounded; nobody wounds them there."""
    number = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if token.lower not in ("wounded", "injured") or number is None or number.tag != "CD" or token.first("nsubjpass", "auxpass", "aux") is not None:
        return False
    verb = number.head
    if verb.lemma not in CARRYING or verb is token or number.dep not in ("dobj", "npadvmod", "nsubjpass") or token.head not in (number, verb):
        return False
    people = token.first("dobj")
    if people is not None and people.first("det", "nummod") is None:  # "took in 42 wounded Ukrainian soldiers"
        move(people, verb, "dobj")
        move(number, people, "nummod")
        for child in [c for c in token.children if c is not people]:
            move(child, verb, child.dep)
        move(token, people, "amod")
        token.tag, token.pos = "VBN", "VERB"
        return True
    for child in [c for c in token.children if c is not number]:
        move(child, verb, child.dep)
    for child in [c for c in number.children if c is not token]:
        move(child, token, child.dep)
    dep = "nsubjpass" if number.dep == "nsubjpass" else "dobj"
    move(token, verb, dep)
    move(number, token, "nummod")
    token.tag, token.pos, token.lemma = "NNS", "NOUN", token.lower
    return True


def one_by_one(token: Token, sentence: Sentence) -> bool:
    """"were lined up and shot one by one": how, and not whom."""
    one = next((c for c in token.all("dobj", "nsubj", "attr") if c.lower in ("one", "two")), None)
    if one is None or [t.lower for t in sentence.tokens if one.i < t.i <= one.i + 2] != ["by", one.lower]:
        return False
    one.dep = "npadvmod"
    return True
