"""Tales that are called untrue: "called the accusation absurd", "the report was false". What they tell is thereby denied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reportedly.attribute.path import Said, Walk
from reportedly.codebooks.data import load_data
from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import agents, is_passive, subjects
from reportedly.language.parse import Token
from reportedly.language.verb_forms import has_that
from reportedly.terms import Stance

JUDGED = ("amod", "oprd", "acomp", "attr", "xcomp", "advcl", "ccomp", "pobj", "npadvmod", "dobj")


@dataclass(frozen=True, slots=True)
class Falsehoods:
    """The words of `falsehoods.yaml`: nouns of telling, verbs of calling, and what a tale is called."""

    tales: frozenset[str]
    verbs: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=1)
def falsehoods() -> Falsehoods:
    """Loaded once."""
    data = load_data("falsehoods.yaml")
    return Falsehoods(frozenset(data["tales"]) | voice_words().nouns.keys(), frozenset(data["verbs"]), frozenset(data["words"]))


def called_false(tale: Token, verb: Token) -> tuple[Token, tuple[Token, ...]] | None:
    """The word by which a tale is called untrue, and who calls it so; nobody where the tale itself is the subject ("was false").

    A "not" beside the verb is the caller's to weigh: "was not false" upholds the tale.
    """
    listed = falsehoods()
    if tale.lemma not in listed.tales:
        return None
    if verb.dep == "advcl" and _is(verb, listed) and verb.head.lemma in listed.verbs and any(c.lower == "as" and c.dep == "mark" for c in verb.children):
        return verb, subjects(verb.head)  # "dismissed as fabricated a report": the parser hangs the report on "fabricated"
    if verb.lemma in ("be", "prove", "turn") and tale.dep == "nsubj":
        said = [verb, *(x for x in verb.all("xcomp") if x.lemma == "be")]  # "proved false", "turned out to be untrue"
        word = next((c for v in said for c in v.all("acomp", "attr", "oprd") if _is(c, listed)), None)
        return (word, ()) if word is not None else None
    if verb.lemma not in listed.verbs or tale.dep not in ("dobj", "nsubjpass", "nsubj"):
        return None
    word = next((t for t in verb.subtree() if t is not tale and t.dep in JUDGED and t.i > verb.i and _is(t, listed) and _is_judgement(t, verb, tale)), None)
    who = agents(verb) if is_passive(verb) else subjects(verb)
    return (word, who) if word is not None else None


def untrue_that(w: Walk, clause: Token, verb: Token) -> bool:
    """Apply that "it is a lie that we shot them", "it is false that": they say not."""
    listed = falsehoods()
    word = next((c for c in verb.all("acomp", "attr") if _is(c, listed)), None) if verb.lemma == "be" and clause.dep == "ccomp" and has_that(clause) else None
    it = verb.first("nsubj", "expl")
    if word is None or it is None or it.lower != "it" or verb.first("neg") is not None:
        return False
    w.path.status = w.ops.compose("deny", w.path.status)
    w.path.steps.append(("status.call-false", word, w.path.status.value))
    return True


def denies_tale(w: Walk, tale: Token, verb: Token) -> bool:
    """Apply that a tale is called untrue. Where somebody told it, it stays theirs, and the denial is another claim."""
    judged = called_false(tale, verb)
    if judged is None or (not judged[1] and w.path.voices):
        return False
    word, who = judged
    if (no := verb.first("neg")) is not None:
        w.spent.add(no.i)  # "was not false" says no more than the tale itself
        return True
    said = Said(who, word, Stance.DENIES, "call-false", speech_act=True)
    if w.path.voices:
        w.path.denial, w.path.told = said, len(w.path.voices)
        return True
    if not w.shielded:  # "reports that they had left after the deal were false" deny no deal
        w.path.status = w.ops.compose("deny", w.path.status)
    w.path.steps.append(("status.call-false", word, w.path.status.value))
    if who:
        w.say(who, word, Stance.DENIES, "call-false", speech_act=True)
    return True


def _is(word: Token, listed: Falsehoods) -> bool:
    before = next((c.lower for c in word.children if c.dep in ("compound", "amod") and c.i == word.i - 1), "")
    return word.lemma in listed.words or word.lower in listed.words or f"{before} {word.lemma}" in listed.words  # "a fairy tale"


def _is_judgement(word: Token, verb: Token, tale: Token) -> bool:
    """Beside the tale, behind "as", or at the end of the tale's own clause, where the parser often leaves it ("poisoned him absurd")."""
    above = word.head
    if word.dep == "dobj":
        return tale in above.ancestors() and above.first("dobj") is not word  # "the story that they had burned the mill a fairy tale"
    if word.dep == "amod" and above.lower != "as":
        return False
    if above.lower == "as" and above.dep == "prep":
        return above.head is verb or tale in (above.head, *above.head.ancestors())
    return above is verb or above is tale or (tale in above.ancestors() and word.dep in ("oprd", "acomp"))
