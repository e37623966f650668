"""Repairs of sentences that call a tale true or not: "Reports that the paper had retracted its story are untrue"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import TALES

CALLING = frozenset(["describe", "dismiss", "reject", "denounce", "brand", "decry", "deride", "deny", "condemn"])
ANSWERABLE = frozenset(["responsible", "accountable", "liable", "culpable", "answerable"])
LOOKING = frozenset(["dress", "disguise", "pose", "masquerade", "clothe"])


def lost_verdict(token: Token, sentence: Sentence) -> bool:
    """"Reports that police had seized two rifles are untrue": what the tale is called is said of it, and the rifles are what was seized."""
    tale = sentence.root
    if token.lemma != "be" or token.dep not in ("ccomp", "advcl", "conj") or tale.lemma not in TALES or tale.pos != "NOUN" or tale.first("nsubj", "cop") is not None:
        return False
    clause, low = tale.first("acl"), token.first("nsubj")
    if clause is None or low is None or low.i > token.i or token not in tale.subtree() or not any(c.lower == "that" for c in clause.all("mark")):
        return False
    if token.first("acomp", "attr") is None or token.tag not in ("VBP", "VBZ", "VBD") or token.i < clause.i:
        return False
    above, after = token.head, token.first("mark")
    if above is tale:
        noun = next((t for t in reversed(sentence.tokens) if t.i < low.i and t.dep in ("dobj", "pobj") and t in clause.subtree()), None)
        if noun is None:
            return False
        move(low, noun, "conj")
    elif after is not None:
        move(after, above, "prep")
        move(low, after, "pobj")
        after.pos = "ADP"
    else:
        move(low, above, "dobj")
    if token.head is not tale:
        move(token, tale, "conj")
    tale.children.remove(token)
    token.head, token.dep = token, "ROOT"
    tale.head, tale.dep = token, "nsubj"
    token.children.insert(0, tale)
    for mark in [c for c in tale.children if c.dep == "punct" and c.i > token.i]:
        move(mark, token, "punct")
    return True


def judged_before(token: Token, _: Sentence) -> bool:
    """"dismissed as lies reports that it had fired": the reports are what was dismissed, beside what they were dismissed as."""
    as_, verb = token.head, token.head.head
    called = next((c for c in token.children if c.dep in ("nsubj", "compound") and as_.i < c.i < token.i), None)
    if called is not None and (token.tag == "VBZ" or (token.tag == called.tag == "NNS")) and token.lemma in TALES and as_.lower == "as":
        move(called, as_, "pobj")  # "as a fabrication reports that …"
        token.pos, token.tag = "NOUN", "NNS"
        for told in token.all("ccomp"):
            told.dep = "acl"
    false = token.first("amod")
    of_whom = token.first("poss")
    right_before = token.i - 1 if of_whom is None else min(t.i for t in of_whom.subtree()) - 1  # "rejected as groundless Manila's charge that"
    if false is not None and as_.lower == "as" and false.i == as_.i + 1 == right_before and verb.lemma in CALLING and token.lemma in TALES and token.first("acl", "relcl") is not None:
        move(false, as_, "pobj")  # "described as baseless claims that"
    if token.dep != "pobj" or as_.lower != "as" or as_.dep != "prep" or token.lemma not in TALES or not verb.tag.startswith("VB") or verb.first("dobj") is not None:
        return False
    if not any(c is not token and c.i < token.i for c in as_.all("pobj")):
        return False
    move(token, verb, "dobj")
    return True


def dressed_as(token: Token, _: Sentence) -> bool:
    """"Men dressed as soldiers killed a judge": the men killed him; soldiers is what they looked like."""
    looked, mark, looks = token.head, token.first("mark"), token.first("nsubj")
    men = looked.head
    if token.dep != "advcl" or looked.dep != "acl" or looked.lemma not in LOOKING or not men.is_root or men.pos not in ("NOUN", "PROPN") or mark is None or mark.lower != "as":
        return False
    if looks is None or looks.i > token.i or token.tag not in ("VBD", "VBZ", "VBP"):
        return False
    move(mark, looked, "prep")
    move(looks, mark, "pobj")
    mark.pos = "ADP"
    looked.children.remove(token)
    token.head, token.dep = token, "ROOT"
    men.head, men.dep = token, "nsubj"
    token.children.insert(0, men)
    for rest in [c for c in men.children if c.i > token.i]:
        move(rest, token, rest.dep)
    return True


def held_answerable(token: Token, _: Sentence) -> bool:
    """"held Abu Sayyaf accountable for the raid": behind its object, what it is held to be is said by the verb."""
    who = token.head
    if token.lower not in ANSWERABLE or token.dep != "amod" or who.dep != "dobj" or who.i > token.i or who.head.lemma not in ("hold", "find"):
        return False
    move(token, who.head, "oprd")
    return True
