"""Repairs of what is told: a second clause of what one says, and the sayer behind it, that the model hangs on the verb of the first."""

from __future__ import annotations

from reportedly.language.moves import move, take_over
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import HOLDING, REPORTING

ENDS = frozenset({"”", '"', "’", "'"})  # of a quotation
KNOWING = frozenset({"maintain", "insist", "deny", "acknowledge", "admit", "reveal", "explain", "stress", "suggest", "indicate", "complain", "tell", "inform", "assert", "affirm", "reiterate", "repeat"})


def second_content(token: Token, _: Sentence) -> bool:
    """"maintains that they had agreed to free her and that the raid began": the raid is no matter of what they agreed."""
    first = token.head
    if token.dep not in ("ccomp", "conj", "advcl") or not first.i < token.i or not _that(token) or not _that(first) or first.dep != "ccomp":
        return False
    if first.head.lemma not in REPORTING | HOLDING | KNOWING or any(c is not token and c.dep == "ccomp" and _that(c) for c in first.children):
        return False
    begin = min(t.i for t in token.subtree())
    cc = next((t for t in first.subtree() if t.dep == "cc" and t.i == begin - 1), None)
    if cc is None or token.dep == "conj":
        return False
    move(cc, first, "cc")
    move(token, first, "conj")
    return True


def _that(verb: Token) -> bool:
    return any(m.lower == "that" for m in verb.all("mark"))


def inverted_sayer(token: Token, _: Sentence) -> bool:
    """"The pilots had been told that they were there, said the officer": what the officer said is all before it."""
    first, who = token.head, token.first("nsubj")
    if token.dep != "conj" or token.lemma not in REPORTING or token.tag not in ("VBD", "VBZ") or who is None or not who.i > token.i or first.i > token.i:
        return False
    if token.first("dobj", "ccomp", "mark", "aux") is not None or not first.is_root or any(c.dep == "cc" and c.i > first.i for c in first.children):
        return False
    if not any(c.lower in (",", "”", '"') and c.i == token.i - 1 for c in first.children):
        return False
    take_over(token, first)
    return True


def behind_sayer(token: Token, sentence: Sentence) -> bool:
    """"They fired first," she snapped, sticking to her count: who snapped it sticks to it, and not they."""
    low = token.head
    said = low.head
    if token.dep != "advcl" or token.tag != "VBG" or low.dep != "ccomp" or not low.i < said.i < token.i or token.first("nsubj", "mark") is not None:
        return False
    who = next((s for s in said.all("nsubj") if s.i > low.i), None)
    if who is None or not any(t.text in ENDS for t in sentence.tokens if low.i < t.i < said.i):
        return False
    move(token, said, "advcl")
    return True
