"""Repair of what somebody calls a thing: "an attack on what it called a spy base", "shelled what it said were rebel positions".

The clause of "what" only says in whose words the thing is named. The thing takes its place, and the clause hangs on it.
"""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import REPORTING, TELLING

CALLING = frozenset(["call", "dub", "term", "label", "consider", "deem", "style"])
SEEING_AS = frozenset(["describe", "regard", "see", "view", "know", "characterise", "characterize", "denounce", "condemn", "depict", "portray", "brand"])
SEEMING = frozenset(["seem", "appear", "believe", "think", "suspect", "say", "claim", "allege", "presume", "assume", "report", "turn", "prove", "insist", "understand"])
ASKING = REPORTING | TELLING | {"ask", "know", "see", "wonder", "understand", "decide", "show", "be", "explain", "reveal", "determine"}  # whose "what" is a question
NOUNS = ("NOUN", "PROPN")


def free_relative(token: Token, _: Sentence) -> bool:
    """"what police called a raid" in place of an object: the raid, as the police called it."""
    above, what = token.head, _what(token)
    if token.dep not in ("pcomp", "ccomp") or what is None or not token.tag.startswith("VB") or above.i > what.i:
        return False
    if token.dep == "ccomp" and (above.lemma in ASKING or above.first("dobj") is not None):
        return False
    thing = _thing(token)
    if thing is None or thing.pos not in NOUNS or thing.i < token.i:
        return False
    dep = "pobj" if token.dep == "pcomp" else "dobj"
    move(thing, above, dep)
    move(token, thing, "relcl")
    return True


def _what(verb: Token) -> Token | None:
    """The "what" that a clause begins with, which may be the subject of the clause inside it."""
    inside = verb.all("ccomp", "xcomp")
    return next((c for v in (verb, *inside) for c in v.all("dobj", "nsubj", "nsubjpass", "attr") if c.lower == "what" and c.i < verb.i), None)


def _thing(verb: Token) -> Token | None:
    """What the clause says that it is."""
    if verb.lemma == "be":
        return verb.first("attr")
    if verb.lemma in CALLING:
        return next((c for c in verb.all("oprd", "dobj", "attr") if c.lower != "what"), None)
    if verb.lemma in SEEING_AS and (named := next((n for p in verb.all("prep") if p.lower == "as" for n in p.all("pobj")), None)) is not None:
        return named
    being = next((c for c in verb.all("xcomp", "ccomp") if c.lemma == "be"), None) if verb.lemma in SEEMING else None
    return being.first("attr") if being is not None else None
