"""Deeds spoken of again without being named: "denied any involvement", "claimed responsibility", "put the toll at 20".

Such words make a claim only when the report has told a deed of violence before; they take its place and time, and it is
the whole point of keeping them that voice, status and figure are their own. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attribute.falsehoods import called_false
from reportedly.codebooks.frames import Frame
from reportedly.events.aftermath import AFTERMATHS, COUNTLESS, aftermath, aftermath_words
from reportedly.events.echo_words import EchoWords, echo_words
from reportedly.events.frames import Trigger
from reportedly.events.tolls import COUNTED, DEED, RECOUNTED, TOLD_APART, is_toll, numbered
from reportedly.language.clauses import agents, is_passive, is_verb, subjects
from reportedly.language.nobody import none_of
from reportedly.language.parse import Sentence, Token

ANSWERED = Frame("echo.answer", DEED, None, (), (), (), {})
DISMISSED = Frame("echo.dismissal", DEED, None, (), (), (), {})
ECHOES = (ANSWERED, COUNTED, *TOLD_APART, *AFTERMATHS)
NUMBERED = (COUNTED, RECOUNTED, *TOLD_APART, *(f for f in AFTERMATHS if f not in COUNTLESS))  # nothing without their number


def echoes(sentence: Sentence) -> Iterator[Trigger]:
    """The echoes of a sentence as triggers. Whether there is a deed that they can echo, the story decides."""
    words = echo_words()
    for token in sentence.tokens:
        if (toll := numbered(token, words)) is not None:
            yield toll
        if (told := aftermath(token, aftermath_words(), headline=sentence.headline)) is not None:
            yield told
        if token.pos != "NOUN" and token.lower != "dead":
            continue
        if token.lemma in words.answering and token.dep in ("dobj", "nsubjpass") and _is_bare(token):
            yield from _answer(token, words)
        elif token.lemma in words.dismissed and _is_bare(token) and _is_dismissed(token, words):
            yield Trigger(token, DISMISSED, True, (token,))
        elif is_toll(token, words):
            yield Trigger(token, COUNTED, True, (token,))


def _answer(noun: Token, words: EchoWords) -> Iterator[Trigger]:
    verb = noun.head
    denies = _denies(verb, words)
    if not is_verb(verb) or not (denies or verb.lemma in words.claiming) or any(c.dep == "neg" for c in verb.children):
        return
    who = tuple(w for w in (agents(verb) if is_passive(verb) else subjects(verb)) if none_of(w) is None)
    if who and (denies or noun.lemma in ("responsibility", "blame", "credit")):
        yield Trigger(noun, ANSWERED, True, (noun,), who)


def _denies(verb: Token, words: EchoWords) -> bool:
    particle = verb.first("prt")
    return (verb.lemma if particle is None else f"{verb.lemma} {particle.lower}") in words.denying


def _is_dismissed(tale: Token, words: EchoWords) -> bool:
    """Whether what somebody told is denied, dismissed or called untrue."""
    verb = tale.head
    if tale.dep in ("dobj", "nsubjpass") and is_verb(verb) and (_denies(verb, words) or verb.lemma in words.dismissing):
        return not any(c.dep == "neg" for c in verb.children)
    return is_verb(verb) and called_false(tale, verb) is not None


def _is_bare(noun: Token) -> bool:
    """Nothing follows that would name the deed itself, or the deed is only "it", "this", or that "of its men"."""
    if noun.first("acl", "relcl", "ccomp") is not None:
        return False
    deeds = [d for p in noun.all("prep") if p.lower in ("for", "in", "to", "of", "with", "about", "by") for d in (*p.all("pobj"), *p.all("pcomp"))]
    return all(d.pos == "PRON" or d.lower in ("this", "that") or any(c.tag == "PRP$" for c in d.children) for d in deeds)
