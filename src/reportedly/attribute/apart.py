"""Where a walk leaves a sentence: a clause that others tell, apart from what stands before it.

"Police say he shot; witnesses say he was beaten", "the army said it had sunk a ship, though monitors later said it was a trawler", "killed
nine, according to the army, and robbed two, according to farmers": who tells the first is no voice of the second.
"""

from __future__ import annotations

from reportedly.attribute.path import Walk
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

CONCEDING = frozenset({"though", "although", "while", "whereas"})
CLAUSES = ("conj", "ccomp", "parataxis", "advcl", "dep")
BESIDE = ("(", ";", "–", "—")


def is_apart(w: Walk, clause: Token) -> bool:
    """Whether the clause just passed has voices of its own, and stands apart from the one above it."""
    dep, above = clause.dep, clause.head
    if not w.path.voices or not is_verb(clause) or not (dep in CLAUSES or (dep == "pcomp" and above.lower == "after")):
        return False
    if dep == "advcl" and any(c.lower in CONCEDING for c in clause.all("mark")):
        return True  # "…, the army said, though an official put it higher"
    if dep == "conj" and clause.first("nsubj", "nsubjpass") is None and any(s.rule == "according-to" and s.cue.head is clause for s in w.path.voices):
        return True
    return _is_set_off(w, clause)


def _is_set_off(w: Walk, clause: Token) -> bool:
    """Behind a semicolon or in brackets with a source in it; or ", a day after monitors said"."""
    own = [s for s in w.path.voices if s.cue is clause or s.cue.head is clause or clause in s.cue.ancestors()]
    if not own or clause.i < clause.head.i:
        return False
    begin = min(t.i for t in (clause.head if clause.dep == "pcomp" else clause).subtree())
    marks = {t.i: t.lower for t in (clause, *clause.ancestors())[-1].subtree() if t.pos == "PUNCT"}
    if marks.get(begin) in BESIDE or marks.get(begin - 1) in BESIDE:
        return True
    after = clause.dep == "pcomp" or (clause.dep == "advcl" and any(c.lower == "after" for c in clause.all("mark")))
    return after and any(s.cue is clause for s in own) and "," in (marks.get(begin - n) for n in (1, 2, 3))
