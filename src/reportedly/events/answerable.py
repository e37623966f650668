"""Who answers for a deed that a noun names: who claims it, is behind it, or is blamed for it."""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import ANSWERING, agents, is_passive, is_verb, objects, obliques, subjects
from reportedly.language.coordination import expand
from reportedly.language.nobody import none_of
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_to_blame
from reportedly.language.verdicts import ANSWERABLE

DOERS = frozenset({"PERSON", "GROUP", "ARMED", "STATE", "ORG"})


def answerable(noun: Token) -> tuple[Token, ...]:
    """Whoever answers for the deed, by all that is said of it."""
    return (*_answered_for(noun), *_behind(noun), *_work_of(noun), *_blamed_for(noun), *_guilty_of(noun), *_charged_with(noun))


def owning_up(noun: Token) -> tuple[Token, ...]:
    """Whoever owns to a deed of force: "the militia claimed the raid", "the army apologised for the shelling"."""
    above = noun.head if noun.dep in ("pobj", "dobj", "nsubjpass") else noun
    verb, link = (above.head, above.lower) if noun.dep == "pobj" else (above, "")
    if link not in load_data("light_verbs.yaml")["owning"].get(verb.lemma, ()) or not is_verb(verb) or verb.first("neg") is not None:
        return ()
    return tuple(who for who in (agents(verb) if is_passive(verb) else subjects(verb)) if none_of(who) is None)


@lru_cache(maxsize=1)
def blaming() -> tuple[dict[str, list[str]], dict[str, str]]:
    """Verbs whose object answers for a deed, and verbs that lay the deed itself at a door, with their prepositions."""
    data = load_data("light_verbs.yaml")
    return data["blaming"], data["attributing"]


@lru_cache(maxsize=1)
def authors() -> frozenset[str]:
    """Nouns for whoever made a deed: "the author of the attack"."""
    return frozenset(load_data("light_verbs.yaml")["authors"])


@lru_cache(maxsize=1)
def doers() -> frozenset[str]:
    """Nouns for whoever did the deed that stands behind them: "the gunman in the shooting"."""
    return frozenset(load_data("light_verbs.yaml")["doers"])


@lru_cache(maxsize=1)
def works() -> frozenset[str]:
    """Nouns by which a deed is said to be somebody's: "was the work of rebels"."""
    return frozenset(load_data("light_verbs.yaml")["works"])


@lru_cache(maxsize=1)
def marks() -> frozenset[str]:
    """Nouns for what a deed bears of whoever did it: "bore the hallmarks of the gang"."""
    return frozenset(load_data("light_verbs.yaml")["marks"])


def _answered_for(noun: Token) -> tuple[Token, ...]:
    """Who answers for the deed that a noun names: "X claimed responsibility for the blast", "denied any part in it"."""
    prep = noun.head
    by = prep.head
    if noun.dep != "pobj" or prep.lower not in ("for", "in", "to", "with") or by.lemma not in ANSWERING or is_verb(by):
        return ()
    if owned := [*by.all("poss"), *(o for p, o in obliques(by) if p == "of")]:
        return expand(owned)  # "confirmed the involvement of troops in the murder"
    if by.dep == "pobj" and by.head.lower in blaming()[0].get(by.head.head.lemma, ()):
        return objects(by.head.head)  # "suspected of involvement in the murder"
    if not is_verb(by.head):
        return ()
    if any(c.dep == "neg" for c in by.head.children):
        return ()
    verb = by.head
    answering = agents(verb) if is_passive(verb) else subjects(verb)
    return tuple(who for who in answering if none_of(who) is None)


