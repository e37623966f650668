"""Deeds spoken of again without being named: "denied any involvement", "claimed responsibility", "put the toll at 20".

Such words make a claim only when the report has told a deed of violence before; they take its place and time, and it is
the whole point of keeping them that voice, status and figure are their own. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attribute.falsehoods import called_false, falsehoods
from reportedly.codebooks.frames import Frame
from reportedly.events.aftermath import AFTERMATHS, COUNTLESS, aftermath, aftermath_words
from reportedly.events.echo_words import EchoWords, echo_words, is_deed_told
from reportedly.events.frames import Trigger
from reportedly.events.tolls import COUNTED, DEED, RECOUNTED, TOLD_APART, is_toll, numbered
from reportedly.find.kinds import is_human, noun_kinds
from reportedly.language.clauses import agents, is_passive, is_verb, subjects
from reportedly.language.nobody import none_of
from reportedly.language.parse import Sentence, Token

ANSWERED = Frame("echo.answer", DEED, None, (), (), (), {})
DISMISSED = Frame("echo.dismissal", DEED, None, (), (), (), {})
CONFIRMED = Frame("echo.confirmed", DEED, None, (), (), (), {})
OF_TALES = (DISMISSED, CONFIRMED)  # of the deed that a voice told just before, of whatever type
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
        if _is_it_denied(token, words):
            yield Trigger(token, DISMISSED, True, (token,))
        if _is_confirmed(token, words):
            yield Trigger(token, CONFIRMED, True, (token,))
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


def _is_it_denied(it: Token, words: EchoWords) -> bool:
    """"the police chief denied this", "the Front denies it": whatever was told just before; to "reject it" may be to turn an offer down."""
    verb = it.head
    if it.lower not in ("this", "that", "it") or it.dep not in ("dobj", "nsubj") or it.i < verb.i or it.children or not is_verb(verb) or verb.tag == "VB" or not subjects(verb):
        return False
    beside = (*verb.children, *verb.head.children, *(c for s in subjects(verb) for c in s.children))
    called = verb.lemma in falsehoods().verbs and any(t.lemma in falsehoods().words for t in verb.subtree() if t.i > it.i and t.head in (verb, it, *it.children, *(p for p in verb.children if p.lower == "as")))
    denied = called or verb.lemma in words.refuting or (it.lower != "it" and verb.lemma in words.denying)
    return denied and not any(c.dep == "neg" or c.lower in ("neither", "nor") for c in beside)


def _is_confirmed(tale: Token, words: EchoWords) -> bool:
    """"medics confirmed the deaths", "the mayor confirmed it": another says that what was told just before is so; "could not confirm it" says nothing."""
    verb = tale.head
    bare = tale.lower in ("it", "this", "that") and not tale.children
    the = any(c.dep == "det" and c.lower in ("the", "this", "these", "both") for c in tale.children)
    told = bare or (tale.lemma in words.confirmed and the and _is_bare(tale))
    if not told or tale.dep != "dobj" or verb.lemma not in words.confirming or verb.tag in ("VB", "VBG", "VBN"):
        return False
    who = subjects(verb)
    return bool(who) and verb.first("neg") is None and all(none_of(w) is None for w in who)


def _is_doubted(tale: Token, words: EchoWords) -> bool:
    """"questioned the claim", "cast doubt on the group's account"."""
    doubt = tale.head.head if tale.dep == "pobj" and tale.head.lower in ("on", "upon", "over") else None
    if doubt is not None and doubt.dep == "prt":
        doubt = doubt.head
    cast = doubt is not None and any(n.lemma == "doubt" and n.head.lemma in ("cast", "throw", "raise") for n in (doubt, *doubt.all("dobj")))
    return cast or (tale.dep == "dobj" and tale.head.lemma in words.doubting and tale.head.first("neg") is None)


def _is_dismissed(tale: Token, words: EchoWords) -> bool:
    """Whether what somebody told is denied, dismissed, doubted or called untrue."""
    verb = tale.head
    if _is_doubted(tale, words):
        return True
    if tale.dep in ("dobj", "nsubjpass") and is_verb(verb) and (_denies(verb, words) or verb.lemma in words.dismissing):
        return not any(c.dep == "neg" for c in verb.children)
    return is_verb(verb) and called_false(tale, verb) is not None


def _is_bare(noun: Token) -> bool:
    """Nothing follows that would name the deed itself, or the deed is only "it", "this crime", or that "of its men"."""
    if noun.first("acl", "relcl", "ccomp") is not None or (noun.lemma in ("role", "part", "place") and any(p.lower == "for" for p in noun.all("prep"))):
        return False  # "rejected any role for a third party": they would have it none
    deeds = [d for p in noun.all("prep") if p.lower in ("for", "in", "to", "of", "with", "about", "by") for d in (*p.all("pobj"), *p.all("pcomp"))]
    return all(d.pos == "PRON" or d.lower in ("this", "that") or is_deed_told(d) or is_human(noun_kinds(d)) or any(c.tag == "PRP$" for c in d.children) for d in deeds)
