"""What nobody could check: "the army's claim that it had shelled the mill could not be verified", "the raid was not confirmed".

A check that fails makes no denial. What somebody tells stays theirs, as they tell it; what nobody tells by name is only possible.
"""

from __future__ import annotations

from reportedly.attribute.falsehoods import falsehoods
from reportedly.attribute.path import Walk
from reportedly.attribute.prospects import is_known
from reportedly.codebooks.operators import Operator
from reportedly.language.clauses import is_passive
from reportedly.language.nobody import none_of
from reportedly.language.parse import Token

CHECKING = frozenset(["confirm", "verify", "corroborate", "substantiate", "authenticate", "ascertain", "check", "prove", "validate"])
UNCHECKED = frozenset(["unconfirmed", "unverified", "uncorroborated", "unproven", "unproved", "unsubstantiated"])
UNABLE = frozenset(["unable", "impossible", "possible", "difficult", "hard", "able"])
PROOFS = frozenset({"evidence", "proof", "indication", "sign", "confirmation", "suggestion"})
NEWS = frozenset({"knowledge", "information", "record", "awareness", "news", "word"})  # "had no knowledge of any raid"
TRUTHS = frozenset({"truth", "substance", "foundation", "basis"})
RESPONDING = frozenset(["respond", "react", "reply", "comment", "laugh", "listen", "bristle", "rage", "fume"])
FAILING = frozenset(["fail", "have", "refuse", "decline"])  # "failed to verify it"; "has yet to be verified"; "declined to confirm it"
HELPERS = ("aux", "auxpass", "neg", "advmod")


def unchecked(w: Walk, child: Token, verb: Token, *, nominal: bool) -> bool:
    """Whether a verb says that what hangs on it could not be checked; the words that say so are then spent."""
    above = _who_failed(verb)
    if verb.lemma in CHECKING:
        passive = is_passive(verb)
        if not (above or any(map(_is_no, verb.children))) or (passive and child.dep == "pobj"):
            return False
    elif not (verb.lemma in ("be", "remain", "stay") and child.dep in ("nsubj", "csubj") and any(c.lower in UNCHECKED for c in verb.all("acomp", "attr", "oprd"))):
        return False
    told = nominal and is_told(w, child)
    if not told and verb.lemma == "confirm" and not passive and not above:
        return False  # "the navy has not confirmed the raid" speaks for the navy
    w.spent.update(t.i for node in (verb, *above) for t in (node, *node.all(*HELPERS)))
    if not told and not w.shielded:
        w.path.status = w.ops.compose("may", w.path.status)
    w.path.steps.append(("status.unchecked", verb, w.path.status.value))
    return True


def unproven(w: Walk, child: Token, noun: Token) -> None:
    """"there is no evidence that they did": they may have; "there is no truth to reports that they did": they have not."""
    no = next((c for c in noun.children if c.lower == "no" and c.dep == "det"), None)
    if no is None or noun.lemma not in PROOFS | TRUTHS | NEWS:
        return
    if noun.lemma in NEWS and (child is not w.start or is_known(child)):
        return  # "had no information about the killing": it was
    if noun.lemma in TRUTHS:
        w.path.status = w.ops.compose("deny", w.path.status)
        w.path.steps.append(("status.no-truth", no, w.path.status.value))
        return
    if not is_told(w, child):
        w.path.status = w.ops.compose("may", w.path.status)
    w.path.steps.append(("status.no-proof", no, w.path.status.value))
    w.spent.add(no.i)


def not_known(w: Walk, noun: Token, verb: Token) -> bool:
    """Whether somebody does not know of a deed: "was not aware of any raid", which may have been; "did not know of the raid", which was."""
    no = verb.first("neg") or (verb.head.first("neg") if verb.dep == "acomp" else None)
    if no is None:
        return False
    w.spent.add(no.i)
    if is_known(noun):
        w.shielded = True
    else:
        w.path.status = w.ops.compose("may", w.path.status)
        w.path.steps.append(("status.not-known", no, w.path.status.value))
    return True


def not_ruled_out(w: Walk, operator: Operator, verb: Token) -> bool:
    """Whether somebody does not rule a deed out, and so leaves it open: "has not ruled out", "could not exclude that", "refused to rule out"."""
    if operator.id not in ("rule-out", "exclude"):
        return False
    above = verb.head if verb.dep == "xcomp" and (verb.head.lemma in ("refuse", "decline", "fail") or verb.head.lower == "unable") else None
    no = verb.first("neg") or above
    if no is None:
        return False
    w.spent.update(t.i for t in (no, *verb.all("aux"), *((above, above.head) if above is not None and above.pos == "ADJ" else ())))
    w.path.status = w.ops.compose("may", w.path.status)
    w.path.steps.append(("status.not-ruled-out", no, w.path.status.value))
    return True


def is_answered(w: Walk, tale: Token) -> bool:
    """"scoffed at claims that", "brushed aside allegations of", "did not respond to the claim that": those are another's than whoever answers."""
    far = tale.dep == "pobj"
    verb = tale.head.head if far else tale.head
    beside = {c.lower for c in verb.children}
    denied = any(beside.issuperset(rest) and (not far or tale.head.lower in rest) and (op.status == "deny" or op.id == "doubt") for rest, op in w.ops.verbs.get(verb.lemma, ()))
    return (far and verb.lemma in RESPONDING) or (tale.dep in ("dobj", "pobj") and denied)


def is_told(w: Walk, noun: Token) -> bool:
    """"the army's claim that": somebody's tale, which stays as they tell it."""
    return noun is not w.start and bool(w.path.voices) and (noun.lemma in w.words.nouns or noun.lemma in falsehoods().tales)


def _is_no(word: Token) -> bool:
    return word.dep == "neg" or word.lower in ("never", "yet", "neither", "nor")


def _who_failed(verb: Token) -> tuple[Token, ...]:
    """The words above a check that say that it failed: "was unable to verify", "it was not possible to verify", "has yet to be verified"."""
    head = verb.head
    if head is verb or verb.dep not in ("xcomp", "ccomp", "advcl", "csubj"):
        return ()
    words = (head, *head.all("acomp", "attr", "oprd"), *((head.head,) if head.pos == "ADJ" else ()))
    if any(t.lower in ("unable", "impossible") for t in words):
        return words
    no = any(_is_no(c) for t in words for c in t.children)
    hard = any(t.lower in UNABLE for t in words)
    if (hard and (no or not any(t.lower in ("possible", "able") for t in words))) or (head.lemma in FAILING and (no or head.lemma != "have")):
        return words
    return ()


def is_negated(verb: Token) -> bool:
    """"could not say", "nobody knows", "no one has said"."""
    who = verb.first("nsubj")
    return verb.first("neg") is not None or (who is not None and none_of(who) is not None)


def has_yet_to(w: Walk, clause: Token, verb: Token) -> bool:
    """"The two sides have yet to agree": they did not so far."""
    yet = next((c for c in verb.children if c.lower == "yet"), None) if verb.lemma == "have" and clause.dep == "xcomp" else None
    if yet is not None:
        w.operator(w.ops.adverbs.get("not"), yet)
    return yet is not None
