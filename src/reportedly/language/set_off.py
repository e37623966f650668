"""Repairs of what is set off behind a clause: "…, a claim officials denied", "…, their huts razed", "cost eight people their lives"."""

from __future__ import annotations

from reportedly.language.moves import is_after_comma, move, take_over
from reportedly.language.parse import Sentence, Token
from reportedly.language.participles import DONE_TO, make_passive
from reportedly.language.subjects import HARMED, RUINED, TAKEN

LOST = frozenset(["drive", "cart", "carry", "take", "steal", "rustle", "hack", "slaughter", "flatten", "level", "shell", "bomb"])
UNDONE = HARMED | RUINED | TAKEN | DONE_TO | LOST  # what nobody does without saying to what
TELLING = frozenset(["tell", "speak", "describe", "recall", "see", "show", "report", "recount", "watch", "film", "hear"])
COST = frozenset(["life", "leg", "arm", "eye", "sight", "home", "job", "freedom"])


def swallowed_tale(token: Token, sentence: Sentence) -> bool:
    """"were killed, a claim officials denied": "a" goes with no officials; it is the claim, and they denied it."""
    who = next((a for a in token.ancestors() if a.dep not in ("compound", "nmod", "amod")), token)  # "a charge rebel leaders reject"
    verb = who.head
    article = next((c for c in who.children if c.lower in ("a", "an") and c.dep == "det" and c.i < token.i), None)
    if token.tag != "NN" or who.tag != "NNS" or who.dep not in ("nsubj", "nsubjpass") or article is None or not is_after_comma(article, sentence):
        return False
    told = _clause_before(verb, token)
    if told is None:
        return False
    for child in [c for above in {token.head, who} for c in above.children if c.i < token.i]:
        move(child, token, child.dep)
    if told.head is verb:
        take_over(told, verb)
    move(token, told, "npadvmod")
    move(verb, token, "relcl")
    return True


def _clause_before(verb: Token, noun: Token) -> Token | None:
    """The clause that a noun set off behind it is of: what the verb is taken to tell of, or what is told before."""
    for above in (verb, verb.head):
        inner = next((c for c in above.all("ccomp") if c.i < noun.i and c is not verb), None)
        if inner is not None or (above is not verb and above.tag.startswith("VB") and above.i < noun.i):
            return inner or above
    return None


def row_of_losses(token: Token, sentence: Sentence) -> bool:
    """"Four were hacked to death, their huts razed and their cattle driven off": nobody tells the hacking; huts and cattle share its "were"."""
    last, lost = token.head, token.head.first("nsubj", "nsubjpass")
    if token.dep != "ccomp" or token.first("auxpass") is None or lost is None or not _is_undone(last) or lost.i < token.i:
        return False
    start = min(t.i for t in lost.subtree())
    if not is_after_comma(next(t for t in sentence.tokens if t.i == start), sentence):
        return False
    take_over(token, last)
    last.dep = "conj"
    for verb in (last, *last.all("conj")):
        what = verb.first("nsubj", "nsubjpass")
        if what is not None and _is_undone(verb):
            make_passive(verb, what)
    return True


def _is_undone(verb: Token) -> bool:
    """A bare past of a verb that must have an object, and has none."""
    return verb.tag in ("VBD", "VBN") and verb.lemma in UNDONE and verb.first("dobj", "aux", "auxpass", "xcomp", "ccomp", "dative") in (None, verb.first("ccomp"))


def cost_lives(token: Token, _: Sentence) -> bool:
    """"cost eight people their lives": the lives are what it cost, and no other word for the people."""
    people = token.head
    if token.dep != "appos" or token.lemma not in COST or token.first("poss") is None or people.head.lemma != "cost" or people.dep not in ("dobj", "dative"):
        return False
    people.dep = "dative"
    move(token, people.head, "dobj")
    return True


def told_doing(token: Token, sentence: Sentence) -> bool:
    """"told of soldiers going from hut to hut, shooting those who could not run": it is the soldiers who shoot, and nobody's telling."""
    verb = token.head
    if token.tag != "VBG" or token.i < verb.i or verb.lemma not in TELLING or token.first("mark", "nsubj", "aux") is not None or not is_after_comma(token, sentence):
        return False
    seen = [o for c in (verb, *verb.all("prep")) for o in c.all("dobj", "pobj") if verb.i < o.i < token.i]
    doing = next((d for o in seen for d in o.all("acl") if d.tag == "VBG" and d.i < token.i), None)
    if doing is None:
        return False
    move(token, doing, "conj")
    return True


def agent_and_hurt(token: Token, _: Sentence) -> bool:
    """"was killed by a mine and two hurt in the same blast": two did not kill; they were hurt."""
    by = token.head.head if token.head.dep == "pobj" else token
    verb = by.head
    harmed = next((c for c in verb.all("conj") if c.i == token.i + 1), None)
    if token.tag != "CD" or token.dep != "conj" or by.lower != "by" or verb.tag != "VBN" or harmed is None or harmed.lemma not in HARMED:
        return False
    move(token, harmed, "nsubjpass")
    harmed.tag, harmed.pos = "VBN", "VERB"
    return True
