"""Event nouns that tell of what may come: "a raid is imminent", "in the event of a raid", "a raid would be a crime".

And those that are spoken of as known, where the words around them leave others open: "concern about the raid", "discussed the raid".
"""

from __future__ import annotations

from reportedly.attribute.path import Walk
from reportedly.codebooks.frames import load_codebook
from reportedly.codebooks.operators import Operator
from reportedly.language.clauses import subjects
from reportedly.language.nobody import none_of
from reportedly.language.parse import Token

STANDING = frozenset(["be", "remain", "seem", "look", "appear", "become"])
LIKELY = frozenset(["be-due-to", "be-likely-to", "be-unlikely-to"])
PLAIN_FEAR = frozenset(["concern", "anxiety", "concerned", "anxious"])  # "concern about the raid"; "fears of the raid" are of what may come
TALKS = frozenset(["talk", "negotiation", "discussion", "vote", "referendum", "debate", "consultation"])
TOPICS = frozenset(["discuss", "debate", "study", "look", "ponder"])
NO = frozenset(["no"])
JUDGING = frozenset(["be", "make", "remain", "seem", "look", "serve"])
OPTIONS = frozenset(["option", "question", "possibility", "alternative", "choice", "answer", "solution"])
HOLDING = frozenset({"charge", "indict", "arrest", "prosecute", "try", "convict", "sentence", "punish", "detain", "blame", "accuse"})


def foretold(w: Walk, noun: Token, verb: Token) -> None:
    """"A raid is imminent", "the visit is due on Friday", "a raid would be a crime": what is said of an event tells that it has not come."""
    if noun.dep == "nsubj" and verb.lemma not in STANDING and (open_ := _might(verb)) is not None and not is_known(noun):
        w.operator(w.ops.modals.get("may"), open_)  # "an attack would require 2,000 troops"
    if noun.dep != "nsubj" or verb.lemma not in STANDING:
        return
    for said in verb.all("acomp"):
        operator = w.ops.adjectives.get(said.lower) or _standing_ahead(w, said)
        if operator is not None and operator.status in ("plan", "may", "fail"):
            w.operator(operator, said)
            return
    would = next((c for c in verb.all("aux") if c.lower in ("would", "'d", "’d")), None)
    if would is not None and verb.lemma == "be" and not any(c.lemma == "have" for c in verb.all("aux")) and verb.first("attr", "acomp") is not None:
        w.operator(w.ops.modals.get("may"), would)


def weighed(w: Walk, deed: Token, verb: Token) -> bool:
    """Apply that a deed is only judged: "bombing the bases would not help", "storming the house is no option", "raiding it makes no sense"."""
    if deed.tag != "VBG" or deed.dep not in ("csubj", "csubjpass", "nsubj") or deed.i > verb.i or any(c.dep in ("aux", "auxpass") for c in deed.children):
        return False
    open_ = _might(verb)
    judged = verb.lemma in JUDGING and verb.first("acomp", "attr", "dobj", "prep") is not None
    if open_ is None and not (judged and (verb.tag in ("VBZ", "VBP") or any(c.lemma in OPTIONS for c in verb.all("attr")))):
        return False
    w.operator(w.ops.modals.get("may"), open_ or verb)
    w.spent.update(c.i for c in verb.children if c.dep == "neg" or c.tag == "MD")
    w.shielded = True
    return True


def _might(verb: Token) -> Token | None:
    """The "would" of "would require"; what "would have" done, or "may have", was perhaps."""
    had = any(c.lemma == "have" for c in verb.all("aux"))
    return None if had else next((c for c in verb.all("aux") if c.lower in ("would", "could", "might", "'d", "’d")), None)


def _standing_ahead(w: Walk, said: Token) -> Operator | None:
    return next((op for rest, op in w.ops.predicatives.get(said.lower, ()) if op.id in LIKELY or (not rest and op.id == "be-ahead")), None)


def may_come(w: Walk, child: Token, noun: Token, prep: str | None) -> bool:
    """Apply that what hangs on a noun is only talked about, or a case that is provided for."""
    if _is_talked_about(child, noun, prep):
        w.operator(w.ops.modals.get("may"), noun)
    elif _in_the_event_of(noun, prep):
        w.operator(w.ops.marks.get("if"), noun)
    else:
        return False
    return True


def _in_the_event_of(noun: Token, prep: str | None) -> bool:
    """"in the event of a raid", "in case of war"; "in the case of the raid on Bor" speaks of one that came."""
    if prep != "of" or noun.dep != "pobj" or noun.head.lower != "in":
        return False
    return noun.lower == "event" or (noun.lower == "case" and noun.first("det") is None)


def _is_talked_about(child: Token, noun: Token, prep: str | None) -> bool:
    """"talks on a truce", "a vote on sanctions": it may come of them; "talks on the raid" speaks of one that came."""
    return noun.lemma in TALKS and prep in ("on", "about", "over") and child.dep == "pobj" and not is_known(child)


def is_of_nothing(noun: Token) -> Token | None:
    """"no" of "there are no plans for a raid", "poses no threat of war"."""
    return next((c for c in noun.children if c.dep == "det" and c.lower in NO), None)


def is_known(noun: Token) -> bool:
    """"the attack", "Monday's attack", "attacks that killed ten": one that is spoken of as done."""
    det = noun.first("det")
    return (det is not None and det.lower in ("the", "this", "that", "these", "those")) or noun.first("poss", "relcl") is not None


def is_taken_as_known(operator: Operator, word: Token, noun: Token) -> bool:
    """"concern about the arrest of a clerk", "discussed the raid": it was; a release that is discussed may yet come."""
    if not is_known(noun):
        return False
    return word.lemma in PLAIN_FEAR or word.lower in PLAIN_FEAR or (operator.id == "consider" and word.lemma in TOPICS and is_harm(noun))


def is_harm(noun: Token) -> bool:
    """A noun for a deed of force: nobody weighs whether to do it by speaking of it."""
    return any(frame.type == "ASSAULT" and not rest for rest, frame in load_codebook().nouns.get(noun.lemma, ()))


def would_hail(w: Walk, operator: Operator, verb: Token, noun: Token) -> None:
    """"would welcome a truce", "will condemn any attack": what would be hailed may be."""
    ahead = next((c for c in verb.all("aux") if c.tag == "MD"), None)
    if operator.presupposes and operator.status == "condemn" and ahead is not None and not is_known(noun):
        w.path.status = w.ops.compose("may", w.path.status)
        w.path.steps.append(("status.would", ahead, w.path.status.value))


def nobody_claims(noun: Token, verb: Token) -> bool:
    """"no group claimed responsibility for the raid", "has not claimed it": the raid was, by whomever."""
    if verb.lemma not in ("claim", "take", "admit", "assume") or noun.lemma not in ("responsibility", "credit"):
        return False
    return any(map(none_of, subjects(verb))) or any(c.dep == "neg" for c in verb.children)


def charges_nobody(verb: Token) -> bool:
    """"have yet to charge anyone with the stabbing": there was one."""
    return verb.lemma in HOLDING and any(o.lower in ("anyone", "anybody", "no-one", "nobody") for o in verb.all("dobj"))


def any_such(w: Walk, noun: Token) -> None:
    """"Any attack would be met with force": none has been yet."""
    det = next((c for c in noun.all("det") if c.lower == "any"), None)
    if det is not None and noun.dep in ("nsubj", "nsubjpass") and any(c.tag == "MD" for c in noun.head.all("aux")):
        w.operator(w.ops.modals.get("may"), det)
