"""One of several deeds, told by a pronoun with a place, a target or a doer of its own: "two attacks, one in Basra and another in Kirkuk"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.events.frames import Trigger
from reportedly.language.clauses import agents, obliques
from reportedly.language.parse import Sentence, Token

ONE = frozenset(["one", "another", "other"])
OWN = frozenset(["in", "at", "on", "near", "outside", "inside", "against", "by"])
BEFORE = frozenset([",", ";", ":", "-", "–", "—", "and", "or", "the"])
COUNTED = frozenset(["CARDINAL", "PERCENT", "MONEY", "QUANTITY", "DATE", "TIME"])  # "one in five", "one on Monday"
RECALLING = frozenset(["recall", "follow", "echo", "resemble", "mirror"])
LIKE = frozenset(["since", "than"])


def instances(sentence: Sentence, triggers: Iterable[Trigger]) -> Iterator[tuple[Trigger, Trigger]]:
    """Each "one" and "another" of a sentence, as a deed of the kind that a noun before it names, with the trigger of that noun."""
    ones = [t for t in sentence.tokens if t.lower in ONE and _has_own(t)]
    named = [t for t in triggers if t.nominal or any(w.tag == "NNS" for w in t.words)] if ones else []
    for one in ones:
        meant = next((t for t in reversed(named) if t.token.i < one.i and (_is_apart(one, t, sentence) or _is_likened(one, t.token))), None)
        if meant is not None:
            yield replace(meant, token=one, nominal=True, words=(one,), subjects=doers(one), objects=()), meant


def doers(one: Token) -> tuple[Token, ...]:
    """"one in Baghdad claimed by the militia", whichever way the participle hangs."""
    claims = [*one.all("acl"), *([one.head] if one.dep == "nsubj" and one.head.tag == "VBN" else [])]
    return tuple(who for verb in claims if verb.lemma in ("claim", "carry", "stage", "mount", "launch", "conduct") for who in agents(verb))


def is_instance(trigger: Trigger) -> bool:
    return trigger.token.lower in ONE and trigger.words == (trigger.token,)


def words_of(one: Token) -> frozenset[Token]:
    """The words that are of this one, and of none that follows."""
    beside = {t for prep in one.all("prep") for t in prep.subtree()}
    others = {t for other in beside if other.lower in ONE for t in other.subtree()}
    return frozenset(beside - others)


def _has_own(one: Token) -> bool:
    """"one in Basra", "another against the police"; not "one of the attacks", "one in five", "one on Monday"."""
    beside = obliques(one)
    return any(prep in OWN for prep, _ in beside) and not any(prep == "of" or other.ent in COUNTED for prep, other in beside)


def _is_apart(one: Token, trigger: Trigger, sentence: Sentence) -> bool:
    """Behind a comma after several, one by one."""
    at, noun = one.i - sentence.tokens[0].i, max(trigger.words, key=lambda w: w.tag == "NNS")
    between = [t.text for t in sentence.tokens if noun.i < t.i < one.i]
    return noun.tag == "NNS" and noun.i < one.i and sentence.tokens[at - 1].text in BEFORE and not BEFORE.isdisjoint({",", ":", "-", "–", "—"} & set(between))


def _is_likened(one: Token, noun: Token) -> bool:
    """What a deed recalls or follows, or what it is the worst since."""
    if noun.tag != "NN":
        return False
    return (one.dep == "dobj" and one.head.lemma in RECALLING and noun in one.head.all("nsubj")) or (one.dep == "pobj" and one.head.lower in LIKE and noun in one.ancestors())
