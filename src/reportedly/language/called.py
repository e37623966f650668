"""Repairs of what somebody is called: "called the charges fabricated", "branded the reporters agents"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

CALLING = frozenset(["call", "label", "brand", "deem", "declare", "pronounce", "dub", "term"])


def called_so(token: Token, _: Sentence) -> bool:
    """"called the charges fabricated", "declared the vote rigged": what the noun is called, and no clause of it."""
    noun = token.head
    if token.dep != "acl" or token.tag != "VBN" or noun.dep != "dobj" or noun.head.lemma not in CALLING or noun.head.i > noun.i:
        return False
    if token.i != noun.i + 1 or token.first("agent", "prep", "dobj", "xcomp") is not None:
        return False
    move(token, noun.head, "oprd")
    return True


def called_second(token: Token, _: Sentence) -> bool:
    """"branded the reporters agents", "called the clerk a spy": nobody is given a spy; a spy is what he is called."""
    verb = token.head
    name = verb.first("dobj")
    if token.dep != "dative" or token.pos not in ("NOUN", "PROPN", "PRON") or verb.lemma not in CALLING or name is None or not verb.i < token.i < name.i:
        return False
    if verb.lemma == "call" and kind_of(name) not in ("PERSON", "GROUP", "ARMED"):
        return False  # "called her a taxi"
    token.dep, name.dep = "dobj", "oprd"
    return True


def called_name(token: Token, sentence: Sentence) -> bool:
    """"called the strikers “terrorists”": what stands in quotation marks is what they are called, and they are no kind of it."""
    name = token.head
    if name.dep != "dobj" or name.head.lemma not in CALLING or not name.head.i < token.i < name.i or token.tag not in ("NN", "NNS"):
        return False
    behind = next(t for t in sentence.tokens if t.i == token.i + 1)
    if behind.start < token.end + 2 or behind.dep == "punct":  # a space, and the mark that no token stands for
        return False
    for word in [c for c in name.children if c.i < token.i]:
        move(word, token, word.dep)
    move(token, name.head, "dobj")
    name.dep = "oprd"
    return True
