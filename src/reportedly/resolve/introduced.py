"""Who "a British nurse", who tells something first, is: the person whom the next words that are told give a name, and no other office.

A report names nobody without saying who that is. Where "a nurse" has told something, and a sentence or two further on somebody with a
name tells more, of whom nothing is said that a nurse could not be, the name is hers: "A nurse told …. Rita Holt, 41, said …". So is "the
interior minister" of a lead.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.codebooks.operators import voice_words
from reportedly.language.parse import Token
from reportedly.resolve.offices import is_office
from reportedly.resolve.people import People, Person, hypernyms
from reportedly.resolve.pronouns import TOKENS_A_SENTENCE

NEAR = 2  # sentences
LEAD = 2  # sentences, headline included, in which "the minister" need not have been named


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_data("hypernyms.yaml")["introduced"].items()}


def introduced(noun: Token, people: People) -> Person | None:
    """The one who is named next, and has not been before; nobody where another tells, or the teller does not want a name."""
    if not _is_unnamed_teller(noun):
        return None
    person = next((p for p in people.order if p.first > noun.i), None)
    if person is None or not person.speaks or person.first // TOKENS_A_SENTENCE - noun.i // TOKENS_A_SENTENCE not in range(1, NEAR + 1):
        return None
    if not _may_be(noun, person):
        return None
    person.titles |= {noun.lower}  # so that "the minister", further down, is the one
    return person


def _is_unnamed_teller(noun: Token) -> bool:
    """"a British nurse told", "the interior minister said": one person, with no name, who tells and does not hide."""
    det = noun.first("det")
    if noun.tag != "NN" or det is None or noun.dep != "nsubj" or noun.head.lemma not in voice_words().verbs:
        return False
    if det.lower not in ("a", "an") and not (det.lower == "the" and is_office(noun) and noun.i // TOKENS_A_SENTENCE < LEAD):
        return False
    if noun.first("appos", "relcl", "acl", "conj") is not None or noun.lemma in _words()["not_one"]:
        return False
    said = [*noun.subtree(), *(t for c in noun.head.children if c.dep in ("prep", "advcl") for t in c.subtree())]
    return not any(t.lower in _words()["hidden"] for t in said)


def _may_be(noun: Token, person: Person) -> bool:
    """Whether all that is said of a person may be said of the one before: no other office, nor one of another body, and no "another"."""
    of = {p.lower for c in noun.all("prep") for p in c.all("pobj")}
    if of and person.of and not of & person.of:
        return False  # "a lawyer for the families", and "Ute Lang, a lawyer for the mine"
    offices = {t.removeprefix("vice-") for t in person.titles if t.isalpha() or "-" in t} | (person.styled & _words()["offices"])
    return not is_another(person) and offices <= {noun.lower, *hypernyms().get(noun.lower, ()), *_words()["courtesies"]}


def is_another(person: Person) -> bool:
    """"another witness, Ahmed Sule", "a second nurse, Rita Holt": not the one before."""
    return bool(person.styled & _words()["other"])


def styled_so(noun: Token, people: People, kinds: frozenset[str]) -> Person | None:
    """"the omda" for "Omda Hamid Jabr": a title of which nothing is known, before the name of one who was named."""
    det = noun.first("det")
    if kinds or noun.tag != "NN" or det is None or det.lower != "the" or len(noun.children) > 1:
        return None
    return next((p for p in people.order if p.first < noun.i and len(p.name.split()) > 1 and p.name.split()[0].lower() == noun.lower), None)
