"""Where a walk goes from a relative clause, an apposition or the second of a row: beside what stands above it, or past it."""

from __future__ import annotations

from reportedly.attribute.own_words import local, modal, said_behind
from reportedly.attribute.path import Walk
from reportedly.language.clauses import is_passive, is_verb, subjects
from reportedly.language.doers import is_able
from reportedly.language.parse import Token
from reportedly.language.supposed import is_of_tale
from reportedly.language.verb_forms import is_finite

TAKING_UP = frozenset(["remark", "word", "comment", "statement", "move", "step", "decision", "demand", "claim", "accusation", "allegation", "charge", "proposal", "offer", "condition", "request", "call", "figure", "gesture", "threat"])
HEARING = frozenset({"tell", "warn", "inform", "notify", "advise", "assure"})  # of what one hears in the passive


def out_of_relative(w: Walk, node: Token, head: Token) -> Token:
    """A relative clause or apposition is told as fact; set off by a comma it is the report's own, outside the voices."""
    if node is w.start and (no := _not_who(node, head)) is not None:
        w.operator(w.ops.adverbs.get("not"), no)
    w.shielded = w.aside = True
    w.described = head
    left = list(node.subtree())
    begin = min(t.i for t in left)
    comma = is_of_tale(node) or _takes_up(head) or any(c.dep == "punct" and c.lower in (",", "–", "-", "—", "(") and c.i == begin - 1 for c in (*head.children, *head.head.children))
    quoted = node.quoted and head.quoted == node.quoted
    if (node.dep in ("relcl", "appos") or is_of_tale(node)) and comma and not quoted:
        if node.dep == "relcl":
            said_behind(w, node)
        return root_above(head)
    return head


def _takes_up(noun: Token) -> bool:
    """"..., remarks that drew a protest", "..., a move that angered Ankara": a noun between commas that takes up what was told before it."""
    begin = min(t.i for t in noun.subtree())
    bare = noun.tag == "NNS" and noun.first("det", "poss") is None
    return noun.lemma in TAKING_UP and noun.dep in ("appos", "npadvmod", "dobj", "attr") and (bare or any(c.lower in ("a", "an") for c in noun.all("det"))) and any(
        c.lower in (",", "–", "—") and c.i == begin - 1 for c in noun.head.subtree()
    )


def _not_who(deed: Token, doer: Token) -> Token | None:
    """"it was not the army that burned the mill": the "not", where somebody is said not to have done it."""
    be, who = doer.head, deed.first("nsubj")
    it = be.first("nsubj", "expl")
    if doer.dep != "attr" or be.lemma != "be" or it is None or it.lower != "it" or who is None or who.lower not in ("that", "who", "which") or not is_able(doer):
        return None
    no = be.first("neg") or (be.head if be.dep == "ccomp" and be.head.lemma in ("deny", "dispute") else None)  # "denied it had been his troops who fired"
    return no if not any(c.lower in ("first", "last", "only", "just") for c in (*doer.children, *be.children)) else None


def root_above(token: Token) -> Token:
    for above in token.ancestors():
        if above.is_root:
            return Outside(above)
    return token


class Outside(Token):  # a root that carries nothing: the walk ends there
    def __init__(self, root: Token) -> None:
        super().__init__(root.i, root.text, root.lower, root.lemma, "X", "X", "ROOT", root.start, root.end)
        self.head = self


def conjunct(w: Walk, node: Token, head: Token) -> Token:
    """Coordination: what governs the first conjunct governs the others, until one brings its own voice."""
    own_subject = any(c.dep in ("nsubj", "nsubjpass") for c in node.children)
    cc = next((c.lower for c in head.children if c.dep == "cc" and c.i < node.i), "")
    if cc == "but" and (outer := _told_by_another(node, head)) is not None:
        return skip(outer, w)
    if own_subject and ((w.spoken and node is w.start and _is_behind_teller(node, head)) or _is_behind_source(node, head)):
        return Outside(head)
    if own_subject and w.path.voices and cc in ("but", "and", "while", "yet") and any(s.cue is node or s.cue.head is node or node in s.cue.ancestors() for s in w.path.voices):
        return root_above(head) if not head.is_root else Outside(head)
    if not own_subject and is_verb(node) and not is_finite(node):
        local(w, head)
    if is_verb(node) and is_verb(head):
        if own_subject:
            w.spent.update(t.i for subject in head.all("nsubj", "nsubjpass") for t in (subject, *subject.children))  # whose "no" is its own
        else:
            if any(c.dep in ("aux", "neg") for c in node.children):  # "likely took the town, but have not crossed": each with words of its own
                w.spent.update(c.i for c in head.children if c.dep == "advmod" and c.i < head.i)
            for child in head.children:
                if child.dep == "aux" and child.tag == "MD" and not any(c.dep == "aux" for c in node.children):
                    modal(w, child, head, False, None)
        return skip(head, w)
    return head


def _is_behind_source(node: Token, first: Token) -> bool:
    """"huts were burned, according to a nun; the army denied it": the nun is the source of what stands before the semicolon."""
    stop = next((c.i for c in (*node.children, *first.children) if c.lower == ";" and first.i < c.i < node.i), None)
    return stop is not None and any(c.lower == "according" and first.i < c.i < stop for c in first.all("prep"))


def _is_behind_teller(node: Token, content: Token) -> bool:
    """"a raid killed six, the mayor said, but the army denied it": what another says behind the teller is no word of his."""
    told = content.head
    teller = content.dep == "ccomp" and content.i < told.i < node.i and is_verb(told)
    aside = next((c for c in content.all("parataxis", "ccomp") if content.i < c.i < node.i and subjects(c)), None)
    return (teller and bool(subjects(told))) or aside is not None


def _told_by_another(node: Token, content: Token) -> Token | None:
    """"said he had been warned by a clerk that he was on a list, but that the army had refused": the refusal is no part of the warning; it is
    set against it. Gives the warning."""
    told = content.head
    opened = any(c.lower == "that" and c.dep == "mark" for c in node.children)
    low = opened and content.dep == "ccomp" and told.dep == "ccomp" and is_passive(told) and told.lemma in HEARING and is_verb(told.head)
    return told if low else None


def skip(head: Token, w: Walk) -> Token:
    """Go on from the head of a coordination without its own modals and negation."""
    w.spent.update(c.i for c in head.children if c.dep in ("aux", "neg", "mark") or (c.dep == "advmod" and c.i > head.i))
    return head
