"""Who "the prefect", "their lawyer", "the mayor of Tolve" is, where the report names one alone who is called so, above or further down."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.codebooks.operators import voice_words
from reportedly.language.parse import Token
from reportedly.resolve.bodies import last_called
from reportedly.resolve.introduced import is_another
from reportedly.resolve.owners import modifier
from reportedly.resolve.people import People, Person
from reportedly.resolve.referent import Referent

THEIRS = frozenset({"lawyer", "attorney", "spokesman", "spokeswoman", "leader", "commander", "director", "president", "chairman", "chief", "captain", "coach", "manager", "doctor"})  # "his brother" may be another's
OF = frozenset({"of", "for", "in", "at"})
LEAD = 2  # sentences, headline included, in which "a colonel said" is often one whom the report names below


def only_holder(noun: Token, people: People, mentions: Sequence[Referent], kinds: frozenset[str]) -> Person | None:
    """The one whom the report calls so; nobody where another of the same word was spoken of last."""
    before = [c for c in noun.children if c.i < noun.i and c.dep in ("compound", "amod", "nmod", "nummod")]
    if noun.tag not in ("NN", "NNP") or len(before) > 1 or any(c.known or c.tag == "CD" for c in before):
        return None
    held = people.only_holder(noun.lower, modifier(noun))
    person = held or (people.only_so_called(noun.lower, noun.i) if not before and is_the(noun) else None)
    if person is None or _was_another(noun, mentions):
        return None
    if held is None:
        return person
    if (kinds and not kinds & {"PERSON", "ARMED"}) or (before and not modifier(noun)):
        return None
    return person if _is_definite(noun, person) else None


def _was_another(noun: Token, mentions: Sequence[Referent]) -> bool:
    """Whether another of the same word, and with no name, was spoken of last."""
    last = last_called(noun, mentions)
    return last is not None and not last.person


def is_the(noun: Token) -> bool:
    """"the official", with nothing more said of them."""
    det = noun.first("det")
    return det is not None and det.lower == "the" and noun.first("prep", "poss", "appos", "relcl", "acl", "amod", "compound") is None


def _is_definite(noun: Token, person: Person) -> bool:
    """"the mayor", "their lawyer", "the mayor of Tolve" of one who is called mayor of Tolve or of nothing else; "a colonel", "minister" in the lead."""
    det, whose = noun.first("det"), noun.first("poss")
    of = {p.lower for c in noun.all("prep") if c.lower in OF for p in c.all("pobj")}
    if noun.first("appos", "relcl", "acl") is not None or any(c.lower not in OF for c in noun.all("prep")):
        return False
    if of and not (of & (person.of | person.styled) or not person.of):
        return False
    if whose is not None:
        return whose.tag == "PRP$" and noun.lower in THEIRS
    later = person.first > noun.i
    if det is not None and det.lower == "the":
        return not later or bool(of) or not person.of or person.speaks  # "the president" is not the president of a club who watched
    return later and not is_another(person) and not of and noun.i // 100_000 < LEAD and (det is None or det.lower in ("a", "an")) and person.speaks and noun.dep == "nsubj" and noun.head.lemma in voice_words().verbs
