"""Tales that are called untrue: "called the accusation absurd", "the report was false". What they tell is thereby denied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import agents, is_passive, subjects
from reportedly.language.parse import Token

JUDGED = ("amod", "oprd", "acomp", "attr", "xcomp", "advcl", "ccomp", "pobj", "npadvmod")


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
    if verb.lemma == "be" and tale.dep == "nsubj":
        word = next((c for c in verb.all("acomp", "attr") if _is(c, listed)), None)
        return (word, ()) if word is not None else None
    if verb.lemma not in listed.verbs or tale.dep not in ("dobj", "nsubjpass", "nsubj"):
        return None
    word = next((t for t in verb.subtree() if t is not tale and t.dep in JUDGED and t.i > verb.i and _is(t, listed) and _is_judgement(t, verb, tale)), None)
    who = agents(verb) if is_passive(verb) else subjects(verb)
    return (word, who) if word is not None else None


def _is(word: Token, listed: Falsehoods) -> bool:
    return word.lemma in listed.words or word.lower in listed.words


def _is_judgement(word: Token, verb: Token, tale: Token) -> bool:
    """Beside the tale, behind "as", or at the end of the tale's own clause, where the parser often leaves it ("poisoned him absurd")."""
    above = word.head
    if word.dep == "amod" and above.lower != "as":
        return False
    if above.lower == "as" and above.dep == "prep":
        return above.head is verb or tale in (above.head, *above.head.ancestors())
    return above is verb or above is tale or (tale in above.ancestors() and word.dep in ("oprd", "acomp"))
