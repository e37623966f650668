"""The words of an idiom in a sentence: "pull back" in "pulled its tanks back", "withdraw peacekeepers" in "withdrew half of its peacekeepers"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reportedly.language.clauses import objects
from reportedly.language.coordination import RELATIVE
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_infinitive
from reportedly.resolve.phrases import PARTITIVE

INFINITIVE = "to+"  # how an idiom names the "to" of its own infinitive: "disarm to+" is "to disarm", "submit to" is not "to submit"
PARTICLES = frozenset(["down", "in", "off", "out", "over", "up"])
WITH_NOUN = frozenset(["tend", "object", "attend", "resort"])  # their "to" has a noun: "tend to the wounded", but "tend to forget"
ELSEWHERE = frozenset(["relcl", "xcomp", "ccomp", "pcomp", "advcl", "conj"])  # verbs whose object may stand outside their clause
SMALL = frozenset(["about", "against", "as", "at", "away", "back", "by", "down", "for", "from", "in", "into", "of", "off", "on", "out", "over", "to", "up", "with"])


@lru_cache(maxsize=16384)
def specificity(rest: tuple[str, ...]) -> int:
    """How much an idiom's further words say: "withdraw peacekeepers" more than "withdraw from"."""
    return sum(1 if word in SMALL else 2 for word in rest)


def words_under(token: Token) -> set[str]:
    """Every word of a verb's clause, as it stands and as a lemma: most idioms lack one of their words, and are out at once."""
    words = [*token.subtree(), *(w for noun in moved(token) for w in (noun, *_near(noun)))]
    return {word for t in words for word in ((t.lemma, t.lower, INFINITIVE) if t.tag == "TO" else (t.lemma, t.lower))}


def moved(verb: Token) -> tuple[Token, ...]:
    """What a verb is done to where it stands in another clause: "the deal that they struck", "talks are believed to have been held"."""
    if not (verb.dep in ELSEWHERE or _is_told_of(verb)) or any(c.lower not in RELATIVE for c in verb.all("dobj", "nsubjpass")):
        return ()
    return tuple(noun for noun in objects(verb) if noun.head is not verb and noun.pos == "NOUN")


def _is_told_of(verb: Token) -> bool:
    """"the troops sent to the border in January", with a day or a way of its own; "the aid offered by Oslo" is mere description."""
    if verb.dep != "acl" or verb.tag != "VBN":
        return False
    beside = [*verb.all("npadvmod"), *(o for p in verb.all("prep", "dative") for o in p.all("pobj"))]
    return any(o.ent in ("DATE", "TIME") or (o.head.lower in ("to", "into") and o.ent in ("GPE", "LOC", "FAC")) for o in beside)


def _near(noun: Token) -> list[Token]:
    """What stands before a noun, and the prepositions behind it with their nouns."""
    return [w for c in noun.children if c.dep in ("compound", "amod", "prep") for w in (c, *c.all("pobj"))]


