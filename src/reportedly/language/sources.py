"""Repairs of "according to": of how much of the sentence it names the source."""

from __future__ import annotations

from reportedly.language.moves import end_of, is_after_comma, move
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import PRESS, REPORTING


def trailing_according(token: Token, sentence: Sentence) -> bool:
    """"blew himself up, killing six, according to the ministry": at the end of a sentence it is the source of all of it."""
    if token.lower != "according" or token.dep != "prep" or not is_after_comma(token, sentence):
        return False
    if any(t.i > end_of(token) and t.pos != "PUNCT" for t in sentence.tokens):
        return False
    top = token.head
    if _is_of_last_clause(top):
        return False
    while not top.is_root and not (top.dep == "conj" and top.first("nsubj", "nsubjpass") is not None) and (top.dep != "ccomp" or _is_told_first(top)):
        top = top.head
    if top is token.head or not top.tag.startswith("VB"):
        return False
    move(token, top, "prep")
    return True


def _is_of_last_clause(verb: Token) -> bool:
    """"the army said it had taken the bridge, a day after fighters shelled a camp, killing ten, according to medics": a clause with a time
    of its own behind what somebody else says; the medics speak of the camp."""
    clause = next((a for a in (verb, *verb.ancestors()) if a.dep in ("advcl", "pcomp") and a.first("nsubj", "nsubjpass") is not None), None)
    above = next((a for a in clause.ancestors() if a.dep == "ccomp"), None) if clause is not None else None
    return clause is not None and above is not None and above.head.lemma in REPORTING and above.head.i < above.i and above.head.first("nsubj") is not None


def _is_told_first(clause: Token) -> bool:
    """"the minister said troops had left, according to the paper": what stands behind the verb of saying."""
    said = clause.head
    sayer = said.first("nsubj")
    return said.lemma in REPORTING and said.i < clause.i and sayer is not None and sayer.lemma not in PRESS and said.lemma != "report"
