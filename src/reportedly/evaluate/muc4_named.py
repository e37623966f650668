"""Victims whom a report names in a sentence of its own, or beside a number: no claims, but fillers of MUC-4.

"The victims were identified as A and B", "Also injured were A and B", "A is the latest victim", "six were hurt, including A".
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.language.coordination import conjuncts
from reportedly.language.parse import Parse, Sentence, Token

VICTIMS = {"victim": "", "casualty": "", "injured": "INJURY", "wounded": "INJURY", "dead": "DEATH", "killed": "DEATH", "murdered": "DEATH", "fatality": "DEATH"}
LINKS = frozenset({"be", "identify", "name", "include"})


def named_victims(parse: Parse) -> Iterator[tuple[Token, str]]:
    """The last words of names, each with what happened ("DEATH", "INJURY", "" where it is not said)."""
    for sentence in parse.sentences:
        told = next((t for t in sentence.tokens if t.lower in VICTIMS or t.lemma in VICTIMS), None)
        link = next((t for t in sentence.tokens if t.lemma in LINKS and t.dep in ("ROOT", "auxpass")), None)
        if told is None or link is None:
            continue
        inside = _names(sentence)
        after = [n for n in inside if n.i > link.i] if told.i < link.i else [n for n in inside if n.i < link.i]
        if told.i < link.i or told.dep == "attr":
            yield from ((name, VICTIMS.get(told.lower) or VICTIMS.get(told.lemma, "")) for name in after)


def included(head: Token) -> Iterator[Token]:
    """"three persons were injured, including A and B": the names behind "including"."""
    for prep in (c for t in (head, head.head) for c in t.children if c.lower == "including"):
        for noun in prep.all("pobj", "dobj"):
            yield from (n for n in conjuncts(noun) if n.ent == "PERSON" and n.pos == "PROPN")


def _names(sentence: Sentence) -> list[Token]:
    """The people of a sentence, but for those who only tell who another is: "son of A", "A's driver"."""
    heads = [t for t in sentence.tokens if (t.ent == "PERSON" and t.pos == "PROPN" and t.head.ent != "PERSON") or (t.ent == "PERSON" and t.dep == "conj")]
    return [t for t in heads if t.dep in ("attr", "conj", "nsubj", "nsubjpass", "pobj", "appos", "dobj", "ROOT") and t.head.lower not in ("of", "by", "to", "with", "for")]
