"""Who answers for the deed told just before, where nothing names it: "they were not involved", "the mayor blamed rebels", "it was the guards who started it".

Beside the nouns of `echo.py` ("denied any involvement"). Each is a claim of that deed only close behind it, where somebody says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.codebooks.frames import Frame
from reportedly.events.echo_words import echo_words
from reportedly.events.frames import Trigger
from reportedly.events.tolls import DEED
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive, is_verb, objects, subjects
from reportedly.language.coordination import expand
from reportedly.language.nobody import none_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.verb_forms import is_to_blame

LAID = Frame("echo.laid", DEED, None, (), (), (), {})
HOLDING = frozenset({"have", "play", "take"})
IT = frozenset({"it", "this", "that", "them", "these"})
OF_KIND = frozenset({"kind", "sort"})
DOERS = HUMAN | {"WEAPON"}


def answers(sentence: Sentence, knowledge: Knowledge) -> Iterator[Trigger]:
    """The words of a sentence by which somebody answers for a deed that it does not name."""
    for verb in (t for t in sentence.tokens if is_verb(t) or t.lower == "involved"):
        who = _blamed(verb) or _answering(verb)
        if who and all(none_of(w) is None and kinds_of(w, knowledge) & DOERS for w in who if w.pos != "PRON"):
            yield Trigger(verb, LAID, False, (verb,), who)


def denies(verb: Token) -> bool:
    """"did no such thing", "played no part": the denial is in the object."""
    return any(map(none_of, verb.all("dobj")))


def blamer(verb: Token) -> tuple[Token, ...]:
    """Who lays the deed at a door: the mayor of "the mayor blamed rebels"."""
    return subjects(verb) if verb.lemma == "blame" and not is_passive(verb) else ()


def _blamed(verb: Token) -> tuple[Token, ...]:
    """"the mayor blamed rebels", "blamed them for it"; not "blamed the weather", nor "the police for the delay"."""
    if verb.lemma != "blame" or is_passive(verb) or not subjects(verb) or any(c.dep == "neg" for c in verb.children):
        return ()
    beside = [*verb.all("prep"), *(p for o in verb.all("dobj") for p in o.all("prep"))]
    named = any(p.lower in ("for", "on", "over") and not any(o.lower in IT for o in p.all("pobj")) for p in beside)
    return () if named else objects(verb)


def _answering(verb: Token) -> tuple[Token, ...]:
    """Whoever is said to be, or not to be, the one who did it."""
    no_part = verb.lemma in HOLDING and any(o.lemma in echo_words().answering and none_of(o) and _is_bare(o) for o in verb.all("dobj"))
    no_such = verb.lemma == "do" and any(_is_no_such(o) for o in verb.all("dobj"))
    involved = verb.lower == "involved" and (verb.dep == "acomp" or is_passive(verb)) and _is_bare(verb)
    behind = verb.lemma == "be" and any(p.lower == "behind" and any(o.lower in IT for o in p.all("pobj")) for p in verb.all("prep"))
    to_blame = verb.lemma == "be" and (any(c.lower == "responsible" and _is_bare(c) for c in verb.all("acomp")) or any(is_to_blame(c) and _is_bare(c) for c in verb.children))
    if _started_it(verb):
        return subjects(verb)
    if not (no_part or no_such or involved or behind or to_blame):
        return ()
    clause = verb.head if verb.dep == "acomp" else verb
    return expand(clause.all("nsubj", "nsubjpass"))


def _started_it(verb: Token) -> bool:
    """"it was the guards who started it", "they started it": of the fight told just before."""
    began = verb.lemma in ("start", "begin") and any(o.lower == "it" for o in verb.all("dobj")) and not any(c.dep in ("prep", "prt") or c.lower == "all" for c in verb.children)
    return began and not any(c.dep == "neg" or c.tag == "MD" for c in verb.children) and verb.tag in ("VBD", "VBN")


def _is_no_such(thing: Token) -> bool:
    """"no such thing", "nothing of the kind"."""
    such = thing.lemma == "thing" and any(c.lower == "such" for c in thing.children)
    return none_of(thing) is not None and (such or any(o.lemma in OF_KIND for p in thing.all("prep") for o in p.all("pobj")))


def _is_bare(word: Token) -> bool:
    """Nothing behind it says in what: "involved", "involved in it"; not "involved in smuggling"."""
    behind = [p for p in word.children if p.dep in ("prep", "xcomp", "advcl", "agent") and p.i > word.i]
    return all(p.dep == "prep" and any(o.lower in IT for o in p.all("pobj")) for p in behind)
