"""Repairs of words that the model takes for others: "there was shooting" for a verb, "pirate attack" for one, "seals off Hebron" for off it."""

from __future__ import annotations

from reportedly.codebooks.frames import load_codebook
from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import is_passive
from reportedly.language.moves import is_after_comma, move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import REPORTING

HEARD = frozenset(["shooting", "fighting", "shelling", "bombing", "looting", "rioting", "firing", "killing", "stone-throwing"])
CLOSING = frozenset(["seal", "cordon", "fence", "wall"])
ENDING = frozenset(["finish", "pick", "carry", "cart", "haul", "lead", "drag", "bump"])  # "off" behind these is theirs, of people
CARRYING = frozenset(["accept", "admit", "bring", "carry", "collect", "evacuate", "ferry", "fly", "get", "house", "move", "nurse", "receive", "rescue", "take", "tend", "transfer", "transport", "treat"])
TAKING_UP = frozenset(["remarks", "comments", "claims", "charges", "moves", "steps", "demands", "threats", "figures"])
FACED = frozenset(["calls", "demands", "charges", "claims", "protests", "threats", "strikes", "attacks", "counts", "cuts", "trials"])
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


def faced_noun(token: Token, _: Sentence) -> bool:
    """"The chief faces calls to resign": a man calls, and no face does; what he faces is a noun."""
    face = token.first("nsubj")
    if token.lower not in FACED or token.tag not in ("VBZ", "VBP", "NNS"):
        return False
    if token.tag == "VBZ" and token.dep == "dobj" and token.head.lemma == "face":
        token.tag, token.pos = "NNS", "NOUN"
        return True
    who = face.first("nsubj", "compound") if face is not None else None
    if face is None or face.lower != "faces" or who is None or face.i != token.i - 1:
        return False
    head, dep, root = token.head, token.dep, token.is_root
    token.children.remove(face)
    face.head = face
    move(face, face if root else head, "ROOT" if root else dep)
    move(token, face, "dobj")
    token.tag, token.pos, who.dep, face.tag, face.pos, face.lemma = "NNS", "NOUN", "nsubj", "VBZ", "VERB", "face"
    return True


def remarks_that(token: Token, sentence: Sentence) -> bool:
    """"..., the minister said, remarks that angered Ankara": nobody remarks anything; the remarks are what he said."""
    clause = token.first("ccomp")
    that = clause.first("nsubj", "dobj") if clause is not None else None
    if token.tag != "VBZ" or token.lower not in TAKING_UP or clause is None or that is None or that.tag != "WDT" or token.first("nsubj", "aux", "mark") is not None or not is_after_comma(token, sentence):
        return False
    token.tag, token.pos, clause.dep = "NNS", "NOUN", "relcl"
    move(token, sentence.root, "npadvmod")
    return True


def titled_name(token: Token, sentence: Sentence) -> bool:
    """"Jailer Wade Brock said", "Neighbor Darla Hines, 61, said": the first word tells what somebody is, and the name of a person follows."""
    name = token.head
    words = [t for t in sentence.tokens if token.i < t.i <= name.i]
    if token is not sentence.tokens[0] or token.dep != "compound" or name.dep != "nsubj" or name.tag != "NNP" or token.lower not in voice_words().titles:
        return False
    if len(words) != 2 or any(t.tag != "NNP" or t.known for t in words) or name.head.lemma not in REPORTING or (token.ent != "ORG" and all(t.ent == "PERSON" for t in words)):
        return False
    token.ent = ""
    for word in words:
        word.ent, word.ent_first = "PERSON", word is words[0]
    return True


def swallowed_root(token: Token, _: Sentence) -> bool:
    """"Canada has frozen aid", "The army tortured prisoners": the model makes the object the head of it all; the verb is."""
    noun = token.head
    if token.dep != "amod" or token.tag not in ("VBN", "VBD") or not noun.is_root or noun.pos not in ("NOUN", "PROPN") or noun.i < token.i:
        return False
    have = next((c for c in token.all("aux") if c.lemma == "have"), None)
    who = token.first("nsubj") or next((c for c in token.all("npadvmod") if c.i == token.i - 1 and kind_of(c) in ("PERSON", "GROUP", "ARMED", "STATE")), None)
    if who is None or (have is None and who.dep == "nsubj") or not load_codebook().verbs.get(token.lemma):
        return False
    move(token, token, "ROOT")
    for child in [c for c in noun.children if c.i < token.i]:
        move(child, who if child.dep == "det" and child.i < who.i else token, child.dep)
    for child in [c for c in noun.children if c.dep == "punct" or c.pos == "VERB"]:
        move(child, token, child.dep)
    move(noun, token, "dobj")
    who.dep = "nsubj"
    token.tag, token.pos = "VBN" if have is not None else "VBD", "VERB"
    return True
