"""Second clauses that share the verb of the first: "Ukraine lost 12 men and Russia 30" is of Russia's losses, and of no third thing that Ukraine lost."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

LINKS = frozenset(["and", "while", "but", ","])
SIDES = frozenset(["ARMED", "STATE", "GROUP"])
ROUNDING = frozenset(["about", "around", "some", "nearly", "almost", "over", "only", "another"])


def gapped_clause(token: Token, sentence: Sentence) -> bool:
    """"Ukraine lost 12 men and Russia 30", "Israel lost two soldiers and Hezbollah nine fighters": the side is a subject, its number what it lost."""
    words = sentence.tokens
    at = token.i - words[0].i
    thing = token.head if token.dep == "nummod" and token.head.i == token.i + 1 and token.head.pos == "NOUN" else token
    if token.tag != "CD" or token.ent in ("DATE", "TIME", "MONEY", "PERCENT") or (thing is token and at + 1 < len(words) and words[at + 1].tag.startswith(("NN", "JJ", "CD"))):
        return False
    while at > 0 and words[at - 1].lower in ROUNDING:
        at -= 1
    side = words[at - 1]
    start = at - 1
    while start > 0 and words[start - 1].tag in ("DT", "JJ", "NNP", "NN") and words[start - 1].lower not in LINKS:
        start -= 1
    before = words[start - 1] if start > 1 else side
    link = start - 2 if before.lower == "and" and words[start - 2].lower == "," else start - 1
    if before is side or before.lower not in LINKS or not _is_side(side) or side.head.i > token.i + 1:
        return False
    first = words[link - 1]
    counted = first if first.dep == "dobj" else first.head
    verb = first.head if is_gapped(first) else counted.head
    if not is_gapped(first) and (counted.dep != "dobj" or counted not in (first, first.head) or not (counted.tag == "CD" or counted.first("nummod") is not None)):
        return False
    if verb.pos != "VERB" or verb.first("nsubj") is None or verb.i > side.i or thing in verb.ancestors() or thing is verb:
        return False
    own = [w for w in words[start : at - 1] if w.head not in (side, *side.children)]
    move(thing, verb, "conj")
    move(side, thing, "nsubj")
    for word in own:
        move(word, side, "det" if word.tag == "DT" else "compound")
    for word in [c for c in (*thing.children, *token.children) if c.dep in ("prep", "npadvmod", "punct") and c.i > token.i]:
        move(word, verb, word.dep)
    return True


def is_gapped(thing: Token) -> bool:
    """Whether a number or a counted noun stands for a clause that has lost its verb."""
    return thing.dep == "conj" and thing.head.pos == "VERB" and thing.pos in ("NUM", "NOUN") and thing.first("nsubj") is not None and (thing.tag == "CD" or thing.first("nummod") is not None)


def _is_side(noun: Token) -> bool:
    """Somebody who may do or suffer what the first did: a name of a state or a band, a force."""
    return noun.pos in ("NOUN", "PROPN") and (noun.known.startswith(("state:", "group:")) or kind_of(noun) in SIDES or (noun.tag == "NNP" and noun.ent in ("GPE", "NORP", "ORG")))
