"""Who says what stands before: "Rebels shelled two villages. This was reported by the governor, Ann Lee." / "… Ann Lee wrote this on Telegram."

So the agencies of some countries name the source of a sentence in the next. It is the source of that sentence alone, and only where that
names none itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportedly.attribute.cues import tells
from reportedly.language.clauses import agents, is_passive, is_verb
from reportedly.language.parse import Parse, Sentence, Token

TOLD = frozenset({"report", "announce", "state", "say", "confirm", "write", "declare", "publish", "reveal", "disclose", "inform"})
THIS = frozenset({"this", "that"})


def tellers_behind(parse: Parse) -> Iterator[tuple[Sentence, tuple[tuple[Token, ...], Token]]]:
    """Each sentence whose source the next one names, with who it is and by which verb."""
    for told, telling in pairwise(parse.sentences):
        verb = telling.root
        who = _who(verb)
        if who and not any(_names_one(t) for t in told.tokens):
            yield told, (who, verb)


def _who(verb: Token) -> tuple[Token, ...]:
    if verb.lemma not in TOLD or verb.first("ccomp", "neg") is not None or verb.quoted:
        return ()
    if is_passive(verb):
        return agents(verb) if any(s.lower in THIS and not s.children for s in verb.all("nsubjpass")) else ()
    about = [p for c in verb.all("prep") if c.lower in ("about", "on") for p in c.all("pobj")]
    said = any(o.lower in THIS and not o.children for o in (*verb.all("dobj"), *about)) or (verb.lemma == "say" and any(c.lower == "so" for c in verb.all("advmod", "dobj")))
    return tuple(s for s in verb.all("nsubj") if s.lower not in ("who", "which", "that", "it")) if said else ()


def _names_one(token: Token) -> bool:
    """A word by which the sentence says itself who tells it."""
    return token.lower == "according" or (is_verb(token) and tells(token) and token.first("nsubj", "agent") is not None)