def children_saying(token: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The descendants that are the further words of an idiom, or None when one is missing.

    A word may hang on another of the idiom's: "tear" of "fire tear gas" on "gas". "called on people to protest" called no protest.
    """
    found: dict[int, Token] = {}
    elsewhere = moved(token)
    while len(found) < len(rest):
        pool = [c for parent in (token, *found.values()) for c in parent.children if c not in found.values() and not (c.tag == "TO" and parent is token) and c.lower != "according"]
        pool += [o for c in pool if (c.dep == "dobj" and c.lower in PARTITIVE) or (c.dep == "nsubjpass" and c.tag == "CD") for o in _parted(c)]
        pool += [o for c in pool if c.dep in ("dobj", "nsubjpass") and c.ent == "MONEY" for o in _paid_in(c)]
        pool += [w for c in pool if c.dep in ("dobj", "nsubjpass") and c.ent == "PERSON" for w in _titles(c)]
        pool += [c for c in elsewhere if c not in found.values()]
        if len(rest) > 1:
            pool += _hung_low(token, found.values())
        hits = ((n, _child_saying(token, pool, word, elsewhere, alone=len(rest) == 1)) for n, word in enumerate(rest) if n not in found)
        at, hit = next(((n, hit) for n, hit in hits if hit is not None), (-1, None))
        if hit is None:
            return None
        found[at] = hit
    words = tuple(found[n] for n in range(len(rest)))
    if token.lemma == "call" and any(c.lower == "off" and c not in words for c in token.all("prt")):
        return None  # "called off the truce" called none
    if token.lemma == "call" and any(o not in words and any(w.dep == "dobj" for w in words) for o in token.all("oprd")):
        return None  # "called the strike reckless" called none either
    return None if any(_is_no_particle(token, w, words) or (token.lemma == "call" and is_infinitive(w)) for w in words) else words


def hyphened(word: Token) -> tuple[str, ...]:
    """"drive-by" of "a drive-by shooting", "24-hour" of "a 24-hour strike": the model takes them for three words."""
    if not any(c.text == "-" for c in word.children):
        return ()
    return ("".join(t.lower for t in sorted((word, *(c for c in word.children if abs(c.i - word.i) <= 2)), key=lambda t: t.i)),)


def _is_no_particle(verb: Token, word: Token, words: tuple[Token, ...]) -> bool:
    """"in" of "took them in a series of raids" has a noun of its own, and is not that of "took in the refugees"."""
    if word.dep != "prep" or word.lower not in PARTICLES or all(p in words for p in word.all("pobj")):
        return False
    own = [p for p in word.all("pobj") if p not in words]
    if own and word.i < verb.i:
        return True  # "in an operation commandos took out a bomb-maker" took nobody in
    return (word.lower == "off" and any(p.ent in ("FAC", "GPE", "LOC") for p in own)) or any(o.i < word.i and o not in words for o in verb.all("dobj"))


def _hung_low(verb: Token, found: Iterable[Token]) -> list[Token]:
    """Prepositions that the parser hangs on the noun before: "stripped the cleric of his rank", "opened up with rifles on the crowd".
    Of several the first alone: "came to the rescue of a boat under attack" is nobody's coming under attack."""
    before = [*verb.all("dobj"), *(p for c in verb.all("prep") for p in c.all("pobj"))]
    return [c for noun in before if noun not in found for c in noun.all("prep")[:1]]


def _titles(person: Token) -> list[Token]:
    """What somebody is who is named: "summoned Ambassador Orlov", "summoned Pavel Orlov, the ambassador"."""
    return [*person.all("compound"), *(w for a in person.all("appos") for w in (a, *a.all("compound")))]


def _paid_in(money: Token) -> list[Token]:
    """What a sum is given or kept back in: "froze $300 million in aid", "withheld 40 million euros of military assistance"."""
    return [w for p in money.all("prep") if p.lower in ("in", "of") for o in p.all("pobj") for w in (o, *o.all("compound", "amod"))]


def _parted(part: Token) -> list[Token]:
    """What a part is of, with its modifiers: "suspended part of the aid programme", "handed over ten tonnes of food"."""
    return [w for p in part.all("prep") if p.lower == "of" for o in p.all("pobj") for w in (o, *o.all("compound", "amod"))]


def _child_saying(token: Token, pool: list[Token], word: str, elsewhere: tuple[Token, ...], *, alone: bool) -> Token | None:
    if word == INFINITIVE:
        return next((c for c in token.children if c.tag == "TO"), None)
    hit = next((c for c in pool if (c.lemma == word or c.lower == word) and (c in elsewhere or _can_be_idiom(c)) and not _is_own_to(c, token)), None)
    if hit is None and word == "to" and alone and token.lemma not in WITH_NOUN:  # "tell to": the infinitive's
        return next((c for x in token.all("xcomp") for c in x.all("aux") if c.lower == "to"), None)
    return hit


def _is_own_to(word: Token, verb: Token) -> bool:
    """"asked people to protest" is no protest to anybody: the "to" is the verb's own."""
    return word.tag == "TO" and word.head is verb


def _can_be_idiom(word: Token) -> bool:
    """Not a subject, and not the preposition of a time: "fly in" is not "flying in September"."""
    if word.dep in ("nsubj", "punct", "conj") or (word.lower == "mine" and not word.tag.startswith("NN")):
        return False  # "they found mine" found no mine
    return not (word.dep == "prep" and any(p.ent in ("DATE", "TIME") for p in word.all("pobj")))
