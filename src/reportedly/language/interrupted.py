"""Repairs of clauses that something stands between: an aside behind "which", a letter before who wrote it, a time before what was done then."""

from __future__ import annotations

from reportedly.language.moves import end_of, is_after_comma, move
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import HOLDING, REPORTING, TELLING

FINITE = ("VBD", "VBZ", "VBP")
NOUNS = ("NOUN", "PROPN")
WRITING = REPORTING | HOLDING | TELLING | {"write", "describe", "recall", "recount", "complain"}
WHEN = frozenset({"when", "where"})


def aside_behind_which(token: Token, sentence: Sentence) -> bool:
    """"a rally at which, police claim, students hurled bricks": the police claim it, and it was hurled at the rally."""
    who, noun = token.first("nsubj"), token.head
    if token.dep != "relcl" or token.lemma not in REPORTING | HOLDING or who is None or token.first("ccomp", "dobj", "xcomp") is not None:
        return False
    begin = min(t.i for t in who.subtree())
    words = {t.i: t for t in sentence.tokens}
    before = [words.get(begin - n) for n in (1, 2)]
    behind = words.get(token.i + 1)
    if any(t is None for t in (*before, behind)) or before[0].lower != "," or before[1].tag not in ("WDT", "WP") or behind.lower != ",":  # type: ignore[union-attr]
        return False
    inner = next((t for t in sentence.tokens if t.i > token.i and t.tag in FINITE and t.first("nsubj", "nsubjpass") is not None and t not in token.subtree()), None)
    if inner is None or inner in noun.ancestors() or inner.dep not in ("conj", "ccomp", "advcl", "parataxis", "dep"):
        return False
    move(inner, noun, "relcl")
    for fronted in [c for c in token.children if c.i < begin and c.dep != "punct"]:
        move(fronted, inner, fronted.dep)
    move(token, inner, "parataxis")
    return True


def fronted_writer(token: Token, sentence: Sentence) -> bool:
    """"In a note passed to his brother, one of the men, Hamid Zaeri, wrote that": the name before a verb of telling that has no subject tells."""
    verb = sentence.root
    if token.dep not in ("npadvmod", "appos", "dobj", "dep", "conj") or token.pos != "PROPN" or token.ent not in ("PERSON", "ORG", "") or token.i > verb.i:
        return False
    if verb.lemma not in WRITING or verb.tag not in FINITE or verb.first("nsubj", "nsubjpass", "expl") is not None or verb.first("ccomp") is None:
        return False
    first = min(token.subtree(), key=lambda t: t.i)
    if end_of(token) != verb.i - 2 or not is_after_comma(verb, sentence) or not is_after_comma(first, sentence) or token.head is verb:
        return False
    if not any(c.dep == "prep" and token in c.subtree() for c in verb.children):
        return False
    move(token, verb, "nsubj")
    return True


def low_serial(token: Token, sentence: Sentence) -> bool:
    """"began in June, when officers raided the office, seized its files and took away six": all three were done then, by those officers."""
    last, above = token.first("conj"), token.head
    if token.dep not in ("ccomp", "conj", "dep", "advcl") or token.tag != "VBD" or last is None or last.tag != "VBD" or not is_after_comma(token, sentence):
        return False
    if any(v.first("nsubj", "nsubjpass", "aux", "auxpass", "mark", "agent") is not None for v in (token, last)):
        return False
    clause = next((t for t in reversed(sentence.tokens) if t.i < token.i and t.tag == "VBD" and t.dep in ("relcl", "advcl") and _opens_then(t)), None)
    if clause is None or clause.i < above.i or end_of(clause) >= token.i or token.i - end_of(clause) > 2:
        return False
    move(token, clause, "conj")
    return True


def _opens_then(clause: Token) -> bool:
    """A clause with a subject of its own behind "when", "where" or "in which"."""
    who = clause.first("nsubj")
    opened = any(c.i < clause.i and (c.lower in WHEN or (c.dep == "prep" and any(p.lower == "which" for p in c.all("pobj")))) for c in clause.children)
    return who is not None and who.tag not in ("WDT", "WP") and opened
