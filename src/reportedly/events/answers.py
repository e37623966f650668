"""Who answers for the deed told just before, where nothing names it: "they were not involved", "the mayor blamed rebels", "it was the guards who started it".

Beside the nouns of `echo.py` ("denied any involvement"). Each is a claim of that deed only close behind it, where somebody says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.codebooks.frames import Frame
from reportedly.events.answerable import blaming
from reportedly.events.echo_words import IT, echo_words, is_deed_told
from reportedly.events.frames import Trigger
from reportedly.events.tolls import DEED
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive, is_verb, objects, subjects
from reportedly.language.coordination import expand
from reportedly.language.nobody import none_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.verb_forms import is_to_blame
from reportedly.language.verdicts import ANSWERABLE

LAID = Frame("echo.laid", DEED, None, (), (), (), {})
HOLDING = frozenset({"have", "play", "take"})
STARTING = frozenset({"start", "begin", "light", "set", "ignite"})
FIRES = frozenset({"fire", "blaze", "inferno"})
SHOOTING = frozenset({"fire", "shoot"})
AIMED = frozenset({"on", "at", "into", "upon", "against", "toward", "towards", "over", "to", "for"})
ORDERING = frozenset({"order", "command", "instruct", "tell"})
OF_KIND = frozenset({"kind", "sort"})
DOERS = HUMAN | {"WEAPON"}


def answers(sentence: Sentence, knowledge: Knowledge) -> Iterator[Trigger]:
    """The words of a sentence by which somebody answers for a deed that it does not name."""
    for verb in (t for t in sentence.tokens if is_verb(t) or t.lower == "involved"):
        who = _laid_on(verb) or blamed(verb) or _worked(verb) or _answering(verb) or _shoots(verb)
        if _laid_on(verb) and not any(w.pos == "PRON" or kinds_of(w, knowledge) & HUMAN for w in who):
            continue  # "attributed the deaths to a mine": to nobody
        if who and all(none_of(w) is None and w.lower not in ("nobody", "none") and (w.pos == "PRON" or kinds_of(w, knowledge) & DOERS) for w in who):
            yield Trigger(verb, LAID, False, (verb,), who)


def denies(verb: Token) -> bool:
    """"did no such thing", "played no part": the denial is in the object."""
    return any(map(none_of, verb.all("dobj")))


def blamer(verb: Token) -> tuple[Token, ...]:
    """Who lays the deed at a door: the mayor of "the mayor blamed rebels"."""
    return subjects(verb) if (verb.lemma in ("blame", "accuse") and not is_passive(verb)) or _claims_it(verb) or _points_at(verb) or _laid_on(verb) else ()


def blamed(verb: Token) -> tuple[Token, ...]:
    """At whose door somebody lays a deed that he does not name."""
    return _blamed(verb) or _points_at(verb)


def _blamed(verb: Token) -> tuple[Token, ...]:
    """"the mayor blamed rebels", "blamed them for this crime"; not "blamed the weather", nor "the police for the delay"."""
    if verb.lemma not in ("blame", "accuse") or is_passive(verb) or not subjects(verb) or any(c.dep == "neg" for c in verb.children):
        return ()
    if verb.lemma == "accuse" and (verb.first("prep", "xcomp", "ccomp", "advcl", "pcomp") is not None or any(c.dep in ("prep", "acl") for o in verb.all("dobj") for c in o.children)):
        return ()  # "accused them of lying": only who is accused and no more is accused of the deed
    beside = [*verb.all("prep"), *(p for o in verb.all("dobj") for p in o.all("prep"))]
    named = any(p.lower in ("for", "on", "over") and not any(map(is_deed_told, p.all("pobj"))) for p in beside)
    return () if named else objects(verb)


def _laid_on(verb: Token) -> tuple[Token, ...]:
    """"blamed it on rebels", "attributed the fire to the gang", "pinned the crime on a neighbour": on whom."""
    link = "on" if verb.lemma in ("blame", "pin") else blaming()[1].get(verb.lemma)
    if link is None or is_passive(verb) or verb.first("neg") is not None or not subjects(verb) or not any(map(is_deed_told, verb.all("dobj"))):
        return ()
    beside = [*verb.all("prep", "dative"), *(p for o in verb.all("dobj") for p in o.all("prep"))]
    return next((expand(p.all("pobj")) for p in beside if p.lower == link), ())


def _answering(verb: Token) -> tuple[Token, ...]:
    """Whoever is said to be, or not to be, the one who did it."""
    no_part = verb.lemma in HOLDING and any(o.lemma in echo_words().answering and none_of(o) and _is_bare(o) for o in verb.all("dobj"))
    no_part = no_part or (verb.lemma == "have" and any(_is_nothing_to_do(o) for o in verb.all("dobj")))
    no_such = verb.lemma == "do" and any(_is_no_such(o) for o in verb.all("dobj"))
    involved = verb.lower == "involved" and (verb.dep == "acomp" or is_passive(verb)) and _is_bare(verb)
    behind = verb.lemma == "be" and any(p.lower == "behind" and any(map(is_deed_told, p.all("pobj"))) for p in verb.all("prep"))
    to_blame = verb.lemma == "be" and (any(c.lower == "responsible" and _is_bare(c) for c in verb.all("acomp")) or any(is_to_blame(c) and _is_bare(c) for c in verb.children))
    if _started_it(verb) or _carried_out(verb) or _claims_it(verb):
        return subjects(verb)
    if not (no_part or no_such or involved or behind or to_blame):
        return ()
    clause = verb.head if verb.dep == "acomp" else verb
    return expand(clause.all("nsubj", "nsubjpass"))


def _shoots(verb: Token) -> tuple[Token, ...]:
    """"two boats had fired from 100 metres", "his men did not shoot", "gave the order to fire": of the deed told before, for it is not said at whom."""
    if verb.lemma not in SHOOTING or is_passive(verb) or verb.first("dobj", "prt") is not None or any(p.lower in AIMED for p in verb.all("prep")):
        return ()
    if is_ordered(verb):
        return (objects(verb.head) if verb.dep == "xcomp" else ()) or subjects(verb.head.head if verb.dep == "acl" else verb.head)
    return subjects(verb) if verb.dep not in ("xcomp", "acl", "advcl", "pcomp") else ()


def is_ordered(verb: Token) -> bool:
    """"gave the order to shoot", "ordered his men to fire"."""
    return verb.tag == "VB" and verb.lemma in SHOOTING and ((verb.dep == "acl" and verb.head.lemma in ("order", "command")) or (verb.dep == "xcomp" and verb.head.lemma in ORDERING))


def _started_it(verb: Token) -> bool:
    """"it was the guards who started it", "they lit the fire": of the fight, of the fire told just before."""
    it = any(o.lower == "it" or (o.lemma in FIRES and is_deed_told(o)) for o in verb.all("dobj"))
    if not it or verb.lemma not in STARTING or any(c.dep in ("prep", "prt") or c.lower == "all" for c in verb.children):
        return False
    return not any(c.tag == "MD" or (c.dep == "neg" and verb.lemma in ("start", "begin")) for c in verb.children) and verb.tag in ("VBD", "VBN")


def _points_at(verb: Token) -> tuple[Token, ...]:
    """"pointed the finger at the rebels", "held the army responsible": at whose door it is laid."""
    if is_passive(verb) or not subjects(verb) or verb.first("neg") is not None:
        return ()
    if verb.lemma == "point" and any(o.lemma == "finger" for o in verb.all("dobj")):
        return tuple(o for c in (verb, *verb.all("dobj")) for p in c.all("prep") if p.lower == "at" for o in p.all("pobj"))
    held = verb.lemma == "hold" and any(c.lower in ANSWERABLE and _is_bare(c) for c in verb.all("oprd", "acomp", "advmod", "xcomp"))
    return objects(verb) if held else ()


def _worked(verb: Token) -> tuple[Token, ...]:
    """"it was the work of the security services": whose work."""
    work = next((a for a in verb.all("attr") if a.lemma in ("work", "doing", "handiwork")), None) if verb.lemma == "be" and any(map(is_deed_told, verb.all("nsubj"))) else None
    return tuple(o for p in work.all("prep") if p.lower == "of" for o in p.all("pobj")) if work is not None else ()


def _carried_out(verb: Token) -> bool:
    """"its fighters had carried it out": the deed told just before."""
    out = verb.lemma == "carry" and any(c.lower == "out" for c in verb.all("prt"))
    did = verb.lemma == "do" and verb.tag in ("VBD", "VBN") and not any(c.i > verb.i and c.dep not in ("dobj", "punct", "cc", "conj") for c in verb.children)
    if did and any(o.lower == "it" for o in verb.all("dobj")):
        return True  # "said it had done it"
    return (out or verb.lemma in ("commit", "perpetrate", "stage")) and not is_passive(verb) and any(map(is_deed_told, verb.all("dobj")))


def _claims_it(verb: Token) -> bool:
    """"two groups have claimed it"."""
    begins = verb.is_root and all(t.i >= min(x.i for s in verb.all("nsubj") for x in s.subtree()) for t in verb.subtree()) if verb.all("nsubj") else False
    return begins and verb.lemma == "claim" and not is_passive(verb) and any(o.lower in IT and not o.children for o in verb.all("dobj")) and verb.first("neg", "ccomp", "xcomp", "advcl") is None


def _is_nothing_to_do(nothing: Token) -> bool:
    """"had nothing to do with it": with what was told just before."""
    doing = [d for d in nothing.all("relcl", "acl", "xcomp") if d.lemma == "do"]
    return nothing.lower == "nothing" and any(is_deed_told(o) for d in doing for p in d.all("prep") if p.lower == "with" for o in p.all("pobj"))


def _is_no_such(thing: Token) -> bool:
    """"no such thing", "nothing of the kind"."""
    such = thing.lemma == "thing" and any(c.lower == "such" for c in thing.children)
    return none_of(thing) is not None and (such or any(o.lemma in OF_KIND for p in thing.all("prep") for o in p.all("pobj")))


def _is_bare(word: Token) -> bool:
    """Nothing behind it says in what: "involved", "involved in it"; not "involved in smuggling"."""
    behind = [p for p in word.children if p.dep in ("prep", "xcomp", "advcl", "agent") and p.i > word.i]
    return all(p.dep == "prep" and any(map(is_deed_told, p.all("pobj"))) for p in behind)
