"""Deeds spoken of again without being named: "denied any involvement", "claimed responsibility", "put the toll at 20".

Such words make a claim only when the report has told a deed of violence before; they take its place and time, and it is
the whole point of keeping them that voice, status and figure are their own. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.codebooks.frames import Frame
from reportedly.events.frames import Trigger
from reportedly.language.clauses import agents, is_passive, is_verb, subjects
from reportedly.language.parse import Sentence, Token

DEED = "ASSAULT"


@dataclass(frozen=True, slots=True)
class EchoWords:
    answering: frozenset[str]
    denying: frozenset[str]
    claiming: frozenset[str]
    tolls: frozenset[str]
    toll_of: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def echo_words() -> EchoWords:
    """The words of `echoes.yaml`."""
    data = load_data("echoes.yaml")
    answering, denying, claiming, tolls = (frozenset(data[key]) for key in ("answering", "denying", "claiming", "tolls"))
    return EchoWords(answering, denying, claiming, tolls, {noun: frozenset(of) for noun, of in data["toll_of"].items()})


ANSWERED = Frame("echo.answer", DEED, None, (), (), (), {})
COUNTED = Frame("echo.toll", DEED, "kill", (), (), (), {})
ECHOES = (ANSWERED, COUNTED)


def echoes(sentence: Sentence) -> Iterator[Trigger]:
    """The echoes of a sentence as triggers. Whether there is a deed that they can echo, the story decides."""
    words = echo_words()
    for token in sentence.tokens:
        if token.pos != "NOUN":
            continue
        if token.lemma in words.answering and token.dep in ("dobj", "nsubjpass") and _is_bare(token):
            yield from _answer(token, words)
        elif _is_toll(token, words):
            yield Trigger(token, COUNTED, True, (token,))


def _answer(noun: Token, words: EchoWords) -> Iterator[Trigger]:
    verb = noun.head
    if not is_verb(verb) or verb.lemma not in words.denying | words.claiming or any(c.dep == "neg" for c in verb.children):
        return
    who = tuple(w for w in (agents(verb) if is_passive(verb) else subjects(verb)) if w.lower not in ("nobody", "none") and not any(c.lower in ("no", "neither") for c in w.children))
    if who and (verb.lemma in words.denying or noun.lemma in ("responsibility", "blame", "credit")):
        yield Trigger(noun, ANSWERED, True, (noun,), who)


def _is_bare(noun: Token) -> bool:
    """Nothing follows that would name the deed itself, or the deed is only "it", "this"."""
    deeds = [d for p in noun.all("prep") if p.lower in ("for", "in", "to", "of", "with") for d in (*p.all("pobj"), *p.all("pcomp"))]
    return all(d.pos == "PRON" or d.lower in ("this", "that") for d in deeds)


def _is_toll(noun: Token, words: EchoWords) -> bool:
    before = {c.lemma for c in noun.children if c.dep in ("compound", "amod")}
    if noun.lemma in words.tolls and (noun.lemma == "toll" or before & {"body", "death", "casualty"}):
        return not before & {"road", "bridge", "emotional", "heavy"}
    counted = words.toll_of.get(noun.lemma, frozenset())
    return any(d.lemma in counted or d.lower in counted for p in noun.all("prep") if p.lower == "of" for d in p.all("pobj"))


