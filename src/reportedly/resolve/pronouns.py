"""Whom a pronoun means: the last mention that fits it, by number and kind, and by where both stand.

What is outside a quotation is not meant by what is inside, and nobody does to "them" what they do themselves: the object of
a clause is not its subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.language.clauses import clause_of, subjects
from reportedly.language.parse import Token
from reportedly.resolve.referent import Referent

TOKENS_A_SENTENCE = 100_000  # how `Token.i` tells the sentence
LOOKED_BACK = 24  # mentions
SINGULAR_HE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
ITS = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PERSONAL = frozenset({"release", "arrest", "detention", "imprisonment", "abduction", "death", "killing", "execution", "trial", "extradition", "freedom"})
PEOPLE = frozenset({"GROUP", "ARMED", "STATE", "ORG", "PERSON"})


def antecedent(pronoun: Token, mentions: Sequence[Referent]) -> Referent | None:
    """What a pronoun stands for among the mentions before it; None for what no mention fits."""
    doers = subjects(clause_of(pronoun)) if _is_object(pronoun) else ()
    before = [m for m in mentions[-LOOKED_BACK:] if m.head.i < pronoun.i and m.head not in doers and _fits(pronoun.lower, m) and not _is_barred(m, pronoun)]
    return max(before, key=lambda m: _salience(m, pronoun), default=None)


def _fits(word: str, mention: Referent) -> bool:
    if word in SINGULAR_HE:
        return mention.person or _is_one_person(mention)
    if word in ITS:
        return not mention.person and not mention.plural and _institution(mention)
    return word in THEY and not mention.person and (mention.plural or _institution(mention)) and bool(mention.kinds & PEOPLE)


def _is_barred(mention: Referent, pronoun: Token) -> bool:
    """Whether what a pronoun may mean cannot be this, by where both stand."""
    if mention.head in pronoun.children or pronoun in mention.head.subtree() or _nobody(mention):
        return True
    if mention.head.quoted and not pronoun.quoted:  # outside quotations nobody from inside them
        return True
    return _is_suffered(pronoun) and not mention.plural and not mention.kinds <= {"PERSON", "GROUP"}  # "Paris demanded their release"


def _is_suffered(pronoun: Token) -> bool:
    """"their release", "his death": of whom something was done to, rather than of who did it."""
    return pronoun.dep == "poss" and pronoun.head.lemma in PERSONAL


def _is_object(pronoun: Token) -> bool:
    """"opened fire on them", "shot him"; "they defended themselves" is another matter."""
    return pronoun.dep in ("dobj", "pobj", "dative", "iobj") and not pronoun.lower.endswith(("self", "selves"))


def _salience(mention: Referent, pronoun: Token) -> tuple[int, bool, bool, bool, bool, int]:
    """The latest sentence first; in it, several rather than a body for "they"; then who says or does what the pronoun's clause
    hangs on, then a subject before other roles (of "their release" an object), owners last; then the nearest."""
    head = mention.head
    subject = head.dep in ("nsubj", "nsubjpass")
    commands = subject and head.head in pronoun.head.ancestors()
    several = pronoun.lower in THEY and mention.plural
    meant = head.dep in ("dobj", "nsubjpass") if _is_suffered(pronoun) else subject
    return head.i // TOKENS_A_SENTENCE, several, commands, meant, head.dep not in ("poss", "compound", "amod"), head.i


def _is_one_person(mention: Referent) -> bool:
    """"the Turkish leader", "a spokesman": one human, though unnamed. "held hostage" names nobody."""
    bare = mention.head.tag == "NN" and not mention.head.children
    return mention.kinds == {"PERSON"} and not mention.plural and mention.head.tag in ("NN", "NNP") and not bare


def _nobody(mention: Referent) -> bool:
    """"no prisoner": nobody whom a pronoun could mean."""
    return any(c.lower == "no" and c.dep == "det" for c in mention.head.children)


def _institution(mention: Referent) -> bool:
    return bool(mention.kinds & {"STATE", "ORG", "ARMED"}) or (mention.entry is not None and mention.entry.kind != "person")
