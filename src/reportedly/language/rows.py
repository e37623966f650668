"""Rows of phrases that the model breaks: "called for a truce and for talks", "demanded the release of the editor, an inquiry and talks"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token

ASKING = frozenset(["demand", "seek", "want", "request", "propose", "urge", "require", "reject", "condemn", "denounce", "welcome", "oppose", "promise", "pledge", "announce", "offer"])
ASKING_FOR = frozenset(["call", "ask", "appeal", "press", "push", "plead", "campaign", "agree", "insist", "protest"])


def second_preposition(token: Token, _: Sentence) -> bool:
    """"called for an end to the siege and for talks": the second "for" stands beside the first, whatever lies between them."""
    if token.pos != "ADP" or token.head.pos != "ADP" or token.first("pobj") is None:
        return False
    first = token.head
    while first.lower != token.lower and first.head.dep == "pobj" and first.head.head.pos == "ADP":
        first = first.head.head
    if first.lower != token.lower or first.dep not in ("prep", "dative"):
        return False
    move(token, first.head, "prep")
    return True


def asked_row(token: Token, _: Sentence) -> bool:
    """"demanded the release of the editor, an inquiry and talks": what is asked for in a row; no release is an inquiry."""
    first = token.head
    if token.pos != "NOUN" or first.pos != "NOUN" or token.first("cc") is None or token.first("conj") is None or first.first("det") is None:
        return False
    asked = (first.dep == "dobj" and first.head.lemma in ASKING) or (first.dep == "pobj" and first.head.head.lemma in ASKING_FOR)
    if not asked or not any(c.lower == "of" and c.i < token.i for c in first.children) or token.ent:
        return False
    token.dep = "conj"
    return True
