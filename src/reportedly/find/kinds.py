"""What kind of thing a noun names: ARMED, STATE, PLACE, WEAPON … A set, since "Mosul" is a place and a body of people.

Kinds come from known names, the parser's name types, and a lexicon of head nouns (`codebooks/kinds.yaml`).
An empty set is "unknown": it satisfies no demand and trips no ban.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.find.place_words import BEARINGS
from reportedly.knowledge import Knowledge
from reportedly.language.noun_kinds import kind_of, kind_of_one, phrases_of
from reportedly.language.parse import Token

ARMED_SHIP = frozenset({"ARMED", "VEHICLE"})  # it acts as those do who sail it
BY_NAME_TYPE = {
    "PERSON": frozenset({"PERSON"}),
    "GPE": frozenset({"PLACE", "STATE"}),
    "NORP": frozenset({"GROUP"}),
    "ORG": frozenset({"ORG"}),
    "FAC": frozenset({"FACILITY"}),
    "VEHICLE": frozenset({"VEHICLE"}),
    "WARSHIP": ARMED_SHIP,
    "LOC": frozenset({"PLACE"}),
    "EVENT": frozenset({"EVENT"}),
    "LAW": frozenset({"DOCUMENT"}),
    "WORK_OF_ART": frozenset({"DOCUMENT"}),
    "DATE": frozenset({"TIME"}),
    "TIME": frozenset({"TIME"}),
    "MONEY": frozenset({"MONEY"}),
}
BY_ENTRY = {
    "state": frozenset({"STATE", "PLACE"}),
    "person": frozenset({"PERSON"}),
    "group": frozenset({"ARMED"}),
    "government": frozenset({"STATE", "ORG"}),
    "organisation": frozenset({"ORG"}),
    "agency": frozenset({"ORG"}),
    "outlet": frozenset({"ORG"}),
}
PRONOUNS = {"he": "PERSON", "she": "PERSON", "him": "PERSON", "her": "PERSON", "i": "PERSON", "me": "PERSON", "who": "PERSON",
            "everyone": "PERSON", "someone": "PERSON", "somebody": "PERSON", "anyone": "PERSON", "we": "GROUP", "us": "GROUP"}  # fmt: skip
MADE = frozenset({"WEAPON", "VEHICLE"})
HOUSED = frozenset({"FACILITY", "ORG"})  # who works in a house, and the house
BODILY = frozenset({"by", "from", "with", "of"})  # before a body, where "at", "into" and "outside" are before its house
HUMAN = frozenset({"PERSON", "GROUP", "ARMED", "STATE", "ORG"})


def kinds_of(token: Token, knowledge: Knowledge) -> frozenset[str]:
    """The kinds of the noun phrase that `token` heads."""
    if token.known:
        entry = knowledge.entries.get(token.known)
        if entry is not None:
            military = entry.sector == "MIL" and entry.kind != "person"
            return frozenset({"ARMED", "ORG"}) if military else BY_ENTRY.get(entry.kind, frozenset())
    if token.lower == "front" and token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass", "poss"):
        return frozenset()  # "the front walked out of the talks": some call themselves so
    if token.lower == "capitals" and token.dep in ("nsubj", "nsubjpass", "pobj"):
        return BY_NAME_TYPE["GPE"]  # "the two capitals signed", "Western capitals": governments
    if token.lemma in parts() and token.pos == "NOUN" and (whole := _whole_of(token)) is not None:
        return kinds_of(whole, knowledge) or noun_kinds(token)
    if token.ent == "MONEY":
        return BY_NAME_TYPE["MONEY"]
    if token.lemma in _measures() and token.pos == "NOUN" and (load := _load_of(token)) is not None:
        return kinds_of(load, knowledge)
    if token.pos == "PRON":
        kind = PRONOUNS.get(token.lower)
        return frozenset({kind}) if kind else frozenset()
    if token.ent == "ORG" and (made := noun_kinds(token) & MADE):
        return made  # the model takes "IED" for a body
    if token.ent == "ORG" and token.pos == "PROPN" and "ARMED" in noun_kinds(token):
        return frozenset({"ARMED", "ORG"})  # "the Lebanese Army", "the Border Guard"
    if token.ent == "ORG" and "PERSON" in noun_kinds(token):
        return BY_NAME_TYPE["PERSON"]  # "an IDP"
    if token.tag == "NNPS" and token.ent in ("GPE", "LOC") and token.first("nummod") is not None:
        return BY_NAME_TYPE["NORP"]  # "40 Uyghurs" are a people, whatever the model takes them for
    if lies_by(token):
        return BY_NAME_TYPE["LOC"]  # "captured Tin Hama, east of Ansongo": whatever the model takes the name for
    if token.ent == "WORK_OF_ART" and token.tag == "NNPS" and kind_of_one(token) == "PERSON":
        return BY_NAME_TYPE["PERSON"]  # "The Ministers of Foreign Affairs" are no book
    if token.ent in BY_NAME_TYPE and token.pos == "PROPN" and not (token.text.islower() and noun_kinds(token)):
        return BY_NAME_TYPE[token.ent]
    return HOUSED if _is_office_of(token) or _acts(token) else noun_kinds(token)


def lies_by(name: Token) -> bool:
    """A name behind which it is said where it lies: "Lobkove, north of Robotyne"."""
    beside = [c for c in name.all("appos", "advmod", "npadvmod") if c.lower in BEARINGS and c.i > name.i]
    return name.pos == "PROPN" and not name.known and any(p.lower == "of" for c in beside for p in c.all("prep"))


def _is_office_of(token: Token) -> bool:
    """"the prosecutor's office warned her": where no house is meant, an office is those who work in it."""
    owner = token.first("poss") if token.lemma == "office" else None
    acts = token.dep == "nsubj" or (token.dep == "pobj" and token.head.lower in BODILY)
    return owner is not None and acts and kind_of(owner) in ("PERSON", "STATE", "ORG")


def _load_of(measure: Token) -> Token | None:
    """What there is so much of: "20 tonnes of beans", "six lorries of flour"."""
    return next((o for p in measure.all("prep") if p.lower == "of" for o in p.all("pobj")), None)


def _acts(house: Token) -> bool:
    """"the church gave food to them", "the mosque took in 30": of a house whose people give, take or say, those people."""
    return house.lemma in _serving() and house.dep == "nsubj" and house.head.first("dobj", "dative", "ccomp") is not None


def _whole_of(part: Token) -> Token | None:
    """Of which body it is a branch."""
    of = [o for p in part.all("prep") if p.lower in ("of", "from") for o in p.all("pobj")]
    return next(iter((*part.all("poss"), *of)), None)


@lru_cache(maxsize=1)
def parts() -> frozenset[str]:
    """Parts of a body, which act as it does."""
    return frozenset(load_data("targets.yaml")["parts"])


@lru_cache(maxsize=1)
def _serving() -> frozenset[str]:
    return frozenset(load_data("targets.yaml")["serving"])


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    return frozenset(load_data("targets.yaml")["measures"])


@lru_cache(maxsize=1)
def gatherings() -> frozenset[str]:
    """Events that are people who have come together: "an attack on a wedding"."""
    return frozenset(load_data("targets.yaml")["gatherings"])


@lru_cache(maxsize=1)
def houses() -> frozenset[str]:
    """Bodies that are named as the houses they sit in: "shelling damaged the court"."""
    return frozenset(load_data("targets.yaml")["houses"])


@lru_cache(maxsize=1)
def _of_war() -> frozenset[str]:
    return frozenset(load_data("ships.yaml")["of_war"])


@lru_cache(maxsize=1)
def _jets() -> frozenset[str]:
    return frozenset(load_data("ships.yaml")["jets"])


def noun_kinds(token: Token) -> frozenset[str]:
    """By the lexicon; a ship of war acts as those do who sail it."""
    if not _of_war().isdisjoint((token.lemma, *phrases_of(token))):
        return ARMED_SHIP
    if token.lemma == "fighter" and _is_plane(token):
        return BY_NAME_TYPE["VEHICLE"]
    kind = kind_of(token)
    return frozenset({kind}) if kind else frozenset()


def _is_plane(fighter: Token) -> bool:
    """"four MiG-29 fighters", "a Tornado fighter": by the name or the number of its make."""
    before = [c for c in fighter.children if c.dep in ("compound", "nmod", "amod") and c.i < fighter.i and c.text[:1].isupper()]
    return any(c.lower in _jets() or ("-" in c.text and c.text[-1].isdigit()) for c in before)


def is_human(kinds: frozenset[str]) -> bool:
    return bool(kinds & HUMAN)
