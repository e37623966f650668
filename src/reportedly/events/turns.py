"""Verbs that tell no event of their own: half of a compound, how something was said, a turn of speech, a word of a name."""

from __future__ import annotations

from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_to_blame

BINDING = frozenset(["handcuff", "chain", "cuff", "shackle", "lock", "tie", "barricade", "detain", "arrest", "restrain"])
SAYING = ("say", "claim", "tell", "argue", "insist", "accuse")


def is_turn_of_speech(verb: Token) -> bool:
    """Whether a verb is no event by the words right beside it."""
    return _is_hyphenated(verb) or _only_says(verb) or _lets_us(verb) or _is_in_name(verb)


def _is_hyphenated(token: Token) -> bool:
    """The second half of "Iranian-backed"."""
    return any(c.lower in ("-", "–") and c.i == token.i - 1 for c in (*token.children, *token.head.children))


def _only_says(token: Token) -> bool:
    """"retaliated by banning imports", "answered by saying that": the verb is how it was meant, and what was done or said is the event."""
    if is_to_blame(token):
        return True  # "was to blame for it": who did it
    if token.lemma not in ("retaliate", "respond", "reply", "answer", "react", "hit"):
        return any(c.lower == "by" and any(p.lemma in SAYING for p in c.all("pcomp")) for c in token.all("prep"))
    return any(c.lower == "by" and c.first("pcomp") is not None for c in token.all("prep"))


def _lets_us(token: Token) -> bool:
    """"Let's go home", "let me say": a turn of speech."""
    let = token if token.lemma == "let" else token.head
    return let.lemma == "let" and any(c.text in ("'s", "’s") or c.lower == "me" for inner in (let, *let.all("ccomp")) for c in inner.all("nsubj", "dobj"))


def _is_in_name(verb: Token) -> bool:
    """"the Coalition to Stop the Arms Trade": a capital letter in the middle of a sentence, where the next nouns have one too."""
    if not verb.text[0].isupper() or verb.text.isupper() or not any(c.dep == "aux" and c.text == "to" for c in verb.children):
        return False
    return any(c.text[0].isupper() and c.tag != "PRP" for c in verb.all("dobj")) and any(t.text.islower() and t.pos in ("VERB", "NOUN", "AUX") for t in verb.ancestors())


def binds_itself(verb: Token) -> bool:
    """"handcuffed herself to a chair", "chained themselves to the gate": nobody else is held; it may be a protest."""
    return verb.lemma in BINDING and any(o.lower.endswith(("self", "selves")) for o in verb.all("dobj"))
