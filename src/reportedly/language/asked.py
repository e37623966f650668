"""Repairs of verbs that stand before their subject: questions, and conditions without an "if"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token
from reportedly.language.participles import make_passive


def asked_passive(token: Token, sentence: Sentence) -> bool:
    """"Was the camp shelled by the army?": the verb stands before its subject, and what seems to be a clause of the subject is the verb."""
    be, noun = token.head.head, token.head
    if token.tag not in ("VBN", "VBD") or not be.is_root or be.lemma != "be" or noun.dep != "nsubj" or noun.i < be.i or sentence.tokens[-1].lower != "?":
        return False
    if be.first("attr", "acomp", "xcomp", "ccomp", "advmod") is not None or token.first("nsubj", "aux", "mark") is not None:
        return False
    _put_under(be, token, "auxpass")
    make_passive(token, noun)
    return True


def asked_active(token: Token, _: Sentence) -> bool:
    """"Was the president arrested?": with a "be" before its subject, a past participle is passive."""
    be, verb = token, token.head
    noun = verb.first("nsubj")
    if be.lemma != "be" or verb.tag != "VBN" or noun is None or be.i > noun.i or any(c.dep in ("aux", "auxpass") and c is not be for c in verb.children):
        return False
    be.dep = "auxpass"
    make_passive(verb, noun)
    return True


def did_before(token: Token, sentence: Sentence) -> bool:
    """"Did masked men shoot a judge?": a "did" that begins a question helps its verb, and no participle beside it."""
    first = token.head
    if token is not sentence.tokens[0] or token.lemma != "do" or first.dep != "amod" or sentence.tokens[-1].lower != "?":
        return False
    verb = first.head.head
    if first.head.dep != "nsubj" or verb.tag not in ("VB", "VBP") or verb.first("aux") is not None:
        return False
    move(token, verb, "aux")
    verb.tag = "VB"
    return True


def inverted_had(token: Token, _: Sentence) -> bool:
    """"Had the army attacked, the town would have fallen": a "had" before the subject of a past tense is its auxiliary."""
    had, subject = token.head, token.first("nsubj", "nsubjpass")
    if had.lower != "had" or had.dep != "advcl" or token.tag not in ("VBD", "VBN") or had.first("nsubj") is not None:
        return False
    if subject is None or subject.i < had.i or token.first("mark", "aux") is not None:
        return False
    _put_under(had, token, "aux")
    token.tag = "VBN"
    return True


def _put_under(auxiliary: Token, verb: Token, dep: str) -> None:
    """Make a verb the head of what it seems to hang on, in the same place of the sentence."""
    above, label = (verb, "ROOT") if auxiliary.is_root else (auxiliary.head, auxiliary.dep)
    move(verb, above, label)
    for child in [*auxiliary.children]:
        move(child, verb, child.dep)
    move(auxiliary, verb, dep)
    auxiliary.pos = "AUX"
