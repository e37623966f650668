"""Lists of nouns that the model reads as appositions: "killed a judge, a guard and a clerk"."""

from __future__ import annotations

from reportedly.language.parse import Sentence, Token

INDEFINITE = frozenset({"a", "an", "one", "another"})
NOUNS = ("NOUN", "PROPN")


def listed_apposition(token: Token, sentence: Sentence) -> bool:
    """"killed a judge, a guard and a clerk": one who is new to the story is not two others; the three are a list."""
    if token.dep != "appos" or token.pos not in NOUNS or token.first("conj") is None or token.first("cc") is None:
        return False
    first = _before_comma(token, sentence)
    if first is None or first.pos != "NOUN" or first.tag != "NN" or not _is_new(first) or not (_is_new(token) or token.pos == "PROPN"):
        return False
    token.head.children.remove(token)
    token.dep, token.head = "conj", first
    first.children.append(token)
    return True


def _is_new(noun: Token) -> bool:
    return any(c.dep in ("det", "nummod") and c.lower in INDEFINITE for c in noun.children)


def _before_comma(token: Token, sentence: Sentence) -> Token | None:
    """The noun that ends right before the comma in front of a phrase."""
    start = min(t.i for t in token.subtree())
    before = [t for t in sentence.tokens if t.i < start][-2:]
    if len(before) < 2 or before[1].lower != "," or token.head not in (before[0], *before[0].ancestors()):
        return None
    return before[0]
