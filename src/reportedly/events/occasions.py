"""Deeds that are the occasion of another: "bombed the port in response to the killing of two guards".

What occasioned a deed was at another time and place, and done by others; none of what is told of the one is told of the other.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.find.kinds import noun_kinds
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

TO = frozenset(["to", "for", "with", "at", "against", "of", "over"])  # "in response to", "in protest at"; but "in connection, on Monday, with"
ANSWERED = frozenset(["for", "over"])  # "was jailed for the murder", "expelled the envoy over the raid"


@lru_cache(maxsize=1)
def occasions() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["occasions"])


@lru_cache(maxsize=1)
def answering() -> frozenset[str]:
    return frozenset(load_data("light_verbs.yaml")["answering"])


def is_occasion(token: Token) -> bool:
    """Whether what stands under a word only occasioned what stands above it: under the preposition of "in response to", or the
    object of "rallied to protest the raid in Arad"."""
    if token.is_root:
        return False
    above = token.head
    if token.dep == "dobj":
        return above.lemma in answering() and token.pos == "NOUN"
    if token.dep != "prep":
        return False
    if above.dep == "pobj" and above.lemma in occasions():
        return above.head.dep == "prep" and token.lower in TO
    if token.lower == "against":  # "protested against the killing of a student"
        return any("EVENT" in noun_kinds(deed) for deed in token.all("pobj"))
    answered = token.lower in ANSWERED and is_verb(above) and above.first("dobj", "nsubjpass") is not None  # "called for an inquiry" answers nothing
    return answered and any("EVENT" in noun_kinds(deed) for deed in token.all("pobj"))


def is_picked_out(noun: Token) -> bool:
    """"The fiercest of the assaults came on 29 July", "the third of the raids": one of several, by what it was like or which it was."""
    one = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if one is None or one.first("det") is None or noun.first("det", "poss") is None:
        return False
    return one.tag == "JJS" or one.ent == "ORDINAL" or one.lower in ("first", "last", "worst") or (one.lower.endswith("est") and one.lower != "rest")
