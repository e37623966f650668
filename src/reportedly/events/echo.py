"""Deeds spoken of again without being named: "denied any involvement", "claimed responsibility", "put the toll at 20".

Such words make a claim only when the report has told a deed of violence before; they take its place and time, and it is
the whole point of keeping them that voice, status and figure are their own. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.attribute.falsehoods import called_false
from reportedly.codebooks.data import load_data
from reportedly.codebooks.frames import Frame
from reportedly.events.aftermath import AFTERMATHS, aftermath, aftermath_words
from reportedly.events.frames import Trigger
from reportedly.language.clauses import agents, is_passive, is_verb, subjects
from reportedly.language.nobody import none_of
from reportedly.language.parse import Sentence, Token

DEED = "ASSAULT"


@dataclass(frozen=True, slots=True)
class EchoWords:
    answering: frozenset[str]
    denying: frozenset[str]
    claiming: frozenset[str]
    dismissed: frozenset[str]
    dismissing: frozenset[str]
    dead: frozenset[str]
    tolls: frozenset[str]
    toll_of: dict[str, frozenset[str]]
    counting: dict[str, str]
    figures: frozenset[str]
    recovering: frozenset[str]
    receiving: frozenset[str]
    holding: dict[str, str]


@lru_cache(maxsize=1)
def echo_words() -> EchoWords:
    """The words of `echoes.yaml`."""
    data = load_data("echoes.yaml")
    lists: dict[str, Any] = {key: frozenset(data[key]) for key in ("answering", "denying", "claiming", "dismissed", "dismissing", "dead", "tolls", "figures", "recovering", "receiving")}
    return EchoWords(**lists, counting=data["counting"], holding=data["holding"], toll_of={noun: frozenset(of) for noun, of in data["toll_of"].items()})


ANSWERED = Frame("echo.answer", DEED, None, (), (), (), {})
COUNTED = Frame("echo.toll", DEED, "kill", (), (), (), {})
RECOUNTED = Frame("echo.number", DEED, None, (), (), (), {})
DISMISSED = Frame("echo.dismissal", DEED, None, (), (), (), {})
DEAD = Frame("echo.dead", DEED, "kill", (), (), (), {})
ECHOES = (ANSWERED, COUNTED, DEAD, *AFTERMATHS)
NUMBERED = (COUNTED, RECOUNTED, DEAD, *AFTERMATHS)  # nothing without their number
KILLED = frozenset(["dead", "killed", "slain", "perished"])
REAL = frozenset(["real", "true", "actual", "official", "correct"])
LATEST = frozenset(["own", "latest", "new", "current", "revised", "provisional", "preliminary", "final"])
ALONGSIDE = frozenset(["among", "including", "with", "on", "since", "so", "by"])  # what may stand behind "seven dead"
NO_COUNT = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"])


def echoes(sentence: Sentence) -> Iterator[Trigger]:
    """The echoes of a sentence as triggers. Whether there is a deed that they can echo, the story decides."""
    words = echo_words()
    for token in sentence.tokens:
        if (token.tag == "CD" or token.ent == "CARDINAL") and (verb := _counting_verb(token, words)) is not None:
            yield Trigger(token, DEAD if _of_dead(token, verb) else RECOUNTED, True, (token,), givers(verb))
        if (told := aftermath(token, aftermath_words(), headline=sentence.headline)) is not None:
            yield told
        if token.pos != "NOUN" and token.lower != "dead":
            continue
        if token.lemma in words.answering and token.dep in ("dobj", "nsubjpass") and _is_bare(token):
            yield from _answer(token, words)
        elif token.lemma in words.dismissed and _is_bare(token) and _is_dismissed(token, words):
            yield Trigger(token, DISMISSED, True, (token,))
        elif _is_toll(token, words):
            yield Trigger(token, COUNTED, True, (token,))


def counter(number: Token) -> Token | None:
    """The verb by which somebody gives another number, of a trigger of RECOUNTED."""
    return _counting_verb(number, echo_words())


def _counting_verb(number: Token, words: EchoWords) -> Token | None:
    """"the police say 52", "put the figure at 11", "speaks of 31 dead": the verb, if the number stands for nothing else."""
    if number.ent in NO_COUNT or any(c.pos in ("NOUN", "PROPN") for c in number.children):
        return None
    if (held := _holding_verb(number, words)) is not None:
        return held
    noun = number.head if number.dep == "nummod" and number.head.head.lower == "of" else number  # "speaks of 24 offenders"
    if noun.dep not in ("dobj", "pobj"):
        return None
    above = noun.head if noun.dep == "dobj" else noun.head.head
    above = above.head if above.dep == "prt" else above  # "owned up to two"
    prep = "" if noun.dep == "dobj" else noun.head.lower
    if noun is not number and above.lemma not in ("speak", "talk"):
        return None
    figured = next((t for t in (above, *above.ancestors(), *above.all("dobj")) if t.lemma in words.figures and t.dep == "dobj"), None)
    if figured is not None and _is_toll(figured, words):
        return None  # the toll is itself the echo
    verb = figured.head if figured is not None and prep else above
    wanted = words.counting.get(verb.lemma)
    if wanted is None or not is_verb(verb) or not subjects(verb) or any(c.dep == "neg" for c in verb.children):
        return None
    own_up = verb.lemma == "own" and any(c.lower == "up" for c in (*verb.children, *number.children))
    as_ = verb.lemma == "give" and prep == "as"  # "gave the number of arrests as seven"
    if (wanted != prep and not own_up and not as_) or (verb.lemma in ("put", "give", "offer", "cite", "raise", "revise") and figured is None):
        return None
    return verb


def _holding_verb(number: Token, words: EchoWords) -> Token | None:
    """"is sticking to a figure of two", "has not moved from its tally of two guards killed", "the union's figure is 31"."""
    if number.dep == "attr" and number.head.lemma == "be":
        figure = next((s for s in number.head.all("nsubj") if s.lemma in words.figures), None)
        said = figure is not None and all(c.lower in REAL or c.lower in LATEST for c in figure.all("amod", "compound")) and figure.first("poss", "amod") is not None
        return number.head if said and figure is not None and not _is_toll(figure, words) and number.head.first("neg") is None else None
    noun = number.head if number.dep == "nummod" and number.head.dep == "pobj" else number
    figure = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if figure is None or figure.lemma not in words.figures or _is_toll(figure, words):
        return None
    return _held_by(figure, words)


def _held_by(figure: Token, words: EchoWords) -> Token | None:
    """The verb by which somebody stays with a figure."""
    verb = figure.head.head
    if figure.dep != "pobj" or not is_verb(verb) or words.holding.get(verb.lemma) != figure.head.lower or not subjects(verb):
        return None
    return verb if (verb.first("neg") is not None) == (figure.head.lower == "from") else None


def giver(noun: Token, words: EchoWords) -> Token | None:
    """The verb by which somebody gives, raises or stays with a toll."""
    verb = noun.head
    if noun.dep == "dobj" and is_verb(verb) and (verb.lemma in words.counting or verb.lemma in words.holding):
        return verb
    return _held_by(noun, words)


def givers(verb: Token) -> tuple[Token, ...]:
    """Who gives a number: the subject of the verb, or whose figure it is."""
    if verb.lemma == "be":
        return tuple(o for s in verb.all("nsubj") for o in s.all("poss"))
    return subjects(verb)


def _of_dead(number: Token, verb: Token) -> bool:
    """"speaks of 31 dead", "put the number killed at nine": a number that says itself what it counts."""
    beside = [number, number.head, *number.children, *(t for p in number.all("prep") for t in p.all("pobj"))]
    figured = [t for noun in verb.all("dobj") if noun.lemma in echo_words().figures for t in noun.subtree()]
    return any(t.lower in KILLED for t in (*beside, *figured))


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


def _is_counted(noun: Token, words: EchoWords) -> bool:
    """"reported one death", "six bodies were brought to us", "there were nine fatalities", "had counted six dead raiders"."""
    dead = noun
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head  # "four craters and 11 graves"
    verb = noun.head
    if any(p.lower not in ALONGSIDE for n in (dead, noun) for p in n.all("prep")) or not is_verb(verb) or verb.first("neg") is not None:
        return False
    if noun.dep == "attr":
        return verb.lemma == "be" and verb.first("expl") is not None
    counts = words.counting.get(verb.lemma) == "" or (verb.lemma in words.receiving and (dead.lemma in ("body", "corpse") or dead.lower == "dead"))
    return counts and noun.dep in ("dobj", "nsubjpass")


def _is_measured(noun: Token, words: EchoWords) -> bool:
    """"bringing the dead at the clinic to seven", "put their own dead at six"."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in ("bring", "put", "raise", "take", "push", "revise", "set", "estimate") or noun.first("nummod") is not None:
        return False
    return any(p.lower in ("to", "at") and any(o.tag == "CD" for o in p.all("pobj")) for p in verb.all("prep"))


def _is_toll(noun: Token, words: EchoWords) -> bool:
    if noun.lemma == "body" and noun.head.lemma in words.recovering:
        return noun.dep == "dobj" and noun.first("nummod") is not None
    if noun.lemma in words.dead or noun.lower == "dead" or any(c.lower in ("dead", "slain") for c in noun.all("amod")):
        return (noun.first("nummod") is not None and _is_counted(noun, words)) or _is_measured(noun, words)
    if noun.pos != "NOUN":
        return False
    before = {c.lemma for c in noun.children if c.dep in ("compound", "amod")}
    if noun.lemma in words.tolls and (noun.lemma == "toll" or before & {"body", "death", "casualty"}):
        return not before & {"road", "bridge", "emotional", "heavy"}
    counted = words.toll_of.get(noun.lemma, frozenset())
    return any(d.lemma in counted or d.lower in counted for p in noun.all("prep") if p.lower == "of" for d in p.all("pobj"))


