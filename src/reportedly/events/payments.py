"""Money that is paid where captives are told of, and nobody calls it a ransom: "a payment of $180,000 was made", "money changed hands".

The denials ("never paid a peso") are in `denials.py`. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.codebooks.frames import Frame
from reportedly.events.denials import denial_words
from reportedly.events.frames import Trigger
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive, is_verb, subjects
from reportedly.language.nobody import none_of
from reportedly.language.parse import Sentence, Token

PAID = Frame("echo.paid", "CONCEDE", "policy", (), (), (), {})
HANDING = frozenset(["hand", "cough", "fork", "shell", "stump"])  # with a particle: "handed over $200,000"
PAYING = frozenset(["pay", "transfer", "wire"])
LEAVING = frozenset(["leave", "drop", "deliver", "throw", "bury", "hand", "bring", "carry"])
BAGS = frozenset(["bag", "suitcase", "sack", "rucksack", "package", "parcel", "briefcase", "box", "holdall", "backpack", "envelope"])


def payments(sentence: Sentence, knowledge: Knowledge) -> Iterator[Trigger]:
    """The words of a sentence by which a sum goes from one to another. Who paid it, where that is said."""
    for verb in filter(is_verb, sentence.tokens):
        if verb.tag in ("VBD", "VBN", "VBG") and not _buys(verb, knowledge) and (_pays(verb) or _is_paid(verb) or _goes(verb)):
            who = () if is_passive(verb) or verb.lemma == "change" else subjects(verb)
            yield Trigger(verb, PAID, False, (verb,), tuple(w for w in who if not w.first("expl")))


def _is_sum(noun: Token) -> bool:
    """"$180,000", "two million dollars", "a sum of two million dollars"."""
    within = (noun, *(o for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj")))
    return any(t.ent == "MONEY" for t in within)


def _pays(verb: Token) -> bool:
    """"the company paid $400,000", "the family handed over $250,000"."""
    pays = verb.lemma in PAYING or (verb.lemma in HANDING and any(c.lower in ("over", "up", "out") for c in verb.children))
    return pays and not is_passive(verb) and any(_is_sum(o) for o in verb.all("dobj"))


def _is_paid(verb: Token) -> bool:
    """"two million dollars were paid", "a payment of $180,000 was made"; a bag with as much that was left somewhere."""
    given = verb.all("nsubjpass")
    if verb.lemma == "make":
        return any(s.lemma == "payment" and _is_sum(s) for s in given)
    if verb.lemma in LEAVING and any(s.lemma in BAGS and any(_is_sum(o) for p in s.all("prep") if p.lower in ("with", "of") for o in p.all("pobj")) for s in given):
        return True
    return verb.lemma in (*PAYING, "hand") and any(_is_sum(s) and none_of(s) is None for s in given)


def _goes(verb: Token) -> bool:
    """"money changed hands", "a sum of $2 million changed hands"."""
    hands = verb.lemma == "change" and any(o.lower == "hands" for o in verb.all("dobj"))
    return hands and any((s.lemma in denial_words().sums or _is_sum(s)) and none_of(s) is None for s in verb.all("nsubj"))


def _buys(verb: Token, knowledge: Knowledge) -> bool:
    """"paid $40 for a car", "paid teachers $400": for a thing, or as wages; a ransom is for people."""
    for_what = [o for c in (verb, *verb.all("dobj")) for p in c.all("prep") if p.lower == "for" for o in p.all("pobj")]
    return any(o.pos in ("NOUN", "PROPN") and not kinds_of(o, knowledge) & HUMAN and o.lemma not in ("release", "freedom") for o in for_what)
