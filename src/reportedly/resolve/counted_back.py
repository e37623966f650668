"""Who "the three", "all six", "the two sides", "the pair", "the latter" are: those of just that number who were told of last.

A row of as many ("a nurse, a guard and a clerk"), as many of one word ("six soldiers"), or, of two, who did something and with whom
("met his Saudi counterpart"). Where none of these is near the words stay as they are. Words in `codebooks/hypernyms.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.find.kinds import is_human
from reportedly.find.numbers import number_words
from reportedly.language.coordination import conjuncts
from reportedly.language.parse import Token
from reportedly.resolve.pronouns import TOKENS_A_SENTENCE
from reportedly.resolve.referent import Referent

NEAR = 2  # sentences
DEFINITE = frozenset({"the", "all", "both", "these", "those"})
BESIDE = frozenset({"with", "and", "against"})
AMONG = ("nsubj", "nsubjpass", "dobj", "pobj")


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_data("hypernyms.yaml")["counted"].items()}


def counted_back(noun: Token, mentions: Sequence[Referent]) -> tuple[Token, ...]:
    """The heads of those whom a number alone stands for; none where it stands for itself."""
    if (place := _ordered(noun)) is not None:
        two = _two(noun, mentions)
        return (two[place],) if two else ()
    count, kind = _counted(noun)
    if count < 2:
        return ()
    near = [m for m in mentions if m.head.i < noun.i and noun.i // TOKENS_A_SENTENCE - m.head.i // TOKENS_A_SENTENCE <= NEAR]
    for mention in reversed(near):
        row = conjuncts(mention.head)
        if len(row) == count and mention.head.dep != "conj" and len({t.lemma for t in row}) > 1 and _are_people(row, near):
            return tuple(row)
        if not kind and mention.head.dep in AMONG and _number(mention.head) == count and is_human(mention.kinds) and mention.head.tag in ("NNS", "NNPS") and mention.head.lemma not in _words()["loose"]:
            return (mention.head,)
    return _two(noun, mentions) if count == 2 else ()


def _ordered(noun: Token) -> int | None:
    """"the former", "the latter" alone."""
    if noun.lower not in ("former", "latter") or noun.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or noun.first("det") is None:
        return None
    return int(noun.lower == "latter")


def _counted(noun: Token) -> tuple[int, str]:
    """How many a phrase stands for, and its noun, if it has one."""
    det = next((c.lower for c in noun.children if c.i < noun.i and c.lower in DEFINITE), "")
    if noun.lower in ("pair", "duo", "two", "both") and (det == "the" or noun.lower == "both") and not noun.all("prep", "appos"):
        return 2, ""
    if noun.lower == "trio" and det == "the" and not noun.all("prep"):
        return 3, ""
    if noun.tag == "CD":
        return (_value(noun) if det and not noun.all("prep", "appos", "relcl") else 0), ""
    if noun.lemma not in _words()["loose"] or any(c.dep in ("amod", "compound", "poss", "prep", "relcl", "acl", "appos") and c.lower != "both" for c in noun.children):
        return 0, ""
    return (2 if det == "both" and noun.first("nummod") is None else _number(noun) if det else 0), noun.lemma


def _number(noun: Token) -> int:
    number = noun.first("nummod")
    return _value(number) if number is not None else 0


def _value(number: Token) -> int:
    return number_words().words.get(number.lower, int(number.text) if number.text.isdigit() and len(number.text) < 4 else 0)


def _are_people(row: Sequence[Token], mentions: Sequence[Referent]) -> bool:
    kinds = {m.head.i: m.kinds for m in mentions}
    human = [is_human(kinds.get(t.i, frozenset())) or t.ent in ("PERSON", "NORP") for t in row]
    return any(human) and all(h or (t.tag == "NN" and not kinds.get(t.i)) for h, t in zip(human, row, strict=True))  # "a nurse, a printer"


def _two(noun: Token, mentions: Sequence[Referent]) -> tuple[Token, ...]:
    """Of "the two": a row of two, or who did something and with whom, in the sentence before or in the clause before."""
    near = [m for m in mentions if m.head.i < noun.i and noun.i // TOKENS_A_SENTENCE - m.head.i // TOKENS_A_SENTENCE <= 1 and (is_human(m.kinds) or m.person)]
    row = next((r for m in reversed(near) if m.head.dep != "conj" and len(r := conjuncts(m.head)) == 2 and _are_people(r, near)), None)
    if row is not None:
        return tuple(row)
    subject = next((m.head for m in near if m.head.dep == "nsubj" and m.head.head.lemma in _words()["mutual"]), None)
    if subject is None:
        return ()
    verb = subject.head
    other = next((m.head for m in near if m.head is not subject and ((m.head.dep == "dobj" and m.head.head is verb) or (m.head.dep == "pobj" and m.head.head.lower in BESIDE and verb in m.head.ancestors()))), None)
    return (subject, other) if other is not None else ()