def _behind(noun: Token) -> tuple[Token, ...]:
    """"the rebels are behind the raid", "is responsible for the attack"; a "not" or "nothing" denies the raid, and is of its status."""
    prep = noun.head
    if noun.dep == "pobj" and prep.lower in ("in", "of", "behind") and prep.head.lemma in doers() and prep.head.dep != "attr":
        return (prep.head,)  # "the gunman in the school shooting"
    if noun.dep == "pobj" and prep.lower == "behind" and prep.head.is_root and kind_of(prep.head) in DOERS:
        return (prep.head,)  # a headline: "Smugglers behind village raid"
    if noun.dep == "pobj" and prep.lower == "with" and prep.head.lemma == "do" and prep.head.head.lower == "nothing":
        return subjects(prep.head.head.head)  # "had nothing to do with the raid"
    blamed = prep.lower == "for" and is_to_blame(prep.head)  # "is to blame for the raid"
    answers = blamed or (prep.lower == "for" and prep.head.lemma in ("responsible", "accountable")) or (prep.lower == "of" and prep.head.lemma in authors())
    verb = prep.head.head if answers else prep.head
    if noun.dep != "pobj" or not (answers or prep.lower == "behind") or verb.lemma != "be":
        return ()
    return subjects(verb)


def _work_of(noun: Token) -> tuple[Token, ...]:
    """"the blast was the work of rebels", "the raid bears the hallmarks of the gang", "was their doing"."""
    verb = noun.head
    if noun.dep != "nsubj" or not is_verb(verb) or verb.first("neg") is not None:
        return ()
    words, link = (works(), verb.lemma == "be") if verb.lemma != "bear" else (marks(), True)
    told = next((c for c in verb.all("attr", "dobj") if c.lemma in words), None) if link else None
    return expand([*told.all("poss"), *(o for p, o in obliques(told) if p == "of")]) if told is not None else ()


def _charged_with(noun: Token) -> tuple[Token, ...]:
    """"faces charges of murder", "rejected accusations of torture", "held on suspicion of the murder of a clerk": who is held to have done it."""
    data = load_data("light_verbs.yaml")
    charge = noun.head.head
    if noun.dep != "pobj" or noun.head.lower not in ("of", "over") or charge.lemma not in data["charges"]:
        return ()
    if charge.dep == "dobj" and charge.head.lemma in data["meeting"] and not is_passive(charge.head):
        return tuple(who for who in subjects(charge.head) if who.lemma not in voice_words().spokes)
    verb = charge.head.head
    return objects(verb) if charge.dep == "pobj" and charge.head.lower == "on" and verb.lemma in blaming()[0] else ()


def _guilty_of(noun: Token) -> tuple[Token, ...]:
    """"was found guilty of the murder", "pleaded guilty to assault in the stabbing of a clerk": who is guilty did it."""
    charge = noun
    while charge.dep == "pobj" and charge.head.lower in ("of", "to", "in", "for") and charge.head.head.pos == "NOUN":
        charge = charge.head.head
    guilty = charge.head.head
    verb = guilty.head
    if charge.dep != "pobj" or guilty.lower != "guilty" or not is_verb(verb) or any(c.dep == "neg" or c.lower == "not" for t in (verb, guilty) for c in t.children):
        return ()
    return objects(verb) or subjects(verb)


def _blamed_for(noun: Token) -> tuple[Token, ...]:
    """"blamed the rebels for the raid", "is the author of the raid", "the raid was attributed to the rebels": whoever somebody says did it."""
    prep, verb = noun.head, noun.head.head
    if verb.lemma == "connection" and prep.lower == "with" and verb.dep == "pobj":
        prep, verb = verb.head, verb.head.head  # "charged in connection with the raid"
    if verb.dep in ("dobj", "nsubjpass"):
        verb = verb.head  # the model hangs "for" on who is blamed
    if verb.lower in ANSWERABLE and prep.lower == "for" and verb.head.lemma in ("hold", "find") and verb.dep in ("oprd", "acomp", "advmod", "xcomp"):
        return objects(verb.head)  # "held the army responsible for the massacre"
    if noun.dep == "pobj" and prep.lower in blaming()[0].get(verb.lemma, ()) and is_verb(verb):
        return objects(verb)
    link = blaming()[1].get(noun.head.lemma)
    if noun.dep not in ("dobj", "nsubjpass") or link is None:
        return ()
    beside = [*noun.head.all("prep"), *noun.all("prep")]
    return expand([p for c in beside if c.lower == link for p in c.all("pobj")][:1])
