"""Clauses of demands, whose bare verb the model takes for a noun: "demanded that London share intelligence", "that a court jail two bloggers"."""

from __future__ import annotations

from itertools import pairwise

from reportedly.codebooks.frames import load_codebook
from reportedly.codebooks.operators import operators
from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

DEMANDING = frozenset([
    "demand", "insist", "urge", "request", "propose", "recommend", "ask", "require", "order", "suggest", "rule", "decree", "stipulate", "plead", "advise", "command", "proposal",
    "call", "appeal", "condition", "insistence", "recommendation", "instruction", "vital", "essential", "imperative", "important", "necessary", "crucial",
])  # fmt: skip
NOUNS = ("NOUN", "PROPN")
NOMINAL = frozenset(["det", "poss", "amod", "compound", "nummod", "nmod", "prep", "punct", "case", "cc", "conj"])
SAME = frozenset(["hit", "cut", "put", "set", "shut", "beat", "spread", "let", "quit", "cost", "hurt", "read", "shed", "burst", "split", "thrust", "bet", "cast", "rid"])  # whose past is the same
TOWARD = frozenset(["with", "to", "from", "into", "at", "for"])


def subjunctive(token: Token, sentence: Sentence) -> bool:
    """"demanded that the army repel militants", "that police raid the office": a that-clause has a verb, and the first word that may be one is it."""
    that = next((c for c in token.children if c.lower == "that" and c.i < token.i and c.dep in ("mark", "det")), None)
    if that is None or not _lacks_doer(token) or token.head.lemma not in DEMANDING or token.head.i > that.i:
        return False
    first = sentence.tokens[0].i
    words = sentence.tokens[that.i + 1 - first : token.i + 1 - first]
    verb = next((w for before, w in pairwise(words) if _is_bare_verb(w) and _ends_phrase(before, words)), None)
    if verb is None or any(w.pos in ("VERB", "AUX") for w in words if w.i < verb.i):
        return False
    before, between = [w for w in words if w.i < verb.i], [w for w in words if verb.i < w.i < token.i]
    link = next((w for w in before if w.pos == "ADP"), None)
    doer = next((w for w in reversed(before) if link is None or w.i < link.i), None)
    if doer is None:
        return False
    above = token.head
    move(verb, above, "ccomp")
    verb.pos, verb.tag, verb.lemma, verb.ent = "VERB", "VB", verb.lower, ""
    move(that, verb, "mark")
    _gather(before, doer, verb)
    if token is not verb:
        move(token, verb, "dobj")
        for word in (w for w in between if w.head is verb or w.head not in words):
            move(word, token, word.dep)
        for prep in [c for c in token.all("prep") if c.lower in TOWARD and c.i > token.i]:
            move(prep, verb, "prep")
    _mend_object(verb)
    return True


def bare_form(token: Token, _: Sentence) -> bool:
    """"urged that the army free them", "proposed that both armies withdraw": what is asked for bears no tense, though its form may be that of one."""
    above = token.head
    if token.dep != "ccomp" or above.lemma not in DEMANDING or above.pos != "VERB" or token.first("aux", "auxpass") is not None:
        return False
    if not any(c.lower == "that" and c.dep == "mark" for c in token.children) or token.lower != token.lemma:
        return False
    if (token.tag == "VBP" and above.tag not in ("VBD", "VBN")) or (token.tag == "VBD" and token.lower in SAME):
        return False
    token.tag = "VB"
    return True


def infinitive(token: Token, _: Sentence) -> bool:
    """"wants the shelling to end": what has a "to" of the infinitive is a verb."""
    if token.tag not in ("NN", "NNP") or not any(c.tag == "TO" and c.dep == "aux" and c.i == token.i - 1 for c in token.children) or token.first("det") is not None:
        return False
    token.pos, token.tag, token.lemma, token.ent = "VERB", "VB", token.lower, ""
    return True


def due_to(token: Token, _: Sentence) -> bool:
    """"farmers are due to march on Friday": behind "are due to" a bare noun that may be a verb is one."""
    due = token.head if token.head.lower == "due" else token.head.head
    to = next((c for c in due.children if c.lower == "to" and c.i == token.i - 1), None)
    if token.tag != "NN" or token.dep != "pobj" or to is None or due.lower != "due" or due.dep != "acomp" or not _is_bare_verb(token):
        return False
    move(token, due, "xcomp")
    move(to, token, "aux")
    token.pos, token.tag, token.lemma, to.pos, to.tag = "VERB", "VB", token.lower, "PART", "TO"
    return True


def _is_bare_verb(word: Token) -> bool:
    return word.text.islower() and word.tag not in ("NNS", "NNPS", "VBG", "VBZ", "DT", "IN") and (word.lower in load_codebook().verbs or word.lower in operators().verbs)


def _lacks_doer(token: Token) -> bool:
    """A noun; or a verb before which the model has seen only an adjective: "that the junta free her"."""
    alone = token.first("nsubj", "nsubjpass", "expl", "aux") is None and token.first("amod", "compound", "nmod", "det") is not None
    return token.pos not in ("VERB", "AUX") or (token.tag in ("VB", "VBP", "VBD") and alone)


def _ends_phrase(word: Token, words: list[Token]) -> bool:
    """"the army", "Paris", "the general", which the model takes for an adjective; not "the armed" of "the armed police"."""
    called_so = word.pos == "ADJ" and word is not words[0] and words[0].pos == "DET" and bool(kind_of(word))
    return word.pos in (*NOUNS, "NUM", "PRON") or called_so


def _gather(words: list[Token], doer: Token, verb: Token) -> None:
    """Hang the phrase before the verb on its noun, and that on the verb."""
    move(doer, verb, "nsubj")
    if doer.pos == "ADJ":
        doer.pos, doer.tag = "NOUN", "NN"
    for word in words:
        if word is not doer and (word.head not in words or word.head is word):
            move(word, doer, word.dep if word.dep in NOMINAL else "compound")


def _mend_object(verb: Token) -> None:
    """What the noun that it was had behind it: "jail two bloggers" no apposition, "vow to respect" no relative clause."""
    for word in verb.children:
        if word.i > verb.i and word.dep in ("appos", "npadvmod") and word.ent not in ("DATE", "TIME") and word.pos in (*NOUNS, "NUM") and verb.first("dobj") is None:
            word.dep = "dobj"
        elif word.i > verb.i and word.dep in ("relcl", "acl") and any(c.tag == "TO" for c in word.children):
            word.dep = "xcomp"
